// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/picture_intake.h"
#include "ui/document/document.h"
#include "ui/window/dialogs.h"

namespace bomay {

/// A picture from a file that the officer chooses, as the document is to keep it. Nothing where the officer thought
/// better of it, or where the file is refused: the document has announced that then.
[[nodiscard]] std::optional<Picture> askPicture(Document &document, Dialogs &dialogs, const QString &title,
                                                PictureUse use);

} // namespace bomay
