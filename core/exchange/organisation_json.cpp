// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organisation_json.h"

#include "core/model/fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QJsonValue jsonOf(const QString &value)
{
    return value;
}
QJsonValue jsonOf(int value)
{
    return value;
}
QJsonValue jsonOf(bool value)
{
    return value;
}
QJsonValue jsonOf(const PartialDate &date)
{
    return date.isEmpty() ? QJsonValue() : QJsonValue(date.toIso());
}

QJsonValue jsonOf(const Period &period)
{
    return QJsonObject{{u"from"_s, jsonOf(period.from)}, {u"to"_s, jsonOf(period.to)}};
}

QJsonValue jsonOf(const CustomFields &fields)
{
    QJsonObject object;
    for (const auto &[name, value] : fields.asKeyValueRange())
        object.insert(name, value);
    return object;
}

QJsonValue jsonOf(const NodeRef &node)
{
    return QJsonObject{{u"kind"_s, node.isUnit() ? u"unit"_s : u"post"_s}, {u"id"_s, node.uid.toString()}};
}

template <typename Entity>
QJsonValue jsonOf(const Id<Entity> &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.uid.toString());
}

template <typename Value>
QJsonValue jsonOf(const std::optional<Value> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

template <typename Enum>
    requires std::is_enum_v<Enum>
QJsonValue jsonOf(Enum value)
{
    return codeOf(value);
}

template <typename Struct>
QJsonObject objectOf(const Struct &value)
{
    QJsonObject object;
    visitFields(value, [&object](const char *name, const auto &field) {
        object.insert(QLatin1StringView(name), jsonOf(field));
    });
    if constexpr (Dated<Struct>) {
        QJsonArray states;
        for (const auto &state : value.states)
            states.append(objectOf(state));
        object.insert(u"states"_s, states);
    }
    return object;
}

/// The lists by kind of row; the document's own row is an object.
constexpr std::array<QLatin1StringView, kRowKinds> kListNames{
    QLatin1StringView(""),           QLatin1StringView("legal_documents"),
    QLatin1StringView("localities"), QLatin1StringView("locality_successions"),
    QLatin1StringView("units"),      QLatin1StringView("posts"),
    QLatin1StringView("persons"),    QLatin1StringView("appointments"),
    QLatin1StringView("relations"),  QLatin1StringView("staged"),
    QLatin1StringView("functions"),  QLatin1StringView("quotas"),
    QLatin1StringView("duties"),     QLatin1StringView("duty_participants")};

template <typename Entity>
QJsonArray arrayOf(const Table<Entity> &table)
{
    std::vector<const Entity *> rows;
    for (const Entity &row : table)
        rows.push_back(&row);
    std::ranges::sort(rows, {}, [](const Entity *row) { return row->id; });
    QJsonArray array;
    for (const Entity *row : rows)
        array.append(objectOf(*row));
    return array;
}

} // namespace

QByteArray canonicalJson(const Organisation &organisation)
{
    QJsonObject root{{u"format"_s, u"bomay"_s}, {u"version"_s, 1}, {u"document"_s, objectOf(organisation.info())}};
    forEachRowKind([&]<typename Entity>() {
        if constexpr (!std::is_same_v<Entity, DocumentInfo>)
            root.insert(kListNames[static_cast<std::size_t>(kRowKindOf<Entity>)],
                        arrayOf(organisation.table<Entity>()));
    });
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace bomay
