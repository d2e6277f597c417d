// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/list_form.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/outline.h"
#include "core/exchange/understanding.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <ranges>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

/// Names of sections that gather units and are none: "Khối cơ quan chuyên môn", "CÁC ĐƠN VỊ SỰ NGHIỆP".
bool isBlockName(const QString &name)
{
    constexpr std::array<std::u16string_view, 8> kBlocks{
        u"khối ", u"các ", u"cơ quan chuyên môn", u"cơ quan hành chính", u"đơn vị sự nghiệp", u"nhóm ",
        u"khoi ", u"cac "};
    const QString folded = nameFold(name);
    return std::ranges::any_of(kBlocks, [&](std::u16string_view word) { return folded.startsWith(QStringView(word)); });
}

/// Words that the names of agencies begin with, as alternatives of an expression.
const QString &agencyKinds()
{
    static const QString kKinds =
        u"văn phòng|phòng(?!\\s+ban\\b)|sở|ubnd|(?:ủy|uỷ) ban nhân dân|hđnd|hội đồng nhân dân|trung tâm|trường|chi cục|"
        "thanh tra|ban quản lý|bệnh viện|trạm y tế"_s;
    return kKinds;
}

constexpr auto kAnyCase = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// Does a text say more of an agency than what kind it is of? A letterhead may go on in the next line.
bool isWholeName(const QString &text)
{
    static const QRegularExpression form(u"^(?:"_s + agencyKinds() + u")\\s+\\p{L}"_s, kAnyCase);
    return form.match(text).hasMatch();
}

/// The agency that the title of a list names: "DANH SÁCH CÁN BỘ PHÒNG NỘI VỤ NĂM 2025" is of "PHÒNG NỘI VỤ". Empty
/// where it names none, or several, or all of a kind. What the list is for, and its time, ends the name; but "Năm Căn",
/// "Từ Liêm", "Phú Quý", "8-3" and "Kinh tế, Hạ tầng" are names.
QString agencyInTitle(const QString &title)
{
    static const QString end =
        u"[-–—,;]?\\s+(?:năm\\s+[\\d.…]|năm học|quý\\s+[ivx\\d]+\\b|tháng\\s+[\\d.…]|tính đến|giai đoạn|đề nghị|được|"
        "tham gia|(?:từ|đến)\\s+(?:ngày|tháng|năm|quý|hết|nay|\\d))|\\s[-–—]\\s*\\d|[,;]\\s*\\d"_s;
    static const QRegularExpression form(
        u"^(?:danh sách|biểu|bảng|thống kê|tổng hợp|báo cáo)\\s.*?(?<!các)(?<!trưởng)(?<!phó)(?<!cấp)\\s((?:"_s +
            agencyKinds() + u")\\s+\\p{L}.*?)\\s*(?:[(]|"_s + end + u"|[-–—,;]?\\s*$)"_s,
        kAnyCase);
    static const QRegularExpression another(u"[,;]\\s+(?:"_s + agencyKinds() + u")\\s"_s, kAnyCase);
    const QString name = tidyName(form.match(title).captured(1));
    return another.match(name).hasMatch() ? QString() : name;
}

/// What the heading above a table says of whose table it is: the agency in its title, else the lowest line on its left
/// that names an agency. Of the same agency in both the line says where its name ends.
QString agencyInHeading(const SheetTable &table)
{
    QString inTitle;
    QString letterhead;
    const int middle = table.headers.empty() ? 1 : (table.headers.rbegin()->first + table.headers.begin()->first) / 2;
    for (std::size_t i = 0; i < table.rows.size() && table.parts[i] == RowPart::Heading; ++i)
        for (const Cell &cell : table.rows[i]) {
            const auto numbered = splitOutlineMark(tidyName(cell.text));
            const QString text = numbered ? numbered->second : tidyName(cell.text);
            if (const QString named = agencyInTitle(text); !named.isEmpty() && inTitle.isEmpty())
                inTitle = named;
            else if (cell.column <= middle && kindFromName(text, UnitKind::Unknown) != UnitKind::Other)
                letterhead = text;
        }
    const bool isSame = isWholeName(letterhead) && (nameFold(inTitle) + u' ').startsWith(nameFold(letterhead) + u' ');
    return inTitle.isEmpty() || isSame ? letterhead : inTitle;
}

