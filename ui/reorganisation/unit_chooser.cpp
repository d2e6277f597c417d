// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reorganisation/unit_chooser.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"

#include <algorithm>

namespace bomay {

namespace {

constexpr std::size_t kMostOthers = 12; ///< units that only contain what was typed

} // namespace

UnitChooser::UnitChooser(const UiContext &context, QWidget *parent)
    : SuggestField([this](const QString &typed) { return like(typed); }, parent)
    , m_context(context)
{
    connect(this, &SuggestField::chosen, this, [this](const Suggestion &suggestion) {
        setText(suggestion.text);
        setUnit(UnitId{suggestion.uid});
    });
    connect(this, &QLineEdit::textEdited, this, &UnitChooser::readTyped);
}

std::vector<Suggestion> UnitChooser::like(const QString &typed)
{
    const OrgView &view = m_context.document.view();
    const QString name = nameFold(typed);
    // Every agency has a Văn phòng: those that bear the very name come first, and all of them.
    std::vector<Suggestion> found;
    std::vector<Suggestion> others;
    if (tidyName(typed).isEmpty())
        return found;
    for (const NodeRef node : m_search.find(view, typed)) {
        const int unit = node.isUnit() ? view.indexOf(node) : -1;
        if (unit < 0)
            continue;
        const QString &own = view.units()[uz(unit)].state.name;
        const bool isVery = nameFold(own) == name;
        if (!isVery && others.size() == kMostOthers)
            continue;
        const int above = view.parentUnit(unit);
        (isVery ? found : others)
            .push_back({node.uid, own, above < 0 ? QString() : view.units()[uz(above)].state.name});
    }
    found.insert(found.end(), others.begin(), others.end());
    return found;
}

void UnitChooser::readTyped(const QString &typed)
{
    const QString name = nameFold(typed);
    const std::vector<Suggestion> found = like(typed);
    const auto isVery = [&name](const Suggestion &suggestion) { return nameFold(suggestion.text) == name; };
    setUnit(std::ranges::count_if(found, isVery) == 1 ? UnitId{found.front().uid} : UnitId{});
}

void UnitChooser::setUnit(UnitId unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    Q_EMIT unitChanged(unit);
}

} // namespace bomay
