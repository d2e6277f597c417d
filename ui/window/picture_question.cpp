// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/picture_question.h"

#include <QCoreApplication>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

class PictureQuestion
{
    Q_DECLARE_TR_FUNCTIONS(bomay::PictureQuestion)

public:
    static QString filter() { return tr("Ảnh (%1)").arg(picturePatterns().join(u' ')); }
};

} // namespace

std::optional<Picture> askPicture(Document &document, Dialogs &dialogs, const QString &title, PictureUse use)
{
    const QString path = dialogs.fileToOpen(title, PictureQuestion::filter());
    if (path.isEmpty())
        return std::nullopt;
    Result<Picture> picture = readPicture(path, use);
    if (picture)
        return *std::move(picture);
    document.perform(std::unexpected(std::move(picture).error()));
    return std::nullopt;
}

} // namespace bomay
