// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/display_list_json.h"

#include "core/base/numbers.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::u16string_view, 5> kStyles{u"none", u"solid", u"dashed", u"dotted", u"dash-dotted"};

QString hexOf(Rgba color)
{
    const auto pair = [](std::uint8_t part) { return u"%1"_s.arg(part, 2, 16, QChar(u'0')); };
    QString text = u'#' + pair(color.red) + pair(color.green) + pair(color.blue);
    return color.alpha == 255 ? text : text + pair(color.alpha);
}

QJsonArray arrayOf(QPointF point)
{
    return {point.x(), point.y()};
}

QJsonArray arrayOf(const QRectF &rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QJsonObject objectOf(const Stroke &stroke)
{
    const auto style = static_cast<std::size_t>(stroke.style);
    return {{u"color"_s, hexOf(stroke.color)},
            {u"width"_s, stroke.width},
            {u"style"_s, QStringView(kStyles[style]).toString()}};
}

QJsonObject objectOf(const FontSpec &font)
{
    QJsonObject object{{u"face"_s, font.face == FontFace::Sans ? u"sans"_s : u"serif"_s}, {u"size"_s, font.size}};
    if (font.weight == FontWeight::Bold)
        object.insert(u"bold"_s, true);
    if (font.slant == FontSlant::Italic)
        object.insert(u"italic"_s, true);
    return object;
}

void insertNode(QJsonObject &object, const NodeRef &node)
{
    if (!node.uid.isNull())
        object.insert(u"node"_s,
                      QJsonObject{{u"kind"_s, node.isUnit() ? u"unit"_s : u"post"_s}, {u"id"_s, node.uid.toString()}});
}

/// Writes the groups of one list.
class ListWriter
{
public:
    explicit ListWriter(const DisplayList &list)
        : m_list(list)
    {}

    QJsonObject write()
    {
        QJsonArray groups;
        ListMark done;
        const auto addLoose = [&](const ListMark &end) {
            if (!(done == end))
                groups.append(group(done, end));
        };
        for (const ListRun &run : m_list.runs) {
            addLoose(run.begin);
            QJsonObject one = group(run.begin, run.end);
            one.insert(u"rect"_s, arrayOf(run.rect));
            groups.append(one);
            done = run.end;
        }
        addLoose(m_list.mark());
        QJsonObject object{{u"bounds"_s, arrayOf(m_list.bounds)}, {u"groups"_s, groups}};
        if (m_list.background)
            object.insert(u"background"_s, hexOf(*m_list.background));
        if (!m_pictures.isEmpty())
            object.insert(u"pictures"_s, m_pictures);
        return object;
    }

private:
    QJsonObject group(const ListMark &begin, const ListMark &end)
    {
        QJsonObject object;
        const auto insert = [&object]<typename Item>(const QString &key, const std::vector<Item> &items,
                                                     std::size_t from, std::size_t to, auto &&objectOfItem) {
            QJsonArray array;
            for (std::size_t i = from; i < to; ++i)
                array.append(objectOfItem(items[i]));
            if (!array.isEmpty())
                object.insert(key, array);
        };
        insert(u"boxes"_s, m_list.boxes, begin.boxes, end.boxes, [](const BoxItem &box) {
            QJsonObject item{
                {u"rect"_s, arrayOf(box.rect)}, {u"fill"_s, hexOf(box.fill)}, {u"stroke"_s, objectOf(box.stroke)}};
            insertNode(item, box.node);
            return item;
        });
        insert(u"images"_s, m_list.images, begin.images, end.images, [this](const ImageItem &image) {
            QJsonObject item{{u"rect"_s, arrayOf(image.rect)}, {u"picture"_s, indexOf(image.picture)}};
            insertNode(item, image.node);
            return item;
        });
        insert(u"texts"_s, m_list.texts, begin.texts, end.texts, [](const TextItem &text) {
            QJsonObject item{{u"at"_s, arrayOf(text.baseline)},
                             {u"width"_s, text.width},
                             {u"text"_s, text.text},
                             {u"font"_s, objectOf(text.font)},
                             {u"color"_s, hexOf(text.color)}};
            insertNode(item, text.node);
            return item;
        });
        insert(u"lines"_s, m_list.lines, begin.lines, end.lines, [this](const LineItem &line) { return lineOf(line); });
        return object;
    }

    [[nodiscard]] QJsonObject lineOf(const LineItem &line) const
    {
        QJsonArray points;
        for (int i = 0; i < line.count; ++i)
            points.append(arrayOf(m_list.points[uz(line.first + i)]));
        QJsonObject item{{u"points"_s, points}, {u"stroke"_s, objectOf(line.stroke)}};
        if (line.headAtBegin)
            item.insert(u"headAtBegin"_s, true);
        if (line.headAtEnd)
            item.insert(u"headAtEnd"_s, true);
        return item;
    }

    int indexOf(const Picture &picture)
    {
        const auto found = m_indices.constFind(picture.bytes);
        if (found != m_indices.cend())
            return *found;
        const auto index = static_cast<int>(m_pictures.size());
        m_indices.insert(picture.bytes, index);
        m_pictures.append(QString::fromLatin1(base64Of(picture)));
        return index;
    }

    const DisplayList &m_list;
    QJsonArray m_pictures;
    QHash<QByteArray, int> m_indices;
};

/// Reads the parts of one list; the first that is none is remembered.
class ListReader
{
public:
    Result<DisplayList> read(const QJsonObject &object)
    {
        for (const QJsonValue &text : object.value(u"pictures"_s).toArray()) {
            const std::optional<Picture> picture = pictureOfBase64(text.toString().toUtf8());
            m_pictures.push_back(picture.value_or(Picture{}));
            require(picture.has_value(), u"pictures");
        }
        for (const QJsonValue &value : object.value(u"groups"_s).toArray()) {
            const QJsonObject group = value.toObject();
            const ListMark begin = m_list.mark();
            readGroup(group);
            if (group.contains(u"rect"_s))
                m_list.closeRun(begin, rect(group, u"rect"));
        }
        m_list.bounds = rect(object, u"bounds");
        if (object.contains(u"background"_s))
            m_list.background = color(object, u"background");
        require(object.value(u"groups"_s).isArray(), u"groups");
        if (!m_wrong.isEmpty())
            return fail(u"display-list-json"_s, {{u"part"_s, m_wrong}});
        return std::move(m_list);
    }

private:
    void require(bool isThere, QStringView part)
    {
        if (!isThere && m_wrong.isEmpty())
            m_wrong = part.toString();
    }

    double number(const QJsonValue &value, QStringView part)
    {
        require(value.isDouble(), part);
        return value.toDouble();
    }

    QPointF point(const QJsonValue &value, QStringView part)
    {
        const QJsonArray array = value.toArray();
        require(array.size() == 2, part);
        return {number(array.at(0), part), number(array.at(1), part)};
    }

    QRectF rect(const QJsonObject &object, QStringView part)
    {
        const QJsonArray array = object.value(part).toArray();
        require(array.size() == 4, part);
        return {number(array.at(0), part), number(array.at(1), part), number(array.at(2), part),
                number(array.at(3), part)};
    }

    Rgba color(const QJsonObject &object, QStringView part)
    {
        const QString text = object.value(part).toString();
        bool isNumber = false;
        const uint value = QStringView(text).mid(1).toUInt(&isNumber, 16);
        require(isNumber && text.startsWith(u'#') && (text.size() == 7 || text.size() == 9), part);
        const uint full = text.size() == 7 ? value << 8 | 255U : value;
        return {static_cast<std::uint8_t>(full >> 24), static_cast<std::uint8_t>(full >> 16),
                static_cast<std::uint8_t>(full >> 8), static_cast<std::uint8_t>(full)};
    }

    Stroke stroke(const QJsonObject &object)
    {
        const QJsonObject stroke = object.value(u"stroke"_s).toObject();
        const QString name = stroke.value(u"style"_s).toString();
        const auto *style =
            std::ranges::find_if(kStyles, [&name](std::u16string_view one) { return name == QStringView(one); });
        require(style != kStyles.end(), u"style");
        const auto index = style == kStyles.end() ? 0 : style - kStyles.begin();
        return {color(stroke, u"color"), number(stroke.value(u"width"_s), u"width"), static_cast<StrokeStyle>(index)};
    }

    FontSpec font(const QJsonObject &object)
    {
        const QJsonObject font = object.value(u"font"_s).toObject();
        const QString face = font.value(u"face"_s).toString();
        require(face == u"sans" || face == u"serif", u"face");
        return {face == u"sans" ? FontFace::Sans : FontFace::Serif,
                font.value(u"bold"_s).toBool() ? FontWeight::Bold : FontWeight::Regular,
                font.value(u"italic"_s).toBool() ? FontSlant::Italic : FontSlant::Upright,
                number(font.value(u"size"_s), u"size")};
    }

    NodeRef node(const QJsonObject &object)
    {
        if (!object.contains(u"node"_s))
            return {};
        const QJsonObject node = object.value(u"node"_s).toObject();
        const QString kind = node.value(u"kind"_s).toString();
        const std::optional<Uid> uid = Uid::parse(node.value(u"id"_s).toString());
        require(uid && (kind == u"unit" || kind == u"post"), u"node");
        if (kind == u"post")
            return PostId{uid.value_or(Uid{})};
        return UnitId{uid.value_or(Uid{})};
    }

    void readGroup(const QJsonObject &group)
    {
        for (const QJsonValue &value : group.value(u"boxes"_s).toArray()) {
            const QJsonObject box = value.toObject();
            m_list.boxes.push_back({rect(box, u"rect"), color(box, u"fill"), stroke(box), node(box)});
        }
        for (const QJsonValue &value : group.value(u"images"_s).toArray()) {
            const QJsonObject image = value.toObject();
            const int index = image.value(u"picture"_s).toInt(-1);
            const bool isThere = index >= 0 && index < sizeOf(m_pictures);
            require(isThere, u"picture");
            m_list.images.push_back({rect(image, u"rect"), isThere ? m_pictures[uz(index)] : Picture{}, node(image)});
        }
        for (const QJsonValue &value : group.value(u"texts"_s).toArray()) {
            const QJsonObject text = value.toObject();
            require(text.value(u"text"_s).isString(), u"text");
            m_list.texts.push_back({point(text.value(u"at"_s), u"at"), number(text.value(u"width"_s), u"width"),
                                    text.value(u"text"_s).toString(), font(text), color(text, u"color"), node(text)});
        }
        for (const QJsonValue &value : group.value(u"lines"_s).toArray()) {
            const QJsonObject line = value.toObject();
            std::vector<QPointF> points;
            for (const QJsonValue &at : line.value(u"points"_s).toArray())
                points.push_back(point(at, u"points"));
            LineItem &item = m_list.addLine(points, stroke(line));
            item.headAtBegin = line.value(u"headAtBegin"_s).toBool();
            item.headAtEnd = line.value(u"headAtEnd"_s).toBool();
        }
    }

    DisplayList m_list;
    std::vector<Picture> m_pictures;
    QString m_wrong;
};

} // namespace

QJsonObject toJson(const DisplayList &list)
{
    return ListWriter(list).write();
}

Result<DisplayList> displayListFromJson(const QJsonObject &object)
{
    return ListReader().read(object);
}

} // namespace bomay
