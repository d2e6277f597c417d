// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;
class QSettings;

namespace bomay {

// Where the window stood and how its panels lay, from one start of the program to the next.

void rememberPlace(const QMainWindow &window, QSettings &settings);

/// Puts the window where it was. Nothing remembered, or not to be used on this screen: it is to fill the screen.
void restorePlace(QMainWindow &window, const QSettings &settings);

} // namespace bomay
