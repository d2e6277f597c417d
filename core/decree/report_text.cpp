// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_text.h"

#include "core/base/day_text.h"
#include "core/decree/term_text.h"

#include <QHash>
#include <QStringList>

#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Above this many names a line is no longer read; JSON has them all.
constexpr qsizetype kNamesInLine = 10;

/// The message that says where a missing fact is entered.
QString placeOf(const QString &missing)
{
    return QString(missing).replace(u"missing-"_s, u"enter-"_s);
}

QString identity(const Subject &subject)
{
    return subject.code.isEmpty() ? subject.name : subject.code;
}

/// The units that a line speaks of, and the first of their names: many may bear the same one.
struct Named
{
    QStringList names; ///< different ones, at most `kNamesInLine`
    std::unordered_set<NodeRef> nodes;

    void add(const Subject &subject)
    {
        const QString name = subject.name.isEmpty() ? subject.code : subject.name;
        if (nodes.insert(subject.node).second && names.size() < kNamesInLine && !names.contains(name))
            names += name;
    }
};

/// Writes a report in one language.
class ReportWriter
{
public:
    ReportWriter(const MessageCatalog &catalog, Language language)
        : m_catalog(catalog)
        , m_language(language)
    {}

    [[nodiscard]] QString text(const QString &code, const MessageArgs &args = {}) const
    {
        return m_catalog.text({code, args}, m_language);
    }

    [[nodiscard]] QString date(Day day) const { return dayText(day, m_language); }

    [[nodiscard]] QString heading(const CheckReport &report) const
    {
        QStringList packs;
        for (const PackVersion &pack : report.packs)
            packs += pack.id + u' ' + pack.version;
        return text(u"report-heading"_s, {{u"date"_s, date(report.day)}, {u"packs"_s, packs.join(u", "_s)}});
    }

    [[nodiscard]] QString line(const Finding &finding) const
    {
        QStringList identities;
        for (const Subject &subject : finding.subjects)
            identities += identity(subject);
        QString line = text(u"report-finding"_s, {{u"severity"_s, termText(finding.severity, m_language)},
                                                  {u"subjects"_s, identities.join(u", "_s)},
                                                  {u"message"_s, finding.message.in(m_language)},
                                                  {u"citation"_s, finding.citation.text}});
        if (finding.confirmation)
            line += u' ' + text(u"report-confirmed"_s,
                                {{u"by"_s, whoAndWhen(finding.confirmation->author, finding.confirmation->date)},
                                 {u"basis"_s, finding.confirmation->basis}});
        else if (finding.label == Label::Reported || finding.label == Label::Memory)
            line += u' ' + text(u"report-unverified"_s, {{u"label"_s, termText(finding.label, m_language)}});
        if (finding.grace)
            line += u' ' + text(u"report-grace"_s, {{u"date"_s, date(finding.grace->until)},
                                                    {u"days"_s, QString::number(finding.grace->daysLeft)},
                                                    {u"citation"_s, finding.grace->citation}});
        if (!finding.overrides.isEmpty())
            line += u' ' + text(u"report-overrides"_s, {{u"rules"_s, finding.overrides.join(u", "_s)}});
        if (finding.waiver)
            line += u' ' + text(u"report-waived"_s, waiverArgs(*finding.waiver));
        if (finding.outgrown)
            line += u' ' + text(u"report-outgrown"_s, waiverArgs(*finding.outgrown));
        return line;
    }

    /// What the office said of findings and rules that are not what they were.
    [[nodiscard]] QStringList staleLines(const CheckReport &report) const
    {
        QStringList lines;
        for (const Waiver &waiver : report.staleWaivers)
            lines += text(u"report-stale-waiver"_s, waiverArgs(waiver));
        for (const Confirmation &confirmation : report.staleConfirmations)
            lines +=
                text(u"report-stale-confirmation"_s, {{u"rule"_s, confirmation.rule},
                                                      {u"by"_s, whoAndWhen(confirmation.author, confirmation.date)},
                                                      {u"edition"_s, confirmation.edition}});
        return lines;
    }

    /// One line for each reason, with the rules it holds for.
    [[nodiscard]] QStringList lines(const std::vector<NotApplicable> &entries) const
    {
        QStringList reasons;
        QHash<QString, QStringList> rules;
        for (const NotApplicable &entry : entries) {
            const QString reason = m_catalog.text(entry.reason, m_language);
            if (!rules.contains(reason))
                reasons += reason;
            rules[reason] += entry.rule;
        }
        QStringList lines;
        for (const QString &reason : reasons)
            lines += text(u"report-not-applicable"_s,
                          {{u"reason"_s, reason}, {u"rules"_s, rules.value(reason).join(u", "_s)}});
        return lines;
    }

