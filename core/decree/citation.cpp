// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/citation.h"

namespace bomay {

using namespace Qt::StringLiterals;

QString citedDocument(const QString &type, const QString &number)
{
    return type + u" số "_s + number;
}

Citation writtenCitation(Citation citation, const QString &amendedBy)
{
    QStringList parts;
    if (!citation.point.isEmpty())
        parts += u"điểm "_s + citation.point;
    if (!citation.clause.isEmpty())
        parts += u"khoản "_s + citation.clause;
    if (!citation.article.isEmpty())
        parts += u"Điều "_s + citation.article;
    parts += citation.document;
    citation.text = parts.join(u' ');
    if (!amendedBy.isEmpty())
        citation.text += u" được sửa đổi, bổ sung bởi "_s + amendedBy;
    return citation;
}

} // namespace bomay
