// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/exchange/template_writer.h"
#include "core/table/reader.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<> writeTemplate(const CommandContext &context, const QString &path)
{
    BM_TRY(const std::optional<Day> created, context.arguments.day(u"--date"_s));
    std::optional<Workbook> sample;
    if (context.arguments.has(u"--sample"_s)) {
        BM_TRY(sample, readCsvFolder(u":/samples/%1-2021"_s.arg(context.arguments.value(u"--sample"_s))));
    }
    BM_TRY(const OutWorkbook workbook, templateWorkbook(sample ? &*sample : nullptr, created));
    return writeXlsx(workbook, path);
}

} // namespace

ExitCode runTemplate(const CommandContext &context)
{
    const QString path = context.arguments.value(u"-o"_s);
    if (path.isEmpty())
        return context.refuse({{u"missing-option"_s, {{u"option"_s, u"-o"_s}}}});
    if (const auto written = writeTemplate(context, path); !written)
        return context.refuse(written.error());
    context.out << context.messages.text({u"export-written"_s, {{u"file"_s, path}}}, context.language) << '\n';
    return ExitCode::Done;
}

} // namespace bomay
