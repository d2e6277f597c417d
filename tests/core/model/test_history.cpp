// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits.h"
#include "core/change/transaction.h"
#include "core/change/unit_verbs.h"
#include "core/model/history.h"
#include "core/model/lineage.h"
#include "core/model/row_names.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

Order orderOf(const QString &iso, const QString &number)
{
    LegalDocument document;
    document.number = number;
    return {document, day(iso)};
}

/// A committee with undated divisions A, B, C; what happens to them the tests say.
struct Committee : OrganisationBuilder
{
    UnitId committee = unit(u"UBND"_s, {}, UnitKind::PeoplesCommittee);
    UnitId a = unit(u"Phòng A"_s, committee);
    UnitId b = unit(u"Phòng B"_s, committee);
    UnitId c = unit(u"Phòng C"_s, committee);

    void apply(const Result<Change> &change)
    {
        QVERIFY2(change.has_value(), change ? "" : qPrintable(change.error().code()));
        QVERIFY(applyChange(organisation(), *change).has_value());
    }

    [[nodiscard]] NewUnit newUnit(const QString &name) const
    {
        NewUnit unit;
        unit.facts.name = name;
        unit.facts.kind = UnitKind::Division;
        unit.parent = committee;
        return unit;
    }

    [[nodiscard]] UnitId named(const QString &name) const
    {
        for (const Unit &unit : organisation().units())
            if (unit.states.back().name == name)
                return unit.id;
        return {};
    }

    FunctionId function(UnitId unit, const QString &text, FunctionId predecessor = {})
    {
        const auto id = ids().make<FunctionId>();
        put(Function{id, unit, 1, text, {}, {}, predecessor});
        return id;
    }

    LocalitySuccessionId succession(LocalityId predecessor, LocalityId successor, SuccessionExtent extent,
                                    PartialDate date, LegalDocumentId document = {})
    {
        const auto id = ids().make<LocalitySuccessionId>();
        put(LocalitySuccession{id, predecessor, successor, extent, date, document});
        return id;
    }

    template <typename Entity>
    [[nodiscard]] QStringList told(Id<Entity> id, Language language = Language::Vietnamese) const
    {
        static const MessageCatalog catalog = *MessageCatalog::builtIn();
        QStringList lines;
        for (const HistoryEvent &event : historyOf(organisation(), id))
            lines += catalog.text(messageOf(event, language), language);
        return lines;
    }

    /// "Phòng A, Phòng B*": a star where only a part was taken over on the way.
    template <typename Entity>
    [[nodiscard]] QString listed(const std::vector<Kin<Entity>> &kin) const
    {
        QStringList names;
        for (const Kin<Entity> &one : kin)
            names += describeRow(organisation(), keyOf(one.id)) +
                     (one.extent == SuccessionExtent::Part ? u"*"_s : QString());
        return names.join(u", "_s);
    }
    template <typename Entity>
    [[nodiscard]] QString origins(Id<Entity> id, const QString &iso) const
    {
        return listed(originsOn(organisation(), id, day(iso)));
    }
    template <typename Entity>
    [[nodiscard]] QString heirs(Id<Entity> id, const QString &iso) const
    {
        return listed(heirsOn(organisation(), id, day(iso)));
    }
};

/// The committee through four reorganisations: A and B become AB in March 2021; AB is divided into X and Y in 2023, X
/// takes the name "Phòng X mới" and absorbs C in 2025; Z is separated from Y in 2026.
struct Chain : Committee
{
    UnitId ab;
    UnitId x;
    UnitId y;
    UnitId z;
    FunctionId planning = function(a, u"Kế hoạch"_s);

