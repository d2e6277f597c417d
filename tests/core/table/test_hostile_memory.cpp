// SPDX-License-Identifier: GPL-3.0-or-later
// Files that stand for more than there is. Each is read by a process of its own, whose time and memory tell what an
// officer's machine would have to give.
#include "core/table/reader.h"
#include "resources/resources.h"
#include "xls_parts.h"
#include "xlsx_parts.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace bomay;

namespace {

#ifdef __SANITIZE_ADDRESS__
// The sanitizer keeps what was freed, and eight bytes of every 64 for itself.
constexpr double kMostMegabytes = 900;
constexpr double kMostMilliseconds = 2000;
#else
constexpr double kMostMegabytes = 300; // the goal for any input
constexpr double kMostMilliseconds = 100;
#endif

/// MB that this process had at most; the kernel's other account goes on over exec.
double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

/// The other process: reads a file and says how that went.
int readAndTell(const QString &path)
{
    const std::clock_t start = std::clock();
    const auto workbook = readWorkbook(path);
    const double ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QTextStream(stdout) << (workbook ? u"read"_s : workbook.error().code()) << ' ' << ms << ' ' << peakMegabytes();
    return 0;
}

QByteArray repeated(const QByteArray &bytes, qsizetype megabytes)
{
    return bytes.repeated((megabytes << 20) / bytes.size());
}

/// Elements that differ.
QByteArray numbered(const QByteArray &begin, const QByteArray &end, qsizetype megabytes)
{
    QByteArray bytes;
    for (unsigned i = 0; bytes.size() < megabytes << 20; ++i)
        bytes += begin + QByteArray::number(i * 2654435761U) + end;
    return bytes;
}

QByteArray rows(const QByteArray &row, qsizetype megabytes)
{
    return XlsxParts(repeated(row, megabytes)).zip();
}

QByteArray ods(const QByteArray &table)
{
    return XlsxParts::empty()
        .set("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .set("content.xml", "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
                            "<office:spreadsheet><table:table table:name='a'>" +
                                table + "</table:table></office:spreadsheet></office:body></office:document-content>")
        .zip();
}

/// A zip of many empty parts: its directory is nearly all of it.
QByteArray manyParts(int count)
{
    QByteArray entries;
    QByteArray entry = QByteArray("PK\x01\x02", 4) + QByteArray(42, '\0') + "00000000";
    entry[28] = 8; // length of the name
    for (int i = 0; i < count; ++i)
        entries += entry.first(46) + QByteArray::number(10'000'000 + i);
    return QByteArray("PK\x03\x04", 4) + entries + "PK\x05\x06" + QByteArray(4, '\0') + le16(count & 0xFFFF) +
           le16(count & 0xFFFF) + le32(static_cast<quint32>(entries.size())) + le32(4) + le16(0);
}

} // namespace

class TestHostileMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileStaysWithinBounds_data();
    void everyFileStaysWithinBounds();
};

