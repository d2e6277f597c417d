// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "cell_text.h"
#include "core/table/csv_reader.h"
#include "core/table/csv_scanner.h"
#include "core/table/utf8.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cells_data();
    void cells();
    void fieldsOfEveryLengthEndWhereTheyEnd();
    void delimiter_data();
    void delimiter();
    void utf16IsReadWithEitherByteOrder();
    void refused_data();
    void refused();
    void limitsAreKept();
    void firstInvalidByteIsFound_data();
    void firstInvalidByteIsFound();
    void charactersOfEveryLengthAreDecoded();
    void smallFieldsAreCountedBeforeTheyAreRead();
    void fileIsSheetNamedByItsBaseName();
    void signsOfWindowsAreNoQuestionOfEncoding();
    void missingFileAndFolderInsteadOfFileAreErrors();
    void folderBecomesWorkbookInOrderOfNames();
    void folderWithoutCsvIsError();
    void folderIsLimitedAsOneWorkbook();
    void textsThatRepeatAreThoseOfTheFile();
    void mutatedFilesAreReadOrRefused();
};

void TestCsv::cells_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    using Texts = QStringList;
    const auto row = [](const char *name, const QByteArray &bytes, const Texts &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("empty file", "", Texts{});
    row("only a BOM", "\xEF\xBB\xBF", Texts{});
    row("only line ends", "\r\n\r\n", Texts{});
    row("one field", "a", {u"R1C1 Text a"_s});
    row("BOM is no text",
        "\xEF\xBB\xBF"
        "a,b",
        {u"R1C1 Text a"_s, u"R1C2 Text b"_s});
    row("Vietnamese", "mã,tên\n1,Sở Nội vụ\n",
        {u"R1C1 Text mã"_s, u"R1C2 Text tên"_s, u"R2C1 Text 1"_s, u"R2C2 Text Sở Nội vụ"_s});
    row("LF", "a,b\nc,d", {u"R1C1 Text a"_s, u"R1C2 Text b"_s, u"R2C1 Text c"_s, u"R2C2 Text d"_s});
    row("CRLF", "a,b\r\nc,d\r\n", {u"R1C1 Text a"_s, u"R1C2 Text b"_s, u"R2C1 Text c"_s, u"R2C2 Text d"_s});
    row("CR", "a,b\rc,d\r", {u"R1C1 Text a"_s, u"R1C2 Text b"_s, u"R2C1 Text c"_s, u"R2C2 Text d"_s});
    row("empty lines count", "a\n\n\nb\n", {u"R1C1 Text a"_s, u"R4C1 Text b"_s});
    row("empty fields are no cells", ",,c,\n\"\",b,,\n", {u"R1C3 Text c"_s, u"R2C2 Text b"_s});
    row("spaces stay", " a , \n", {u"R1C1 Text  a "_s, u"R1C2 Text  "_s});
    row("leading zeros stay", "00004,01.003\n", {u"R1C1 Text 00004"_s, u"R1C2 Text 01.003"_s});
    row("quoted delimiter", "\"a,b\",c\n", {u"R1C1 Text a,b"_s, u"R1C2 Text c"_s});
    row("doubled quotes", "\"say \"\"hi\"\"\",\"\"\"\"\n", {u"R1C1 Text say \"hi\""_s, u"R1C2 Text \""_s});
    row("line break in quotes", "\"a\r\nb\",c\nd,e\n",
        {u"R1C1 Text a\r\nb"_s, u"R1C2 Text c"_s, u"R2C1 Text d"_s, u"R2C2 Text e"_s});
    row("quote inside a plain field", "5\" pipe,b\n", {u"R1C1 Text 5\" pipe"_s, u"R1C2 Text b"_s});
    row("text behind a closing quote", "\"a\"b,c\n", {u"R1C1 Text ab"_s, u"R1C2 Text c"_s});
    row("doubled quote, then text behind", "\"a\"\"b\"c,d\n", {u"R1C1 Text a\"bc"_s, u"R1C2 Text d"_s});
    row("quoted field at the end of the file", "a,\"b\"", {u"R1C1 Text a"_s, u"R1C2 Text b"_s});
    row("delimiter at the end of the file", "a,", {u"R1C1 Text a"_s});
    row("formulas are only text", "=1+1,@x\n", {u"R1C1 Text =1+1"_s, u"R1C2 Text @x"_s});
}

