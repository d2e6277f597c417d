// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/window/file_commands.h"

#include <QFile>
#include <QRegularExpression>
#include <QStatusBar>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A root with leaf units below it, as many as it takes to be seen early, and the head of the root.
struct LargeDocument
{
    WindowFixture f;
    QString path = f.folder.filePath(u"lớn.bomay"_s);
    UnitId root;
    UnitId small; ///< of the document that was open before

    LargeDocument()
    {
        f.trigger(u"addUnit"_s);
        f.typeName(u"Phường Ổi"_s);
        small = UnitId{f.document().selected()->uid};
        Change change;
        const auto put = [&change](auto row) {
            change.images.push_back({keyOf(row.id), std::nullopt, std::move(row)});
        };
        SeededIdSource ids("large");
        root = ids.make<UnitId>();
        UnitState state;
        state.name = u"Thành phố"_s;
        put(Unit{root, u"TP"_s, false, {state}});
        state.name = u"Phòng"_s;
        for (int i = 0; i < Session::kEarlyViewFrom; ++i) {
            const Unit unit{ids.make<UnitId>(), u"P%1"_s.arg(i), false, {state}};
            put(unit);
            put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, unit.id, root, {}});
        }
        PostState seat;
        seat.title = u"Chủ tịch"_s;
        seat.role = PostRole::Head;
        const Post head{ids.make<PostId>(), {}, {seat}};
        const Person person{ids.make<PersonId>(), {}, u"Nguyễn Văn Thử"_s, {}};
        put(head);
        put(person);
        put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, head.id, root, {}});
        put(Appointment{ids.make<AppointmentId>(), head.id, person.id, AppointmentKind::Full, {}, {}});
        Organisation organisation;
        if (!applyChange(organisation, change) || !saveDocument(organisation, path))
            qFatal("no large document");
    }
};

/// A file in the fixture's folder.
QString written(const WindowFixture &f, const QString &name, const QString &text)
{
    QFile file(f.folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("the file cannot be written");
    return file.fileName();
}

const QString kList = u"STT,Tên đơn vị,Biên chế giao\nI,Sở Một,10\n1,Phòng A,4\n2,Phòng B,năm\n"_s;

} // namespace

class TestOpeningWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aLargeDocumentIsSeenBeforeItIsWhole()
    {
        LargeDocument large;
        WindowFixture &f = large.f;
        QImage early;
        connect(&f.document(), &Document::seenEarly, this, [&](const OrgView &view) {
            QCOMPARE(view.units().size(), std::size_t(Session::kEarlyViewFrom) + 1);
            QCOMPARE(view.posts()[0].vacantSeats(), 0); // nobody knows yet
            // The old document stands, so that nothing can be done to half of the new one.
            QVERIFY(f.document().organisation().find(large.small) != nullptr);
            early = f.window->canvas().viewport()->grab().toImage();
        });
        f.window->files().openPath(large.path);
        QVERIFY(f.document().organisation().find(large.root) != nullptr);
        QVERIFY(!early.isNull());
        QVERIFY(early != f.window->canvas().viewport()->grab().toImage()); // now with the head's name
        QCOMPARE(f.dialogs.told, QStringList());
    }

    void aLargeDocumentThatIsRefusedLeavesTheOneThatWasOpen()
    {
        LargeDocument large;
        WindowFixture &f = large.f;
        const QImage before = f.window->canvas().viewport()->grab().toImage();
        QFile file(large.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes[bytes.indexOf(u"Nguyễn Văn Thử"_s.toUtf8())] = 'X'; // the digest tells
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        int early = 0;
        connect(&f.document(), &Document::seenEarly, this, [&early] { ++early; });
        f.window->files().openPath(large.path);
        QCOMPARE(early, 1);
        QCOMPARE(f.dialogs.asked, QStringList{u"salvage"_s});
        QVERIFY(f.document().organisation().find(large.small) != nullptr);
        QCOMPARE(f.window->canvas().viewport()->grab().toImage(), before);
    }

    void aSpreadsheetThatIsNotTakenLeavesTheDocument()
    {
        WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"Phường Ổi"_s);
        const QByteArray before = f.json();
        f.window->files().openPath(written(f, u"hỏng.xlsx"_s, u"no spreadsheet"_s));
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY(f.json() == before);
        f.dialogs.nextImport = false;
        f.window->files().openPath(written(f, u"danh sách.csv"_s, kList));
        QCOMPARE(f.dialogs.asked.last(), u"import incomplete"_s);
        QVERIFY(f.json() == before);
        QVERIFY(f.window->action(u"undo"_s)->isEnabled());
        f.dialogs.nextImport = true;
        f.window->files().openPath(written(f, u"danh sách.csv"_s, kList));
        QCOMPARE(f.document().organisation().units().size(), 3);
        QCOMPARE(f.window->statusBar()->currentMessage(), u"Đã nhập 3 dòng"_s);
        QCOMPARE(f.document().session().position(), 1);
    }

    void anImportThatNamesNoDayLeavesTheDayInView()
    {
        WindowFixture f;
        f.window->files().openPath(QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx"));
        QCOMPARE(f.document().session().asOf().toIso(), u"2021-12-31"_s);
        const Day later = Day::fromDate(QDate(2025, 7, 2));
        f.document().setAsOf(later);
        f.dialogs.nextFile = written(f, u"danh sách.csv"_s, kList);
        f.trigger(u"import"_s);
        QCOMPARE(f.dialogs.told, QStringList());
        QCOMPARE(f.document().session().asOf(), later);
        QCOMPARE(f.window->statusBar()->currentMessage(), u"Đã nhập 3 nội dung đã chọn"_s);
    }
};

BM_GUI_TEST_MAIN(TestOpeningWindow)
#include "test_opening_window.moc"
