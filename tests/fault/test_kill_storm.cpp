// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organisation_json.h"
#include "core/session/protection.h"
#include "core/session/recovery.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <random>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRunsOfOneDocument = 20;

QString hashOf(const Organisation &organisation)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(organisation), QCryptographicHash::Sha256).toHex());
}

/// What an editor said before it was killed.
struct Testimony
{
    QString start;      ///< the state it began with
    QString safe;       ///< the last state that it called safe
    QStringList beyond; ///< states that came after it: unsafe ones, and the one in hand
    int steps = 0;
    int saves = 0;
    int unsafeSteps = 0;
    int failedSaves = 0;
    QString failure;
    QString refusal; ///< of the last save that was refused

    void take(const QString &line)
    {
        const QString word = line.section(u' ', 0, 0);
        const QString rest = line.section(u' ', 1);
        if (word == u"opened" || word == u"recovered") {
            start = safe = rest;
        } else if (word == u"next") {
            beyond += rest;
        } else if (word == u"done") {
            safe = rest;
            beyond.clear();
            ++steps;
        } else if (word == u"unsafe") {
            ++unsafeSteps;
        } else if (word == u"saved") {
            ++saves;
        } else if (word == u"not-saved") {
            ++failedSaves;
            refusal = rest;
        } else if (word == u"failed") {
            failure = rest;
        }
    }
};

/// The state that the next start offers: recovered from the journal, else the document, else nothing.
struct Found
{
    QString state;
    QString trouble; ///< empty = all sound
    QString how;     ///< where it comes from
};

Found foundAfter(const QString &document, const QString &folder)
{
    Found found;
    if (QFileInfo::exists(document)) {
        const auto loaded = loadDocument(document);
        const auto log = loadLog(document);
        if (!loaded || !log) {
            found.trouble = (loaded ? log.error() : loaded.error()).code();
            return found;
        }
        found.state = hashOf(*loaded);
    } else {
        found.state = hashOf(Organisation{});
    }
    const std::vector<LeftJournal> left = leftJournals(Protection::journalFolder(folder));
    found.how = u"file %1"_s.arg(QFileInfo(document).size());
    for (const LeftJournal &journal : left)
        found.how += u", journal of %1 changes, %2 saved, cut off: %3"_s.arg(journal.contents.changes.size())
                         .arg(journal.contents.saved)
                         .arg(journal.contents.isCutOff);
    if (left.size() > 1)
        found.trouble = u"several journals"_s;
    if (left.empty())
        return found;
    const auto recovered = recoverDocument(left.front().contents);
    if (!recovered)
        found.trouble = recovered.error().code();
    else
        found.state = hashOf(recovered->organisation);
    return found;
}

struct Totals
{
    int runs = 0;
    int steps = 0;
    int saves = 0;
    int unsafeSteps = 0;
    int failedSaves = 0;
    QString refusal; ///< of the last of them
    int unheard = 0; ///< killed before the document was open
    int inHand = 0;  ///< the step in hand was finished, though nobody heard of it
};

} // namespace

/// Kills an editing program at random moments and looks whether anything that it called done is lost. BOMAY_STORM_RUNS
/// sets the number of runs, BOMAY_STORM_SEED another storm than the everyday one.
class TestKillStorm : public QObject
{
    Q_OBJECT

private:
    static int numberOf(const char *variable, int otherwise)
    {
        bool given = false;
        const int number = qEnvironmentVariableIntValue(variable, &given);
        return given ? number : otherwise;
    }

    static int runs() { return numberOf("BOMAY_STORM_RUNS", 60); }
    static unsigned seed() { return unsigned(numberOf("BOMAY_STORM_SEED", 1)); }

