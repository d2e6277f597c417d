// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/quota_import.h"

#include "core/base/vietnamese_text.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

bool speakOfTheSame(const Quota &a, const Quota &b)
{
    return a.unit == b.unit && a.year == b.year && a.kind == b.kind;
}

/// The quota of the unit, year and kind that the document has; null = none.
QuotaId quotaOf(const ImportContext &context, const Quota &wanted)
{
    for (const Quota *quota : context.base.naming<Quota>({RowKind::Unit, wanted.unit.uid}))
        if (speakOfTheSame(*quota, wanted))
            return quota->id;
    return {};
}

LegalDocumentId documentNumbered(ImportContext &context, const QString &number, DocumentDirectory &documents)
{
    if (number.isEmpty())
        return {};
    if (const LegalDocumentId known = documents.find(number); !known.isNull())
        return known;
    LegalDocument document;
    document.id = context.ids.make<LegalDocumentId>();
    document.number = number;
    context.builder.put(document);
    documents.add(number, document.id);
    return document.id;
}

/// The unit, year and kind that a row speaks of; what is wrong with them is said.
Quota readSubject(RowReader &row, const UnitDirectory &units)
{
    Quota quota;
    quota.unit = units.read(row, u"ma_don_vi");
    quota.year = row.number(u"nam"_s).value_or(0);
    if (quota.year < kFirstYear || quota.year > kLastYear)
        row.report(DiagnosticSeverity::Error, u"bad-year"_s, {{u"value"_s, row.text(u"nam"_s)}}, u"nam"_s);
    const auto kind = row.term<QuotaKind>(u"loai"_s, u"unknown-kind"_s);
    if (!kind)
        row.report(DiagnosticSeverity::Error, u"unknown-kind"_s, {{u"value"_s, row.text(u"loai"_s)}}, u"loai"_s);
    quota.kind = kind.value_or(QuotaKind::CivilServants);
    return quota;
}

} // namespace

DocumentDirectory::DocumentDirectory(const Organisation &base)
{
    for (const LegalDocument &document : base.legalDocuments())
        add(document.number, document.id);
}

LegalDocumentId DocumentDirectory::find(const QString &number) const
{
    return m_ids.value(nameFold(number));
}

void DocumentDirectory::add(const QString &number, LegalDocumentId id)
{
    if (!number.isEmpty())
        m_ids.insert(nameFold(number), id);
}

void importLegalDocuments(ImportContext &context, const SheetRows &sheet, DocumentDirectory &documents)
{
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        const QString number = row.name(u"so_ky_hieu"_s);
        if (number.isEmpty())
            row.report(DiagnosticSeverity::Error, u"missing-code"_s, {}, u"so_ky_hieu"_s);
        const LegalDocumentId known = documents.find(number);
        LegalDocument document = context.builder.find(known).value_or(LegalDocument{});
        document.number = number;
        document.date = row.date(u"ngay"_s);
        document.issuer = row.name(u"co_quan"_s);
        document.summary = row.text(u"trich_yeu"_s);
        document.validity = row.period(u"hieu_luc_tu"_s, u"hieu_luc_den"_s);
        if (row.worst() != DiagnosticSeverity::Error) {
            document.id = known.isNull() ? context.ids.make<LegalDocumentId>() : known;
            documents.add(number, document.id);
            context.builder.put(document);
        }
        context.finish(row);
    }
}

void importQuotas(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units,
                  DocumentDirectory &documents)
{
    std::vector<Quota> taken;
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        Quota quota = readSubject(row, units);
        quota.allotted = row.number(u"giao"_s);
        quota.inPost = row.number(u"co_mat"_s);
        if (std::ranges::any_of(taken, [&quota](const Quota &other) { return speakOfTheSame(other, quota); }))
            row.report(DiagnosticSeverity::Error, u"duplicate-quota"_s);
        if (row.worst() != DiagnosticSeverity::Error) {
            quota.document = documentNumbered(context, row.name(u"van_ban"_s), documents);
            quota.id = quotaOf(context, quota);
            if (const auto known = context.builder.find(quota.id))
                quota.reserve = known->reserve;
            else
                quota.id = context.ids.make<QuotaId>();
            context.builder.put(quota);
            taken.push_back(quota);
        }
        context.finish(row);
    }
}

} // namespace bomay
