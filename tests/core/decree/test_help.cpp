// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checker.h"
#include "core/decree/pack_reader.h"
#include "core/decree/pack_set.h"
#include "tests/core/decree/chart_fixture.h"
#include "tests/support/test_main.h"

#include <QFile>

using namespace bomay;
using namespace Qt::StringLiterals;

/// What the help tells an office's IT person to write has to work.
class TestHelp : public QObject
{
    Q_OBJECT

private:
    /// The first block of TOML in the how-to.
    static QByteArray sample()
    {
        QFile file(u":/help/bo-quy-dinh.md"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray text = file.readAll();
        const qsizetype begin = text.indexOf("```toml\n") + 8;
        return text.sliced(begin, text.indexOf("```", begin) - begin);
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void theSamplePackIsReadBesideTheBuiltInOnes()
    {
        const auto pack = loadPack(sample(), u"quyet-dinh-mau.toml"_s);
        QVERIFY2(pack.has_value(), pack ? "" : qPrintable(pack.error().code()));
        QCOMPARE(sizeOf(pack->rules), 1);
        QVERIFY(loadBuiltInPacks().find(pack->id) == nullptr);
    }

    void theSampleRuleSpeaks()
    {
        const auto pack = loadPack(sample(), u"quyet-dinh-mau.toml"_s);
        QVERIFY(pack.has_value());
        ChartFixture chart;
        chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
            .locality({u"P1"_s, u"phường Một"_s, LocalityType::Ward, u"79"_s})
            .unit({u"UB"_s, u"Ủy ban nhân dân phường Một"_s, UnitKind::PeoplesCommittee, {}, u"P1"_s})
            .unit({u"KT"_s, u"Phòng Kinh tế, Hạ tầng và Đô thị"_s, UnitKind::SpecialisedAgency, u"UB"_s})
            .head(u"KT"_s)
            .deputies(u"KT"_s, {1, 1, 1});
        QCOMPARE(sizeOf(check(chart.on("2026-02-01"), {&*pack, 1}).findings), 1);
        QCOMPARE(sizeOf(check(chart.on("2025-12-31"), {&*pack, 1}).findings), 0);
    }
};

BM_TEST_MAIN(TestHelp)
#include "test_help.moc"
