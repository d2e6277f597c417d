// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/keyboard_fixture.h"

#include <QFile>
#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kSample = QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx");

/// How many findings of a rule speak of a unit.
int findingsOf(const KeyboardFixture &f, const QString &rule, NodeRef unit)
{
    int count = 0;
    for (const Finding &finding : f.document().session().report().findings)
        if (finding.rule == rule &&
            std::ranges::any_of(finding.subjects, [unit](const Subject &subject) { return subject.node == unit; }))
            ++count;
    return count;
}

} // namespace

class TestKeyboardDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void anOfficersDayNeedsNoMouse()
    {
        KeyboardFixture f;
        const auto control = Qt::ControlModifier;
        const auto shift = Qt::ShiftModifier;
        const QString limit = u"nd33.15.3.thuduc.cqcm.deputy"_s;

        // The chart of Thủ Đức City of 2021, to go on from.
        f.dialogs.nextFile = kSample;
        f.press(Qt::Key_O, control);
        const QByteArray start = f.json();
        const int before = f.document().session().position();
        const std::size_t units = f.document().view().units().size();

        // Two divisions under its People's Committee.
        f.press(Qt::Key_K, control);
        f.type(u"uy ban nhan dan thanh pho thu duc"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.selectedName(), u"Ủy ban nhân dân thành phố Thủ Đức"_s);
        const NodeRef committee = *f.document().selected();
        f.add(u"Phòng Đô thị số"_s, Qt::Key_Tab);
        const NodeRef division = *f.document().selected();
        f.add(u"Phòng Dữ liệu"_s, Qt::Key_Return);
        QCOMPARE(f.document().view().units().size(), units + 2);

        // Three deputies in tiers, then a fourth: F8 leads to what the decree says of it.
        f.press(Qt::Key_Left, control);
        QCOMPARE(f.document().selected(), std::optional(division));
        f.press(Qt::Key_C, control | shift);
        f.typeName(u"Trưởng phòng"_s);
        for (const int tier : {1, 2, 3}) {
            f.add(u"Phó Trưởng phòng"_s, Qt::Key_Return, control);
            while (f.document().view().posts()[uz(f.document().view().indexOf(*f.document().selected()))].state.tier <
                   tier)
                f.press(Qt::Key_Right, Qt::AltModifier | shift);
        }
        QCOMPARE(findingsOf(f, limit, division), 0);
        f.add(u"Phó Trưởng phòng"_s, Qt::Key_Return, control);
        QCOMPARE(findingsOf(f, limit, division), 1);
        for (int i = 0; i < 50 && f.document().selected() != std::optional(division); ++i)
            f.press(Qt::Key_F8);
        QCOMPARE(f.document().selected(), std::optional(division));

        // It is put right.
        f.window->canvas().setFocus();
        f.press(Qt::Key_Z, control);
        f.press(Qt::Key_Z, control);
        QCOMPARE(findingsOf(f, limit, division), 0);

        // The other division is found and comes under the first, and then goes into it.
        f.press(Qt::Key_F, control);
        f.type(u"du lieu"_s);
        f.press(Qt::Key_Escape);
        QCOMPARE(f.selectedName(), u"Phòng Dữ liệu"_s);
        const NodeRef data = *f.document().selected();
        f.add(u"Tổ Lưu trữ"_s, Qt::Key_Tab);
        const NodeRef team = *f.document().selected();
        f.press(Qt::Key_Up, control);
        f.press(Qt::Key_Up, Qt::AltModifier);
        f.press(Qt::Key_Down, Qt::AltModifier);
        f.dialogs.nextLine = 2; // the first of the units beside it
        f.press(Qt::Key_Delete);
        const OrgView &view = f.document().view();
        QCOMPARE(view.indexOf(data), -1);
        QVERIFY(view.indexOf(team) >= 0);
        QVERIFY(view.parentUnit(view.indexOf(team)) != view.indexOf(committee));

        // As PDF.
        f.dialogs.nextFile = f.folder.filePath(u"so-do.pdf"_s);
        f.press(Qt::Key_E, control);
        QVERIFY(QFile(f.folder.filePath(u"so-do.pdf"_s)).size() > 10000);

        // And all of it taken back.
        f.window->canvas().setFocus();
        while (f.document().session().position() > before)
            f.press(Qt::Key_Z, control);
        QVERIFY(f.json() == start);
        QCOMPARE(f.dialogs.told, QStringList());
    }
};

BM_GUI_TEST_MAIN(TestKeyboardDay)
#include "test_keyboard_day.moc"
