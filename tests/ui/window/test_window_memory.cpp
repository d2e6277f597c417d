// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/collection/round_follower.h"
#include "ui/window/collection_commands.h"
#include "ui/window/window_memory.h"

#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QMainWindow>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    QMainWindow window;
    QDockWidget *panel = new QDockWidget(u"Bảng"_s);

    Fixture()
    {
        panel->setObjectName(u"panel"_s);
        window.addDockWidget(Qt::LeftDockWidgetArea, panel);
    }
};

} // namespace

class TestWindowMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void boxesGlideUntilTheUserWantsOtherwise()
    {
        const WindowFixture window;
        Fixture f;
        ChartCanvas &canvas = window.window->canvas();
        restoreMotion(canvas, f.settings);
        QVERIFY(canvas.isAnimated());
        window.trigger(u"motion"_s);
        rememberMotion(canvas, f.settings);
        canvas.setAnimated(true);
        restoreMotion(canvas, f.settings);
        QVERIFY(!canvas.isAnimated());
    }

    void theFirstWindowFillsTheScreen()
    {
        Fixture f;
        restorePlace(f.window, f.settings);
        QVERIFY(f.window.isMaximized());
    }

    void aDocumentKeepsItsRoundOfCollecting()
    {
        Fixture f;
        const QString round = f.folder.filePath(u"đợt/dot-thu-thap.toml"_s);
        rememberRound(u"/tài liệu/a.bomay"_s, round, f.settings);
        QCOMPARE(rememberedRound(u"/tài liệu/a.bomay"_s, f.settings), QString()); // there is no such file
        QVERIFY(QDir().mkpath(QFileInfo(round).path()));
        QFile file(round);
        QVERIFY(file.open(QIODevice::WriteOnly));
        f.settings.sync();
        const QSettings again(f.settings.fileName(), QSettings::IniFormat);
        QCOMPARE(rememberedRound(u"/tài liệu/a.bomay"_s, again), round);
        QCOMPARE(rememberedRound(u"/tài liệu/b.bomay"_s, again), QString());
        QCOMPARE(rememberedRound({}, again), QString());
    }

    /// A round is often sent from a document that has no file yet.
    void aRoundIsRememberedForTheFileThatADocumentGetsLater()
    {
        WindowFixture f;
        Fixture memory;
        RoundFollower &follower = f.window->collection().follower();
        const RoundMemory rounds(f.document(), follower, memory.settings);
        const QString round = memory.folder.filePath(u"dot-thu-thap.toml"_s);
        QFile file(round);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeRound(
            {u"Đợt 1"_s, Day::fromYmd(2026, 6, 30).value_or(Day{}), {{u"KT"_s, u"Phòng Kinh tế"_s, u"kt.xlsx"_s}}}));
        file.close();
        QVERIFY(follower.open(round).has_value());
        QVERIFY(memory.settings.allKeys().isEmpty());

        const QString home = memory.folder.filePath(u"tài liệu.bomay"_s);
        QVERIFY(f.document().saveAs(home).has_value());
        QCOMPARE(rememberedRound(home, memory.settings), round);
        const QString other = memory.folder.filePath(u"bản khác.bomay"_s);
        QVERIFY(f.document().saveAs(other).has_value());
        QCOMPARE(rememberedRound(other, memory.settings), round);

        // Another document has nothing to do with the round; the one that has it finds it again.
        f.trigger(u"new"_s);
        QCOMPARE(follower.path(), QString());
        const QString third = memory.folder.filePath(u"mới.bomay"_s);
        QVERIFY(f.document().saveAs(third).has_value());
        QCOMPARE(rememberedRound(third, memory.settings), QString());
        QVERIFY(f.document().open(home, systemPorts()).has_value());
        QCOMPARE(follower.path(), round);
    }

    void theNextWindowStandsAsTheLastOne()
    {
        Fixture f;
        f.window.setGeometry(20, 30, 500, 400);
        f.panel->hide();
        rememberPlace(f.window, f.settings);
        Fixture next;
        restorePlace(next.window, f.settings);
        QCOMPARE(next.window.size(), QSize(500, 400));
        QVERIFY(!next.window.isMaximized());
        QVERIFY(next.panel->isHidden());
    }

    void whatCannotBeReadIsNoMemory()
    {
        Fixture f;
        f.settings.setValue(u"window/geometry"_s, QByteArray("xyz"));
        f.settings.setValue(u"window/panels"_s, QByteArray("xyz"));
        restorePlace(f.window, f.settings);
        QVERIFY(f.window.isMaximized());
        QVERIFY(!f.panel->isHidden());
    }
};

BM_GUI_TEST_MAIN(TestWindowMemory)
#include "test_window_memory.moc"
