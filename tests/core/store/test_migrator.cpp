// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_file.h"
#include "core/store/document_tables.h"
#include "core/store/migrator.h"
#include "core/store/sqlite_connection.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

Migration migration(int number, const QString &sql, int readableFrom = 1)
{
    return {number, u"step"_s, u"checksum %1"_s.arg(number), readableFrom, {sql}};
}

/// The built-in first migration and one more.
std::vector<Migration> twoMigrations()
{
    std::vector<Migration> migrations = documentMigrations().value();
    migrations.resize(1);
    migrations.push_back(migration(2, u"CREATE TABLE extra (x INTEGER) STRICT"_s));
    return migrations;
}

/// The built-in migrations and one more, as a later version of the program has them.
std::vector<Migration> oneMoreMigration(const QString &statement)
{
    std::vector<Migration> migrations = documentMigrations().value();
    migrations.push_back(migration(sizeOf(migrations) + 1, statement));
    return migrations;
}

std::vector<Migration> firstMigration()
{
    std::vector<Migration> migrations = twoMigrations();
    migrations.pop_back();
    return migrations;
}

SqliteConnection memory()
{
    return SqliteConnection::open(u":memory:"_s, SqliteConnection::Access::ReadWrite).value();
}

QStringList tableColumns(const SqliteConnection &connection, const QString &table)
{
    QSqlQuery query = connection.prepare(u"SELECT name FROM pragma_table_info('%1') ORDER BY cid"_s.arg(table)).value();
    QStringList names;
    if (execute(query))
        while (query.next())
            names += query.value(0).toString();
    return names;
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theColumnsOfTheTablesAreTheFieldsOfTheModel()
    {
        const SqliteConnection connection = memory();
        QCOMPARE(Migrator(documentMigrations().value()).migrate(connection).outcome, MigrationOutcome::Upgraded);
        QStringList tables{u"migration"_s, u"content_digest"_s, u"custom_field"_s,
                           u"change"_s,    u"change_image"_s,   u"version"_s};
        forEachRowKind([&]<typename Entity>() {
            tables += tableName<Entity>();
            QCOMPARE(tableColumns(connection, tableName<Entity>()), columnNames<Entity>());
            if constexpr (Dated<Entity>) {
                tables += stateTableName<Entity>();
                QCOMPARE(tableColumns(connection, stateTableName<Entity>()), stateColumnNames<Entity>());
            }
        });
        QCOMPARE(tableColumns(connection, u"custom_field"_s), customColumnNames());
        QCOMPARE(connection.value(u"SELECT count(*) FROM sqlite_schema WHERE type = 'table'"_s).value().toInt(),
                 tables.size());
        QCOMPARE(connection.value(u"SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')"_s)->toInt(),
                 0);
    }

    void anEmptyDatabaseIsUpgradedAndMarked()
    {
        const SqliteConnection connection = memory();
        const Migrator migrator(twoMigrations());
        QCOMPARE(migrator.inspect(connection).pending, 2);
        const MigrationReport report = migrator.migrate(connection);
        QCOMPARE(report.outcome, MigrationOutcome::Upgraded);
        QCOMPARE(report.found, 0);
        QCOMPARE(report.pending, 0);
        QCOMPARE(connection.value(u"PRAGMA user_version"_s)->toInt(), 2);
        QCOMPARE(connection.value(u"PRAGMA application_id"_s)->toUInt(), kDocumentApplicationId);
        QCOMPARE(connection.value(u"SELECT applied_with_version FROM migration WHERE number = 2"_s)->toString(),
                 QStringLiteral(BOMAY_VERSION));
    }

    void anOlderDatabaseIsUpgraded()
    {
        const SqliteConnection connection = memory();
        QCOMPARE(Migrator(firstMigration()).migrate(connection).outcome, MigrationOutcome::Upgraded);
        const MigrationReport report = Migrator(twoMigrations()).migrate(connection);
        QCOMPARE(report.outcome, MigrationOutcome::Upgraded);
        QCOMPARE(report.found, 1);
    }

    void theSameMigrationsAgainFindItUpToDate()
    {
        const SqliteConnection connection = memory();
        QCOMPARE(Migrator(twoMigrations()).migrate(connection).outcome, MigrationOutcome::Upgraded);
        QCOMPARE(Migrator(twoMigrations()).migrate(connection).outcome, MigrationOutcome::UpToDate);
    }

    void aNewerDatabaseIsCompatibleWhereItSaysSo_data()
    {
        QTest::addColumn<int>("readableFrom");
        QTest::addColumn<MigrationOutcome>("outcome");
        QTest::newRow("compatible") << 1 << MigrationOutcome::NewerCompatible;
        QTest::newRow("incompatible") << 2 << MigrationOutcome::NewerIncompatible;
        QTest::newRow("nonsense") << 0 << MigrationOutcome::NewerIncompatible;
    }

    void aNewerDatabaseIsCompatibleWhereItSaysSo()
    {
        QFETCH(int, readableFrom);
        QFETCH(MigrationOutcome, outcome);
        const SqliteConnection connection = memory();
        std::vector<Migration> newer = twoMigrations();
        newer.back().readableFrom = readableFrom;
        QCOMPARE(Migrator(newer).migrate(connection).outcome, MigrationOutcome::Upgraded);
        const MigrationReport report = Migrator(firstMigration()).migrate(connection);
        QCOMPARE(report.outcome, outcome);
        QCOMPARE(report.neededVersion, QStringLiteral(BOMAY_VERSION));
    }

    void anotherTextOfAnAppliedMigrationIsAMismatch()
    {
        const SqliteConnection connection = memory();
        QCOMPARE(Migrator(twoMigrations()).migrate(connection).outcome, MigrationOutcome::Upgraded);
        std::vector<Migration> edited = twoMigrations();
        edited.back().checksum = u"another"_s;
        QCOMPARE(Migrator(edited).migrate(connection).outcome, MigrationOutcome::ChecksumMismatch);
    }

    void aFailingMigrationLeavesTheDatabaseBeforeIt()
    {
        const SqliteConnection connection = memory();
        std::vector<Migration> broken = twoMigrations();
        broken.back().statements += u"CREATE TABLE unit (twice INTEGER)"_s;
        const MigrationReport report = Migrator(broken).migrate(connection);
        QCOMPARE(report.outcome, MigrationOutcome::Failed);
        QVERIFY(report.detail.contains(u"migration 2"_s));
        QCOMPARE(connection.value(u"PRAGMA user_version"_s)->toInt(), 1);
        QCOMPARE(tableColumns(connection, u"extra"_s), QStringList());
        QCOMPARE(Migrator(firstMigration()).migrate(connection).outcome, MigrationOutcome::UpToDate);
    }

    void aForeignDatabaseIsLeftAlone()
    {
        const SqliteConnection connection = memory();
        QVERIFY(connection.run(u"CREATE TABLE somebody_elses (x)"_s));
        QCOMPARE(Migrator(firstMigration()).migrate(connection).outcome, MigrationOutcome::Failed);
        QCOMPARE(connection.value(u"SELECT count(*) FROM sqlite_schema"_s)->toInt(), 1);
    }

    void anOlderDocumentIsReadFromAnUpgradedCopy()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        const Organisation saved = fullOrganisation();
        QVERIFY(saveDocument(saved, path));
        const std::vector<Migration> newer =
            oneMoreMigration(u"ALTER TABLE person ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'"_s);
        const Result<Organisation> loaded = loadDocument(path, newer);
        QVERIFY(loaded);
        QCOMPARE(differingTables(saved, *loaded), QStringList());
        QVERIFY(loadDocument(path)); // the document itself was not touched
        QCOMPARE(tamper(path, {u"UPDATE person SET name = 'B' WHERE position = 1"_s}), QString());
        const Result<Organisation> changed = loadDocument(path, newer);
        QVERIFY(!changed);
        QCOMPARE(codePath(changed.error()), u"damaged-document/document-digest"_s);
    }

    /// One document for each released schema, written by the program of its time.
    void documentsOfOlderSchemasAreRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"schema-1.bomay"_s);
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-1.bomay"), path));
        const Result<Organisation> loaded = loadDocument(path);
        QVERIFY(loaded);
        QCOMPARE(loaded->info().title, u"Sơ đồ phường Mẫu"_s);
        QCOMPARE(loaded->localities().size(), 1);
        QCOMPARE(loaded->units().size(), 3);
        QCOMPARE(loaded->posts().size(), 4);
        QCOMPARE(loaded->relations().size(), 6);
        QCOMPARE(loaded->appointments().size(), 2);
        const Unit &committee = *loaded->find(loaded->unitsWithCode(u"UB"_s).value(0));
        QCOMPARE(committee.states[0].custom.value(u"Cột riêng"_s), u"a"_s);
        QCOMPARE(committee.states[0].period.from, (PartialDate{2021, 7, 1}));
        for (const Post &post : loaded->posts())
            QVERIFY(!post.states[0].surplus && post.states[0].surplusUntil.isEmpty());
        for (const Relation &relation : loaded->relations())
            QCOMPARE(relation.extent, SuccessionExtent::Whole);
        QVERIFY(saveDocument(*loaded, path));
        const Result<Organisation> again = loadDocument(path);
        QVERIFY(again);
        QCOMPARE(differingTables(*loaded, *again), QStringList());
    }

    /// The first schema with views of the chart. Its document is that of schema 3, brought to 8, with a view and a
    /// mark.
    void viewsOfTheSchemaThatBroughtThemAreRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"schema-8.bomay"_s);
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-8.bomay"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const Result<Organisation> loaded = loadDocument(path);
        QVERIFY(loaded);
        QCOMPARE(loaded->table<ChartView>().size(), 1);
        const ChartView &view = *loaded->table<ChartView>().begin();
        const UnitId committee = loaded->unitsWithCode(u"UB"_s).value(0);
        ChartView expected;
        expected.id = view.id;
        expected.name = u"Bản treo tường"_s;
        expected.root = committee;
        expected.depth = 3;
        expected.preset = ChartPreset::Columns;
        expected.leaders = LeaderStyle::OneBox;
        expected.boxWidth = 30.5;
        expected.paper = u"A3"_s;
        expected.landscape = true;
        expected.title = u"Sơ đồ tổ chức phường Mẫu"_s;
        expected.theme = u"theo-cap"_s;
        expected.staff = true;
        expected.codes = true;
        expected.scheduled = true;
        QVERIFY(view == expected); // what later schemas added says nothing yet
        QCOMPARE(loaded->table<BranchMark>().size(), 1);
        BranchMark mark;
        mark.id = (*loaded->table<BranchMark>().begin()).id;
        mark.view = view.id;
        mark.node = loaded->unitsWithCode(u"VP"_s).value(0);
        mark.layout = BranchLayout::HangingRight;
        mark.columns = 2;
        mark.gap = 6.5;
        mark.offsetY = 4;
        QVERIFY(*loaded->table<BranchMark>().begin() == mark);
        QVERIFY(saveDocument(*loaded, path));
        const Result<Organisation> again = loadDocument(path);
        QVERIFY(again);
        QCOMPARE(differingTables(*loaded, *again), QStringList());
    }

    /// The last schema without pictures. Its document is that of schema 8, brought to 10, with two objects.
    void objectsOfTheSchemaBeforePicturesAreRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"schema-10.bomay"_s);
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-10.bomay"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const Result<Organisation> loaded = loadDocument(path);
        QVERIFY(loaded);
        QCOMPARE(loaded->portraits().size(), 0);
        const ChartView &view = *loaded->chartViews().begin();
        QCOMPARE(view.hiddenKinds, u"PHONG TO_DOI"_s);
        QCOMPARE(view.annex, u"number = \"12/QĐ-UBND\"\n"_s);
        QVERIFY(view.bands && !view.portraits);
        ChartObject note;
        note.view = view.id;
        note.kind = ChartObjectKind::Note;
        note.side = ChartSide::Right;
        note.order = 1;
        note.text = u"Số liệu\nđến quý I"_s;
        QCOMPARE(loaded->chartObjects().size(), 2);
        note.id = (*loaded->chartObjects().begin()).id;
        QVERIFY(*loaded->chartObjects().begin() == note);
        QVERIFY(saveDocument(*loaded, path));
        const Result<Organisation> again = loadDocument(path);
        QVERIFY(again);
        QCOMPARE(differingTables(*loaded, *again), QStringList());
    }

    void aChangedLetterInAnOlderDocumentIsFound()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"schema-3.bomay"_s);
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-3.bomay"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(loadDocument(path));
        QVERIFY(contentDigest(path)->size() == 64); // SHA-256, of which nobody said so yet
        QCOMPARE(tamper(path, {u"UPDATE unit SET code = code || 'x' WHERE position = 1"_s}), QString());
        QCOMPARE(codePath(loadDocument(path).error()), u"damaged-document/document-digest"_s);
    }

    void anOlderDocumentWhoseUpgradeFailsStaysAsItWas()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        QVERIFY(saveDocument({}, path));
        const Result<Organisation> loaded = loadDocument(path, oneMoreMigration(u"nonsense"_s));
        QVERIFY(!loaded);
        QCOMPARE(codePath(loaded.error()), u"damaged-document/database-error"_s);
        QVERIFY(loadDocument(path));
    }

    void statementsAreSeparatedByTheMarkerLine()
    {
        const QByteArray text = "-- readable-from: 3\nSELECT ';'\n-- next\nSELECT '-- next'\n";
        const Result<Migration> parsed = parseMigration(u"0012_add_things.sql"_s, text);
        QVERIFY(parsed);
        QCOMPARE(parsed->number, 12);
        QCOMPARE(parsed->name, u"add_things"_s);
        QCOMPARE(parsed->readableFrom, 3);
        QCOMPARE(parsed->statements.size(), 2);
        QByteArray windows = text;
        windows.replace("\n", "\r\n");
        const Result<Migration> fromWindows = parseMigration(u"0012_add_things.sql"_s, windows);
        QVERIFY(fromWindows);
        QCOMPARE(fromWindows->checksum, parsed->checksum);
        QCOMPARE(fromWindows->statements, parsed->statements);
    }

    void aBadMigrationFileIsRefused()
    {
        for (const auto &[name, text] : {std::pair{u"12_x.sql"_s, QByteArray("-- readable-from: 1\nSELECT 1")},
                                         std::pair{u"0001_x.sql"_s, QByteArray("SELECT 1")}}) {
            const Result<Migration> parsed = parseMigration(name, text);
            QVERIFY(!parsed);
            QCOMPARE(parsed.error().code(), u"bad-migration"_s);
            QCOMPARE(parsed.error().place.file, name);
        }
    }
};

BM_TEST_MAIN(TestMigrator)
#include "test_migrator.moc"
