// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tree_table.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/code_hierarchy.h"

#include <algorithm>
#include <ranges>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

/// The rows that hold data. What looks like a total or a signature is data here, as long as it has a code.
std::vector<CellRow> dataRows(const SheetTable &table)
{
    std::vector<CellRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowPart part = table.parts[i];
        const bool isSurrounding = part == RowPart::Total || part == RowPart::Note || part == RowPart::Signature;
        if (part == RowPart::Data || (isSurrounding && !table.text(table.rows[i], Code).isEmpty()))
            rows.push_back(table.rows[i]);
    }
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
        , m_isPosts(options.rows ? *options.rows == RowKindOfTable::Posts : table.has(Title) || table.has(Holder))
        , m_columnsOfUnits(table, {Ordinal, Code, Parent, Name, Allotted, Filled, Phone, Mail, Order, Note})
        , m_columnsOfPosts(table, {Ordinal, Code, Parent, Path, Title, Holder, Unit, Organisation, Department, Seats,
                                   Fte, Born, Grade, Position, Decision, Note})
    {
        for (const CellRow row : m_data)
            m_codes.insert(codeOf(row));
        m_isByName = m_isPosts && table.has(Parent) && namesParents();
    }

    void run()
    {
        for (const CellRow row : m_data)
            m_isPosts ? mapPost(row) : mapUnit(row);
    }

private:
    [[nodiscard]] const Cell *cell(CellRow row, ColumnMeaning meaning) const { return m_table.cell(row, meaning); }

    [[nodiscard]] QString codeOf(CellRow row) const
    {
        if (m_table.has(Path))
            return tidyPath(m_table.text(row, Path));
        return tidyName(m_table.text(row, Code));
    }

    [[nodiscard]] QString parentOf(CellRow row) const
    {
        if (!m_table.has(Parent))
            return parentOfCode(codeOf(row), m_codes);
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
            names.insert(tidyName(m_table.text(row, Holder)));
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
        m_rows.units.set(unit, u"ma", cell(row, Code));
        m_rows.units.set(unit, u"ten", cell(row, Name));
        m_rows.units.set(unit, u"thu_tu", cell(row, Order));
        m_rows.units.set(unit, u"bien_che_giao", cell(row, Allotted));
        m_rows.units.set(unit, u"bien_che_co_mat", cell(row, Filled));
        m_rows.units.set(unit, u"dien_thoai", cell(row, Phone));
        m_rows.units.set(unit, u"email", cell(row, Mail));
        m_rows.units.set(unit, u"ghi_chu", cell(row, Note));
        if (const QString parent = parentOf(row); !parent.isEmpty())
            m_rows.units.set(unit, u"ma_cap_tren", parent, cell(row, Parent));
        if (isAgencyIdentifier(codeOf(row)))
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
        posts.set(post, u"ho_ten", cell(row, Holder));
        if (m_table.has(Holder) && cell(row, Holder) == nullptr)
            posts.set(post, u"ho_ten", QString(), nullptr); // said to be vacant
        posts.set(post, u"so_luong", cell(row, Seats));
        posts.set(post, mapped::kFte, cell(row, Fte));
        posts.set(post, u"ngay_sinh", cell(row, Born));
        posts.set(post, u"ngach", cell(row, Grade));
        posts.set(post, u"vi_tri_viec_lam", cell(row, Position));
        posts.set(post, u"so_quyet_dinh", cell(row, Decision));
        posts.set(post, u"ghi_chu", cell(row, Note));
        const Cell *codeCell = cell(row, m_isByName ? Holder : m_table.has(Path) ? Path : Code);
        const QString code = m_isByName ? tidyName(m_table.text(row, Holder)) : codeOf(row);
        if (!code.isEmpty())
            posts.set(post, mapped::kPostCode, code, codeCell);
        if (const QString parent = parentOf(row); !parent.isEmpty())
            posts.set(post, mapped::kSuperior, parent, cell(row, Parent));
        m_columnsOfPosts.keepOthers(post, row);
        keepCode(post, row);
    }

    /// The file's own code is kept where the hierarchy goes by something else.
    void keepCode(SheetRow &post, CellRow row)
    {
        if ((m_isByName || m_table.has(Path)) && !m_table.text(row, Code).isEmpty())
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
    bool m_isPosts;
    bool m_isByName = false;
    TakenColumns m_columnsOfUnits;
    TakenColumns m_columnsOfPosts;
    QSet<QString> m_codes;
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
