// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/holder_form.h"

#include "ui/panels/person_finder.h"
#include "ui/panels/portrait_field.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QScopedValueRollback>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using Fill = FieldSet<HolderEntry>::Fill;

/// Popups have their field above them, though they are windows of their own.
bool isWithin(const QWidget *widget, const QWidget *whole)
{
    while (widget != nullptr && widget != whole)
        widget = widget->parentWidget();
    return widget != nullptr;
}

/// What the form does not show stays; but nothing can have ended where the end is taken away.
Holding holdingOf(const HolderEntry &facts, const Appointment &before)
{
    const auto ended = facts.to.isEmpty() ? PersonnelAction::None : before.ended;
    return {facts.kind, {facts.from, facts.to}, facts.decision, before.began, ended};
}

AppointmentId addedBy(const Change &change)
{
    for (const RowImage &image : change.images)
        if (image.key.kind == RowKind::Appointment)
            return {image.key.uid};
    return {};
}

} // namespace

HolderForm::HolderForm(const UiContext &context, QWidget *parent)
    : PanelForm({}, parent)
    , m_context(context)
    , m_persons(new PersonFinder(context, this))
{
    buildFields();
    connect(this, &PanelForm::finished, this, [this] {
        if (!isAdding())
            commit();
    });
    connect(this, &PanelForm::givenUp, this, [this] {
        if (m_name->isListOpen())
            return;
        if (isAdding())
            giveUp();
        else
            fill(Fill::Replace);
    });
    connect(qApp, &QApplication::focusChanged, this, &HolderForm::followFocus);
}

HolderForm::~HolderForm()
{
    // The field with the keyboard loses it while the form goes, and must not ask for an edit then.
    blockSignals(true);
    qApp->disconnect(this);
}

void HolderForm::buildFields()
{
    layout()->setContentsMargins(0, 0, 0, 0);
    m_name = new SuggestField([this](const QString &typed) { return m_persons->like(typed); }, this);
    m_name->setMinimumWidth(60);
    addField(tr("Họ và tên"), m_name);
    m_fields.bind(m_name, &HolderEntry::name);
    m_hint = addReadOnly({});
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_born = addDate(tr("Ngày sinh"));
    m_fields.bind(m_born, &HolderEntry::born);
    m_fields.bind(addChoice(tr("Hình thức")), &HolderEntry::kind, m_context.language);
    m_from = addDate(tr("Từ ngày"));
    m_fields.bind(m_from, &HolderEntry::from);
    m_to = addDate(tr("Đến ngày"));
    m_fields.bind(m_to, &HolderEntry::to);
    m_fields.bind(addText(tr("Số quyết định")), &HolderEntry::decision);
    m_portrait = new PortraitField(m_context, this);
    addWide(m_portrait); // a label beside it would be wider than all others

    connect(m_portrait, &PortraitField::fileWanted, this, &HolderForm::portraitWanted);
    connect(m_name, &QLineEdit::editingFinished, this, &PanelForm::finished);
    connect(m_name, &SuggestField::chosen, this,
            [this](const Suggestion &suggestion) { choosePerson(PersonId{suggestion.uid}); });
    connect(m_name, &QLineEdit::textEdited, this, &HolderForm::forgetPerson);
    for (const auto *field : findChildren<QLineEdit *>())
        connect(field, &QLineEdit::textEdited, this, &HolderForm::clearFaults);
}

HolderEntry HolderForm::factsOf(const Appointment &appointment) const
{
    const Person *person = m_context.document.organisation().find(appointment.person);
    return {person == nullptr ? QString() : person->name,
            person == nullptr ? PartialDate() : person->born,
            appointment.kind,
            appointment.period.from,
            appointment.period.to,
            appointment.decision};
}

void HolderForm::setAppointment(AppointmentId appointment)
{
    if (appointment == m_appointment && !isAdding()) {
        refresh();
        return;
    }
    leave();
    m_appointment = appointment;
    fill(Fill::Replace);
}

