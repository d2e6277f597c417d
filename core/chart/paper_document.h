// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/chart/page.h"

#include <memory>

namespace bomay {

/// An entry of the outline (bookmarks) that a viewer shows beside the pages.
struct OutlineEntry
{
    QString title;
    int level = 0;  ///< 0 = top; an entry is below the nearest one before it with a smaller level
    int page = 0;   ///< index of the page it leads to
    double top = 0; ///< mm from the upper edge of that page

    friend bool operator==(const OutlineEntry &, const OutlineEntry &) = default;
};

/// Everything that goes on paper together: pages in their order and the way through them. What printer, previews, SVG
/// and PNG are made from.
struct PaperDocument
{
    std::vector<Page> pages;
    std::vector<OutlineEntry> outline = {};
};

/// The same, with pages that are set one by one: those of a chart of 100,000 boxes need never be there at once. What a
/// PDF is made from.
class PageSource
{
public:
    PageSource() = default;
    virtual ~PageSource() = default;
    PageSource(const PageSource &) = delete;
    PageSource &operator=(const PageSource &) = delete;

    [[nodiscard]] virtual int count() const = 0;
    /// mm
    [[nodiscard]] virtual QSizeF sizeOfPage(int index) const = 0;
    /// Asked for in their order, each once; it is there until the next one is asked for.
    [[nodiscard]] virtual const Page &page(int index) = 0;
    /// Asked for behind the last page.
    [[nodiscard]] virtual std::vector<OutlineEntry> outline() = 0;
};

/// Sets all of them. Errors: `cancelled`.
[[nodiscard]] Result<PaperDocument> allPages(PageSource &source, const Progress &progress = {});

/// A document whose pages are all there already; it must outlive this.
class WholeDocument : public PageSource
{
public:
    explicit WholeDocument(const PaperDocument &document)
        : m_document(document)
    {}

    [[nodiscard]] int count() const override { return static_cast<int>(m_document.pages.size()); }
    [[nodiscard]] QSizeF sizeOfPage(int index) const override { return at(index).size; }
    [[nodiscard]] const Page &page(int index) override { return at(index); }
    [[nodiscard]] std::vector<OutlineEntry> outline() override { return m_document.outline; }

private:
    [[nodiscard]] const Page &at(int index) const { return m_document.pages[static_cast<std::size_t>(index)]; }

    const PaperDocument &m_document;
};

/// The pages of a document that goes along with them.
[[nodiscard]] std::unique_ptr<PageSource> keptPages(PaperDocument document);

} // namespace bomay
