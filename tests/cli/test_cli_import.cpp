// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kList = "STT,Tên đơn vị,Chức vụ,Họ và tên,Biên chế giao\n"
                         "I,Sở Một,,,10\n"
                         ",,Giám đốc,Nguyễn Văn An,\n"
                         "1,Phòng A,,,4\n"
                         ",Cộng,,,14\n";

} // namespace

class TestCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aOneSheetListIsImportedWithoutASetting_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("by itself") << QStringList{};
        QTest::newRow("as danh-sach") << QStringList{u"--map"_s, u"danh-sach"_s};
        QTest::newRow("auto") << QStringList{u"--map"_s, u"auto"_s};
    }
    void aOneSheetListIsImportedWithoutASetting()
    {
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        write(input, kList);
        const Answer answer =
            run(QStringList{u"import"_s, input, u"-o"_s, folder.filePath(u"a.bomay"_s), u"--report"_s, u"json"_s} +
                options);
        QCOMPARE(answer.code, 0);
        const QJsonObject report = answer.json();
        QCOMPARE(report.value(u"rows"_s).toInt(), 3);
        QCOMPARE(report.value(u"taken"_s).toInt(), 3);
        QCOMPARE(report.value(u"units"_s).toInt(), 2);
        QCOMPARE(report.value(u"people"_s).toInt(), 1);
        QCOMPARE(report.value(u"max_depth"_s).toInt(), 2);
        QVERIFY(QFile::exists(folder.filePath(u"a.bomay"_s)));
    }

    void aSecondFileIntoADocumentIsCountedAsADifference()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        write(input, kList);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        QByteArray second = kList;
        second.replace("Phòng A", "Phòng B").replace(",10", ",12");
        write(input, second);
        const Answer answer = run({u"import"_s, input, u"--into"_s, document, u"-o"_s, folder.filePath(u"b.bomay"_s),
                                   u"--report"_s, u"json"_s});
        QCOMPARE(answer.code, 0);
        const QJsonObject difference = answer.json().value(u"difference"_s).toObject();
        QCOMPARE(difference.value(u"added"_s).toInt(), 1);
        QCOMPARE(difference.value(u"changed"_s).toInt(), 1);
        QCOMPARE(difference.value(u"missing"_s).toInt(), 1);
        QCOMPARE(difference.value(u"moved"_s).toInt() + difference.value(u"renamed"_s).toInt(), 0);
    }

    /// Ids made for a second import must not be those that the first one made.
    void theSameFileAgainAfterAnEditTakesNobodysPlace()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        write(input, kList);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        const QString again = folder.filePath(u"b.bomay"_s);
        const Answer answer =
            run({u"import"_s, input, u"--into"_s, document, u"-o"_s, again, u"--report"_s, u"json"_s});
        QCOMPARE(answer.code, 0);
        for (const auto &count : answer.json().value(u"difference"_s).toObject())
            QCOMPARE(count.toInt(), 0);
    }

    void aProfileFileSaysWhatStrangeHeadersMean()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"lạ.csv"_s);
        write(input, "So,Goi la,BC26\nI,Cụm Một,7\n1,Mảng A,3\n"); // contents tell nothing either
        const QString document = folder.filePath(u"a.bomay"_s);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 2);
        const QString profile = folder.filePath(u"so-mot.toml"_s);
        write(profile, "id = \"so-mot\"\nvi = \"Sở Một\"\nen = \"So Mot\"\nform = \"list\"\n[columns]\n"
                       "ordinal = [\"So\"]\nname = [\"Goi la\"]\nallotted = [\"BC26\"]\n");
        const Answer answer =
            run({u"import"_s, input, u"-o"_s, document, u"--map"_s, profile, u"--report"_s, u"json"_s});
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.json().value(u"units"_s).toInt(), 2);
    }

    void formsGoOutAndAreFollowed()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        const QString sent = folder.filePath(u"gửi"_s);
        write(input, kList);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        QCOMPARE(run({u"request"_s, document, u"-o"_s, sent}).code, 2); // no day
        QCOMPARE(run({u"request"_s, document, u"-o"_s, sent, u"--due"_s, u"2026-06-30"_s, u"--units"_s, u"X"_s}).code,
                 2);
        const QStringList order{u"request"_s, document, u"-o"_s, sent, u"--due"_s, u"30/06/2026"_s};
        const Answer request = run(order);
        QVERIFY2(request.code == 0, qPrintable(request.err));
        QCOMPARE(run(order).code, 2); // nothing is written over
        const QString round = sent + u"/dot-thu-thap.toml"_s;
        const auto collect = [&](const QString &from, const QString &day) {
            return run(
                {u"collect"_s, document, u"--round"_s, round, u"--from"_s, from, u"--as-of"_s, day, u"--json"_s});
        };
        const Answer early = collect(folder.path(), u"2026-06-30"_s);
        QVERIFY2(early.code == 0, qPrintable(early.err));
        QCOMPARE(early.json().value(u"summary"_s), QJsonValue(QJsonObject{{u"missing"_s, 1}}));
        QCOMPARE(collect(folder.path(), u"2026-07-01"_s).code, 1);
        QCOMPARE(collect(sent, u"2026-07-01"_s).json().value(u"summary"_s),
                 QJsonValue(QJsonObject{{u"unchanged"_s, 1}}));
        // Where it is not said, what came back lies beside the round.
        const Answer beside = run({u"collect"_s, document, u"--round"_s, round, u"--as-of"_s, u"2026-06-30"_s});
        QVERIFY2(beside.code == 0, qPrintable(beside.err));
    }

    void aRearrangementNeedsItsDocumentAndDay()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"sắp xếp.csv"_s);
        write(input,
              "ma_moi,ten_moi,ma_cu,ten_cu,kieu\n1,Phường Mới,1,Phường An,full\n1,Phường Mới,2,Phường Bình,full\n");
        const QString document = folder.filePath(u"a.bomay"_s);
        const QStringList order{u"import"_s, input, u"-o"_s, document, u"--report"_s, u"json"_s};
        const Answer without = run(order);
        QCOMPARE(without.code, 2);
        QVERIFY2(without.err.contains(u"--effective"_s), qPrintable(without.err));
        QVERIFY(!QFile::exists(document));
        const Answer answer = run(order + QStringList{u"--document"_s, u"1/NQ"_s, u"--effective"_s, u"01/07/2025"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QCOMPARE(answer.json().value(u"taken"_s).toInt(), 2);
    }

    /// What is written as a workbook is what an import takes.
    void aDocumentGoesOutAsAWorkbookAndComesBack()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        const QString workbook = folder.filePath(u"a.xlsx"_s);
        write(input, kList);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        QCOMPARE(run({u"export"_s, document, u"-o"_s, workbook}).code, 0);
        const Answer answer = run({u"import"_s, workbook, u"--into"_s, document, u"-o"_s, folder.filePath(u"b.bomay"_s),
                                   u"--report"_s, u"json"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        for (const auto &count : answer.json().value(u"difference"_s).toObject())
            QCOMPARE(count.toInt(), 0);
    }

    void unitsToAskMayBeListedWithSpaces()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"list.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        write(input, "Mã,Tên đơn vị,Mã cấp trên\nA,UBND phường Mẫu,\nB,Phòng Một,A\nC,Phòng Hai,A\n");
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        const Answer answer = run({u"request"_s, document, u"-o"_s, folder.filePath(u"gửi"_s), u"--due"_s,
                                   u"2026-06-30"_s, u"--units"_s, u"B, C"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QVERIFY(QFile::exists(folder.filePath(u"gửi/c.xlsx"_s)));
    }

    void anOfficesFormIsFilled()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        const QString form = folder.filePath(u"biểu.xlsx"_s);
        write(input, kList);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        QCOMPARE(run({u"fill"_s, document, u"-o"_s, form}).code, 2); // no form
        QCOMPARE(run({u"template"_s, u"-o"_s, form}).code, 0);
        const Answer answer = run({u"fill"_s, document, u"--form"_s, form, u"-o"_s, folder.filePath(u"b.xlsx"_s)});
        QVERIFY2(answer.code == 1, qPrintable(answer.err)); // its example row is of no unit
        QVERIFY(QFile::exists(folder.filePath(u"b.xlsx"_s)));
    }

    void theDayOfAnImportIsThatOfItsLog()
    {
        QTemporaryDir folder;
        const QString input = folder.filePath(u"danh sách.csv"_s);
        const QString document = folder.filePath(u"a.bomay"_s);
        write(input, kList);
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document}).code, 0);
        QByteArray more = kList;
        write(input, more.replace(",,,10", ",,,11"));
        QList<QByteArray> written;
        for (const QString &name : {u"b.bomay"_s, u"c.bomay"_s}) {
            const Answer answer = run({u"import"_s, input, u"--into"_s, document, u"-o"_s, folder.filePath(name),
                                       u"--date"_s, u"2026-01-02"_s});
            QVERIFY2(answer.code == 0, qPrintable(answer.err));
            written += bytesOf(folder.filePath(name));
        }
        QVERIFY(written[0] == written[1]);
        QVERIFY(written[0].contains("2026-01-02T00:00:00"));
        QCOMPARE(run({u"import"_s, input, u"-o"_s, document, u"--date"_s, u"x"_s}).code, 2);
    }

    void aWrongProfileIsTwoWithItsPlace()
    {
        QTemporaryDir folder;
        const QString profile = folder.filePath(u"sai.toml"_s);
        write(profile, "id = \"a\"\nvi = \"a\"\nen = \"a\"\n[columns]\ncolour = [\"x\"]\n");
        const QStringList command{u"import"_s, profile, u"-o"_s, folder.filePath(u"a.bomay"_s), u"--map"_s};
        const Answer fault = run(command + QStringList{profile});
        QCOMPARE(fault.code, 2);
        QVERIFY2(fault.err.contains(u"columns.colour"_s) && fault.err.contains(u"5"_s), qPrintable(fault.err));
        const Answer unknown = run(command + QStringList{u"đoán"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains(u"uk-organogram"_s), qPrintable(unknown.err));
    }
};

BM_TEST_MAIN(TestCliImport)
#include "test_cli_import.moc"
