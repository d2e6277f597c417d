// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/sheet_model.h"

#include "core/base/messages.h"
#include "core/base/numbers.h"
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
    if (!m_draft.sheets().empty()) {
        const Sheet &sheet = *m_draft.sheets()[uz(m_draft.current())].sheet;
        for (const CellRow row : splitRows(sheet)) {
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
    case Qt::FontRole:
        if (part == RowPart::Header) {
            QFont font;
            font.setBold(true);
            return font;
        }
        break;
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
        const QString part = rowPartText(partOf(section));
        const QString number = QString::number(section + 1);
        return part.isEmpty() ? number : QStringLiteral("%1 · %2").arg(part, number);
    }
    QString text = columnName(section + 1);
    if (const auto &table = m_draft.table())
        for (const auto &[meaning, column] : table->meanings)
            if (column == section + 1)
                text += QStringLiteral("\n") + meaningText(meaning);
    return text;
}

} // namespace bomay
