// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/round_follower.h"

#include <QFileInfo>

namespace bomay {

namespace {

using namespace std::chrono_literals;

/// A file is copied and a document edited in many steps.
constexpr auto kDelay = 800ms;

} // namespace

RoundFollower::RoundFollower(Document &document, std::function<QDateTime()> now, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_now(std::move(now))
{
    m_step.setSingleShot(true);
    m_delay.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &RoundFollower::readNext);
    connect(&m_delay, &QTimer::timeout, this, &RoundFollower::refresh);
    connect(&document, &Document::changed, this, &RoundFollower::refreshLater);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &RoundFollower::refreshLater);
}

Day RoundFollower::today() const
{
    return Day::fromDate(m_now().toLocalTime().date());
}

Result<> RoundFollower::open(const QString &path)
{
    BM_TRY(CollectionRound round, loadRound(path));
    close();
    m_round = std::move(round);
    m_path = path;
    if (QFileInfo::exists(folder()))
        m_watcher.addPath(folder());
    refresh();
    return {};
}

void RoundFollower::close()
{
    m_step.stop();
    m_delay.stop();
    m_path.clear();
    m_round = {};
    m_forms.clear();
    m_strangers.clear();
    m_queue.clear();
    m_isStale = false;
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    Q_EMIT changed();
}

void RoundFollower::refresh()
{
    if (m_path.isEmpty())
        return;
    m_isStale = false;
    m_delay.stop();
    m_step.stop(); // of files that may be gone
    m_forms = awaitedForms(m_round, today());
    m_strangers.clear();
    m_queue = formsIn(folder());
    if (isReading())
        m_step.start(0);
    Q_EMIT changed();
}

void RoundFollower::refreshLater()
{
    m_isStale = !m_path.isEmpty();
    if (m_isWatched && m_isStale)
        m_delay.start(kDelay);
}

void RoundFollower::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (m_isWatched && m_isStale)
        refresh();
}

void RoundFollower::readNext()
{
    const QString path = m_queue.takeFirst();
    if (!takeReturn(m_forms, path, m_document.organisation(), m_document.ids()))
        m_strangers += QFileInfo(path).fileName();
    if (isReading())
        m_step.start(0);
    Q_EMIT changed();
}

} // namespace bomay
