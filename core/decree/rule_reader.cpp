// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_reader.h"

#include "core/base/numbers.h"
#include "core/decree/citation.h"
#include "core/decree/entry_lookup.h"
#include "core/decree/fixes.h"
#include "core/decree/parameter_reader.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMonthsInYear = 12;

/// The gravest severity that a label bears (law.md §11.1).
Severity gravest(Label label)
{
    switch (label) {
    case Label::Read:
        return Severity::Error;
    case Label::Reported:
    case Label::Own:
        return Severity::Warning;
    case Label::Memory:
        break;
    }
    return Severity::Advice;
}

QStringList ruleKeys()
{
    return QStringList{u"id"_s,        u"article"_s,    u"clause"_s,      u"point"_s, u"amended_by"_s,   u"label"_s,
                       u"severity"_s,  u"valid_from"_s, u"valid_to"_s,    u"check"_s, u"anchor"_s,       u"select"_s,
                       u"title"_s,     u"message"_s,    u"explanation"_s, u"whole"_s, u"warning_from"_s, u"yields_to"_s,
                       u"overrides"_s, u"grace"_s,      u"fixes"_s} +
           parameterKeys();
}

/// Article, clause and point of a rule or grace; `document` as cited.
Result<Citation> readCitation(const TomlTable &table, const QString &document)
{
    Citation citation;
    citation.document = document;
    BM_TRY(citation.article, table.optionalText(u"article"_s));
    BM_TRY(citation.clause, table.optionalText(u"clause"_s));
    BM_TRY(citation.point, table.optionalText(u"point"_s));
    BM_TRY(const QString amendedBy, table.optionalText(u"amended_by"_s));
    if (!citation.point.isEmpty() && citation.clause.isEmpty())
        return fail(u"pack-missing-key"_s, {{u"key"_s, u"clause"_s}, {u"table"_s, u"rule"_s}}, table.place());
    if (!citation.clause.isEmpty() && citation.article.isEmpty())
        return fail(u"pack-missing-key"_s, {{u"key"_s, u"article"_s}, {u"table"_s, u"rule"_s}}, table.place());
    return writtenCitation(std::move(citation), amendedBy);
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
        BM_TRY(m_rule.citation, readCitation(m_table, m_document.citedAs));
        BM_TRY_VOID(readWeight());
        BM_TRY_VOID(readValidity());
        BM_TRY_VOID(readCheck());
        BM_TRY(m_rule.parameters, readParameters(m_table, *m_rule.check));
        BM_TRY(m_rule.select, readSelection(m_table, m_places));
        BM_TRY_VOID(readWhole());
        BM_TRY(m_rule.yieldsTo, references(u"yields_to"_s));
        BM_TRY(m_rule.overrides, references(u"overrides"_s));
        BM_TRY(m_rule.graces, references(u"grace"_s));
        BM_TRY_VOID(readFixes());
        BM_TRY_VOID(readTexts());
        return std::move(m_rule);
    }

private:
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
        BM_TRY(m_rule.validTo, m_table.optionalDay(u"valid_to"_s));
        if (m_rule.validTo && *m_rule.validTo < m_rule.validFrom)
            return fail(u"pack-date-order"_s,
                        {{u"from"_s, m_rule.validFrom.toIso()}, {u"to"_s, m_rule.validTo->toIso()}},
                        m_table.find(u"valid_to"_s)->place);
        BM_TRY(m_rule.warningFrom, m_table.optionalDay(u"warning_from"_s));
        return {};
    }

    Result<> readCheck()
    {
        BM_TRY(m_rule.check, entryOf(checks(), m_table, u"check"_s));
        BM_TRY(const Anchor anchor, m_table.value<Anchor>(u"anchor"_s));
        if (anchor != m_rule.check->anchor)
            return unknownValue(*m_table.find(u"anchor"_s), u"anchor"_s, codeOf(anchor),
                                {codeOf(m_rule.check->anchor)});
        return {};
    }

    Result<> readWhole()
    {
        const TomlNode *node = m_table.find(u"whole"_s);
        if (node == nullptr)
            return {};
        BM_TRY(const TomlTable table,
               TomlTable::open(*node, u"whole"_s, {u"kinds"_s, u"locality_types"_s, u"at_least"_s}));
        BM_TRY_VOID(table.require(u"kinds"_s));
        BM_TRY(m_rule.whole.scope.kinds, table.values<UnitKind>(u"kinds"_s));
        BM_TRY(m_rule.whole.scope.localityTypes, table.values<LocalityType>(u"locality_types"_s));
        BM_TRY(m_rule.whole.atLeast, table.count(u"at_least"_s));
        return {};
    }

    Result<> readFixes()
    {
        const QString key = u"fixes"_s;
        BM_TRY(const QStringList names, m_table.texts(key));
        for (qsizetype i = 0; i < names.size(); ++i) {
            BM_TRY(const FixEntry *entry,
                   entryNamed(fixEntries(), names[i], key, (*m_table.find(key)->array())[uz(i)]));
            m_rule.fixes.push_back(entry);
        }
        return {};
    }

    Result<QStringList> references(const QString &key)
    {
        BM_TRY(QStringList ids, m_table.texts(key));
        for (qsizetype i = 0; i < ids.size(); ++i)
            m_rule.references.emplace_back(ids[i], (*m_table.find(key)->array())[uz(i)].place);
        return ids;
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

Result<Grace> readGrace(const TomlNode &node, const DecreeDocument &document)
{
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"grace"_s,
                           {u"id"_s, u"cited_as"_s, u"article"_s, u"clause"_s, u"point"_s, u"amended_by"_s, u"months"_s,
                            u"years"_s, u"until"_s, u"reorganised_from"_s, u"reorganised_to"_s, u"forms"_s}));
    Grace grace;
    BM_TRY(grace.id, table.text(u"id"_s));
    // A grace may stand in the document that amended this one.
    BM_TRY(const QString citedAs, table.optionalText(u"cited_as"_s));
    BM_TRY(grace.citation, readCitation(table, citedAs.isEmpty() ? document.citedAs : citedAs));
    BM_TRY(grace.until, table.optionalDay(u"until"_s));
    const QStringList lengths{u"months"_s, u"years"_s, u"until"_s};
    if (std::ranges::count_if(lengths, [&table](const QString &key) { return table.has(key); }) != 1)
        return fail(u"pack-grace-length"_s, {}, table.place());
    if (table.has(u"months"_s)) {
        BM_TRY(grace.months, table.count(u"months"_s));
    } else if (table.has(u"years"_s)) {
        BM_TRY(const int years, table.count(u"years"_s));
        grace.months = years * kMonthsInYear;
    }
    BM_TRY(grace.reorganisedFrom, table.optionalDay(u"reorganised_from"_s));
    BM_TRY(grace.reorganisedTo, table.optionalDay(u"reorganised_to"_s));
    BM_TRY(grace.forms, table.values<Reorganisation>(u"forms"_s));
    return grace;
}

} // namespace bomay
