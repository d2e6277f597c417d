// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/integrity.h"
#include "core/store/document_file.h"
#include "core/store/document_repair.h"
#include "core/store/repair_report.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The codes of the losses, each once, in their order.
QStringList lossesOf(const Salvage &salvage)
{
    QStringList codes;
    for (const Loss &loss : salvage.losses.kept())
        if (!codes.contains(loss.message.code))
            codes += loss.message.code;
    return codes;
}

Change titled(const QString &title)
{
    Change change;
    change.id = {9, quint64(title.size())};
    change.title = title;
    change.time = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    return change;
}

} // namespace

class TestDocumentRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_original = fullOrganisation();
        const std::vector<Change> log{titled(u"Một"_s), titled(u"Thứ hai"_s), titled(u"Ba đây rồi"_s)};
        QVERIFY(saveDocument(m_original, m_folder.filePath(u"good.bomay"_s), log));
        m_good = bytesOf(m_folder.filePath(u"good.bomay"_s));
        m_path = m_folder.filePath(u"bad.bomay"_s);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QVERIFY(writeFile(m_path, m_good));
    }

    void cleanup()
    {
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{u"bad.bomay"_s, u"good.bomay"_s}));
    }

    void aSoundDocumentLosesNothing()
    {
        const Result<Salvage> salvage = salvageDocument(m_path);
        QVERIFY(salvage);
        QCOMPARE(lossesOf(*salvage), QStringList());
        QCOMPARE(differingTables(salvage->organisation, m_original), QStringList());
        QCOMPARE(salvage->log.size(), 3);
        QCOMPARE(salvage->log[2].title, u"Ba đây rồi"_s);
        const auto taken = [&salvage](const QString &table) {
            const auto count = std::ranges::find(salvage->counts, table, &Salvage::Count::table);
            return count != salvage->counts.end() ? count->taken : -1;
        };
        QCOMPARE(taken(u"unit"_s), 3);
        QCOMPARE(taken(u"duty_participant"_s), 1);
    }

    void anOlderSoundDocumentLosesNothing()
    {
        const QString old = QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-1.bomay");
        const Result<Salvage> salvage = salvageDocument(old);
        QVERIFY(salvage);
        QCOMPARE(lossesOf(*salvage), QStringList());
        QCOMPARE(differingTables(salvage->organisation, loadDocument(old).value()), QStringList());
    }

    void whatIsNoDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << u"not-a-document"_s;
        QTest::newRow("text") << QByteArray("Sở Nội vụ").repeated(50) << u"not-a-document"_s;
        QByteArray foreign = m_good;
        foreign[68] = 'X';
        QTest::newRow("another program's") << foreign << u"not-a-document"_s;
        QByteArray newer = m_good;
        newer[63] = 99;
        QTest::newRow("a newer one") << newer << u"newer-document"_s;
        QTest::newRow("only a header") << m_good.left(100) + QByteArray(8192, '\0') << u"damaged-document"_s;
    }

    void whatIsNoDocumentIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QVERIFY(writeFile(m_path, bytes));
        const Result<Salvage> salvage = salvageDocument(m_path);
        QVERIFY(!salvage);
        QCOMPARE(salvage.error().code(), code);
        QCOMPARE(salvage.error().place.file, m_path);
    }

    void aMissingFileAndAFolderAreRefused()
    {
        QCOMPARE(salvageDocument(m_folder.filePath(u"khong-co.bomay"_s)).error().code(), u"file-not-found"_s);
        QCOMPARE(salvageDocument(m_folder.path()).error().code(), u"cannot-read-file"_s);
    }

    void tamperedRowsAreTakenAsFarAsTheyAreSound_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QStringList>("codes");  // beside the reason why it does not open
        QTest::addColumn<QStringList>("tables"); // that are not as they were
        const auto add = [](const char *name, const QStringList &statements, const QStringList &codes,
                            const QStringList &tables) { QTest::newRow(name) << statements << codes << tables; };
        const QString one(32, u'1');
        add("a changed letter", {u"UPDATE person SET name = 'B' WHERE position = 1"_s}, {u"document-digest"_s},
            {u"person"_s});
        add("an unknown code", {u"UPDATE unit_state SET kind = 'LINH_TINH'"_s}, {u"document-value"_s}, {u"unit"_s});
        add("an id that is none", {u"UPDATE person SET id = 'abc' WHERE position = 1"_s},
            {u"document-value"_s, u"fault-dangling-reference"_s}, {u"person"_s, u"portrait"_s, u"appointment"_s});
        add("a photograph that is none", {u"UPDATE portrait SET picture = 'x'"_s},
            {u"document-value"_s, u"fault-no-picture"_s}, {u"portrait"_s});
        add("a photograph too many",
            {u"INSERT INTO portrait SELECT 99, '%1', person, picture FROM portrait"_s.arg(one)},
            {u"integrity"_s, u"fault-two-portraits"_s}, {});
        add("a logo that is none", {u"UPDATE chart_object SET picture = 'YWI'"_s}, {u"document-value"_s},
            {u"chart_object"_s});
        add("a lost owner", {u"DELETE FROM unit WHERE position = 1"_s}, {u"document-orphan"_s, u"repair-owner"_s},
            {u"unit"_s});
        add("lost states", {u"DELETE FROM unit_state WHERE unit = (SELECT id FROM unit WHERE code = 'TRAN')"_s},
            {u"integrity"_s, u"fault-no-state"_s, u"dangling-reference"_s}, {u"unit"_s, u"relation"_s});
        add("equal codes", {u"UPDATE unit SET code = 'X'"_s}, {u"integrity"_s, u"repair-code"_s}, {u"unit"_s});
        add("an overlap", {u"UPDATE post_state SET valid_to = '2011' WHERE state_no = 0"_s},
            {u"integrity"_s, u"fault-overlapping-states"_s}, {u"post"_s});
        add("a loop of units",
            {u"INSERT INTO relation SELECT 99, '%1', type, to_kind, to_id, from_kind, from_id, NULL, NULL, extent, "
             "subject FROM relation WHERE from_kind = 'unit'"_s.arg(one)},
            {u"integrity"_s, u"fault-cycle"_s, u"repair-unplaced"_s}, {u"staged"_s});
        add("a loop of localities", {u"UPDATE locality_state SET parent = locality"_s},
            {u"integrity"_s, u"fault-cycle"_s}, {u"locality"_s});
        add("a relation to nobody", {u"UPDATE relation SET to_id = '%1' WHERE type = 'TRUC_THUOC'"_s.arg(one)},
            {u"dangling-reference"_s, u"repair-unplaced"_s}, {u"relation"_s, u"staged"_s});
        add("a document of nobody", {u"UPDATE quota SET document = '%1'"_s.arg(one)},
            {u"integrity"_s, u"fault-dangling-reference"_s}, {u"quota"_s});
        add("a table less", {u"DROP TABLE staged"_s},
            {u"document-schema"_s, u"repair-table-missing"_s, u"repair-unplaced"_s}, {u"staged"_s});
        add("a column more", {u"ALTER TABLE unit ADD COLUMN evil TEXT"_s}, {u"document-schema"_s}, {});
        add("no digest", {u"DELETE FROM content_digest"_s}, {u"document-digest"_s}, {});
    }

    void tamperedRowsAreTakenAsFarAsTheyAreSound()
    {
        QFETCH(QStringList, statements);
        QFETCH(QStringList, codes);
        QFETCH(QStringList, tables);
        QCOMPARE(tamper(m_path, statements), QString());
        const Salvage salvage = checkedSalvage();
        QCOMPARE(lossesOf(salvage), codes);
        QStringList differing = differingTables(salvage.organisation, m_original);
        QCOMPARE(QSet<QString>(differing.begin(), differing.end()), QSet<QString>(tables.begin(), tables.end()));
        QCOMPARE(salvage.log.size(), 3);
    }

    void nothingInTheFileRuns()
    {
        const QString endless = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "_s;
        QCOMPARE(tamper(m_path, {u"CREATE TRIGGER evil AFTER INSERT ON unit BEGIN DELETE FROM post; END"_s,
                                 u"DROP TABLE person"_s,
                                 u"CREATE VIEW person AS "_s + endless +
                                     u"SELECT i AS position, i AS id, i AS code, i AS name, i AS born FROM n"_s,
                                 u"DROP TABLE content_digest"_s,
                                 u"CREATE VIEW content_digest AS "_s + endless + u"SELECT sum(i) AS value FROM n"_s}),
                 QString());
        const Salvage salvage = checkedSalvage();
        QVERIFY(lossesOf(salvage).contains(u"repair-table-missing"_s));
        QCOMPARE(differingTables(salvage.organisation, m_original),
                 (QStringList{u"person"_s, u"portrait"_s, u"appointment"_s}));
    }

    void aBrokenPageLosesOnlyItsRows()
    {
        const Organisation large = largeOrganisation(3000);
        QVERIFY(saveDocument(large, m_path));
        QByteArray bytes = bytesOf(m_path);
        const qsizetype page = bytes.indexOf(u"Phòng Nội vụ số 1500"_s.toUtf8()) / 4096;
        bytes.replace(page * 4096, 4096, QByteArray(4096, '\x5a'));
        QVERIFY(writeFile(m_path, bytes));
        const Salvage salvage = checkedSalvage();
        QVERIFY(lossesOf(salvage).contains(u"repair-table-cut"_s));
        const int units = salvage.organisation.units().size();
        QVERIFY2(units > 2900 && units < 3000, qPrintable(QString::number(units)));
        QVERIFY(salvage.organisation.posts().size() > 2900);
    }

    void aBrokenSchemaIsPutRight()
    {
        QByteArray bytes = m_good;
        bytes.replace(100, 3996, QByteArray(3996, '\0'));
        QVERIFY(writeFile(m_path, bytes));
        const Salvage salvage = checkedSalvage();
        QVERIFY(lossesOf(salvage).contains(u"repair-schema"_s));
        QCOMPARE(differingTables(salvage.organisation, m_original), QStringList());
        QCOMPARE(salvage.log.size(), 3);
    }

    void aBrokenSchemaOfAnOlderDocumentIsPutRight()
    {
        const QString old = QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-1.bomay");
        QByteArray bytes = bytesOf(old);
        bytes.replace(100, 3996, QByteArray(3996, '\0'));
        QVERIFY(writeFile(m_path, bytes));
        const Salvage salvage = checkedSalvage();
        QCOMPARE(differingTables(salvage.organisation, loadDocument(old).value()), QStringList());
    }

    void aCutFileGivesWhatIsLeft()
    {
        QVERIFY(saveDocument(largeOrganisation(3000), m_path));
        const QByteArray bytes = bytesOf(m_path);
        QVERIFY(writeFile(m_path, bytes.left(bytes.size() * 3 / 4 + 100)));
        const Salvage salvage = checkedSalvage();
        QVERIFY2(salvage.organisation.units().size() > 1000,
                 qPrintable(QString::number(salvage.organisation.units().size())));
    }

    void theLogIsKeptAsFarAsItHolds()
    {
        QCOMPARE(tamper(m_path, {u"UPDATE change SET title = 'khác' WHERE number = 3"_s}), QString());
        const Result<Salvage> salvage = salvageDocument(m_path);
        QVERIFY(salvage);
        QCOMPARE(lossesOf(*salvage), QStringList{u"repair-log"_s});
        QCOMPARE(salvage->log.size(), 2);
        QCOMPARE(differingTables(salvage->organisation, m_original), QStringList());
    }

    void whatIsLostAlikeIsToldAFewTimes()
    {
        Salvage salvage;
        for (int i = 0; i < 5; ++i)
            salvage.losses.add({Loss::Kind::Value, {u"repair-log"_s}, u"post"_s, QString::number(i), u"code"_s});
        salvage.losses.add({Loss::Kind::Value, {u"repair-log"_s}, u"unit"_s, u"1"_s, u"code"_s});
        const MessageCatalog messages = MessageCatalog::builtIn().value();
        const QString text = toText(salvage, messages, Language::Vietnamese);
        QCOMPARE(text.count(u"(post.code)"_s), 3);
        QVERIFY2(text.contains(u"\n  … và 2 mục khác như vậy.\n  Mất giá trị (unit.code)"_s), qPrintable(text));
        QCOMPARE(toJson(salvage, messages)[u"dropped"_s].toArray().size(), 6);
    }

    void theReportSaysBothSides()
    {
        QCOMPARE(tamper(m_path, {u"UPDATE unit_state SET kind = 'LINH_TINH' WHERE state_no = 2"_s}), QString());
        const Result<Salvage> salvage = salvageDocument(m_path);
        QVERIFY(salvage);
        const MessageCatalog messages = MessageCatalog::builtIn().value();
        const QString text = toText(*salvage, messages, Language::Vietnamese);
        QVERIFY2(text.startsWith(u"Giữ được:\n"_s) && text.contains(u"  đơn vị: 3\n"_s), qPrintable(text));
        QVERIFY2(text.contains(u"  Mất giá trị (unit_state.kind): Bảng unit_state, dòng "_s), qPrintable(text));
        QVERIFY2(!text.contains(u"row-kind"_s), qPrintable(text)); // each kind has a word
        const QJsonObject json = toJson(*salvage, messages);
        QCOMPARE(json[u"kept"_s][u"unit"_s].toInt(), 3);
        QCOMPARE(json[u"dropped"_s][1][u"table"_s].toString(), u"unit_state"_s);
    }

private:
    /// What was saved of the file, after what holds of every salvage.
    [[nodiscard]] Salvage checkedSalvage() const
    {
        const QByteArray before = bytesOf(m_path);
        Result<Salvage> salvage = salvageDocument(m_path);
        if (!salvage)
            qFatal("refused: %s", qPrintable(codePath(salvage.error())));
        if (bytesOf(m_path) != before)
            qFatal("the file was written");
        if (salvage->losses.isEmpty() || !checkIntegrity(salvage->organisation).empty())
            qFatal("silent or unsound");
        return *std::move(salvage);
    }

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_good;
    Organisation m_original;
};

BM_TEST_MAIN(TestDocumentRepair)
#include "test_document_repair.moc"
