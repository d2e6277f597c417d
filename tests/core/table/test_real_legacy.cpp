// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "core/table/reader.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace bomay;

/// Workbooks of Vietnamese agencies from 1998 to 2009, and one table saved in three formats. The counts were taken with
/// xlrd 1.2, the transcripts were made by others.
class TestRealLegacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workbook_data();
    void workbook();
    void everyDifferenceFromTheTranscriptsHasAReason();
    void oneTableInThreeFormatsIsOneTable();
    void openDocumentHasTheCellsOfItsCsv();
    void mutatedWorkbooksAreReadOrRefused();

private:
    static QString folder() { return QStringLiteral(BOMAY_DATA_DIR); }
    static bool isThere() { return !folder().isEmpty() && QDir(folder()).exists(); }
};

#define SKIP_WITHOUT_DATA()                                                                                            \
    if (!isThere())                                                                                                    \
    QSKIP("BOMAY_DATA_DIR is not set or not there: the folder of real files (legacy-encoding, …)")

namespace {

/// The filled fields of a transcript, line by line: it has the cells of all sheets in their order.
QStringList transcriptFields(const QString &path)
{
    QFile file(path);
    QStringList fields;
    if (!file.open(QIODevice::ReadOnly))
        return fields;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        for (const QString &field : line.split(u'\t')) {
            if (!field.trimmed().isEmpty())
                fields.append(field);
        }
    }
    return fields;
}

/// Whether a font that draws capitals ("…H") stands in the cell.
bool hasCapitalsFont(const Workbook &workbook, const Sheet &sheet, const Cell &cell)
{
    const auto isCapitals = [&](std::uint32_t style) { return legacyFontOf(workbook.styles.at(style).font).capitals; };
    const auto isHere = [&](const RichCell &rich) { return rich.row == cell.row && rich.column == cell.column; };
    const auto rich = std::ranges::find_if(sheet.richCells, isHere);
    return isCapitals(cell.style) ||
           (rich != sheet.richCells.end() && std::ranges::any_of(rich->runs, isCapitals, &TextRun::style));
}

/// Why a cell is not what its transcript says; empty where no reason is known.
QString reasonOfDifference(const Workbook &workbook, const Sheet &sheet, const Cell &cell, const QString &transcript)
{
    if (cell.type == CellType::Number) {
        constexpr int kDigits = 10; // what Excel shows in a narrow column; the cell has all of them
        const bool isRounded = transcript == QString::number(cell.text.toDouble(), 'g', kDigits);
        return isRounded ? u"number shown to ten digits"_s : QString();
    }
    const QString here = cell.text.simplified();
    const QString there = transcript.simplified();
    if (here == there)
        return u"white space folded"_s;
    const bool isOtherCase = here.toCaseFolded() == there.toCaseFolded() && hasCapitalsFont(workbook, sheet, cell);
    const bool hasOtherSpace = cell.text.size() != transcript.size();
    if (!isOtherCase)
        return {};
    return hasOtherSpace ? u"codes as typed under a font of capitals, white space folded"_s
                         : u"codes as typed under a font of capitals"_s;
}

} // namespace

void TestRealLegacy::workbook_data()
{
    SKIP_WITHOUT_DATA();
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("sheets");
    QTest::addColumn<int>("texts");
    QTest::addColumn<int>("numbers");
    QTest::addColumn<int>("merges");
    QTest::addColumn<int>("legacy");
    QTest::newRow("VNI 1") << u"2006-Mau21_CKTC_NSH"_s << 3 << 32 << 24 << 0 << 28;
    QTest::newRow("VNI 2") << u"2006-Mau22_CKTC_NSH-1"_s << 3 << 42 << 25 << 0 << 35;
    QTest::newRow("TCVN3, capitals, runs") << u"2006-Bieu-ban-hanh-kem-theo-TT04"_s << 12 << 161 << 70 << 88 << 122;
    QTest::newRow("TCVN3, 81 sheets") << u"2007-74Z4A_solieu9thang-2"_s << 81 << 122 << 479 << 0 << 111;
    QTest::newRow("TCVN3, several fonts") << u"2009-KTTrangTrai_2007"_s << 7 << 167 << 77 << 10 << 143;
}

void TestRealLegacy::workbook()
{
    QFETCH(const QString, name);
    const QString path = folder() + u"/legacy-encoding/"_s + name;
    const auto workbook = readWorkbook(path + u".xls"_s);
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    int texts = 0;
    int numbers = 0;
    int merges = 0;
    for (const Sheet &sheet : workbook->sheets) {
        merges += static_cast<int>(sheet.merges.size());
        for (const Cell &cell : sheet.cells) {
            texts += cell.type == CellType::Text ? 1 : 0;
            numbers += cell.type == CellType::Number ? 1 : 0;
        }
    }
    QTEST(int(workbook->sheets.size()), "sheets");
    QTEST(texts, "texts");
    QTEST(numbers, "numbers");
    QTEST(merges, "merges");

    // "Lý do" is the same text in TCVN3 and in Unicode, so that one cell fewer changes than holds codes. Capitals of a
    // font "…H" change letters of ASCII, too, so that more cells may be converted than held codes.
    QFETCH(const int, legacy);
    int converted = 0;
    for (const ConvertedText &note : workbook->conversions) {
        QVERIFY(note.byFont);
        converted += note.cells;
    }
    QVERIFY2(converted >= legacy, qPrintable(QString::number(converted)));
}

