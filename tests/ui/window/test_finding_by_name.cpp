// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/keyboard_fixture.h"
#include "ui/panels/find_bar.h"
#include "ui/widgets/quick_list.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// "UBND(Phó Chủ tịch,Phòng Dân tộc,Phòng Đường bộ,Đội Duy tu đường)".
struct AgencyFixture : KeyboardFixture
{
    explicit AgencyFixture(Language language = Language::Vietnamese)
        : KeyboardFixture(language)
    {
        add(u"UBND"_s, Qt::Key_Return);
        add(u"Phòng Dân tộc"_s, Qt::Key_Tab);
        add(u"Phòng Đường bộ"_s, Qt::Key_Return);
        add(u"Đội Duy tu đường"_s, Qt::Key_Return);
        select(u"UBND"_s);
        add(u"Phó Chủ tịch"_s, Qt::Key_Return, Qt::ControlModifier);
        select(u"UBND"_s);
    }

    [[nodiscard]] QStringList found() const
    {
        QStringList names;
        for (const NodeRef node : window->findChild<FindBar *>()->found())
            names += nameOf(node);
        return names;
    }

    [[nodiscard]] QStringList offered() const
    {
        QStringList lines;
        const auto *list = window->findChild<QuickList *>();
        const auto *model = list == nullptr ? nullptr : list->findChild<QListView *>()->model();
        for (int i = 0; model != nullptr && i < model->rowCount(); ++i)
            lines += model->index(i, 0).data().toString();
        return lines;
    }
};

} // namespace

class TestFindingByName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void whatIsTypedIsFoundAtOnceAndSteppedThrough()
    {
        const AgencyFixture f;
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"duong"_s);
        QCOMPARE(f.found(), QStringList({u"Phòng Đường bộ"_s, u"Đội Duy tu đường"_s}));
        QCOMPARE(f.selectedName(), u"Phòng Đường bộ"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.selectedName(), u"Đội Duy tu đường"_s);
        f.press(Qt::Key_F3);
        QCOMPARE(f.selectedName(), u"Phòng Đường bộ"_s);
        f.press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(f.selectedName(), u"Đội Duy tu đường"_s);
        f.press(Qt::Key_Escape);
        QVERIFY(f.window->canvas().hasFocus());
        QVERIFY(f.found().isEmpty());
        f.press(Qt::Key_F3); // goes on with what was typed last
        QCOMPARE(f.selectedName(), u"Phòng Đường bộ"_s);
    }

    void typedMarksCount()
    {
        const AgencyFixture f;
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"đ"_s);
        QCOMPARE(f.found(), QStringList({u"Phòng Đường bộ"_s, u"Đội Duy tu đường"_s}));
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"dân"_s);
        QCOMPARE(f.found(), QStringList(u"Phòng Dân tộc"_s));
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"không có"_s);
        const auto labels = f.window->findChild<FindBar *>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == u"Không thấy"_s; }));
    }

    void foundBoxesFollowTheDocument()
    {
        const AgencyFixture f;
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"tu đường"_s);
        QCOMPARE(f.found().size(), 1);
        f.trigger(u"delete"_s);
        QCOMPARE(f.found().size(), 0);
        f.trigger(u"undo"_s);
        QCOMPARE(f.found().size(), 1);
    }

    void aTextIsReplacedInNamesAsOneStep()
    {
        const AgencyFixture f;
        f.press(Qt::Key_H, Qt::ControlModifier);
        f.type(u"Phòng"_s);
        auto *bar = f.window->findChild<FindBar *>();
        f.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"replaceText"_s);
        f.type(u"Ban"_s);
        bar->findChild<QPushButton *>(u"replaceHere"_s)->click();
        QCOMPARE(f.tree(), u"UBND(Phó Chủ tịch,Ban Dân tộc,Phòng Đường bộ,Đội Duy tu đường)"_s);
        QCOMPARE(f.selectedName(), u"Phòng Đường bộ"_s);
        f.trigger(u"undo"_s);
        bar->findChild<QPushButton *>(u"replaceAll"_s)->click();
        QCOMPARE(f.tree(), u"UBND(Phó Chủ tịch,Ban Dân tộc,Ban Đường bộ,Đội Duy tu đường)"_s);
        const auto *outcome = bar->findChild<QLabel *>(u"replaceOutcome"_s);
        QCOMPARE(outcome->text(), u"Đã thay trong 2 tên"_s);
        f.trigger(u"undo"_s);
        QCOMPARE(f.tree(), u"UBND(Phó Chủ tịch,Phòng Dân tộc,Phòng Đường bộ,Đội Duy tu đường)"_s);
        bar->findChild<QLineEdit *>(u"findText"_s)->setText(u"phong"_s); // is found, but stands in no name
        QCOMPARE(outcome->text(), QString());
        QCOMPARE(f.found().size(), 2);
        bar->findChild<QPushButton *>(u"replaceAll"_s)->click();
        QCOMPARE(outcome->text(), u"Không tên nào thay đổi: chỉ thay chữ giống hệt “phong”."_s);
    }

    void oneGoesToAUnitByAFewLetters()
    {
        const AgencyFixture f;
        f.press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(f.offered().size(), 5);
        f.type(u"duong"_s);
        QCOMPARE(f.offered(), QStringList({u"Phòng Đường bộ"_s, u"Đội Duy tu đường"_s}));
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Return);
        QCOMPARE(f.selectedName(), u"Đội Duy tu đường"_s);
        QVERIFY(f.window->canvas().hasFocus());
        QVERIFY(f.window->findChild<QuickList *>() == nullptr);
        f.press(Qt::Key_K, Qt::ControlModifier);
        f.press(Qt::Key_Escape);
        QCOMPARE(f.selectedName(), u"Đội Duy tu đường"_s);
        QVERIFY(f.window->canvas().hasFocus());
    }

    void commandsAreFoundInBothLanguages_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("typed");
        QTest::newRow("Vietnamese without marks") << Language::Vietnamese << u"hoan tac"_s;
        QTest::newRow("English in a Vietnamese window") << Language::Vietnamese << u"undo"_s;
    }
    void commandsAreFoundInBothLanguages()
    {
        QFETCH(Language, language);
        QFETCH(QString, typed);
        const AgencyFixture f(language);
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        f.type(typed);
        QCOMPARE(f.offered().value(0), u"Hoàn tác"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.tree(), u"UBND(Cấp phó,Phòng Dân tộc,Phòng Đường bộ,Đội Duy tu đường)"_s); // its name was a step
    }

    void aCommandThatCannotBeUsedNowIsNotTaken()
    {
        const AgencyFixture f;
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        f.type(u"lam lai"_s);
        QCOMPARE(f.offered(), QStringList(u"Làm lại"_s));
        f.press(Qt::Key_Return);
        QVERIFY(f.window->findChild<QuickList *>() != nullptr);
        f.press(Qt::Key_Escape);
    }
};

BM_GUI_TEST_MAIN(TestFindingByName)
#include "test_finding_by_name.moc"
