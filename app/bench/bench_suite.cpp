// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_suite.h"

#include "app/bench/check_cases.h"
#include "app/bench/edit_cases.h"
#include "app/bench/file_cases.h"
#include "app/bench/frame_cases.h"
#include "app/bench/import_cases.h"
#include "app/bench/municipal_tree.h"
#include "app/bench/paper_cases.h"
#include "app/bench/references.h"
#include "app/bench/sqlite_reference.h"
#include "app/bench/table_cases.h"
#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/chart/live_chart.h"
#include "core/decree/pack_set.h"
#include "core/layout/tidy_tree.h"
#include "core/store/document_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QTemporaryDir>

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The last day of the year in which Thủ Đức was new: every built-in rule is in force.
constexpr int kYear = 2021;

/// What the jobs work on. Made once for each size, off the clock.
struct Inputs
{
    MunicipalTree tree;
    Organisation organisation;
    Organisation peopled; ///< the same with a person for each unit and post: what is opened and saved
    Day day;
    OrgView view;
    PackSet packs;
    FontTable fonts;
    Page page;        ///< the chart on A0
    Page picture;     ///< the chart on A3
    QString document; ///< path of `peopled` as a saved file
    QString scratch;  ///< path that jobs may write to
    QString xlsx;     ///< path of a staff list of so many rows
    QString csv;      ///< the same
    DisplayList chart;
    std::vector<RawTable> tables;
};

struct BenchCase
{
    std::u16string_view name;
    /// The job and its reference.
    Result<std::pair<Timing, Timing>> (*run)(const Inputs &inputs, const RunBudget &budget);
};

using Timings = Result<std::pair<Timing, Timing>>;

Timings timeSave(const Inputs &inputs, const RunBudget &budget)
{
    return timeSaveDocument(inputs.peopled, inputs.tables, inputs.scratch, budget);
}

Timings timeLoad(const Inputs &inputs, const RunBudget &budget)
{
    return timeLoadDocument(inputs.document, budget);
}

Timings timeSaveOneEdit(const Inputs &inputs, const RunBudget &budget)
{
    return timeSaveEdit(inputs.peopled, inputs.document, inputs.scratch, budget);
}

Timings timeJournalLine(const Inputs &inputs, const RunBudget &budget)
{
    return timeJournal(inputs.peopled, QFileInfo(inputs.scratch).path(), budget);
}

Timings timeXlsx(const Inputs &inputs, const RunBudget &budget)
{
    return timeReadXlsx(inputs.xlsx, budget);
}

Timings timeCsv(const Inputs &inputs, const RunBudget &budget)
{
    return timeReadCsv(inputs.csv, budget);
}

Timings timeImportOf(const Inputs &inputs, const RunBudget &budget)
{
    return timeImport(inputs.xlsx, budget);
}

Timings timeImportToFile(const Inputs &inputs, const RunBudget &budget)
{
    return timeImportFile(inputs.xlsx, inputs.scratch, budget);
}

Timings timeView(const Inputs &inputs, const RunBudget &budget)
{
    // The parents in the order of the document's rows, posts before units, since siblings stand so in the view.
    const OrgView &view = inputs.view;
    const auto indexOf = [&view](const ViewNode &node) {
        return node.isUnit() ? sizeOf(view.posts()) + node.item : node.item;
    };
    std::vector<int> parents(view.nodes().size(), -1);
    for (const ViewNode &node : view.nodes())
        if (node.parent >= 0)
            parents[uz(indexOf(node))] = indexOf(view.nodes()[uz(node.parent)]);
    const Timing job = measure([&] { return OrgView(inputs.organisation, inputs.day); }, budget);
    return std::pair(job, measure([&] { return linkAndNumber(parents); }, budget));
}

/// A job about one kind of edit to the organisation and what the view makes of it.
template <auto Time>
Timings timeEdit(const Inputs &inputs, const RunBudget &budget)
{
    return Time(inputs.organisation, inputs.view, budget);
}

Timings timeBuildOf(const Inputs &inputs, const RunBudget &budget)
{
    return timeBuild(inputs.organisation, budget);
}

Timings timeMoveOf(const Inputs &inputs, const RunBudget &budget)
{
    return timeMove(inputs.tree.size(), budget);
}

