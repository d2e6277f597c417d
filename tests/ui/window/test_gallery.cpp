// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/keyboard_fixture.h"
#include "ui/window/preset_gallery.h"

#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

struct Gallery : KeyboardFixture
{
    Gallery()
    {
        add(u"UBND"_s, Qt::Key_Return);
        add(u"A"_s, Qt::Key_Tab);
        for (int i = 0; i < 5; ++i)
            add(u"Phòng %1"_s.arg(i), Qt::Key_Return);
    }

    [[nodiscard]] QListWidget *open() const
    {
        press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        return window->findChild<QListWidget *>(u"presets"_s);
    }
};

QImage imageOf(const QListWidgetItem &item)
{
    return item.icon().pixmap({250, 160}).toImage();
}

int inkOf(const QImage &image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += image.pixelColor(x, y).lightness() < 200 ? 1 : 0;
    return dark;
}

} // namespace

class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void thePresetsAreShownWithThisChart()
    {
        const Gallery f;
        const QListWidget *list = f.open();
        QVERIFY(list != nullptr);
        QCOMPARE(list->count(), 6);
        QTRY_VERIFY(inkOf(imageOf(*list->item(5))) > 50);
        for (int i = 0; i < 6; ++i)
            QVERIFY(inkOf(imageOf(*list->item(i))) > 50);
        QVERIFY(imageOf(*list->item(2)) != imageOf(*list->item(5))); // hanging, and growing to the right
    }

    void arrowsAndEnterChooseOne()
    {
        const Gallery f;
        const QPointer<QListWidget> list = f.open();
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->currentRow(), 0);
        f.press(Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(f.document().chartView().preset, ChartPreset::Horizontal);
        QVERIFY(list.isNull());
        f.trigger(u"undo"_s);
        QCOMPARE(f.document().chartView().preset, ChartPreset::Automatic);
    }

    void oneClickChoosesToo()
    {
        const Gallery f;
        QListWidget *list = f.open();
        const QRect place = list->visualItemRect(list->item(2));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(f.document().chartView().preset, ChartPreset::HangingRight);
    }

    void escapeChoosesNothing()
    {
        const Gallery f;
        const QPointer<QListWidget> list = f.open();
        const QByteArray before = f.json();
        QTest::keyClick(list, Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(list.isNull());
        QCOMPARE(f.json(), before);
    }

    void pagesAreShownAndHiddenByTheirKey()
    {
        const Gallery f;
        ChartCanvas &canvas = f.window->canvas();
        f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(canvas.pages().size(), std::size_t{1});
        QCOMPARE(f.window->action(u"pages"_s)->text().remove(u'&'), u"Ẩn khung trang giấy"_s);
        f.add(u"mới"_s, Qt::Key_Return); // it is edited there
        QVERIFY(f.tree().contains(u"mới"_s));
        QCOMPARE(canvas.pages().size(), std::size_t{1});
        f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(canvas.pages().empty());
    }

    void ofSeveralDroppedFilesOneOpensHereAndTheOthersBesideIt()
    {
        const Gallery f;
        const QString first = f.folder.filePath(u"một.bomay"_s);
        const QString second = f.folder.filePath(u"hai.bomay"_s);
        QVERIFY(f.document().saveAs(first) && f.document().saveAs(second));
        QSignalSpy others(f.window.get(), &MainWindow::windowWanted);
        QMimeData content;
        content.setUrls({QUrl::fromLocalFile(first), QUrl::fromLocalFile(second)});
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({20, 20}, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.window.get(), &drop);
        QCOMPARE(f.document().session().path(), first);
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.front().front().toString(), second);
    }

    void beforeManyWindowsOpenTheUserIsAsked()
    {
        Gallery f;
        QMimeData content;
        QList<QUrl> urls;
        for (int i = 0; i < 6; ++i) {
            const QString path = f.folder.filePath(u"tệp %1.bomay"_s.arg(i));
            QVERIFY(f.document().saveAs(path));
            urls += QUrl::fromLocalFile(path);
        }
        content.setUrls(urls);
        QSignalSpy others(f.window.get(), &MainWindow::windowWanted);
        const auto drop = [&] {
            QDragEnterEvent enter({20, 20}, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(f.window.get(), &enter);
            QDropEvent event({20, 20}, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(f.window.get(), &event);
        };
        f.dialogs.nextLine = std::nullopt;
        drop();
        QCOMPARE(f.document().session().path(), urls.back().toLocalFile());
        QCOMPARE(f.dialogs.lines.size(), 2);
        f.dialogs.nextLine = 0;
        drop();
        QCOMPARE(f.document().session().path(), urls.front().toLocalFile());
        QCOMPARE(others.size(), 0);
        f.dialogs.nextLine = 1;
        drop();
        QCOMPARE(others.size(), 5);
    }
};

BM_GUI_TEST_MAIN(TestGallery)
#include "test_gallery.moc"
