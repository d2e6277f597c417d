// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_support.h"

#include "core/base/text_view.h"
#include "core/base/vietnamese_text.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

struct FieldLabel
{
    std::string_view field;
    std::u16string_view label;
};

constexpr std::array kFieldLabels{
    FieldLabel{"name", u"tên"},
    FieldLabel{"short_name", u"tên viết tắt"},
    FieldLabel{"electronic_id", u"mã định danh"},
    FieldLabel{"block", u"khối"},
    FieldLabel{"kind", u"loại hình"},
    FieldLabel{"locality", u"đơn vị hành chính"},
    FieldLabel{"rank", u"thứ tự"},
    FieldLabel{"staff_allotted", u"biên chế giao"},
    FieldLabel{"staff_filled", u"biên chế có mặt"},
    FieldLabel{"deputies_allotted", u"số cấp phó được giao"},
    FieldLabel{"allotment_basis", u"văn bản giao"},
    FieldLabel{"autonomy", u"mức tự chủ"},
    FieldLabel{"reorganised_on", u"ngày sắp xếp"},
    FieldLabel{"reorganisation", u"hình thức sắp xếp"},
    FieldLabel{"essential_service", u"dịch vụ cơ bản, thiết yếu"},
    FieldLabel{"legal_basis", u"căn cứ"},
    FieldLabel{"address", u"địa chỉ"},
    FieldLabel{"phone", u"điện thoại"},
    FieldLabel{"mail", u"thư điện tử"},
    FieldLabel{"function", u"chức năng"},
    FieldLabel{"note", u"ghi chú"},
    FieldLabel{"custom", u"cột khác"},
    FieldLabel{"title", u"chức danh"},
    FieldLabel{"role", u"vai trò"},
    FieldLabel{"tier", u"thứ bậc cấp phó"},
    FieldLabel{"standing", u"thường trực"},
    FieldLabel{"seats", u"số lượng"},
    FieldLabel{"fte", u"số quy đổi toàn thời gian"},
    FieldLabel{"full_time", u"chuyên trách"},
    FieldLabel{"fields", u"lĩnh vực phụ trách"},
    FieldLabel{"position", u"vị trí việc làm"},
    FieldLabel{"grade", u"ngạch"},
    FieldLabel{"surplus", u"dôi dư"},
    FieldLabel{"surplus_until", u"thời hạn dôi dư"},
};

/// Dates go into files as text; one that cannot be read back would make the document unreadable.
bool canBeWritten(PartialDate date)
{
    return PartialDate::parse(date.toIso()) == date;
}

bool canBeWritten(Day day)
{
    return canBeWritten(PartialDate::fromDay(day));
}

std::vector<Relation> rowsOf(const Organisation &organisation, const std::vector<RelationId> &ids)
{
    std::vector<Relation> rows;
    rows.reserve(ids.size());
    for (const RelationId id : ids) {
        const Relation *relation = organisation.find(id);
        BM_CHECK(relation != nullptr, continue);
        rows.push_back(*relation);
    }
    return rows;
}

} // namespace

Result<> checkScope(const EditScope &scope)
{
    if (scope.mode == EditMode::Correct || (canBeWritten(scope.from) && canBeWritten(dayBefore(scope.from))))
        return {};
    return fail(u"edit-bad-date"_s, {{u"date"_s, scope.from.toVietnamese()}, {u"iso"_s, scope.from.toIso()}});
}

Period newPeriod(const EditScope &scope)
{
    return scope.mode == EditMode::FromDate ? Period{PartialDate::fromDay(scope.from), {}} : Period{};
}

Result<> requireDate(PartialDate date)
{
    if (date.isEmpty() || canBeWritten(date))
        return {};
    return fail(u"edit-bad-date"_s, {{u"date"_s, date.toVietnamese()}, {u"iso"_s, date.toIso()}});
}

Result<> requireNode(const Organisation &organisation, NodeRef node, Day day)
{
    bool exists = false;
    readNode(organisation, node, [&](const auto &entity) { exists = stateOn(entity, day) != nullptr; });
    if (exists)
        return {};
    return fail(
        u"edit-nothing-there"_s,
        {{u"what"_s, describeNode(organisation, node)}, {u"date"_s, day.toVietnamese()}, {u"iso"_s, day.toIso()}});
}

