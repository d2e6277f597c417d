// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/table/reader.h"
#include "core/table/xlsx_form.h"
#include "core/table/xlsx_writer.h"
#include "tests/ui/import/wizard_fixture.h"
#include "ui/import/chart_preview.h"
#include "ui/window/file_commands.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTreeWidget>
#include <QWheelEvent>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A picture of what stands below the only unit at the top.
ChartView rooted(const OrgView &view)
{
    ChartView picture;
    picture.root = view.nodes().front().ref.unit();
    return picture;
}

const QStringList kFirst{u"DANH SÁCH CƠ QUAN,,,"_s, u"STT,Tên đơn vị,Biên chế giao,Lạ"_s, u"I,Sở Một,10,x"_s,
                         u"1,Phòng A,4,y"_s, u"2,Phòng B,5,z"_s};
const QStringList kSecond{u"STT,Tên đơn vị,Biên chế giao,Lạ"_s, u"I,Sở Một,12,x"_s, u"1,Phòng A,4,y"_s,
                          u"2,Phòng C,5,z"_s};

} // namespace

class TestImportWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void fromAStrangeSheetToADocumentInOneStep()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            QCOMPARE(wizard.step(), ImportWizard::Step::Table);
            QCOMPARE(wizard.findChild<QSpinBox *>(u"headerRow"_s)->text(), u"tự tìm (dòng 2)"_s);
            press(wizard, u"next"_s);
            QCOMPARE(wizard.step(), ImportWizard::Step::Columns);
            QCOMPARE(wizard.findChild<QTableWidget *>(u"columns"_s)->rowCount(), 4);
            press(wizard, u"next"_s);
            QCOMPARE(wizard.step(), ImportWizard::Step::Preview);
            QVERIFY(itemOf(wizard, u"outline"_s, u"Phòng B"_s) != nullptr);
            QCOMPARE(itemOf(wizard, u"outline"_s, u"Phòng B"_s)->parent()->text(0), u"Sở Một"_s);
            press(wizard, u"next"_s);
        });
        QCOMPARE(f.document().view().units().size(), 3U);
        QCOMPARE(f.document().session().position(), 1);
        f.trigger(u"undo"_s);
        QCOMPARE(f.document().view().units().size(), 0U);
    }

    /// What is seen is what the canvas shows once it is taken.
    void thePreviewIsTheChartThatComes()
    {
        WizardFixture f;
        f.write(kFirst);
        DisplayList seen;
        f.import([&](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
            auto *chart = wizard.findChild<ChartPreview *>();
            QVERIFY(chart->isVisible());
            QVERIFY(chart->isFitted());
            QVERIFY(chart->framed().empty()); // all of it is new
            seen = chart->chart();
            press(wizard, u"next"_s);
        });
        QVERIFY(!seen.boxes.empty());
        const OrgView &view = f.document().view();
        QVERIFY(seen ==
                buildChart(view, f.fonts, chartOptionsFor(f.document().organisation(), rooted(view), view.day())));
    }

    /// Hundreds of units beside each other are seen from the middle of the top, in letters that can be read.
    void aWideChartBeginsWhereItCanBeRead()
    {
        WizardFixture f;
        QStringList lines{u"Mã,Tên đơn vị,Mã cấp trên"_s};
        for (int i = 0; i < 300; ++i)
            lines += u"A%1,Hội đồng tư vấn số %1,"_s.arg(i);
        f.write(lines);
        f.import([](ImportWizard &wizard) {
            while (wizard.step() < ImportWizard::Step::Preview)
                press(wizard, u"next"_s);
            auto *chart = wizard.findChild<ChartPreview *>();
            QTRY_VERIFY(chart->scale() > 0.39 * chart->naturalScale());
            const QRectF port(chart->viewport()->rect());
            const QRectF seen(chart->toChart(port.topLeft()), chart->toChart(port.bottomRight()));
            QVERIFY(seen.contains(QPointF(chart->chart().bounds.center().x(), chart->chart().bounds.top() + 1)));
            wizard.reject();
        });
    }

    /// Of a document the part that the file speaks of, with what is new in it.
    void thePreviewFramesWhatIsNew()
    {
        WizardFixture f;
        f.write(kFirst);
        QVERIFY(f.window->files().importFrom(f.dialogs.nextFile));
        f.write({u"STT,Tên đơn vị,Chức vụ,Họ và tên"_s, u"I,Sở Một,,"_s, u"1,Phòng A,,"_s,
                 u",,Trưởng phòng,Nguyễn Văn An"_s, u"2,Phòng C,,"_s});
        f.import([](ImportWizard &wizard) {
            while (wizard.step() < ImportWizard::Step::Preview)
                press(wizard, u"next"_s);
            const auto *chart = wizard.findChild<ChartPreview *>();
            QCOMPARE(chart->framed().size(), 2U); // Phòng C, and the line of the post in the box of Phòng A
            QStringList texts;
            for (const TextItem &text : chart->chart().texts)
                texts += text.text;
            QVERIFY(texts.contains(u"Phòng C"_s) && texts.contains(u"Phòng B"_s));
            wizard.reject();
        });
    }

    /// What is written of a document and comes back untouched is no difference; a cell that was put right is one.
    void aDocumentGoesToExcelAndComesBack()
    {
        WizardFixture f;
        f.write(kFirst);
        QVERIFY(f.window->files().importFrom(f.dialogs.nextFile));
        f.dialogs.nextTarget = f.folder.filePath(u"a.xlsx"_s);
        f.trigger(u"exportWorkbook"_s);
        QCOMPARE(f.dialogs.told, QStringList());
        f.dialogs.nextFile = f.folder.filePath(u"a.xlsx"_s);
        f.import([](ImportWizard &wizard) {
            QCOMPARE(wizard.step(), ImportWizard::Step::Preview);
            press(wizard, u"next"_s);
            QCOMPARE(wizard.findChild<QTreeWidget *>(u"difference"_s)->topLevelItemCount(), 0);
            QVERIFY(!wizard.findChild<QPushButton *>(u"next"_s)->isEnabled());
            wizard.reject();
        });
        QVERIFY(
            fillXlsxForm(f.dialogs.nextFile, {{u"DON_VI"_s, {3, 7}, 6.0}}, f.folder.filePath(u"b.xlsx"_s)).has_value());
        f.dialogs.nextFile = f.folder.filePath(u"b.xlsx"_s);
        f.import([](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            QCOMPARE(wizard.findChild<QTreeWidget *>(u"difference"_s)->topLevelItem(0)->text(0), u"Thay đổi (1)"_s);
            press(wizard, u"next"_s);
        });
        QCOMPARE(f.document().view().units()[1].state.staffAllotted, std::optional(6));
    }

    /// A list of what became of localities asks for the decision, and is one item of the difference.
    void aListOfARearrangementIsTakenAsAWhole()
    {
        WizardFixture f;
        f.write({u"Mã,Tên,Mã tỉnh"_s, u"001,Phường An,79"_s, u"002,Phường Bình,79"_s});
        QVERIFY(f.window->files().importFrom(f.dialogs.nextFile));
        f.write({u"ma_moi,ten_moi,ma_cu,ten_cu,kieu"_s, u"001,Phường Mới,001,Phường An,full"_s,
                 u"001,Phường Mới,002,Phường Bình,full"_s});
        f.dialogs.nextForm = QStringList{u"5/NQ"_s, u"1/7/2025"_s};
        f.import([](ImportWizard &wizard) {
            QCOMPARE(wizard.step(), ImportWizard::Step::Preview);
            press(wizard, u"next"_s);
            QCOMPARE(wizard.findChild<QTreeWidget *>(u"difference"_s)->topLevelItem(0)->text(0), u"Thay đổi (1)"_s);
            press(wizard, u"next"_s);
        });
        QCOMPARE(f.dialogs.told, QStringList());
        QStringList names;
        for (const Locality &locality : f.document().organisation().localities())
            if (const LocalityState *state = stateOn(locality, *Day::fromYmd(2025, 7, 1)))
                names += state->name;
        QVERIFY2(names.contains(u"Phường Mới"_s) && !names.contains(u"Phường An"_s), qPrintable(names.join(u' ')));
        f.dialogs.nextForm.reset(); // the user thinks better of it
        f.dialogs.reviewing = [](ImportWizard &) { qFatal("nothing is to be reviewed"); };
        QVERIFY(!f.window->files().importFrom(f.dialogs.nextFile));
    }

    void nothingTouchesTheDocumentBeforeTheLastButton()
    {
        WizardFixture f;
        f.write(kFirst);
        const QByteArray before = f.json();
        f.import([&](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
            QVERIFY(f.json() == before);
            wizard.reject();
        });
        QVERIFY(f.json() == before);
        QCOMPARE(f.document().session().position(), 0);
    }

    void anotherMeaningForAColumnIsSeenAtOnce()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            auto *columns = wizard.findChild<QTableWidget *>(u"columns"_s);
            auto *choice = qobject_cast<QComboBox *>(columns->cellWidget(3, 3));
            QCOMPARE(choice->currentText(), u"Cột riêng, giữ nguyên"_s);
            choice->setCurrentIndex(choice->findText(u"Ghi chú"_s));
            Q_EMIT choice->activated(choice->currentIndex());
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
        });
        QCOMPARE(f.document().view().units().size(), 3U);
        QCOMPARE(f.document().view().units()[0].state.note, u"x"_s);
    }

    void theWheelDoesNotChangeHowTheFileIsRead()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            const auto turn = [](QWidget *field) {
                const QPointF centre = QRectF(field->rect()).center();
                QWheelEvent event(centre, field->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                                  Qt::NoScrollPhase, false);
                QApplication::sendEvent(field, &event);
            };
            auto *header = wizard.findChild<QSpinBox *>(u"headerRow"_s);
            header->setValue(2);
            turn(header);
            QCOMPARE(header->value(), 2);
            press(wizard, u"next"_s);
            auto *form = wizard.findChild<QComboBox *>(u"form"_s);
            turn(form);
            QCOMPARE(form->currentIndex(), 0);
            auto *meaning = qobject_cast<QComboBox *>(wizard.findChild<QTableWidget *>(u"columns"_s)->cellWidget(1, 3));
            turn(meaning);
            QCOMPARE(meaning->currentText(), u"Tên đơn vị"_s);
            wizard.reject();
        });
    }

    void whatWasPutRightIsReadAnewFromTheBeginning()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            auto *anew = wizard.findChild<QPushButton *>(u"readAnew"_s);
            QVERIFY(!anew->isEnabled());
            wizard.findChild<QSpinBox *>(u"headerRow"_s)->setValue(3);
            QVERIFY(anew->isEnabled());
            QCOMPARE(wizard.findChild<QTableView *>(u"sheet"_s)->model()->headerData(2, Qt::Vertical),
                     u"tiêu đề · 3"_s);
            anew->click();
            QVERIFY(!anew->isEnabled());
            QCOMPARE(wizard.findChild<QSpinBox *>(u"headerRow"_s)->value(), 0);
            for (int i = 0; i < 3; ++i)
                press(wizard, u"next"_s);
        });
        QCOMPARE(f.document().view().units().size(), 3U);
    }

    void theWorstRemarkIsSeenHoweverManyThereAre()
    {
        constexpr int kRows = 3'100;
        WizardFixture f;
        QStringList lines{u"STT,Tên đơn vị,Biên chế giao"_s};
        for (int i = 1; i <= kRows; ++i)
            lines += u"%1,Phòng %1,%2"_s.arg(i).arg(i == kRows ? u"mười"_s : u"1"_s);
        f.write(lines);
        f.import([](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
            auto *remarks = wizard.findChild<QTreeWidget *>(u"remarks"_s);
            QCOMPARE(remarks->topLevelItem(0)->text(1), u"C%1"_s.arg(kRows + 1));
            QCOMPARE(remarks->topLevelItemCount(), 3'001);
            QVERIFY(remarks->topLevelItem(3'000)->text(2).contains(u"nhận xét nữa"_s));
            auto *outline = wizard.findChild<QTreeWidget *>(u"outline"_s);
            QVERIFY(outline->topLevelItem(outline->topLevelItemCount() - 1)->text(0).contains(u"100 dòng nữa"_s));
            wizard.reject();
        });
    }

    /// What a remark proposes stands at its end, where a line of the list is cut off; what a column is taken for above
    /// it.
    void theChosenRemarkAndMeaningsOfColumnsAreShownWhole()
    {
        WizardFixture f;
        f.write({u"Mã,Chức danh,Cơ quan chủ quản,Đơn vị của chức vụ,Họ tên"_s,
                 u"1,Trưởng phòng,,Phòng Quản lý tổng hợp các lĩnh vực kinh tế và hạ tầng của thành phố,A B"_s});
        QStringList wrong;
        f.import([&wrong](ImportWizard &wizard) {
            while (wizard.step() != ImportWizard::Step::Table) // a known form begins behind it
                press(wizard, u"back"_s);
            const auto *sheet = wizard.findChild<QTableView *>(u"sheet"_s);
            if (sheet->model()->columnCount() != 5)
                wrong += u"no sheet"_s;
            const QFontMetrics font(sheet->horizontalHeader()->font());
            for (int column = 0; column < sheet->model()->columnCount(); ++column)
                for (const QString &line : sheet->model()->headerData(column, Qt::Horizontal).toString().split(u'\n'))
                    if (sheet->columnWidth(column) <= font.horizontalAdvance(line))
                        wrong +=
                            line + u": %1 of %2"_s.arg(sheet->columnWidth(column)).arg(font.horizontalAdvance(line));
            while (wizard.step() != ImportWizard::Step::Preview)
                press(wizard, u"next"_s);
            const auto *remark = wizard.findChild<QLabel *>(u"remark"_s);
            auto *remarks = wizard.findChild<QTreeWidget *>(u"remarks"_s);
            if (remarks->topLevelItemCount() == 0)
                wrong += u"no remark"_s;
            for (int i = 0; i < remarks->topLevelItemCount(); ++i) {
                remarks->setCurrentItem(remarks->topLevelItem(i));
                const QString whole = remarks->topLevelItem(i)->text(2);
                if (remark->text() != whole || remark->heightForWidth(remark->width()) > remark->height())
                    wrong += whole;
            }
            wizard.reject();
        });
        QCOMPARE(wrong, QStringList());
    }

    /// A list of localities has no chart; once the sheet is read as one of units, there is one again.
    void thePreviewShowsTheChartAgainOnceThereIsOne()
    {
        WizardFixture f;
        f.write({u"Mã,Tên,Mã tỉnh"_s, u"001,Phường Một,79"_s, u"002,Phường Hai,79"_s});
        f.import([](ImportWizard &wizard) {
            auto *pictures = wizard.findChild<QTabWidget *>(u"pictures"_s);
            const auto goTo = [&wizard](ImportWizard::Step step) {
                while (wizard.step() != step)
                    press(wizard, wizard.step() < step ? u"next"_s : u"back"_s);
            };
            const auto readAs = [&](TableForm form) {
                goTo(ImportWizard::Step::Columns);
                auto *forms = wizard.findChild<QComboBox *>(u"form"_s);
                const int index = forms->findData(static_cast<int>(form));
                QVERIFY(index >= 0);
                forms->setCurrentIndex(index);
                Q_EMIT forms->activated(index);
                goTo(ImportWizard::Step::Preview);
            };
            readAs(TableForm::Areas);
            QCOMPARE(pictures->currentIndex(), 1);
            readAs(TableForm::Tree);
            QCOMPARE(pictures->currentIndex(), 0);
            pictures->setCurrentIndex(1); // who chooses the list keeps it
            readAs(TableForm::Areas);
            readAs(TableForm::Tree);
            QCOMPARE(pictures->currentIndex(), 1);
            wizard.reject();
        });
    }

    void thePreviewOfASecondFileShowsWhatIsNewInItsPlace()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            for (int i = 0; i < 3; ++i)
                press(wizard, u"next"_s);
        });
        f.write(kSecond);
        f.import([](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
            QVERIFY(itemOf(wizard, u"outline"_s, u"Phòng C"_s)->font(0).bold());
            QVERIFY(!itemOf(wizard, u"outline"_s, u"Phòng A"_s)->font(0).bold());
            QVERIFY(itemOf(wizard, u"outline"_s, u"Phòng B"_s) == nullptr); // the file does not speak of it
            wizard.reject();
        });
    }

    void theSecondFileIsADifferenceAcceptedItemByItem()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            for (int i = 0; i < 3; ++i)
                press(wizard, u"next"_s);
        });
        const QByteArray first = f.json();
        f.write(kSecond);
        f.import([](ImportWizard &wizard) {
            for (int i = 0; i < 3; ++i)
                press(wizard, u"next"_s);
            QCOMPARE(wizard.step(), ImportWizard::Step::Difference);
            QTreeWidgetItem *missing = itemOf(wizard, u"difference"_s, u"Phòng B"_s);
            QVERIFY(missing != nullptr);
            QCOMPARE(missing->checkState(0), Qt::Unchecked);
            missing->setCheckState(0, Qt::Checked);
            itemOf(wizard, u"difference"_s, u"Phòng C"_s)->setCheckState(0, Qt::Unchecked);
            press(wizard, u"next"_s);
        });
        const auto &units = f.document().view().units();
        QCOMPARE(units.size(), 2U); // Phòng B went, Phòng C was not wanted
        QCOMPARE(units[0].state.staffAllotted, std::optional(12));
        QCOMPARE(f.document().session().position(), 2);
        f.trigger(u"undo"_s);
        QVERIFY(f.json() == first);
    }

    void theTemplateGoesStraightToThePreview()
    {
        WizardFixture f;
        f.dialogs.nextFile = QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx");
        f.import([](ImportWizard &wizard) {
            QCOMPARE(wizard.step(), ImportWizard::Step::Preview);
            press(wizard, u"back"_s);
            QVERIFY(!wizard.findChild<QComboBox *>(u"form"_s)->isEnabled());
            QCOMPARE(wizard.findChild<QTableWidget *>(u"columns"_s)->rowCount(), 0);
            press(wizard, u"back"_s);
            QVERIFY(wizard.findChild<QSpinBox *>(u"headerRow"_s)->isHidden());
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
        });
        QCOMPARE(f.document().view().units().size(), 51U);
    }

    void anOfficesFormIsFilledIntoAnotherFile()
    {
        WizardFixture f;
        f.write(kFirst);
        f.import([](ImportWizard &wizard) {
            for (int i = 0; i < 3; ++i)
                press(wizard, u"next"_s);
        });
        const QString form = f.folder.filePath(u"biểu.xlsx"_s);
        OutWorkbook workbook;
        workbook.sheets.push_back(
            {.name = u"Biểu"_s,
             .cells = {
                 {1, 1, u"Tên đơn vị"_s}, {1, 2, u"Biên chế giao"_s}, {2, 1, u"Phòng B"_s}, {3, 1, u"Phòng X"_s}}});
        QVERIFY(writeXlsx(workbook, form).has_value());
        f.dialogs.nextFile = form;
        f.trigger(u"fillForm"_s);
        QVERIFY2(f.dialogs.told.value(0).contains(u"ghi đè"_s), qPrintable(f.dialogs.told.join(u'\n')));
        f.dialogs.nextTarget = f.folder.filePath(u"đã điền.xlsx"_s);
        f.trigger(u"fillForm"_s);
        QVERIFY(f.dialogs.shown.contains(u"Phòng X"_s));
        const auto filled = readWorkbook(f.dialogs.nextTarget);
        QVERIFY(filled.has_value());
        QStringList texts;
        for (const Cell &cell : filled->sheets[0].cells)
            texts += cell.text;
        QCOMPARE(texts, QStringList({u"Tên đơn vị"_s, u"Biên chế giao"_s, u"Phòng B"_s, u"5"_s, u"Phòng X"_s}));
    }

    void aRemarkLeadsToItsCell()
    {
        WizardFixture f;
        QStringList lines = kFirst;
        lines += u"3,Phòng D,mười,z"_s;
        f.write(lines);
        f.import([](ImportWizard &wizard) {
            press(wizard, u"next"_s);
            press(wizard, u"next"_s);
            auto *remarks = wizard.findChild<QTreeWidget *>(u"remarks"_s);
            QCOMPARE(remarks->topLevelItem(0)->text(1), u"C6"_s);
            Q_EMIT remarks->itemActivated(remarks->topLevelItem(0), 0);
            QCOMPARE(wizard.step(), ImportWizard::Step::Table);
            const QModelIndex cell = wizard.findChild<QTableView *>(u"sheet"_s)->currentIndex();
            QCOMPARE(cell.data().toString(), u"mười"_s);
            wizard.reject();
        });
    }
};

BM_GUI_TEST_MAIN(TestImportWizard)
#include "test_import_wizard.moc"
