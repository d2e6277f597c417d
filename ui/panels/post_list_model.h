// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/model/org_view.h"

#include <QAbstractListModel>

#include <vector>

namespace bomay {

/// The posts of one unit for a list of two lines each: title; role, tier, seats and who holds it.
class PostListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kDetailRole = Qt::UserRole;

    explicit PostListModel(Language language, QObject *parent = nullptr);

    /// Copies the posts of a unit, in the order of protocol. Equal posts leave the list as it is.
    void refresh(const OrgView &view, int unit);

    [[nodiscard]] std::optional<PostId> postAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        PostId post;
        QString title;
        QString detail;

        friend bool operator==(const Line &, const Line &) = default;
    };

    [[nodiscard]] QString detailOf(const ViewPost &post) const;

    Language m_language;
    std::vector<Line> m_lines;
};

} // namespace bomay
