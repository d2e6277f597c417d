// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/hit_test.h"
#include "core/chart/picture_blocks.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

NodeRef unitNode(int number)
{
    return UnitId{Uid{0, static_cast<std::uint64_t>(number)}};
}

NodeRef postNode(int number)
{
    return PostId{Uid{1, static_cast<std::uint64_t>(number)}};
}

const Picture kFace = pictureOfSize({30, 40});

/// A box with the picture of a post and a line of text in it, as one run.
DisplayList boxWithPicture()
{
    DisplayList list;
    list.boxes.push_back({{0, 0, 40, 30}, {}, {}, unitNode(1)});
    list.images.push_back({{2, 2, 15, 20}, kFace, postNode(2)});
    list.texts.push_back({{20, 10}, 15, u"Tên"_s, {}, {}, unitNode(1)});
    list.bounds = {0, 0, 40, 30};
    list.closeRun({}, list.bounds);
    return list;
}

} // namespace

class TestImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void imagesAreScaledAndMovedLikeTheirBoxes()
    {
        DisplayList list = boxWithPicture();
        list.transform(2, {100, 10});
        QCOMPARE(list.images.front().rect, QRectF(104, 14, 30, 40));
        list.move({}, list.mark(), {-4, 6});
        QCOMPARE(list.images.front().rect, QRectF(100, 20, 30, 40));
    }

    void imagesOfListsThatAreJoinedStayInTheirRuns()
    {
        DisplayList list = boxWithPicture();
        DisplayList other = boxWithPicture();
        other.move({}, other.mark(), {50, 0});
        other.bounds.translate(50, 0);
        list.append(other);
        QCOMPARE(list.images.size(), 2U);
        QCOMPARE(list.runs.size(), 2U);
        QCOMPARE(list.runs[0].end.images, 1U);
        QCOMPARE(list.runs[1].begin.images, 1U);
        QCOMPARE(list.runs[1].end.images, 2U);
        QCOMPARE(list.images[1].rect, QRectF(52, 2, 15, 20));
        QVERIFY(list.images[0].picture == list.images[1].picture);
        list.images[1].picture = pictureOfSize({30, 40}, 'b');
        QVERIFY(!(list.images[0].picture == list.images[1].picture));
    }

    void aPictureMeansWhomItShows()
    {
        const DisplayList list = boxWithPicture();
        const FixedMeasurer measurer;
        QCOMPARE(nodeAt(list, {5, 5}, measurer), std::optional(postNode(2)));
        QCOMPARE(nodeAt(list, {30, 25}, measurer), std::optional(unitNode(1)));
        QCOMPARE(boxAt(list, {5, 5}), std::optional(unitNode(1)));
        DisplayList logo;
        logo.images.push_back({{0, 0, 10, 10}, kFace, {}});
        logo.closeRun({}, {0, 0, 10, 10});
        QCOMPARE(nodeAt(logo, {5, 5}, measurer), std::optional<NodeRef>());
    }

    void aPictureStaysWithItsBoxAndALogoStandsAlone()
    {
        DisplayList list = boxWithPicture();
        list.boxes.push_back({{60, 0, 40, 30}, {}, {}, unitNode(3)});
        list.images.push_back({{62, 2, 15, 20}, kFace, postNode(4)});
        list.images.push_back({{0, 100, 50, 20}, kFace, {}});
        list.closeRun(list.runs.back().end, {0, 0, 100, 120});
        const PictureBlocks blocks = blocksOf(list);
        QCOMPARE(blocks.blocks.size(), 3U);
        QCOMPARE(blocks.images.size(), 3U);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(blocks.images[static_cast<std::size_t>(i)].block, i);
            QCOMPARE(blocks.images[static_cast<std::size_t>(i)].image, i);
        }
        QCOMPARE(blocks.blocks[2].rect, QRectF(0, 100, 50, 20));
    }
};

BM_TEST_MAIN(TestImages)
#include "test_images.moc"
