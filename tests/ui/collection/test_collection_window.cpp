// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_form.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/collection/collection_panel.h"
#include "ui/widgets/date_edit.h"
#include "ui/window/collection_commands.h"
#include "ui/window/file_commands.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// The day on which all this happens; what falls due is told from it.
SessionPorts portsAt(const QDate &date)
{
    SessionPorts ports = systemPorts();
    ports.now = [date] { return QDateTime(date, QTime(5, 0), Qt::UTC); };
    return ports;
}

const QDate kDay(2026, 6, 16);

/// A UBND with two divisions, in a window whose forms go into a folder.
struct CollectionFixture : WindowFixture
{
    explicit CollectionFixture(const QDate &date = kDay)
        : WindowFixture(portsAt(date))
    {
        write(folder.filePath(u"list.csv"_s), "Mã,Tên đơn vị,Mã cấp trên,Biên chế giao\nUB,UBND phường Mẫu,,40\n"
                                              "KT,Phòng Kinh tế,UB,12\nVH,Phòng Văn hóa,UB,9\nTT,Tổ Thuế,KT,3\n");
        if (!window->files().importFrom(folder.filePath(u"list.csv"_s)))
            qFatal("the document cannot be made");
        dialogs.asked.clear();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
    }

    [[nodiscard]] QString sent() const { return folder.filePath(u"đợt 1"_s); }
    [[nodiscard]] QString back() const { return sent() + u"/nhan-ve"_s; }

    void send(const std::function<void(CollectionDialog &)> &drive = {})
    {
        dialogs.collecting = [&](CollectionDialog &dialog) {
            dialog.findChild<QLineEdit *>(u"collectionFolderName"_s)->setText(sent());
            if (drive)
                drive(dialog);
            dialog.accept();
        };
        trigger(u"sendForms"_s);
    }

    [[nodiscard]] CollectionPanel &panel() const { return *window->findChild<CollectionPanel *>(); }
    [[nodiscard]] QTreeView &table() const { return *panel().findChild<QTreeView *>(u"collectionTable"_s); }
    /// "Phòng Kinh tế: Chưa nhận", line by line.
    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        const QAbstractItemModel *model = table().model();
        for (int row = 0; row < model->rowCount(); ++row)
            lines += model->index(row, CollectionPanel::Agency).data().toString() + u": "_s +
                     model->index(row, CollectionPanel::State).data().toString();
        return lines;
    }
    [[nodiscard]] QString summary() const { return panel().findChild<QLabel *>(u"collectionSummary"_s)->text(); }
    [[nodiscard]] bool isReading() const { return window->collection().follower().isReading(); }
};

} // namespace

class TestCollectionWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    /// Else the agencies would be told a day that nobody chose.
    void aDayThatIsNoneIsNotTold()
    {
        CollectionFixture f;
        f.dialogs.collecting = [&f](CollectionDialog &dialog) {
            dialog.findChild<QLineEdit *>(u"collectionFolderName"_s)->setText(f.sent());
            dialog.findChild<DateEdit *>(u"collectionDue"_s)->setText(u"31/02/2026"_s);
            dialog.findChild<QDialogButtonBox *>()->accepted();
            QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
            dialog.reject();
        };
        f.trigger(u"sendForms"_s);
        QVERIFY(!QFile::exists(f.sent()));
    }

    /// Files can go while their forms are being read: a stick is drawn out.
    void filesThatGoWhileTheyAreReadAreNoHarm()
    {
        CollectionFixture f;
        f.send();
        QVERIFY(QFile::copy(f.sent() + u"/vh.xlsx"_s, f.back() + u"/vh.xlsx"_s));
        RoundFollower &follower = f.window->collection().follower();
        follower.refresh();
        QVERIFY(follower.isReading());
        QVERIFY(QFile::remove(f.back() + u"/vh.xlsx"_s));
        follower.refresh();
        QTRY_VERIFY(!follower.isReading());
        QCOMPARE(f.lines(), QStringList({u"Phòng Kinh tế: Chưa nhận"_s, u"Phòng Văn hóa: Chưa nhận"_s}));
    }

    /// Nobody is told "not received" of a form that is there, nor of one that nobody has looked for yet.
    void whatIsKnownOfAFormStaysWhileItIsReadAgain()
    {
        CollectionFixture f;
        f.send();
        QCOMPARE(f.lines(), QStringList({u"Phòng Kinh tế: Đang đọc…"_s, u"Phòng Văn hóa: Đang đọc…"_s}));
        QVERIFY(QFile::copy(f.sent() + u"/vh.xlsx"_s, f.back() + u"/vh.xlsx"_s));
        const QStringList known{u"Phòng Kinh tế: Chưa nhận"_s, u"Phòng Văn hóa: Đã nhận, không thay đổi"_s};
        QTRY_COMPARE(f.lines(), known);
        RoundFollower &follower = f.window->collection().follower();
        QTRY_VERIFY(!follower.isReading());
        follower.refresh();
        QVERIFY(follower.isReading()); // nothing is read before the window has its turn again
        QCOMPARE(f.lines(), known);
        QTRY_VERIFY(!follower.isReading());
        QCOMPARE(f.lines(), known);
    }

    /// As every list of records is, by a click on a column.
    void theListIsSorted()
    {
        CollectionFixture f;
        f.send();
        QTRY_VERIFY(!f.isReading());
        f.table().sortByColumn(CollectionPanel::Agency, Qt::DescendingOrder);
        QCOMPARE(f.lines().value(0), u"Phòng Văn hóa: Chưa nhận"_s);
    }

    void formsGoOutAndComeBackAsADifference()
    {
        CollectionFixture f;
        f.send([](CollectionDialog &dialog) {
            QCOMPARE(dialog.order().due.toIso(), u"2026-06-30"_s);
            QCOMPARE(dialog.order().units.size(), 2U); // those below the uppermost
        });
        QCOMPARE(f.dialogs.told, QStringList());
        QVERIFY(QFile::exists(f.sent() + u"/kt.xlsx"_s));
        QVERIFY(f.window->findChild<QDockWidget *>(u"collectionDock"_s)->isVisible());
        QTRY_COMPARE(f.lines(), QStringList({u"Phòng Kinh tế: Chưa nhận"_s, u"Phòng Văn hóa: Chưa nhận"_s}));

        // One comes back with another number (column G), one as it was; neither needs a click to be seen.
        QVERIFY(fillXlsxForm(f.sent() + u"/kt.xlsx"_s, {{u"DON_VI"_s, {2, 7}, 10.0}}, f.back() + u"/kinh tế.xlsx"_s)
                    .has_value());
        QVERIFY(QFile::copy(f.sent() + u"/vh.xlsx"_s, f.back() + u"/vh.xlsx"_s));
        QTRY_COMPARE(f.lines(), QStringList({u"Phòng Kinh tế: Đã nhận, có thay đổi"_s,
                                             u"Phòng Văn hóa: Đã nhận, không thay đổi"_s}));
        QVERIFY2(f.summary().contains(u"nhận 2/2 biểu, 1 có thay đổi, 0 quá hạn"_s), qPrintable(f.summary()));

        auto *review = f.panel().findChild<QPushButton *>(u"collectionReview"_s);
        QVERIFY(!review->isEnabled());
        f.table().setCurrentIndex(f.table().model()->index(0, 0));
        QVERIFY(review->isEnabled());
        bool wasShown = false;
        f.dialogs.reviewing = [&](ImportWizard &wizard) {
            wasShown = true;
            QCOMPARE(wizard.step(), ImportWizard::Step::Preview);
            wizard.findChild<QPushButton *>(u"next"_s)->click();
            QCOMPARE(wizard.step(), ImportWizard::Step::Difference);
            QCOMPARE(wizard.findChild<QTreeWidget *>(u"difference"_s)->topLevelItem(0)->text(0), u"Thay đổi (1)"_s);
            wizard.findChild<QPushButton *>(u"next"_s)->click();
        };
        review->click();
        QVERIFY(wasShown);
        const UnitId unit = f.document().organisation().unitsWithCode(u"KT"_s).value(0);
        QCOMPARE(f.document().organisation().find(unit)->states.back().staffAllotted, std::optional(10));
        // What was taken is what the document has now.
        QTRY_COMPARE(f.lines().value(0), u"Phòng Kinh tế: Đã nhận, không thay đổi"_s);
    }

    void whatIsMissingAfterTheDayIsOverdue()
    {
        CollectionFixture f;
        f.send([](CollectionDialog &dialog) {
            dialog.findChild<DateEdit *>(u"collectionDue"_s)->resetTo(PartialDate::fromDay(*Day::fromYmd(2026, 6, 13)));
        });
        QTRY_COMPARE(f.lines(), QStringList({u"Phòng Kinh tế: Quá hạn 3 ngày"_s, u"Phòng Văn hóa: Quá hạn 3 ngày"_s}));
        QVERIFY2(f.summary().contains(u"2 quá hạn"_s), qPrintable(f.summary()));
    }

    void whatCannotBeReadOrIsOfNobodyIsSaid()
    {
        CollectionFixture f;
        f.send();
        CollectionFixture::write(f.back() + u"/vh.xlsx"_s, "PK\x03\x04 no more");
        CollectionFixture::write(f.back() + u"/lạ.xlsx"_s, "PK\x03\x04 no more");
        f.window->collection().follower().refresh();
        QTRY_VERIFY(!f.isReading());
        QCOMPARE(f.lines(), QStringList({u"Phòng Kinh tế: Chưa nhận"_s, u"Phòng Văn hóa: Đã nhận, không đọc được"_s,
                                         u"(không rõ cơ quan): Tệp không thuộc đợt này"_s}));
        for (int row = 0; row < 3; ++row) {
            f.table().setCurrentIndex(f.table().model()->index(row, 0));
            QVERIFY(!f.panel().findChild<QPushButton *>(u"collectionReview"_s)->isEnabled());
        }
    }

    void aFolderThatHoldsARoundIsNotWrittenInto()
    {
        CollectionFixture f;
        f.send();
        CollectionFixture::write(f.sent() + u"/kt.xlsx"_s, "filled in");
        f.send();
        QCOMPARE(f.dialogs.told.size(), 1);
        QFile form(f.sent() + u"/kt.xlsx"_s);
        QVERIFY(form.open(QIODevice::ReadOnly));
        QCOMPARE(form.readAll(), QByteArray("filled in"));
    }

    void aRoundIsFollowedLaterAndBelongsToItsDocument()
    {
        CollectionFixture f;
        f.send();
        CollectionFixture later(QDate(2026, 7, 2));
        QVERIFY2(later.summary().startsWith(u"Chưa có đợt thu thập"_s), qPrintable(later.summary()));
        later.dialogs.nextFile = f.sent() + u"/dot-thu-thap.toml"_s;
        later.trigger(u"openRound"_s);
        QTRY_COMPARE(later.lines(),
                     QStringList({u"Phòng Kinh tế: Quá hạn 2 ngày"_s, u"Phòng Văn hóa: Quá hạn 2 ngày"_s}));
        later.dialogs.nextFile = f.folder.filePath(u"list.csv"_s); // no round: the one that is followed stays
        later.trigger(u"openRound"_s);
        QCOMPARE(later.dialogs.told.size(), 1);
        QCOMPARE(later.lines().size(), 2);
        later.dialogs.nextUnsaved = UnsavedAnswer::Discard;
        later.trigger(u"new"_s);
        QCOMPARE(later.lines(), QStringList());
        QVERIFY(!later.window->action(u"sendForms"_s)->isEnabled());
    }

    void theDialogIsReadyOnceItKnowsAllItNeeds()
    {
        CollectionFixture f;
        CollectionDialog dialog({f.document(), f.messages}, Day::fromDate(kDay));
        QPushButton *accept = nullptr;
        for (auto *button : dialog.findChildren<QPushButton *>())
            if (button->isDefault())
                accept = button;
        QVERIFY(accept != nullptr && !accept->isEnabled()); // no folder
        for (const auto *label : dialog.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u'&') || label->buddy() != nullptr, qPrintable(label->text()));
        dialog.findChild<QLineEdit *>(u"collectionFolderName"_s)->setText(f.sent());
        QVERIFY(accept->isEnabled());
        auto *units = dialog.findChild<QTreeWidget *>(u"collectionUnits"_s);
        QTreeWidgetItem *root = units->topLevelItem(0);
        for (int i = 0; i < root->childCount(); ++i)
            root->child(i)->setCheckState(0, Qt::Unchecked);
        QVERIFY(!accept->isEnabled());
        root->child(0)->child(0)->setCheckState(0, Qt::Checked); // one of the third level
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.order().units,
                 std::vector<UnitId>{f.document().organisation().unitsWithCode(u"TT"_s).value(0)});
    }
};

BM_GUI_TEST_MAIN(TestCollectionWindow)
#include "test_collection_window.moc"
