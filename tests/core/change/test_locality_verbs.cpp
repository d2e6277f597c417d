// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/locality_verbs.h"
#include "core/change/transaction.h"
#include "core/model/integrity.h"
#include "core/model/org_view.h"
#include "core/model/row_names.h"
#include "tests/support/edit_checks.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kBefore = u"2025-06-30"_s;
const QString kFrom = u"2025-07-01"_s;

Order order()
{
    LegalDocument document;
    document.number = u"1685/NQ-UBTVQH15"_s;
    return {document, day(kFrom)};
}

/// A city with three wards, each with its council and committee under or beside the city's.
struct City : OrganisationBuilder
{
    LocalityId city = locality(u"79"_s, u"Thành phố Mẫu"_s, LocalityType::CentralCity);
    LocalityId a = locality(u"001"_s, u"Phường An"_s, LocalityType::Ward, city);
    LocalityId b = locality(u"002"_s, u"Phường Bình"_s, LocalityType::Ward, city);
    LocalityId c = locality(u"003"_s, u"Xã Cát"_s, LocalityType::Commune, city);
    UnitId cityCommittee = body(u"UBND Thành phố Mẫu"_s, UnitKind::PeoplesCommittee, city, {});
    UnitId committeeA = body(u"UBND phường An"_s, UnitKind::PeoplesCommittee, a, cityCommittee);
    UnitId committeeB = body(u"UBND phường Bình"_s, UnitKind::PeoplesCommittee, b, cityCommittee);
    UnitId councilA = body(u"HĐND phường An"_s, UnitKind::PeoplesCouncil, a, {});
    UnitId councilB = body(u"HĐND phường Bình"_s, UnitKind::PeoplesCouncil, b, {});
    UnitId school = body(u"Trường Mầm non"_s, UnitKind::PublicServiceUnit, a, committeeA);
    UnitId police = body(u"Công an phường An"_s, UnitKind::VerticalBranch, a, {});
    PostId chairA = post(committeeA, u"Chủ tịch A"_s, PostRole::Head);
    PostId chairB = post(committeeB, u"Chủ tịch B"_s, PostRole::Head);
    PersonId personA = holder(chairA, u"Người A"_s);
    PersonId personB = holder(chairB, u"Người B"_s);

    City()
    {
        setPopulation(a, 20000);
        setPopulation(b, 15000);
    }

    UnitId body(const QString &name, UnitKind kind, LocalityId locality, UnitId parent)
    {
        const UnitId id = unit(name, parent, kind);
        Unit row = *organisation().find(id);
        row.states[0].locality = locality;
        put(row);
        return id;
    }

    void setPopulation(LocalityId id, int persons)
    {
        Locality row = *organisation().find(id);
        row.states[0].population = persons;
        put(row);
    }

    [[nodiscard]] LocalityHeir heir(const QString &name, const QString &code) const
    {
        LocalityHeir heir;
        heir.facts.name = name;
        heir.facts.type = LocalityType::Ward;
        heir.facts.parent = city;
        heir.code = code;
        return heir;
    }

    [[nodiscard]] const LocalityState *on(LocalityId id, const QString &iso) const
    {
        return stateOn(*organisation().find(id), day(iso));
    }

    [[nodiscard]] LocalityId named(const QString &name) const
    {
        for (const Locality &row : organisation().localities())
            if (row.states.back().name == name)
                return row.id;
        return {};
    }

    /// "from→to" of every succession, parts with a star.
    [[nodiscard]] QStringList successions() const
    {
        QStringList lines;
        for (const LocalitySuccession &row : organisation().localitySuccessions())
            lines += describeRow(organisation(), keyOf(row.id)) +
                     (row.extent == SuccessionExtent::Part ? u"*"_s : QString());
        lines.sort();
        return lines;
    }