/// Words of a title that names no agency: "DANH SÁCH CÔNG CHỨC", "(Kèm theo Quyết định …)".
bool saysNoMoreThanAList(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:[(]|danh sách|biểu|bảng|phụ lục|thống kê|tổng hợp|báo cáo|mẫu (?:số|biểu|\\d)|năm\\s+\\d|tháng\\s+\\d)"_s,
        kAnyCase);
    return form.match(text).hasMatch() && agencyInTitle(text).isEmpty();
}

/// The lines of the title above a further list that say nothing of whose it is, where another one does.
std::set<std::size_t> wordsOfTitles(const SheetTable &table)
{
    std::set<std::size_t> words;
    std::size_t first = 0; // of the lines that stand alone
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const bool standsAlone = table.parts[i] == RowPart::Data && table.rows[i].size() == 1;
        if (standsAlone)
            continue;
        std::set<std::size_t> found;
        for (std::size_t line = first; table.parts[i] == RowPart::Header && line < i; ++line)
            if (saysNoMoreThanAList(tidyName(table.rows[line].front().text)))
                found.insert(line);
        if (found.size() < i - first)
            words.merge(found);
        first = i + 1;
    }
    return words;
}

/// The lines right above the header that the title in force had too, as on top of every printed page: nothing new
/// begins there. Other lines begin a further list, and are the title from there on.
std::set<std::size_t> titlesOnEachPage(const SheetTable &table)
{
    std::set<std::size_t> again;
    std::set<QString> title; // the lines of that in force
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.parts[i] == RowPart::Heading)
            for (const Cell &cell : table.rows[i])
                title.insert(nameFold(tidyName(cell.text)));
        std::set<QString> lines;
        bool comesAgain = true;
        for (std::size_t line = i; table.parts[i] == RowPart::Header && line > 0; --line) {
            const CellRow above = table.rows[line - 1];
            if (above.size() != 1 || table.parts[line - 1] == RowPart::Header)
                break;
            const QString text = nameFold(tidyName(above.front().text));
            comesAgain = comesAgain && title.contains(text);
            if (comesAgain && table.parts[line - 1] == RowPart::Data)
                again.insert(line - 1);
            lines.insert(text);
        }
        if (!comesAgain)
            title = std::move(lines);
    }
    return again;
}

bool isSameName(const QString &a, const QString &b)
{
    return a == b || nameFold(a) == nameFold(b);
}

class ListMapper
{
public:
    /// `whole` is the table that this one is a list of, beside others; null where it stands alone.
    ListMapper(ForeignRows &rows, const SheetTable &table, const SheetTable *whole)
        : m_rows(rows)
        , m_units(rows.units)
        , m_posts(rows.posts)
        , m_table(table)
        , m_whole(whole)
        , m_nameColumn(table.has(Name) ? Name : Holder)
        , m_columnsOfUnits(table, {Ordinal, m_nameColumn, Code, Allotted, Filled, Note, Phone, Mail})
        , m_columnsOfPosts(table, {Ordinal, Name, Title, Holder, GivenName, Unit, Born, Grade, Position, Decision, Note,
                                   Seats, Allotted})
        , m_firstPost(m_posts.rows().rows.size())
    {
        const auto unit = table.meanings.find(Unit);
        if (unit != table.meanings.end())
            for (const CellRange &merge : table.sheet->merges)
                if (merge.firstColumn == unit->second)
                    m_unitMerges.emplace(merge.firstRow, merge.lastRow);
    }

    /// Empty where no heading names it. A title over several lists stands in the columns of one.
    [[nodiscard]] QString headingAgency() const
    {
        const QString own = agencyInHeading(m_table);
        return own.isEmpty() && m_whole != nullptr ? agencyInHeading(*m_whole) : own;
    }

    /// Is what stands above this list no other agency than that of the one to the left?
    [[nodiscard]] bool isOfSameAgency(const ListMapper &left) const
    {
        return agencyInHeading(m_table).isEmpty() || isSameName(headingAgency(), left.headingAgency());
    }

