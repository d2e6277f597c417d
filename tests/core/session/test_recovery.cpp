// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organisation_json.h"
#include "core/session/recovery.h"
#include "core/session/session.h"
#include "core/store/backups.h"
#include "tests/core/session/added_unit.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

/// A document's folder and the program's own, and sessions that are killed in the midst of it.
struct Desk
{
    QTemporaryDir folder;
    QString document = folder.filePath(u"a.bomay"_s);
    QString own = folder.filePath(u"own"_s);
    int sessions = 0;

    [[nodiscard]] SessionPorts ports()
    {
        SessionPorts ports{[] { return QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC); },
                           std::make_shared<SeededIdSource>(QByteArray::number(++sessions)), u"Người thử"_s, own, true};
        return ports;
    }

    std::vector<LeftJournal> left() const { return leftJournals(Protection::journalFolder(own)); }
};

bool add(Session &session, const QString &name)
{
    return session.apply(addUnit(session, name)).has_value();
}

QString unitsOf(const Organisation &organisation)
{
    QStringList names;
    for (const Unit &unit : organisation.units())
        names += unit.code;
    names.sort();
    return names.join(u' ');
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aNewDocumentComesBack()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(add(session, u"B"_s));
            QVERIFY(session.undo().has_value());
            QVERIFY(add(session, u"C"_s));
            QVERIFY(!session.trouble());
        } // neither saved nor given up: as if killed
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        QCOMPARE(left.front().contents.unsaved().size(), 2U);
        const auto session = Session::recover(left.front(), desk.ports());
        QVERIFY(session.has_value());
        QCOMPARE(unitsOf((*session)->organisation()), u"A C"_s);
        QVERIFY((*session)->isModified());
        QCOMPARE((*session)->path(), QString());
        QCOMPARE((*session)->undoTitle(), u"Thêm C"_s);
        QVERIFY((*session)->saveAs(desk.document).has_value());
        QCOMPARE(unitsOf(*loadDocument(desk.document)), u"A C"_s);
        QCOMPARE(loadLog(desk.document)->size(), 2U);
    }

    void unsavedChangesComeBackOnTopOfTheFile()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
            QVERIFY(session.undo().has_value()); // of a saved one: an entry of its own
            QVERIFY(add(session, u"B"_s));
        }
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        const auto session = Session::recover(left.front(), desk.ports());
        QVERIFY(session.has_value());
        QCOMPARE(unitsOf((*session)->organisation()), u"B"_s);
        QCOMPARE((*session)->path(), desk.document);
        QVERIFY((*session)->saveAs(desk.document).has_value());
        QCOMPARE(loadLog(desk.document)->size(), 3U);
        QVERIFY(desk.left().empty());
    }

    void theNextStartMayStandInAnotherFolder()
    {
        Desk desk;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(desk.folder.path()));
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(u"a.bomay"_s).has_value());
            QVERIFY(add(session, u"B"_s));
        }
        {
            const auto session = Session::open(u"a.bomay"_s, desk.ports());
            QVERIFY(add(**session, u"C"_s));
        }
        QVERIFY(QDir::setCurrent(before));
        const auto left = desk.left();
        QCOMPARE(left.size(), 2U);
        for (const LeftJournal &journal : left)
            QCOMPARE(Session::recover(journal, desk.ports()).value()->organisation().units().size(), 2);
    }

    void whatIsRecoveredIsSafeFromTheNextCrash()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
        }
        for (const QString &name : {u"B"_s, u"C"_s}) {
            const auto left = desk.left();
            QCOMPARE(left.size(), 1U);
            const auto session = Session::recover(left.front(), desk.ports());
            QVERIFY(session.has_value());
            QVERIFY(add(**session, name));
        }
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        QCOMPARE(unitsOf((*Session::recover(left.front(), desk.ports()))->organisation()), u"A B C"_s);
    }

    void aSaveThatWasCutOffBehindItsCommitIsRecognised()
    {
        Desk desk;
        Session session(desk.ports());
        QVERIFY(add(session, u"A"_s));
        QVERIFY(session.saveAs(desk.document).has_value());
        QVERIFY(add(session, u"B"_s));
        // The file has it, the journal does not know.
        const DocumentSource before{desk.document, contentDigest(desk.document).value()};
        JournalContents journal;
        journal.source = before;
        journal.changes = session.unsaved();
        // Taken back in the moment before, which the journal could not be told on a full disk.
        QVERIFY(add(session, u"C"_s));
        journal.changes.push_back(session.unsaved().back());
        QVERIFY(session.undo().has_value());
        QVERIFY(saveChanges(before, desk.document, session.organisation(), session.unsaved()).has_value());
        const auto document = recoverDocument(journal);
        QVERIFY(document.has_value());
        QCOMPARE(document->unsaved.size(), 0U);
        QCOMPARE(unitsOf(document->organisation), u"A B"_s);
    }

    void aSaveThatChangesNothingAfterAllIsRecognised()
    {
        Desk desk;
        Session session(desk.ports());
        QVERIFY(add(session, u"A"_s));
        QVERIFY(session.saveAs(desk.document).has_value());
        const DocumentSource before{desk.document, contentDigest(desk.document).value()};
        QVERIFY(session.undo().has_value());
        QVERIFY(session.redo().has_value());
        QVERIFY(add(session, u"B"_s));
        Change back = inverted(session.unsaved().back());
        back.id = Uid{9, 9};
        QVERIFY(session.apply(back).has_value());
        QVERIFY(saveChanges(before, desk.document, session.organisation(), session.unsaved()).has_value());
        QCOMPARE(contentDigest(desk.document).value(), before.digest); // there and back
        JournalContents journal;
        journal.source = before;
        journal.changes = session.unsaved();
        const auto document = recoverDocument(journal);
        QVERIFY(document.has_value());
        QCOMPARE(document->unsaved.size(), 0U);
    }

    void aDamagedFileIsNotWrittenInto()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
        }
        {
            const auto session = Session::open(desk.document, desk.ports());
            QVERIFY(add(**session, u"B"_s));
        }
        QFile file(desk.document);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        const qsizetype at = whole.lastIndexOf("A");
        QVERIFY(at > 0);
        QVERIFY(file.seek(at));
        QCOMPARE(file.write("?"), 1);
        file.close();
        QVERIFY(!loadDocument(desk.document));
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        const auto session = Session::recover(left.front(), desk.ports());
        QVERIFY(session.has_value());
        QCOMPARE(unitsOf((*session)->organisation()), u"A B"_s);
        QVERIFY(!(*session)->saveAs(desk.document));
        QVERIFY(!loadDocument(desk.document));
        QVERIFY((*session)->saveAs(desk.folder.filePath(u"b.bomay"_s)).has_value());
        QCOMPARE(unitsOf(*loadDocument(desk.folder.filePath(u"b.bomay"_s))), u"A B"_s);
    }

    void aFileThatIsGoneIsMadeAgainFromItsBackup()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
        }
        {
            const auto session = Session::open(desk.document, desk.ports());
            QVERIFY(session.has_value());
            QVERIFY(add(**session, u"B"_s));
            QVERIFY((*session)->saveAs(desk.document).has_value());
            QVERIFY(add(**session, u"C"_s));
        }
        QVERIFY(QFile::remove(desk.document)); // the stick was pulled out
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        const auto session = Session::recover(left.front(), desk.ports());
        QVERIFY(session.has_value());
        QCOMPARE(unitsOf((*session)->organisation()), u"A B C"_s);
        QCOMPARE((*session)->path(), desk.document);
        QVERIFY((*session)->undo().has_value());
        QVERIFY((*session)->undo().has_value());
        QVERIFY((*session)->redo().has_value());
        QVERIFY((*session)->saveAs(desk.document).has_value());
        QCOMPARE(unitsOf(*loadDocument(desk.document)), u"A B"_s);
    }

    void aFileThatSomebodyElseChangedIsNotTouched()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
        }
        {
            const auto session = Session::open(desk.document, desk.ports());
            QVERIFY(add(**session, u"B"_s));
        }
        {
            SessionPorts elsewhere = desk.ports();
            elsewhere.protection.clear();
            const auto other = Session::open(desk.document, std::move(elsewhere));
            QVERIFY(add(**other, u"X"_s));
            QVERIFY((*other)->saveAs(desk.document).has_value());
        }
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        const auto session = Session::recover(left.front(), desk.ports());
        QVERIFY(session.has_value());
        QCOMPARE(unitsOf((*session)->organisation()), u"A B"_s);
        QCOMPARE((*session)->saveAs(desk.document).error().code(), u"document-changed-outside"_s);
        QVERIFY((*session)->saveAs(desk.folder.filePath(u"b.bomay"_s)).has_value());
        QCOMPARE(unitsOf(*loadDocument(desk.folder.filePath(u"b.bomay"_s))), u"A B"_s);
        QCOMPARE(unitsOf(*loadDocument(desk.document)), u"A X"_s);
    }

    void withoutFileAndBackupTheJournalStays()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
        }
        {
            const auto session = Session::open(desk.document, desk.ports());
            QVERIFY(add(**session, u"B"_s));
        }
        QVERIFY(QFile::remove(desk.document));
        QVERIFY(QDir(Protection::backupFolder(desk.own)).removeRecursively());
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        const auto session = Session::recover(left.front(), desk.ports());
        QVERIFY(!session);
        QCOMPARE(session.error().code(), u"recovery-no-base"_s);
        QVERIFY(QFile::exists(left.front().path));
    }

    /// On a full disk the recovered changes cannot be carried over into a journal of the new session; once they are in
    /// the file, what the old journal still has must not come up again.
    void aJournalThatCouldNotBeCarriedOverGoesWithTheSave()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs a limit on the size of files");
