// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/window/key_sheet.h"
#include "ui/window/paper_dialog.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTranslator>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// What is wrong with the marked letters of texts that stand together.
QStringList faultsOf(const QStringList &texts)
{
    static const QRegularExpression typable(u"^Alt\\+[A-Z0-9]$"_s);
    QHash<QString, QString> owners;
    QStringList faults;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (!typable.match(key).hasMatch())
            faults += u"%1 is on no keyboard: %2"_s.arg(key, text);
        if (owners.contains(key))
            faults += u"%1: %2, %3"_s.arg(key, owners.value(key), text);
        owners.insert(key, text);
    }
    return faults;
}

/// Of what hears the letters while the keyboard is in the window itself.
QStringList textsIn(const QWidget &window)
{
    QStringList texts;
    for (const auto *label : window.findChildren<QLabel *>())
        if (label->buddy() != nullptr)
            texts += label->text();
    for (const auto *button : window.findChildren<QAbstractButton *>())
        texts += button->text();
    return texts;
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        texts += action->text();
    return texts;
}

PaperQuestion question(PaperUse use)
{
    PaperQuestion question;
    question.accept = u"OK"_s;
    question.use = use;
    question.compose = [](const PaperChoice & /*choice*/) { return PaperPreview{}; };
    return question;
}

} // namespace

class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aMarkedLetterMeansOneThing_data()
    {
        QTest::addColumn<QString>("translation");
        QTest::newRow("Vietnamese") << u":/i18n/qtbase_vi.qm"_s;
        QTest::newRow("English") << u":/i18n/bomay_en.qm"_s;
    }
    void aMarkedLetterMeansOneThing()
    {
        QFETCH(const QString, translation);
        QTranslator translator;
        QVERIFY(translator.load(translation));
        QCoreApplication::installTranslator(&translator);
        const auto remove = qScopeGuard([&translator] { QCoreApplication::removeTranslator(&translator); });
        const WindowFixture f;
        f.trigger(u"addUnit"_s);
        f.typeName(u"UBND & HĐND"_s); // is named by Undo, and marks nothing there
        for (int i = 0; i < 2; ++i) {
            const QList<QAction *> menus = f.window->menuBar()->actions();
            QCOMPARE(faultsOf(textsOf(menus) + textsIn(*f.window)).join(u" | "_s), QString());
            for (const QAction *menu : menus)
                QCOMPARE(faultsOf(textsOf(menu->menu()->actions())).join(u" | "_s), QString());
            f.trigger(u"viewRoot"_s); // "Vẽ cả sơ đồ" stands there then
        }
        for (const PaperUse use : {PaperUse::Print, PaperUse::File, PaperUse::Annex})
            QCOMPARE(faultsOf(textsIn(PaperDialog(question(use)))).join(u" | "_s), QString());
        f.trigger(u"keys"_s);
        QCOMPARE(faultsOf(textsIn(*f.window->findChild<KeySheet *>())).join(u" | "_s), QString());
    }
};

BM_GUI_TEST_MAIN(TestMnemonics)
#include "test_mnemonics.moc"
