// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <span>
#include <vector>

namespace bomay {

/// How codes are held against each other.
enum class CodeMatch {
    Exact, ///< letter by letter
    Loose  ///< case, zeros in front and marks ignored
};

/// The form in which codes are compared loosely: "DFE-30" and "DfE-30" are one, "00009000" and "9000" too.
[[nodiscard]] QString looseCode(const QString &code);

/// What a row says of its place: its own code (empty = nothing hangs under it) and that of the row above (empty = a
/// root).
struct ParentClaim
{
    QString code;
    QString parent;
};

/// Where a row ends up.
struct ParentLink
{
    enum class State {
        Root,
        Placed,  ///< under the row `parent`
        Outside, ///< under something that is no row of the file
        Unknown, ///< the parent is nowhere
        Self,    ///< it names itself
        Cut,     ///< it closes a loop and comes last in it
        Repeated ///< its code stands in an earlier row, `first`
    };

    State state = State::Root;
    int parent = -1;
    int first = -1;
};

/// The tree of a file's rows, and what there is to say of it. A repeated code is one node, whose first row gives the
/// parent. A root has depth 1; what is under rows without a place is not reached and has none.
struct ParentLinks
{
    std::vector<ParentLink> links; ///< of each row
    int roots = 0;
    int orphans = 0;
    int selfReferences = 0;
    int cycles = 0;
    int repeated = 0;
    int maxDepth = 0;
};

/// Finds the row above each row, in linear time. `outside` are codes that are known from elsewhere.
[[nodiscard]] ParentLinks linkParents(std::span<const ParentClaim> claims, CodeMatch match,
                                      const QSet<QString> &outside = {});

} // namespace bomay
