// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_text.h"

#include "core/base/text_view.h"

#include <QStringList>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Above this many names a line is no longer read; JSON has them all.
constexpr qsizetype kNamesInLine = 10;

template <typename Enum>
QString word(Enum value, Language language)
{
    const Term<Enum> &term = termOf(value);
    return toQString(language == Language::Vietnamese ? term.vi : term.en);
}

QString identity(const Subject &subject)
{
    return subject.code.isEmpty() ? subject.name : subject.code;
}

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

    [[nodiscard]] QString date(Day day) const
    {
        return m_language == Language::Vietnamese ? day.toVietnamese() : day.toIso();
    }

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
        QString line = text(u"report-finding"_s, {{u"severity"_s, word(finding.severity, m_language)},
                                                  {u"subjects"_s, identities.join(u", "_s)},
                                                  {u"message"_s, finding.message.in(m_language)},
                                                  {u"citation"_s, finding.citation.text}});
        if (finding.label != Label::Read)
            line += u' ' + text(u"report-unverified"_s, {{u"label"_s, word(finding.label, m_language)}});
        return line;
    }

    [[nodiscard]] QString line(const NotApplicable &entry) const
    {
        return text(u"report-not-applicable"_s,
                    {{u"rule"_s, entry.rule}, {u"reason"_s, m_catalog.text(entry.reason, m_language)}});
    }

    [[nodiscard]] QString line(const NotChecked &entry) const
    {
        QStringList names;
        for (const Subject &subject : entry.subjects)
            names += subject.name.isEmpty() ? subject.code : subject.name;
        QString subjects = names.first(std::min(names.size(), kNamesInLine)).join(u", "_s);
        if (names.size() > kNamesInLine)
            subjects = text(u"report-and-more"_s,
                            {{u"names"_s, subjects}, {u"more"_s, QString::number(names.size() - kNamesInLine)}});
        return text(u"report-not-checked"_s, {{u"rule"_s, entry.rule},
                                              {u"missing"_s, m_catalog.text(entry.missing, m_language)},
                                              {u"subjects"_s, subjects}});
    }

    [[nodiscard]] QString summary(const CheckReport &report) const
    {
        return text(u"report-summary"_s, {{u"errors"_s, QString::number(report.count(Severity::Error))},
                                          {u"warnings"_s, QString::number(report.count(Severity::Warning))},
                                          {u"advice"_s, QString::number(report.count(Severity::Advice))},
                                          {u"not_checked"_s, QString::number(report.notChecked.size())}});
    }

private:
    const MessageCatalog &m_catalog;
    Language m_language;
};

} // namespace

QString findingText(const Finding &finding, const MessageCatalog &catalog, Language language)
{
    return ReportWriter(catalog, language).line(finding);
}

QString reportText(const CheckReport &report, const MessageCatalog &catalog, Language language)
{
    const ReportWriter writer(catalog, language);
    QStringList lines{writer.heading(report)};
    for (const Finding &finding : report.findings)
        lines += writer.line(finding);
    for (const NotApplicable &entry : report.notApplicable)
        lines += writer.line(entry);
    for (const NotChecked &entry : report.notChecked)
        lines += writer.line(entry);
    for (const QString &rule : report.disabled)
        lines += writer.text(u"report-disabled"_s, {{u"rule"_s, rule}});
    if (report.unplaced > 0)
        lines += writer.text(u"report-unplaced"_s, {{u"count"_s, QString::number(report.unplaced)}});
    // No finding where no rule spoke is not a clean bill.
    if (report.applied == 0)
        lines += writer.text(u"report-silent"_s, {{u"date"_s, writer.date(report.day)}});
    lines += writer.summary(report);
    return lines.join(u'\n') + u'\n';
}

} // namespace bomay
