// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/sheet_model.h"

#include "core/base/messages.h"
#include "core/base/numbers.h"
#include "core/exchange/hidden_cells.h"
#include "ui/import/meaning_text.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kMostRows = 5000; ///< to look at; all are imported

} // namespace

SheetModel::SheetModel(const ImportDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(draft)
{
    refresh();
}

void SheetModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    m_parts.clear();
    m_columns = 0;
    m_sheet = m_draft.sheets().empty() ? nullptr : m_draft.sheets()[uz(m_draft.current())].sheet;
    if (m_sheet != nullptr) {
        for (const CellRow row : splitRows(*m_sheet)) {
            if (row.front().row > kMostRows)
                break;
            m_rows.resize(uz(row.front().row));
            m_rows.back() = row;
            m_columns = std::max(m_columns, row.back().column);
        }
        m_parts.assign(m_rows.size(), RowPart::Data);
        if (const auto &table = m_draft.table())
            for (std::size_t i = 0; i < table->rows.size(); ++i)
                if (const int row = table->rows[i].front().row; row <= sizeOf(m_rows))
                    m_parts[uz(row - 1)] = table->parts[i];
    }
    endResetModel();
}

int SheetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sizeOf(m_rows);
}

int SheetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

RowPart SheetModel::partOf(int row) const
{
    return m_parts[uz(row)];
}

bool SheetModel::isHiddenRow(int row) const
{
    return m_sheet != nullptr && isHidden(m_sheet->hiddenRows, row);
}

bool SheetModel::isHiddenColumn(int column) const
{
    return m_sheet != nullptr && isHidden(m_sheet->hiddenColumns, column);
}

QVariant SheetModel::data(const QModelIndex &index, int role) const
{
    const RowPart part = partOf(index.row());
    const QPalette palette = QGuiApplication::palette();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const Cell *cell = cellAt(m_rows[uz(index.row())], index.column() + 1);
        return cell == nullptr ? QVariant() : QVariant(cell->text);
    }
    case Qt::ForegroundRole:
        if (part != RowPart::Data && part != RowPart::Header)
            return palette.brush(QPalette::Disabled, QPalette::Text);
        break;
    case Qt::BackgroundRole:
        if (part == RowPart::Header)
            return palette.brush(QPalette::AlternateBase);
        break;
    case Qt::FontRole: {
        const bool isInHidden = isHiddenRow(index.row() + 1) || isHiddenColumn(index.column() + 1);
        if (part != RowPart::Header && !isInHidden)
            break;
        QFont font;
        font.setBold(part == RowPart::Header);
        font.setItalic(isInHidden);
        return font;
    }
    default:
        break;
    }
    return {};
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical) {
        QStringList texts{rowPartText(partOf(section)), isHiddenRow(section + 1) ? tr("đang ẩn") : QString(),
                          QString::number(section + 1)};
        texts.removeAll(QString());
        return texts.join(QStringLiteral(" · "));
    }
    QString text = columnName(section + 1);
    if (isHiddenColumn(section + 1))
        text += QStringLiteral(" · ") + tr("đang ẩn");
    if (const auto &table = m_draft.table())
        for (const auto &[meaning, column] : table->meanings)
            if (column == section + 1)
                text += QStringLiteral("\n") + meaningText(meaning);
    return text;
}

} // namespace bomay
