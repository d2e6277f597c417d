// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/holder_fixture.h"
#include "ui/panels/person_finder.h"

using namespace bomay;

class TestHolderForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void aVacantPostSaysSoAndOffersAHolder()
    {
        const HolderFixture f(&HeldAgency::deputy);
        QCOMPARE(f.vacancy()->text(), u"Chức vụ đang khuyết."_s);
        QVERIFY(f.vacancy()->isVisible() && !f.list()->isVisible());
        QVERIFY(f.name() == nullptr);
        f.clickAdd();
        QVERIFY(f.name() != nullptr && f.name()->hasFocus());
    }

    void aHolderIsAddedByKeysAsOneStep()
    {
        HolderFixture f(&HeldAgency::deputy);
        const QByteArray before = f.json();
        f.addButton()->setFocus();
        HolderFixture::press(Qt::Key_Space);
        HolderFixture::type(u"Lê Thị Cúc"_s);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"1980"_s);
        HolderFixture::press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), f.named<QComboBox>(u"Hình thức"_s));
        HolderFixture::press(Qt::Key_Down);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"1/7/2021"_s);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"12/QĐ-UBND"_s);
        QCOMPARE(f.fixture.steps(), 0);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.fixture.steps(), 1);
        const Appointment added = f.holdersOf(f.data.deputy).at(0);
        QCOMPARE(f.person(added.person).name, u"Lê Thị Cúc"_s);
        QCOMPARE(f.person(added.person).born, (PartialDate{1980, 0, 0}));
        QCOMPARE(added.kind, AppointmentKind::Acting);
        QCOMPARE(added.period, period(u"2021-07-01"_s, {}));
        QCOMPARE(added.decision, u"12/QĐ-UBND"_s);
        QVERIFY(f.list()->isVisible() && !f.vacancy()->isVisible());
        QCOMPARE(f.list()->item(0)->text(), u"Lê Thị Cúc"_s);
        QCOMPARE(f.list()->currentRow(), 0);
        f.fixture.document().undo();
        QVERIFY(f.json() == before);
        QVERIFY(f.vacancy()->isVisible() && f.name() == nullptr);
        f.fixture.document().redo();
        QCOMPARE(f.list()->count(), 1);
    }

    void leavingTheFieldsAddsTheHolder()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        QTest::mouseClick(f.elsewhere, Qt::LeftButton);
        QCOMPARE(f.fixture.steps(), 1);
        QVERIFY(f.elsewhere->hasFocus());
        QCOMPARE(f.list()->count(), 1);
    }

    void nothingTypedAddsNobody()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        f.elsewhere->setFocus();
        QVERIFY(f.name() == nullptr);
        f.clickAdd();
        HolderFixture::type(u"Lê"_s);
        HolderFixture::press(Qt::Key_Escape);
        QVERIFY(f.name() == nullptr);
        QVERIFY(f.addButton()->hasFocus());
        f.clickAdd();
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"1980"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.faults(), QStringList(u"Chưa có tên."_s));
        QVERIFY(f.name()->hasFocus());
        QCOMPARE(f.fixture.steps(), 0);
        QCOMPARE(f.fixture.failures(), QStringList());
    }

    void whatIsTypedIsTakenBeforeACommand()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        f.panel->commit();
        QCOMPARE(f.holdersOf(f.data.deputy).size(), 1U);
        HolderFixture::type(u"Lê Thu Cúc"_s);
        f.panel->commit();
        QCOMPARE(f.person(f.holdersOf(f.data.deputy).at(0).person).name, u"Lê Thu Cúc"_s);
        QCOMPARE(f.fixture.steps(), 2);
    }

    void eachFieldThatIsLeftBecomesAnEdit()
    {
        HolderFixture f(&HeldAgency::head);
        const QByteArray before = f.json();
        f.name()->setFocus();
        HolderFixture::type(u"Nguyễn Văn Ân"_s);
        HolderFixture::press(Qt::Key_Tab);
        QCOMPARE(f.person(f.data.an).name, u"Nguyễn Văn Ân"_s);
        HolderFixture::type(u"20/5/1975"_s);
        HolderFixture::press(Qt::Key_Tab);
        QCOMPARE(f.person(f.data.an).born, (PartialDate{1975, 5, 20}));
        HolderFixture::press(Qt::Key_Down);
        QCOMPARE(f.holdersOf(f.data.head).at(0).kind, AppointmentKind::Acting);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"3/2020"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.holdersOf(f.data.head).at(0).period.from, (PartialDate{2020, 3, 0}));
        QCOMPARE(f.list()->item(0)->data(Qt::UserRole).toString(), u"Quyền · từ 03/2020"_s);
        QCOMPARE(f.fixture.steps(), 4);
        for (int i = 0; i < 4; ++i)
            f.fixture.document().undo();
        QVERIFY(f.json() == before);
        QCOMPARE(f.name()->text(), u"Nguyễn Văn An"_s);
    }

    void stepsInOneDateAreOneStepOfUndo()
    {
        HolderFixture f(&HeldAgency::head);
        auto *from = f.named<QLineEdit>(u"Từ ngày"_s);
        from->setFocus();
        HolderFixture::type(u"30/6/2021"_s);
        HolderFixture::press(Qt::Key_Return);
        const int steps = f.fixture.steps();
        HolderFixture::press(Qt::Key_Up);
        HolderFixture::press(Qt::Key_Up);
        HolderFixture::press(Qt::Key_Up);
        QCOMPARE(f.holdersOf(f.data.head).at(0).period.from, (PartialDate{2021, 7, 3}));
        QCOMPARE(f.fixture.steps(), steps);
    }

    void theKnownPersonIsTakenOnlyWhenChosen()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        QTest::keyClicks(f.name(), u"binh"_s); // marks aside
        QVERIFY(f.suggestions()->isVisible());
        QCOMPARE(f.suggestions()->count(), 1);
        QCOMPARE(f.suggestions()->item(0)->text(), u"Trần Thị Bình"_s);
        QCOMPARE(f.suggestions()->item(0)->data(Qt::UserRole).toString(), u"Trưởng phòng Phòng Tư pháp"_s);
        HolderFixture::press(Qt::Key_Down);
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(!f.suggestions()->isVisible());
        QCOMPARE(f.name()->text(), u"Trần Thị Bình"_s);
        QCOMPARE(f.fixture.steps(), 0); // the person is chosen, nobody is added yet
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.holdersOf(f.data.deputy).at(0).person, f.data.binh);
        QCOMPARE(f.fixture.document().organisation().persons().size(), 2);
    }

    void aPostIsNamedWithItsUnitWithoutSayingTheSameTwice()
    {
        HeldAgency data;
        const PostId chair = data.builder.post(data.root, u"Chủ tịch UBND"_s, PostRole::Head);
        const PersonId cuc =
            data.builder.holder(chair, u"Lê Thị Cúc"_s, AppointmentKind::Full, period(u"2021"_s, u"2021-12-31"_s));
        PanelFixture fixture(data.builder.organisation());
        const PersonFinder finder(fixture.context());
        QCOMPARE(finder.detailOf(cuc), u"Chủ tịch UBND thành phố Thủ Đức"_s);
        QCOMPARE(finder.detailOf(data.an), u"Trưởng phòng Phòng Nội vụ và Lao động"_s);
        fixture.document().setAsOf(day(u"2022-01-01"_s));
        QCOMPARE(finder.detailOf(cuc), u"Chủ tịch UBND thành phố Thủ Đức (từ 2021 đến 31/12/2021)"_s);
    }

    void theSameNameTypedIsANewPersonAndSaysSo()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        HolderFixture::type(u"Trần Thị Bình"_s);
        QVERIFY(f.suggestions()->isVisible());
        QVERIFY(hints(f).contains(u"trùng tên"_s));
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(f.holdersOf(f.data.deputy).at(0).person != f.data.binh);
        QCOMPARE(f.fixture.document().organisation().persons().size(), 3);
    }

    void aPersonIsChosenByMouseAndForgottenByTyping()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        QTest::keyClicks(f.name(), u"tran thi"_s);
        auto *list = f.suggestions();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(f.name()->text(), u"Trần Thị Bình"_s);
        QVERIFY(f.name()->hasFocus());
        QVERIFY(hints(f).contains(u"Đã có trong tài liệu: Trưởng phòng Phòng Tư pháp."_s));
        QTest::keyClicks(f.name(), u" B"_s);
        HolderFixture::press(Qt::Key_Escape); // the list alone
        QVERIFY(!hints(f).contains(u"Đã có trong tài liệu"_s));
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(f.holdersOf(f.data.deputy).at(0).person != f.data.binh);
    }

    void anotherPersonIsPutInTheHoldersPlace()
    {
        HolderFixture f(&HeldAgency::head);
        f.name()->setFocus();
        f.name()->selectAll();
        QTest::keyClicks(f.name(), u"tran thi b"_s);
        HolderFixture::press(Qt::Key_Down);
        HolderFixture::press(Qt::Key_Tab);
        QCOMPARE(f.holdersOf(f.data.head).at(0).person, f.data.binh);
        QCOMPARE(f.person(f.data.binh).name, u"Trần Thị Bình"_s);
        QCOMPARE(f.fixture.steps(), 1);
        QVERIFY(hints(f).contains(u"Trưởng phòng Phòng Tư pháp"_s)); // whose name would change there too
        f.fixture.document().undo();
        QCOMPARE(f.name()->text(), u"Nguyễn Văn An"_s);
    }

    void aTakenSeatIsSaidUnderTheFieldAndNothingTypedIsLost()
    {
        HolderFixture f(&HeldAgency::head);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.faults().size(), 1);
        QVERIFY(f.faults().at(0).contains(u"đã đủ người"_s) && f.faults().at(0).contains(u"Nguyễn Văn An"_s));
        QCOMPARE(f.name()->text(), u"Lê Thị Cúc"_s);
        QCOMPARE(f.fixture.steps(), 0);
        QCOMPARE(f.fixture.failures(), QStringList()); // no dialog
        // Put right, it counts.
        QLineEdit *to = f.named<QLineEdit>(u"Đến ngày"_s);
        to->setFocus();
        HolderFixture::type(u"2019"_s);
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(!f.faults().isEmpty()); // the present one holds it since ever
        HolderFixture::press(Qt::Key_Escape);
        QVERIFY(f.faults().isEmpty() && f.name() == nullptr);
        QCOMPARE(f.fixture.steps(), 0);
    }

    void twoDatesAreCorrectedTogether()
    {
        HolderFixture f(&HeldAgency::head);
        auto *from = f.named<QLineEdit>(u"Từ ngày"_s);
        auto *to = f.named<QLineEdit>(u"Đến ngày"_s);
        to->setFocus();
        HolderFixture::type(u"2020"_s);
        HolderFixture::press(Qt::Key_Return);
        from->setFocus();
        HolderFixture::type(u"1/1/2021"_s);
        HolderFixture::press(Qt::Key_Tab);
        QCOMPARE(f.faults().size(), 1);
        QVERIFY(f.faults().at(0).contains(u"đứng trước"_s));
        HolderFixture::type(u"2022"_s);
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(f.faults().isEmpty());
        QCOMPARE(f.holdersOf(f.data.head).at(0).period, period(u"2021-01-01"_s, u"2022"_s));
    }

    void aRefusedDateStaysWhenTheNameIsCorrected()
    {
        HolderFixture f(&HeldAgency::head);
        auto *from = f.named<QLineEdit>(u"Từ ngày"_s);
        f.named<QLineEdit>(u"Đến ngày"_s)->setFocus();
        HolderFixture::type(u"2020"_s);
        HolderFixture::press(Qt::Key_Return);
        from->setFocus();
        HolderFixture::type(u"1/1/2021"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.faults().size(), 1);
        f.name()->setFocus();
        HolderFixture::type(u"Nguyễn Văn Ân"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.person(f.data.an).name, u"Nguyễn Văn Ân"_s);
        QCOMPARE(from->text(), u"01/01/2021"_s);
        QCOMPARE(f.faults().size(), 1);
        from->setFocus();
        HolderFixture::type(u"2019"_s);
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(f.faults().isEmpty());
        QCOMPARE(f.holdersOf(f.data.head).at(0).period, period(u"2019"_s, u"2020"_s));
        QCOMPARE(f.fixture.steps(), 3);
    }

    void aDateThatCannotBeReadAddsNobody()
    {
        HolderFixture f(&HeldAgency::deputy);
        f.clickAdd();
        HolderFixture::type(u"Lê Thị Cúc"_s);
        HolderFixture::press(Qt::Key_Tab);
        HolderFixture::type(u"31/2/1980"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.faults(), QStringList(u"Không có ngày 31/2/1980."_s));
        QCOMPARE(f.fixture.steps(), 0);
        HolderFixture::type(u"1980"_s);
        HolderFixture::press(Qt::Key_Return);
        QCOMPARE(f.fixture.steps(), 1);
    }

private:
    static QString hints(const HolderFixture &f)
    {
        QString texts;
        for (const auto *label : f.panel->findChild<PostForm *>()->findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text() + u'\n';
        return texts;
    }
};

BM_WIDGET_TEST_MAIN(TestHolderForm)
#include "test_holder_form.moc"
