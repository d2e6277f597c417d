// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_memory.h"

#include "ui/canvas/chart_canvas.h"

#include <QFileInfo>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QUrl>

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

void rememberMotion(const ChartCanvas &canvas, QSettings &settings)
{
    settings.setValue(kMotion, canvas.isAnimated());
}

void restoreMotion(ChartCanvas &canvas, const QSettings &settings)
{
    canvas.setAnimated(settings.value(kMotion, true).toBool());
}

} // namespace bomay
