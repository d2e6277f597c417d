// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_memory.h"

#include <QMainWindow>
#include <QScreen>
#include <QSettings>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView kGeometry = "window/geometry"_L1;
constexpr QLatin1StringView kPanels = "window/panels"_L1;

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

} // namespace bomay
