// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_context.h"

#include "core/base/vietnamese_text.h"

#include <QStringList>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString looseKey(const QString &text)
{
    QString key = searchFold(text);
    while (key.size() > 1 && key.startsWith(u'0'))
        key.remove(0, 1);
    return key;
}

} // namespace

void ImportContext::putRelation(RelationType type, NodeRef from, NodeRef to, const Period &period)
{
    for (const RelationId id : base.graph().relationsFrom(from)) {
        const Relation *relation = base.find(id);
        if (relation->type == type && relation->to == to && relation->period == period)
            return;
    }
    builder.put(Relation{ids.make<RelationId>(), type, from, to, period});
}

void ImportContext::finish(RowReader &row)
{
    ++report.rows;
    switch (row.worst()) {
    case DiagnosticSeverity::Error:
        ++report.leftOut;
        break;
    case DiagnosticSeverity::Asked:
        ++report.asked;
        break;
    case DiagnosticSeverity::Warning:
    case DiagnosticSeverity::Info:
        ++report.taken;
        break;
    }
    for (Diagnostic &diagnostic : row.takeDiagnostics())
        report.diagnostics.push_back(std::move(diagnostic));
}

QString nearMisses(const QString &text, const QStringList &candidates)
{
    constexpr int kShown = 3;
    const QString key = looseKey(text);
    QStringList found;
    for (const QString &candidate : candidates)
        if (looseKey(candidate) == key && !found.contains(candidate) && found.size() < kShown)
            found += candidate;
    return found.join(u", "_s);
}

} // namespace bomay
