// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/data_texts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

struct DataTexts
{
    Q_DECLARE_TR_FUNCTIONS(bomay::DataTexts)
};

} // namespace

QString periodText(const Period &period, Language language)
{
    const QString from = dateText(period.from, language);
    const QString to = dateText(period.to, language);
    if (from.isEmpty() && to.isEmpty())
        return DataTexts::tr("không giới hạn");
    if (to.isEmpty())
        return DataTexts::tr("từ %1").arg(from);
    return from.isEmpty() ? DataTexts::tr("đến %1").arg(to) : DataTexts::tr("từ %1 đến %2").arg(from, to);
}

QString holdersText(const ViewPost &post, Language language)
{
    QStringList names;
    for (const ViewHolder &holder : post.holders)
        names += holderText(holder, language);
    return names.join(QStringLiteral(", "));
}

void orderForDay(std::vector<const Appointment *> &rows, Day day)
{
    std::ranges::sort(rows, {}, [day](const Appointment *row) {
        return std::make_tuple(!row->period.contains(day), -std::int64_t{row->period.firstDay().julian}, row->id);
    });
}

} // namespace bomay