Result<QString> requireName(const QString &name)
{
    QString tidy = tidyName(name);
    if (tidy.isEmpty())
        return fail(u"edit-empty-name"_s);
    return tidy;
}

Result<> requirePicture(const Picture &picture)
{
    if (headerOf(picture).format == PictureHeader::Format::None)
        return fail(u"edit-bad-picture"_s);
    return {};
}

Result<> checkFacts(const Organisation &organisation, const UnitState &state)
{
    const auto isBad = [](std::optional<int> number) { return number && *number < 0; };
    if (isBad(state.staffAllotted) || isBad(state.staffFilled) || isBad(state.deputiesAllotted))
        return fail(u"edit-bad-number"_s, {{u"what"_s, state.name}});
    if (!state.locality.isNull() && organisation.find(state.locality) == nullptr)
        return fail(u"edit-no-such-locality"_s, {{u"what"_s, state.name}});
    return {};
}

Result<> checkFacts(const Organisation & /*organisation*/, const PostState &state)
{
    if (state.seats < 1 || state.tier < 0 || (state.fte && !(*state.fte >= 0)))
        return fail(u"edit-bad-number"_s, {{u"what"_s, state.title}});
    return {};
}

QString nameOn(const Organisation &organisation, NodeRef node, Day day)
{
    QString name = describeNode(organisation, node);
    readNode(organisation, node, [&]<typename Entity>(const Entity &entity) {
        const auto *state = stateOn(entity, day);
        if (state == nullptr)
            return;
        if constexpr (std::is_same_v<Entity, Unit>)
            name = state->name;
        else
            name = state->title;
    });
    return name;
}

const Relation *belongsToOn(const Organisation &organisation, NodeRef node, Day day)
{
    for (const RelationId id : organisation.graph().relationsFrom(node)) {
        const Relation *relation = organisation.find(id);
        BM_CHECK(relation != nullptr, continue);
        if (relation->type == RelationType::BelongsTo && relation->period.contains(day))
            return relation;
    }
    return nullptr;
}

bool hasStagedRow(const Organisation &organisation, NodeRef node)
{
    return !organisation.naming<Staged>(keyOf(node)).empty();
}

std::vector<Relation> relationsFrom(const Organisation &organisation, NodeRef node)
{
    return rowsOf(organisation, organisation.graph().relationsFrom(node));
}

std::vector<Relation> relationsTo(const Organisation &organisation, NodeRef node)
{
    return rowsOf(organisation, organisation.graph().relationsTo(node));
}

std::vector<Relation> relationsOf(const Organisation &organisation, NodeRef node)
{
    std::vector<Relation> relations = relationsFrom(organisation, node);
    std::ranges::move(relationsTo(organisation, node), std::back_inserter(relations));
    return relations;
}

Result<Change> finishChange(ChangeBuilder &builder, const QString &title, const EditScope &scope, IdSource *ids)
{
    if (builder.isEmpty())
        return fail(u"edit-no-change"_s);
    Change change;
    change.title = title;
    if (scope.mode == EditMode::FromDate) {
        change.title += u" từ "_s + scope.from.toVietnamese();
        change.effective = PartialDate::fromDay(scope.from);
    }
    change.legalDocument = scope.document;
    change.images = builder.takeImages();
    if (ids != nullptr)
        change.id = ids->next();
    return change;
}

QString fieldLabel(std::string_view name)
{
    const auto *found = std::ranges::find(kFieldLabels, name, &FieldLabel::field);
    return found == kFieldLabels.end() ? QString::fromLatin1(name.data(), std::ssize(name)) : toQString(found->label);
}

QString shortList(const QStringList &words)
{
    constexpr qsizetype kMost = 3;
    if (words.size() <= kMost)
        return words.join(u", "_s);
    return words.first(kMost - 1).join(u", "_s) + u" và %1 mục khác"_s.arg(words.size() - kMost + 1);
}

} // namespace bomay
