// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organisation_json.h"
#include "core/table/reader.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Sheets such as offices make, drawn at random: what surrounds the rows is there or not, and each row of data has a
/// word of its own, by which it is found again.
class UglySheet
{
public:
    explicit UglySheet(unsigned seed)
        : m_random(seed)
    {
        if (flip())
            m_lines += {u"UBND PHƯỜNG MẪU"_s, u"BIỂU SỐ 2"_s};
        if (flip()) // another table comes first
            addTable();
        addTable();
        if (flip())
            addTable();
        if (flip())
            m_lines += {u"Ghi chú: số liệu đến 31/5"_s, u"||Phường Mẫu, ngày 5 tháng 6 năm 2025"_s, u"|NGƯỜI LẬP||"_s};
    }

    [[nodiscard]] Sheet sheet() const { return sheetOf(u"Biểu"_s, m_lines); }
    [[nodiscard]] QString text() const { return m_lines.join(u'\n'); }
    struct Place
    {
        int row = 0;
        int table = 0;
    };
    /// Where each word stands.
    [[nodiscard]] const std::map<QString, Place> &words() const { return m_words; }

private:
    bool flip() { return m_random() % 2 == 0; }

    QString word(const QString &kind)
    {
        const QString own = kind + u" Số%1"_s.arg(m_words.size() + 1);
        m_words.emplace(own, Place{static_cast<int>(m_lines.size()) + 1, m_tables});
        return own;
    }

    void addTable()
    {
        ++m_tables;
        if (flip())
            m_lines += QString();
        flip() ? addUnits() : addStaff();
    }

    void addUnits()
    {
        m_lines += u"STT|Tên đơn vị|Biên chế giao|Ghi chú"_s;
        if (flip())
            m_lines += u"(1)|(2)|(3)|(4)"_s;
        const bool hasSections = flip();
        for (unsigned section = 0; section < 1 + m_random() % 2; ++section) {
            if (hasSections)
                m_lines += (section == 0 ? u"A"_s : u"B"_s) + u'|' + word(u"Sở"_s) + u"|30|"_s;
            for (unsigned row = 1; row <= 1 + m_random() % 4; ++row) {
                const QString number = m_random() % 6 == 0 ? u"mười"_s : QString::number(m_random() % 20);
                m_lines += QString::number(row) + u'|' + word(u"Phòng"_s) + u'|' + number + u'|';
            }
            if (flip())
                m_lines += u"|Cộng|30|"_s;
        }
    }

    void addStaff()
    {
        m_lines += u"TT|Họ và tên|Chức vụ|Đơn vị"_s;
        for (unsigned row = 1; row <= 1 + m_random() % 5; ++row) {
            const QString title = m_random() % 5 == 0 ? u"Cộng tác"_s : flip() ? u"Trưởng phòng"_s : u"Chuyên viên"_s;
            const QString unit = m_random() % 4 == 0 ? QString() : u"Phòng Chung"_s;
            m_lines += QString::number(row) + u'|' + word(u"Nguyễn Văn"_s) + u'|' + title + u'|' + unit;
            if (m_random() % 5 == 0)
                m_lines += QString();
        }
        if (flip())
            m_lines += u"|Tổng số: 5 người||"_s;
    }

    std::mt19937 m_random;
    QStringList m_lines;
    std::map<QString, Place> m_words;
    int m_tables = 0;
};

constexpr QStringView kOtherTable = u"rows-of-other-table";

/// How many rows a report says are of other tables than those that are read.
int rowsOfOtherTables(const ImportReport &report)
{
    int count = 0;
    for (const Diagnostic &diagnostic : report.diagnostics)
        if (diagnostic.message.code == kOtherTable)
            count += diagnostic.message.args.value(u"count"_s).toInt();
    return count;
}

/// The rows that have an error of their own, by file, sheet and number.
std::set<std::tuple<QString, QString, int>> rowsWithErrors(const ImportReport &report)
{
    std::set<std::tuple<QString, QString, int>> rows;
    for (const auto &[severity, message, place] : report.diagnostics)
        if (severity == DiagnosticSeverity::Error && message.code != kOtherTable)
            rows.emplace(place.file, place.sheet, place.row);
    return rows;
}

QStringList realFiles()
{
    const QString folder = QStringLiteral(BOMAY_DATA_DIR);
    QStringList files;
    if (folder.isEmpty())
        return files;
    QDirIterator all(folder, {u"*.xlsx"_s, u"*.xls"_s, u"*.ods"_s, u"*.csv"_s, u"*.html"_s}, QDir::Files,
                     QDirIterator::Subdirectories);
    constexpr qint64 kMostBytes = 1 << 20;
    while (all.hasNext())
        if (const QString file = all.next(); all.fileInfo().size() < kMostBytes)
            files += file;
    files.sort();
    return files;
}

} // namespace

/// Each row of data of a file ends in exactly one of taken, left out with a reason, asked; none is passed over in
/// silence.
class TestImportRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void noRowOfAnUglySheetIsLostInSilence()
    {
        int leftOut = 0;
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const UglySheet ugly(seed);
            const auto plan = planOf({ugly.sheet()});
            QVERIFY2(plan.has_value(), qPrintable(u"%1: %2"_s.arg(seed).arg(ugly.text())));
            const ImportReport &report = plan->report;
            QVERIFY2(report.rows == static_cast<int>(ugly.words().size()),
                     qPrintable(u"%1: %2 rows of\n%3"_s.arg(seed).arg(report.rows).arg(ugly.text())));
            const QString json = QString::fromUtf8(canonicalJson(*plan->after));
            std::set<int> wrongRows;
            for (const auto &[file, sheet, row] : rowsWithErrors(report))
                wrongRows.insert(row);
            int unread = 0;
            std::map<int, std::set<bool>> fates; // of each table: are its rows read?
            for (const auto &[word, place] : ugly.words()) {
                const bool isRead = json.contains(word + u'"') || wrongRows.contains(place.row);
                unread += isRead ? 0 : 1;
                fates[place.table].insert(isRead);
            }
            QVERIFY2(unread == rowsOfOtherTables(report),
                     qPrintable(u"%1: %2 rows are not read of\n%3"_s.arg(seed).arg(unread).arg(ugly.text())));
            for (const auto &[table, fate] : fates)
                QVERIFY2(fate.size() == 1, qPrintable(u"%1: table %2 of\n%3"_s.arg(seed).arg(table).arg(ugly.text())));
            leftOut += report.leftOut;
        }
        QVERIFY(leftOut > 100); // there are tables of two kinds on a sheet
    }

    void rowsOfRealFilesAddUp()
    {
        const QStringList files = realFiles();
        if (files.isEmpty())
            QSKIP("BOMAY_DATA_DIR is not set");
        int imported = 0;
        for (const QString &file : files) {
            const auto workbook = readWorkbook(file);
            if (!workbook)
                continue;
            SeededIdSource ids("real");
            const auto plan = planImport({&*workbook, 1}, Organisation(), ids);
            if (!plan)
                continue;
            ++imported;
            const ImportReport &report = plan->report;
            const auto wrong = static_cast<int>(rowsWithErrors(report).size());
            QVERIFY2(report.leftOut == wrong + rowsOfOtherTables(report), qPrintable(file));
        }
        QVERIFY(imported > 5);
    }
};

BM_TEST_MAIN(TestImportRows)
#include "test_import_rows.moc"