void HolderForm::beginAdding(PostId post)
{
    leave();
    m_appointment = {};
    m_addingTo = post;
    m_chosen = {};
    m_shown = {};
    if (const EditScope scope = m_context.document.scope(); scope.mode == EditMode::FromDate)
        m_shown.from = PartialDate::fromDay(scope.from);
    fill(Fill::Replace);
}

void HolderForm::beginTyping()
{
    m_name->setFocus();
}

void HolderForm::giveUp()
{
    if (!isAdding())
        return;
    m_addingTo = {};
    fill(Fill::Replace);
    Q_EMIT addingEnded();
}

void HolderForm::refresh()
{
    // What is being taken is shown when it is known what was refused of it.
    if (!isAdding() && !m_committing)
        fill(Fill::KeepTyped);
}

bool HolderForm::isTyped() const
{
    return m_fields.isTyped() || !m_chosen.isNull();
}

void HolderForm::commit()
{
    if (m_committing || !isTyped())
        return;
    clearFaults();
    if (const Result<> done = take(); !done)
        showFault(done.error());
}

void HolderForm::leave()
{
    const auto &organisation = m_context.document.organisation();
    const bool isThere =
        isAdding() ? organisation.find(m_addingTo) != nullptr : organisation.find(m_appointment) != nullptr;
    Result<> done;
    if (!m_committing && isThere && isTyped())
        done = take();
    if (isAdding())
        giveUp();
    if (!done) // last: a dialog may open
        m_context.document.perform(std::unexpected(std::move(done).error()));
}

Result<> HolderForm::take()
{
    const QScopedValueRollback committing(m_committing, true);
    return isAdding() ? takeNew() : takeChanges();
}

Result<> HolderForm::requireReadableDates() const
{
    for (const DateEdit *field : {m_born, m_from, m_to})
        if (field->isRefused())
            return fail(u"bad-date"_s, {{u"value"_s, field->text()}});
    return {};
}

Result<> HolderForm::takeNew()
{
    const HolderEntry facts = m_fields.read(m_shown);
    BM_TRY_VOID(requireReadableDates());
    Document &document = m_context.document;
    const PersonRef who = m_chosen.isNull() ? PersonRef(PersonFacts{facts.name, {}, facts.born}) : PersonRef(m_chosen);
    BM_TRY(const Change change,
           addHolder(document.organisation(), m_addingTo, who, holdingOf(facts, {}), document.ids()));
    BM_TRY_VOID(document.attempt(change));
    m_addingTo = {};
    m_chosen = {};
    m_appointment = addedBy(change);
    fill(Fill::Replace);
    Q_EMIT added(m_appointment);
    return {};
}

Result<> HolderForm::takeChanges()
{
    Document &document = m_context.document;
    const Appointment *row = document.organisation().find(m_appointment);
    if (row == nullptr)
        return {};
    const Appointment before = *row;
    const HolderEntry known = factsOf(before);
    const QString stepped = m_fields.steppedField();
    const QString gesture = stepped.isEmpty() ? QString() : u"field:%1:%2"_s.arg(before.id.uid.toString(), stepped);
    const HolderEntry facts = m_fields.read(known);
    if (facts.name != known.name || facts.born != known.born) {
        const PersonFacts person{facts.name, document.organisation().find(before.person)->code, facts.born};
        BM_TRY_VOID(document.attempt(changePerson(document.organisation(), before.person, person), gesture));
    }
    if (const Holding holding = holdingOf(facts, before); holding != holdingOf(known, before))
        BM_TRY_VOID(document.attempt(
            changeHolder(document.organisation(), before.id, before.person, holding, document.ids()), gesture));
    BM_TRY_VOID(requireReadableDates());
    fill(Fill::Replace);
    return {};
}

