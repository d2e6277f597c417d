// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits.h"
#include "core/change/edits_views.h"
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <limits>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestEditsViews : public QObject
{
    Q_OBJECT

private:
    OrganisationBuilder m_builder;
    UnitId m_root;
    UnitId m_office;
    std::vector<Change> m_done;

    [[nodiscard]] Organisation &organisation() { return m_builder.organisation(); }

    /// The title of a change that was applied, or the code of what is wrong with it.
    QString perform(const Result<Change> &change)
    {
        if (!change)
            return change.error().code();
        const auto applied = applyChange(organisation(), *change);
        if (!applied)
            return applied.error().code();
        m_done.push_back(*change);
        return change->title;
    }

    ChartViewId addNamed(const QString &name)
    {
        perform(addView(organisation(), name, {}, m_builder.ids()));
        for (const ChartView &view : organisation().chartViews())
            if (view.name == name)
                return view.id;
        return {};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_builder = OrganisationBuilder();
        m_done.clear();
        m_root = m_builder.unit(u"UBND phường"_s);
        m_office = m_builder.unit(u"Văn phòng"_s, m_root);
    }

    void aLogoIsAPictureWithAHeight()
    {
        ChartObject logo;
        logo.view = addNamed(u"Toàn cơ quan"_s);
        logo.kind = ChartObjectKind::Logo;
        logo.side = ChartSide::Above;
        QCOMPARE(perform(putObject(organisation(), logo, m_builder.ids())), u"edit-bad-picture"_s);
        logo.picture = pictureOfSize({30, 20});
        QCOMPARE(perform(putObject(organisation(), logo, m_builder.ids())),
                 u"Đặt “Biểu trưng (logo)” lên bản vẽ Toàn cơ quan"_s);
        logo = objectsOf(organisation(), logo.view).front();
        QVERIFY(logo.picture == pictureOfSize({30, 20}));
        for (const double height : {-1.0, 20000.0, std::numeric_limits<double>::quiet_NaN()}) {
            logo.height = height;
            QCOMPARE(perform(putObject(organisation(), logo, m_builder.ids())), u"edit-bad-number"_s);
        }
        logo.height = 24.5;
        logo.picture = pictureOfSize({60, 40});
        QCOMPARE(perform(putObject(organisation(), logo, m_builder.ids())),
                 u"Sửa “Biểu trưng (logo)” trên bản vẽ Toàn cơ quan"_s);
        QVERIFY(objectsOf(organisation(), logo.view).front() == logo);
        logo.kind = ChartObjectKind::DataDate;
        perform(putObject(organisation(), logo, m_builder.ids()));
        QVERIFY(objectsOf(organisation(), logo.view).front().picture.isEmpty());
    }

    /// They go along with their view, and a bracket with its unit.
    void objectsStandBesideTheChartOfAView()
    {
        const ChartViewId view = addNamed(u"Toàn cơ quan"_s);
        ChartObject object;
        object.view = view;
        object.text = u" "_s;
        QCOMPARE(perform(putObject(organisation(), object, m_builder.ids())), u"edit-empty-note"_s);
        object.text = u"Dự kiến"_s;
        QCOMPARE(perform(putObject(organisation(), object, m_builder.ids())),
                 u"Đặt “Chữ tự do” lên bản vẽ Toàn cơ quan"_s);
        object.kind = ChartObjectKind::Bracket;
        QCOMPARE(perform(putObject(organisation(), object, m_builder.ids())), u"edit-bracket-unit"_s);
        object.unit = m_office;
        perform(putObject(organisation(), object, m_builder.ids()));
        QCOMPARE(objectsOf(organisation(), view).size(), 2);
        QCOMPARE(objectsOf(organisation(), view).back().kind, ChartObjectKind::Bracket); // behind the first
        perform(copyView(organisation(), view, u"Bản sao"_s, m_builder.ids()));
        QCOMPARE(organisation().chartObjects().size(), 4);
        perform(removeView(organisation(), view));
        QCOMPARE(organisation().chartObjects().size(), 2);
        const std::array nodes{NodeRef(m_office)};
        perform(removeNodes(organisation(), nodes, {}));
        QCOMPARE(organisation().chartObjects().size(), 1);
        const ChartObjectId left = (*organisation().chartObjects().begin()).id;
        perform(removeObject(organisation(), left));
        QCOMPARE(perform(removeObject(organisation(), left)), u"edit-no-object"_s);
    }

    void viewsAreAddedRenamedCopiedAndRemoved()
    {
        const QByteArray before = canonicalJson(organisation());
        const ChartViewId first = addNamed(u"Toàn cơ quan"_s);
        QVERIFY(!first.isNull());
        QCOMPARE(perform(addView(organisation(), u"  toàn CƠ quan "_s, {}, m_builder.ids())), u"edit-view-name"_s);
        QCOMPARE(perform(addView(organisation(), u" "_s, {}, m_builder.ids())), u"edit-empty-name"_s);
        BranchMark mark{{}, first, m_office};
        mark.layout = BranchLayout::HangingLeft;
        QCOMPARE(perform(setMark(organisation(), mark, m_builder.ids())),
                 u"Đổi kiểu của Văn phòng trên bản vẽ Toàn cơ quan"_s);
        ChartView view = *organisation().find(first);
        view.name = u"Tổng thể"_s;
        view.preset = ChartPreset::Columns;
        QCOMPARE(perform(setView(organisation(), view)), u"Đổi tên bản vẽ Toàn cơ quan thành Tổng thể"_s);
        QCOMPARE(perform(setView(organisation(), view)), u"edit-no-change"_s);
        QCOMPARE(perform(copyView(organisation(), first, u"Bản treo tường"_s, m_builder.ids())),
                 u"Thêm bản vẽ Bản treo tường"_s);
        const auto views = viewsInOrder(organisation());
        QCOMPARE(views.size(), std::size_t(2));
        QCOMPARE(views[1].preset, ChartPreset::Columns);
        QCOMPARE(markOf(organisation(), views[1].id, m_office).layout, BranchLayout::HangingLeft);
        QCOMPARE(perform(removeView(organisation(), views[1].id)), u"Xóa bản vẽ Bản treo tường"_s);
        QCOMPARE(organisation().branchMarks().size(), 1);
        QCOMPARE(perform(removeView(organisation(), views[1].id)), u"edit-no-view"_s);
        for (; !m_done.empty(); m_done.pop_back())
            QVERIFY(applyChange(organisation(), inverted(m_done.back())).has_value());
        QCOMPARE(canonicalJson(organisation()), before);
    }

    void aMarkThatSaysNothingIsNoRow()
    {
        const ChartViewId view = addNamed(u"Một"_s);
        BranchMark mark{{}, view, m_office};
        mark.boxWidth = 30;
        mark.layout = BranchLayout::Columns;
        mark.columns = 3;
        perform(setMark(organisation(), mark, m_builder.ids()));
        QVERIFY(isAdjusted(markOf(organisation(), view, m_office)));
        QCOMPARE(perform(releaseAdjustments(organisation(), view, {})), u"Bỏ chỉnh tay trên bản vẽ Một"_s);
        QCOMPARE(markOf(organisation(), view, m_office).columns, 3); // the style stays
        QVERIFY(!isAdjusted(markOf(organisation(), view, m_office)));
        QCOMPARE(perform(releaseAdjustments(organisation(), view, {})), u"edit-no-change"_s);
        perform(setMark(organisation(), {{}, view, m_office}, m_builder.ids()));
        QCOMPARE(organisation().branchMarks().size(), 0);
    }

    void impossibleNumbersAreRefused()
    {
        const ChartViewId view = addNamed(u"Một"_s);
        BranchMark mark{{}, view, m_office};
        mark.gap = -1;
        QCOMPARE(perform(setMark(organisation(), mark, m_builder.ids())), u"edit-bad-number"_s);
        mark.gap = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(perform(setMark(organisation(), mark, m_builder.ids())), u"edit-bad-number"_s);
        ChartView wrong = *organisation().find(view);
        wrong.depth = -1;
        QCOMPARE(perform(setView(organisation(), wrong)), u"edit-bad-number"_s);
        QCOMPARE(perform(setMark(organisation(), {{}, {}, m_office}, m_builder.ids())), u"edit-no-view"_s);
    }

    void aNodeTakesItsMarksAlong()
    {
        ChartView model;
        model.root = m_office;
        perform(addView(organisation(), u"Văn phòng"_s, model, m_builder.ids()));
        const ChartViewId view = viewsInOrder(organisation()).front().id;
        BranchMark mark{{}, view, m_office};
        mark.layout = BranchLayout::Grid;
        perform(setMark(organisation(), mark, m_builder.ids()));
        const QByteArray before = canonicalJson(organisation());
        const std::vector<NodeRef> nodes{m_office};
        const auto removed = removeNodes(organisation(), nodes, {});
        QVERIFY(removed.has_value());
        perform(removed);
        QCOMPARE(organisation().branchMarks().size(), 0);
        QVERIFY(organisation().find(view)->root.isNull());
        QVERIFY(applyChange(organisation(), inverted(*removed)).has_value());
        QCOMPARE(canonicalJson(organisation()), before);
    }
};

BM_TEST_MAIN(TestEditsViews)
#include "test_edits_views.moc"
