// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/store/document_file.h"
#include "core/store/repair_report.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace bomay {

using namespace Qt::StringLiterals;

ExitCode runRepair(const CommandContext &context)
{
    const Arguments &arguments = context.arguments;
    const QStringList &operands = arguments.operands();
    if (operands.size() != 1)
        return context.refuse({{u"one-document"_s, {{u"count"_s, QString::number(operands.size())}}}});
    const QString target = arguments.value(u"-o"_s);
    if (target.isEmpty())
        return context.refuse({{u"missing-option"_s, {{u"option"_s, u"-o"_s}}}});
    const QString canonical = QFileInfo(target).canonicalFilePath();
    if (!canonical.isEmpty() && canonical == QFileInfo(operands.first()).canonicalFilePath())
        return context.refuse({{u"repair-same-file"_s, {{u"file"_s, target}}}});
    const auto salvage = salvageDocument(operands.first());
    if (!salvage)
        return context.refuse(salvage.error());
    if (const auto saved = saveDocument(salvage->organisation, target, salvage->log); !saved)
        return context.refuse(saved.error());
    if (arguments.value(u"--report"_s) == u"json"_s)
        context.out << QString::fromUtf8(QJsonDocument(toJson(*salvage, context.messages)).toJson());
    else
        context.out << toText(*salvage, context.messages, context.language)
                    << context.messages.text({u"repair-written"_s, {{u"file"_s, target}}}, context.language) << '\n';
    return salvage->losses.isEmpty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace bomay
