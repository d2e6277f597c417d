// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as they go on the wall: a sở with eight divisions, a ward of 2026, the city with its 168 communes, a department
// of 313 posts. With BOMAY_PAGES_DIR set they are written there as PNG, to be looked at.
#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/render/fonts.h"
#include "core/render/picture_writer.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/core/render/picture_charts.h"
#include "tests/support/golden_picture.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QRegularExpression>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

void setStaff(OrganisationBuilder &builder, UnitId id, int allotted, int filled)
{
    Unit unit = *builder.organisation().find(id);
    unit.states[0].staffAllotted = allotted;
    unit.states[0].staffFilled = filled;
    builder.put(unit);
}

ChartView named(OrganisationBuilder &builder, const QString &title)
{
    ChartView view;
    view.id = builder.ids().make<ChartViewId>();
    view.name = title;
    view.title = title;
    return view;
}

/// Is the page kept beside the tests, item by item? Those of files of others are not.
enum class Golden { None, Kept };

/// The page of a view, in order and written where it is wanted.
void checkPage(const OrganisationBuilder &builder, const ChartView &view, const QString &name,
               Golden golden = Golden::None)
{
    const auto fonts = FontTable::builtIn();
    QVERIFY(fonts.has_value());
    const OrgView orgView(builder.organisation(), kDay);
    const ChartOptions options = chartOptionsFor(builder.organisation(), view, kDay);
    const PageRequest request = pageRequestFor(builder.organisation().info(), kDay, view);
    const Page page = fitChart(orgView, request, *fonts, options);
    const QString broken = firstBrokenPromise(buildChart(orgView, *fonts, options), *fonts);
    QVERIFY2(broken.isEmpty(), qPrintable(name + u": "_s + broken));
    const QRectF paper(QPointF(0, 0), page.size);
    for (const TextItem &text : page.list.texts)
        QVERIFY2(paper.contains(QRectF(text.baseline, QSizeF(text.width, 0.1))), qPrintable(text.text));
    qInfo("%s: %d boxes, letters of %.1f pt on %.0f x %.0f mm", qPrintable(name), sizeOf(page.list.boxes),
          page.smallestText, page.size.width(), page.size.height());
    if (golden == Golden::Kept)
        QCOMPARE(differenceToGolden(page.list, name), QString());
    if (const QString folder = qEnvironmentVariable("BOMAY_PAGES_DIR"); !folder.isEmpty())
        QVERIFY(writePng(page, 110, folder + u'/' + name + u".png"_s).has_value());
}

} // namespace

class TestReferencePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadBuiltInFonts().has_value()); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!.*propagateSizeHints).*"_s)); }

    void aDepartmentWithEightDivisionsByAssignment()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Sở Nội vụ"_s, {}, UnitKind::SpecialisedAgency);
        builder.holder(builder.post(root, u"Giám đốc"_s, PostRole::Head), u"Lê Văn Mẫu"_s);
        std::vector<PostId> deputies;
        for (const QString &name : {u"Nguyễn Văn Mẫu"_s, u"Trần Thị Mẫu"_s, QString()}) {
            deputies.push_back(builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1));
            if (!name.isEmpty())
                builder.holder(deputies.back(), name);
        }
        int number = 0;
        for (const QString &name :
             {u"Văn phòng Sở"_s, u"Thanh tra Sở"_s, u"Phòng Tổ chức, Biên chế và Tổ chức phi chính phủ"_s,
              u"Phòng Công chức, Viên chức"_s, u"Phòng Xây dựng chính quyền và Công tác thanh niên"_s,
              u"Phòng Cải cách hành chính"_s, u"Phòng Lao động, Việc làm và Bảo hiểm xã hội"_s,
              u"Phòng Người có công và Bình đẳng giới"_s}) {
            const UnitId unit = builder.unit(name, root);
            setStaff(builder, unit, 10 + number, 10);
            builder.post(unit, u"Trưởng phòng"_s, PostRole::Head);
            builder.post(unit, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1, 2);
            if (number >= 2)
                builder.relation(RelationType::Oversees, deputies[uz((number - 2) / 2)], unit);
            ++number;
        }
        ChartView view = named(builder, u"Sơ đồ tổ chức Sở Nội vụ"_s);
        view.staff = true;
        builder.put(view);
        BranchMark mark{builder.ids().make<BranchMarkId>(), view.id, root};
        mark.layout = BranchLayout::Assignment;
        builder.put(mark);
        for (const ChartObjectKind kind : {ChartObjectKind::TotalStaff, ChartObjectKind::Note}) {
            ChartObject object{builder.ids().make<ChartObjectId>(), view.id, kind};
            object.text = u"Theo thông báo phân công của Giám đốc Sở"_s;
            builder.put(object);
        }
        checkPage(builder, view, u"so"_s, Golden::Kept);
    }

    void aWardWithItsTopBand()
    {
        OrganisationBuilder builder;
        const auto leaders = [&builder](UnitId unit, const QString &head, const QString &deputy, int deputies) {
            builder.post(unit, head, PostRole::Head);
            for (int i = 0; i < deputies; ++i)
                builder.post(unit, deputy, PostRole::Deputy, 1);
        };
        const UnitId party = builder.unit(u"Đảng ủy phường Mẫu"_s, {}, UnitKind::PartyBody);
        const UnitId council = builder.unit(u"Hội đồng nhân dân phường Mẫu"_s, {}, UnitKind::PeoplesCouncil);
        const UnitId committee = builder.unit(u"Ủy ban nhân dân phường Mẫu"_s, {}, UnitKind::PeoplesCommittee);
        const UnitId front =
            builder.unit(u"Ủy ban Mặt trận Tổ quốc Việt Nam phường Mẫu"_s, {}, UnitKind::FatherlandFront);
        leaders(party, u"Bí thư"_s, u"Phó Bí thư"_s, 2);
        leaders(council, u"Chủ tịch"_s, u"Phó Chủ tịch"_s, 1);
        leaders(committee, u"Chủ tịch"_s, u"Phó Chủ tịch"_s, 2);
        leaders(front, u"Chủ tịch"_s, u"Phó Chủ tịch"_s, 2);
        for (const QString &name : {u"Ban Kinh tế - Ngân sách"_s, u"Ban Văn hóa - Xã hội"_s})
            leaders(builder.unit(name, council, UnitKind::CouncilCommittee), u"Trưởng ban"_s, u"Phó Trưởng ban"_s, 1);
        for (const QString &name :
             {u"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"_s, u"Phòng Kinh tế, Hạ tầng và Đô thị"_s,
              u"Phòng Văn hóa - Xã hội"_s, u"Trung tâm Phục vụ hành chính công"_s})
            leaders(builder.unit(name, committee, UnitKind::SpecialisedAgency), u"Trưởng phòng"_s,
                    u"Phó Trưởng phòng"_s, 1);
        builder.relation(RelationType::Directs, party, council);
        builder.relation(RelationType::Directs, party, committee);
        builder.relation(RelationType::Supervises, council, committee);
        builder.relation(RelationType::Coordinates, front, committee);
        ChartView view = named(builder, u"Sơ đồ tổ chức bộ máy phường Mẫu"_s);
        view.topBand = true;
        view.bands = true;
        view.words = u"Cấp 1=Cấp phường\nCấp 2=Ban, phòng, trung tâm"_s;
        builder.put(view);
        checkPage(builder, view, u"phuong"_s, Golden::Kept);
    }

    void theCityWithItsCommunes()
    {
        const auto nodes = nodesOf(u"vn-hcmc-2025"_s);
        if (!nodes)
            QSKIP("vietnam/tphcm-phuong-xa-dac-khu-2025.csv: not here (set BOMAY_DATA_DIR)");
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s, {}, UnitKind::PeoplesCommittee);
        for (const PictureNode &node : *nodes)
            if (node.parent >= 0)
                builder.unit(u"UBND "_s + node.texts.front(), root, UnitKind::PeoplesCommittee);
        ChartView view = named(builder, u"168 đơn vị hành chính cấp xã của Thành phố Hồ Chí Minh"_s);
        view.posts = false;
        builder.put(view);
        checkPage(builder, view, u"tphcm"_s);
    }

    void aDepartmentOfThreeHundredPosts()
    {
        const auto nodes = nodesOf(u"uk-doh-2011"_s);
        if (!nodes)
            QSKIP("uk-organogram/department-of-health: not here (set BOMAY_DATA_DIR)");
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Department of Health"_s, {}, UnitKind::Other);
        std::vector<PostId> posts;
        for (const PictureNode &node : *nodes) {
            posts.push_back(builder.post(root, node.texts.front(), PostRole::Unknown));
            if (node.parent >= 0)
                builder.relation(RelationType::ReportsTo, posts.back(), posts[uz(node.parent)]);
            if (node.texts.size() > 1 && node.texts[1] != u"N/D"_s)
                builder.holder(posts.back(), node.texts[1]);
        }
        ChartView view = named(builder, u"Department of Health, 30 September 2011"_s);
        builder.put(view);
        checkPage(builder, view, u"doh"_s);
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    bomay::initResources();
    TestReferencePages test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_reference_pages.moc"
