// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messages.h"
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/model/integrity.h"
#include "core/model/row_names.h"
#include "tests/property/conservation.h"
#include "tests/property/naive_view.h"
#include "tests/property/verb_script.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/seeds.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <array>
#include <map>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeeds = 6;
constexpr int kSteps = 330;
constexpr int kStepsBetweenViews = 40;

/// How often a verb was drawn and taken over all seeds.
struct Tally
{
    int drawn = 0;
    int taken = 0;
};

/// What an error of a verb says wrong: a code without a template, a value that the template asks for and nobody gave.
QString badRefusal(const MessageCatalog &catalog, const Error &error)
{
    static const QRegularExpression gap(u"\\{[a-z_]+\\}"_s);
    for (const Language language : {Language::Vietnamese, Language::English}) {
        if (!catalog.codes(language).contains(error.code()))
            return u"no template for "_s + error.code();
        if (const QString text = catalog.text(error.message, language); gap.match(text).hasMatch())
            return u"a gap in: "_s + text;
    }
    return {};
}

QString badView(const Organisation &organisation, Day day)
{
    return linesOf(OrgView(organisation, day)) == naiveView(organisation, day)
               ? QString()
               : u"the view differs on "_s + day.toIso();
}

/// A short stand-in for the canonical JSON.
QByteArray digestOf(const Organisation &organisation)
{
    return QCryptographicHash::hash(canonicalJson(organisation), QCryptographicHash::Sha1);
}

/// Applies a change; the code of the first cause where that fails.
QString refusalOf(Organisation &organisation, const Change &change)
{
    const auto applied = applyChange(organisation, change);
    if (applied)
        return {};
    return applied.error().causes.empty() ? applied.error().code() : applied.error().causes.front().code();
}

bool hasOrder(VerbKind kind)
{
    return kind == VerbKind::Order || kind == VerbKind::Territory || kind == VerbKind::Reorganisation;
}

/// What is wrong with an organisation after a step: a refusal, a fault of integrity, something lost. Empty where all is
/// well.
QString problemAfter(Organisation &organisation, const VerbStep &step, const Change &change)
{
    std::optional<Organisation> before;
    if (hasOrder(step.kind))
        before = organisation;
    if (const QString refusal = refusalOf(organisation, change); !refusal.isEmpty())
        return refusal;
    if (const auto faults = checkIntegrity(organisation); !faults.empty())
        return faults.front().message.code;
    if (!before)
        return {};
    QStringList lost = step.kind == VerbKind::Order ? changedPast(*before, organisation, step.day)
                                                    : lostBetween(*before, organisation, step.day, step.terms);
    if (step.kind == VerbKind::Territory)
        lost.removeIf([](const QString &what) { return what.startsWith(u"relation: "_s); });
    return lost.join(u"; "_s);
}

/// One seed's series: what went wrong first, and the changes that were taken.
class Run
{
public:
    Run(unsigned seed, const MessageCatalog &catalog)
        : m_script(seed)
        , m_catalog(catalog)
    {}

    QString forth()
    {
        for (int i = 0; i < kSteps; ++i)
            if (const QString problem = step(i); !problem.isEmpty())
                return u"step %1, %2"_s.arg(i).arg(problem);
        return {};
    }

    /// Takes everything back, change by change, and does it again.
    QString backAndForth()
    {
        for (std::size_t i = m_done.size(); i-- > 0;) {
            if (const QString refusal = refusalOf(m_organisation, inverted(m_done[i])); !refusal.isEmpty())
                return u"undo of “%1”: %2"_s.arg(m_done[i].title, refusal);
            if (digestOf(m_organisation) != (i == 0 ? digestOf({}) : m_digests[i - 1]))
                return u"undo of “%1” leaves a trace"_s.arg(m_done[i].title);
        }
        for (const Change &change : m_done)
            if (const QString refusal = refusalOf(m_organisation, change); !refusal.isEmpty())
                return u"redo of “%1”: %2"_s.arg(change.title, refusal);
        return digestOf(m_organisation) == m_digests.back() ? QString() : u"redo differs"_s;
    }

    [[nodiscard]] int units() const { return m_organisation.units().size(); }
    [[nodiscard]] const std::map<QString, Tally> &tallies() const { return m_tallies; }

private:
    QString step(int number)
    {
        const VerbStep step = m_script.next(m_organisation);
        Tally &tally = m_tallies[step.verb];
        ++tally.drawn;
        if (!step.change)
            return with(step, badRefusal(m_catalog, step.change.error()));
        const Change &change = *step.change;
        if (const QString problem = problemAfter(m_organisation, step, change); !problem.isEmpty())
            return with(step, problem);
        ++tally.taken;
        m_done.push_back(change);
        m_digests.push_back(digestOf(m_organisation));
        if (change.images.empty() || change.title.isEmpty())
            return with(step, u"empty"_s);
        if (hasOrder(step.kind) &&
            (change.effective != PartialDate::fromDay(step.day) || change.legalDocument.isEmpty()))
            return with(step, u"no document or date"_s);
        if (number % kStepsBetweenViews == 0)
            for (const Day day : {step.day, Day{step.day.julian - 1}, Day{step.day.julian + 400}})
                if (const QString problem = badView(m_organisation, day); !problem.isEmpty())
                    return with(step, problem);
        return {};
    }

