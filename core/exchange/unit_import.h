// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"

namespace bomay {

/// A unit as this import leaves it, for the sheets that refer to units.
struct KnownUnit
{
    UnitId id;
    UnitKind kind = UnitKind::Unknown;
    UnitId parent;
};

/// The units that rows can name: those of the file and those of the document it goes into.
class UnitDirectory
{
public:
    explicit UnitDirectory(const Organisation &base);

    void add(const QString &code, const QString &name, const KnownUnit &unit);
    /// By code, else by a name that only one unit has; null where there is none.
    [[nodiscard]] UnitId find(const QString &codeOrName) const;
    [[nodiscard]] KnownUnit describe(UnitId id) const;
    [[nodiscard]] QStringList codes() const;

private:
    QHash<QString, UnitId> m_byCode;
    QMultiHash<QString, UnitId> m_byName;
    std::unordered_map<UnitId, KnownUnit> m_units;
};

/// Takes the rows of DON_VI: units with their states, places in the tree and predecessors. A row whose parent is
/// unknown, is the unit itself or closes a loop is staged: the unit is there without a place, and the officer is asked.
[[nodiscard]] UnitDirectory importUnits(ImportContext &context, const SheetRows &sheet);

} // namespace bomay
