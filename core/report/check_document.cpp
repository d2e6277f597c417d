// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day_text.h"
#include "core/base/numbers.h"
#include "core/decree/report_text.h"
#include "core/decree/term_text.h"
#include "core/report/reports.h"

#include <QHash>

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

class CheckDocument
{
public:
    CheckDocument(const CheckReport &report, const Organisation &organisation, const MessageCatalog &catalog,
                  Language language)
        : m_report(report)
        , m_organisation(organisation)
        , m_catalog(catalog)
        , m_language(language)
    {}

    ReportDocument make()
    {
        m_document.title = text(u"report-title"_s);
        m_document.subtitle =
            text(u"report-subtitle"_s, {{u"title"_s, m_organisation.info().title}, {u"date"_s, date(m_report.day)}});
        paragraph(reportSummary(m_report, m_catalog, m_language));
        if (m_report.unplaced > 0)
            paragraph(text(u"report-unplaced"_s, {{u"count"_s, QString::number(m_report.unplaced)}}));
        if (m_report.applied == 0)
            paragraph(text(u"report-silent"_s, {{u"date"_s, date(m_report.day)}}));
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice})
            addFindings(severity);
        addWaived();
        addNotChecked();
        addNotApplicable();
        addOff();
        addConfirmations();
        addPacks();
        return std::move(m_document);
    }

