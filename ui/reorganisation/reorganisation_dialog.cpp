// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reorganisation/reorganisation_dialog.h"

#include "core/base/numbers.h"
#include "ui/document/change_verdict.h"
#include "ui/reorganisation/outcome_text.h"
#include "ui/reorganisation/unit_chooser.h"
#include "ui/widgets/date_edit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDelay = 250;        ///< ms
constexpr int kThingsHeight = 170; ///< px; longer lists scroll
constexpr int kOutcomeHeight = 150;

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ReorganisationDialog::ReorganisationDialog(ReorganisationDraft &draft, QWidget *parent)
    : QDialog(parent)
    , m_draft(draft)
{
    setWindowTitle(nameOf(draft.kind()));
    resize(680, draft.sharesThings() ? 720 : 460);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("%1: %2").arg(nameOf(draft.kind()), draft.namesOfUnits())));
    auto *form = new QFormLayout;
    layout->addLayout(form);
    addOrderFields(*form);
    addHeirFields(*form);
    addHeadFields(*form);
    if (draft.sharesThings())
        addThings(*layout);

    layout->addWidget(plainLabel(tr("Kết quả:")));
    m_outcome = plainLabel({});
    m_outcome->setObjectName(u"outcome"_s);
    m_outcome->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcome->setMargin(4);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_outcome);
    scroll->setWidgetResizable(true);
    scroll->setMinimumHeight(kOutcomeHeight);
    layout->addWidget(scroll, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(nameOf(draft.kind()), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"accept"_s);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_accept->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &ReorganisationDialog::showOutcome);
    fillThings();
    fillHeads();
    showOutcome();
    m_number->setFocus();
}

void ReorganisationDialog::addOrderFields(QFormLayout &form)
{
    m_number = new QLineEdit;
    m_number->setObjectName(u"number"_s);
    m_number->setPlaceholderText(tr("số, ký hiệu, ví dụ 15/QĐ-UBND"));
    form.addRow(tr("Văn bản"), m_number);
    m_date = new DateEdit(tr("Ngày văn bản"), DateEdit::Accepts::Parts);
    m_date->setObjectName(u"date"_s);
    form.addRow(tr("Ngày văn bản"), m_date);
    m_from = new DateEdit(tr("Có hiệu lực từ ngày"), DateEdit::Accepts::Parts);
    m_from->setObjectName(u"from"_s);
    if (m_draft.from())
        m_from->setDate(PartialDate::fromDay(*m_draft.from()));
    form.addRow(tr("Có hiệu lực từ ngày"), m_from);
    connect(m_number, &QLineEdit::textChanged, this, &ReorganisationDialog::readFields);
    connect(m_date, &DateEdit::dateChosen, this, &ReorganisationDialog::readFields);
    connect(m_from, &DateEdit::dateChosen, this, &ReorganisationDialog::readFields);
    for (const DateEdit *date : dates())
        connect(date, &DateEdit::refusedChanged, this, &ReorganisationDialog::readFields);
}

void ReorganisationDialog::addHeirFields(QFormLayout &form)
{
    if (m_draft.foundsSeveral()) {
        m_names = new QPlainTextEdit;
        m_names->setObjectName(u"names"_s);
        m_names->setPlaceholderText(tr("mỗi dòng một tên"));
        m_names->setTabChangesFocus(true);
        m_names->setFixedHeight(4 * m_names->fontMetrics().lineSpacing());
        form.addRow(tr("Các đơn vị mới"), m_names);
        connect(m_names, &QPlainTextEdit::textChanged, this, &ReorganisationDialog::readFields);
    } else if (m_draft.foundsUnits()) {
        m_name = new QLineEdit;
        m_name->setObjectName(u"name"_s);
        form.addRow(tr("Tên đơn vị mới"), m_name);
        connect(m_name, &QLineEdit::textChanged, this, &ReorganisationDialog::readFields);
    } else {
        auto *heir = new UnitChooser(m_draft.context());
        heir->setObjectName(u"heir"_s);
        heir->setPlaceholderText(m_draft.needsHeir() ? tr("gõ tên rồi chọn trong danh sách")
                                                     : tr("để trống nếu không có đơn vị tiếp nhận"));
        form.addRow(m_draft.kind() == ReorganisationKind::Transfer ? tr("Cấp trên mới") : tr("Đơn vị tiếp nhận"), heir);
        connect(heir, &UnitChooser::unitChanged, this, [this](UnitId unit) {
            m_draft.setHeir(unit);
            readFields();
        });
    }
}

void ReorganisationDialog::addHeadFields(QFormLayout &form)
{
    if (!m_draft.joinsUnits())
        return;
    if (m_draft.kind() == ReorganisationKind::Consolidate) {
        m_head = new QComboBox;
        m_head->setObjectName(u"head"_s);
        form.addRow(tr("Cấp trưởng đơn vị mới"), m_head);
        connect(m_head, &QComboBox::activated, this, [this] {
            m_draft.setHead(PostId{m_head->currentData().value<Uid>()});
            readFields();
        });
    }
    m_surplusUntil = new DateEdit(tr("Cấp trưởng dôi dư giữ đến"), DateEdit::Accepts::Parts);
    m_surplusUntil->setObjectName(u"surplusUntil"_s);
    m_surplusUntil->setPlaceholderText(tr("có thể để trống"));
    form.addRow(tr("Cấp trưởng dôi dư giữ đến"), m_surplusUntil);
    connect(m_surplusUntil, &DateEdit::dateChosen, this, &ReorganisationDialog::readFields);
}

