// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collection_dialog.h"

#include "core/base/numbers.h"
#include "ui/widgets/date_edit.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kUnitRole = Qt::UserRole; ///< index in the view
constexpr int kDeepest = 3;             ///< level down to which units are offered; the uppermost have 1
constexpr int kUsualDays = 14;          ///< that agencies are given

std::vector<UnitId> ticked(const QTreeWidget &tree, const OrgView &view)
{
    std::vector<UnitId> units;
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(&tree), QTreeWidgetItemIterator::Checked); *it != nullptr;
         ++it)
        units.push_back(view.units()[uz((*it)->data(0, kUnitRole).toInt())].id);
    return units;
}

} // namespace

CollectionDialog::CollectionDialog(const UiContext &context, Day today, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_today(today)
    , m_title(new QLineEdit(tr("Thu thập số liệu tổ chức bộ máy")))
    , m_due(new DateEdit(tr("Hạn nộp"), DateEdit::Accepts::WholeDays))
    , m_folder(new QLineEdit)
    , m_units(new QTreeWidget)
    , m_note(new QLabel)
    , m_accept(nullptr)
{
    setWindowTitle(tr("Lập biểu thu thập số liệu"));
    setObjectName(u"collectionDialog"_s);
    auto *layout = new QVBoxLayout(this);
    auto *heading = new QLabel(tr("Mỗi cơ quan được đánh dấu có một biểu Excel ghi sẵn số liệu của cơ quan đó và các "
                                  "đơn vị bên dưới. Tiêu đề và mã được khóa; cơ quan sửa các ô còn lại rồi gửi về."));
    heading->setWordWrap(true);
    layout->addWidget(heading);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    form->addRow(tr("&Tên đợt:"), m_title);
    m_due->setObjectName(u"collectionDue"_s);
    m_due->setDate(PartialDate::fromDay(Day{today.julian + kUsualDays}));
    form->addRow(tr("&Hạn nộp:"), m_due);
    auto *place = new QHBoxLayout;
    m_folder->setObjectName(u"collectionFolderName"_s);
    m_folder->setPlaceholderText(tr("Thư mục để các biểu; nên là thư mục mới"));
    auto *browse = new QPushButton(tr("&Chọn…"));
    browse->setAutoDefault(false);
    place->addWidget(m_folder, 1);
    place->addWidget(browse);
    auto *label = new QLabel(tr("Thư &mục:"));
    label->setBuddy(m_folder); // a row of two widgets finds none by itself
    form->addRow(label, place);
    m_units->setObjectName(u"collectionUnits"_s);
    m_units->setHeaderLabels({tr("Cơ quan"), tr("Mã")});
    layout->addWidget(m_units, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *all = buttons->addButton(tr("Đánh dấu cấp dưới trực tiếp"), QDialogButtonBox::ResetRole);
    auto *none = buttons->addButton(tr("Bỏ đánh dấu"), QDialogButtonBox::ResetRole);
    m_accept = buttons->addButton(tr("Lập biểu"), QDialogButtonBox::AcceptRole);
    for (QPushButton *button : {all, none, buttons->button(QDialogButtonBox::Cancel)})
        button->setAutoDefault(false);
    m_accept->setDefault(true);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    listUnits();
    connect(browse, &QPushButton::clicked, this, &CollectionDialog::chooseFolder);
    connect(all, &QPushButton::clicked, this, &CollectionDialog::tickUsual);
    connect(none, &QPushButton::clicked, this, &CollectionDialog::tickNone);
    connect(buttons, &QDialogButtonBox::accepted, this, &CollectionDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_units, &QTreeWidget::itemChanged, this, &CollectionDialog::refresh);
    for (const QLineEdit *field : std::initializer_list<const QLineEdit *>{m_title, m_folder, m_due})
        connect(field, &QLineEdit::textChanged, this, &CollectionDialog::refresh);
    connect(m_due, &DateEdit::dateChosen, this, &CollectionDialog::refresh);
    connect(m_due, &DateEdit::refusedChanged, this, &CollectionDialog::refresh);
    refresh();
    resize(660, 560);
}

void CollectionDialog::listUnits()
{
    const OrgView &view = m_context.document.view();
    std::vector<std::pair<int, QTreeWidgetItem *>> above; // node of a unit and its line, from the top
    for (int i = 0; i < sizeOf(view.nodes()); ++i) {
        const ViewNode &node = view.nodes()[uz(i)];
        if (!node.isUnit())
            continue;
        while (!above.empty() && view.nodes()[uz(above.back().first)].end <= i)
            above.pop_back();
        const int level = sizeOf(above) + 1;
        if (level > kDeepest)
            continue;
        const ViewUnit &unit = view.units()[uz(node.item)];
        const QStringList texts{unit.state.name, unit.code};
        auto *line =
            above.empty() ? new QTreeWidgetItem(m_units, texts) : new QTreeWidgetItem(above.back().second, texts);
        line->setData(0, kUnitRole, node.item);
        line->setCheckState(0, Qt::Unchecked);
        above.emplace_back(i, line);
    }
    tickUsual();
    m_units->expandToDepth(0);
    m_units->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_units->header()->setStretchLastSection(false);
}

void CollectionDialog::tickUsual()
{
    // What is below another's form is in that. A list without anybody above is one of agencies alone.
    const int level = m_units->topLevelItemCount() > 1 ? 1 : 2;
    for (QTreeWidgetItemIterator it(m_units); *it != nullptr; ++it)
        if (((*it)->parent() == nullptr ? 1 : (*it)->parent()->parent() == nullptr ? 2 : 3) == level)
            (*it)->setCheckState(0, Qt::Checked);
}

void CollectionDialog::tickNone()
{
    for (QTreeWidgetItemIterator it(m_units); *it != nullptr; ++it)
        (*it)->setCheckState(0, Qt::Unchecked);
}

void CollectionDialog::take()
{
    m_due->commit();
    if (m_due->isRefused()) { // else another day would be told to the agencies
        m_due->setFocus();
        return;
    }
    accept();
}

void CollectionDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Thư mục để các biểu"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void CollectionDialog::refresh()
{
    const CollectionOrder wanted = order();
    QString note = tr("%n biểu", nullptr, sizeOf(wanted.units));
    if (wanted.due < m_today)
        note += tr(". Hạn nộp đã qua.");
    if (m_due->isRefused())
        note += tr(". Hạn nộp không phải là một ngày.");
    m_note->setText(note);
    m_accept->setEnabled(!wanted.units.empty() && !wanted.title.isEmpty() && !wanted.folder.isEmpty() &&
                         !m_due->isRefused());
}

CollectionOrder CollectionDialog::order() const
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    return {ticked(*m_units, m_context.document.view()), m_title->text().trimmed(), m_due->date().firstDay(),
            folder.isEmpty() ? folder : QDir(folder).absolutePath()};
}

} // namespace bomay
