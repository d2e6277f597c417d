// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/fold_memory.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 16 << 20; ///< a file of more is none of ours

} // namespace

FoldMemory::FoldMemory(QString folder)
    : m_folder(std::move(folder))
{}

const ChartFolds &FoldMemory::of(const QString &key) const
{
    const auto known = m_known.find(key);
    return known != m_known.end() ? known->second : m_known.emplace(key, read(key)).first->second;
}

void FoldMemory::put(const QString &key, const ChartFolds &folds)
{
    m_known.insert_or_assign(key, folds);
    if (!isKept(key))
        return;
    if (folds.isEmpty()) {
        QFile::remove(pathOf(key));
        return;
    }
    QJsonArray folded;
    QJsonArray open;
    for (const auto &[unit, isFolded] : folds.byHand)
        (isFolded ? folded : open).append(unit.uid.toString());
    QDir().mkpath(m_folder);
    QSaveFile file(pathOf(key));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{u"levels"_s, folds.levels}, {u"folded"_s, folded}, {u"open"_s, open}})
                   .toJson(QJsonDocument::Compact));
    if (file.commit())
        prune();
}

void FoldMemory::forgetUnnamed()
{
    std::erase_if(m_known, [](const auto &known) { return known.first.startsWith(u'-'); });
}

QString FoldMemory::pathOf(const QString &key) const
{
    return u"%1/%2.folds"_s.arg(m_folder, key);
}

ChartFolds FoldMemory::read(const QString &key) const
{
    ChartFolds folds;
    QFile file(pathOf(key));
    if (!isKept(key) || file.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
        return folds;
    const QJsonObject stored = QJsonDocument::fromJson(file.readAll()).object();
    folds.levels = std::max(0, stored.value(u"levels"_s).toInt());
    for (const bool isFolded : {true, false}) {
        const QJsonArray units = stored.value(isFolded ? u"folded"_s : u"open"_s).toArray();
        for (const QJsonValue &unit : units)
            if (const auto uid = Uid::parse(unit.toString()))
                folds.byHand.insert_or_assign(UnitId{*uid}, isFolded);
    }
    return folds;
}

void FoldMemory::prune() const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.folds"_s}, QDir::Files, QDir::Time);
    for (qsizetype i = kMostViews; i < files.size(); ++i)
        QFile::remove(files[i].filePath());
}

} // namespace bomay
