// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/fingerprint.h"

#include <QCryptographicHash>

namespace bomay {

QString fingerprintOf(const QString &rule, const std::vector<Subject> &subjects, const QStringList &identity)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(rule.toUtf8());
    for (const Subject &subject : subjects) {
        const QString own = subject.code.isEmpty() ? subject.node.uid.toString() : subject.code;
        hash.addData(subject.node.isUnit() ? QByteArrayLiteral("\nunit\n") : QByteArrayLiteral("\npost\n"));
        hash.addData(own.toUtf8());
    }
    for (const QString &part : identity) {
        hash.addData(QByteArrayLiteral("\npart\n"));
        hash.addData(part.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().first(16));
}

} // namespace bomay
