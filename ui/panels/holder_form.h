// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits_holders.h"
#include "ui/document/ui_context.h"
#include "ui/panels/field_set.h"
#include "ui/panels/panel_form.h"

namespace bomay {

class PersonFinder;
class PortraitField;
class SuggestField;

/// What the fields say of one holder.
struct HolderEntry
{
    QString name;
    PartialDate born;
    AppointmentKind kind = AppointmentKind::Full;
    PartialDate from;
    PartialDate to;
    QString decision;

    friend bool operator==(const HolderEntry &, const HolderEntry &) = default;
};

/// One holder of a post as fields: one of the document, of whom each field that is left becomes an edit, or one to be
/// added, who becomes one edit when Enter is pressed or the fields are left. All edits put right what is written
/// (`edits_holders.h`), whatever the mode of editing. What is refused stays as it was typed, with the reason under the
/// field.
class HolderForm : public PanelForm
{
    Q_OBJECT

public:
    explicit HolderForm(const UiContext &context, QWidget *parent = nullptr);
    ~HolderForm() override;

    /// Shows a holder; null shows none. What was typed for the one before is taken over first.
    void setAppointment(AppointmentId appointment);
    [[nodiscard]] AppointmentId appointment() const { return m_appointment; }

    /// Empties the fields for somebody who holds the post and is not entered yet.
    void beginAdding(PostId post);
    /// Puts the keyboard into the first field.
    void beginTyping();
    [[nodiscard]] bool isAdding() const { return !m_addingTo.isNull(); }
    /// Puts the fields of a new holder away.
    void giveUp();

    void refresh();
    /// Asks the document for what was typed; what is refused stays.
    void commit();
    /// The same before something else is shown: what is refused is told and goes.
    void leave();

Q_SIGNALS:
    void added(bomay::AppointmentId appointment);
    /// There is nobody to be added any more.
    void addingEnded();
    /// A file is to be chosen for the photograph of a person.
    void portraitWanted(bomay::PersonId person);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildFields();
    void followFocus(QWidget *left, QWidget *entered);
    void choosePerson(PersonId person);
    void forgetPerson();
    [[nodiscard]] bool isTyped() const;
    [[nodiscard]] Result<> take();
    [[nodiscard]] Result<> takeNew();
    [[nodiscard]] Result<> takeChanges();
    [[nodiscard]] Result<> requireReadableDates() const;
    void fill(FieldSet<HolderEntry>::Fill mode);
    void showHint();
    void showPortrait();
    void showFault(const Error &error);
    void clearFaults();
    [[nodiscard]] QWidget *fieldOf(const Error &error) const;
    [[nodiscard]] HolderEntry factsOf(const Appointment &appointment) const;

    UiContext m_context;
    PersonFinder *m_persons;
    AppointmentId m_appointment;
    PostId m_addingTo;   ///< null: nobody is to be added
    PersonId m_chosen;   ///< who is to be added, if the document has the person
    HolderEntry m_shown; ///< what the fields of a new holder began with
    FieldSet<HolderEntry> m_fields;
    SuggestField *m_name = nullptr;
    QLabel *m_hint = nullptr;
    PortraitField *m_portrait = nullptr;
    DateEdit *m_born = nullptr;
    DateEdit *m_from = nullptr;
    DateEdit *m_to = nullptr;
    bool m_committing = false;
};

} // namespace bomay
