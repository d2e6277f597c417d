// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/widget_dialogs.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bomay {

QString WidgetDialogs::fileToOpen(const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(m_parent, title, {}, filter);
}

QString WidgetDialogs::fileToSave(const QString &title, const QString &suggestion, const QString &filter)
{
    return QFileDialog::getSaveFileName(m_parent, title, suggestion, filter);
}

UnsavedAnswer WidgetDialogs::askUnsaved(const QString &documentName)
{
    QMessageBox box(QMessageBox::Question, tr("Bộ Máy"), tr("Lưu thay đổi của “%1”?").arg(documentName),
                    QMessageBox::NoButton, m_parent);
    const auto *save = box.addButton(tr("Lưu"), QMessageBox::AcceptRole);
    const auto *discard = box.addButton(tr("Không lưu"), QMessageBox::DestructiveRole);
    box.addButton(tr("Hủy"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() == save)
        return UnsavedAnswer::Save;
    return box.clickedButton() == discard ? UnsavedAnswer::Discard : UnsavedAnswer::Cancel;
}

bool WidgetDialogs::acceptImport(const QString &report, bool complete)
{
    QDialog dialog(m_parent);
    dialog.setWindowTitle(tr("Nhập bảng tính"));
    dialog.resize(760, 460);
    auto *layout = new QVBoxLayout(&dialog);
    auto *heading = new QLabel(
        complete ? tr("Mọi dòng đều nhận được.")
                 : tr("Có dòng không nhận được hoặc cần xem lại. Nhận các dòng tốt, hay sửa tệp rồi nhập lại?"));
    heading->setWordWrap(true);
    layout->addWidget(heading);
    auto *text = new QPlainTextEdit(report);
    text->setReadOnly(true);
    text->setAccessibleName(tr("Kết quả đọc tệp"));
    layout->addWidget(text);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(complete ? tr("Nhập") : tr("Nhận các dòng tốt"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Hủy"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(buttons);
    return dialog.exec() == QDialog::Accepted;
}

void WidgetDialogs::tell(const QString &text)
{
    QMessageBox box(QMessageBox::Warning, tr("Bộ Máy"), text, QMessageBox::NoButton, m_parent);
    box.addButton(tr("Đóng"), QMessageBox::AcceptRole);
    box.exec();
}

} // namespace bomay