void TestCsv::cells()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, expected);
    const auto cells = readCsv(bytes, {}, {});
    QVERIFY(cells.has_value());
    QCOMPARE(cellTexts(*cells), expected);
}

/// The scanner looks at eight bytes at a time; where they begin and end must not matter.
void TestCsv::fieldsOfEveryLengthEndWhereTheyEnd()
{
    constexpr int kLongest = 20;
    for (const char delimiter : {',', ';', '\t'}) {
        for (const QByteArray &end :
             {QByteArray(1, delimiter), QByteArray("\n"), QByteArray("\r"), QByteArray("\r\n")}) {
            for (int first = 0; first <= kLongest; ++first) {
                for (int second = 0; second <= kLongest; ++second) {
                    const QByteArray a = QByteArray("\x8C\x2D-\x0B\xFF.:+").repeated(3).first(first);
                    const QByteArray b(second, 'b');
                    const QByteArray bytes = a + end + b + delimiter + 'c';
                    CsvScanner scanner(bytes, delimiter);
                    QVERIFY(scanner.next());
                    QCOMPARE(scanner.field(), QByteArrayView(a));
                    QVERIFY(scanner.next());
                    QCOMPARE(scanner.field(), QByteArrayView(b));
                    QVERIFY(scanner.next());
                    QCOMPARE(scanner.field(), QByteArrayView("c"));
                    QVERIFY(!scanner.next());
                }
            }
        }
    }
}

void TestCsv::delimiter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("expected");
    QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b;c\n1;2;3\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\tc\n1\t2\t3\n") << '\t';
    QTest::newRow("one column") << QByteArray("a\nb\n") << ',';
    QTest::newRow("semicolon and decimal commas in every row") << QByteArray("x;y\n1,5;2,5\n3,5;4,5\n") << ';';
    QTest::newRow("decimal commas without header") << QByteArray("1,5;2,5\n3,5;4,5\n") << ';';
    QTest::newRow("commas inside quotes") << QByteArray("\"a,b\";c\n\"d,e\";f\n") << ';';
    QTest::newRow("comma with semicolons in texts") << QByteArray("a,b\nx; y,1\nz,2\n") << ',';
    QTest::newRow("title row of full width") << QByteArray("Danh sách, 2025;;\na;b;c\n1;2;3\n") << ';';
    QTest::newRow("title row of one field") << QByteArray("Danh sách\n\na;b;c\n1;2;3\n") << ';';
    QTest::newRow("line breaks in quotes") << QByteArray("a;b\n\"1,\n2,\n3\";4\n") << ';';
}

void TestCsv::delimiter()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const char, expected);
    QCOMPARE(sniffDelimiter(bytes), expected);
}

void TestCsv::utf16IsReadWithEitherByteOrder()
{
    const QString text = u"mã\ttên\r\n1\tĐất 𝄞"_s;
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encode(text);
        const auto cells = readCsv(bytes, {}, {});
        QVERIFY(cells.has_value());
        QCOMPARE(cellTexts(*cells),
                 (QStringList{u"R1C1 Text mã"_s, u"R1C2 Text tên"_s, u"R2C1 Text 1"_s, u"R2C2 Text Đất 𝄞"_s}));
    }
}

