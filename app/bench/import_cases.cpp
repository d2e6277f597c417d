// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/import_cases.h"

#include "core/change/transaction.h"
#include "core/exchange/import_plan.h"
#include "core/store/document_file.h"
#include "core/table/reader.h"

#include <QFile>

namespace bomay {

namespace {

Result<ImportPlan> planOf(const Workbook &workbook)
{
    SeededIdSource ids("bench");
    return planImport({&workbook, 1}, Organisation(), ids);
}

/// The rows of a change alone, put into an organisation and checked.
Result<Organisation> organisationOf(const Change &change)
{
    Organisation organisation;
    BM_TRY_VOID(applyChange(organisation, change));
    return organisation;
}

/// A first save: what was written by the run before is no document to save into.
Result<QString> writeAnew(const Organisation &organisation, const QString &path)
{
    QFile::remove(path);
    return saveDocument(organisation, path);
}

} // namespace

Result<std::pair<Timing, Timing>> timeImport(const QString &path, const RunBudget &budget)
{
    BM_TRY(const Workbook workbook, readWorkbook(path));
    BM_TRY(const Timing job, measureTried([&workbook] { return planOf(workbook); }, budget));
    BM_TRY(const ImportPlan plan, planOf(workbook));
    BM_TRY(const Timing reference, measureTried([&plan] { return organisationOf(plan.change); }, budget));
    return std::pair(job, reference);
}

Result<std::pair<Timing, Timing>> timeImportFile(const QString &path, const QString &scratch, const RunBudget &budget)
{
    const auto import = [&]() -> Result<QString> {
        BM_TRY(const Workbook workbook, readWorkbook(path));
        BM_TRY(const ImportPlan plan, planOf(workbook));
        return writeAnew(*plan.after, scratch);
    };
    BM_TRY(const Timing job, measureTried(import, budget));
    BM_TRY(const Workbook read, readWorkbook(path));
    BM_TRY(const ImportPlan plan, planOf(read));
    const auto readAndWrite = [&]() -> Result<QString> {
        BM_TRY(const Workbook workbook, readWorkbook(path));
        return writeAnew(*plan.after, scratch);
    };
    BM_TRY(const Timing reference, measureTried(readAndWrite, budget));
    return std::pair(job, reference);
}

} // namespace bomay
