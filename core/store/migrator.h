// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <span>
#include <vector>

namespace bomay {

class SqliteConnection;

/// "BMAY": marks an SQLite database as ours in its header.
inline constexpr quint32 kDocumentApplicationId = 0x424D4159;

/// One numbered step of the schema, as its file in resources/migrations says it.
struct Migration
{
    int number = 0;
    QString name;         ///< file name without number and ending: "create_document"
    QString checksum;     ///< SHA-256 of the text with \n line ends, hexadecimal
    int readableFrom = 0; ///< a program that knows this migration can still read the database after the present one
    QStringList statements;
};

/// Reads NNNN_verb_noun.sql: statements between lines "-- next", one comment line "-- readable-from: N".
/// Error: `bad-migration` with the file as place.
[[nodiscard]] Result<Migration> parseMigration(const QString &fileName, const QByteArray &text);

/// The built-in migrations of the document in order, numbered from 1 without a gap. An error is a defect of the build.
[[nodiscard]] Result<std::vector<Migration>> documentMigrations();

enum class MigrationOutcome {
    UpToDate,          ///< every migration that the database has is known and unchanged
    Upgraded,          ///< it was so, and the missing ones have been applied
    NewerCompatible,   ///< has migrations we do not know; what we know can still be read
    NewerIncompatible, ///< has migrations we do not know, and must be left alone
    ChecksumMismatch,  ///< was made by a migration other than ours of that number
    Failed             ///< not ours, inconsistent, or SQLite refused; the step that failed was rolled back
};

/// What a migrator found or did.
struct MigrationReport
{
    MigrationOutcome outcome = MigrationOutcome::UpToDate;
    int found = 0;         ///< number of the last migration that the database had; 0 for an empty one
    int pending = 0;       ///< known migrations that it does not have yet
    QString neededVersion; ///< of the program that applied the last unknown migration; "?" where the database hides it
    QString detail;        ///< for the log
};

/// Brings a database to the schema of a list of migrations, one transaction each. It knows nothing of what tables hold.
class Migrator
{
public:
    explicit Migrator(std::vector<Migration> migrations);

    /// Looks without writing. Never says Upgraded: see `pending`.
    [[nodiscard]] MigrationReport inspect(const SqliteConnection &connection) const;

    /// Looks and applies what is missing.
    [[nodiscard]] MigrationReport migrate(const SqliteConnection &connection) const;

private:
    [[nodiscard]] Result<MigrationReport> tryInspect(const SqliteConnection &connection) const;
    [[nodiscard]] Result<> compareApplied(const SqliteConnection &connection, MigrationReport &report) const;

    std::vector<Migration> m_migrations;
};

} // namespace bomay
