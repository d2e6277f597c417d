// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

/// An XLSX in the making, part by part, so that tests can make wrong ones.
class XlsxParts
{
public:
    /// A right workbook with one sheet "Sheet1" whose sheetData has this content.
    explicit XlsxParts(const QByteArray &rows = {});

    /// A zip without any part, for other formats.
    [[nodiscard]] static XlsxParts empty();

    XlsxParts &set(const char *part, const QByteArray &bytes);
    XlsxParts &remove(const char *part);
    XlsxParts &replaceIn(const char *part, const char *before, const char *after);

    /// Shared strings from the content of sst.
    XlsxParts &withStrings(const QByteArray &items);
    /// Styles from the content of styleSheet.
    XlsxParts &withStyles(const QByteArray &content);
    /// Encrypts one part with this password (AES).
    XlsxParts &encrypt(const char *part);

    [[nodiscard]] QByteArray bytes(const char *part) const;
    [[nodiscard]] QByteArray zip() const;

private:
    void relate(const char *type, const char *target);

    QList<std::pair<QByteArray, QByteArray>> m_parts;
    QByteArray m_encrypted;
};

/// Writes bytes to a file and gives its path.
[[nodiscard]] QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes);
