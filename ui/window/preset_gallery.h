// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/font_table.h"
#include "core/model/vocabulary.h"
#include "ui/document/ui_context.h"

#include <QDialog>

class QListWidget;

namespace bomay {

/// The presets of whole charts, each with a thumbnail of the chart that is open: what it would look like. The automatic
/// one is shown as it would stand on its page. Arrows and Enter or a click choose. Thumbnails are drawn one by one, so
/// that those of a large chart do not keep the window waiting.
class PresetGallery : public QDialog
{
    Q_OBJECT

public:
    PresetGallery(const UiContext &context, const FontTable &fonts, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(bomay::ChartPreset preset);

private:
    void drawNext();
    [[nodiscard]] QPixmap thumbnailOf(ChartPreset preset) const;
    void take();

    Document &m_document;
    const FontTable &m_fonts;
    QListWidget *m_list;
    int m_drawn = 0;
};

} // namespace bomay
