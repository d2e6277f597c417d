// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_views.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_note.h"
#include "ui/widgets/page_preview.h"
#include "ui/window/paper_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>
#include <QStatusBar>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QString outputOf(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

void addUnits(WindowFixture &f)
{
    f.trigger(u"addUnit"_s);
    f.typeName(u"Ủy ban nhân dân"_s);
}

} // namespace

class TestPaperWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void printingGivesATitledPageWithNothingFilledIn()
    {
        WindowFixture f;
        addUnits(f);
        f.dialogs.nextPaper = [](const PaperChoice &start) { return start; };
        f.dialogs.nextFile = f.folder.filePath(u"in.pdf"_s);
        f.trigger(u"print"_s);
        QCOMPARE(f.dialogs.asked, (QStringList{u"paper"_s, u"printer"_s}));
        QCOMPARE(f.dialogs.preview.document.pages.size(), 1U);
        QCOMPARE(f.dialogs.preview.document.pages.front().size, QSizeF(297, 210));
        QVERIFY(QFile::exists(f.dialogs.nextFile));
        if (QStandardPaths::findExecutable(u"pdfinfo"_s).isEmpty())
            return;
        const QString info = outputOf(u"pdfinfo"_s, {f.dialogs.nextFile});
        QVERIFY2(info.contains(u"Pages:           1"_s) && info.contains(u"842 x 595"_s), qPrintable(info));
        QVERIFY(outputOf(u"pdftotext"_s, {f.dialogs.nextFile, u"-"_s}).contains(u"Sơ đồ tổ chức Ủy ban nhân dân"_s));
    }

    void printingCanBeStopped()
    {
        WindowFixture f;
        addUnits(f);
        f.dialogs.nextPaper = [](PaperChoice choice) {
            choice.pages = PageMode::Booklet;
            return choice;
        };
        f.dialogs.nextFile = f.folder.filePath(u"in.pdf"_s);
        f.trigger(u"print"_s);
        QVERIFY(f.dialogs.steps.contains(u"Đang in… 1/2"_s));
        QCOMPARE(f.window->statusBar()->currentMessage(), u"Đã gửi 2 trang đến máy in"_s);
        f.dialogs.stopAt = 1; // the second page
        f.dialogs.stopIn = u"Đang in"_s;
        f.trigger(u"print"_s);
        QVERIFY(f.window->statusBar()->currentMessage().startsWith(u"Đã dừng in"_s));
        QCOMPARE(f.dialogs.told, QStringList());
    }

    void theSheetsOfAViewAreRemembered()
    {
        WindowFixture f;
        addUnits(f);
        f.dialogs.nextFile = f.folder.filePath(u"in.pdf"_s);
        PaperChoice offered;
        const auto print = [&](PaperSize paper, PageMode pages) {
            f.dialogs.nextPaper = [&offered, paper, pages](PaperChoice choice) {
                offered = choice;
                choice.paper = paper;
                choice.pages = pages;
                choice.sheets = {3, 1};
                return choice;
            };
            f.trigger(u"print"_s);
        };
        print(PaperSize::A3, PageMode::Sheets);
        print(PaperSize::A4, PageMode::One);
        QCOMPARE(offered.pages, PageMode::Sheets);
        QCOMPARE(offered.sheets, QSize(3, 1));
        QCOMPARE(offered.paper, PaperSize::A3);
        f.dialogs.nextUnsaved = UnsavedAnswer::Discard;
        f.trigger(u"new"_s);
        addUnits(f);
        print(PaperSize::A4, PageMode::One);
        QCOMPARE(offered.pages, PageMode::One);
    }

    void chartsAreExportedAsChosen_data()
    {
        QTest::addColumn<FileFormat>("format");
        QTest::addColumn<PageMode>("pages");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("pdf") << FileFormat::Pdf << PageMode::One << u"sơ đồ.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("booklet") << FileFormat::Pdf << PageMode::Booklet << u"sơ đồ.pdf"_s << QByteArray("/Annots");
        QTest::newRow("archive") << FileFormat::Pdf << PageMode::Automatic << u"sơ đồ.pdf"_s << QByteArray("GTS_PDFA1");
        QTest::newRow("png") << FileFormat::Png << PageMode::One << u"sơ đồ.png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << FileFormat::Svg << PageMode::Booklet << u"sơ đồ-1.svg"_s << QByteArray("<path");
    }
    void chartsAreExportedAsChosen()
    {
        QFETCH(FileFormat, format);
        QFETCH(PageMode, pages);
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        WindowFixture f;
        addUnits(f);
        addUnits(f); // below the first one
        const auto choose = [&](PaperChoice choice) {
            choice.format = format;
            choice.pages = pages;
            choice.paper = {150, 150};
            choice.isArchive = pages == PageMode::Automatic;
            choice.picture = {.format = format == FileFormat::Svg ? PictureFormat::Svg : PictureFormat::Png,
                              .dotsPerInch = 50,
                              .text = SvgText::Outlines};
            return choice;
        };
        f.dialogs.nextPaper = choose;
        f.dialogs.nextFile = f.folder.filePath(u"sơ đồ"_s);
        f.trigger(u"exportChart"_s);
        QFile file(f.folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains(content));
        QVERIFY(f.window->statusBar()->currentMessage().startsWith(u"Đã ghi"_s));

        f.dialogs.stopAt = 1;
        f.dialogs.stopIn = format == FileFormat::Pdf ? u"Đang ghi PDF"_s : u"Đang vẽ hình"_s;
        f.dialogs.nextLine = 0; // write over all of them
        PaperChoice offered;
        f.dialogs.nextPaper = [&](const PaperChoice &start) {
            offered = start;
            return start;
        };
        addUnits(f);
        f.trigger(u"exportChart"_s);
        QCOMPARE(offered.paper, (PaperSize{150, 150}));                      // as it was chosen last
        QCOMPARE(f.dialogs.lines.contains(name), format == FileFormat::Svg); // one of several that are there
        QFile after(f.folder.filePath(name)); // by its path: what is written takes the place of a file
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), bytes);
    }

    void anEmptyDocumentIsNotPrinted()
    {
        const WindowFixture f;
        f.trigger(u"print"_s);
        QCOMPARE(f.dialogs.asked, QStringList());
        QCOMPARE(f.dialogs.told.size(), 1);
    }

    void aStoppedOrFailedExportLeavesTheOldFile_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"exportPdf", "exportAnnex", "exportCheckReport", "exportLedger", "exportStaffing"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void aStoppedOrFailedExportLeavesTheOldFile()
    {
        QFETCH(QString, command);
        WindowFixture f;
        addUnits(f);
        const auto content = [&f] {
            QFile file(f.dialogs.nextFile);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
        };
        f.dialogs.nextPaper = [](const PaperChoice &start) { return start; };
        f.dialogs.nextFile = f.folder.filePath(u"cũ.pdf"_s);
        f.trigger(command);
        const QByteArray old = content();
        QVERIFY(old.startsWith("%PDF-"));
        QVERIFY(f.dialogs.steps.size() >= 2); // before the first page and behind the last

        addUnits(f); // the next file would be another one
        f.dialogs.stopAt = 1;
        f.trigger(command);
        QCOMPARE(content(), old);
        QCOMPARE(f.dialogs.told, QStringList()); // whoever stops it knows
        QVERIFY(f.window->statusBar()->currentMessage().startsWith(u"Đã dừng"_s));

        f.dialogs.stopAt.reset();
        f.dialogs.nextFile = f.folder.filePath(u"không có/mới.pdf"_s);
        f.trigger(command);
        QCOMPARE(f.dialogs.told.size(), 1);
        QCOMPARE(content(), QByteArray("none"));
        QCOMPARE(QDir(f.folder.path()).entryList({u"*.pdf*"_s}).size(), 1);
    }

    void theAnnexIsWrittenAndItsFieldsRemembered()
    {
        WindowFixture f;
        addUnits(f);
        f.dialogs.nextPaper = [](PaperChoice choice) {
            choice.annex.title = u"Sơ đồ tổ chức"_s;
            choice.annex.number = 3;
            choice.annex.symbol = u"QĐ-UBND"_s;
            return choice;
        };
        f.dialogs.nextFile = f.folder.filePath(u"phụ lục.pdf"_s);
        f.trigger(u"exportAnnex"_s);
        QVERIFY(QFile::exists(f.dialogs.nextFile));
        QVERIFY(!f.dialogs.preview.notes.isEmpty()); // who issues it is missing
        PaperChoice remembered;
        f.dialogs.nextPaper = [&remembered](const PaperChoice &start) {
            remembered = start;
            return start;
        };
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(remembered.annex.number, 3);
        QCOMPARE(remembered.annex.title, u"Sơ đồ tổ chức"_s);
        QCOMPARE(f.document().chartView().annex, u"number = 3\ntitle = \"Sơ đồ tổ chức\"\nsymbol = \"QĐ-UBND\"\n"_s);

        // Another view is another annex of the same decision.
        for (const QString &name : {u"Một"_s, u"Hai"_s}) {
            f.dialogs.nextText = name;
            f.trigger(u"newView"_s);
        }
        f.dialogs.nextPaper = [](PaperChoice choice) {
            choice.annex.number = 4;
            return choice;
        };
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(f.dialogs.preview.document.pages.size(), 1U);
        f.document().showView(viewsInOrder(f.document().organisation()).at(1).id);
        f.dialogs.nextPaper = [&remembered](const PaperChoice &start) {
            remembered = start;
            return start;
        };
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(remembered.annex.symbol, u"QĐ-UBND"_s);
        QCOMPARE(remembered.annex.title, u"Sơ đồ tổ chức Ủy ban nhân dân"_s);
        f.document().showView(viewsInOrder(f.document().organisation()).back().id);
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(remembered.annex.number, 4);
        f.document().showView(viewsInOrder(f.document().organisation()).front().id);
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(remembered.annex.number, 3);
    }

    void theFieldsOfAnAnnexAreSavedAndUndone()
    {
        WindowFixture f;
        addUnits(f);
        f.dialogs.nextText = u"Một"_s;
        f.trigger(u"newView"_s);
        const auto numbered = [](int number) {
            return [number](PaperChoice choice) {
                choice.annex.number = number;
                return choice;
            };
        };
        f.dialogs.nextFile.clear(); // the file is not wanted after all: nothing is kept, but what was typed stays
        f.dialogs.nextPaper = numbered(3);
        f.trigger(u"exportAnnex"_s);
        QVERIFY(f.document().chartView().annex.isEmpty());
        int offered = 0;
        f.dialogs.nextPaper = [&offered](const PaperChoice &choice) {
            offered = choice.annex.number;
            return choice;
        };
        f.dialogs.nextFile = f.folder.filePath(u"phụ lục.pdf"_s);
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(offered, 3);
        f.dialogs.nextPaper = numbered(4);
        f.trigger(u"exportAnnex"_s);
        QVERIFY(f.document().chartView().annex.contains(u"number = 4"_s));
        f.trigger(u"undo"_s);
        QVERIFY(f.document().chartView().annex.contains(u"number = 3"_s));
        f.dialogs.nextFile = f.folder.filePath(u"a.bomay"_s);
        f.trigger(u"saveAs"_s);
        f.trigger(u"new"_s);
        QVERIFY(f.document().chartView().annex.isEmpty());
        f.trigger(u"open"_s);
        QTRY_VERIFY(f.document().chartView().annex.contains(u"number = 3"_s));
    }

    void theAnnexOfOneDocumentIsNotThatOfTheNext()
    {
        WindowFixture f;
        addUnits(f);
        f.dialogs.nextPaper = [](PaperChoice choice) {
            choice.annex.number = 3;
            choice.annex.symbol = u"QĐ-UBND"_s;
            return choice;
        };
        f.dialogs.nextFile = f.folder.filePath(u"phụ lục.pdf"_s);
        f.trigger(u"exportAnnex"_s);
        f.dialogs.nextUnsaved = UnsavedAnswer::Discard;
        f.trigger(u"new"_s);
        addUnits(f);
        PaperChoice offered;
        f.dialogs.nextPaper = [&offered](const PaperChoice &start) {
            offered = start;
            return start;
        };
        f.trigger(u"exportAnnex"_s);
        AnnexFields fresh;
        fresh.title = u"Sơ đồ tổ chức Ủy ban nhân dân"_s;
        QCOMPARE(offered.annex, fresh);
        QCOMPARE(offered.orientation, Orientation::Automatic);
    }

    void reportsAreWrittenAsPdfAndSpreadsheet()
    {
        WindowFixture f;
        addUnits(f);
        for (const QString &command : {u"exportCheckReport"_s, u"exportLedger"_s, u"exportStaffing"_s})
            for (const QString &ending : {u".pdf"_s, u".xlsx"_s}) {
                f.dialogs.nextFile = f.folder.filePath(command + ending);
                f.trigger(command);
                QVERIFY2(QFile::exists(f.dialogs.nextFile), qPrintable(f.dialogs.nextFile));
            }
        QCOMPARE(f.dialogs.told, QStringList());
    }

    void aDateThatIsNoneIsNotDropped()
    {
        PaperQuestion question;
        question.accept = u"Xuất"_s;
        question.use = PaperUse::Annex;
        question.compose = [](const PaperChoice & /*choice*/) { return PaperPreview{}; };
        PaperDialog dialog(question);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *date = dialog.findChild<DateEdit *>();
        const auto acceptWith = [&](const QString &text) {
            date->setFocus();
            date->selectAll();
            QTest::keyClicks(date, text);
            for (auto *button : dialog.findChildren<QPushButton *>())
                if (button->text() == question.accept)
                    button->click();
        };
        acceptWith(u"1/7/25"_s); // which century is not guessed
        QVERIFY(dialog.isVisible());
        QVERIFY(date->hasFocus() && date->isRefused());
        QVERIFY(dialog.findChild<FieldNote *>()->isVisible());
        acceptWith(u"1/7/2025"_s);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.choice().annex.date->toIso(), u"2025-07-01"_s);
    }

    void theDialogAsksWhatTheFormatNeeds()
    {
        PaperQuestion question;
        question.use = PaperUse::File;
        question.start.pages = PageMode::Booklet;
        question.compose = [](const PaperChoice & /*choice*/) { return PaperPreview{}; };
        PaperDialog dialog(question);
        dialog.show();
        QCOMPARE(dialog.choice().pages, PageMode::Booklet);
        const auto boxes = dialog.findChildren<QComboBox *>(); // paper, orientation, pages, format
        const auto ticks = dialog.findChildren<QCheckBox *>(); // archive, outlines
        auto *dots = dialog.findChildren<QSpinBox *>().last();
        QVERIFY(ticks.at(0)->isVisible() && !ticks.at(1)->isVisible() && !dots->isVisible());
        boxes.at(3)->setCurrentIndex(1);
        QVERIFY(!ticks.at(0)->isVisible() && !ticks.at(1)->isVisible() && dots->isVisible());
        dots->setValue(5); // no picture
        QCOMPARE(dialog.choice().picture.dotsPerInch, kFewestDots);
        QCOMPARE(dialog.choice().picture.format, PictureFormat::Png);
        boxes.at(3)->setCurrentIndex(2);
        ticks.at(1)->setChecked(true);
        QVERIFY(!ticks.at(0)->isVisible() && ticks.at(1)->isVisible() && !dots->isVisible());
        QCOMPARE(dialog.choice().format, FileFormat::Svg);
        QCOMPARE(dialog.choice().picture.format, PictureFormat::Svg);
        QCOMPARE(dialog.choice().picture.text, SvgText::Outlines);
    }

    void theDialogShowsThePagesOfWhatIsChosen()
    {
        PaperQuestion question;
        question.use = PaperUse::Print;
        question.start.pages = PageMode::Sheets;
        int composed = 0;
        question.compose = [&composed](const PaperChoice &choice) {
            ++composed;
            PaperPreview preview;
            for (int i = 0; i < choice.sheets.width(); ++i)
                preview.document.pages.push_back({sizeOfPaper(choice.paper), {}});
            return preview;
        };
        PaperDialog dialog(question);
        dialog.show();
        auto *preview = dialog.findChild<PagePreview *>();
        QCOMPARE(preview->document().pages.size(), 2U);
        const auto spins = dialog.findChildren<QSpinBox *>();       // columns, rows
        const auto sides = dialog.findChildren<QDoubleSpinBox *>(); // width and height of a free size
        spins.at(0)->setValue(3);
        dialog.findChild<QComboBox *>()->setCurrentIndex(1); // A3
        QTRY_COMPARE(preview->document().pages.size(), 3U);
        QCOMPARE(preview->document().pages.front().size, sizeOfPaper(PaperSize::A3));
        QCOMPARE(composed, 2); // once for both changes
        QTest::keyClick(preview, Qt::Key_PageDown);
        QCOMPARE(preview->page(), 1);
        QCOMPARE(dialog.choice().sheets, QSize(3, 1));

        QVERIFY(!sides.at(0)->isVisible() && spins.at(0)->isVisible());
        dialog.findChildren<QComboBox *>().at(2)->setCurrentIndex(1); // one page
        dialog.findChild<QComboBox *>()->setCurrentIndex(5);
        QVERIFY(sides.at(0)->isVisible() && !spins.at(0)->isVisible());
        sides.at(0)->setValue(297.5); // tenths are kept
        sides.at(1)->setValue(400);
        QTRY_COMPARE(preview->document().pages.front().size, QSizeF(297.5, 400));
        question.start = dialog.choice();
        const PaperDialog again(question);
        QCOMPARE(again.choice().paper, (PaperSize{297.5, 400}));
    }
};

BM_GUI_TEST_MAIN(TestPaperWindow)
#include "test_paper_window.moc"
