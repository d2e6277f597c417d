// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gui_test_main.h"
#include "ui/window/file_names.h"
#include "ui/window/widget_dialogs.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>
#include <QTreeView>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kDocuments = u"Tài liệu Bộ Máy (*.bomay)"_s;

/// Types a name into the file dialog, and answers what is asked about a file that is there already.
struct SavingUser
{
    QStringList names;   ///< one after the other; without any left the dialog is closed
    QString answer;      ///< the button that is pressed
    QString kind = {};   ///< the line of the filter that is chosen
    QStringList asked{}; ///< about overwriting
    QTimer timer{};

    void start()
    {
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] { act(); });
        timer.start(10);
    }

    void act()
    {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked += box->text();
            for (QAbstractButton *button : box->buttons())
                if (button->text() == answer)
                    button->click();
        } else if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            if (names.isEmpty()) {
                dialog->close();
                return;
            }
            if (!kind.isEmpty())
                dialog->selectNameFilter(kind);
            dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(names.takeFirst());
            static_cast<QDialog *>(dialog)->accept();
        }
    }
};

void write(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("before") < 0)
        qFatal("the file cannot be written");
}

} // namespace

class TestWidgetDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aLongTaskCanBeStopped()
    {
        WidgetDialogs dialogs;
        const Progress progress = dialogs.showProgress(u"Đang ghi"_s);
        QVERIFY(progress(0, 1000));
        QVERIFY(QApplication::activeModalWidget() == nullptr); // most tasks are done by then
        int step = 0;
        const auto shown = [&] {
            QTest::qSleep(1);
            return progress(++step, 1000) ? qobject_cast<QProgressDialog *>(QApplication::activeModalWidget())
                                          : nullptr;
        };
        QTRY_VERIFY(shown() != nullptr);
        const QProgressDialog *dialog = shown();
        QCOMPARE(dialog->value(), step);
        dialog->findChild<QPushButton *>()->click();
        QVERIFY(!progress(step + 1, 1000));
    }

    void theNameIsCompleteBeforeItIsAskedAbout()
    {
        const QTemporaryDir folder;
        const QString typed = folder.filePath(u"Sơ đồ 01.07.2025"_s);
        write(typed + u".bomay"_s);
        WidgetDialogs dialogs;
        SavingUser user{{typed, folder.filePath(u"Sơ đồ 02.07.2025"_s)}, u"Chọn tên khác"_s};
        user.start();
        QCOMPARE(dialogs.fileToSave(u"Lưu"_s, u"a"_s, kDocuments), folder.filePath(u"Sơ đồ 02.07.2025.bomay"_s));
        QCOMPARE(user.asked, QStringList(u"Đã có tệp “Sơ đồ 01.07.2025.bomay”. Ghi đè lên tệp đó?"_s));
    }

    void aFileIsOverwrittenWhereTheUserSaysSo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        write(path);
        WidgetDialogs dialogs;
        SavingUser user{{path}, u"Ghi đè"_s};
        user.start();
        QCOMPARE(dialogs.fileToSave(u"Lưu"_s, u"a"_s, kDocuments), path);
        QCOMPARE(user.asked.size(), 1);
    }

    void aClosedDialogGivesNoFile()
    {
        WidgetDialogs dialogs;
        SavingUser user{{}, {}};
        user.start();
        QCOMPARE(dialogs.fileToSave(u"Lưu"_s, u"a"_s, kDocuments), QString());
    }

    void theFormatIsThatOfTheFilter()
    {
        const QTemporaryDir folder;
        const QString filter = u"PDF (*.pdf);;Bảng tính (*.xlsx)"_s;
        for (const auto &[name, kind, ending] : {std::tuple(u"a.b"_s, u"PDF (*.pdf)"_s, u".pdf"_s),
                                                 std::tuple(u"a.b"_s, u"Bảng tính (*.xlsx)"_s, u".xlsx"_s),
                                                 std::tuple(u"a.XLSX"_s, u"PDF (*.pdf)"_s, QString())}) {
            WidgetDialogs dialogs;
            SavingUser user{{folder.filePath(name)}, {}, kind};
            user.start();
            QCOMPARE(dialogs.fileToSave(u"Xuất"_s, u"a"_s, filter), folder.filePath(name + ending));
        }
    }

    /// What Qt brings along is Vietnamese once its translation is installed.
    void qtSpeaksVietnamese()
    {
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/qtbase_vi.qm"_s));
        QCoreApplication::installTranslator(&translator);
        QStringList texts;
        {
            QFileDialog dialog;
            dialog.setOption(QFileDialog::DontUseNativeDialog);
            dialog.setFileMode(QFileDialog::ExistingFile);
            dialog.ensurePolished();
            for (const auto *label : dialog.findChildren<QLabel *>())
                texts += label->text();
            for (const auto *button : dialog.findChildren<QAbstractButton *>())
                texts += {button->text(), button->toolTip()};
            const auto *files = dialog.findChild<QTreeView *>()->model();
            for (int column = 0; column < files->columnCount(); ++column)
                texts += files->headerData(column, Qt::Horizontal).toString();
            QLineEdit field;
            const std::unique_ptr<QMenu> menu(field.createStandardContextMenu());
            for (const QAction *action : menu->actions())
                texts += action->text().section(u'\t', 0, 0);
            QMessageBox box(QMessageBox::Question, {}, {},
                            QMessageBox::Ok | QMessageBox::Cancel | QMessageBox::Yes | QMessageBox::No |
                                QMessageBox::Close | QMessageBox::Discard | QMessageBox::Save);
            for (const auto *button : box.buttons())
                texts += button->text();
            QPrinter printer;
            printer.setOutputFormat(QPrinter::PdfFormat);
            QPrintDialog print(&printer);
            for (const auto *label : print.findChildren<QLabel *>())
                texts += label->text();
            for (const auto *button : print.findChildren<QAbstractButton *>())
                texts += {button->text(), button->toolTip()};
            for (const auto *group : print.findChildren<QGroupBox *>())
                texts += group->title();
            for (const auto *choice : print.findChildren<QComboBox *>())
                for (int i = 0; i < choice->count(); ++i)
                    texts += choice->itemText(i);
            for (const auto *tabs : print.findChildren<QTabWidget *>())
                for (int i = 0; i < tabs->count(); ++i)
                    texts += tabs->tabText(i);
        }
        QCoreApplication::removeTranslator(&translator);
        static const QRegularExpression english(
            u"file|name|open|save|cancel|look|type|back|forward|folder|size|date|copy|paste|select|undo|redo|yes|close|"
            u"print|page|copies|colou?r|option|range|collate|paper|propert|location|output|orient|margin|width"_s,
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY(texts.size() > 60);
        for (const QString &text : texts)
            QVERIFY2(!text.contains(english), qPrintable(text));
    }

    void aNameOfAFileHasNoFolderInIt()
    {
        QCOMPARE(fileNameFrom(u" Chốt số liệu 31/12/2025: \"bản 1\"? "_s), u"Chốt số liệu 31-12-2025- -bản 1--"_s);
    }
};

BM_GUI_TEST_MAIN(TestWidgetDialogs)
#include "test_widget_dialogs.moc"
