// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messages.h"
#include "core/base/numbers.h"
#include "core/decree/pack_reader.h"
#include "core/decree/pack_set.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A pack without fault; tests replace a line and know its number.
const QByteArray kPack = R"([pack]
id = "thu"
version = "1"
[document]
type = "Nghị định"
number = "1/2020/NĐ-CP"
about = { vi = "Mô tả", en = "About" }
[places.here]
types = ["TP_THUOC_TP"]
names = ["Nơi này"]
[[rule]]
id = "thu.1"
article = "2"
clause = "3"
label = "READ"
severity = "error"
valid_from = 2020-01-01
valid_to = 2020-12-31
check = "count-at-most"
anchor = "unit"
measure = "deputy-seats"
limit = 3
[rule.select]
kinds = ["CQCM", "VAN_PHONG"]
within = ["here"]
[rule.title]
vi = "Tên"
en = "Title"
[rule.message]
vi = "{name}: {actual} > {limit}"
en = "{name}: {actual} > {limit}"
[rule.explanation]
vi = "Giải thích"
en = "Explanation"
)";

/// The pack as a second rule, for sums.
const QByteArray kSumRule = R"([[rule]]
id = "thu.2"
label = "REPORTED"
severity = "warning"
valid_from = 2020-01-01
check = "sum-at-most"
anchor = "children"
measure = "deputy-seats"
limit_per_unit = 2
scope = { kinds = ["CQCM"] }
select = { kinds = ["UBND"] }
title = { vi = "Tên", en = "Title" }
message = { vi = "{units} {per_unit}", en = "{units} {per_unit}" }
explanation = { vi = "Giải thích", en = "Explanation" }
)";

/// `before` stands where a line ends or a text is unique.
QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    QByteArray pack = kPack + kSumRule;
    return pack.replace(pack.indexOf(before), before.size(), after);
}

} // namespace

class TestPacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPackWithoutFaultIsReadWhole()
    {
        const auto pack = loadPack(kPack + kSumRule, u"thu.toml"_s);
        QVERIFY(pack.has_value());
        QCOMPARE(pack->id, u"thu"_s);
        QCOMPARE(pack->document.citedAs, u"Nghị định số 1/2020/NĐ-CP"_s);
        QCOMPARE(sizeOf(pack->rules), 2);
        const Rule &rule = pack->rules.front();
        QCOMPARE(rule.citation.text, u"khoản 3 Điều 2 Nghị định số 1/2020/NĐ-CP"_s);
        QCOMPARE(rule.validTo->toIso(), u"2020-12-31"_s);
        QCOMPARE(rule.parameters.limit.tiers.front().limit, 3);
        QCOMPARE(rule.select.within.front().names, QStringList{u"nơi này"_s});
        QVERIFY(!pack->rules.back().validTo.has_value());
        QCOMPARE(pack->rules.back().parameters.limitPerUnitTenths, 20);
    }

    void schemaError_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &code,
                            int line, int column) { QTest::newRow(name) << before << after << code << line << column; };
        row("not TOML", "limit = 3", "limit = ", u"toml-syntax"_s, 22, 9);
        row("unknown table", "[pack]", "[pakc]", u"pack-unknown-key-near"_s, 1, 2);
        row("unknown key, one is near", "limit = 3", "limits = 3", u"pack-unknown-key-near"_s, 22, 1);
        row("unknown key, none is near", "limit = 3", "xyz = 3", u"pack-unknown-key"_s, 22, 1);
        row("unknown key in the selection", "within =", "inside =", u"pack-unknown-key"_s, 25, 1);
        row("unknown key in a place", "names =", "nams =", u"pack-unknown-key-near"_s, 10, 1);
        row("unknown language", "en = \"Title\"", "fr = \"Titre\"", u"pack-unknown-key"_s, 28, 1);
        row("missing pack id", "id = \"thu\"\n", "\n", u"pack-missing-key"_s, 1, 2);
        row("missing rule id", "id = \"thu.1\"\n", "\n", u"pack-missing-key"_s, 11, 1);
        row("missing parameter", "limit = 3\n", "\n", u"pack-missing-key"_s, 11, 1);
        row("missing text", "en = \"Title\"\n", "\n", u"pack-missing-key"_s, 26, 7);
        row("missing kinds", "kinds = [\"CQCM\", \"VAN_PHONG\"]\n", "\n", u"pack-missing-key"_s, 23, 7);
        row("clause without article", "article = \"2\"\n", "\n", u"pack-missing-key"_s, 11, 1);
        row("no number and not cited", "number = \"1/2020/NĐ-CP\"\n", "\n", u"pack-missing-key"_s, 4, 2);
        row("number and cited", "about =", "cited_as = \"x\"\nabout =", u"pack-cited-twice"_s, 7, 1);
        row("text expected", "article = \"2\"", "article = 2", u"pack-expected-text"_s, 13, 1);
        row("text empty", "article = \"2\"", "article = \" \"", u"pack-expected-text"_s, 13, 1);
        row("count expected", "limit = 3", "limit = \"3\"", u"pack-expected-count"_s, 22, 1);
        row("count negative", "limit = 3", "limit = -3", u"pack-expected-count"_s, 22, 1);
        row("count with a fraction", "limit = 3", "limit = 2.5", u"pack-expected-count"_s, 22, 1);
        row("date expected", "valid_to = 2020-12-31", "valid_to = \"2020-12-31\"", u"pack-expected-date"_s, 18, 1);
        row("list expected", "kinds = [\"CQCM\", \"VAN_PHONG\"]", "kinds = \"CQCM\"", u"pack-expected-list"_s, 24, 1);
        row("list empty", "kinds = [\"CQCM\", \"VAN_PHONG\"]", "kinds = []", u"pack-expected-list"_s, 24, 1);
        row("table expected", "about = { vi = \"Mô tả\", en = \"About\" }", "about = \"Mô tả\"",
            u"pack-expected-table"_s, 7, 1);
        row("unknown unit kind, near", "\"VAN_PHONG\"", "\"VANPHONG\"", u"pack-unknown-value-near"_s, 24, 18);
        row("unknown locality type", "\"TP_THUOC_TP\"", "\"CITY\"", u"pack-unknown-value"_s, 9, 10);
        row("kind that means nothing", "\"VAN_PHONG\"", "\"\"", u"pack-expected-text"_s, 24, 18);
        row("unknown label", "\"READ\"", "\"READD\"", u"pack-unknown-value-near"_s, 15, 1);
        row("unknown severity", "\"error\"", "\"fatal\"", u"pack-unknown-value"_s, 16, 1);
        row("unknown check", "\"count-at-most\"", "\"count-atmost\"", u"pack-unknown-value-near"_s, 19, 1);
        row("unknown measure", "\"deputy-seats\"", "\"deputies\"", u"pack-unknown-value"_s, 21, 1);
        row("anchor of another check", "\"unit\"", "\"children\"", u"pack-unknown-value"_s, 20, 1);
        row("unknown place", "within = [\"here\"]", "within = [\"there\"]", u"pack-unknown-value-near"_s, 25, 11);
        row("place in an unknown place", "names =", "within = \"far away\"\nnames =", u"pack-unknown-value"_s, 10, 1);
        row("parameter of another check", "limit = 3", "limit = 3\nlimit_per_unit = 2", u"pack-unneeded-key"_s, 23, 1);
        row("last day before the first", "2020-12-31", "2019-12-31", u"pack-date-order"_s, 18, 1);
        row("REPORTED as error", "\"READ\"", "\"REPORTED\"", u"pack-severity-too-high"_s, 16, 1);
        row("MEMORY as error", "\"READ\"", "\"MEMORY\"", u"pack-severity-too-high"_s, 16, 1);
        row("MEMORY as warning", "label = \"REPORTED\"", "label = \"MEMORY\"", u"pack-severity-too-high"_s, 38, 1);
        row("duplicate rule", "\"thu.2\"", "\"thu.1\"", u"pack-duplicate-rule"_s, 36, 1);
        row("sum with two decimal places", "limit_per_unit = 2", "limit_per_unit = 2.55", u"pack-expected-tenths"_s, 43,
            1);
        row("every unit and kinds", "within = [\"here\"]", "every_unit = true", u"pack-select-all-and-kinds"_s, 24, 1);
        row("flag expected", "within = [\"here\"]", "every_unit = 1", u"pack-expected-flag"_s, 25, 1);
        row("counted without counting", "limit = 3", "limit = 3\ncounted = { kinds = [\"PHONG\"] }",
            u"pack-unneeded-key"_s, 23, 1);
        row("class without a limit", "limit = 3", "limit = { by_class = { I = 3, II = 2 } }", u"pack-missing-key"_s, 22,
            11);
        row("grace of two lengths", "[pack]", "[[grace]]\nid = \"g\"\nyears = 1\nmonths = 1\n[pack]",
            u"pack-grace-length"_s, 1, 1);
        row("unknown placeholder", "vi = \"{name}: {actual}", "vi = \"{name}: {actul}", u"pack-unknown-placeholder"_s,
            30, 1);
        row("placeholder of another check", "vi = \"{name}: {actual}", "vi = \"{units}: {actual}",
            u"pack-unknown-placeholder"_s, 30, 1);
        row("open placeholder", "vi = \"{name}: {actual} > {limit}\"", "vi = \"{name\"", u"pack-unknown-placeholder"_s,
            30, 1);
        row("tiers that do not ascend", "limit = 3",
            "limit = { by = \"staff-allotted\", tiers = [{ below = 9, limit = 1 }, { below = 9, limit = 2 }, { limit = "
            "3 }] }",
            u"pack-limit-order"_s, 22, 69);
        row("tiers without an end", "limit = 3",
            "limit = { by = \"staff-allotted\", tiers = [{ below = 9, limit = 1 }] }", u"pack-limit-order"_s, 22, 43);
    }

    void schemaError()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, code);
        QFETCH(const int, row);
        QFETCH(const int, column);
        const auto pack = loadPack(changed(before, after), u"thu.toml"_s);
        QVERIFY(!pack.has_value());
        QCOMPARE(pack.error().code(), code);
        QCOMPARE(pack.error().place.file, u"thu.toml"_s);
        QVERIFY(pack.error().place.sheet.isEmpty());
        QCOMPARE(pack.error().place.row, row);
        QCOMPARE(pack.error().place.column, column);
    }

    void everySchemaErrorHasATextInBothLanguages()
    {
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        const auto pack = loadPack(changed("limit = 3", "limits = 3"), u"thu.toml"_s);
        QCOMPARE(catalog->describe(pack.error(), Language::Vietnamese),
                 u"thu.toml:22:1: Không có mục “limits” trong “rule”. Có phải là “limit”?"_s);
        QCOMPARE(catalog->describe(pack.error(), Language::English),
                 u"thu.toml:22:1: “rule” has no key “limits”. Is it “limit”?"_s);
    }

    void aPackWithAnErrorIsLeftOutAndTheOthersLoad()
    {
        QByteArray other = kPack;
        other.replace("id = \"thu\"", "id = \"khac\"").replace("thu.1", "khac.1");
        const PackSet set = loadPacks({{changed("limit = 3", "limits = 3"), u"a.toml"_s}, {other, u"b.toml"_s}});
        QCOMPARE(sizeOf(set.packs), 1);
        QVERIFY(set.find(u"khac"_s) != nullptr);
        QCOMPARE(sizeOf(set.errors), 1);
        QCOMPARE(set.errors.front().place.file, u"a.toml"_s);
    }

    void twoPacksShareNoId()
    {
        QByteArray sameRule = kPack;
        sameRule.replace("id = \"thu\"", "id = \"khac\"");
        const PackSet set = loadPacks({{kPack, u"a.toml"_s}, {kPack, u"b.toml"_s}, {sameRule, u"c.toml"_s}});
        QCOMPARE(sizeOf(set.packs), 1);
        QCOMPARE(sizeOf(set.errors), 2);
        QCOMPARE(set.errors[0].code(), u"pack-duplicate-pack"_s);
        QCOMPARE(set.errors[1].code(), u"pack-duplicate-rule"_s);
        QCOMPARE(set.errors[1].place.file, u"c.toml"_s);
    }
};

BM_TEST_MAIN(TestPacks)
#include "test_packs.moc"
