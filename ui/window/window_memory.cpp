// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_memory.h"

#include "ui/canvas/chart_canvas.h"
#include "ui/collection/round_follower.h"

#include <QFileInfo>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QUrl>

#include <tuple>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView kGeometry = "window/geometry"_L1;
constexpr QLatin1StringView kPanels = "window/panels"_L1;
constexpr QLatin1StringView kMotion = "chart/motion"_L1;

/// A path has signs that part the groups of settings.
QString roundKey(const QString &document)
{
    return u"rounds/"_s + QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(document).absoluteFilePath()));
}

} // namespace

void rememberPlace(const QMainWindow &window, QSettings &settings)
{
    settings.setValue(kGeometry, window.saveGeometry());
    settings.setValue(kPanels, window.saveState());
}

void restorePlace(QMainWindow &window, const QSettings &settings)
{
    window.restoreState(settings.value(kPanels).toByteArray());
    if (window.restoreGeometry(settings.value(kGeometry).toByteArray()))
        return;
    // The size when it no longer fills the screen: not larger than an office screen of 1366 × 768 leaves room for.
    window.resize(QSize(1280, 800).boundedTo(window.screen()->availableSize() - QSize(20, 60)));
    window.setWindowState(Qt::WindowMaximized);
}

void rememberRound(const QString &document, const QString &round, QSettings &settings)
{
    settings.setValue(roundKey(document), round);
}

QString rememberedRound(const QString &document, const QSettings &settings)
{
    const QString round = document.isEmpty() ? QString() : settings.value(roundKey(document)).toString();
    return QFileInfo::exists(round) ? round : QString();
}

RoundMemory::RoundMemory(Document &document, RoundFollower &follower, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_follower(follower)
    , m_settings(settings)
{
    connect(&follower, &RoundFollower::pathChanged, this, &RoundMemory::follow);
    connect(&document, &Document::stateChanged, this, &RoundMemory::remember);
    connect(&document, &Document::replaced, this, &RoundMemory::recall);
}

void RoundMemory::follow()
{
    m_session = m_follower.path().isEmpty() ? nullptr : &m_document.session();
    m_home.clear();
    remember();
}

void RoundMemory::remember()
{
    // While another document takes its place the round is still that of the one before.
    const QString home = m_document.session().home();
    if (m_session != &m_document.session() || home == m_home)
        return;
    m_home = home;
    rememberRound(home, m_follower.path(), m_settings);
}

void RoundMemory::recall()
{
    // One that cannot be read any more is no reason to stop who opens a document.
    if (const QString round = rememberedRound(m_document.session().home(), m_settings); !round.isEmpty())
        std::ignore = m_follower.open(round);
}

void rememberMotion(const ChartCanvas &canvas, QSettings &settings)
{
    settings.setValue(kMotion, canvas.isAnimated());
}

void restoreMotion(ChartCanvas &canvas, const QSettings &settings)
{
    canvas.setAnimated(settings.value(kMotion, true).toBool());
}

} // namespace bomay
