// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/window/file_commands.h"
#include "ui/window/recovery_commands.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A folder of the program's own, a document, and windows that come and go over them.
struct Office
{
    QTemporaryDir folder;
    QString document = folder.filePath(u"phường.bomay"_s);

    [[nodiscard]] SessionPorts ports(const QString &author = u"Người thử"_s) const
    {
        SessionPorts ports = systemPorts();
        ports.author = author;
        ports.protection = folder.filePath(u"own"_s);
        ports.locksFiles = true;
        return ports;
    }

    /// What a killed program leaves: so many units, saved and not.
    void leave(const QStringList &saved, const QStringList &unsaved) const
    {
        Session session(ports());
        const auto add = [&session](const QString &name) {
            const EditScope scope{EditMode::Correct, session.asOf(), {}};
            const Result<Change> change =
                addUnit(session.organisation(), {}, name, UnitKind::AdministrativeBody, scope, session.ids());
            if (!change || !session.apply(*change))
                qFatal("not added");
        };
        for (const QString &name : saved)
            add(name);
        if (!saved.empty() && !session.saveAs(document))
            qFatal("not saved");
        for (const QString &name : unsaved)
            add(name);
    }
};

QString bandText(const WindowFixture &f, const QString &name)
{
    const auto *band = f.window->findChild<QLabel *>(name);
    return band->isVisible() ? band->text() : QString();
}

} // namespace

class TestRecoveryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void whatWasLeftUnsavedIsOfferedAndGoesOn()
    {
        const Office office;
        office.leave({u"Ủy ban nhân dân phường Ổi"_s}, {u"Văn phòng"_s, u"Phòng Kinh tế"_s});
        WindowFixture f(office.ports());
        f.dialogs.nextRecovery = {RecoveryAnswer::Action::Recover, 0};
        QVERIFY(f.window->recovery().offer());
        QCOMPARE(f.dialogs.lines.size(), 1);
        QVERIFY2(f.dialogs.lines[0].contains(u"phường.bomay: 2 thay đổi chưa lưu, thay đổi cuối lúc "_s),
                 qPrintable(f.dialogs.lines[0]));
        QCOMPARE(f.document().organisation().units().size(), 3);
        QVERIFY(f.window->isWindowModified());
        f.trigger(u"undo"_s);
        QCOMPARE(f.document().organisation().units().size(), 2);
        f.trigger(u"save"_s);
        QCOMPARE(f.dialogs.told, QStringList());
        QCOMPARE(loadDocument(office.document)->units().size(), 2);
        QVERIFY(!f.window->recovery().offer());
    }

    void laterMeansLaterAndOpeningTheDocumentOffersItAgain()
    {
        const Office office;
        office.leave({u"A"_s}, {u"B"_s});
        WindowFixture f(office.ports());
        QVERIFY(!f.window->recovery().offer());
        f.window->files().openPath(office.document);
        QCOMPARE(f.dialogs.asked, (QStringList{u"recovery"_s, u"recovery"_s}));
        QCOMPARE(f.document().organisation().units().size(), 1); // the file as it was saved
        f.dialogs.nextRecovery = {RecoveryAnswer::Action::Discard, 0};
        f.window->files().openPath(office.document);
        QCOMPARE(f.document().organisation().units().size(), 1);
        f.dialogs.asked.clear();
        f.window->files().openPath(office.document);
        QCOMPARE(f.dialogs.asked, QStringList());
    }

    void aFileThatCouldNotBeReopenedIsStillHeld()
    {
        const Office office;
        office.leave({u"A"_s}, {});
        WindowFixture f(office.ports());
        f.window->files().openPath(office.document);
        QFile file(office.document);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no document") > 0);
        file.close();
        f.window->files().openPath(office.document);
        QCOMPARE(f.dialogs.told.size(), 1);
        std::optional<LockHolder> holder;
        QVERIFY(DocumentLock::acquire(office.document, {u"Người khác"_s, {}, {}}, holder) == nullptr);
        QCOMPARE(holder->name, u"Người thử"_s);
        QCOMPARE(bandText(f, u"holderBand"_s), QString());
    }

    void whatWasGivenUpIsNotOffered()
    {
        const Office office;
        {
            WindowFixture f(office.ports());
            f.trigger(u"addUnit"_s);
            f.typeName(u"A"_s);
            f.dialogs.nextUnsaved = UnsavedAnswer::Discard;
            QVERIFY(f.window->close());
        }
        {
            WindowFixture f(office.ports());
            f.trigger(u"addUnit"_s);
            f.typeName(u"B"_s);
            f.dialogs.nextUnsaved = UnsavedAnswer::Cancel;
            QVERIFY(!f.window->close());
        } // not given up
        WindowFixture f(office.ports());
        f.dialogs.nextRecovery = {RecoveryAnswer::Action::Recover, 0};
        QVERIFY(f.window->recovery().offer());
        QCOMPARE(f.dialogs.lines.size(), 1);
        QVERIFY(f.dialogs.lines[0].startsWith(u"Tài liệu chưa đặt tên: 2 thay đổi"_s));
        QVERIFY(f.json().contains(u"\"B\""_s.toUtf8()));
    }

    void theSecondWindowReadsAndSaysWhoEdits()
    {
        const Office office;
        office.leave({u"A"_s}, {});
        WindowFixture second(office.ports(u"Trần Thị Hai"_s));
        {
            WindowFixture first(office.ports(u"Nguyễn <b>Văn</b> Một"_s));
            first.window->files().openPath(office.document);
            QCOMPARE(bandText(first, u"holderBand"_s), QString());
            second.window->files().openPath(office.document);
            const QString band = bandText(second, u"holderBand"_s);
            QVERIFY2(band.contains(u"Nguyễn &lt;b&gt;Văn&lt;/b&gt; Một đang sửa tài liệu này trên máy"_s),
                     qPrintable(band));
            second.trigger(u"addUnit"_s);
            QCOMPARE(second.dialogs.told.size(), 1);
            QVERIFY(second.dialogs.told[0].contains(u"đang được sửa bởi"_s));
            QCOMPARE(second.document().organisation().units().size(), 1);
            second.dialogs.nextFile = office.folder.filePath(u"bản khác.bomay"_s);
            second.trigger(u"saveAs"_s);
            QCOMPARE(bandText(second, u"holderBand"_s), QString());
            second.window->files().openPath(office.document);
            QVERIFY(!bandText(second, u"holderBand"_s).isEmpty());
        }
        Q_EMIT second.window->findChild<QLabel *>(u"holderBand"_s)->linkActivated(u"#"_s);
        QCOMPARE(bandText(second, u"holderBand"_s), QString());
        second.trigger(u"addUnit"_s);
        second.typeName(u"C"_s);
        QCOMPARE(second.document().organisation().units().size(), 2);
    }

    void changesThatAreNotSafeAreSaidUntilTheyAre()
    {
        const Office office;
        QFile inTheWay(office.folder.filePath(u"own"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        WindowFixture f(office.ports());
        f.trigger(u"addUnit"_s);
        f.typeName(u"A"_s);
        QVERIFY(bandText(f, u"troubleBand"_s)
                    .contains(u"Không ghi được nhật ký phục hồi vào thư mục "_s + inTheWay.fileName()));
        inTheWay.close();
        QVERIFY(inTheWay.remove());
        f.document().select(std::nullopt);
        f.trigger(u"addUnit"_s);
        f.typeName(u"B"_s);
        QCOMPARE(bandText(f, u"troubleBand"_s), QString());
    }

    void whatIsLeftOfADamagedDocumentOpensAsANewOne()
    {
        const Office office;
        office.leave({u"Ủy ban nhân dân phường Ổi"_s, u"Văn phòng"_s}, {});
        QFile file(office.document);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const QByteArray name = u"Văn phòng"_s.toUtf8();
        bytes[bytes.indexOf(name)] = 'X'; // the digest tells
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        WindowFixture f(office.ports());
        f.window->files().openPath(office.document);
        QCOMPARE(f.dialogs.asked, QStringList{u"salvage"_s});
        QCOMPARE(f.dialogs.told, QStringList());
        QVERIFY(f.dialogs.lines[0].contains(u"bị hỏng"_s));
        QVERIFY2(f.dialogs.lines.contains(u"  đơn vị: 2"_s), qPrintable(f.dialogs.lines.join(u'|')));
        QCOMPARE(f.document().organisation().units().size(), 0);
        f.dialogs.nextSalvage = true;
        f.window->files().openPath(office.document);
        QCOMPARE(f.document().organisation().units().size(), 2);
        QVERIFY(f.window->isWindowModified());
        QCOMPARE(f.document().session().path(), QString());
        QVERIFY(f.document().session().undoTitle().startsWith(u"Cứu dữ liệu từ phường.bomay"_s));
        f.dialogs.nextFile = office.folder.filePath(u"cứu.bomay"_s);
        f.trigger(u"save"_s);
        QCOMPARE(loadDocument(f.dialogs.nextFile)->units().size(), 2);
        QVERIFY(!loadDocument(office.document));
    }

    void whereNothingIsLeftTheReasonIsTold()
    {
        const Office office;
        QVERIFY(saveDocument(Organisation{}, office.document));
        QVERIFY(QFile::resize(office.document, 4096));
        WindowFixture f(office.ports());
        f.window->files().openPath(office.document);
        QCOMPARE(f.dialogs.asked, QStringList());
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY(f.dialogs.told[0].contains(u"bị hỏng"_s));
    }

    void aBackupIsBroughtBackAsOneStep()
    {
        const Office office;
        office.leave({u"A"_s}, {});
        {
            WindowFixture f(office.ports());
            f.window->files().openPath(office.document);
            QVERIFY(!f.window->action(u"restoreBackup"_s)->isEnabled());
            f.trigger(u"addUnit"_s);
            f.typeName(u"B"_s);
            f.trigger(u"save"_s);
            QVERIFY(f.window->action(u"restoreBackup"_s)->isEnabled());
        }
        WindowFixture f(office.ports());
        f.window->files().openPath(office.document);
        f.dialogs.nextLine.reset();
        f.trigger(u"restoreBackup"_s);
        QCOMPARE(f.document().organisation().units().size(), 2);
        f.dialogs.nextLine = 0;
        f.trigger(u"restoreBackup"_s);
        QCOMPARE(f.dialogs.lines.size(), 1);
        QCOMPARE(f.document().organisation().units().size(), 1);
        QVERIFY(f.document().session().undoTitle().startsWith(u"Đưa về bản lưu "_s));
        f.trigger(u"undo"_s);
        QCOMPARE(f.document().organisation().units().size(), 2);
    }
};

BM_GUI_TEST_MAIN(TestRecoveryWindow)
#include "test_recovery_window.moc"
