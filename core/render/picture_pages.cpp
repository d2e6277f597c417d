// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/render/picture_writer.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <filesystem>
#include <system_error>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<> writePicture(const Page &page, const QString &title, const PictureOptions &options, const QString &path)
{
    return options.format == PictureFormat::Svg ? writeSvg(page, title, options.text, path)
                                                : writePng(page, options.dotsPerInch, path);
}

std::unexpected<Error> failToWrite(const QString &path, const QString &detail)
{
    return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path}, detail);
}

} // namespace

QString pathOfPage(const QString &path, const PaperDocument &document, std::size_t index)
{
    if (document.pages.size() == 1)
        return path;
    const QFileInfo file(path);
    const QString &label = document.pages[index].label;
    return file.path() + u'/' + file.completeBaseName() + u'-' +
           (label.isEmpty() ? QString::number(index + 1) : label) + u'.' + file.suffix();
}

Result<> writePictures(const PaperDocument &document, const QString &title, const PictureOptions &options,
                       const QString &path, const Progress &progress)
{
    const int count = sizeOf(document.pages);
    // They wait in a folder of their own beside their places until the last one is there.
    const QTemporaryDir folder(QFileInfo(path).path() + u"/.bomay-XXXXXX"_s);
    if (!folder.isValid())
        return failToWrite(path, folder.errorString());
    const auto waiting = [&folder](int page) { return folder.filePath(QString::number(page)); };
    for (int i = 0; i < count; ++i) {
        if (progress && !progress(i, count))
            return fail(u"cancelled"_s);
        BM_TRY_VOID(writePicture(document.pages[uz(i)], title, options, waiting(i)));
    }
    if (progress && !progress(count, count))
        return fail(u"cancelled"_s);
    for (int i = 0; i < count; ++i) {
        const QString target = pathOfPage(path, document, uz(i));
        std::error_code error;
        std::filesystem::rename(QFileInfo(waiting(i)).filesystemFilePath(), QFileInfo(target).filesystemFilePath(),
                                error);
        if (error)
            return failToWrite(target, QString::fromStdString(error.message()));
    }
    return {};
}

} // namespace bomay
