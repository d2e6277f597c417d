// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_notes.h"

#include "core/change/change_builder.h"
#include "core/change/edits_support.h"
#include "core/model/row_names.h"

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

Result<Note> requireNote(const Organisation &organisation, NoteId id)
{
    const Note *note = organisation.find(id);
    if (note == nullptr)
        return fail(u"edit-no-note"_s);
    return *note;
}

QString titleOf(const QString &what, const Organisation &organisation, NodeRef node)
{
    return what.arg(describeNode(organisation, node));
}

} // namespace

Result<Change> addNote(const Organisation &organisation, NodeRef node, const QString &text, const QString &author,
                       Day day, IdSource &ids)
{
    const QString tidy = text.trimmed();
    if (tidy.isEmpty())
        return fail(u"edit-empty-note"_s);
    BM_TRY_VOID(requireNode(organisation, node, day));
    ChangeBuilder builder(organisation);
    builder.put(Note{ids.make<NoteId>(), node, tidy, author, PartialDate::fromDay(day), NoteState::Open});
    return finishChange(builder, titleOf(u"Ghi chú cho %1"_s, organisation, node), {}, &ids);
}

Result<Change> setNoteState(const Organisation &organisation, NoteId id, NoteState state)
{
    BM_TRY(Note note, requireNote(organisation, id));
    note.state = state;
    ChangeBuilder builder(organisation);
    builder.put(note);
    const QString what = state == NoteState::Settled ? u"Giải quyết ghi chú của %1"_s : u"Mở lại ghi chú của %1"_s;
    return finishChange(builder, titleOf(what, organisation, note.node), {}, nullptr);
}

Result<Change> removeNote(const Organisation &organisation, NoteId id)
{
    BM_TRY(const Note note, requireNote(organisation, id));
    ChangeBuilder builder(organisation);
    builder.remove(keyOf(id));
    return finishChange(builder, titleOf(u"Xóa ghi chú của %1"_s, organisation, note.node), {}, nullptr);
}

} // namespace bomay
