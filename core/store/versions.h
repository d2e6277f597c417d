// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/document_file.h"

#include <QDateTime>

#include <vector>

namespace bomay {

/// What is said of a version when it is made.
struct VersionLabel
{
    QString name;
    QString author;
    QDateTime time; ///< UTC
    Day asOf;       ///< ngày số liệu
    /// Chốt số liệu: it can neither be removed nor replaced.
    bool isSealed = false;
};

/// Phiên bản: a state of the whole document that was given a name and is kept in its file, complete in itself.
struct Version
{
    int number = 0; ///< from 1; stays when others are removed
    VersionLabel label;
    int changes = 0; ///< entries of the log at that time
    QString hash;    ///< SHA-256 over `toText` of its organisation, hexadecimal: for the paper that it is attached to
};

/// Adds the state that a document's file is in as a version. Errors: `version-name` where it is empty or taken; as
/// `saveChanges` has them.
[[nodiscard]] Result<Version> addVersion(const DocumentSource &source, const Organisation &organisation,
                                         const VersionLabel &label);

/// Removes a version. Errors: `version-sealed`; `version-missing`; as `saveChanges` has them.
[[nodiscard]] Result<> removeVersion(const DocumentSource &source, int number);

/// The versions in a document's file, oldest first. Errors: those of `loadDocument`.
[[nodiscard]] Result<std::vector<Version>> versionsOf(const QString &path);

/// The organisation of a version. Errors: those of `loadDocument`; `version-missing`; `version-damaged` where it is not
/// what was written.
[[nodiscard]] Result<Organisation> loadVersion(const QString &path, int number);

} // namespace bomay
