// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/file_cases.h"

#include "core/change/change_builder.h"
#include "core/change/change_json.h"
#include "core/change/transaction.h"
#include "core/store/document_file.h"
#include "core/store/journal.h"

#include <QFile>
#include <QJsonDocument>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using Timings = Result<std::pair<Timing, Timing>>;

/// Gives the first unit another name, each time a new one.
class Renamer
{
public:
    explicit Renamer(const Organisation &organisation)
        : m_organisation(organisation)
        , m_ids(QByteArrayLiteral("bench-files"))
    {}

    [[nodiscard]] Result<Change> next()
    {
        Unit unit = *m_organisation.units().begin();
        unit.states.front().name = u"Đơn vị số %1"_s.arg(++m_serial);
        ChangeBuilder builder(m_organisation);
        builder.put(unit);
        Change change;
        change.id = m_ids.next();
        change.title = u"Đổi tên"_s;
        change.time = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        change.images = builder.takeImages();
        BM_TRY_VOID(applyChange(m_organisation, change));
        return change;
    }

    [[nodiscard]] const Organisation &organisation() const { return m_organisation; }

private:
    Organisation m_organisation;
    SeededIdSource m_ids;
    int m_serial = 0;
};

} // namespace

Timings timeLoadDocument(const QString &document, const RunBudget &budget)
{
    BM_TRY(const Timing job, measureTried([&] { return loadDocument(document); }, budget));
    BM_TRY(const Timing reference, measureTried([&] { return readRawTables(document); }, budget));
    return std::pair(job, reference);
}

Timings timeSaveDocument(const Organisation &organisation, const std::vector<RawTable> &tables, const QString &scratch,
                         const RunBudget &budget)
{
    BM_TRY(const Timing job, measureTried([&] { return saveDocument(organisation, scratch); }, budget));
    BM_TRY(const Timing reference, measureTried([&] { return writeRawTables(tables, scratch); }, budget));
    return std::pair(job, reference);
}

Timings timeSaveEdit(const Organisation &organisation, const QString &document, const QString &scratch,
                     const RunBudget &budget)
{
    QFile::remove(scratch);
    if (!QFile::copy(document, scratch))
        return fail(u"cannot-write-file"_s, {}, {scratch});
    Renamer renamer(organisation);
    BM_TRY(QString digest, contentDigest(scratch));
    const auto save = [&]() -> Result<> {
        BM_TRY(const Change change, renamer.next());
        BM_TRY(digest, saveChanges({scratch, digest}, scratch, renamer.organisation(), {&change, 1}));
        return {};
    };
    BM_TRY(const Timing job, measureTried(save, budget));
    BM_TRY(const Timing reference, measureTried([&] { return writeOneRow(scratch); }, budget));
    return std::pair(job, reference);
}

Timings timeJournal(const Organisation &organisation, const QString &folder, const RunBudget &budget)
{
    Renamer renamer(organisation);
    BM_TRY(const Change change, renamer.next());
    const std::unique_ptr<Journal> journal = Journal::begin(folder, {});
    BM_TRY(const Timing job, measureTried([&] { return journal->push(change); }, budget));
    journal->discard();
    QFile file(folder + u"/reference"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(u"cannot-write-file"_s, {}, {file.fileName()});
    const QByteArray line = QJsonDocument(toJson(change)).toJson(QJsonDocument::Compact);
    const Timing reference = measure([&] { return file.write(line); }, budget);
    return std::pair(job, reference);
}

} // namespace bomay
