// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_json.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QJsonObject toJson(const BilingualText &text)
{
    return {{u"vi"_s, text.vi}, {u"en"_s, text.en}};
}

QJsonObject toJson(const Subject &subject)
{
    return {{u"kind"_s, subject.node.isUnit() ? u"unit"_s : u"post"_s},
            {u"code"_s, subject.code},
            {u"name"_s, subject.name}};
}

QJsonArray toJson(const std::vector<Contribution> &contributions)
{
    QJsonArray array;
    for (const Contribution &contribution : contributions) {
        QJsonObject object = toJson(contribution.subject);
        object.insert(u"number"_s, contribution.number);
        array.append(object);
    }
    return array;
}

QJsonValue toJson(const std::optional<Waiver> &waiver)
{
    if (!waiver)
        return QJsonValue::Null;
    return QJsonObject{{u"reason"_s, waiver->reason},
                       {u"basis"_s, waiver->basis},
                       {u"author"_s, waiver->author},
                       {u"date"_s, waiver->date.toIso()}};
}

QJsonValue toJson(const std::optional<Confirmation> &confirmation)
{
    if (!confirmation)
        return QJsonValue::Null;
    return QJsonObject{{u"author"_s, confirmation->author},
                       {u"basis"_s, confirmation->basis},
                       {u"date"_s, confirmation->date.toIso()}};
}

QJsonArray toJson(const std::vector<Subject> &subjects)
{
    QJsonArray array;
    for (const Subject &subject : subjects)
        array.append(toJson(subject));
    return array;
}

QJsonObject toJson(const Citation &citation)
{
    return {{u"document"_s, citation.document},
            {u"article"_s, citation.article},
            {u"clause"_s, citation.clause},
            {u"text"_s, citation.text}};
}

/// A message of ours: its code for scripts, its text for people.
QJsonObject toJson(const Message &message, const MessageCatalog &catalog)
{
    QJsonObject object = toJson(catalog.text(message));
    object.insert(u"code"_s, message.code);
    return object;
}

} // namespace

QJsonObject toJson(const Finding &finding, const FixesOfFinding &fixes)
{
    return {{u"rule"_s, finding.rule},
            {u"severity"_s, codeOf(finding.severity)},
            {u"subjects"_s, toJson(finding.subjects)},
            {u"limit"_s, finding.limit.number},
            {u"actual"_s, finding.actual.number},
            {u"citation"_s, toJson(finding.citation)},
            {u"label"_s, codeOf(finding.label)},
            {u"message"_s, toJson(finding.message)},
            {u"fingerprint"_s, finding.fingerprint},
            {u"grace"_s, finding.grace ? QJsonValue(QJsonObject{{u"until"_s, finding.grace->until.toIso()}})
                                       : QJsonValue(QJsonValue::Null)},
            {u"waived"_s, finding.waiver.has_value()},
            {u"waiver"_s, toJson(finding.waiver)},
            {u"confirmed_by"_s, toJson(finding.confirmation)},
            {u"contributions"_s, toJson(finding.contributions)},
            {u"fixes"_s, fixes ? fixes(finding) : QJsonArray()}};
}

QJsonObject toJson(const CheckReport &report, const MessageCatalog &catalog, const FixesOfFinding &fixes)
{
    QJsonArray packs;
    for (const PackVersion &pack : report.packs)
        packs.append(QJsonObject{{u"id"_s, pack.id}, {u"version"_s, pack.version}});
    QJsonArray findings;
    for (const Finding &finding : report.findings)
        findings.append(toJson(finding, fixes));
    QJsonArray notApplicable;
    for (const NotApplicable &entry : report.notApplicable)
        notApplicable.append(QJsonObject{{u"rule"_s, entry.rule}, {u"reason"_s, toJson(entry.reason, catalog)}});
    for (const LeftOut &entry : report.leftOut) {
        QJsonObject reason = toJson(entry.reason);
        reason.insert(u"code"_s, u"rule-left-out"_s);
        notApplicable.append(QJsonObject{{u"rule"_s, entry.id}, {u"reason"_s, reason}});
    }
    QJsonArray notChecked;
    for (const NotChecked &entry : report.notChecked)
        notChecked.append(QJsonObject{{u"rule"_s, entry.rule},
                                      {u"subjects"_s, toJson(entry.subjects)},
                                      {u"missing"_s, toJson(entry.missing, catalog)}});
    const QJsonObject summary{{u"error"_s, report.count(Severity::Error)},
                              {u"warning"_s, report.count(Severity::Warning)},
                              {u"advice"_s, report.count(Severity::Advice)},
                              {u"not_checked"_s, static_cast<int>(report.notChecked.size())}};
    return {{u"as_of"_s, report.day.toIso()}, {u"packs"_s, packs},
            {u"findings"_s, findings},        {u"not_applicable"_s, notApplicable},
            {u"not_checked"_s, notChecked},   {u"disabled"_s, QJsonArray::fromStringList(report.disabled)},
            {u"summary"_s, summary}};
}

} // namespace bomay
