// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/model/statistics.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The counts by their contractual names, in the order people read them.
std::vector<std::pair<QString, QJsonValue>> entriesOf(const Statistics &counts)
{
    return {
        {u"units"_s, counts.units},
        {u"posts"_s, counts.posts},
        {u"seats"_s, counts.seats},
        {u"people"_s, counts.people},
        {u"vacant_seats"_s, counts.vacantSeats},
        {u"deputies"_s, counts.deputies},
        {u"fte"_s, counts.fte},
        {u"quota_allotted"_s, counts.quotaAllotted},
        {u"quota_filled"_s, counts.quotaFilled},
        {u"localities"_s, counts.localities},
        {u"relations"_s, counts.relations},
        {u"roots"_s, counts.roots},
        {u"max_depth"_s, counts.maxDepth},
        {u"widest"_s, counts.widest},
        {u"orphans"_s, counts.orphans},
        {u"cycles"_s, counts.cycles},
    };
}

} // namespace

ExitCode runStats(const CommandContext &context)
{
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    const OrgView &view = (*session)->view();
    const auto entries = entriesOf(statisticsOf((*session)->organisation(), view));
    if (context.arguments.has(u"--json"_s)) {
        QJsonObject json{{u"as_of"_s, view.day().toIso()}};
        for (const auto &[name, value] : entries)
            json.insert(name, value);
        context.out << QString::fromUtf8(QJsonDocument(json).toJson());
        return ExitCode::Done;
    }
    const auto label = [&context](QString name) {
        return context.messages.text({u"stats-"_s + name.replace(u'_', u'-')}, context.language);
    };
    context.out << label(u"as-of"_s) << u": "_s << view.day().toVietnamese() << '\n';
    for (const auto &[name, value] : entries)
        context.out << label(name) << u": "_s << value.toVariant().toString() << '\n';
    return ExitCode::Done;
}

} // namespace bomay
