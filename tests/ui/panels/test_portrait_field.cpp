// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_pictures.h"
#include "core/render/picture_intake.h"
#include "tests/support/sample_pictures.h"
#include "tests/ui/panels/holder_fixture.h"
#include "ui/panels/portrait_field.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace bomay;

namespace {

QImage face(int width = 300, int height = 400)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return image;
}

struct Portraits : HolderFixture
{
    Portraits()
        : HolderFixture(&HeldAgency::head)
    {}

    [[nodiscard]] PortraitField *field() const { return panel->findChild<PortraitField *>(); }
    [[nodiscard]] QPushButton *button(const QString &id) const { return panel->findChild<QPushButton *>(id); }
    [[nodiscard]] QLabel *shown() const { return panel->findChild<QLabel *>(u"portrait"_s); }
    [[nodiscard]] const Portrait *portrait(PersonId person)
    {
        return fixture.document().organisation().portraitOf(person);
    }
    void give(const Picture &picture)
    {
        Document &document = fixture.document();
        if (!document.perform(setPortrait(document.organisation(), data.an, picture, document.ids())))
            qFatal("not given");
    }
    void drop(const QMimeData &what) const
    {
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &what, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(field(), &enter);
        if (!enter.isAccepted())
            return;
        QDropEvent event({5, 5}, Qt::CopyAction, &what, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(field(), &event);
    }
};

} // namespace

