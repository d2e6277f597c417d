// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_document = m_folder.filePath(u"thủ đức.bomay"_s);
        QVERIFY(importSample(m_document));
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void versionIsTheProjects()
    {
        const Answer answer = run({u"--version"_s});
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.out.trimmed(), QStringLiteral("bomay-cli " BOMAY_PROJECT_VERSION));
    }

    void checkIn2021FindsExactlyTheFourthDeputy()
    {
        const Answer answer = run({u"check"_s, m_document, u"--as-of"_s, u"2021-12-31"_s, u"--format"_s, u"json"_s});
        QCOMPARE(answer.code, 1);
        const QJsonObject report = answer.json();
        QCOMPARE(report[u"as_of"_s].toString(), u"2021-12-31"_s);
        const QJsonArray findings = report[u"findings"_s].toArray();
        QCOMPARE(findings.size(), 1);
        const QJsonObject finding = findings[0].toObject();
        QCOMPARE(finding[u"rule"_s].toString(), u"nd33.15.3.thuduc.cqcm.deputy"_s);
        QCOMPARE(finding[u"subjects"_s].toArray()[0].toObject()[u"code"_s].toString(), u"PKT"_s);
        QCOMPARE(finding[u"limit"_s].toInt(), 3);
        QCOMPARE(finding[u"actual"_s].toInt(), 4);
        QCOMPARE(finding[u"citation"_s].toObject()[u"text"_s].toString(),
                 u"khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"_s);
        const QJsonObject summary = report[u"summary"_s].toObject();
        QCOMPARE(summary[u"error"_s].toInt(), 1);
        QCOMPARE(summary[u"warning"_s].toInt(), 0);
    }

    void theDocumentsOwnDayIsTheDefault()
    {
        QCOMPARE(run({u"check"_s, m_document, u"--format"_s, u"json"_s}).json()[u"as_of"_s].toString(),
                 u"2021-12-31"_s);
    }

    void checkAfterTheDistrictLevelFindsItsBodiesAndNothingElse()
    {
        const Answer text = run({u"check"_s, m_document, u"--as-of"_s, u"02/07/2025"_s});
        QCOMPARE(text.code, 1);
        QVERIFY(text.out.contains(u"đã hết hiệu lực, ngày cuối cùng có hiệu lực là 30/06/2025: "_s));
        const QJsonObject report =
            run({u"check"_s, m_document, u"--as-of"_s, u"2025-07-02"_s, u"--format"_s, u"json"_s}).json();
        const QJsonArray findings = report[u"findings"_s].toArray();
        QCOMPARE(findings.size(), 2); // HĐND and UBND of Thủ Đức
        for (const QJsonValue &finding : findings)
            QCOMPARE(finding[u"rule"_s].toString(), u"l72.51.no-district"_s);
        const QJsonArray silent = report[u"not_applicable"_s].toArray();
        QVERIFY(std::ranges::any_of(silent, [](const QJsonValue &entry) {
            return entry[u"rule"_s].toString() == u"nd33.15.3.thuduc.cqcm.deputy" &&
                   entry[u"reason"_s][u"code"_s].toString() == u"rule-no-longer-in-force";
        }));
    }

    void checkAsCsvIsReadBySpreadsheetPrograms()
    {
        const QString file = m_folder.filePath(u"rà soát.csv"_s);
        QCOMPARE(run({u"check"_s, m_document, u"--format"_s, u"csv"_s, u"-o"_s, file}).code, 1);
        const QByteArray bytes = bytesOf(file);
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        const QStringList lines = QString::fromUtf8(bytes.sliced(3)).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QVERIFY(lines.front().startsWith(u"Tại ngày,Mức độ,Mã đơn vị,Đơn vị,Nội dung,"_s));
        QVERIFY(lines[1].startsWith(u"31/12/2021,Trái quy định,PKT,Phòng Kinh tế,"_s));
        QVERIFY(lines[1].contains(u",3,4,khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP,"_s));
    }

    void checkAsSarifNamesRulesAndPlaces()
    {
        const Answer answer = run({u"check"_s, m_document, u"--format"_s, u"sarif"_s});
        QCOMPARE(answer.code, 1);
        const QJsonObject sarif = answer.json();
        QCOMPARE(sarif[u"version"_s].toString(), u"2.1.0"_s);
        const QJsonObject work = sarif[u"runs"_s].toArray()[0].toObject();
        const QJsonArray rules = work[u"tool"_s][u"driver"_s][u"rules"_s].toArray();
        const QJsonArray results = work[u"results"_s].toArray();
        QCOMPARE(results.size(), 1);
        QCOMPARE(results[0][u"level"_s].toString(), u"error"_s);
        QCOMPARE(results[0][u"properties"_s][u"label"_s].toString(), u"READ"_s);
        QStringList known;
        for (const QJsonValue &rule : rules)
            known += rule[u"id"_s].toString();
        QVERIFY(known.contains(results[0][u"ruleId"_s].toString()));
        // What could not be checked is neither a result nor silence.
        const QJsonArray notes = work[u"invocations"_s].toArray()[0][u"toolExecutionNotifications"_s].toArray();
        QVERIFY(!notes.isEmpty());
        for (const QJsonValue &note : notes) {
            QVERIFY(known.contains(note[u"associatedRule"_s][u"id"_s].toString()));
            QVERIFY(!note[u"message"_s][u"text"_s].toString().isEmpty());
        }
        const QJsonObject place = results[0][u"locations"_s].toArray()[0].toObject();
        QCOMPARE(place[u"logicalLocations"_s].toArray()[0][u"fullyQualifiedName"_s].toString(), u"PKT"_s);
        QVERIFY(place[u"physicalLocation"_s][u"artifactLocation"_s][u"uri"_s].toString().startsWith(u"file:///"_s));
    }

    void aBatchSortsFilesByWhatWasFound()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"quận"_s));
        QVERIFY(QFile::copy(m_document, folder.filePath(u"a trái.bomay"_s)));
        QVERIFY(QFile::copy(kSample, folder.filePath(u"quận/bảng.xlsx"_s)));
        write(folder.filePath(u"hỏng.bomay"_s), "no document");
        write(folder.filePath(u"ghi chú.txt"_s), "none of our business");
        write(folder.filePath(u"~$bảng.xlsx"_s), "a lock");
        QVERIFY(QDir(folder.path()).mkdir(u"csv"_s));
        const QDir csv(QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021"));
        for (const QString &name : csv.entryList({u"*.csv"_s}))
            QVERIFY(QFile::copy(csv.filePath(name), folder.filePath(u"csv/"_s + name)));
        const QString report = folder.filePath(u"kết quả.json"_s);
        const Answer answer = run({u"batch"_s, folder.path(), u"-o"_s, report});
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.code, 2); // one could not be read
        const QJsonArray files = QJsonDocument::fromJson(bytesOf(report)).object()[u"files"_s].toArray();
        QStringList names;
        for (const QJsonValue &file : files)
            names += file[u"file"_s].toString();
        QCOMPARE(names, (QStringList{u"hỏng.bomay"_s, u"a trái.bomay"_s, u"csv/*.csv"_s, u"quận/bảng.xlsx"_s}));
        QVERIFY(files[0][u"error"_s][u"vi"_s].toString().contains(u"hỏng.bomay"_s));
        for (const int i : {2, 3})
            QCOMPARE(files[1][u"report"_s][u"summary"_s], files[i][u"report"_s][u"summary"_s]);

        QVERIFY(QFile::remove(folder.filePath(u"hỏng.bomay"_s)));
        const QString page = folder.filePath(u"kết quả.html"_s);
        QCOMPARE(run({u"batch"_s, folder.path(), u"-o"_s, page}).code, 1);
        QVERIFY(bytesOf(page).contains("<td>Phòng Kinh tế</td>"));
        QVERIFY(bytesOf(page).contains("31/12/2021"));
        QTemporaryDir elsewhere;
        const QString table = elsewhere.filePath(u"bảng kết quả.csv"_s);
        QCOMPARE(run({u"batch"_s, folder.path(), u"-o"_s, table}).code, 1);
        QVERIFY(bytesOf(table).contains("quận/bảng.xlsx,31/12/2021,Trái quy định,PKT,"));
        QVERIFY(!bytesOf(table).contains("ghi chú.txt"));
    }

    void theLedgerOfTheSampleHasTheFourthDeputyAsSurplus()
    {
        const QStringList words{u"ledger"_s, m_document, u"--as-of"_s, u"2021-12-31"_s};
        const Answer answer = run(words + QStringList{u"--format"_s, u"json"_s});
        QCOMPARE(answer.code, 0);
        const QJsonObject ledger = answer.json();
        QCOMPARE(ledger[u"as_of"_s].toString(), u"2021-12-31"_s);
        const QJsonArray rows = ledger[u"rows"_s].toArray();
        const auto row =
            std::ranges::find_if(rows, [](const QJsonValue &entry) { return entry[u"unit"_s].toString() == u"PKT"; });
        QVERIFY(row != rows.end());
        QCOMPARE((*row)[u"rule"_s].toString(), u"nd33.15.3.thuduc.cqcm.deputy"_s);
        QCOMPARE((*row)[u"ceiling"_s].toInt(), 3);
        QCOMPARE((*row)[u"in_post"_s].toInt(), 4);
        QCOMPARE((*row)[u"surplus"_s].toInt(), 1);
        QVERIFY((*row)[u"allotted"_s].isNull());
        const QJsonObject all = ledger[u"totals"_s].toArray()[0].toObject();
        QCOMPARE(all[u"in_post"_s].toInt(), 1 + 2 + 3 + 12 * 3 + 4 + 34 * 2);
        QCOMPARE(all[u"surplus"_s].toInt(), 1);
        const QString file = m_folder.filePath(u"cấp phó.csv"_s);
        QCOMPARE(run(words + QStringList{u"--format"_s, u"csv"_s, u"-o"_s, file}).code, 0);
        const QByteArray csv = bytesOf(file);
        QVERIFY(csv.startsWith("\xEF\xBB\xBFM\xC3\xA3"));
        QCOMPARE(csv.count('\n'), rows.size() + 1);
        QVERIFY(run(words + QStringList{u"--format"_s, u"csv"_s}).out.startsWith(u"Mã đơn vị,"_s));
        const QString book = m_folder.filePath(u"cấp phó.xlsx"_s);
        QCOMPARE(run(words + QStringList{u"--format"_s, u"xlsx"_s}).code, 2); // no terminal shows it
        QCOMPARE(run(words + QStringList{u"--format"_s, u"xlsx"_s, u"-o"_s, book}).code, 0);
        QVERIFY(bytesOf(book).startsWith("PK"));
        const Answer text = run(words);
        QVERIFY2(text.out.contains(u"PKT: Phòng Kinh tế: tối đa 3 (khoản 3 Điều 15"_s), qPrintable(text.out));
    }

    void whatFallsDueIsListedWithinTheDaysAskedFor()
    {
        const QStringList words{u"due"_s, m_document, u"--as-of"_s, u"2025-06-15"_s};
        const QJsonObject due = run(words + QStringList{u"--format"_s, u"json"_s, u"--within"_s, u"30"_s}).json();
        QCOMPARE(due[u"as_of"_s].toString(), u"2025-06-15"_s);
        QCOMPARE(due[u"within"_s].toInt(), 30);
        // The rules for a city of the city end with the district level.
        const QJsonArray rows = due[u"rows"_s].toArray();
        const auto end = std::ranges::find_if(
            rows, [](const QJsonValue &row) { return row[u"citation"_s].toString() == u"Nghị định số 33/2021/NĐ-CP"; });
        QVERIFY(end != rows.end());
        QCOMPARE((*end)[u"kind"_s].toString(), u"rules-end"_s);
        QCOMPARE((*end)[u"date"_s].toString(), u"2025-06-30"_s);
        QCOMPARE((*end)[u"days"_s].toInt(), 15);
        const Answer text = run(words);
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.startsWith(u"Việc đến hạn trong 90 ngày kể từ ngày 15/06/2025:\n"_s));
        QVERIFY(text.out.contains(u"30/06/2025, còn 15 ngày: Nghị định số 33/2021/NĐ-CP: "_s));
        QVERIFY(run(words + QStringList{u"--format"_s, u"csv"_s}).out.contains(u"30/06/2025,15,,"_s));
        QVERIFY(run({u"due"_s, m_document, u"--as-of"_s, u"2021-12-31"_s})
                    .out.startsWith(u"Không có việc nào đến hạn trong 90 ngày"_s));
    }

    void statsCountTheSample()
    {
        const Answer answer = run({u"stats"_s, m_document, u"--json"_s});
        QCOMPARE(answer.code, 0);
        const QJsonObject stats = answer.json();
        QCOMPARE(stats[u"units"_s].toInt(), 51);
        QCOMPARE(stats[u"roots"_s].toInt(), 2);
        QCOMPARE(stats[u"localities"_s].toInt(), 36);
        QCOMPARE(stats[u"deputies"_s].toInt(), 1 + 2 + 3 + 12 * 3 + 4 + 34 * 2);
        QCOMPARE(stats[u"people"_s].toInt(), 0);
        QCOMPARE(stats[u"seats"_s].toInt(), stats[u"vacant_seats"_s].toInt());
        QCOMPARE(stats.size(), 17);
    }

    void importGivesTheSameBytesAgain()
    {
        const QString again = m_folder.filePath(u"lại.bomay"_s);
        QCOMPARE(run({u"import"_s, kSample, u"-o"_s, again}).code, 0);
        QVERIFY(bytesOf(again) == bytesOf(m_document));
    }

    void templateCanBeWrittenAndImported()
    {
        const QString path = m_folder.filePath(u"mẫu.xlsx"_s);
        QCOMPARE(run({u"template"_s, u"-o"_s, path, u"--sample"_s, u"thu-duc"_s}).code, 0);
        const QString document = m_folder.filePath(u"mẫu.bomay"_s);
        QCOMPARE(run({u"import"_s, path, u"-o"_s, document}).code, 0);
        QCOMPARE(run({u"template"_s, u"-o"_s, path}).code, 0);
        QCOMPARE(run({u"import"_s, path, u"-o"_s, document}).code, 2);
    }

    void aFolderOfCsvIsOneImport()
    {
        const QString document = m_folder.filePath(u"csv.bomay"_s);
        const Answer answer = run({u"import"_s, QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021"),
                                   u"-o"_s, document, u"--report"_s, u"json"_s});
        QCOMPARE(answer.code, 0);
        const QJsonObject report = answer.json();
        QCOMPARE(report[u"rows"_s].toInt(), report[u"taken"_s].toInt());
        QCOMPARE(report[u"units"_s].toInt(), 51);
    }

    void rowsLeftOutAreWrittenOnlyWhenAccepted()
    {
        const QString input = m_folder.filePath(u"don_vi.csv"_s);
        write(input, "ma,ten,loai\nA,UBND,UBND\nA,UBND,UBND\n");
        const QString document = m_folder.filePath(u"mot-phan.bomay"_s);
        const Answer refused = run({u"import"_s, input, u"-o"_s, document});
        QCOMPARE(refused.code, 1);
        QVERIFY(!QFileInfo::exists(document));
        QVERIFY2(refused.out.contains(u"dòng 3, cột A"_s), qPrintable(refused.out));
        const Answer accepted = run({u"import"_s, input, u"-o"_s, document, u"--accept-all"_s});
        QCOMPARE(accepted.code, 1);
        QVERIFY(QFileInfo::exists(document));
        QCOMPARE(run({u"stats"_s, document, u"--json"_s}).json()[u"units"_s].toInt(), 1);
    }

    void helpIsOfAllCommandsOrOfOne()
    {
        const Answer all = run({u"--help"_s});
        QCOMPARE(all.code, 0);
        QVERIFY(all.out.contains(u"  batch "_s) && all.out.contains(u"  import "_s));
        const Answer one = run({u"--language"_s, u"en"_s, u"help"_s, u"import"_s});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.startsWith(u"import FILE…"_s));
        QCOMPARE(one.out.count(u'\n'), 3); // its other lines too, and no other command
    }

    void wrongUseIsTwoWithAMessage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList{} << u"bomay-cli"_s;
        QTest::newRow("unknown command") << QStringList{u"vẽ"_s} << u"“vẽ”"_s;
        QTest::newRow("unknown option") << QStringList{u"stats"_s, m_document, u"--nhanh"_s} << u"--nhanh"_s;
        QTest::newRow("no document") << QStringList{u"check"_s} << u"một tài liệu"_s;
        QTest::newRow("absent document") << QStringList{u"check"_s, u"không-có.bomay"_s} << u"không-có.bomay"_s;
        QTest::newRow("not a document") << QStringList{u"check"_s, kSample} << u"không phải tài liệu"_s;
        QTest::newRow("bad date") << QStringList{u"check"_s, m_document, u"--as-of"_s, u"2021-13-01"_s}
                                  << u"2021-13-01"_s;
        QTest::newRow("no such language") << QStringList{u"help"_s, u"--language"_s, u"fr"_s} << u"vi, en"_s;
        QTest::newRow("help for nothing") << QStringList{u"help"_s, u"vẽ"_s} << u"“vẽ”"_s;
        QTest::newRow("batch of a file") << QStringList{u"batch"_s, m_document, u"-o"_s, u"a.html"_s}
                                         << u"đúng một thư mục"_s;
        QTest::newRow("batch into what") << QStringList{u"batch"_s, m_folder.path(), u"-o"_s, u"a.docx"_s}
                                         << u".html, .csv, .json"_s;
        QTest::newRow("unknown pack") << QStringList{u"check"_s, m_document, u"--packs"_s, u"abc"_s} << u"abc"_s;
        QTest::newRow("bad paper") << QStringList{u"export"_s, m_document, u"-o"_s, u"x.pdf"_s, u"--paper"_s, u"A9"_s}
                                   << u"A9"_s;
        QTest::newRow("unknown view") << QStringList{u"export"_s, m_document, u"-o"_s, u"x.pdf"_s, u"--view"_s, u"Lạ"_s}
                                      << u"“Lạ”"_s;
        QTest::newRow("bad style") << QStringList{u"export"_s, m_document, u"-o"_s, u"x.pdf"_s, u"--style"_s, u"vẽ"_s}
                                   << u"treo-hai-ben"_s;
        QTest::newRow("theme for the screen")
            << QStringList{u"export"_s, m_document, u"-o"_s, u"x.pdf"_s, u"--theme"_s, u"toi"_s} << u"“toi”"_s;
        QTest::newRow("unknown format") << QStringList{u"export"_s, m_document, u"-o"_s, u"x.doc"_s} << u"doc"_s;
        QTest::newRow("no output") << QStringList{u"export"_s, m_document} << u"-o"_s;
        QTest::newRow("absent folder") << QStringList{u"export"_s, m_document, u"-o"_s, u"/không/có/x.pdf"_s}
                                       << u"/không/có/x.pdf"_s;
        QTest::newRow("absent input") << QStringList{u"import"_s, u"không-có.xlsx"_s, u"-o"_s, u"x.bomay"_s}
                                      << u"không-có.xlsx"_s;
        QTest::newRow("absent folder for data")
            << QStringList{u"export"_s, m_document, u"-o"_s, u"/không/x.json"_s} << u"/không/x.json"_s;
    }
    void wrongUseIsTwoWithAMessage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Answer answer = run(arguments);
        QCOMPARE(answer.code, 2);
        QCOMPARE(answer.out, QString());
        QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
    }

    void damagedInputIsRefusedAndNothingWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const QByteArray xlsx = bytesOf(kSample);
        QTest::newRow("half a workbook") << xlsx.first(xlsx.size() / 2) << u"bị cụt"_s;
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"không phải tệp bảng tính"_s;
        QTest::newRow("old workbook of noughts")
            << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8).append(1000, '\0') << u"bị hỏng"_s;
        QTest::newRow("old workbook cut short") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) << u"bị cụt"_s;
        QTest::newRow("empty") << QByteArray() << u""_s;
    }
    void damagedInputIsRefusedAndNothingWritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString input = m_folder.filePath(u"hỏng.xlsx"_s);
        write(input, bytes);
        const QString document = m_folder.filePath(u"hỏng.bomay"_s);
        const Answer answer = run({u"import"_s, input, u"-o"_s, document});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
        QVERIFY(!answer.err.trimmed().isEmpty());
        QVERIFY(!QFileInfo::exists(document));
    }

    void aUnitWithoutAPlaceIsSaidWhereItIsMissed()
    {
        const QString input = m_folder.filePath(u"don_vi_lac.csv"_s);
        write(input, "ma,ten,ma_cap_tren,loai\nU,UBND,,UBND\nV,Van phong,X9,VAN_PHONG\n");
        QDir(m_folder.path()).mkdir(u"lac"_s);
        const QString folder = m_folder.filePath(u"lac"_s);
        QVERIFY(QFile::rename(input, folder + u"/don_vi.csv"_s));
        const QString document = m_folder.filePath(u"lac.bomay"_s);
        QCOMPARE(run({u"import"_s, folder, u"-o"_s, document, u"--accept-all"_s}).code, 1);
        const Answer checked = run({u"check"_s, document});
        QVERIFY2(checked.out.contains(u"1 đơn vị, chức vụ chưa xếp được"_s), qPrintable(checked.out));
        const Answer earlier = run({u"check"_s, document, u"--as-of"_s, u"1990-01-01"_s}); // before every rule
        QVERIFY2(earlier.out.contains(u"Không có quy định nào"_s), qPrintable(earlier.out));
        const Answer drawn = run({u"export"_s, document, u"-o"_s, m_folder.filePath(u"lac.pdf"_s)});
        QCOMPARE(drawn.code, 0);
        QVERIFY2(drawn.err.contains(u"không có trên sơ đồ"_s), qPrintable(drawn.err));
    }

    void bothLanguagesSpeak()
    {
        const Answer answer = run({u"check"_s, u"absent.bomay"_s, u"--language"_s, u"en"_s});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(u"There is no such file."_s), qPrintable(answer.err));
    }

    void theAreaListOfHcmcIsCounted()
    {
        const QString path = QStringLiteral(BOMAY_DATA_DIR "/vietnam/tphcm-quan-huyen-phuong-xa-2024.csv");
        if (!QFileInfo::exists(path))
            QSKIP("vietnam/tphcm-quan-huyen-phuong-xa-2024.csv: not here (set BOMAY_DATA_DIR)");
        const QString document = m_folder.filePath(u"tphcm.bomay"_s);
        QCOMPARE(run({u"import"_s, path, u"-o"_s, document}).code, 0);
        const QJsonObject stats = run({u"stats"_s, document, u"--json"_s}).json();
        QCOMPARE(stats[u"localities"_s].toInt(), 1 + 22 + 312);
        QCOMPARE(stats[u"units"_s].toInt(), 0);
        const Answer drawn = run({u"export"_s, document, u"-o"_s, m_folder.filePath(u"x.pdf"_s)});
        QCOMPARE(drawn.code, 2);
        QVERIFY(drawn.err.contains(u"Không có đơn vị nào"_s));
    }

    void repairSavesWhatIsLeftAndSaysWhatIsLost()
    {
        const QString bad = m_folder.filePath(u"hỏng.bomay"_s);
        const QString out = m_folder.filePath(u"cứu.bomay"_s);
        QByteArray bytes = bytesOf(m_document);
        const QByteArray name = u"Phòng Kinh tế"_s.toUtf8();
        QVERIFY(bytes.contains(name));
        bytes[bytes.indexOf(name)] = 'X'; // the digest tells
        write(bad, bytes);
        QCOMPARE(run({u"check"_s, bad}).code, 2);
        const Answer text = run({u"repair"_s, bad, u"-o"_s, out});
        QCOMPARE(text.err, QString());
        QCOMPARE(text.code, 1);
        QVERIFY2(text.out.startsWith(u"Giữ được:"_s) && text.out.contains(u"Lưu ý"_s), qPrintable(text.out));
        QCOMPARE(bytesOf(bad), bytes);
        QCOMPARE(run({u"stats"_s, out, u"--json"_s}).json(), run({u"stats"_s, m_document, u"--json"_s}).json());
        const Answer json = run({u"repair"_s, bad, u"-o"_s, out, u"--report"_s, u"json"_s});
        QCOMPARE(json.code, 1);
        QVERIFY(json.json()[u"kept"_s][u"unit"_s].toInt() > 0);
        QCOMPARE(json.json()[u"dropped"_s][0][u"code"_s].toString(), u"document-digest"_s);
    }

    void repairOfASoundDocumentLosesNothing()
    {
        const QString out = m_folder.filePath(u"nguyên.bomay"_s);
        const Answer answer = run({u"repair"_s, m_document, u"-o"_s, out, u"--language"_s, u"en"_s});
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.contains(u"nothing is lost"_s), qPrintable(answer.out));
        QCOMPARE(bytesOf(out), bytesOf(m_document));
    }

    void repairRefusesWhatIsNoDocumentAndItsOwnInput()
    {
        const QString note = m_folder.filePath(u"ghi chú.bomay"_s);
        write(note, QByteArray("Sở Nội vụ").repeated(50));
        const QString out = m_folder.filePath(u"không.bomay"_s);
        for (const QStringList &arguments :
             {QStringList{u"repair"_s, note, u"-o"_s, out}, QStringList{u"repair"_s, m_document},
              QStringList{u"repair"_s, u"-o"_s, out}, QStringList{u"repair"_s, m_document, u"-o"_s, m_document}}) {
            const Answer answer = run(arguments);
            QCOMPARE(answer.code, 2);
            QVERIFY(!answer.err.isEmpty());
            QVERIFY(!QFile::exists(out));
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_document;
};

BM_TEST_MAIN(TestCli)
#include "test_cli.moc"
