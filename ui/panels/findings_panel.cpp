// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/findings_panel.h"

#include "core/base/numbers.h"
#include "core/change/edits_office_word.h"
#include "core/decree/fixes.h"
#include "core/decree/rule_state.h"
#include "ui/document/change_verdict.h"
#include "ui/panels/data_texts.h"
#include "ui/panels/findings_model.h"
#include "ui/panels/wrapped_delegate.h"
#include "ui/widgets/copy_key.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

FindingsPanel::FindingsPanel(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new FindingsModel(context, this))
    , m_summary(new QLabel(this))
    , m_grouping(new QComboBox(this))
    , m_actions(new QPushButton(this))
    , m_packErrors(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_table(new QTreeView(this))
{
    buildWidgets();
    buildTable();
    connect(&context.document, &Document::changed, this, &FindingsPanel::invalidate);
    connect(m_grouping, &QComboBox::activated, this, &FindingsPanel::group);
    connect(m_table, &QTreeView::clicked, this, &FindingsPanel::jump);
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex &index) {
        // A double click was a click before: it must not go one subject further.
        if (QGuiApplication::mouseButtons() == Qt::NoButton)
            jump(index);
    });
    connect(m_table, &QTreeView::customContextMenuRequested, this, &FindingsPanel::showContextMenu);
    connect(m_table, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_folded.insert(m_model->key(index)); });
    connect(m_table, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_folded.remove(m_model->key(index)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::refreshActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingsPanel::refreshActions);
    refreshActions();
}

void FindingsPanel::buildWidgets()
{
    m_summary->setObjectName(u"findingsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_packErrors->setObjectName(u"packErrors"_s);
    m_packErrors->setTextFormat(Qt::PlainText);
    m_packErrors->setWordWrap(true);
    m_packErrors->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setObjectName(u"findingsEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_grouping->setObjectName(u"findingsGrouping"_s);
    m_grouping->setAccessibleName(tr("Gom theo"));
    m_grouping->addItem(tr("Theo mức độ"), QVariant::fromValue(static_cast<int>(FindingGrouping::Kind)));
    m_grouping->addItem(tr("Theo quy định"), QVariant::fromValue(static_cast<int>(FindingGrouping::Rule)));
    m_grouping->addItem(tr("Theo đơn vị"), QVariant::fromValue(static_cast<int>(FindingGrouping::Unit)));
    m_actions->setObjectName(u"findingActions"_s);
    m_actions->setText(tr("Xử lý"));
    m_actions->setToolTip(tr("Cách khắc phục, giải trình, đối chiếu quy định đang chọn"));
    m_actions->setAutoDefault(false);
    auto *menu = new QMenu(m_actions);
    m_actions->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        if (const FindingRow *row = currentRow())
            fillMenu(*menu, *row);
    });

    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_grouping);
    top->addWidget(m_actions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_packErrors);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void FindingsPanel::buildTable()
{
    m_table->setObjectName(u"findingsTable"_s);
    m_table->setAccessibleName(tr("Kết quả rà soát"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new WrappedDelegate(m_table));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // rows may be higher than the panel
    m_table->setAllColumnsShowFocus(true);
    m_table->setExpandsOnDoubleClick(false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    new CopyKey(m_table, [this] { copy(); });
    QHeaderView *header = m_table->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    // What is wrong and by which article: both are long, and share what room there is.
    for (const FindingColumn column : {FindingColumn::Text, FindingColumn::Citation})
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(static_cast<int>(FindingColumn::Kind), 25 * letter);
    header->resizeSection(static_cast<int>(FindingColumn::Subjects), 20 * letter);
}

void FindingsPanel::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

void FindingsPanel::invalidate()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void FindingsPanel::refresh()
{
    m_stale = false;
    const QString key = m_model->key(m_table->currentIndex());
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->refresh();
    expandGroups();
    if (const QModelIndex current = m_model->indexOf(key); current.isValid())
        m_table->setCurrentIndex(current);
    m_table->verticalScrollBar()->setValue(scrolled);

    const CheckReport &report = m_context.document.session().report();
    m_summary->setText(summary(report));
    m_empty->setText(emptyText(report));
    m_empty->setVisible(report.findings.empty());
    // A pack that was left out must not pass for one that found nothing.
    QStringList errors;
    for (const Error &error : m_context.document.session().packs().errors)
        errors += m_context.messages.describe(error, m_context.language);
    m_packErrors->setText(tr("Bộ quy định không đọc được, chưa dùng để rà soát:") + u'\n' + errors.join(u'\n'));
    m_packErrors->setHidden(errors.isEmpty());
}

void FindingsPanel::group()
{
    const QString key = m_model->key(m_table->currentIndex());
    m_model->setGrouping(static_cast<FindingGrouping>(m_grouping->currentData().toInt()));
    expandGroups();
    if (const QModelIndex current = m_model->indexOf(key); current.isValid())
        m_table->setCurrentIndex(current);
}

void FindingsPanel::expandGroups()
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        m_table->setFirstColumnSpanned(i, {}, true);
        const QString key = m_model->key(index);
        if (m_model->isSilent(index) && !m_seen.contains(key))
            m_folded.insert(key); // a hundred rules that do not apply are there for who looks for them
        m_seen.insert(key);
        m_table->setExpanded(index, !m_folded.contains(key));
    }
}

