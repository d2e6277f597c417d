// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organisation_json.h"

#include "core/model/row_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The lists by kind of row; the document's own row is an object.
constexpr std::array<QLatin1StringView, kRowKinds> kListNames{QLatin1StringView(""),
                                                              QLatin1StringView("legal_documents"),
                                                              QLatin1StringView("localities"),
                                                              QLatin1StringView("locality_successions"),
                                                              QLatin1StringView("units"),
                                                              QLatin1StringView("posts"),
                                                              QLatin1StringView("persons"),
                                                              QLatin1StringView("portraits"),
                                                              QLatin1StringView("appointments"),
                                                              QLatin1StringView("relations"),
                                                              QLatin1StringView("staged"),
                                                              QLatin1StringView("functions"),
                                                              QLatin1StringView("quotas"),
                                                              QLatin1StringView("duties"),
                                                              QLatin1StringView("duty_participants"),
                                                              QLatin1StringView("notes"),
                                                              QLatin1StringView("waivers"),
                                                              QLatin1StringView("confirmations"),
                                                              QLatin1StringView("rule_switches"),
                                                              QLatin1StringView("chart_views"),
                                                              QLatin1StringView("branch_marks"),
                                                              QLatin1StringView("chart_objects")};
static_assert(!kListNames.back().isEmpty(), "every kind of row has a list");

template <typename Entity>
QJsonArray arrayOf(const Table<Entity> &table)
{
    std::vector<const Entity *> rows;
    for (const Entity &row : table)
        rows.push_back(&row);
    std::ranges::sort(rows, {}, [](const Entity *row) { return row->id; });
    QJsonArray array;
    for (const Entity *row : rows)
        array.append(toJson(*row));
    return array;
}

} // namespace

QByteArray canonicalJson(const Organisation &organisation)
{
    QJsonObject root{{u"format"_s, u"bomay"_s}, {u"version"_s, 1}, {u"document"_s, toJson(organisation.info())}};
    forEachRowKind([&]<typename Entity>() {
        if constexpr (!std::is_same_v<Entity, DocumentInfo>)
            root.insert(kListNames[static_cast<std::size_t>(kRowKindOf<Entity>)],
                        arrayOf(organisation.table<Entity>()));
    });
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace bomay
