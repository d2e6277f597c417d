// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_json.h"

#include "core/model/row_json.h"

#include <QJsonArray>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

QJsonValue idJson(const Uid &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

QJsonValue rowJson(const std::optional<Row> &row)
{
    return row ? QJsonValue(toJson(*row)) : QJsonValue();
}

bool readId(const QJsonValue &value, Uid &id)
{
    id = {};
    if (value.isNull())
        return true;
    const std::optional<Uid> read = Uid::parse(value.toString());
    id = read.value_or(Uid{});
    return read.has_value();
}

bool readText(const QJsonValue &value, QString &text)
{
    text = value.toString();
    return value.isString();
}

bool readTime(const QJsonValue &value, QDateTime &time)
{
    time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return value.isString() && (time.isValid() || value.toString().isEmpty());
}

bool readDate(const QJsonValue &value, PartialDate &date)
{
    const std::optional<PartialDate> read = PartialDate::parseIso(value.toString());
    date = read.value_or(PartialDate{});
    return read.has_value() || value.isNull();
}

Result<> readRow(RowKind kind, const QJsonValue &value, std::optional<Row> &row)
{
    row.reset();
    if (value.isNull())
        return {};
    BM_TRY(row, rowFromJson(kind, value.toObject()));
    return {};
}

Result<RowImage> imageFromJson(const QJsonObject &object)
{
    RowImage image;
    const std::optional<RowKind> kind = rowKindOf(object[u"kind"].toString());
    if (!kind || !readId(object[u"row"], image.key.uid))
        return fail(u"change-json"_s, {{u"field"_s, u"images"_s}});
    image.key.kind = *kind;
    BM_TRY_VOID(readRow(*kind, object[u"before"], image.before));
    BM_TRY_VOID(readRow(*kind, object[u"after"], image.after));
    return image;
}

} // namespace

QJsonObject toJson(const Change &change)
{
    QJsonArray images;
    for (const RowImage &image : change.images)
        images.append(QJsonObject{{u"kind"_s, nameOf(image.key.kind)},
                                  {u"row"_s, idJson(image.key.uid)},
                                  {u"before"_s, rowJson(image.before)},
                                  {u"after"_s, rowJson(image.after)}});
    return {{u"id"_s, idJson(change.id)},
            {u"title"_s, change.title},
            {u"author"_s, change.author},
            {u"time"_s, change.time.toUTC().toString(Qt::ISODateWithMs)},
            {u"legal_document"_s, change.legalDocument},
            {u"effective"_s, change.effective.isEmpty() ? QJsonValue() : QJsonValue(change.effective.toIso())},
            {u"undoes"_s, idJson(change.undoes)},
            {u"images"_s, images}};
}

Result<Change> changeFromJson(const QJsonObject &object)
{
    Change change;
    const auto wrong = [](const QString &field) { return fail(u"change-json"_s, {{u"field"_s, field}}); };
    if (!readId(object[u"id"], change.id))
        return wrong(u"id"_s);
    if (!readText(object[u"title"], change.title))
        return wrong(u"title"_s);
    if (!readText(object[u"author"], change.author))
        return wrong(u"author"_s);
    if (!readTime(object[u"time"], change.time))
        return wrong(u"time"_s);
    if (!readText(object[u"legal_document"], change.legalDocument))
        return wrong(u"legal_document"_s);
    if (!readDate(object[u"effective"], change.effective))
        return wrong(u"effective"_s);
    if (!readId(object[u"undoes"], change.undoes))
        return wrong(u"undoes"_s);
    if (!object[u"images"].isArray())
        return wrong(u"images"_s);
    for (const QJsonValue &image : object[u"images"].toArray()) {
        BM_TRY(RowImage read, imageFromJson(image.toObject()));
        change.images.push_back(std::move(read));
    }
    return change;
}

} // namespace bomay
