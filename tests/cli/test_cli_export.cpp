// SPDX-License-Identifier: GPL-3.0-or-later
// Charts, annexes and reports that the command line writes.
#include "tests/cli/cli_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestCliExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_document = m_folder.filePath(u"thủ đức.bomay"_s);
        QVERIFY(importSample(m_document));
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void exportTellsWhyTheChartStandsOnSheets()
    {
        const QString path = m_folder.filePath(u"tờ.pdf"_s);
        const QStringList words{u"export"_s, m_document, u"-o"_s, path, u"--paper"_s, u"A4"_s};
        const Answer sheets = run(words);
        QCOMPARE(sheets.code, 0);
        QVERIFY2(sheets.out.contains(u"dưới 6.0 pt"_s), qPrintable(sheets.out));
        QCOMPARE(sheets.err, QString());
        const Answer one = run(words + QStringList{u"--pages"_s, u"one"_s});
        QCOMPARE(one.code, 0);
        QVERIFY(one.err.contains(u"chữ nhỏ nhất"_s));
        QCOMPARE(run(words + QStringList{u"--pages"_s, u"tiles:3x2"_s}).code, 0);
        for (const QString &bad : {u"tiles:0x2"_s, u"tiles:3"_s, u"hai"_s})
            QCOMPARE(run(words + QStringList{u"--pages"_s, bad}).code, 2);
    }

    void exportTakesPaperOfAnySize()
    {
        const auto sizeWith = [this](const QStringList &options) {
            const QString path = m_folder.filePath(u"băng.svg"_s);
            const Answer answer = run(QStringList{u"export"_s, m_document, u"-o"_s, path} + options);
            const QByteArray svg = bytesOf(path);
            return answer.code == 0 ? svg.mid(svg.indexOf("width="), 40).split('>').front() : answer.err.toUtf8();
        };
        QVERIFY(sizeWith({u"--paper"_s, u"2400x900"_s}).startsWith("width=\"2400mm\" height=\"900mm\""));
        const QStringList upright{u"--paper"_s, u"2400x900"_s, u"--orientation"_s, u"portrait"_s};
        QVERIFY(sizeWith(upright).startsWith("width=\"900mm\" height=\"2400mm\""));
        for (const QString &bad : {u"90x900"_s, u"900"_s, u"900x9000"_s, QString()})
            QVERIFY2(sizeWith({u"--paper"_s, bad}).contains("100 … 5000 mm"), qPrintable(bad));
    }

    void anAnnexSaysWhatIsWrongWithItsFields()
    {
        const QString fields = m_folder.filePath(u"phụ lục.toml"_s);
        write(fields, "title = \"Sơ đồ tổ chức bộ máy\"\nsymbol = \"QĐ-UBND\"\nissuer = \"UBND TP.HCM\"\n"
                      "document_number = \"5\"\ndate = 2021-02-03\n");
        const QString path = m_folder.filePath(u"phụ lục.pdf"_s);
        const Answer answer = run({u"export"_s, m_document, u"-o"_s, path, u"--annex"_s, fields, u"--with-staffing"_s});
        QCOMPARE(answer.code, 0);
        for (const QString &part : {u"“Thành phố Hồ Chí Minh”"_s, u"“05”"_s, u"dưới 9.0 pt"_s, u"Trên khổ A3"_s})
            QVERIFY2(answer.err.contains(part), qPrintable(answer.err));
        QVERIFY(bytesOf(path).startsWith("%PDF-"));
        write(fields, "titel = \"x\"\n");
        QCOMPARE(run({u"export"_s, m_document, u"-o"_s, path, u"--annex"_s, fields}).code, 2);
    }

    void reportsAreWrittenForPaperAndSpreadsheet()
    {
        const auto file = [this](const QString &name) { return m_folder.filePath(name); };
        QCOMPARE(run({u"check"_s, m_document, u"--format"_s, u"pdf"_s, u"-o"_s, file(u"rà soát.pdf"_s)}).code, 1);
        QCOMPARE(run({u"check"_s, m_document, u"--format"_s, u"xlsx"_s, u"-o"_s, file(u"rà soát.xlsx"_s)}).code, 1);
        QCOMPARE(run({u"check"_s, m_document, u"--format"_s, u"pdf"_s}).code, 2); // not to the terminal
        QCOMPARE(run({u"ledger"_s, m_document, u"--format"_s, u"pdf"_s, u"-o"_s, file(u"phó.pdf"_s)}).code, 0);
        QCOMPARE(run({u"staffing"_s, m_document, u"-o"_s, file(u"biên chế.xlsx"_s)}).code, 0);
        QCOMPARE(run({u"staffing"_s, m_document, u"-o"_s, file(u"biên chế.txt"_s)}).code, 2);
        for (const QString &name : {u"rà soát.pdf"_s, u"phó.pdf"_s})
            QVERIFY(bytesOf(file(name)).startsWith("%PDF-"));
        for (const QString &name : {u"rà soát.xlsx"_s, u"biên chế.xlsx"_s})
            QVERIFY(bytesOf(file(name)).startsWith("PK"));
    }

    void picturesOfSeveralPagesAreFilesOfTheirOwn()
    {
        const QStringList words{u"export"_s, m_document, u"--paper"_s, u"A4"_s, u"-o"_s};
        QCOMPARE(run(words + QStringList{m_folder.filePath(u"hình.svg"_s), u"--pages"_s, u"one"_s}).code, 0);
        QVERIFY(bytesOf(m_folder.filePath(u"hình.svg"_s)).contains("Phòng Nội vụ</text>"));
        QCOMPARE(run(words +
                     QStringList{m_folder.filePath(u"hình.png"_s), u"--pages"_s, u"tiles:2x2"_s, u"--dpi"_s, u"50"_s})
                     .code,
                 0);
        QVERIFY(bytesOf(m_folder.filePath(u"hình-A1.png"_s)).startsWith("\x89PNG"));
        QCOMPARE(run(words + QStringList{m_folder.filePath(u"x.png"_s), u"--dpi"_s, u"5"_s}).code, 2);
    }

    void exportGivesTheSameBytesAgain_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("pdf") << u"pdf"_s;
        QTest::newRow("json") << u"json"_s;
    }
    void exportGivesTheSameBytesAgain()
    {
        QFETCH(QString, format);
        QByteArray bytes[2];
        for (QByteArray &content : bytes) {
            const QString path = m_folder.filePath(u"sơ đồ."_s + format);
            const Answer answer = run({u"export"_s, m_document, u"-o"_s, path, u"--date"_s, u"2021-12-31"_s});
            QVERIFY2(answer.code == 0, qPrintable(answer.err));
            content = bytesOf(path);
        }
        QVERIFY(bytes[0].size() > 1000);
        QVERIFY(bytes[0] == bytes[1]);
    }

    void exportDrawsInEveryStyle()
    {
        std::set<QByteArray> pictures;
        for (const QString &style :
             {u"auto"_s, u"ngang"_s, u"treo-phai"_s, u"treo-hai-ben"_s, u"nhieu-cot"_s, u"trai-sang-phai"_s}) {
            const QString path = m_folder.filePath(style + u".pdf"_s);
            const Answer answer =
                run({u"export"_s, m_document, u"-o"_s, path, u"--style"_s, style, u"--date"_s, u"2021-12-31"_s});
            QVERIFY2(answer.code == 0, qPrintable(answer.err));
            pictures.insert(bytesOf(path));
        }
        QVERIFY(pictures.size() >= 5); // where rows serve best, what is chosen for the paper is the row
    }

    void exportDrawsRelationsWhereAsked()
    {
        QTemporaryDir folder;
        const QString source = folder.filePath(u"nguồn"_s);
        QVERIFY(QDir().mkpath(source));
        const QString tables = QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021/");
        for (const QString &name : QDir(tables).entryList(QDir::Files))
            QVERIFY(QFile::copy(tables + name, source + u'/' + name));
        QFile relations(source + u"/quan_he.csv"_s);
        QVERIFY(relations.open(QIODevice::WriteOnly));
        relations.write("tu,den,loai,tu_ngay,den_ngay\nPNV,P01,HUONG_DAN,,\n");
        relations.close();
        const QString document = folder.filePath(u"a.bomay"_s);
        const Answer imported = run({u"import"_s, source, u"-o"_s, document});
        QVERIFY2(imported.code == 0, qPrintable(imported.out + imported.err));
        const auto drawn = [&](const QStringList &options) {
            const QString path = folder.filePath(u"a.svg"_s);
            const Answer answer = run(
                QStringList{u"export"_s, document, u"-o"_s, path, u"--pages"_s, u"one"_s, u"--as-of"_s, u"2021-12-31"_s}
                << options);
            return answer.code == 0 ? QString::fromUtf8(bytesOf(path)) : answer.err;
        };
        QVERIFY(drawn({u"--relations"_s}).contains(u">Hướng dẫn chuyên môn<"_s));
        QVERIFY(!drawn({}).contains(u">Hướng dẫn chuyên môn<"_s));
    }

private:
    QTemporaryDir m_folder;
    QString m_document;
};

BM_TEST_MAIN(TestCliExport)
#include "test_cli_export.moc"
