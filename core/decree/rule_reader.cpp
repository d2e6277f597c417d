// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_reader.h"

#include "core/base/text_view.h"
#include "core/decree/check_table.h"
#include "core/decree/citation.h"
#include "core/decree/toml_table.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The gravest severity that a label bears (law.md §11.1).
Severity gravest(Label label)
{
    switch (label) {
    case Label::Read:
        return Severity::Error;
    case Label::Reported:
        return Severity::Warning;
    case Label::Memory:
        break;
    }
    return Severity::Advice;
}

/// The entry with this name in one of the explicit arrays.
template <typename Entry>
Result<const Entry *> entryOf(std::span<const Entry> entries, const TomlTable &table, const QString &key)
{
    BM_TRY(const QString name, table.text(key));
    QStringList allowed;
    for (const Entry &entry : entries) {
        if (toQString(entry.name) == name)
            return &entry;
        allowed += toQString(entry.name);
    }
    return unknownValue(*table.find(key), key, name, allowed);
}

QStringList ruleKeys()
{
    QStringList keys{u"id"_s,     u"article"_s,  u"clause"_s,     u"point"_s,    u"amended_by"_s,
                     u"label"_s,  u"severity"_s, u"valid_from"_s, u"valid_to"_s, u"check"_s,
                     u"anchor"_s, u"select"_s,   u"title"_s,      u"message"_s,  u"explanation"_s};
    for (const ParameterDescription &parameter : parameterDescriptions())
        keys += toQString(parameter.key);
    return keys;
}

/// Reads one rule; the order of the steps is the order in which errors are met.
class RuleReader
{
public:
    RuleReader(const TomlTable &table, const DecreeDocument &document, const NamedPlaces &places)
        : m_table(table)
        , m_document(document)
        , m_places(places)
    {}

    Result<Rule> read()
    {
        BM_TRY(m_rule.id, m_table.text(u"id"_s));
        BM_TRY_VOID(readCitation());
        BM_TRY_VOID(readWeight());
        BM_TRY_VOID(readValidity());
        BM_TRY_VOID(readCheck());
        for (const Parameter parameter : m_rule.check->parameters)
            BM_TRY_VOID(readParameter(parameter));
        BM_TRY_VOID(readSelection());
        BM_TRY_VOID(readTexts());
        return std::move(m_rule);
    }

private:
    Result<> readCitation()
    {
        Citation citation;
        citation.document = m_document.citedAs;
        BM_TRY(citation.article, m_table.optionalText(u"article"_s));
        BM_TRY(citation.clause, m_table.optionalText(u"clause"_s));
        BM_TRY(citation.point, m_table.optionalText(u"point"_s));
        BM_TRY(const QString amendedBy, m_table.optionalText(u"amended_by"_s));
        if (!citation.point.isEmpty() && citation.clause.isEmpty())
            return fail(u"pack-missing-key"_s, {{u"key"_s, u"clause"_s}, {u"table"_s, u"rule"_s}}, m_table.place());
        if (!citation.clause.isEmpty() && citation.article.isEmpty())
            return fail(u"pack-missing-key"_s, {{u"key"_s, u"article"_s}, {u"table"_s, u"rule"_s}}, m_table.place());
        m_rule.citation = writtenCitation(std::move(citation), amendedBy);
        return {};
    }

    Result<> readWeight()
    {
        BM_TRY(m_rule.label, m_table.value<Label>(u"label"_s));
        BM_TRY(m_rule.severity, m_table.value<Severity>(u"severity"_s));
        const Severity allowed = gravest(m_rule.label);
        if (m_rule.severity < allowed) // the gravest stands first
            return fail(u"pack-severity-too-high"_s,
                        {{u"label"_s, codeOf(m_rule.label)},
                         {u"severity"_s, codeOf(m_rule.severity)},
                         {u"allowed"_s, codeOf(allowed)}},
                        m_table.find(u"severity"_s)->place);
        return {};
    }

