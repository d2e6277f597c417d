// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/person_finder.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "ui/panels/data_texts.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kLeastLetters = 2;
constexpr std::size_t kMostSuggestions = 20;

/// Does a word of the folded name begin with every typed word?
bool matches(const QString &folded, const QStringList &words)
{
    return std::ranges::all_of(
        words, [&folded](const QString &word) { return folded.startsWith(word) || folded.contains(u' ' + word); });
}

/// "Chủ tịch Ủy ban nhân dân" and "Ủy ban nhân dân phường Ổi" share their middle, "Trưởng phòng" and "Phòng Nội vụ" do
/// not.
QString titleInUnit(const QString &title, const QString &unit)
{
    if (nameFold(title).contains(nameFold(unit)))
        return title;
    const QStringList words = unit.split(u' ');
    for (qsizetype shared = words.size() - 1; shared > 0; --shared)
        if (title.endsWith(u' ' + words.first(shared).join(u' ')))
            return title + u' ' + words.sliced(shared).join(u' ');
    return title + u' ' + unit;
}

/// The post with its unit as the view has it, else the last title that is known.
QString postName(const Organisation &organisation, const OrgView &view, PostId id)
{
    if (const int index = view.indexOf(id); index >= 0) {
        const ViewPost &post = view.posts()[uz(index)];
        return titleInUnit(post.state.title, post.unit < 0 ? QString() : view.units()[uz(post.unit)].state.name);
    }
    const Post *post = organisation.find(id);
    return post == nullptr || post->states.empty() ? QString() : post->states.back().title;
}

} // namespace

PersonFinder::PersonFinder(const UiContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.document, &Document::changed, this, [this] { m_known.clear(); });
}

const std::vector<PersonFinder::Known> &PersonFinder::known()
{
    if (m_known.empty())
        for (const Person &person : m_context.document.organisation().persons())
            m_known.push_back({person.id, searchFold(person.name)});
    return m_known;
}

std::vector<Suggestion> PersonFinder::like(const QString &typed)
{
    const QString folded = searchFold(typed);
    if (folded.size() < kLeastLetters)
        return {};
    const QStringList words = folded.split(u' ');
    std::vector<Known> found;
    std::ranges::copy_if(known(), std::back_inserter(found),
                         [&words](const Known &person) { return matches(person.folded, words); });
    // A Vietnamese name ends with the given name, by which people are looked for.
    const auto rank = [&folded, &words](const Known &person) {
        const QString given = person.folded.section(u' ', -1);
        return std::make_tuple(!person.folded.startsWith(folded), !given.startsWith(words.last()), person.folded,
                               person.person);
    };
    std::ranges::sort(found, {}, rank);
    if (found.size() > kMostSuggestions)
        found.resize(kMostSuggestions);
    std::vector<Suggestion> suggestions;
    for (const Known &person : found)
        suggestions.push_back(
            {person.person.uid, m_context.document.organisation().find(person.person)->name, detailOf(person.person)});
    return suggestions;
}

bool PersonFinder::knowsName(const QString &name)
{
    const QString search = searchFold(name);
    const QString exact = nameFold(name);
    return !exact.isEmpty() && std::ranges::any_of(known(), [&](const Known &person) {
        return person.folded == search &&
               nameFold(m_context.document.organisation().find(person.person)->name) == exact;
    });
}

QString PersonFinder::detailOf(PersonId id) const
{
    const Person *person = m_context.document.organisation().find(id);
    if (person == nullptr)
        return {};
    QStringList parts;
    if (!person->born.isEmpty())
        parts += tr("sinh %1").arg(dateText(person->born, m_context.language));
    if (!person->code.isEmpty())
        parts += person->code;
    return (parts + holdingsOf(id, {})).join(u" · "_s);
}

QStringList PersonFinder::holdingsOf(PersonId person, AppointmentId without) const
{
    const Document &document = m_context.document;
    const Day day = document.session().asOf();
    auto held = document.organisation().naming<Appointment>(keyOf(person));
    std::erase_if(held, [without](const Appointment *row) { return row->id == without; });
    orderForDay(held, day);
    QStringList texts;
    for (const Appointment *row : held) {
        const QString name = postName(document.organisation(), document.view(), row->post);
        texts += row->period.contains(day) ? name : u"%1 (%2)"_s.arg(name, periodText(row->period, m_context.language));
    }
    return texts;
}

} // namespace bomay
