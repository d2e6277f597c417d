// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"
#include "core/base/result.h"

#include <QStringList>

class QImage;

namespace bomay {

// Pictures on their way from an officer's file or clipboard into the document. Only pixels come in: what else a file
// says, as the place and the camera of a photograph, stays outside.

enum class PictureUse { Portrait, Logo };

/// A picture as the document is to keep it. A portrait is cut to the proportions of a photograph for papers, 3 × 4, and
/// no larger than 480 × 640 pixels, as JPEG; at its sides about the middle, but of what is too high more goes from
/// below, since the face is above. A logo keeps its proportions, within 1200 × 1200 pixels: PNG where something shows
/// through, else the smaller one of PNG and JPEG; what would be more than 512 KiB is made smaller. Nothing is enlarged.
/// Errors: `picture-unreadable` where the image is empty.
[[nodiscard]] Result<Picture> keptPicture(const QImage &image, PictureUse use);

/// The same of a file: PNG, JPEG, BMP, GIF (its first frame), WebP where Qt reads it, SVG. It stands as the camera was
/// held. Errors, with the file's place: `file-not-found`, `cannot-read-file`; `too-large`, `picture-too-large` beyond
/// what is read; `picture-unreadable`; `picture-links` of a drawing that takes in other files, holds very large
/// pictures or repeats itself.
[[nodiscard]] Result<Picture> readPicture(const QString &path, PictureUse use);

/// The endings of files that `readPicture` takes, as "*.png".
[[nodiscard]] QStringList picturePatterns();

} // namespace bomay
