// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"

#include <map>

namespace bomay {

/// Which units the posts of a file oversee: relations are added, and of a post that the document has those that the
/// file no longer names are taken away.
class OverseenImport
{
public:
    OverseenImport(ImportContext &context, const UnitDirectory &units)
        : m_context(context)
        , m_units(units)
    {}

    /// What the column of a row says.
    struct Overseen
    {
        std::vector<UnitId> units;
        bool isClear = true; ///< false: some were not to be found, which is asked
    };

    [[nodiscard]] Overseen read(RowReader &row) const;
    /// Puts what a row says of a post. Several rows of one post say it together; where one of them is not clear nothing
    /// is taken away, nor by a row of another time than that of the file, which is given then.
    void put(const RowReader &row, PostId post, const Overseen &overseen, const Period &time);
    /// What goes on in the document and no row names any more does not hold; of what comes after the day of the file it
    /// says nothing.
    void removeFormer();

private:
    [[nodiscard]] bool existsFor(UnitId unit) const;

    ImportContext &m_context;
    const UnitDirectory &m_units;
    std::map<PostId, Overseen> m_overseenBy; ///< of the document's posts, as the file has it
};

} // namespace bomay
