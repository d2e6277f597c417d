// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/form_fill.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/outline.h"
#include "core/exchange/sheet_table.h"
#include "core/table/table_limits.h"

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

/// What a document says of one unit or post, column by column; nothing where it says nothing.
class NodeValues
{
public:
    NodeValues(const bomay::Organisation &organisation, const OrgView &view)
        : m_organisation(organisation)
        , m_view(view)
    {}

    [[nodiscard]] std::optional<FormValue> ofUnit(int unit, ColumnMeaning meaning, const QString &header) const
    {
        const ViewUnit &found = m_view.units()[uz(unit)];
        switch (meaning) {
        case Code:
            return text(found.code);
        case Name:
            return text(found.state.name);
        case Parent:
            return parentOf(unit, header);
        case Allotted:
            return number(found.state.staffAllotted);
        case Filled:
            return number(found.state.staffFilled);
        case Phone:
            return text(found.state.phone);
        case Mail:
            return text(found.state.mail);
        case Note:
            return text(found.state.note);
        default:
            return std::nullopt;
        }
    }

    /// `holder` is the only one the row is about; −1 = all.
    [[nodiscard]] std::optional<FormValue> ofPost(int post, ColumnMeaning meaning, int holder) const
    {
        const ViewPost &found = m_view.posts()[uz(post)];
        switch (meaning) {
        case Title:
            return text(found.state.title);
        case Unit:
            return found.unit < 0 ? std::nullopt : text(m_view.units()[uz(found.unit)].state.name);
        case Holder:
            return text(namesOf(found, holder));
        case Born:
            return bornOf(found, holder);
        case Seats:
            return number(holder < 0 ? found.state.seats : 1);
        case Grade:
            return text(found.state.grade);
        case Position:
            return text(found.state.position);
        case Note:
            return text(found.state.note);
        default:
            return std::nullopt;
        }
    }

private:
    static std::optional<FormValue> text(const QString &value)
    {
        return value.isEmpty() ? std::nullopt : std::optional<FormValue>(value);
    }
    static std::optional<FormValue> number(std::optional<int> value)
    {
        return value ? std::optional<FormValue>(static_cast<double>(*value)) : std::nullopt;
    }

    /// By code where the header asks for one: "Mã cấp trên", "parentId"; else by name.
    [[nodiscard]] std::optional<FormValue> parentOf(int unit, const QString &header) const
    {
        const int parent = m_view.parentUnit(unit);
        if (parent < 0)
            return std::nullopt;
        const QStringList words = headerKey(header).split(u' ');
        const bool byCode = std::ranges::any_of(
            words, [](const QString &word) { return word == u"ma"_s || word == u"code"_s || word == u"id"_s; });
        return text(byCode ? m_view.units()[uz(parent)].code : m_view.units()[uz(parent)].state.name);
    }

    static QString namesOf(const ViewPost &post, int holder)
    {
        QStringList names;
        for (int i = 0; i < sizeOf(post.holders); ++i)
            if (holder < 0 || holder == i)
                names += post.holders[uz(i)].name;
        return names.join(u"; "_s);
    }

    [[nodiscard]] std::optional<FormValue> bornOf(const ViewPost &post, int holder) const
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

    const bomay::Organisation &m_organisation;
    const OrgView &m_view;
};

QString romanNumber(int number)
{
    constexpr std::array<std::pair<int, std::u16string_view>, 7> kSigns{
        {{50, u"L"}, {40, u"XL"}, {10, u"X"}, {9, u"IX"}, {5, u"V"}, {4, u"IV"}, {1, u"I"}}};
    QString text;
    for (const auto &[value, sign] : kSigns)
        for (; number >= value; number -= value)
            text += toQString(sign);
    return text;
}

/// "I", "1", "a" by depth from 1; deeper ones a dash.
QString outlineMark(int depth, int nth)
{
    constexpr std::u16string_view kLetters = u"abcdđeghiklmnopqrstuvxy";
    if (depth == 1 && nth < 90)
        return romanNumber(nth);
    if (depth == 3 && nth <= sizeOf(kLetters))
        return QString(QChar(kLetters[uz(nth - 1)]));
    return depth <= 2 ? QString::number(nth) : u"-"_s;
}

