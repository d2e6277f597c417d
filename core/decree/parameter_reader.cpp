// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/parameter_reader.h"

#include "core/decree/entry_lookup.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool has(std::span<const Parameter> list, Parameter parameter)
{
    return std::ranges::find(list, parameter) != list.end();
}

/// Reads the parameters of one rule; the order of the array of parameters is the order in which errors are met.
class ParameterReader
{
public:
    ParameterReader(const TomlTable &table, const CheckEntry &check)
        : m_table(table)
        , m_check(check)
    {}

    Result<Parameters> read()
    {
        for (const ParameterDescription &parameter : parameterDescriptions()) {
            const QString key = toQString(parameter.key);
            const bool required = has(m_check.required, parameter.parameter);
            if (m_table.has(key) && !required && !has(m_check.optional, parameter.parameter))
                return unneeded(key);
        }
        for (const ParameterDescription &parameter : parameterDescriptions()) {
            const bool required = has(m_check.required, parameter.parameter);
            if (required || (has(m_check.optional, parameter.parameter) && m_table.has(toQString(parameter.key))))
                BM_TRY_VOID(read(parameter.parameter));
        }
        BM_TRY_VOID(readCounted());
        return std::move(m_parameters);
    }

private:
    std::unexpected<Error> unneeded(const QString &key) const
    {
        return fail(u"pack-unneeded-key"_s, {{u"key"_s, key}, {u"check"_s, toQString(m_check.name)}},
                    m_table.find(key)->place);
    }

    Result<> read(Parameter parameter)
    {
        switch (parameter) {
        case Parameter::Measure: {
            BM_TRY(m_parameters.measure, entryOf(measures(), m_table, u"measure"_s));
            return {};
        }
        case Parameter::Limit:
            return readLimit();
        case Parameter::Minimum: {
            BM_TRY(m_parameters.minimum, m_table.count(u"minimum"_s));
            return {};
        }
        case Parameter::Scope: {
            BM_TRY(m_parameters.scope, scopeOf(u"scope"_s));
            return {};
        }
        case Parameter::LimitPerUnit: {
            BM_TRY(m_parameters.limitPerUnitTenths, m_table.tenths(u"limit_per_unit"_s));
            return {};
        }
        case Parameter::Constant: {
            BM_TRY(m_parameters.constant, m_table.count(u"constant"_s));
            return {};
        }
        case Parameter::Extras: {
            BM_TRY(m_parameters.extras, countsOf<Reorganisation>(u"extras"_s));
            return {};
        }
        case Parameter::Names: {
            BM_TRY_VOID(m_table.require(u"names"_s));
            BM_TRY(m_parameters.names, readAgencyNames(m_table, u"names"_s));
            return {};
        }
        case Parameter::Required:
            return readRequired();
        case Parameter::Localities: {
            BM_TRY(m_parameters.localities, countsOf<LocalityType>(u"localities"_s));
            return {};
        }
        case Parameter::CompleteFrom: {
            BM_TRY(m_parameters.completeFrom, m_table.count(u"complete_from"_s));
            return {};
        }
        }
        return {};
    }

    /// `counted` goes with a measure that counts units and with no other.
    Result<> readCounted()
    {
        const auto counts = [](const MeasureEntry *measure) { return measure != nullptr && measure->countsUnits; };
        if (counts(m_parameters.measure) || counts(m_parameters.limit.by)) {
            BM_TRY(m_parameters.counted, scopeOf(u"counted"_s));
        } else if (m_table.has(u"counted"_s)) {
            return unneeded(u"counted"_s);
        }
        return {};
    }

    Result<Scope> scopeOf(const QString &key)
    {
        BM_TRY(const TomlNode *node, m_table.require(key));
        BM_TRY(const TomlTable table,
               TomlTable::open(*node, key,
                               {u"kinds"_s, u"locality_types"_s, u"names"_s, u"except_names"_s, u"through"_s}));
        Scope scope;
        BM_TRY_VOID(table.require(u"kinds"_s));
        BM_TRY(scope.kinds, table.values<UnitKind>(u"kinds"_s));
        BM_TRY(scope.localityTypes, table.values<LocalityType>(u"locality_types"_s));
        BM_TRY(scope.names, readAgencyNames(table, u"names"_s));
        BM_TRY(scope.exceptNames, readAgencyNames(table, u"except_names"_s));
        BM_TRY(scope.through, table.values<UnitKind>(u"through"_s));
        return scope;
    }

    /// A table of value = number.
    template <typename Enum>
    Result<std::vector<std::pair<Enum, int>>> countsOf(const QString &key)
    {
        BM_TRY(const TomlNode *node, m_table.require(key));
        QStringList allowed;
        for (const auto &term : terms<Enum>())
            if (!term.code.empty())
                allowed += codeOf(term.value);
        BM_TRY(const TomlTable table, TomlTable::open(*node, key, allowed));
        std::vector<std::pair<Enum, int>> result;
        for (const auto &term : terms<Enum>()) {
            if (term.code.empty() || !table.has(codeOf(term.value)))
                continue;
            BM_TRY(const int number, table.count(codeOf(term.value)));
            result.emplace_back(term.value, number);
        }
        return result;
    }

