// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_wizard.h"

#include "core/base/numbers.h"
#include "ui/import/columns_page.h"
#include "ui/import/difference_page.h"
#include "ui/import/preview_page.h"
#include "ui/import/table_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bomay {

using namespace Qt::StringLiterals;

ImportWizard::ImportWizard(ImportDraft &draft, const MessageCatalog &messages, Language language, QWidget *parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_way(new QLabel)
    , m_pages(new QStackedWidget)
    , m_table(new TablePage(draft))
    , m_columns(new ColumnsPage(draft, language))
    , m_preview(new PreviewPage(draft, messages, language))
    , m_difference(new DifferencePage(draft))
    , m_anew(new QPushButton(tr("Đọc lại từ đầu")))
    , m_back(new QPushButton(tr("Quay lại")))
    , m_next(new QPushButton)
{
    setWindowTitle(tr("Nhập bảng tính"));
    setObjectName(u"importWizard"_s);
    auto *layout = new QVBoxLayout(this);
    m_way->setTextFormat(Qt::RichText);
    layout->addWidget(m_way);
    for (QWidget *page : std::initializer_list<QWidget *>{m_table, m_columns, m_preview, m_difference})
        m_pages->addWidget(page);
    layout->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Hủy"));
    buttons->addWidget(cancel);
    buttons->addWidget(m_anew);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    layout->addLayout(buttons);
    m_anew->setObjectName(u"readAnew"_s);
    m_anew->setToolTip(tr("Bỏ các chỉnh sửa ở bước Bảng và Cột cho trang này"));
    m_anew->setAutoDefault(false);
    m_back->setObjectName(u"back"_s);
    m_next->setObjectName(u"next"_s);
    cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_anew, &QPushButton::clicked, this, &ImportWizard::readAnew);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_preview, &PreviewPage::cellAsked, this, &ImportWizard::showCell);
    connect(m_difference, &DifferencePage::changed, this, &ImportWizard::refreshButtons);
    connect(m_table, &TablePage::changed, this, &ImportWizard::refreshButtons);
    connect(m_columns, &ColumnsPage::changed, this, &ImportWizard::refreshButtons);
    go(draft.isRecognised() ? Step::Preview : Step::Table);
    resize(1000, 640);
}

ImportWizard::Step ImportWizard::lastStep() const
{
    return m_draft.isIntoEmpty() ? Step::Preview : Step::Difference;
}

void ImportWizard::go(Step step)
{
    m_step = step;
    refreshPage();
    m_pages->setCurrentIndex(static_cast<int>(step));
    QStringList names{tr("Bảng"), tr("Cột"), tr("Xem trước")};
    if (lastStep() == Step::Difference)
        names += tr("Khác với tài liệu");
    names[static_cast<int>(step)] = u"<b>%1</b>"_s.arg(names[static_cast<int>(step)]);
    m_way->setText(names.join(u" › "_s));
    refreshButtons();
}

/// The page that is shown; the others are made when it is their turn.
void ImportWizard::refreshPage()
{
    switch (m_step) {
    case Step::Table:
        m_table->refresh();
        break;
    case Step::Columns:
        m_columns->refresh();
        break;
    case Step::Preview:
        m_preview->refresh();
        break;
    case Step::Difference:
        m_difference->refresh();
        break;
    }
}

void ImportWizard::readAnew()
{
    m_draft.readAnew();
    refreshPage();
    refreshButtons();
}

void ImportWizard::refreshButtons()
{
    m_anew->setVisible(m_step < Step::Preview && m_draft.isAdjustable());
    m_anew->setEnabled(m_draft.isAdjusted());
    const bool isLast = m_step == lastStep();
    m_back->setEnabled(m_step != Step::Table);
    m_next->setText(isLast ? tr("Nhập") : tr("Tiếp"));
    const bool anyAccepted = std::ranges::find(m_draft.accepted(), true) != m_draft.accepted().end();
    m_next->setEnabled(m_step < Step::Preview ? m_draft.table().has_value() || !m_draft.isAdjustable()
                                              : m_draft.plan().has_value() && (!isLast || anyAccepted));
}

void ImportWizard::next()
{
    if (m_step == lastStep())
        accept();
    else
        go(static_cast<Step>(static_cast<int>(m_step) + 1));
}

void ImportWizard::back()
{
    go(static_cast<Step>(static_cast<int>(m_step) - 1));
}

void ImportWizard::showCell(const Place &place)
{
    const auto &sheets = m_draft.sheets();
    for (int i = 0; i < sizeOf(sheets); ++i)
        if (sheets[uz(i)].sheet->name == place.sheet && sheets[uz(i)].workbook->file == place.file) {
            m_draft.setCurrent(i);
            go(Step::Table);
            m_table->showCell(place.row, place.column);
            return;
        }
}

} // namespace bomay
