// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/holder_fixture.h"

#include <QTemporaryDir>

using namespace bomay;

class TestHolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void whatIsRefusedIsToldWhenSomethingElseIsShown()
    {
        HolderFixture f(&HeldAgency::head);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        f.fixture.document().select(f.data.deputy);
        QCOMPARE(f.fixture.failures(), QStringList(u"personnel-no-seat"_s));
        QVERIFY(f.name() == nullptr);
        QCOMPARE(f.holdersOf(f.data.deputy).size(), 0U);
    }

    void deleteTakesTheHolderAwayAndNotThePost()
    {
        HolderFixture f(&HeldAgency::head);
        QAction windowDelete;
        windowDelete.setShortcut(QKeySequence::Delete);
        f.window.addAction(&windowDelete);
        bool postDeleted = false;
        connect(&windowDelete, &QAction::triggered, this, [&postDeleted] { postDeleted = true; });
        const QByteArray before = f.json();
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {},
                          f.list()->visualItemRect(f.list()->item(0)).center());
        HolderFixture::press(Qt::Key_Delete);
        QVERIFY(!postDeleted);
        QCOMPARE(f.holdersOf(f.data.head).size(), 0U);
        QVERIFY(f.fixture.document().organisation().find(f.data.an) == nullptr); // held nothing else
        QVERIFY(f.vacancy()->isVisible() && f.addButton()->hasFocus());
        QCOMPARE(f.fixture.steps(), 1);
        f.fixture.document().undo();
        QVERIFY(f.json() == before);
        QCOMPARE(f.name()->text(), u"Nguyễn Văn An"_s);
        QTest::mouseClick(f.panel->findChild<QPushButton *>(u"removeHolder"_s), Qt::LeftButton);
        QCOMPARE(f.holdersOf(f.data.head).size(), 0U);
    }

    void aCountedPostHasManyHolders()
    {
        HolderFixture f(&HeldAgency::staff);
        for (const QString &name : {u"Lê Một"_s, u"Lê Hai"_s}) {
            f.clickAdd();
            HolderFixture::type(name);
            HolderFixture::press(Qt::Key_Return);
        }
        QCOMPARE(f.list()->count(), 2);
        QCOMPARE(f.vacancy()->text(), u"Còn khuyết 1."_s);
        f.list()->setFocus();
        f.list()->setCurrentRow(0);
        QCOMPARE(f.name()->text(), f.list()->item(0)->text());
        HolderFixture::press(Qt::Key_Down);
        QCOMPARE(f.name()->text(), f.list()->item(1)->text());
        HolderFixture::press(Qt::Key_Delete);
        QCOMPARE(f.list()->count(), 1);
        QVERIFY(f.list()->hasFocus());
    }

    void aDatedEditOffersItsDay()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.fixture.document().setEditMode(EditMode::FromDate, day(u"2021-07-01"_s));
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.holdersOf(f.data.deputy).at(0).period, period(u"2021-07-01"_s, {}));
    }

    void whoHeldThePostIsListedBehindWhoHoldsIt()
    {
        HolderFixture f(&HeldAgency::head);
        f.named<QLineEdit>(u"Từ ngày"_s)->setFocus();
        HolderFixture::type(u"1/1/2021"_s);
        HolderFixture::press(Qt::Key_Return);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        f.named<QLineEdit>(u"Đến ngày"_s)->setFocus();
        HolderFixture::type(u"31/12/2020"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.list()->count(), 2);
        QCOMPARE(f.list()->item(0)->text(), u"Nguyễn Văn An"_s);
        QCOMPARE(f.list()->item(1)->data(Qt::UserRole).toString(), u"đã thôi giữ · Chính thức · đến 31/12/2020"_s);
        QCOMPARE(f.list()->currentRow(), 1); // the one just entered
        f.fixture.document().setAsOf(day(u"2020-06-01"_s));
        QCOMPARE(f.list()->item(0)->text(), u"Lê Thị Cúc"_s);
    }

    void everythingIsReachedByTab()
    {
        HolderFixture f(&HeldAgency::head);
        QSet<QWidget *> reached;
        f.named<QLineEdit>(u"Chức danh"_s)->setFocus();
        for (int i = 0; i < 25; ++i) {
            reached += QApplication::focusWidget();
            HolderFixture::press(Qt::Key_Tab);
        }
        for (const QString &field : {u"Họ và tên"_s, u"Ngày sinh"_s, u"Từ ngày"_s, u"Đến ngày"_s, u"Số quyết định"_s})
            QVERIFY2(reached.contains(f.named<QLineEdit>(field)), qPrintable(field));
        QVERIFY(reached.contains(f.named<QComboBox>(u"Hình thức"_s)));
        QVERIFY(reached.contains(f.list()) && reached.contains(f.addButton()));
        QCOMPARE(f.fixture.document().session().position(), 1);
    }

    void textsThatWrapAreSeenWhole()
    {
        const HolderFixture f(&HeldAgency::head);
        const auto isWhole = [&f] {
            const auto labels = f.panel->findChild<PostForm *>()->findChildren<QLabel *>();
            return std::ranges::all_of(labels, [](const QLabel *label) {
                return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
            });
        };
        QTRY_VERIFY(isWhole());
        f.clickAdd();
        QTRY_VERIFY(isWhole());
        HolderFixture::type(u"Trần Thị Bình"_s); // somebody's name
        QTRY_VERIFY(isWhole());
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.faults().size(), 1);
        QTRY_VERIFY(isWhole());
        HolderFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(isWhole());
    }

    void aPanelThatGoesAddsNobody()
    {
        auto f = std::make_unique<HolderFixture>(&HeldAgency::deputy);
        f->clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        delete f->panel;
        QCOMPARE(f->fixture.steps(), 0);
    }

    void holdersAreThereAfterSavingAndOpening()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"5/1980"_s);
        HolderFixture::press(Qt::Key_Return);
        const QByteArray saved = f.json();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"holders.bomay"_s);
        QVERIFY(f.fixture.document().saveAs(path).has_value());
        f.fixture.document().replaceSession(Session::open(path, systemPorts()).value());
        QVERIFY(f.json() == saved);
        f.fixture.document().select(f.data.deputy);
        QCOMPARE(f.name()->text(), u"Lê Thị Cúc"_s);
        QCOMPARE(f.named<QLineEdit>(u"Ngày sinh"_s)->text(), u"05/1980"_s);
    }
};

BM_WIDGET_TEST_MAIN(TestHolders)
#include "test_holders.moc"
