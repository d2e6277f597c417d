// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/post_form.h"

#include "core/base/numbers.h"
#include "ui/panels/holder_list.h"

#include <QLabel>
#include <QScopedValueRollback>

namespace bomay {

namespace {

constexpr int kMostTiers = 99;
constexpr int kMostSeats = 99999;

/// Only deputies have a tier, and theirs begin at 1.
void fitTierToRole(PostState &state)
{
    if (state.role != PostRole::Deputy)
        state.tier = 0;
    else if (state.tier == 0)
        state.tier = 1;
}

} // namespace

PostForm::PostForm(const UiContext &context, QWidget *parent)
    : PanelForm(tr("Chức vụ"), parent)
    , m_context(context)
{
    buildFields();
    connect(this, &PanelForm::finished, this, &PostForm::commitFields);
    connect(this, &PanelForm::givenUp, this, [this] { fill(FieldSet<PostState>::Fill::Replace); });
}

void PostForm::buildFields()
{
    m_fields.bind(addText(tr("Chức danh")), &PostState::title);
    m_unit = addReadOnly(tr("Thuộc"));
    m_fields.bind(addChoice(tr("Vai trò")), &PostState::role, m_context.language);
    m_tier = addSpin(tr("Bậc cấp phó"), 0, kMostTiers);
    m_tier->setSpecialValueText(QStringLiteral("–"));
    m_fields.bind(m_tier, &PostState::tier);
    m_fields.bind(addCheck(tr("Thường trực")), &PostState::standing);
    m_fields.bind(addSpin(tr("Số lượng"), 1, kMostSeats), &PostState::seats);
    addHeading(tr("Người giữ chức vụ"));
    m_holders = new HolderList(m_context, this);
    addWide(m_holders);
    connect(m_holders, &HolderList::portraitWanted, this, &PostForm::portraitWanted);
    addHeading(tr("Thông tin khác"));
    m_fields.bind(addText(tr("Lĩnh vực")), &PostState::fields);
    m_fields.bind(addText(tr("Vị trí việc làm")), &PostState::position);
    m_fields.bind(addText(tr("Ngạch")), &PostState::grade);
    m_fields.bind(addNote(tr("Ghi chú")), &PostState::note);
    m_period = addReadOnly(tr("Thời hạn"));
}

const ViewPost *PostForm::post() const
{
    const OrgView &view = m_context.document.view();
    const int index = m_post.isNull() ? -1 : view.indexOf(m_post);
    return index < 0 ? nullptr : &view.posts()[uz(index)];
}

void PostForm::setPost(PostId post)
{
    if (post == m_post) {
        refresh();
        return;
    }
    commitFields();
    m_holders->setPost(post);
    m_post = post;
    fill(FieldSet<PostState>::Fill::Replace);
}

void PostForm::refresh()
{
    fill(m_committing ? FieldSet<PostState>::Fill::Replace : FieldSet<PostState>::Fill::KeepTyped);
    m_holders->refresh();
}

void PostForm::commit()
{
    commitFields();
    m_holders->commit();
}

void PostForm::commitFields()
{
    const ViewPost *shown = post();
    if (m_committing || shown == nullptr || !m_fields.isTyped())
        return;
    const QScopedValueRollback committing(m_committing, true);
    const QString stepped = m_fields.steppedField();
    const QString gesture =
        stepped.isEmpty() ? QString() : QStringLiteral("field:%1:%2").arg(m_post.uid.toString(), stepped);
    PostState next = m_fields.read(shown->state);
    if (next.role != shown->state.role || next.tier != shown->state.tier)
        fitTierToRole(next);
    Document &document = m_context.document;
    if (next != shown->state)
        document.perform(changePost(document.organisation(), m_post, {shown->state, next}, document.scope()), gesture);
    fill(FieldSet<PostState>::Fill::Replace);
}

void PostForm::fill(FieldSet<PostState>::Fill mode)
{
    const ViewPost *shown = post();
    if (shown == nullptr)
        return;
    m_fields.show(shown->state, mode);
    m_tier->setEnabled(shown->state.role == PostRole::Deputy);
    const OrgView &view = m_context.document.view();
    m_unit->setText(shown->unit < 0 ? tr("chưa xếp được") : view.units()[uz(shown->unit)].state.name);
    m_period->setText(periodText(shown->state.period, m_context.language));
}

} // namespace bomay
