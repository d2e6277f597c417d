// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/deadlines.h"

#include "core/decree/allotment.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isStopgap(AppointmentKind kind)
{
    return kind == AppointmentKind::Acting || kind == AppointmentKind::InCharge;
}

/// Collects what falls due on one view.
class DeadlineList
{
public:
    DeadlineList(const Organisation &history, const OrgView &view, const MessageCatalog &catalog, int within)
        : m_history(history)
        , m_view(view)
        , m_catalog(catalog)
        , m_within(within)
    {}

    void addGraces(const CheckReport &report)
    {
        for (const Finding &finding : report.findings) {
            if (!finding.grace || finding.subjects.empty())
                continue;
            Deadline entry{Deadline::Kind::Grace, finding.grace->until};
            entry.node = finding.subjects.front().node;
            entry.subject = finding.subjects.front().name;
            entry.text = {written(u"due-grace"_s, {{u"what"_s, finding.message.vi}}, Language::Vietnamese),
                          written(u"due-grace"_s, {{u"what"_s, finding.message.en}}, Language::English)};
            entry.citation = finding.grace->citation;
            add(std::move(entry));
        }
    }

    void addAppointments()
    {
        for (const Appointment &appointment : m_history.appointments()) {
            const int post = m_view.indexOf(appointment.post);
            if (post < 0 || !appointment.period.contains(m_view.day()))
                continue;
            const Person *person = m_history.find(appointment.person);
            MessageArgs args{{u"title"_s, m_view.posts()[uz(post)].state.title},
                             {u"person"_s, person == nullptr ? QString() : person->name}};
            if (!appointment.period.to.isEmpty()) {
                Deadline entry = ofPost(Deadline::Kind::Term, post);
                entry.date = appointment.period.to.lastDay();
                entry.text = m_catalog.text(Message{u"due-term"_s, args});
                entry.citation = citationOf(appointment.decision);
                add(std::move(entry));
            } else if (isStopgap(appointment.kind) && !appointment.period.from.isEmpty()) {
                addStopgap(appointment, post, args);
            }
        }
    }

    void addSurplusPosts()
    {
        for (const ViewNode &node : m_view.nodes()) {
            if (node.isUnit())
                continue;
            const PostState &state = m_view.posts()[uz(node.item)].state;
            if (!state.surplus || state.surplusUntil.isEmpty())
                continue;
            Deadline entry = ofPost(Deadline::Kind::Surplus, node.item);
            entry.date = state.surplusUntil.lastDay();
            entry.text = m_catalog.text(Message{u"due-surplus"_s, {{u"title"_s, state.title}}});
            add(std::move(entry), Overdue::Told);
        }
    }

    /// Only rules that have something to say of the chart.
    void addRules(const CheckReport &report, std::span<const RulePack> packs)
    {
        QSet<QString> silent(report.disabled.begin(), report.disabled.end());
        for (const NotApplicable &entry : report.notApplicable)
            if (!entry.elsewhere)
                silent.insert(entry.rule);
        for (const RulePack &pack : packs) {
            std::map<Day, int> ends;
            for (const Rule &rule : pack.rules)
                if (rule.validTo && rule.validFrom <= m_view.day() && !silent.contains(rule.id))
                    ++ends[*rule.validTo];
            for (const auto &[date, count] : ends) {
                Deadline entry{Deadline::Kind::RulesEnd, date};
                entry.text = m_catalog.text(Message{
                    u"due-rules"_s, {{u"document"_s, pack.document.citedAs}, {u"count"_s, QString::number(count)}}});
                entry.citation = pack.document.citedAs;
                add(std::move(entry));
            }
        }
    }

