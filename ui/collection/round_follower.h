// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/collection.h"
#include "ui/document/document.h"

#include <QFileSystemWatcher>
#include <QThreadPool>
#include <QTimer>

#include <stop_token>

namespace bomay {

/// One round of collecting beside the open document: the forms that came back, read by a thread of their own one after
/// the other, and again when the folder or the document is another. What is known of a form stays until it was read
/// anew. It knows no widgets and changes nothing.
class RoundFollower : public QObject
{
    Q_OBJECT

public:
    /// `now` is the clock that says what is overdue. The document must outlive it.
    RoundFollower(Document &document, std::function<QDateTime()> now, QObject *parent = nullptr);
    ~RoundFollower() override;

    /// Follows the round of a file; an error leaves the one that was followed. Errors: those of `loadRound`.
    [[nodiscard]] Result<> open(const QString &path);
    /// Follows none.
    void close();
    /// The file of the round; empty while none is followed.
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where what comes back is looked for.
    [[nodiscard]] QString folder() const { return returnsFolderOf(m_path); }
    [[nodiscard]] const CollectionRound &round() const { return m_round; }
    [[nodiscard]] const std::vector<FormReturn> &forms() const { return m_forms; }
    /// Files that are of no agency of the round, without their folder.
    [[nodiscard]] const QStringList &strangers() const { return m_strangers; }
    [[nodiscard]] Day today() const;
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Was the folder looked through once? Before that a form that is missing may only be unread.
    [[nodiscard]] bool knowsAll() const { return m_knowsAll; }

    /// Reads all forms again.
    void refresh();
    /// Only while somebody looks are forms read by themselves; what is missed meanwhile is caught up on.
    void setWatched(bool isWatched);

Q_SIGNALS:
    /// Something of the above is another.
    void changed();
    /// Another round is followed, or none.
    void pathChanged();

private:
    /// How far the thread has come. Only of forms that it found does it say anything before it is through.
    struct Reading
    {
        std::vector<FormReturn> forms;
        QStringList strangers;
        bool isWhole = false;
    };

    void refreshLater();
    void stopReading();
    void take(Reading reading);

    Document &m_document;
    std::function<QDateTime()> m_now;
    QString m_path;
    CollectionRound m_round;
    std::vector<FormReturn> m_forms;
    QStringList m_strangers;
    QTimer m_delay; ///< several changes in a row are one
    QFileSystemWatcher m_watcher;
    bool m_isWatched = false;
    bool m_isStale = false;
    bool m_isReading = false;
    bool m_knowsAll = false;
    std::stop_source m_reading; ///< of the thread's latest work; what was stopped is not taken any more
    QThreadPool m_thread;       ///< one: files are read in their order
};

} // namespace bomay
