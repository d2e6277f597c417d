// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "ui/document/document.h"

namespace bomay {

/// What every part of the window works with. Document and catalogue outlive the parts.
struct UiContext
{
    Document &document;
    const MessageCatalog &messages;
    Language language = Language::Vietnamese;
};

} // namespace bomay
