// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_log.h"

#include "core/base/numbers.h"
#include "core/model/row_json.h"
#include "core/store/cells.h"
#include "core/store/sqlite_connection.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEntryColumns = 8; // id … has_images, all but number and chain

QVariant encodeRow(const std::optional<Row> &row)
{
    return row ? QVariant(QString::fromUtf8(QJsonDocument(toJson(*row)).toJson(QJsonDocument::Compact))) : QVariant();
}

bool decodeRow(const QVariant &cell, RowKind kind, std::optional<Row> &row)
{
    row.reset();
    if (cell.isNull())
        return true;
    const QJsonDocument json = QJsonDocument::fromJson(cell.toString().toUtf8());
    Result<Row> read = rowFromJson(kind, json.object());
    if (!json.isObject() || !read)
        return false;
    row = *std::move(read);
    return true;
}

QString encodeTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// Grows over an entry: what stood before, its cells, the cells of its images.
class Chain
{
public:
    void start(const QString &before)
    {
        m_hash.reset();
        add(before);
    }
    void add(const QVariant &cell)
    {
        const QByteArray text = cell.isNull() ? QByteArray() : cell.toString().toUtf8();
        m_hash.addData(cell.isNull() ? "n" : QByteArray::number(text.size()) + ':');
        m_hash.addData(text);
    }
    [[nodiscard]] QString value() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

std::vector<QVariant> entryCells(const Change &change, bool hasImages)
{
    return {encodeCell(change.id),
            encodeCell(change.title),
            encodeCell(change.author),
            encodeTime(change.time),
            encodeCell(change.legalDocument),
            encodeCell(change.effective),
            encodeCell(change.undoes),
            encodeCell(hasImages)};
}

std::vector<QVariant> imageCells(const RowImage &image)
{
    return {nameOf(image.key.kind), encodeCell(image.key.uid), encodeRow(image.before), encodeRow(image.after)};
}

/// The images of the log, read beside its entries in one walk.
class ImageCursor
{
public:
    [[nodiscard]] static Result<ImageCursor> open(const SqliteConnection &connection)
    {
        BM_TRY(QSqlQuery query, connection.prepare(u"SELECT change, position, kind, row_id, before, after FROM "
                                                   "change_image ORDER BY change, position"_s));
        BM_TRY_VOID(execute(query));
        ImageCursor cursor(std::move(query));
        BM_TRY_VOID(cursor.step());
        return cursor;
    }

    [[nodiscard]] bool atEnd() const { return m_atEnd; }

    /// Appends the images of an entry. False where one is not what was written.
    [[nodiscard]] Result<bool> take(int number, std::vector<RowImage> &images, Chain &chain)
    {
        while (!m_atEnd && m_query.value(0).toInt() == number) {
            const std::optional<RowKind> kind = rowKindOf(m_query.value(2).toString());
            RowImage image;
            if (m_query.value(1).toInt() != sizeOf(images) || !kind || !decodeCell(m_query.value(3), image.key.uid))
                return false;
            image.key.kind = *kind;
            if (!decodeRow(m_query.value(4), *kind, image.before) || !decodeRow(m_query.value(5), *kind, image.after))
                return false;
            for (int column = 2; column < 6; ++column)
                chain.add(m_query.value(column));
            images.push_back(std::move(image));
            BM_TRY_VOID(step());
        }
        return true;
    }

private:
    explicit ImageCursor(QSqlQuery query)
        : m_query(std::move(query))
    {}

    [[nodiscard]] Result<> step()
    {
        m_atEnd = !m_query.next();
        return m_atEnd ? checkEndOfRows(m_query) : Result<>{};
    }

