// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

/// Little-endian numbers for handmade binary files.
[[nodiscard]] QByteArray le16(int number);
[[nodiscard]] QByteArray le32(quint32 number);
[[nodiscard]] QByteArray leDouble(double number);

/// A record of an XLS stream.
[[nodiscard]] QByteArray biffRecord(int type, const QByteArray &data = {});

/// A text as BIFF8 has it behind its length: the flag byte and the characters, two bytes each where needed.
[[nodiscard]] QByteArray biffText(const QString &text);

/// An XLS in the making. What it is given is put between the records that every file has.
class XlsParts
{
public:
    XlsParts &withGlobals(const QByteArray &records); ///< behind the BOF of the globals
    XlsParts &withSheet(const QString &name, const QByteArray &records, char visibility = 0);

    [[nodiscard]] QByteArray stream() const;
    [[nodiscard]] QByteArray file() const;

private:
    struct Sheet
    {
        QString name;
        QByteArray records;
        char visibility;
    };

    QByteArray m_globals;
    QList<Sheet> m_sheets;
};

enum class OleStreams { Large, Small };

/// An OLE2 file with one stream in its root, kept in whole sectors or in the stream of small ones.
[[nodiscard]] QByteArray oleFile(const QString &name, const QByteArray &stream, OleStreams kind = OleStreams::Large);
