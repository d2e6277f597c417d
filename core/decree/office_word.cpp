// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/office_word.h"

#include "core/model/organisation.h"

#include <QHash>

namespace bomay {

namespace {

/// A rule and the pack that it stands in.
struct PlacedRule
{
    const Rule *rule = nullptr;
    const RulePack *pack = nullptr;
};

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

bool isInForce(const Rule &rule, Day day)
{
    return day >= rule.validFrom && (!rule.validTo || day <= *rule.validTo);
}

} // namespace

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
        if (const Waiver *waiver = waivers.take(finding.fingerprint))
            finding.waiver = *waiver;
    }
    for (const Waiver &row : organisation.waivers()) {
        // A rule that is not in force on the day says nothing of what it found on another.
        const PlacedRule placed = rules.value(row.rule);
        if (waivers.value(row.fingerprint) == &row && placed.rule != nullptr && isInForce(*placed.rule, report.day))
            report.staleWaivers.push_back(row);
    }
}

} // namespace bomay
