// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/finding_rows.h"

#include <QAbstractItemModel>

namespace bomay {

/// The checker's report as groups of rows. A copy, made by `refresh`.
class FindingsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit FindingsModel(const UiContext &context, QObject *parent = nullptr);

    void refresh();

    [[nodiscard]] FindingGrouping grouping() const { return m_grouping; }
    void setGrouping(FindingGrouping grouping); ///< refreshes

    /// The row behind an index; null for a group.
    [[nodiscard]] const FindingRow *row(const QModelIndex &index) const;
    /// Of a group or row; the same for the same thing after a refresh.
    [[nodiscard]] QString key(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &key) const; ///< invalid where it is gone
    /// Does a group hold only rules that say nothing of this chart?
    [[nodiscard]] bool isSilent(const QModelIndex &group) const;
    /// All columns of a row, or the title of a group, for the clipboard.
    [[nodiscard]] QString textOf(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Group
    {
        QString key;
        QString text;
        std::vector<FindingRow> rows;
    };

    [[nodiscard]] QVariant groupData(const Group &group, int column, int role) const;
    [[nodiscard]] QVariant rowData(const FindingRow &row, int column, int role) const;

    UiContext m_context;
    FindingGrouping m_grouping = FindingGrouping::Kind;
    std::vector<Group> m_groups;
    std::array<QIcon, kFindingKinds> m_marks;
};

} // namespace bomay
