// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/post_list_model.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"

#include <QStringList>

namespace bomay {

PostListModel::PostListModel(Language language, QObject *parent)
    : QAbstractListModel(parent)
    , m_language(language)
{}

void PostListModel::refresh(const OrgView &view, int unit)
{
    std::vector<Line> lines;
    for (const int index : view.postsOfUnit(unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        lines.push_back({post.id, post.state.title, detailOf(post)});
    }
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

QString PostListModel::detailOf(const ViewPost &post) const
{
    QStringList parts{termLabel(post.state.role, m_language)};
    if (post.state.role == PostRole::Deputy)
        parts += tr("bậc %1").arg(post.state.tier);
    if (post.state.standing)
        parts += tr("Thường trực");
    if (post.state.seats != 1)
        parts += tr("số lượng %1").arg(post.state.seats);
    const int vacant = post.vacantSeats();
    if (!post.holders.empty())
        parts += holdersText(post, m_language);
    if (vacant > 0)
        parts += vacant == post.state.seats ? tr("khuyết") : tr("khuyết %1").arg(vacant);
    return parts.join(QStringLiteral(" · "));
}

std::optional<PostId> PostListModel::postAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= sizeOf(m_lines))
        return std::nullopt;
    return m_lines[uz(index.row())].post;
}

int PostListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sizeOf(m_lines);
}

QVariant PostListModel::data(const QModelIndex &index, int role) const
{
    if (!postAt(index))
        return {};
    const Line &line = m_lines[uz(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return line.title;
    case kDetailRole:
        return line.detail;
    case Qt::ToolTipRole:
        return toolTipText(line.title + u'\n' + line.detail);
    case Qt::AccessibleTextRole:
        return QString(line.title + QStringLiteral(", ") + line.detail);
    default:
        return {};
    }
}

} // namespace bomay
