// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/exchange/form_fill.h"
#include "core/exchange/report_json.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<FormFill> fillForm(const CommandContext &context, const QString &form, const QString &target)
{
    BM_TRY(const std::unique_ptr<Session> session, openDocument(context));
    BM_TRY(const Workbook workbook, readWorkbook(form));
    BM_TRY(FormFill fill, planFormFill(workbook, session->organisation(), session->view()));
    BM_TRY_VOID(fillXlsxForm(form, fill.cells, target));
    return fill;
}

} // namespace

ExitCode runFill(const CommandContext &context)
{
    const QString form = context.arguments.value(u"--form"_s);
    const QString target = context.arguments.value(u"-o"_s);
    for (const auto &[option, value] : {std::pair(u"--form"_s, form), std::pair(u"-o"_s, target)})
        if (value.isEmpty())
            return context.refuse({{u"missing-option"_s, {{u"option"_s, option}}}});
    auto fill = fillForm(context, form, target);
    if (!fill)
        return context.refuse(fill.error());
    context.out << context.messages.text({u"form-filled"_s,
                                          {{u"rows"_s, QString::number(fill->rows)},
                                           {u"cells"_s, QString::number(fill->cells.size())},
                                           {u"file"_s, target}}},
                                         context.language)
                << '\n';
    ImportReport report;
    report.diagnostics = std::move(fill->diagnostics);
    context.out << diagnosticsText(report, context.messages, context.language);
    return report.diagnostics.empty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace bomay
