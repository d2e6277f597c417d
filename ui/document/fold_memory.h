// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_folds.h"

#include <QString>

namespace bomay {

/// What is folded in each view, beyond the end of the program. It lies in a folder of the program's own, one file for a
/// view, so that folding changes no document and no reader of it needs the right to write. What cannot be read or
/// written is forgotten: nothing of an office's data is lost with it.
class FoldMemory
{
public:
    /// Without a folder it remembers only while it lives.
    explicit FoldMemory(QString folder = {});

    /// `key` names file and view, "file-view", of letters, digits and "-"; of a document without a file "-view".
    [[nodiscard]] const ChartFolds &of(const QString &key) const;
    void put(const QString &key, const ChartFolds &folds);
    /// What belongs to no file is never written, and forgotten here.
    void forgetUnnamed();

    /// So many views are remembered; those folded longest ago are forgotten first.
    static constexpr int kMostViews = 300;

private:
    [[nodiscard]] bool isKept(const QString &key) const { return !m_folder.isEmpty() && !key.startsWith(u'-'); }
    [[nodiscard]] QString pathOf(const QString &key) const;
    [[nodiscard]] ChartFolds read(const QString &key) const;
    void prune() const;

    QString m_folder;
    mutable std::unordered_map<QString, ChartFolds> m_known;
};

} // namespace bomay
