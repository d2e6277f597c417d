// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organisation_json.h"
#include "tests/ui/panels/panel_fixture.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/person_finder.h"
#include "ui/panels/post_form.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A division with a held and a vacant seat, a counted post, and one with somebody of another division.
struct Agency
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"UBND thành phố Thủ Đức"_s, {}, UnitKind::PeoplesCommittee);
    UnitId home = builder.unit(u"Phòng Nội vụ và Lao động"_s, root, UnitKind::SpecialisedAgency);
    UnitId justice = builder.unit(u"Phòng Tư pháp"_s, root, UnitKind::SpecialisedAgency);
    PostId head = builder.post(home, u"Trưởng phòng"_s, PostRole::Head);
    PostId deputy = builder.post(home, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    PostId staff = builder.post(home, u"Chuyên viên"_s, PostRole::Staff, 0, 3);
    PostId otherHead = builder.post(justice, u"Trưởng phòng"_s, PostRole::Head);
    PersonId an = builder.holder(head, u"Nguyễn Văn An"_s);
    PersonId binh = builder.holder(otherHead, u"Trần Thị Bình"_s);
};

/// The inspector on a post, in a window with another field to go to.
struct Fixture
{
    Agency data;
    PanelFixture fixture{data.builder.organisation()};
    QWidget window;
    QLineEdit *elsewhere = new QLineEdit(&window);
    InspectorPanel *panel = nullptr;

    explicit Fixture(PostId Agency::*post)
    {
        fixture.document().select(data.*post);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(elsewhere);
        panel = new InspectorPanel(fixture.context());
        layout->addWidget(panel);
        window.resize(260, 900);
        if (!showActive(window))
            qFatal("the window did not get the keyboard");
    }

    template <typename Widget>
    Widget *named(const QString &accessibleName) const
    {
        for (auto *widget : panel->findChild<PostForm *>()->findChildren<Widget *>())
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        return nullptr;
    }

    [[nodiscard]] QLineEdit *name() const { return named<QLineEdit>(u"Họ và tên"_s); }
    [[nodiscard]] QListWidget *list() const { return panel->findChild<QListWidget *>(u"holders"_s); }
    [[nodiscard]] QPushButton *addButton() const { return panel->findChild<QPushButton *>(u"addHolder"_s); }
    [[nodiscard]] QListWidget *suggestions() const { return window.findChild<QListWidget *>(u"suggestions"_s); }
    [[nodiscard]] QLabel *vacancy() const { return panel->findChild<QLabel *>(u"vacancy"_s); }

    /// What is said to be wrong under the fields.
    [[nodiscard]] QStringList faults() const
    {
        QStringList texts;
        for (const auto *label : panel->findChildren<QLabel *>(u"fieldFault"_s))
            if (label->isVisible())
                texts += label->text();
        return texts;
    }

    void clickAdd() const { QTest::mouseClick(addButton(), Qt::LeftButton); }

    /// Types into what has the keyboard, over what is there.
    static void type(const QString &text)
    {
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        if (field == nullptr)
            qFatal("no field has the keyboard");
        field->selectAll();
        typeText(field, text);
    }

    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    [[nodiscard]] std::vector<Appointment> holdersOf(PostId post)
    {
        std::vector<Appointment> rows;
        for (const Appointment *row : fixture.document().organisation().naming<Appointment>(keyOf(post)))
            rows.push_back(*row);
        return rows;
    }
    [[nodiscard]] Person person(PersonId id) { return *fixture.document().organisation().find(id); }
    [[nodiscard]] QByteArray json() { return canonicalJson(fixture.document().organisation()); }
};

} // namespace

class TestHolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void aVacantPostSaysSoAndOffersAHolder()
    {
        const Fixture f(&Agency::deputy);
        QCOMPARE(f.vacancy()->text(), u"Chức vụ đang khuyết."_s);
        QVERIFY(f.vacancy()->isVisible() && !f.list()->isVisible());
        QVERIFY(f.name() == nullptr);
        f.clickAdd();
        QVERIFY(f.name() != nullptr && f.name()->hasFocus());
    }

    void aHolderIsAddedByKeysAsOneStep()
    {
        Fixture f(&Agency::deputy);
        const QByteArray before = f.json();
        f.addButton()->setFocus();
        Fixture::press(Qt::Key_Space);
        Fixture::type(u"Lê Thị Cúc"_s);
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"1980"_s);
        Fixture::press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), f.named<QComboBox>(u"Hình thức"_s));
        Fixture::press(Qt::Key_Down);
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"1/7/2021"_s);
        Fixture::press(Qt::Key_Tab);
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"12/QĐ-UBND"_s);
        QCOMPARE(f.fixture.steps(), 0);
        Fixture::press(Qt::Key_Return);
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
        Fixture f(&Agency::deputy);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        QTest::mouseClick(f.elsewhere, Qt::LeftButton);
        QCOMPARE(f.fixture.steps(), 1);
        QVERIFY(f.elsewhere->hasFocus());
        QCOMPARE(f.list()->count(), 1);
    }

    void nothingTypedAddsNobody()
    {
        Fixture f(&Agency::deputy);
        f.clickAdd();
        f.elsewhere->setFocus();
        QVERIFY(f.name() == nullptr);
        f.clickAdd();
        Fixture::type(u"Lê"_s);
        Fixture::press(Qt::Key_Escape);
        QVERIFY(f.name() == nullptr);
        QVERIFY(f.addButton()->hasFocus());
        f.clickAdd();
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"1980"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.faults(), QStringList(u"Chưa có tên."_s));
        QVERIFY(f.name()->hasFocus());
        QCOMPARE(f.fixture.steps(), 0);
        QCOMPARE(f.fixture.failures(), QStringList());
    }

    void whatIsTypedIsTakenBeforeACommand()
    {
        Fixture f(&Agency::deputy);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        f.panel->commit();
        QCOMPARE(f.holdersOf(f.data.deputy).size(), 1U);
        Fixture::type(u"Lê Thu Cúc"_s);
        f.panel->commit();
        QCOMPARE(f.person(f.holdersOf(f.data.deputy).at(0).person).name, u"Lê Thu Cúc"_s);
        QCOMPARE(f.fixture.steps(), 2);
    }

    void eachFieldThatIsLeftBecomesAnEdit()
    {
        Fixture f(&Agency::head);
        const QByteArray before = f.json();
        f.name()->setFocus();
        Fixture::type(u"Nguyễn Văn Ân"_s);
        Fixture::press(Qt::Key_Tab);
        QCOMPARE(f.person(f.data.an).name, u"Nguyễn Văn Ân"_s);
        Fixture::type(u"20/5/1975"_s);
        Fixture::press(Qt::Key_Tab);
        QCOMPARE(f.person(f.data.an).born, (PartialDate{1975, 5, 20}));
        Fixture::press(Qt::Key_Down);
        QCOMPARE(f.holdersOf(f.data.head).at(0).kind, AppointmentKind::Acting);
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"3/2020"_s);
        Fixture::press(Qt::Key_Return);
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
        Fixture f(&Agency::head);
        auto *from = f.named<QLineEdit>(u"Từ ngày"_s);
        from->setFocus();
        Fixture::type(u"30/6/2021"_s);
        Fixture::press(Qt::Key_Return);
        const int steps = f.fixture.steps();
        Fixture::press(Qt::Key_Up);
        Fixture::press(Qt::Key_Up);
        Fixture::press(Qt::Key_Up);
        QCOMPARE(f.holdersOf(f.data.head).at(0).period.from, (PartialDate{2021, 7, 3}));
        QCOMPARE(f.fixture.steps(), steps);
    }

    void theKnownPersonIsTakenOnlyWhenChosen()
    {
        Fixture f(&Agency::deputy);
        f.clickAdd();
        QTest::keyClicks(f.name(), u"binh"_s); // marks aside
        QVERIFY(f.suggestions()->isVisible());
        QCOMPARE(f.suggestions()->count(), 1);
        QCOMPARE(f.suggestions()->item(0)->text(), u"Trần Thị Bình"_s);
        QCOMPARE(f.suggestions()->item(0)->data(Qt::UserRole).toString(), u"Trưởng phòng Phòng Tư pháp"_s);
        Fixture::press(Qt::Key_Down);
        Fixture::press(Qt::Key_Return);
        QVERIFY(!f.suggestions()->isVisible());
        QCOMPARE(f.name()->text(), u"Trần Thị Bình"_s);
        QCOMPARE(f.fixture.steps(), 0); // the person is chosen, nobody is added yet
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.holdersOf(f.data.deputy).at(0).person, f.data.binh);
        QCOMPARE(f.fixture.document().organisation().persons().size(), 2);
    }

    void aPostIsNamedWithItsUnitWithoutSayingTheSameTwice()
    {
        Agency data;
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
        Fixture f(&Agency::deputy);
        f.clickAdd();
        Fixture::type(u"Trần Thị Bình"_s);
        QVERIFY(f.suggestions()->isVisible());
        QVERIFY(hints(f).contains(u"trùng tên"_s));
        Fixture::press(Qt::Key_Return);
        QVERIFY(f.holdersOf(f.data.deputy).at(0).person != f.data.binh);
        QCOMPARE(f.fixture.document().organisation().persons().size(), 3);
    }

    void aPersonIsChosenByMouseAndForgottenByTyping()
    {
        Fixture f(&Agency::deputy);
        f.clickAdd();
        QTest::keyClicks(f.name(), u"tran thi"_s);
        auto *list = f.suggestions();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(f.name()->text(), u"Trần Thị Bình"_s);
        QVERIFY(f.name()->hasFocus());
        QVERIFY(hints(f).contains(u"Đã có trong tài liệu: Trưởng phòng Phòng Tư pháp."_s));
        QTest::keyClicks(f.name(), u" B"_s);
        Fixture::press(Qt::Key_Escape); // the list alone
        QVERIFY(!hints(f).contains(u"Đã có trong tài liệu"_s));
        Fixture::press(Qt::Key_Return);
        QVERIFY(f.holdersOf(f.data.deputy).at(0).person != f.data.binh);
    }

    void anotherPersonIsPutInTheHoldersPlace()
    {
        Fixture f(&Agency::head);
        f.name()->setFocus();
        f.name()->selectAll();
        QTest::keyClicks(f.name(), u"tran thi b"_s);
        Fixture::press(Qt::Key_Down);
        Fixture::press(Qt::Key_Tab);
        QCOMPARE(f.holdersOf(f.data.head).at(0).person, f.data.binh);
        QCOMPARE(f.person(f.data.binh).name, u"Trần Thị Bình"_s);
        QCOMPARE(f.fixture.steps(), 1);
        QVERIFY(hints(f).contains(u"Trưởng phòng Phòng Tư pháp"_s)); // whose name would change there too
        f.fixture.document().undo();
        QCOMPARE(f.name()->text(), u"Nguyễn Văn An"_s);
    }

    void aTakenSeatIsSaidUnderTheFieldAndNothingTypedIsLost()
    {
        Fixture f(&Agency::head);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.faults().size(), 1);
        QVERIFY(f.faults().at(0).contains(u"đã đủ người"_s) && f.faults().at(0).contains(u"Nguyễn Văn An"_s));
        QCOMPARE(f.name()->text(), u"Lê Thị Cúc"_s);
        QCOMPARE(f.fixture.steps(), 0);
        QCOMPARE(f.fixture.failures(), QStringList()); // no dialog
        // Put right, it counts.
        QLineEdit *to = f.named<QLineEdit>(u"Đến ngày"_s);
        to->setFocus();
        Fixture::type(u"2019"_s);
        Fixture::press(Qt::Key_Return);
        QVERIFY(!f.faults().isEmpty()); // the present one holds it since ever
        Fixture::press(Qt::Key_Escape);
        QVERIFY(f.faults().isEmpty() && f.name() == nullptr);
        QCOMPARE(f.fixture.steps(), 0);
    }

    void twoDatesAreCorrectedTogether()
    {
        Fixture f(&Agency::head);
        auto *from = f.named<QLineEdit>(u"Từ ngày"_s);
        auto *to = f.named<QLineEdit>(u"Đến ngày"_s);
        to->setFocus();
        Fixture::type(u"2020"_s);
        Fixture::press(Qt::Key_Return);
        from->setFocus();
        Fixture::type(u"1/1/2021"_s);
        Fixture::press(Qt::Key_Tab);
        QCOMPARE(f.faults().size(), 1);
        QVERIFY(f.faults().at(0).contains(u"đứng trước"_s));
        Fixture::type(u"2022"_s);
        Fixture::press(Qt::Key_Return);
        QVERIFY(f.faults().isEmpty());
        QCOMPARE(f.holdersOf(f.data.head).at(0).period, period(u"2021-01-01"_s, u"2022"_s));
    }

    void aRefusedDateStaysWhenTheNameIsCorrected()
    {
        Fixture f(&Agency::head);
        auto *from = f.named<QLineEdit>(u"Từ ngày"_s);
        f.named<QLineEdit>(u"Đến ngày"_s)->setFocus();
        Fixture::type(u"2020"_s);
        Fixture::press(Qt::Key_Return);
        from->setFocus();
        Fixture::type(u"1/1/2021"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.faults().size(), 1);
        f.name()->setFocus();
        Fixture::type(u"Nguyễn Văn Ân"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.person(f.data.an).name, u"Nguyễn Văn Ân"_s);
        QCOMPARE(from->text(), u"01/01/2021"_s);
        QCOMPARE(f.faults().size(), 1);
        from->setFocus();
        Fixture::type(u"2019"_s);
        Fixture::press(Qt::Key_Return);
        QVERIFY(f.faults().isEmpty());
        QCOMPARE(f.holdersOf(f.data.head).at(0).period, period(u"2019"_s, u"2020"_s));
        QCOMPARE(f.fixture.steps(), 3);
    }

    void aDateThatCannotBeReadAddsNobody()
    {
        Fixture f(&Agency::deputy);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"31/2/1980"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.faults(), QStringList(u"Không có ngày 31/2/1980."_s));
        QCOMPARE(f.fixture.steps(), 0);
        Fixture::type(u"1980"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.fixture.steps(), 1);
    }

    void whatIsRefusedIsToldWhenSomethingElseIsShown()
    {
        Fixture f(&Agency::head);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        f.fixture.document().select(f.data.deputy);
        QCOMPARE(f.fixture.failures(), QStringList(u"personnel-no-seat"_s));
        QVERIFY(f.name() == nullptr);
        QCOMPARE(f.holdersOf(f.data.deputy).size(), 0U);
    }

    void deleteTakesTheHolderAwayAndNotThePost()
    {
        Fixture f(&Agency::head);
        QAction windowDelete;
        windowDelete.setShortcut(QKeySequence::Delete);
        f.window.addAction(&windowDelete);
        bool postDeleted = false;
        connect(&windowDelete, &QAction::triggered, this, [&postDeleted] { postDeleted = true; });
        const QByteArray before = f.json();
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {},
                          f.list()->visualItemRect(f.list()->item(0)).center());
        Fixture::press(Qt::Key_Delete);
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
        Fixture f(&Agency::staff);
        for (const QString &name : {u"Lê Một"_s, u"Lê Hai"_s}) {
            f.clickAdd();
            Fixture::type(name);
            Fixture::press(Qt::Key_Return);
        }
        QCOMPARE(f.list()->count(), 2);
        QCOMPARE(f.vacancy()->text(), u"Còn khuyết 1."_s);
        f.list()->setFocus();
        f.list()->setCurrentRow(0);
        QCOMPARE(f.name()->text(), f.list()->item(0)->text());
        Fixture::press(Qt::Key_Down);
        QCOMPARE(f.name()->text(), f.list()->item(1)->text());
        Fixture::press(Qt::Key_Delete);
        QCOMPARE(f.list()->count(), 1);
        QVERIFY(f.list()->hasFocus());
    }

    void aDatedEditOffersItsDay()
    {
        Fixture f(&Agency::deputy);
        f.fixture.document().setEditMode(EditMode::FromDate, day(u"2021-07-01"_s));
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.holdersOf(f.data.deputy).at(0).period, period(u"2021-07-01"_s, {}));
    }

    void whoHeldThePostIsListedBehindWhoHoldsIt()
    {
        Fixture f(&Agency::head);
        f.named<QLineEdit>(u"Từ ngày"_s)->setFocus();
        Fixture::type(u"1/1/2021"_s);
        Fixture::press(Qt::Key_Return);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        f.named<QLineEdit>(u"Đến ngày"_s)->setFocus();
        Fixture::type(u"31/12/2020"_s);
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.list()->count(), 2);
        QCOMPARE(f.list()->item(0)->text(), u"Nguyễn Văn An"_s);
        QCOMPARE(f.list()->item(1)->data(Qt::UserRole).toString(), u"đã thôi giữ · Chính thức · đến 31/12/2020"_s);
        QCOMPARE(f.list()->currentRow(), 1); // the one just entered
        f.fixture.document().setAsOf(day(u"2020-06-01"_s));
        QCOMPARE(f.list()->item(0)->text(), u"Lê Thị Cúc"_s);
    }

    void everythingIsReachedByTab()
    {
        Fixture f(&Agency::head);
        QSet<QWidget *> reached;
        f.named<QLineEdit>(u"Chức danh"_s)->setFocus();
        for (int i = 0; i < 25; ++i) {
            reached += QApplication::focusWidget();
            Fixture::press(Qt::Key_Tab);
        }
        for (const QString &field : {u"Họ và tên"_s, u"Ngày sinh"_s, u"Từ ngày"_s, u"Đến ngày"_s, u"Số quyết định"_s})
            QVERIFY2(reached.contains(f.named<QLineEdit>(field)), qPrintable(field));
        QVERIFY(reached.contains(f.named<QComboBox>(u"Hình thức"_s)));
        QVERIFY(reached.contains(f.list()) && reached.contains(f.addButton()));
        QCOMPARE(f.fixture.document().session().position(), 1);
    }

    void textsThatWrapAreSeenWhole()
    {
        const Fixture f(&Agency::head);
        const auto isWhole = [&f] {
            const auto labels = f.panel->findChild<PostForm *>()->findChildren<QLabel *>();
            return std::ranges::all_of(labels, [](const QLabel *label) {
                return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
            });
        };
        QTRY_VERIFY(isWhole());
        f.clickAdd();
        QTRY_VERIFY(isWhole());
        Fixture::type(u"Trần Thị Bình"_s); // somebody's name
        QTRY_VERIFY(isWhole());
        Fixture::press(Qt::Key_Return);
        QCOMPARE(f.faults().size(), 1);
        QTRY_VERIFY(isWhole());
        Fixture::press(Qt::Key_Escape);
        QTRY_VERIFY(isWhole());
    }

    void aPanelThatGoesAddsNobody()
    {
        auto f = std::make_unique<Fixture>(&Agency::deputy);
        f->clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        delete f->panel;
        QCOMPARE(f->fixture.steps(), 0);
    }

    void holdersAreThereAfterSavingAndOpening()
    {
        Fixture f(&Agency::deputy);
        f.clickAdd();
        Fixture::type(u"Lê Thị Cúc"_s);
        Fixture::press(Qt::Key_Tab);
        Fixture::type(u"5/1980"_s);
        Fixture::press(Qt::Key_Return);
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

private:
    static QString hints(const Fixture &f)
    {
        QString texts;
        for (const auto *label : f.panel->findChild<PostForm *>()->findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text() + u'\n';
        return texts;
    }
};

BM_WIDGET_TEST_MAIN(TestHolders)
#include "test_holders.moc"
