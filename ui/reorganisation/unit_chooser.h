// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/node_search.h"
#include "ui/document/ui_context.h"
#include "ui/widgets/suggest_field.h"

namespace bomay {

/// A field in which a unit of the day in view is found by its name. What is typed counts only once a unit is chosen
/// from the list, or where one unit alone bears the very name.
class UnitChooser : public SuggestField
{
    Q_OBJECT

public:
    explicit UnitChooser(const UiContext &context, QWidget *parent = nullptr);

    /// Null while none is chosen.
    [[nodiscard]] UnitId unit() const { return m_unit; }

Q_SIGNALS:
    void unitChanged(bomay::UnitId unit);

private:
    [[nodiscard]] std::vector<Suggestion> like(const QString &typed);
    void readTyped(const QString &typed);
    void setUnit(UnitId unit);

    UiContext m_context;
    NodeSearch m_search;
    UnitId m_unit;
};

} // namespace bomay
