// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_search.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace bomay {

/// One thing that can be chosen in a `QuickList`.
struct QuickLine
{
    QString text;
    QString detail;    ///< under it, smaller
    QString also = {}; ///< other words that it is found by
    bool enabled = true;
};

/// A field with a list under it, over the window: what is typed narrows the list, Enter takes the line, Esc and a click
/// elsewhere take none. It goes by itself. Lines that begin with what is typed come first; without marks all are found.
class QuickList : public QFrame
{
    Q_OBJECT

public:
    QuickList(const QString &name, const QString &hint, std::vector<QuickLine> lines, QWidget *window);

Q_SIGNALS:
    /// By place in the lines that were given. The list is gone then, and the keyboard where it was before.
    void chosen(int line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow();
    void take();
    /// Who clicks into another field wants to write there.
    enum class Keyboard { GoesBack, IsElsewhere };
    void leave(Keyboard keyboard);

    std::vector<QuickLine> m_lines;
    std::vector<SearchText> m_texts; ///< by line
    std::vector<int> m_shown;
    QPointer<QWidget> m_before; ///< had the keyboard
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    bool m_isLeaving = false;
};

} // namespace bomay
