// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits.h"
#include "core/change/edits_holders.h"
#include "core/change/edits_pictures.h"
#include "core/change/transaction.h"
#include "core/change/without_persons.h"
#include "core/model/org_view.h"
#include "tests/core/change/small_office.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kDay = u"2025-07-01"_s;

struct Office : SmallOffice
{
    QString give(PersonId person, const Picture &picture)
    {
        return outcome(setPortrait(org(), person, picture, ids()));
    }
    [[nodiscard]] Picture pictureOf(PersonId person) const
    {
        const Portrait *portrait = org().portraitOf(person);
        return portrait != nullptr ? portrait->picture : Picture{};
    }
    /// As the chart of a day has them, by post and name.
    [[nodiscard]] QStringList withPortrait() const
    {
        QStringList names;
        const OrgView view(org(), day(kDay));
        for (const ViewPost &post : view.posts())
            for (const ViewHolder &holder : post.holders)
                if (!holder.portrait.isEmpty())
                    names += post.state.title + u' ' + holder.name;
        return names;
    }
};

} // namespace

class TestEditsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPhotographIsGivenReplacedAndTakenAway()
    {
        Office o;
        auto change = setPortrait(o.org(), o.an, pictureOfSize({3, 4}), o.ids());
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Thêm ảnh chân dung của An"_s);
        QVERIFY(change->effective.isEmpty());
        QVERIFY(o.pictureOf(o.an) == pictureOfSize({3, 4}));
        const PortraitId id = o.org().portraitOf(o.an)->id;

        change = setPortrait(o.org(), o.an, pictureOfSize({6, 8}), o.ids());
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Thay ảnh chân dung của An"_s);
        QVERIFY(o.pictureOf(o.an) == pictureOfSize({6, 8}));
        QVERIFY(o.org().portraitOf(o.an)->id == id);
        QCOMPARE(o.give(o.an, pictureOfSize({6, 8})), u"edit-no-change"_s);

        change = removePortrait(o.org(), o.an);
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Bỏ ảnh chân dung của An"_s);
        QCOMPARE(o.org().portraits().size(), 0);
        QCOMPARE(o.outcome(removePortrait(o.org(), o.an)), u"edit-no-change"_s);
    }

    void whatIsNoPictureOrNobodysIsRefused()
    {
        Office o;
        QCOMPARE(o.give(o.an, {}), u"edit-bad-picture"_s);
        QCOMPARE(o.give(o.an, {"GIF89a and more"}), u"edit-bad-picture"_s);
        QCOMPARE(o.give(o.ids().make<PersonId>(), pictureOfSize({3, 4})), u"personnel-no-person"_s);
        QCOMPARE(o.outcome(removePortrait(o.org(), o.ids().make<PersonId>())), u"personnel-no-person"_s);
    }

    void aPersonHasOnePhotographAndThatIsOne()
    {
        Office o;
        QCOMPARE(o.give(o.an, pictureOfSize({3, 4})), QString());
        const auto faultOf = [&o](const Portrait &row) {
            ChangeBuilder builder(o.org());
            builder.put(row);
            Change change;
            change.images = builder.takeImages();
            Organisation copy = o.org();
            const Result<ChangeSet> done = applyChange(copy, change);
            return done ? QString() : done.error().causes.front().code();
        };
        const auto id = o.ids().make<PortraitId>();
        QCOMPARE(faultOf({id, o.an, pictureOfSize({1, 1})}), u"fault-two-portraits"_s);
        QCOMPARE(faultOf({id, o.binh, {}}), u"fault-no-picture"_s);
        QCOMPARE(faultOf({id, {}, pictureOfSize({1, 1})}), u"fault-dangling-reference"_s);
        QCOMPARE(faultOf({id, o.binh, pictureOfSize({1, 1})}), QString());
    }

    void aPhotographGoesWithItsPerson()
    {
        Office o;
        QCOMPARE(o.give(o.an, pictureOfSize({3, 4})), QString());
        QCOMPARE(o.give(o.binh, pictureOfSize({6, 8})), QString());
        QCOMPARE(o.outcome(removeHolder(o.org(), appointmentOn(o.org(), o.binh, o.deputy, kDay))), QString());
        QVERIFY(o.org().find(o.binh) == nullptr);
        QCOMPARE(o.org().portraits().size(), 1);
        const std::vector<NodeRef> nodes{o.office};
        QCOMPARE(o.outcome(removeNodes(o.org(), nodes, {})), QString());
        QCOMPARE(o.org().persons().size(), 0);
        QCOMPARE(o.org().portraits().size(), 0);
    }

    void anotherPersonInAPostDoesNotInheritThePhotograph()
    {
        Office o;
        QCOMPARE(o.give(o.an, pictureOfSize({3, 4})), QString());
        const AppointmentId id = appointmentOn(o.org(), o.an, o.head, kDay);
        QCOMPARE(o.outcome(changeHolder(o.org(), id, PersonFacts{u"Cúc"_s, {}, {}}, {}, o.ids())), QString());
        QCOMPARE(o.withPortrait(), QStringList());
        QCOMPARE(o.org().portraits().size(), 0);
    }

    void theViewHasItWhereverThePersonSits()
    {
        Office o;
        QCOMPARE(o.give(o.an, pictureOfSize({3, 4})), QString());
        QCOMPARE(o.withPortrait(), QStringList{u"Trưởng An"_s});
        QCOMPARE(o.outcome(addHolder(o.org(), o.deputy, o.an, {AppointmentKind::Concurrent}, o.ids())), QString());
        QCOMPARE(o.withPortrait(), (QStringList{u"Trưởng An"_s, u"Phó An"_s}));
    }

    void aViewThatFollowsTakesAPhotographInAndOut()
    {
        Office o;
        OrgView view(o.org(), day(kDay));
        const auto portrait = [&] { return view.posts()[uz(view.indexOf(o.head))].holders.front().portrait; };
        const auto set = applyChange(o.organisation(), *setPortrait(o.org(), o.an, pictureOfSize({3, 4}), o.ids()));
        QVERIFY(set && view.apply(o.org(), set->touched()));
        QVERIFY(portrait() == pictureOfSize({3, 4}));
        const auto removed = applyChange(o.organisation(), *removePortrait(o.org(), o.an));
        QVERIFY(removed && view.apply(o.org(), removed->touched()));
        QVERIFY(portrait().isEmpty());
    }

    void aCopyWithoutPersonsHasNone()
    {
        Office o;
        QCOMPARE(o.give(o.an, pictureOfSize({3, 4})), QString());
        QVERIFY(applyChange(o.organisation(), withoutPersons(o.org())));
        QCOMPARE(o.org().portraits().size(), 0);
    }
};

BM_TEST_MAIN(TestEditsPictures)
#include "test_edits_pictures.moc"
