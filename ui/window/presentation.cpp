// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presentation.h"

#include "ui/canvas/chart_canvas.h"
#include "ui/window/fold_commands.h"

#include <QAction>
#include <QShortcut>
#include <QVBoxLayout>

#include <functional>

namespace bomay {

namespace {

constexpr int kMostLevels = 9; ///< that a key shows

} // namespace

Presentation::Presentation(const UiContext &context, const FontTable &fonts, FoldCommands &folds, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_canvas(new ChartCanvas(context, fonts, CanvasUse::Show))
{
    setWindowTitle(tr("Trình chiếu sơ đồ"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    QPalette paper = m_canvas->palette();
    paper.setColor(QPalette::Mid, Qt::white); // no desk round it
    m_canvas->setPalette(paper);
    m_canvas->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_canvas->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_canvas->showMiniMap(false);
    const auto on = [this](const QKeySequence &key, std::function<void()> run) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, std::move(run));
    };
    on(Qt::Key_Escape, [this] { close(); });
    on(Qt::Key_F5, [this] { close(); });
    on(Qt::Key_Up, [this] { walk(WalkStep::Up); });
    on(Qt::Key_Down, [this] { walk(WalkStep::Down); });
    on(Qt::Key_Left, [this] { walk(WalkStep::Left); });
    on(Qt::Key_Right, [this] { walk(WalkStep::Right); });
    on(Qt::Key_Plus, [this] { m_canvas->zoomIn(); });
    on(Qt::Key_Equal, [this] { m_canvas->zoomIn(); });
    on(Qt::Key_Minus, [this] { m_canvas->zoomOut(); });
    on(Qt::Key_Home, [this] { m_canvas->zoomToFit(); });
    addFoldKeys(folds);
    m_canvas->setFocus();
}

void Presentation::addFoldKeys(FoldCommands &folds)
{
    // A short tap of the key that pans while it is held: the canvas looks for it among its actions.
    auto *fold = new QAction(this);
    fold->setShortcut(Qt::Key_Space);
    connect(fold, &QAction::triggered, this, [this, &folds] {
        folds.toggle();
        m_canvas->showSelected();
    });
    m_canvas->addAction(fold);
    for (int levels = 0; levels <= kMostLevels; ++levels) {
        const QKeySequence key(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_0 + levels));
        for (const QKeySequence &each : withTwins({key}))
            connect(new QShortcut(each, this), &QShortcut::activated, this,
                    [&folds, levels] { folds.showLevels(levels); });
    }
}

void Presentation::walk(WalkStep step)
{
    constexpr double kReadable = 0.75; ///< of the size on paper
    m_canvas->goOnScreen(step);
    if (m_canvas->scale() < kReadable * m_canvas->naturalScale())
        m_canvas->zoomToNatural();
    m_canvas->showSelected();
}

} // namespace bomay
