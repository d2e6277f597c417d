// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quick_lists.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"
#include "ui/window/command_actions.h"

#include <QAction>
#include <QTranslator>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// "UBND › Sở Nội vụ": the units above a node, the nearest last.
QString pathOf(const OrgView &view, const ViewNode &node)
{
    constexpr int kMostShown = 3;
    QStringList names;
    int unit = node.isUnit() ? view.parentUnit(node.item) : view.posts()[uz(node.item)].unit;
    for (; unit >= 0 && names.size() < kMostShown; unit = view.parentUnit(unit))
        names.prepend(view.units()[uz(unit)].state.name);
    if (unit >= 0)
        names.prepend(u"…"_s);
    return names.join(u" › "_s);
}

} // namespace

std::vector<QuickLine> placeLines(const UiContext &context)
{
    std::vector<QuickLine> lines;
    const OrgView &view = context.document.view();
    lines.reserve(view.nodes().size());
    for (const ViewNode &node : view.nodes()) {
        if (node.isUnit()) {
            const ViewUnit &unit = view.units()[uz(node.item)];
            lines.push_back({unit.state.name, pathOf(view, node), unit.state.shortName + u'\n' + unit.code});
            continue;
        }
        const ViewPost &post = view.posts()[uz(node.item)];
        const QString holders = holdersText(post, context.language);
        lines.push_back(
            {holders.isEmpty() ? post.state.title : u"%1: %2"_s.arg(post.state.title, holders), pathOf(view, node)});
    }
    return lines;
}

std::vector<QuickLine> commandLines(const CommandActions &commands)
{
    QTranslator english; // not installed: it is only asked
    const bool hasEnglish = english.load(u":/i18n/bomay_en.qm"_s);
    std::vector<QuickLine> lines;
    for (const UiCommand &command : commands.table()) {
        QString also = QString::fromUtf8(command.source).remove(u'&');
        if (hasEnglish)
            also += u'\n' + english.translate("bomay::CommandTable", command.source).remove(u'&');
        const QString keys = keyText(commands.bindings().keysOf(command));
        const QString menu = titleOf(command.menu).remove(u'&');
        lines.push_back({nameOf(command), keys.isEmpty() ? menu : u"%1 · %2"_s.arg(menu, keys), also,
                         commands.action(command.id)->isEnabled()});
    }
    return lines;
}

} // namespace bomay