bool FindingsPanel::showNext()
{
    if (m_stale)
        refresh();
    std::vector<QModelIndex> findings;
    for (int i = 0; i < m_model->rowCount(); ++i)
        for (int k = 0; k < m_model->rowCount(m_model->index(i, 0)); ++k) {
            const QModelIndex index = m_model->index(k, 0, m_model->index(i, 0));
            if (m_model->row(index)->kind < FindingKind::Waived)
                findings.push_back(index);
        }
    if (findings.empty())
        return false;
    const auto current = std::ranges::find(findings, m_table->currentIndex().siblingAtColumn(0));
    const auto next = current == findings.end() || current + 1 == findings.end() ? findings.begin() : current + 1;
    m_table->setCurrentIndex(*next);
    m_context.document.jumpTo(m_model->row(*next)->subjects.front());
    return true;
}

void FindingsPanel::jump(const QModelIndex &index)
{
    const FindingRow *row = m_model->row(index);
    if (row == nullptr || row->subjects.empty())
        return;
    const auto selected = m_context.document.selected();
    auto next = selected ? std::ranges::find(row->subjects, *selected) : row->subjects.end();
    next = next == row->subjects.end() || next + 1 == row->subjects.end() ? row->subjects.begin() : next + 1;
    m_context.document.jumpTo(*next);
}

void FindingsPanel::copy() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, [this](const QModelIndex &index) { return m_table->visualRect(index).top(); });
    QStringList texts;
    for (const QModelIndex &index : rows)
        texts += m_model->textOf(index);
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

const FindingRow *FindingsPanel::currentRow() const
{
    return m_model->row(m_table->currentIndex());
}

const Finding *FindingsPanel::findingOf(const FindingRow &row) const
{
    return row.finding < 0 ? nullptr : &m_context.document.session().report().findings[uz(row.finding)];
}

const Rule *FindingsPanel::ruleOf(const QString &id) const
{
    return findRule(m_context.document.session().packs().packs, id).rule;
}

void FindingsPanel::refreshActions()
{
    const FindingRow *row = currentRow();
    m_actions->setEnabled(row != nullptr && ruleOf(row->rule) != nullptr);
}

void FindingsPanel::showContextMenu(QPoint at)
{
    const FindingRow *row = m_model->row(m_table->indexAt(at));
    if (row == nullptr)
        return;
    QMenu menu(this);
    fillMenu(menu, *row);
    if (!menu.isEmpty())
        menu.exec(m_table->viewport()->mapToGlobal(at));
}

