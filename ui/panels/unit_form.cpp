// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/unit_form.h"

#include "core/base/numbers.h"
#include "ui/panels/post_list_model.h"
#include "ui/widgets/two_line_delegate.h"

#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>

namespace bomay {

namespace {

/// Above this many posts the list scrolls by itself.
constexpr int kMostRowsInSight = 10;

} // namespace

UnitForm::UnitForm(const UiContext &context, QWidget *parent)
    : PanelForm(tr("Đơn vị"), parent)
    , m_context(context)
{
    buildFields();
    buildPosts();
    connect(this, &PanelForm::finished, this, &UnitForm::commit);
    connect(this, &PanelForm::givenUp, this, [this] { fill(FieldSet<UnitState>::Fill::Replace); });
}

void UnitForm::buildFields()
{
    m_fields.bind(addText(tr("Tên")), &UnitState::name);
    m_fields.bind(addText(tr("Tên viết tắt")), &UnitState::shortName);
    m_code = addReadOnly(tr("Mã đơn vị"));
    m_fields.bind(addChoice(tr("Loại hình")), &UnitState::kind, m_context.language);
    m_fields.bind(addText(tr("Khối")), &UnitState::block);
    m_locality = addReadOnly(tr("Địa bàn"));
    m_fields.bind(addNumber(tr("Biên chế giao")), &UnitState::staffAllotted);
    m_fields.bind(addNumber(tr("Có mặt")), &UnitState::staffFilled);
    m_fields.bind(addNumber(tr("Cấp phó giao")), &UnitState::deputiesAllotted);
    m_fields.bind(addText(tr("Văn bản giao")), &UnitState::allotmentBasis);
    m_fields.bind(addText(tr("Căn cứ pháp lý")), &UnitState::legalBasis);
    m_fields.bind(addNote(tr("Ghi chú")), &UnitState::note);
    m_period = addReadOnly(tr("Thời hạn"));
}

void UnitForm::buildPosts()
{
    m_postsHeading = addHeading({});
    m_postModel = new PostListModel(m_context.language, this);
    m_posts = new QListView(this);
    m_posts->setObjectName(QStringLiteral("unitPosts"));
    m_posts->setAccessibleName(tr("Chức vụ của đơn vị"));
    m_posts->setModel(m_postModel);
    m_posts->setItemDelegate(new TwoLineDelegate(PostListModel::kDetailRole, m_posts));
    m_posts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_posts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_posts->setUniformItemSizes(true);
    addWide(m_posts);

    const auto select = [this](const QModelIndex &index) {
        const auto post = m_postModel->postAt(index);
        if (!post)
            return;
        // Later: selecting hides this list, and it has not finished with the click.
        QMetaObject::invokeMethod(
            this, [this, post = *post] { m_context.document.select(post); }, Qt::QueuedConnection);
    };
    connect(m_posts, &QListView::clicked, this, select);
    connect(m_posts, &QListView::activated, this, select);
}

const ViewUnit *UnitForm::unit() const
{
    const OrgView &view = m_context.document.view();
    const int index = m_unit.isNull() ? -1 : view.indexOf(m_unit);
    return index < 0 ? nullptr : &view.units()[uz(index)];
}

void UnitForm::setUnit(UnitId unit)
{
    if (unit == m_unit) {
        refresh();
        return;
    }
    commit();
    m_unit = unit;
    fill(FieldSet<UnitState>::Fill::Replace);
}

void UnitForm::refresh()
{
    fill(m_committing ? FieldSet<UnitState>::Fill::Replace : FieldSet<UnitState>::Fill::KeepTyped);
}

void UnitForm::commit()
{
    const ViewUnit *shown = unit();
    if (m_committing || shown == nullptr || !m_fields.isTyped())
        return;
    // An error may open a dialog; the field that loses the keyboard to it must not ask a second time.
    const QScopedValueRollback committing(m_committing, true);
    Document &document = m_context.document;
    if (const UnitState next = m_fields.read(shown->state); next != shown->state)
        document.perform(changeUnit(document.organisation(), m_unit, {shown->state, next}, document.scope()));
    fill(FieldSet<UnitState>::Fill::Replace);
}

void UnitForm::fill(FieldSet<UnitState>::Fill mode)
{
    const ViewUnit *shown = unit();
    if (shown == nullptr)
        return;
    m_fields.show(shown->state, mode);
    fillReadOnly(*shown);
    m_postModel->refresh(m_context.document.view(), m_context.document.view().indexOf(m_unit));
    const int posts = m_postModel->rowCount();
    m_postsHeading->setText(tr("Chức vụ (%1)").arg(posts));
    showAllRows(*m_posts, kMostRowsInSight);
}

void UnitForm::fillReadOnly(const ViewUnit &unit)
{
    m_code->setText(unit.code);
    QString place = tr("chưa rõ");
    if (unit.locality >= 0) {
        place = m_context.document.view().localities()[uz(unit.locality)].state.name;
        if (unit.state.locality.isNull())
            place = tr("%1 (theo đơn vị cấp trên)").arg(place);
    }
    m_locality->setText(place);
    m_period->setText(periodText(unit.state.period, m_context.language));
}

} // namespace bomay
