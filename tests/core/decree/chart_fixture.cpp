// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/decree/chart_fixture.h"

#include "core/change/change_builder.h"
#include "core/change/transaction.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

ChartFixture &ChartFixture::locality(const LocalityLine &line)
{
    Locality row{m_ids.make<LocalityId>(), line.code, {{}}};
    row.states.front().name = line.name;
    row.states.front().type = line.type;
    row.states.front().parent = m_localities.value(line.parent);
    row.states.front().localityClass = line.localityClass;
    row.states.front().population = line.population;
    m_localities.insert(line.code, row.id);
    m_rows.push_back(row);
    return *this;
}

ChartFixture &ChartFixture::unit(const UnitLine &line)
{
    Unit row{m_ids.make<UnitId>(), line.code, false, {{}}};
    row.states.front().name = line.name;
    row.states.front().kind = line.kind;
    row.states.front().locality = m_localities.value(line.locality);
    row.states.front().staffAllotted = line.staff;
    row.states.front().autonomy = line.autonomy;
    row.states.front().reorganisedOn = line.reorganisedOn;
    row.states.front().reorganisation = line.reorganisation;
    row.states.front().staffFilled = line.staffInPost;
    row.states.front().deputiesAllotted = line.deputiesAllotted;
    row.states.front().allotmentBasis = line.allotmentBasis;
    m_units.insert(line.code, row.id);
    m_rows.push_back(row);
    if (!line.parent.isEmpty())
        place(row.id, line.parent);
    return *this;
}

ChartFixture &ChartFixture::post(const QString &unit, PostState state, const std::vector<FixtureHolder> &holders)
{
    const Post row{m_ids.make<PostId>(), {}, {std::move(state)}};
    m_rows.push_back(row);
    place(row.id, unit);
    for (const FixtureHolder &holder : holders) {
        if (!m_people.contains(holder.person)) {
            m_people.insert(holder.person, m_ids.make<PersonId>());
            m_rows.push_back(Person{m_people.value(holder.person), {}, holder.person, {}});
        }
        m_rows.push_back(Appointment{
            m_ids.make<AppointmentId>(), row.id, m_people.value(holder.person), holder.kind, holder.period, {}});
    }
    return *this;
}

ChartFixture &ChartFixture::head(const QString &unit)
{
    PostState state;
    state.role = PostRole::Head;
    return post(unit, state);
}

ChartFixture &ChartFixture::deputies(const QString &unit, const std::vector<int> &tiers)
{
    for (const int tier : tiers) {
        PostState state;
        state.title = u"Phó Trưởng phòng"_s;
        state.role = PostRole::Deputy;
        state.tier = tier;
        post(unit, state);
    }
    return *this;
}

ChartFixture &ChartFixture::quota(const QString &unit, Quota quota, const QString &document)
{
    quota.id = m_ids.make<QuotaId>();
    quota.unit = m_units.value(unit);
    if (!document.isEmpty()) {
        quota.document = m_ids.make<LegalDocumentId>();
        m_rows.push_back(LegalDocument{quota.document, document, u"Quyết định"_s, {2026, 1, 12}, {}, {}, {}});
    }
    m_rows.push_back(quota);
    return *this;
}

ChartFixture &ChartFixture::row(Row row)
{
    m_rows.push_back(std::move(row));
    return *this;
}

ChartFixture &ChartFixture::stage(const QString &unit)
{
    Staged row;
    row.id = m_ids.make<StagedId>();
    row.node = m_units.value(unit);
    m_rows.push_back(row);
    return *this;
}

ChartFixture &ChartFixture::reversed()
{
    std::ranges::reverse(m_rows);
    return *this;
}

Organisation ChartFixture::organisation() const
{
    Organisation organisation;
    ChangeBuilder builder(organisation);
    for (const Row &row : m_rows)
        builder.put(row);
    Change change;
    change.images = builder.takeImages();
    const auto applied = applyChange(organisation, change);
    BM_CHECK(applied.has_value(), return {});
    return organisation;
}

OrgView ChartFixture::on(const char *isoDay) const
{
    const auto day = Day::parseIso(QString::fromLatin1(isoDay));
    BM_CHECK(day.has_value(), return {});
    return OrgView(organisation(), *day);
}

void ChartFixture::place(NodeRef node, const QString &parent)
{
    BM_CHECK(m_units.contains(parent), return);
    m_rows.push_back(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, node, m_units.value(parent), {}});
}

ChartFixture thuDuc()
{
    ChartFixture chart;
    chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
        .locality({u"769"_s, u"thành phố Thủ Đức"_s, LocalityType::CityInCity, u"79"_s})
        .unit({u"TP"_s, u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s, UnitKind::PeoplesCommittee, {}, u"79"_s})
        .unit({u"TD"_s, u"Ủy ban nhân dân thành phố Thủ Đức"_s, UnitKind::PeoplesCommittee, u"TP"_s, u"769"_s});
    return chart;
}

ChartFixture quanMot()
{
    ChartFixture chart;
    chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
        .locality({u"760"_s, u"Quận 1"_s, LocalityType::UrbanDistrict, u"79"_s})
        .unit({u"Q1"_s, u"Ủy ban nhân dân Quận 1"_s, UnitKind::PeoplesCommittee, {}, u"760"_s});
    return chart;
}

} // namespace bomay
