// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_organisation.h"

#include "core/base/numbers.h"
#include "core/change/change_builder.h"
#include "core/change/transaction.h"
#include "core/model/fields.h"
#include "core/store/document_tables.h"
#include "core/store/sqlite_connection.h"

#include <algorithm>
#include <set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Gives every visited field a value of its own that is not the default; what refers to others is left to the caller.
struct FieldFiller
{
    int &counter;

    void operator()(const char *name, QString &field)
    {
        field = u"%1 ề “%2”"_s.arg(QLatin1StringView(name)).arg(++counter);
    }
    void operator()(const char * /*name*/, int &field) { field = 2 + ++counter; }
    void operator()(const char * /*name*/, bool &field) { field = true; }
    void operator()(const char * /*name*/, double &field) { field = 0.1 * ++counter; }
    void operator()(const char * /*name*/, PartialDate &field)
    {
        const int n = ++counter;
        field = {static_cast<std::int16_t>(1990 + n % 30), static_cast<std::int8_t>(n % 3 == 0 ? 0 : 1 + n % 12),
                 static_cast<std::int8_t>(n % 3 == 1 ? 1 + n % 28 : 0)};
    }
    void operator()(const char * /*name*/, CustomFields &field)
    {
        field = {{u"Cột lạ"_s, u"giá trị %1"_s.arg(++counter)}, {u"Trống"_s, QString()}};
    }
    void operator()(const char *name, Picture &field)
    {
        field.bytes = QByteArray("\x89PNG\r\n\x1a\n\0", 9) + name + QByteArray::number(++counter);
    }
    void operator()(const char * /*name*/, Period & /*field*/) {}
    void operator()(const char * /*name*/, NodeRef & /*field*/) {}
    template <typename Entity>
    void operator()(const char * /*name*/, Id<Entity> & /*field*/)
    {}
    template <typename Value>
    void operator()(const char *name, std::optional<Value> &field)
    {
        (*this)(name, field.emplace());
    }
    template <typename Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char * /*name*/, Enum &field)
    {
        const auto all = terms<Enum>();
        field = all[1 + uz(++counter) % (all.size() - 1)].value;
    }
};

Period years(int from, int to)
{
    return {{static_cast<std::int16_t>(from), 0, 0}, {static_cast<std::int16_t>(to), 6, 30}};
}

/// Makes and fills rows.
class Sampler
{
public:
    template <typename Entity>
    Entity make()
    {
        Entity entity;
        entity.id = {m_ids.next()};
        visitFields(entity, FieldFiller{m_counter});
        if constexpr (Dated<Entity>) {
            for (int i = 0; i < 3; ++i) {
                StateOf<Entity> state;
                visitFields(state, FieldFiller{m_counter});
                state.period = years(2000 + 10 * i, 2008 + 10 * i);
                entity.states.push_back(state);
            }
        }
        return entity;
    }

    Relation relation(RelationType type, NodeRef from, NodeRef to)
    {
        auto relation = make<Relation>();
        relation.type = type;
        relation.from = from;
        relation.to = to;
        relation.period = years(2001, 2009);
        return relation;
    }

private:
    SeededIdSource m_ids{"store"};
    int m_counter = 0;
};

Organisation build(ChangeBuilder &builder)
{
    Organisation organisation;
    Change change;
    change.images = builder.takeImages();
    const Result<ChangeSet> applied = applyChange(organisation, change);
    BM_CHECK(applied.has_value(), return organisation);
    return organisation;
}

struct DefaultFields
{
    const QString &table;
    QStringList &fields;

    template <typename Field>
    void operator()(const char *name, const Field &field)
    {
        if (field == Field{})
            fields += table + u'.' + QLatin1StringView(name);
    }
};

} // namespace

