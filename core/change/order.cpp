// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/order.h"

#include "core/change/edits_support.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isDocument(const LegalDocument &row, const LegalDocument &asked)
{
    return row.number == asked.number.trimmed() && row.date == asked.date;
}

} // namespace

EditScope scopeOf(const Order &order)
{
    return {EditMode::FromDate, order.from, order.from, order.document.number.trimmed()};
}

Result<> checkOrder(const Order &order)
{
    if (order.document.number.trimmed().isEmpty())
        return fail(u"order-no-document"_s);
    BM_TRY_VOID(requireDate(order.document.date));
    return checkScope(scopeOf(order));
}

LegalDocumentId documentOf(ChangeBuilder &builder, const Organisation &organisation, const Order &order, IdSource &ids)
{
    for (const LegalDocument &row : organisation.legalDocuments())
        if (isDocument(row, order.document))
            return row.id;
    LegalDocument row = order.document;
    row.id = ids.make<LegalDocumentId>();
    row.number = row.number.trimmed();
    builder.put(row);
    return row.id;
}

Result<Change> finishOrder(ChangeBuilder &builder, const QString &title, const Order &order, IdSource &ids)
{
    return finishChange(builder, title, scopeOf(order), &ids);
}

} // namespace bomay