void HolderForm::choosePerson(PersonId id)
{
    Document &document = m_context.document;
    const Person *person = document.organisation().find(id);
    if (person == nullptr)
        return;
    clearFaults();
    if (isAdding()) {
        m_chosen = id;
        m_born->resetTo(person->born);
        m_born->setEnabled(false); // it is the person's; here only the post is entered
        showHint();
        return;
    }
    const Appointment *row = document.organisation().find(m_appointment);
    if (row == nullptr)
        return;
    Result<> done;
    if (const Appointment before = *row; before.person != id) {
        const QScopedValueRollback committing(m_committing, true);
        done = document.attempt(
            changeHolder(document.organisation(), before.id, id, holdingOf(factsOf(before), before), document.ids()));
    }
    // Refused or not: the name that was chosen must not become the present person's.
    fill(Fill::Replace);
    if (!done)
        showFault(done.error());
}

void HolderForm::forgetPerson()
{
    if (!m_chosen.isNull()) {
        m_chosen = {};
        m_born->resetTo({});
        m_born->setEnabled(true);
    }
    showHint();
}

void HolderForm::fill(Fill mode)
{
    if (isAdding()) {
        m_fields.show(m_shown, mode);
    } else if (const Appointment *row = m_context.document.organisation().find(m_appointment)) {
        m_fields.show(factsOf(*row), mode);
    } else {
        m_fields.show({}, Fill::Replace);
    }
    if (mode == Fill::Replace) {
        m_chosen = {};
        m_name->closeList();
    }
    m_born->setEnabled(m_chosen.isNull());
    if (!m_fields.isTyped())
        clearFaults();
    showHint();
    showPortrait();
}

/// Of somebody who is known; whoever is being added is not yet.
void HolderForm::showPortrait()
{
    const Appointment *row = m_context.document.organisation().find(m_appointment);
    m_portrait->setPerson(row == nullptr ? PersonId{} : row->person);
    m_portrait->setVisible(row != nullptr);
}

void HolderForm::showHint()
{
    QString hint;
    if (!m_chosen.isNull()) {
        const QString known = m_persons->detailOf(m_chosen);
        hint = known.isEmpty() ? tr("Đã có trong tài liệu.") : tr("Đã có trong tài liệu: %1.").arg(known);
    } else if (isAdding()) {
        if (m_persons->knowsName(m_name->text()))
            hint = tr("Tài liệu đã có người trùng tên. Nếu là cùng một người, hãy chọn người đó trong danh sách gợi ý "
                      "(phím ↓); nếu không, sẽ ghi thêm một người mới.");
    } else if (const Appointment *row = m_context.document.organisation().find(m_appointment)) {
        const QStringList others = m_persons->holdingsOf(row->person, row->id);
        if (!others.isEmpty())
            hint = tr("Người này còn có tên ở: %1. Sửa họ tên, ngày sinh ở đây thì các nơi đó cũng đổi theo.")
                       .arg(others.join(u"; "_s));
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

QWidget *HolderForm::fieldOf(const Error &error) const
{
    const QString &code = error.code();
    if (code == u"edit-date-order"_s)
        return m_to;
    if (code == u"personnel-no-seat"_s || code == u"edit-nothing-there"_s)
        return m_from;
    return m_name;
}

void HolderForm::showFault(const Error &error)
{
    // A date that cannot be read says so itself.
    if (error.code() == u"bad-date"_s)
        return;
    setFault(fieldOf(error), m_context.messages.describe(error, m_context.language));
}

void HolderForm::clearFaults()
{
    setFault(m_name, {});
    for (DateEdit *field : {m_born, m_from, m_to})
        setFault(field, field->whyRefused());
}

void HolderForm::followFocus(QWidget *left, QWidget *entered)
{
    if (!isAdding() || entered == nullptr || !isWithin(left, this) || isWithin(entered, this))
        return;
    if (isTyped())
        commit();
    else
        giveUp();
}

void HolderForm::keyPressEvent(QKeyEvent *event)
{
    // No field keeps Enter for itself; the line edits have taken theirs over by now.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        PanelForm::keyPressEvent(event);
        return;
    }
    commit();
    if (isAdding() && m_name->text().trimmed().isEmpty())
        m_name->setFocus();
}

} // namespace bomay
