// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "tests/ui/panels/panel_fixture.h"
#include "ui/panels/outline_model.h"
#include "ui/panels/outline_panel.h"

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeView>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A small committee: its chair, a deputy, two agencies, one with a division; a unit that nobody could place.
struct Committee
{
    Committee()
    {
        Staged row;
        row.id = builder.ids().make<StagedId>();
        row.node = staged;
        row.parentText = u"Phòng nào đó"_s;
        builder.put(row);
        builder.holder(chair, u"Nguyễn Văn Ẩn"_s);
    }

    OrganisationBuilder builder;
    UnitId root = builder.unit(u"Ủy ban nhân dân thành phố Thủ Đức"_s, {}, UnitKind::PeoplesCommittee);
    UnitId home = builder.unit(u"Phòng Nội vụ"_s, root, UnitKind::SpecialisedAgency);
    UnitId justice = builder.unit(u"Phòng Tư pháp"_s, root, UnitKind::SpecialisedAgency);
    UnitId team = builder.unit(u"Tổ Văn thư"_s, home);
    UnitId staged = builder.unit(u"Đội Quản lý trật tự"_s);
    PostId chair = builder.post(root, u"Chủ tịch"_s, PostRole::Head);
    PostId deputy = builder.post(root, u"Phó Chủ tịch"_s, PostRole::Deputy, 1);
};

} // namespace

class TestOutlinePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void showsTheTreeWithTheStagedLast()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        tree->expandAll();
        QCOMPARE(rows(tree), (QStringList{u"Ủy ban nhân dân thành phố Thủ Đức"_s, u"  Chủ tịch: Nguyễn Văn Ẩn"_s,
                                          u"    Phó Chủ tịch (khuyết)"_s, u"  Phòng Nội vụ"_s, u"    Tổ Văn thư"_s,
                                          u"  Phòng Tư pháp"_s, u"Chưa xếp được"_s, u"  Đội Quản lý trật tự"_s}));
        QVERIFY(font(tree, data.home).bold());
        QVERIFY(!font(tree, data.chair).bold());
        QVERIFY(font(tree, data.deputy).italic());
    }

    void rowsHaveRoomForStackedCapitals()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        QFont bold = tree->font();
        bold.setBold(true);
        const int letters = QFontMetrics(bold).height();
        QVERIFY(tree->visualRect(indexOf(tree, data.root)).height() >= letters + QFontInfo(bold).pixelSize() * 4 / 10);
    }

    void aHiddenTreeIsCopiedWhenItIsShown()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        const QSignalSpy copies(tree->model(), &QAbstractItemModel::modelReset);
        panel.hide();
        Document &document = fixture.document();
        for (const QString &name : {u"Tổ Một"_s, u"Tổ Lưu trữ"_s})
            QVERIFY(document.perform(rename(document.organisation(), data.team, name, document.scope())));
        document.select(data.team);
        QCOMPARE(copies.size(), 0);
        panel.show();
        QCOMPARE(copies.size(), 1);
        QCOMPARE(nodeAt(tree, tree->currentIndex()), std::optional(NodeRef(data.team)));
        QCOMPARE(tree->currentIndex().data().toString(), u"Tổ Lưu trữ"_s);
    }

    void aFirstNameSaysWhatAUnitIs()
    {
        Committee data;
        const UnitId added = data.builder.unit(u"Đơn vị mới"_s, data.root, UnitKind::Unknown);
        PanelFixture fixture(data.builder.organisation());
        OutlineModel model(fixture.context());
        QVERIFY(model.setData(model.indexOf(added), u"Văn phòng"_s));
        QTRY_COMPARE(fixture.unit(added).kind, UnitKind::Office);
        QCOMPARE(fixture.steps(), 1);
        QVERIFY(model.setData(model.indexOf(data.home), u"Văn phòng"_s));
        QTRY_COMPARE(fixture.steps(), 2);
        QCOMPARE(fixture.unit(data.home).kind, UnitKind::SpecialisedAgency); // was given
    }

    void theModelIsConsistentOverEditsFilterAndUndo()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlineModel model(fixture.context());
        connect(&fixture.document(), &Document::changed, &model, &OutlineModel::refresh);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Document &document = fixture.document();
        model.setFilter(u"to van thu"_s);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(document.perform(rename(document.organisation(), data.team, u"Tổ Lưu trữ"_s, document.scope())));
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 2);
        document.undo();
        QCOMPARE(model.indexOf(data.team).data().toString(), u"Tổ Văn thư"_s);
        QCOMPARE(model.nodeAt(model.indexOf(data.deputy).parent()), std::optional<NodeRef>(data.chair));
    }

    void f2RenamesInPlace()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        QLineEdit *editor = edit(tree, data.justice);
        QCOMPARE(editor->text(), u"Phòng Tư pháp"_s);
        editor->selectAll();
        typeText(editor, u"Phòng  Tư pháp và Hộ tịch "_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(fixture.unit(data.justice).name, u"Phòng Tư pháp và Hộ tịch"_s);
        QCOMPARE(fixture.steps(), 1);
        QCOMPARE(nodeAt(tree, tree->currentIndex()), std::optional<NodeRef>(data.justice));
        fixture.document().undo();
        QCOMPARE(fixture.unit(data.justice).name, u"Phòng Tư pháp"_s);
        QCOMPARE(indexOf(tree, data.justice).data().toString(), u"Phòng Tư pháp"_s);
    }

    void f2EditsThePostsTitleWithoutItsHolder()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        QLineEdit *editor = edit(tree, data.chair);
        QCOMPARE(editor->text(), u"Chủ tịch"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(tree->viewport()->findChildren<QLineEdit *>().isEmpty());
        QCOMPARE(fixture.steps(), 0);
    }

    void anEmptyNameIsRefusedAloud()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        QLineEdit *editor = edit(tree, data.justice);
        editor->clear();
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(fixture.failures(), QStringList{u"edit-empty-name"_s});
        QCOMPARE(fixture.steps(), 0);
        QCOMPARE(indexOf(tree, data.justice).data().toString(), u"Phòng Tư pháp"_s);
    }

    void anUntouchedNameIsNoEdit()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        QTest::keyClick(edit(tree, data.justice), Qt::Key_Return);
        QTRY_VERIFY(tree->viewport()->findChildren<QLineEdit *>().isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(fixture.steps(), 0);
        QCOMPARE(fixture.failures(), QStringList());
    }

    void theFilterFindsWithoutMarks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString root = u"Ủy ban nhân dân thành phố Thủ Đức"_s;
        const QStringList team{root, u"  Phòng Nội vụ"_s, u"    Tổ Văn thư"_s};
        QTest::newRow("without marks") << u"van thu"_s << team;
        QTest::newRow("with marks") << u"văn THƯ"_s << team;
        QTest::newRow("a holder") << u"nguyen van an"_s << QStringList{root, u"  Chủ tịch: Nguyễn Văn Ẩn"_s};
        QTest::newRow("d with stroke") << u"doi quan ly"_s
                                       << QStringList{u"Chưa xếp được"_s, u"  Đội Quản lý trật tự"_s};
        QTest::newRow("not the heading") << u"chua xep"_s << QStringList();
    }

    void theFilterFindsWithoutMarks()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        panel.focusFilter();
        auto *filter = panel.findChild<QLineEdit *>();
        QTRY_VERIFY(filter->hasFocus());
        typeText(filter, typed);
        QCOMPARE(rows(tree), found);
        QCOMPARE(panel.findChild<QLabel *>()->isVisible(), found.isEmpty());
    }

    void clearingTheFilterBringsBackWhatWasOpen()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        tree->expand(indexOf(tree, data.chair));
        const QStringList before = rows(tree);
        auto *filter = panel.findChild<QLineEdit *>();
        filter->setFocus();
        QTest::keyClicks(filter, u"van thu"_s);
        QVERIFY(rows(tree) != before);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(rows(tree), before);
    }

    void downGoesFromTheFilterToTheRows()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        auto *filter = panel.findChild<QLineEdit *>();
        filter->setFocus();
        QTest::keyClicks(filter, u"van thu"_s);
        QTest::keyClick(filter, Qt::Key_Down);
        QTRY_VERIFY(tree->hasFocus());
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.root));
    }

    void selectionGoesBothWays()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        fixture.document().select(data.team);
        QCOMPARE(nodeAt(tree, tree->currentIndex()), std::optional<NodeRef>(data.team));
        QVERIFY(tree->isExpanded(indexOf(tree, data.home)));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, centre(tree, data.justice));
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.justice));
        fixture.document().select(std::nullopt);
        QVERIFY(tree->selectionModel()->selectedIndexes().isEmpty());
    }

    void aChangeKeepsOpenRowsSelectionAndScrolling()
    {
        Committee data;
        for (int i = 0; i < 200; ++i)
            data.builder.unit(u"Đơn vị %1"_s.arg(i), data.home);
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        tree->expand(indexOf(tree, data.home));
        tree->collapse(tree->model()->index(1, 0));
        Document &document = fixture.document();
        document.select(data.justice);
        tree->verticalScrollBar()->setValue(60);
        const QStringList before = rows(tree);
        const auto top = nodeAt(tree, tree->indexAt(QPoint(1, 1)));
        QVERIFY(document.perform(rename(document.organisation(), data.team, u"Tổ Lưu trữ"_s, document.scope())));
        QCOMPARE(nodeAt(tree, tree->currentIndex()), std::optional<NodeRef>(data.justice));
        QCOMPARE(nodeAt(tree, tree->indexAt(QPoint(1, 1))), top);
        document.undo();
        QCOMPARE(rows(tree), before);
        QCOMPARE(nodeAt(tree, tree->indexAt(QPoint(1, 1))), top);
    }

    void aClosedRowStaysClosedOverAChangeThoughTheSelectionIsInIt()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        Document &document = fixture.document();
        document.select(data.team);
        tree->collapse(indexOf(tree, data.home));
        QVERIFY(document.perform(rename(document.organisation(), data.justice, u"Phòng Y tế"_s, document.scope())));
        QVERIFY(!tree->isExpanded(indexOf(tree, data.home)));
        QCOMPARE(document.selected(), std::optional<NodeRef>(data.team));
    }

    void droppingOnAUnitMovesAUnitIntoIt()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        fixture.document().select(data.team);
        QVERIFY(drop(tree, data.team, centre(tree, data.justice)));
        QTRY_COMPARE(fixture.parentOf(data.team), data.justice);
        QCOMPARE(fixture.steps(), 1);
        // What was in sight stays in sight.
        QVERIFY(tree->isExpanded(indexOf(tree, data.justice)));
        QCOMPARE(nodeAt(tree, tree->currentIndex()), std::optional<NodeRef>(data.team));
        fixture.document().undo();
        QCOMPARE(fixture.parentOf(data.team), data.home);
    }

    void droppingBetweenRowsGivesTheRank()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        const QRect target = tree->visualRect(indexOf(tree, data.home));
        QVERIFY(drop(tree, data.justice, QPoint(target.center().x(), target.top() + 1)));
        QTRY_COMPARE(fixture.steps(), 1);
        QVERIFY(indexOf(tree, data.justice).row() < indexOf(tree, data.home).row());
        QCOMPARE(fixture.parentOf(data.justice), data.root);
    }

    void droppingAPostBetweenTheDeputiesOfAHeadMovesItToTheirUnit()
    {
        Committee data;
        const PostId clerk = data.builder.post(data.home, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        tree->expandAll();
        const QRect target = tree->visualRect(indexOf(tree, data.deputy));
        QVERIFY(drop(tree, clerk, QPoint(target.center().x(), target.top() + 1)));
        QTRY_COMPARE(fixture.steps(), 1);
        const OrgView &view = fixture.document().view();
        QCOMPARE(view.posts()[uz(view.indexOf(clerk))].unit, view.indexOf(data.root));
    }

    void aStagedUnitIsPlacedByDropping()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        QVERIFY(drop(tree, data.staged, centre(tree, data.justice)));
        QTRY_COMPARE(fixture.parentOf(data.staged), data.justice);
        QCOMPARE(fixture.document().organisation().staged().size(), 0);
        QCOMPARE(tree->model()->rowCount(), 1);
    }

    void aUnitIntoItsOwnBranchIsRefusedByTheVerb()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        tree->expandAll();
        QVERIFY(drop(tree, data.home, centre(tree, data.team)));
        QTRY_COMPARE(fixture.failures(), QStringList{u"edit-into-itself"_s});
        QCOMPARE(fixture.steps(), 0);
    }

    void aDropBesideTheRowsOrOfSomethingElseIsNoMove()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        const QPoint beside(tree->viewport()->width() / 2, tree->viewport()->height() - 3);
        QVERIFY(!tree->indexAt(beside).isValid());
        QVERIFY(!drop(tree, data.team, beside));
        const QRect heading = tree->visualRect(tree->model()->index(1, 0)); // of the staged
        QVERIFY(!drop(tree, data.team, QPoint(heading.center().x(), heading.bottom() - 1)));
        QMimeData text;
        text.setText(u"Phòng"_s);
        QVERIFY(!drop(tree, text, centre(tree, data.justice)));
        QCoreApplication::processEvents();
        QCOMPARE(fixture.steps(), 0);
    }

    void anotherDocumentOpensItsRoots()
    {
        const Committee data;
        PanelFixture fixture(data.builder.organisation());
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        tree->collapse(indexOf(tree, data.root));
        OrganisationBuilder other;
        const UnitId root = other.unit(u"Ủy ban nhân dân Quận 1"_s);
        other.unit(u"Phòng Nội vụ"_s, root);
        fixture.document().replaceSession(sessionWith(other.organisation(), day(u"2021-12-31"_s)));
        QCOMPARE(rows(tree), (QStringList{u"Ủy ban nhân dân Quận 1"_s, u"  Phòng Nội vụ"_s}));
    }

    void aHundredThousandNodesAreShownFilteredAndChanged()
    {
        constexpr int kUnits = 100'000;
        Organisation rows;
        SeededIdSource ids("many");
        ChangeBuilder builder(rows);
        std::vector<UnitId> units;
        for (int i = 0; i < kUnits; ++i) {
            units.push_back(ids.make<UnitId>());
            UnitState state;
            state.name = u"Đơn vị số %1"_s.arg(i);
            state.order = i;
            builder.put(Unit{units.back(), u"D%1"_s.arg(i), false, {state}});
            // A chain of a thousand, then wide: recursion over depth would show.
            if (i > 0)
                builder.put(Relation{ids.make<RelationId>(),
                                     RelationType::BelongsTo,
                                     units.back(),
                                     units[uz(i < 1000 ? i - 1 : (i - 1) / 10)],
                                     {}});
        }
        Change change;
        change.images = builder.takeImages();
        QVERIFY(applyChange(rows, change).has_value());
        PanelFixture fixture(rows);
        OutlinePanel panel(fixture.context());
        QTreeView *tree = open(panel);
        auto *filter = panel.findChild<QLineEdit *>();
        filter->setText(u"so 99999"_s);
        QVERIFY(indexOf(tree, units.back()).isValid());
        filter->setText(u"don vi"_s);
        filter->clear();
        fixture.document().select(units.back());
        QCOMPARE(nodeAt(tree, tree->currentIndex()), std::optional<NodeRef>(units.back()));
        Document &document = fixture.document();
        QVERIFY(document.perform(rename(document.organisation(), units.back(), u"Cuối"_s, document.scope())));
        QCOMPARE(tree->currentIndex().data().toString(), u"Cuối"_s);
    }

