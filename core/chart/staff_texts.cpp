// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/staff_texts.h"

#include "core/base/numbers.h"
#include "core/chart/chart_scope.h"
#include "core/chart/unit_blocks.h"
#include "core/chart/unit_filter.h"
#include "core/model/queries.h"

#include <QLocale>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// "1.234"; "–" where it is not known.
QString numberText(std::optional<int> number)
{
    static const QLocale kVietnamese(QLocale::Vietnamese, QLocale::Vietnam);
    return number ? kVietnamese.toString(*number) : u"–"_s;
}

struct StaffSums
{
    std::optional<int> allotted;
    std::optional<int> filled;

    static void add(std::optional<int> &sum, std::optional<int> number)
    {
        if (number)
            sum = sum.value_or(0) + *number;
    }
};

/// The nodes of the units that a view draws from.
std::vector<int> rootNodes(const OrgView &view, const ChartOptions &options)
{
    std::vector<int> nodes;
    for (const int root : rootsOf(view, options))
        nodes.push_back(view.nodeOfUnit(root));
    return nodes;
}

StaffSums totals(const OrgView &view, std::span<const int> roots)
{
    StaffSums sums;
    for (const int root : roots) {
        const int end = view.nodes()[uz(root)].end;
        StaffSums::add(sums.allotted, staffTotal(view, root, end, &UnitState::staffAllotted));
        StaffSums::add(sums.filled, staffTotal(view, root, end, &UnitState::staffFilled));
    }
    return sums;
}

/// What a view leaves out cannot be taken off a total: numbers of a unit hold those of all below it, drawn or not. Then
/// it is said of what it is the total; empty where nothing is left out.
QString whatIsSummed(const ChartOptions &options)
{
    if (hiddenKindsOf(options.view).empty())
        return {};
    return options.view.root.isNull() ? u"toàn cơ quan"_s : u"toàn đơn vị"_s;
}

} // namespace

QString totalStaffText(const OrgView &view, const ChartOptions &options)
{
    const StaffSums sums = totals(view, rootNodes(view, options));
    const QString of = whatIsSummed(options);
    const QString words = of.isEmpty() ? u"Tổng biên chế"_s : u"Tổng biên chế "_s + of;
    if (!sums.allotted && !sums.filled)
        return u"%1: chưa có số liệu"_s.arg(words);
    return u"%1: %2 giao, %3 có mặt"_s.arg(words, numberText(sums.allotted), numberText(sums.filled));
}

std::vector<QStringList> summaryRows(const OrgView &view, const ChartOptions &options)
{
    struct Block
    {
        QString name;
        int units = 0;
        StaffSums sums = {};
    };
    const UnitFilter filter(view, options.view);
    const std::vector<int> roots = rootNodes(view, options);
    std::vector<Block> blocks;
    int units = 0;
    for (const int root : roots)
        for (int node = root; node < view.nodes()[uz(root)].end; ++node) {
            const ViewNode &at = view.nodes()[uz(node)];
            if (!at.isUnit())
                continue;
            ++units;
            if (!filter.shows(at.item))
                continue;
            const ViewUnit &unit = view.units()[uz(at.item)];
            const QString name = blockOf(unit);
            auto block = std::ranges::find(blocks, name, &Block::name);
            if (block == blocks.end())
                block = blocks.insert(blocks.end(), Block{name});
            ++block->units;
            StaffSums::add(block->sums.allotted, unit.state.staffAllotted);
            StaffSums::add(block->sums.filled, unit.state.staffFilled);
        }
    std::vector<QStringList> rows{{u"Khối"_s, u"Số lượng"_s, u"Biên chế giao"_s, u"Biên chế có mặt"_s}};
    for (const Block &block : blocks)
        rows.push_back(
            {block.name, numberText(block.units), numberText(block.sums.allotted), numberText(block.sums.filled)});
    const StaffSums all = totals(view, roots);
    const QString of = whatIsSummed(options);
    rows.push_back({of.isEmpty() ? u"Tổng cộng"_s : u"Tổng cộng "_s + of, numberText(units), numberText(all.allotted),
                    numberText(all.filled)});
    return rows;
}

} // namespace bomay
