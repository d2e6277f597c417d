// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ledger_panel.h"

#include "core/decree/ledger_text.h"
#include "core/decree/office_word.h"
#include "ui/panels/data_texts.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::vector<RecordColumn> columnsOf(const UiContext &context)
{
    constexpr std::array kLetters{12, 0, 8, 0, 9, 18, 8, 8, 8, 12};
    const LedgerCells headers = ledgerHeaders(context.messages, context.language);
    std::vector<RecordColumn> columns;
    for (std::size_t i = 0; i < headers.size(); ++i)
        columns.push_back({headers[i], kLetters[i]});
    for (const LedgerColumn number : {LedgerColumn::Ceiling, LedgerColumn::Allotted, LedgerColumn::InPost,
                                      LedgerColumn::Vacant, LedgerColumn::Surplus})
        columns[static_cast<std::size_t>(number)].alignment = Qt::AlignHCenter; // apart from the texts beside them
    return columns;
}

QVariant keyOf(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant();
}

/// What columns are sorted by: numbers as numbers, the rest as it is read.
template <typename Line>
Record recordOf(const Line &line, const LedgerCells &cells)
{
    Record record;
    for (const QString &cell : cells) {
        record.texts += cell;
        record.keys += cell;
    }
    const auto setKey = [&record](LedgerColumn column, const QVariant &key) {
        record.keys[static_cast<int>(column)] = key;
    };
    setKey(LedgerColumn::Allotted, keyOf(line.allotted));
    setKey(LedgerColumn::InPost, line.inPost);
    setKey(LedgerColumn::Vacant, line.vacant);
    setKey(LedgerColumn::Surplus, line.surplus);
    record.isMarked = line.surplus > 0;
    return record;
}

} // namespace

LedgerPanel::LedgerPanel(const UiContext &context, QWidget *parent)
    : RecordsPanel(context, u"ledger"_s, tr("Theo dõi cấp phó"), columnsOf(context), parent)
{
    setHint(tr("Có mặt: ghế cấp phó đang có người giữ; đơn vị chưa nhập người giữ chức vụ nào thì tính theo số ghế.\n"
               "Dôi dư: số có mặt vượt số nhỏ hơn giữa mức tối đa và số được giao, hoặc số đã ghi là dôi dư."));
    addChoice(tr("Từng đơn vị"), static_cast<int>(LedgerTotal::By::All));
    addChoice(tr("Theo loại hình"), static_cast<int>(LedgerTotal::By::Kind));
    addChoice(tr("Theo đơn vị hành chính"), static_cast<int>(LedgerTotal::By::Locality));
    addChoice(tr("Theo phạm vi bình quân"), static_cast<int>(LedgerTotal::By::Scope));
}

std::vector<Record> LedgerPanel::records()
{
    const Session &session = context().document.session();
    m_ledger =
        deputyLedger(session.organisation(), session.view(), session.packs().packs, optionsOf(session.organisation()));
    const auto by = static_cast<LedgerTotal::By>(choice().toInt());
    std::vector<Record> records;
    if (by == LedgerTotal::By::All)
        for (const LedgerRow &row : m_ledger.rows) {
            Record record = recordOf(row, ledgerCells(row, context().messages, context().language));
            record.keys[static_cast<int>(LedgerColumn::Ceiling)] = keyOf(row.ceiling.number);
            record.keys[static_cast<int>(LedgerColumn::Until)] =
                keyOf(row.until ? std::optional(static_cast<int>(row.until->julian)) : std::nullopt);
            record.node = row.subject.node;
            if (!row.untilCitation.isEmpty())
                record.toolTip = tr("Thời hạn theo %1").arg(row.untilCitation);
            records.push_back(std::move(record));
        }
    else
        for (const LedgerTotal &total : m_ledger.totals)
            if (total.by == by) {
                Record record = recordOf(total, ledgerCells(total, context().messages, context().language));
                record.keys[static_cast<int>(LedgerColumn::Ceiling)] = keyOf(total.ceiling);
                records.push_back(std::move(record));
            }
    return records;
}

QString LedgerPanel::summary() const
{
    if (m_ledger.rows.empty())
        return tr("Không có đơn vị nào có cấp phó, có mức tối đa hoặc được giao cấp phó.");
    const LedgerTotal &all = m_ledger.totals.front();
    const QStringList counts{tr("%1 đơn vị").arg(all.units), tr("%1 cấp phó có mặt").arg(all.inPost),
                             tr("%1 ghế khuyết").arg(all.vacant), tr("%1 dôi dư").arg(all.surplus)};
    return tr("%1  (tại ngày %2)").arg(counts.join(u" · "_s), dayText(m_ledger.day, context().language));
}

} // namespace bomay
