// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_table.h"

#include "core/base/day_text.h"
#include "core/decree/term_text.h"

namespace bomay {

using namespace Qt::StringLiterals;

ReportTable reportTable(const CheckReport &report, const MessageCatalog &catalog, Language language)
{
    const auto text = [&](const QString &code) { return catalog.text({code}, language); };
    ReportTable table;
    for (const QString &column : {u"date"_s, u"severity"_s, u"code"_s, u"unit"_s, u"message"_s, u"limit"_s, u"actual"_s,
                                  u"citation"_s, u"label"_s, u"grace"_s, u"waiver"_s, u"rule"_s})
        table.header += text(u"report-column-"_s + column);
    const QString day = dayText(report.day, language);
    for (const Finding &finding : report.findings) {
        const Subject &subject = finding.subjects.front();
        const QString severity = finding.waiver ? text(u"report-kind-waived"_s) : termText(finding.severity, language);
        table.rows.push_back({day, severity, subject.code, subject.name, finding.message.in(language),
                              finding.limit.text, finding.actual.text, finding.citation.text,
                              termText(finding.label, language),
                              finding.grace ? dayText(finding.grace->until, language) : QString(),
                              finding.waiver ? finding.waiver->reason : QString(), finding.rule});
    }
    for (const NotChecked &entry : report.notChecked)
        for (const Subject &subject : entry.subjects)
            table.rows.push_back({day,
                                  text(u"report-kind-not-checked"_s),
                                  subject.code,
                                  subject.name,
                                  catalog.text(entry.missing, language),
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  entry.rule});
    return table;
}

} // namespace bomay
