// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_between.h"
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/model/integrity.h"
#include "core/model/org_view.h"
#include "core/store/document_file.h"
#include "tests/property/edit_script.h"
#include "tests/property/naive_view.h"
#include "tests/support/seeds.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeeds = 25;
constexpr int kEdits = 120;

} // namespace

class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theChangeBetweenTwoStatesLeadsFromOneToTheOther_data() { test::addSeeds(kSeeds); }
    void theChangeBetweenTwoStatesLeadsFromOneToTheOther()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed);
        std::vector<Organisation> states(1);
        for (int i = 0; i < kEdits; ++i) {
            if (i % 30 == 29)
                states.push_back(states.back());
            static_cast<void>(applyChange(states.back(), script.next(states.back())));
        }
        for (const Organisation &from : states) {
            for (const Organisation &to : states) {
                const Change change = changeBetween(from, to);
                QCOMPARE(change.images.empty(), canonicalJson(from) == canonicalJson(to));
                Organisation after = from;
                QVERIFY(applyChange(after, change).has_value());
                QCOMPARE(canonicalJson(after), canonicalJson(to));
            }
        }
    }

    void anySeriesOfEditsInvertedGivesTheSameJsonBack_data() { test::addSeeds(kSeeds); }
    void anySeriesOfEditsInvertedGivesTheSameJsonBack()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed);
        Organisation organisation;
        std::vector<QByteArray> snapshots{canonicalJson(organisation)};
        std::vector<Change> done;
        int refused = 0;
        for (int i = 0; i < kEdits; ++i) {
            const Change change = script.next(organisation);
            if (!applyChange(organisation, change)) {
                ++refused;
                QVERIFY(canonicalJson(organisation) == snapshots.back());
                continue;
            }
            const auto faults = checkIntegrity(organisation);
            QVERIFY2(faults.empty(), faults.empty() ? "" : qPrintable(faults.front().message.code));
            done.push_back(change);
            snapshots.push_back(canonicalJson(organisation));
        }
        QVERIFY(done.size() > 40);
        QVERIFY(refused > 0);
        const QByteArray last = snapshots.back();
        for (auto change = done.rbegin(); change != done.rend(); ++change) {
            QVERIFY(canonicalJson(organisation) == snapshots.back());
            snapshots.pop_back();
            QVERIFY(applyChange(organisation, inverted(*change)).has_value());
        }
        QVERIFY(canonicalJson(organisation) == canonicalJson({}));
        for (const Change &change : done)
            QVERIFY(applyChange(organisation, change).has_value());
        QVERIFY(canonicalJson(organisation) == last);
    }

    void theViewOfADayEqualsANaiveRecomputation_data() { test::addSeeds(kSeeds); }
    void theViewOfADayEqualsANaiveRecomputation()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed + 1000);
        Organisation organisation;
        int compared = 0;
        for (int i = 0; i < kEdits; ++i) {
            if (!applyChange(organisation, script.next(organisation)) || i % 10 != 0)
                continue;
            for (int year = 2014; year <= 2028; year += 2) {
                const Day day = *Day::fromYmd(year, 12, 31);
                QCOMPARE(linesOf(OrgView(organisation, day)), naiveView(organisation, day));
                ++compared;
            }
        }
        QVERIFY(compared > 30);
    }

    void whatIsSavedIsWhatIsRead_data() { test::addSeeds(kSeeds); }
    void whatIsSavedIsWhatIsRead()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed + 2000);
        Organisation organisation;
        for (int i = 0; i < kEdits; ++i)
            (void)applyChange(organisation, script.next(organisation));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        QVERIFY(saveDocument(organisation, path).has_value());
        const auto read = loadDocument(path);
        QVERIFY(read.has_value());
        QVERIFY(canonicalJson(*read) == canonicalJson(organisation));
        const Day day = *Day::fromYmd(2021, 12, 31);
        QCOMPARE(linesOf(OrgView(*read, day)), linesOf(OrgView(organisation, day)));
    }
};

BM_TEST_MAIN(TestEdits)
#include "test_edits.moc"
