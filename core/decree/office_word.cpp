// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/office_word.h"

#include "core/decree/rule_state.h"
#include "core/model/organisation.h"

#include <QHash>

#include <cstdlib>

namespace bomay {

namespace {

/// The rules that the report was made with.
QHash<QString, PlacedRule> rulesOf(const CheckReport &report, std::span<const RulePack> packs)
{
    QHash<QString, PlacedRule> rules;
    for (const RulePack &pack : packs) {
        if (std::ranges::find(report.packs, pack.id, &PackVersion::id) == report.packs.end())
            continue;
        for (const Rule &rule : pack.rules)
            if (!report.disabled.contains(rule.id))
                rules.insert(rule.id, {&rule, &pack});
    }
    return rules;
}

/// Is the breach no greater than the one that was answered for?
bool covers(const Waiver &waiver, const Finding &finding)
{
    if (waiver.limit == finding.limit.text && waiver.actual == finding.actual.text)
        return true;
    bool hasLimit = false;
    bool hasActual = false;
    const int was = waiver.actual.toInt(&hasActual) - waiver.limit.toInt(&hasLimit);
    const bool areNumbers = hasLimit && hasActual && finding.limit.text == QString::number(finding.limit.number) &&
                            finding.actual.text == QString::number(finding.actual.number);
    const int now = finding.actual.number - finding.limit.number;
    return areNumbers && (was > 0) == (now > 0) && std::abs(now) <= std::abs(was);
}

} // namespace

CheckOptions optionsOf(const Organisation &organisation)
{
    CheckOptions options;
    for (const RuleSwitch &row : organisation.ruleSwitches())
        (row.isOn ? options.enabledRules : options.disabledRules) += row.rule;
    return options;
}

Waiver waiverFor(const Finding &finding, const QString &reason, const QString &basis)
{
    Waiver waiver;
    waiver.rule = finding.rule;
    waiver.fingerprint = finding.fingerprint;
    waiver.subject = finding.subjects.front().name;
    waiver.limit = finding.limit.text;
    waiver.actual = finding.actual.text;
    waiver.reason = reason;
    waiver.basis = basis;
    return waiver;
}

void applyOfficeWord(CheckReport &report, const Organisation &organisation, std::span<const RulePack> packs)
{
    if (organisation.waivers().size() == 0 && organisation.confirmations().size() == 0)
        return;
    const auto rules = rulesOf(report, packs);
    QHash<QString, const Confirmation *> confirmations;
    for (const Confirmation &row : organisation.confirmations()) {
        const PlacedRule placed = rules.value(row.rule);
        if (placed.rule != nullptr && placed.pack->version != row.edition)
            report.staleConfirmations.push_back(row);
        else if (placed.rule != nullptr && placed.rule->label == Label::Reported)
            confirmations.insert(row.rule, &row);
    }
    QHash<QString, const Waiver *> waivers;
    for (const Waiver &row : organisation.waivers())
        waivers.insert(row.fingerprint, &row);
    for (Finding &finding : report.findings) {
        if (const Confirmation *confirmation = confirmations.value(finding.rule)) {
            finding.confirmation = *confirmation;
            const Rule &rule = *rules.value(finding.rule).rule;
            const bool isLowered = finding.grace || (rule.warningFrom && report.day >= *rule.warningFrom);
            if (confirmation->asError && finding.severity == Severity::Warning && !isLowered)
                finding.severity = Severity::Error;
        }
        const Waiver *waiver = waivers.value(finding.fingerprint);
        if (waiver == nullptr)
            continue;
        (covers(*waiver, finding) ? finding.waiver : finding.outgrown) = *waiver;
        waivers.remove(finding.fingerprint);
    }
    for (const Waiver &row : organisation.waivers()) {
        // A rule that is not in force on the day says nothing of what it found on another.
        const PlacedRule placed = rules.value(row.rule);
        if (waivers.value(row.fingerprint) == &row && placed.rule != nullptr && isInForce(*placed.rule, report.day))
            report.staleWaivers.push_back(row);
    }
}

} // namespace bomay
