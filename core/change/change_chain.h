// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change_builder.h"
#include "core/change/edits.h"
#include "core/model/org_view.h"

#include <optional>

namespace bomay {

/// Several edits that are one change: each verb looks at the organisation as the ones before it left it. Works on a
/// copy of the organisation, so it is for gestures over several nodes, not for every edit.
class ChangeChain
{
public:
    explicit ChangeChain(const Organisation &organisation);

    /// As the edits so far leave it.
    [[nodiscard]] const Organisation &organisation() const { return m_now; }

    /// The view of a day as the edits so far leave it. It follows the next ones as long as the same day is asked for:
    /// making it anew for each of many nodes costs the whole organisation each time.
    [[nodiscard]] const OrgView &viewOn(Day day);

    /// Makes the next edit. One that would change nothing is passed over. Errors: those of the edit and of
    /// `Transaction`.
    [[nodiscard]] Result<> add(Result<Change> change);

    /// All edits as one change. Errors: `edit-no-change` where together they change nothing.
    [[nodiscard]] Result<Change> finish(const QString &title, const EditScope &scope, IdSource &ids);

private:
    Organisation m_now;
    std::optional<OrgView> m_view; ///< of `m_now`
    ChangeBuilder m_builder;       ///< over the organisation as it was
};

} // namespace bomay
