// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace bomay {

/// What is wrong with a field, on a slip right under it, over whatever stands there. It stays until it is taken away: a
/// tooltip would be gone before it is read.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    /// Stands under `field` and dies with it.
    explicit FieldNote(QWidget *field);

    /// Shows a text; an empty one takes the slip away. Never markup.
    void say(const QString &text);

    /// The style sheet of a label that says what is wrong.
    [[nodiscard]] static QString look();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_field;
};

} // namespace bomay
