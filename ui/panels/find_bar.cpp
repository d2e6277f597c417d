// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/find_bar.h"

#include "core/base/numbers.h"
#include "core/change/edits_replace.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kFieldWidth = 260;

} // namespace

FindBar::FindBar(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_text(new QLineEdit)
    , m_count(new QLabel)
    , m_replaceRow(new QWidget)
    , m_replacement(new QLineEdit)
    , m_outcome(new QLabel)
{
    buildWidgets();
    hide();
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_outcome->clear();
        search();
        selectFirst();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &FindBar::next);
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replaceHere);
    connect(&context.document, &Document::changed, this, [this] {
        m_search.forget();
        if (isVisible())
            search();
    });
    connect(&context.document, &Document::selectionChanged, this, &FindBar::showCount);
}

void FindBar::buildWidgets()
{
    setObjectName(QStringLiteral("findBar"));
    m_text->setPlaceholderText(tr("Tìm đơn vị, chức vụ, người…"));
    m_text->setToolTip(tr("Gõ không dấu cũng tìm được; dấu đã gõ thì phải đúng."));
    m_text->setAccessibleName(tr("Tìm"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setClearButtonEnabled(true);
    m_replacement->setPlaceholderText(tr("Thay bằng…"));
    m_replacement->setToolTip(tr("Chỉ thay trong tên, đúng từng chữ như đã gõ ở trên."));
    m_replacement->setAccessibleName(tr("Thay bằng"));
    m_replacement->setObjectName(QStringLiteral("replaceText"));
    m_count->setMinimumWidth(90);
    m_outcome->setObjectName(QStringLiteral("replaceOutcome"));
    m_outcome->setTextFormat(Qt::PlainText);
    for (QLineEdit *field : {m_text, m_replacement})
        field->setFixedWidth(kFieldWidth);

    const auto button = [this](const QString &text, const QString &name, auto slot) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    auto *close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Đóng (Esc)"));
    close->setAccessibleName(tr("Đóng"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto *find = new QHBoxLayout;
    find->addWidget(m_text);
    find->addWidget(m_count);
    find->addWidget(button(tr("Trước"), QStringLiteral("findPrevious"), &FindBar::previous));
    find->addWidget(button(tr("Sau"), QStringLiteral("findNext"), &FindBar::next));
    find->addStretch(1);
    find->addWidget(close);
    auto *replace = new QHBoxLayout(m_replaceRow);
    replace->setContentsMargins(0, 0, 0, 0);
    replace->addWidget(m_replacement);
    replace->addWidget(button(tr("Thay"), QStringLiteral("replaceHere"), &FindBar::replaceHere));
    replace->addWidget(button(tr("Thay tất cả"), QStringLiteral("replaceAll"), &FindBar::replaceAll));
    replace->addWidget(m_outcome);
    replace->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(5);
    layout->addLayout(find);
    layout->addWidget(m_replaceRow);
    setTabOrder(m_text, m_replacement); // the one text is typed after the other
}

void FindBar::open(bool withReplacement)
{
    m_replaceRow->setVisible(withReplacement);
    m_outcome->clear();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search();
}

void FindBar::openFind()
{
    open(false);
}

void FindBar::openReplace()
{
    open(true);
}

void FindBar::search()
{
    m_found = m_search.find(m_context.document.view(), m_text->text());
    showCount();
    Q_EMIT foundChanged();
}

int FindBar::placeOfSelection() const
{
    const auto selected = m_context.document.selected();
    const auto at = selected ? std::ranges::find(m_found, *selected) : m_found.end();
    return at == m_found.end() ? -1 : static_cast<int>(at - m_found.begin());
}

void FindBar::showCount()
{
    if (m_text->text().isEmpty())
        m_count->clear();
    else if (m_found.empty())
        m_count->setText(tr("Không thấy"));
    else if (const int place = placeOfSelection(); place >= 0)
        m_count->setText(QStringLiteral("%1 / %2").arg(place + 1).arg(m_found.size()));
    else
        m_count->setText(tr("%n mục", nullptr, sizeOf(m_found)));
}

void FindBar::selectFirst()
{
    if (m_found.empty())
        return;
    if (const int place = placeOfSelection(); place >= 0) { // it may be folded away, or out of sight
        m_context.document.jumpTo(m_found[uz(place)]);
        return;
    }
    const OrgView &view = m_context.document.view();
    const auto selected = m_context.document.selected();
    const int from = selected ? view.nodeOf(*selected) : 0;
    const auto behind =
        std::ranges::find_if(m_found, [&view, from](NodeRef node) { return view.nodeOf(node) >= from; });
    m_context.document.jumpTo(behind == m_found.end() ? m_found.front() : *behind);
}

void FindBar::step(int by)
{
    if (m_text->text().isEmpty()) {
        openFind();
        return;
    }
    if (!isVisible()) { // it goes on from a closed bar with what was typed last
        show();
        search();
    }
    const int place = placeOfSelection();
    const int count = sizeOf(m_found);
    if (place < 0)
        selectFirst();
    else
        m_context.document.jumpTo(m_found[uz((place + by + count) % count)]);
}

void FindBar::next()
{
    step(1);
}

void FindBar::previous()
{
    step(-1);
}

void FindBar::replaceHere()
{
    const int place = placeOfSelection();
    if (place < 0) {
        selectFirst();
        return;
    }
    const NodeRef node = m_found[uz(place)];
    const std::optional<NodeRef> after =
        m_found.size() > 1 ? std::optional(m_found[uz((place + 1) % sizeOf(m_found))]) : std::nullopt;
    replaceIn({&node, 1});
    if (after)
        m_context.document.jumpTo(*after);
}

void FindBar::replaceAll()
{
    replaceIn(m_found);
}

void FindBar::replaceIn(std::span<const NodeRef> nodes)
{
    Document &document = m_context.document;
    const QString text = m_text->text();
    const Result<Change> change =
        replaceInNames(document.organisation(), nodes, text, m_replacement->text(), document.scope(), document.ids());
    m_outcome->clear();
    if (!change && change.error().code() == QStringLiteral("edit-no-change"))
        m_outcome->setText(tr("Không tên nào thay đổi: chỉ thay chữ giống hệt “%1”.").arg(text));
    else if (document.perform(change))
        m_outcome->setText(tr("Đã thay trong %n tên", nullptr, sizeOf(change->images)));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FindBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return; // the window is hidden, not the bar
    m_found.clear();
    Q_EMIT foundChanged();
    Q_EMIT closed();
}

} // namespace bomay