    /// Begins where the list to the left ends: in its agency and in the sections that are open there. A unit that comes
    /// again is the same: what that list brought is not told to this one.
    void goOnFrom(const ListMapper &left)
    {
        m_levels = left.m_levels;
        m_open = left.m_open;
        m_agency = left.m_agency;
        m_firstPost = left.m_firstPost;
    }

    void run()
    {
        std::set<std::size_t> words = wordsOfTitles(m_table);
        words.merge(titlesOnEachPage(m_table));
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            const Cell &first = m_table.rows[i].front();
            if (words.contains(i))
                note(DiagnosticSeverity::Info, u"row-is-note"_s, {{u"text"_s, tidyName(first.text)}}, first.row,
                     first.column);
            else if (m_table.parts[i] == RowPart::Data)
                takeRow(m_table.rows[i]);
        }
    }

    /// Where none of many titles says whether it is of a head or a deputy, they are in words of their own, and one
    /// remark says what a question for each row would. For when nothing goes on from here.
    void askRolesOnce()
    {
        constexpr std::size_t kFewest = 5;
        const std::span posts(m_posts.rows().rows.begin() + static_cast<std::ptrdiff_t>(m_firstPost),
                              m_posts.rows().rows.end());
        const auto saysRole = [](const SheetRow &post) {
            const Cell *title = post.cells.value(u"chuc_danh");
            return title != nullptr && roleFromTitle(tidyName(title->text), UnitKind::Unknown) != PostRole::Unknown;
        };
        if (posts.size() < kFewest || std::ranges::any_of(posts, saysRole))
            return;
        for (SheetRow &post : posts)
            post.asksRole = false;
        note(DiagnosticSeverity::Warning, u"roles-not-derived"_s, {{u"count"_s, QString::number(posts.size())}},
             posts.front().row, 0);
    }

