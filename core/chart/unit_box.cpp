// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/unit_box.h"

#include "core/base/numbers.h"
#include "core/chart/portraits.h"

#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// "BC 12/11": allotted and in post; "–" for what is not known. Empty where neither is.
QString staffText(const UnitState &state)
{
    if (!state.staffAllotted && !state.staffFilled)
        return {};
    const auto number = [](std::optional<int> value) { return value ? QString::number(*value) : u"–"_s; };
    return u"BC %1/%2"_s.arg(number(state.staffAllotted), number(state.staffFilled));
}

} // namespace

UnitBoxes::UnitBoxes(const OrgView &view, const ChartOptions &options, BlockWriter &writer)
    : m_view(view)
    , m_options(options)
    , m_theme(options.theme)
    , m_filter(view, options.view)
    , m_rules(view, options.theme)
    , m_writer(writer)
{}

double UnitBoxes::markedWidth(NodeRef node) const
{
    if (m_options.marks.empty())
        return 0;
    const auto mark = m_options.marks.find(node);
    return mark == m_options.marks.end() ? 0 : mark->second.boxWidth;
}

double UnitBoxes::leastWidth(NodeRef node, double textWidth) const
{
    return markedWidth(node) > 0 ? textWidth + 2 * m_theme.padding : 0;
}

double UnitBoxes::textWidth(NodeRef node, double usual) const
{
    if (const double marked = markedWidth(node); marked > 0)
        return marked;
    return m_options.view.boxWidth > 0 ? m_options.view.boxWidth : usual;
}

double UnitBoxes::listWidth(NodeRef node) const
{
    return textWidth(node, m_theme.textWidth) + m_theme.postTextWidth - m_theme.textWidth;
}

const QString &UnitBoxes::nameOf(const UnitState &state) const
{
    return m_options.view.shortNames && !state.shortName.isEmpty() ? state.shortName : state.name;
}

double UnitBoxes::narrowWidth(const QString &text, const FontSpec &font) const
{
    // No word is broken, and none is turned: as narrow as the longest allows.
    double width = m_theme.narrowTextWidth;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        width = std::max(width, m_writer.measurer().width(word, font));
    return width;
}

void UnitBoxes::addName(TextBlock &block, int unit, const FontSpec &font, double width) const
{
    const ViewUnit &of = m_view.units()[uz(unit)];
    const QString &name = nameOf(of.state);
    QStringList lines;
    if (!m_options.marks.empty())
        if (const auto mark = m_options.marks.find(of.id);
            mark != m_options.marks.end() && QString(mark->second.lines).replace(u'\n', u' ') == name)
            lines = mark->second.lines.split(u'\n');
    if (lines.isEmpty())
        m_writer.add(block, name, font, width);
    else
        m_writer.addLines(block, lines, font);
    if (m_options.view.codes && !of.code.isEmpty())
        m_writer.add(block, of.code, m_theme.postFont, width);
    if (const QString staff = staffText(of.state); m_options.view.staff && !staff.isEmpty())
        m_writer.add(block, staff, m_theme.postFont, width);
}

void UnitBoxes::addListed(TextBlock &block, int unit) const
{
    const ViewUnit &of = m_view.units()[uz(unit)];
    QStringList more;
    if (m_options.view.codes && !of.code.isEmpty())
        more += of.code;
    if (const QString staff = staffText(of.state); m_options.view.staff && !staff.isEmpty())
        more += staff;
    QString text = u"– "_s + nameOf(of.state);
    if (!more.isEmpty())
        text += u" (%1)"_s.arg(more.join(u"; "_s));
    m_writer.add(block, text, m_theme.postFont, listWidth(), of.id);
}

QString UnitBoxes::textOf(const PostLine &line) const
{
    return m_options.view.holders ? line.joined() : line.text;
}

void UnitBoxes::addPost(TextBlock &block, const PostLine &line, double width) const
{
    const bool isItalic = line.vacant && m_options.view.holders;
    m_writer.add(block, textOf(line), isItalic ? m_theme.vacantFont : m_theme.postFont, width, line.node);
}

