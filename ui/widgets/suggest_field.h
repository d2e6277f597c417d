// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>
#include <vector>

class QListWidget;

namespace bomay {

/// Something known that a text may mean.
struct Suggestion
{
    Uid uid;
    QString text;
    QString detail; ///< what tells it from others of the same text

    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// A text field that lists, while somebody types, what is known under such a text. Nothing of the list is taken by
/// itself: it is chosen with the mouse, or with Down and then Enter or Tab; every other way what was typed stands as
/// typed. Esc puts the list away first. Not a QCompleter: that takes what it finds as soon as Enter is pressed.
class SuggestField : public QLineEdit
{
    Q_OBJECT

public:
    using Source = std::function<std::vector<Suggestion>(const QString &typed)>;

    explicit SuggestField(Source source, QWidget *parent = nullptr);
    ~SuggestField() override;

    [[nodiscard]] bool isListOpen() const;
    void closeList();

Q_SIGNALS:
    void chosen(const bomay::Suggestion &suggestion);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void suggest();
    void placeList();
    void stepTo(int row);
    bool chooseMarked();
    void choose(int row);

    Source m_source;
    std::vector<Suggestion> m_suggestions;
    /// A child of the window once it was shown, so that it reaches beyond the field's edges; the window may take it
    /// first.
    QPointer<QListWidget> m_list;
};

} // namespace bomay