    Chain()
    {
        apply(consolidateUnits(organisation(), std::array{a, b}, newUnit(u"Phòng AB"_s), {},
                               orderOf(u"2021-03-01"_s, u"1/QĐ"_s), ids()));
        ab = named(u"Phòng AB"_s);
        Terms terms;
        terms.heirs[keyOf(functionHeirs(organisation(), planning).back())] = 1;
        apply(divideUnit(organisation(), ab, std::array{newUnit(u"Phòng X"_s), newUnit(u"Phòng Y"_s)}, terms,
                         orderOf(u"2023-01-01"_s, u"2/QĐ"_s), ids()));
        x = named(u"Phòng X"_s);
        y = named(u"Phòng Y"_s);
        apply(renameUnit(organisation(), x, u"Phòng X mới"_s, orderOf(u"2024-01-01"_s, u"3/QĐ"_s), ids()));
        apply(absorbUnits(organisation(), std::array{c}, x, {}, orderOf(u"2025-01-01"_s, u"4/QĐ"_s), ids()));
        terms.heirs = {{keyOf(functionHeirs(organisation(), planning).back()), 0}};
        apply(
            separateUnit(organisation(), y, newUnit(u"Phòng Z"_s), terms, orderOf(u"2026-01-01"_s, u"5/QĐ"_s), ids()));
        z = named(u"Phòng Z"_s);
    }
};

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aUnitIsToldFromItsFoundingToItsEnd()
    {
        const Chain o;
        QCOMPARE(o.told(o.ab), (QStringList{u"01/03/2021: Thành lập Phòng AB (1/QĐ)"_s,
                                            u"01/03/2021: Phòng AB tiếp nhận Phòng A (toàn bộ) (1/QĐ)"_s,
                                            u"01/03/2021: Phòng AB tiếp nhận Phòng B (toàn bộ) (1/QĐ)"_s,
                                            u"01/01/2023: Phòng AB bàn giao cho Phòng X (một phần) (2/QĐ)"_s,
                                            u"01/01/2023: Phòng AB bàn giao cho Phòng Y (một phần) (2/QĐ)"_s,
                                            u"01/01/2023: Phòng AB kết thúc hoạt động (2/QĐ)"_s}));
        QCOMPARE(o.told(o.ab, Language::English).at(1),
                 u"2021-03-01: Phòng AB took over Phòng A (as a whole) (1/QĐ)"_s);
        QCOMPARE(o.told(o.a), (QStringList{u"Phòng A có từ trước, không rõ ngày thành lập"_s,
                                           u"01/03/2021: Phòng A bàn giao cho Phòng AB (toàn bộ) (1/QĐ)"_s,
                                           u"01/03/2021: Phòng A kết thúc hoạt động (1/QĐ)"_s}));
        // Names are those of the day; who absorbs keeps its legal basis, so that no document is known.
        QCOMPARE(o.told(o.x), (QStringList{u"01/01/2023: Thành lập Phòng X (2/QĐ)"_s,
                                           u"01/01/2023: Phòng X tiếp nhận Phòng AB (một phần) (2/QĐ)"_s,
                                           u"01/01/2024: Phòng X đổi tên thành Phòng X mới (3/QĐ)"_s,
                                           u"01/01/2025: Phòng X mới tiếp nhận Phòng C (toàn bộ)"_s}));
        QCOMPARE(o.told(o.y).last(), u"01/01/2026: Phòng Y bàn giao cho Phòng Z (một phần) (5/QĐ)"_s);
        QVERIFY(o.told(UnitId{}).isEmpty());
    }

    void eventsCarryWhoAndWhenForProgrammes()
    {
        const Chain o;
        const HistoryEvent event = historyOf(o.organisation(), o.ab)[1];
        QCOMPARE(event.kind, HistoryEventKind::TookOver);
        QCOMPARE(event.day, day(u"2021-03-01"_s));
        QCOMPARE(event.date, (PartialDate{2021, 3, 1}));
        QCOMPARE(event.other, keyOf(o.a));
        QCOMPARE(event.before.vi, u"Phòng A"_s);
        QCOMPARE(event.after.vi, u"Phòng AB"_s);
        QCOMPARE(event.extent, SuccessionExtent::Whole);
        const HistoryEvent founding = historyOf(o.organisation(), o.a).front();
        QCOMPARE(founding.day, Day::earliest());
        QVERIFY(founding.date.isEmpty());
    }

    void conversionsAndMoves()
    {
        Committee o;
        o.apply(convertUnit(o.organisation(), o.a, UnitKind::ServiceCentre, u"Trung tâm A"_s,
                            orderOf(u"2022-01-01"_s, u"1/QĐ"_s), o.ids()));
        o.apply(transferUnit(o.organisation(), o.a, o.b, UnitTransfer::Attach, orderOf(u"2023-01-01"_s, u"2/QĐ"_s),
                             o.ids()));
        o.apply(move(o.organisation(), o.a, {UnitId{}, std::nullopt},
                     {EditMode::FromDate, {}, day(u"2024-01-01"_s), {}}, o.ids()));
        o.apply(move(o.organisation(), o.a, {o.c, std::nullopt}, {EditMode::FromDate, {}, day(u"2025-01-01"_s), {}},
                     o.ids()));
        QCOMPARE(o.told(o.a),
                 (QStringList{u"Phòng A có từ trước, không rõ ngày thành lập"_s,
                              u"01/01/2022: Phòng A đổi tên thành Trung tâm A (1/QĐ)"_s,
                              u"01/01/2022: Trung tâm A chuyển đổi loại hình từ Phòng trong cơ quan, đơn vị thành "
                              "Trung tâm Phục vụ hành chính công (1/QĐ)"_s,
                              u"01/01/2023: Trung tâm A chuyển từ UBND về trực thuộc Phòng B"_s,
                              u"01/01/2024: Trung tâm A thôi trực thuộc Phòng B"_s,
                              u"01/01/2025: Trung tâm A chuyển về trực thuộc Phòng C"_s}));
        QCOMPARE(o.told(o.a, Language::English).at(2),
                 u"2022-01-01: Trung tâm A converted from Division to Public administration service centre (1/QĐ)"_s);
    }

    void aUnitThatComesBackAndDatesThatAreYearsOnly()
    {
        Committee o;
        Unit row = *o.organisation().find(o.a);
        row.states[0].period = {{2010, 0, 0}, {2012, 0, 0}};
        UnitState later = row.states[0];
        later.period = {{2015, 6, 0}, {2020, 12, 31}};
        row.states.push_back(later);
        o.put(row);
        QCOMPARE(o.told(o.a),
                 (QStringList{u"2010: Thành lập Phòng A"_s, u"2012: Phòng A kết thúc hoạt động"_s,
                              u"06/2015: Lập lại Phòng A"_s, u"01/01/2021: Phòng A kết thúc hoạt động"_s}));
    }

    void directSuccessionsInBothDirections()
    {
        const Chain o;
        const auto before = predecessorsOf(o.organisation(), o.x);
        QCOMPARE(before.size(), 2U);
        QCOMPARE(before[0].predecessor, o.ab);
        QCOMPARE(before[0].extent, SuccessionExtent::Part);
        QCOMPARE(before[0].date, (PartialDate{2023, 1, 1}));
        QCOMPARE(before[1].predecessor, o.c);
        QCOMPARE(before[1].extent, SuccessionExtent::Whole);
        const auto after = successorsOf(o.organisation(), o.ab);
        QCOMPARE(after.size(), 2U);
        QCOMPARE(after[0].successor, o.x);
        QCOMPARE(after[1].successor, o.y);
        QVERIFY(predecessorsOf(o.organisation(), o.a).empty());
    }

    void lineageThroughSeveralReorganisations()
    {
        const Chain o;
        QCOMPARE(o.heirs(o.a, u"2021-02-28"_s), u"Phòng A"_s);
        QCOMPARE(o.heirs(o.a, u"2021-03-01"_s), u"Phòng AB"_s);
        QCOMPARE(o.heirs(o.a, u"2023-01-01"_s), u"Phòng X mới*, Phòng Y*"_s);
        QCOMPARE(o.heirs(o.a, u"2026-01-01"_s), u"Phòng X mới*, Phòng Y*, Phòng Z*"_s);
        QCOMPARE(o.heirs(o.c, u"2025-01-01"_s), u"Phòng X mới"_s);
        QCOMPARE(o.origins(o.z, u"2026-01-01"_s), u"Phòng Z"_s);
        QCOMPARE(o.origins(o.z, u"2025-12-31"_s), u"Phòng Y*"_s);
        QCOMPARE(o.origins(o.z, u"2022-12-31"_s), u"Phòng AB*"_s);
        QCOMPARE(o.origins(o.z, u"2021-02-28"_s), u"Phòng A*, Phòng B*"_s);
        QCOMPARE(o.origins(o.x, u"2024-12-31"_s), u"Phòng C, Phòng X mới"_s);
        QCOMPARE(o.origins(o.x, u"2021-02-28"_s), u"Phòng A*, Phòng B*, Phòng C"_s);
        QCOMPARE(o.origins(o.ab, u"2021-02-28"_s), u"Phòng A, Phòng B"_s);
        QCOMPARE(o.heirs(o.z, u"2020-01-01"_s), QString());   // not yet there
        QCOMPARE(o.origins(o.a, u"2024-01-01"_s), QString()); // no longer there
    }

    void whatARelativeTakesOverLaterOrGaveEarlierIsNoKin()
    {
        Committee o;
        // B gave a part to A in 2021 and took over C in 2022: A has nothing of C.
        o.relation(RelationType::Succeeds, o.b, o.c, {{2022, 1, 1}, {}});
        o.relation(RelationType::Succeeds, o.a, o.b, {{2021, 1, 1}, {}});
        QCOMPARE(o.origins(o.a, u"2020-01-01"_s), u"Phòng A, Phòng B"_s);
        QCOMPARE(o.heirs(o.c, u"2023-01-01"_s), u"Phòng B, Phòng C"_s);
    }

    void wholeByOneWayIsWhole()
    {
        Committee o;
        const UnitId d = o.unit(u"Phòng D"_s, o.committee);
        const auto partly = [&o](UnitId successor, UnitId predecessor, PartialDate date) {
            o.put(Relation{o.ids().make<RelationId>(),
                           RelationType::Succeeds,
                           successor,
                           predecessor,
                           {date, {}},
                           SuccessionExtent::Part});
        };
        partly(o.b, o.a, {2021, 1, 1});
        partly(d, o.b, {2022, 1, 1});
        o.relation(RelationType::Succeeds, o.c, o.a, {{2023, 1, 1}, {}});
        o.relation(RelationType::Succeeds, d, o.c, {{2023, 1, 1}, {}});
        QCOMPARE(o.heirs(o.a, u"2022-06-01"_s), u"Phòng A, Phòng B*, Phòng D*"_s);
        QCOMPARE(o.heirs(o.a, u"2023-06-01"_s), u"Phòng A, Phòng B*, Phòng C, Phòng D"_s);
        QCOMPARE(o.origins(d, u"2020-06-01"_s), u"Phòng A, Phòng B*, Phòng C, Phòng D"_s);
    }

    void successionsInACircleEnd()
    {
        Committee o;
        const Period sameDay{{2021, 1, 1}, {}};
        o.relation(RelationType::Succeeds, o.a, o.b, sameDay);
        o.relation(RelationType::Succeeds, o.b, o.c, sameDay);
        o.relation(RelationType::Succeeds, o.c, o.a, sameDay);
        o.relation(RelationType::Succeeds, o.a, o.a, sameDay);
        QCOMPARE(o.heirs(o.a, u"2022-01-01"_s), u"Phòng A, Phòng B, Phòng C"_s);
        QCOMPARE(o.origins(o.a, u"2020-01-01"_s), u"Phòng A, Phòng B, Phòng C"_s);
        QVERIFY(!o.told(o.a).isEmpty());
        const FunctionId first = o.function(o.a, u"Một"_s);
        const FunctionId second = o.function(o.b, u"Hai"_s, first);
        Function row = *o.organisation().find(first);
        row.predecessor = second;
        o.put(row);
        QCOMPARE(functionOrigins(o.organisation(), first), (std::vector{second, first}));
        QCOMPARE(functionHeirs(o.organisation(), first), (std::vector{first, second}));
    }

    void aSuccessionWithoutADateIsTakenFromTheEndOrTheBeginning()
    {
        Committee o;
        const UnitId ended = o.unit(u"Phòng cũ"_s, o.committee, UnitKind::Division, {{}, {2020, 12, 31}});
        const UnitId begun = o.unit(u"Phòng mới"_s, o.committee, UnitKind::Division, {{2022, 1, 1}, {}});
        o.relation(RelationType::Succeeds, begun, ended);
        o.relation(RelationType::Succeeds, begun, o.a);
        o.relation(RelationType::Succeeds, o.c, o.b);
        const auto steps = predecessorsOf(o.organisation(), begun);
        QCOMPARE(steps[0].day, day(u"2021-01-01"_s));
        QVERIFY(steps[0].date.isEmpty());
        QCOMPARE(steps[1].day, day(u"2022-01-01"_s));
        QCOMPARE(successorsOf(o.organisation(), o.b)[0].day, Day::earliest());
        QCOMPARE(o.told(ended), (QStringList{u"Phòng cũ có từ trước, không rõ ngày thành lập"_s,
                                             u"Phòng cũ bàn giao cho Phòng mới (toàn bộ)"_s,
                                             u"01/01/2021: Phòng cũ kết thúc hoạt động"_s}));
        QCOMPARE(o.heirs(o.b, u"1990-01-01"_s), u"Phòng B, Phòng C"_s);
    }

    void aFunctionIsFollowedToItsFirstUnitAndToItsHeir()
    {
        const Chain o;
        const auto line = functionHeirs(o.organisation(), o.planning);
        QStringList units;
        for (const FunctionId id : line)
            units += describeRow(o.organisation(), keyOf(o.organisation().find(id)->unit));
        QCOMPARE(units, (QStringList{u"Phòng A"_s, u"Phòng AB"_s, u"Phòng Y"_s, u"Phòng Z"_s}));
        QCOMPARE(functionOrigins(o.organisation(), line.back()), line);
        QCOMPARE(functionHeirsOn(o.organisation(), o.planning, day(u"2024-01-01"_s)), std::vector{line[2]});
        QCOMPARE(functionOrigins(o.organisation(), line[1]), (std::vector{line[0], line[1]}));
        QVERIFY(functionHeirs(o.organisation(), {}).empty());
    }

    void aLocalityIsToldWithItsDocuments()
    {
        Committee o;
        const auto document = o.ids().make<LegalDocumentId>();
        o.put(LegalDocument{document, u"1111/NQ-UBTVQH14"_s, u"Nghị quyết"_s, {2020, 12, 9}, {}, {}, {}});
        const LocalityId city = o.locality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity);
        const LocalityId district = o.locality(u"762"_s, u"Quận Thủ Đức"_s, LocalityType::UrbanDistrict, city);
        const LocalityId second = o.locality(u"769"_s, u"Quận 2"_s, LocalityType::UrbanDistrict, city);
        const LocalityId thuDuc = o.locality(u"7691"_s, u"Thành phố Thủ Đức"_s, LocalityType::CityInCity, city);
        const auto setStates = [&o](LocalityId id, auto &&change) {
            Locality row = *o.organisation().find(id);
            change(row.states);
            o.put(row);
        };
        for (const LocalityId id : {district, second})
            setStates(id, [](auto &states) { states[0].period.to = {2020, 12, 31}; });
        setStates(thuDuc, [](auto &states) { states[0].period.from = {2021, 1, 1}; });
        o.succession(district, thuDuc, SuccessionExtent::Whole, {2021, 1, 1}, document);
        o.succession(second, thuDuc, SuccessionExtent::Whole, {}, document);
        QCOMPARE(o.told(thuDuc),
                 (QStringList{
                     u"01/01/2021: Thành lập Thành phố Thủ Đức (Nghị quyết 1111/NQ-UBTVQH14)"_s,
                     u"01/01/2021: Thành phố Thủ Đức tiếp nhận Quận Thủ Đức (toàn bộ) (Nghị quyết 1111/NQ-UBTVQH14)"_s,
                     u"Thành phố Thủ Đức tiếp nhận Quận 2 (toàn bộ) (Nghị quyết 1111/NQ-UBTVQH14)"_s}));
        QCOMPARE(o.told(district).last(),
                 u"01/01/2021: Quận Thủ Đức kết thúc hoạt động (Nghị quyết 1111/NQ-UBTVQH14)"_s);
        QCOMPARE(o.origins(thuDuc, u"2020-12-31"_s), u"Quận Thủ Đức, Quận 2"_s);
        QCOMPARE(o.heirs(second, u"2021-01-01"_s), u"Thành phố Thủ Đức"_s);
    }

    void aLocalityChangesNameTypeClassAndParent()
    {
        Committee o;
        const LocalityId huyen = o.locality(u"783"_s, u"Huyện Củ Chi"_s, LocalityType::RuralDistrict);
        const LocalityId city = o.locality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity);
        const LocalityId xa = o.locality(u"27500"_s, u"Xã Tân Phú"_s, LocalityType::Commune, huyen);
        Locality row = *o.organisation().find(xa);
        row.states[0].period.to = {2025, 6, 30};
        row.states[0].localityClass = LocalityClass::Second;
        LocalityState later = row.states[0];
        later.period = {{2025, 7, 1}, {}};
        later.name = u"Phường Tân Phú"_s;
        later.type = LocalityType::Ward;
        later.localityClass = LocalityClass::First;
        later.parent = city;
        row.states.push_back(later);
        o.put(row);
        QCOMPARE(
            o.told(xa),
            (QStringList{u"Xã Tân Phú có từ trước, không rõ ngày thành lập"_s,
                         u"01/07/2025: Xã Tân Phú đổi tên thành Phường Tân Phú"_s,
                         u"01/07/2025: Phường Tân Phú chuyển đổi loại hình từ Xã thành Phường"_s,
                         u"01/07/2025: Phường Tân Phú được phân loại đơn vị hành chính: Loại I, trước đó Loại II"_s,
                         u"01/07/2025: Phường Tân Phú chuyển từ Huyện Củ Chi về trực thuộc Thành phố Hồ Chí Minh"_s}));
    }
};

BM_TEST_MAIN(TestHistory)
#include "test_history.moc"
