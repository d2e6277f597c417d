// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tree_table.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/code_hierarchy.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

std::vector<CellRow> dataRows(const SheetTable &table)
{
    std::vector<CellRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (table.parts[i] == RowPart::Data)
            rows.push_back(table.rows[i]);
    return rows;
}

class TreeMapper
{
public:
    TreeMapper(ForeignRows &rows, const SheetTable &table, const TreeOptions &options)
        : m_rows(rows)
        , m_table(table)
        , m_data(dataRows(table))
        , m_top(options.top)
        , m_isByPath(table.has(Path) && !(table.has(Code) && table.has(Parent)))
        , m_isPosts(options.rows ? *options.rows == RowKindOfTable::Posts : table.has(Title) || table.has(Holder))
        , m_columnsOfUnits(table, {Ordinal, Code, Parent, Name, Allotted, Filled, Phone, Mail, Order, Note})
        , m_columnsOfPosts(table, {Ordinal, Code, Parent, Path, Title, Holder, GivenName, Unit, Organisation,
                                   Department, Seats, Fte, Born, Grade, Position, Decision, Note})
    {
        for (const CellRow row : m_data)
            m_codes.insert(placeOf(row));
        if (m_isByPath)
            for (const CellRow row : m_data)
                m_codeOfPath.emplace(placeOf(row), unitCodeOf(row));
        m_isByName = m_isPosts && !m_isByPath && table.has(Parent) && namesParents();
    }

    void run()
    {
        for (const CellRow row : m_data)
            m_isPosts ? mapPost(row) : mapUnit(row);
    }

private:
    [[nodiscard]] const Cell *cell(CellRow row, ColumnMeaning meaning) const { return m_table.cell(row, meaning); }

    /// What tells where a row stands: its path, else its code.
    [[nodiscard]] QString placeOf(CellRow row) const
    {
        return m_isByPath ? tidyPath(m_table.text(row, Path)) : tidyName(m_table.text(row, Code));
    }

    /// The code a unit has: its own where the file gives one, else its path.
    [[nodiscard]] QString unitCodeOf(CellRow row) const
    {
        const QString code = tidyName(m_table.text(row, Code));
        return code.isEmpty() && m_isByPath ? placeOf(row) : code;
    }

    /// What a row calls the row above it: code, name or path.
    [[nodiscard]] QString parentOf(CellRow row) const
    {
        if (m_isByPath || !m_table.has(Parent))
            return parentOfCode(placeOf(row), m_codes);
        const QString parent = tidyName(m_table.text(row, Parent));
        return std::ranges::any_of(m_top,
                                   [&](const QString &top) { return top.compare(parent, Qt::CaseInsensitive) == 0; })
                   ? QString()
                   : parent;
    }

    /// Are the parents names of holders rather than codes?
    [[nodiscard]] bool namesParents() const
    {
        QSet<QString> names;
        for (const CellRow row : m_data)
            names.insert(m_table.holder(row));
        int byCode = 0;
        int byName = 0;
        for (const CellRow row : m_data)
            if (const QString parent = parentOf(row); !parent.isEmpty()) {
                byCode += m_codes.contains(parent) ? 1 : 0;
                byName += names.contains(parent) ? 1 : 0;
            }
        return byName > byCode;
    }

    void mapUnit(CellRow row)
    {
        SheetRow &unit = m_rows.units.add(m_table, row.front().row);
        if (m_isByPath)
            m_rows.units.set(unit, u"ma", unitCodeOf(row), cell(row, m_table.text(row, Code).isEmpty() ? Path : Code));
        else
            m_rows.units.set(unit, u"ma", cell(row, Code));
        m_rows.units.set(unit, u"ten", cell(row, Name));
        m_rows.units.set(unit, u"thu_tu", cell(row, Order));
        m_rows.units.set(unit, u"bien_che_giao", cell(row, Allotted));
        m_rows.units.set(unit, u"bien_che_co_mat", cell(row, Filled));
        m_rows.units.set(unit, u"dien_thoai", cell(row, Phone));
        m_rows.units.set(unit, u"email", cell(row, Mail));
        m_rows.units.set(unit, u"ghi_chu", cell(row, Note));
        if (QString parent = parentOf(row); !parent.isEmpty()) {
            if (m_isByPath)
                parent = m_codeOfPath.at(parent);
            m_rows.units.set(unit, u"ma_cap_tren", parent, cell(row, m_isByPath ? Path : Parent));
        }
        if (isAgencyIdentifier(unitCodeOf(row)))
            m_rows.units.set(unit, u"ma_dinh_danh", cell(row, Code));
        m_columnsOfUnits.keepOthers(unit, row);
    }

