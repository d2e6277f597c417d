// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/chart/chart_options.h"
#include "core/session/session.h"
#include "ui/document/fold_memory.h"

#include <QObject>

namespace bomay {

/// The open document as the window's parts see it: the session, what is selected, and how edits count. Panels and
/// canvas read it, ask it for edits, and listen to it; they never talk to each other.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(std::unique_ptr<Session> session, QObject *parent = nullptr);

    [[nodiscard]] const Session &session() const { return *m_session; }
    [[nodiscard]] const Organisation &organisation() const { return m_session->organisation(); }
    [[nodiscard]] const OrgView &view() const { return m_session->view(); }

    /// The selected unit or post, of several the one that was selected last; nothing where none is, or where it does
    /// not exist on the day in view.
    [[nodiscard]] std::optional<NodeRef> selected() const;
    /// All of them that exist on the day in view, as they were selected.
    [[nodiscard]] std::vector<NodeRef> selection() const;
    void select(std::optional<NodeRef> node);
    /// Selects a node that the user looks for: what hides it on the chart is to give way.
    void jumpTo(NodeRef node);
    /// Several together, each once.
    void selectAll(std::vector<NodeRef> nodes);
    /// The units and posts that a change added, of a branch the uppermost, as far as they exist on the day in view;
    /// nothing changes where it added none.
    void selectAdded(const Change &change);
    /// Takes a node to those that are selected, or out of them.
    void toggle(NodeRef node);

    /// The view shown: a row of the document, or, where it has none, what a chart is drawn by without one.
    [[nodiscard]] ChartView chartView() const;
    void showView(ChartViewId view);
    /// What the view shown asks for on the day in view.
    [[nodiscard]] ChartOptions chartOptions() const;
    /// The same for a screen: without what is folded away there.
    [[nodiscard]] ChartOptions screenOptions() const;
    /// What is folded away of the view shown: nothing that is undone or saved, but remembered.
    [[nodiscard]] const ChartFolds &folds() const { return m_foldMemory.of(foldKey(chartView().id)); }
    void setFolds(ChartFolds folds);
    /// What is folded is remembered there from now on.
    void rememberFoldsIn(const QString &folder) { m_foldMemory = FoldMemory(folder); }

    /// How the next edit counts, with the day in view.
    [[nodiscard]] EditScope scope() const;
    void setEditMode(EditMode mode, Day from);
    /// The day on which the next edit finds what it speaks of: the day in view, or the one that it counts from.
    [[nodiscard]] Day dayOfEdit() const;

    /// Applies an edit as one step of undo; those of one gesture as one step together (`Session::apply`). An edit that
    /// would change nothing is none, and no fault. An error is announced by `failed`; false then.
    bool perform(Result<Change> change, const QString &gesture = {});
    /// As `perform`, for who says an error beside what was typed: it is not announced.
    [[nodiscard]] Result<> attempt(Result<Change> change, const QString &gesture = {});
    /// What a change would do to the findings; as the session has it.
    [[nodiscard]] Result<CheckDifference> preview(const Change &change) { return m_session->preview(change); }
    void undo();
    void redo();
    void setAsOf(Day day);

    /// Opens a document file in the place of this one. Of a large one `seenEarly` tells while it is read; nothing can
    /// be done with it before it is whole. Errors: those of `Session::open`; this document stays.
    [[nodiscard]] Result<> open(const QString &path, SessionPorts ports);
    /// Puts another session in the place of this one: new, opened.
    void replaceSession(std::unique_ptr<Session> session);
    [[nodiscard]] Result<> saveAs(const QString &path);
    /// As the session has them.
    [[nodiscard]] Result<Version> addVersion(const QString &name, bool isSealed);
    [[nodiscard]] Result<> removeVersion(int number);
    /// The file is about to be opened anew; it was not opened, so that this document goes on holding it.
    void releaseFile();
    void holdFile();
    /// The user wants none of what is unsaved.
    void giveUp();
    /// Asks whoever holds typing that is not an edit yet to make it one: before saving, printing, closing.
    void flush() { Q_EMIT flushWanted(); }

    [[nodiscard]] IdSource &ids() { return m_session->ids(); }

    /// While `changed` is being sent for a change of rows: those that it touched (`ChangeSet::touched`). Else nothing:
    /// anything may be another.
    [[nodiscard]] const std::optional<std::vector<RowKey>> &rowsTouched() const { return m_rowsTouched; }

Q_SIGNALS:
    /// The organisation, the day or the whole session is another: look everything up again. `stateChanged` follows.
    void changed();
    void selectionChanged();
    /// Before what is jumped to is selected.
    void jumped(bomay::NodeRef node);
    /// Another view of the same data is shown, or more or less of the same.
    void viewShown();
    void scopeChanged();
    /// A document that is still being read: how it looks without persons. `changed` follows when it is there, or is not
    /// taken.
    void seenEarly(const bomay::OrgView &view);
    /// Another document stands here now; `changed` has been sent before.
    void replaced();
    /// Saved, undone to the saved state, edited …: title and marks of the window.
    void stateChanged();
    void flushWanted();
    void failed(const bomay::Error &error);

private:
    void listen();
    /// Names a view of the file, or what is drawn without one.
    [[nodiscard]] QString foldKey(ChartViewId view) const;
    void announce(const Result<> &done);

    std::unique_ptr<Session> m_session;
    std::vector<NodeRef> m_selection;
    ChartViewId m_view; ///< shown while it is there; else the first one is
    EditMode m_mode = EditMode::Correct;
    Day m_from;
    FoldMemory m_foldMemory;
    std::optional<std::vector<RowKey>> m_rowsTouched;
};

} // namespace bomay
