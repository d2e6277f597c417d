// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/form_values.h"

#include "core/base/numbers.h"

#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::optional<FormValue> text(const QString &value)
{
    return value.isEmpty() ? std::nullopt : std::optional<FormValue>(value);
}

std::optional<FormValue> number(std::optional<int> value)
{
    return value ? std::optional<FormValue>(static_cast<double>(*value)) : std::nullopt;
}

QString namesOf(const ViewPost &post, int holder)
{
    QStringList names;
    for (int i = 0; i < sizeOf(post.holders); ++i)
        if (holder < 0 || holder == i)
            names += post.holders[uz(i)].name;
    return names.join(u"; "_s);
}

} // namespace

std::optional<FormValue> FormValues::ofUnit(int unit, ColumnMeaning meaning, const QString &header) const
{
    const ViewUnit &found = m_view.units()[uz(unit)];
    switch (meaning) {
    case ColumnMeaning::Code:
        return text(found.code);
    case ColumnMeaning::Name:
        return text(found.state.name);
    case ColumnMeaning::Parent:
        return parentOf(unit, header);
    case ColumnMeaning::Allotted:
        return number(found.state.staffAllotted);
    case ColumnMeaning::Filled:
        return number(found.state.staffFilled);
    case ColumnMeaning::Phone:
        return text(found.state.phone);
    case ColumnMeaning::Mail:
        return text(found.state.mail);
    case ColumnMeaning::Note:
        return text(found.state.note);
    default:
        return std::nullopt;
    }
}

std::optional<FormValue> FormValues::ofPost(int post, ColumnMeaning meaning, int holder) const
{
    const ViewPost &found = m_view.posts()[uz(post)];
    switch (meaning) {
    case ColumnMeaning::Title:
        return text(found.state.title);
    case ColumnMeaning::Unit:
        return found.unit < 0 ? std::nullopt : text(m_view.units()[uz(found.unit)].state.name);
    case ColumnMeaning::Holder:
        return text(namesOf(found, holder));
    case ColumnMeaning::Born:
        return bornOf(found, holder);
    case ColumnMeaning::Seats:
        return number(holder < 0 ? found.state.seats : 1);
    case ColumnMeaning::Grade:
        return text(found.state.grade);
    case ColumnMeaning::Position:
        return text(found.state.position);
    case ColumnMeaning::Note:
        return text(found.state.note);
    default:
        return std::nullopt;
    }
}

std::optional<FormValue> FormValues::parentOf(int unit, const QString &header) const
{
    const int parent = m_view.parentUnit(unit);
    if (parent < 0)
        return std::nullopt;
    const QStringList words = headerKey(header).split(u' ');
    const bool byCode = std::ranges::any_of(
        words, [](const QString &word) { return word == u"ma"_s || word == u"code"_s || word == u"id"_s; });
    return text(byCode ? m_view.units()[uz(parent)].code : m_view.units()[uz(parent)].state.name);
}

std::optional<FormValue> FormValues::bornOf(const ViewPost &post, int holder) const
{
    const int only = holder < 0 && post.holders.size() == 1 ? 0 : holder;
    if (only < 0 || only >= sizeOf(post.holders))
        return std::nullopt;
    const Person *person = m_organisation.find(post.holders[uz(only)].person);
    if (person == nullptr || person->born.isEmpty())
        return std::nullopt;
    if (person->born.day > 0)
        return person->born.firstDay();
    return text(person->born.toVietnamese());
}

} // namespace bomay
