// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/finding_mark.h"
#include "ui/panels/ui_context.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace bomay {

/// The checker's report as rows: findings, the gravest first, then what could not be checked, what does not apply and
/// what is switched off, so that no rule is silently missing. A copy, made by `refresh`.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Subjects, Text, Citation, ColumnCount };

    explicit FindingsModel(const UiContext &context, QObject *parent = nullptr);

    void refresh();

    /// Whom a row speaks of; the first is the one to show first.
    [[nodiscard]] const std::vector<NodeRef> &subjects(int row) const;
    /// The same for the same finding after a refresh.
    [[nodiscard]] const QString &key(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< −1 where it is gone
    /// All columns of a row, for the clipboard.
    [[nodiscard]] QString rowText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        FindingKind kind = FindingKind::Error;
        QString key;
        std::vector<NodeRef> subjects;
        std::array<QString, ColumnCount> texts;
        QString toolTip;
    };

    [[nodiscard]] Row rowOfFinding(const Finding &finding) const;
    [[nodiscard]] Row rowOfGap(const NotChecked &gap, const Rule *rule) const;
    [[nodiscard]] Row rowOfRule(FindingKind kind, const QString &id, const Rule *rule, const QString &reason) const;
    [[nodiscard]] QString titleOf(const QString &id, const Rule *rule) const;
    void setSubjects(Row &row, const std::vector<Subject> &subjects) const;

    UiContext m_context;
    std::vector<Row> m_rows;
    std::array<QIcon, kFindingKinds> m_marks;
};

} // namespace bomay