Timings timeLayout(const Inputs &inputs, const RunBudget &budget)
{
    const MunicipalTree &tree = inputs.tree;
    const TreeInput input{tree.parents, tree.widths, tree.heights, {.sibling = 20, .cousin = 20, .level = 40}};
    LayoutBound bound(tree.size());
    const Timing job = measure([&] { return layoutTidyTree(input); }, budget);
    return std::pair(job, measure([&] { return bound.pass(); }, budget));
}

Timings timeDisplayList(const Inputs &inputs, const RunBudget &budget)
{
    const Timing job = measure([&] { return buildChart(inputs.view, inputs.fonts); }, budget);
    return std::pair(job, measure([&] { return filledLike(inputs.chart); }, budget));
}

/// The chart after a change and after it was taken back: what the canvas waits for.
Timings timeChartEdit(const Inputs &inputs, const Change &change, const RunBudget &budget)
{
    Organisation organisation = inputs.organisation;
    OrgView view = inputs.view;
    const Change back = inverted(change);
    LiveChart chart(inputs.fonts);
    chart.rebuild(view, {});
    bool isBack = true;
    Result<> outcome;
    const Timing job = repeat(
        [&] {
            isBack = !isBack;
            const auto set = applyChange(organisation, isBack ? back : change);
            if (!set) {
                outcome = std::unexpected(set.error());
                return 0.0;
            }
            const std::vector<RowKey> rows = set->touched();
            const bool isPatched = view.apply(organisation, rows);
            const double start = threadMilliseconds();
            if (isPatched)
                chart.follow(view, {}, rows);
            else
                chart.rebuild(view, {});
            return threadMilliseconds() - start;
        },
        budget);
    BM_TRY_VOID(outcome);
    return std::pair(job, measure([&] { return filledLike(inputs.chart); }, budget));
}

Timings timeChartRename(const Inputs &inputs, const RunBudget &budget)
{
    return timeChartEdit(inputs, renameInTheMiddle(inputs.organisation, inputs.view), budget);
}

/// A unit comes, and goes as it is taken back.
Timings timeChartAdd(const Inputs &inputs, const RunBudget &budget)
{
    return timeChartEdit(inputs, addInTheMiddle(inputs.organisation, inputs.view), budget);
}

Timings timeChartMove(const Inputs &inputs, const RunBudget &budget)
{
    return timeChartEdit(inputs, moveInTheMiddle(inputs.organisation, inputs.view), budget);
}

Timings timeCheck(const Inputs &inputs, const RunBudget &budget)
{
    return timeCheckAll(inputs.view, inputs.packs, budget);
}

/// A job about one kind of edit and what the rules make of it.
template <auto Time>
Timings timeCheckEdit(const Inputs &inputs, const RunBudget &budget)
{
    return Time(inputs.organisation, inputs.view, inputs.packs, budget);
}

template <auto Time>
Timings timePage(const Inputs &inputs, const RunBudget &budget)
{
    return Time(inputs.page, inputs.scratch, budget);
}

Timings timeSheetsOf(const Inputs &inputs, const RunBudget &budget)
{
    return timeSheets(inputs.view, inputs.fonts, inputs.scratch, budget);
}

Timings timePngOf(const Inputs &inputs, const RunBudget &budget)
{
    return timePng(inputs.picture, inputs.scratch + u".png"_s, budget);
}

template <FrameScale Scale>
Timings timeFramesAt(const Inputs &inputs, const RunBudget &budget)
{
    return timeFrames(inputs.chart, Scale, budget);
}

template <FrameOf Frame>
Timings timeOpeningTo(const Inputs &inputs, const RunBudget &budget)
{
    return timeOpening(inputs.document, inputs.fonts, Frame, budget);
}

