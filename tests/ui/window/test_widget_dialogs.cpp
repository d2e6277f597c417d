// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gui_test_main.h"
#include "ui/window/file_names.h"
#include "ui/window/widget_dialogs.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

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

    void aNameOfAFileHasNoFolderInIt()
    {
        QCOMPARE(fileNameFrom(u" Chốt số liệu 31/12/2025: \"bản 1\"? "_s), u"Chốt số liệu 31-12-2025- -bản 1--"_s);
    }
};

BM_GUI_TEST_MAIN(TestWidgetDialogs)
#include "test_widget_dialogs.moc"
