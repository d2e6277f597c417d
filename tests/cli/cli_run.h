// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// What the program answered.
struct Answer
{
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

[[nodiscard]] inline Answer run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(BOMAY_CLI), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline const QString kSample = QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx");

/// The sample as a document at a path; false, with what the program said, where it was not made.
[[nodiscard]] inline bool importSample(const QString &path)
{
    const Answer answer = run({QStringLiteral("import"), kSample, QStringLiteral("-o"), path});
    if (answer.code != 0 || !answer.err.isEmpty())
        qWarning("%s", qPrintable(answer.err));
    return answer.code == 0 && answer.err.isEmpty();
}

[[nodiscard]] inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
}
