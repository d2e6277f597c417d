// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/store/document_file.h"

namespace bomay {

SessionPorts systemPorts()
{
    return {[] { return QDateTime::currentDateTimeUtc(); }, std::make_shared<RandomIdSource>(), {}};
}

Session::Session(SessionPorts ports)
    : m_ports(std::move(ports))
    , m_packs(loadBuiltInPacks())
    , m_asOf(Day::fromDate(m_ports.now().toLocalTime().date()))
{}

Result<std::unique_ptr<Session>> Session::open(const QString &path, SessionPorts ports)
{
    auto session = std::make_unique<Session>(std::move(ports));
    BM_TRY(session->m_organisation, loadDocument(path));
    session->m_path = path;
    if (const PartialDate asOf = session->m_organisation.info().asOf; !asOf.isEmpty())
        session->m_asOf = asOf.lastDay();
    return session;
}

const OrgView &Session::view() const
{
    if (!m_view)
        m_view.emplace(m_organisation, m_asOf);
    return *m_view;
}

const CheckReport &Session::report() const
{
    if (!m_report)
        m_report = check(view(), m_packs.packs);
    return *m_report;
}

void Session::setAsOf(Day day)
{
    if (day == m_asOf)
        return;
    m_asOf = day;
    announce({});
}

bool Session::continuesLast(const Change &change, const QString &gesture) const
{
    if (gesture.isEmpty() || gesture != m_gesture || m_position == 0 || m_position != sizeOf(m_changes) ||
        m_savedPosition == m_position)
        return false;
    const qint64 pause = m_changes.back().time.msecsTo(change.time);
    return pause >= 0 && std::chrono::milliseconds(pause) <= kGesturePause;
}

Result<> Session::apply(Change change, const QString &gesture)
{
    if (change.id.isNull())
        change.id = m_ports.ids->next();
    change.author = m_ports.author;
    change.time = m_ports.now();
    BM_TRY(const ChangeSet set, applyChange(m_organisation, change));
    if (continuesLast(change, gesture)) {
        m_changes.back() = composed(std::move(m_changes.back()), change);
        if (m_changes.back().images.empty()) {
            m_changes.pop_back();
            --m_position;
            m_gesture.clear();
        }
    } else {
        m_changes.resize(uz(m_position));
        m_changes.push_back(std::move(change));
        if (m_savedPosition && *m_savedPosition > m_position)
            m_savedPosition.reset();
        ++m_position;
        m_gesture = gesture;
    }
    announce(set);
    return {};
}

Result<> Session::undo()
{
    if (m_position == 0)
        return {};
    BM_TRY(const ChangeSet set, applyChange(m_organisation, inverted(m_changes[uz(m_position - 1)])));
    --m_position;
    m_gesture.clear();
    announce(set);
    return {};
}

Result<> Session::redo()
{
    if (m_position == sizeOf(m_changes))
        return {};
    BM_TRY(const ChangeSet set, applyChange(m_organisation, m_changes[uz(m_position)]));
    ++m_position;
    m_gesture.clear();
    announce(set);
    return {};
}

QString Session::undoTitle() const
{
    return m_position > 0 ? m_changes[uz(m_position - 1)].title : QString();
}

QString Session::redoTitle() const
{
    return m_position < sizeOf(m_changes) ? m_changes[uz(m_position)].title : QString();
}

Result<> Session::saveAs(const QString &path)
{
    BM_TRY_VOID(saveDocument(m_organisation, path));
    m_path = path;
    m_savedPosition = m_position;
    return {};
}

void Session::announce(const ChangeSet &set)
{
    m_view.reset();
    m_report.reset();
    for (const auto &listener : m_listeners)
        listener(set);
}

} // namespace bomay