void ReorganisationDialog::addThings(QLayout &layout)
{
    m_things = new QTreeWidget;
    m_things->setObjectName(u"things"_s);
    m_things->setAccessibleName(tr("Đi đâu"));
    m_things->setHeaderLabels({tr("Chức vụ, đơn vị trực thuộc, chức năng"), tr("Về đâu")});
    m_things->setRootIsDecorated(false);
    m_things->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_things->setUniformRowHeights(true);
    m_things->setMinimumHeight(kThingsHeight);
    m_things->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_things->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_things->header()->setStretchLastSection(false);
    layout.addWidget(m_things);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(plainLabel(tr("Các dòng đang chọn:")));
    m_destination = new QComboBox;
    m_destination->setObjectName(u"destination"_s);
    m_destination->setAccessibleName(tr("Về đâu"));
    m_destination->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    line->addWidget(m_destination);
    m_send = new QPushButton(tr("Ghi"));
    m_send->setObjectName(u"send"_s);
    m_send->setAutoDefault(false);
    line->addWidget(m_send);
    line->addStretch(1);
    layout.addWidget(row);
    connect(m_send, &QPushButton::clicked, this, &ReorganisationDialog::sendSelected);
    connect(m_things, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_send->setEnabled(!m_things->selectedItems().isEmpty()); });
}

void ReorganisationDialog::readFields()
{
    m_draft.setNumber(m_number->text());
    m_draft.setDocumentDate(m_date->date());
    const PartialDate from = m_from->date();
    m_draft.setFrom(from.isEmpty() ? std::nullopt : std::optional(from.firstDay()));
    if (m_names != nullptr)
        m_draft.setNames(m_names->toPlainText().split(u'\n'));
    if (m_name != nullptr)
        m_draft.setNames({m_name->text()});
    if (m_surplusUntil != nullptr)
        m_draft.setSurplusUntil(m_surplusUntil->date());
    fillThings();
    fillHeads();
    m_accept->setEnabled(false); // until the outcome is known
    m_delay.start();
}

void ReorganisationDialog::fillThings()
{
    if (m_things == nullptr)
        return;
    const QStringList destinations = m_draft.destinations();
    const auto &things = m_draft.things();
    while (m_things->topLevelItemCount() > sizeOf(things))
        delete m_things->takeTopLevelItem(m_things->topLevelItemCount() - 1);
    for (int i = 0; i < sizeOf(things); ++i) {
        QTreeWidgetItem *item = m_things->topLevelItem(i);
        if (item == nullptr)
            item = new QTreeWidgetItem(m_things);
        const ReorganisationDraft::Thing &thing = things[uz(i)];
        item->setText(0, thing.detail.isEmpty() ? thing.text : tr("%1 (%2)").arg(thing.text, thing.detail));
        item->setText(1, destinations.value(m_draft.destinationOf(thing)));
    }
    const int chosen = m_destination->currentIndex();
    m_destination->clear();
    m_destination->addItems(destinations);
    m_destination->setCurrentIndex(std::clamp(chosen, 0, sizeOf(destinations) - 1));
    m_send->setEnabled(!m_things->selectedItems().isEmpty());
}

void ReorganisationDialog::fillHeads()
{
    if (m_head == nullptr)
        return;
    const QVariant chosen = m_head->currentData();
    m_head->clear();
    m_head->addItem(tr("người đang giữ chức vụ đứng đầu danh sách"), QVariant::fromValue(Uid{}));
    for (const ReorganisationDraft::Thing &head : m_draft.heads())
        m_head->addItem(head.detail.isEmpty() ? head.text : tr("%1 (%2)").arg(head.text, head.detail),
                        QVariant::fromValue(head.key.uid));
    m_head->setEnabled(m_head->count() > 1);
    m_head->setCurrentIndex(std::max(0, m_head->findData(chosen)));
}

void ReorganisationDialog::sendSelected()
{
    for (const QTreeWidgetItem *item : m_things->selectedItems())
        m_draft.send(m_draft.things()[uz(m_things->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)))],
                     m_destination->currentIndex());
    readFields();
}

void ReorganisationDialog::showOutcome()
{
    m_delay.stop();
    m_accept->setEnabled(false);
    for (const DateEdit *date : dates())
        if (date->isRefused()) {
            m_outcome->setText(tr("%1: %2").arg(date->accessibleName(), date->whyRefused()));
            return;
        }
    if (const QStringList missing = m_draft.missing(); !missing.isEmpty()) {
        m_outcome->setText(tr("Còn thiếu: %1.").arg(missing.join(u", "_s)));
        return;
    }
    const UiContext &context = m_draft.context();
    const Result<Change> change = m_draft.change();
    if (!change) {
        m_outcome->setText(context.messages.describe(change.error(), context.language));
        return;
    }
    QStringList lines = outcomeText(context.document.organisation(), *change, *m_draft.from(), context.language);
    const Day seen = context.document.view().day();
    lines += QString();
    if (seen < *m_draft.from()) {
        // Findings are those of the day in view, and on it nothing has changed yet.
        lines += tr("Chưa rà soát: sơ đồ đang xem tại ngày %1, trước ngày có hiệu lực.").arg(seen.toVietnamese());
    } else {
        lines += tr("Rà soát tại ngày %1:").arg(seen.toVietnamese());
        lines += verdictOn(context, change).lines;
    }
    m_outcome->setText(lines.join(u'\n'));
    m_accept->setEnabled(true);
}

std::vector<DateEdit *> ReorganisationDialog::dates() const
{
    std::vector<DateEdit *> dates{m_date, m_from};
    if (m_surplusUntil != nullptr)
        dates.push_back(m_surplusUntil);
    return dates;
}

void ReorganisationDialog::accept()
{
    for (DateEdit *date : dates())
        date->commit();
    readFields();
    showOutcome(); // of what stands in the fields now, not a moment ago
    if (m_accept->isEnabled())
        QDialog::accept();
}

} // namespace bomay