    static QString with(const VerbStep &step, const QString &problem)
    {
        if (problem.isEmpty())
            return {};
        return u"%1 on %2 (%3): %4"_s.arg(step.verb, step.day.toIso(),
                                          step.change ? step.change->title : step.change.error().code(), problem);
    }

    VerbScript m_script;
    const MessageCatalog &m_catalog;
    Organisation m_organisation;
    std::vector<Change> m_done;
    std::vector<QByteArray> m_digests; ///< after each of them
    std::map<QString, Tally> m_tallies;
};

/// Has an image of a reorganisation to be missed where it is left out? Not the place of a founded unit: nothing but the
/// order says it. Not a succession after a dissolution: there may have been nothing to hand over. Not what counts on
/// other days only.
bool mustBeMissed(const VerbStep &step, const RowImage &image)
{
    if (step.kind != VerbKind::Reorganisation)
        return false;
    if (image.key.kind == RowKind::Function || image.key.kind == RowKind::Appointment)
        return true;
    const auto *relation = image.after ? std::get_if<Relation>(&*image.after) : nullptr;
    if (relation == nullptr || relation->period.lastDay() < Day{step.day.julian - 1} ||
        relation->period.firstDay() > step.day)
        return false;
    switch (relation->type) {
    case RelationType::BelongsTo:
        return image.before || !relation->from.isUnit();
    case RelationType::Succeeds:
        return step.verb != u"dissolveUnit"_s;
    default:
        return true;
    }
}

/// Two divisions that become one on 01/03/2025, with everything that has to find its heir.
struct Consolidation : OrganisationBuilder
{
    UnitId committee = unit(u"UBND"_s);
    UnitId a = unit(u"Phòng A"_s, committee);
    UnitId b = unit(u"Phòng B"_s, committee);
    UnitId c = unit(u"Phòng C"_s, committee);
    UnitId team = unit(u"Tổ 1"_s, a);
    PostId head = post(a, u"Trưởng A"_s, PostRole::Head);
    PersonId person = holder(head, u"Người A"_s);
    RelationId guides = relation(RelationType::Guides, a, c);
    VerbStep step{u"consolidateUnits"_s, VerbKind::Reorganisation, day(u"2025-03-01"_s), {}, {}};

    Consolidation()
    {
        put(Function{ids().make<FunctionId>(), a, 1, u"Kế hoạch"_s, {}, {}, {}});
        put(Quota{ids().make<QuotaId>(), a, 2025, QuotaKind::CivilServants, 10, 9, {}, {}});
        NewUnit heir;
        heir.facts.name = u"Phòng AB"_s;
        heir.parent = committee;
        LegalDocument document;
        document.number = u"1/QĐ"_s;
        step.change = consolidateUnits(organisation(), std::array{a, b}, heir, {}, {document, step.day}, ids());
    }

    /// What is noticed where the first image that fits is tampered with.
    template <typename Fits, typename Tamper>
    [[nodiscard]] QString noticed(Fits &&fits, Tamper &&tamper) const
    {
        Change change = *step.change;
        const auto image = std::ranges::find_if(change.images, fits);
        if (image == change.images.end())
            return u"no such image"_s;
        tamper(change.images, image);
        Organisation copy = organisation();
        return problemAfter(copy, step, change);
    }

    template <typename Fits>
    [[nodiscard]] QString noticedWithout(Fits &&fits) const
    {
        return noticed(fits, [](auto &images, auto image) { images.erase(image); });
    }
};

/// A new relation of a type, from a node.
auto newRelation(RelationType type, std::optional<NodeRef> from = std::nullopt)
{
    return [type, from](const RowImage &image) {
        const auto *relation = image.after && !image.before ? std::get_if<Relation>(&*image.after) : nullptr;
        return relation != nullptr && relation->type == type && (!from || relation->from == *from);
    };
}

template <typename Entity>
auto imageOf(bool isNew)
{
    return [isNew](const RowImage &image) {
        return image.key.kind == kRowKindOf<Entity> && image.before.has_value() != isNew;
    };
}

} // namespace

class TestVerbs : public QObject
{
    Q_OBJECT

    MessageCatalog m_catalog;
    std::map<QString, Tally> m_tallies;

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase()
    {
        auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        m_catalog = *std::move(catalog);
    }

    void randomVerbsKeepWhatTheyPromise_data() { test::addSeeds(kSeeds); }
    void randomVerbsKeepWhatTheyPromise()
    {
        QFETCH(unsigned, seed);
        Run run(seed, m_catalog);
        const QString problem = run.forth();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (const auto &[verb, tally] : run.tallies()) {
            m_tallies[verb].drawn += tally.drawn;
            m_tallies[verb].taken += tally.taken;
        }
        QVERIFY2(run.units() > 24, qPrintable(QString::number(run.units())));
        const QString trace = run.backAndForth();
        QVERIFY2(trace.isEmpty(), qPrintable(trace));
    }

