// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/date_bar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QDateEdit *makeDateEdit(const QString &name)
{
    auto *edit = new QDateEdit;
    edit->setDisplayFormat(u"dd/MM/yyyy"_s);
    edit->setCalendarPopup(true);
    edit->setDateRange(QDate(1900, 1, 1), QDate(2200, 12, 31));
    edit->setKeyboardTracking(false);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

DateBar::DateBar(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_day(makeDateEdit(tr("Tại ngày")))
    , m_mode(new QComboBox)
    , m_from(makeDateEdit(tr("Từ ngày")))
{
    m_day->setObjectName(u"asOf"_s);
    m_mode->setObjectName(u"editMode"_s);
    m_mode->setAccessibleName(tr("Cách sửa"));
    m_mode->addItem(tr("Sửa đúng"), static_cast<int>(EditMode::Correct));
    m_mode->addItem(tr("Từ ngày …"), static_cast<int>(EditMode::FromDate));
    m_mode->setItemData(0, tr("Số liệu đang xem ghi sai: sửa cho đúng"), Qt::ToolTipRole);
    m_mode->setItemData(1, tr("Thay đổi có hiệu lực từ một ngày; trước ngày đó giữ nguyên"), Qt::ToolTipRole);
    m_from->setObjectName(u"editFrom"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    auto *label = new QLabel(tr("Tại &ngày"));
    label->setBuddy(m_day);
    layout->addWidget(label);
    layout->addWidget(m_day);
    layout->addSpacing(8);
    layout->addWidget(m_mode);
    layout->addWidget(m_from);

    connect(m_day, &QDateEdit::dateChanged, this,
            [this](const QDate &date) { m_document.setAsOf(Day::fromDate(date)); });
    const auto setMode = [this] {
        m_document.setEditMode(static_cast<EditMode>(m_mode->currentData().toInt()), Day::fromDate(m_from->date()));
    };
    connect(m_mode, &QComboBox::activated, this, setMode);
    connect(m_from, &QDateEdit::dateChanged, this, setMode);
    connect(&document, &Document::changed, this, &DateBar::refresh);
    connect(&document, &Document::scopeChanged, this, &DateBar::refresh);
    refresh();
}

void DateBar::refresh()
{
    const QSignalBlocker blockDay(m_day);
    const QSignalBlocker blockMode(m_mode);
    const QSignalBlocker blockFrom(m_from);
    const EditScope scope = m_document.scope();
    m_day->setDate(scope.day.toDate());
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(scope.mode)));
    m_from->setDate(scope.from.toDate());
    m_from->setVisible(scope.mode == EditMode::FromDate);
}

} // namespace bomay
