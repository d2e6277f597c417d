// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

#include <QString>

#include <vector>

namespace bomay {

/// The name of a locality taken apart: "Tp. Thủ Đức" is "thủ đức" with the types that "tp" can stand for.
struct LocalityName
{
    QString bare;                    ///< folded by `nameFold`, without the word for its type
    std::vector<LocalityType> types; ///< what the word in front can mean; empty where there is none
};

/// Takes a name apart whatever its case, Unicode form, tone placement and abbreviation ("TP.HCM", "Q. 1", "thành phố
/// …").
[[nodiscard]] LocalityName splitLocalityName(QStringView name);

} // namespace bomay
