// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_holders.h"
#include "core/change/edits_views.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/window/view_bar.h"
#include "ui/window/view_commands.h"

#include <QComboBox>
#include <QPushButton>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A window with a committee and two offices below it.
struct Views : WindowFixture
{
    UnitId root;

    Views()
    {
        add(u"UBND phường Ổi"_s);
        root = document().selected()->unit();
        for (const QString &name : {u"Văn phòng"_s, u"Phòng Kinh tế"_s}) {
            document().select(root);
            add(name);
        }
    }

    void add(const QString &name) const
    {
        trigger(u"addUnit"_s);
        typeName(name);
    }

    [[nodiscard]] QComboBox *combo() const { return window->findChild<QComboBox *>(u"views"_s); }

    /// An entry of the menu of styles, or of a menu within it.
    [[nodiscard]] QAction *entry(const QString &text) const
    {
        auto *menu = window->findChild<StyleMenu *>();
        Q_EMIT menu->aboutToShow();
        QList<QAction *> entries = menu->actions();
        for (const QAction *action : menu->actions())
            if (action->menu() != nullptr)
                entries += action->menu()->actions();
        const auto found = std::ranges::find(entries, text, &QAction::text);
        return found == entries.end() ? nullptr : *found;
    }

    void style(const QString &text) const
    {
        QAction *action = entry(text);
        if (action == nullptr || !action->isEnabled())
            qFatal("no style %s", qPrintable(text));
        action->trigger();
    }

    /// Chooses an entry of a menu within it, where others have the same words.
    void styleIn(const QString &menuTitle, const QString &text) const
    {
        const QAction *within = entry(menuTitle);
        if (within == nullptr || within->menu() == nullptr || !within->isEnabled())
            qFatal("no menu %s", qPrintable(menuTitle));
        for (QAction *action : within->menu()->actions())
            if (action->text() == text) {
                action->trigger();
                return;
            }
        qFatal("no %s in %s", qPrintable(text), qPrintable(menuTitle));
    }

    [[nodiscard]] bool isTicked(const QString &text) const
    {
        const QAction *action = entry(text);
        return action != nullptr && action->isChecked();
    }
};

} // namespace

class TestViewWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    /// All of it is seen at once on an office's screen.
    void theMenuOfStylesFitsAScreenOf768Lines()
    {
        const Views f;
        auto *menu = f.window->findChild<StyleMenu *>();
        for (int opened = 0; opened < 2; ++opened)
            Q_EMIT menu->aboutToShow();
        QVERIFY2(menu->sizeHint().height() < 720, qPrintable(QString::number(menu->sizeHint().height())));
        QCOMPARE(menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).size(), 3);
    }

    void kindsAndWordsAreChosenInForms()
    {
        Views f;
        f.dialogs.nextForm = QStringList{u"1"_s, u"1"_s, QString()}; // the last of three that occur is not ticked
        f.style(u"Loại hình được vẽ…"_s);
        QCOMPARE(f.dialogs.offered, QStringList({u"1"_s, u"1"_s, u"1"_s}));
        QVERIFY(!f.document().chartView().hiddenKinds.isEmpty());
        f.trigger(u"undo"_s);
        QVERIFY(f.document().chartView().hiddenKinds.isEmpty());
        f.style(u"Tên cấp ở lề"_s);
        QStringList answers(9);
        answers[0] = u"Quan hệ trực thuộc"_s;
        answers[2] = u"Các phòng"_s;
        f.dialogs.nextForm = answers;
        f.style(u"Chữ trên sơ đồ…"_s);
        QCOMPARE(f.document().chartView().words, u"Trực thuộc=Quan hệ trực thuộc\nCấp 2=Các phòng"_s);
        f.style(u"Chữ trên sơ đồ…"_s);
        QCOMPARE(f.dialogs.offered[2], u"Các phòng"_s);
        f.dialogs.nextForm = QStringList(9);
        f.style(u"Chữ trên sơ đồ…"_s);
        QCOMPARE(f.document().chartView().words, QString());
    }

    void objectsAreSetRoundTheChartChangedAndTaken()
    {
        Views f;
        f.document().select(f.root);
        f.dialogs.nextForm = QStringList{u"Trong đề án"_s};
        f.dialogs.nextLine = 3; // to the right
        f.styleIn(u"Đặt thêm"_s, u"Dấu ngoặc ôm một nhánh"_s);
        const auto objects = [&f] { return objectsOf(f.document().organisation(), f.document().chartView().id); };
        QCOMPARE(objects().size(), 1U);
        QCOMPARE(objects()[0].unit, f.root);
        QCOMPARE(objects()[0].side, ChartSide::Right);
        QCOMPARE(objects()[0].text, u"Trong đề án"_s);
        f.trigger(u"undo"_s); // with the view that was made for it
        QVERIFY(f.document().chartView().id.isNull());
        f.dialogs.nextLine = 0;
        f.styleIn(u"Đặt thêm"_s, u"Tổng biên chế"_s);
        f.dialogs.nextLine = 1;
        f.styleIn(u"Đặt thêm"_s, u"Ô ghi chú"_s);
        QCOMPARE(objects().size(), 2U);
        f.style(u"Sửa, bỏ đối tượng…"_s); // the second one: moved below
        QCOMPARE(objects()[1].kind, ChartObjectKind::Note);
        QCOMPARE(objects()[1].side, ChartSide::Below);
        f.dialogs.nextLine = 0;
        f.style(u"Sửa, bỏ đối tượng…"_s); // the first one: gone
        QCOMPARE(objects().size(), 1U);
        QCOMPARE(objects()[0].kind, ChartObjectKind::Note);
    }

    void aLogoComesFromAFileAndGetsAnotherPictureAndHeight()
    {
        Views f;
        const auto save = [&f](int width, int height) {
            QImage image(width, height, QImage::Format_RGB32);
            image.fill(Qt::darkRed);
            f.dialogs.nextFile = f.folder.filePath(u"bieu-trung.png"_s);
            QVERIFY(image.save(f.dialogs.nextFile));
        };
        const auto logo = [&f] {
            const auto objects = objectsOf(f.document().organisation(), f.document().chartView().id);
            return objects.empty() ? ChartObject{} : objects.front();
        };
        const QByteArray before = f.json();
        save(300, 200);
        f.dialogs.nextLine = 0; // above: the usual one
        f.styleIn(u"Đặt thêm"_s, u"Biểu trưng (logo)"_s);
        QCOMPARE(logo().kind, ChartObjectKind::Logo);
        QCOMPARE(logo().side, ChartSide::Above);
        QCOMPARE(headerOf(logo().picture).size, QSize(300, 200));
        f.trigger(u"undo"_s);
        QCOMPARE(f.json(), before);
        f.trigger(u"redo"_s);

        const auto change = [&f](int deed) {
            f.dialogs.firstLines = {0};
            f.dialogs.nextLine = deed;
            f.style(u"Sửa, bỏ đối tượng…"_s);
        };
        save(600, 600);
        change(5);
        QCOMPARE(f.dialogs.lines[5], u"Đổi hình…"_s);
        QCOMPARE(headerOf(logo().picture).size, QSize(600, 600));
        for (const auto &[typed, height] : {std::pair(u"24,5"_s, 24.5), std::pair(u"30.25"_s, 30.25), {u""_s, 0.0}}) {
            f.dialogs.nextText = typed;
            change(6);
            QCOMPARE(logo().height, height);
        }
        QCOMPARE(f.dialogs.lines[6], u"Đổi chiều cao…"_s);
        f.dialogs.nextText = u"cao"_s;
        change(6);
        QCOMPARE(f.dialogs.told.size(), 1);
        QCOMPARE(logo().height, 0.0);
        f.dialogs.nextText.reset();
        change(6);
        QCOMPARE(f.dialogs.told.size(), 1);
        change(0);
        QVERIFY(logo().picture.isEmpty());
    }

    void aFileThatIsNoPictureIsToldWithItsName()
    {
        Views f;
        f.dialogs.nextFile = f.folder.filePath(u"danh-sach.png"_s);
        QFile file(f.dialogs.nextFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("STT;Họ và tên") > 0);
        file.close();
        const QByteArray before = f.json();
        f.dialogs.nextLine = 1;
        f.styleIn(u"Đặt thêm"_s, u"Biểu trưng (logo)"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY2(f.dialogs.told[0].contains(u"danh-sach.png"_s), qPrintable(f.dialogs.told[0]));
        QCOMPARE(f.json(), before);
        QCOMPARE(f.dialogs.asked, QStringList{u"open"_s}); // nobody is asked for a side then
    }

    void photographsAreSwitchedOnForAView()
    {
        Views f;
        f.style(u"Ảnh chân dung"_s);
        QVERIFY(f.document().chartView().portraits && f.isTicked(u"Ảnh chân dung"_s));
        f.trigger(u"undo"_s);
        QVERIFY(!f.document().chartView().portraits);
    }

    void aPhotographIsChosenFromAFileInTheInspector()
    {
        Views f;
        f.trigger(u"addPost"_s);
        f.typeName(u"Chánh Văn phòng"_s);
        const PostId post = f.document().selected()->post();
        QVERIFY(f.document().perform(addHolder(f.document().organisation(), post, PersonFacts{u"Lê Thị Cúc"_s, {}, {}},
                                               {}, f.document().ids())));
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(Qt::gray);
        f.dialogs.nextFile = f.folder.filePath(u"cuc.jpg"_s);
        QVERIFY(image.save(f.dialogs.nextFile));
        auto *choose = f.window->findChild<QPushButton *>(u"choosePortrait"_s);
        choose->click();
        const auto &organisation = f.document().organisation();
        QCOMPARE(organisation.portraits().size(), 1);
        QCOMPARE(headerOf((*organisation.portraits().begin()).picture).size, QSize(300, 400));
        f.dialogs.nextFile.clear(); // thought better of it
        choose->click();
        QCOMPARE(f.dialogs.told, QStringList());
        f.trigger(u"undo"_s);
        QCOMPARE(organisation.portraits().size(), 0);
    }

    /// The first choice makes the view that it is kept in, and one undo takes both back.
    void aPresetIsOneStepThatMakesTheFirstView()
    {
        Views f;
        const QByteArray before = f.json();
        QVERIFY(!f.window->action(u"renameView"_s)->isEnabled());
        f.style(u"Nhiều cột"_s);
        QCOMPARE(f.document().chartView().preset, ChartPreset::Columns);
        QVERIFY(f.isTicked(u"Nhiều cột"_s));
        QVERIFY(f.window->action(u"renameView"_s)->isEnabled());
        f.trigger(u"undo"_s);
        QCOMPARE(f.json(), before);
        QCOMPARE(f.document().chartView().preset, ChartPreset::Automatic);
    }

    void keysChooseThePresets()
    {
        Views f;
        const auto chosen = [&f](int number) {
            QTest::keyClick(&f.window->canvas(), static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
            return f.document().chartView().preset;
        };
        QCOMPARE(chosen(3), ChartPreset::HangingRight);
        QCOMPARE(chosen(6), ChartPreset::LeftToRight);
        QCOMPARE(chosen(2), ChartPreset::Horizontal);
        QCOMPARE(chosen(1), ChartPreset::Automatic);
    }

    void theSelectedBranchGetsAStyle()
    {
        Views f;
        const DisplayList before = f.window->canvas().picture();
        f.document().select(f.root);
        f.style(u"Treo trái"_s);
        QCOMPARE(markOf(f.document().organisation(), f.document().chartView().id, f.root).layout,
                 BranchLayout::HangingLeft);
        QVERIFY(f.isTicked(u"Treo trái"_s));
        QVERIFY(!(f.window->canvas().picture() == before));
        f.trigger(u"undo"_s);
        QVERIFY(f.window->canvas().picture() == before);
    }

    void theViewRemembersItsThemeAndItsRelations()
    {
        Views f;
        QVERIFY(f.isTicked(u"Đen trắng"_s));
        const DisplayList before = f.window->canvas().picture();
        f.style(u"Theo loại cơ quan"_s);
        f.style(u"Quan hệ và chú thích"_s);
        QCOMPARE(f.document().chartView().theme, u"theo-loai"_s);
        QVERIFY(f.document().chartView().relations);
        QVERIFY(f.isTicked(u"Theo loại cơ quan"_s) && f.isTicked(u"Quan hệ và chú thích"_s));
        QVERIFY(!f.isTicked(u"Đen trắng"_s));
        QVERIFY(!(f.window->canvas().picture() == before));
        f.trigger(u"undo"_s);
        f.trigger(u"undo"_s);
        QVERIFY(f.window->canvas().picture() == before);
    }

    void viewsAreMadeChosenRenamedAndRemoved()
    {
        Views f;
        QCOMPARE(f.combo()->currentText(), u"Sơ đồ chung"_s);
        f.dialogs.nextText = u"Bản treo tường"_s;
        f.trigger(u"newView"_s);
        QCOMPARE(f.combo()->currentText(), u"Bản treo tường"_s);
        f.style(u"Ngang"_s);
        f.dialogs.nextText = u"Bản thứ hai"_s;
        f.trigger(u"copyView"_s);
        QCOMPARE(f.combo()->count(), 2);
        QCOMPARE(f.document().chartView().name, u"Bản thứ hai"_s);
        QCOMPARE(f.document().chartView().preset, ChartPreset::Horizontal);
        f.dialogs.nextText = u"Bản treo tường"_s; // taken
        f.trigger(u"renameView"_s);
        QCOMPARE(f.document().chartView().name, u"Bản thứ hai"_s);
        f.combo()->setCurrentIndex(0);
        Q_EMIT f.combo()->activated(0);
        QCOMPARE(f.document().chartView().name, u"Bản treo tường"_s);
        f.trigger(u"removeView"_s);
        QCOMPARE(f.combo()->currentText(), u"Bản thứ hai"_s);
    }

    void aPartOfTheChartIsDrawnAloneAndTheWholeAgain()
    {
        Views f;
        f.document().select(std::nullopt);
        const QAction *command = f.window->action(u"viewRoot"_s);
        QVERIFY(!command->isEnabled());
        f.document().select(f.root);
        f.trigger(u"addDeputy"_s); // and the deputy is selected
        f.typeName(u"Phó Chủ tịch"_s);
        f.trigger(u"viewRoot"_s);
        QCOMPARE(f.document().chartView().root, f.root);
        QCOMPARE(command->text().remove(u'&'), u"Vẽ cả sơ đồ"_s);
        f.document().select(std::nullopt);
        f.trigger(u"viewRoot"_s);
        QVERIFY(f.document().chartView().root.isNull());
        QVERIFY(!command->isEnabled());
        QCOMPARE(command->text().remove(u'&'), u"Chỉ vẽ đơn vị đang chọn"_s);
    }

    void aRefusedChoiceIsSaidOnce()
    {
        Views f;
        f.dialogs.nextFile = f.folder.filePath(u"phường.bomay"_s);
        f.dialogs.nextText = u"Trước"_s;
        f.trigger(u"nameVersion"_s);
        f.dialogs.nextLine = 0;
        f.trigger(u"showVersion"_s); // which can only be looked at
        f.style(u"Nhiều cột"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        f.document().select(f.root);
        f.style(u"Treo trái"_s);
        QCOMPARE(f.dialogs.told.size(), 2);
    }

    void adjustmentsByHandAreReleasedAtOnce()
    {
        Views f;
        f.dialogs.nextText = u"Một"_s;
        f.trigger(u"newView"_s);
        QVERIFY(!f.window->action(u"releaseAdjustments"_s)->isEnabled());
        BranchMark mark = markOf(f.document().organisation(), f.document().chartView().id, f.root);
        mark.boxWidth = 40;
        f.document().perform(setMark(f.document().organisation(), mark, f.document().ids()));
        f.document().select(std::nullopt); // else those of the selected branches alone
        f.trigger(u"releaseAdjustments"_s);
        QCOMPARE(f.document().organisation().branchMarks().size(), 0);
    }
};

BM_GUI_TEST_MAIN(TestViewWindow)
#include "test_view_window.moc"
