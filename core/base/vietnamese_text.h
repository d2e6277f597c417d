// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bomay {

/// NFC, trimmed, inner white space as single spaces. For names as they are stored; no letter is changed.
[[nodiscard]] QString tidyName(QStringView text);
/// The same without a copy, where the text is tidy already.
[[nodiscard]] QString tidyName(const QString &text);

/// For finding: no marks, đ as d, no case, single spaces: "Sở Nội vụ" becomes "so noi vu". Marks are lost, so it must
/// never decide that two names are the same.
[[nodiscard]] QString searchFold(QStringView text);

/// For comparing names of law: no case, one Unicode form, one tone placement ("hoà" = "hòa"), one kind of dash with
/// single spaces round it, single spaces. The marks stay: "Phòng Y tế" and "Phong y te" differ.
[[nodiscard]] QString nameFold(QStringView text);

} // namespace bomay
