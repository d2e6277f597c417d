// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/template_rows.h"
#include "tests/core/exchange/same_rows.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <set>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-06-01"_s);

/// What the rows of a document, written for a day, would change there when they come back.
QStringList changesOfTheSame(const Organisation &organisation)
{
    return test::changesOfTheSame(organisation, templateRows(organisation, OrgView(organisation, kDay)));
}

/// Units UB and KT: a chairman, two deputies of one title in the order of their names, and a title with slashes.
struct Ward
{
    OrganisationBuilder builder;
    UnitId committee;
    UnitId division;
    PostId chairman;
    PostId first;
    PostId second;

    Ward()
    {
        committee = builder.unit(u"UBND phường Mẫu"_s);
        division = builder.unit(u"Phòng Kinh tế"_s, committee);
        chairman = builder.post(committee, u"Chủ tịch"_s, PostRole::Head);
        first = builder.post(committee, u"Phó Chủ tịch"_s, PostRole::Deputy, 1);
        second = builder.post(committee, u"Phó Chủ tịch"_s, PostRole::Deputy, 1);
    }

    [[nodiscard]] const Organisation &organisation() const { return builder.organisation(); }

    DutyId duty(PostId post, const QString &text, const QString &product = {})
    {
        Duty duty;
        duty.id = builder.ids().make<DutyId>();
        duty.accountable = post;
        duty.order = static_cast<int>(organisation().duties().size()) + 1;
        duty.text = text;
        duty.product = product;
        builder.put(duty);
        return duty.id;
    }

    void participant(DutyId duty, NodeRef node)
    {
        builder.put(DutyParticipant{builder.ids().make<DutyParticipantId>(), duty, node, u"Phối hợp"_s});
    }

    /// Gives the state of a post other dates, or another order or title.
    template <typename Edit>
    void edit(PostId id, Edit change)
    {
        Post post = *organisation().find(id);
        change(post.states.back());
        builder.put(post);
    }

    void end(PostId id, const Period &time)
    {
        edit(id, [&time](PostState &state) { state.period = time; });
        for (const RelationId place : organisation().graph().relationsFrom(id)) {
            Relation relation = *organisation().find(place);
            relation.period = time;
            builder.put(relation);
        }
    }

    [[nodiscard]] Result<ImportPlan> with(const QStringList &duties) const
    {
        return planOf(
            {sheetOf(u"NHIEM_VU"_s, QStringList{u"ma_don_vi|chuc_danh|noi_dung|phoi_hop|san_pham"_s} + duties)},
            organisation());
    }
};

} // namespace

