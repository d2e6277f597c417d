// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_json.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestRowJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// Every field of every kind, through text and back.
    void whatIsWrittenIsRead()
    {
        const Organisation organisation = fullOrganisation();
        int rows = 0;
        forEachRowKind([&]<typename Entity>() {
            for (const Entity &entity : organisation.table<Entity>()) {
                const QByteArray text = QJsonDocument(toJson(entity)).toJson();
                const Result<Row> read = rowFromJson(kRowKindOf<Entity>, QJsonDocument::fromJson(text).object());
                QVERIFY2(read, read ? "" : qPrintable(read.error().message.args.value(u"field"_s)));
                QVERIFY(*read == Row(entity));
                ++rows;
            }
        });
        QVERIFY(rows >= kRowKinds);
    }

    /// A foreign or a wrong field is no row; a missing one was not there yet when the row was written.
    void nothingElseIsRead()
    {
        const Organisation organisation = fullOrganisation();
        forEachRowKind([&]<typename Entity>() {
            const QJsonObject good = toJson(*organisation.table<Entity>().begin());
            for (const QString &key : good.keys()) {
                QJsonObject missing = good;
                missing.remove(key);
                const Result<Row> read = rowFromJson(kRowKindOf<Entity>, missing);
                const bool isNeeded = key == u"id"_s || key == u"states"_s;
                QCOMPARE(read.has_value(), !isNeeded);
                if (!read)
                    QCOMPARE(read.error().message.args.value(u"field"_s), key);
                else
                    QCOMPARE(toJson(*read).keys(), good.keys());
                QJsonObject wrong = good;
                wrong.insert(key, QJsonArray{1});
                const bool isList = key == u"states"_s;
                QVERIFY(isList || !rowFromJson(kRowKindOf<Entity>, wrong));
            }
            QJsonObject foreign = good;
            foreign.insert(u"evil"_s, 1);
            QVERIFY(!rowFromJson(kRowKindOf<Entity>, foreign));
            QVERIFY(!rowFromJson(kRowKindOf<Entity>, {}));
        });
    }

    void kindsHaveNames()
    {
        for (int kind = 0; kind < kRowKinds; ++kind)
            QCOMPARE(rowKindOf(nameOf(static_cast<RowKind>(kind))), static_cast<RowKind>(kind));
        QVERIFY(!rowKindOf(u"evil"));
    }
};

BM_TEST_MAIN(TestRowJson)
#include "test_row_json.moc"
