// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE must not stand in a namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(bomay);
    Q_INIT_RESOURCE(bomay_fonts);
    Q_INIT_RESOURCE(bomay_i18n);
}

namespace bomay {

void initResources()
{
    registerResources();
}

} // namespace bomay
