// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cells.h"
#include "core/store/content_digest.h"
#include "core/store/row_statement.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A row with a cell of each type.
CellRow fullRow()
{
    CellRow row(u"person");
    row.addInteger(-7);
    row.addReal(1.5);
    row.addNull();
    row.addText(QStringView(u"Nguyễn Văn 𠀀"));
    row.addText(QStringView());
    row.addBytes("a\0b"_ba);
    return row;
}

QByteArray bytesOf(const CellRow &row)
{
    return row.bytes().toByteArray();
}

} // namespace

/// Rows on their way between SQLite and the fields, and the digest over them.
class TestRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cellsComeBackFromARow()
    {
        const CellRow row = fullRow();
        QCOMPARE(row.size(), 6);
        QCOMPARE(row[0].integer, -7);
        QCOMPARE(row[1].real, 1.5);
        QVERIFY(row[2].isNull());
        QCOMPARE(row[3].toText(), u"Nguyễn Văn 𠀀"_s);
        QVERIFY(row[4].type == Cell::Type::Text && row[4].text.isEmpty());
        QCOMPARE(row[5].text, "a\0b"_ba);
        CellRow again(u"person");
        for (int column = 0; column < row.size(); ++column)
            again.add(row[column].toVariant());
        QCOMPARE(bytesOf(again), bytesOf(row));
    }

    void onlyEqualRowsAreEqualBytes()
    {
        QList<QByteArray> all;
        const auto add = [&all](const QString &table, const QStringList &texts) {
            CellRow row(table);
            for (const QString &text : texts)
                text.isNull() ? row.addNull() : row.addText(QStringView(text));
            all += bytesOf(row);
        };
        add(u"ab"_s, {});
        add(u"a"_s, {u"b"_s});
        add(u"a"_s, {u""_s, u"b"_s});
        add(u"a"_s, {u"b"_s, u""_s});
        add(u"a"_s, {QString(), u"b"_s});
        add(u"a"_s, {u"b"_s, QString()});
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(all.indexOf(all[i]), i);
        CellRow row(u"a");
        row.addText(QStringView(u"a long text that is forgotten"));
        row.clear();
        row.addText(QStringView(u"b"));
        QCOMPARE(bytesOf(row), all[1]);
    }

    void halfASurrogatePairIsReplaced()
    {
        CellRow row;
        row.addText(QStringView(QString(QChar(0xd800))));
        QCOMPARE(row[0].toText(), QString(QChar(QChar::ReplacementCharacter)));
    }

    void bothRoutesGiveTheSameRows()
    {
        const auto connection = SqliteConnection::open(u":memory:"_s, SqliteConnection::Access::ReadWrite);
        QVERIFY(connection);
        QVERIFY(connection->run(u"CREATE TABLE person (i INTEGER, r REAL, n TEXT, t TEXT, e TEXT, b BLOB)"_s));
        const CellRow written = fullRow();
        for (const auto route : {RowStatement::Route::Quickest, RowStatement::Route::QtSql}) {
            auto insert = RowStatement::prepare(*connection, u"INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)"_s, route);
            QVERIFY(insert);
            QVERIFY(insert->run(written));
            QVERIFY(insert->run(written));
        }
        for (const auto route : {RowStatement::Route::Quickest, RowStatement::Route::QtSql}) {
            auto select = RowStatement::prepare(*connection, u"SELECT * FROM person"_s, route);
            QVERIFY(select);
            CellRow row(u"person");
            int rows = 0;
            for (; select->next(row); ++rows)
                QCOMPARE(bytesOf(row), bytesOf(written));
            QVERIFY(select->end());
            QCOMPARE(rows, 4);
        }
    }

    void bothRoutesTellWhatIsRefused()
    {
        const auto connection = SqliteConnection::open(u":memory:"_s, SqliteConnection::Access::ReadWrite);
        QVERIFY(connection->run(u"CREATE TABLE one (t TEXT UNIQUE)"_s));
        for (const auto route : {RowStatement::Route::Quickest, RowStatement::Route::QtSql}) {
            QCOMPARE(RowStatement::prepare(*connection, u"SELECT nothing FROM one"_s, route).error().code(),
                     u"database-error"_s);
            auto insert = RowStatement::prepare(*connection, u"INSERT INTO one VALUES (?)"_s, route);
            CellRow row;
            row.addText(QStringView(u"a"));
            static_cast<void>(insert->run(row)); // the first route puts it in
            const Result<> twice = insert->run(row);
            QVERIFY(!twice);
            QCOMPARE(twice.error().code(), u"database-error"_s);
            auto failing =
                RowStatement::prepare(*connection, u"SELECT abs(-9223372036854775807 - 1) FROM one"_s, route);
            QVERIFY(failing && !failing->next(row));
            QVERIFY(!failing->end());
        }
    }

    /// The values are in files: they must never change.
    void theDigestOfARowIsFixed()
    {
        ContentDigest digest;
        digest.addRow(fullRow());
        QCOMPARE(digest.toString(), u"xxh3:a214fd0102cc25b868b03a5202e2e2d4"_s);
        ContentDigest old(ContentDigest::Method::Sha256);
        old.addRow(fullRow());
        QCOMPARE(old.toString(), u"sha256:53c7f59d2939b963dc319ef50824f17369dd9506bf7bebabb5870df78ffa57d7"_s);
    }

    void aDigestIsTheSameInAnyOrder()
    {
        CellRow other(u"person");
        other.addText(QStringView(u"b"));
        for (const auto method : {ContentDigest::Method::Xxh3, ContentDigest::Method::Sha256}) {
            ContentDigest one(method);
            one.addRow(fullRow());
            one.addRow(other);
            ContentDigest two(method);
            two.addRow(other);
            two.addRow(fullRow());
            QVERIFY(one == two);
            two.removeRow(other);
            QVERIFY(one != two);
            two.removeRow(fullRow());
            QVERIFY(two == ContentDigest(method));
            QVERIFY(ContentDigest::parse(one.toString()) == one);
        }
    }

    void whatIsNoDigestIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRead");
        const QString half(32, u'a');
        QTest::newRow("xxh3") << u"xxh3:"_s + half << true;
        QTest::newRow("sha256") << u"sha256:"_s + half + half << true;
        QTest::newRow("sha256 of old documents") << half + half << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("too short") << half << false;
        QTest::newRow("too long") << u"xxh3:"_s + half + half << false;
        QTest::newRow("upper case") << u"xxh3:"_s + half.toUpper() << false;
        QTest::newRow("another name") << u"md5:"_s + half << false;
        QTest::newRow("two names") << u"xxh3:sha256:"_s + half << false;
    }

    void whatIsNoDigestIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(bool, isRead);
        QCOMPARE(ContentDigest::parse(text).has_value(), isRead);
    }
};

BM_TEST_MAIN(TestRows)
#include "test_rows.moc"
