// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/written_name.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

class TestWrittenName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capitalsStandWhereTheLawHasThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("right");
        const auto row = [](const char *what, const QString &name, const QString &right) {
            QTest::newRow(what) << name << right;
        };
        row("right", u"Phòng Nội vụ"_s, u"Phòng Nội vụ"_s);
        row("each syllable", u"Phòng Nội Vụ"_s, u"Phòng Nội vụ"_s);
        row("small", u"phòng nội vụ"_s, u"Phòng Nội vụ"_s);
        row("all capitals", u"PHÒNG NỘI VỤ"_s, u"PHÒNG NỘI VỤ"_s);
        row("all capitals with a number", u"ỦY BAN NHÂN DÂN QUẬN 1"_s, u"ỦY BAN NHÂN DÂN QUẬN 1"_s);
        row("the rest stays", u"Ủy Ban Nhân Dân phường Bến Nghé"_s, u"Ủy ban nhân dân phường Bến Nghé"_s);
        row("the city by itself", u"Ủy ban nhân dân Thành phố"_s, u"Ủy ban nhân dân Thành phố"_s);
        row("the exception", u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s, u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s);
        row("the exception, small", u"Ủy ban nhân dân thành phố Hồ Chí Minh"_s,
            u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s);
        row("tone placement is not judged", u"Uỷ ban nhân dân quận 3"_s, u"Uỷ ban nhân dân quận 3"_s);
        row("another spelling is not judged", u"Uỷ Ban Nhân Dân quận 3"_s, u"Uỷ Ban Nhân Dân quận 3"_s);
        row("another name", u"Ban Quản Lý Dự Án"_s, u"Ban Quản Lý Dự Án"_s);
        row("only whole words", u"Phòng Nội Vụng"_s, u"Phòng Nội Vụng"_s);
        row("nothing", QString(), QString());
    }
    void capitalsStandWhereTheLawHasThem()
    {
        QFETCH(QString, name);
        QFETCH(QString, right);
        const QStringList phrases{u"Phòng Nội vụ"_s, u"Ủy ban nhân dân"_s, u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s};
        QCOMPARE(asWritten(name, phrases), right);
    }
};

BM_TEST_MAIN(TestWrittenName)
#include "test_written_name.moc"
