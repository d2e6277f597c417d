// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_json.h"

#include "core/model/fields.h"

#include <QJsonArray>

#include <array>
#include <cmath>
#include <limits>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::u16string_view, kRowKinds> kNames{
    u"document_info", u"legal_document", u"locality",         u"locality_succession",
    u"unit",          u"post",           u"person",           u"portrait",
    u"appointment",   u"relation",       u"staged",           u"function",
    u"quota",         u"duty",           u"duty_participant", u"note",
    u"waiver",        u"confirmation",   u"rule_switch",      u"chart_view",
    u"branch_mark",   u"chart_object"};

QJsonValue write(const QString &value)
{
    // A null and an empty text are one text.
    return value.isNull() ? QString(u""_s) : value;
}
QJsonValue write(int value)
{
    return value;
}
QJsonValue write(bool value)
{
    return value;
}
QJsonValue write(double value)
{
    return value;
}
QJsonValue write(const PartialDate &date)
{
    return date.isEmpty() ? QJsonValue() : QJsonValue(date.toIso());
}
QJsonValue write(const Period &period)
{
    return QJsonObject{{u"from"_s, write(period.from)}, {u"to"_s, write(period.to)}};
}
QJsonValue write(const Picture &picture)
{
    return QString::fromLatin1(base64Of(picture));
}
QJsonValue write(const CustomFields &fields)
{
    QJsonObject object;
    for (const auto &[name, value] : fields.asKeyValueRange())
        object.insert(name, value);
    return object;
}
QJsonValue write(const NodeRef &node)
{
    return QJsonObject{{u"kind"_s, node.isUnit() ? u"unit"_s : u"post"_s}, {u"id"_s, node.uid.toString()}};
}
template <typename Entity>
QJsonValue write(const Id<Entity> &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.uid.toString());
}
template <typename Value>
QJsonValue write(const std::optional<Value> &value)
{
    return value ? write(*value) : QJsonValue();
}
template <typename Enum>
    requires std::is_enum_v<Enum>
QJsonValue write(Enum value)
{
    return codeOf(value);
}

template <typename Struct>
QJsonObject writeFields(const Struct &value)
{
    QJsonObject object;
    visitFields(value, [&object](const char *name, const auto &field) {
        object.insert(QLatin1StringView(name), write(field));
    });
    if constexpr (Dated<Struct>) {
        QJsonArray states;
        for (const auto &state : value.states)
            states.append(writeFields(state));
        object.insert(u"states"_s, states);
    }
    return object;
}

// The way back. Each is false where the value is not what `write` gives.

bool read(const QJsonValue &json, QString &value)
{
    value = json.toString();
    return json.isString();
}
bool read(const QJsonValue &json, int &value)
{
    const double number = json.toDouble();
    if (!json.isDouble() || number != std::trunc(number) || number < std::numeric_limits<int>::min() ||
        number > std::numeric_limits<int>::max())
        return false;
    value = static_cast<int>(number);
    return true;
}
bool read(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}
bool read(const QJsonValue &json, double &value)
{
    value = json.toDouble();
    return json.isDouble();
}
bool read(const QJsonValue &json, PartialDate &date)
{
    date = {};
    if (json.isNull())
        return true;
    const std::optional<PartialDate> parsed = PartialDate::parseIso(json.toString());
    date = parsed.value_or(date);
    return json.isString() && parsed;
}
bool read(const QJsonValue &json, Period &period)
{
    const QJsonObject object = json.toObject();
    return json.isObject() && object.size() == 2 && read(object.value(u"from"_s), period.from) &&
           read(object.value(u"to"_s), period.to);
}
bool read(const QJsonValue &json, Picture &picture)
{
    std::optional<Picture> found = pictureOfBase64(json.toString().toUtf8());
    picture = found ? *found : Picture{};
    return json.isString() && found;
}
bool read(const QJsonValue &json, CustomFields &fields)
{
    fields.clear();
    const QJsonObject object = json.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        QString text;
        if (!read(field.value(), text))
            return false;
        fields.insert(field.key(), text);
    }
    return json.isObject();
}
bool read(const QJsonValue &json, Uid &uid)
{
    const std::optional<Uid> parsed = Uid::parse(json.toString());
    uid = parsed.value_or(Uid{});
    return json.isString() && parsed && !parsed->isNull();
}
bool read(const QJsonValue &json, NodeRef &node)
{
    const QJsonObject object = json.toObject();
    const QString kind = object.value(u"kind"_s).toString();
    node.kind = kind == u"unit"_s ? NodeRef::Kind::Unit : NodeRef::Kind::Post;
    return object.size() == 2 && (kind == u"unit"_s || kind == u"post"_s) && read(object.value(u"id"_s), node.uid);
}
template <typename Entity>
bool read(const QJsonValue &json, Id<Entity> &id)
{
    id = {};
    return json.isNull() || read(json, id.uid);
}
template <typename Value>
bool read(const QJsonValue &json, std::optional<Value> &value)
{
    value.reset();
    return json.isNull() || read(json, value.emplace());
}
template <typename Enum>
    requires std::is_enum_v<Enum>
bool read(const QJsonValue &json, Enum &value)
{
    const std::optional<Enum> found = valueOfCode<Enum>(json.toString());
    value = found.value_or(value);
    return json.isString() && found;
}

std::unexpected<Error> wrong(const QString &field)
{
    return fail(u"row-json"_s, {{u"field"_s, field}});
}

template <typename Struct>
Result<> readFields(const QJsonObject &object, Struct &value)
{
    QString bad;
    int known = 0;
    visitFields(value, [&]<typename Field>(const char *name, Field &field) {
        const auto found = object.find(QLatin1StringView(name));
        if (found == object.end())
            return; // written before there was such a field
        ++known;
        if (bad.isEmpty() && !read(*found, field))
            bad = QLatin1StringView(name);
    });
    if constexpr (Dated<Struct>) {
        ++known;
        const QJsonValue states = object.value(u"states"_s);
        if (bad.isEmpty() && !states.isArray())
            bad = u"states"_s;
        for (const auto &state : states.toArray()) {
            if (!state.isObject())
                return wrong(u"states"_s);
            BM_TRY_VOID(readFields(state.toObject(), value.states.emplace_back()));
        }
    }
    if (!bad.isEmpty())
        return wrong(bad);
    if (object.size() != known)
        return wrong(u"?"_s);
    return {};
}

} // namespace

QJsonObject toJson(const Row &row)
{
    return std::visit([](const auto &entity) { return writeFields(entity); }, row);
}

Result<Row> rowFromJson(RowKind kind, const QJsonObject &object)
{
    Result<Row> row = wrong(u"?"_s);
    forEachRowKind([&]<typename Entity>() {
        if (kind != kRowKindOf<Entity>)
            return;
        Entity entity;
        if (Result<> done = readFields(object, entity); !done)
            row = std::unexpected(std::move(done).error());
        else if (entity.id.isNull())
            row = wrong(u"id"_s);
        else
            row = std::move(entity);
    });
    return row;
}

QString nameOf(RowKind kind)
{
    return toQString(kNames[static_cast<std::size_t>(kind)]);
}

std::optional<RowKind> rowKindOf(QStringView name)
{
    for (int kind = 0; kind < kRowKinds; ++kind)
        if (QStringView(kNames[static_cast<std::size_t>(kind)]) == name)
            return static_cast<RowKind>(kind);
    return std::nullopt;
}

} // namespace bomay