/// All jobs, in the order in which an officer meets them.
constexpr std::array kCases{
    BenchCase{u"load", timeLoad},
    BenchCase{u"view", timeView},
    BenchCase{u"build", timeBuildOf},
    BenchCase{u"move", timeMoveOf},
    BenchCase{u"view_rename", timeEdit<timeViewRename>},
    BenchCase{u"view_holder", timeEdit<timeViewHolder>},
    BenchCase{u"view_move", timeEdit<timeViewMove>},
    BenchCase{u"view_add", timeEdit<timeViewAdd>},
    BenchCase{u"check", timeCheck},
    BenchCase{u"check_rename", timeCheckEdit<timeCheckRename>},
    BenchCase{u"check_seats", timeCheckEdit<timeCheckSeats>},
    BenchCase{u"check_move", timeCheckEdit<timeCheckMove>},
    BenchCase{u"check_preview", timeCheckEdit<timeCheckPreview>},
    BenchCase{u"layout", timeLayout},
    BenchCase{u"display_list", timeDisplayList},
    BenchCase{u"chart_rename", timeChartRename},
    BenchCase{u"chart_add", timeChartAdd},
    BenchCase{u"chart_move", timeChartMove},
    BenchCase{u"frame_near", timeFramesAt<FrameScale::Near>},
    BenchCase{u"frame_far", timeFramesAt<FrameScale::Far>},
    BenchCase{u"frame_fit", timeFramesAt<FrameScale::Fit>},
    BenchCase{u"first_frame", timeOpeningTo<FrameOf::Structure>},
    BenchCase{u"whole_frame", timeOpeningTo<FrameOf::Everybody>},
    BenchCase{u"pdf", timePage<timePdfBound>},
    BenchCase{u"pdf_peer", timePage<timePdfPeer>},
    BenchCase{u"pdf_sheets", timeSheetsOf},
    BenchCase{u"png", timePngOf},
    BenchCase{u"save", timeSave},
    BenchCase{u"save_edit", timeSaveOneEdit},
    BenchCase{u"journal", timeJournalLine},
    BenchCase{u"read_xlsx", timeXlsx},
    BenchCase{u"read_csv", timeCsv},
    BenchCase{u"import", timeImportOf},
    BenchCase{u"import_file", timeImportToFile},
};

Result<Inputs> makeInputs(int n, std::uint32_t seed, const QTemporaryDir &folder)
{
    Inputs inputs;
    if (!folder.isValid())
        return fail(u"cannot-write-file"_s, {{u"file"_s, folder.path()}}, {.file = folder.path()},
                    folder.errorString());
    inputs.tree = municipalTree(n, seed);
    BM_TRY(inputs.organisation, municipalOrganisation(inputs.tree));
    BM_TRY(inputs.peopled, municipalOrganisation(inputs.tree, n));
    inputs.day = Day::fromYmd(kYear, 12, 31).value_or(Day{});
    inputs.view = OrgView(inputs.organisation, inputs.day);
    inputs.packs = loadBuiltInPacks();
    if (!inputs.packs.errors.empty())
        return std::unexpected(inputs.packs.errors.front());
    BM_TRY(inputs.fonts, FontTable::builtIn());
    inputs.chart = buildChart(inputs.view, inputs.fonts);
    PageRequest request;
    request.paper = PaperSize::A0;
    request.title = inputs.organisation.info().title;
    inputs.page = composePage(inputs.chart, request, Theme{}, inputs.fonts);
    request.paper = PaperSize::A3;
    inputs.picture = composePage(inputs.chart, request, Theme{}, inputs.fonts);
    inputs.document = folder.filePath(u"bench.bomay"_s);
    inputs.scratch = folder.filePath(u"scratch"_s);
    inputs.xlsx = folder.filePath(u"staff.xlsx"_s);
    inputs.csv = folder.filePath(u"staff.csv"_s);
    BM_TRY_VOID(writeStaffXlsx(n, inputs.xlsx));
    BM_TRY_VOID(writeStaffCsv(n, inputs.csv));
    BM_TRY_VOID(saveDocument(inputs.peopled, inputs.document));
    BM_TRY(inputs.tables, readRawTables(inputs.document));
    return inputs;
}

} // namespace

QStringList benchNames()
{
    QStringList names;
    for (const BenchCase &benchCase : kCases)
        names += toQString(benchCase.name);
    return names;
}

Result<std::vector<BenchRun>> runBenchSuite(int n, const BenchOptions &options)
{
    const QTemporaryDir folder;
    BM_TRY(const Inputs inputs, makeInputs(n, options.seed, folder));
    std::vector<BenchRun> runs;
    for (const BenchCase &benchCase : kCases) {
        if (!options.only.isEmpty() && !options.only.contains(toQString(benchCase.name)))
            continue;
        BM_TRY(const auto timings, benchCase.run(inputs, options.budget));
        const auto &[job, reference] = timings;
        runs.push_back({toQString(benchCase.name), n, job.medianMs, job.p95Ms, reference.medianMs,
                        reference.medianMs > 0 ? job.medianMs / reference.medianMs : 0});
    }
    return runs;
}

QString machineName()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (file.open(QIODevice::ReadOnly)) {
        // Files of /proc have no size, so only reading tells where they end.
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
    }
    return u"%1, %2"_s.arg(QSysInfo::currentCpuArchitecture(), QSysInfo::prettyProductName());
}

} // namespace bomay
