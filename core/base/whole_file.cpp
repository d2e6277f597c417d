// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include <QSaveFile>

namespace bomay {

using namespace Qt::StringLiterals;

Result<> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    return {};
}

} // namespace bomay
