// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <vector>

namespace bomay {

/// Something that could not be saved from a damaged document, or not as it was.
struct Loss
{
    enum class Kind {
        ManyRows, ///< an unknown number of rows of a table
        OneRow,   ///< one row
        Value,    ///< a row is there, but not all that it said
        Note      ///< of the document as a whole
    };

    Kind kind = Kind::Note;
    Message message;
    QString table = {};
    QString row = {};    ///< the row's or its owner's id, where it can be read
    QString column = {}; ///< of a value

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// The losses of one document. A file from outside may have as many as it likes: the first are kept, the others
/// counted.
class LossList
{
public:
    static constexpr int kMostKept = 1000;

    void add(Loss loss)
    {
        if (loss.kind == Loss::Kind::OneRow)
            ++m_lostRows[loss.table];
        if (static_cast<int>(m_kept.size()) < kMostKept)
            m_kept.push_back(std::move(loss));
        else
            ++m_more;
    }

    [[nodiscard]] bool isEmpty() const { return m_kept.empty(); }
    [[nodiscard]] const std::vector<Loss> &kept() const { return m_kept; }
    [[nodiscard]] int more() const { return m_more; } ///< so many beyond those that are kept
    [[nodiscard]] int rowsLostOf(const QString &table) const { return m_lostRows.value(table); }

private:
    std::vector<Loss> m_kept;
    int m_more = 0;
    QMap<QString, int> m_lostRows;
};

} // namespace bomay