    /// Else the test above says nothing of it. Runs after it, over its counts.
    void everyVerbIsTakenOftenEnough()
    {
        if (m_tallies.empty())
            QSKIP("counts what randomVerbsKeepWhatTheyPromise did");
        constexpr int kLeast = 8;
        QStringList all;
        QStringList rare;
        for (const QString &verb : VerbScript::verbs()) {
            const Tally tally = m_tallies[verb];
            all += u"%1 %2/%3"_s.arg(verb).arg(tally.taken).arg(tally.drawn);
            if (tally.taken < kLeast)
                rare += all.back();
        }
        qInfo("taken of drawn: %s", qPrintable(all.join(u", "_s)));
        QVERIFY2(rare.isEmpty(), qPrintable(rare.join(u", "_s)));
    }

    void aPlantedFaultIsNoticed()
    {
        const Consolidation o;
        QVERIFY(o.step.change.has_value());
        Organisation copy = o.organisation();
        QCOMPARE(problemAfter(copy, o.step, *o.step.change), QString());
        const auto swap = [](auto & /*images*/, auto image) { std::swap(image->before, image->after); };
        QCOMPARE(o.noticed(imageOf<Unit>(false), swap), u"stale-before"_s);
        QCOMPARE(o.noticed(imageOf<Function>(true), swap), u"stale-before"_s);
        const auto otherName = [](auto & /*images*/, auto image) { std::get<Unit>(*image->before).code += u'x'; };
        QCOMPARE(o.noticed(imageOf<Unit>(false), otherName), u"stale-before"_s);
        QCOMPARE(o.noticedWithout(newRelation(RelationType::Succeeds, std::nullopt)),
                 u"place: Tổ 1; place: Trưởng A; function: Kế hoạch; heir: Phòng A; "
                 "quota: Biên chế công chức 0 → 10; quota: Biên chế công chức 0 → 9"_s);
        QCOMPARE(o.noticedWithout(newRelation(RelationType::BelongsTo, o.team)), u"place: Tổ 1"_s);
        QCOMPARE(o.noticedWithout(newRelation(RelationType::BelongsTo, o.head)), u"place: Trưởng A"_s);
        QCOMPARE(o.noticedWithout(newRelation(RelationType::Guides)), u"relation: Phòng A → Phòng C"_s);
        QCOMPARE(o.noticedWithout(imageOf<Relation>(false)), u"fault-two-parents"_s);
        QCOMPARE(o.noticedWithout(imageOf<Function>(true)), u"function: Kế hoạch"_s);
        QCOMPARE(o.noticedWithout(imageOf<Function>(false)), u"function: Kế hoạch"_s);
        QCOMPARE(o.noticedWithout(imageOf<Quota>(true)),
                 u"quota: Biên chế công chức 10 → 0; quota: Biên chế công chức 9 → 0"_s);
    }

    void aChangeIsNotTakenTwice()
    {
        Consolidation o;
        QCOMPARE(refusalOf(o.organisation(), *o.step.change), QString());
        QCOMPARE(refusalOf(o.organisation(), *o.step.change), u"stale-before"_s);
    }

    /// In the changes of the random verbs as well: every image turned round, and some left out.
    void noPlantedFaultPassesInRandomVerbs()
    {
        constexpr int kMostLeftOut = 2; // of one change and kind: each asks for a copy of the organisation
        VerbScript script(1);
        Organisation organisation;
        std::map<RowKind, int> leftOut;
        for (int i = 0; i < kSteps; ++i) {
            const VerbStep step = script.next(organisation);
            if (!step.change)
                continue;
            const std::vector<RowImage> &images = step.change->images;
            for (std::size_t k = 0; k < images.size(); ++k) {
                Change turned = *step.change;
                std::swap(turned.images[k].before, turned.images[k].after);
                QCOMPARE(refusalOf(organisation, turned), u"stale-before"_s);
            }
            std::map<RowKind, int> counts;
            for (std::size_t k = 0; k < images.size(); ++k) {
                int &count = counts[images[k].key.kind];
                if (count == kMostLeftOut || !mustBeMissed(step, images[k]))
                    continue;
                Change without = *step.change;
                without.images.erase(without.images.begin() + static_cast<std::ptrdiff_t>(k));
                Organisation copy = organisation;
                QVERIFY2(!problemAfter(copy, step, without).isEmpty(),
                         qPrintable(step.change->title + u": "_s + describeRow(organisation, images[k].key)));
                ++leftOut[images[k].key.kind];
                ++count;
            }
            QCOMPARE(refusalOf(organisation, *step.change), QString());
        }
        QVERIFY(leftOut[RowKind::Relation] > 20);
        QVERIFY(leftOut[RowKind::Function] > 3);
    }
};

BM_TEST_MAIN(TestVerbs)
#include "test_verbs.moc"