    /// One life of the editor, killed after a while.
    /// `fromTheStart` = the clock runs while the program still opens or recovers the document, too.
    static Testimony killedAfter(std::chrono::milliseconds life, bool fromTheStart, const QStringList &arguments)
    {
        QProcess editor;
        editor.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        editor.start(QStringLiteral(BOMAY_STORM_EDITOR), arguments);
        Testimony testimony;
        QByteArray said;
        const auto listen = [&](int milliseconds) {
            editor.waitForReadyRead(milliseconds);
            said += editor.readAllStandardOutput();
        };
        while (!fromTheStart && !said.contains('\n') && editor.state() != QProcess::NotRunning)
            listen(1000);
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < life.count() && editor.state() != QProcess::NotRunning)
            listen(int(life.count() - clock.elapsed()));
        editor.kill();
        editor.waitForFinished();
        said += editor.readAllStandardOutput();
        // The last line may be cut off: it was never heard.
        for (const QByteArray &line : said.left(said.lastIndexOf('\n') + 1).split('\n'))
            testimony.take(QString::fromLatin1(line));
        return testimony;
    }

    static void storm(int runs, int largestFile, unsigned seed, Totals &totals, const QString &place = {})
    {
        std::mt19937 engine(seed);
        std::unique_ptr<QTemporaryDir> folder;
        QString expectedStart;
        for (int run = 0; run < runs; ++run) {
            if (run % kRunsOfOneDocument == 0) {
                folder = place.isEmpty() ? std::make_unique<QTemporaryDir>()
                                         : std::make_unique<QTemporaryDir>(place + u"/storm"_s);
                QVERIFY(folder->isValid());
                expectedStart = hashOf(Organisation{});
            }
            const QString document = folder->filePath(u"a.bomay"_s);
            const QString own = folder->filePath(u"own"_s);
            const auto life = std::chrono::milliseconds(5 + engine() % 250);
            const QStringList arguments{document, own, QString::number(engine() % 1000000),
                                        QString::number(largestFile)};
            Testimony said = killedAfter(life, run % 3 == 0, arguments);
            if (said.start.isEmpty()) { // it did not come to say anything
                said.start = said.safe = expectedStart;
                ++totals.unheard;
            }
            const QString where = u"run %1: %2"_s.arg(run).arg(arguments.join(u' '));
            QVERIFY2(said.failure.isEmpty(), qPrintable(where + u' ' + said.failure));
            QVERIFY2(said.start == expectedStart, qPrintable(where + u" began with something else"_s));
            const Found found = foundAfter(document, own);
            QVERIFY2(found.trouble.isEmpty(), qPrintable(where + u' ' + found.trouble));
            const bool isBeyond = said.beyond.contains(found.state);
            QVERIFY2(found.state == said.safe || isBeyond, qPrintable(where + u" lost what was done; "_s + found.how));
            expectedStart = found.state;
            ++totals.runs;
            totals.steps += said.steps;
            totals.saves += said.saves;
            totals.unsafeSteps += said.unsafeSteps;
            totals.failedSaves += said.failedSaves;
            if (!said.refusal.isEmpty())
                totals.refusal = where + u' ' + said.refusal;
            totals.inHand += isBeyond ? 1 : 0;
        }
    }

    static void tell(const Totals &totals)
    {
        qInfo("%d runs, %d killed before the document was open: %d steps done, %d saves, %d steps called unsafe, %d "
              "saves "
              "refused; %d times more than was heard of",
              totals.runs, totals.unheard, totals.steps, totals.saves, totals.unsafeSteps, totals.failedSaves,
              totals.inHand);
        if (!totals.refusal.isEmpty())
            qInfo("the last save that was refused: %s", qPrintable(totals.refusal));
    }

private Q_SLOTS:
    void nothingDoneIsLost()
    {
        Totals totals;
        storm(runs(), 0, seed(), totals);
        tell(totals);
        QVERIFY(totals.steps > totals.runs);
        QVERIFY(totals.saves > 0);
        QCOMPARE(totals.unsafeSteps, 0);
        QCOMPARE(totals.failedSaves, 0);
    }

    /// On a disk of about a megabyte that BOMAY_SMALL_DISK names.
    void onAFullDiskNothingCalledSafeIsLost()
    {
        const QString place = qEnvironmentVariable("BOMAY_SMALL_DISK");
        if (place.isEmpty())
            QSKIP("needs a small disk: BOMAY_SMALL_DISK");
        Totals totals;
        storm(runs(), 0, seed(), totals, place);
        tell(totals);
        QVERIFY(totals.unsafeSteps > 0);
    }

    void withWritesThatFailNothingCalledSafeIsLost()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs a limit on the size of files");
#endif
        Totals totals;
        for (const int largest : {8'000, 60'000, 400'000}) // of which the first is less than a few steps need
            storm(std::max(kRunsOfOneDocument / 2, runs() / 6), largest, unsigned(largest) + seed() - 1, totals);
        tell(totals);
        QVERIFY(totals.steps > 0);
        QVERIFY(totals.unsafeSteps > 0);
        QVERIFY(totals.failedSaves > 0);
    }
};

BM_TEST_MAIN(TestKillStorm)
#include "test_kill_storm.moc"
