// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/widgets/suggest_field.h"

#include <QStringList>

namespace bomay {

/// The persons of the document as somebody looks for them by name, told apart by year of birth and by what they hold.
class PersonFinder : public QObject
{
    Q_OBJECT

public:
    explicit PersonFinder(const UiContext &context, QObject *parent = nullptr);

    /// Persons in whose names words begin with all typed ones, marks and case aside: first those whose names begin so,
    /// then those whose given name begins with the last. Nothing for less than two letters.
    [[nodiscard]] std::vector<Suggestion> like(const QString &typed);

    /// Has somebody in the document this very name?
    [[nodiscard]] bool knowsName(const QString &name);

    /// "sinh 1975 · Trưởng phòng Phòng Nội vụ"; empty where nothing is known.
    [[nodiscard]] QString detailOf(PersonId person) const;

    /// What a person holds or held, each with its days where it is not of the day in view; without one appointment.
    [[nodiscard]] QStringList holdingsOf(PersonId person, AppointmentId without) const;

private:
    struct Known
    {
        PersonId person;
        QString folded;
    };

    [[nodiscard]] const std::vector<Known> &known();

    UiContext m_context;
    std::vector<Known> m_known; ///< empty = to be read again
};

} // namespace bomay
