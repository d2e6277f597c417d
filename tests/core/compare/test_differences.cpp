// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/organisation_text.h"
#include "core/change/transaction.h"
#include "core/change/without_persons.h"
#include "core/compare/differences.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// One line for each difference, as a test reads it.
QStringList told(const Organisation &before, const Organisation &after)
{
    QStringList lines;
    for (const Difference &one : differences(before, after)) {
        const QChar mark = one.effect == RowEffect::Added ? u'+' : one.effect == RowEffect::Removed ? u'-' : u'*';
        lines += u"%1%2|%3|%4"_s.arg(mark).arg(one.name, one.place, one.before);
    }
    return lines;
}

} // namespace

class TestDifferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void equalOrganisationsDifferInNothing() { QCOMPARE(told(fullOrganisation(), fullOrganisation()), QStringList()); }

    void namesAndPlacesAreTold()
    {
        OrganisationBuilder builder;
        const UnitId committee = builder.unit(u"UBND phường Mẫu"_s);
        const UnitId office = builder.unit(u"Văn phòng"_s, committee);
        const PostId head = builder.post(office, u"Chánh Văn phòng"_s, PostRole::Head);
        const Organisation before = builder.organisation();
        Unit renamed = *before.find(office);
        renamed.states[0].name = u"Văn phòng HĐND và UBND"_s;
        builder.put(renamed);
        builder.holder(head, u"Nguyễn Thị Thử"_s);
        builder.unit(u"Phòng Kinh tế"_s, committee);
        const Organisation &after = builder.organisation();
        QCOMPARE(told(before, after),
                 (QStringList{u"+Phòng Kinh tế|UBND phường Mẫu|"_s,
                              u"*Văn phòng HĐND và UBND|UBND phường Mẫu|Văn phòng, UBND phường Mẫu"_s,
                              u"+Nguyễn Thị Thử||"_s, u"+Nguyễn Thị Thử|Chánh Văn phòng, Văn phòng HĐND và UBND|"_s,
                              u"+Phòng Kinh tế, UBND phường Mẫu|UBND phường Mẫu|"_s}));
    }

    void everyRowIsTold()
    {
        const Organisation full = fullOrganisation();
        int rows = 0;
        forEachRowKind([&]<typename Entity>() {
            if (!isDrawingKind(kRowKindOf<Entity>)) // how something is drawn is no difference
                rows += full.table<Entity>().size();
        });
        QCOMPARE(int(told({}, full).size()), rows);
        QCOMPARE(int(told(full, {}).size()), rows);
        for (const Difference &one : differences(full, {}))
            QCOMPARE(one.effect, RowEffect::Removed);
    }

    void aCopyWithoutPersonsHasNothingOfThem()
    {
        Organisation organisation = fullOrganisation();
        QStringList personal;
        for (const Person &person : organisation.persons())
            personal += {person.name, person.code};
        for (const Appointment &appointment : organisation.appointments())
            personal += appointment.decision;
        for (const Post &post : organisation.posts())
            for (const PostState &state : post.states) {
                personal += state.note;
                personal += state.custom.values();
            }
        for (const Unit &unit : organisation.units())
            for (const UnitState &state : unit.states) {
                personal += state.note;
                personal += state.custom.values();
            }
        personal.removeAll(QString());
        QVERIFY(personal.size() >= 8);
        const QString before = QString::fromUtf8(toText(organisation));
        const qsizetype units = organisation.units().size();
        QVERIFY(applyChange(organisation, withoutPersons(organisation)));
        const QString after = QString::fromUtf8(toText(organisation));
        for (const QString &text : personal) {
            const QString quoted = u"\"%1\""_s.arg(text);
            QVERIFY2(before.contains(quoted), qPrintable(text));
            QVERIFY2(!after.contains(quoted), qPrintable(text));
        }
        QCOMPARE(organisation.units().size(), units);
        QVERIFY(organisation.relations().size() > 0);
        QVERIFY(withoutPersons(organisation).images.empty());
    }
};

BM_TEST_MAIN(TestDifferences)
#include "test_differences.moc"
