// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/selection_reader.h"

#include "core/base/numbers.h"
#include "core/decree/entry_lookup.h"
#include "core/decree/parameter_reader.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

const QStringList &traitKeys()
{
    static const QStringList kKeys{u"kinds"_s, u"names"_s, u"except_names"_s, u"autonomy"_s};
    return kKeys;
}

Result<UnitTraits> readTraits(const TomlTable &table)
{
    UnitTraits traits;
    BM_TRY(traits.kinds, table.values<UnitKind>(u"kinds"_s));
    BM_TRY(traits.names, readAgencyNames(table, u"names"_s));
    BM_TRY(traits.exceptNames, readAgencyNames(table, u"except_names"_s));
    BM_TRY(traits.autonomies, table.values<Autonomy>(u"autonomy"_s));
    return traits;
}

/// The places under a key with all that are known to lie in them: who is in Thủ Đức is in the city.
Result<std::vector<NamedPlace>> placesOf(const TomlTable &table, const QString &key, const NamedPlaces &places)
{
    std::vector<NamedPlace> result;
    if (!table.has(key))
        return result;
    BM_TRY(const QStringList keys, table.texts(key));
    for (qsizetype i = 0; i < keys.size(); ++i) {
        QStringList allowed;
        for (const auto &[name, place] : places) {
            allowed += name;
            if (name == keys[i] || place.within == keys[i])
                result.push_back(place);
        }
        if (!allowed.contains(keys[i]))
            return unknownValue((*table.find(key)->array())[uz(i)], key, keys[i], allowed);
    }
    return result;
}

Result<NumberBounds> readBounds(const TomlNode &node)
{
    BM_TRY(const TomlTable table, TomlTable::open(node, u"numbers"_s, {u"measure"_s, u"at_least"_s, u"below"_s}));
    NumberBounds bounds;
    BM_TRY(bounds.measure, entryOf(measures(), table, u"measure"_s));
    // A measure that counts units would have to say which.
    if (bounds.measure->countsUnits)
        return fail(u"pack-unneeded-key"_s, {{u"key"_s, u"measure"_s}, {u"check"_s, toQString(bounds.measure->name)}},
                    table.find(u"measure"_s)->place);
    if (table.has(u"at_least"_s)) {
        BM_TRY(bounds.atLeast, table.count(u"at_least"_s));
    }
    if (table.has(u"below"_s)) {
        BM_TRY(bounds.below, table.count(u"below"_s));
    }
    return bounds;
}

} // namespace

Result<UnitSelection> readSelection(const TomlTable &rule, const NamedPlaces &places)
{
    BM_TRY(const TomlNode *node, rule.require(u"select"_s));
    const QStringList keys = traitKeys() + QStringList{u"every_unit"_s, u"parent"_s,  u"locality_types"_s,
                                                       u"within"_s,     u"outside"_s, u"numbers"_s};
    BM_TRY(const TomlTable table, TomlTable::open(*node, u"select"_s, keys));
    UnitSelection select;
    BM_TRY(const bool every, table.flag(u"every_unit"_s));
    if (!every) {
        BM_TRY_VOID(table.require(u"kinds"_s));
    } else if (const TomlNode *kinds = table.find(u"kinds"_s)) {
        return fail(u"pack-select-all-and-kinds"_s, {}, kinds->place);
    }
    BM_TRY(select.own, readTraits(table));
    if (const TomlNode *parent = table.find(u"parent"_s)) {
        BM_TRY(const TomlTable parentTable, TomlTable::open(*parent, u"parent"_s, traitKeys()));
        BM_TRY_VOID(parentTable.require(u"kinds"_s));
        BM_TRY(select.parent, readTraits(parentTable));
    }
    BM_TRY(select.localityTypes, table.values<LocalityType>(u"locality_types"_s));
    BM_TRY(select.within, placesOf(table, u"within"_s, places));
    BM_TRY(select.outside, placesOf(table, u"outside"_s, places));
    if (table.has(u"numbers"_s)) {
        BM_TRY(const TomlNode::Array *numbers, table.list(u"numbers"_s));
        for (const TomlNode &number : *numbers) {
            BM_TRY(const NumberBounds bounds, readBounds(number));
            select.numbers.push_back(bounds);
        }
    }
    return select;
}

} // namespace bomay
