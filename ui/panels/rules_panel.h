// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_tally.h"
#include "ui/panels/records_panel.h"

namespace bomay {

/// Quy định đang áp dụng: every rule in force on the day in view, where it comes from, how sure it is, whether it is
/// on, and what became of it. Rules are switched and confirmed from here, those too that found nothing.
class RulesPanel : public RecordsPanel
{
    Q_OBJECT

public:
    enum Column { Title, Citation, LabelColumn, State, Passed, Broken, Open, Silent };

    explicit RulesPanel(const UiContext &context, QWidget *parent = nullptr);

    void addActions(QMenu &menu, const Record &record) override;

Q_SIGNALS:
    void confirmationWanted(const QString &rule);
    void ruleSwitchWanted(const QString &rule, bool isOn);

protected:
    [[nodiscard]] std::vector<Record> records() override;
    [[nodiscard]] QString summary() const override;

private:
    enum class Which { All, Spoken, Idle, Off };

    [[nodiscard]] bool isWanted(const RuleTally &tally) const;
    [[nodiscard]] Record recordOf(const RuleTally &tally) const;
    [[nodiscard]] const Confirmation *confirmationOf(const RuleTally &tally) const;

    std::vector<RuleTally> m_tallies;
};

} // namespace bomay