class TableFiller
{
public:
    TableFiller(const SheetTable &table, const bomay::Organisation &organisation, const OrgView &view, FormFill &fill)
        : m_table(table)
        , m_view(view)
        , m_values(organisation, view)
        , m_fill(fill)
    {
        for (int i = 0; i < sizeOf(view.units()); ++i) {
            m_byCode.insert(view.units()[uz(i)].code, i);
            m_byName[nameFold(view.units()[uz(i)].state.name)].push_back(i);
        }
    }

    Result<> run()
    {
        bool namesAny = false;
        for (std::size_t i = 0; i < m_table.rows.size(); ++i)
            namesAny = namesAny || (m_table.parts[i] == RowPart::Data && namesSomething(m_table.rows[i]));
        if (!namesAny)
            return addRows();
        for (std::size_t i = 0; i < m_table.rows.size(); ++i)
            if (m_table.parts[i] == RowPart::Data && namesSomething(m_table.rows[i]))
                completeRow(m_table.rows[i]);
        return {};
    }

private:
    [[nodiscard]] bool namesSomething(CellRow row) const
    {
        return std::ranges::any_of(std::array{Name, Code, Title, Unit, Holder},
                                   [&](ColumnMeaning meaning) { return !m_table.text(row, meaning).isEmpty(); });
    }

    // A form with rows: each names its unit, or the post of the unit above it.

    void completeRow(CellRow row)
    {
        const QString code = tidyName(m_table.text(row, Code));
        QString name = tidyName(m_table.text(row, m_table.has(Name) ? Name : Unit));
        if (const auto split = splitOutlineMark(name); split && m_table.text(row, Ordinal).isEmpty())
            name = split->second;
        if (!name.isEmpty() || !code.isEmpty())
            m_unit = unitOf(code, name);
        const QString title = tidyName(m_table.text(row, Title));
        const int post = m_unit < 0 || title.isEmpty() ? -1 : postOf(m_unit, title);
        if (m_unit < 0 || (!title.isEmpty() && post < 0)) {
            m_fill.diagnostics.push_back({DiagnosticSeverity::Warning,
                                          {u"form-row-unknown"_s, {{u"name"_s, m_unit < 0 ? name + code : title}}},
                                          {m_table.workbook->file, m_table.sheet->name, row.front().row}});
            return;
        }
        const auto before = m_fill.cells.size();
        for (const auto &[meaning, column] : m_table.meanings)
            if (const auto value = post >= 0 ? m_values.ofPost(post, meaning, -1)
                                             : m_values.ofUnit(m_unit, meaning, m_table.headers.at(column)))
                write(row.front().row, column, *value);
        m_fill.rows += m_fill.cells.size() > before ? 1 : 0;
    }

    /// By code, else by a name that only one unit has, or that of several which is nearest to the row before.
    [[nodiscard]] int unitOf(const QString &code, const QString &name) const
    {
        if (const auto found = m_byCode.constFind(code); !code.isEmpty() && found != m_byCode.constEnd())
            return *found;
        const auto named = m_byName.constFind(nameFold(name));
        if (named == m_byName.constEnd())
            return -1;
        if (named->size() == 1)
            return named->front();
        for (int above = m_unit; above >= 0; above = m_view.parentUnit(above))
            for (const int unit : *named)
                if (m_view.parentUnit(unit) == above)
                    return unit;
        return -1;
    }

    /// The post of a title; of several the one whose turn it is.
    [[nodiscard]] int postOf(int unit, const QString &title)
    {
        const QString key = nameFold(title);
        int &turn = m_turns[{unit, key}];
        int nth = 0;
        for (const int post : m_view.postsOfUnit(unit))
            if (nameFold(m_view.posts()[uz(post)].state.title) == key && nth++ == turn) {
                ++turn;
                return post;
            }
        return -1;
    }

    // A form without rows: it gets those of the view.

    struct NewRow
    {
        int unit = -1;
        int post = -1;
        int holder = -1;
        QString mark;
    };

