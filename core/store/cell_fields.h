// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

namespace bomay {

/// A visitor of fields that reads them from columns, in the order of `ColumnNames`: a period and a node take two,
/// custom fields have a table of their own. `Reader::take(value)` is called for one column after the other.
template <typename Reader>
class CellFields
{
public:
    void operator()(const char * /*name*/, Period &period)
    {
        reader().take(period.from);
        reader().take(period.to);
    }
    void operator()(const char * /*name*/, NodeRef &node)
    {
        reader().take(node.kind);
        reader().take(node.uid);
    }
    void operator()(const char * /*name*/, CustomFields & /*fields*/) {}
    template <typename Field>
    void operator()(const char * /*name*/, Field &field)
    {
        reader().take(field);
    }

private:
    [[nodiscard]] Reader &reader() { return static_cast<Reader &>(*this); }
};

} // namespace bomay
