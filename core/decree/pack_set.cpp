// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/pack_set.h"

#include "core/decree/near_name.h"
#include "core/decree/pack_reader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Ids name rules in waivers, scripts and reports: no two packs may share one.
Result<> checkAgainst(const PackSet &set, const RulePack &pack, const QString &file)
{
    if (set.find(pack.id) != nullptr)
        return fail(u"pack-duplicate-pack"_s, {{u"pack"_s, pack.id}}, {.file = file});
    for (const RulePack &other : set.packs)
        for (const Rule &rule : pack.rules)
            if (std::ranges::find(other.rules, rule.id, &Rule::id) != other.rules.end())
                return fail(u"pack-duplicate-rule"_s, {{u"rule"_s, rule.id}}, {.file = file});
    return {};
}

Result<RulePack> loadInto(const PackSet &set, const QByteArray &bytes, const QString &file)
{
    BM_TRY(RulePack pack, loadPack(bytes, file));
    BM_TRY_VOID(checkAgainst(set, pack, file));
    return pack;
}

/// Leaves out packs that name a rule or a grace which no pack has.
void leaveOutDangling(PackSet &set)
{
    QStringList known;
    for (const RulePack &pack : set.packs) {
        for (const Rule &rule : pack.rules)
            known += rule.id;
        for (const Grace &grace : pack.graces)
            known += grace.id;
    }
    std::erase_if(set.packs, [&](const RulePack &pack) {
        for (const Rule &rule : pack.rules)
            for (const auto &[id, place] : rule.references)
                if (!known.contains(id)) {
                    const QString near = nearestName(id, known);
                    MessageArgs args{{u"key"_s, rule.id}, {u"value"_s, id}, {u"suggestion"_s, near}};
                    set.errors.push_back({{u"pack-unknown-reference"_s, std::move(args)}, place});
                    return true;
                }
        return false;
    });
}

PackSet load(const std::vector<QDir> &folders)
{
    std::vector<std::pair<QByteArray, QString>> files;
    std::vector<Error> unreadable;
    for (const QDir &folder : folders)
        for (const QString &name : folder.entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                files.emplace_back(file.readAll(), file.fileName());
            else
                unreadable.push_back(
                    {{u"cannot-read-file"_s, {{u"file"_s, name}}}, {.file = name}, file.errorString()});
        }
    PackSet set = loadPacks(files);
    set.errors.insert(set.errors.begin(), unreadable.begin(), unreadable.end());
    return set;
}

} // namespace

const RulePack *PackSet::find(const QString &id) const
{
    const auto found = std::ranges::find(packs, id, &RulePack::id);
    return found == packs.end() ? nullptr : &*found;
}

PackSet loadPacks(const std::vector<std::pair<QByteArray, QString>> &files)
{
    PackSet set;
    for (const auto &[bytes, file] : files) {
        Result<RulePack> pack = loadInto(set, bytes, file);
        if (pack)
            set.packs.push_back(*std::move(pack));
        else
            set.errors.push_back(std::move(pack).error());
    }
    if (set.errors.empty())
        leaveOutDangling(set);
    return set;
}

PackSet loadBuiltInPacks()
{
    return load({QDir(u":/decrees"_s)});
}

PackSet loadPacksWith(const QString &folder)
{
    if (folder.isEmpty())
        return loadBuiltInPacks();
    return load({QDir(u":/decrees"_s), QDir(folder)});
}

} // namespace bomay
