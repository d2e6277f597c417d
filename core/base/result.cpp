// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QDebug>

#include <cstdlib>

namespace bomay {

void reportBug(const char *condition, const char *file, int line)
{
    qCritical("%s:%d: broken assumption: %s", file, line, condition);
    if (qEnvironmentVariableIsSet("BOMAY_ABORT_ON_BUG"))
        std::abort();
}

} // namespace bomay