    Result<> readValidity()
    {
        BM_TRY(m_rule.validFrom, m_table.day(u"valid_from"_s));
        if (!m_table.has(u"valid_to"_s))
            return {};
        BM_TRY(const Day last, m_table.day(u"valid_to"_s));
        if (last < m_rule.validFrom)
            return fail(u"pack-date-order"_s, {{u"from"_s, m_rule.validFrom.toIso()}, {u"to"_s, last.toIso()}},
                        m_table.find(u"valid_to"_s)->place);
        m_rule.validTo = last;
        return {};
    }

    Result<> readCheck()
    {
        BM_TRY(m_rule.check, entryOf(checks(), m_table, u"check"_s));
        for (const ParameterDescription &parameter : parameterDescriptions()) {
            const TomlNode *node = m_table.find(toQString(parameter.key));
            const auto &wanted = m_rule.check->parameters;
            if (node != nullptr && std::ranges::find(wanted, parameter.parameter) == wanted.end())
                return fail(u"pack-unneeded-key"_s,
                            {{u"key"_s, toQString(parameter.key)}, {u"check"_s, toQString(m_rule.check->name)}},
                            node->place);
        }
        BM_TRY(const Anchor anchor, m_table.value<Anchor>(u"anchor"_s));
        if (anchor != m_rule.check->anchor)
            return unknownValue(*m_table.find(u"anchor"_s), u"anchor"_s, codeOf(anchor),
                                {codeOf(m_rule.check->anchor)});
        return {};
    }

    Result<> readParameter(Parameter parameter)
    {
        switch (parameter) {
        case Parameter::Measure: {
            BM_TRY(m_rule.measure, entryOf(measures(), m_table, u"measure"_s));
            return {};
        }
        case Parameter::Limit:
            return readLimit();
        case Parameter::LimitPerUnit: {
            BM_TRY(m_rule.limitPerUnit, m_table.count(u"limit_per_unit"_s));
            return {};
        }
        case Parameter::Scope: {
            BM_TRY(const TomlNode *node, m_table.require(u"scope"_s));
            BM_TRY(const TomlTable scope, TomlTable::open(*node, u"scope"_s, {u"kinds"_s}));
            BM_TRY_VOID(scope.require(u"kinds"_s));
            BM_TRY(m_rule.scope.kinds, scope.values<UnitKind>(u"kinds"_s));
            return {};
        }
        }
        return {};
    }

    /// `limit = 3`, or a table: `by` a measure, with `tiers` of { below, limit }, the last one without `below`.
    Result<> readLimit()
    {
        BM_TRY(const TomlNode *node, m_table.require(u"limit"_s));
        if (node->table() == nullptr) {
            BM_TRY(const int limit, m_table.count(u"limit"_s));
            m_rule.limit.tiers = {{std::nullopt, limit}};
            return {};
        }
        BM_TRY(const TomlTable table, TomlTable::open(*node, u"limit"_s, {u"by"_s, u"tiers"_s}));
        BM_TRY(m_rule.limit.by, entryOf(measures(), table, u"by"_s));
        BM_TRY(const TomlNode::Array *tiers, table.list(u"tiers"_s));
        for (const TomlNode &tier : *tiers)
            BM_TRY_VOID(readTier(tier, &tier == &tiers->back()));
        return {};
    }

    Result<> readTier(const TomlNode &node, bool isLast)
    {
        BM_TRY(const TomlTable table, TomlTable::open(node, u"tiers"_s, {u"below"_s, u"limit"_s}));
        Limit::Tier tier;
        BM_TRY(tier.limit, table.count(u"limit"_s));
        if (table.has(u"below"_s)) {
            BM_TRY(tier.below, table.count(u"below"_s));
        }
        auto &tiers = m_rule.limit.tiers;
        const bool ascends = tiers.empty() || !tier.below || *tier.below > *tiers.back().below;
        if (tier.below.has_value() == isLast || !ascends)
            return fail(u"pack-limit-order"_s, {}, node.place);
        tiers.push_back(tier);
        return {};
    }

