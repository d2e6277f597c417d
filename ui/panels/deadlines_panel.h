// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/deadlines.h"
#include "ui/panels/records_panel.h"

namespace bomay {

/// Sắp đến hạn: what ends or falls due within 30, 90 or 365 days after the day in view.
class DeadlinesPanel : public RecordsPanel
{
    Q_OBJECT

public:
    enum Column { Date, Left, Subject, Text, Citation };

    explicit DeadlinesPanel(const UiContext &context, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<Record> records() override;
    [[nodiscard]] QString summary() const override;

private:
    [[nodiscard]] Record recordOf(const Deadline &deadline) const;
    [[nodiscard]] QString leftText(const Deadline &deadline) const;

    int m_count = 0;
    int m_overdue = 0;
};

} // namespace bomay
