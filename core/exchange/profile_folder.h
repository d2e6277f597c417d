// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_profile.h"

namespace bomay {

/// The profiles kept in a folder, a file "*.toml" each, by name of file. One with a fault is left out; what is wrong
/// with it goes to `faults`. No folder, no profiles.
[[nodiscard]] std::vector<ImportProfile> readProfiles(const QString &folder, std::vector<Error> *faults = nullptr);

/// Keeps a profile under its id, in place of one that was there. Errors: `empty-name`, `cannot-write-file`.
[[nodiscard]] Result<> saveProfile(const QString &folder, const ImportProfile &profile);

} // namespace bomay
