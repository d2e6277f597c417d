// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/profile_folder.h"

#include "core/base/vietnamese_text.h"
#include "core/base/whole_file.h"

#include <QDir>
#include <QFile>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 1 << 20;

} // namespace

std::vector<ImportProfile> readProfiles(const QString &folder, std::vector<Error> *faults)
{
    std::vector<ImportProfile> profiles;
    if (folder.isEmpty())
        return profiles;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        auto profile = readProfile(isOpen ? file.read(kMostBytes) : QByteArray(), file.fileName());
        if (profile)
            profiles.push_back(*std::move(profile));
        else if (faults != nullptr)
            faults->push_back(profile.error());
    }
    return profiles;
}

Result<> saveProfile(const QString &folder, const ImportProfile &profile)
{
    // A name of letters, digits and dashes leads out of no folder.
    QString name;
    for (const QChar letter : searchFold(profile.id))
        name += letter.isLetterOrNumber() ? letter : u'-';
    if (name.isEmpty())
        return fail(u"empty-name"_s);
    const QDir dir(folder);
    dir.mkpath(u"."_s); // where it cannot be made, the file cannot be written
    return writeWholeFile(dir.filePath(name + u".toml"_s), writeProfile(profile));
}

} // namespace bomay