private:
    /// A section or unit that is open, with the depth of its row in the outline.
    struct Section
    {
        int depth = 0;
        QString code;  ///< of the unit; for a block that of the unit above it
        QString block; ///< of the units below
        QString name;
    };

    void takeRow(CellRow row)
    {
        const Cell *nameCell = m_table.cell(row, m_nameColumn);
        QString mark = m_table.text(row, Ordinal);
        QString name = nameCell == nullptr ? QString() : tidyName(nameCell->text);
        const bool hasTitle = !m_table.text(row, Title).isEmpty();
        // A section merged over the whole row has its text in the first column.
        if (name.isEmpty() && !hasTitle && readOutlineMark(mark).empty() && !mark.isEmpty()) {
            nameCell = m_table.cell(row, Ordinal);
            name = tidyName(mark);
            mark.clear();
        }
        // The title of a further list on the sheet begins a section as a unit does.
        if (row.size() == 1)
            if (const QString agency = agencyInTitle(name); !agency.isEmpty())
                name = agency;
        if (mark.isEmpty())
            if (const auto split = splitOutlineMark(name))
                std::tie(mark, name) = *split;
        if (isPost(row, name, mark, hasTitle))
            takePost(row, name, mark);
        else if (name.isEmpty())
            leaveOut(row, u"row-without-name"_s);
        else
            takeUnit(row, *nameCell, name, mark, true);
    }

    /// In a list of people sections stand in the column of names: they have no title, and are numbered, merged, bold or
    /// named like no person.
    [[nodiscard]] bool isPost(CellRow row, const QString &name, const QString &mark, bool hasTitle) const
    {
        if (m_nameColumn == Name)
            return hasTitle || (name.isEmpty() && !m_table.text(row, Holder).isEmpty());
        if (hasTitle || name.isEmpty() || !m_table.has(Title))
            return hasTitle;
        const auto readings = readOutlineMark(mark);
        const bool isPlain = !readings.empty() && readings.front().style == OutlineMark::Style::Decimal;
        const bool isMerged = std::ranges::any_of(m_table.sheet->merges, [&](const CellRange &merge) {
            return merge.firstRow == row.front().row && merge.lastColumn > merge.firstColumn + 1;
        });
        const bool isNamedLikeUnit = kindFromName(name, UnitKind::Unknown) != UnitKind::Other || isBlockName(name);
        return isPlain && !isMerged && !isNamedLikeUnit && row.size() > 2;
    }

    void takeUnit(CellRow row, const Cell &nameCell, const QString &name, const QString &mark, bool counts)
    {
        const int depth = m_levels.next(mark, m_table.indent(nameCell));
        while (!m_open.empty() && m_open.back().depth >= depth)
            m_open.pop_back();
        const QString above = m_open.empty() ? QString() : m_open.back().code;
        const QString block = m_open.empty() ? QString() : m_open.back().block;
        if (counts && isBlockName(name)) {
            m_open.push_back({depth, above, name, name});
            m_rows.context.countRow(DiagnosticSeverity::Info);
            note(DiagnosticSeverity::Info, u"section-is-block"_s, {{u"name"_s, name}}, nameCell.row, nameCell.column);
            return;
        }
        const auto code = m_rows.codes.of(above, name);
        m_open.push_back({depth, code.code, {}, name});
        // Another sheet, or a post's row, may come back to a unit that is there already.
        const bool isAgain = !code.isNew && (!counts || !m_own.contains(code.code));
        m_own.insert(code.code);
        if (!isAgain)
            addUnit(row, nameCell, name, above, code.code, block, counts);
        else if (counts)
            m_rows.context.countRow(DiagnosticSeverity::Info);
    }

    void addUnit(CellRow row, const Cell &nameCell, const QString &name, const QString &above, const QString &code,
                 const QString &block, bool counts)
    {
        SheetRow &unit = m_units.add(m_table, nameCell.row);
        unit.counts = counts;
        m_units.set(unit, u"ten", name, &nameCell);
        if (const Cell *given = m_table.cell(row, Code); given != nullptr && counts) {
            m_units.set(unit, u"ma", given);
            m_open.back().code = tidyName(given->text);
        } else {
            m_units.set(unit, u"ma", code, &nameCell);
            m_units.set(unit, mapped::kProvisional, u"1"_s, &nameCell);
        }
        if (!above.isEmpty())
            m_units.set(unit, u"ma_cap_tren", above, &nameCell);
        if (!block.isEmpty())
            m_units.set(unit, u"khoi", block, &nameCell);
        if (!counts)
            return;
        m_units.set(unit, u"bien_che_giao", m_table.cell(row, Allotted));
        m_units.set(unit, u"bien_che_co_mat", m_table.cell(row, Filled));
        m_units.set(unit, u"ghi_chu", m_table.cell(row, Note));
        m_units.set(unit, u"dien_thoai", m_table.cell(row, Phone));
        m_units.set(unit, u"email", m_table.cell(row, Mail));
        m_columnsOfUnits.keepOthers(unit, row);
    }

    void takePost(CellRow row, const QString &name, const QString &mark)
    {
        const Cell *nameCell = m_table.cell(row, Name);
        const bool namesUnit = nameCell != nullptr && !name.isEmpty() && m_table.has(Holder);
        if (namesUnit && (m_open.empty() || !isSameName(m_open.back().name, name)))
            takeUnit(row, *nameCell, name, mark, false);
        const QString unit = unitOfPost(row);
        SheetRow &post = m_posts.add(m_table, row.front().row);
        m_posts.set(post, u"ma_don_vi", unit, m_table.cell(row, Unit));
        m_posts.set(post, u"chuc_danh", m_table.cell(row, Title));
        if (m_table.has(Holder)) // an empty cell says that the post is vacant
            m_posts.set(post, u"ho_ten", m_table.holder(row), m_table.cell(row, Holder));
        m_posts.set(post, u"ngay_sinh", m_table.cell(row, Born));
        m_posts.set(post, u"ngach", m_table.cell(row, Grade));
        m_posts.set(post, u"vi_tri_viec_lam", m_table.cell(row, Position));
        m_posts.set(post, u"so_quyet_dinh", m_table.cell(row, Decision));
        m_posts.set(post, u"ghi_chu", m_table.cell(row, Note));
        setSeats(post, row);
        m_columnsOfPosts.keepOthers(post, row);
    }

    /// The number on a post's row is that of its seats, unless somebody is named.
    void setSeats(SheetRow &post, CellRow row)
    {
        const Cell *seats = m_table.cell(row, m_table.has(Seats) ? Seats : Allotted);
        const bool isNamed = !m_table.holder(row).isEmpty();
        if (seats != nullptr && !isNamed && seats->text.trimmed() != u"0"_s)
            m_posts.set(post, u"so_luong", seats);
        else if (seats != nullptr && seats->text.trimmed() != u"1"_s)
            post.custom.insert(m_table.headers.at(seats->column).section(u'\n', -1), seats->text.trimmed());
    }

    /// The unit above a post: that of its own column, else the one that is open, else the agency of the table.
    QString unitOfPost(CellRow row)
    {
        const QString own = ownUnit(row);
        const bool isInside = !m_open.empty() && !m_open.back().code.isEmpty();
        if (own.isEmpty())
            return isInside ? m_open.back().code : agency(row);
        const QString above = isInside ? m_open.back().code : QString();
        if (isInside && isSameName(own, m_open.back().name))
            return above;
        // Long lists name the same few units on row after row.
        QString &code = m_unitsOfPosts[{above, own}];
        if (code.isEmpty())
            code = m_rows.unitFor(m_table, above, own, m_table.cell(row, Unit), row.front().row);
        return code;
    }

    /// What a post's row says of its unit, be it by a cell merged over several rows.
    QString ownUnit(CellRow row)
    {
        const int number = row.front().row;
        if (const QString text = tidyName(m_table.text(row, Unit)); !text.isEmpty()) {
            m_mergedUnit = text;
            m_mergedUntil = number;
            if (const auto merge = m_unitMerges.find(number); merge != m_unitMerges.end())
                m_mergedUntil = merge->second;
            return text;
        }
        return number <= m_mergedUntil ? m_mergedUnit : QString();
    }

    QString agency(CellRow row)
    {
        if (!m_agency.isEmpty())
            return m_agency;
        const QString heading = headingAgency();
        const QString name = heading.isEmpty() ? baseNameOf(m_table) : heading;
        m_agency = m_rows.unitFor(m_table, {}, name, nullptr, row.front().row);
        note(DiagnosticSeverity::Warning, u"agency-from-heading"_s, {{u"name"_s, name}}, row.front().row, 0);
        return m_agency;
    }

    void leaveOut(CellRow row, const QString &code)
    {
        m_rows.context.countRow(DiagnosticSeverity::Error);
        note(DiagnosticSeverity::Error, code, {}, row.front().row, row.front().column);
    }

    void note(DiagnosticSeverity severity, const QString &code, MessageArgs args, int row, int column)
    {
        m_rows.note(m_table, severity, code, std::move(args), row, column);
    }

    ForeignRows &m_rows;
    MappedRows &m_units;
    MappedRows &m_posts;
    const SheetTable &m_table;
    const SheetTable *m_whole;
    ColumnMeaning m_nameColumn;
    TakenColumns m_columnsOfUnits;
    TakenColumns m_columnsOfPosts;
    std::size_t m_firstPost; ///< of this list and those that it goes on from
    QSet<QString> m_own;     ///< codes of units that this table brought
    OutlineLevels m_levels;
    std::vector<Section> m_open;
    QHash<std::pair<QString, QString>, QString> m_unitsOfPosts; ///< codes, by the code above and the name
    std::map<int, int> m_unitMerges; ///< first and last row of the merged cells in the column of units
    QString m_mergedUnit;            ///< the last unit that a row said itself
    int m_mergedUntil = 0;           ///< the last row for which it says so
    QString m_agency;                ///< its code, once a post needed it
};

} // namespace

bool looksLikeList(const SheetTable &table)
{
    const bool namesRows = table.has(Name) || table.has(Holder) || (table.has(Title) && table.has(ColumnMeaning::Unit));
    const bool isOutline = table.has(Ordinal) || table.has(Title) || table.has(Allotted);
    return namesRows && isOutline && !table.has(Parent) && !table.has(Path);
}

void mapLists(ForeignRows &rows, std::span<const SheetTable *const> lists, const SheetTable *whole)
{
    std::unique_ptr<ListMapper> left;
    for (const SheetTable *list : lists) {
        auto mapper = std::make_unique<ListMapper>(rows, *list, whole);
        if (left && mapper->isOfSameAgency(*left))
            mapper->goOnFrom(*left);
        else if (left)
            left->askRolesOnce();
        mapper->run();
        left = std::move(mapper);
    }
    if (left)
        left->askRolesOnce();
}

} // namespace bomay
