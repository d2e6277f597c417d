// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/hit_test.h"
#include "tests/ui/window/keyboard_fixture.h"
#include "ui/canvas/mini_map.h"
#include "ui/window/presentation.h"

#include <QPointer>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

struct Meeting : KeyboardFixture
{
    QPointer<Presentation> shown;

    Meeting()
    {
        add(u"UBND"_s, Qt::Key_Return);
        add(u"A"_s, Qt::Key_Tab);
        add(u"B"_s, Qt::Key_Return);
        press(Qt::Key_F5);
        shown = window->findChild<Presentation *>();
        // A window counts as active while the one it belongs to is: what matters is where keys go.
        if (shown == nullptr || !QTest::qWaitFor([this] { return shown->canvas().hasFocus(); }))
            qFatal("nothing is presented");
    }

    void key(Qt::Key key) const
    {
        QTest::keyClick(&shown->canvas(), key);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace

class TestPresentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void theChartStandsAloneOnTheScreenUntilEscape()
    {
        const Meeting f;
        QVERIFY(f.shown->isFullScreen());
        QCOMPARE(f.shown->canvas().size(), f.shown->size());
        QVERIFY(f.shown->canvas().picture() == f.window->canvas().picture());
        QVERIFY(!f.shown->canvas().findChild<MiniMap *>()->isVisible());
        f.key(Qt::Key_Escape);
        QVERIFY(f.shown.isNull());
        QVERIFY(f.window->isVisible());
    }

    void pressedTwiceItPresentsOnce()
    {
        const Meeting f;
        f.trigger(u"present"_s); // the keyboard may still be with the window
        QCOMPARE(f.window->findChildren<Presentation *>().size(), 1);
        f.key(Qt::Key_Escape);
        f.trigger(u"present"_s);
        QCOMPARE(f.window->findChildren<Presentation *>().size(), 1);
    }

    void arrowsWalkAndComeNearEnoughToRead()
    {
        const Meeting f;
        f.select(u"A"_s);
        ChartCanvas &canvas = f.shown->canvas();
        canvas.zoomTo(canvas.naturalScale() / 10, {100, 100});
        f.key(Qt::Key_Right);
        QCOMPARE(f.selectedName(), u"B"_s);
        QCOMPARE(canvas.scale(), canvas.naturalScale());
        f.key(Qt::Key_Up);
        QCOMPARE(f.selectedName(), u"UBND"_s);
        f.key(Qt::Key_Plus);
        QVERIFY(canvas.scale() > canvas.naturalScale());
        f.key(Qt::Key_Home);
        QVERIFY(canvas.rect().contains(canvas.toViewport(canvas.picture().bounds).toRect()));
    }

    void branchesOpenOneAfterTheOther()
    {
        const Meeting f;
        const auto isShown = [&f](const QString &text) {
            const auto &texts = f.shown->canvas().picture().texts;
            return std::ranges::find(texts, text, &TextItem::text) != texts.end();
        };
        f.select(u"UBND"_s);
        QTest::keyClick(&f.shown->canvas(), Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!isShown(u"A"_s));
        f.key(Qt::Key_Space);
        QVERIFY(isShown(u"A"_s) && isShown(u"B"_s));
        QTest::keyClick(&f.shown->canvas(), Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(&f.shown->canvas(), Qt::Key_0, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(isShown(u"A"_s));
    }

    void boxesGlideOnlyWhereTheyDoInTheWindow()
    {
        KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.trigger(u"motion"_s);
        const bool isAnimated = f.window->canvas().isAnimated();
        f.trigger(u"present"_s);
        QCOMPARE(f.window->findChild<Presentation *>()->canvas().isAnimated(), isAnimated);
    }

    void nothingIsEditedThere()
    {
        const Meeting f;
        const QByteArray before = f.json();
        f.select(u"B"_s);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Tab, Qt::Key_Delete, Qt::Key_Space, Qt::Key_F2})
            f.key(key);
        const QRectF box = f.shown->canvas().toViewport(rectOf(f.shown->canvas().picture(), *f.named(u"B"_s)));
        QTest::mouseDClick(f.shown->canvas().viewport(), Qt::LeftButton, {}, box.center().toPoint());
        QVERIFY(f.shown->canvas().findChild<QLineEdit *>() == nullptr);
        QCOMPARE(f.json(), before);
    }
};

BM_GUI_TEST_MAIN(TestPresentation)
#include "test_presentation.moc"
