// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"

#include <QWidget>

#include <unordered_map>

class QLabel;
class QLineEdit;
class QModelIndex;
class QTreeView;

namespace bomay {

class OutlineModel;

/// The organisation as a tree of rows with a filter above it: what the canvas shows, for the keyboard and for finding.
/// It renames in place and moves by dragging.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(const UiContext &context, QWidget *parent = nullptr);

    /// The keyboard goes to the filter, with its text selected: "Tìm".
    void focusFilter();
    /// What has the rows, for keys that work on them.
    [[nodiscard]] QWidget &tree() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// What a reset of the model would lose, by node.
    struct Place
    {
        std::optional<NodeRef> top; ///< the first row in sight
        bool selectionOpen = false; ///< every row above the selected one is open
    };

    void buildWidgets();
    /// The rows are copied anew at once where they are seen, else when they are shown.
    void invalidate();
    void refresh();
    /// Before a command: the name in the open field counts for it.
    void takeTypedName();
    void applyFilter(const QString &text);
    [[nodiscard]] Place place() const;
    void restore(const Place &place);
    void openRows();
    void openRowsAbove(QModelIndex index);
    [[nodiscard]] QModelIndex selectedIndex() const;
    void markSelection();
    void revealSelection();
    void takeSelection(const QModelIndex &current);
    void rememberOpen(const QModelIndex &index, bool open);

    UiContext m_context;
    OutlineModel *m_model;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QLabel *m_nothingFound;
    const Session *m_session; ///< to know another document from a change of this one; never followed
    /// Rows opened and closed by hand, the heading of the staged ones under nothing. Roots are open otherwise.
    std::unordered_map<std::optional<NodeRef>, bool> m_open;
    bool m_isStale = false;
    bool m_restoring = false; ///< the panel itself opens rows and marks the selection
};

} // namespace bomay
