// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/person_directory.h"

#include <map>
#include <set>
#include <span>

namespace bomay {

/// Who holds the posts that a file speaks of: appointments are put right or added, and those whom it no longer names
/// are taken away.
class HolderImport
{
public:
    HolderImport(ImportContext &context, const UnitDirectory &units);

    /// The file says who holds a post that the document has.
    void speaksOf(PostId post) { m_holdersOf.try_emplace(post); }
    void put(RowReader &row, PostId post, HolderFacts holder, const Period &term, const QString &decision);
    /// Who the document has in a post, without an end, and the file no longer names there, does not hold it. Of who
    /// comes after the day of the file it says nothing.
    void removeFormer();

    [[nodiscard]] int persons() const { return m_persons.count(); }

private:
    /// Those of the document.
    [[nodiscard]] std::span<const Appointment> appointmentsIn(PostId post) const;
    /// What the document knows of a person in a post: the same term, without one the term that goes on, else one of
    /// that time, whose dates are put right; null where there is none.
    [[nodiscard]] const Appointment *appointmentOf(PersonId person, PostId post, const Period &term) const;

    ImportContext &m_context;
    PersonDirectory m_persons;
    std::unordered_map<PostId, std::vector<Appointment>> m_appointments;
    std::map<PostId, std::set<AppointmentId>> m_holdersOf; ///< of known posts, as the file names them
};

} // namespace bomay
