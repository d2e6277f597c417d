// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/model/org_view.h"

namespace bomay {

/// Internal to core/change: `move` for one of several nodes. `view` is that of the edit's day; `together` are the posts
/// that go to the same unit, whose reports-to relations among each other stay. Errors: those of `move`.
[[nodiscard]] Result<Change> moveInView(const Organisation &organisation, const OrgView &view, NodeRef node,
                                        const Destination &where, const EditScope &scope, IdSource &ids,
                                        std::span<const NodeRef> together = {});

} // namespace bomay