    /// One line for each missing fact: whose it is, where it is entered, and which rules wait for it.
    [[nodiscard]] QStringList lines(const std::vector<NotChecked> &entries) const
    {
        QStringList facts;
        QHash<QString, QStringList> rules;
        QHash<QString, Named> named;
        for (const NotChecked &entry : entries) {
            const QString &fact = entry.missing.code;
            if (!rules.contains(fact))
                facts += fact;
            rules[fact] += entry.rule;
            for (const Subject &subject : entry.subjects)
                named[fact].add(subject);
        }
        QStringList lines;
        for (const QString &fact : facts)
            lines += text(u"report-not-checked"_s, {{u"missing"_s, text(fact)},
                                                    {u"subjects"_s, shortened(named.value(fact))},
                                                    {u"where"_s, text(placeOf(fact))},
                                                    {u"rules"_s, rules.value(fact).join(u", "_s)}});
        return lines;
    }

    [[nodiscard]] QString summary(const CheckReport &report) const
    {
        return text(u"report-summary"_s, {{u"errors"_s, QString::number(report.count(Severity::Error))},
                                          {u"warnings"_s, QString::number(report.count(Severity::Warning))},
                                          {u"advice"_s, QString::number(report.count(Severity::Advice))},
                                          {u"not_checked"_s, QString::number(report.notChecked.size())}}) +
               (report.waived() > 0
                    ? u' ' + text(u"report-summary-waived"_s, {{u"count"_s, QString::number(report.waived())}})
                    : QString());
    }

private:
    [[nodiscard]] QString whoAndWhen(const QString &author, const PartialDate &date) const
    {
        const QString when = dateText(date, m_language);
        return author.isEmpty() ? when : author + u", "_s + when;
    }

    [[nodiscard]] MessageArgs waiverArgs(const Waiver &waiver) const
    {
        const QString basis =
            waiver.basis.isEmpty() ? QString() : text(u"report-waiver-basis"_s, {{u"basis"_s, waiver.basis}});
        return {{u"subject"_s, waiver.subject},
                {u"rule"_s, waiver.rule},
                {u"limit"_s, waiver.limit},
                {u"actual"_s, waiver.actual},
                {u"reason"_s, waiver.reason},
                {u"basis"_s, basis},
                {u"by"_s, whoAndWhen(waiver.author, waiver.date)}};
    }

    [[nodiscard]] QString shortened(const Named &named) const
    {
        const QString first = named.names.join(u", "_s);
        const qsizetype more = std::ssize(named.nodes) - named.names.size();
        if (more == 0)
            return first;
        return text(u"report-and-more"_s, {{u"names"_s, first}, {u"more"_s, QString::number(more)}});
    }

    const MessageCatalog &m_catalog;
    Language m_language;
};

} // namespace

QString findingText(const Finding &finding, const MessageCatalog &catalog, Language language)
{
    return ReportWriter(catalog, language).line(finding);
}

QString reportSummary(const CheckReport &report, const MessageCatalog &catalog, Language language)
{
    return ReportWriter(catalog, language).summary(report);
}

QString reportText(const CheckReport &report, const MessageCatalog &catalog, Language language)
{
    const ReportWriter writer(catalog, language);
    QStringList lines{writer.heading(report)};
    for (const Finding &finding : report.findings)
        lines += writer.line(finding);
    lines += writer.lines(report.notApplicable);
    for (const LeftOut &entry : report.leftOut)
        lines += writer.text(u"report-left-out"_s, {{u"rule"_s, entry.id}, {u"reason"_s, entry.reason.in(language)}});
    lines += writer.lines(report.notChecked);
    lines += writer.staleLines(report);
    if (!report.disabled.isEmpty())
        lines += writer.text(u"report-disabled"_s, {{u"rules"_s, report.disabled.join(u", "_s)}});
    if (report.unplaced > 0)
        lines += writer.text(u"report-unplaced"_s, {{u"count"_s, QString::number(report.unplaced)}});
    // No finding where no rule spoke is not a clean bill.
    if (report.applied == 0)
        lines += writer.text(u"report-silent"_s, {{u"date"_s, writer.date(report.day)}});
    lines += writer.summary(report);
    return lines.join(u'\n') + u'\n';
}

} // namespace bomay