private:
    [[nodiscard]] QString text(const QString &code, const MessageArgs &args = {}) const
    {
        return m_catalog.text({code, args}, m_language);
    }
    [[nodiscard]] QString column(const QString &code) const { return text(u"report-column-"_s + code); }
    [[nodiscard]] QString date(Day day) const { return dayText(day, m_language); }
    [[nodiscard]] QString date(const PartialDate &day) const { return dateText(day, m_language); }

    void heading(const QString &code, qsizetype count)
    {
        m_document.blocks.emplace_back(HeadingBlock{u"%1. %2 (%3)"_s.arg(++m_number).arg(text(code)).arg(count)});
    }
    void paragraph(const QString &words) { m_document.blocks.emplace_back(ParagraphBlock{words}); }

    void addPacks()
    {
        TableBlock table{text(u"report-packs"_s), {{text(u"report-packs"_s), 4}, {text(u"report-edition"_s), 1}}, {}};
        for (const PackVersion &pack : m_report.packs)
            table.rows.push_back({pack.id, pack.version});
        heading(u"report-packs"_s, sizeOf(table.rows));
        add(std::move(table));
    }

    /// What stands beside a finding: grace, whether its rule was read, in whose place it stands.
    [[nodiscard]] QString noteOf(const Finding &finding) const
    {
        QStringList notes;
        if (finding.grace)
            notes += text(u"report-grace"_s, {{u"date"_s, date(finding.grace->until)},
                                              {u"days"_s, QString::number(finding.grace->daysLeft)},
                                              {u"citation"_s, finding.grace->citation}});
        if (finding.confirmation)
            notes += text(u"report-confirmed"_s,
                          {{u"basis"_s, finding.confirmation->basis},
                           {u"by"_s, byWhom(finding.confirmation->author, finding.confirmation->date)}});
        else if (finding.label == Label::Reported || finding.label == Label::Memory)
            notes += text(u"report-unverified"_s, {{u"label"_s, termText(finding.label, m_language)}});
        if (finding.outgrown)
            notes += text(u"report-outgrown-short"_s, {{u"reason"_s, finding.outgrown->reason}});
        return notes.join(u' ');
    }

    [[nodiscard]] QString byWhom(const QString &author, const PartialDate &day) const
    {
        return author.isEmpty() ? date(day) : author + u", "_s + date(day);
    }

    [[nodiscard]] static QString namesOf(const std::vector<Subject> &subjects)
    {
        QStringList names;
        for (const Subject &subject : subjects)
            names += subject.name.isEmpty() ? subject.code : subject.name;
        return names.join(u"; "_s);
    }

    void addFindings(Severity severity)
    {
        TableBlock table{termText(severity, m_language),
                         {{text(u"report-column-number"_s), 0.6, ReportAlign::Center, true},
                          {column(u"unit"_s), 2.4},
                          {column(u"message"_s), 4.4},
                          {column(u"limit"_s), 1, ReportAlign::Center},
                          {column(u"actual"_s), 1, ReportAlign::Center},
                          {column(u"citation"_s), 2.6},
                          {text(u"report-column-note"_s), 2.4}},
                         {}};
        for (const Finding &finding : m_report.findings)
            if (finding.severity == severity && !finding.waiver)
                table.rows.push_back({QString::number(table.rows.size() + 1), namesOf(finding.subjects),
                                      finding.message.in(m_language), finding.limit.text, finding.actual.text,
                                      finding.citation.text, noteOf(finding)});
        m_document.blocks.emplace_back(
            HeadingBlock{u"%1. %2 (%3)"_s.arg(++m_number).arg(termText(severity, m_language)).arg(table.rows.size())});
        add(std::move(table));
    }

    /// A table, or that there is nothing to say.
    void add(TableBlock table)
    {
        if (table.rows.empty())
            paragraph(text(u"report-none"_s));
        else
            m_document.blocks.emplace_back(std::move(table));
    }

    void addWaived()
    {
        TableBlock table{text(u"report-waivers"_s),
                         {{column(u"unit"_s), 2},
                          {column(u"message"_s), 4},
                          {column(u"waiver"_s), 3},
                          {text(u"report-column-basis"_s), 2},
                          {text(u"report-column-by"_s), 2}},
                         {}};
        for (const Finding &finding : m_report.findings)
            if (finding.waiver)
                table.rows.push_back({namesOf(finding.subjects), finding.message.in(m_language), finding.waiver->reason,
                                      finding.waiver->basis, byWhom(finding.waiver->author, finding.waiver->date)});
        for (const Waiver &waiver : m_report.staleWaivers)
            table.rows.push_back({waiver.subject, text(u"report-stale"_s, {{u"rule"_s, waiver.rule}}), waiver.reason,
                                  waiver.basis, byWhom(waiver.author, waiver.date)});
        heading(u"report-waivers"_s, sizeOf(table.rows));
        add(std::move(table));
    }

    void addNotChecked()
    {
        TableBlock table{text(u"report-kind-not-checked"_s),
                         {{text(u"report-column-missing"_s), 3},
                          {text(u"report-column-where"_s), 3},
                          {column(u"unit"_s), 4},
                          {column(u"rule"_s), 2}},
                         {}};
        for (const NotChecked &entry : m_report.notChecked)
            table.rows.push_back({text(entry.missing.code, entry.missing.args),
                                  text(QString(entry.missing.code).replace(u"missing-"_s, u"enter-"_s)),
                                  namesOf(entry.subjects), entry.rule});
        heading(u"report-kind-not-checked"_s, sizeOf(table.rows));
        add(std::move(table));
    }

    void addNotApplicable()
    {
        TableBlock table{
            text(u"report-not-applied"_s), {{text(u"report-column-reason"_s), 3}, {column(u"rule"_s), 4}}, {}};
        QHash<QString, std::size_t> rowOfReason;
        const auto note = [&](const QString &reason, const QString &rule) {
            const auto known = rowOfReason.constFind(reason);
            if (known != rowOfReason.constEnd()) {
                table.rows[*known][1] += u", "_s + rule;
                return;
            }
            rowOfReason.insert(reason, table.rows.size());
            table.rows.push_back({reason, rule});
        };
        for (const NotApplicable &entry : m_report.notApplicable)
            note(m_catalog.text(entry.reason, m_language), entry.rule);
        for (const LeftOut &entry : m_report.leftOut)
            note(entry.reason.in(m_language), entry.id);
        heading(u"report-not-applied"_s, sizeOf(table.rows));
        add(std::move(table));
    }

    void addOff()
    {
        heading(u"report-off"_s, m_report.disabled.size());
        paragraph(m_report.disabled.isEmpty() ? text(u"report-none"_s) : m_report.disabled.join(u", "_s));
    }

    void addConfirmations()
    {
        TableBlock table{text(u"report-confirmations"_s),
                         {{column(u"rule"_s), 3},
                          {text(u"report-edition"_s), 1},
                          {text(u"report-column-basis"_s), 3},
                          {text(u"report-column-by"_s), 2},
                          {text(u"report-column-note"_s), 2}},
                         {}};
        for (const Confirmation &confirmation : m_organisation.confirmations()) {
            const bool isStale =
                std::ranges::find(m_report.staleConfirmations, confirmation) != m_report.staleConfirmations.end();
            table.rows.push_back({confirmation.rule, confirmation.edition, confirmation.basis,
                                  byWhom(confirmation.author, confirmation.date),
                                  isStale ? text(u"report-stale-edition"_s) : QString()});
        }
        heading(u"report-confirmations"_s, sizeOf(table.rows));
        add(std::move(table));
    }

    const CheckReport &m_report;
    const Organisation &m_organisation;
    const MessageCatalog &m_catalog;
    Language m_language;
    ReportDocument m_document;
    int m_number = 0;
};

} // namespace

ReportDocument checkReportDocument(const CheckReport &report, const Organisation &organisation,
                                   const MessageCatalog &catalog, Language language)
{
    return CheckDocument(report, organisation, catalog, language).make();
}

} // namespace bomay
