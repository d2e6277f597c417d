// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/paper_document.h"

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// A document of its own.
class KeptDocument : public PageSource
{
public:
    explicit KeptDocument(PaperDocument document)
        : m_document(std::move(document))
        , m_pages(m_document)
    {}

    [[nodiscard]] int count() const override { return m_pages.count(); }
    [[nodiscard]] QSizeF sizeOfPage(int index) const override { return m_pages.sizeOfPage(index); }
    [[nodiscard]] const Page &page(int index) override { return m_pages.page(index); }
    [[nodiscard]] std::vector<OutlineEntry> outline() override { return m_pages.outline(); }

private:
    PaperDocument m_document;
    WholeDocument m_pages;
};

} // namespace

std::unique_ptr<PageSource> keptPages(PaperDocument document)
{
    return std::make_unique<KeptDocument>(std::move(document));
}

Result<PaperDocument> allPages(PageSource &source, const Progress &progress)
{
    PaperDocument document;
    for (int i = 0; i < source.count(); ++i) {
        if (progress && !progress(i, source.count()))
            return fail(u"cancelled"_s);
        document.pages.push_back(source.page(i));
    }
    document.outline = source.outline();
    return document;
}

} // namespace bomay
