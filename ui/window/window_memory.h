// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;
class QSettings;
class QString;

namespace bomay {

class ChartCanvas;

// Where the window stood, how its panels lay and which round of collecting was followed, from one start of the program
// to the next.

void rememberPlace(const QMainWindow &window, QSettings &settings);

/// Puts the window where it was. Nothing remembered, or not to be used on this screen: it is to fill the screen.
void restorePlace(QMainWindow &window, const QSettings &settings);

/// The round of collecting that is followed beside the document of a file; neither may be empty.
void rememberRound(const QString &document, const QString &round, QSettings &settings);
/// Empty where none is known, or its file is gone.
[[nodiscard]] QString rememberedRound(const QString &document, const QSettings &settings);

/// Whether boxes glide to their places; they do until the user wants otherwise.
void rememberMotion(const ChartCanvas &canvas, QSettings &settings);
void restoreMotion(ChartCanvas &canvas, const QSettings &settings);

} // namespace bomay
