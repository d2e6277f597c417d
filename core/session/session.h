// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"
#include "core/decree/live_checker.h"
#include "core/decree/pack_set.h"
#include "core/session/protection.h"
#include "core/store/document_lock.h"
#include "core/store/versions.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>

namespace bomay {

/// What a session needs from outside, so that tests can fix time and ids.
struct SessionPorts
{
    std::function<QDateTime()> now; ///< UTC
    std::shared_ptr<IdSource> ids;
    QString author;          ///< written into changes; empty = not known
    QString protection{};    ///< folder of the program's own for journals and backups; empty = neither is kept
    bool locksFiles = false; ///< others are kept from editing the document's file meanwhile
    QString packFolder = {}; ///< of the user's own rule packs; empty = none
};

/// The real clock, random ids, and the user's packs in "bomay/decrees" of the folder for data (~/.local/share).
[[nodiscard]] SessionPorts systemPorts();

/// One open document without widgets: the organisation, the day in view, the checker, the changes that can be undone.
/// Every change is in the journal before anybody hears of it (`Protection`). Window, command line and tests use the
/// same. Not thread-safe: one thread owns it; workers get copies of the view.
class Session
{
public:
    /// A new, empty document.
    explicit Session(SessionPorts ports);

    /// Gets a large document's day in view before its persons are read (`earlyView`), to show something meanwhile.
    /// Nothing has been checked by then, and the document may still be refused.
    using EarlyView = std::function<void(const OrgView &)>;
    /// Documents with fewer units and posts are open before anybody would see an early view.
    static constexpr int kEarlyViewFrom = 10'000;

    /// Opens a document file; one that somebody else edits, for reading only (`holder`). Errors: those of
    /// `loadDocument`.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const QString &path, SessionPorts ports,
                                                               const EarlyView &onEarlyView = {});
    /// A version of a document, for reading only; saved as another file it can be edited. Errors: those of
    /// `loadVersion`.
    [[nodiscard]] static Result<std::unique_ptr<Session>> openVersion(const QString &path, const Version &version,
                                                                      SessionPorts ports);
    /// Goes on where a killed program was stopped; its journal is removed once its changes are in another. Errors:
    /// those of `recoverDocument`; the journal stays.
    [[nodiscard]] static Result<std::unique_ptr<Session>> recover(const LeftJournal &left, SessionPorts ports);

