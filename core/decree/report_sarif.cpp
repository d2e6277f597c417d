// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_sarif.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>
#include <QUrl>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Advice:
        break;
    }
    return u"note"_s;
}

QJsonObject textOf(const QString &text)
{
    return {{u"text"_s, text}};
}

QJsonObject ruleOf(const Rule &rule)
{
    return {{u"id"_s, rule.id},
            {u"shortDescription"_s, textOf(rule.title.vi)},
            {u"help"_s, textOf(rule.citation.text)},
            {u"properties"_s, QJsonObject{{u"label"_s, codeOf(rule.label)}}}};
}

QJsonObject locationOf(const std::vector<Subject> &subjects, const QString &document)
{
    QJsonArray places;
    for (const Subject &subject : subjects)
        places.append(QJsonObject{{u"name"_s, subject.name},
                                  {u"fullyQualifiedName"_s, subject.code},
                                  {u"kind"_s, subject.node.isUnit() ? u"unit"_s : u"post"_s}});
    const QJsonObject artifact{{u"uri"_s, QString::fromLatin1(QUrl::fromLocalFile(document).toEncoded())}};
    return {{u"physicalLocation"_s, QJsonObject{{u"artifactLocation"_s, artifact}}}, {u"logicalLocations"_s, places}};
}

QJsonObject suppressionOf(const Waiver &waiver)
{
    return {
        {u"kind"_s, u"external"_s},
        {u"status"_s, u"accepted"_s},
        {u"justification"_s, waiver.reason},
        {u"properties"_s,
         QJsonObject{{u"document"_s, waiver.basis}, {u"author"_s, waiver.author}, {u"date"_s, waiver.date.toIso()}}}};
}

/// How sure the rule is, and who held it against the text of law.
QJsonObject propertiesOf(const Finding &finding)
{
    QJsonObject properties{{u"label"_s, codeOf(finding.label)}};
    if (finding.grace)
        properties.insert(u"grace_until"_s, finding.grace->until.toIso());
    if (finding.confirmation)
        properties.insert(u"confirmed_by"_s, finding.confirmation->author);
    return properties;
}

QJsonObject resultOf(const Finding &finding, const QString &document)
{
    QJsonObject result{{u"ruleId"_s, finding.rule},
                       {u"level"_s, levelOf(finding.severity)},
                       {u"message"_s, textOf(u"%1 Căn cứ: %2."_s.arg(finding.message.vi, finding.citation.text))},
                       {u"locations"_s, QJsonArray{locationOf(finding.subjects, document)}},
                       {u"partialFingerprints"_s, QJsonObject{{u"bomay/v1"_s, finding.fingerprint}}},
                       {u"properties"_s, propertiesOf(finding)}};
    if (finding.waiver)
        result.insert(u"suppressions"_s, QJsonArray{suppressionOf(*finding.waiver)});
    return result;
}

/// A rule that could not be checked: neither a result nor silence.
QJsonObject notificationOf(const NotChecked &entry, const QString &document, const MessageCatalog &catalog)
{
    return {{u"level"_s, u"note"_s},
            {u"message"_s, textOf(catalog.text(entry.missing, Language::Vietnamese))},
            {u"descriptor"_s, QJsonObject{{u"id"_s, entry.missing.code}}},
            {u"associatedRule"_s, QJsonObject{{u"id"_s, entry.rule}}},
            {u"locations"_s, QJsonArray{locationOf(entry.subjects, document)}}};
}

} // namespace

QJsonObject toSarif(const CheckReport &report, const QString &document, std::span<const RulePack> packs,
                    const MessageCatalog &catalog)
{
    const QString path = QFileInfo(document).absoluteFilePath();
    QJsonArray results;
    QSet<QString> spoken;
    for (const Finding &finding : report.findings) {
        results.append(resultOf(finding, path));
        spoken.insert(finding.rule);
    }
    QJsonArray notifications;
    for (const NotChecked &entry : report.notChecked) {
        notifications.append(notificationOf(entry, path, catalog));
        spoken.insert(entry.rule);
    }
    QJsonArray rules;
    for (const RulePack &pack : packs)
        for (const Rule &rule : pack.rules)
            if (spoken.contains(rule.id))
                rules.append(ruleOf(rule));
    const QJsonObject driver{
        {u"name"_s, u"Bộ Máy"_s}, {u"version"_s, QStringLiteral(BOMAY_VERSION)}, {u"rules"_s, rules}};
    const QJsonObject invocation{{u"executionSuccessful"_s, true}, {u"toolExecutionNotifications"_s, notifications}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"invocations"_s, QJsonArray{invocation}},
                          {u"results"_s, results},
                          {u"properties"_s, QJsonObject{{u"as_of"_s, report.day.toIso()},
                                                        {u"disabled"_s, QJsonArray::fromStringList(report.disabled)}}}};
    return {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
            {u"version"_s, u"2.1.0"_s},
            {u"runs"_s, QJsonArray{run}}};
}

} // namespace bomay
