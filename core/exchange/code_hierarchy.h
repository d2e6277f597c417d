// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace bomay {

/// The code above one that carries its place in itself: "/3/1/2/" is under "/3/1/", "11.01.01" under "11.01", and by
/// the identifiers of agencies "01.14.H29" under "00.14.H29", which is under "00.00.H29". Empty for one that is under
/// none of `codes`.
[[nodiscard]] QString parentOfCode(const QString &code, const QSet<QString> &codes);

/// A path as it is compared: one slash at each end, "/" for an empty one.
[[nodiscard]] QString tidyPath(const QString &path);

/// Does a code have the form of an agency's electronic identifier, "00.09.H29"?
[[nodiscard]] bool isAgencyIdentifier(const QString &code);

} // namespace bomay
