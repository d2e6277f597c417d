// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/exchange/branch_json.h"
#include "core/exchange/pasted_chart.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// "UBND(Chủ tịch,Phòng A(…))": posts before units.
QString shapeOf(const Branch &branch)
{
    const auto write = [&branch](int unit, auto &&self) -> QString {
        QStringList below;
        for (const auto &post : branch.posts)
            if (post.unit == unit)
                below += post.state.title + (post.state.seats > 1 ? u"×%1"_s.arg(post.state.seats) : QString());
        for (int i = 0; i < sizeOf(branch.units); ++i)
            if (branch.units[uz(i)].parent == unit)
                below += self(i, self);
        const QString name = unit < 0 ? QString() : branch.units[uz(unit)].state.name;
        return below.isEmpty() || unit < 0 ? name + below.join(u',') : u"%1(%2)"_s.arg(name, below.join(u','));
    };
    return write(-1, write);
}

} // namespace

class TestPastedChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aTextBecomesAChart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("ignored");
        const auto row = [](const char *name, const QString &text, const QString &shape, const QString &ignored = {}) {
            QTest::newRow(name) << text << shape << ignored;
        };
        const QString chart = u"UBND phường(Chủ tịch,Phó Chủ tịch,Phòng Kinh tế(Tổ Thuế),Văn phòng)"_s;
        row("tabs", u"UBND phường\n\tChủ tịch\n\tPhó Chủ tịch\n\tPhòng Kinh tế\n\t\tTổ Thuế\n\tVăn phòng\n"_s, chart);
        row("spaces, bullets, Windows line ends",
            u"  UBND phường\r\n    - Chủ tịch\r\n    - Phó Chủ tịch\r\n    - Phòng Kinh tế\r\n        + Tổ Thuế\r\n    - Văn phòng"_s,
            chart);
        row("numbers without indents",
            u"I. UBND phường\n1. Chủ tịch\n2. Phó Chủ tịch\n3. Phòng Kinh tế\n3.1. Tổ Thuế\n4. Văn phòng"_s, chart);
        row("bullets as Word copies them",
            u"•\tUBND phường\no\tChủ tịch\no\tPhó Chủ tịch\no\tPhòng Kinh tế\n▪\tTổ Thuế\no\tVăn phòng"_s, chart);
        row("a flat list", u"Sở Nội vụ\nSở Tài chính\n\nSở Nội vụ"_s, u"Sở Nội vụ,Sở Tài chính"_s);
        row("a table by the unit above, in any order",
            u"STT\tTên đơn vị\tTrực thuộc\tĐiện thoại\n1\tTổ Thuế\tPhòng Kinh tế\t0283\n2\tPhòng Kinh tế\tUBND "
            u"phường\t\n"
            "3\tUBND phường\t\t"_s,
            u"UBND phường(Phòng Kinh tế(Tổ Thuế))"_s, u"Điện thoại"_s);
        row("a table of posts",
            u"Đơn vị\tChức vụ\tSố lượng\nVăn phòng\tChánh Văn phòng\t1\nVăn phòng\tPhó Chánh Văn phòng\t3"_s,
            u"Văn phòng(Chánh Văn phòng,Phó Chánh Văn phòng×3)"_s);
        row("columns are levels", u"UBND phường\tPhòng Kinh tế\tTổ Thuế\n\t\tTổ Chợ\n\tVăn phòng\tChánh Văn phòng"_s,
            u"UBND phường(Phòng Kinh tế(Tổ Thuế,Tổ Chợ),Văn phòng(Chánh Văn phòng))"_s);
        row("levels that are repeated, with numbers",
            u"TT\tCơ quan\tPhòng\tBiên chế\n1\tSở Y tế\tPhòng A\t12\n2\tSở Y tế\tPhòng B\t8"_s,
            u"Sở Y tế(Phòng A,Phòng B)"_s, u"Biên chế"_s);
        row("levels under a heading without a column of numbers", u"Cơ quan\tPhòng\nSở Y tế\tPhòng A\n\tPhòng B"_s,
            u"Sở Y tế(Phòng A,Phòng B)"_s);
        row("a unit merged over the rows of its posts",
            u"TT\tĐơn vị\tChức danh\n1\tVăn phòng\tChánh Văn phòng\n\t\tPhó Chánh Văn phòng\n2\tPhòng A\tTrưởng "
            u"phòng"_s,
            u"Văn phòng(Chánh Văn phòng,Phó Chánh Văn phòng),Phòng A(Trưởng phòng)"_s);
        row("headers as an import knows them", u"Cơ quan, tổ chức, đơn vị\tĐơn vị chủ quản\nPhòng A\tSở Một"_s,
            u"Sở Một(Phòng A)"_s);
        row("a circle is cut", u"Đơn vị\tTrực thuộc\nA\tB\nB\tA"_s, u"B(A)"_s);
        row("a post with something below it is a unit", u"Giám đốc\n\tPhòng A"_s, u"Giám đốc(Phòng A)"_s);
        row("nothing", u" \n\t\n"_s, u""_s);
    }
    void aTextBecomesAChart()
    {
        QFETCH(QString, text);
        QFETCH(QString, shape);
        QFETCH(QString, ignored);
        const PastedChart chart = chartFromText(text);
        QCOMPARE(shapeOf(chart.branch), shape);
        QCOMPARE(chart.ignored.join(u','), ignored);
    }

    void kindsAndRolesComeFromTheNames()
    {
        const Branch branch = chartFromText(u"UBND phường\n\tPhó Chủ tịch\n\tPhòng Kinh tế\n"_s).branch;
        QCOMPARE(branch.units[0].state.kind, UnitKind::PeoplesCommittee);
        QCOMPARE(branch.units[1].state.kind, UnitKind::SpecialisedAgency);
        QCOMPARE(branch.posts[0].state.role, PostRole::Deputy);
        QCOMPARE(branch.posts[0].state.tier, 1);
    }

    void aLongChainByNameIsHungUp()
    {
        constexpr int kLinks = 5'000;
        QString text = u"Đơn vị\tTrực thuộc\n"_s;
        for (int i = 1; i <= kLinks; ++i)
            text += u"Tổ %1\tTổ %2\n"_s.arg(i).arg(i + 1);
        const Branch branch = chartFromText(text).branch;
        QCOMPARE(sizeOf(branch.units), kLinks + 1);
        QCOMPARE(branch.units.back().state.name, u"Tổ 1"_s);
    }

    void whatIsCopiedIsReadBack()
    {
        const QString text =
            u"UBND phường\n\tChủ tịch\n\tPhòng Kinh tế\n\t\tTổ Thuế\n\tVăn phòng\n\t\tChánh Văn phòng\n"_s;
        const Branch branch = chartFromText(text).branch;
        QCOMPARE(outlineOf(branch), text);
        QCOMPARE(chartFromText(tableOf(branch)).branch, branch);
        const auto back = branchFromJson(toJson(branch));
        QVERIFY(back.has_value());
        QCOMPARE(*back, branch);
        Branch formula;
        formula.units.push_back({.state = {}, .parent = -1});
        formula.units[0].state.name = u"=1+1"_s;
        QVERIFY(tableOf(formula).contains(u"\n'=1+1\t"_s));
    }

    void aDamagedBranchIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no row") << QByteArray(R"({"units":[{"above":-1}]})");
        // Whole but for one number, so that it is that number which is refused.
        const QByteArray whole = toJson(chartFromText(u"UBND phường\n\tChủ tịch"_s).branch);
        QVERIFY(branchFromJson(whole).has_value());
        const auto with = [&whole](const QByteArray &list, int above) {
            QJsonObject json = QJsonDocument::fromJson(whole).object();
            QJsonArray parts = json[QString::fromLatin1(list)].toArray();
            QJsonObject part = parts[0].toObject();
            part[u"above"_s] = above;
            parts[0] = part;
            json[QString::fromLatin1(list)] = parts;
            return QJsonDocument(json).toJson();
        };
        QVERIFY(branchFromJson(with("posts", 0)).has_value());
        QTest::newRow("above itself") << with("units", 0);
        QTest::newRow("below nothing that is") << with("units", -2);
        QTest::newRow("no unit there") << with("posts", 3);
    }
    void aDamagedBranchIsRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!branchFromJson(json).has_value());
    }
};

BM_TEST_MAIN(TestPastedChart)
#include "test_pasted_chart.moc"
