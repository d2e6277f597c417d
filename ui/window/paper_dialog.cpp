// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/paper_dialog.h"

#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_note.h"
#include "ui/widgets/page_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
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

QSpinBox *spinBox(int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

/// A side of a free size, mm, to the tenth that `paperSizeOf` knows.
QDoubleSpinBox *sideBox(double value)
{
    auto *box = new QDoubleSpinBox;
    box->setDecimals(1);
    box->setRange(kShortestSide, kLongestSide);
    box->setValue(value);
    return box;
}

/// A list of one answer out of several.
template <typename Value>
QComboBox *choiceBox(std::initializer_list<std::pair<QString, Value>> choices, Value chosen)
{
    auto *box = new QComboBox;
    for (const auto &[text, value] : choices)
        box->addItem(text, static_cast<int>(value));
    box->setCurrentIndex(box->findData(static_cast<int>(chosen)));
    return box;
}

template <typename Value>
Value chosenIn(const QComboBox *box)
{
    return static_cast<Value>(box->currentData().toInt());
}

} // namespace

PaperDialog::PaperDialog(PaperQuestion question, QWidget *parent)
    : QDialog(parent)
    , m_question(std::move(question))
{
    setWindowTitle(m_question.title);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addPaperFields(*form);
    if (m_question.use != PaperUse::Annex)
        addPageFields(*form);
    if (m_question.use == PaperUse::File)
        addFileFields(*form);
    if (m_question.use == PaperUse::Annex)
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
    for (auto *box : findChildren<QDoubleSpinBox *>())
        connect(box, &QDoubleSpinBox::valueChanged, this, later);
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
    m_paper = new QComboBox;
    for (const PaperSize &paper : kPapers)
        m_paper->addItem(nameOf(paper));
    m_paper->addItem(tr("Khổ khác"));
    m_paper->setCurrentIndex(static_cast<int>(std::ranges::find(kPapers, start.paper) - kPapers.begin()));
    m_width = sideBox(start.paper.width);
    m_height = sideBox(start.paper.height);
    m_orientation = choiceBox<Orientation>({{tr("Tự chọn"), Orientation::Automatic},
                                            {tr("Dọc"), Orientation::Portrait},
                                            {tr("Ngang"), Orientation::Landscape}},
                                           start.orientation);
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
}

void PaperDialog::addPageFields(QFormLayout &form)
{
    const PaperChoice &start = m_question.start;
    m_pages = choiceBox<PageMode>({{tr("Tự chọn"), PageMode::Automatic},
                                   {tr("Một trang"), PageMode::One},
                                   {tr("Ghép từ nhiều tờ"), PageMode::Sheets},
                                   {tr("Tập nhiều trang, có mục lục"), PageMode::Booklet}},
                                  start.pages);
    m_columns = spinBox(1, kMostSheets, start.sheets.width());
    m_rows = spinBox(1, kMostSheets, start.sheets.height());
    form.addRow(tr("Số t&rang"), m_pages);
    form.addRow(tr("Số tờ theo &chiều ngang"), m_columns);
    form.addRow(tr("Số tờ theo chiều &dọc"), m_rows);
    const auto showSheets = [this, &form] {
        const bool isPutTogether = chosenIn<PageMode>(m_pages) == PageMode::Sheets;
        form.setRowVisible(m_columns, isPutTogether);
        form.setRowVisible(m_rows, isPutTogether);
    };
    showSheets();
    connect(m_pages, &QComboBox::currentIndexChanged, this, showSheets);
}

void PaperDialog::addFileFields(QFormLayout &form)
{
    const PaperChoice &start = m_question.start;
    m_format = choiceBox<FileFormat>(
        {{tr("PDF"), FileFormat::Pdf}, {tr("Ảnh PNG"), FileFormat::Png}, {tr("Hình vẽ SVG"), FileFormat::Svg}},
        start.format);
    m_archive = new QCheckBox(tr("Để lưu trữ lâu dài (PDF/A-1b)"));
    m_archive->setChecked(start.isArchive);
    m_dots = spinBox(kFewestDots, kMostDots, start.picture.dotsPerInch);
    m_outlines = new QCheckBox(tr("Chữ thành nét vẽ"));
    m_outlines->setChecked(start.picture.text == SvgText::Outlines);
    form.addRow(tr("Loại &tệp"), m_format);
    form.addRow(QString(), m_archive);
    form.addRow(tr("Số điểm mỗi inch"), m_dots);
    form.addRow(QString(), m_outlines);
    const auto showOptions = [this, &form] {
        const auto format = chosenIn<FileFormat>(m_format);
        form.setRowVisible(m_archive, format == FileFormat::Pdf);
        form.setRowVisible(m_dots, format == FileFormat::Png);
        form.setRowVisible(m_outlines, format == FileFormat::Svg);
    };
    showOptions();
    connect(m_format, &QComboBox::currentIndexChanged, this, showOptions);
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
    m_form = choiceBox<AnnexForm>({{tr("Phụ lục"), AnnexForm::Annex},
                                   {tr("Văn bản ban hành kèm theo"), AnnexForm::Plan},
                                   {tr("Tờ sơ đồ thường"), AnnexForm::Plain}},
                                  fields.form);
    m_medium = choiceBox<AnnexMedium>({{tr("Bản giấy: ghi số, ngày"), AnnexMedium::Paper},
                                       {tr("Bản điện tử: để trống số, ngày"), AnnexMedium::Electronic}},
                                      fields.medium);
    form.addRow(tr("&Loại"), m_form);
    form.addRow(tr("&Bản"), m_medium);
    m_number = spinBox(0, 99, fields.number);
    m_number->setSpecialValueText(tr("phụ lục duy nhất"));
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
    return index < kPapers.size() ? kPapers[index] : PaperSize{m_width->value(), m_height->value()};
}

PaperChoice PaperDialog::choice() const
{
    PaperChoice choice = m_question.start;
    choice.paper = paper();
    choice.orientation = chosenIn<Orientation>(m_orientation);
    if (m_question.use != PaperUse::Annex) {
        choice.pages = chosenIn<PageMode>(m_pages);
        choice.sheets = {m_columns->value(), m_rows->value()};
    }
    if (m_question.use == PaperUse::File) {
        choice.format = chosenIn<FileFormat>(m_format);
        choice.isArchive = m_archive->isChecked();
        choice.picture = {.format = choice.format == FileFormat::Svg ? PictureFormat::Svg : PictureFormat::Png,
                          .dotsPerInch = m_dots->value(),
                          .text = m_outlines->isChecked() ? SvgText::Outlines : SvgText::Text};
    }
    if (m_question.use == PaperUse::Annex)
        takeAnnexFields(choice);
    return choice;
}

void PaperDialog::takeAnnexFields(PaperChoice &choice) const
{
    AnnexFields &fields = choice.annex;
    fields.form = chosenIn<AnnexForm>(m_form);
    fields.medium = chosenIn<AnnexMedium>(m_medium);
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
}

void PaperDialog::take()
{
    if (m_question.use == PaperUse::Annex) {
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
