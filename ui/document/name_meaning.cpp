// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/name_meaning.h"

#include "core/base/numbers.h"
#include "core/change/change_chain.h"
#include "core/change/edits_structure.h"
#include "core/exchange/understanding.h"

namespace bomay {

namespace {

/// The change that gives a node what its name says, on the organisation in which it has that name; nothing where it
/// says nothing new.
std::optional<Result<Change>> meaningOf(Document &document, NodeRef node, const QString &name,
                                        const Organisation &renamed)
{
    const OrgView &view = document.view();
    const int item = view.indexOf(node);
    const auto kindOf = [&view](int unit) { return unit < 0 ? UnitKind::Unknown : view.units()[uz(unit)].state.kind; };
    if (node.isUnit()) {
        const UnitKind kind = kindFromName(name, kindOf(view.parentUnit(item)));
        if (kindOf(item) != UnitKind::Unknown || kind == UnitKind::Other)
            return std::nullopt;
        return changeKind(renamed, {&node, 1}, kind, document.scope(), document.ids());
    }
    const PostState &shown = view.posts()[uz(item)].state;
    PostState state = shown;
    if (state.role != PostRole::Unknown)
        return std::nullopt;
    state.title = name;
    state.role = roleFromTitle(name, kindOf(view.posts()[uz(item)].unit));
    if (state.role == PostRole::Unknown)
        state.role = PostRole::Staff;
    return changePost(renamed, node.post(), {shown, state}, document.scope());
}

} // namespace

Result<Change> renameWithMeaning(Document &document, NodeRef node, const QString &name)
{
    const Organisation &organisation = document.organisation();
    BM_TRY(Change renamed, rename(organisation, node, name, document.scope()));
    const QString title = renamed.title; // which names the date already
    if (document.view().indexOf(node) < 0)
        return renamed;
    ChangeChain chain(organisation);
    BM_TRY_VOID(chain.add(renamed));
    const auto meant = meaningOf(document, node, name, chain.organisation());
    if (!meant)
        return renamed;
    BM_TRY_VOID(chain.add(*meant));
    BM_TRY(Change both, chain.finish(title, document.scope(), document.ids()));
    both.title = title;
    return both;
}

} // namespace bomay
