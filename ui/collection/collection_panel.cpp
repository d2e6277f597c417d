// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collection_panel.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"
#include "ui/panels/records_table.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isReceived(const FormReturn &form)
{
    return !form.path.isEmpty();
}

} // namespace

CollectionPanel::CollectionPanel(const UiContext &context, RoundFollower &follower, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_follower(follower)
    , m_table(new RecordsTable(tr("Thu thập số liệu"), {{tr("Cơ quan"), 0},
                                                        {tr("Tình trạng"), 22},
                                                        {tr("Nhận lúc"), 20},
                                                        {tr("Khác tài liệu"), 12, Qt::AlignRight},
                                                        {tr("Cần xem"), 9, Qt::AlignRight},
                                                        {tr("Tệp"), 20}}))
    , m_summary(new QLabel)
    , m_review(new QPushButton(tr("Xem khác biệt…")))
    , m_read(new QPushButton(tr("Đọc lại")))
    , m_folder(new QPushButton(tr("Thư mục nhận")))
{
    auto *send = new QPushButton(tr("Lập biểu…"));
    auto *open = new QPushButton(tr("Mở đợt…"));
    m_summary->setObjectName(u"collectionSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_review->setObjectName(u"collectionReview"_s);
    m_read->setObjectName(u"collectionRead"_s);
    m_folder->setObjectName(u"collectionFolder"_s);
    m_folder->setToolTip(tr("Mở thư mục để các biểu cơ quan gửi về"));
    auto *top = new QHBoxLayout;
    for (QPushButton *button : {send, open, m_folder, m_read, m_review})
        top->addWidget(button);
    top->addWidget(m_summary, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    m_table->setObjectName(u"collectionTable"_s);
    setFocusProxy(m_table);

    const auto review = [this] {
        if (const QString path = reviewable(); !path.isEmpty())
            Q_EMIT reviewWanted(path);
    };
    connect(send, &QPushButton::clicked, this, &CollectionPanel::sendWanted);
    connect(open, &QPushButton::clicked, this, &CollectionPanel::openWanted);
    connect(m_read, &QPushButton::clicked, &m_follower, &RoundFollower::refresh);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_follower.folder())); });
    connect(m_review, &QPushButton::clicked, this, review);
    connect(m_table, &RecordsTable::activated, this, review);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CollectionPanel::refreshButtons);
    connect(&m_follower, &RoundFollower::changed, this, &CollectionPanel::refresh);
    refresh();
}

void CollectionPanel::showEvent(QShowEvent *event)
{
    m_follower.setWatched(true);
    QWidget::showEvent(event);
}

void CollectionPanel::hideEvent(QHideEvent *event)
{
    m_follower.setWatched(false);
    QWidget::hideEvent(event);
}

void CollectionPanel::refresh()
{
    const int row = m_table->currentRecord();
    std::vector<Record> records;
    for (const FormReturn &form : m_follower.forms())
        records.push_back(recordOf(form));
    for (const QString &file : m_follower.strangers())
        records.push_back(recordOfStranger(file));
    m_table->setRecords(std::move(records));
    if (row >= 0)
        m_table->setCurrentRecord(row);
    m_summary->setText(summary());
    refreshButtons();
}

void CollectionPanel::refreshButtons()
{
    const bool hasRound = !m_follower.path().isEmpty();
    m_read->setEnabled(hasRound);
    m_folder->setEnabled(hasRound);
    m_review->setEnabled(!reviewable().isEmpty());
}

Record CollectionPanel::recordOf(const FormReturn &form) const
{
    Record record;
    const bool isCompared = form.state == ReturnState::Changed || form.state == ReturnState::Unchanged;
    const QDateTime received = isReceived(form) ? QFileInfo(form.path).lastModified() : QDateTime();
    const QString file = QFileInfo(form.path).fileName();
    record.texts = {form.agency.name,
                    stateText(form),
                    isReceived(form) ? timeText(received, m_context.language) : QString(),
                    isCompared ? QString::number(form.changes) : QString(),
                    isCompared ? QString::number(form.leftOut) : QString(),
                    file};
    record.keys = {form.agency.name, stateText(form), received, form.changes, form.leftOut, file};
    if (form.state == ReturnState::Unreadable)
        record.toolTip = m_context.messages.describe(form.fault, m_context.language);
    const bool isOverdue = form.state == ReturnState::Overdue && m_follower.knowsAll();
    record.isMarked = isOverdue || form.state == ReturnState::Unreadable;
    return record;
}

/// A file that is of no agency of the round.
Record CollectionPanel::recordOfStranger(const QString &file)
{
    const QString agency = tr("(không rõ cơ quan)");
    const QString state = tr("Tệp không thuộc đợt này");
    return {{agency, state, {}, {}, {}, file}, {agency, state, QDateTime(), 0, 0, file}};
}

QString CollectionPanel::stateText(const FormReturn &form) const
{
    if (!isReceived(form) && !m_follower.knowsAll())
        return tr("Đang đọc…");
    switch (form.state) {
    case ReturnState::Overdue:
        return tr("Quá hạn %n ngày", nullptr,
                  static_cast<int>(m_follower.today().julian - m_follower.round().due.julian));
    case ReturnState::Unchanged:
        return tr("Đã nhận, không thay đổi");
    case ReturnState::Changed:
        return tr("Đã nhận, có thay đổi");
    case ReturnState::Unreadable:
        return tr("Đã nhận, không đọc được");
    case ReturnState::Missing:
        break;
    }
    return tr("Chưa nhận");
}

QString CollectionPanel::summary() const
{
    if (m_follower.path().isEmpty())
        return tr("Chưa có đợt thu thập nào. “Lập biểu…” ghi cho mỗi cơ quan một tệp Excel có sẵn số liệu để gửi đi; "
                  "cơ quan sửa rồi gửi lại.");
    const auto count = [this](ReturnState state) {
        return std::ranges::count(m_follower.forms(), state, &FormReturn::state);
    };
    const auto received = std::ranges::count_if(m_follower.forms(), isReceived);
    QString text = tr("%1, hạn %2: nhận %3/%4 biểu, %5 có thay đổi, %6 quá hạn")
                       .arg(m_follower.round().title, dayText(m_follower.round().due, m_context.language))
                       .arg(received)
                       .arg(m_follower.forms().size())
                       .arg(count(ReturnState::Changed))
                       .arg(count(ReturnState::Overdue));
    if (m_follower.isReading())
        text += tr(" (đang đọc…)");
    return text;
}

QString CollectionPanel::reviewable() const
{
    const auto &forms = m_follower.forms();
    const int row = m_table->currentRecord();
    if (row < 0 || row >= sizeOf(forms) || forms[uz(row)].state == ReturnState::Unreadable)
        return {};
    return forms[uz(row)].path;
}

} // namespace bomay