    /// Each entry a name, or a list of names that stand for each other.
    Result<> readRequired()
    {
        BM_TRY(const TomlNode::Array *nodes, m_table.list(u"required"_s));
        for (const TomlNode &node : *nodes) {
            const TomlNode::Array *names = node.array();
            if (names != nullptr && names->empty())
                return fail(u"pack-expected-list"_s, {{u"key"_s, u"required"_s}}, node.place);
            AgencyNames entry;
            for (const TomlNode &name : names == nullptr ? TomlNode::Array{node} : *names) {
                if (name.string() == nullptr || name.string()->trimmed().isEmpty())
                    return fail(u"pack-expected-text"_s, {{u"key"_s, u"required"_s}}, name.place);
                entry.add(*name.string());
            }
            m_parameters.required.push_back(std::move(entry));
        }
        return {};
    }

    /// `limit = 3`, or a table: `by` a measure with `tiers` of { below, limit }, the last one without `below`; or
    /// `by_class` with a limit for each class of locality; or `by_name` with { names, limit }.
    Result<> readLimit()
    {
        BM_TRY(const TomlNode *node, m_table.require(u"limit"_s));
        if (node->table() == nullptr) {
            BM_TRY(const int limit, m_table.count(u"limit"_s));
            m_parameters.limit.tiers = {{std::nullopt, limit}};
            return {};
        }
        BM_TRY(const TomlTable table,
               TomlTable::open(*node, u"limit"_s, {u"by"_s, u"tiers"_s, u"by_class"_s, u"by_name"_s}));
        if (table.has(u"by_class"_s))
            return readClasses(table);
        if (table.has(u"by_name"_s))
            return readNamed(table);
        BM_TRY(m_parameters.limit.by, entryOf(measures(), table, u"by"_s));
        BM_TRY(const TomlNode::Array *tiers, table.list(u"tiers"_s));
        for (const TomlNode &tier : *tiers)
            BM_TRY_VOID(readTier(tier, &tier == &tiers->back()));
        return {};
    }

    Result<> readTier(const TomlNode &node, bool isLast)
    {
        BM_TRY(const TomlTable table, TomlTable::open(node, u"tiers"_s, {u"below"_s, u"limit"_s}));
        Limit::Tier tier;
        if (table.has(u"below"_s)) {
            BM_TRY(tier.below, table.count(u"below"_s));
        }
        BM_TRY(tier.limit, table.count(u"limit"_s));
        std::vector<Limit::Tier> &tiers = m_parameters.limit.tiers;
        const bool ascends = tiers.empty() || !tier.below || *tiers.back().below < *tier.below;
        // Only the last tier is open.
        if (tier.below.has_value() == isLast || !ascends)
            return fail(u"pack-limit-order"_s, {}, node.place);
        tiers.push_back(tier);
        return {};
    }

    /// Classes are numbered 1 to 3 by the measure `locality-class`.
    Result<> readClasses(const TomlTable &limit)
    {
        BM_TRY(const TomlTable table,
               TomlTable::open(*limit.find(u"by_class"_s), u"by_class"_s, {u"I"_s, u"II"_s, u"III"_s}));
        m_parameters.limit.by =
            &*std::ranges::find(measures(), std::u16string_view(u"locality-class"), &MeasureEntry::name);
        int below = 2;
        for (const QString &key : {u"I"_s, u"II"_s, u"III"_s}) {
            BM_TRY(const int number, table.count(key));
            const std::optional<int> bound = key == u"III"_s ? std::nullopt : std::optional(below++);
            m_parameters.limit.tiers.push_back({bound, number});
        }
        return {};
    }

    Result<> readNamed(const TomlTable &limit)
    {
        BM_TRY(const TomlNode::Array *nodes, limit.list(u"by_name"_s));
        for (const TomlNode &node : *nodes) {
            BM_TRY(const TomlTable table, TomlTable::open(node, u"by_name"_s, {u"names"_s, u"limit"_s}));
            Limit::Named entry;
            BM_TRY_VOID(table.require(u"names"_s));
            BM_TRY(entry.names, readAgencyNames(table, u"names"_s));
            BM_TRY(entry.limit, table.count(u"limit"_s));
            m_parameters.limit.named.push_back(std::move(entry));
        }
        return {};
    }

    const TomlTable &m_table;
    const CheckEntry &m_check;
    Parameters m_parameters;
};

} // namespace

QStringList parameterKeys()
{
    QStringList keys{u"counted"_s};
    for (const ParameterDescription &parameter : parameterDescriptions())
        keys += toQString(parameter.key);
    return keys;
}

Result<Parameters> readParameters(const TomlTable &rule, const CheckEntry &check)
{
    return ParameterReader(rule, check).read();
}

Result<AgencyNames> readAgencyNames(const TomlTable &table, const QString &key)
{
    BM_TRY(const QStringList names, table.texts(key));
    AgencyNames result;
    for (const QString &name : names)
        result.add(name);
    return result;
}

} // namespace bomay
