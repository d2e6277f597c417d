// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/repair_report.h"

#include "core/base/numbers.h"

#include <QJsonArray>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(Loss::Kind kind)
{
    switch (kind) {
    case Loss::Kind::ManyRows:
        return u"rows"_s;
    case Loss::Kind::OneRow:
        return u"row"_s;
    case Loss::Kind::Value:
        return u"value"_s;
    case Loss::Kind::Note:
        break;
    }
    return u"note"_s;
}

/// One broken page loses the same of a hundred rows: a few of them say what it is.
constexpr int kShownAlike = 3;

bool isAlike(const Loss &a, const Loss &b)
{
    return a.kind == b.kind && a.table == b.table && a.column == b.column && a.message.code == b.message.code;
}

QString textOf(const Loss &loss, const MessageCatalog &messages, Language language)
{
    const QString place = loss.column.isEmpty() ? loss.table : loss.table + u'.' + loss.column;
    return messages.text({u"repair-loss"_s,
                          {{u"kind"_s, messages.text({u"loss-"_s + codeOf(loss.kind)}, language)},
                           {u"place"_s, place},
                           {u"text"_s, messages.text(loss.message, language)}}},
                         language);
}

} // namespace

QString toText(const Salvage &salvage, const MessageCatalog &messages, Language language)
{
    QStringList lines{messages.text({u"repair-kept"_s}, language)};
    const auto addCount = [&](QString kind, int taken, int lost) {
        kind = messages.text({u"row-kind-"_s + kind.replace(u'_', u'-')}, language);
        lines += messages.text({u"repair-count"_s,
                                {{u"kind"_s, kind},
                                 {u"taken"_s, QString::number(taken)},
                                 {u"lost"_s, lost > 0 ? QString::number(lost) : QString()}}},
                               language);
    };
    for (const Salvage::Count &count : salvage.counts)
        addCount(count.table, count.taken, count.lost);
    if (!salvage.log.empty())
        addCount(u"change"_s, sizeOf(salvage.log), salvage.losses.rowsLostOf(u"change"_s));
    lines += messages.text({salvage.losses.isEmpty() ? u"repair-nothing-lost"_s : u"repair-lost"_s}, language);
    const std::vector<Loss> &losses = salvage.losses.kept();
    for (auto first = losses.begin(); first != losses.end();) {
        const auto end = std::find_if(first, losses.end(), [&](const Loss &loss) { return !isAlike(*first, loss); });
        const int count = static_cast<int>(end - first);
        for (int i = 0; i < std::min(count, kShownAlike); ++i)
            lines += textOf(first[i], messages, language);
        if (count > kShownAlike)
            lines += messages.text({u"repair-alike"_s, {{u"count"_s, QString::number(count - kShownAlike)}}}, language);
        first = end;
    }
    if (salvage.losses.more() > 0)
        lines += messages.text({u"repair-more"_s, {{u"count"_s, QString::number(salvage.losses.more())}}}, language);
    return lines.join(u'\n') + u'\n';
}

QJsonObject toJson(const Salvage &salvage, const MessageCatalog &messages)
{
    QJsonObject kept;
    for (const Salvage::Count &count : salvage.counts)
        kept.insert(count.table, count.taken);
    QJsonArray dropped;
    for (const Loss &loss : salvage.losses.kept()) {
        const BilingualText reason = messages.text(loss.message);
        dropped.append(QJsonObject{{u"kind"_s, codeOf(loss.kind)},
                                   {u"table"_s, loss.table},
                                   {u"id"_s, loss.row},
                                   {u"column"_s, loss.column},
                                   {u"code"_s, loss.message.code},
                                   {u"reason"_s, QJsonObject{{u"vi"_s, reason.vi}, {u"en"_s, reason.en}}}});
    }
    return {{u"kept"_s, kept},
            {u"log"_s, sizeOf(salvage.log)},
            {u"dropped"_s, dropped},
            {u"more"_s, salvage.losses.more()}};
}

} // namespace bomay
