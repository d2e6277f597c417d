// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_search.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

class TestTextSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void typedMarksCountAndMissingOnesDoNot_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const QString &typed, const QString &text, bool found) {
            QTest::addRow("%s in %s", qPrintable(typed), qPrintable(text)) << typed << text << found;
        };
        row(u"duong"_s, u"Dương Văn Đường"_s, true);
        row(u"duong"_s, u"Ban quản lý đường bộ"_s, true);
        row(u"đường"_s, u"Ban quản lý đường bộ"_s, true);
        row(u"ĐƯỜNG"_s, u"Ban quản lý đường bộ"_s, true);
        row(u"đường"_s, u"Dương Văn An"_s, false);
        row(u"đường"_s, u"Dường"_s, false);
        row(u"dương"_s, u"Dường"_s, true); // a tone may still be to come
        row(u"dường"_s, u"Dương"_s, false);
        row(u"phòng kinh te"_s, u"Phòng Kinh tế"_s, true);
        row(u"phong"_s, u"Văn phòng"_s, true);
        row(u"hoà"_s, u"Phường Hòa Bình"_s, true);
        row(u"hòa"_s, u"Phường Hoà Bình"_s, true);
        row(u"hoà"_s, u"Nguyễn Hoàng"_s, true); // the syllable goes on
        row(u"  hòa   bình "_s, u"Hòa Bình"_s, true);
        row(u"a\u2013b"_s, u"Khối A - B"_s, true);
        row(u"ho\u0300a"_s, u"Hòa"_s, true); // decomposed, as some keyboards give it
        row(u"xyz"_s, u"Hòa Bình"_s, false);
        row(u""_s, u"Hòa Bình"_s, true);
    }
    void typedMarksCountAndMissingOnesDoNot()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(SearchPattern(typed).matches(SearchText(text)), found);
    }

    void whereATextFitsDecidesHowWell()
    {
        using Fit = SearchPattern::Fit;
        const SearchPattern pattern(u"phong");
        QCOMPARE(pattern.fit(SearchText(u"Phòng Nội vụ")), std::optional(Fit::Beginning));
        QCOMPARE(pattern.fit(SearchText(u"Văn phòng")), std::optional(Fit::WordBeginning));
        QCOMPARE(pattern.fit(SearchText(u"Xphòng; phòng")), std::optional(Fit::WordBeginning));
        QCOMPARE(pattern.fit(SearchText(u"Xphòng")), std::optional(Fit::Inside));
        QVERIFY(SearchPattern(u" ").isEmpty());
    }
};

BM_TEST_MAIN(TestTextSearch)
#include "test_text_search.moc"
