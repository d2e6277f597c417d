// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/same_file.h"

#include <QDir>
#include <QFileInfo>

namespace bomay {

bool isSameFile(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    const QFileInfo first(a);
    const QFileInfo second(b);
    if (first.exists() && second.exists())
        return first == second;
    return QDir::cleanPath(first.absoluteFilePath()) == QDir::cleanPath(second.absoluteFilePath());
}

} // namespace bomay
