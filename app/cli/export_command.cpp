// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/export_chart.h"
#include "core/exchange/organisation_json.h"

#include <QFileInfo>

namespace bomay {

using namespace Qt::StringLiterals;

ExitCode runExport(const CommandContext &context)
{
    const QString path = context.arguments.value(u"-o"_s);
    if (path.isEmpty())
        return context.refuse({{u"missing-option"_s, {{u"option"_s, u"-o"_s}}}});
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    const QString format = QFileInfo(path).suffix().toLower();
    Result<> written;
    if (format == u"pdf"_s || format == u"svg"_s || format == u"png"_s)
        written = exportChart(context, **session, path);
    else if (format == u"json"_s)
        written = writeOutput(context, path, canonicalJson((*session)->organisation()));
    else
        written = fail(u"unknown-format"_s, {{u"format"_s, format}, {u"allowed"_s, u"pdf, svg, png, json"_s}},
                       {.file = path});
    if (!written)
        return context.refuse(written.error());
    context.out << context.messages.text({u"export-written"_s, {{u"file"_s, path}}}, context.language) << '\n';
    return ExitCode::Done;
}

} // namespace bomay
