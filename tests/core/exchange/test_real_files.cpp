// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/model/org_view.h"
#include "core/table/reader.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QFileInfo>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestRealFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// 22 districts and 312 communes of Ho Chi Minh City, as a list that nobody here wrote.
    void tphcmQuanHuyenPhuongXa2024()
    {
        const QString path = QStringLiteral(BOMAY_DATA_DIR "/vietnam/tphcm-quan-huyen-phuong-xa-2024.csv");
        if (!QFileInfo::exists(path))
            QSKIP("vietnam/tphcm-quan-huyen-phuong-xa-2024.csv: not here (set BOMAY_DATA_DIR)");
        const auto workbook = readWorkbook(path);
        QVERIFY(workbook.has_value());
        SeededIdSource ids("real");
        const auto plan = planImport({&*workbook, 1}, {}, ids);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.rows, 312);
        QCOMPARE(plan->report.taken, 312);
        QCOMPARE(plan->report.localities, 335);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        const OrgView view(organisation, *Day::fromYmd(2024, 12, 31));
        QHash<LocalityType, int> types;
        for (const ViewLocality &locality : view.localities())
            ++types[locality.state.type];
        QCOMPARE(types[LocalityType::CentralCity], 1);
        QCOMPARE(types[LocalityType::CityInCity], 1);
        QCOMPARE(types[LocalityType::UrbanDistrict], 16);
        QCOMPARE(types[LocalityType::RuralDistrict], 5);
        QCOMPARE(types[LocalityType::Ward], 249);
        QCOMPARE(types[LocalityType::Township], 5);
        QCOMPARE(types[LocalityType::Commune], 58);
    }
};

BM_TEST_MAIN(TestRealFiles)
#include "test_real_files.moc"
