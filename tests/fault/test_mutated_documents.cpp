// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/model/early_view.h"
#include "core/model/integrity.h"
#include "core/store/document_file.h"
#include "core/store/document_repair.h"
#include "tests/fault/document_mutation.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongest = 5000; ///< ms

/// Milliseconds of processor time since the start: on a busy machine the clock on the wall tells nothing of a file.
qint64 processorTime()
{
    return static_cast<qint64>(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

/// A sound document and what is in it.
struct Original
{
    QString name;
    QByteArray bytes;
    QByteArray json;
    std::vector<LogEntry> log;
};

struct Totals
{
    int mutations = 0;
    int opened = 0;
    int refused = 0;
    int repaired = 0;
    int repairedWhole = 0; ///< with every row as it was
    int notRepairable = 0;
    qint64 slowest = 0; ///< ms of processor time for all four readings
    QString slowestWhat;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool sameLog(const std::vector<LogEntry> &a, const std::vector<LogEntry> &b)
{
    return std::ranges::equal(a, b, [](const LogEntry &x, const LogEntry &y) {
        return x.number == y.number && x.hasImages == y.hasImages && x.change == y.change;
    });
}

bool isPrefix(const std::vector<Change> &titles, const std::vector<LogEntry> &log)
{
    return titles.size() <= log.size() &&
           std::ranges::equal(titles, std::span(log).first(titles.size()), {}, &Change::title,
                              [](const LogEntry &entry) { return entry.change.title; });
}

} // namespace

/// Reads documents that were damaged in thousands of ways. BOMAY_MUTATIONS sets how many, BOMAY_MUTATION_SEED where to
/// begin; many want a longer QTEST_FUNCTION_TIMEOUT than the five minutes of QtTest.
class TestMutatedDocuments : public QObject
{
    Q_OBJECT

private:
    static int numberOf(const char *variable, int otherwise)
    {
        bool given = false;
        const int number = qEnvironmentVariableIntValue(variable, &given);
        return given ? number : otherwise;
    }

    void add(const QString &name, const QString &path)
    {
        m_originals.push_back({name, bytesOf(path), canonicalJson(loadDocument(path).value()), loadLog(path).value()});
    }

    /// What is wrong with the four readings of a damaged file; empty = nothing.
    [[nodiscard]] static QString faultOf(const QString &path, const Original &original, Totals &totals)
    {
        const QByteArray before = bytesOf(path);
        // The first picture is made of what nobody has checked yet.
        const auto draw = [](const Organisation &structure) {
            static_cast<void>(earlyView(structure, Day::fromYmd(2026, 1, 1).value_or(Day{})));
        };
        const Result<Organisation> loaded = loadDocument(path, draw);
        if (loaded ? canonicalJson(*loaded) != original.json : loaded.error().code().isEmpty())
            return u"opened as something else"_s;
        ++(loaded ? totals.opened : totals.refused);
        if (const Result<std::vector<LogEntry>> log = loadLog(path);
            log && (loaded || !log->empty()) && !sameLog(*log, original.log))
            return u"another log"_s;
        if (const Result<QString> digest = contentDigest(path); loaded && !digest)
            return u"opened without its digest"_s;
        const Result<Salvage> salvage = salvageDocument(path);
        if (bytesOf(path) != before)
            return u"the file was written"_s;
        if (!salvage) {
            ++totals.notRepairable;
            return loaded ? u"sound but not repairable"_s : QString();
        }
        ++totals.repaired;
        const bool isWhole = canonicalJson(salvage->organisation) == original.json;
        totals.repairedWhole += isWhole ? 1 : 0;
        if (!checkIntegrity(salvage->organisation).empty())
            return u"repaired unsound"_s;
        if (salvage->losses.isEmpty() && (!isWhole || salvage->log.size() != original.log.size()))
            return u"lost silently"_s;
        if (loaded && !isWhole)
            return u"sound but not repaired whole"_s;
        return isPrefix(salvage->log, original.log) ? QString() : u"repaired to another log"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"full.bomay"_s);
        const Organisation full = fullOrganisation();
        QVERIFY(saveDocument(full, path));
        add(u"full"_s, path);
        Organisation edited = full;
        std::vector<Change> changes;
        for (quint64 number = 1; number <= 4; ++number) {
            Change change;
            change.id = {5, number};
            change.title = u"Thay đổi %1"_s.arg(number);
            change.time = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
            const Person person{{Uid{8, number}}, {}, u"Người %1"_s.arg(number), {}};
            change.images = {{keyOf(person.id), std::nullopt, person}};
            QVERIFY(applyChange(edited, change));
            changes.push_back(std::move(change));
        }
        QVERIFY(saveChanges({path, contentDigest(path).value()}, path, edited, changes));
        add(u"with a log"_s, path);
        QVERIFY(saveDocument(largeOrganisation(120), path, changes));
        add(u"larger"_s, path);
        QVERIFY(QFile::remove(path));
        add(u"old"_s, QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/documents/schema-1.bomay"));
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areRefusedWithAReasonOrOpenedAsTheyWere()
    {
        const int mutations = numberOf("BOMAY_MUTATIONS", 300);
        const int first = numberOf("BOMAY_MUTATION_SEED", 0);
        const QString path = m_folder.filePath(u"bad.bomay"_s);
        Totals totals;
        for (int seed = first; seed < first + mutations; ++seed) {
            std::mt19937 engine(static_cast<unsigned>(seed));
            const Original &original = m_originals[engine() % m_originals.size()];
            const QString what =
                u"seed %1, %2: %3"_s.arg(QString::number(seed), original.name, mutate(path, original.bytes, engine));
            const qint64 start = processorTime();
            const QString fault = faultOf(path, original, totals);
            const qint64 time = processorTime() - start;
            QVERIFY2(fault.isEmpty(), qPrintable(fault + u": "_s + what));
            QVERIFY2(time < kLongest, qPrintable(u"%1 ms: %2"_s.arg(time).arg(what)));
            ++totals.mutations;
            if (time > totals.slowest) {
                totals.slowest = time;
                totals.slowestWhat = what;
            }
            for (const char *beside : {"-wal", "-shm", "-journal"})
                static_cast<void>(QFile::remove(path + QLatin1StringView(beside)));
        }
        qInfo("%d damaged documents: %d open unchanged, %d are refused with a reason; repair saves %d (%d of them "
              "whole), %d hold nothing to save. Slowest: %lld ms (%s)",
              totals.mutations, totals.opened, totals.refused, totals.repaired, totals.repairedWhole,
              totals.notRepairable, static_cast<long long>(totals.slowest), qPrintable(totals.slowestWhat));
        QVERIFY(totals.refused > totals.mutations / 2);
        QVERIFY(totals.repaired > totals.mutations / 2);
    }

private:
    QTemporaryDir m_folder;
    std::vector<Original> m_originals;
};

BM_TEST_MAIN(TestMutatedDocuments)
#include "test_mutated_documents.moc"
