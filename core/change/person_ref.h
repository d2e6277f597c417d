// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <variant>

namespace bomay {

/// What an officer enters of a person.
struct PersonFacts
{
    QString name;
    QString code = {}; ///< mã định danh, optional
    PartialDate born = {};

    friend bool operator==(const PersonFacts &, const PersonFacts &) = default;
};

/// Who is meant: a person of the document, or one who comes into it. Nobody is taken for a namesake: whoever enters the
/// facts of a person whom the document has already, gets a second one.
using PersonRef = std::variant<PersonId, PersonFacts>;

} // namespace bomay
