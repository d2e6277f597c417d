// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_json.h"
#include "core/store/journal.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC);

Change numbered(int number)
{
    Unit unit{UnitId{{1, static_cast<std::uint64_t>(number)}}, u"Mã %1"_s.arg(number), false, {}};
    unit.states.push_back({});
    unit.states.back().name = u"Phòng “%1”\n…"_s.arg(number);
    Change change;
    change.id = Uid{7, static_cast<std::uint64_t>(number)};
    change.title = u"Thêm %1"_s.arg(number);
    change.author = u"Người thử"_s;
    change.time = kTime.addSecs(number);
    change.effective = PartialDate::parseIso(u"2026-01").value();
    change.images.push_back({RowKey{RowKind::Unit, unit.id.uid}, std::nullopt, Row(unit)});
    return change;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A journal of five steps in a file of its own that nobody holds, and what stands after each of them.
struct Steps
{
    explicit Steps(const QString &folder)
    {
        auto journal = Journal::begin(folder, {{u"/a/b.bomay"_s, u"d0"_s}, u"/backup"_s, kTime});
        std::vector<Change> standing;
        const auto note = [&](const Result<> &written) {
            isGood = isGood && written.has_value();
            after.push_back(standing);
        };
        note({});
        standing.push_back(numbered(1));
        note(journal->push(numbered(1)));
        standing.push_back(numbered(2));
        note(journal->push(numbered(2)));
        note(journal->markSaved({u"/a/b.bomay"_s, u"d1"_s}));
        standing.push_back(numbered(3));
        note(journal->push(numbered(3)));
        standing.back() = numbered(4);
        note(journal->replaceLast(numbered(4)));
        standing.pop_back();
        note(journal->pop());
        path = journal->path();
    }

    QString path;
    bool isGood = true;
    std::vector<std::vector<Change>> after;
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyChangeOfASampleComesBackFromJson()
    {
        const Organisation organisation = fullOrganisation();
        Change change = numbered(1);
        change.undoes = Uid{3, 4};
        forEachRowKind([&]<typename Entity>() {
            for (const Entity &row : organisation.table<Entity>()) {
                change.images.push_back({keyOf(row.id), std::nullopt, Row(row)});
                change.images.push_back({keyOf(row.id), Row(row), std::nullopt});
            }
        });
        QVERIFY(change.images.size() > 20);
        const auto read = changeFromJson(toJson(change));
        QVERIFY(read.has_value());
        QCOMPARE(*read, change);
    }

    void jsonThatIsNoChangeIsRefused()
    {
        const QJsonObject good = toJson(numbered(1));
        QVERIFY(changeFromJson(good).has_value());
        for (const QString &key : good.keys()) {
            QJsonObject bad = good;
            bad.remove(key);
            QVERIFY2(!changeFromJson(bad), qPrintable(key));
        }
    }

    void whatWasWrittenIsRead()
    {
        const QTemporaryDir folder;
        const Steps steps(folder.filePath(u"journals"_s));
        QVERIFY(steps.isGood);
        const auto read = readJournal(steps.path);
        QVERIFY(read.has_value());
        QCOMPARE(read->changes, steps.after.back());
        QCOMPARE(read->saved, 2);
        QCOMPARE(read->unsaved().size(), 0U);
        QCOMPARE(read->start.backup, u"/backup"_s);
        QCOMPARE(read->start.source.digest, u"d0"_s);
        QCOMPARE(read->start.time, kTime);
        QCOMPARE(read->source.digest, u"d1"_s);
        QVERIFY(!read->isCutOff);
    }

    void aCutAnywhereLeavesTheStepsBeforeIt()
    {
        const QTemporaryDir folder;
        const Steps steps(folder.filePath(u"journals"_s));
        const QByteArray whole = contentsOf(steps.path);
        QCOMPARE(whole.count('\n'), qsizetype(steps.after.size()));
        const QString path = folder.filePath(u"cut"_s);
        for (qsizetype length = 0; length < whole.size(); ++length) {
            writeContents(path, whole.left(length));
            const auto read = readJournal(path);
            const qsizetype lines = whole.left(length).count('\n');
            QCOMPARE(read.has_value(), lines > 0);
            if (!read) {
                QCOMPARE(read.error().code(), u"journal-damaged"_s);
                continue;
            }
            QCOMPARE(read->changes, steps.after[std::size_t(lines - 1)]);
            QCOMPARE(read->isCutOff, !whole.left(length).endsWith('\n'));
        }
    }

    void anAlteredByteEndsTheJournalThere()
    {
        const QTemporaryDir folder;
        const Steps steps(folder.filePath(u"journals"_s));
        const QByteArray whole = contentsOf(steps.path);
        const QString path = folder.filePath(u"altered"_s);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x11);
            writeContents(path, bytes);
            const auto read = readJournal(path);
            const qsizetype lines = whole.left(at).count('\n');
            QCOMPARE(read.has_value(), lines > 0);
            if (!read)
                continue;
            QVERIFY(read->isCutOff);
            QCOMPARE(read->changes, steps.after[std::size_t(lines - 1)]);
        }
    }

    void zerosThatAPowerLossLeavesAreNoLine()
    {
        const QTemporaryDir folder;
        const Steps steps(folder.filePath(u"journals"_s));
        const QString path = folder.filePath(u"zeros"_s);
        writeContents(path, contentsOf(steps.path) + QByteArray(4096, '\0'));
        const auto read = readJournal(path);
        QVERIFY(read.has_value());
        QVERIFY(read->isCutOff);
        QCOMPARE(read->changes, steps.after.back());
    }

    void theDiskHasItSoon()
    {
        const QTemporaryDir folder;
        const auto journal = Journal::begin(folder.path(), {});
        QVERIFY(!journal->isSynced());
        QVERIFY(journal->push(numbered(1)).has_value());
        QVERIFY(!journal->isSynced());
        QTRY_VERIFY(journal->isSynced());
        QVERIFY(journal->pop().has_value());
        QVERIFY(!journal->isSynced());
        QTRY_VERIFY(journal->isSynced());
    }

    void aLineThatCouldNotBeWrittenComesWithTheNext()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"journals"_s);
        writeContents(place, "a file where the folder should be");
        const auto journal = Journal::begin(place, {});
        const Result<> first = journal->push(numbered(1));
        QVERIFY(!first);
        QCOMPARE(first.error().code(), u"journal-not-written"_s);
        QVERIFY(QFile::remove(place));
        QVERIFY(journal->push(numbered(2)).has_value());
        const auto read = readJournal(journal->path());
        QVERIFY(read.has_value());
        QCOMPARE(read->changes, (std::vector{numbered(1), numbered(2)}));
    }

    void aJournalWhoseEndCannotBeReadIsKept()
    {
        const QTemporaryDir folder;
        QString path;
        {
            const auto journal = Journal::begin(folder.path(), {});
            QVERIFY(journal->push(numbered(1)).has_value());
            QVERIFY(journal->markSaved({u"/a"_s, u"d"_s}).has_value());
            QVERIFY(journal->push(numbered(2)).has_value());
            QVERIFY(journal->sync());
            path = journal->path();
        }
        QByteArray bytes = contentsOf(path);
        bytes.replace("Thêm 2", "Them 2");
        writeContents(path, bytes);
        QVERIFY(leftJournals(folder.path()).empty());
        QVERIFY(QFile::exists(path));
    }

    void onlyJournalsOfTheDeadAreOffered()
    {
        const QTemporaryDir folder;
        QString unsavedPath;
        {
            const auto unsaved = Journal::begin(folder.path(), {});
            QVERIFY(unsaved->push(numbered(1)).has_value());
            unsavedPath = unsaved->path();
        }
        const Steps nothingUnsaved(folder.path());
        const auto held = Journal::begin(folder.path(), {});
        QVERIFY(held->push(numbered(2)).has_value());
        {
            const auto discarded = Journal::begin(folder.path(), {});
            QVERIFY(discarded->push(numbered(3)).has_value());
            discarded->discard();
            QVERIFY(!QFile::exists(discarded->path()));
        }
        const std::vector<LeftJournal> left = leftJournals(folder.path());
        QCOMPARE(left.size(), 1U);
        QCOMPARE(left.front().path, unsavedPath);
        QCOMPARE(left.front().lastEdit, numbered(1).time);
        QVERIFY(!QFile::exists(nothingUnsaved.path)); // all of it is in the document
        QVERIFY(leftJournals(folder.path()).empty()); // being offered already
        left.front().remove();
        QVERIFY(!QFile::exists(unsavedPath));
        QVERIFY(QFile::exists(held->path()));
    }
};

BM_TEST_MAIN(TestJournal)
#include "test_journal.moc"