Organisation fullOrganisation()
{
    Sampler sampler;
    const Organisation empty;
    ChangeBuilder builder(empty);
    builder.put(DocumentInfo{documentInfoId(), u"Đề án sắp xếp"_s, {2021, 12, 31}});
    const auto city = sampler.make<Locality>();
    auto ward = sampler.make<Locality>();
    for (LocalityState &state : ward.states)
        state.parent = city.id;
    ward.states[1].custom = {};
    const auto committee = sampler.make<Unit>();
    auto office = sampler.make<Unit>();
    for (UnitState &state : office.states)
        state.locality = ward.id;
    Unit bare{sampler.make<Unit>().id, u"TRAN"_s, false, {UnitState{}}};
    const auto head = sampler.make<Post>();
    const auto deputy = sampler.make<Post>();
    Post lost{sampler.make<Post>().id, {}, {PostState{}}};
    const auto person = sampler.make<Person>();
    auto portrait = sampler.make<Portrait>();
    portrait.person = person.id;
    auto appointment = sampler.make<Appointment>();
    appointment.post = deputy.id;
    appointment.person = person.id;
    appointment.period = {{2020, 5, 0}, {2021, 0, 0}};
    auto staged = sampler.make<Staged>();
    staged.node = lost.id;
    auto document = sampler.make<LegalDocument>();
    document.validity = years(2001, 2009);
    auto succession = sampler.make<LocalitySuccession>();
    succession.predecessor = city.id;
    succession.successor = ward.id;
    succession.document = document.id;
    auto function = sampler.make<Function>();
    function.unit = office.id;
    function.period = years(2001, 2009);
    auto heir = sampler.make<Function>();
    heir.unit = committee.id;
    heir.period = years(2010, 2019);
    heir.predecessor = function.id;
    auto quota = sampler.make<Quota>();
    quota.unit = office.id;
    quota.document = document.id;
    auto duty = sampler.make<Duty>();
    duty.accountable = head.id;
    duty.document = document.id;
    auto participant = sampler.make<DutyParticipant>();
    participant.duty = duty.id;
    participant.node = deputy.id;
    const auto waiver = sampler.make<Waiver>();
    const auto confirmation = sampler.make<Confirmation>();
    const auto ruleSwitch = sampler.make<RuleSwitch>();
    auto note = sampler.make<Note>();
    note.node = office.id;
    auto view = sampler.make<ChartView>();
    view.root = office.id;
    auto mark = sampler.make<BranchMark>();
    mark.view = view.id;
    mark.node = deputy.id;
    auto object = sampler.make<ChartObject>();
    object.view = view.id;
    object.unit = office.id;
    for (const Row &row : std::initializer_list<Row>{document,
                                                     note,
                                                     waiver,
                                                     confirmation,
                                                     ruleSwitch,
                                                     object,
                                                     mark,
                                                     view,
                                                     succession,
                                                     heir,
                                                     function,
                                                     quota,
                                                     duty,
                                                     participant,
                                                     city,
                                                     ward,
                                                     committee,
                                                     office,
                                                     bare,
                                                     head,
                                                     deputy,
                                                     lost,
                                                     person,
                                                     Person{{Uid{7, 7}}, {}, u"Nguyễn Thị Ẩn"_s, {}},
                                                     portrait,
                                                     appointment,
                                                     sampler.relation(RelationType::BelongsTo, office.id, committee.id),
                                                     sampler.relation(RelationType::BelongsTo, head.id, office.id),
                                                     sampler.relation(RelationType::BelongsTo, deputy.id, office.id),
                                                     sampler.relation(RelationType::ReportsTo, deputy.id, head.id),
                                                     sampler.relation(RelationType::Oversees, head.id, bare.id),
                                                     staged})
        builder.put(row);
    return build(builder);
}

Organisation largeOrganisation(int pairs)
{
    SeededIdSource ids("large");
    const Organisation empty;
    ChangeBuilder builder(empty);
    std::vector<UnitId> units;
    for (int i = 0; i < pairs; ++i) {
        Unit unit{ids.make<UnitId>(), u"DV%1"_s.arg(i), false, {UnitState{}}};
        unit.states[0].name = u"Phòng Nội vụ số %1"_s.arg(i);
        unit.states[0].kind = UnitKind::SpecialisedAgency;
        unit.states[0].period.from = {2021, 3, 29};
        unit.states[0].staffAllotted = i % 40;
        Post post{ids.make<PostId>(), {}, {PostState{}}};
        post.states[0].title = u"Trưởng phòng"_s;
        post.states[0].role = PostRole::Head;
        builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, post.id, unit.id, {}});
        if (i > 0)
            builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, unit.id, units[uz((i - 1) / 8)], {}});
        units.push_back(unit.id);
        builder.put(std::move(unit));
        builder.put(std::move(post));
    }
    return build(builder);
}

QStringList differingTables(const Organisation &a, const Organisation &b)
{
    QStringList tables;
    const auto compare = [&]<typename Entity>(const Table<Entity> &rows) {
        if (!std::ranges::equal(rows, b.table<Entity>()))
            tables += tableName<Entity>();
    };
    forEachRowKind([&]<typename Entity>() { compare(a.table<Entity>()); });
    return tables;
}

QStringList fieldsAtDefault(const Organisation &organisation)
{
    // A field counts once some row gives it a value: what is at its default in all rows is at it in each.
    QStringList result;
    const auto note = [&result](const QString &table, const auto &rows) {
        std::optional<std::set<QString>> always;
        for (const auto &row : rows) {
            QStringList fields;
            visitFields(row, DefaultFields{table, fields});
            std::set<QString> now(fields.begin(), fields.end());
            if (always)
                std::erase_if(*always, [&now](const QString &field) { return !now.contains(field); });
            else
                always = std::move(now);
        }
        for (const QString &field : always.value_or(std::set<QString>{table + u" is empty"_s}))
            result += field;
    };
    const auto noteTable = [&note]<typename Entity>(const Table<Entity> &rows) {
        note(tableName<Entity>(), rows);
        if constexpr (Dated<Entity>)
            for (const Entity &row : rows)
                if (row.states.size() > 1)
                    note(stateTableName<Entity>(), row.states);
    };
    forEachRowKind([&]<typename Entity>() { noteTable(organisation.table<Entity>()); });
    return result;
}

QString tamper(const QString &path, const QStringList &statements)
{
    const auto connection = SqliteConnection::open(path, SqliteConnection::Access::ReadWrite);
    if (!connection)
        return connection.error().detail;
    QStringList all{u"PRAGMA foreign_keys = OFF"_s, u"PRAGMA writable_schema = ON"_s};
    all += statements;
    for (const QString &statement : all)
        if (const Result<> done = connection->run(statement); !done)
            return statement + u": "_s + done.error().detail;
    return {};
}

QString codePath(const Error &error)
{
    return error.causes.empty() ? error.code() : error.code() + u'/' + codePath(error.causes.front());
}

} // namespace bomay
