// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet_rows.h"

#include <QHash>

namespace bomay {

/// The values of an enumeration by what a cell may call them, as `templateKey` gives it; of equal words the first.
template <typename Enum>
[[nodiscard]] const QHash<QString, Enum> &valuesByKey()
{
    static const QHash<QString, Enum> values = [] {
        QHash<QString, Enum> byKey;
        for (const auto &term : terms<Enum>())
            for (const std::u16string_view word : {term.code, term.vi, term.en})
                if (const QString key = templateKey(word); !term.code.empty() && !byKey.contains(key))
                    byKey.insert(key, term.value);
        return byKey;
    }();
    return values;
}

/// Reads the cells of one row as values and remembers what was wrong with them. A cell that cannot be read is kept as a
/// custom field under its column code, so that nothing an officer typed is lost.
class RowReader
{
public:
    /// Cells that hold an error of the spreadsheet are reported at once and read as empty.
    RowReader(const SheetRows &sheet, const SheetRow &row);

    /// The trimmed text in NFC; empty where the cell is.
    [[nodiscard]] QString text(QStringView column) const;
    /// As `text`, with inner white space tidied: for names and codes.
    [[nodiscard]] QString name(QStringView column) const;
    [[nodiscard]] QStringList list(QStringView column) const;

    [[nodiscard]] std::optional<int> number(QStringView column);
    /// Not negative, as "5.51" or "5,51".
    [[nodiscard]] std::optional<double> decimal(QStringView column);
    [[nodiscard]] PartialDate date(QStringView column);
    [[nodiscard]] std::optional<bool> tick(QStringView column);
    /// From two columns; the wrong order is an error of the row.
    [[nodiscard]] Period period(QStringView fromColumn, QStringView toColumn);

    /// A value by code, Vietnamese or English label. Empty gives nothing; a text outside the list is `faultCode`.
    template <typename Enum>
    [[nodiscard]] std::optional<Enum> term(QStringView column, const QString &faultCode)
    {
        const QString given = text(column);
        if (given.isEmpty())
            return std::nullopt;
        const auto &known = valuesByKey<Enum>();
        if (const auto found = known.constFind(templateKey(given)); found != known.constEnd())
            return *found;
        keepUnread(column, faultCode);
        return std::nullopt;
    }

    /// Keeps a cell that could not be read as a custom field and asks about it.
    void keepUnread(QStringView column, const QString &faultCode, MessageArgs args = {});

    void report(DiagnosticSeverity severity, const QString &code, MessageArgs args = {}, QStringView column = {});

    [[nodiscard]] const CustomFields &custom() const { return m_custom; }
    [[nodiscard]] Place place(QStringView column = {}) const { return m_sheet.place(m_row, column); }
    /// Does the file say anything in this column, be it that there is nothing? Of a foreign table empty cells say
    /// nothing.
    [[nodiscard]] bool speaksOf(QStringView column) const
    {
        return m_row.cells.contains(column) || (m_row.file == nullptr && m_sheet.columns.contains(column));
    }
    /// Is this row one of the file's own, to be counted?
    [[nodiscard]] bool counts() const { return m_row.counts; }
    /// Is the officer to be asked about a role that does not follow from the title?
    [[nodiscard]] bool asksRole() const { return m_row.asksRole; }
    /// The worst that was reported of this row; Info for nothing.
    [[nodiscard]] DiagnosticSeverity worst() const { return m_worst; }
    [[nodiscard]] std::vector<Diagnostic> takeDiagnostics() { return std::move(m_diagnostics); }

private:
    const SheetRows &m_sheet;
    const SheetRow &m_row;
    CustomFields m_custom;
    DiagnosticSeverity m_worst = DiagnosticSeverity::Info;
    std::vector<Diagnostic> m_diagnostics;
};

} // namespace bomay
