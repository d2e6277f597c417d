// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/paper_dialog.h"

#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_note.h"
#include "ui/widgets/page_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDelay = 150; ///< ms
constexpr int kMostSheets = 20;
constexpr int kFieldWidth = 300;
constexpr std::array kPapers{PaperSize::A4, PaperSize::A3, PaperSize::A2, PaperSize::A1, PaperSize::A0};

} // namespace

PaperDialog::PaperDialog(PaperQuestion question, QWidget *parent)
    : QDialog(parent)
    , m_question(std::move(question))
{
    setWindowTitle(m_question.title);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addPaperFields(*form);
    if (m_question.isAnnex)
        addAnnexFields(*form);
    m_notes = new QLabel;
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setAccessibleName(tr("Lưu ý"));

    m_preview = new PagePreview;
    m_pageNumber = new QLabel;
    auto *back = new QToolButton;
    back->setArrowType(Qt::LeftArrow);
    back->setToolTip(tr("Trang trước"));
    auto *forth = new QToolButton;
    forth->setArrowType(Qt::RightArrow);
    forth->setToolTip(tr("Trang sau"));
    connect(back, &QToolButton::clicked, this, [this] { m_preview->turnTo(m_preview->page() - 1); });
    connect(forth, &QToolButton::clicked, this, [this] { m_preview->turnTo(m_preview->page() + 1); });
    connect(m_preview, &PagePreview::turned, this, &PaperDialog::refreshPageNumber);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *accept = buttons->addButton(m_question.accept, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &PaperDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    accept->setDefault(true);

    auto *left = new QVBoxLayout;
    left->addLayout(form);
    left->addWidget(m_notes);
    left->addStretch();
    auto *fields = new QWidget;
    fields->setLayout(left);
    fields->setFixedWidth(kFieldWidth);
    auto *turning = new QHBoxLayout;
    turning->addStretch();
    turning->addWidget(back);
    turning->addWidget(m_pageNumber);
    turning->addWidget(forth);
    turning->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(m_preview, 1);
    right->addLayout(turning);
    auto *top = new QHBoxLayout;
    top->addWidget(fields);
    top->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);

    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PaperDialog::refresh);
    const auto later = [this] { m_delay.start(); };
    for (auto *box : findChildren<QComboBox *>())
        connect(box, &QComboBox::currentIndexChanged, this, later);
    for (auto *box : findChildren<QSpinBox *>())
        connect(box, &QSpinBox::valueChanged, this, later);
    for (auto *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, later);
    for (auto *tick : findChildren<QCheckBox *>())
        connect(tick, &QCheckBox::toggled, this, later);
    refresh();
    resize(1000, 680);
    accept->setFocus();
}

void PaperDialog::addPaperFields(QFormLayout &form)
{
    const PaperChoice &start = m_question.start;
    const auto spin = [](int least, int most, double value) {
        auto *box = new QSpinBox;
        box->setRange(least, most);
        box->setValue(qRound(value));
        return box;
    };
    m_paper = new QComboBox;
    for (const PaperSize &paper : kPapers)
        m_paper->addItem(nameOf(paper));
    m_paper->addItem(tr("Khổ khác"));
    m_paper->setCurrentIndex(static_cast<int>(std::ranges::find(kPapers, start.paper) - kPapers.begin()));
    m_width = spin(qRound(kShortestSide), qRound(kLongestSide), start.paper.width);
    m_height = spin(qRound(kShortestSide), qRound(kLongestSide), start.paper.height);
    m_orientation = new QComboBox;
    m_orientation->addItem(tr("Tự chọn"), static_cast<int>(Orientation::Automatic));
    m_orientation->addItem(tr("Dọc"), static_cast<int>(Orientation::Portrait));
    m_orientation->addItem(tr("Ngang"), static_cast<int>(Orientation::Landscape));
    m_orientation->setCurrentIndex(m_orientation->findData(static_cast<int>(start.orientation)));
    form.addRow(tr("Khổ &giấy"), m_paper);
    form.addRow(tr("Rộng (mm)"), m_width);
    form.addRow(tr("Cao (mm)"), m_height);
    form.addRow(tr("&Hướng giấy"), m_orientation);
    const auto showSides = [this, &form] {
        const bool isFree = m_paper->currentIndex() == static_cast<int>(kPapers.size());
        form.setRowVisible(m_width, isFree);
        form.setRowVisible(m_height, isFree);
    };
    showSides();
    connect(m_paper, &QComboBox::currentIndexChanged, this, showSides);
    if (m_question.isAnnex)
        return;
    m_columns = spin(1, kMostSheets, start.sheets.width());
    m_rows = spin(1, kMostSheets, start.sheets.height());
    form.addRow(tr("Số tờ theo &chiều ngang"), m_columns);
    form.addRow(tr("Số tờ theo chiều &dọc"), m_rows);
}

QLineEdit *PaperDialog::addLine(QFormLayout &form, const QString &label, const QString &value, const QString &hint)
{
    auto *line = new QLineEdit(value);
    line->setPlaceholderText(hint);
    form.addRow(label, line);
    return line;
}

