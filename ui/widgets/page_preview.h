// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/paper_document.h"
#include "core/render/picture_cache.h"

#include <QWidget>

namespace bomay {

/// Shows one page of a document as it will be on paper, as large as it fits.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    void setDocument(PaperDocument document);
    [[nodiscard]] const PaperDocument &document() const { return m_document; }
    /// Index of the page shown.
    [[nodiscard]] int page() const { return m_page; }
    void turnTo(int page);

    [[nodiscard]] QSize sizeHint() const override { return {640, 520}; }

Q_SIGNALS:
    void turned();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    PaperDocument m_document;
    PictureCache m_pictures;
    int m_page = 0;
};

} // namespace bomay
