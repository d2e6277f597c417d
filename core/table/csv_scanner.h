// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace bomay {

/// Cuts CSV bytes into fields, one after the other; knows nothing of encodings, cells or limits. The bytes must outlive
/// it.
class CsvScanner
{
public:
    CsvScanner(QByteArrayView bytes, char delimiter);

    /// Moves to the next field; false after the last one. A line end at the end of the file opens no further record.
    bool next();

    /// The present field without its quotes. Valid until the next call of next().
    [[nodiscard]] QByteArrayView field() const { return m_field; }
    [[nodiscard]] int row() const { return m_row; }                     ///< of the present field, from 1
    [[nodiscard]] int column() const { return m_column; }               ///< of the present field, from 1
    [[nodiscard]] qsizetype position() const { return m_at - m_begin; } ///< behind the present field and its delimiter
    [[nodiscard]] bool endsRecord() const { return m_endsRecord; }
    /// Does the present field stand in the bytes as it is, so that it is valid as long as they are?
    [[nodiscard]] bool isWhole() const { return m_field.data() != m_unquoted.constData(); }
    /// The quote of the present field never closes.
    [[nodiscard]] bool isUnterminated() const { return m_unterminated; }

private:
    [[nodiscard]] const char *endOfPlain() const;
    void readPlain();
    void readQuoted();
    void finishField();

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    QByteArrayView m_field;
    QByteArray m_unquoted; ///< holds a field whose quotes had to be taken out
    int m_row = 1;
    int m_column = 0;
    char m_delimiter;
    std::uint64_t m_delimiters; ///< the delimiter in every byte
    bool m_endsRecord = false;
    bool m_unterminated = false;
    bool m_afterDelimiter = false; ///< a field follows, even if no byte does
};

/// The delimiter that cuts the beginning of the text into the most records of equal width: tab, ';' or ','.
[[nodiscard]] char sniffDelimiter(QByteArrayView bytes);

} // namespace bomay
