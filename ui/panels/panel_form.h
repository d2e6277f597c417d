// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace bomay {

class DateEdit;

/// A column of labelled fields that belong to one thing. It makes the fields and says when one was finished; what they
/// mean is for the form that derives from it.
class PanelForm : public QWidget
{
    Q_OBJECT

public:
    /// An empty heading is none.
    explicit PanelForm(const QString &heading, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A field was left, or Enter was pressed in it, another entry of a list was chosen, or a number went a step.
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
    /// A date, a month, a year, or nothing.
    DateEdit *addDate(const QString &label);
    /// A field that was made elsewhere.
    void addField(const QString &label, QWidget *field);
    /// A value that is shown and not edited here.
    QLabel *addReadOnly(const QString &label);
    /// A heading over what follows.
    QLabel *addHeading(const QString &text);
    void addWide(QWidget *widget);

    /// Says right under a field why what stands in it cannot be; an empty text takes that away. It stays until then.
    void setFault(QWidget *field, const QString &text);

private:
    void beginRows();
    void insertBelow(QWidget *field, QWidget *below);

    QVBoxLayout *m_column;
    QFormLayout *m_rows = nullptr; ///< where the next field goes
    QHash<QWidget *, QLabel *> m_faults;
};

} // namespace bomay
