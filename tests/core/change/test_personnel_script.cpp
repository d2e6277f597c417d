// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_holders.h"
#include "core/change/personnel.h"
#include "tests/core/change/personnel_checks.h"
#include "tests/support/seeds.h"
#include "tests/support/test_main.h"

#include <random>
#include <set>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeeds = 12;
constexpr int kSteps = 150;

/// Random orders on persons with random arguments, sensible or not, over a few posts, from 2018 to 2027.
class PersonnelScript
{
public:
    explicit PersonnelScript(unsigned seed)
        : m_engine(seed)
        , m_ids(QByteArray::number(seed))
    {
        const UnitId ward = m_builder.unit(u"UBND"_s);
        for (const QString &name : {u"Phòng A"_s, u"Phòng B"_s, u"Phòng C"_s}) {
            const UnitId unit = m_builder.unit(name, ward);
            m_posts.push_back(m_builder.post(unit, u"Trưởng"_s, PostRole::Head));
            m_posts.push_back(m_builder.post(unit, u"Phó"_s, PostRole::Deputy, 1, 2));
        }
    }

    [[nodiscard]] Organisation &organisation() { return m_builder.organisation(); }
    [[nodiscard]] const std::vector<PostId> &posts() const { return m_posts; }

    Result<Change> next()
    {
        const Organisation &org = m_builder.organisation();
        const Order order = orderFrom(randomDay().toIso());
        switch (random(9)) {
        case 0:
            return random(3) == 0 ? endSecondment(org, pick(org.appointments()), order, m_ids)
                                  : dismiss(org, pick(org.appointments()), order, m_ids);
        case 1:
            return random(2) == 0 ? resign(org, pick(org.persons()), order, m_ids)
                                  : retire(org, pick(org.persons()), order, m_ids);
        case 2:
            return reappoint(org, pick(org.appointments()), until(), order, m_ids);
        case 3:
            return transfer(org, pick(org.appointments()), {post(), until(), standIns()}, order, m_ids);
        case 4:
            return rotate(org, pick(org.appointments()), {post(), until(), standIns(), {{}}}, order, m_ids);
        case 5:
            return second(org, post(), person(), until(), order, m_ids);
        case 6:
            return random(3) == 0 ? removeHolder(org, pick(org.appointments()))
                                  : changeHolder(org, pick(org.appointments()), person(), holding(), m_ids);
        default:
            return appoint(org, post(), person(), {way(), until(), standIns()}, order, m_ids);
        }
    }

private:
    int random(int below) { return static_cast<int>(m_engine() % static_cast<unsigned>(below)); }

    /// Many equal days, so that borders meet.
    Day randomDay() { return *Day::fromYmd(2018 + random(10), random(2) == 0 ? 1 : 7, 1 + random(2)); }

    PartialDate until()
    {
        if (random(2) == 0)
            return {};
        return random(2) == 0 ? PartialDate{static_cast<std::int16_t>(2018 + random(12)), 0, 0}
                              : PartialDate::fromDay(randomDay());
    }

    StandIns standIns() { return random(2) == 0 ? StandIns::Keep : StandIns::End; }
    PostId post() { return m_posts[uz(random(sizeOf(m_posts)))]; }

    PersonnelAction way()
    {
        constexpr std::array kWays{PersonnelAction::Election,    PersonnelAction::Designation,
                                   PersonnelAction::Appointment, PersonnelAction::Acting,
                                   PersonnelAction::InCharge,    PersonnelAction::Concurrent};
        return kWays[uz(random(sizeOf(kWays)))];
    }

    PersonRef person()
    {
        const PersonId known = pick(m_builder.organisation().persons());
        return known.isNull() ? PersonRef(PersonFacts{u"Người %1"_s.arg(++m_serial)}) : PersonRef(known);
    }

    /// Of a kind that a person may hold any number of.
    Holding holding()
    {
        return {.kind = AppointmentKind::Concurrent, .period = {PartialDate::fromDay(randomDay()), until()}};
    }

    template <typename Entity>
    Id<Entity> pick(const Table<Entity> &table)
    {
        int index = random(table.size() + 1); // one too many: an id that names nothing
        for (const Entity &row : table)
            if (index-- == 0)
                return row.id;
        return {};
    }

    std::mt19937 m_engine;
    SeededIdSource m_ids;
    OrganisationBuilder m_builder;
    std::vector<PostId> m_posts;
    int m_serial = 0;
};

/// Posts with too many holders, persons twice in a post, in full in two or seconded to two, on a day.
QString wrongOn(const Organisation &organisation, Day day)
{
    const OrgView view(organisation, day);
    std::set<std::pair<PersonId, AppointmentKind>> exclusive;
    for (const ViewPost &post : view.posts()) {
        if (sizeOf(post.holders) > post.state.seats)
            return u"too many in "_s + post.state.title;
        std::set<PersonId> here;
        for (const ViewHolder &holder : post.holders) {
            const bool isExclusive = holder.kind == AppointmentKind::Full || holder.kind == AppointmentKind::Seconded;
            if (!here.insert(holder.person).second ||
                (isExclusive && !exclusive.insert({holder.person, holder.kind}).second))
                return u"twice: "_s + holder.name;
        }
    }
    return {};
}

QStringList holdersOfAll(const Organisation &organisation, const std::vector<PostId> &posts, Day day)
{
    QStringList holders;
    for (const PostId post : posts)
        holders += holdersOn(organisation, post, day.toIso());
    return holders;
}

} // namespace

class TestPersonnelScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ordersKeepSeatsPersonsAndThePast_data() { test::addSeeds(kSeeds); }
    void ordersKeepSeatsPersonsAndThePast()
    {
        QFETCH(unsigned, seed);
        PersonnelScript script(seed);
        Organisation &organisation = script.organisation();
        int done = 0;
        for (int step = 0; step < kSteps; ++step) {
            const auto change = script.next();
            if (!change) {
                QVERIFY2(change.error().code().startsWith(u"personnel-"_s) ||
                             change.error().code().startsWith(u"edit-"_s),
                         qPrintable(change.error().code()));
                continue;
            }
            ++done;
            const bool dated = !change->effective.isEmpty();
            const Day dayBefore = dated ? Day{change->effective.firstDay().julian - 1} : day(u"2000-01-01"_s);
            const QStringList past = holdersOfAll(organisation, script.posts(), dayBefore);
            const QString problem = problemOf(organisation, change);
            QVERIFY2(problem.isEmpty(), qPrintable(u"step %1, %2: %3"_s.arg(step).arg(change->title, problem)));
            QCOMPARE(holdersOfAll(organisation, script.posts(), dayBefore), past);
            for (int year = 2018; year < 2030; ++year)
                for (const QString &iso : {u"%1-01-01"_s, u"%1-01-02"_s, u"%1-07-01"_s, u"%1-07-02"_s, u"%1-12-31"_s}) {
                    const QString wrong = wrongOn(organisation, day(iso.arg(year)));
                    QVERIFY2(wrong.isEmpty(), qPrintable(change->title + u": "_s + wrong));
                }
        }
        QVERIFY2(done > kSteps / 8, qPrintable(QString::number(done)));
    }
};

BM_TEST_MAIN(TestPersonnelScript)
#include "test_personnel_script.moc"
