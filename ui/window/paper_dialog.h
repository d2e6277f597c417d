// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/paper_question.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace bomay {

class DateEdit;
class PagePreview;

/// Paper, orientation, number of pages and, of a file, its format, of an annex, its fields, beside the pages as they
/// will be. Nothing needs to be filled in to go on.
class PaperDialog : public QDialog
{
    Q_OBJECT

public:
    PaperDialog(PaperQuestion question, QWidget *parent = nullptr);

    [[nodiscard]] PaperChoice choice() const;

private:
    void addPaperFields(QFormLayout &form);
    void addPageFields(QFormLayout &form);
    void addFileFields(QFormLayout &form);
    [[nodiscard]] PaperSize paper() const;
    void addAnnexFields(QFormLayout &form);
    void takeAnnexFields(PaperChoice &choice) const;
    QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &value, const QString &hint = {});
    /// The last button; not where a date stands there that is none.
    void take();
    void refresh();
    void refreshPageNumber();

    PaperQuestion m_question;
    QTimer m_delay; ///< typing is not followed letter by letter
    QComboBox *m_paper = nullptr;
    QDoubleSpinBox *m_width = nullptr; ///< of a free size, mm
    QDoubleSpinBox *m_height = nullptr;
    QComboBox *m_orientation = nullptr;
    QComboBox *m_pages = nullptr;
    QSpinBox *m_columns = nullptr;
    QSpinBox *m_rows = nullptr;
    QComboBox *m_format = nullptr;
    QCheckBox *m_archive = nullptr;
    QSpinBox *m_dots = nullptr;
    QCheckBox *m_outlines = nullptr;
    QComboBox *m_form = nullptr;
    QComboBox *m_medium = nullptr;
    QSpinBox *m_number = nullptr;
    QLineEdit *m_kind = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_document = nullptr;
    QLineEdit *m_documentNumber = nullptr;
    QLineEdit *m_symbol = nullptr;
    DateEdit *m_date = nullptr;
    QLineEdit *m_issuer = nullptr;
    QCheckBox *m_draft = nullptr;
    QCheckBox *m_staffing = nullptr;
    PagePreview *m_preview = nullptr;
    QLabel *m_pageNumber = nullptr;
    QLabel *m_notes = nullptr;
};

} // namespace bomay