    [[nodiscard]] std::vector<NewRow> newRows() const
    {
        const bool listsUnits = m_table.has(Name);
        const bool listsPosts = m_table.has(Title) || !listsUnits;
        std::vector<NewRow> rows;
        std::vector<int> numbers; // of the last unit on each depth
        int count = 0;
        for (const ViewNode &node : m_view.nodes()) {
            if (node.isUnit() && listsUnits) {
                const int depth = std::max(1, depthOf(node.item));
                numbers.resize(uz(depth), 0);
                rows.push_back({node.item, -1, -1, outlineMark(depth, ++numbers.back())});
            } else if (!node.isUnit() && listsPosts) {
                const int holders = listsUnits ? 1 : std::max(1, sizeOf(m_view.posts()[uz(node.item)].holders));
                for (int holder = 0; holder < holders; ++holder)
                    rows.push_back(
                        {-1, node.item, listsUnits ? -1 : holder, listsUnits ? QString() : QString::number(++count)});
            }
        }
        return rows;
    }

    [[nodiscard]] int depthOf(int unit) const
    {
        int depth = 0;
        for (int above = unit; above >= 0; above = m_view.parentUnit(above))
            ++depth;
        return depth;
    }

    Result<> addRows()
    {
        int first = 0;
        int below = kMaxRows + 1;
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            const RowPart part = m_table.parts[i];
            const int row = m_table.rows[i].front().row;
            if (part == RowPart::Header || part == RowPart::ColumnNumbers)
                first = std::max(first, row + 1);
            else if (part == RowPart::Total || part == RowPart::Note || part == RowPart::Signature)
                below = std::min(below, row);
        }
        const std::vector<NewRow> rows = newRows();
        if (sizeOf(rows) > below - first)
            return fail(u"form-too-few-rows"_s,
                        {{u"rows"_s, QString::number(rows.size())}, {u"free"_s, QString::number(below - first)}},
                        {m_table.workbook->file, m_table.sheet->name, first});
        for (std::size_t i = 0; i < rows.size(); ++i)
            addRow(first + static_cast<int>(i), rows[i]);
        m_fill.rows += sizeOf(rows);
        return {};
    }

    void addRow(int number, const NewRow &row)
    {
        for (const auto &[meaning, column] : m_table.meanings) {
            const auto value = meaning == Ordinal ? std::optional<FormValue>(row.mark)
                               : row.post >= 0    ? m_values.ofPost(row.post, meaning, row.holder)
                                                  : m_values.ofUnit(row.unit, meaning, m_table.headers.at(column));
            if (value)
                write(number, column, *value);
        }
    }

    /// Into a cell that holds nothing and is not hidden by the one it is merged with.
    void write(int row, int column, const FormValue &value)
    {
        const auto rowOf = [](const CellRow &cells) { return cells.front().row; };
        const auto found = std::ranges::lower_bound(m_table.rows, row, {}, rowOf);
        if (found != m_table.rows.end() && rowOf(*found) == row && cellAt(*found, column) != nullptr)
            return;
        const bool isHidden = std::ranges::any_of(m_table.sheet->merges, [&](const CellRange &merge) {
            return row >= merge.firstRow && row <= merge.lastRow && column >= merge.firstColumn &&
                   column <= merge.lastColumn && (row != merge.firstRow || column != merge.firstColumn);
        });
        const auto *text = std::get_if<QString>(&value);
        if (!isHidden && (text == nullptr || !text->isEmpty()))
            m_fill.cells.push_back({m_table.sheet->name, {row, column}, value});
    }

    const SheetTable &m_table;
    const OrgView &m_view;
    NodeValues m_values;
    FormFill &m_fill;
    QHash<QString, int> m_byCode;
    QHash<QString, std::vector<int>> m_byName;
    QHash<std::pair<int, QString>, int> m_turns;
    int m_unit = -1; ///< that the last row spoke of
};

} // namespace

Result<FormFill> planFormFill(const Workbook &form, const bomay::Organisation &organisation, const OrgView &view)
{
    FormFill fill;
    bool hasTable = false;
    for (const Sheet &sheet : form.sheets) {
        const auto table = findTable(form, sheet);
        if (!table || !(table->has(Name) || table->has(Code) || table->has(Title)))
            continue;
        hasTable = true;
        BM_TRY_VOID(TableFiller(*table, organisation, view, fill).run());
    }
    if (!hasTable)
        return fail(u"form-no-table"_s, {}, {form.file});
    return fill;
}

} // namespace bomay
