// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

#include <QString>
#include <QStringList>

namespace bomay {

/// The kind of a unit from its name and the kind of the unit above: "Phòng Nội vụ" is a specialised agency under a UBND
/// and a division elsewhere. `Other` where the name says nothing.
[[nodiscard]] UnitKind kindFromName(const QString &name, UnitKind parentKind);

/// Would the rules pass this unit by because of its kind? A "Phòng …" or "Sở …" directly under a UBND entered as a
/// division.
[[nodiscard]] bool isDoubtfulKind(const QString &name, UnitKind kind, UnitKind parentKind);

/// The role of a post from its title and the kind of its unit; `Unknown` where the title says nothing. Titles without
/// any marks and the usual abbreviations are known too.
[[nodiscard]] PostRole roleFromTitle(const QString &title, UnitKind unitKind);

/// What an abbreviated title may stand for where that is not one thing: "Phó TP" is a Phó Trưởng phòng, or the deputy
/// of a thành phố. Empty for all other titles.
[[nodiscard]] QStringList readingsOfTitle(const QString &title);

/// The type of a locality whose name begins with it ("Quận 1", "Thị trấn Nhà Bè"); `Unknown` otherwise. A "Thành phố"
/// is a centrally run city at the top and a city within a city below one.
[[nodiscard]] LocalityType localityTypeFromName(const QString &name, LocalityType parentType);

} // namespace bomay
