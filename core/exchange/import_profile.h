// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/exchange/tree_table.h"

namespace bomay {

/// How a table of an unknown sheet is read.
enum class TableForm {
    List,   ///< units and posts follow each other
    Tree,   ///< rows name the rows above them
    Levels, ///< every row has the codes and names of all levels above it
    Areas   ///< areas with their codes and those of the areas above
};

/// How the tables of one agency or program are read: which header says what. A text file (TOML), so that it can be kept
/// for each agency and sent on.
struct ImportProfile
{
    QString id;
    BilingualText title;
    TableForm form = TableForm::List;
    TreeOptions tree;
    CodeMatch codes = CodeMatch::Exact;
    TableHints hints;                    ///< which headers say what
    std::vector<ColumnMeaning> required; ///< a table without these is none of this profile's

    friend bool operator==(const ImportProfile &, const ImportProfile &) = default;
};

/// Reads a profile. Errors: `toml-syntax`, `profile-field` {field} with the place in `file`.
[[nodiscard]] Result<ImportProfile> readProfile(const QByteArray &text, const QString &file);

/// The profile as `readProfile` takes it.
[[nodiscard]] QByteArray writeProfile(const ImportProfile &profile);

/// The profiles that come with the program, in the order in which they are tried.
[[nodiscard]] const std::vector<ImportProfile> &builtInProfiles();

/// The profile whose required columns a table has and which knows most of its headers; null where there is none.
[[nodiscard]] const ImportProfile *recognise(const SheetTable &table, std::span<const ImportProfile> profiles);

} // namespace bomay
