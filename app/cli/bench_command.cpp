// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_suite.h"
#include "app/cli/command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kFewest = 10;
constexpr int kMost = 1'000'000;
constexpr int kNumberWidth = 12;

/// The sizes of `--n`: whole numbers with commas between them.
Result<std::vector<int>> sizesOf(const Arguments &arguments)
{
    std::vector<int> sizes;
    const QString option = u"--n"_s;
    for (const QString &word : arguments.value(option, u"1000,10000,100000"_s).split(u',')) {
        bool isNumber = false;
        const int size = word.toInt(&isNumber);
        if (!isNumber || size < kFewest || size > kMost)
            return fail(
                u"bad-value"_s,
                {{u"option"_s, option}, {u"value"_s, word}, {u"allowed"_s, u"%1 – %2"_s.arg(kFewest).arg(kMost)}});
        sizes.push_back(size);
    }
    return sizes;
}

QJsonObject toJson(const BenchRun &run)
{
    return {{u"name"_s, run.name},
            {u"n"_s, run.n},
            {u"median_ms"_s, run.medianMs},
            {u"p95_ms"_s, run.p95Ms},
            {u"reference_ms"_s, run.referenceMs},
            {u"ratio"_s, run.ratio}};
}

/// The results as a table of words and numbers, a line for each run.
class BenchTable
{
public:
    explicit BenchTable(const CommandContext &context)
        : m_context(context)
    {
        m_nameWidth = text(u"name"_s).size();
        for (const QString &name : benchNames())
            m_nameWidth = std::max(m_nameWidth, text(name).size());
    }

    void writeHead(const QString &machine)
    {
        m_context.out << text(u"machine"_s) << u": "_s << machine << '\n';
        writeLine(text(u"name"_s),
                  {text(u"n"_s), text(u"median"_s), text(u"p95"_s), text(u"reference"_s), text(u"ratio"_s)});
    }

    void write(const BenchRun &run)
    {
        const auto milliseconds = [](double ms) { return QString::number(ms, 'f', 3); };
        writeLine(text(run.name), {QString::number(run.n), milliseconds(run.medianMs), milliseconds(run.p95Ms),
                                   milliseconds(run.referenceMs), QString::number(run.ratio, 'f', 1)});
    }

private:
    [[nodiscard]] QString text(QString name) const
    {
        return m_context.messages.text({u"bench-"_s + name.replace(u'_', u'-')}, m_context.language);
    }

    void writeLine(const QString &name, const QStringList &numbers)
    {
        m_context.out << name.leftJustified(m_nameWidth);
        for (const QString &number : numbers)
            m_context.out << ' ' << number.rightJustified(kNumberWidth);
        m_context.out << '\n';
        // Large sizes take minutes: each line is there when it is known.
        m_context.out.flush();
    }

    const CommandContext &m_context;
    qsizetype m_nameWidth = 0;
};

} // namespace

ExitCode runBench(const CommandContext &context)
{
    const auto sizes = sizesOf(context.arguments);
    if (!sizes)
        return context.refuse(sizes.error());
    BenchOptions options;
    if (const QString only = context.arguments.value(u"--only"_s); !only.isEmpty())
        options.only = only.split(u',');
    for (const QString &name : options.only)
        if (!benchNames().contains(name))
            return context.refuse(
                {{u"bad-value"_s,
                  {{u"option"_s, u"--only"_s}, {u"value"_s, name}, {u"allowed"_s, benchNames().join(u", "_s)}}}});
    const bool json = context.arguments.has(u"--json"_s);
    const QString machine = machineName();
    BenchTable table(context);
    if (!json)
        table.writeHead(machine);
    QJsonArray all;
    for (const int size : *sizes) {
        const auto runs = runBenchSuite(size, options);
        if (!runs) {
            context.refuse(runs.error());
            return ExitCode::Internal;
        }
        for (const BenchRun &run : *runs) {
            all += toJson(run);
            if (!json)
                table.write(run);
        }
    }
    if (json)
        context.out << QString::fromUtf8(
            QJsonDocument(
                QJsonObject{{u"machine"_s, machine}, {u"version"_s, QStringLiteral(BOMAY_VERSION)}, {u"runs"_s, all}})
                .toJson());
    return ExitCode::Done;
}

} // namespace bomay
