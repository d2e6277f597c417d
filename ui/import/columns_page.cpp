// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columns_page.h"

#include "core/base/messages.h"
#include "ui/import/meaning_text.h"
#include "ui/import/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace bomay {

using namespace Qt::StringLiterals;

ColumnsPage::ColumnsPage(ImportDraft &draft, Language language, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_language(language)
    , m_form(new QComboBox)
    , m_by(new QLabel)
    , m_rows(new QTableWidget(0, 4))
    , m_name(new QLineEdit)
    , m_save(new QPushButton(tr("Lưu mẫu nhập")))
{
    auto *layout = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    top->addWidget(new QLabel(tr("Cách lập bảng:")));
    m_form->setObjectName(u"form"_s);
    m_form->setPlaceholderText(tr("Mỗi cột là một cấp đơn vị hành chính"));
    WheelGuard::keep(m_form);
    top->addWidget(m_form, 1);
    m_by->setObjectName(u"readBy"_s);
    m_by->setWordWrap(true);
    auto *save = new QHBoxLayout;
    m_name->setPlaceholderText(tr("Tên cơ quan gửi bảng"));
    m_name->setObjectName(u"profileName"_s);
    m_save->setObjectName(u"saveProfile"_s);
    m_save->setAutoDefault(false);
    save->addWidget(new QLabel(tr("Nhớ cách đọc này cho lần sau:")));
    save->addWidget(m_name, 1);
    save->addWidget(m_save);
    layout->addLayout(top);
    layout->addWidget(m_by);
    m_rows->setObjectName(u"columns"_s);
    m_rows->setHorizontalHeaderLabels({tr("Cột"), tr("Tiêu đề"), tr("Ví dụ"), tr("Ý nghĩa")});
    m_rows->verticalHeader()->hide();
    m_rows->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    layout->addWidget(m_rows, 1);
    layout->addLayout(save);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_save->setEnabled(m_draft.canSave() && !name.trimmed().isEmpty()); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        const bool isSaved = m_draft.save(m_name->text().trimmed()).has_value();
        m_save->setText(isSaved ? tr("Đã lưu") : tr("Không lưu được"));
    });
    connect(m_form, &QComboBox::activated, this, [this] {
        m_draft.setForm(static_cast<TableForm>(m_form->currentData().toInt()));
        refresh();
        Q_EMIT changed();
    });
}

void ColumnsPage::refresh()
{
    m_form->clear();
    for (const TableForm form : m_draft.forms())
        m_form->addItem(formText(form), static_cast<int>(form));
    // Read as areas by what is in the columns: no form of a table with a header, but one may be chosen.
    m_form->setCurrentIndex(m_draft.isAreaList() ? -1 : m_form->findData(static_cast<int>(m_draft.form())));
    m_form->setEnabled(m_draft.isAdjustable());
    m_by->setText(readingText());
    m_save->setText(tr("Lưu mẫu nhập"));
    m_save->setEnabled(m_draft.canSave() && !m_name->text().trimmed().isEmpty());
    m_rows->setRowCount(0);
    if (!m_draft.table())
        return;
    for (const auto &[column, header] : m_draft.table()->headers)
        addRow(column, header);
    m_rows->resizeColumnToContents(0);
    m_rows->resizeColumnToContents(1);
    m_rows->resizeColumnToContents(3);
}

void ColumnsPage::addRow(int column, const QString &header)
{
    const int row = m_rows->rowCount();
    m_rows->insertRow(row);
    m_rows->setItem(row, 0, new QTableWidgetItem(columnName(column)));
    m_rows->setItem(row, 1, new QTableWidgetItem(QString(header).replace(u'\n', u" / "_s)));
    m_rows->setItem(row, 2, new QTableWidgetItem(samples(column)));
    auto *choice = new QComboBox;
    for (const ColumnMeaning meaning : choosableMeanings()) {
        choice->addItem(meaningText(meaning), static_cast<int>(meaning));
        const auto found = m_draft.table()->meanings.find(meaning);
        if (found != m_draft.table()->meanings.end() && found->second == column)
            choice->setCurrentIndex(choice->count() - 1);
    }
    WheelGuard::keep(choice);
    connect(choice, &QComboBox::activated, this, [this, choice, column] {
        const auto meaning = static_cast<ColumnMeaning>(choice->currentData().toInt());
        m_draft.setMeaning(column, meaning == ColumnMeaning::Unused ? std::nullopt : std::optional(meaning));
        // The box whose signal this is goes with the rows that are made anew: not now.
        QMetaObject::invokeMethod(this, &ColumnsPage::refresh, Qt::QueuedConnection);
        Q_EMIT changed();
    });
    m_rows->setCellWidget(row, 3, choice);
}

/// By what the columns are understood, and how far what is put right here reaches.
QString ColumnsPage::readingText() const
{
    if (!m_draft.isAdjustable())
        return tr("Tệp theo biểu mẫu của chương trình: cột được đọc theo tiêu đề của biểu mẫu, không cần chỉnh.");
    if (m_draft.isAreaList())
        return tr("Danh sách đơn vị hành chính: mỗi cột là một cấp. Nếu không phải, hãy chọn cách lập bảng.");
    const ImportProfile &profile = m_draft.reading();
    QString text = profile.id.isEmpty() ? tr("Ý nghĩa của các cột được đoán theo tiêu đề.")
                                        : tr("Đọc theo mẫu nhập “%1”.").arg(profile.title.in(m_language));
    if (m_draft.isAdjusted())
        text += u' ' + tr("Đã chỉnh.");
    if (const int sheets = m_draft.sheetsAlike(); sheets > 1)
        text += u' ' + tr("Chỉnh ở đây dùng cho cả %n trang có cùng tiêu đề.", nullptr, sheets);
    return text;
}

QString ColumnsPage::samples(int column) const
{
    constexpr qsizetype kSamples = 3;
    QStringList texts;
    const SheetTable &table = *m_draft.table();
    for (std::size_t i = 0; i < table.rows.size() && texts.size() < kSamples; ++i)
        if (const Cell *cell = cellAt(table.rows[i], column); cell != nullptr && table.parts[i] == RowPart::Data)
            if (const QString text = cell->text.simplified(); !text.isEmpty() && !texts.contains(text))
                texts += text;
    return texts.join(u" · "_s);
}

} // namespace bomay
