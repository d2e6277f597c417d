// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/reader.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace bomay;

/// Files by others, as they are found. The facts were taken with openpyxl 3.0.9.
class TestRealFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsheet_data();
    void spreadsheet();
    void everyCsvIsReadOrRefusedForItsEncoding();

private:
    static QString folder() { return QStringLiteral(BOMAY_DATA_DIR); }
    static QString resaved(const QString &name) { return folder() + u"/resaved-spreadsheets/"_s + name; }
    static bool isThere() { return !folder().isEmpty() && QDir(folder()).exists(); }
};

#define SKIP_WITHOUT_DATA()                                                                                            \
    if (!isThere())                                                                                                    \
    QSKIP("BOMAY_DATA_DIR is not set or not there: the folder of real files (data/resaved-spreadsheets, …)")

void TestRealFiles::spreadsheet_data()
{
    SKIP_WITHOUT_DATA();
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<int>("texts");
    QTest::addColumn<int>("numbers");
    QTest::addColumn<QString>("b2");
    QTest::newRow("organogram in Excel's hand") << u"20131202-des-oct-13-organogram-final-u-senior.xlsx"_s
                                                << u"20131202-des-oct-13-organogram-"_s << 1379 << 1222 << u"1"_s;
    QTest::newRow("organogram of a ministry")
        << u"department-for-international-development-2013-09-30-senior.xlsx"_s << u"department-for-international-de"_s
        << 1091 << 267 << u"John Barrett"_s;
    QTest::newRow("ranks of civil servants")
        << u"ngach-cong-chuc.xlsx"_s << u"ngach-cong-chuc"_s << 37 << 35 << u"(không hưởng lương)"_s;
    QTest::newRow("identifiers of agencies")
        << u"tphcm-co-quan-ma-dinh-danh-2014-07-early.xlsx"_s << u"tphcm-co-quan-ma-dinh-danh-2014"_s << 138 << 0
        << u"Ban quản lý Khu đô thị mới Thủ Thiêm"_s;
}

void TestRealFiles::spreadsheet()
{
    QFETCH(const QString, file);
    QFETCH(const QString, sheet);
    QFETCH(const int, texts);
    QFETCH(const int, numbers);
    QFETCH(const QString, b2);
    const auto workbook = readWorkbook(resaved(file));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    QCOMPARE(workbook->sheets.size(), std::size_t(1));
    const Sheet &first = workbook->sheets[0];
    QCOMPARE(first.name, sheet);
    QCOMPARE(first.state, SheetState::Visible);
    QCOMPARE(std::ranges::count(first.cells, CellType::Text, &Cell::type), texts);
    QCOMPARE(std::ranges::count(first.cells, CellType::Number, &Cell::type), numbers);
    const auto isB2 = [](const Cell &cell) { return cell.row == 2 && cell.column == 2; };
    const auto found = std::ranges::find_if(first.cells, isB2);
    QVERIFY(found != first.cells.end());
    QCOMPARE(found->text, b2);
}

void TestRealFiles::everyCsvIsReadOrRefusedForItsEncoding()
{
    SKIP_WITHOUT_DATA();
    int read = 0;
    QDirIterator files(folder(), {u"*.csv"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto workbook = readWorkbook(path);
        if (!workbook) {
            QVERIFY2(workbook.error().code() == u"bad-encoding"_s,
                     qPrintable(path + u": "_s + workbook.error().code()));
            QVERIFY(workbook.error().place.row > 0);
            continue;
        }
        ++read;
        const Sheet &sheet = workbook->sheets.at(0);
        QVERIFY2(sheet.cells.size() > 4, qPrintable(path));
        QVERIFY2(std::ranges::max(sheet.cells, {}, &Cell::column).column > 1, qPrintable(path));
    }
    QVERIFY(read > 0);
}

BM_TEST_MAIN(TestRealFiles)
#include "test_real_files.moc"
