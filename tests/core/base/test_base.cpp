// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/base/ids.h"
#include "core/base/toml.h"
#include "core/base/vietnamese_text.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

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
