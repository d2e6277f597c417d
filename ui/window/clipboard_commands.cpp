// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/clipboard_commands.h"

#include "core/base/numbers.h"
#include "core/change/edits_structure.h"
#include "core/exchange/branch_json.h"
#include "core/exchange/pasted_chart.h"
#include "core/render/picture_writer.h"
#include "ui/canvas/branch_picture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

const QString kBranchType = u"application/x-bomay-branch+json"_s;
const QString kSvgType = u"image/svg+xml"_s;
const QString kTableType = u"text/tab-separated-values"_s;

} // namespace

ClipboardCommands::ClipboardCommands(const UiContext &context, const FontTable &fonts, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_fonts(fonts)
{}

QMimeData *ClipboardCommands::mimeOf(const std::vector<NodeRef> &nodes) const
{
    constexpr double kPixels = 2 * 96 / 25.4; // for a millimetre: twice as sharp as a screen
    const Document &document = m_context.document;
    const Branch branch = branchOf(document.view(), nodes);
    auto *data = new QMimeData;
    data->setData(kBranchType, toJson(branch));
    data->setData(kTableType, tableOf(branch).toUtf8());
    data->setText(outlineOf(branch));
    const auto page = branchPage(document.view(), m_fonts, document.chartOptions(), nodes);
    if (const QImage picture = page ? imageOf(*page, kPixels) : QImage(); !picture.isNull()) {
        data->setImageData(picture);
        data->setData(kSvgType, svgOf(*page, document.chartView().title, SvgText::Text));
    }
    return data;
}

void ClipboardCommands::copy()
{
    const std::vector<NodeRef> nodes = m_context.document.selection();
    if (!nodes.empty())
        QGuiApplication::clipboard()->setMimeData(mimeOf(nodes)); // owns it
}

void ClipboardCommands::cut()
{
    copy();
    Document &document = m_context.document;
    const std::vector<NodeRef> nodes = topmost(document.view(), document.selection());
    if (nodes.empty())
        return;
    const UnitId above = unitAbove(document.view(), nodes.front());
    if (document.perform(removeNodes(document.organisation(), nodes, document.scope())))
        document.select(above.isNull() ? std::nullopt : std::optional<NodeRef>(above));
}

void ClipboardCommands::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr)
        return;
    PastedChart pasted;
    if (data->hasFormat(kBranchType)) {
        if (auto branch = branchFromJson(data->data(kBranchType)))
            pasted.branch = *std::move(branch);
    }
    if (pasted.branch.isEmpty())
        pasted = chartFromText(data->text());
    if (pasted.branch.isEmpty()) {
        Q_EMIT said(tr("Không có gì để dán thành sơ đồ."));
        return;
    }
    Document &document = m_context.document;
    const auto selected = document.selected();
    const UnitId under = !selected            ? UnitId{}
                         : selected->isUnit() ? selected->unit()
                                              : unitAbove(document.view(), *selected);
    const Result<Change> change =
        insertBranch(document.organisation(), pasted.branch, {under, {}}, u"Dán"_s, document.scope(), document.ids());
    if (!document.perform(change))
        return;
    document.selectAdded(*change);
    const QString counts =
        tr("Đã dán %1 đơn vị, %2 chức vụ").arg(pasted.branch.units.size()).arg(pasted.branch.posts.size());
    Q_EMIT said(pasted.ignored.isEmpty() ? counts : tr("%1; bỏ qua cột: %2").arg(counts, pasted.ignored.join(u", "_s)));
}

} // namespace bomay