#else
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
            QVERIFY(add(session, u"B"_s));
        }
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit nothing{0, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &nothing), 0);
        auto session = Session::recover(left.front(), desk.ports());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(session.has_value());
        QVERIFY((*session)->trouble());
        QVERIFY(QFile::exists(left.front().path));
        QVERIFY((*session)->undo().has_value());
        QVERIFY(add(**session, u"C"_s));
        QVERIFY((*session)->saveAs(desk.document).has_value());
        QVERIFY(!QFile::exists(left.front().path));
        QCOMPARE(unitsOf(*loadDocument(desk.document)), u"A C"_s);
#endif
    }

    void whatIsSavedOrGivenUpIsNotOffered()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
        }
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            session.giveUp();
        }
        QVERIFY(desk.left().empty());
        QCOMPARE(QDir(Protection::journalFolder(desk.own)).entryList(QDir::Files), QStringList());
    }

    void anEditThatIsNotSafeIsSaidAndStands()
    {
        Desk desk;
        QFile inTheWay(desk.own);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Session session(desk.ports());
        QVERIFY(add(session, u"A"_s));
        QVERIFY(session.trouble().has_value());
        QCOMPARE(session.trouble()->code(), u"journal-not-written"_s);
        QCOMPARE(session.trouble()->message.args.value(u"folder"_s), Protection::journalFolder(desk.own));
        QCOMPARE(unitsOf(session.organisation()), u"A"_s);
        inTheWay.close();
        QVERIFY(inTheWay.remove());
        QVERIFY(add(session, u"B"_s));
        QVERIFY(!session.trouble());
    }

    void whatAKilledProgramLeftCanBeRecoveredAfterManySessions()
    {
        Desk desk;
        QVERIFY(saveDocument(Organisation{}, desk.document));
        {
            const auto session = Session::open(desk.document, desk.ports());
            QVERIFY(session.has_value());
            QVERIFY(add(**session, u"A"_s));
        } // as if killed
        for (int i = 1; i <= kBackupsKept + 2; ++i) {
            SessionPorts ports = desk.ports();
            ports.now = [i] { return QDateTime(QDate(2026, 2, i), QTime(3, 4), Qt::UTC); };
            const auto session = Session::open(desk.document, std::move(ports));
            QVERIFY(session.has_value());
            QVERIFY(add(**session, u"B%1"_s.arg(i)));
            QVERIFY((*session)->saveAs(desk.document).has_value());
        }
        const auto left = desk.left();
        QCOMPARE(left.size(), 1U);
        const auto recovered = recoverDocument(left.front().contents);
        QVERIFY2(recovered.has_value(), recovered ? "" : qPrintable(recovered.error().code()));
        QCOMPARE(unitsOf(recovered->organisation), u"A"_s);
    }

    void aBackupOfAnotherFileIsNone()
    {
        Desk desk;
        Session first(desk.ports());
        QVERIFY(add(first, u"A"_s));
        QVERIFY(first.saveAs(desk.document).has_value());
        SessionPorts elsewhere = desk.ports();
        elsewhere.locksFiles = false;
        const auto session = Session::open(desk.document, std::move(elsewhere));
        QVERIFY(session.has_value());
        QVERIFY(add(first, u"B"_s));
        QVERIFY(first.saveAs(desk.document).has_value()); // in between another one stands there
        QVERIFY(add(**session, u"C"_s));
        QVERIFY((*session)->trouble().has_value());
        QCOMPARE((*session)->trouble()->code(), u"backup-not-written"_s);
        (*session)->giveUp();
    }

    void theListenerHearsOfWhatIsInTheJournal()
    {
        Desk desk;
        Session session(desk.ports());
        int linesThen = 0;
        session.onChanged([&](const ChangeSet &) {
            for (const QFileInfo &file : QDir(Protection::journalFolder(desk.own)).entryInfoList({u"*.journal"_s}))
                linesThen = int(readJournal(file.filePath())->changes.size());
        });
        QVERIFY(add(session, u"A"_s));
        QCOMPARE(linesThen, 1);
        QVERIFY(add(session, u"B"_s));
        QCOMPARE(linesThen, 2);
        QVERIFY(session.undo().has_value());
        QCOMPARE(linesThen, 1);
    }

    void theSecondToOpenADocumentOnlyReads()
    {
        Desk desk;
        {
            Session session(desk.ports());
            QVERIFY(add(session, u"A"_s));
            QVERIFY(session.saveAs(desk.document).has_value());
            auto second = Session::open(desk.document, desk.ports());
            QVERIFY(second.has_value());
            QVERIFY((*second)->holder().has_value());
            QCOMPARE((*second)->holder()->name, u"Người thử"_s);
            QCOMPARE((*second)->apply(addUnit(**second, u"B"_s)).error().code(), u"document-held"_s);
            QCOMPARE((*second)->saveAs(desk.document).error().code(), u"document-held"_s);
            QVERIFY((*second)->saveAs(desk.folder.filePath(u"b.bomay"_s)).has_value());
            QVERIFY(!(*second)->holder());
            QVERIFY(add(**second, u"B"_s));
            QCOMPARE((*second)->saveAs(desk.document).error().code(), u"document-held"_s); // over somebody's document
            QVERIFY((*second)->saveAs(desk.folder.filePath(u"b.bomay"_s)).has_value());
        }
        const auto alone = Session::open(desk.document, desk.ports());
        QVERIFY(!(*alone)->holder());
        QVERIFY(add(**alone, u"C"_s));
        QVERIFY((*alone)->saveAs(desk.document).has_value());
    }
};

BM_TEST_MAIN(TestRecovery)
#include "test_recovery.moc"
