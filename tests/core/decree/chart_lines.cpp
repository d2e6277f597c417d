// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/decree/chart_lines.h"

#include <QRegularExpression>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> wrong(const QString &line, const QString &what)
{
    return fail(u"chart-line"_s, {{u"value"_s, line + u": "_s + what}});
}

/// One line with its fields.
struct Line
{
    QString text;
    QString code;
    QString type;
    QString above;
    QString name;
    QStringList words;
};

Result<Line> split(const QString &text)
{
    QStringList fields = text.split(u'|');
    for (QString &field : fields) {
        field = field.trimmed();
        if (field == u"-")
            field.clear();
    }
    if (fields.size() < 4 || fields.size() > 5)
        return wrong(text, u"four or five fields"_s);
    const QString last = fields.value(4);
    return Line{text, fields[0], fields[1], fields[2], fields[3], last.split(u' ', Qt::SkipEmptyParts)};
}

template <typename Enum>
bool read(const QString &code, Enum &value)
{
    const auto known = valueOfCode<Enum>(code);
    value = known.value_or(Enum{});
    return known.has_value();
}

Result<> addLocality(ChartFixture &chart, const Line &line)
{
    ChartFixture::LocalityLine locality{line.code.sliced(1), line.name};
    locality.parent = line.above.mid(1);
    if (!read(line.type, locality.type))
        return wrong(line.text, line.type);
    for (const QString &word : line.words) {
        const QString value = word.section(u'=', 1);
        if (word.startsWith(u"ds="))
            locality.population = value.toInt();
        else if (!word.startsWith(u"loai=") || !read(value, locality.localityClass))
            return wrong(line.text, word);
    }
    chart.locality(locality);
    return {};
}

Result<> addPost(ChartFixture &chart, const Line &line, const QString &word)
{
    static const QRegularExpression kPost(
        u"^([A-Z_]+)(?:\\*(\\d+))?(?:/(\\d+))?(?::([01]))?(?:=([^!@]+)(?:!([A-Z_]+))?(?:@([0-9-]*)~([0-9-]*))?)?$"_s);
    const auto match = kPost.match(word);
    PostState state;
    if (!match.hasMatch())
        return wrong(line.text, word);
    if (match.captured(1) == u"DB") {
        state.role = PostRole::Member;
        state.title = u"Đại biểu Hội đồng nhân dân"_s;
    } else if (!read(match.captured(1), state.role)) {
        return wrong(line.text, word);
    } else {
        state.title = labelOf(state.role);
    }
    if (match.hasCaptured(2))
        state.seats = match.captured(2).toInt();
    if (state.role == PostRole::Deputy)
        state.tier = match.hasCaptured(3) ? match.captured(3).toInt() : 1;
    if (match.hasCaptured(4))
        state.fullTime = match.captured(4) == u"1";
    AppointmentKind kind = AppointmentKind::Full;
    if (match.hasCaptured(6) && !read(match.captured(6), kind))
        return wrong(line.text, word);
    std::vector<FixtureHolder> holders;
    for (const QString &person : match.captured(5).split(u'+', Qt::SkipEmptyParts))
        holders.push_back({person,
                           kind,
                           {PartialDate::parse(match.captured(7)).value_or(PartialDate{}),
                            PartialDate::parse(match.captured(8)).value_or(PartialDate{})}});
    chart.post(line.code, state, holders);
    return {};
}

/// Takes a property of a unit; false where the word is none.
bool readProperty(ChartFixture::UnitLine &unit, const QString &word)
{
    const QString key = word.section(u'=', 0, 0);
    const QString value = word.section(u'=', 1);
    if (key == u"at")
        unit.locality = value.mid(1);
    else if (key == u"bc")
        unit.staff = value.toInt();
    else if (key == u"cm")
        unit.staffInPost = value.toInt();
    else if (key == u"cp")
        unit.deputiesAllotted = value.toInt();
    else if (key == u"vb")
        unit.allotmentBasis = value;
    else if (key == u"sx")
        unit.reorganisedOn = PartialDate::parse(value).value_or(PartialDate{});
    else if (key == u"tc")
        return read(value, unit.autonomy);
    else if (key == u"ht")
        return read(value, unit.reorganisation);
    else
        return false;
    return true;
}

Result<> addUnit(ChartFixture &chart, const Line &line)
{
    ChartFixture::UnitLine unit{line.code, line.name};
    unit.parent = line.above;
    if (!line.type.isEmpty() && !read(line.type, unit.kind))
        return wrong(line.text, line.type);
    QStringList posts;
    bool staged = false;
    for (const QString &word : line.words) {
        staged = staged || word == u"xep";
        if (word != u"xep" && !readProperty(unit, word))
            posts += word;
    }
    chart.unit(unit);
    if (staged)
        chart.stage(line.code);
    for (const QString &post : posts)
        BM_TRY_VOID(addPost(chart, line, post));
    return {};
}

} // namespace

Result<> addLines(ChartFixture &chart, const QStringList &lines)
{
    static const QRegularExpression kTimes(u"^(\\d+) x (.*)$"_s);
    for (const QString &text : lines) {
        const auto times = kTimes.match(text);
        const int count = times.hasMatch() ? times.captured(1).toInt() : 1;
        for (int i = 1; i <= count; ++i) {
            QString one = times.hasMatch() ? times.captured(2) : text;
            if (times.hasMatch())
                one.replace(u'#', QString::number(i).rightJustified(3, u'0'));
            BM_TRY(const Line line, split(one));
            BM_TRY_VOID(line.code.startsWith(u'@') ? addLocality(chart, line) : addUnit(chart, line));
        }
    }
    return {};
}

} // namespace bomay
