// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/node_mime.h"

#include <QMimeData>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

} // namespace

QString nodeMimeType()
{
    return u"application/x-bomay-node"_s;
}

QMimeData *mimeOf(NodeRef node)
{
    auto *data = new QMimeData;
    data->setData(nodeMimeType(), (node.isUnit() ? "unit " : "post ") + node.uid.toString().toLatin1());
    return data;
}

std::optional<NodeRef> nodeOf(const QMimeData *data)
{
    const QString text = QString::fromLatin1(data->data(nodeMimeType()));
    const auto uid = Uid::parse(QStringView(text).mid(5));
    if (!uid)
        return std::nullopt;
    return text.startsWith(u"unit "_s) ? NodeRef(UnitId{*uid}) : NodeRef(PostId{*uid});
}

} // namespace bomay
