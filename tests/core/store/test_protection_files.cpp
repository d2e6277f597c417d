// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/store/backups.h"
#include "core/store/document_lock.h"
#include "core/store/journal.h"
#include "core/store/network_drive.h"
#include "core/store/same_file.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC);

DocumentSource saved(const QString &path, const QString &title)
{
    Organisation organisation;
    Change change;
    change.images.push_back(
        {keyOf(documentInfoId()), std::nullopt, Row(DocumentInfo{documentInfoId(), title, PartialDate{}})});
    static_cast<void>(applyChange(organisation, change));
    static_cast<void>(saveDocument(organisation, path));
    return {path, contentDigest(path).value_or(QString())};
}

} // namespace

class TestProtectionFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aBackupIsMadeOnceForEachState()
    {
        const QTemporaryDir folder;
        const QString kept = folder.filePath(u"backups"_s);
        const QString path = folder.filePath(u"Sở Nội vụ.v2.bomay"_s);
        const DocumentSource first = saved(path, u"một"_s);
        const auto backup = keepBackup(kept, first, kTime);
        QVERIFY(backup.has_value());
        QCOMPARE(keepBackup(kept, first, kTime.addSecs(5)).value(), *backup);
        QCOMPARE(backupsOf(kept, path).size(), 1U);
        const DocumentSource second = saved(path, u"hai"_s);
        QVERIFY(first.digest != second.digest);
        const auto next = keepBackup(kept, second, kTime.addSecs(9));
        QVERIFY(next.has_value());
        const std::vector<Backup> backups = backupsOf(kept, path);
        QCOMPARE(backups.size(), 2U);
        QCOMPARE(backups.front().path, *next);
        QCOMPARE(backups.front().time, kTime.addSecs(9));
        QCOMPARE(backups.front().size, QFileInfo(path).size());
        QCOMPARE(loadDocument(backups.back().path)->info().title, u"một"_s);
        QVERIFY(backupsOf(kept, folder.filePath(u"other/Sở Nội vụ.v2.bomay"_s)).empty());
    }

    void theOldestBackupGoes()
    {
        const QTemporaryDir folder;
        const QString kept = folder.filePath(u"backups"_s);
        const QString path = folder.filePath(u"a.bomay"_s);
        for (int i = 0; i < kBackupsKept + 3; ++i)
            QVERIFY(keepBackup(kept, saved(path, QString::number(i)), kTime.addSecs(i)).has_value());
        const std::vector<Backup> backups = backupsOf(kept, path);
        QCOMPARE(int(backups.size()), kBackupsKept);
        QCOMPARE(loadDocument(backups.back().path)->info().title, u"3"_s);
    }

    void aBackupThatAJournalNeedsStays()
    {
        const QTemporaryDir folder;
        const QString kept = folder.filePath(u"backups"_s);
        const QString journals = folder.filePath(u"journals"_s);
        const QString path = folder.filePath(u"a.bomay"_s);
        const DocumentSource first = saved(path, u"0"_s);
        const QString needed = keepBackup(kept, first, kTime).value();
        {
            const auto journal = Journal::begin(journals, {first, needed, kTime});
            QVERIFY(journal->push(Change{}).has_value());
        } // it stays, as one of a killed program does
        QFile other(journals + u"/cut.journal"_s);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("half a line") > 0);
        other.close();
        QCOMPARE(backupsNeeded(journals), QStringList{needed});
        for (int i = 1; i < kBackupsKept + 3; ++i)
            QVERIFY(keepBackup(kept, saved(path, QString::number(i)), kTime.addSecs(i), backupsNeeded(journals)));
        const std::vector<Backup> backups = backupsOf(kept, path);
        QCOMPARE(int(backups.size()), kBackupsKept + 1);
        QCOMPARE(backups.back().path, needed);
        QVERIFY(keepBackup(kept, saved(path, u"last"_s), kTime.addDays(1), backupsNeeded(folder.path())));
        QCOMPARE(int(backupsOf(kept, path).size()), kBackupsKept); // nothing needs it any more
    }

    void drivesOfOtherMachinesAreTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::addColumn<QByteArray>("device");
        QTest::addColumn<bool>("isRemote");
        const auto row = [](const char *name, const QString &path, const char *fileSystem, const char *device,
                            bool isRemote) {
            QTest::newRow(name) << path << QByteArray(fileSystem) << QByteArray(device) << isRemote;
        };
        row("Linux disk", u"/home/a.bomay"_s, "ext4", "/dev/sda1", false);
        row("Linux memory", u"/tmp/a.bomay"_s, "tmpfs", "tmpfs", false);
        row("USB stick", u"/media/a.bomay"_s, "vfat", "/dev/sdb1", false);
        row("NFS", u"/mnt/a.bomay"_s, "nfs4", "server:/export", true);
        row("Samba", u"/mnt/a.bomay"_s, "cifs", "//server/share", true);
        row("sshfs", u"/mnt/a.bomay"_s, "fuse.sshfs", "user@server:", true);
        row("macOS disk", u"/Users/a.bomay"_s, "apfs", "/dev/disk1s1", false);
        row("macOS share", u"/Volumes/a.bomay"_s, "smbfs", "//user@server/share", true);
        row("Windows disk", u"C:/a.bomay"_s, "NTFS", R"(\\?\Volume{0b1c}\)", false);
        row("Windows mapped drive", u"Z:/a.bomay"_s, "NTFS", R"(\\server\share)", true);
        row("Windows mapped drive, server silent", u"Z:/a.bomay"_s, "NTFS", "", true);
        row("Windows share", uR"(\\server\share\a.bomay)"_s, "", "", true);
        row("Windows share with slashes", u"//server/share/a.bomay"_s, "", "", true);
    }
    void drivesOfOtherMachinesAreTold()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, fileSystem);
        QFETCH(QByteArray, device);
        QTEST(isOnNetwork(path, {fileSystem, device}), "isRemote");
    }

    void theDriveOfTheTestsIsHere()
    {
        const QTemporaryDir folder;
        QVERIFY(!isOnNetwork(folder.filePath(u"a.bomay"_s)));
    }

    void aBackupThatCannotBeMadeIsSaid()
    {
        const QTemporaryDir folder;
        const auto missing = keepBackup(folder.path(), {folder.filePath(u"absent.bomay"_s), u"d"_s}, kTime);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code(), u"backup-not-written"_s);
        const QString path = folder.filePath(u"a.bomay"_s);
        const DocumentSource source = saved(path, u"một"_s);
        QCOMPARE(keepBackup(path, source, kTime).error().code(), u"backup-not-written"_s); // a file, no folder
    }

    void theJournalOfACutOffSaveIsNotPlayedIntoAnotherFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        saved(path, u"một"_s);
        QFile journal(path + u"-journal"_s);
        QVERIFY(journal.open(QIODevice::WriteOnly));
        QVERIFY(journal.write(QByteArray(512, '\x5a')) > 0);
        journal.close();
        saved(path, u"hai"_s);
        QVERIFY(!QFile::exists(path + u"-journal"_s));
        QCOMPARE(loadDocument(path)->info().title, u"hai"_s);
    }

    void pathsOfOneFileAreKnown()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        QVERIFY(isSameFile(path, folder.path() + u"/./a.bomay"_s));
        QVERIFY(!isSameFile(path, folder.filePath(u"b.bomay"_s))); // neither is there
        QVERIFY(!isSameFile(path, {}));
        QVERIFY(!isSameFile({}, {}));
        saved(path, u"một"_s);
        QVERIFY(QFile::link(path, folder.filePath(u"link"_s)));
        QVERIFY(isSameFile(path, folder.filePath(u"link"_s)));
        QVERIFY(!isSameFile(path, folder.filePath(u"b.bomay"_s)));
    }

    void theSecondIsToldWhoHoldsADocument()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        std::optional<LockHolder> holder;
        auto lock = DocumentLock::acquire(path, {u"Nguyễn Văn Thử"_s, {}, kTime}, holder);
        QVERIFY(lock != nullptr);
        QVERIFY(!holder);
        QVERIFY(DocumentLock::acquire(path, {}, holder) == nullptr);
        QVERIFY(holder.has_value());
        QCOMPARE(holder->name, u"Nguyễn Văn Thử"_s);
        QCOMPARE(holder->host, QSysInfo::machineHostName());
        QCOMPARE(holder->since.toSecsSinceEpoch(), kTime.toSecsSinceEpoch());
        QVERIFY(DocumentLock::acquire(folder.filePath(u"b.bomay"_s), {}, holder) != nullptr);
        lock.reset();
        QVERIFY(DocumentLock::acquire(path, {}, holder) != nullptr);
        QVERIFY(!holder);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void aLinkAndItsFileAreOneDocument()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        saved(path, u"một"_s);
        const QString link = folder.filePath(u"link.bomay"_s);
        QVERIFY(QFile::link(path, link));
        std::optional<LockHolder> holder;
        const auto lock = DocumentLock::acquire(path, {}, holder);
        QVERIFY(DocumentLock::acquire(link, {}, holder) == nullptr);
        QVERIFY(holder.has_value());
    }

    void whatAKilledProgramLeavesIsTakenOver_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasRemoval");
        const QString dead = u"%1\nbomay\n%2\n"_s.arg(4'000'000).arg(QSysInfo::machineHostName());
        QTest::newRow("a lock") << dead << false;
        QTest::newRow("a lock that names nobody yet") << QString() << false;
        QTest::newRow("a lock that was being taken over") << dead << true;
    }

    void whatAKilledProgramLeavesIsTakenOver()
    {
        QFETCH(QString, text);
        QFETCH(bool, hasRemoval);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        QFile left(folder.filePath(u".~a.bomay.lock"_s));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(text.toUtf8());
        left.close();
        if (hasRemoval)
            QVERIFY(QFile(left.fileName() + u".rmlock"_s).open(QIODevice::WriteOnly));
        std::optional<LockHolder> holder;
        const auto lock = DocumentLock::acquire(path, {u"Nguyễn Văn Thử"_s, {}, kTime}, holder);
        QVERIFY(lock != nullptr);
        QVERIFY(!holder);
        QVERIFY(DocumentLock::acquire(path, {}, holder) == nullptr);
        QCOMPARE(holder->name, u"Nguyễn Văn Thử"_s);
    }

    void aLockOfAnotherMachineIsLeftAlone()
    {
        const QTemporaryDir folder;
        QFile left(folder.filePath(u".~a.bomay.lock"_s));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("4000000\nbomay\nanother-machine\n");
        left.close();
        std::optional<LockHolder> holder;
        QVERIFY(DocumentLock::acquire(folder.filePath(u"a.bomay"_s), {}, holder) == nullptr);
        QCOMPARE(holder->host, u"another-machine"_s);
    }

    void aFolderThatTakesNoFilesHasNoHolder()
    {
        const QTemporaryDir folder;
        std::optional<LockHolder> holder;
        QVERIFY(DocumentLock::acquire(folder.filePath(u"absent/a.bomay"_s), {}, holder) == nullptr);
        QVERIFY(!holder);
    }
};

BM_TEST_MAIN(TestProtectionFiles)
#include "test_protection_files.moc"
