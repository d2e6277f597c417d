// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_chain.h"

#include "core/change/edits_support.h"
#include "core/change/transaction.h"

namespace bomay {

using namespace Qt::StringLiterals;

ChangeChain::ChangeChain(const Organisation &organisation)
    : m_now(organisation)
    , m_builder(organisation)
{}

const OrgView &ChangeChain::viewOn(Day day)
{
    if (!m_view || m_view->day() != day)
        m_view.emplace(m_now, day);
    return *m_view;
}

Result<> ChangeChain::add(Result<Change> change)
{
    if (!change && change.error().code() == u"edit-no-change"_s)
        return {};
    BM_TRY(const Change made, std::move(change));
    BM_TRY(const ChangeSet set, applyChange(m_now, made));
    if (m_view)
        m_view->apply(m_now, set.touched());
    for (const RowImage &image : made.images) {
        if (image.after)
            m_builder.put(*image.after);
        else
            m_builder.remove(image.key);
    }
    return {};
}

Result<Change> ChangeChain::finish(const QString &title, const EditScope &scope, IdSource &ids)
{
    return finishChange(m_builder, title, scope, &ids);
}

} // namespace bomay
