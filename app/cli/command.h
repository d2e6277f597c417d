// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/session/session.h"

#include <QTextStream>

#include <span>

namespace bomay {

/// Exit codes of the command line: a contract.
enum class ExitCode { Done = 0, Findings = 1, BadInput = 2, Internal = 3 };

/// What every command works with.
struct CommandContext
{
    const Arguments &arguments;
    const MessageCatalog &messages;
    Language language = Language::Vietnamese;
    QTextStream &out;
    QTextStream &err;

    /// Writes an error with its place and causes to standard error.
    ExitCode refuse(const Error &error) const;
};

/// One command of bomay-cli: its name, its options and what it does.
struct Command
{
    QString name;
    std::vector<OptionSpec> options;
    bool draws = false; ///< needs fonts, and so the (offscreen) platform
    ExitCode (*run)(const CommandContext &);
};

/// All commands, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

/// Writes a result file whole or not at all, or to standard output where the path is empty.
[[nodiscard]] Result<> writeOutput(const CommandContext &context, const QString &path, const QByteArray &bytes);

/// The document named by the first operand, on the day of `--as-of`. Errors: those of `Session::open`,
/// `missing-operand`, `bad-date`.
[[nodiscard]] Result<std::unique_ptr<Session>> openDocument(const CommandContext &context);

ExitCode runImport(const CommandContext &context);
ExitCode runCheck(const CommandContext &context);
ExitCode runBatch(const CommandContext &context);
ExitCode runLedger(const CommandContext &context);
ExitCode runDue(const CommandContext &context);
ExitCode runStaffing(const CommandContext &context);
ExitCode runStats(const CommandContext &context);
ExitCode runExport(const CommandContext &context);
ExitCode runFill(const CommandContext &context);
ExitCode runRequest(const CommandContext &context);
ExitCode runCollect(const CommandContext &context);
ExitCode runTemplate(const CommandContext &context);
ExitCode runRepair(const CommandContext &context);
ExitCode runBench(const CommandContext &context);
ExitCode runHelp(const CommandContext &context);

} // namespace bomay
