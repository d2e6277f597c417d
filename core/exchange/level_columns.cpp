// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/level_columns.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

struct Level
{
    int code = 0;
    int name = 0;
    qsizetype different = 0; ///< codes
};

/// "SUBTIER CODE" is "subtier" as "SUBTIER NAME" is: what a header says without its last word; empty for others.
QString subjectOf(const QString &header, std::u16string_view lastWord)
{
    const QString key = headerKey(header);
    return key.endsWith(u' ' + QStringView(lastWord).toString()) ? key.chopped(qsizetype(lastWord.size()) + 1)
                                                                 : QString();
}

/// The levels of a table from the top: of "cgac agency" and "agency" the last word tells that they are one.
std::vector<Level> levelsOf(const SheetTable &table)
{
    std::vector<Level> levels;
    for (const auto &[column, header] : table.headers) {
        const QString subject = subjectOf(header, u"code");
        for (const auto &[nameColumn, nameHeader] : table.headers) {
            const QString name = subjectOf(nameHeader, u"name");
            if (subject.isEmpty() || name.isEmpty() || subject.section(u' ', -1) != name.section(u' ', -1))
                continue;
            QSet<QString> codes;
            for (std::size_t i = 0; i < table.rows.size(); ++i)
                if (const Cell *cell = cellAt(table.rows[i], column);
                    cell != nullptr && table.parts[i] == RowPart::Data)
                    codes.insert(cell->text.trimmed());
            levels.push_back({column, nameColumn, codes.size()});
            break;
        }
    }
    std::ranges::stable_sort(levels, {}, &Level::different);
    return levels;
}

} // namespace

bool looksLikeLevels(const SheetTable &table)
{
    return levelsOf(table).size() >= 2;
}

void mapLevels(ForeignRows &rows, const SheetTable &table)
{
    const std::vector<Level> levels = levelsOf(table);
    QSet<int> columns;
    for (const Level &level : levels) {
        columns.insert(level.code);
        columns.insert(level.name);
    }
    const TakenColumns taken(table, columns);
    QSet<QString> given;
    QSet<QString> ownCodes;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (const Cell *code = cellAt(table.rows[i], levels.back().code))
            ownCodes.insert(tidyName(code->text));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.parts[i] != RowPart::Data)
            continue;
        const CellRow row = table.rows[i];
        QString above;
        for (const Level &level : levels) {
            const Cell *code = cellAt(row, level.code);
            const Cell *name = cellAt(row, level.name);
            const bool isOwn = &level == &levels.back();
            if (code == nullptr && !isOwn)
                continue;
            QString own = code == nullptr ? QString() : tidyName(code->text);
            // Codes of two levels may be equal; the upper one is then told apart by a sign that codes do not have.
            if (!isOwn && ownCodes.contains(own))
                own.prepend(u'~');
            if (isOwn || !given.contains(own)) {
                SheetRow &unit = rows.units.add(table, row.front().row);
                unit.counts = isOwn;
                rows.units.set(unit, u"ma", own, code);
                rows.units.set(unit, u"ten", name);
                if (!above.isEmpty())
                    rows.units.set(unit, u"ma_cap_tren", above, nullptr);
                if (isOwn)
                    taken.keepOthers(unit, row);
                given.insert(own);
            }
            above = own;
        }
    }
}

} // namespace bomay
