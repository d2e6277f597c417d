// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/column_meaning.h"
#include "core/model/org_view.h"
#include "core/table/xlsx_form.h"

namespace bomay {

/// What a document says of one unit or post, column by column; nothing where it says nothing. Both must outlive it.
class FormValues
{
public:
    FormValues(const Organisation &organisation, const OrgView &view)
        : m_organisation(organisation)
        , m_view(view)
    {}

    /// The unit above by code where the header asks for one: "Mã cấp trên", "parentId"; else by name.
    [[nodiscard]] std::optional<FormValue> ofUnit(int unit, ColumnMeaning meaning, const QString &header) const;
    /// `holder` is the only one the row is about, beyond the last one a seat that nobody holds; −1 = all.
    [[nodiscard]] std::optional<FormValue> ofPost(int post, ColumnMeaning meaning, int holder) const;

private:
    [[nodiscard]] std::optional<FormValue> parentOf(int unit, const QString &header) const;
    [[nodiscard]] std::optional<FormValue> bornOf(const ViewPost &post, int holder) const;

    const Organisation &m_organisation;
    const OrgView &m_view;
};

} // namespace bomay
