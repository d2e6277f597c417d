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
    m_delay.setSingleShot(true);
    m_thread.setMaxThreadCount(1);
    connect(&m_delay, &QTimer::timeout, this, &RoundFollower::refresh);
    connect(&document, &Document::changed, this, &RoundFollower::refreshLater);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &RoundFollower::refreshLater);
}

RoundFollower::~RoundFollower()
{
    m_reading.request_stop(); // the thread ends with the file that it is at
    m_thread.waitForDone();
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
    m_forms = awaitedForms(m_round, today());
    if (QFileInfo::exists(folder()))
        m_watcher.addPath(folder());
    refresh();
    Q_EMIT pathChanged();
    return {};
}

void RoundFollower::close()
{
    stopReading();
    m_delay.stop();
    m_path.clear();
    m_round = {};
    m_forms.clear();
    m_strangers.clear();
    m_isStale = false;
    m_knowsAll = false;
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    Q_EMIT pathChanged();
    Q_EMIT changed();
}

void RoundFollower::stopReading()
{
    m_reading.request_stop();
    m_reading = {};
    m_isReading = false;
}

void RoundFollower::refresh()
{
    if (m_path.isEmpty())
        return;
    m_isStale = false;
    m_delay.stop();
    stopReading();
    m_isReading = true;
    // The thread has a document of its own: this one may be edited meanwhile.
    auto read = [this, stop = m_reading.get_token(), organisation = m_document.organisation(), folder = folder(),
                 reading = Reading{awaitedForms(m_round, today()), {}, false}]() mutable {
        const auto tell = [&] {
            QMetaObject::invokeMethod(
                this,
                [this, stop, reading] {
                    if (!stop.stop_requested())
                        take(reading);
                },
                Qt::QueuedConnection);
        };
        RandomIdSource ids;
        for (const QString &path : formsIn(folder)) {
            if (stop.stop_requested())
                return;
            if (!takeReturn(reading.forms, path, organisation, ids))
                reading.strangers += QFileInfo(path).fileName();
            tell();
        }
        reading.isWhole = true;
        tell();
    };
    m_thread.start(std::move(read));
    Q_EMIT changed();
}

void RoundFollower::take(Reading reading)
{
    for (std::size_t i = 0; i < m_forms.size(); ++i)
        if (reading.isWhole || !reading.forms[i].path.isEmpty())
            m_forms[i] = std::move(reading.forms[i]);
    if (reading.isWhole)
        m_strangers = std::move(reading.strangers);
    m_isReading = !reading.isWhole;
    m_knowsAll = m_knowsAll || reading.isWhole;
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

} // namespace bomay
