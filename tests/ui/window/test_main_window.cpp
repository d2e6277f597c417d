// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/organisation_builder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/widgets/date_field.h"
#include "ui/window/file_commands.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QWheelEvent>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kSample = QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx");

/// Types over what stands in a field, without Enter.
void typeDay(DateField *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aSmallAgencyIsDrawnUndoneSavedAndReopened()
    {
        WindowFixture f;
        const QByteArray empty = f.json();
        f.trigger(u"addUnit"_s);
        f.typeName(u"Ủy ban nhân dân phường Ổi"_s);
        const NodeRef root = *f.document().selected();
        f.trigger(u"addDeputy"_s);
        f.typeName(u"Phó Chủ tịch"_s);
        f.document().select(root);
        f.trigger(u"addUnit"_s);
        f.typeName(u"Văn phòng"_s);
        const NodeRef office = *f.document().selected();
        f.document().select(root);
        f.trigger(u"addUnit"_s);
        f.typeName(u"Phòng Kinh tế"_s);
        f.trigger(u"rankUp"_s);
        f.document().select(office);
        f.trigger(u"delete"_s);
        QCOMPARE(f.document().selected(), std::optional(root));
        QCOMPARE(f.document().view().units().size(), 2U);
        QCOMPARE(f.document().view().posts().size(), 1U);
        QCOMPARE(f.document().view().posts()[0].state.tier, 1);
        const QByteArray last = f.json();

        f.dialogs.nextFile = f.folder.filePath(u"phường ổi"_s); // the ending is added
        QVERIFY(f.window->isWindowModified());
        f.trigger(u"save"_s);
        QVERIFY(!f.window->isWindowModified());
        QCOMPARE(f.dialogs.told, QStringList());

        const int steps = f.document().session().position();
        QVERIFY(steps >= 9);
        for (int i = 0; i < steps; ++i)
            f.trigger(u"undo"_s);
        QVERIFY(f.json() == empty);
        QVERIFY(!f.window->action(u"undo"_s)->isEnabled());
        for (int i = 0; i < steps; ++i)
            f.trigger(u"redo"_s);
        QVERIFY(f.json() == last);

        f.trigger(u"new"_s);
        QVERIFY(f.json() == empty);
        f.dialogs.nextFile = f.folder.filePath(u"phường ổi.bomay"_s);
        f.trigger(u"open"_s);
        QVERIFY(f.json() == last);
        QVERIFY(f.window->windowTitle().contains(u"phường ổi.bomay"_s));
        QCOMPARE(f.dialogs.asked, QStringList({u"save"_s, u"open"_s}));
    }

    void aHolderThatIsEnteredStandsInTheChartAtOnce()
    {
        WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"Ủy ban nhân dân phường Ổi"_s);
        f.trigger(u"addDeputy"_s);
        f.typeName(u"Phó Chủ tịch"_s);
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTest::mouseClick(f.window->findChild<QPushButton *>(u"addHolder"_s), Qt::LeftButton);
        QInputMethodEvent name;
        name.setCommitString(u"Lê Thị Cúc"_s);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const auto isDrawn = [&f] {
            const auto &texts = f.window->canvas().picture().texts;
            return std::ranges::any_of(texts, [](const TextItem &text) { return text.text == u"Lê Thị Cúc"_s; });
        };
        QVERIFY(isDrawn());
        f.trigger(u"undo"_s);
        QVERIFY(!isDrawn());
    }

    void fiveStepsInRankAreOneStepOfUndo()
    {
        WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"Ủy ban nhân dân phường Ổi"_s);
        const NodeRef root = *f.document().selected();
        NodeRef first;
        for (int i = 0; i < 6; ++i) {
            f.document().select(root);
            f.trigger(u"addUnit"_s);
            f.typeName(u"Phòng số %1"_s.arg(i));
            if (i == 0)
                first = *f.document().selected();
        }
        const auto nameAt = [&](std::size_t rank) {
            const OrgView &view = f.document().view();
            return view.units()[static_cast<std::size_t>(view.unitsOfUnit(view.indexOf(root))[rank])].state.name;
        };
        f.document().select(first);
        const QByteArray before = f.json();
        const int steps = f.document().session().position();
        f.window->activateWindow();
        f.window->canvas().setFocus();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        for (int i = 0; i < 6; ++i) // once more than there are places: nothing happens, and nothing is told
            QTest::keyClick(&f.window->canvas(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.dialogs.told, QStringList());
        QCOMPARE(nameAt(5), u"Phòng số 0"_s);
        QCOMPARE(f.document().session().position(), steps + 1);
        QTest::keySequence(&f.window->canvas(), QKeySequence::Undo);
        QVERIFY(f.json() == before);
    }

    void undoIsNamed()
    {
        WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"Phòng Nội vụ"_s);
        QVERIFY2(f.window->action(u"undo"_s)->text().contains(u"Đổi tên"_s),
                 qPrintable(f.window->action(u"undo"_s)->text()));
        f.trigger(u"undo"_s);
        QVERIFY(f.window->action(u"redo"_s)->text().contains(u"Phòng Nội vụ"_s));
    }

    void theSampleOpensOnItsDayWithItsFinding()
    {
        WindowFixture f;
        f.window->files().openPath(kSample);
        QCOMPARE(f.dialogs.told, QStringList());
        QCOMPARE(f.dialogs.asked, QStringList()); // every row is taken: nothing to ask
        auto *asOf = f.window->findChild<DateField *>(u"asOf"_s);
        QCOMPARE(asOf->day().toIso(), u"2021-12-31"_s);
        QVERIFY(f.window->findChild<QLabel *>(u"historicalBand"_s)->isVisible());
        QCOMPARE(f.document().session().report().findings.size(), 1U);
        typeDay(asOf, u"2/7/2025"_s);
        QTest::keyClick(asOf, Qt::Key_Return);
        // HĐND and UBND of Thủ Đức, which are no more.
        QCOMPARE(f.document().session().report().findings.size(), 2U);
        QCOMPARE(f.document().session().asOf().toIso(), u"2025-07-02"_s);
    }

    void anEditFromADateLeavesThePast()
    {
        WindowFixture f;
        f.window->files().openPath(kSample);
        auto *mode = f.window->findChild<QComboBox *>(u"editMode"_s);
        auto *from = f.window->findChild<DateField *>(u"editFrom"_s);
        mode->setCurrentIndex(1);
        Q_EMIT mode->activated(1);
        QVERIFY(from->isVisible());
        QCOMPARE(from->day().toIso(), u"2021-12-31"_s); // the day in view
        QVERIFY(from->hasFocus() && from->hasSelectedText());
        typeDay(from, u"01062022"_s);
        QTest::keyClick(from, Qt::Key_Return);
        const UnitId unit = f.document().organisation().unitsWithCode(u"PKT"_s).first();
        f.document().select(NodeRef(unit));
        f.window->canvas().beginRename();
        f.typeName(u"Phòng Kinh tế mới"_s);
        const auto nameOn = [&](const QString &date) {
            const OrgView view(f.document().organisation(), day(date));
            return view.units()[uz(view.indexOf(unit))].state.name;
        };
        QCOMPARE(nameOn(u"2022-05-31"_s), u"Phòng Kinh tế"_s);
        QCOMPARE(nameOn(u"2022-06-01"_s), u"Phòng Kinh tế mới"_s);
    }

    void aDayBeingTypedCountsForTheNextCommand()
    {
        WindowFixture f;
        f.window->files().openPath(kSample);
        typeDay(f.window->findChild<DateField *>(u"asOf"_s), u"1/7/2022"_s);
        QCOMPARE(f.document().session().asOf().toIso(), u"2021-12-31"_s);
        f.dialogs.nextFile = f.folder.filePath(u"sơ đồ.pdf"_s);
        f.trigger(u"exportPdf"_s);
        QCOMPARE(f.document().session().asOf().toIso(), u"2022-07-01"_s);
    }

    void theDateOfAnEditCountsAsSoonAsACommandIsUsed()
    {
        WindowFixture f;
        f.window->files().openPath(kSample);
        auto *mode = f.window->findChild<QComboBox *>(u"editMode"_s);
        mode->setCurrentIndex(1);
        Q_EMIT mode->activated(1);
        typeDay(f.window->findChild<DateField *>(u"editFrom"_s), u"1/6/2021"_s);
        f.document().select(NodeRef(f.document().organisation().unitsWithCode(u"PKT"_s).first()));
        f.trigger(u"addUnit"_s);
        const UnitId added = f.document().selected()->unit();
        QVERIFY(OrgView(f.document().organisation(), day(u"2021-05-31"_s)).indexOf(added) < 0);
        QVERIFY(OrgView(f.document().organisation(), day(u"2021-06-01"_s)).indexOf(added) >= 0);
    }

    void theWheelDoesNotChangeHowEditsCount()
    {
        WindowFixture f;
        auto *mode = f.window->findChild<QComboBox *>(u"editMode"_s);
        QWheelEvent event({5, 5}, mode->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(mode, &event);
        QCOMPARE(mode->currentIndex(), 0);
        QCOMPARE(f.document().scope().mode, EditMode::Correct);
    }

    void theWaysOfEditingAreExplained()
    {
        WindowFixture f;
        const auto *mode = f.window->findChild<QComboBox *>(u"editMode"_s);
        QCOMPARE(mode->itemText(0), u"Đính chính"_s);
        QVERIFY(mode->toolTip().contains(u"ghi sai"_s));
        QVERIFY(mode->toolTip().contains(u"theo quyết định"_s));
        QCOMPARE(mode->whatsThis(), mode->toolTip());
    }

    /// A post is a "chức vụ"; "chức danh" is what its title is called.
    void aPostHasOneName()
    {
        WindowFixture f;
        f.window->files().openPath(kSample);
        QStringList texts;
        for (const auto *action : f.window->findChildren<QAction *>())
            texts += action->text().remove(u'&');
        for (const auto *label : f.window->findChildren<QLabel *>())
            texts += label->text();
        QCOMPARE(texts.count(u"Chức danh"_s), 1);
        QCOMPARE(texts.filter(u"chức danh"_s, Qt::CaseInsensitive).size(), 1);
        QCOMPARE(f.window->action(u"addPost"_s)->iconText(), u"Chức vụ"_s);
    }

    void unsavedChangesAreAskedAbout()
    {
        WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"Phòng A"_s);
        const QByteArray before = f.json();
        f.dialogs.nextUnsaved = UnsavedAnswer::Cancel;
        f.trigger(u"new"_s);
        QVERIFY(f.json() == before);
        QVERIFY(!f.window->close());
        f.dialogs.nextUnsaved = UnsavedAnswer::Save;
        f.dialogs.nextFile = u"/không/có/thư/mục.bomay"_s;
        f.trigger(u"new"_s); // saving fails: the document stays
        QVERIFY(f.json() == before);
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY2(f.dialogs.told[0].contains(u"/không/có/thư/mục.bomay"_s), qPrintable(f.dialogs.told[0]));
        f.dialogs.nextUnsaved = UnsavedAnswer::Discard;
        f.trigger(u"new"_s);
        QVERIFY(f.json() != before);
    }

    void aWrongFileIsSaidAndTheDocumentStays()
    {
        WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"Phòng A"_s);
        const QByteArray before = f.json();
        const QString path = f.folder.filePath(u"hỏng.bomay"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no document") > 0);
        file.close();
        f.window->files().openPath(path);
        QVERIFY(f.json() == before);
        QCOMPARE(f.dialogs.told.size(), 1);
        QVERIFY(f.dialogs.told[0].contains(u"không phải tài liệu"_s));
    }

    void importIntoTheDocumentIsOneStep()
    {
        WindowFixture f;
        f.dialogs.nextFile = kSample;
        f.dialogs.nextImport = false;
        f.trigger(u"import"_s);
        QCOMPARE(f.document().session().position(), 0);
        f.dialogs.nextImport = true;
        f.trigger(u"import"_s);
        QCOMPARE(f.document().session().position(), 1);
        QCOMPARE(f.document().view().units().size(), 51U);
        f.trigger(u"undo"_s);
        QCOMPARE(f.document().view().units().size(), 0U);
    }

    void pdfIsExported()
    {
        WindowFixture f;
        f.trigger(u"exportPdf"_s);
        QCOMPARE(f.dialogs.told.size(), 1); // nothing to draw yet
        f.window->files().openPath(kSample);
        f.dialogs.nextFile = f.folder.filePath(u"sơ đồ"_s);
        f.trigger(u"exportPdf"_s);
        QFile file(f.folder.filePath(u"sơ đồ.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
    }

    /// Every text of the window is in the translation; every menu is English once it is installed.
    void englishIsComplete()
    {
        QFile file(QStringLiteral(BOMAY_SOURCE_DIR "/resources/translations/bomay_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("unfinished"));
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/bomay_en.qm"_s));
        WindowFixture vietnamese;
        QCoreApplication::installTranslator(&translator);
        WindowFixture english;
        QCoreApplication::removeTranslator(&translator);
        static const QRegularExpression marks(u"[\u0300-\u0309\u0323]"_s);
        for (const QAction *action : vietnamese.window->findChildren<QAction *>()) {
            const QString id = action->objectName();
            if (id.isEmpty() || vietnamese.window->action(id) != action)
                continue;
            QString text = english.window->action(id)->text();
            QVERIFY2(text != action->text(), qPrintable(id));
            QVERIFY2(!text.normalized(QString::NormalizationForm_D).contains(marks), qPrintable(text));
        }
        for (const QDockWidget *dock : english.window->findChildren<QDockWidget *>())
            QVERIFY(!dock->windowTitle().normalized(QString::NormalizationForm_D).contains(marks));
    }

    /// As reports and findings write them in either language.
    void daysAreWrittenAlikeInTheWholeWindow()
    {
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/bomay_en.qm"_s));
        QCoreApplication::installTranslator(&translator);
        WindowFixture english(systemPorts(), Language::English);
        english.window->files().openPath(kSample);
        QCoreApplication::removeTranslator(&translator);
        for (const QString &shown : {english.window->findChild<DateField *>(u"asOf"_s)->text(),
                                     english.window->findChild<QLabel *>(u"historicalBand"_s)->text(),
                                     english.window->findChild<QLabel *>(u"findingsSummary"_s)->text()})
            QVERIFY2(shown.contains(u"2021-12-31"_s), qPrintable(shown));
        WindowFixture vietnamese;
        vietnamese.window->files().openPath(kSample);
        QCOMPARE(vietnamese.window->findChild<DateField *>(u"asOf"_s)->text(), u"31/12/2021"_s);
    }

    void commandsHaveUniqueIdsKeysAndPictures()
    {
        WindowFixture f;
        QSet<QString> ids;
        QSet<QString> keys;
        int count = 0;
        for (const QAction *action : f.window->findChildren<QAction *>()) {
            if (action->objectName().isEmpty() || f.window->action(action->objectName()) != action)
                continue;
            ++count;
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids.insert(action->objectName());
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!key.isEmpty() && !keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
            if (!action->icon().isNull())
                QVERIFY2(!action->icon().pixmap(20, 20).isNull(), qPrintable(action->objectName()));
        }
        QVERIFY(count > 18);
    }
};

BM_GUI_TEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
