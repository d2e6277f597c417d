// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gui_test_main.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field_note.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A window with a date field on 31/12/2021 and another field to go to.
struct Fixture
{
    QWidget window;
    DateField *field = new DateField(u"Tại ngày"_s);
    QLineEdit *other = new QLineEdit;
    QStringList chosen;

    Fixture()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(field);
        layout->addWidget(other);
        layout->addStretch(1);
        field->setDay(Day::fromDate(QDate(2021, 12, 31)));
        QObject::connect(field, &DateField::dayChosen, field, [this](Day day) { chosen += day.toIso(); });
        window.resize(400, 300);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not get the keyboard");
        field->setFocus();
    }

    /// Selects all and types, as an officer does.
    void type(const QString &text) const
    {
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClicks(field, text);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(field, key, modifiers); }

    [[nodiscard]] const FieldNote *note() const { return window.findChild<FieldNote *>(); }
};

} // namespace

class TestDateField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void daysAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        QTest::newRow("short") << u"1/7/2025"_s << u"2025-07-01"_s;
        QTest::newRow("long") << u"01/07/2025"_s << u"2025-07-01"_s;
        QTest::newRow("digits") << u"01072025"_s << u"2025-07-01"_s;
        QTest::newRow("dots") << u"1.7.2025"_s << u"2025-07-01"_s;
        QTest::newRow("dashes") << u"1-7-2025"_s << u"2025-07-01"_s;
        QTest::newRow("iso") << u"2025-07-01"_s << u"2025-07-01"_s;
        QTest::newRow("blanks") << u"  01 / 07 / 2025 "_s << u"2025-07-01"_s;
        QTest::newRow("words") << u"ngày 01 tháng 7 năm 2025"_s << u"2025-07-01"_s;
        QTest::newRow("words, capital, decomposed")
            << u"Ngày 1 tháng 7 năm 2025"_s.normalized(QString::NormalizationForm_D) << u"2025-07-01"_s;
        QTest::newRow("leap day") << u"29/2/2024"_s << u"2024-02-29"_s;
    }
    void daysAreReadAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto day = readDay(text);
        QVERIFY(day.has_value());
        QCOMPARE(day->toIso(), iso);
    }

    void whatIsNoDayIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<DateFault>("fault");
        QTest::newRow("nothing") << u" "_s << DateFault::Empty;
        QTest::newRow("letters") << u"hôm nay"_s << DateFault::NotADate;
        QTest::newRow("two dates") << u"1/7/2025 2/7/2025"_s << DateFault::NotADate;
        QTest::newRow("month") << u"07/2025"_s << DateFault::NoDay;
        QTest::newRow("year") << u"2025"_s << DateFault::NoDay;
        QTest::newRow("short year") << u"1.7.25"_s << DateFault::ShortYear;
        QTest::newRow("short year in digits") << u"010725"_s << DateFault::ShortYear;
        QTest::newRow("February") << u"31/02/2025"_s << DateFault::NoSuchDay;
        QTest::newRow("February in digits") << u"31022025"_s << DateFault::NoSuchDay;
        QTest::newRow("no leap year") << u"2025-02-29"_s << DateFault::NoSuchDay;
        QTest::newRow("American") << u"07/31/2025"_s << DateFault::NoSuchDay;
        QTest::newRow("year far back") << u"01/07/0025"_s << DateFault::YearTooFar;
        QTest::newRow("year far on") << u"01/07/9025"_s << DateFault::YearTooFar;
    }
    void whatIsNoDayIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(DateFault, fault);
        const auto day = readDay(text);
        QVERIFY(!day.has_value());
        QCOMPARE(day.error(), fault);
    }

    void monthsAndYearsAreReadWhereTheyMayStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        QTest::newRow("nothing") << u" "_s << u""_s;
        QTest::newRow("year") << u"1975"_s << u"1975"_s;
        QTest::newRow("year in words") << u"năm 1975"_s << u"1975"_s;
        QTest::newRow("month") << u"7/2025"_s << u"2025-07"_s;
        QTest::newRow("month, iso") << u"2025-07"_s << u"2025-07"_s;
        QTest::newRow("month in words") << u"Tháng 7 năm 2025"_s << u"2025-07"_s;
        QTest::newRow("month half in words") << u"tháng 7/2025"_s << u"2025-07"_s;
        QTest::newRow("day") << u"1.7.2025"_s << u"2025-07-01"_s;
    }
    void monthsAndYearsAreReadWhereTheyMayStand()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto date = readPartialDate(text);
        QVERIFY(date.has_value());
        QCOMPARE(date->toIso(), iso);
    }

    void whatIsNoMonthOrYearIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<DateFault>("fault");
        QTest::newRow("letters") << u"hôm nay"_s << DateFault::NotADate;
        QTest::newRow("short year") << u"75"_s << DateFault::ShortYear;
        QTest::newRow("month of a short year") << u"7/25"_s << DateFault::ShortYear;
        QTest::newRow("day of a short year") << u"1/7/25"_s << DateFault::ShortYear;
        QTest::newRow("thirteenth month") << u"13/2025"_s << DateFault::NoSuchMonth;
        QTest::newRow("year far on") << u"9025"_s << DateFault::YearTooFar;
        QTest::newRow("February") << u"31/02/2025"_s << DateFault::NoSuchDay;
    }
    void whatIsNoMonthOrYearIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(DateFault, fault);
        const auto date = readPartialDate(text);
        QVERIFY(!date.has_value());
        QCOMPARE(date.error(), fault);
    }

    void aFieldOfPartsStepsTheSmallestPartAndMayBeEmptied()
    {
        DateEdit field(u"Ngày sinh"_s, DateEdit::Accepts::Parts);
        field.show();
        const auto type = [&field](const QString &text) {
            field.selectAll();
            QTest::keyClicks(&field, text);
        };
        QTest::keyClick(&field, Qt::Key_Up); // nothing to step from
        QCOMPARE(field.text(), QString());
        type(u"1975"_s);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), u"1976"_s);
        type(u"12/1975"_s);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), u"01/1976"_s);
        type(u"31/1/1976"_s);
        QTest::keyClick(&field, Qt::Key_PageUp);
        QCOMPARE(field.text(), u"29/02/1976"_s);
        type(u"75"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(field.whyRefused().contains(u"bốn chữ số"_s));
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(!field.isRefused() && field.date().isEmpty());
    }

    void aWholeDateTypedOverTheOldOneCountsFromEnter()
    {
        const Fixture f;
        f.type(u"1/7/2025"_s);
        QCOMPARE(f.chosen, QStringList()); // not with every letter
        f.press(Qt::Key_Return);
        QCOMPARE(f.chosen, QStringList(u"2025-07-01"_s));
        QCOMPARE(f.field->text(), u"01/07/2025"_s);
        QCOMPARE(f.field->selectedText(), u"01/07/2025"_s); // ready for the next
        f.press(Qt::Key_Return);
        QCOMPARE(f.chosen.size(), 1);
    }

    void leavingTheFieldCountsToo()
    {
        const Fixture f;
        f.type(u"01072025"_s);
        QTest::keyClick(f.field, Qt::Key_Tab);
        QVERIFY(f.other->hasFocus());
        QCOMPARE(f.chosen, QStringList(u"2025-07-01"_s));
    }

    void aPastedDateCounts()
    {
        const Fixture f;
        QGuiApplication::clipboard()->setText(u"ngày 01 tháng 7 năm 2025\n"_s);
        QTest::keySequence(f.field, QKeySequence::SelectAll);
        QTest::keySequence(f.field, QKeySequence::Paste);
        f.press(Qt::Key_Return);
        QCOMPARE(f.chosen, QStringList(u"2025-07-01"_s));
    }

    void aDayThatIsNotThereIsSaidAndTheOldOneStays()
    {
        const Fixture f;
        f.type(u"31/02/2025"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.chosen, QStringList());
        QCOMPARE(f.field->day().toIso(), u"2021-12-31"_s);
        QVERIFY(f.field->isRefused());
        QCOMPARE(f.field->text(), u"31/02/2025"_s); // to be corrected, not typed again
        QVERIFY(f.note()->isVisible());
        QVERIFY(f.note()->text().contains(u"Không có ngày 31/02/2025."_s));
        QVERIFY(f.note()->text().contains(u"31/12/2021"_s));
        QCOMPARE(f.field->accessibleDescription(), f.note()->text());

        QTest::keyClick(f.field, Qt::Key_Tab); // leaving it changes nothing
        QVERIFY(f.field->isRefused() && f.note()->isVisible());
        f.field->setFocus();
        f.field->setDay(f.field->day()); // as after every edit elsewhere
        QVERIFY(f.field->isRefused());

        f.press(Qt::Key_Escape);
        QVERIFY(!f.field->isRefused() && !f.note()->isVisible());
        QCOMPARE(f.field->text(), u"31/12/2021"_s);
        QCOMPARE(f.chosen, QStringList());
    }

    void correctingTakesTheNoteAway()
    {
        const Fixture f;
        f.type(u"1/7/25"_s);
        f.press(Qt::Key_Return);
        QVERIFY(f.note()->text().contains(u"bốn chữ số"_s));
        f.press(Qt::Key_Backspace);
        QVERIFY(!f.note()->isVisible());
        f.press(Qt::Key_Backspace);
        QTest::keyClicks(f.field, u"2025"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.chosen, QStringList(u"2025-07-01"_s));
    }

    void anEmptyFieldIsRefused()
    {
        const Fixture f;
        QTest::keySequence(f.field, QKeySequence::SelectAll);
        f.press(Qt::Key_Delete);
        f.press(Qt::Key_Return);
        QVERIFY(f.field->isRefused());
        QVERIFY(f.note()->isVisible());
        QCOMPARE(f.field->day().toIso(), u"2021-12-31"_s);
    }

    void anotherDayFromOutsideTakesTheWrongTextAway()
    {
        const Fixture f;
        f.type(u"abc"_s);
        f.press(Qt::Key_Return);
        f.field->setDay(Day::fromDate(QDate(2022, 1, 1)));
        QVERIFY(!f.field->isRefused());
        QCOMPARE(f.field->text(), u"01/01/2022"_s);
        QCOMPARE(f.chosen, QStringList());
    }

    void keysStepDaysAndMonths()
    {
        const Fixture f;
        f.press(Qt::Key_Up);
        QCOMPARE(f.field->text(), u"01/01/2022"_s);
        f.press(Qt::Key_Down);
        f.press(Qt::Key_PageDown);
        QCOMPARE(f.field->text(), u"30/11/2021"_s); // no 31 November
        f.press(Qt::Key_PageUp);
        QCOMPARE(f.chosen, QStringList({u"2022-01-01"_s, u"2021-12-31"_s, u"2021-11-30"_s, u"2021-12-30"_s}));
        f.type(u"1/7/2025"_s);
        f.press(Qt::Key_Up); // from what is typed
        QCOMPARE(f.field->day().toIso(), u"2025-07-02"_s);
    }

    void theCalendarIsVietnameseAndChooses()
    {
        const Fixture f;
        f.press(Qt::Key_Down, Qt::AltModifier);
        const auto popup = f.field->findChild<CalendarPopup *>();
        QVERIFY(popup != nullptr && popup->isVisible());
        auto *calendar = popup->findChild<QCalendarWidget *>();
        QCOMPARE(calendar->selectedDate(), QDate(2021, 12, 31));
        QCOMPARE(calendar->firstDayOfWeek(), Qt::Monday);
        QCOMPARE(calendar->locale().language(), QLocale::Vietnamese);
        calendar->setSelectedDate(QDate(2025, 7, 1));
        Q_EMIT calendar->activated(calendar->selectedDate());
        QCOMPARE(f.chosen, QStringList(u"2025-07-01"_s));
        QTRY_VERIFY(f.field->findChild<CalendarPopup *>() == nullptr);

        f.press(Qt::Key_F4);
        QPointer<CalendarPopup> second = f.field->findChild<CalendarPopup *>();
        QVERIFY(second != nullptr);
        QTest::keyClick(second.data(), Qt::Key_Escape);
        QTRY_VERIFY(second == nullptr);
        QCOMPARE(f.chosen.size(), 1);
    }

    void aWindowThatGoesWithAWrongDateChoosesNothing()
    {
        auto f = std::make_unique<Fixture>();
        f->type(u"31/02/2025"_s);
        f->press(Qt::Key_Return);
        f.reset();
    }
};

BM_GUI_TEST_MAIN(TestDateField)
#include "test_date_field.moc"