    QSqlQuery m_query;
    bool m_atEnd = false;
};

/// Appends the entries, up to the first that is not what was written.
Result<> appendEntries(const SqliteConnection &connection, std::vector<LogEntry> &log)
{
    BM_TRY(ImageCursor images, ImageCursor::open(connection));
    BM_TRY(QSqlQuery query,
           connection.prepare(u"SELECT number, id, title, author, time, legal_document, effective, undoes, "
                              "has_images, chain FROM change ORDER BY number"_s));
    BM_TRY_VOID(execute(query));
    QString before;
    Chain chain;
    while (query.next()) {
        LogEntry entry;
        Change &change = entry.change;
        const auto altered = [&] { return fail(u"document-log"_s, {{u"number"_s, query.value(0).toString()}}); };
        if (!decodeCell(query.value(0), entry.number) || entry.number != sizeOf(log) + 1 ||
            !decodeCell(query.value(1), change.id) || !decodeCell(query.value(2), change.title) ||
            !decodeCell(query.value(3), change.author) || !decodeCell(query.value(5), change.legalDocument) ||
            !decodeCell(query.value(6), change.effective) || !decodeCell(query.value(7), change.undoes) ||
            !decodeCell(query.value(8), entry.hasImages))
            return altered();
        change.time = QDateTime::fromString(query.value(4).toString(), Qt::ISODateWithMs);
        chain.start(before);
        for (int column = 1; column <= kEntryColumns; ++column)
            chain.add(query.value(column));
        BM_TRY(const bool good, images.take(entry.number, change.images, chain));
        if (!good || chain.value() != query.value(kEntryColumns + 1).toString())
            return altered();
        before = chain.value();
        log.push_back(std::move(entry));
    }
    BM_TRY_VOID(checkEndOfRows(query));
    BM_TRY(const QVariant end, connection.value(u"SELECT log_end FROM content_digest"_s));
    if (!images.atEnd() || (!end.toString().isEmpty() && end.toString() != before))
        return fail(u"document-log"_s, {{u"number"_s, QString::number(sizeOf(log) + 1)}});
    return {};
}

} // namespace

Result<> appendToLog(const SqliteConnection &connection, std::span<const Change> changes, LogImages images)
{
    BM_TRY(const QVariant last, connection.value(u"SELECT max(number) FROM change"_s));
    int number = last.toInt();
    BM_TRY(const QVariant lastChain, connection.value(u"SELECT chain FROM change WHERE number = %1"_s.arg(number)));
    QString before = lastChain.toString();
    BM_TRY(QSqlQuery entryRow, connection.prepare(u"INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s));
    BM_TRY(QSqlQuery imageRow, connection.prepare(u"INSERT INTO change_image VALUES (?, ?, ?, ?, ?, ?)"_s));
    Chain chain;
    for (const Change &change : changes) {
        const bool keeps = images == LogImages::Keep;
        const std::vector<QVariant> entry = entryCells(change, keeps);
        chain.start(before);
        entryRow.bindValue(0, ++number);
        for (int i = 0; i < kEntryColumns; ++i) {
            entryRow.bindValue(i + 1, entry[uz(i)]);
            chain.add(entry[uz(i)]);
        }
        std::vector<std::vector<QVariant>> rows;
        if (keeps)
            for (const RowImage &image : change.images)
                rows.push_back(imageCells(image));
        for (const auto &row : rows)
            for (const QVariant &cell : row)
                chain.add(cell);
        before = chain.value();
        entryRow.bindValue(kEntryColumns + 1, before);
        BM_TRY_VOID(execute(entryRow));
        for (int position = 0; position < sizeOf(rows); ++position) {
            imageRow.bindValue(0, number);
            imageRow.bindValue(1, position);
            for (int i = 0; i < sizeOf(rows[uz(position)]); ++i)
                imageRow.bindValue(i + 2, rows[uz(position)][uz(i)]);
            BM_TRY_VOID(execute(imageRow));
        }
    }
    BM_TRY(QSqlQuery end, connection.prepare(u"UPDATE content_digest SET log_end = ?"_s));
    end.bindValue(0, encodeCell(before));
    return execute(end);
}

LogReading readSoundLog(const SqliteConnection &connection)
{
    LogReading reading;
    if (Result<> read = appendEntries(connection, reading.entries); !read)
        reading.trouble = std::move(read).error();
    return reading;
}

Result<std::vector<LogEntry>> readLog(const SqliteConnection &connection)
{
    std::vector<LogEntry> log;
    BM_TRY_VOID(appendEntries(connection, log));
    return log;
}

} // namespace bomay
