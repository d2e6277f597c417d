// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/decree/office_word.h"
#include "core/model/early_view.h"
#include "core/session/recovery.h"
#include "core/store/same_file.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

SessionPorts systemPorts()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    SessionPorts ports{[] { return QDateTime::currentDateTimeUtc(); }, std::make_shared<RandomIdSource>(), {}};
    ports.packFolder = data + u"/bomay/decrees"_s;
    return ports;
}

namespace {

std::unexpected<Error> heldBy(const LockHolder &holder, const QString &path)
{
    return fail(u"document-held"_s, {{u"name"_s, holder.name}, {u"host"_s, holder.host}}, {path});
}

} // namespace

Session::Session(SessionPorts ports)
    : m_ports(std::move(ports))
    , m_protection(m_ports.protection, m_ports.now)
    , m_packs(loadPacksWith(m_ports.packFolder))
    , m_asOf(Day::fromDate(m_ports.now().toLocalTime().date()))
{}

Result<std::unique_ptr<Session>> Session::open(const QString &path, SessionPorts ports, const EarlyView &onEarlyView)
{
    auto session = std::make_unique<Session>(std::move(ports));
    if (session->m_ports.locksFiles)
        session->m_lock = DocumentLock::acquire(path, session->self(), session->m_holder);
    // Taken first: a file that is exchanged in between is found out when it is saved.
    BM_TRY(QString digest, contentDigest(path));
    const auto showStructure = [&](const Organisation &structure) {
        session->takeAsOfOf(structure);
        if (structure.units().size() + structure.posts().size() >= kEarlyViewFrom)
            onEarlyView(earlyView(structure, session->m_asOf));
    };
    BM_TRY(session->m_organisation,
           loadDocument(path, onEarlyView ? StructureListener(showStructure) : StructureListener()));
    session->m_source = DocumentSource{path, std::move(digest)};
    session->m_protection.startFrom(*session->m_source);
    session->takeAsOfOf(session->m_organisation);
    return session;
}

Result<std::unique_ptr<Session>> Session::openVersion(const QString &path, const Version &version, SessionPorts ports)
{
    auto session = std::make_unique<Session>(std::move(ports));
    BM_TRY(session->m_organisation, loadVersion(path, version.number));
    session->m_version = version;
    session->m_versionHome = path;
    session->m_asOf = version.label.asOf;
    return session;
}

Result<std::unique_ptr<Session>> Session::recover(const LeftJournal &left, SessionPorts ports)
{
    auto session = std::make_unique<Session>(std::move(ports));
    BM_TRY(RecoveredDocument document, recoverDocument(left.contents));
    session->m_organisation = std::move(document.organisation);
    session->m_source = std::move(document.source);
    if (session->m_ports.locksFiles && session->m_source)
        session->m_lock = DocumentLock::acquire(session->m_source->path, session->self(), session->m_holder);
    document.start.continues = left.path;
    document.start.carried = sizeOf(document.unsaved);
    session->m_protection.startFrom(document.start);
    for (const Change &change : document.unsaved)
        session->m_protection.push(change);
    session->m_unsaved = document.unsaved;
    session->m_changes = document.unsaved;
    session->m_position = sizeOf(session->m_changes);
    session->takeAsOfOf(session->m_organisation);
    if (document.unsaved.empty() || session->m_protection.sync())
        left.remove();
    else
        session->m_left = left;
    return session;
}

Session::~Session()
{
    if (!isModified())
        m_protection.discard();
}

void Session::takeAsOfOf(const Organisation &organisation)
{
    if (const PartialDate asOf = organisation.info().asOf; !asOf.isEmpty())
        m_asOf = asOf.lastDay();
}

LockHolder Session::self() const
{
    return {m_ports.author, {}, m_ports.now()};
}

Result<> Session::mayEdit() const
{
    if (m_holder)
        return heldBy(*m_holder, path());
    if (m_version)
        return fail(u"version-read-only"_s, {{u"name"_s, m_version->label.name}});
    return {};
}

const OrgView &Session::view() const
{
    if (!m_view)
        m_view.emplace(m_organisation, m_asOf);
    return *m_view;
}

const CheckReport &Session::report() const
{
    const LiveChecker &rules = checker();
    if (m_organisation.waivers().size() == 0 && m_organisation.confirmations().size() == 0)
        return rules.report();
    if (!m_report) {
        m_report = rules.report();
        applyOfficeWord(*m_report, m_organisation, m_packs.packs);
    }
    return *m_report;
}

LiveChecker &Session::checker() const
{
    (void)view();
    if (!m_checker)
        m_checker = std::make_unique<LiveChecker>(m_organisation, *m_view, m_packs.packs, optionsOf(m_organisation));
    return *m_checker;
}

Result<CheckDifference> Session::preview(const Change &change)
{
    return checker().preview(m_organisation, change);
}

void Session::setAsOf(Day day)
{
    if (day == m_asOf)
        return;
    m_asOf = day;
    m_checker.reset();
    m_view.reset();
    announce({});
}

bool Session::continuesLast(const Change &change, const QString &gesture) const
{
    if (gesture.isEmpty() || gesture != m_gesture || m_unsaved.empty() || m_changes.empty() ||
        m_position != sizeOf(m_changes) || m_unsaved.back().id != m_changes.back().id)
        return false;
    const qint64 pause = m_changes.back().time.msecsTo(change.time);
    return pause >= 0 && std::chrono::milliseconds(pause) <= kGesturePause;
}