    void mapPost(CellRow row)
    {
        const QString unit = unitOf(row);
        SheetRow &post = m_rows.posts.add(m_table, row.front().row);
        post.asksRole = false;
        MappedRows &posts = m_rows.posts;
        posts.set(post, u"ma_don_vi", unit, cell(row, Unit));
        posts.set(post, u"chuc_danh", cell(row, Title));
        if (m_table.has(Holder)) // an empty cell says that the post is vacant
            posts.set(post, u"ho_ten", m_table.holder(row), cell(row, Holder));
        posts.set(post, u"so_luong", cell(row, Seats));
        posts.set(post, mapped::kFte, cell(row, Fte));
        posts.set(post, u"ngay_sinh", cell(row, Born));
        posts.set(post, u"ngach", cell(row, Grade));
        posts.set(post, u"vi_tri_viec_lam", cell(row, Position));
        posts.set(post, u"so_quyet_dinh", cell(row, Decision));
        posts.set(post, u"ghi_chu", cell(row, Note));
        const Cell *codeCell = cell(row, m_isByName ? Holder : m_isByPath ? Path : Code);
        const QString code = m_isByName ? m_table.holder(row) : placeOf(row);
        if (!code.isEmpty())
            posts.set(post, mapped::kPostCode, code, codeCell);
        if (const QString parent = parentOf(row); !parent.isEmpty())
            posts.set(post, mapped::kSuperior, parent, cell(row, Parent));
        m_columnsOfPosts.keepOthers(post, row);
        keepCode(post, row);
    }

    /// The file's own code or path is kept where the hierarchy goes by something else.
    void keepCode(SheetRow &post, CellRow row)
    {
        if (!m_isByPath && !m_table.text(row, Path).isEmpty())
            post.custom.insert(m_table.headers.at(cell(row, Path)->column), m_table.text(row, Path));
        if ((m_isByName || m_isByPath) && !m_table.text(row, Code).isEmpty())
            post.custom.insert(m_table.headers.at(cell(row, Code)->column), m_table.text(row, Code));
    }

    /// The unit of a post: department, body, unit, each under the one before; what repeats the one before is it.
    QString unitOf(CellRow row)
    {
        QString code;
        QString last;
        for (const ColumnMeaning meaning : {Department, Organisation, Unit}) {
            const QString name = tidyName(m_table.text(row, meaning));
            if (name.isEmpty() || nameFold(name) == nameFold(last))
                continue;
            code = m_rows.unitFor(m_table, code, name, cell(row, meaning), row.front().row);
            last = name;
        }
        return code.isEmpty() ? m_rows.unitFor(m_table, {}, baseNameOf(m_table), nullptr, row.front().row) : code;
    }

    ForeignRows &m_rows;
    const SheetTable &m_table;
    std::vector<CellRow> m_data;
    QStringList m_top;
    bool m_isByPath; ///< paths tell the place; where rows name each other by code those are surer
    bool m_isPosts;
    bool m_isByName = false;
    TakenColumns m_columnsOfUnits;
    TakenColumns m_columnsOfPosts;
    QSet<QString> m_codes;
    std::map<QString, QString> m_codeOfPath; ///< of units
};

} // namespace

bool looksLikeTree(const SheetTable &table)
{
    if (table.has(Path))
        return true;
    if (table.has(Parent))
        return table.has(Code) || table.has(Name) || table.has(Fte) || table.has(Seats);
    if (!table.has(Code) || table.has(Ordinal))
        return false;
    const std::vector<CellRow> rows = dataRows(table);
    const auto count =
        std::ranges::count_if(rows, [&](const CellRow row) { return isAgencyIdentifier(table.text(row, Code)); });
    return !rows.empty() && 2 * count > static_cast<std::ptrdiff_t>(rows.size());
}

void mapTree(ForeignRows &rows, const SheetTable &table, const TreeOptions &options)
{
    TreeMapper(rows, table, options).run();
}

} // namespace bomay
