// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_plan.h"
#include "core/model/org_view.h"

namespace bomay {

/// Đợt thu thập số liệu: agencies that were sent a form each, and the day by which it is to be back.
struct CollectionRound
{
    struct Agency
    {
        QString code; ///< of its unit
        QString name;
        QString file; ///< of the form, without folder

        friend bool operator==(const Agency &, const Agency &) = default;
    };

    QString title;
    Day due;
    std::vector<Agency> agencies;

    friend bool operator==(const CollectionRound &, const CollectionRound &) = default;
};

/// Reads and writes a round as a text file (TOML). Errors: `toml-syntax`, `round-field` {field}.
[[nodiscard]] Result<CollectionRound> readRound(const QByteArray &text, const QString &file);
[[nodiscard]] QByteArray writeRound(const CollectionRound &round);
/// The round in a file. Errors: `file-not-found`, `too-large` for one that is longer than any round, and as above.
[[nodiscard]] Result<CollectionRound> loadRound(const QString &path);

/// The name of a round's file.
inline constexpr QLatin1StringView kRoundFile{"dot-thu-thap.toml"};
/// Where forms of a round are put as they come back: a folder beside its file.
[[nodiscard]] QString returnsFolderOf(const QString &roundPath);

/// Writes into a folder a locked form for each of the units, filled with what the document has of it and all below,
/// and the round as `kRoundFile`, with a folder for what comes back. Nothing that is there is written over: an agency
/// may have filled it in. Errors: `round-there` {file}, before anything is written; `cannot-write-file`, those of
/// `templateWorkbook`.
[[nodiscard]] Result<CollectionRound> sendForms(const Organisation &organisation, const OrgView &view,
                                                std::span<const UnitId> agencies, const QString &title, Day due,
                                                const QString &folder, std::optional<Day> created);

/// What of a form came back.
enum class ReturnState {
    Missing,   ///< and the day has not passed
    Overdue,   ///< missing, and the day has passed
    Unchanged, ///< back, and says what the document has
    Changed,   ///< back, with something else than the document has
    Unreadable ///< back, but no import can be made of it
};

struct FormReturn
{
    CollectionRound::Agency agency;
    ReturnState state = ReturnState::Missing;
    QString path = {}; ///< of the file that came back
    int changes = 0;   ///< units, posts that are new, renamed, moved or changed
    int leftOut = 0;   ///< rows that an import would leave out or ask about
    Error fault = {};  ///< of one that cannot be read
};

/// The forms of a round before anything is known of what came back.
[[nodiscard]] std::vector<FormReturn> awaitedForms(const CollectionRound &round, Day today);

/// The spreadsheets of a folder, the newest first.
[[nodiscard]] QStringList formsIn(const QString &folder);

/// Reads one file for the form that it is: whose one, its first unit says, whatever its name; where that is of no
/// agency of the round, or it cannot be read, its name. A form that a newer file was taken for stays. It is compared
/// with the document, which has what came in before. False for a file of no agency of the round.
bool takeReturn(std::vector<FormReturn> &forms, const QString &path, const Organisation &organisation, IdSource &ids);

/// Looks through a folder for the forms of a round. Files that are of no agency of the round go to `strangers`.
[[nodiscard]] std::vector<FormReturn> lookAtReturns(const CollectionRound &round, const QString &folder,
                                                    const Organisation &organisation, IdSource &ids, Day today,
                                                    QStringList *strangers = nullptr);

/// "missing", "overdue", "unchanged", "changed", "unreadable".
[[nodiscard]] QString returnStateCode(ReturnState state);

} // namespace bomay
