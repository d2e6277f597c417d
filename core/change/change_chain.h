// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change_builder.h"
#include "core/change/edits.h"

namespace bomay {

/// Several edits that are one change: each verb looks at the organisation as the ones before it left it. Works on a
/// copy of the organisation, so it is for gestures over several nodes, not for every edit.
class ChangeChain
{
public:
    explicit ChangeChain(const Organisation &organisation);

    /// As the edits so far leave it.
    [[nodiscard]] const Organisation &organisation() const { return m_now; }

    /// Makes the next edit. One that would change nothing is passed over. Errors: those of the edit and of
    /// `Transaction`.
    [[nodiscard]] Result<> add(Result<Change> change);

    /// All edits as one change. Errors: `edit-no-change` where together they change nothing.
    [[nodiscard]] Result<Change> finish(const QString &title, const EditScope &scope, IdSource &ids);

private:
    Organisation m_now;
    ChangeBuilder m_builder; ///< over the organisation as it was
};

} // namespace bomay