void Session::stamp(Change &change) const
{
    if (change.id.isNull())
        change.id = m_ports.ids->next();
    change.author = m_ports.author;
    change.time = m_ports.now();
}

Result<> Session::apply(Change change, const QString &gesture)
{
    BM_TRY_VOID(mayEdit());
    stamp(change);
    BM_TRY(const ChangeSet set, applyChange(m_organisation, change));
    if (continuesLast(change, gesture)) {
        m_changes.back() = composed(std::move(m_changes.back()), change);
        m_unsaved.pop_back();
        if (m_changes.back().images.empty()) {
            m_changes.pop_back();
            --m_position;
            m_gesture.clear();
            m_protection.pop();
        } else {
            m_unsaved.push_back(m_changes.back());
            m_protection.replaceLast(m_unsaved.back());
        }
    } else {
        m_unsaved.push_back(change);
        m_protection.push(change);
        m_changes.resize(uz(m_position));
        m_changes.push_back(std::move(change));
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
    BM_TRY_VOID(mayEdit());
    const Change &change = m_changes[uz(m_position - 1)];
    Change inverse = inverted(change);
    BM_TRY(const ChangeSet set, applyChange(m_organisation, inverse));
    if (!m_unsaved.empty() && m_unsaved.back().id == change.id) {
        m_unsaved.pop_back();
        m_protection.pop();
    } else {
        inverse.id = {};
        inverse.undoes = change.id;
        stamp(inverse);
        m_unsaved.push_back(std::move(inverse));
        m_protection.push(m_unsaved.back());
    }
    --m_position;
    m_gesture.clear();
    announce(set);
    return {};
}

Result<> Session::redo()
{
    if (m_position == sizeOf(m_changes))
        return {};
    BM_TRY_VOID(mayEdit());
    Change &change = m_changes[uz(m_position)];
    BM_TRY(const ChangeSet set, applyChange(m_organisation, change));
    if (!m_unsaved.empty() && m_unsaved.back().undoes == change.id) {
        m_unsaved.pop_back();
        m_protection.pop();
    } else {
        // The log has it already, and its inverse: done again it is another entry.
        if (m_logged.contains(change.id)) {
            change.id = {};
            stamp(change);
        }
        m_unsaved.push_back(change);
        m_protection.push(change);
    }
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

Result<QString> Session::write(const QString &path) const
{
    if (!m_source || !QFileInfo::exists(m_source->path))
        return saveDocument(m_organisation, path, m_unsaved);
    Result<QString> saved = saveChanges(*m_source, path, m_organisation, m_unsaved);
    if (saved)
        return saved;
    const bool isSame = isSameFile(path, m_source->path);
    const bool isOlder = saved.error().code() == u"document-older"_s;
    // Elsewhere the whole can be written whatever became of the old file.
    if (!isSame && !isOlder)
        return saveDocument(m_organisation, path, m_unsaved);
    if (!isOlder)
        return saved;
    if (const QString backup = path + u".bak"_s; isSame && !QFileInfo::exists(backup) && !QFile::copy(path, backup))
        return fail(u"cannot-write-file"_s, {}, {backup});
    return saveUpgraded(*m_source, path, m_organisation, m_unsaved);
}

Result<> Session::saveAs(const QString &path)
{
    const bool isSame = m_source && isSameFile(path, m_source->path);
    // A version never takes the place of the document that it is in, whose log and other versions would go.
    if (isSame || (m_version && isSameFile(path, m_versionHome)))
        BM_TRY_VOID(mayEdit());
    std::unique_ptr<DocumentLock> lock;
    if (m_ports.locksFiles && !(isSame && m_lock)) {
        std::optional<LockHolder> holder;
        lock = DocumentLock::acquire(path, self(), holder);
        if (holder)
            return heldBy(*holder, path);
    }
    BM_TRY(QString digest, write(path));
    if (!isSame || !m_lock)
        m_lock = std::move(lock);
    m_holder.reset();
    m_version.reset();
    m_source = DocumentSource{path, std::move(digest)};
    for (const Change &change : m_unsaved)
        m_logged.insert(change.id);
    m_unsaved.clear();
    m_protection.markSaved(*m_source);
    dropLeft();
    return {};
}

void Session::holdFile()
{
    if (m_ports.locksFiles && m_source && !m_lock && !m_holder)
        m_lock = DocumentLock::acquire(m_source->path, self(), m_holder);
}

void Session::giveUp()
{
    m_protection.discard();
    dropLeft();
}

void Session::dropLeft()
{
    if (m_left)
        m_left->remove();
    m_left.reset();
}

Result<Version> Session::addVersion(const QString &name, bool isSealed)
{
    BM_TRY_VOID(mayEdit());
    BM_CHECK(m_source && !isModified(), return fail(u"version-missing"_s));
    return bomay::addVersion(*m_source, m_organisation, {name, m_ports.author, m_ports.now(), m_asOf, isSealed});
}

Result<> Session::removeVersion(int number)
{
    BM_TRY_VOID(mayEdit());
    BM_CHECK(m_source, return fail(u"version-missing"_s));
    return bomay::removeVersion(*m_source, number);
}

void Session::announce(const ChangeSet &set)
{
    if (m_checker)
        m_checker->follow(set);
    else if (m_view)
        m_view->apply(m_organisation, set.touched());
    // It checks with the switches that it was made with.
    if (std::ranges::any_of(set.entries, [](const auto &entry) { return entry.key.kind == RowKind::RuleSwitch; }))
        m_checker.reset();
    m_report.reset();
    for (const auto &listener : m_listeners)
        listener(set);
}

} // namespace bomay
