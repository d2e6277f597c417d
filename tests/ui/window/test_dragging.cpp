// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/hit_test.h"
#include "tests/ui/window/keyboard_fixture.h"
#include "ui/document/node_mime.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QTreeView>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// UBND over A, B and C, on the chart and in the outline.
struct Dragging : KeyboardFixture
{
    QTreeView *outline = window->findChild<QTreeView *>(u"outlineTree"_s);

    Dragging()
    {
        add(u"UBND"_s, Qt::Key_Return);
        add(u"A"_s, Qt::Key_Tab);
        add(u"B"_s, Qt::Key_Return);
        add(u"C"_s, Qt::Key_Return);
    }

    [[nodiscard]] QModelIndex row(const QString &name) const
    {
        const QModelIndexList found = outline->model()->match(outline->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                              Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }

    [[nodiscard]] QPointF box(const QString &name) const
    {
        return window->canvas().toViewport(rectOf(window->canvas().picture(), *named(name)).center());
    }

    static void drop(QWidget *port, const QMimeData &content, QPointF at)
    {
        QDragEnterEvent enter(at.toPoint(), Qt::MoveAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(port, &enter);
        QDragMoveEvent over(at.toPoint(), Qt::MoveAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(port, &over);
        QDropEvent drop(at, Qt::MoveAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(port, &drop);
    }
};

} // namespace

class TestDragging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aRowOfTheOutlineIsDroppedOnABox()
    {
        const Dragging f;
        QVERIFY(f.row(u"B"_s).isValid());
        const std::unique_ptr<QMimeData> content(f.outline->model()->mimeData({f.row(u"B"_s)}));
        Dragging::drop(f.window->canvas().viewport(), *content, f.box(u"A"_s));
        QCOMPARE(f.tree(), u"UBND(A(B),C)"_s);
        QCOMPARE(f.selectedName(), u"B"_s);
    }

    void aBoxIsDroppedOnARowOfTheOutline()
    {
        const Dragging f;
        const std::vector<NodeRef> nodes{*f.named(u"B"_s)};
        const std::unique_ptr<QMimeData> content(mimeOf(nodes));
        Dragging::drop(f.outline->viewport(), *content, f.outline->visualRect(f.row(u"C"_s)).center());
        QTRY_COMPARE(f.tree(), u"UBND(A,C(B))"_s); // the view finishes its drop first
        f.trigger(u"undo"_s);
        QCOMPARE(f.tree(), u"UBND(A,B,C)"_s);
    }
};

BM_GUI_TEST_MAIN(TestDragging)
#include "test_dragging.moc"
