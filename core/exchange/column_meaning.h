// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string_view>

namespace bomay {

/// What a column of a foreign table says of its rows.
enum class ColumnMeaning {
    Ordinal,      ///< số thứ tự: I, 1, a, -
    Code,         ///< what other rows name this one by
    Parent,       ///< code or name of the row above
    Path,         ///< the way from the top, as "/3/1/2/"
    Name,         ///< of a unit or an area
    Title,        ///< chức vụ
    Holder,       ///< họ và tên
    GivenName,    ///< tên, where the holder's column has what stands before it
    Unit,         ///< the unit of a post
    Organisation, ///< the body its units belong to
    Department,   ///< the body above that
    Seats,        ///< number of persons
    Fte,          ///< full-time equivalents
    Allotted,     ///< biên chế giao
    Filled,       ///< biên chế có mặt
    Born,
    Grade,    ///< ngạch
    Position, ///< vị trí việc làm
    Decision, ///< số quyết định
    Phone,
    Mail,
    Order, ///< thứ tự among siblings
    Note,
    Unused ///< kept under its own header, whatever that says; the last
};

/// Column number → what it says. A meaning stands once.
using ColumnMeanings = std::map<ColumnMeaning, int>;

/// How a profile writes a meaning: "parent".
[[nodiscard]] QString codeOf(ColumnMeaning meaning);
[[nodiscard]] std::optional<ColumnMeaning> columnMeaningOfCode(QStringView code);

/// The form in which headers are compared: no case, no marks, words of "tenDonVi" and "ten_don_vi" apart, no
/// punctuation.
[[nodiscard]] QString headerKey(const QString &header);

/// What a header says, in Vietnamese with or without marks or in English; nothing for one nobody has written so far.
[[nodiscard]] std::optional<ColumnMeaning> meaningOfHeader(const QString &header);

/// Headers that are known to carry a meaning, before all guesses.
using HeaderWords = std::map<ColumnMeaning, QStringList>;

/// The column whose header, or its last line, is one of `wanted`; 0 = none.
[[nodiscard]] int columnUnder(const std::map<int, QString> &headers, const QStringList &wanted);

/// The meanings of columns from their headers: those of `words`, else as guessed. "Name" is who holds the post where
/// there is a title and no other name.
[[nodiscard]] ColumnMeanings meaningsOfHeaders(const std::map<int, QString> &headers, const HeaderWords &words = {});

} // namespace bomay
