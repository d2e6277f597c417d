// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_difference.h"
#include "core/exchange/template_rows.h"
#include "tests/core/exchange/plan_outline.h"
#include "tests/core/exchange/same_rows.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Ids of a later import are others than those of an earlier one.
Result<ImportPlan> planAgain(const Organisation &base, const Sheet &sheet)
{
    const Workbook workbook{u"lần sau.xlsx"_s, {sheet}};
    SeededIdSource ids("again " + QByteArray::number(base.size()));
    return planImport({&workbook, 1}, base, ids);
}

Organisation taken(const Sheet &sheet, const Organisation &base = {})
{
    Organisation organisation = base;
    const auto plan = planAgain(base, sheet);
    if (!plan || !applyChange(organisation, plan->change))
        qFatal("the import failed");
    return organisation;
}

Sheet postsOf(const QStringList &rows)
{
    return sheetOf(u"CHUC_VU"_s, QStringList{u"ma_don_vi|chuc_danh"_s} + rows);
}

/// Two units, and a post that stood in the first until the end of 2024 and stands in the second since.
struct MovedPost
{
    OrganisationBuilder builder;
    UnitId first;
    UnitId second;
    PostId post;

    MovedPost()
    {
        first = builder.unit(u"Phòng Một"_s);
        second = builder.unit(u"Phòng Hai"_s);
        post = builder.post(first, u"Trưởng phòng"_s, PostRole::Head);
        Relation place = *lastRelation(builder.organisation(), RelationType::BelongsTo, post);
        place.period = period({}, u"2024-12-31"_s);
        builder.put(place);
        builder.relation(RelationType::BelongsTo, post, second, period(u"2025-01-01"_s, {}));
    }

    void giveCode(const QString &code)
    {
        Post coded = *builder.organisation().find(post);
        coded.code = code;
        builder.put(coded);
    }

    [[nodiscard]] const Organisation &organisation() const { return builder.organisation(); }
};

} // namespace