class TestPortraitField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        QApplication::clipboard()->clear();
    }

    void thePhotographOfTheHolderIsShown()
    {
        Portraits f;
        QCOMPARE(f.shown()->text(), u"Chưa có ảnh"_s);
        QVERIFY(!f.button(u"removePortrait"_s)->isEnabled());
        f.give(*keptPicture(face(), PictureUse::Logo)); // without loss of colour
        QCOMPARE(f.shown()->pixmap().deviceIndependentSize(), QSizeF(60, 80));
        QCOMPARE(f.shown()->pixmap().toImage().pixelColor(30, 40), QColor(Qt::darkCyan));
        QVERIFY(f.button(u"removePortrait"_s)->isEnabled());
        f.fixture.document().select(f.data.otherHead);
        QCOMPARE(f.shown()->text(), u"Chưa có ảnh"_s);
        f.fixture.document().select(f.data.head);
        QVERIFY(!f.shown()->pixmap().isNull());
        f.fixture.document().undo();
        QCOMPARE(f.shown()->text(), u"Chưa có ảnh"_s);
    }

    /// What is wider than the panel is cut off: it scrolls up and down alone.
    void aNarrowPanelShowsAllOfAHolder()
    {
        Portraits f;
        f.window.resize(250, 500); // the panel in a window of 1280 pixels, with its bar for scrolling
        for (const auto *area : f.panel->findChildren<QScrollArea *>())
            if (area->isVisible()) {
                QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
                QTRY_COMPARE(area->horizontalScrollBar()->maximum(), 0);
            }
        QVERIFY(f.window.width() <= 250);
    }

    void aPictureThatNobodyCanDecodeSaysSo()
    {
        Portraits f;
        f.give(pictureOfSize({30, 40}));
        QCOMPARE(f.shown()->text(), u"Ảnh không đọc được"_s);
    }

    /// Nine hundred million pixels: it came with a document, past what takes pictures in.
    void aPictureBeyondMemorySaysSo()
    {
        Portraits f;
        Picture huge;
        QBuffer buffer(&huge.bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && face().save(&buffer, "jpeg"));
        const qsizetype frame = huge.bytes.indexOf("\xff\xc0");
        QVERIFY(frame > 0);
        huge.bytes.replace(frame + 5, 4, "\x75\x30\x75\x30");
        QCOMPARE(headerOf(huge).size, QSize(30'000, 30'000));
        f.give(huge);
        QCOMPARE(f.shown()->text(), u"Ảnh không đọc được"_s);
    }

    void aCopiedPictureIsPastedAsOneStep()
    {
        Portraits f;
        const QByteArray before = f.json();
        QApplication::clipboard()->setImage(face(900, 800));
        QTest::mouseClick(f.button(u"pastePortrait"_s), Qt::LeftButton);
        QCOMPARE(f.fixture.steps(), 1);
        QCOMPARE(headerOf(f.portrait(f.data.an)->picture), (PictureHeader{PictureHeader::Format::Jpeg, {480, 640}}));
        f.fixture.document().undo();
        QVERIFY(f.json() == before);
    }

    void keysPasteAndTakeAwayThePhotographAlone()
    {
        Portraits f;
        QApplication::clipboard()->setImage(face());
        f.button(u"choosePortrait"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(f.portrait(f.data.an) != nullptr);
        f.button(u"removePortrait"_s)->setFocus();
        HolderFixture::press(Qt::Key_Delete);
        QVERIFY(f.portrait(f.data.an) == nullptr);
        QCOMPARE(f.holdersOf(f.data.head).size(), 1U); // Del takes no holder here
        QCOMPARE(QApplication::focusWidget(), f.button(u"choosePortrait"_s));
        HolderFixture::press(Qt::Key_Delete);
        QCOMPARE(f.holdersOf(f.data.head).size(), 1U);
        QCOMPARE(f.fixture.failures(), QStringList());
    }

    void theButtonTakesItAwayAndIsUndone()
    {
        Portraits f;
        f.give(*keptPicture(face(), PictureUse::Portrait));
        QTest::mouseClick(f.button(u"removePortrait"_s), Qt::LeftButton);
        QVERIFY(f.portrait(f.data.an) == nullptr);
        f.fixture.document().undo();
        QVERIFY(f.portrait(f.data.an) != nullptr && !f.shown()->pixmap().isNull());
    }

    void withoutAPictureThePasteSaysSo()
    {
        Portraits f;
        QApplication::clipboard()->setText(u"Nguyễn Văn An"_s);
        QTest::mouseClick(f.button(u"pastePortrait"_s), Qt::LeftButton);
        QCOMPARE(f.fixture.failures(), QStringList{u"picture-not-there"_s});
        QCOMPARE(f.fixture.steps(), 0);
    }

    void aFileIsDroppedOnIt()
    {
        Portraits f;
        const QTemporaryDir folder;
        QVERIFY(face().save(folder.filePath(u"an.png"_s)));
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(folder.filePath(u"an.png"_s))});
        f.drop(file);
        QVERIFY(f.portrait(f.data.an) != nullptr);
        QMimeData missing;
        missing.setUrls({QUrl::fromLocalFile(folder.filePath(u"mat.png"_s))});
        f.drop(missing);
        QCOMPARE(f.fixture.failures(), QStringList{u"file-not-found"_s});
        QMimeData text;
        text.setText(u"chữ"_s);
        f.drop(text); // passes by
        QMimeData page;
        page.setUrls({QUrl(u"https://vi-du.vn/an.png"_s)});
        f.drop(page); // nothing is fetched
        QCOMPARE(f.fixture.failures().size(), 1);
        QCOMPARE(f.fixture.steps(), 1);
    }

    void aFileIsAskedForByTheHolder()
    {
        Portraits f;
        const QSignalSpy wanted(f.panel, &InspectorPanel::portraitWanted);
        f.button(u"choosePortrait"_s)->setFocus();
        HolderFixture::press(Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<PersonId>(), f.data.an);
    }

    void whoIsBeingAddedHasNoneYet()
    {
        Portraits f;
        f.give(*keptPicture(face(), PictureUse::Portrait));
        f.fixture.document().select(f.data.deputy);
        f.clickAdd();
        QVERIFY(!f.field()->isVisible());
        HolderFixture::type(u"Lê Thị Cúc"_s);
        HolderFixture::press(Qt::Key_Return);
        QVERIFY(f.field()->isVisible());
        QCOMPARE(f.shown()->text(), u"Chưa có ảnh"_s);
    }
};

BM_WIDGET_TEST_MAIN(TestPortraitField)
#include "test_portrait_field.moc"