private:
    static QTreeView *open(OutlinePanel &panel)
    {
        panel.resize(280, 500);
        const bool shown = showActive(panel);
        return shown ? panel.findChild<QTreeView *>(u"outlineTree"_s) : nullptr;
    }

    static OutlineModel *model(QTreeView *tree) { return qobject_cast<OutlineModel *>(tree->model()); }
    static QModelIndex indexOf(QTreeView *tree, NodeRef node) { return model(tree)->indexOf(node); }
    static std::optional<NodeRef> nodeAt(QTreeView *tree, const QModelIndex &index)
    {
        return model(tree)->nodeAt(index);
    }
    static QFont font(QTreeView *tree, NodeRef node) { return indexOf(tree, node).data(Qt::FontRole).value<QFont>(); }
    static QPoint centre(QTreeView *tree, const QModelIndex &index) { return tree->visualRect(index).center(); }
    static QPoint centre(QTreeView *tree, NodeRef node) { return centre(tree, indexOf(tree, node)); }

    /// The open rows, each with two spaces for a level.
    static QStringList rows(QTreeView *tree)
    {
        QStringList texts;
        for (QModelIndex index = tree->model()->index(0, 0); index.isValid(); index = tree->indexBelow(index)) {
            int depth = 0;
            for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
                ++depth;
            texts += QString(2 * depth, u' ') + index.data().toString();
        }
        return texts;
    }

    static QLineEdit *edit(QTreeView *tree, NodeRef node)
    {
        tree->setFocus();
        tree->setCurrentIndex(indexOf(tree, node));
        QTest::keyClick(tree, Qt::Key_F2);
        return tree->viewport()->findChild<QLineEdit *>();
    }

    /// A drag that comes in, moves and drops, as the platform would send it. Was it accepted?
    static bool drop(QTreeView *tree, const QMimeData &data, QPoint at)
    {
        QWidget *viewport = tree->viewport();
        QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        if (!move.isAccepted())
            return false;
        QDropEvent drop(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &drop);
        return drop.isAccepted();
    }

    static bool drop(QTreeView *tree, NodeRef node, QPoint at)
    {
        const std::unique_ptr<QMimeData> data(tree->model()->mimeData({indexOf(tree, node)}));
        return drop(tree, *data, at);
    }
};

BM_WIDGET_TEST_MAIN(TestOutlinePanel)
#include "test_outline_panel.moc"
