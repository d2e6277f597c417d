// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_search.h"
#include "ui/document/ui_context.h"

#include <QAbstractItemModel>

#include <unordered_map>
#include <vector>

namespace bomay {

/// The drawn tree of the day in view for a tree view, with those that could not be placed under a heading at the end.
/// It is a copy in flat arrays, made once per `refresh`: between a change of the document and the next refresh it
/// still answers for the old state. Editing and dropping ask the document for the edit once the view has finished with
/// its event, because every change resets the model.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit OutlineModel(const UiContext &context, QObject *parent = nullptr);

    /// Copies the document's present view. The filter stays.
    void refresh();

    /// Shows only rows that contain the text, as `SearchPattern` finds it, and what is above them. Empty = all.
    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }

    /// The node of a row; nothing for the heading.
    [[nodiscard]] std::optional<NodeRef> nodeAt(const QModelIndex &index) const;
    /// Invalid where the node is not there or filtered out.
    [[nodiscard]] QModelIndex indexOf(NodeRef node) const;
    /// All shown rows that have rows below them and are no deeper than `mostDepth`, from the top.
    [[nodiscard]] QModelIndexList parentsUpTo(int mostDepth) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Asks for the new name; the answer comes with the document's next change, or as its error.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    /// Asks for the move; whether it makes sense is for the verb to say.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    struct Item
    {
        std::optional<NodeRef> node; ///< nothing: the heading of the staged ones
        UnitId unit;                 ///< itself, or the unit a post belongs to
        QString name;                ///< what is edited
        QString text;                ///< what is shown
        bool vacant = false;
        int parent = -1; ///< index in `m_items`
    };

    void copyItems();
    void linkShownItems();
    [[nodiscard]] std::vector<bool> shownItems();
    [[nodiscard]] Item itemOf(const ViewNode &node) const;
    [[nodiscard]] std::span<const int> childrenOf(int item) const;
    [[nodiscard]] int itemAt(const QModelIndex &index) const;
    [[nodiscard]] Destination destination(NodeRef moved, int row, const QModelIndex &parent) const;
    [[nodiscard]] QVariant font(const Item &item) const;

    UiContext m_context;
    QString m_filter;          ///< as typed, with single spaces
    std::vector<Item> m_items; ///< in preorder
    std::unordered_map<NodeRef, int> m_itemOf;
    std::vector<SearchText> m_folded; ///< of each item's text; filled when first filtered
    // Children of an item are m_children[m_firstChild[item + 1] … m_firstChild[item + 2]); those of −1 are the roots.
    std::vector<int> m_children;
    std::vector<int> m_firstChild;
    std::vector<int> m_row; ///< among its siblings; −1 = filtered out
};

} // namespace bomay
