// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/decree/limit.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace bomay {

struct CheckEntry;

/// Mức độ of a finding, the gravest first.
enum class Severity { Error, Warning, Advice };

/// How well the text of law behind a rule is known (law.md, "Labels").
enum class Label {
    Read,     ///< the wording of the law itself was read
    Reported, ///< news or an official site paraphrases it
    Memory    ///< general knowledge; never more than an advice, and off unless asked for
};

/// What a rule is checked at, so that a change has only its own anchors checked again.
enum class Anchor {
    Unit,     ///< one unit and what stands directly in it
    Committee ///< a UBND and the units directly under it
};

template <>
std::span<const Term<Severity>> terms();
template <>
std::span<const Term<Label>> terms();
template <>
std::span<const Term<Anchor>> terms();

/// A locality that the law names, and how to know it: by code, or by type and name.
struct NamedPlace
{
    QString key; ///< as the pack calls it
    QStringList codes;
    std::vector<LocalityType> types;
    QStringList names; ///< bare and folded, see `LocalityName`
    QString within;    ///< key of the place it is known to lie in, or empty
};

/// Which units a rule speaks of. An empty list asks for nothing.
struct UnitSelection
{
    std::vector<UnitKind> kinds;
    std::vector<UnitKind> parentKinds;
    std::vector<LocalityType> localityTypes;
    std::vector<NamedPlace> within;  ///< the unit's locality is one of these or lies in one
    std::vector<NamedPlace> outside; ///< … is none of these and lies in none

    [[nodiscard]] bool asksForLocality() const { return !localityTypes.empty() || !within.empty() || !outside.empty(); }
};

/// Which units under an anchor a sum goes over: those directly under it, of these kinds.
struct Scope
{
    std::vector<UnitKind> kinds;
};

/// Where a rule stands in the law, as the law writes it.
struct Citation
{
    QString document; ///< "Nghị định số 33/2021/NĐ-CP"
    QString article;  ///< Điều, empty where there is none
    QString clause;   ///< khoản
    QString point;    ///< điểm
    QString text;     ///< "khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"

    friend bool operator==(const Citation &, const Citation &) = default;
};

/// Quy định: one rule of a document as data. Which of the parameters count is up to its check.
struct Rule
{
    QString id;
    Citation citation;
    Label label = Label::Memory;
    Severity severity = Severity::Advice;
    Day validFrom;
    std::optional<Day> validTo;        ///< the last day; nothing = open
    const CheckEntry *check = nullptr; ///< entry of the one array of checks; never null in a loaded rule
    const MeasureEntry *measure = nullptr;
    Limit limit;
    int limitPerUnit = 0; ///< for sums: times the number of units summed over
    Scope scope;
    UnitSelection select;
    BilingualText title;
    BilingualText message;     ///< template with places for names and numbers
    BilingualText explanation; ///< likewise
};

/// The legal document behind a pack, as far as it is known.
struct DecreeDocument
{
    QString type;   ///< "Nghị định"
    QString number; ///< "33/2021/NĐ-CP"; empty where it has none
    QString issuer;
    std::optional<Day> signedOn;
    BilingualText about;
    BilingualText note; ///< what is not certain about it, for example an end date that was derived
    QString citedAs;    ///< "Nghị định số 33/2021/NĐ-CP"
};

/// Bộ quy định: one legal document as rules, read from one TOML file.
struct RulePack
{
    QString id;
    QString version;
    DecreeDocument document;
    std::vector<Rule> rules; ///< in the order of the file
};

} // namespace bomay
