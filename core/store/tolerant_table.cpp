// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tolerant_table.h"

#include "core/base/numbers.h"

#include <QSet>
#include <QSqlRecord>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

class TolerantTable
{
public:
    TolerantTable(const SqliteConnection &connection, const TableRequest &request, ReadBudget &budget,
                  const TakeRow &take)
        : m_connection(connection)
        , m_request(request)
        , m_budget(budget)
        , m_take(take)
        , m_cells(uz(request.columns.size()))
    {}

    /// Which of the columns are there.
    [[nodiscard]] Result<> findColumns()
    {
        BM_TRY(QSqlQuery query, m_connection.prepare(u"SELECT * FROM \"%1\" LIMIT 0"_s.arg(m_request.table)));
        BM_TRY_VOID(execute(query));
        const QSqlRecord record = query.record();
        for (int i = 0; i < sizeOf(m_request.columns); ++i)
            if (record.contains(m_request.columns[i]))
                m_present.push_back(i);
        return {};
    }

    /// Takes rows up to an error. Errors: `database-error`; `repair-endless`.
    [[nodiscard]] Result<> walk(const QString &direction)
    {
        QStringList columns;
        for (const int column : m_present)
            columns += m_request.columns[column];
        QStringList order;
        for (const QString &column : m_request.key)
            order += column + direction;
        BM_TRY(QSqlQuery query, m_connection.prepare(u"SELECT %1 FROM \"%2\" NOT INDEXED ORDER BY %3"_s.arg(
                                    columns.join(u", "_s), m_request.table, order.join(u", "_s))));
        BM_TRY_VOID(execute(query));
        while (query.next()) {
            for (int i = 0; i < sizeOf(m_present); ++i)
                m_cells[uz(m_present[uz(i)])] = query.value(i);
            if (!m_budget.spend(m_cells))
                return fail(u"repair-endless"_s, {{u"table"_s, m_request.table}});
            if (isNew())
                m_take(m_cells);
        }
        return checkEndOfRows(query);
    }

private:
    [[nodiscard]] bool isNew()
    {
        QString key;
        for (const QString &column : m_request.key)
            key += m_cells[uz(m_request.columns.indexOf(column))].toString() + u'\0';
        const auto before = m_seen.size();
        m_seen.insert(key);
        return m_seen.size() > before;
    }

    const SqliteConnection &m_connection;
    const TableRequest &m_request;
    ReadBudget &m_budget;
    const TakeRow &m_take;
    std::vector<int> m_present;
    std::vector<QVariant> m_cells; ///< of one row
    QSet<QString> m_seen;          ///< keys of the rows that were taken
};

} // namespace

bool ReadBudget::spend(std::span<const QVariant> cells)
{
    // A cell takes a byte in the row's header, a text at least one for each of its UTF-16 units.
    m_left -= static_cast<qint64>(cells.size());
    for (const QVariant &cell : cells)
        if (cell.typeId() == QMetaType::QString)
            m_left -= cell.toString().size();
        else if (cell.typeId() == QMetaType::QByteArray)
            m_left -= cell.toByteArray().size();
    return m_left >= 0;
}

void readTolerantly(const SqliteConnection &connection, const TableRequest &request, ReadBudget &budget,
                    LossList &losses, const TakeRow &take)
{
    TolerantTable table(connection, request, budget, take);
    Result<> read = table.findColumns();
    if (read)
        read = table.walk(u" ASC"_s);
    if (read)
        return;
    const Error &error = read.error();
    if (error.code() == u"database-error"_s) {
        losses.add({Loss::Kind::ManyRows,
                    {u"repair-table-cut"_s, {{u"table"_s, request.table}, {u"reason"_s, error.detail}}},
                    request.table});
        read = table.walk(u" DESC"_s);
    }
    if (!read && read.error().code() != u"database-error"_s)
        losses.add({Loss::Kind::ManyRows, read.error().message, request.table});
}

} // namespace bomay
