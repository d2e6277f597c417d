// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/window/file_commands.h"

#include <QFile>
#include <QLabel>
#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kSample = QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx");

/// A document in a file with two named states: of one unit, and of two.
struct Versions : WindowFixture
{
    QString path = folder.filePath(u"phường.bomay"_s);

    Versions()
    {
        dialogs.nextFile = path;
        add(u"Ủy ban nhân dân phường Ổi"_s);
        dialogs.nextText = u"Trước"_s;
        trigger(u"nameVersion"_s); // saves first
        add(u"Văn phòng"_s);
        dialogs.nextText = u"Chốt"_s;
        trigger(u"sealVersion"_s);
    }

    void add(const QString &name) const
    {
        document().select(std::nullopt);
        trigger(u"addUnit"_s);
        typeName(name);
    }

    [[nodiscard]] qsizetype units() const { return document().organisation().units().size(); }
    [[nodiscard]] QLabel *band() const { return window->findChild<QLabel *>(u"versionBand"_s); }
};

} // namespace

class TestVersionWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void statesAreNamedAndSealed()
    {
        Versions f;
        QCOMPARE(f.dialogs.told, QStringList());
        QVERIFY(!f.window->isWindowModified());
        const auto versions = versionsOf(f.path);
        QCOMPARE(versions->size(), 2U);
        QVERIFY(!versions->front().label.isSealed);
        QVERIFY(versions->back().label.isSealed);
        f.dialogs.nextText = u"Trước"_s;
        f.trigger(u"nameVersion"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY(f.dialogs.told[0].contains(u"“Trước” đã có"_s));
        f.dialogs.nextText.reset();
        f.trigger(u"nameVersion"_s);
        QCOMPARE(versionsOf(f.path)->size(), 2U);
    }

    void aFileMadeOfAVersionIsNamedWhole()
    {
        Versions f;
        f.dialogs.nextText = u"Chốt 31/12/2025. Lần 2"_s;
        f.trigger(u"nameVersion"_s);
        f.dialogs.nextLine = 2;
        f.trigger(u"showVersion"_s);
        f.dialogs.nextFile.clear();
        for (const QString &command : {u"saveAs"_s, u"exportPdf"_s}) {
            f.trigger(command);
            QCOMPARE(f.dialogs.suggested, u"phường (Chốt 31-12-2025. Lần 2)"_s);
        }
    }

    void aVersionIsShownAndCannotBeEdited()
    {
        Versions f;
        f.dialogs.nextLine = 0;
        f.trigger(u"showVersion"_s);
        QCOMPARE(f.dialogs.lines.size(), 2);
        QVERIFY2(f.dialogs.lines[1].startsWith(u"Chốt (đã chốt): số liệu ngày "_s), qPrintable(f.dialogs.lines[1]));
        QCOMPARE(f.units(), 1);
        QVERIFY(f.band()->isVisible());
        QVERIFY(f.band()->text().contains(u"Đang xem phiên bản “Trước”"_s));
        QVERIFY2(f.window->windowTitle().startsWith(u"phường (Trước)"_s), qPrintable(f.window->windowTitle()));
        f.trigger(u"addUnit"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        QCOMPARE(f.units(), 1);
        f.dialogs.nextFile = f.path;
        f.trigger(u"saveAs"_s); // its own document stays what it is
        QCOMPARE(f.dialogs.told.size(), 2);
        QCOMPARE(versionsOf(f.path)->size(), 2U);
        Q_EMIT f.band()->linkActivated(u"#"_s);
        QVERIFY(!f.band()->isVisible());
        QCOMPARE(f.units(), 2);
        f.add(u"Ba"_s);
        QCOMPARE(f.units(), 3);
    }

    void anAnnexOfAVersionIsExportedAndNothingIsRefused()
    {
        Versions f;
        f.dialogs.nextLine = 0;
        f.trigger(u"showVersion"_s);
        f.dialogs.nextPaper = [](PaperChoice choice) {
            choice.annex.number = 7;
            return choice;
        };
        f.dialogs.nextFile = f.folder.filePath(u"phụ lục.pdf"_s);
        f.trigger(u"exportAnnex"_s);
        QVERIFY2(f.dialogs.told.isEmpty(), qPrintable(f.dialogs.told.join(u'\n')));
        QVERIFY(QFile::exists(f.dialogs.nextFile));
        int offered = 0;
        f.dialogs.nextPaper = [&offered](const PaperChoice &choice) {
            offered = choice.annex.number;
            return choice;
        };
        f.trigger(u"exportAnnex"_s);
        QCOMPARE(offered, 7);
    }

    void unsavedChangesAreAskedAboutBeforeAVersionIsShown()
    {
        Versions f;
        f.add(u"Ba"_s);
        f.dialogs.nextLine = 0;
        f.dialogs.nextUnsaved = UnsavedAnswer::Cancel;
        f.trigger(u"showVersion"_s);
        QCOMPARE(f.dialogs.asked.last(), u"unsaved"_s);
        QVERIFY(f.window->isWindowModified());
        QCOMPARE(f.units(), 3);
        f.dialogs.nextUnsaved = UnsavedAnswer::Discard;
        f.trigger(u"showVersion"_s);
        QCOMPARE(f.units(), 1);
        QCOMPARE(loadDocument(f.path)->units().size(), 2); // nothing was saved for it
    }

    void aVersionIsBroughtBackAsOneStep()
    {
        Versions f;
        f.dialogs.nextLine = 0;
        f.trigger(u"restoreVersion"_s);
        QCOMPARE(f.units(), 1);
        QCOMPARE(f.document().session().undoTitle(), u"Đưa về phiên bản Trước"_s);
        f.trigger(u"undo"_s);
        QCOMPARE(f.units(), 2);
    }

    void whatDiffersIsTold()
    {
        Versions f;
        f.dialogs.nextLine = 0;
        f.trigger(u"compareVersion"_s);
        QCOMPARE(f.dialogs.shown, u"Đơn vị: thêm 1, bỏ 0, sửa 0\n  + Văn phòng"_s);
        f.dialogs.nextLine = 1;
        f.trigger(u"compareVersion"_s);
        QCOMPARE(f.dialogs.shown, u"Không có gì khác."_s);
    }

    void whatIsSealedStays()
    {
        Versions f;
        f.dialogs.nextLine = 1;
        f.trigger(u"removeVersion"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY(f.dialogs.told[0].contains(u"đã chốt số liệu"_s));
        f.dialogs.nextLine = 0;
        f.trigger(u"removeVersion"_s);
        QCOMPARE(versionsOf(f.path)->size(), 1U);
        f.add(u"Ba"_s);
        f.trigger(u"save"_s); // removing a version is no change from outside
        QCOMPARE(f.dialogs.told.size(), 1);
    }

    void aCopyHasNoPersons()
    {
        WindowFixture f;
        f.window->files().openPath(kSample);
        const QString original = f.folder.filePath(u"a.bomay"_s);
        f.dialogs.nextFile = original;
        f.trigger(u"save"_s);
        const Organisation &whole = f.document().organisation();
        f.dialogs.nextFile = original;
        f.trigger(u"saveWithoutPersons"_s);
        QCOMPARE(f.dialogs.told.size(), 1); // not over the document itself
        const QString copy = f.folder.filePath(u"b.bomay"_s);
        f.dialogs.nextFile = copy;
        f.trigger(u"saveWithoutPersons"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        const auto without = loadDocument(copy);
        QVERIFY(without.has_value());
        QCOMPARE(without->persons().size(), 0);
        QCOMPARE(without->appointments().size(), 0);
        QCOMPARE(without->units().size(), whole.units().size());
        QCOMPARE(without->posts().size(), whole.posts().size());
        QVERIFY(loadLog(copy)->empty());
    }
};

BM_GUI_TEST_MAIN(TestVersionWindow)
#include "test_version_window.moc"
