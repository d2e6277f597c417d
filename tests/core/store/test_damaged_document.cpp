// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_file.h"
#include "core/store/migrator.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtEndian>

#include <random>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

template <typename Value>
QString refusalOf(const Result<Value> &result)
{
    return result ? QString() : codePath(result.error());
}

} // namespace

class TestDamagedDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_original = fullOrganisation();
        QVERIFY(saveDocument(m_original, m_folder.filePath(u"good.bomay"_s)));
        QFile file(m_folder.filePath(u"good.bomay"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_good = file.readAll();
        m_path = m_folder.filePath(u"bad.bomay"_s);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QVERIFY(writeFile(m_path, m_good));
    }

    void cleanup()
    {
        // Whatever the file says, nothing appears beside it.
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{u"bad.bomay"_s, u"good.bomay"_s}));
    }

    void aMissingFileIsNotFound()
    {
        const QString path = m_folder.filePath(u"khong-co.bomay"_s);
        const Result<Organisation> loaded = loadDocument(path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code(), u"file-not-found"_s);
        QCOMPARE(loaded.error().place.file, path);
    }

    void aFolderCannotBeRead()
    {
        const Result<Organisation> loaded = loadDocument(m_folder.path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code(), u"cannot-read-file"_s);
    }

    void otherFilesAreNoDocuments_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Sở Nội vụ").repeated(50);
        QTest::newRow("zip") << QByteArray("PK\003\004") + QByteArray(500, '\0');
        QTest::newRow("cut header") << m_good.left(99);
        QByteArray foreign = m_good;
        foreign[68] = 'X';
        QTest::newRow("another application") << foreign;
    }

    void otherFilesAreNoDocuments()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(writeFile(m_path, bytes));
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code(), u"not-a-document"_s);
        QCOMPARE(loaded.error().place.file, m_path);
    }

    void aForeignDatabaseIsNoDocument()
    {
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(tamper(m_path, {u"CREATE TABLE unit (id INTEGER)"_s}), QString());
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code(), u"not-a-document"_s);
    }

    void aNewerDocumentNamesTheVersionItNeeds_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("version");
        const int known = sizeOf(documentMigrations().value());
        const QString newer = u"PRAGMA user_version = %1"_s.arg(known + 1);
        const QString record = u"INSERT INTO migration VALUES (%1, 'add', 'abc', '0.7.3', %2)"_s;
        QTest::newRow("incompatible") << QStringList{newer, record.arg(known + 1).arg(known + 1)} << u"0.7.3"_s;
        QTest::newRow("compatible") << QStringList{newer, record.arg(known + 1).arg(known)} << u"0.7.3"_s;
        QTest::newRow("without a record") << QStringList{u"PRAGMA user_version = 99"_s} << u"?"_s;
        QTest::newRow("another kind of record") << QStringList{newer, u"DROP TABLE migration"_s} << u"?"_s;
    }

    void aNewerDocumentNamesTheVersionItNeeds()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, version);
        QCOMPARE(tamper(m_path, statements), QString());
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code(), u"newer-document"_s);
        QCOMPARE(loaded.error().message.args.value(u"version"_s), version);
    }

    void foreignSchemasAreRefused_data()
    {
        addColumns();
        const QString schema = u"document-schema"_s;
        addRow("trigger", u"CREATE TRIGGER evil AFTER INSERT ON unit BEGIN DELETE FROM post; END"_s, schema, u"evil"_s);
        addRow("view", u"CREATE VIEW evil AS SELECT 1"_s, schema, u"evil"_s);
        addRow("index", u"CREATE INDEX evil ON unit (code)"_s, schema, u"evil"_s);
        addRow("table", u"CREATE TABLE evil (x)"_s, schema, u"evil"_s);
        addRow("missing table", u"DROP TABLE staged"_s, schema, u"staged"_s);
        addRow("another table", u"ALTER TABLE unit ADD COLUMN evil TEXT"_s, schema, u"unit"_s);
        addRow("checksum", u"UPDATE migration SET checksum = 'x'"_s, u"document-checksum"_s, {});
        addRow("no record", u"DELETE FROM migration"_s, u"database-error"_s, {});
        addRow("user_version 0", u"PRAGMA user_version = 0"_s, u"database-error"_s, {});
        addRow("user_version -1", u"PRAGMA user_version = -1"_s, u"database-error"_s, {});
    }

    void foreignSchemasAreRefused() { checkRefusal(); }

    void whatGoesOnForEverIsNotRead_data()
    {
        QTest::addColumn<QString>("table");
        for (const char *table : {"migration", "content_digest", "change", "change_image"})
            QTest::newRow(table) << QString::fromLatin1(table);
    }

    /// A view in the place of a table, with rows without end.
    void whatGoesOnForEverIsNotRead()
    {
        QFETCH(QString, table);
        QCOMPARE(tamper(m_path, {u"DROP TABLE %1"_s.arg(table),
                                 u"CREATE VIEW %1 AS WITH RECURSIVE n(number) AS (SELECT 1 UNION ALL SELECT number + 1 "
                                 "FROM n) SELECT sum(number) AS value, sum(number) AS number, '' AS checksum, '' AS "
                                 "applied_with_version, 1 AS readable_from FROM n"_s.arg(table)}),
                 QString());
        for (const QString &code :
             {refusalOf(loadDocument(m_path)), refusalOf(loadLog(m_path)), refusalOf(contentDigest(m_path))})
            QVERIFY2(code.isEmpty() || code == u"damaged-document/document-schema"_s, qPrintable(code));
        QCOMPARE(refusalOf(loadDocument(m_path)), u"damaged-document/document-schema"_s);
    }

    void anyNumberOfRowsIsCheckedInTime_data()
    {
        addColumns();
        const QString numbers =
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO "_s;
        addRow("quotas of one unit",
               numbers +
                   u"quota SELECT 1000 + i, printf('%032x', i), (SELECT id FROM unit LIMIT 1), i, 'CONG_CHUC', 1, "
                   "1, 1, NULL FROM n"_s,
               u"document-digest"_s, {});
        addRow("parents of one unit",
               numbers + u"relation SELECT 1000 + i, printf('%032x', i), 'TRUC_THUOC', 'unit', (SELECT id FROM unit "
                         "WHERE position = 1), 'unit', (SELECT id FROM unit WHERE code = 'TRAN'), NULL, NULL, "
                         "'TOAN_BO', '' FROM n"_s,
               u"integrity/fault-two-parents"_s, {});
    }

    void anyNumberOfRowsIsCheckedInTime()
    {
        QElapsedTimer clock;
        clock.start();
        checkRefusal();
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void wrongContentsAreRefused_data()
    {
        addColumns();
        const QString value = u"document-value"_s;
        const QString orphan = u"document-orphan"_s;
        addRow("enum code", u"UPDATE unit_state SET kind = 'LINH_TINH'"_s, value, u"unit_state.kind=LINH_TINH"_s);
        addRow("enum case", u"UPDATE unit_state SET kind = 'ubnd'"_s, value, u"unit_state.kind=ubnd"_s);
        addRow("node kind", u"UPDATE relation SET to_kind = 'person'"_s, value, u"relation.to_kind=person"_s);
        addRow("short id", u"UPDATE person SET id = 'abc' WHERE position = 1"_s, value, u"person.id=abc"_s);
        addRow("id of zeros", u"UPDATE person SET id = '%1' WHERE position = 1"_s.arg(QString(32, u'0')), value,
               u"person.id=%1"_s.arg(QString(32, u'0')));
        addRow("id with a sign", u"UPDATE relation SET from_id = '+' || substr(from_id, 2)"_s, value, {});
        addRow("id in capitals", u"UPDATE person SET id = '%1' WHERE position = 1"_s.arg(QString(32, u'A')), value, {});
        addRow("date", u"UPDATE person SET born = '1990-02-30' WHERE position = 1"_s, value,
               u"person.born=1990-02-30"_s);
        addRow("date written otherwise", u"UPDATE person SET born = '30/01/1990'"_s, value,
               u"person.born=30/01/1990"_s);
        addRow("empty date", u"UPDATE person SET born = ''"_s, value, u"person.born="_s);
        addRow("truth", u"UPDATE unit SET provisional_code = 2"_s, value, u"unit.provisional_code=2"_s);
        addRow("large number", u"UPDATE post_state SET seats = 3000000000"_s, value, u"post_state.seats=3000000000"_s);
        addRow("second document", u"INSERT INTO document_info VALUES (2, '%1', '', NULL)"_s.arg(QString(32, u'1')),
               value, u"document_info.id=%1"_s.arg(QString(32, u'1')));
        addRow("state of nobody", u"DELETE FROM unit WHERE position = 1"_s, orphan, u"unit_state"_s);
        addRow("missing state", u"DELETE FROM unit_state WHERE state_no = 1"_s, orphan, u"unit_state"_s);
        addRow("custom field of nobody", u"UPDATE custom_field SET entity_kind = 'person'"_s, orphan,
               u"custom_field"_s);
        addRow("custom field of no state", u"UPDATE custom_field SET state_no = state_no - 1"_s, orphan,
               u"custom_field"_s);
        addRow("no states", u"DELETE FROM unit_state WHERE unit = (SELECT id FROM unit WHERE code = 'TRAN')"_s,
               u"integrity/fault-no-state"_s, {});
        addRow("overlap", u"UPDATE post_state SET valid_to = '2011' WHERE state_no = 0"_s,
               u"integrity/fault-overlapping-states"_s, {});
        addRow("duplicate code", u"UPDATE unit SET code = 'X'"_s, u"integrity/fault-duplicate-code"_s, {});
        addRow("cycle",
               u"INSERT INTO relation SELECT 99, '%1', type, to_kind, to_id, from_kind, from_id, NULL, NULL, extent, "
               "subject FROM relation WHERE from_kind = 'unit'"_s.arg(QString(32, u'1')),
               u"integrity/fault-cycle"_s, {});
        addRow("loop of localities", u"UPDATE locality_state SET parent = locality"_s, u"integrity/fault-cycle"_s, {});
        addRow("relation to nobody", u"UPDATE relation SET to_id = '%1'"_s.arg(QString(32, u'1')),
               u"dangling-reference"_s, {});
        addRow("appointment of nobody", u"UPDATE appointment SET person = '%1'"_s.arg(QString(32, u'1')),
               u"integrity/fault-dangling-reference"_s, {});
        addRow("a changed number", u"UPDATE unit_state SET staff_filled = staff_filled + 1 WHERE state_no = 0"_s,
               u"document-digest"_s, {});
        addRow("a changed letter", u"UPDATE person SET name = 'B' WHERE position = 1"_s, u"document-digest"_s, {});
        addRow("a row less", u"DELETE FROM custom_field WHERE state_no = 2"_s, u"document-digest"_s, {});
        addRow("another order", u"UPDATE person SET position = 9 WHERE position = 1"_s, u"document-digest"_s, {});
        addRow("no digest", u"DELETE FROM content_digest"_s, u"document-digest"_s, {});
    }

    void wrongContentsAreRefused() { checkRefusal(); }

    /// SQLite deletes the file that a journal names as the one above it.
    void aJournalThatNamesAnotherFileIsNotPlayed()
    {
        const QTemporaryDir folder;
        const QString document = folder.filePath(u"a.bomay"_s);
        const QString victim = folder.filePath(u"thư.txt"_s);
        QVERIFY(writeFile(document, m_good));
        QVERIFY(writeFile(victim, "quan trọng"));
        const QByteArray magic = QByteArray::fromHex("d9d505f920a163d7");
        const auto number = [](quint32 value) {
            const quint32 big = qToBigEndian(value);
            return QByteArray(reinterpret_cast<const char *>(&big), sizeof(big));
        };
        const QByteArray page = m_good.first(4096);
        quint32 sum = 1;
        for (qsizetype at = 4096 - 200; at > 0; at -= 200)
            sum += static_cast<uchar>(page[at]);
        QByteArray journal = magic + number(1) + number(1) + number(static_cast<quint32>(m_good.size() / 4096)) +
                             number(512) + number(4096);
        journal += QByteArray(512 - journal.size(), '\0') + number(1) + page + number(sum);
        const QByteArray name = QFile::encodeName(victim);
        quint32 nameSum = 0;
        for (const char c : name)
            nameSum += static_cast<quint32>(static_cast<signed char>(c));
        journal +=
            number((1U << 30) / 4096 + 1) + name + number(static_cast<quint32>(name.size())) + number(nameSum) + magic;
        QVERIFY(writeFile(document + u"-journal"_s, journal));
        QCOMPARE(refusalOf(loadDocument(document)), u"damaged-document/database-error"_s);
        QVERIFY(!loadLog(document) && !contentDigest(document));
        QVERIFY(!saveChanges({document, {}}, document, m_original, {}));
        QVERIFY(QFile::exists(victim));
    }

    void aFileWithALogIsRefused()
    {
        QByteArray bytes = m_good;
        bytes[18] = 2;
        bytes[19] = 2;
        QVERIFY(writeFile(m_path, bytes));
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(!loaded);
        QCOMPARE(codePath(loaded.error()), u"damaged-document/database-error"_s);
    }

    void aCutFileIsRefused()
    {
        std::mt19937 engine(1);
        std::vector<qsizetype> lengths;
        for (qsizetype length = 0; length < m_good.size(); length += 512)
            lengths.push_back(length);
        for (int i = 0; i < 100; ++i)
            lengths.push_back(static_cast<qsizetype>(engine() % static_cast<unsigned>(m_good.size())));
        lengths.push_back(m_good.size() - 1);
        for (const qsizetype length : lengths) {
            QVERIFY(writeFile(m_path, m_good.left(length)));
            const Result<Organisation> loaded = loadDocument(m_path);
            QVERIFY2(!loaded, qPrintable(QString::number(length)));
            QCOMPARE(loaded.error().code(), length < 100 ? u"not-a-document"_s : u"damaged-document"_s);
        }
    }

private:
    static void addColumns()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("codes");
        QTest::addColumn<QString>("what");
    }

    /// What a statement does to a document, the code of the cause, and what the cause names.
    static void addRow(const char *name, const QString &statement, const QString &code, const QString &what)
    {
        QTest::newRow(name) << statement << u"damaged-document/"_s + code << what;
    }

    void checkRefusal()
    {
        QFETCH(QString, statement);
        QFETCH(QString, codes);
        QFETCH(QString, what);
        QCOMPARE(tamper(m_path, {statement}), QString());
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(!loaded);
        QCOMPARE(codePath(loaded.error()), codes);
        QCOMPARE(loaded.error().place.file, m_path);
        const Error &cause = loaded.error().causes.front();
        const MessageArgs &args = cause.message.args;
        if (cause.code() == u"document-schema"_s)
            QCOMPARE(args.value(u"object"_s), what);
        if (cause.code() == u"document-orphan"_s)
            QCOMPARE(args.value(u"table"_s), what);
        if (cause.code() == u"document-value"_s && !what.isEmpty())
            QCOMPARE(u"%1.%2=%3"_s.arg(args.value(u"table"_s), args.value(u"column"_s), args.value(u"value"_s)), what);
        if (cause.code() == u"document-value"_s || cause.code() == u"document-orphan"_s)
            QVERIFY(!args.value(u"row"_s).isEmpty());
    }

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_good;
    Organisation m_original;
};

BM_TEST_MAIN(TestDamagedDocument)
#include "test_damaged_document.moc"
