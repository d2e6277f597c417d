// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/table_page.h"

#include "core/base/numbers.h"
#include "core/exchange/sheet_table.h"
#include "ui/import/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

TablePage::TablePage(ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new SheetModel(draft, this))
    , m_sheets(new QComboBox)
    , m_headerLabel(new QLabel(tr("Dòng tiêu đề:")))
    , m_header(new QSpinBox)
    , m_found(new QLabel)
    , m_view(new QTableView)
{
    auto *layout = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    top->addWidget(new QLabel(tr("Trang:")));
    top->addWidget(m_sheets);
    top->addSpacing(16);
    top->addWidget(m_headerLabel);
    top->addWidget(m_header);
    top->addSpacing(16);
    top->addWidget(m_found, 1);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    for (const ImportDraft::SheetRef &ref : draft.sheets())
        m_sheets->addItem(ref.sheet->name);
    m_header->setObjectName(u"headerRow"_s);
    m_header->setRange(0, kLastHeaderRow);
    // As wide as its longest text, which it gets when the table is found.
    m_header->setSpecialValueText(tr("tự tìm (dòng %1)").arg(kLastHeaderRow));
    m_header->setMinimumWidth(m_header->sizeHint().width());
    m_header->setKeyboardTracking(false); // "12" is not first row 1
    m_sheets->setObjectName(u"sheetChoice"_s);
    WheelGuard::keep(m_sheets);
    WheelGuard::keep(m_header);
    m_view->setObjectName(u"sheet"_s);
    m_view->setModel(m_model);
    m_view->setWordWrap(false);
    constexpr int kMeasuredRows = 60; // the first, with the header among them
    m_view->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    m_view->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_sheets, &QComboBox::activated, this, [this](int sheet) {
        m_draft.setCurrent(sheet);
        refresh();
        Q_EMIT changed();
    });
    connect(m_header, &QSpinBox::valueChanged, this, [this](int row) {
        m_draft.setHeaderRow(row);
        refresh();
        Q_EMIT changed();
    });
}

/// Columns as wide as what they are taken for, and as most of what stands in them.
void TablePage::fitColumns()
{
    constexpr int kWidest = 280; ///< pixels
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int said = m_view->horizontalHeader()->sectionSizeHint(column);
        m_view->setColumnWidth(column, std::max(said, std::min(m_view->columnWidth(column), kWidest)));
    }
}

void TablePage::refresh()
{
    m_model->refresh();
    fitColumns();
    const QSignalBlocker quietHeader(m_header);
    const QSignalBlocker quietSheets(m_sheets);
    m_sheets->setCurrentIndex(m_draft.current());
    const auto &table = m_draft.table();
    m_headerLabel->setVisible(m_draft.isAdjustable());
    m_header->setVisible(m_draft.isAdjustable());
    m_header->setSpecialValueText(tr("tự tìm"));
    m_header->setValue(m_draft.headerRow());
    if (!m_draft.isAdjustable()) {
        m_found->setText(m_draft.isRearrangement()
                             ? tr("Danh sách sắp xếp đơn vị hành chính: mỗi dòng một đơn vị cũ và đơn vị mới.")
                             : tr("Tệp theo biểu mẫu của chương trình: cột được đọc theo tiêu đề của biểu mẫu."));
        return;
    }
    if (!table) {
        m_found->setText(tr("Chưa tìm thấy bảng trong trang này. Hãy cho biết dòng tiêu đề."));
        return;
    }
    const auto header = std::ranges::find(table->parts, RowPart::Header);
    if (header != table->parts.end())
        m_header->setSpecialValueText(
            tr("tự tìm (dòng %1)").arg(table->rows[uz(header - table->parts.begin())].front().row));
    const auto rows = std::ranges::count(table->parts, RowPart::Data);
    m_found->setText(tr("%n dòng số liệu", nullptr, static_cast<int>(rows)));
}

void TablePage::showCell(int row, int column)
{
    const QModelIndex index = m_model->index(row - 1, std::max(0, column - 1));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_view->setFocus();
}

} // namespace bomay