PostGrouping UnitBoxes::grouping(PostGrouping usual) const
{
    return m_options.view.holders ? usual : PostGrouping::CountAll;
}

UnitBox UnitBoxes::measure(int unit, BoxWidth width, UnitsBelow below, std::span<const int> apart) const
{
    const ViewUnit &of = m_view.units()[uz(unit)];
    UnitBox box;
    box.unit = unit;
    box.isOwnWidth = markedWidth(of.id) > 0;
    const bool isNarrow = width == BoxWidth::Narrow && !box.isOwnWidth;
    addName(box.name, unit, m_theme.unitFont,
            isNarrow ? narrowWidth(nameOf(of.state), m_theme.unitFont) : textWidth(of.id, m_theme.textWidth));
    if (m_options.view.posts)
        for (const PostLine &line : postLines(m_view, unit, grouping(PostGrouping::CountVacant), apart)) {
            addPost(box.posts, line, isNarrow ? narrowWidth(textOf(line), m_theme.postFont) : listWidth(of.id));
            if (line.role == PostRole::Head && !box.posts.picture)
                box.posts.picture =
                    portraitFor(m_view, m_options, line.node, isNarrow ? PictureSide::Above : PictureSide::Left);
        }
    if (const int left = below == UnitsBelow::LeftOut ? m_filter.countBelow(unit) : 0; left > 0)
        m_writer.add(box.posts, u"(%1 đơn vị trực thuộc)"_s.arg(left), m_theme.vacantFont, m_theme.postTextWidth);
    if (!isNarrow)
        box.width = leastWidth(of.id, box.posts.isEmpty() ? textWidth(of.id, 0) : listWidth(of.id));
    box.nameHeight = m_writer.boxSize(box.name).height();
    return box;
}

QSizeF UnitBoxes::sizeOf(const UnitBox &box) const
{
    const QSizeF posts = box.posts.isEmpty() ? QSizeF(0, 0) : m_writer.boxSize(box.posts);
    return {std::max({box.width, m_writer.boxSize(box.name).width(), posts.width()}), box.nameHeight + posts.height()};
}

void UnitBoxes::levelNames(std::vector<UnitBox> &boxes, int columns)
{
    for (std::size_t first = 0; first < boxes.size(); first += uz(columns)) {
        const std::size_t end = std::min(boxes.size(), first + uz(columns));
        double height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, boxes[i].nameHeight);
        for (std::size_t i = first; i < end; ++i)
            boxes[i].nameHeight = height;
    }
}

void UnitBoxes::draw(const UnitBox &box, QRectF rect)
{
    if (box.isOwnWidth) {
        const double spare = rect.width() - sizeOf(box).width();
        rect.adjust(spare / 2, 0, -spare / 2, 0);
    }
    const UnitId id = m_view.units()[uz(box.unit)].id;
    if (box.posts.isEmpty()) {
        drawName(rect, box.name, box.unit, m_theme.unitFill);
        return;
    }
    const QRectF posts(rect.left(), rect.top() + box.nameHeight, rect.width(), rect.height() - box.nameHeight);
    m_writer.draw(posts, box.posts, {m_theme.postStroke, m_theme.paper}, id);
    drawName({rect.left(), rect.top(), rect.width(), box.nameHeight}, box.name, box.unit, m_theme.leaderFill);
}

void UnitBoxes::drawName(const QRectF &rect, const TextBlock &block, int unit, Rgba fill)
{
    const int index = m_rules.ruleFor(unit);
    const ThemeRule *rule = index < 0 ? nullptr : &m_theme.rules[uz(index)];
    m_writer.draw(rect, block, {m_theme.unitStroke, rule != nullptr ? rule->fill.value_or(fill) : fill},
                  m_view.units()[uz(unit)].id);
    if (rule != nullptr)
        m_writer.drawStrip(rect, rule->pattern);
}

} // namespace bomay
