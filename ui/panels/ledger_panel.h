// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/deputy_ledger.h"
#include "ui/panels/records_panel.h"

namespace bomay {

/// Bảng theo dõi số lượng cấp phó: unit by unit, or summed by kind, locality and scope of an average.
class LedgerPanel : public RecordsPanel
{
    Q_OBJECT

public:
    explicit LedgerPanel(const UiContext &context, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<Record> records() override;
    [[nodiscard]] QString summary() const override;

private:
    DeputyLedger m_ledger;
};

} // namespace bomay
