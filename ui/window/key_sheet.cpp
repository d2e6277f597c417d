// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_sheet.h"

#include "core/base/numbers.h"
#include "core/base/text_search.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bomay {

namespace {

enum Column { kName, kMenu, kKey };

} // namespace

KeySheet::KeySheet(const std::vector<UiCommand> &table, KeyBindings bindings, QWidget *parent)
    : QDialog(parent)
    , m_table(table)
    , m_bindings(std::move(bindings))
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_key(new QKeySequenceEdit)
    , m_bind(new QPushButton(tr("&Gán phím")))
    , m_reset(new QPushButton(tr("Phím &mặc định")))
    , m_note(new QLabel)
{
    setWindowTitle(tr("Bảng phím tắt"));
    setObjectName(QStringLiteral("keySheet"));
    resize(620, 620);
    buildWidgets();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &KeySheet::narrow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeySheet::showCurrent);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeySheet::showCurrent);
    connect(m_bind, &QPushButton::clicked, this, &KeySheet::bindKey);
    connect(m_reset, &QPushButton::clicked, this, &KeySheet::resetKey);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void KeySheet::buildWidgets()
{
    m_search->setPlaceholderText(tr("Tìm lệnh hoặc phím…"));
    m_search->setAccessibleName(tr("Tìm lệnh hoặc phím"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Lệnh và phím"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHeaderLabels({tr("Lệnh"), tr("Trình đơn"), tr("Phím")});
    m_list->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(kMenu, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(kKey, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_key->setAccessibleName(tr("Phím mới"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    for (QPushButton *button : {m_bind, m_reset})
        button->setAutoDefault(false);
    auto *label = new QLabel(tr("Phím mớ&i:"));
    label->setBuddy(m_key);
    auto *binding = new QHBoxLayout;
    binding->addWidget(label);
    binding->addWidget(m_key, 1);
    binding->addWidget(m_bind);
    binding->addWidget(m_reset);
    auto *fixed =
        new QLabel(tr("Phím cố định: giữ Space và kéo để di chuyển, Ctrl và lăn chuột để phóng, Esc để thôi."));
    fixed->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Đóng"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(fixed);
    layout->addLayout(binding);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
}

void KeySheet::fill()
{
    for (const UiCommand &command : m_table)
        m_list->addTopLevelItem(new QTreeWidgetItem(
            {nameOf(command), titleOf(command.menu).remove(u'&'), keyText(m_bindings.keysOf(command))}));
}

const UiCommand *KeySheet::current() const
{
    QTreeWidgetItem *item = m_list->currentItem();
    return item == nullptr || item->isHidden() ? nullptr : &m_table[uz(m_list->indexOfTopLevelItem(item))];
}

QKeySequence KeySheet::typedKey() const
{
    const QKeySequence typed = m_key->keySequence();
    return typed.isEmpty() ? typed : nameOfKey(QKeySequence(typed[0])); // one stroke, not several in a row
}

QString KeySheet::takenText(const QKeySequence &key, const UiCommand &owner)
{
    return tr("%1 đang là phím của lệnh “%2”.").arg(keyText({key}), nameOf(owner));
}

void KeySheet::narrow(const QString &text)
{
    const SearchPattern pattern(text);
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        item->setHidden(!pattern.matches(SearchText(QString(item->text(kName) + u'\n' + item->text(kKey)))));
        if (first == nullptr && !item->isHidden())
            first = item;
    }
    m_list->setCurrentItem(first);
    showCurrent();
}

void KeySheet::showCurrent()
{
    const UiCommand *command = current();
    const QKeySequence key = typedKey();
    const UiCommand *owner = key.isEmpty() ? nullptr : m_bindings.ownerOf(m_table, key);
    const bool isTaken = owner != nullptr && owner != command;
    m_bind->setEnabled(command != nullptr && !key.isEmpty() && !isTaken);
    m_reset->setEnabled(command != nullptr && m_bindings.isOwn(command->id));
    m_note->setText(isTaken ? takenText(key, *owner) : QString());
}

void KeySheet::bindKey()
{
    const UiCommand *command = current();
    if (command == nullptr)
        return;
    m_bindings.bind(command->id, {typedKey()});
    m_list->currentItem()->setText(kKey, keyText(m_bindings.keysOf(*command)));
    m_key->clear();
    showCurrent();
    Q_EMIT bound(m_bindings);
}

void KeySheet::resetKey()
{
    const UiCommand *command = current();
    if (command == nullptr)
        return;
    KeyBindings others = m_bindings;
    others.bind(command->id, {});
    for (const QKeySequence &key : command->keys)
        if (const UiCommand *owner = others.ownerOf(m_table, key)) {
            m_note->setText(takenText(key, *owner));
            return;
        }
    m_bindings.reset(command->id);
    m_list->currentItem()->setText(kKey, keyText(m_bindings.keysOf(*command)));
    showCurrent();
    Q_EMIT bound(m_bindings);
}

} // namespace bomay
