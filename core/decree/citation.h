// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_pack.h"

namespace bomay {

/// "Nghị định số 33/2021/NĐ-CP".
[[nodiscard]] QString citedDocument(const QString &type, const QString &number);

/// Fills `citation.text` from its parts, from small to large as Decree 30/2020 wants it: "điểm c khoản 1 Điều 6 Nghị
/// định số …". `amendedBy` names the document that gave the clause its present wording, or is empty.
[[nodiscard]] Citation writtenCitation(Citation citation, const QString &amendedBy);

} // namespace bomay
