// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/node_search.h"
#include "ui/document/ui_context.h"

#include <QWidget>

#include <span>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace bomay {

/// Finding by name over the chart, and replacing in names: what is typed is found at once, the first from the selection
/// on is selected, and who asks is told of all. Hidden it finds nothing.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(const UiContext &context, QWidget *parent = nullptr);

    /// Shows the bar with the keyboard in its field.
    void openFind();
    void openReplace();
    /// The next or the one before, round the end; opens the bar where nothing was typed yet.
    void next();
    void previous();

    [[nodiscard]] const std::vector<NodeRef> &found() const { return m_found; }

Q_SIGNALS:
    /// Others are found; none where the bar is closed.
    void foundChanged();
    /// The keyboard may go back to the chart.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildWidgets();
    void open(bool withReplacement);
    void search();
    /// Selects what was found `by` steps from the selection; from nowhere the first at or behind it.
    void step(int by);
    void selectFirst();
    void showCount();
    void replaceHere();
    void replaceAll();
    /// Says beside the buttons what came of it.
    void replaceIn(std::span<const NodeRef> nodes);
    [[nodiscard]] int placeOfSelection() const;

    UiContext m_context;
    NodeSearch m_search;
    std::vector<NodeRef> m_found;
    QLineEdit *m_text;
    QLabel *m_count;
    QWidget *m_replaceRow;
    QLineEdit *m_replacement;
    QLabel *m_outcome;
};

} // namespace bomay
