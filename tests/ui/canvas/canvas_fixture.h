// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/chart/hit_test.h"
#include "tests/support/gui_test_main.h"
#include "tests/support/organisation_builder.h"
#include "ui/canvas/chart_canvas.h"
#include "ui/canvas/name_editor.h"
#include "ui/canvas/name_run.h"
#include "ui/document/node_mime.h"

#include <QMimeData>

namespace bomay {

/// A document with UBND > (A, B, C), A > A1, and the canvas on it.
struct CanvasFixture
{
    FontTable fonts = *FontTable::builtIn();
    MessageCatalog messages = *MessageCatalog::builtIn();
    std::unique_ptr<Document> document;
    std::unique_ptr<ChartCanvas> canvas;
    UnitId root, a, b, c, a1;
    PostId leader;

    CanvasFixture()
    {
        OrganisationBuilder builder;
        root = builder.unit(QStringLiteral("UBND"), {}, UnitKind::PeoplesCommittee);
        a = builder.unit(QStringLiteral("Phòng A"), root);
        b = builder.unit(QStringLiteral("Phòng B"), root);
        c = builder.unit(QStringLiteral("Phòng C"), root);
        a1 = builder.unit(QStringLiteral("Tổ A1"), a);
        leader = builder.post(a1, QStringLiteral("Tổ trưởng"), PostRole::Head);
        SessionPorts ports{[] { return QDateTime(QDate(2021, 12, 31), QTime(8, 0), Qt::UTC); },
                           std::make_shared<SeededIdSource>("canvas"),
                           {}};
        auto session = std::make_unique<Session>(ports);
        ChangeBuilder changes(session->organisation());
        const auto copy = [&changes](const auto &table) {
            for (const auto &row : table)
                changes.put(row);
        };
        copy(builder.organisation().units());
        copy(builder.organisation().posts());
        copy(builder.organisation().relations());
        Change change;
        change.images = changes.takeImages();
        if (!session->apply(std::move(change)))
            qFatal("the fixture is wrong");
        document = std::make_unique<Document>(std::move(session));
        canvas = std::make_unique<ChartCanvas>(UiContext{*document, messages}, fonts);
        canvas->resize(900, 600);
        canvas->show();
        if (!QTest::qWaitForWindowExposed(canvas.get()))
            qFatal("the canvas did not show");
    }

    [[nodiscard]] QPointF at(NodeRef node, double across = 0.5) const
    {
        const QRectF box = rectOf(canvas->picture(), node);
        return canvas->toViewport({box.left() + across * box.width(), box.top() + 2});
    }

    /// Where the name of a node stands in the window.
    [[nodiscard]] QRectF nameOf(NodeRef node) const
    {
        NameRuns names(fonts);
        names.rebuild(canvas->picture(), document->view());
        return canvas->toViewport(names.of(node).value_or(NameRun{}).rect);
    }

    /// The field that is open, if any.
    [[nodiscard]] NameEditor *editor() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return canvas->findChild<NameEditor *>();
    }

    [[nodiscard]] QStringList childrenOf(UnitId unit) const
    {
        QStringList names;
        const OrgView &view = document->view();
        for (const int child : view.unitsOfUnit(view.indexOf(unit)))
            names += view.units()[uz(child)].state.name;
        return names;
    }

    bool drop(const std::vector<NodeRef> &dragged, QPointF where, Qt::KeyboardModifiers modifiers = {}) const
    {
        const std::unique_ptr<QMimeData> content(mimeOf(dragged));
        QDragEnterEvent enter(where.toPoint(), Qt::MoveAction, content.get(), Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(canvas->viewport(), &enter);
        QDragMoveEvent over(where.toPoint(), Qt::MoveAction, content.get(), Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(canvas->viewport(), &over);
        QDropEvent drop(where, Qt::MoveAction, content.get(), Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(canvas->viewport(), &drop);
        return over.isAccepted();
    }
};

} // namespace bomay
