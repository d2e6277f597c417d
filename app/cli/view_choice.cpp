// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/view_choice.h"

#include "core/change/edits_views.h"
#include "core/chart/theme_file.h"

#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::optional<bool> landscapeOf(const QString &name)
{
    return name == u"portrait"_s ? std::optional(false) : name == u"landscape"_s ? std::optional(true) : std::nullopt;
}

/// "treo-phai" for TREO_PHAI; "auto" for the preset without a code.
QString styleName(ChartPreset preset)
{
    const QString code = codeOf(preset);
    return code.isEmpty() ? u"auto"_s : code.toLower().replace(u'_', u'-');
}

} // namespace

QStringList styleNames()
{
    QStringList names;
    for (const auto &term : terms<ChartPreset>())
        names += styleName(term.value);
    return names;
}

QStringList themeNames()
{
    QStringList names;
    for (const Theme &theme : builtInThemes())
        if (!theme.isForScreen) // an export is for paper
            names += theme.id;
    return names;
}

Result<ChartView> wantedView(const CommandContext &context, const Organisation &organisation)
{
    const std::vector<ChartView> views = viewsInOrder(organisation);
    const QString name = context.arguments.value(u"--view"_s);
    ChartView view = views.empty() ? ChartView{} : views.front();
    if (!name.isEmpty()) {
        const auto found = std::ranges::find(views, name, &ChartView::name);
        if (found == views.end()) {
            QStringList names;
            for (const ChartView &one : views)
                names += one.name;
            return fail(u"unknown-view"_s, {{u"name"_s, name}, {u"allowed"_s, names.join(u", "_s)}});
        }
        view = *found;
    }
    const QString style = context.arguments.value(u"--style"_s);
    for (const auto &term : terms<ChartPreset>())
        if (style == styleName(term.value))
            view.preset = term.value;
    view.theme = context.arguments.value(u"--theme"_s, view.theme);
    view.relations = view.relations || context.arguments.has(u"--relations"_s);
    view.paper = context.arguments.value(u"--paper"_s, view.paper);
    if (const QString orientation = context.arguments.value(u"--orientation"_s); !orientation.isEmpty())
        view.landscape = landscapeOf(orientation);
    return view;
}

} // namespace bomay
