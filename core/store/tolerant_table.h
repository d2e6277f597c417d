// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/losses.h"
#include "core/store/sqlite_connection.h"

#include <QStringList>

#include <functional>
#include <span>

namespace bomay {

// Internal to core/store: the rows of tables whose pages may be broken.

/// Which cells of which table, and by what its rows are ordered and told apart.
struct TableRequest
{
    QString table;
    QStringList columns;
    QStringList key; ///< among the columns; its order is the order of the table's pages
};

/// Counts what is read against the size of the file. Pages can be broken so that they lead in circles or are found
/// again and again: who reads more than the file holds is led astray.
class ReadBudget
{
public:
    explicit ReadBudget(qint64 fileSize)
        : m_left(2 * fileSize) // each table is read from both of its ends at most
    {}

    /// False when there is nothing left.
    [[nodiscard]] bool spend(std::span<const QVariant> cells);

private:
    qint64 m_left;
};

/// Called for each row; the cell of a column that the table does not have is invalid.
using TakeRow = std::function<void(std::span<const QVariant>)>;

/// Reads every row of a table that can be read, each once, in no order to rely on: up to the first broken page, and
/// from the other end down to it. What is lost is added to the losses. Precondition: it is a plain table.
void readTolerantly(const SqliteConnection &connection, const TableRequest &request, ReadBudget &budget,
                    LossList &losses, const TakeRow &take);

} // namespace bomay
