// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messages.h"
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QSet<QString> placesIn(const QString &text)
{
    static const QRegularExpression place(u"\\{([a-z_]+)\\}"_s);
    QSet<QString> places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.insert(match.next().captured(1).replace(u"iso"_s, u"date"_s)); // English writes dates as ISO
    return places;
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void bothLanguagesHaveTheSameCodesAndPlaces()
    {
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        QCOMPARE(catalog->codes(Language::Vietnamese), catalog->codes(Language::English));
        for (const QString &code : catalog->codes(Language::Vietnamese)) {
            const BilingualText text = catalog->text(Message{code});
            if (code != u"cli-help"_s)
                QVERIFY2(placesIn(text.vi) == placesIn(text.en), qPrintable(code));
            QVERIFY2(!text.vi.trimmed().isEmpty() && !text.en.trimmed().isEmpty(), qPrintable(code));
        }
    }

    void everyCodeInTheSourceHasATemplate()
    {
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        const QStringList known = catalog->codes(Language::Vietnamese);
        // Codes are the first text of fail(), of an Error or Message in braces, and of the report calls.
        static const QRegularExpression code(
            u"(?:fail\\(|note\\([A-Za-z:]+, |report\\([A-Za-z:]+,\\s*|Message\\{|\\{\\{|add\\()u\"([a-z0-9]+(?:-[a-z0-9]+)+)\"_s"_s);
        int found = 0;
        for (const QString &folder : {u"/core"_s, u"/app"_s}) {
            QDirIterator files(QStringLiteral(BOMAY_SOURCE_DIR) + folder, {u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString source = QString::fromUtf8(file.readAll());
                for (auto match = code.globalMatch(source); match.hasNext(); ++found) {
                    const QString word = match.next().captured(1);
                    QVERIFY2(known.contains(word), qPrintable(files.filePath() + u": "_s + word));
                }
            }
        }
        QVERIFY(found > 60);
    }

    void aMissingValueStaysVisible()
    {
        QCOMPARE(fillTemplate(u"{a} và {b}"_s, {{u"a"_s, u"{b}"_s}}), u"{b} và {b}"_s);
        QCOMPARE(fillTemplate(u"cột {"_s, {}), u"cột {"_s);
        const QString optional = u"Không có {code}.[[ Gần giống: {near}.]]"_s;
        QCOMPARE(fillTemplate(optional, {{u"code"_s, u"X"_s}, {u"near"_s, u"x"_s}}), u"Không có X. Gần giống: x."_s);
        QCOMPARE(fillTemplate(optional, {{u"code"_s, u"X"_s}, {u"near"_s, QString()}}), u"Không có X."_s);
    }

    void anErrorSaysWhereAndWhy()
    {
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        const Error error{{u"bad-date"_s, {{u"value"_s, u"x"_s}}}, {u"a.xlsx"_s, u"DON_VI"_s, 7, 28}};
        QCOMPARE(catalog->describe(error, Language::Vietnamese),
                 u"tệp a.xlsx, trang DON_VI, dòng 7, cột AB: “x” không phải ngày hợp lệ (ví dụ đúng: 31/12/2021)."_s);
        const Error inText{{u"toml-syntax"_s, {{u"reason"_s, u"?"_s}}}, {u"a.toml"_s, {}, 3, 5}};
        QVERIFY(catalog->describe(inText, Language::English).startsWith(u"a.toml:3:5: "_s));
    }

    void columnsAreNamedAsSpreadsheetsDo()
    {
        QCOMPARE(columnName(1), u"A"_s);
        QCOMPARE(columnName(26), u"Z"_s);
        QCOMPARE(columnName(27), u"AA"_s);
        QCOMPARE(columnName(16384), u"XFD"_s);
        QCOMPARE(columnName(0), QString());
    }
};

BM_TEST_MAIN(TestMessages)
#include "test_messages.moc"