    /// The journal stays where something is unsaved and was not given up.
    ~Session();

    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] const Organisation &organisation() const { return m_organisation; }
    /// The organisation on the day in view; up to date after every change.
    [[nodiscard]] const OrgView &view() const;
    /// What the rules say of the view; checked when first asked for, and after a change of the day. From then on it
    /// follows every change.
    [[nodiscard]] const CheckReport &report() const;
    /// Which findings a change would bring and which it would take away; nothing is changed, and nobody hears of it.
    /// Errors: those of `Transaction`.
    [[nodiscard]] Result<CheckDifference> preview(const Change &change);
    [[nodiscard]] const PackSet &packs() const { return m_packs; }

    /// The day in view: the document's own as-of date, else today, until it is set.
    [[nodiscard]] Day asOf() const { return m_asOf; }
    void setAsOf(Day day);

    /// Applies a change as one step of undo; author, time and, where it has none, its id are filled in. Changes of one
    /// gesture (typing in one field, moving one box step by step) are one step together while they follow each other
    /// within `kGesturePause`; the empty name is no gesture. Errors: `document-held`, `version-read-only`; those of
    /// `Transaction`; nothing changed.
    [[nodiscard]] Result<> apply(Change change, const QString &gesture = {});
    static constexpr std::chrono::seconds kGesturePause{2};
    /// Takes back the last change, or does it again. Nothing to do is no error.
    [[nodiscard]] Result<> undo();
    [[nodiscard]] Result<> redo();
    /// Titles for the menu; empty where there is nothing.
    [[nodiscard]] QString undoTitle() const;
    [[nodiscard]] QString redoTitle() const;
    /// The changes since the document was opened that stand, oldest first, and how many of them.
    [[nodiscard]] const std::vector<Change> &changes() const { return m_changes; }
    [[nodiscard]] int position() const { return m_position; }

    /// What the file does not have yet, in the order in which it goes into the log: changes, and for changes of the
    /// log that were undone their inverses, which name them.
    [[nodiscard]] const std::vector<Change> &unsaved() const { return m_unsaved; }
    [[nodiscard]] bool isModified() const { return !m_unsaved.empty(); }
    [[nodiscard]] QString path() const { return m_source ? m_source->path : QString(); }

    /// Writes what is unsaved into the document's file, or all of it with its log into another. Where the old file is
    /// gone or not what it was, another one is written whole, with the log of this session alone. A file of an older
    /// version is kept beside the new one as "….bak". Errors: those of `saveChanges` and `saveDocument`; nothing is
    /// taken for saved.
    /// A file that somebody else edits is not written: `document-held` {name, host}.
    [[nodiscard]] Result<> saveAs(const QString &path);

    /// Makes the state of the document's file, on the day in view, a version. Precondition: nothing is unsaved. Errors:
    /// those of `bomay::addVersion`; `document-held`.
    [[nodiscard]] Result<Version> addVersion(const QString &name, bool isSealed);
    /// Errors: those of `bomay::removeVersion`; `document-held`.
    [[nodiscard]] Result<> removeVersion(int number);
    /// The version that this session shows and that cannot be edited; nothing = the document itself.
    [[nodiscard]] const std::optional<Version> &version() const { return m_version; }
    /// The file that the document or the version shown is in; empty = never saved.
    [[nodiscard]] QString home() const { return m_version ? m_versionHome : path(); }

    /// Who edits the document's file, so that this session only reads it; nothing = nobody else.
    [[nodiscard]] const std::optional<LockHolder> &holder() const { return m_holder; }
    /// Why the last change would be lost in a crash; nothing = it would not.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_protection.trouble(); }
    /// The file is about to be opened anew: it is not held any more.
    void releaseFile() { m_lock.reset(); }
    /// It was not, after all. Where somebody else took it meanwhile this session only reads it (`holder`).
    void holdFile();
    /// The user wants none of what is unsaved: the next start does not offer it.
    void giveUp();

    /// Called after every change, undo, redo with what it touched, and with an empty set after a change of the day.
    void onChanged(std::function<void(const ChangeSet &)> listener) { m_listeners.push_back(std::move(listener)); }

    [[nodiscard]] IdSource &ids() { return *m_ports.ids; }
    /// Who edits here; empty = not known.
    [[nodiscard]] const QString &author() const { return m_ports.author; }

private:
    /// Is the last step unsaved, the newest, and of the same gesture a moment ago?
    [[nodiscard]] bool continuesLast(const Change &change, const QString &gesture) const;
    void announce(const ChangeSet &set);
    [[nodiscard]] LiveChecker &checker() const;
    /// Author, time and, where it has none, an id.
    void stamp(Change &change) const;
    /// Gives the digest of the file.
    [[nodiscard]] Result<QString> write(const QString &path) const;
    /// What was recovered is safe elsewhere, or not wanted.
    void dropLeft();
    void takeAsOfOf(const Organisation &organisation);
    /// Errors: `document-held` where somebody else edits the document; `version-read-only`.
    [[nodiscard]] Result<> mayEdit() const;
    [[nodiscard]] LockHolder self() const;

    SessionPorts m_ports;
    Protection m_protection;
    std::optional<LeftJournal> m_left; ///< recovered from it, and not safe anywhere else yet
    std::unique_ptr<DocumentLock> m_lock;
    std::optional<LockHolder> m_holder;
    std::optional<Version> m_version;
    QString m_versionHome; ///< the file of the document whose version this is
    Organisation m_organisation;
    PackSet m_packs;
    Day m_asOf;
    std::optional<DocumentSource> m_source; ///< nothing: never saved
    std::vector<Change> m_unsaved;
    std::unordered_set<Uid> m_logged; ///< changes of this session that the file's log has
    std::vector<Change> m_changes;
    QString m_gesture;  ///< of the last step
    int m_position = 0; ///< so many changes of the list stand
    mutable std::optional<OrgView> m_view;
    mutable std::unique_ptr<LiveChecker> m_checker; ///< keeps the view up where it is there
    mutable std::optional<CheckReport> m_report;    ///< its report with the office's own word, where there is one
    std::vector<std::function<void(const ChangeSet &)>> m_listeners;
};

} // namespace bomay
