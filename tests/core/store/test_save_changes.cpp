// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/store/document_file.h"
#include "core/store/sqlite_connection.h"
#include "tests/property/edit_script.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// So many random changes that were applied.
std::vector<Change> edit(Organisation &organisation, EditScript &script, int count)
{
    std::vector<Change> changes;
    while (sizeOf(changes) < count) {
        Change change = script.next(organisation);
        change.title = u"Sửa lần %1"_s.arg(changes.size());
        change.author = u"Người thử"_s;
        change.time = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
        change.legalDocument = u"1/QĐ"_s;
        change.effective = {2026, 1, 0};
        if (applyChange(organisation, change))
            changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace

class TestSaveChanges : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;
    Organisation m_organisation;
    std::vector<Change> m_before;
    std::vector<Change> m_changes;

    [[nodiscard]] DocumentSource source() const { return {m_path, contentDigest(m_path).value()}; }

private Q_SLOTS:
    /// A document with a log of five titles, and ten changes on top of it.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_path = m_folder.filePath(u"a.bomay"_s);
        QFile::remove(m_path);
        m_organisation = {};
        EditScript script(7);
        m_before = edit(m_organisation, script, 5);
        QVERIFY(saveDocument(m_organisation, m_path, m_before));
        m_changes = edit(m_organisation, script, 60);
    }

    void whatIsSavedInPlaceIsWhatIsRead()
    {
        const DocumentSource from = source();
        const Result<QString> digest = saveChanges(from, m_path, m_organisation, m_changes);
        QVERIFY(digest);
        QVERIFY(*digest != from.digest);
        QCOMPARE(contentDigest(m_path).value(), *digest);
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY2(loaded, loaded ? "" : qPrintable(codePath(loaded.error())));
        QCOMPARE(canonicalJson(*loaded), canonicalJson(m_organisation));
        QVERIFY(!QFile::exists(m_path + u"-journal"_s));
    }

    /// Ten changes at a time, as an officer saves; and at last everything taken back.
    void savingAgainAndAgain()
    {
        Organisation organisation = loadDocument(m_path).value();
        for (std::size_t first = 0; first < m_changes.size(); first += 10) {
            const std::span<const Change> some(m_changes.data() + first, 10);
            for (const Change &change : some)
                QVERIFY(applyChange(organisation, change).has_value());
            QVERIFY(saveChanges(source(), m_path, organisation, some));
            QCOMPARE(canonicalJson(loadDocument(m_path).value()), canonicalJson(organisation));
        }
        std::vector<Change> back;
        SeededIdSource ids("back");
        for (auto change = m_changes.rbegin(); change != m_changes.rend(); ++change) {
            back.push_back(inverted(*change));
            back.back().undoes = change->id;
            back.back().id = ids.next();
            QVERIFY(applyChange(organisation, back.back()).has_value());
        }
        QVERIFY(saveChanges(source(), m_path, organisation, back));
        QCOMPARE(canonicalJson(loadDocument(m_path).value()), canonicalJson(organisation));
        QCOMPARE(loadLog(m_path)->size(), 125U);
    }

    void theLogTellsWhatWasDone()
    {
        QVERIFY(saveChanges(source(), m_path, m_organisation, m_changes));
        const auto log = loadLog(m_path);
        QVERIFY2(log, log ? "" : qPrintable(codePath(log.error())));
        QCOMPARE(log->size(), 65U);
        for (std::size_t i = 0; i < log->size(); ++i) {
            const LogEntry &entry = (*log)[i];
            QCOMPARE(entry.number, static_cast<int>(i) + 1);
            QCOMPARE(entry.hasImages, i >= 5);
            Change expected = i < 5 ? m_before[i] : m_changes[i - 5];
            if (i < 5)
                expected.images.clear();
            QVERIFY(entry.change == expected);
        }
    }

    void anAlteredLogIsTold_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("title") << u"UPDATE change SET title = 'x' WHERE number = 7"_s;
        QTest::newRow("author") << u"UPDATE change SET author = '' WHERE number = 2"_s;
        QTest::newRow("entry taken out") << u"DELETE FROM change WHERE number = 3"_s;
        QTest::newRow("last entry taken out")
            << u"DELETE FROM change WHERE number = (SELECT max(number) FROM change)"_s;
        QTest::newRow("image taken out") << u"DELETE FROM change_image WHERE change = 9 AND position = 0"_s;
        QTest::newRow("image altered") << u"UPDATE change_image SET after = before WHERE change = 9 AND position = 0"_s;
        QTest::newRow("image of nobody") << u"INSERT INTO change_image VALUES (99, 0, 'unit', '%1', NULL, NULL)"_s.arg(
            QString(32, u'1'));
        QTest::newRow("no JSON") << u"UPDATE change_image SET after = '{' WHERE change = 9 AND position = 0"_s;
    }

    void anAlteredLogIsTold()
    {
        QFETCH(QString, statement);
        QVERIFY(saveChanges(source(), m_path, m_organisation, m_changes));
        QVERIFY(loadLog(m_path));
        QCOMPARE(tamper(m_path, {statement}), QString());
        const auto log = loadLog(m_path);
        QVERIFY(!log);
        QCOMPARE(codePath(log.error()), u"damaged-document/document-log"_s);
    }

    void savingElsewhereTakesTheLogAlong()
    {
        const QByteArray old = contentsOf(m_path);
        const QString other = m_folder.filePath(u"b.bomay"_s);
        QVERIFY(saveChanges(source(), other, m_organisation, m_changes));
        QCOMPARE(contentsOf(m_path), old);
        QCOMPARE(canonicalJson(loadDocument(other).value()), canonicalJson(m_organisation));
        QCOMPARE(loadLog(other)->size(), 65U);
        QVERIFY(QFile::remove(other));
    }

    void aFileThatSomebodyChangedIsNotWritten_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("code");
        QTest::newRow("rows") << u"UPDATE content_digest SET value = '%1'"_s.arg(QString(64, u'0'))
                              << u"document-changed-outside"_s;
        QTest::newRow("newer") << u"PRAGMA user_version = 99"_s << u"document-changed-outside"_s;
        QTest::newRow("trigger") << u"CREATE TRIGGER evil AFTER INSERT ON unit BEGIN DELETE FROM post; END"_s
                                 << u"cannot-write-file/document-schema"_s;
    }

    void aFileThatSomebodyChangedIsNotWritten()
    {
        QFETCH(QString, statement);
        QFETCH(QString, code);
        const DocumentSource from = source();
        QCOMPARE(tamper(m_path, {statement}), QString());
        const QByteArray old = contentsOf(m_path);
        const Result<QString> saved = saveChanges(from, m_path, m_organisation, m_changes);
        QVERIFY(!saved);
        QCOMPARE(codePath(saved.error()), code);
        QCOMPARE(saved.error().place.file, m_path);
        QCOMPARE(contentsOf(m_path), old);
    }

    /// What lies on the disk when the power fails in the middle of a save: pages of the new state, SQLite's journal.
    void aSaveThatWasCutOffIsRolledBack_data()
    {
        QTest::addColumn<bool>("digestFirst");
        QTest::newRow("reading the rows") << false;
        QTest::newRow("reading the digest, then the rows") << true;
    }

    void aSaveThatWasCutOffIsRolledBack()
    {
        QFETCH(bool, digestFirst);
        const Organisation large = largeOrganisation(2000);
        QVERIFY(saveDocument(large, m_path));
        const QByteArray before = contentsOf(m_path);
        const QTemporaryDir folder;
        const QString cutOff = folder.filePath(u"b.bomay"_s);
        {
            const auto connection = SqliteConnection::open(m_path, SqliteConnection::Access::ReadWrite);
            QVERIFY(connection);
            QVERIFY(connection->run(u"PRAGMA cache_size = 2"_s)); // pages go to the file before the end
            const auto transaction = SqliteTransaction::begin(*connection);
            QVERIFY(transaction);
            QVERIFY(connection->run(u"UPDATE unit_state SET name = 'x' || name"_s));
            QVERIFY(QFile::copy(m_path, cutOff));
            QVERIFY(QFile::copy(m_path + u"-journal"_s, cutOff + u"-journal"_s));
        }
        QVERIFY(contentsOf(cutOff) != before);
        if (digestFirst)
            QVERIFY(contentDigest(cutOff));
        const Result<Organisation> loaded = loadDocument(cutOff);
        QVERIFY2(loaded, loaded ? "" : qPrintable(codePath(loaded.error())));
        QCOMPARE(differingTables(large, *loaded), QStringList());
        QCOMPARE(contentsOf(cutOff), before);
        QVERIFY(!QFile::exists(cutOff + u"-journal"_s));
    }

    void anOlderFileIsNotWrittenInPlace()
    {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-1.bomay"), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        const Result<QString> saved = saveChanges(source(), m_path, m_organisation, m_changes);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code(), u"document-older"_s);
        QVERIFY(loadLog(m_path)->empty());
    }

    void anUpgradedFileKeepsItsLog()
    {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-3.bomay"), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        Organisation organisation = loadDocument(m_path).value();
        QCOMPARE(organisation.units().size(), 4);
        EditScript script(5);
        const std::vector<Change> changes = edit(organisation, script, 3);
        const Result<QString> saved = saveUpgraded(source(), m_path, organisation, changes);
        QVERIFY2(saved, saved ? "" : qPrintable(codePath(saved.error())));
        QCOMPARE(differingTables(organisation, loadDocument(m_path).value()), QStringList());
        const auto log = loadLog(m_path);
        QVERIFY(log);
        QCOMPARE(log->size(), 4U);
        QCOMPARE(log->front().change.title, u"Nhập dữ liệu: u"_s);
        QVERIFY(log->front().hasImages);
        QCOMPARE(log->back().change, changes.back());
        QVERIFY(saveChanges(source(), m_path, organisation, {}));
    }
};

BM_TEST_MAIN(TestSaveChanges)
#include "test_save_changes.moc"
