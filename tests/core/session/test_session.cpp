// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/change/change_builder.h"
#include "core/change/edits.h"
#include "core/decree/checker.h"
#include "core/exchange/organisation_json.h"
#include "core/session/session.h"
#include "tests/core/session/added_unit.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

SessionPorts fixedPorts()
{
    return {[] { return QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC); },
            std::make_shared<SeededIdSource>("session"), u"Người thử"_s};
}

/// A unit, or one with heads: more than one break a rule.
Change addUnitWithHeads(Session &session, const QString &name, int heads)
{
    Change change = addUnit(session, name);
    const UnitId unit{change.images.front().key.uid};
    for (int i = 0; i < heads; ++i) {
        PostState state;
        state.title = u"Trưởng"_s;
        state.role = PostRole::Head;
        const Post post{session.ids().make<PostId>(), {}, {state}};
        const Relation relation{session.ids().make<RelationId>(), RelationType::BelongsTo, post.id, unit, {}};
        change.images.push_back({keyOf(post.id), std::nullopt, post});
        change.images.push_back({keyOf(relation.id), std::nullopt, relation});
    }
    return change;
}

/// Is the report the one of a check made anew?
bool isReportSound(const Session &session)
{
    const OrgView view(session.organisation(), session.asOf());
    return session.report() == check(session.organisation(), view, session.packs().packs);
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void undoAndRedoWalkTheChanges()
    {
        Session session(fixedPorts());
        QVERIFY(!session.isModified());
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(session.apply(addUnit(session, u"B"_s)).has_value());
        QCOMPARE(session.undoTitle(), u"Thêm B"_s);
        QCOMPARE(session.changes().back().author, u"Người thử"_s);
        QVERIFY(!session.changes().back().id.isNull());
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.organisation().units().size(), 1);
        QCOMPARE(session.redoTitle(), u"Thêm B"_s);
        QVERIFY(session.redo().has_value());
        QCOMPARE(session.organisation().units().size(), 2);
        QVERIFY(session.undo().has_value());
        QVERIFY(session.undo().has_value());
        QVERIFY(session.undo().has_value()); // nothing left: no error
        QVERIFY(!session.isModified());
        QVERIFY(session.redo().has_value());
        QVERIFY(session.apply(addUnit(session, u"C"_s)).has_value());
        QCOMPARE(session.redoTitle(), QString());
        QCOMPARE(session.view().units().size(), 2U);
    }

    void theLogTellsOfUndoneSavedChanges()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        Session session(fixedPorts());
        const auto save = [&] { return session.saveAs(path).has_value(); };
        const auto titles = [&path] {
            QStringList lines;
            const auto log = loadLog(path);
            if (!log)
                return QStringList{log.error().code()};
            for (const LogEntry &entry : *log)
                lines += (entry.change.undoes.isNull() ? QString() : u"-"_s) + entry.change.title;
            return lines;
        };
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(save());
        QVERIFY(session.apply(addUnit(session, u"B"_s)).has_value());
        QVERIFY(session.apply(addUnit(session, u"C"_s)).has_value());
        QVERIFY(session.undo().has_value()); // never saved: nobody needs to know
        QVERIFY(save());
        QCOMPARE(titles(), (QStringList{u"Thêm A"_s, u"Thêm B"_s}));
        QVERIFY(session.undo().has_value());
        QVERIFY(session.isModified());
        QVERIFY(session.redo().has_value());
        QVERIFY(!session.isModified());
        QVERIFY(session.undo().has_value());
        const Uid undone = session.unsaved().back().undoes;
        QVERIFY(save());
        QCOMPARE(titles(), (QStringList{u"Thêm A"_s, u"Thêm B"_s, u"-Thêm B"_s}));
        QCOMPARE(loadLog(path)->at(1).change.id, undone);
        QVERIFY(session.redo().has_value());
        QVERIFY(save());
        QCOMPARE(titles(), (QStringList{u"Thêm A"_s, u"Thêm B"_s, u"-Thêm B"_s, u"Thêm B"_s}));
        QVERIFY(session.undo().has_value());
        QVERIFY(session.undo().has_value());
        QVERIFY(session.apply(addUnit(session, u"D"_s)).has_value());
        QVERIFY(save());
        QCOMPARE(titles().size(), 7);
        const auto opened = Session::open(path, fixedPorts());
        QVERIFY(opened.has_value());
        QCOMPARE(canonicalJson((*opened)->organisation()), canonicalJson(session.organisation()));
    }

    void whereTheOldFileIsGoneTheWholeIsWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        Session session(fixedPorts());
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(session.saveAs(path).has_value());
        QVERIFY(QFile::remove(path));
        QVERIFY(session.apply(addUnit(session, u"B"_s)).has_value());
        QVERIFY(session.saveAs(path).has_value());
        QCOMPARE(loadDocument(path)->units().size(), 2);
    }

    void aFileThatSomebodyElseSavedIsNotOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        Session session(fixedPorts());
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(session.saveAs(path).has_value());
        SessionPorts ports = fixedPorts();
        ports.ids = std::make_shared<SeededIdSource>("other");
        auto other = Session::open(path, std::move(ports));
        QVERIFY(other.has_value());
        QVERIFY((*other)->apply(addUnit(**other, u"B"_s)).has_value());
        QVERIFY((*other)->saveAs(path).has_value());
        QVERIFY(session.apply(addUnit(session, u"C"_s)).has_value());
        const Result<> saved = session.saveAs(path);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code(), u"document-changed-outside"_s);
        QVERIFY(session.isModified());
        QCOMPARE(loadDocument(path)->units().size(), 2);
        QVERIFY(session.saveAs(folder.filePath(u"b.bomay"_s)).has_value()); // under another name nothing is lost
        QCOMPARE(loadDocument(folder.filePath(u"b.bomay"_s))->units().size(), 2);
    }

    void aLargeDocumentIsSeenWhileItIsRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        const auto timesSeen = [&path](int units) {
            Session session(fixedPorts());
            ChangeBuilder builder(session.organisation());
            for (int i = 0; i < units; ++i)
                builder.put(Unit{session.ids().make<UnitId>(), u"U%1"_s.arg(i), false, {UnitState{}}});
            DocumentInfo info{documentInfoId(), u"Lớn"_s, PartialDate{2021, 12, 31}};
            builder.put(info);
            Change change;
            change.images = builder.takeImages();
            if (!session.apply(std::move(change)) || !session.saveAs(path))
                return -1;
            int seen = 0;
            const auto opened = Session::open(path, fixedPorts(), [&](const OrgView &view) {
                seen += sizeOf(view.units()) == units && view.day() == *Day::fromYmd(2021, 12, 31) ? 1 : 100;
            });
            return opened && sizeOf((*opened)->view().units()) == units ? seen : -1;
        };
        QCOMPARE(timesSeen(Session::kEarlyViewFrom), 1);
        QCOMPARE(timesSeen(Session::kEarlyViewFrom - 1), 0); // there in one go
    }

    void aFileOfAnOlderVersionIsKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        QVERIFY(QFile::copy(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-1.bomay"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        auto session = Session::open(path, fixedPorts());
        QVERIFY(session.has_value());
        QVERIFY((*session)->apply(addUnit(**session, u"Mới"_s)).has_value());
        QVERIFY((*session)->saveAs(path).has_value());
        QCOMPARE(loadDocument(path)->units().size(), 4);
        QCOMPARE(loadDocument(path + u".bak"_s)->units().size(), 3);
        QCOMPARE(loadLog(path)->size(), 1U);
    }

    void changesOfOneGestureAreOneStep()
    {
        QDateTime now(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
        SessionPorts ports = fixedPorts();
        ports.now = [&now] { return now; };
        Session session(std::move(ports));
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        const QByteArray start = canonicalJson(session.organisation());
        const UnitId unit = session.organisation().unitsWithCode(u"A"_s).first();
        const auto type = [&](const QString &name, const QString &gesture) {
            const EditScope scope{EditMode::Correct, session.asOf(), {}};
            return session.apply(*rename(session.organisation(), unit, name, scope), gesture).has_value();
        };
        QVERIFY(type(u"Ab"_s, u"name"_s));
        QVERIFY(type(u"Abc"_s, u"name"_s));
        QCOMPARE(session.position(), 2);
        QVERIFY(session.undo().has_value());
        QCOMPARE(canonicalJson(session.organisation()), start);
        QVERIFY(session.redo().has_value());
        QCOMPARE(session.organisation().find(unit)->states[0].name, u"Abc"_s);
        QVERIFY(type(u"Abcd"_s, u"name"_s)); // after undo and redo a gesture is over
        QCOMPARE(session.position(), 3);
        QVERIFY(type(u"B"_s, u"another"_s));
        QVERIFY(type(u"C"_s, {}));
        QVERIFY(type(u"D"_s, {}));
        QCOMPARE(session.position(), 6);
        QVERIFY(type(u"E"_s, u"name"_s));
        now = now.addMSecs(2001);
        QVERIFY(type(u"F"_s, u"name"_s));
        QCOMPARE(session.position(), 8);
        const QTemporaryDir folder;
        QVERIFY(session.saveAs(folder.filePath(u"a.bomay"_s)).has_value());
        QVERIFY(type(u"G"_s, u"name"_s)); // what the file has is a step of its own
        QCOMPARE(session.position(), 9);
        QVERIFY(type(u"F"_s, u"name"_s)); // back where it began: no step at all
        QCOMPARE(session.position(), 8);
        QVERIFY(!session.isModified());
    }

    void theViewFollowsEveryStep()
    {
        Session session(fixedPorts());
        const auto names = [&session] {
            QStringList list;
            for (const ViewNode &node : session.view().nodes())
                list += session.view().units()[uz(node.item)].state.name;
            return list;
        };
        QCOMPARE(names(), QStringList());
        QVERIFY(session.apply(addUnit(session, u"B"_s)).has_value());
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s}));
        QVERIFY(session.undo().has_value());
        QCOMPARE(names(), QStringList{u"B"_s});
        QVERIFY(!session.apply(addUnit(session, u"B"_s)).has_value());
        QCOMPARE(names(), QStringList{u"B"_s});
        QVERIFY(session.redo().has_value());
        session.setAsOf(*Day::fromYmd(2021, 12, 31));
        QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s}));
    }

    void aRefusedChangeLeavesNoStep()
    {
        Session session(fixedPorts());
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(!session.apply(addUnit(session, u"A"_s)).has_value()); // the code is taken
        QCOMPARE(session.position(), 1);
        QCOMPARE(session.organisation().units().size(), 1);
    }

    void listenersHearOfEveryChangeWithTheNewState()
    {
        Session session(fixedPorts());
        QList<std::pair<int, int>> heard; // rows touched, position
        session.onChanged(
            [&](const ChangeSet &set) { heard.append({static_cast<int>(set.entries.size()), session.position()}); });
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(session.undo().has_value());
        QVERIFY(session.redo().has_value());
        session.setAsOf(*Day::fromYmd(2021, 12, 31));
        const QList<std::pair<int, int>> expected{{1, 1}, {1, 0}, {1, 1}, {0, 1}};
        QCOMPARE(heard, expected);
    }

    void theDayIsTheDocumentsElseToday()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tài liệu.bomay"_s);
        Session session(fixedPorts());
        QCOMPARE(session.asOf().toIso(), u"2026-01-02"_s);
        ChangeBuilder builder(session.organisation());
        builder.put(DocumentInfo{documentInfoId(), u"Sơ đồ"_s, *PartialDate::parse(u"2021")});
        Change change;
        change.images = builder.takeImages();
        QVERIFY(session.apply(std::move(change)).has_value());
        QVERIFY(session.apply(addUnit(session, u"A"_s)).has_value());
        QVERIFY(session.isModified());
        QVERIFY(session.saveAs(path).has_value());
        QVERIFY(!session.isModified());
        const auto reopened = Session::open(path, fixedPorts());
        QVERIFY(reopened.has_value());
        QCOMPARE((*reopened)->asOf().toIso(), u"2021-12-31"_s);
        QVERIFY(canonicalJson((*reopened)->organisation()) == canonicalJson(session.organisation()));
        QVERIFY(session.undo().has_value());
        QVERIFY(session.isModified());
    }

    void builtInPacksAreSound()
    {
        Session session(fixedPorts());
        QVERIFY(session.packs().errors.empty());
        QVERIFY(session.packs().packs.size() >= 4);
        QVERIFY(session.report().findings.empty());
    }

    void theReportFollowsChangesUndoAndTheDay()
    {
        Session session(fixedPorts());
        QVERIFY(session.report().findings.empty());
        QVERIFY(session.apply(addUnitWithHeads(session, u"A"_s, 2)).has_value());
        QCOMPARE(session.report().findings.size(), std::size_t(1));
        QCOMPARE(session.report().findings.front().rule, u"own.two-heads"_s);
        QVERIFY(isReportSound(session));
        QVERIFY(session.undo().has_value());
        QVERIFY(session.report().findings.empty() && isReportSound(session));
        QVERIFY(session.redo().has_value());
        QVERIFY(session.report().findings.size() == 1 && isReportSound(session));
        session.setAsOf(*Day::fromYmd(2021, 12, 31));
        QCOMPARE(session.report().day.toIso(), u"2021-12-31"_s);
        QVERIFY(session.report().findings.size() == 1 && isReportSound(session));
    }

    void aPreviewSaysWhatAChangeWouldBringAndLeavesNoTrace()
    {
        Session session(fixedPorts());
        QVERIFY(session.apply(addUnitWithHeads(session, u"A"_s, 2)).has_value());
        int heard = 0;
        session.onChanged([&heard](const ChangeSet &) { ++heard; });
        const QByteArray before = canonicalJson(session.organisation());
        const CheckReport report = session.report();
        const auto preview = session.preview(addUnitWithHeads(session, u"B"_s, 3));
        QVERIFY(preview.has_value());
        QCOMPARE(preview->added.size(), std::size_t(1));
        QCOMPARE(preview->added.front().subjects.front().code, u"B"_s);
        QVERIFY(preview->removed.empty());
        const auto undone = session.preview(inverted(session.changes().back()));
        QVERIFY(undone.has_value());
        QVERIFY(undone->added.empty());
        QCOMPARE(undone->removed.size(), std::size_t(1));
        QCOMPARE(session.preview(session.changes().back()).error().code(), u"stale-before"_s);
        QCOMPARE(canonicalJson(session.organisation()), before);
        QCOMPARE(session.report(), report);
        QCOMPARE(heard, 0);
        QCOMPARE(session.position(), 1);
    }
};

BM_TEST_MAIN(TestSession)
#include "test_session.moc"