/// A file that comes a second time: what it says already changes nothing, what it does not say stays.
class TestReimport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// Roles that were set by hand after an import are kept by the next file, which says nothing of them.
    void aRoleSetByHandIsNoOtherPost()
    {
        OrganisationBuilder builder;
        const QString unit = builder.organisation().find(builder.unit(u"Board"_s))->code;
        const Sheet sheet = postsOf({unit + u"|Deputy Director"_s, unit + u"|Deputy Director"_s});
        Organisation marked = taken(sheet, builder.organisation());
        QCOMPARE(marked.posts().size(), 2U);
        ChangeBuilder roles(marked);
        int tier = 0;
        for (const Post &known : marked.posts()) {
            Post post = known;
            post.states.front().role = PostRole::Deputy;
            post.states.front().tier = ++tier;
            roles.put(post);
        }
        Change change;
        change.images = roles.takeImages();
        QVERIFY(applyChange(marked, change).has_value());
        const Organisation again = taken(sheet, marked);
        QCOMPARE(again.posts().size(), 2U);
        for (const Post &post : again.posts())
            QVERIFY(post.states == marked.find(post.id)->states);
    }

    /// The loop leads through a unit that the file does not name.
    void aLoopThroughTheDocumentIsAsked()
    {
        OrganisationBuilder builder;
        const UnitId above = builder.unit(u"Sở"_s);
        const UnitId between = builder.unit(u"Chi cục"_s, above);
        const UnitId below = builder.unit(u"Phòng"_s, between);
        const auto codeOf = [&](UnitId unit) { return builder.organisation().find(unit)->code; };
        const auto plan =
            planAgain(builder.organisation(),
                      sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, codeOf(above) + u"|Sở|"_s + codeOf(below)}));
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList(u"cycle@2"_s));
        const auto loop = std::ranges::find(plan->report.diagnostics, u"cycle"_s,
                                            [](const Diagnostic &one) { return one.message.code; });
        QVERIFY(loop->message.args.value(u"loop"_s).contains(u"Chi cục"_s));
    }

    void aPostIsKnownWhereItStandsLast()
    {
        const MovedPost moved;
        const auto plan = planAgain(moved.organisation(), postsOf({u"U2|Trưởng phòng"_s}));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->change.images.size(), 0U);
    }

    /// A file of an earlier day speaks of a post as it was then, whatever it is called and wherever it stands since.
    void aPostIsKnownAsItWasOnTheDayOfTheFile()
    {
        MovedPost moved;
        Post post = *moved.organisation().find(moved.post);
        PostState later = post.states.back();
        post.states.back().period = period({}, u"2024-12-31"_s);
        later.period = period(u"2025-01-01"_s, {});
        later.title = u"Giám đốc"_s;
        post.states.push_back(later);
        moved.builder.put(post);
        for (const int year : {2024, 2026}) {
            const OrgView view(moved.organisation(), Day::fromYmd(year, 6, 1).value_or(Day{}));
            QCOMPARE(view.posts().front().state.title, year == 2024 ? u"Trưởng phòng"_s : u"Giám đốc"_s);
            for (const UnitId agency : {UnitId{}, moved.first, moved.second}) {
                const Workbook rows = agency.isNull() ? templateRows(moved.organisation(), view)
                                                      : templateRows(moved.organisation(), view, agency);
                QCOMPARE(test::changesOfTheSame(moved.organisation(), rows), QStringList());
            }
        }
    }

    /// Of two posts of one title one followed the other: a file of each day is of the one that was there then.
    void ofPostsThatFollowEachOtherTheOneOfTheDayIsMeant()
    {
        OrganisationBuilder builder;
        const UnitId unit = builder.unit(u"Phòng Một"_s);
        const auto during = [&](const Period &time) {
            const PostId id = builder.post(unit, u"Trưởng phòng"_s, PostRole::Head);
            Post post = *builder.organisation().find(id);
            post.states.back().period = time;
            builder.put(post);
            Relation place = *lastRelation(builder.organisation(), RelationType::BelongsTo, id);
            place.period = time;
            builder.put(place);
            builder.holder(id, u"Người %1"_s.arg(builder.organisation().posts().size()), AppointmentKind::Full, time);
        };
        during(period({}, u"2024-12-31"_s));
        during(period(u"2025-01-01"_s, {}));
        during(period({}, u"2030-12-31"_s)); // beside both, and not always
        for (const int year : {2024, 2026}) {
            const OrgView view(builder.organisation(), Day::fromYmd(year, 6, 1).value_or(Day{}));
            QCOMPARE(view.posts().size(), 2U);
            for (const Workbook &rows :
                 {templateRows(builder.organisation(), view), templateRows(builder.organisation(), view, unit)})
                QCOMPARE(test::changesOfTheSame(builder.organisation(), rows), QStringList());
        }
    }

    /// A file of an earlier day names a unit as it was called then, and so is its kind; what other units are called
    /// since does not matter.
    void aUnitIsKnownAsItWasOnTheDayOfTheFile()
    {
        OrganisationBuilder builder;
        const UnitId id = builder.unit(u"Phòng Kinh tế"_s, {}, UnitKind::SpecialisedAgency);
        Unit unit = *builder.organisation().find(id);
        UnitState later = unit.states.back();
        unit.states.back().period = period({}, u"2024-12-31"_s);
        later.period = period(u"2025-01-01"_s, {});
        later.name = u"Trung tâm Kinh tế"_s;
        later.kind = UnitKind::ServiceCentre;
        unit.states.push_back(later);
        builder.put(unit);
        builder.unit(u"Phòng Kinh tế"_s, {}, UnitKind::Division, period(u"2025-01-01"_s, {}));
        builder.post(id, u"Trưởng phòng"_s, PostRole::Head);
        const Sheet of2024 = sheetOf(u"TAI_LIEU"_s, {u"ngay_so_lieu"_s, u"2024-06-01"_s});
        for (const Sheet &sheet :
             {postsOf({u"Phòng Kinh tế|Trưởng phòng"_s}), sheetOf(u"DON_VI"_s, {u"ten"_s, u"Phòng Kinh tế"_s})}) {
            const auto plan = planOf({of2024, sheet}, builder.organisation());
            QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
            QCOMPARE(remarks(plan->report), QStringList());
            QCOMPARE(plan->change.images.size(), 0U);
        }
    }

    void whereAPostStoodBeforeStaysWhenItIsMovedByCode()
    {
        MovedPost moved;
        moved.giveCode(u"7"_s);
        Organisation base = moved.organisation();
        const auto plan =
            planAgain(base, sheetOf(u"S"_s, {u"id|parent id|unit|job title"_s, u"7||Phòng Một|Trưởng phòng"_s}));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QVERIFY(applyChange(base, plan->change).has_value());
        QCOMPARE(base.graph().parentOn(moved.post, RelationType::BelongsTo, day(u"2024-06-01"_s)),
                 std::optional<NodeRef>(moved.first));
        QCOMPARE(base.graph().parentOn(moved.post, RelationType::BelongsTo, day(u"2025-06-01"_s)),
                 std::optional<NodeRef>(moved.first));
        QCOMPARE(base.graph().relationsFrom(moved.post).size(), 2U);
    }

    /// Every sở has a "Văn phòng": that of one must not become that of another because only one is known so far.
    void aUnitOfTheSameNameElsewhereIsAnotherOne()
    {
        const auto list = [](const QStringList &rows) {
            return sheetOf(u"DS"_s, QStringList{u"STT|Tên đơn vị|Biên chế giao"_s} + rows);
        };
        const Organisation base = taken(list({u"I|Sở Một|10"_s, u"1|Văn phòng|4"_s, u"2|Phòng Lạ|3"_s}));
        QStringList first = outlineOf(planAgain({}, list({u"I|Sở Hai|9"_s, u"1|Văn phòng|5"_s})));
        QCOMPARE(first, QStringList({u"Sở Hai"_s, u"  Văn phòng"_s}));

        const auto other = planAgain(base, list({u"I|Sở Hai|9"_s, u"1|Văn phòng|5"_s}));
        QVERIFY(other.has_value());
        Organisation both = base;
        QVERIFY(applyChange(both, other->change).has_value());
        QCOMPARE(both.units().size(), 5);
        for (const ImportItem &item : differenceOf(*other, base))
            QCOMPARE(item.kind, ImportItem::Kind::Added);
        QVERIFY(std::ranges::any_of(other->report.diagnostics,
                                    [](const Diagnostic &told) { return told.message.code == u"unit-named-alike"_s; }));

        // Both in one file, the new one first.
        const auto together = planAgain(base, list({u"I|Sở Hai|9"_s, u"1|Văn phòng|5"_s, u"II|Sở Một|10"_s,
                                                    u"1|Văn phòng|4"_s, u"2|Phòng Lạ|3"_s}));
        QVERIFY(together.has_value());
        QStringList kinds;
        for (const ImportItem &item : differenceOf(*together, base))
            kinds += QString::number(static_cast<int>(item.kind)) + item.name;
        QCOMPARE(kinds, QStringList({u"0Sở Hai"_s, u"0Văn phòng"_s}));
    }

    /// An office's own list begins with itself, wherever the document has it; a unit that moved takes its parts along.
    void aUnitIsKnownByNameWhereTheFileAllowsIt()
    {
        const auto list = [](const QStringList &rows) {
            return sheetOf(u"DS"_s, QStringList{u"STT|Tên đơn vị|Biên chế giao"_s} + rows);
        };
        const Organisation base = taken(list({u"A|UBND tỉnh|"_s, u"I|Sở Một|10"_s, u"1|Phòng Lạ|3"_s, u"a|Tổ Một|"_s,
                                              u"II|Sở Hai|9"_s, u"1|Phòng Quen|3"_s, u"a|Tổ Một|"_s}));
        const auto own = planAgain(base, list({u"I|Sở Một|10"_s, u"1|Phòng Lạ|3"_s, u"a|Tổ Một|"_s}));
        QVERIFY(own.has_value());
        QCOMPARE(own->change.images.size(), 0U);
        for (const Diagnostic &told : own->report.diagnostics) // what the document has is given no code anew
            QVERIFY(told.message.code != u"code-made"_s);

        const auto moved =
            planAgain(base, list({u"A|UBND tỉnh|"_s, u"I|Sở Một|10"_s, u"II|Sở Hai|9"_s, u"1|Phòng Lạ|3"_s,
                                  u"a|Tổ Một|"_s, u"2|Phòng Quen|3"_s, u"a|Tổ Một|"_s}));
        QVERIFY(moved.has_value());
        QStringList kinds;
        for (const ImportItem &item : differenceOf(*moved, base))
            if (item.kind != ImportItem::Kind::Changed)
                kinds += QString::number(static_cast<int>(item.kind)) + item.name;
        QCOMPARE(kinds, QStringList({u"2Phòng Lạ"_s}));
    }

    void aLooseProfileFindsItsSuperiorsInTheDocument()
    {
        const Organisation base =
            taken(sheetOf(u"S"_s, {u"id|parentId|name|position"_s, u"A-1||Nguyễn Văn An|Head"_s}));
        ImportProfile loose = builtInProfiles().back();
        loose.codes = CodeMatch::Loose;
        const Workbook workbook{u"lần sau.csv"_s,
                                {sheetOf(u"S"_s, {u"id|parentId|name|position"_s, u"2|a-1|Trần Thị Bình|Officer"_s}),
                                 sheetOf(u"T"_s, {u"STT|Tên đơn vị|Biên chế giao"_s, u"1|Sở Một|10"_s})}};
        SeededIdSource ids("loose");
        ImportOptions options;
        options.sheetProfiles.emplace(workbook.sheets.data(), loose);
        const auto plan = planImport({&workbook, 1}, base, ids, options);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.orphans, 0);
        QCOMPARE(plan->report.units, 2); // the other sheet is read as it looks
        const auto reports = std::ranges::count_if(plan->change.images, [](const RowImage &image) {
            const auto *relation = image.after ? std::get_if<Relation>(&*image.after) : nullptr;
            return relation != nullptr && relation->type == RelationType::ReportsTo;
        });
        QCOMPARE(reports, 1);
    }

    void sharedPostsWaitingPostsAndUnits_data()
    {
        QTest::addColumn<Sheet>("sheet");
        QTest::newRow("a post that two rows share")
            << sheetOf(u"S"_s, {u"id|parent id|unit|job title|name|fte"_s, u"1||U|Head|Nguyễn Văn An|1"_s,
                                u"2|1|U|Officer|Trần Thị Bình|0.5"_s, u"2|1|U|Officer|Lê Văn Cường|0.25"_s});
        QTest::newRow("without equivalents")
            << sheetOf(u"S"_s, {u"id|parent id|unit|job title|name"_s, u"1||U|Head|Nguyễn Văn An"_s,
                                u"2|1|U|Officer|Trần Thị Bình"_s, u"2|1|U|Officer|Lê Văn Cường"_s,
                                u"2|1|U|Officer|Phạm Thị Dung"_s});
        QTest::newRow("posts without a place")
            << sheetOf(u"S"_s, {u"id|parent id|unit|job title|name"_s, u"1|1|U|Head|Nguyễn Văn An"_s,
                                u"2|9|U|Officer|Trần Thị Bình"_s});
        QTest::newRow("units without a place")
            << sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, u"A|Sở Một|B"_s, u"B|Sở Hai|A"_s, u"C|Sở Ba|Z"_s});
    }
    void sharedPostsWaitingPostsAndUnits()
    {
        QFETCH(Sheet, sheet);
        const Organisation base = taken(sheet);
        const auto plan = planAgain(base, sheet);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QStringList changed;
        for (const RowImage &image : plan->change.images)
            changed += QString::number(static_cast<int>(image.key.kind));
        QCOMPARE(changed, QStringList());
    }

    void seatsOfASharedPostAreWhatItsRowsComeTo()
    {
        const auto sheet = [](const QStringList &holders) {
            QStringList lines{u"id|parent id|unit|job title|name"_s, u"1||U|Head|Nguyễn Văn An"_s};
            for (const QString &holder : holders)
                lines += u"2|1|U|Officer|"_s + holder;
            return sheetOf(u"S"_s, lines);
        };
        const Organisation base = taken(sheet({u"A B"_s, u"C D"_s}));
        const Organisation again = taken(sheet({u"A B"_s, u"C D"_s, u"E F"_s}), base);
        for (const Post &post : again.posts())
            QCOMPARE(post.states.back().seats, post.code == u"2"_s ? 3 : 1);
        QCOMPARE(again.posts().size(), 2);
    }
};

BM_TEST_MAIN(TestReimport)
#include "test_reimport.moc"
