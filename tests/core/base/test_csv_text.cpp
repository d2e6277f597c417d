// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

class TestCsvText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreQuotedWhereNeeded()
    {
        QCOMPARE(csvText({u"a"_s, u"b"_s}, {{u"x,y"_s, u"\"z\"\nw"_s}, {QString(), u"1;2"_s}}),
                 QByteArray("\xEF\xBB\xBF"
                            "a,b\r\n\"x,y\",\"\"\"z\"\"\nw\"\r\n,\"1;2\"\r\n"));
    }

    void whatASpreadsheetWouldRunStaysText()
    {
        for (const QString &text : {u"=1+1"_s, u"+A1"_s, u"-A1"_s, u"@x"_s, u"\tx"_s, u"\rx"_s, u"\nx"_s, u"＝1"_s})
            QVERIFY2(csvText({text}, {}).contains("'"), qPrintable(text));
        for (const QString &text : {u"-12"_s, u"+3.5"_s, u"Phòng - Ban"_s, u"a=b"_s})
            QVERIFY2(!csvText({text}, {}).contains("'"), qPrintable(text));
    }
};

BM_TEST_MAIN(TestCsvText)
#include "test_csv_text.moc"
