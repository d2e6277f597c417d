// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"
#include "core/exchange/state_merge.h"

namespace bomay {

/// Where a unit or post of the document stood when, by one type of relation, and what rows with dates make of it. A
/// relation that is right already keeps its id. Rows without dates speak of one relation alone and need none of this.
class PlaceHistory
{
public:
    PlaceHistory(ImportContext &context, RelationType type, NodeRef node);

    /// The node's state of a time was put right, and its time with it: so is its place of that time.
    void redate(const Period &before, const Period &said);
    /// The state of a time, which is the document's own, is put right: on the file's day, else last in that time, the
    /// node stands below `above`, nowhere where that is empty. `time` is all time where it is the only state.
    void correct(const Period &time, std::optional<NodeRef> above);
    /// In a time of the row's own the node stands below `above`, before and behind where it stood.
    void during(const Period &time, std::optional<NodeRef> above);
    /// In a time of which the document has nothing the node stands where it stood before, else where it stands later.
    void goOn(const Period &time);

    /// Puts what has changed into the change.
    void finish();

private:
    [[nodiscard]] Relation *placeIn(const Period &time);
    void add(const Period &time, NodeRef above);
    void cutOut(const Period &time);
    void fillGaps(const Period &time, NodeRef above);

    ImportContext &m_context;
    RelationType m_type;
    NodeRef m_node;
    std::vector<Relation> m_places;
};

} // namespace bomay
