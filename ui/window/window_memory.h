// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QMainWindow;
class QSettings;

namespace bomay {

class ChartCanvas;
class Document;
class RoundFollower;
class Session;

// Where the window stood, how its panels lay and which round of collecting was followed, from one start of the program
// to the next.

void rememberPlace(const QMainWindow &window, QSettings &settings);

/// Puts the window where it was. Nothing remembered, or not to be used on this screen: it is to fill the screen.
void restorePlace(QMainWindow &window, const QSettings &settings);

/// The round of collecting that is followed beside the document of a file; neither may be empty.
void rememberRound(const QString &document, const QString &round, QSettings &settings);
/// Empty where none is known, or its file is gone.
[[nodiscard]] QString rememberedRound(const QString &document, const QSettings &settings);

/// Keeps in mind which round is followed beside the document of the window, also of one that gets its file later, and
/// follows it again when that document is opened.
class RoundMemory : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it. A round that `follower` is to let go with its document must be gone before this hears
    /// of the other document: so it is made after whoever closes the follower.
    RoundMemory(Document &document, RoundFollower &follower, QSettings &settings, QObject *parent = nullptr);

private:
    void follow();
    void remember();
    void recall();

    Document &m_document;
    RoundFollower &m_follower;
    QSettings &m_settings;
    const Session *m_session = nullptr; ///< the one that the followed round belongs to
    QString m_home;                     ///< the file beside which the round is kept in mind; empty = none yet
};

/// Whether boxes glide to their places; they do until the user wants otherwise.
void rememberMotion(const ChartCanvas &canvas, QSettings &settings);
void restoreMotion(ChartCanvas &canvas, const QSettings &settings);

} // namespace bomay
