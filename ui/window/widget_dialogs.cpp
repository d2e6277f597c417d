// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/widget_dialogs.h"

#include "ui/import/import_wizard.h"
#include "ui/reorganisation/reorganisation_dialog.h"
#include "ui/window/file_names.h"
#include "ui/window/form_dialog.h"
#include "ui/window/paper_dialog.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <memory>

namespace bomay {

namespace {

/// A question over a list of which one line is chosen, and a row of buttons.
class ListDialog : public QDialog
{
public:
    ListDialog(QWidget *parent, const QString &title, const QString &question, const QStringList &lines)
        : QDialog(parent)
        , m_list(new QListWidget)
        , m_buttons(new QDialogButtonBox)
    {
        setWindowTitle(title);
        resize(620, 320);
        auto *layout = new QVBoxLayout(this);
        auto *heading = new QLabel(question);
        heading->setTextFormat(Qt::PlainText);
        heading->setWordWrap(true);
        layout->addWidget(heading);
        m_list->addItems(lines);
        m_list->setCurrentRow(0);
        m_list->setWordWrap(true);
        m_list->setAccessibleName(title);
        layout->addWidget(m_list);
        layout->addWidget(m_buttons);
    }

    /// `result` is what `exec` returns when the button is pressed.
    QPushButton *addButton(const QString &text, QDialogButtonBox::ButtonRole role, int result)
    {
        QPushButton *button = m_buttons->addButton(text, role);
        connect(button, &QPushButton::clicked, this, [this, result] { done(result); });
        return button;
    }

    [[nodiscard]] int chosen() const { return m_list->currentRow(); }

private:
    QListWidget *m_list;
    QDialogButtonBox *m_buttons;
};

/// A long text under a heading, and a row of buttons.
class TextDialog : public QDialog
{
public:
    TextDialog(QWidget *parent, const QString &title, const QString &heading, const QString &text)
        : QDialog(parent)
        , m_buttons(new QDialogButtonBox)
    {
        setWindowTitle(title);
        resize(760, 460);
        auto *layout = new QVBoxLayout(this);
        auto *label = new QLabel(heading);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setHidden(heading.isEmpty());
        layout->addWidget(label);
        auto *body = new QPlainTextEdit(text);
        body->setReadOnly(true);
        body->setAccessibleName(title);
        layout->addWidget(body);
        layout->addWidget(m_buttons);
        connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    }

