// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/window/dialogs.h"

#include <QObject>

#include <functional>

namespace bomay {

/// What an officer does with views (bản vẽ) and with how they draw, with the questions that it takes. A document
/// without a view gets its first one when something about the drawing is chosen.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    ViewCommands(const UiContext &context, Dialogs &dialogs, QObject *parent = nullptr);

    void add();
    void copy();
    void rename();
    void remove();
    /// Draws the selected unit, of a post its unit, with what is below it; everything again where the view draws a
    /// part.
    void setRoot();
    /// Does the view draw a part of the organisation alone?
    [[nodiscard]] bool hasRoot() const;
    void choosePreset(ChartPreset preset);
    /// How the branch below the selected node stands.
    void chooseLayout(BranchLayout layout);
    void chooseLeaders(LeaderStyle style);
    void chooseTheme(const QString &theme);
    /// Turns one of the view's switches over.
    void toggle(bool ChartView::*field);
    /// How the view goes with a decision, as `ChartView::annex` has it.
    void setAnnex(const QString &annex);
    /// A line in a unit's box is so wide (mm), by hand.
    void setBoxWidth(NodeRef unit, double width);
    /// Takes adjustments by hand from the selected branches, or, with nothing selected, from the whole view.
    void release();
    /// Which kinds of units are drawn.
    void chooseKinds();
    /// What the legend and the names of levels say.
    void chooseWords();
    /// Sets something beside the chart, with the questions that it takes; a bracket goes round the selected unit.
    void addObject(ChartObjectKind kind);
    /// One of what stands beside the chart gets another text or side, or goes.
    void changeObject();

    /// Is there a view that is a row of the document?
    [[nodiscard]] bool hasView() const { return !m_document.chartView().id.isNull(); }
    /// Would `release` take any away?
    [[nodiscard]] bool hasAdjustments() const { return !adjusted().empty(); }
    [[nodiscard]] bool hasObjects() const;
    [[nodiscard]] BranchLayout layoutOfSelected() const;

private:
    /// Those adjusted by hand in the selected branches, or in the whole view where nothing is selected.
    [[nodiscard]] std::vector<NodeRef> adjusted() const;
    /// The view shown as a row: where the document has none, one is made within the step of undo that `gesture` names.
    /// Nothing where that was refused, which has been said then.
    [[nodiscard]] std::optional<ChartView> rowOfView(const QString &gesture);
    /// Changes the view shown as one step of undo.
    template <typename Edit>
    void edit(Edit &&edit);
    [[nodiscard]] QString nextGesture();
    /// Words of the picture's own, as far as they can occur in it.
    [[nodiscard]] QStringList usualWords() const;
    [[nodiscard]] std::optional<QString> askObjectText(const QString &title, const QString &text);
    /// Asks for what an object of its kind needs; false where the officer thought better of it.
    [[nodiscard]] bool askContent(ChartObject &object);
    [[nodiscard]] std::optional<double> askHeight(double height);
    /// What can be done with an object: each with what it makes of it, false where nothing is to be done.
    struct Deed
    {
        QString text;
        std::function<bool(ChartObject &)> run;
    };
    [[nodiscard]] std::vector<Deed> deedsFor(const ChartObject &object);

    Document &m_document;
    Language m_language;
    Dialogs &m_dialogs;
    int m_gestures = 0;
};

} // namespace bomay
