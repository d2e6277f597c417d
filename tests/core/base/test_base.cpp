// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/base/ids.h"
#include "core/base/toml.h"
#include "core/base/vietnamese_text.h"
#include "tests/support/test_main.h"

#include <array>
#include <random>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// The date in a text as two regular expressions find it; empty where there is none.
QString isoByGrammar(const QString &text)
{
    static const QRegularExpression iso(u"\\A(?<y>\\d{4})(-(?<m>\\d{1,2})(-(?<d>\\d{1,2}))?)?([T ]00:00(:00)?)?\\z"_s);
    static const QRegularExpression vietnamese(u"\\A((?<d>\\d{1,2})[/.-])?(?<m>\\d{1,2})[/.-](?<y>\\d{4})\\z"_s);
    const auto found = iso.match(text).hasMatch() ? iso.match(text) : vietnamese.match(text);
    const int year = found.captured(u"y").toInt();
    const int month = found.captured(u"m").toInt();
    const int day = found.captured(u"d").toInt();
    const bool isZero = (!found.captured(u"m").isEmpty() && month == 0) ||
                        (found.regularExpression() == vietnamese && !found.captured(u"d").isEmpty() && day == 0);
    if (!found.hasMatch() || isZero || year < 1800 || year > 2200 || month > 12 ||
        (day != 0 && !QDate::isValid(year, month, day)))
        return {};
    QString written = QString::number(year);
    for (const int part : {month, day})
        if (part != 0)
            written += u"-%1"_s.arg(part, 2, 10, QChar(u'0'));
    return written;
}

} // namespace

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void partialDateReadsWhatOfficersWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        QTest::newRow("iso") << u"2021-03-29"_s << u"2021-03-29"_s;
        QTest::newRow("vietnamese") << u"29/03/2021"_s << u"2021-03-29"_s;
        QTest::newRow("short") << u"1/7/2021"_s << u"2021-07-01"_s;
        QTest::newRow("dots") << u"29.3.2021"_s << u"2021-03-29"_s;
        QTest::newRow("month") << u"07/2021"_s << u"2021-07"_s;
        QTest::newRow("year") << u" 2021 "_s << u"2021"_s;
        QTest::newRow("leap day") << u"29/02/2024"_s << u"2024-02-29"_s;
        QTest::newRow("no leap day") << u"29/02/2023"_s << QString();
        QTest::newRow("31 April") << u"31/04/2021"_s << QString();
        QTest::newRow("month 13") << u"13/2021"_s << QString();
        QTest::newRow("month 0") << u"2021-00"_s << QString();
        QTest::newRow("day 0") << u"00/03/2021"_s << QString();
        QTest::newRow("words") << u"hôm nay"_s << QString();
        QTest::newRow("two-digit year") << u"29/03/21"_s << QString();
        QTest::newRow("spreadsheet") << u"2021-03-29 00:00:00"_s << u"2021-03-29"_s;
        QTest::newRow("xml") << u"2021-03-29T00:00"_s << u"2021-03-29"_s;
        QTest::newRow("short iso") << u"2021-3-9"_s << u"2021-03-09"_s;
        QTest::newRow("a time of day") << u"2021-03-29 08:00"_s << QString();
        QTest::newRow("midnight alone") << u"00:00"_s << QString();
        QTest::newRow("no date before midnight") << u"29/03/2021 00:00"_s << QString();
        QTest::newRow("iso with slashes") << u"2021/03/29"_s << QString();
        QTest::newRow("long month") << u"2021-003"_s << QString();
        QTest::newRow("four numbers") << u"1/2/3/2021"_s << QString();
        QTest::newRow("ends with a hyphen") << u"2021-03-"_s << QString();
    }
    void partialDateReadsWhatOfficersWrite()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto date = PartialDate::parse(text);
        QCOMPARE(date.has_value(), !iso.isEmpty());
        if (date)
            QCOMPARE(date->toIso(), iso);
    }

    void partialDateIsReadAsItsGrammarHasIt()
    {
        constexpr std::array kParts{u"2021", u"1999", u"29", u"12", u"7", u"03",     u"123", u"00", u"-",
                                    u"-",    u"-",    u"/",  u"/",  u".", u" 00:00", u":00", u"T"};
        std::mt19937 random(7); // NOLINT: the same texts in every run
        int read = 0;
        for (int i = 0; i < 50'000; ++i) {
            QString text;
            for (auto parts = random() % 7; parts > 0; --parts)
                text += QStringView(kParts[random() % kParts.size()]);
            const auto date = PartialDate::parse(text);
            QCOMPARE(text + u" = "_s + (date ? date->toIso() : QString()), text + u" = "_s + isoByGrammar(text));
            read += date ? 1 : 0;
        }
        QVERIFY(read > 300);
    }

    void partialDateKeepsItsPrecisionAndItsLimits()
    {
        const PartialDate month = *PartialDate::parse(u"02/2024");
        QCOMPARE(month.firstDay().toIso(), u"2024-02-01"_s);
        QCOMPARE(month.lastDay().toIso(), u"2024-02-29"_s);
        const PartialDate year = *PartialDate::parse(u"2021");
        QCOMPARE(year.firstDay().toIso(), u"2021-01-01"_s);
        QCOMPARE(year.lastDay().toIso(), u"2021-12-31"_s);
        QCOMPARE(month.toVietnamese(), u"02/2024"_s);
    }

    void periodCountsBothEnds()
    {
        const Period period{*PartialDate::parse(u"2021-03-29"), *PartialDate::parse(u"2025-06-30")};
        QVERIFY(!period.contains(*Day::fromYmd(2021, 3, 28)));
        QVERIFY(period.contains(*Day::fromYmd(2021, 3, 29)));
        QVERIFY(period.contains(*Day::fromYmd(2025, 6, 30)));
        QVERIFY(!period.contains(*Day::fromYmd(2025, 7, 1)));
        QVERIFY(Period{}.contains(*Day::fromYmd(1900, 1, 1)));
        QVERIFY(period.overlaps({*PartialDate::parse(u"2025-06-30"), {}}));
        QVERIFY(!period.overlaps({*PartialDate::parse(u"2025-07"), {}}));
    }

    /// Letters of the usual blocks are folded one by one; beside one of another block the whole text is looked at.
    void textsAreFoldedAlikeWhateverStandsBesideThem()
    {
        for (char16_t code = 1; code < 0x1F10; ++code) {
            if (code == 0x250)
                code = 0x1DF0;
            const QString text = u" x"_s + QChar(code) + u"  Y "_s;
            const QString beside = u"一"_s; // has one form, and none of the blocks
            QCOMPARE(searchFold(text) + u' ' + beside, searchFold(text + beside));
            QCOMPARE(nameFold(text) + u' ' + beside, nameFold(text + beside));
            QCOMPARE(tidyName(text) + u' ' + beside, tidyName(text + beside));
            const QString tidy = u"x"_s + QChar(code) + u" Y"_s;
            QCOMPARE(tidyName(tidy) + u' ' + beside, tidyName(tidy + u' ' + beside));
        }
    }

    void searchFoldDropsMarksAndKnowsD()
    {
        QCOMPARE(searchFold(u"  Sở   Nội vụ "), u"so noi vu"_s);
        QCOMPARE(searchFold(u"ĐỐNG ĐA"), u"dong da"_s);
        QCOMPARE(searchFold(u"Thủ Đức"_s.normalized(QString::NormalizationForm_D)), u"thu duc"_s);
    }

    void nameFoldKeepsMarksAndForgetsSpelling_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        QTest::newRow("tone placement") << u"Văn hoá"_s << u"Văn hóa"_s << true;
        QTest::newRow("uy") << u"Uỷ ban"_s << u"Ủy ban"_s << true;
        QTest::newRow("quý is not ouy") << u"Quý"_s << u"Qúy"_s << false;
        QTest::newRow("closed syllable stays") << u"hoàn"_s << u"hòan"_s << false;
        QTest::newRow("case") << u"Phòng Nội Vụ"_s << u"phòng nội vụ"_s << true;
        QTest::newRow("dash") << u"Tài chính – Kế hoạch"_s << u"Tài chính-Kế hoạch"_s << true;
        QTest::newRow("decomposed") << u"Thủ Đức"_s.normalized(QString::NormalizationForm_D) << u"Thủ Đức"_s << true;
        QTest::newRow("marks") << u"Phong Y te"_s << u"Phòng Y tế"_s << false;
    }
    void nameFoldKeepsMarksAndForgetsSpelling()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(nameFold(a) == nameFold(b), same);
    }

    void seededIdsRepeatAndDiffer()
    {
        SeededIdSource a("seed");
        SeededIdSource b("seed");
        SeededIdSource c("other");
        const Uid first = a.next();
        QCOMPARE(first, b.next());
        QVERIFY(first != c.next());
        QVERIFY(first != a.next());
        QCOMPARE(Uid::parse(first.toString()), std::optional(first));
        QVERIFY(!Uid::parse(u"xyz"));
        QVERIFY(!Uid::parse(QString(32, u'g')));
    }

    void tomlGivesValuesWithTheirPlace()
    {
        const auto root = parseToml("a = 1\n\n[t]\nday = 2021-03-29\nlist = [\"x\"]\n", u"p.toml"_s);
        QVERIFY(root.has_value());
        QCOMPARE(*root->find(u"a")->integer(), 1);
        const TomlNode *day = root->find(u"t")->find(u"day");
        QCOMPARE(day->day()->toIso(), u"2021-03-29"_s);
        QCOMPARE(day->place.row, 4);
        QCOMPARE(*root->find(u"t")->find(u"list")->array()->front().string(), u"x"_s);
    }

    void tomlErrorsSayWhere()
    {
        const auto root = parseToml("a = 1\nb = = 2\n", u"p.toml"_s);
        QVERIFY(!root.has_value());
        QCOMPARE(root.error().code(), u"toml-syntax"_s);
        QCOMPARE(root.error().place.row, 2);
        QVERIFY(root.error().place.column > 0);
    }
};

BM_TEST_MAIN(TestBase)
#include "test_base.moc"