    Result<> readSelection()
    {
        BM_TRY(const TomlNode *node, m_table.require(u"select"_s));
        BM_TRY(const TomlTable table,
               TomlTable::open(*node, u"select"_s,
                               {u"kinds"_s, u"parent_kinds"_s, u"locality_types"_s, u"within"_s, u"outside"_s}));
        UnitSelection &select = m_rule.select;
        BM_TRY_VOID(table.require(u"kinds"_s));
        BM_TRY(select.kinds, table.values<UnitKind>(u"kinds"_s));
        if (m_rule.check->anchor == Anchor::Committee && select.kinds != std::vector{UnitKind::PeoplesCommittee})
            return fail(u"pack-anchor-kind"_s, {{u"kind"_s, codeOf(UnitKind::PeoplesCommittee)}},
                        table.find(u"kinds"_s)->place);
        BM_TRY(select.parentKinds, table.values<UnitKind>(u"parent_kinds"_s));
        BM_TRY(select.localityTypes, table.values<LocalityType>(u"locality_types"_s));
        BM_TRY(select.within, placesOf(table, u"within"_s));
        BM_TRY(select.outside, placesOf(table, u"outside"_s));
        return {};
    }

    /// The places under a key with all that are known to lie in them: who is in Thủ Đức is in the city.
    Result<std::vector<NamedPlace>> placesOf(const TomlTable &table, const QString &key)
    {
        std::vector<NamedPlace> result;
        if (!table.has(key))
            return result;
        BM_TRY(const QStringList keys, table.texts(key));
        for (qsizetype i = 0; i < keys.size(); ++i) {
            QStringList allowed;
            for (const auto &[name, place] : m_places) {
                allowed += name;
                if (name == keys[i] || place.within == keys[i])
                    result.push_back(place);
            }
            if (!allowed.contains(keys[i]))
                return unknownValue((*table.find(key)->array())[uz(i)], key, keys[i], allowed);
        }
        return result;
    }

    Result<> readTexts()
    {
        BM_TRY(m_rule.title, m_table.bilingual(u"title"_s));
        BM_TRY(m_rule.message, m_table.bilingual(u"message"_s));
        BM_TRY(m_rule.explanation, m_table.bilingual(u"explanation"_s));
        QStringList allowed{u"name"_s, u"limit"_s, u"actual"_s};
        for (const std::u16string_view name : m_rule.check->placeholders)
            allowed += toQString(name);
        for (const QString &key : {u"message"_s, u"explanation"_s})
            for (const QString &language : {u"vi"_s, u"en"_s})
                BM_TRY_VOID(checkPlaceholders(*m_table.find(key)->find(language), allowed));
        return {};
    }

    static Result<> checkPlaceholders(const TomlNode &node, const QStringList &allowed)
    {
        const QString &text = *node.string();
        for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
            const qsizetype close = text.indexOf(u'}', open);
            const QString name = text.sliced(open + 1, (close < 0 ? text.size() : close) - open - 1);
            if (close < 0 || !allowed.contains(name))
                return fail(u"pack-unknown-placeholder"_s,
                            {{u"placeholder"_s, name}, {u"allowed"_s, allowed.join(u", "_s)}}, node.place);
        }
        return {};
    }

    const TomlTable &m_table;
    const DecreeDocument &m_document;
    const NamedPlaces &m_places;
    Rule m_rule;
};

} // namespace

Result<Rule> readRule(const TomlNode &node, const DecreeDocument &document, const NamedPlaces &places)
{
    BM_TRY(const TomlTable table, TomlTable::open(node, u"rule"_s, ruleKeys()));
    return RuleReader(table, document, places).read();
}

} // namespace bomay