void TestCsv::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("row");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &code, int at) {
        QTest::newRow(name) << bytes << code << at;
    };
    row("Latin-1 in the first row", "t\xEAn,b\n", u"bad-encoding"_s, 1);
    row("Latin-1 in the third row", "a,b\n1,2\nS\xF4,x\n", u"bad-encoding"_s, 3);
    row("Latin-1 at the start of a row", "a,b\n\xF4,x\n", u"bad-encoding"_s, 2);
    row("Latin-1 behind a line break in quotes", "a,\"1\n2\"\n\"x\ny\xF4\",2\n", u"bad-encoding"_s, 2);
    row("UTF-8 cut at the end", "a,b\nS\xE1\xBB", u"bad-encoding"_s, 2);
    row("lone surrogate in UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0\n\0\x00\xD8"
                   "b\0",
                   10),
        u"bad-encoding"_s, 2);
    row("UTF-16 of odd length",
        QByteArray("\xFF\xFE"
                   "a\0\n",
                   5),
        u"truncated"_s, 0);
    row("zero in UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0\0\0",
                   6),
        u"not-a-spreadsheet"_s, 0);
    row("quote never closed", "a,b\n1,\"2\n3\n", u"truncated"_s, 2);
    row("doubled quote at the end of the file", "a,\"b\"\"", u"truncated"_s, 1);
    row("single quote as a file", "\"", u"truncated"_s, 1);
    row("zero byte", QByteArray("a,b\n\0,d\n", 8), u"not-a-spreadsheet"_s, 0);
    row("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", u"not-a-spreadsheet"_s, 0);
    row("gzip", "\x1F\x8B\x08", u"not-a-spreadsheet"_s, 0);
    row("HTML", "\n<HTML><table>", u"not-a-spreadsheet"_s, 0);
    row("XML", "<?xml version=\"1.0\"?><a/>", u"not-a-spreadsheet"_s, 0);
}

void TestCsv::refused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    QFETCH(const int, row);
    const auto cells = readCsv(bytes, {.file = u"x.csv"_s, .sheet = u"x"_s}, {});
    QVERIFY(!cells.has_value());
    QCOMPARE(cells.error().code(), code);
    QCOMPARE(cells.error().place.row, row);
    QCOMPARE(cells.error().place.file, u"x.csv"_s);
}