void FindingsPanel::fillMenu(QMenu &menu, const FindingRow &row)
{
    Document &document = m_context.document;
    const Finding *finding = findingOf(row);
    const Rule *rule = ruleOf(row.rule);
    if (rule == nullptr)
        return;
    if (finding != nullptr) {
        addFixes(menu, *finding);
        menu.addSeparator();
    }
    if (row.waiver != WaiverId{})
        menu.addAction(tr("Bỏ giải trình"), this, [this, id = row.waiver] {
            m_context.document.perform(removeWaiver(m_context.document.organisation(), id));
        });
    if (finding != nullptr && !finding->waiver)
        menu.addAction(tr("Giải trình…"), this, [this, copy = *finding] { Q_EMIT waiverWanted(copy); });
    if (rule->label == Label::Reported) {
        const Confirmation *confirmation = nullptr;
        for (const Confirmation &entry : document.organisation().confirmations())
            if (entry.rule == rule->id)
                confirmation = &entry;
        if (confirmation != nullptr)
            menu.addAction(tr("Bỏ đối chiếu quy định này"), this, [this, id = confirmation->id] {
                m_context.document.perform(removeConfirmation(m_context.document.organisation(), id));
            });
        menu.addAction(tr("Đối chiếu quy định này với văn bản…"), this,
                       [this, id = rule->id] { Q_EMIT confirmationWanted(id); });
    }
    const bool isOff = row.kind == FindingKind::Disabled;
    menu.addAction(isOff ? tr("Bật quy định này") : tr("Tắt quy định này"), this,
                   [this, id = rule->id, isOff] { Q_EMIT ruleSwitchWanted(id, isOff); });
}

QString FindingsPanel::titleOf(const Fix &fix) const
{
    const QString title = m_context.messages.text(fix.title, m_context.language);
    const QString counts = countsOf(m_context, fix.change);
    return counts.isEmpty() ? title : tr("%1 (%2 nội dung rà soát)").arg(title, counts);
}

void FindingsPanel::addFixes(QMenu &menu, const Finding &finding)
{
    const Rule *rule = ruleOf(finding.rule);
    Document &document = m_context.document;
    for (const Fix &fix :
         fixesFor(finding, *rule, document.organisation(), document.view(), document.scope(), document.ids()))
        menu.addAction(titleOf(fix), this, [this, change = fix.change] { m_context.document.perform(change); });
}

QString FindingsPanel::summary(const CheckReport &report) const
{
    QStringList counts{tr("%1 trái quy định").arg(report.count(Severity::Error)),
                       tr("%1 cần rà soát").arg(report.count(Severity::Warning)),
                       tr("%1 lưu ý").arg(report.count(Severity::Advice)),
                       tr("%1 chưa đủ số liệu").arg(missingFacts(report).size())};
    if (report.waived() > 0)
        counts += tr("%1 đã giải trình").arg(report.waived());
    if (const qsizetype off = m_context.document.organisation().ruleSwitches().size(); off > 0)
        counts += tr("%1 quy định đã tắt hoặc bật thêm").arg(off);
    return tr("%1  (tại ngày %2)").arg(counts.join(QStringLiteral(" · ")), dayText(report.day, m_context.language));
}

QString FindingsPanel::emptyText(const CheckReport &report) const
{
    const QString day = dayText(report.day, m_context.language);
    if (report.applied == 0)
        return tr("Không có quy định nào trong chương trình áp dụng cho sơ đồ này tại ngày %1, nên chưa rà soát được.")
            .arg(day);
    if (!report.notChecked.empty())
        return tr("Không phát hiện nội dung trái quy định tại ngày %1; còn nội dung chưa đủ số liệu để rà soát.")
            .arg(day);
    return tr("Không phát hiện nội dung trái quy định tại ngày %1.").arg(day);
}

} // namespace bomay
