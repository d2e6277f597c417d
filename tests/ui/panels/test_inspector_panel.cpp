// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/panel_fixture.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/post_form.h"
#include "ui/panels/post_list_model.h"
#include "ui/panels/unit_form.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QWheelEvent>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

struct Agency
{
    Agency()
    {
        builder.holder(head, u"Nguyễn Văn A"_s);
        builder.holder(first, u"Trần Thị B"_s, AppointmentKind::Acting);
    }

    OrganisationBuilder builder;
    UnitId root = builder.unit(u"Ủy ban nhân dân thành phố Thủ Đức"_s, {}, UnitKind::PeoplesCommittee);
    UnitId home = builder.unit(u"Phòng Nội vụ"_s, root, UnitKind::SpecialisedAgency);
    UnitId justice = builder.unit(u"Phòng Tư pháp"_s, root, UnitKind::SpecialisedAgency);
    PostId head = builder.post(home, u"Trưởng phòng"_s, PostRole::Head);
    PostId first = builder.post(home, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    PostId second = builder.post(home, u"Phó Trưởng phòng"_s, PostRole::Deputy, 2);
    PostId staff = builder.post(home, u"Chuyên viên"_s, PostRole::Staff, 0, 5);
};

} // namespace

class TestInspectorPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void withoutASelectionItSaysWhatToDo()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        auto *pages = panel.findChild<QStackedWidget *>();
        QVERIFY(qobject_cast<QLabel *>(pages->currentWidget()) != nullptr);
        fixture.document().select(data.home);
        QVERIFY(pages->currentWidget()->findChild<UnitForm *>() != nullptr);
        fixture.document().select(data.head);
        QVERIFY(pages->currentWidget()->findChild<PostForm *>() != nullptr);
        fixture.document().select(std::nullopt);
        QVERIFY(qobject_cast<QLabel *>(pages->currentWidget()) != nullptr);
    }

    void aUnitsTextBecomesOneStepThatUndoTakesBack_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("member");
        QTest::newRow("name") << u"Tên"_s << u"Phòng Nội vụ và Lao động"_s << 0;
        QTest::newRow("short name") << u"Tên viết tắt"_s << u"P.NV"_s << 1;
        QTest::newRow("block") << u"Khối"_s << u"Khối chính quyền"_s << 2;
        QTest::newRow("legal basis") << u"Căn cứ pháp lý"_s << u"Quyết định số 01/QĐ-UBND"_s << 3;
    }

    void aUnitsTextBecomesOneStepThatUndoTakesBack()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, typed);
        QFETCH(const int, member);
        const std::array members{&UnitState::name, &UnitState::shortName, &UnitState::block, &UnitState::legalBasis};
        QString UnitState::*const text = members.at(static_cast<std::size_t>(member));
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, data.home);
        auto *edit = named<QLineEdit>(form, field);
        const QString before = edit->text();
        type(edit, typed);
        QCOMPARE(fixture.steps(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(fixture.unit(data.home).*text, typed);
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Tab); // leaving it says the same again
        QCOMPARE(fixture.steps(), 1);
        fixture.document().undo();
        QCOMPARE(fixture.unit(data.home).*text, before);
        QCOMPARE(edit->text(), before);
        fixture.document().redo();
        QCOMPARE(edit->text(), typed);
    }

    void leavingAFieldTakesItOver()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, data.home);
        auto *allotted = named<QLineEdit>(form, u"Biên chế giao"_s);
        allotted->setFocus();
        QTest::keyClicks(allotted, u"1x2"_s); // only digits go in
        QTest::keyClick(allotted, Qt::Key_Tab);
        QCOMPARE(fixture.unit(data.home).staffAllotted, std::optional(12));
        QCOMPARE(fixture.steps(), 1);
        type(allotted, {});
        QTest::keyClick(allotted, Qt::Key_Tab);
        QCOMPARE(fixture.unit(data.home).staffAllotted, std::optional<int>());
        QCOMPARE(fixture.steps(), 2);
    }

    void aNoteIsTakenOverWhenItIsLeft()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, data.home);
        auto *note = named<QPlainTextEdit>(form, u"Ghi chú"_s);
        note->setFocus();
        typeText(note, u"Đang sắp xếp"_s);
        QCOMPARE(fixture.steps(), 0);
        named<QLineEdit>(form, u"Tên"_s)->setFocus();
        QCOMPARE(fixture.unit(data.home).note, u"Đang sắp xếp"_s);
        QCOMPARE(fixture.steps(), 1);
    }

    void aChosenKindIsOneStep()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, data.home);
        auto *kind = named<QComboBox>(form, u"Loại hình"_s);
        QCOMPARE(kind->currentText(), labelOf(UnitKind::SpecialisedAgency));
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(fixture.unit(data.home).kind, UnitKind::AdministrativeBody);
        QCOMPARE(fixture.steps(), 1);
        fixture.document().undo();
        QCOMPARE(kind->currentText(), labelOf(UnitKind::SpecialisedAgency));
    }

    void termsAreInTheLanguageOfTheProgram()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        UiContext context = fixture.context();
        context.language = Language::English;
        InspectorPanel panel(context);
        UnitForm *form = openUnit(panel, fixture, data.home);
        QCOMPARE(named<QComboBox>(form, u"Loại hình"_s)->currentText(), u"Specialised agency"_s);
    }

    void theWheelChangesNothing()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        auto *kind = named<QComboBox>(openUnit(panel, fixture, data.home), u"Loại hình"_s);
        kind->setFocus();
        const QPointF at = kind->rect().center();
        QWheelEvent wheel(at, kind->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(kind, &wheel);
        QCOMPARE(kind->currentText(), labelOf(UnitKind::SpecialisedAgency));
        QCOMPARE(fixture.steps(), 0);
    }

    void untouchedFieldsGiveNoEdit()
    {
        Agency data;
        UnitState odd;
        odd.name = u"  Tên   có khoảng trắng"_s; // as an import might leave it
        odd.note = u"ghi chú \n"_s;
        const UnitId unit = data.builder.ids().make<UnitId>();
        data.builder.put(Unit{unit, u"LA"_s, false, {odd}});
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, unit);
        named<QLineEdit>(form, u"Tên"_s)->setFocus();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(fixture.steps(), 0);
        // An edit of one field leaves the others as they are.
        type(named<QLineEdit>(form, u"Khối"_s), u"Đảng"_s);
        panel.commit();
        QCOMPARE(fixture.steps(), 1);
        QCOMPARE(fixture.unit(unit).block, u"Đảng"_s);
        QCOMPARE(fixture.unit(unit).note, odd.note);
    }

    void aRefusedNameIsToldOnceAndPutBack()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        auto *name = named<QLineEdit>(openUnit(panel, fixture, data.home), u"Tên"_s);
        type(name, u" "_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTest::keyClick(name, Qt::Key_Tab);
        QCOMPARE(fixture.failures(), QStringList{u"edit-empty-name"_s});
        QCOMPARE(name->text(), u"Phòng Nội vụ"_s);
        QCOMPARE(fixture.steps(), 0);
    }

    void escapeGivesUpWhatWasTyped()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        auto *name = named<QLineEdit>(openUnit(panel, fixture, data.home), u"Tên"_s);
        type(name, u"Khác"_s);
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), u"Phòng Nội vụ"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(fixture.steps(), 0);
    }

    void typedTextGoesToTheUnitItWasTypedForWhenTheSelectionMoves()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        auto *name = named<QLineEdit>(openUnit(panel, fixture, data.home), u"Tên"_s);
        type(name, u"Phòng Nội vụ mới"_s);
        fixture.document().select(data.justice);
        QCOMPARE(fixture.unit(data.home).name, u"Phòng Nội vụ mới"_s);
        QCOMPARE(fixture.unit(data.justice).name, u"Phòng Tư pháp"_s);
        QCOMPARE(name->text(), u"Phòng Tư pháp"_s);
        QCOMPARE(fixture.steps(), 1);
    }

    void aPanelThatGoesAsksForNothing()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        {
            InspectorPanel panel(fixture.context());
            type(named<QLineEdit>(openUnit(panel, fixture, data.home), u"Tên"_s), u"Dở dang"_s);
        }
        QCOMPARE(fixture.steps(), 0);
    }

    void aChangeElsewhereKeepsWhatIsBeingTypedWithItsCursor()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, data.home);
        auto *name = named<QLineEdit>(form, u"Tên"_s);
        type(name, u"Phòng Nội"_s);
        name->setCursorPosition(3);
        Document &document = fixture.document();
        QVERIFY(document.perform(rename(document.organisation(), data.justice, u"Phòng Y tế"_s, document.scope())));
        QVERIFY(name->hasFocus());
        QCOMPARE(name->text(), u"Phòng Nội"_s);
        QCOMPARE(name->cursorPosition(), 3);
    }

    void undoInAFieldWithoutTypingIsTheDocuments()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        QAction undo(&panel);
        undo.setShortcut(QKeySequence::Undo);
        panel.addAction(&undo);
        connect(&undo, &QAction::triggered, &fixture.document(), &Document::undo);
        auto *name = named<QLineEdit>(openUnit(panel, fixture, data.home), u"Tên"_s);
        type(name, u"Phòng Nội vụ mới"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(fixture.steps(), 1);
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(fixture.steps(), 0);
        QCOMPARE(name->text(), u"Phòng Nội vụ"_s);
        typeText(name, u"x"_s);
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier); // now there is something of its own
        QCOMPARE(name->text(), u"Phòng Nội vụ"_s);
        QCOMPARE(fixture.steps(), 0);
    }

    void theListOfPostsSaysWhoHoldsThemAndSelects()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        UnitForm *form = openUnit(panel, fixture, data.home);
        auto *list = form->findChild<QListView *>(u"unitPosts"_s);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList lines;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            lines += index.data().toString() + u" | "_s + index.data(PostListModel::kDetailRole).toString();
        }
        QCOMPARE(lines, (QStringList{u"Trưởng phòng | Cấp trưởng · Nguyễn Văn A"_s,
                                     u"Phó Trưởng phòng | Cấp phó · bậc 1 · Trần Thị B (Quyền)"_s,
                                     u"Phó Trưởng phòng | Cấp phó · bậc 2 · khuyết"_s,
                                     u"Chuyên viên | Công chức, viên chức, người lao động · số lượng 5 · khuyết"_s}));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
        QTRY_COMPARE(fixture.document().selected(), std::optional<NodeRef>(data.second));
        fixture.document().select(data.home);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(fixture.document().selected(), std::optional<NodeRef>(data.head));
    }

    void aPostsFieldsBecomeEdits()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        PostForm *form = openPost(panel, fixture, data.first);
        auto *title = named<QLineEdit>(form, u"Chức danh"_s);
        type(title, u"Phó Trưởng phòng Thường trực"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(fixture.post(data.first).title, u"Phó Trưởng phòng Thường trực"_s);
        auto *standing = form->findChild<QCheckBox *>();
        QTest::keyClick(standing, Qt::Key_Space);
        QVERIFY(fixture.post(data.first).standing);
        auto *fields = named<QLineEdit>(form, u"Lĩnh vực"_s);
        type(fields, u"Cải cách hành chính"_s);
        QTest::keyClick(fields, Qt::Key_Tab);
        QCOMPARE(fixture.post(data.first).fields, u"Cải cách hành chính"_s);
        auto *seats = named<QSpinBox>(form, u"Số lượng"_s);
        seats->setFocus();
        seats->selectAll();
        QTest::keyClicks(seats, u"2"_s);
        QTest::keyClick(seats, Qt::Key_Return);
        QCOMPARE(fixture.post(data.first).seats, 2);
        QCOMPARE(fixture.steps(), 4);
        QCOMPARE(form->findChild<QLabel *>(u"vacancy"_s)->text(), u"Còn khuyết 1."_s);
        QCOMPARE(named<QLabel>(form, u"Thuộc"_s)->text(), u"Phòng Nội vụ"_s);
    }

    void onlyDeputiesHaveATier()
    {
        const Agency data;
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        PostForm *form = openPost(panel, fixture, data.first);
        auto *tier = named<QSpinBox>(form, u"Bậc cấp phó"_s);
        auto *role = named<QComboBox>(form, u"Vai trò"_s);
        QVERIFY(tier->isEnabled());
        tier->setFocus();
        QTest::keyClick(tier, Qt::Key_Up);
        QCOMPARE(fixture.post(data.first).tier, 2); // each step counts at once
        QTest::keyClick(tier, Qt::Key_Up);
        QTest::keyClick(tier, Qt::Key_Return);
        QCOMPARE(fixture.post(data.first).tier, 3);
        QCOMPARE(fixture.steps(), 1);
        role->setFocus();
        QTest::keyClick(role, Qt::Key_Up);
        QCOMPARE(fixture.post(data.first).role, PostRole::Head);
        QCOMPARE(fixture.post(data.first).tier, 0);
        QVERIFY(!tier->isEnabled());
        QTest::keyClick(role, Qt::Key_Down);
        QCOMPARE(fixture.post(data.first).tier, 1);
        QVERIFY(tier->isEnabled());
        QCOMPARE(fixture.steps(), 3);
    }

    void aUnitOfTheDataIsNeverMarkup()
    {
        Agency data;
        const UnitId unit = data.builder.unit(u"<b>Phòng</b> & Ban"_s, data.root);
        PanelFixture fixture(data.builder.organisation());
        InspectorPanel panel(fixture.context());
        auto *name = named<QLineEdit>(openUnit(panel, fixture, unit), u"Tên"_s);
        QVERIFY(name->toolTip().contains(u"&lt;b&gt;Phòng"_s));
    }

private:
    template <typename Widget>
    static Widget *named(QWidget *form, const QString &accessibleName)
    {
        for (auto *widget : form->findChildren<Widget *>())
            if (widget->accessibleName() == accessibleName)
                return widget;
        return nullptr;
    }

    static UnitForm *openUnit(InspectorPanel &panel, PanelFixture &fixture, UnitId unit)
    {
        fixture.document().select(unit);
        panel.resize(280, 700);
        return showActive(panel) ? panel.findChild<UnitForm *>() : nullptr;
    }

    static PostForm *openPost(InspectorPanel &panel, PanelFixture &fixture, PostId post)
    {
        fixture.document().select(post);
        panel.resize(280, 700);
        return showActive(panel) ? panel.findChild<PostForm *>() : nullptr;
    }

    /// Replaces a field's text as a person would.
    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        if (!text.isEmpty())
            typeText(edit, text);
    }
};

BM_WIDGET_TEST_MAIN(TestInspectorPanel)
#include "test_inspector_panel.moc"
