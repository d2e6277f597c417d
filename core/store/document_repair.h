// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"
#include "core/model/organisation.h"
#include "core/store/losses.h"

namespace bomay {

/// What could be saved from a document's file.
struct Salvage
{
    /// The rows of one kind: how many were saved, and how many are known to be lost.
    struct Count
    {
        QString table;
        int taken = 0;
        int lost = 0;
    };

    Organisation organisation; ///< sound, whatever the file was
    std::vector<Change> log;   ///< as far as its chain holds, without images
    LossList losses;           ///< empty where the file is sound: then this is all of it
    std::vector<Count> counts; ///< of every kind that has or had rows
};

/// Saves what can be read from a damaged document; a sound one is read as by `loadDocument`. Works on a copy: the file
/// and what lies beside it stay as they are. Of the file only tables of ours are read; nothing in it ever runs. Errors,
/// with the path as place: `file-not-found`, `cannot-read-file`, `not-a-document`, `newer-document` {version};
/// `damaged-document` with causes where SQLite cannot open it even with the schema put right, or no row is left.
[[nodiscard]] Result<Salvage> salvageDocument(const QString &path);

} // namespace bomay
