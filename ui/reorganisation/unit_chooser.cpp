// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reorganisation/unit_chooser.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"

namespace bomay {

namespace {

constexpr std::size_t kMostSuggestions = 12;

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
    std::vector<Suggestion> found;
    if (tidyName(typed).isEmpty())
        return found;
    for (const NodeRef node : m_search.find(view, typed)) {
        const int unit = node.isUnit() ? view.indexOf(node) : -1;
        if (unit < 0)
            continue;
        const int above = view.parentUnit(unit);
        found.push_back(
            {node.uid, view.units()[uz(unit)].state.name, above < 0 ? QString() : view.units()[uz(above)].state.name});
        if (found.size() == kMostSuggestions)
            break;
    }
    return found;
}

void UnitChooser::readTyped(const QString &typed)
{
    const QString name = nameFold(typed);
    UnitId only;
    for (const Suggestion &suggestion : like(typed)) {
        if (nameFold(suggestion.text) != name)
            continue;
        if (!only.isNull())
            return setUnit({});
        only = UnitId{suggestion.uid};
    }
    setUnit(only);
}

void UnitChooser::setUnit(UnitId unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    Q_EMIT unitChanged(unit);
}

} // namespace bomay