void TestHostileMemory::everyFileStaysWithinBounds_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isQuick"); ///< it can be refused before it is read
    const QString large = u"too-large"_s;
    const QString damaged = u"damaged-spreadsheet"_s;
    QTest::newRow("sheet of 250 MB of spaces") << rows(QByteArray(1024, ' '), 250) << large << true;
    QTest::newRow("sheet beyond what a part may have") << rows(QByteArray(1024, ' '), 257) << large << true;
    QTest::newRow("shared strings of 200 MB")
        << XlsxParts().withStrings(repeated("<si><t>a</t></si>", 200)).zip() << large << true;
    QTest::newRow("shared strings that differ")
        << XlsxParts().withStrings(numbered("<si><t>", "</t></si>", 100)).zip() << large << false;
    QTest::newRow("styles of 40 MB")
        << XlsxParts().withStyles("<cellXfs>" + numbered("<xf fontId='", "'/>", 40) + "</cellXfs>").zip() << large
        << true;
    QTest::newRow("one sheet, named a thousand times")
        << XlsxParts(repeated("<row><c><v>1</v></c></row>", 1))
               .replaceIn("xl/workbook.xml", "</sheets>",
                          (QByteArray("<sheet name='a' r:id='rId1'/>").repeated(1000) + "</sheets>").constData())
               .zip()
        << damaged << true;
    QTest::newRow("many small cells") << rows("<row><c><v>1</v></c><c><v>2</v></c></row>", 15) << u"read"_s << false;
    QByteArray different;
    for (unsigned i = 0; different.size() < 120 << 20; ++i)
        different += (i % 12 == 0 ? "<row><c t='inlineStr'><is><t>" : "<c t='inlineStr'><is><t>") +
                     QByteArray::number(i * 2654435761U) + (i % 12 == 11 ? "</t></is></c></row>" : "</t></is></c>");
    QTest::newRow("120 MB of different texts") << XlsxParts(different).zip() << large << false;
    QTest::newRow("very deep") << XlsxParts(repeated("<x>", 15)).zip() << damaged << false;
    QTest::newRow("two million parts") << manyParts(2'000'000) << large << true;
    QTest::newRow("entities") << XlsxParts()
                                     .set("xl/worksheets/sheet1.xml",
                                          "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'>]>"
                                          "<worksheet>&c;</worksheet>")
                                     .zip()
                              << damaged << true;
    QTest::newRow("ODS cell for a whole sheet")
        << ods("<table:table-row table:number-rows-repeated='1048576'><table:table-cell "
               "table:number-columns-repeated='16384'><text:p>a</text:p></table:table-cell></table:table-row>")
        << large << true;
    QTest::newRow("ODS spaces")
        << ods("<table:table-row><table:table-cell><text:p><text:s text:c='2000000000'/></text:p></table:table-cell>"
               "</table:table-row>")
        << damaged << true;
    QTest::newRow("HTML cell over all")
        << QByteArray("<html><table><tr><td colspan='16384' rowspan='1048576'>a</td></tr></table></html>") << u"read"_s
        << true;
    QTest::newRow("FODS row of a million cells")
        << "<office:document><office:body><office:spreadsheet><table:table><table:table-row>" +
               repeated("<table:table-cell><text:p>a</text:p></table:table-cell>", 60)
        << large << true;
    QTest::newRow("HTML of small cells") << "<html><table>" + repeated("<tr><td>a<td>b", 60) + "</table>" << large
                                         << false;
    QTest::newRow("HTML nested") << "<html>" + repeated("<table><tr><td>", 20) << damaged << true;
    QTest::newRow("CSV of delimiters") << "a,b\n" + repeated(",", 60) << u"read"_s << false;
    QTest::newRow("CSV of short fields") << repeated("a,b\n", 60) << large << true;
    QTest::newRow("CSV of short fields behind few long ones")
        << repeated(QByteArray(10'000, 'x') + '\n', 20) + repeated("a,b\n", 40) << large << false;
    QTest::newRow("CSV of one field") << QByteArray(60 << 20, 'x') << u"read"_s << false;
    QTest::newRow("CSV of bytes that no encoding explains") << repeated("\xE9\xEA\xF8\xFE", 60) << QString() << false;
    QTest::newRow("text beyond what is read as text") << repeated("a,b\n", 65) << large << true;
    QTest::newRow("XLS whose strings lie")
        << XlsParts().withGlobals(biffRecord(0x00FC, le32(0xFFFFFFFF) + le32(0xFFFFFFFF))).withSheet(u"a"_s, {}).file()
        << damaged << true;
    QTest::newRow("OLE file of zeros") << QByteArray::fromHex("D0CF11E0A1B11AE1") + repeated(QByteArray(512, '\0'), 60)
                                       << QString() << true;
    QTest::newRow("encrypted") << XlsxParts().encrypt("xl/worksheets/sheet1.xml").zip() << u"encrypted"_s << true;
}

void TestHostileMemory::everyFileStaysWithinBounds()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    QFETCH(bool, isQuick);
    const QTemporaryDir folder;
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--read"_s, writeFile(folder.path(), u"a.xls"_s, file)});
    QVERIFY(process.waitForFinished(120'000));
    const QString told = QString::fromUtf8(process.readAllStandardOutput());
    const QStringList words = told.split(u' ');
    QVERIFY2(process.exitCode() == 0 && words.size() == 3,
             qPrintable(told + QString::fromUtf8(process.readAllStandardError())));
    qInfo("%s", qPrintable(told));
    if (!code.isEmpty())
        QCOMPARE(words[0], code);
    else
        QVERIFY(words[0] != u"read"_s);
    QVERIFY2(words[2].toDouble() <= kMostMegabytes, qPrintable(told));
    if (isQuick)
        QVERIFY2(words[1].toDouble() <= kMostMilliseconds, qPrintable(told));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    bomay::initResources();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read"_s)
        return readAndTell(arguments.value(2));
    TestHostileMemory test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_hostile_memory.moc"
