// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day_text.h"
#include "core/base/numbers.h"
#include "core/decree/ledger_text.h"
#include "core/model/queries.h"
#include "core/report/reports.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kLedgerShares{1.5, 3.6, 0.9, 3.4, 1.0, 2.1, 0.8, 1.1, 0.8, 1.4};

TableBlock ledgerTable(const QString &name, const MessageCatalog &catalog, Language language)
{
    TableBlock table{name, {}, {}};
    const LedgerCells headers = ledgerHeaders(catalog, language);
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const auto column = static_cast<LedgerColumn>(i);
        const bool isNumber = column == LedgerColumn::Ceiling || column == LedgerColumn::Allotted ||
                              column == LedgerColumn::InPost || column == LedgerColumn::Vacant ||
                              column == LedgerColumn::Surplus;
        table.columns.push_back(
            {headers[i], kLedgerShares[i], isNumber ? ReportAlign::Center : ReportAlign::Left, isNumber});
    }
    return table;
}

QStringList listOf(const LedgerCells &cells)
{
    return {cells.begin(), cells.end()};
}

QString numberText(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

} // namespace

ReportDocument ledgerDocument(const DeputyLedger &ledger, const QString &title, const MessageCatalog &catalog,
                              Language language)
{
    const QString day = dayText(ledger.day, language);
    ReportDocument document{catalog.text({u"ledger-heading"_s, {{u"date"_s, day}}}, language), title, {}};
    TableBlock rows = ledgerTable(catalog.text({u"ledger-sheet"_s}, language), catalog, language);
    for (const LedgerRow &row : ledger.rows)
        rows.rows.push_back(listOf(ledgerCells(row, catalog, language)));
    if (rows.rows.empty()) {
        document.blocks.emplace_back(ParagraphBlock{catalog.text({u"ledger-empty"_s}, language)});
        return document;
    }
    document.blocks.emplace_back(std::move(rows));
    const QString total = catalog.text({u"ledger-total"_s}, language);
    TableBlock totals = ledgerTable(total, catalog, language);
    for (const LedgerTotal &sum : ledger.totals)
        totals.rows.push_back(listOf(ledgerCells(sum, catalog, language)));
    document.blocks.emplace_back(HeadingBlock{total});
    document.blocks.emplace_back(std::move(totals));
    return document;
}

ReportDocument staffingDocument(const OrgView &view, const QString &title, const MessageCatalog &catalog,
                                Language language)
{
    const auto text = [&](const QString &code, const MessageArgs &args = {}) {
        return catalog.text({code, args}, language);
    };
    const QString day = dayText(view.day(), language);
    ReportDocument document{
        text(u"staffing-title"_s), text(u"report-subtitle"_s, {{u"title"_s, title}, {u"date"_s, day}}), {}};
    TableBlock table{text(u"staffing-sheet"_s), {}, {}};
    table.columns = {{text(u"report-column-number"_s), 0.7, ReportAlign::Center, true},
                     {text(u"ledger-column-name"_s), 5}};
    for (const QString &code :
         {u"heads"_s, u"deputies"_s, u"others"_s, u"seats"_s, u"vacant"_s, u"allotted"_s, u"filled"_s})
        table.columns.push_back({text(u"staffing-"_s + code), 1.1, ReportAlign::Center, true});
    int number = 0;
    std::array<int, 5> sums{};
    for (const ViewNode &node : view.nodes()) {
        if (!node.isUnit() || node.isStaged())
            continue;
        std::array<int, 5> own{}; // heads, deputies, others, all, vacant
        for (const int index : view.postsOfUnit(node.item)) {
            const ViewPost &post = view.posts()[uz(index)];
            const std::size_t kind = post.state.role == PostRole::Head     ? 0U
                                     : post.state.role == PostRole::Deputy ? 1U
                                                                           : 2U;
            own[kind] += post.state.seats;
            own[3] += post.state.seats;
            own[4] += post.vacantSeats();
        }
        const UnitState &state = view.units()[uz(node.item)].state;
        QStringList row{QString::number(++number), state.name};
        for (std::size_t i = 0; i < own.size(); ++i) {
            row += QString::number(own[i]);
            sums[i] += own[i];
        }
        table.rows.push_back(row << numberText(state.staffAllotted) << numberText(state.staffFilled));
    }
    QStringList total{QString(), text(u"ledger-total"_s)};
    for (const int sum : sums)
        total += QString::number(sum);
    const int end = sizeOf(view.nodes());
    total << numberText(staffTotal(view, 0, end, &UnitState::staffAllotted))
          << numberText(staffTotal(view, 0, end, &UnitState::staffFilled));
    table.rows.push_back(total);
    table.boldRows = 1;
    document.blocks.emplace_back(std::move(table));
    return document;
}

} // namespace bomay
