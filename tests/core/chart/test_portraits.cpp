// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/picture_blocks.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);
const Picture kFace = pictureOfSize({480, 640});

/// An agency with a head, two deputies and two divisions, the first of them with a head and staff.
struct Agency
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"Sở Nội vụ"_s, {}, UnitKind::SpecialisedAgency);
    PostId director = builder.post(root, u"Giám đốc"_s, PostRole::Head);
    PostId first = builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1);
    PostId second = builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1);
    UnitId division = builder.unit(u"Phòng Một"_s, root);
    PostId head = builder.post(division, u"Trưởng phòng"_s, PostRole::Head);
    PostId staff = builder.post(division, u"Chuyên viên"_s, PostRole::Staff);
    UnitId other = builder.unit(u"Phòng Hai"_s, root);
    ChartOptions options;

    Agency() { options.view.portraits = true; }

    PersonId hold(PostId post, const Picture &face = {})
    {
        const PersonId person = builder.holder(post, u"Nguyễn Văn Thử"_s);
        if (!face.isEmpty())
            builder.put(Portrait{builder.ids().make<PortraitId>(), person, face});
        return person;
    }

    [[nodiscard]] DisplayList drawWithoutPortraits() const
    {
        ChartOptions without = options;
        without.view.portraits = false;
        return buildChart(OrgView(builder.organisation(), kDay), FixedMeasurer(), without);
    }

    [[nodiscard]] DisplayList draw() const
    {
        return buildChart(OrgView(builder.organisation(), kDay), FixedMeasurer(), options);
    }
};

/// Where the picture of a post is; null where the chart has none.
QRectF imageOf(const DisplayList &list, PostId post)
{
    const auto found = std::ranges::find(list.images, NodeRef(post), &ImageItem::node);
    return found == list.images.end() ? QRectF() : found->rect;
}

QRectF textOf(const DisplayList &list, NodeRef node)
{
    QRectF rect;
    for (const TextItem &text : list.texts)
        if (text.node == node)
            rect = rect.united({text.baseline - QPointF(0, 2), QSizeF(text.width, 2)});
    return rect;
}

} // namespace

class TestPortraits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aBoxOfOnePostHasThePhotographAboveItsLines()
    {
        Agency agency;
        agency.hold(agency.director, kFace);
        const DisplayList list = agency.draw();
        QCOMPARE(list.images.size(), 1U);
        const QRectF face = imageOf(list, agency.director);
        QCOMPARE(face.size(), QSizeF(15, 20));
        QVERIFY(boxOf(list, agency.director)->rect.contains(face));
        QVERIFY(textOf(list, agency.director).top() > face.bottom());
        QCOMPARE(face.center().x(), boxOf(list, agency.director)->rect.center().x());
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    void aUnitsBoxHasThePhotographOfItsHeadBesideItsPosts()
    {
        Agency agency;
        agency.hold(agency.head, kFace);
        agency.hold(agency.staff, kFace);
        const DisplayList list = agency.draw();
        QCOMPARE(list.images.size(), 1U);
        const QRectF face = imageOf(list, agency.head);
        QVERIFY(face.right() < textOf(list, agency.head).left());
        QVERIFY(face.right() < textOf(list, agency.staff).left());
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    void theOneBoxOfLeadersHasThatOfTheHead()
    {
        Agency agency;
        agency.options.view.leaders = LeaderStyle::OneBox;
        for (const PostId post : {agency.director, agency.first, agency.second})
            agency.hold(post, kFace);
        const DisplayList list = agency.draw();
        QCOMPARE(list.images.size(), 1U);
        QVERIFY(imageOf(list, agency.director).right() < textOf(list, agency.first).left());
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    /// Boxes of a row are as high as each other, and what is written in them stands on one line.
    void aRowOfLeadersLinesUpWhereOnlyOneHasAPhotograph()
    {
        Agency agency;
        agency.hold(agency.first, kFace);
        agency.hold(agency.second);
        const DisplayList list = agency.draw();
        QCOMPARE(list.images.size(), 1U);
        const QRectF first = boxOf(list, agency.first)->rect;
        const QRectF second = boxOf(list, agency.second)->rect;
        QCOMPARE(first.top(), second.top());
        QCOMPARE(first.bottom(), second.bottom());
        QCOMPARE(textOf(list, agency.first).top(), textOf(list, agency.second).top());
        const auto isPale = [&](const BoxItem &box) {
            return box.rect.size() == QSizeF(15, 20) && second.contains(box.rect) &&
                   box.fill == agency.options.theme.leaderFill;
        };
        QCOMPARE(std::ranges::count_if(list.boxes, isPale), 1);
        QCOMPARE(blocksOf(list).blocks.size(), blocksOf(agency.drawWithoutPortraits()).blocks.size());
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    void withoutPhotographsAChartStaysAsItIs()
    {
        Agency agency;
        agency.hold(agency.director);
        agency.hold(agency.first);
        QCOMPARE(agency.draw(), agency.drawWithoutPortraits());
        Agency other;
        other.hold(other.director, kFace);
        QVERIFY(other.drawWithoutPortraits().images.empty());
    }

    /// Who must not be named is not shown, and of several who share a post nobody could tell whose picture it is.
    void aPhotographNeedsTheNameOfOneHolder()
    {
        Agency agency;
        agency.hold(agency.director, kFace);
        agency.options.view.holders = false;
        QVERIFY(agency.draw().images.empty());
        agency.options.view.holders = true;
        QCOMPARE(agency.draw().images.size(), 1U);
        agency.hold(agency.director, pictureOfSize({480, 640}, 'b'));
        QVERIFY(agency.draw().images.empty());
    }

    /// It is neither cut nor drawn wider than it is.
    void aPhotographOfOtherProportionsIsFittedIn()
    {
        Agency agency;
        agency.hold(agency.director, pictureOfSize({600, 600}));
        const QRectF face = imageOf(agency.draw(), agency.director);
        QCOMPARE(face.size(), QSizeF(15, 15));
        QVERIFY(boxOf(agency.draw(), agency.director)->rect.contains(face));
    }

    void everyPresetKeepsItsPromises()
    {
        Agency agency;
        for (const PostId post : {agency.director, agency.first, agency.head})
            agency.hold(post, kFace);
        for (int i = 0; i < 6; ++i) { // a frame
            const UnitId unit = agency.builder.unit(u"Đơn vị số %1"_s.arg(i), agency.root, UnitKind::PublicServiceUnit);
            agency.hold(agency.builder.post(unit, u"Giám đốc"_s, PostRole::Head), i % 2 == 0 ? kFace : Picture());
        }
        agency.options.view.framesFrom = 5;
        for (const auto &preset : terms<ChartPreset>()) {
            agency.options.view.preset = preset.value;
            const DisplayList list = agency.draw();
            QVERIFY2(list.images.size() > 1, qPrintable(toQString(preset.code)));
            QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        }
    }
};

BM_TEST_MAIN(TestPortraits)
#include "test_portraits.moc"
