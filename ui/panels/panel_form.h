// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace bomay {

/// A column of labelled fields that belong to one thing. It makes the fields and says when one was finished; what they
/// mean is for the form that derives from it.
class PanelForm : public QWidget
{
    Q_OBJECT

public:
    explicit PanelForm(const QString &heading, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A field was left, or Enter was pressed in it, or another entry of a list was chosen.
    void finished();
    /// Escape: what was typed is to go.
    void givenUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

    QLineEdit *addText(const QString &label);
    /// A count of persons, or nothing.
    QLineEdit *addNumber(const QString &label);
    QSpinBox *addSpin(const QString &label, int least, int most);
    QComboBox *addChoice(const QString &label);
    QCheckBox *addCheck(const QString &text);
    QPlainTextEdit *addNote(const QString &label);
    /// A value that is shown and not edited here.
    QLabel *addReadOnly(const QString &label);
    /// A heading over what follows.
    QLabel *addHeading(const QString &text);
    void addWide(QWidget *widget);

private:
    void addField(const QString &label, QWidget *field);

    QFormLayout *m_layout;
};

} // namespace bomay
