// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/messages.h"
#include "core/decree/limit.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace bomay {

struct CheckEntry;
struct FixEntry;

/// Mức độ of a finding, the gravest first.
enum class Severity { Error, Warning, Advice };

/// How well the text of law behind a rule is known (law.md, "Labels").
enum class Label {
    Read,     ///< the wording of the law itself was read
    Reported, ///< news or an official site paraphrases it
    Memory,   ///< general knowledge; never more than an advice, and off unless asked for
    Own       ///< no law: the program's own sense of a well-formed chart; at most a warning
};

/// What a rule is checked at, so that a change has only its own anchors checked again (design.md §8.12).
enum class Anchor {
    Unit,     ///< one unit and what stands directly in it
    Children, ///< a unit and the units below it that the rule names
    Branch,   ///< a unit and all that is below it, however deep
    Siblings, ///< a unit, the unit above it and those beside it
    Locality, ///< the bodies of one locality
    Chart     ///< the whole chart
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

/// What a unit must be. An empty list asks for nothing.
struct UnitTraits
{
    std::vector<UnitKind> kinds;
    AgencyNames names;
    AgencyNames exceptNames;
    std::vector<Autonomy> autonomies;
};

/// A number that a unit must have.
struct NumberBounds
{
    const MeasureEntry *measure = nullptr;
    std::optional<int> atLeast;
    std::optional<int> below;
};

/// Which units a rule speaks of. An empty list asks for nothing.
struct UnitSelection
{
    UnitTraits own;    ///< without kinds: every unit
    UnitTraits parent; ///< of the unit that it belongs to
    std::vector<LocalityType> localityTypes;
    std::vector<NamedPlace> within;  ///< the unit's locality is one of these or lies in one
    std::vector<NamedPlace> outside; ///< … is none of these and lies in none
    std::vector<NumberBounds> numbers;

    [[nodiscard]] bool asksForLocality() const { return !localityTypes.empty() || !within.empty() || !outside.empty(); }
};

/// Without so many units of these kinds the chart is taken for a part of the whole, of which the rule says nothing
/// (law.md §11.7). They are looked for where the rule is anchored: under the unit, or beside it.
struct WholeFrom
{
    Scope scope; ///< without kinds the rule does not ask
    int atLeast = 0;
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

/// Thời gian chuyển tiếp: a time in which what a reorganisation left over may stay. Breaches of rules that name it are
/// to be reviewed and not errors up to its last day (law.md §0.6, §11.10).
struct Grace
{
    QString id;
    Citation citation;
    int months = 0;           ///< from the unit's reorganisation to the same day, that day included; 0 = see `until`
    std::optional<Day> until; ///< for all units alike
    std::optional<Day> reorganisedFrom; ///< reorganisations that it covers
    std::optional<Day> reorganisedTo;
    std::vector<Reorganisation> forms; ///< likewise; empty = all. One whose form is not given is covered
};

/// What a rule's check compares with. Which of them count is up to the check; the others are as here.
struct Parameters
{
    const MeasureEntry *measure = nullptr;
    Limit limit;
    int minimum = 0;
    Scope counted;                                      ///< for measures that count units
    Scope scope;                                        ///< for sums and lists: which units under the anchor
    int limitPerUnitTenths = 0;                         ///< for sums: times the number of units summed over, in tenths
    int constant = 0;                                   ///< for sums: added once
    std::vector<std::pair<Reorganisation, int>> extras; ///< for sums: added for each unit that came out of one
    AgencyNames names;                                  ///< those allowed
    std::vector<AgencyNames> required;                  ///< each by one of its names
    std::vector<std::pair<LocalityType, int>> localities; ///< how many of each type
    int completeFrom = 0;                                 ///< fewer localities than this are a part of the whole
};

/// Quy định: one rule of a document as data.
struct Rule
{
    QString id;
    Citation citation;
    Label label = Label::Memory;
    Severity severity = Severity::Advice;
    Day validFrom;
    std::optional<Day> validTo;        ///< the last day; nothing = open
    std::optional<Day> warningFrom;    ///< from this day an error is a warning: what came later was not read
    const CheckEntry *check = nullptr; ///< entry of the one array of checks; never null in a loaded rule
    Parameters parameters;
    UnitSelection select;
    WholeFrom whole;
    QStringList yieldsTo;                ///< ids of rules that go before this one where both speak of a unit
    QStringList overrides;               ///< the same seen from the other side: ids of rules that yield to this one
    QStringList graces;                  ///< ids, the one that goes first first
    std::vector<const FixEntry *> fixes; ///< entries of the one array of fixes, the best first
    std::vector<std::pair<QString, Place>> references; ///< all these ids with their places: a typing error is told
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

/// Something that the document says and that no rule checks.
struct LeftOut
{
    QString id;
    Day validFrom;
    std::optional<Day> validTo; ///< the last day; nothing = open
    BilingualText reason;

    friend bool operator==(const LeftOut &, const LeftOut &) = default;
};

/// Bộ quy định: one legal document as rules, read from one TOML file.
struct RulePack
{
    QString id;
    QString version;
    DecreeDocument document;
    std::vector<Rule> rules; ///< in the order of the file
    std::vector<Grace> graces;
    std::vector<LeftOut> leftOut;
};

} // namespace bomay
