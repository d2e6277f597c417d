// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_sarif.h"

#include <QFileInfo>
#include <QJsonArray>
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

QJsonObject locationOf(const Finding &finding, const QString &document)
{
    QJsonArray places;
    for (const Subject &subject : finding.subjects)
        places.append(QJsonObject{{u"name"_s, subject.name},
                                  {u"fullyQualifiedName"_s, subject.code},
                                  {u"kind"_s, subject.node.isUnit() ? u"unit"_s : u"post"_s}});
    const QJsonObject artifact{{u"uri"_s, QString::fromLatin1(QUrl::fromLocalFile(document).toEncoded())}};
    return {{u"physicalLocation"_s, QJsonObject{{u"artifactLocation"_s, artifact}}}, {u"logicalLocations"_s, places}};
}

QJsonObject resultOf(const Finding &finding, const QString &document)
{
    QJsonObject result{{u"ruleId"_s, finding.rule},
                       {u"level"_s, levelOf(finding.severity)},
                       {u"message"_s, textOf(u"%1 Căn cứ: %2."_s.arg(finding.message.vi, finding.citation.text))},
                       {u"locations"_s, QJsonArray{locationOf(finding, document)}},
                       {u"partialFingerprints"_s, QJsonObject{{u"bomay/v1"_s, finding.fingerprint}}}};
    if (finding.waiver)
        result.insert(u"suppressions"_s, QJsonArray{QJsonObject{{u"kind"_s, u"external"_s},
                                                                {u"justification"_s, finding.waiver->reason}}});
    return result;
}

} // namespace

QJsonObject toSarif(const CheckReport &report, const QString &document, std::span<const RulePack> packs)
{
    const QString path = QFileInfo(document).absoluteFilePath();
    QJsonArray results;
    QStringList found;
    for (const Finding &finding : report.findings) {
        results.append(resultOf(finding, path));
        found += finding.rule;
    }
    QJsonArray rules;
    for (const RulePack &pack : packs)
        for (const Rule &rule : pack.rules)
            if (found.contains(rule.id))
                rules.append(ruleOf(rule));
    const QJsonObject driver{
        {u"name"_s, u"Bộ Máy"_s}, {u"version"_s, QStringLiteral(BOMAY_VERSION)}, {u"rules"_s, rules}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"results"_s, results},
                          {u"properties"_s, QJsonObject{{u"as_of"_s, report.day.toIso()}}}};
    return {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
            {u"version"_s, u"2.1.0"_s},
            {u"runs"_s, QJsonArray{run}}};
}

} // namespace bomay
