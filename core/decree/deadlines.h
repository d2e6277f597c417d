// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// Something that ends or falls due (việc sắp đến hạn).
struct Deadline
{
    enum class Kind {
        Grace,    ///< thời gian chuyển tiếp of a finding ends
        Term,     ///< an appointment ends, also one as acting or in charge
        Stopgap,  ///< giao quyền, giao phụ trách without a last day: no law limits it (law.md), so only its length is
                  ///< told
        Surplus,  ///< a surplus post's last day
        RulesEnd, ///< rules of a document are in force for the last time
        Duty      ///< a duty that is not done
    };

    Kind kind = Kind::Grace;
    std::optional<Day> date = {};     ///< its last day; nothing for `Stopgap`
    int days = 0;                     ///< left after the day in view, below 0 = overdue; of `Stopgap` how many it lasts
    std::optional<NodeRef> node = {}; ///< whom it speaks of; nothing where it is not in the chart on the day
    QString subject = {};             ///< name of the unit; empty for rules
    BilingualText text = {};
    QString citation = {}; ///< empty = none

    friend bool operator==(const Deadline &, const Deadline &) = default;
};

/// What ends or falls due up to so many days after the day in view, the first day first; duties and surplus posts that
/// are overdue go before, what has no last day stands at the end, the longest first. `report` is of that view.
[[nodiscard]] std::vector<Deadline> deadlines(const Organisation &history, const OrgView &view,
                                              const CheckReport &report, std::span<const RulePack> packs,
                                              const MessageCatalog &catalog, int within);

} // namespace bomay
