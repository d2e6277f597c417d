// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/allotment.h"

#include "core/base/vietnamese_text.h"
#include "core/decree/citation.h"
#include "core/model/org_view.h"
#include "core/model/organisation.h"

#include <QRegularExpression>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The type of a document by its symbol, where the symbol leaves no doubt.
QString typeOf(const QString &number)
{
    if (number.contains(u"/QĐ-"_s))
        return u"Quyết định"_s;
    return number.contains(u"/NQ-"_s) ? u"Nghị quyết"_s : u"Văn bản"_s;
}

Citation citationOf(const QString &document)
{
    Citation citation;
    citation.document = document;
    return writtenCitation(std::move(citation), {});
}

bool isNumberAndSymbol(const QString &text)
{
    static const QRegularExpression kNumber(u"^\\d+[^\\s/]*/\\S+$"_s);
    return kNumber.match(text).hasMatch();
}

} // namespace

bool namesHolders(const OrgView &view, int unit)
{
    return std::ranges::any_of(view.postsOfUnit(unit),
                               [&view](int post) { return !view.posts()[uz(post)].holders.empty(); });
}

Measured deputiesInPost(const OrgView &view, int unit)
{
    const auto &posts = view.postsOfUnit(unit);
    if (!namesHolders(view, unit))
        return deputySeats(view, unit);
    Measured deputies;
    bool open = false;
    for (const int index : posts) {
        const ViewPost &post = view.posts()[uz(index)];
        const int held = post.state.seats - post.vacantSeats();
        if (post.state.role == PostRole::Deputy)
            deputies.add(Measured::exactly(held));
        else if (post.state.role == PostRole::Unknown)
            deputies.add({0, held});
        open = open || (post.state.role == PostRole::Unknown && held > 0);
    }
    if (open)
        deputies.gaps.push_back({unit, u"missing-roles"_s});
    return deputies;
}

Citation cited(const LegalDocument &document)
{
    const QString type = document.type.isEmpty() ? typeOf(document.number) : document.type;
    QString text = document.number.isEmpty() ? type : citedDocument(type, document.number);
    if (!document.date.isEmpty())
        text += u" ngày "_s + document.date.toVietnamese();
    return citationOf(text);
}

Citation citedAllotment(const Organisation *history, const QString &basis)
{
    const QString text = tidyName(basis);
    if (text.isEmpty())
        return citationOf(u"Văn bản giao (chưa nhập)"_s);
    if (!isNumberAndSymbol(text))
        return citationOf(text);
    if (history != nullptr)
        for (const LegalDocument &document : history->legalDocuments())
            if (nameFold(document.number) == nameFold(text))
                return cited(document);
    return citationOf(citedDocument(typeOf(text), text));
}

} // namespace bomay
