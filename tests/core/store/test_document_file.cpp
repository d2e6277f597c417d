// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_builder.h"
#include "core/change/transaction.h"
#include "core/model/early_view.h"
#include "core/store/document_file.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTemporaryDir>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TestDocumentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"a.bomay"_s);
    }

    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void theSampleFillsEveryField()
    {
        // The first state of a locality, unit or post without a place above has none; the second of each does.
        const QStringList left = fieldsAtDefault(fullOrganisation());
        for (const QString &field : left)
            QVERIFY2(field == u"locality_state.parent"_s || field == u"unit_state.locality"_s, qPrintable(field));
        QCOMPARE(left.size(), 2);
    }

    void whatWasSavedLoadsEqualAndInOrder()
    {
        const Organisation saved = fullOrganisation();
        QVERIFY(saveDocument(saved, m_path));
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY2(loaded, loaded ? "" : qPrintable(codePath(loaded.error()) + loaded.error().detail));
        QCOMPARE(differingTables(saved, *loaded), QStringList());
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"a.bomay"_s});
    }

    void theStructureIsSeenBeforeThePersons()
    {
        const Organisation saved = fullOrganisation();
        QVERIFY(saveDocument(saved, m_path));
        int seen = 0;
        const auto see = [&](const Organisation &structure) {
            ++seen;
            QCOMPARE(differingTables(saved, structure),
                     (QStringList{u"legal_document"_s, u"locality_succession"_s, u"person"_s, u"portrait"_s,
                                  u"appointment"_s, u"function"_s, u"quota"_s, u"duty"_s, u"duty_participant"_s,
                                  u"note"_s, u"waiver"_s, u"confirmation"_s, u"rule_switch"_s, u"chart_view"_s,
                                  u"branch_mark"_s, u"chart_object"_s}));
            const OrgView view = earlyView(structure, Day::fromYmd(2026, 1, 1).value());
            QVERIFY(std::ranges::all_of(view.posts(), [](const ViewPost &post) { return post.vacantSeats() == 0; }));
        };
        const Result<Organisation> loaded = loadDocument(m_path, see);
        QVERIFY(loaded);
        QCOMPARE(seen, 1);
        QCOMPARE(differingTables(saved, *loaded), QStringList());
        // What is refused before a row is read is not seen at all.
        QCOMPARE(tamper(m_path, {u"CREATE VIEW more AS SELECT * FROM unit"_s}), QString());
        QVERIFY(!loadDocument(m_path, see));
        QCOMPARE(seen, 1);
    }

    void savingGivesTheDigestOfTheFile()
    {
        const Result<QString> digest = saveDocument(fullOrganisation(), m_path);
        QVERIFY(digest);
        QCOMPARE(*digest, contentDigest(m_path).value());
    }

    void anEmptyOrganisationLoadsEmpty()
    {
        QVERIFY(saveDocument({}, m_path));
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(loaded);
        QCOMPARE(differingTables({}, *loaded), QStringList());
    }

    void valuesAtTheEdgeLoadEqual()
    {
        Organisation saved;
        ChangeBuilder builder(saved);
        Unit unit{{Uid{~0ULL, 1}}, u"'\";--\u0000?%1"_s, true, {UnitState{}}};
        unit.states[0].name = QString(100'000, u'ợ') + u"\U0001F3DB\n\t"_s;
        unit.states[0].order = std::numeric_limits<int>::min();
        unit.states[0].staffAllotted = std::numeric_limits<int>::max();
        unit.states[0].staffFilled = 0;
        unit.states[0].reorganisedOn = {2024, 2, 29};
        unit.states[0].custom = {{QString(), QString()}, {u"A"_s, u"1"_s}, {u"a"_s, u"2"_s}};
        Post post{{Uid{0, 2}}, {}, {PostState{}}};
        post.states[0].fte = 1.0 / 3;
        post.states[0].fullTime = false;
        builder.put(Relation{{Uid{3, 3}}, RelationType::BelongsTo, post.id, unit.id, {}});
        builder.put(unit);
        builder.put(post);
        QVERIFY(applyChange(saved, {{}, {}, {}, {}, {}, {}, builder.takeImages()}));
        QVERIFY(saveDocument(saved, m_path));
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(loaded);
        QCOMPARE(differingTables(saved, *loaded), QStringList());
    }

    void equalOrganisationsGiveEqualBytes()
    {
        const QString other = m_folder->filePath(u"b.bomay"_s);
        const Organisation saved = largeOrganisation(500);
        QVERIFY(saveDocument(saved, m_path));
        QVERIFY(saveDocument(saved, m_path)); // over the first
        const Result<Organisation> loaded = loadDocument(m_path);
        QVERIFY(loaded);
        QVERIFY(saveDocument(*loaded, other));
        QVERIFY(contents(m_path).size() > 100'000);
        QVERIFY(contents(m_path) == contents(other));
    }

    void loadingLeavesTheFileAlone()
    {
        QVERIFY(saveDocument(fullOrganisation(), m_path));
        const QByteArray before = contents(m_path);
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
        QVERIFY(loadDocument(m_path));
        QVERIFY(contents(m_path) == before);
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"a.bomay"_s});
    }

    void vietnameseNamesOfFoldersAndFilesWork()
    {
        const QString folder = m_folder->filePath(u"Sở Nội vụ – đề án #1?%20"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder + u"/Tổ chức bộ máy (bản 2).bomay"_s;
        QVERIFY(saveDocument(fullOrganisation(), path));
        QVERIFY(loadDocument(path));
        QCOMPARE(filesIn(folder), QStringList{u"Tổ chức bộ máy (bản 2).bomay"_s});
    }

    void savingIntoAMissingFolderFails()
    {
        const QString path = m_folder->filePath(u"khong/co/a.bomay"_s);
        const Result<QString> saved = saveDocument(fullOrganisation(), path);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code(), u"cannot-write-file"_s);
        QCOMPARE(saved.error().place.file, path);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void savingOverAFolderFails()
    {
        QVERIFY(QDir().mkpath(m_path + u"/con"_s));
        for (const QString &path : {m_path, QString()}) {
            const Result<QString> saved = saveDocument(fullOrganisation(), path);
            QVERIFY(!saved);
            QCOMPARE(saved.error().code(), u"cannot-write-file"_s);
        }
        QVERIFY(QFileInfo(m_path + u"/con"_s).isDir());
        QVERIFY(filesIn(m_folder->path()).isEmpty());
    }

    void aFailedSaveKeepsTheOldFile()
    {
#ifdef Q_OS_UNIX
        QVERIFY(saveDocument(fullOrganisation(), m_path));
        const QByteArray before = contents(m_path);
        const Organisation large = largeOrganisation(2000);
        // No file may grow beyond this: as on a full disk, the failure comes in the middle.
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{200'000, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Result<QString> saved = saveDocument(large, m_path);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!saved);
        QCOMPARE(codePath(saved.error()), u"cannot-write-file/database-error"_s);
        QCOMPARE(saved.error().place.file, m_path);
        QVERIFY(contents(m_path) == before);
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"a.bomay"_s});
        QVERIFY(saveDocument(large, m_path));
        QVERIFY(contents(m_path).size() > 200'000);
#else
        QSKIP("there is no limit on the size of a file to set");
#endif
    }

    void aWriteProtectedFileIsNotReplaced()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
#endif
        QVERIFY(saveDocument({}, m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
        const Result<QString> saved = saveDocument(fullOrganisation(), m_path);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code(), u"cannot-write-file"_s);
        QCOMPARE(differingTables({}, *loadDocument(m_path)), QStringList());
    }

    void savingThroughALinkKeepsTheLink()
    {
        const QString link = m_folder->filePath(u"link.bomay"_s);
        QVERIFY(saveDocument({}, m_path));
        if (!QFile::link(m_path, link))
            QSKIP("no links here");
        QVERIFY(saveDocument(fullOrganisation(), link));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(differingTables(fullOrganisation(), *loadDocument(m_path)), QStringList());
    }

    void savingKeepsThePermissionsOfTheOldFile()
    {
        QVERIFY(saveDocument({}, m_path));
        const QFile::Permissions only = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QVERIFY(QFile::setPermissions(m_path, only));
        QVERIFY(saveDocument(fullOrganisation(), m_path));
        QCOMPARE(QFile::permissions(m_path), only);
    }

    void aHundredThousandRowsAreSavedAndLoadedInSeconds()
    {
        const Organisation saved = largeOrganisation(50'000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(saveDocument(saved, m_path));
        const qint64 saving = timer.restart();
        const Result<Organisation> loaded = loadDocument(m_path);
        const qint64 loading = timer.elapsed();
        QVERIFY(loaded);
        qInfo("100,000 units and posts: saved in %lld ms, loaded in %lld ms, %lld bytes", saving, loading,
              QFileInfo(m_path).size());
        QCOMPARE(differingTables(saved, *loaded), QStringList());
        // A bound for debug builds with sanitizers; it is there to notice a square, not to measure.
        QVERIFY(saving < 60'000);
        QVERIFY(loading < 60'000);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

BM_TEST_MAIN(TestDocumentFile)
#include "test_document_file.moc"