    void addButton(const QString &text, QDialogButtonBox::ButtonRole role) { m_buttons->addButton(text, role); }

private:
    QDialogButtonBox *m_buttons;
};

} // namespace

QString WidgetDialogs::fileToOpen(const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(m_parent, title, {}, filter);
}

QString WidgetDialogs::fileToSave(const QString &title, const QString &suggestion, const QString &filter)
{
    QFileDialog dialog(m_parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    // Qt takes what stands behind a dot for an ending ("Sơ đồ 01.07.2025"), and would ask about another file than the
    // one that is written in the end.
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    dialog.selectFile(suggestion);
    while (dialog.exec() == QDialog::Accepted) {
        const QString path = withEnding(dialog.selectedFiles().value(0), filter, dialog.selectedNameFilter());
        if (!QFileInfo::exists(path) || mayOverwrite(path))
            return path;
    }
    return {};
}

bool WidgetDialogs::mayOverwrite(const QString &path)
{
    QMessageBox box(QMessageBox::Question, tr("Bộ Máy"),
                    tr("Đã có tệp “%1”. Ghi đè lên tệp đó?").arg(QFileInfo(path).fileName()), QMessageBox::NoButton,
                    m_parent);
    const auto *overwrite = box.addButton(tr("Ghi đè"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Chọn tên khác"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == overwrite;
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

RecoveryAnswer WidgetDialogs::askRecovery(const QStringList &documents)
{
    ListDialog dialog(m_parent, tr("Phục hồi tài liệu"),
                      tr("Lần trước chương trình dừng đột ngột khi còn thay đổi chưa lưu. Các thay đổi đó vẫn còn. "
                         "Tệp đã lưu không bị đụng đến; thay đổi đã bỏ thì không lấy lại được."),
                      documents);
    constexpr int kDiscard = 2;
    dialog.addButton(tr("Phục hồi"), QDialogButtonBox::AcceptRole, QDialog::Accepted)->setDefault(true);
    dialog.addButton(tr("Bỏ thay đổi"), QDialogButtonBox::DestructiveRole, kDiscard);
    dialog.addButton(tr("Để sau"), QDialogButtonBox::RejectRole, QDialog::Rejected);
    switch (dialog.exec()) {
    case QDialog::Accepted:
        return {RecoveryAnswer::Action::Recover, dialog.chosen()};
    case kDiscard:
        return {RecoveryAnswer::Action::Discard, dialog.chosen()};
    default:
        return {};
    }
}

std::optional<int> WidgetDialogs::chooseLine(const QString &title, const QString &question, const QStringList &lines,
                                             const QString &accept)
{
    ListDialog dialog(m_parent, title, question, lines);
    dialog.addButton(accept, QDialogButtonBox::AcceptRole, QDialog::Accepted)->setDefault(true);
    dialog.addButton(tr("Hủy"), QDialogButtonBox::RejectRole, QDialog::Rejected);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.chosen()) : std::nullopt;
}

std::optional<QString> WidgetDialogs::askText(const QString &title, const QString &question, const QString &suggestion)
{
    QInputDialog dialog(m_parent);
    dialog.setWindowTitle(title);
    dialog.setLabelText(question);
    dialog.setTextValue(suggestion);
    dialog.setOkButtonText(tr("Đồng ý"));
    dialog.setCancelButtonText(tr("Hủy"));
    dialog.resize(460, dialog.sizeHint().height());
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.textValue()) : std::nullopt;
}

std::optional<QStringList> WidgetDialogs::askForm(const FormQuestion &question)
{
    FormDialog dialog(question, m_parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.answers()) : std::nullopt;
}

std::optional<PaperChoice> WidgetDialogs::askPaper(const PaperQuestion &question)
{
    PaperDialog dialog(question, m_parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.choice()) : std::nullopt;
}

bool WidgetDialogs::choosePrinter(QPrinter &printer, int pages)
{
    QPrintDialog dialog(&printer, m_parent);
    dialog.setWindowTitle(tr("In"));
    dialog.setMinMax(1, pages);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, pages > 1);
    return dialog.exec() == QDialog::Accepted;
}

Progress WidgetDialogs::showProgress(const QString &title)
{
    const auto dialog = std::make_shared<QProgressDialog>(title, tr("Dừng"), 0, 1, m_parent);
    dialog->setWindowTitle(tr("Bộ Máy"));
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setMinimumDuration(500); // what is done sooner needs no dialog
    dialog->setAutoReset(false);     // it would close at the end and open again for whoever goes on
    return [dialog](int done, int total) {
        dialog->setMaximum(std::max(1, total));
        dialog->setValue(done); // once it is seen, this draws it and hears its button
        return !dialog->wasCanceled();
    };
}

void WidgetDialogs::showText(const QString &title, const QString &text)
{
    TextDialog dialog(m_parent, title, {}, text);
    dialog.addButton(tr("Đóng"), QDialogButtonBox::RejectRole);
    dialog.exec();
}

bool WidgetDialogs::acceptReport(const Report &report, const QString &accept)
{
    TextDialog dialog(m_parent, report.title, report.heading, report.text);
    dialog.addButton(accept, QDialogButtonBox::AcceptRole);
    dialog.addButton(tr("Hủy"), QDialogButtonBox::RejectRole);
    return dialog.exec() == QDialog::Accepted;
}

void WidgetDialogs::showPage(const QString &title, const QString &markdown)
{
    QDialog dialog(m_parent);
    dialog.setWindowTitle(title);
    dialog.resize(820, 600);
    auto *page = new QTextBrowser;
    page->setMarkdown(markdown);
    page->setAccessibleName(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(page);
    layout->addWidget(buttons);
    dialog.exec();
}

bool WidgetDialogs::reviewImport(ImportDraft &draft, const MessageCatalog &messages, Language language)
{
    return ImportWizard(draft, messages, language, m_parent).exec() == QDialog::Accepted;
}

bool WidgetDialogs::reviewReorganisation(ReorganisationDraft &draft)
{
    ReorganisationDialog dialog(draft, m_parent);
    return dialog.exec() == QDialog::Accepted;
}

std::optional<CollectionOrder> WidgetDialogs::askCollection(const UiContext &context, Day today)
{
    CollectionDialog dialog(context, today, m_parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.order()) : std::nullopt;
}

bool WidgetDialogs::acceptAllotments(const QString &report, bool complete)
{
    const QString heading = complete ? tr("Mọi dòng đều nhận được.")
                                     : tr("Có dòng không nhận được hoặc cần xem lại. Ghi các dòng tốt, hay sửa bảng "
                                          "rồi dán lại?");
    return acceptReport({tr("Dán bảng giao cấp phó, biên chế"), heading, report},
                        complete ? tr("Ghi") : tr("Ghi các dòng tốt"));
}

bool WidgetDialogs::acceptSalvage(const QString &reason, const QString &report)
{
    const QString heading = reason + QStringLiteral("\n\n") +
                            tr("Phần còn đọc được có thể mở thành một tài liệu mới, chưa lưu. Tệp hỏng vẫn như cũ.");
    return acceptReport({tr("Tài liệu bị hỏng"), heading, report}, tr("Cứu phần còn đọc được"));
}

void WidgetDialogs::tell(const QString &text)
{
    QMessageBox box(QMessageBox::Warning, tr("Bộ Máy"), text, QMessageBox::NoButton, m_parent);
    box.addButton(tr("Đóng"), QMessageBox::AcceptRole);
    box.exec();
}

} // namespace bomay
