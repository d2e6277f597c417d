// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"
#include "core/model/row_json.h"

#include <QStringList>

#include <tuple>
#include <vector>

namespace bomay {

// The document's tables and columns, taken from the field lists of core/model. Writer, reader and tests share them, so
// that the only other place which names a column is the migration.

template <typename... Entities>
std::tuple<std::vector<Entities>...> rowListsOf(const std::variant<Entities...> &);

/// All rows of a document by kind, in the order of `Row`: what others refer to comes first.
using RowLists = decltype(rowListsOf(std::declval<Row>()));

/// The table of a kind of row has its name.
template <typename Entity>
[[nodiscard]] QString tableName()
{
    return nameOf(kRowKindOf<Entity>);
}

/// The table of the dated states of an entity.
template <Dated Entity>
[[nodiscard]] QString stateTableName()
{
    return tableName<Entity>() + QLatin1StringView("_state");
}

template <Dated Entity>
using StateOf = typename decltype(Entity::states)::value_type;

/// Names the columns of each visited field.
struct ColumnNames
{
    QStringList &names;

    void operator()(const char * /*name*/, const Period & /*field*/)
    {
        names += {QStringLiteral("valid_from"), QStringLiteral("valid_to")};
    }
    void operator()(const char *name, const NodeRef & /*field*/)
    {
        names += QLatin1StringView(name) + QLatin1StringView("_kind");
        names += QLatin1StringView(name) + QLatin1StringView("_id");
    }
    void operator()(const char * /*name*/, const CustomFields & /*field*/) {} // have a table of their own
    template <typename Field>
    void operator()(const char *name, const Field & /*field*/)
    {
        names += QLatin1StringView(name);
    }
};

/// `position` keeps the order of the rows; then the fields.
template <typename Entity>
[[nodiscard]] QStringList columnNames()
{
    QStringList names{QStringLiteral("position")};
    const Entity entity;
    visitFields(entity, ColumnNames{names});
    return names;
}

/// The owner's id and the number of the state, from 0; then the fields.
template <Dated Entity>
[[nodiscard]] QStringList stateColumnNames()
{
    QStringList names{tableName<Entity>(), QStringLiteral("state_no")};
    const StateOf<Entity> state;
    visitFields(state, ColumnNames{names});
    return names;
}

/// The columns of `custom_field`.
[[nodiscard]] inline QStringList customColumnNames()
{
    return {QStringLiteral("entity_kind"), QStringLiteral("entity_id"), QStringLiteral("state_no"),
            QStringLiteral("name"), QStringLiteral("value")};
}

} // namespace bomay