    /// The locality of a unit on a day.
    [[nodiscard]] QString placeOf(UnitId id, const QString &iso) const
    {
        const OrgView view(organisation(), day(iso));
        const int index = view.indexOf(id);
        const int locality = index < 0 ? -1 : view.units()[uz(index)].locality;
        return locality < 0 ? QString() : view.localities()[uz(locality)].state.name;
    }
};

QString codeOf(const Result<Change> &change)
{
    return change ? QString() : change.error().code();
}

} // namespace

class TestLocalityVerbs : public QObject
{
    Q_OBJECT

private:
    /// One line of the mapping of 2025.
    struct Line
    {
        QString newCode, newName, oldCode, oldName;
        bool whole = false;
    };

    static std::vector<Line> readMapping()
    {
        std::vector<Line> lines;
        QFile file(QStringLiteral(BOMAY_DATA_DIR "/vietnam/tphcm-sap-nhap-phuong-xa-2025.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return lines;
        file.readLine(); // the names of the columns
        while (!file.atEnd()) {
            const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
            if (cells.size() == 5)
                lines.push_back({cells[0], cells[1], cells[2], cells[3], cells[4] == u"full"_s});
        }
        return lines;
    }

    static LocalityType typeOf(const QString &name)
    {
        for (const auto &term : terms<LocalityType>())
            if (!term.code.empty() && name.startsWith(labelOf(term.value), Qt::CaseInsensitive))
                return term.value;
        return LocalityType::Unknown;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void mergingTakesTheBodiesAlong()
    {
        City o;
        const QString past = treeOn(o.organisation(), kBefore);
        const auto change = mergeLocalities(o.organisation(), std::array{o.a, o.b},
                                            o.heir(u"Phường Sài Gòn"_s, u"001"_s), {}, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Nhập Phường An, Phường Bình thành Phường Sài Gòn từ 01/07/2025"_s);
        QCOMPARE(treeOn(o.organisation(), kBefore), past);
        QCOMPARE(treeOn(o.organisation(), kFrom),
                 u"UBND Thành phố Mẫu(UBND phường Sài Gòn(Chủ tịch A,Chủ tịch B,Trường Mầm non)),Công an phường An,"
                 "HĐND phường Sài Gòn"_s);
        QVERIFY(o.on(o.a, kBefore) != nullptr && o.on(o.a, kFrom) == nullptr);
        const LocalityId heir = o.named(u"Phường Sài Gòn"_s);
        QCOMPARE(o.on(heir, kFrom)->population, std::optional(35000));
        QCOMPARE(o.on(heir, kBefore), nullptr);
        QCOMPARE(o.placeOf(o.school, kBefore), u"Phường An"_s);
        QCOMPARE(o.placeOf(o.school, kFrom), u"Phường Sài Gòn"_s);
        QCOMPARE(o.placeOf(o.police, kFrom), u"Phường Sài Gòn"_s); // stays itself, at its new place
        QCOMPARE(o.successions(), (QStringList{u"Phường An → Phường Sài Gòn"_s, u"Phường Bình → Phường Sài Gòn"_s}));
        const Post &second = *o.organisation().find(o.chairB);
        QVERIFY(stateOn(second, day(kFrom))->surplus);
    }

    void mergingIntoOneThatStays()
    {
        City o;
        LocalityHeir heir;
        heir.existing = o.b;
        const auto change = mergeLocalities(o.organisation(), std::array{o.a}, heir, {}, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Nhập Phường An vào Phường Bình từ 01/07/2025"_s);
        QCOMPARE(treeOn(o.organisation(), kFrom),
                 u"UBND Thành phố Mẫu(UBND phường Bình(Chủ tịch B,Chủ tịch A,Trường Mầm non)),HĐND phường Bình,"
                 "Công an phường An"_s);
    }

    void dividing()
    {
        City o;
        const std::array heirs{o.heir(u"Phường Đông"_s, u"004"_s), o.heir(u"Phường Tây"_s, u"005"_s)};
        const auto change = divideLocality(o.organisation(), o.a, heirs, {}, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Chia Phường An thành Phường Đông, Phường Tây từ 01/07/2025"_s);
        const QString tree = treeOn(o.organisation(), kFrom);
        QVERIFY2(tree.contains(u"UBND phường Đông(Chủ tịch A,Trường Mầm non),UBND phường Tây)"_s), qPrintable(tree));
        QVERIFY2(tree.contains(u"HĐND phường Đông,HĐND phường Tây"_s), qPrintable(tree));
        QCOMPARE(o.on(o.named(u"Phường Đông"_s), kFrom)->population, std::nullopt);
        QCOMPARE(o.successions(), (QStringList{u"Phường An → Phường Tây*"_s, u"Phường An → Phường Đông*"_s}));
        int bodies = 0;
        for (const Relation &row : o.organisation().relations())
            if (row.type == RelationType::Succeeds) {
                ++bodies;
                QCOMPARE(row.extent, SuccessionExtent::Part);
            }
        QCOMPARE(bodies, 4);
    }

    void adjustingABoundary()
    {
        City o;
        const QString tree = treeOn(o.organisation(), kBefore);
        const auto change = adjustBoundary(o.organisation(), {o.a, o.b, 12000, 23000}, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Điều chỉnh địa giới: một phần Phường An về Phường Bình từ 01/07/2025"_s);
        QCOMPARE(treeOn(o.organisation(), kFrom), tree);
        QCOMPARE(o.on(o.a, kBefore)->population, std::optional(20000));
        QCOMPARE(o.on(o.a, kFrom)->population, std::optional(12000));
        QCOMPARE(o.on(o.b, kFrom)->population, std::optional(23000));
        QCOMPARE(o.successions(), QStringList{u"Phường An → Phường Bình*"_s});
    }

    void renamingRenamesTheBodies()
    {
        City o;
        const auto change =
            renameLocality(o.organisation(), o.a, u"Phường Hòa"_s, LocalityType::Ward, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Đổi Phường An thành Phường Hòa từ 01/07/2025"_s);
        QVERIFY(treeOn(o.organisation(), kBefore).contains(u"UBND phường An("_s));
        QVERIFY(treeOn(o.organisation(), kFrom).contains(u"UBND phường Hòa("_s));
        QVERIFY(treeOn(o.organisation(), kFrom).contains(u"HĐND phường Hòa"_s));
        QCOMPARE(codeOf(renameLocality(o.organisation(), o.a, u"Phường Hòa"_s, LocalityType::Ward, order(), o.ids())),
                 u"edit-no-change"_s);
    }

    void dissolving()
    {
        City o;
        Terms terms;
        terms.heirs = {{keyOf(o.chairA), Terms::kEnds}};
        const auto change = dissolveLocality(o.organisation(), o.a, terms, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Giải thể Phường An từ 01/07/2025"_s);
        QCOMPARE(
            treeOn(o.organisation(), kFrom),
            u"UBND Thành phố Mẫu(UBND phường Bình(Chủ tịch B),Trường Mầm non),HĐND phường Bình,Công an phường An"_s);
        QCOMPARE(o.successions(), QStringList{u"Phường An → Thành phố Mẫu"_s});
        QCOMPARE(codeOf(dissolveLocality(o.organisation(), o.city, {}, order(), o.ids())), u"order-no-heir"_s);
    }

    void theNumbersOfADissolvedCommitteeGoToTheOneAbove()
    {
        City o;
        o.put(Quota{o.ids().make<QuotaId>(), o.committeeA, 2026, QuotaKind::CivilServants, 20, {}, {}, {}});
        QCOMPARE(problemOf(o.organisation(), dissolveLocality(o.organisation(), o.a, {}, order(), o.ids())), QString());
        QCOMPARE(sizeOf(o.organisation().naming<Quota>(keyOf(o.cityCommittee))), 1);
        QCOMPARE(o.organisation().naming<Quota>(keyOf(o.cityCommittee))[0]->allotted, std::optional(20));
    }

    void laterStatesNameTheHeirToo()
    {
        City o;
        const EditScope later = fromDay(u"2026-01-01"_s);
        const UnitState shown = o.organisation().find(o.school)->states[0];
        UnitState renamed = shown;
        renamed.name = u"Trường Mầm non Hoa Mai"_s;
        QCOMPARE(problemOf(o.organisation(), changeUnit(o.organisation(), o.school, {shown, renamed}, later)),
                 QString());
        const LocalityId hamlet = o.locality(u"004"_s, u"Khu phố 1"_s, LocalityType::Ward, o.a);
        Locality row = *o.organisation().find(hamlet);
        row.states.push_back(row.states[0]);
        row.states[0].period = period({}, u"2025-12-31"_s);
        row.states[1].period = period(u"2026-01-01"_s, {});
        row.states[1].name = u"Khu phố Một"_s;
        o.put(row);
        QCOMPARE(problemOf(o.organisation(), mergeLocalities(o.organisation(), std::array{o.a, o.b},
                                                             o.heir(u"Phường Mới"_s, u"009"_s), {}, order(), o.ids())),
                 QString());
        const LocalityId heir = o.named(u"Phường Mới"_s);
        for (const QString &iso : {kFrom, u"2026-06-01"_s}) {
            QCOMPARE(o.placeOf(o.school, iso), u"Phường Mới"_s);
            QCOMPARE(o.on(hamlet, iso)->parent, heir);
        }
        QCOMPARE(o.on(hamlet, kBefore)->parent, o.a);
    }

    /// As on 01/07/2025: the level between goes into the city, and what was below it is merged, by one order.
    void levelsThatEndTogetherLeaveNothingUnderThem()
    {
        OrganisationBuilder b;
        const auto body = [&b](const QString &name, UnitKind kind, LocalityId locality, UnitId parent) {
            const UnitId id = b.unit(name, parent, kind);
            Unit row = *b.organisation().find(id);
            row.states[0].locality = locality;
            b.put(row);
            return id;
        };
        const LocalityId city = b.locality(u"79"_s, u"Thành phố Mẫu"_s, LocalityType::CentralCity);
        const LocalityId district = b.locality(u"760"_s, u"Quận 1"_s, LocalityType::UrbanDistrict, city);
        const LocalityId an = b.locality(u"001"_s, u"Phường An"_s, LocalityType::Ward, district);
        const LocalityId binh = b.locality(u"002"_s, u"Phường Bình"_s, LocalityType::Ward, district);
        const LocalityId cat = b.locality(u"003"_s, u"Phường Cát"_s, LocalityType::Ward, district);
        const UnitId top = body(u"UBND Thành phố Mẫu"_s, UnitKind::PeoplesCommittee, city, {});
        const UnitId middle = body(u"UBND Quận 1"_s, UnitKind::PeoplesCommittee, district, top);
        body(u"UBND phường An"_s, UnitKind::PeoplesCommittee, an, middle);
        body(u"UBND phường Bình"_s, UnitKind::PeoplesCommittee, binh, middle);
        body(u"UBND phường Cát"_s, UnitKind::PeoplesCommittee, cat, middle);
        LocalityHeir merged;
        merged.facts.name = u"Phường Mới"_s;
        merged.facts.type = LocalityType::Ward;
        merged.facts.parent = city;
        merged.code = u"009"_s;
        merged.from = {{an, SuccessionExtent::Whole}, {binh, SuccessionExtent::Whole}};
        LocalityHeir whole;
        whole.existing = city;
        whole.from = {{district, SuccessionExtent::Whole}};
        for (const bool cityFirst : {true, false}) {
            const std::vector<LocalityHeir> heirs = cityFirst ? std::vector{whole, merged} : std::vector{merged, whole};
            const auto change = rearrangeLocalities(b.organisation(), heirs, {}, order(), b.ids());
            QCOMPARE(problemOf(b.organisation(), change), QString());
            QCOMPARE(treeOn(b.organisation(), kFrom), u"UBND Thành phố Mẫu(UBND phường Cát,UBND phường Mới)"_s);
            QVERIFY(applyChange(b.organisation(), inverted(*change)).has_value());
        }
        // A founded level in between: the heirs of both levels are new.
        LocalityHeir newMiddle = merged;
        newMiddle.facts.name = u"Thành phố Mới"_s;
        newMiddle.facts.type = LocalityType::CityInCity;
        newMiddle.code = u"769"_s;
        newMiddle.from = {{district, SuccessionExtent::Whole}};
        const std::array heirs{merged, newMiddle};
        QCOMPARE(problemOf(b.organisation(), rearrangeLocalities(b.organisation(), heirs, {}, order(), b.ids())),
                 QString());
        QCOMPARE(treeOn(b.organisation(), kFrom),
                 u"UBND Thành phố Mẫu(UBND Thành phố Mới(UBND phường Cát,UBND phường Mới))"_s);
    }

    void whatMakesNoSenseIsRefused()
    {
        City o;
        const auto merge = [&o](std::vector<LocalityId> from, const LocalityHeir &heir) {
            return codeOf(mergeLocalities(o.organisation(), from, heir, {}, order(), o.ids()));
        };
        QCOMPARE(merge({o.a}, o.heir(u"X"_s, u"9"_s)), u"order-too-few-localities"_s);
        QCOMPARE(merge({o.a, o.a}, o.heir(u"X"_s, u"9"_s)), u"order-twice"_s);
        QCOMPARE(merge({o.a, o.b}, o.heir(u"X"_s, u"003"_s)), u"order-locality-code-taken"_s);
        QCOMPARE(merge({o.a, o.b}, o.heir(u"X"_s, {})), u"order-no-code"_s);
        QCOMPARE(merge({o.a, o.b}, o.heir(u" "_s, u"9"_s)), u"edit-empty-name"_s);
        LocalityHeir below = o.heir(u"X"_s, u"9"_s);
        below.facts.parent = o.a;
        QCOMPARE(merge({o.a, o.b}, below), u"order-heir-ends"_s);
        LocalityHeir partly = o.heir(u"X"_s, u"9"_s);
        partly.from = {{o.a, SuccessionExtent::Part}};
        QCOMPARE(codeOf(rearrangeLocalities(o.organisation(), std::array{partly}, {}, order(), o.ids())),
                 u"order-rest"_s);
        QCOMPARE(merge({o.a, o.b}, o.heir(u"X"_s, u"9"_s)), QString());
        QCOMPARE(problemOf(o.organisation(), mergeLocalities(o.organisation(), std::array{o.a, o.b},
                                                             o.heir(u"X"_s, u"9"_s), {}, order(), o.ids())),
                 QString());
        QCOMPARE(merge({o.a, o.b}, o.heir(u"Y"_s, u"10"_s)), u"order-locality-gone"_s);
    }

    void nothingComesToStandBelowItself()
    {
        City o;
        QCOMPARE(codeOf(adjustBoundary(o.organisation(), {o.a, o.a, {}, {}}, order(), o.ids())), u"order-twice"_s);
        LocalityHeir below = o.heir(u"X"_s, u"9"_s);
        below.facts.parent = o.a;
        LocalityHeir beside = o.heir(u"Y"_s, u"10"_s);
        beside.facts.parent = {};
        const auto divide = [&o](const LocalityHeir &first, const LocalityHeir &second) {
            return divideLocality(o.organisation(), o.city, std::array{first, second}, {}, order(), o.ids());
        };
        QCOMPARE(codeOf(divide(below, beside)), u"order-heir-below"_s);
        QCOMPARE(problemOf(o.organisation(), divide(beside, below)), QString()); // the wards come to the first one
    }

    /// The rearrangement of 01/07/2025 as the mapping file tells it: 442 communes and wards become 168.
    void theRearrangementOf2025()
    {
        const std::vector<Line> lines = readMapping();
        if (lines.empty())
            QSKIP("tphcm-sap-nhap-phuong-xa-2025.csv is not at hand");
        OrganisationBuilder o;
        const LocalityId city = o.locality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity);
        QHash<QString, LocalityId> olds;
        std::map<QString, std::vector<Line>> news;
        QHash<QString, int> parts;
        for (const Line &line : lines) {
            if (!olds.contains(line.oldCode))
                olds[line.oldCode] = o.locality(line.oldCode, line.oldName, typeOf(line.oldName), city);
            news[line.newCode].push_back(line);
            ++parts[line.oldCode];
        }
        std::vector<LocalityHeir> heirs;
        int unchanged = 0;
        for (const auto &[code, sources] : news) {
            const Line &first = sources.front();
            // The file lists those that stay as they are too.
            if (sources.size() == 1 && first.whole && first.newName == first.oldName) {
                ++unchanged;
                continue;
            }
            LocalityHeir heir;
            heir.code = code;
            heir.facts.name = first.newName;
            heir.facts.type = typeOf(first.newName);
            heir.facts.parent = city;
            for (const Line &line : sources)
                heir.from.push_back(
                    {olds[line.oldCode], line.whole ? SuccessionExtent::Whole : SuccessionExtent::Part});
            heirs.push_back(std::move(heir));
        }
        QCOMPARE(unchanged, 5);
        QCOMPARE(olds.size(), 442);
        QCOMPARE(std::ranges::count_if(parts, [](int count) { return count > 1; }), 47);

        const auto change = rearrangeLocalities(o.organisation(), heirs, {}, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());

        // The right sets on either side of midnight.
        const auto setOn = [&o, city](const QString &iso) {
            QSet<QString> set;
            for (const Locality &row : o.organisation().localities())
                if (const LocalityState *state = stateOn(row, day(iso)); state != nullptr && row.id != city)
                    set.insert(row.code + u' ' + state->name);
            return set;
        };
        QSet<QString> oldSet;
        QSet<QString> newSet;
        for (const Line &line : lines) {
            oldSet.insert(line.oldCode + u' ' + line.oldName);
            newSet.insert(line.newCode + u' ' + line.newName);
        }
        QCOMPARE(setOn(kBefore), oldSet);
        QCOMPARE(setOn(kFrom), newSet);
        QCOMPARE(setOn(kFrom).size(), 168);
        QHash<LocalityType, int> types;
        for (const Locality &row : o.organisation().localities())
            if (const LocalityState *state = stateOn(row, day(kFrom)))
                ++types[state->type];
        QCOMPARE(types[LocalityType::Ward], 113);
        QCOMPARE(types[LocalityType::Commune], 54);
        QCOMPARE(types[LocalityType::SpecialZone], 1);

        // Predecessors and successors of each, as the file has them.
        QSet<QString> expected;
        for (const Line &line : lines)
            if (!(news[line.newCode].size() == 1 && line.whole && line.newName == line.oldName))
                expected.insert(u"%1 %2→%3 %4 %5"_s.arg(line.oldCode, line.oldName, line.newCode, line.newName,
                                                        line.whole ? u"whole"_s : u"part"_s));
        QSet<QString> found;
        for (const LocalitySuccession &row : o.organisation().localitySuccessions()) {
            const Locality &from = *o.organisation().find(row.predecessor);
            const Locality &to = *o.organisation().find(row.successor);
            found.insert(u"%1 %2→%3 %4 %5"_s.arg(from.code, from.states.back().name, to.code, to.states.back().name,
                                                 row.extent == SuccessionExtent::Whole ? u"whole"_s : u"part"_s));
            QCOMPARE(from.states.back().period.to, (PartialDate{2025, 6, 30}));
            QCOMPARE(to.states.front().period.from, (PartialDate{2025, 7, 1}));
        }
        QCOMPARE(found, expected);
        QCOMPARE(o.organisation().localitySuccessions().size(), 493 - unchanged);
        QVERIFY(checkIntegrity(o.organisation()).empty());
    }
};

BM_TEST_MAIN(TestLocalityVerbs)
#include "test_locality_verbs.moc"
