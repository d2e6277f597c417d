// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/date_bar.h"

#include "ui/widgets/date_field.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

} // namespace

DateBar::DateBar(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_day(new DateField(tr("Tại ngày")))
    , m_mode(new QComboBox)
    , m_from(new DateField(tr("Từ ngày")))
{
    m_day->setObjectName(u"asOf"_s);
    m_from->setObjectName(u"editFrom"_s);
    buildMode();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    auto *label = new QLabel(tr("Tại ngày")); // no mark: the letters are those of the menus, and Ctrl+G leads here
    layout->addWidget(label);
    layout->addWidget(m_day);
    layout->addSpacing(8);
    layout->addWidget(m_mode);
    layout->addWidget(m_from);
    layout->addStretch(1);

    connect(m_day, &DateField::dayChosen, this, [this](Day day) { m_document.setAsOf(day); });
    connect(m_mode, &QComboBox::activated, this, &DateBar::chooseMode);
    connect(m_from, &DateField::dayChosen, this, [this](Day day) { m_document.setEditMode(EditMode::FromDate, day); });
    connect(&document, &Document::flushWanted, this, [this] {
        for (DateField *field : {m_day, m_from})
            if (field->isVisible())
                field->commit();
    });
    connect(&document, &Document::changed, this, &DateBar::refresh);
    connect(&document, &Document::scopeChanged, this, &DateBar::refresh);
    refresh();
}

void DateBar::focusDay()
{
    m_day->setFocus(Qt::ShortcutFocusReason);
    m_day->selectAll();
}

void DateBar::buildMode()
{
    const QString correct = tr("Đính chính: số liệu ghi sai, sửa cho đúng trong cả giai đoạn.");
    const QString fromDate = tr("Từ ngày …: thay đổi theo quyết định; trước ngày đó giữ nguyên.");
    m_mode->setObjectName(u"editMode"_s);
    m_mode->installEventFilter(this);
    m_mode->setAccessibleName(tr("Cách sửa"));
    m_mode->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_mode->addItem(tr("Đính chính"), static_cast<int>(EditMode::Correct));
    m_mode->addItem(tr("Từ ngày …"), static_cast<int>(EditMode::FromDate));
    m_mode->setItemData(0, correct, Qt::ToolTipRole);
    m_mode->setItemData(1, fromDate, Qt::ToolTipRole);
    m_mode->setToolTip(u"<p>%1</p><p>%2</p>"_s.arg(correct, fromDate));
    m_mode->setWhatsThis(m_mode->toolTip());
}

void DateBar::chooseMode()
{
    const auto mode = static_cast<EditMode>(m_mode->currentData().toInt());
    if (mode == m_document.scope().mode)
        return;
    // A dated edit begins at the day in view, where it is seen, until another date is typed.
    m_document.setEditMode(mode, m_document.session().asOf());
    if (mode == EditMode::FromDate) {
        m_from->setFocus();
        m_from->selectAll();
    }
}

bool DateBar::eventFilter(QObject *watched, QEvent *event)
{
    // How edits count must not change because the mouse rests there.
    if (watched == m_mode && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DateBar::refresh()
{
    const QSignalBlocker blockMode(m_mode);
    const EditScope scope = m_document.scope();
    m_day->setDay(scope.day);
    m_from->setDay(scope.from);
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(scope.mode)));
    m_from->setVisible(scope.mode == EditMode::FromDate);
}

} // namespace bomay
