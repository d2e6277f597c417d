// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/note_list.h"

#include "core/base/numbers.h"
#include "core/change/edits_notes.h"
#include "ui/panels/data_texts.h"
#include "ui/widgets/two_line_delegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDetailRole = Qt::UserRole;
/// Above this many notes the list scrolls by itself.
constexpr int kMostRowsInSight = 3;

} // namespace

NoteList::NoteList(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_session(&context.document.session())
    , m_list(new QListWidget(this))
    , m_settle(new QPushButton(this))
    , m_remove(new QPushButton(tr("Xóa ghi chú"), this))
    , m_line(new QLineEdit(this))
{
    build();
    connect(m_line, &QLineEdit::returnPressed, this, &NoteList::add);
    connect(m_settle, &QPushButton::clicked, this, &NoteList::settle);
    connect(m_remove, &QPushButton::clicked, this, &NoteList::remove);
    auto *deleteKey = new QShortcut(QKeySequence::Delete, m_list);
    deleteKey->setContext(Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &NoteList::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &NoteList::showParts);
}

void NoteList::build()
{
    m_list->setObjectName(u"notes"_s);
    m_list->setAccessibleName(tr("Ghi chú công việc"));
    m_list->setItemDelegate(new TwoLineDelegate(kDetailRole, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_settle->setObjectName(u"settleNote"_s);
    m_settle->setAutoDefault(false);
    m_remove->setObjectName(u"removeNote"_s);
    m_remove->setAutoDefault(false);
    m_line->setObjectName(u"newNote"_s);
    m_line->setAccessibleName(tr("Ghi chú mới"));
    m_line->setPlaceholderText(tr("Thêm ghi chú…"));

    auto *heading = new QLabel(tr("Ghi chú công việc"));
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_settle, 1);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(5);
    column->addWidget(heading);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addWidget(m_line);
}

std::vector<Note> NoteList::notes() const
{
    std::vector<Note> found;
    if (m_node)
        for (const Note *note : m_context.document.organisation().naming<Note>(keyOf(*m_node)))
            found.push_back(*note);
    std::ranges::sort(found, {}, [](const Note &note) {
        return std::tuple(note.state != NoteState::Open, -std::int64_t{note.date.lastDay().julian}, note.id);
    });
    return found;
}

void NoteList::setNode(std::optional<NodeRef> node)
{
    if (const Session *session = &m_context.document.session(); session != m_session) {
        // What was typed belongs to the document that is gone.
        m_session = session;
        m_kept.clear();
        showTyped({});
    } else if (node != m_node) {
        commit();
        if (m_node && !m_line->text().isEmpty())
            m_kept[*m_node] = m_line->text();
        const auto kept = node ? m_kept.extract(*node) : decltype(m_kept)::node_type();
        showTyped(kept ? kept.mapped() : QString());
    }
    m_node = node;
    const NoteId before = current() != nullptr ? current()->id : NoteId{};
    m_notes = notes();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Note &note : m_notes) {
        QStringList parts{termLabel(note.state, m_context.language), dateText(note.date, m_context.language)};
        if (!note.author.isEmpty())
            parts += note.author;
        auto *item = new QListWidgetItem(note.text, m_list);
        item->setData(kDetailRole, parts.join(u" · "_s));
        item->setToolTip(toolTipText(note.text + u'\n' + parts.join(u" · "_s)));
    }
    const auto same = std::ranges::find(m_notes, before, &Note::id);
    m_list->setCurrentRow(same != m_notes.end() ? static_cast<int>(same - m_notes.begin()) : -1);
    showParts();
}

const Note *NoteList::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < sizeOf(m_notes) ? &m_notes[uz(row)] : nullptr;
}

void NoteList::showParts()
{
    const Note *note = current();
    showAllRows(*m_list, kMostRowsInSight);
    m_settle->setVisible(note != nullptr);
    m_remove->setVisible(note != nullptr);
    if (note != nullptr)
        m_settle->setText(note->state == NoteState::Open ? tr("Đã giải quyết") : tr("Mở lại ghi chú"));
}

void NoteList::showTyped(const QString &text)
{
    m_line->setText(text);
    m_refused = text;
}

void NoteList::commit()
{
    if (m_line->text() != m_refused)
        add();
}

void NoteList::add()
{
    const QString text = m_line->text();
    if (!m_node || text.trimmed().isEmpty())
        return;
    // Before the edit, which brings everybody back here.
    showTyped({});
    Document &document = m_context.document;
    if (!document.perform(addNote(document.organisation(), *m_node, text, document.session().author(),
                                  document.session().asOf(), document.ids())))
        showTyped(text);
}

void NoteList::settle()
{
    if (const Note *note = current())
        m_context.document.perform(setNoteState(m_context.document.organisation(), note->id,
                                                note->state == NoteState::Open ? NoteState::Settled : NoteState::Open));
}

void NoteList::remove()
{
    if (const Note *note = current())
        m_context.document.perform(removeNote(m_context.document.organisation(), note->id));
}

} // namespace bomay
