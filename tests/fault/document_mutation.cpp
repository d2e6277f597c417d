// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/document_mutation.h"

#include "core/base/numbers.h"
#include "tests/support/sample_organisation.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kPage = 4096;

class ByteMutation
{
public:
    ByteMutation(QByteArray bytes, std::mt19937 &engine)
        : m_bytes(std::move(bytes))
        , m_engine(engine)
    {}

    [[nodiscard]] QString apply()
    {
        switch (below(10)) {
        case 0:
            return flips(1, m_bytes.size());
        case 1:
            return flips(8, m_bytes.size());
        case 2: // where a byte means more: header and schema
            return flips(1 + below(4), kPage);
        case 3:
            return flips(1 + below(3), 100);
        case 4:
            return zeros();
        case 5:
            return cut();
        case 6:
            return insertion();
        case 7:
            return pages();
        case 8:
            return pageHeader();
        default:
            return headerNumber();
        }
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    qsizetype below(qsizetype bound) { return static_cast<qsizetype>(m_engine() % static_cast<unsigned>(bound)); }
    char anyByte() { return static_cast<char>(m_engine() & 255); }

    QString flips(qsizetype count, qsizetype range)
    {
        QString what = u"bytes"_s;
        for (qsizetype i = 0; i < count; ++i) {
            const qsizetype at = below(std::min(range, m_bytes.size()));
            m_bytes[at] = anyByte();
            what += u" %1=%2"_s.arg(at).arg(uchar(m_bytes[at]));
        }
        return what;
    }

    QString zeros()
    {
        const qsizetype at = below(m_bytes.size());
        const qsizetype length = std::min(1 + below(3 * kPage), m_bytes.size() - at);
        m_bytes.replace(at, length, QByteArray(length, '\0'));
        return u"%1 zeros at %2"_s.arg(length).arg(at);
    }

    QString cut()
    {
        const qsizetype length = below(2) == 0 ? below(m_bytes.size()) : below(m_bytes.size() / kPage) * kPage;
        m_bytes.truncate(length);
        return u"cut to %1"_s.arg(length);
    }

    QString insertion()
    {
        const qsizetype at = below(m_bytes.size());
        const qsizetype length = below(2) == 0 ? kPage : 1 + below(300);
        QByteArray noise(length, '\0');
        std::ranges::generate(noise, [this] { return anyByte(); });
        m_bytes.insert(at, noise);
        return u"%1 bytes put in at %2"_s.arg(length).arg(at);
    }

    /// Two pages change places, or one takes the other's: trees that share pages or lead in circles.
    QString pages()
    {
        const qsizetype one = below(m_bytes.size() / kPage) * kPage;
        const qsizetype other = below(m_bytes.size() / kPage) * kPage;
        const QByteArray kept = m_bytes.sliced(one, kPage);
        const bool swaps = below(2) == 0;
        m_bytes.replace(one, kPage, m_bytes.sliced(other, kPage));
        if (swaps)
            m_bytes.replace(other, kPage, kept);
        return u"page %1 %2 page %3"_s.arg(one / kPage).arg(swaps ? u"and"_s : u"becomes"_s).arg(other / kPage);
    }

    /// Kind, number of cells, pointers of one page.
    QString pageHeader()
    {
        const qsizetype page = below(m_bytes.size() / kPage);
        const qsizetype at = page * kPage + (page == 0 ? 100 : 0) + below(24);
        m_bytes[at] = anyByte();
        return u"page %1, byte %2=%3"_s.arg(page).arg(at % kPage).arg(uchar(m_bytes[at]));
    }

    /// Page size, counts, versions of the file's header set to what nobody means.
    QString headerNumber()
    {
        constexpr std::array kFields{16, 18, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92};
        constexpr std::array<quint32, 6> kAbsurd{0, 1, 0x7fffffff, 0xffffffff, 0x80000000, 0x00010000};
        const qsizetype at = kFields[uz(below(sizeOf(kFields)))];
        const quint32 value = kAbsurd[uz(below(sizeOf(kAbsurd)))];
        for (int i = 0; i < 4; ++i)
            m_bytes[at + i] = static_cast<char>(value >> (24 - 8 * i) & 255);
        return u"header %1=%2"_s.arg(at).arg(value);
    }

    QByteArray m_bytes;
    std::mt19937 &m_engine;
};

/// What somebody with a tool for SQLite can do. Those that a schema does not allow change nothing.
QStringList statementsOf(std::mt19937 &engine)
{
    static const std::vector<QStringList> all{
        {u"UPDATE unit_state SET name = NULL"_s, u"UPDATE unit_state SET rank = 'ba' WHERE state_no = 0"_s},
        {u"UPDATE unit_state SET name = hex(zeroblob(2000000)) WHERE unit = (SELECT min(unit) FROM unit_state)"_s},
        {u"UPDATE person SET name = x'00FF00FF'"_s},
        {u"UPDATE person SET name = CAST(x'C3284141' AS TEXT)"_s},
        {u"UPDATE relation SET from_kind = to_kind, from_id = to_id, to_kind = from_kind, to_id = from_id"_s},
        {u"UPDATE relation SET to_kind = from_kind, to_id = from_id"_s},
        {u"UPDATE relation SET from_id = to_id"_s},
        {u"UPDATE relation SET type = 'TRUC_THUOC'"_s},
        {u"UPDATE relation SET valid_from = '2030', valid_to = '2001'"_s},
        {u"UPDATE relation SET valid_from = NULL, valid_to = NULL, type = 'TRUC_THUOC'"_s},
        {u"UPDATE locality_state SET parent = (SELECT id FROM locality ORDER BY position DESC LIMIT 1)"_s},
        {u"UPDATE locality_state SET population = -1"_s},
        {u"UPDATE unit SET code = ''"_s},
        {u"UPDATE unit SET id = upper(id)"_s},
        {u"UPDATE unit_state SET valid_from = NULL, valid_to = NULL"_s},
        {u"UPDATE unit_state SET state_no = state_no + 2147483647"_s},
        {u"UPDATE post_state SET seats = -5, tier = -1, fte = -1e308"_s},
        {u"UPDATE post_state SET fte = 9e999"_s},
        {u"UPDATE post_state SET seats = 9223372036854775807"_s},
        {u"UPDATE person SET position = -position"_s},
        {u"DELETE FROM unit"_s},
        {u"DELETE FROM unit_state"_s},
        {u"DELETE FROM post WHERE position % 2 = 1"_s},
        {u"DELETE FROM relation"_s},
        {u"DELETE FROM person"_s, u"DELETE FROM content_digest"_s},
        {u"DELETE FROM migration"_s},
        {u"UPDATE content_digest SET value = upper(value)"_s},
        {u"INSERT INTO content_digest SELECT value FROM content_digest"_s},
        {u"UPDATE content_digest SET value = x'00'"_s},
        {u"UPDATE migration SET readable_from = 99, checksum = ''"_s},
        {u"PRAGMA user_version = 1"_s},
        {u"PRAGMA user_version = 2147483647"_s},
        {u"PRAGMA application_id = 0"_s},
        {u"UPDATE change SET title = title || '!' WHERE number = 2"_s},
        {u"UPDATE change SET number = number + 1 WHERE number = (SELECT max(number) FROM change)"_s},
        {u"DELETE FROM change WHERE number = 1"_s},
        {u"UPDATE change SET chain = ''"_s},
        {u"UPDATE change_image SET after = '{}'"_s},
        {u"DELETE FROM change_image"_s},
        {u"INSERT INTO change_image SELECT 99, position, kind, row_id, before, after FROM change_image"_s},
        {u"INSERT INTO custom_field VALUES ('unit', '', 0, '', '')"_s},
        {u"UPDATE custom_field SET entity_kind = 'person'"_s},
        {u"CREATE TRIGGER evil AFTER INSERT ON unit BEGIN DELETE FROM post; END"_s},
        {u"CREATE VIEW evil AS SELECT * FROM evil"_s},
        {u"DROP TABLE staged"_s, u"CREATE VIEW staged AS SELECT * FROM unit"_s},
        {u"DROP TABLE migration"_s, u"CREATE VIEW migration AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                    "FROM n) SELECT i AS number, '' AS checksum, '' AS applied_with_version, 1 AS "
                                    "readable_from FROM n"_s},
        {u"DROP TABLE content_digest"_s, u"CREATE VIEW content_digest AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                                         "SELECT i + 1 FROM n) SELECT sum(i) AS value FROM n"_s},
        {u"CREATE TABLE evil (x INTEGER PRIMARY KEY, y TEXT GENERATED ALWAYS AS (x || x))"_s},
        {u"CREATE INDEX evil ON unit (code || id)"_s},
        {u"ALTER TABLE unit ADD COLUMN evil TEXT"_s},
        {u"ALTER TABLE unit RENAME COLUMN code TO evil"_s},
        {u"ALTER TABLE person RENAME TO evil"_s},
        {u"UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'person'"_s},
        {u"UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'unit'"_s},
        {u"UPDATE sqlite_schema SET sql = 'CREATE VIEW unit AS SELECT 1', rootpage = 0 WHERE name = 'unit'"_s},
        {u"UPDATE sqlite_schema SET sql = replace(sql, 'TEXT', 'ANY') WHERE name = 'person'"_s},
        {u"UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE person USING fts5(name)', rootpage = 0 WHERE name = "
         "'person'"_s},
        {u"UPDATE sqlite_schema SET sql = NULL"_s},
        {u"DELETE FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex_%'"_s},
        {u"INSERT INTO unit SELECT position + 1000, substr(id, 2) || 'f', code, provisional_code FROM unit"_s},
        {u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO person SELECT "
         "1000 + i, printf('%032x', i), '', 'x', NULL FROM n"_s},
        {u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO quota SELECT "
         "1000 + i, printf('%032x', i), (SELECT id FROM unit LIMIT 1), i, 'CONG_CHUC', 1, 1, 1, NULL FROM n"_s},
        {u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO relation SELECT "
         "1000 + i, printf('%032x', i), 'TRUC_THUOC', 'unit', (SELECT min(id) FROM unit), 'unit', (SELECT max(id) FROM "
         "unit), NULL, NULL, 'TOAN_BO', '' FROM n"_s},
        {u"PRAGMA journal_mode = WAL"_s},
        {u"PRAGMA encoding = 'UTF-16'"_s},
        {u"VACUUM"_s},
    };
    return all[uz(engine() % all.size())];
}

} // namespace

QString mutate(const QString &path, const QByteArray &good, std::mt19937 &engine)
{
    const bool tampers = engine() % 3 == 0;
    ByteMutation mutation(good, engine);
    QString what = tampers ? QString() : mutation.apply();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(mutation.bytes()) != mutation.bytes().size())
        qFatal("cannot write a test file");
    file.close();
    if (tampers) {
        const QStringList statements = statementsOf(engine);
        static_cast<void>(tamper(path, statements));
        what = statements.join(u"; "_s);
    }
    return what;
}

} // namespace bomay
