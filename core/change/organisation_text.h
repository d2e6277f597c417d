// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"

#include <QByteArray>

namespace bomay {

/// A whole organisation as JSON, its rows by kind and id: equal organisations give equal bytes, in whatever order their
/// rows came. For versions of a document and their hashes.
[[nodiscard]] QByteArray toText(const Organisation &organisation);

/// The organisation that `toText` wrote. Errors: `organisation-text`; those of `rowFromJson` and of `Transaction`.
[[nodiscard]] Result<Organisation> organisationFromText(const QByteArray &text);

} // namespace bomay
