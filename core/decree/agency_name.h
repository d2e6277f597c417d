// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace bomay {

/// The name of a body for comparing with names of law: folded by `nameFold`, everyday abbreviations written out
/// ("VP HĐND & UBND"), without dashes, commas and dots, and without the locality that officers add at the end: "Thanh
/// tra", "Thanh tra quận" and "Thanh tra thành phố Thủ Đức" are one (law.md §11.5). `place` is the bare name of the
/// body's locality (`LocalityName::bare`), written out, or empty.
[[nodiscard]] QString agencyName(QStringView name, QStringView place);

/// What comes before the locality is taken off: folded, without abbreviations, dashes, commas and dots.
[[nodiscard]] QString writtenOut(QStringView text);

/// Names of bodies as a rule lists them.
struct AgencyNames
{
    QStringList written;
    QStringList compared; ///< by `agencyName`, in the same order

    void add(const QString &name);
    [[nodiscard]] bool isEmpty() const { return written.isEmpty(); }
    /// `name` as `agencyName` gives it.
    [[nodiscard]] bool contains(const QString &name) const { return compared.contains(name); }
};

} // namespace bomay