/// Functions and duties that come back find the rows that they were written from.
class TestDutyImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFunctionThatEndsIsNotDoubled()
    {
        Ward ward;
        const auto put = [&](const QString &source, const Period &time) {
            const auto order = static_cast<int>(ward.organisation().functions().size()) + 1;
            ward.builder.put(Function{
                ward.builder.ids().make<FunctionId>(), ward.division, order, u"Quản lý ngân sách"_s, source, time, {}});
        };
        put(u"Điều 1"_s, period({}, u"2025-12-31"_s));
        put(u"Điều 2"_s, period(u"2026-01-01"_s, u"2030-12-31"_s));
        put(u"Điều 3"_s, period(u"2031-01-01"_s, {}));
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());
    }

    /// A file without a day speaks of the document's day; where that has none either, of what goes on, else of what is
    /// there.
    void aFunctionThatEndsIsNotDoubledByAFileWithoutADay()
    {
        for (const bool hasDay : {true, false}) {
            Ward ward;
            if (hasDay) {
                ward.builder.put(DocumentInfo{documentInfoId(), u"Mẫu"_s, PartialDate::fromDay(kDay)});
            }
            ward.builder.put(Function{ward.builder.ids().make<FunctionId>(),
                                      ward.division,
                                      1,
                                      u"Quản lý ngân sách"_s,
                                      u"Điều 1"_s,
                                      period(u"2026-01-01"_s, u"2030-12-31"_s),
                                      {}});
            const QString code = ward.organisation().find(ward.division)->code;
            const auto plan = planOf(
                {sheetOf(u"CHUC_NANG"_s, {u"ma_don_vi|noi_dung|can_cu"_s, code + u"|Quản lý ngân sách|Điều 2"_s})},
                ward.organisation());
            QVERIFY(plan.has_value());
            QCOMPARE(plan->after->functions().size(), 1);
            QCOMPARE((*plan->after->functions().begin()).source, u"Điều 2"_s);
        }
    }

    void titlesWithASemicolonComeBack()
    {
        Ward ward;
        ward.edit(ward.first, [](PostState &state) { state.title = u"Phó Chủ tịch; Chủ nhiệm Ủy ban"_s; });
        const DutyId duty = ward.duty(ward.chairman, u"Trình đề án"_s);
        ward.participant(duty, ward.first);
        ward.participant(duty, ward.division);
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());
        const QString code = ward.organisation().find(ward.committee)->code;
        const auto plan =
            ward.with({code + u"|Chủ tịch|Tiếp dân|"_s + code + u"/Phó Chủ tịch;Chủ nhiệm Ủy ban; Lạ; "_s +
                       ward.organisation().find(ward.division)->code});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"unknown-unit@2"_s}));
        QCOMPARE(plan->after->dutyParticipants().size(), 4);
    }

    /// A text that may be two posts of which one is to take part anew: the first is taken, and that is said.
    void aParticipantThatMayBeOneOfSeveralIsSaid()
    {
        Ward ward;
        const QString code = ward.organisation().find(ward.committee)->code;
        const auto plan = ward.with({code + u"|Chủ tịch|Tiếp dân|"_s + code + u" / Phó Chủ tịch"_s});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"participant-of-several@2"_s}));
        QCOMPARE((*plan->after->dutyParticipants().begin()).node, NodeRef(ward.first));
    }

    /// Who is not there on the day, or waits for a unit, is in no row, and stays.
    void participantsThatNoRowNamesStay()
    {
        Ward ward;
        const DutyId duty = ward.duty(ward.chairman, u"Trình đề án"_s);
        ward.participant(duty, ward.first);
        ward.participant(duty, ward.second);
        ward.end(ward.first, period({}, u"2025-12-31"_s));
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());
    }

    /// Two posts of one title: a text means the one that takes part already.
    void aParticipantIsNotTakenForAnotherOfItsTitle()
    {
        Ward ward;
        const DutyId one = ward.duty(ward.chairman, u"Trình đề án"_s);
        ward.participant(one, ward.second);
        const DutyId both = ward.duty(ward.chairman, u"Họp giao ban"_s);
        ward.participant(both, ward.first);
        ward.participant(both, ward.second);
        ward.participant(both, ward.division);
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());

        // Of a duty that is new each text is another post.
        const QString code = ward.organisation().find(ward.committee)->code;
        const QString deputy = code + u" / Phó Chủ tịch"_s;
        const auto plan = ward.with({code + u"|Chủ tịch|Tiếp dân|"_s + deputy + u"; "_s + deputy});
        QVERIFY(plan.has_value());
        const auto added = std::ranges::count_if(
            plan->change.images, [](const RowImage &image) { return image.key.kind == RowKind::DutyParticipant; });
        QCOMPARE(added, 2);
    }

    /// Whatever the order in which posts of one title are drawn: each gets its own back.
    void dutiesOfOneTextStayWithTheirPosts()
    {
        Ward ward;
        ward.duty(ward.first, u"Họp giao ban"_s, u"Biên bản"_s);
        ward.duty(ward.second, u"Họp giao ban"_s, u"Thông báo"_s);
        ward.duty(ward.second, u"Họp giao ban"_s, u"Báo cáo"_s);
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());
        ward.edit(ward.first, [](PostState &state) { state.order = 99; });
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());
        ward.end(ward.second, period({}, u"2030-12-31"_s));
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());
    }

    /// A new duty under a title of several posts is one of the first that does not have it, which is said.
    void aDutyOfOneOfSeveralPostsIsSaid()
    {
        Ward ward;
        const QString code = ward.organisation().find(ward.committee)->code;
        const auto plan = ward.with({code + u"|Chủ tịch|Tiếp dân||"_s, code + u"|Phó Chủ tịch|Tiếp dân||"_s,
                                     code + u"|Phó Chủ tịch|Tiếp dân||"_s});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"post-of-several@3"_s, u"post-of-several@4"_s}));
        std::set<PostId> answering;
        for (const Duty &duty : plan->after->duties())
            answering.insert(duty.accountable);
        QCOMPARE(answering, std::set({ward.chairman, ward.first, ward.second}));
    }

    void postsThatEndedGetNothingNew()
    {
        Ward ward;
        ward.end(ward.first, period({}, u"2024-12-31"_s));
        const QString code = ward.organisation().find(ward.committee)->code;
        const QString deputy = code + u"|Phó Chủ tịch|Tiếp dân||"_s;
        const QString both = code + u" / Phó Chủ tịch; "_s + code + u" / Phó Chủ tịch"_s;
        const auto plan = ward.with({deputy, deputy, code + u"|Chủ tịch|Trình đề án|"_s + both});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList());
        for (const Duty &duty : plan->after->duties())
            QVERIFY(duty.accountable != ward.first);
        QCOMPARE(plan->after->dutyParticipants().size(), 1);
        for (const DutyParticipant &participant : plan->after->dutyParticipants())
            QCOMPARE(participant.node, NodeRef(ward.second));
    }

    void titlesWithASlashComeBack()
    {
        Ward ward;
        ward.edit(ward.first, [](PostState &state) { state.title = u"Kế toán trưởng / Phụ trách kế toán"_s; });
        ward.edit(ward.second, [](PostState &state) { state.title = u"Văn thư/Lưu trữ"_s; });
        const DutyId duty = ward.duty(ward.chairman, u"Trình đề án"_s);
        ward.participant(duty, ward.first);
        ward.participant(duty, ward.second);
        QCOMPARE(changesOfTheSame(ward.organisation()), QStringList());

        const QString code = ward.organisation().find(ward.committee)->code;
        const auto plan = ward.with({code + u"|Chủ tịch|Trình đề án|"_s + code + u"/Văn thư/Lưu trữ; "_s + code +
                                     u" / Giám đốc; Phòng Lạ / Giám đốc"_s});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"unknown-post@2"_s, u"unknown-unit@2"_s}));
    }
};

BM_TEST_MAIN(TestDutyImport)
#include "test_duty_import.moc"
