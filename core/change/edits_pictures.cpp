// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_pictures.h"

#include "core/change/change_builder.h"
#include "core/change/edits_support.h"

namespace bomay {

using namespace Qt::StringLiterals;

Result<Change> setPortrait(const Organisation &organisation, PersonId id, const Picture &picture, IdSource &ids)
{
    const Person *person = organisation.find(id);
    if (person == nullptr)
        return fail(u"personnel-no-person"_s);
    BM_TRY_VOID(requirePicture(picture));
    const Portrait *before = organisation.portraitOf(id);
    ChangeBuilder builder(organisation);
    builder.put(Portrait{before != nullptr ? before->id : ids.make<PortraitId>(), id, picture});
    const QString title = before != nullptr ? u"Thay ảnh chân dung của %1"_s : u"Thêm ảnh chân dung của %1"_s;
    return finishChange(builder, title.arg(person->name), {}, &ids);
}

Result<Change> removePortrait(const Organisation &organisation, PersonId id)
{
    const Person *person = organisation.find(id);
    if (person == nullptr)
        return fail(u"personnel-no-person"_s);
    ChangeBuilder builder(organisation);
    if (const Portrait *portrait = organisation.portraitOf(id))
        builder.remove(keyOf(portrait->id));
    return finishChange(builder, u"Bỏ ảnh chân dung của %1"_s.arg(person->name), {}, nullptr);
}

} // namespace bomay
