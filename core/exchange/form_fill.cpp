// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/form_fill.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/outline.h"
#include "core/exchange/sheet_table.h"
#include "core/table/table_limits.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

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
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            namesAny = namesAny || (m_table.parts[i] == RowPart::Data && namesSomething(m_table.rows[i]));
            m_holdersInForm.insert(nameFold(tidyName(m_table.text(m_table.rows[i], Holder))));
        }
        if (!namesAny)
            return addRows();
        for (std::size_t i = 0; i < m_table.rows.size(); ++i)
            if (m_table.parts[i] == RowPart::Data && namesSomething(m_table.rows[i]))
                completeRow(m_table.rows[i]);
        return {};
    }

private:
    /// A row of the outline that others stand under.
    struct RowAbove
    {
        int depth = 0;
        int unit = -1; ///< −1 = the document does not know it
    };

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
        QString mark = m_table.text(row, Ordinal);
        if (const auto split = splitOutlineMark(name); split && mark.isEmpty())
            std::tie(mark, name) = *split;
        if (!name.isEmpty() || !code.isEmpty())
            m_unit = unitOf(code, name, mark);
        const QString title = tidyName(m_table.text(row, Title));
        const QString holder = tidyName(m_table.text(row, Holder));
        const bool isPost = !title.isEmpty() || !holder.isEmpty();
        const auto seat = m_unit >= 0 && isPost ? seatOf(m_unit, title, holder) : std::nullopt;
        if (m_unit < 0 || (isPost && !seat)) {
            const QString missing = m_unit < 0 ? name + code : holder.isEmpty() ? title : holder;
            m_fill.diagnostics.push_back({DiagnosticSeverity::Warning,
                                          {u"form-row-unknown"_s, {{u"name"_s, missing}}},
                                          {m_table.workbook->file, m_table.sheet->name, row.front().row}});
            return;
        }
        const auto before = m_fill.cells.size();
        for (const auto &[meaning, column] : m_table.meanings)
            if (const auto value = seat ? m_values.ofPost(seat->post, meaning, seat->holder)
                                        : m_values.ofUnit(m_unit, meaning, m_table.headers.at(column)))
                write(row.front().row, column, *value);
        m_fill.rows += m_fill.cells.size() > before ? 1 : 0;
    }

    /// By code, else by name: below the row that the outline puts this one under, and nowhere where that one is not
    /// known, for each sở has a Văn phòng. Without an outline by a name that only one unit has, or that of several
    /// which is nearest to the row before.
    [[nodiscard]] int unitOf(const QString &code, const QString &name, const QString &mark)
    {
        const int depth = mark.isEmpty() ? -1 : m_levels.next(mark, 0);
        while (depth >= 0 && !m_above.empty() && m_above.back().depth >= depth)
            m_above.pop_back();
        const bool isBelow = depth >= 0 && !m_above.empty();
        const auto byCode = m_byCode.constFind(code);
        const int unit = !code.isEmpty() && byCode != m_byCode.constEnd() ? *byCode
                         : isBelow                                        ? unitBelow(m_above.back().unit, name)
                                                                          : unitNear(name);
        if (depth >= 0)
            m_above.push_back({depth, unit});
        return unit;
    }

    [[nodiscard]] int unitBelow(int above, const QString &name) const
    {
        int found = -1;
        for (const int unit : m_byName.value(nameFold(name))) {
            if (above < 0 || !isInside(unit, above))
                continue;
            if (m_view.parentUnit(unit) == above)
                return unit;
            if (found >= 0)
                return -1;
            found = unit;
        }
        return found;
    }

    [[nodiscard]] bool isInside(int unit, int above) const
    {
        const int root = m_view.nodeOfUnit(above);
        const int node = m_view.nodeOfUnit(unit);
        return root >= 0 && node > root && node < m_view.nodes()[uz(root)].end;
    }

    [[nodiscard]] int unitNear(const QString &name) const
    {
        const std::vector<int> named = m_byName.value(nameFold(name));
        if (named.size() == 1)
            return named.front();
        for (int above = m_unit; above >= 0; above = m_view.parentUnit(above))
            for (const int unit : named)
                if (m_view.parentUnit(unit) == above)
                    return unit;
        return -1;
    }

    /// What a row of a post speaks of.
    struct Seat
    {
        int post = -1;
        int holder = -1; ///< −1 = all
    };

    /// The one that is held by whom the row names, whatever turn it is; else of the posts of the title the one whose
    /// turn it is and whose holder the form names nowhere.
    [[nodiscard]] std::optional<Seat> seatOf(int unit, const QString &title, const QString &holder)
    {
        const QString titleKey = nameFold(title);
        const QString holderKey = nameFold(holder);
        for (const int post : m_view.postsOfUnit(unit)) {
            const ViewPost &found = m_view.posts()[uz(post)];
            if (!title.isEmpty() && nameFold(found.state.title) != titleKey)
                continue;
            const auto isNamed = [&holderKey](const ViewHolder &one) { return nameFold(one.name) == holderKey; };
            const auto named = std::ranges::find_if(found.holders, isNamed);
            if (!holder.isEmpty() && named != found.holders.end())
                return Seat{post, static_cast<int>(named - found.holders.begin())};
            const auto isInForm = [this](const ViewHolder &one) {
                return m_holdersInForm.contains(nameFold(one.name));
            };
            if (holder.isEmpty() && !m_taken.contains(post) && std::ranges::none_of(found.holders, isInForm)) {
                m_taken.insert(post);
                return Seat{post, -1};
            }
        }
        return std::nullopt;
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
    QSet<QString> m_holdersInForm; ///< folded
    QSet<int> m_taken;             ///< posts that rows without a holder have
    OutlineLevels m_levels;
    std::vector<RowAbove> m_above; ///< the path of the outline to the last row of a unit
    int m_unit = -1;               ///< that the last row spoke of
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
