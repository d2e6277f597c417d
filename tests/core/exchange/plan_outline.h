// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/exchange/import_plan.h"
#include "core/model/org_view.h"

#include <QStringList>

namespace bomay {

/// What came in, a line for each unit and post in the order of the drawn tree: "  Phòng Nội vụ", "  * Trưởng phòng: A".
[[nodiscard]] inline QStringList outlineOf(const Result<ImportPlan> &plan)
{
    if (!plan)
        return {plan.error().code()};
    Organisation organisation;
    if (const auto applied = applyChange(organisation, plan->change); !applied)
        return {applied.error().code()};
    const OrgView view(organisation, Day::latest());
    QStringList lines;
    for (const ViewNode &node : view.nodes()) {
        if (!node.isUnit())
            continue;
        const QString indent(2 * (node.depth - 1), QLatin1Char(' '));
        lines += indent + view.units()[uz(node.item)].state.name;
        for (const int post : view.postsOfUnit(node.item)) {
            const ViewPost &found = view.posts()[uz(post)];
            QString line = indent + QStringLiteral("* ") + found.state.title;
            if (found.state.seats > 1)
                line += QStringLiteral(" ×%1").arg(found.state.seats);
            for (const ViewHolder &holder : found.holders)
                line += QStringLiteral(": ") + organisation.find(holder.person)->name;
            lines += line;
        }
    }
    return lines;
}

} // namespace bomay