void PaperDialog::addAnnexFields(QFormLayout &form)
{
    const AnnexFields &fields = m_question.start.annex;
    m_form = new QComboBox;
    m_form->addItem(tr("Phụ lục"), static_cast<int>(AnnexForm::Annex));
    m_form->addItem(tr("Văn bản ban hành kèm theo"), static_cast<int>(AnnexForm::Plan));
    m_form->addItem(tr("Tờ sơ đồ thường"), static_cast<int>(AnnexForm::Plain));
    m_form->setCurrentIndex(m_form->findData(static_cast<int>(fields.form)));
    m_medium = new QComboBox;
    m_medium->addItem(tr("Bản giấy: ghi số, ngày"), static_cast<int>(AnnexMedium::Paper));
    m_medium->addItem(tr("Bản điện tử: để trống số, ngày"), static_cast<int>(AnnexMedium::Electronic));
    m_medium->setCurrentIndex(m_medium->findData(static_cast<int>(fields.medium)));
    form.addRow(tr("&Loại"), m_form);
    form.addRow(tr("&Bản"), m_medium);
    m_number = new QSpinBox;
    m_number->setRange(0, 99);
    m_number->setSpecialValueText(tr("phụ lục duy nhất"));
    m_number->setValue(fields.number);
    form.addRow(tr("Phụ lục &số"), m_number);
    m_kind = addLine(form, tr("Tên l&oại"), fields.kind, tr("Kế hoạch, Đề án …"));
    m_title = addLine(form, tr("&Tên"), fields.title);
    m_document = addLine(form, tr("Kèm th&eo"), fields.document);
    m_documentNumber = addLine(form, tr("Số &văn bản"), fields.documentNumber, u"05"_s);
    m_symbol = addLine(form, tr("&Ký hiệu"), fields.symbol, u"QĐ-UBND"_s);
    m_date = new DateEdit(tr("Ngày của văn bản"), DateEdit::Accepts::WholeDaysOrNothing);
    if (fields.date)
        m_date->setDate(PartialDate::fromDay(*fields.date));
    auto *note = new FieldNote(m_date);
    connect(m_date, &DateEdit::refusedChanged, note, &FieldNote::say);
    connect(m_date, &DateEdit::dateChosen, &m_delay, qOverload<>(&QTimer::start));
    form.addRow(tr("&Ngày"), m_date);
    m_issuer = addLine(form, tr("&Cơ quan ban hành"), fields.issuer);
    m_draft = new QCheckBox(tr("&Dự thảo"));
    m_draft->setChecked(fields.isDraft);
    m_staffing = new QCheckBox(tr("Kèm bảng b&iên chế, chức vụ"));
    m_staffing->setChecked(m_question.start.withStaffing);
    form.addRow(QString(), m_draft);
    form.addRow(QString(), m_staffing);
}

PaperSize PaperDialog::paper() const
{
    const auto index = static_cast<std::size_t>(m_paper->currentIndex());
    return index < kPapers.size() ? kPapers[index] : PaperSize{double(m_width->value()), double(m_height->value())};
}

PaperChoice PaperDialog::choice() const
{
    PaperChoice choice = m_question.start;
    choice.paper = paper();
    choice.orientation = static_cast<Orientation>(m_orientation->currentData().toInt());
    if (!m_question.isAnnex) {
        choice.sheets = {m_columns->value(), m_rows->value()};
        return choice;
    }
    AnnexFields &fields = choice.annex;
    fields.form = static_cast<AnnexForm>(m_form->currentData().toInt());
    fields.medium = static_cast<AnnexMedium>(m_medium->currentData().toInt());
    fields.number = m_number->value();
    fields.kind = m_kind->text().trimmed();
    fields.title = m_title->text().trimmed();
    fields.document = m_document->text().trimmed();
    fields.documentNumber = m_documentNumber->text().trimmed();
    fields.symbol = m_symbol->text().trimmed();
    const PartialDate date = m_date->date();
    fields.date = date.isEmpty() ? std::nullopt : std::optional(date.firstDay());
    fields.issuer = m_issuer->text().trimmed();
    fields.isDraft = m_draft->isChecked();
    choice.withStaffing = m_staffing->isChecked();
    return choice;
}

void PaperDialog::take()
{
    if (m_question.isAnnex) {
        m_date->commit();
        if (m_date->isRefused()) { // a date that was typed must not be missing on the paper
            m_date->setFocus();
            return;
        }
    }
    accept();
}

void PaperDialog::refresh()
{
    PaperPreview preview = m_question.compose(choice());
    m_notes->setText(preview.notes.join(u"\n\n"_s));
    m_preview->setDocument(std::move(preview.document));
}

void PaperDialog::refreshPageNumber()
{
    m_pageNumber->setText(tr("trang %1 / %2").arg(m_preview->page() + 1).arg(m_preview->document().pages.size()));
}

} // namespace bomay
