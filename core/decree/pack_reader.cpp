// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/pack_reader.h"

#include "core/decree/citation.h"
#include "core/decree/locality_name.h"
#include "core/decree/rule_reader.h"
#include "core/decree/toml_table.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<DecreeDocument> readDocument(const TomlNode &node)
{
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"document"_s,
                           {u"type"_s, u"number"_s, u"issuer"_s, u"signed"_s, u"about"_s, u"note"_s, u"cited_as"_s}));
    DecreeDocument document;
    BM_TRY(document.type, table.text(u"type"_s));
    BM_TRY(document.number, table.optionalText(u"number"_s));
    BM_TRY(document.issuer, table.optionalText(u"issuer"_s));
    if (table.has(u"signed"_s)) {
        BM_TRY(document.signedOn, table.day(u"signed"_s));
    }
    BM_TRY(document.about, table.bilingual(u"about"_s));
    if (table.has(u"note"_s)) {
        BM_TRY(document.note, table.bilingual(u"note"_s));
    }
    // A document without a number says itself how it is cited; one with a number is cited as the law does it.
    if (document.number.isEmpty()) {
        BM_TRY(document.citedAs, table.text(u"cited_as"_s));
    } else if (const TomlNode *citedAs = table.find(u"cited_as"_s)) {
        return fail(u"pack-cited-twice"_s, {}, citedAs->place);
    } else {
        document.citedAs = citedDocument(document.type, document.number);
    }
    return document;
}

Result<NamedPlace> readPlace(const TomlNode &node, const QString &key)
{
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"places."_s + key, {u"codes"_s, u"types"_s, u"names"_s, u"within"_s}));
    NamedPlace place;
    place.key = key;
    for (const QString &required : {u"types"_s, u"names"_s})
        BM_TRY_VOID(table.require(required));
    BM_TRY(place.codes, table.texts(u"codes"_s));
    BM_TRY(place.types, table.values<LocalityType>(u"types"_s));
    BM_TRY(const QStringList names, table.texts(u"names"_s));
    for (const QString &name : names)
        place.names += splitLocalityName(name).bare;
    BM_TRY(place.within, table.optionalText(u"within"_s));
    return place;
}

Result<NamedPlaces> readPlaces(const TomlNode *node)
{
    NamedPlaces places;
    if (node == nullptr)
        return places;
    if (node->table() == nullptr)
        return fail(u"pack-expected-table"_s, {{u"key"_s, u"places"_s}}, node->place);
    for (const auto &[key, child] : *node->table()) {
        BM_TRY(NamedPlace place, readPlace(child, key));
        places.emplace(key, std::move(place));
    }
    QStringList keys;
    for (const auto &[key, place] : places)
        keys += key;
    for (const auto &[key, place] : places)
        if (!place.within.isEmpty() && !places.contains(place.within))
            return unknownValue(*node->find(key)->find(u"within"_s), u"within"_s, place.within, keys);
    return places;
}

Result<std::vector<Rule>> readRules(const TomlTable &root, const DecreeDocument &document, const NamedPlaces &places)
{
    std::vector<Rule> rules;
    // A document may be there for its grace only.
    if (!root.has(u"rule"_s) && root.has(u"grace"_s))
        return rules;
    BM_TRY(const TomlNode::Array *nodes, root.list(u"rule"_s));
    for (const TomlNode &node : *nodes) {
        BM_TRY(Rule rule, readRule(node, document, places));
        if (std::ranges::find(rules, rule.id, &Rule::id) != rules.end())
            return fail(u"pack-duplicate-rule"_s, {{u"rule"_s, rule.id}}, node.find(u"id"_s)->place);
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<std::vector<LeftOut>> readLeftOut(const TomlTable &root)
{
    std::vector<LeftOut> entries;
    if (!root.has(u"left_out"_s))
        return entries;
    BM_TRY(const TomlNode::Array *nodes, root.list(u"left_out"_s));
    for (const TomlNode &node : *nodes) {
        BM_TRY(const TomlTable table,
               TomlTable::open(node, u"left_out"_s, {u"id"_s, u"valid_from"_s, u"valid_to"_s, u"reason"_s}));
        LeftOut entry;
        BM_TRY(entry.id, table.text(u"id"_s));
        BM_TRY(entry.validFrom, table.day(u"valid_from"_s));
        BM_TRY(entry.validTo, table.optionalDay(u"valid_to"_s));
        BM_TRY(entry.reason, table.bilingual(u"reason"_s));
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<Grace>> readGraces(const TomlTable &root, const DecreeDocument &document)
{
    std::vector<Grace> graces;
    if (!root.has(u"grace"_s))
        return graces;
    BM_TRY(const TomlNode::Array *nodes, root.list(u"grace"_s));
    for (const TomlNode &node : *nodes) {
        BM_TRY(Grace grace, readGrace(node, document));
        if (std::ranges::find(graces, grace.id, &Grace::id) != graces.end())
            return fail(u"pack-duplicate-rule"_s, {{u"rule"_s, grace.id}}, node.find(u"id"_s)->place);
        graces.push_back(std::move(grace));
    }
    return graces;
}

} // namespace

Result<RulePack> loadPack(const QByteArray &bytes, const QString &file)
{
    BM_TRY(TomlNode rootNode, parseToml(bytes, file));
    rootNode.place = {file, {}, 1, 1};
    BM_TRY(
        const TomlTable root,
        TomlTable::open(rootNode, file, {u"pack"_s, u"document"_s, u"places"_s, u"rule"_s, u"grace"_s, u"left_out"_s}));
    BM_TRY(const TomlNode *packNode, root.require(u"pack"_s));
    BM_TRY(const TomlTable packTable, TomlTable::open(*packNode, u"pack"_s, {u"id"_s, u"version"_s}));
    RulePack pack;
    BM_TRY(pack.id, packTable.text(u"id"_s));
    BM_TRY(pack.version, packTable.text(u"version"_s));
    BM_TRY(const TomlNode *documentNode, root.require(u"document"_s));
    BM_TRY(pack.document, readDocument(*documentNode));
    BM_TRY(const NamedPlaces places, readPlaces(root.find(u"places"_s)));
    BM_TRY(pack.rules, readRules(root, pack.document, places));
    BM_TRY(pack.graces, readGraces(root, pack.document));
    BM_TRY(pack.leftOut, readLeftOut(root));
    return pack;
}

} // namespace bomay