/// The goal of the import: at most one cell in 200 that differs without a reason.
void TestRealLegacy::everyDifferenceFromTheTranscriptsHasAReason()
{
    SKIP_WITHOUT_DATA();
    const QDir files(folder() + u"/legacy-encoding"_s);
    int cells = 0;
    QStringList unexplained;
    QMap<QString, int> differences;
    for (const QString &name : files.entryList({u"*.xls"_s}, QDir::Files, QDir::Name)) {
        const auto workbook = readWorkbook(files.filePath(name));
        QVERIFY2(workbook.has_value(), qPrintable(name));
        QStringList fields = transcriptFields(files.filePath(name.chopped(4) + u".txt"_s));
        for (const Sheet &sheet : workbook->sheets) {
            for (const Cell &cell : sheet.cells) {
                if (cell.text.trimmed().isEmpty())
                    continue;
                QVERIFY2(!fields.isEmpty(), qPrintable(name + u": more cells than the transcript has"_s));
                ++cells;
                const QString transcript = fields.takeFirst();
                if (cell.text == transcript)
                    continue;
                const QString reason = reasonOfDifference(*workbook, sheet, cell, transcript);
                ++differences[reason];
                if (reason.isEmpty())
                    unexplained.append(
                        u"%1 R%2C%3 %4 | %5"_s.arg(name).arg(cell.row).arg(cell.column).arg(cell.text, transcript));
            }
        }
        QVERIFY2(fields.isEmpty(), qPrintable(name + u": fewer cells than the transcript has"_s));
    }
    for (auto reason = differences.constBegin(); reason != differences.constEnd(); ++reason)
        qInfo("%d of %d cells: %s", reason.value(), cells, qPrintable(reason.key()));
    QVERIFY(cells > 1000);
    QVERIFY2(unexplained.size() * 200 <= cells, qPrintable(unexplained.join(u'\n')));
}

void TestRealLegacy::oneTableInThreeFormatsIsOneTable()
{
    SKIP_WITHOUT_DATA();
    const QString base =
        folder() + u"/resaved-spreadsheets/department-for-international-development-2013-09-30-senior"_s;
    const auto textsOf = [](const Workbook &workbook) {
        QStringList texts;
        for (const Cell &cell : workbook.sheets.at(0).cells)
            texts.append(u"%1 %2 %3 %4"_s.arg(cell.row).arg(cell.column).arg(int(cell.type)).arg(cell.text));
        return texts;
    };
    const auto xlsx = readWorkbook(base + u".xlsx"_s);
    const auto xls = readWorkbook(base + u".xls"_s);
    const auto ods = readWorkbook(base + u".ods"_s);
    QVERIFY(xlsx.has_value() && xls.has_value() && ods.has_value());
    QCOMPARE(xls->sheets.at(0).cells.size(), std::size_t(1091 + 267));
    QCOMPARE(textsOf(*xls), textsOf(*xlsx));
    QCOMPARE(textsOf(*ods), textsOf(*xlsx));
}

void TestRealLegacy::openDocumentHasTheCellsOfItsCsv()
{
    SKIP_WITHOUT_DATA();
    const auto ods = readWorkbook(folder() + u"/resaved-spreadsheets/tphcm-phuong-xa-dac-khu-2025.ods"_s);
    const auto csv = readWorkbook(folder() + u"/vietnam/tphcm-phuong-xa-dac-khu-2025.csv"_s);
    QVERIFY(ods.has_value() && csv.has_value());
    const std::vector<Cell> &cells = ods->sheets.at(0).cells;
    const std::vector<Cell> &original = csv->sheets.at(0).cells;
    QCOMPARE(cells.size(), original.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        QCOMPARE(cells[i].text, original[i].text);
}

void TestRealLegacy::mutatedWorkbooksAreReadOrRefused()
{
    SKIP_WITHOUT_DATA();
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"mutated.xls"_s);
    ByteMutation mutation;
    const QStringList files = QDir(folder() + u"/legacy-encoding"_s).entryList({u"*.xls"_s}, QDir::Files, QDir::Name);
    for (int round = ByteMutation::rounds(200); round > 0; --round) {
        QFile original(folder() + u"/legacy-encoding/"_s + files.at(round % files.size()));
        QVERIFY(original.open(QIODevice::ReadOnly));
        QByteArray bytes = mutation.flipped(original.readAll(), 1 + round % 8);
        if (round % 4 == 0)
            bytes = mutation.cut(bytes);
        QFile mutated(path);
        QVERIFY(mutated.open(QIODevice::WriteOnly));
        mutated.write(bytes);
        mutated.close();
        const auto workbook = readWorkbook(path);
        QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
    }
}

BM_TEST_MAIN(TestRealLegacy)
#include "test_real_legacy.moc"
