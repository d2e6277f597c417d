// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/model/organisation.h"

#include <vector>

namespace bomay {

/// In the order in which they are told where they fall on one day.
enum class HistoryEventKind {
    Founded,      ///< thành lập; on an empty date: it is there from before anybody wrote dates
    Resumed,      ///< lập lại: there again after a time in which it was not
    TookOver,     ///< tiếp nhận from a predecessor
    Renamed,      ///< đổi tên
    Converted,    ///< chuyển đổi loại hình: the kind of a unit, the type of a locality
    Reclassified, ///< phân loại: the class of a locality
    Moved,        ///< chuyển về trực thuộc another one, or to the top
    HandedOver,   ///< bàn giao to a successor
    Ended         ///< kết thúc hoạt động
};

/// One thing that happened to a unit or a locality.
struct HistoryEvent
{
    HistoryEventKind kind = HistoryEventKind::Founded;
    Day day; ///< the first on which it is so; of an end the first without; `Day::earliest()` = not known
    /// The same as written; of an end without a day its month or year; empty = not written.
    PartialDate date;
    QString name; ///< what the one whose history it is was called on that day, or last
    RowKey other; ///< predecessor, successor, new parent; null for others
    /// What it was and what it became: names, kinds, classes, parents; predecessor and successor. Empty where it was or
    /// is none or not known.
    BilingualText before;
    BilingualText after;
    SuccessionExtent extent = SuccessionExtent::Whole; ///< of `TookOver` and `HandedOver`
    QString document; ///< legal basis, or document of a succession; empty where rows do not tell

    friend bool operator==(const HistoryEvent &, const HistoryEvent &) = default;
};

/// What happened to a unit or a locality, from its founding to its end, in the order of dates. Read from states, places
/// and successions only. Empty for an unknown id. `Entity` is `Unit` or `Locality`.
template <typename Entity>
[[nodiscard]] std::vector<HistoryEvent> historyOf(const Organisation &organisation, Id<Entity> id);

/// The event as a line: "01/03/2025: Phòng AB tiếp nhận Phòng A (toàn bộ)". The language chooses the words of kinds and
/// classes among the values.
[[nodiscard]] Message messageOf(const HistoryEvent &event, Language language);

} // namespace bomay
