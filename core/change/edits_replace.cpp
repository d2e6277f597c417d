// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_replace.h"

#include "core/change/edits_support.h"

namespace bomay {

using namespace Qt::StringLiterals;

Result<Change> replaceInNames(const Organisation &organisation, std::span<const NodeRef> nodes, const QString &text,
                              const QString &replacement, const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    const QString wanted = text.normalized(QString::NormalizationForm_C);
    if (wanted.isEmpty())
        return fail(u"edit-no-change"_s);
    ChangeBuilder builder(organisation);
    int count = 0;
    for (const NodeRef node : nodes) {
        BM_TRY_VOID(requireNode(organisation, node, dayOfEdit(scope)));
        const QString before = nameOn(organisation, node, dayOfEdit(scope));
        QString after = before;
        after.replace(wanted, replacement);
        if (after == before)
            continue;
        BM_TRY(const QString name, requireName(after));
        modifyNode(builder, node, scope, [&name]<typename State>(State &state) {
            if constexpr (requires { state.title; })
                state.title = name;
            else
                state.name = name;
        });
        ++count;
    }
    return finishChange(builder, u"Thay “%1” bằng “%2” trong %3 tên"_s.arg(wanted, replacement).arg(count), scope,
                        &ids);
}

} // namespace bomay
