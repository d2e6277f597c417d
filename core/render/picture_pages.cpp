// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/base/progress_part.h"
#include "core/render/picture_writer.h"

#include <QFileInfo>
#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>
#include <system_error>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> failToWrite(const QString &path, const QString &detail)
{
    return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path}, detail);
}

/// Finished files that take their places together: where one cannot, those before it give theirs back to what was
/// there.
class Placing
{
public:
    explicit Placing(const QString &folder)
        : m_folder(folder)
    {}

    /// `file` lies in the folder, which must be on the drive of `target`.
    Result<> place(const QString &file, const QString &target)
    {
        Placed placed{target, {}};
        std::error_code error;
        if (QFileInfo(target).exists()) {
            placed.old = m_folder + u"/old%1"_s.arg(m_placed.size());
            error = keep(target, placed.old);
        }
        if (!error)
            error = move(file, target);
        if (!error) {
            m_placed.push_back(placed);
            return {};
        }
        if (const QStringList stuck = giveBack(); !stuck.isEmpty())
            return fail(u"pictures-half-written"_s, {{u"files"_s, stuck.join(u", "_s)}}, {.file = target},
                        QString::fromStdString(error.message()));
        return failToWrite(target, QString::fromStdString(error.message()));
    }

private:
    struct Placed
    {
        QString target;
        QString old; ///< empty where nothing was there
    };

    static std::filesystem::path pathOf(const QString &path) { return QFileInfo(path).filesystemFilePath(); }

    static std::error_code move(const QString &from, const QString &to)
    {
        std::error_code error;
        std::filesystem::rename(pathOf(from), pathOf(to), error); // takes the place of what is there
        return error;
    }

    /// A second name, or a copy where the drive has no such thing: the first one stays until it is replaced.
    static std::error_code keep(const QString &path, const QString &as)
    {
        std::error_code error;
        std::filesystem::create_hard_link(pathOf(path), pathOf(as), error);
        if (error)
            std::filesystem::copy_file(pathOf(path), pathOf(as), error);
        return error;
    }

    /// The names of the files that could not be put back.
    QStringList giveBack()
    {
        QStringList stuck;
        for (const Placed &placed : m_placed) {
            std::error_code error;
            if (placed.old.isEmpty())
                std::filesystem::remove(pathOf(placed.target), error);
            else
                error = move(placed.old, placed.target);
            if (error)
                stuck += QFileInfo(placed.target).fileName();
        }
        return stuck;
    }

    QString m_folder;
    std::vector<Placed> m_placed;
};

/// Into the file where it waits. What fails speaks of the file that it is to become.
Result<> writeWaiting(const Page &page, const QString &title, const PictureOptions &options, const QString &waiting,
                      const QString &target, const Progress &progress)
{
    Result<> written = options.format == PictureFormat::Svg ? writeSvg(page, title, options.text, waiting, progress)
                                                            : writePng(page, options.dotsPerInch, waiting, progress);
    if (!written && written.error().code() == u"cannot-write-file"_s)
        return failToWrite(target, written.error().detail);
    return written;
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
    for (int i = 0; i < count; ++i)
        BM_TRY_VOID(writeWaiting(document.pages[uz(i)], title, options, waiting(i), pathOfPage(path, document, uz(i)),
                                 partOf(progress, i, count)));
    if (const Progress whole = partOf(progress, count, count); whole && !whole(0, 1))
        return fail(u"cancelled"_s);
    Placing placing(folder.path());
    for (int i = 0; i < count; ++i)
        BM_TRY_VOID(placing.place(waiting(i), pathOfPage(path, document, uz(i))));
    return {};
}

} // namespace bomay
