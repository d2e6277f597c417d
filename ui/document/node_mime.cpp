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

QMimeData *mimeOf(std::span<const NodeRef> nodes)
{
    QByteArray lines;
    for (const NodeRef node : nodes)
        lines += (node.isUnit() ? "unit " : "post ") + node.uid.toString().toLatin1() + '\n';
    auto *data = new QMimeData;
    data->setData(nodeMimeType(), lines);
    return data;
}

std::vector<NodeRef> nodesOf(const QMimeData *data)
{
    std::vector<NodeRef> nodes;
    for (const QByteArray &line : data->data(nodeMimeType()).split('\n')) {
        const auto uid = Uid::parse(QString::fromLatin1(line.mid(5)));
        if (uid)
            nodes.push_back(line.startsWith("unit ") ? NodeRef(UnitId{*uid}) : NodeRef(PostId{*uid}));
    }
    return nodes;
}

} // namespace bomay