    void addDuties()
    {
        for (const Duty &duty : m_history.duties()) {
            const int post = m_view.indexOf(duty.accountable);
            const bool isOpen = duty.state == DutyState::Open || duty.state == DutyState::InProgress;
            const bool isAssigned = duty.assigned.isEmpty() || duty.assigned.firstDay() <= m_view.day();
            if (post < 0 || duty.deadline.isEmpty() || !isOpen || !isAssigned)
                continue;
            Deadline entry = ofPost(Deadline::Kind::Duty, post);
            entry.date = duty.deadline.lastDay();
            entry.text = m_catalog.text(
                Message{u"due-duty"_s, {{u"title"_s, m_view.posts()[uz(post)].state.title}, {u"text"_s, duty.text}}});
            if (const LegalDocument *document = m_history.find(duty.document))
                entry.citation = cited(*document).text;
            add(std::move(entry), Overdue::Told);
        }
    }

    /// By last day; on one day and for what has none in the order of protocol, the longest first.
    [[nodiscard]] std::vector<Deadline> take()
    {
        std::ranges::stable_sort(m_entries,
                                 [this](const Deadline &a, const Deadline &b) { return keyOf(a) < keyOf(b); });
        return std::move(m_entries);
    }

private:
    enum class Overdue { Untold, Told };

    [[nodiscard]] std::tuple<Day, int, int, int, QString> keyOf(const Deadline &entry) const
    {
        return {entry.date.value_or(Day::latest()), entry.date ? 0 : -entry.days,
                entry.node ? m_view.nodeOf(*entry.node) : -1, static_cast<int>(entry.kind), entry.text.vi};
    }

    void add(Deadline entry, Overdue overdue = Overdue::Untold)
    {
        entry.days = entry.date->julian - m_view.day().julian;
        if (entry.days <= m_within && (entry.days >= 0 || overdue == Overdue::Told))
            m_entries.push_back(std::move(entry));
    }

    void addStopgap(const Appointment &appointment, int post, MessageArgs args)
    {
        const Day since = appointment.period.from.lastDay(); // it lasts at least since then
        Deadline entry = ofPost(Deadline::Kind::Stopgap, post);
        entry.days = std::max(0, m_view.day().julian - since.julian);
        args.insert(u"days"_s, QString::number(entry.days));
        const QString code = appointment.kind == AppointmentKind::Acting ? u"due-acting"_s : u"due-in-charge"_s;
        args.insert(u"date"_s, appointment.period.from.toVietnamese());
        entry.text.vi = written(code, args, Language::Vietnamese);
        args.insert(u"date"_s, appointment.period.from.toIso());
        entry.text.en = written(code, args, Language::English);
        entry.citation = citationOf(appointment.decision);
        m_entries.push_back(std::move(entry));
    }

    [[nodiscard]] Deadline ofPost(Deadline::Kind kind, int post) const
    {
        const ViewPost &row = m_view.posts()[uz(post)];
        Deadline entry{kind, {}};
        entry.node = row.id;
        entry.subject = row.unit < 0 ? QString() : m_view.units()[uz(row.unit)].state.name;
        return entry;
    }

    [[nodiscard]] QString written(const QString &code, const MessageArgs &args, Language language) const
    {
        return m_catalog.text({code, args}, language);
    }

    /// A decision as it is cited; empty where there is none.
    [[nodiscard]] QString citationOf(const QString &decision) const
    {
        return decision.trimmed().isEmpty() ? QString() : citedAllotment(&m_history, decision).text;
    }

    const Organisation &m_history;
    const OrgView &m_view;
    const MessageCatalog &m_catalog;
    int m_within;
    std::vector<Deadline> m_entries;
};

} // namespace

std::vector<Deadline> deadlines(const Organisation &history, const OrgView &view, const CheckReport &report,
                                std::span<const RulePack> packs, const MessageCatalog &catalog, int within)
{
    DeadlineList list(history, view, catalog, within);
    list.addGraces(report);
    list.addAppointments();
    list.addSurplusPosts();
    list.addRules(report, packs);
    list.addDuties();
    return list.take();
}

} // namespace bomay