void TestCsv::limitsAreKept()
{
    TableLimits limits;
    limits.maxCells = 3;
    QVERIFY(readCsv("a,b\nc\n", {}, limits).has_value());
    const auto cells = readCsv("a,b\nc,d\n", {}, limits);
    QVERIFY(!cells.has_value());
    QCOMPARE(cells.error().code(), u"too-large"_s);
    QCOMPARE(cells.error().message.args.value(u"limit"_s), u"3"_s);
    QCOMPARE(readCsv(QByteArray(16'384, ',') + "x", {}, {}).error().code(), u"too-large"_s);
    QCOMPARE(readCsv(QByteArray(1'048'576, '\n') + "x", {}, {}).error().code(), u"too-large"_s);
    QVERIFY(readCsv(QByteArray(16'383, ',') + "x", {}, {}).has_value());
    QVERIFY(readCsv(QByteArray(1'048'575, '\n') + "x", {}, {}).has_value());
}

void TestCsv::firstInvalidByteIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("expected");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("ASCII") << QByteArray("abcdefghijklmnop") << -1;
    QTest::newRow("two, three and four bytes") << QByteArray("ê ệ 𝄞, and once more ê ệ 𝄞") << -1;
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("beyond the last code point") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("continuation alone") << QByteArray("abcdefghi\x80") << 9;
    QTest::newRow("overlong slash") << QByteArray("a\xC0\xAF") << 1;
    QTest::newRow("overlong in three bytes") << QByteArray("\xE0\x9F\xBF") << 0;
    QTest::newRow("overlong in four bytes") << QByteArray("\xF0\x8F\xBF\xBF") << 0;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
    QTest::newRow("cut") << QByteArray("abc\xE1\xBB") << 3;
    QTest::newRow("never a lead byte") << QByteArray("\xF5\x80\x80\x80") << 0;
}

void TestCsv::firstInvalidByteIsFound()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, expected);
    QCOMPARE(firstInvalidUtf8(bytes), qsizetype(expected));
}

void TestCsv::charactersOfEveryLengthAreDecoded()
{
    const QString text = u"a\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF Sở Nội vụ"_s;
    QCOMPARE(textOfUtf8(viewOf(text.toUtf8())), text);
    QCOMPARE(textOfUtf8(""), QString());
    const QString latin1 = u"a\u007F\u0080\u00BF\u00C0\u00FF"_s;
    QCOMPARE(utf8OfLatin1(latin1.toLatin1()), latin1.toUtf8());
}

/// Fields that do not fit are counted when the first ones show it. Those that are read at first, and those that the
/// count shows to be few after all, are no reason to refuse.
void TestCsv::smallFieldsAreCountedBeforeTheyAreRead()
{
    const QByteArray dense = QByteArray("a,b,c,d\n").repeated(2000);
    const QByteArray sparse = "\"" + QByteArray(80'000, 'x') + "\"\n";
    TableLimits limits;
    const auto result = [&](const QByteArray &bytes, std::int64_t cells) {
        limits.maxMemoryBytes = bytes.size() + cells * static_cast<std::int64_t>(sizeof(Cell)) + 200'000;
        return readCsv(bytes, {}, limits);
    };
    QCOMPARE(result(dense, 8000).value_or(std::vector<Cell>{}).size(), std::size_t(8000));
    QCOMPARE(result(dense + sparse, 8001).value_or(std::vector<Cell>{}).size(), std::size_t(8001));
    QCOMPARE(result(sparse + dense, 8001).value_or(std::vector<Cell>{}).size(), std::size_t(8001));
    for (const QByteArray &bytes : {QByteArray(dense.repeated(5)), QByteArray(sparse + dense.repeated(5))}) {
        const auto refused = result(bytes, 8000);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code(), u"too-large"_s);
        QVERIFY2(refused.error().place.row < 5000, "all of it was read first");
    }
}

namespace {

QString writeText(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return path;
}

} // namespace

void TestCsv::fileIsSheetNamedByItsBaseName()
{
    const QTemporaryDir folder;
    const QString path = writeText(folder, u"đơn vị.2025.csv"_s, "a;b\n");
    const auto workbook = readWorkbook(path);
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->file, path);
    QCOMPARE(workbook->sheets.size(), std::size_t(1));
    QCOMPARE(workbook->sheets[0].name, u"đơn vị.2025"_s);
    QCOMPARE(workbook->sheets[0].cells.size(), std::size_t(2));
}

/// "£" is the same in every code page of Windows; within a word the byte may be a letter of another encoding.
void TestCsv::signsOfWindowsAreNoQuestionOfEncoding()
{
    const QTemporaryDir folder;
    const auto signs = readWorkbook(writeText(folder, u"a.csv"_s,
                                              "Pay (\xA3),b\n\xA3"
                                              "5,\xA9 2011\n"));
    QVERIFY2(signs.has_value(), signs ? "" : qPrintable(signs.error().code()));
    QCOMPARE(signs->sheets[0].cells[0].text, u"Pay (£)"_s);
    QCOMPARE(signs->sheets[0].cells[3].text, u"© 2011"_s);
    QVERIFY(signs->conversions.empty());
    for (const char *word : {"Pay\xA3,b\n", "\xA3pay,b\n", "\xA3,caf\xE9\n", "\xAA,b\n"})
        QCOMPARE(readWorkbook(writeText(folder, u"b.csv"_s, word)).error().code(), u"bad-encoding"_s);
}

void TestCsv::missingFileAndFolderInsteadOfFileAreErrors()
{
    const QTemporaryDir folder;
    QCOMPARE(readWorkbook(folder.filePath(u"none.csv"_s)).error().code(), u"file-not-found"_s);
    QCOMPARE(readWorkbook(folder.path()).error().code(), u"cannot-read-file"_s);
    QCOMPARE(readCsvFolder(folder.filePath(u"none"_s)).error().code(), u"file-not-found"_s);
}

void TestCsv::folderBecomesWorkbookInOrderOfNames()
{
    const QTemporaryDir folder;
    writeText(folder, u"vi_tri.csv"_s, "p\n");
    writeText(folder, u"don_vi.CSV"_s, "u\n");
    writeText(folder, u"ghi_chu.txt"_s, "no table\n");
    const auto workbook = readCsvFolder(folder.path());
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->file, folder.path());
    QCOMPARE(workbook->sheets.size(), std::size_t(2));
    QCOMPARE(workbook->sheets[0].name, u"don_vi"_s);
    QCOMPARE(workbook->sheets[1].name, u"vi_tri"_s);

    const QString bad = writeText(folder, u"xau.csv"_s, "a\nb\xF4\n");
    const auto error = readCsvFolder(folder.path()).error();
    QCOMPARE(error.code(), u"bad-encoding"_s);
    QCOMPARE(error.place, (Place{bad, u"xau"_s, 2, 0}));
}

void TestCsv::folderWithoutCsvIsError()
{
    const QTemporaryDir folder;
    writeText(folder, u"ghi_chu.txt"_s, "no table\n");
    QCOMPARE(readCsvFolder(folder.path()).error().code(), u"no-csv-in-folder"_s);
}

void TestCsv::folderIsLimitedAsOneWorkbook()
{
    const QTemporaryDir folder;
    writeText(folder, u"a.csv"_s, "1,2,3\n");
    writeText(folder, u"b.csv"_s, "4,5,6\n");
    QVERIFY(readCsvFolder(folder.path(), {.maxFileBytes = 12}).has_value());
    QCOMPARE(readCsvFolder(folder.path(), {.maxFileBytes = 11}).error().code(), u"too-large"_s);
    QVERIFY(readCsvFolder(folder.path(), {.maxCells = 6}).has_value());
    QCOMPARE(readCsvFolder(folder.path(), {.maxCells = 5}).error().code(), u"too-large"_s);
}

/// More texts than the pool has places, of all lengths, each several times.
void TestCsv::textsThatRepeatAreThoseOfTheFile()
{
    QStringList texts;
    for (int i = 0; i < 6000; ++i)
        texts += u"%1%2"_s.arg(QString(i % 70, u'ộ')).arg(i);
    const QString line = texts.join(u'\t');
    const auto cells = readCsv((line + u'\n' + line + u'\n').toUtf8(), {}, {});
    QVERIFY(cells.has_value());
    QCOMPARE(cells->size(), 12'000U);
    for (std::size_t i = 0; i < cells->size(); ++i)
        QCOMPARE((*cells)[i].text, texts[static_cast<qsizetype>(i % 6000)]);
}

void TestCsv::mutatedFilesAreReadOrRefused()
{
    const QByteArray whole = QByteArray("\xEF\xBB\xBF") + "mã;tên;\"Ghi \"\"chú\"\"\"\r\n1;Sở Nội vụ;\"hai\ndòng\"\r\n";
    const QByteArray utf16 = QByteArray("\xFF\xFE"
                                        "a\0,\0b\0\n\0",
                                        10);
    ByteMutation mutation;
    for (int round = ByteMutation::rounds(2000); round > 0; --round) {
        const QByteArray bytes = mutation.flipped(round % 4 == 0 ? utf16 : whole, 1 + round % 3);
        for (const QByteArray &file : {bytes, mutation.cut(bytes)}) {
            const auto cells = readCsv(file, {}, {});
            QVERIFY(cells.has_value() || !cells.error().code().isEmpty());
        }
    }
}

BM_TEST_MAIN(TestCsv)
#include "test_csv.moc"
