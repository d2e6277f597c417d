// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/change/edits_structure.h"
#include "core/change/edits_views.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

namespace bomay {

using namespace Qt::StringLiterals;

Document::Document(std::unique_ptr<Session> session, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_from(m_session->asOf())
{
    listen();
}

std::optional<NodeRef> Document::selected() const
{
    return !m_selection.empty() && view().indexOf(m_selection.back()) >= 0 ? std::optional(m_selection.back())
                                                                           : std::nullopt;
}

std::vector<NodeRef> Document::selection() const
{
    std::vector<NodeRef> nodes = m_selection;
    std::erase_if(nodes, [this](NodeRef node) { return view().indexOf(node) < 0; });
    return nodes;
}

void Document::select(std::optional<NodeRef> node)
{
    selectAll(node ? std::vector<NodeRef>{*node} : std::vector<NodeRef>{});
}

void Document::jumpTo(NodeRef node)
{
    Q_EMIT jumped(node);
    select(node);
}

void Document::selectAll(std::vector<NodeRef> nodes)
{
    if (nodes == m_selection)
        return;
    m_selection = std::move(nodes);
    Q_EMIT selectionChanged();
}

void Document::selectAdded(const Change &change)
{
    std::vector<NodeRef> added;
    for (const RowImage &image : change.images)
        if (!image.before && image.key.kind == RowKind::Unit)
            added.emplace_back(UnitId{image.key.uid});
        else if (!image.before && image.key.kind == RowKind::Post)
            added.emplace_back(PostId{image.key.uid});
    if (!added.empty())
        selectAll(topmost(view(), added));
}

ChartView Document::chartView() const
{
    if (const ChartView *shown = organisation().find(m_view))
        return *shown;
    const std::vector<ChartView> views = viewsInOrder(organisation());
    return views.empty() ? ChartView{} : views.front();
}

void Document::showView(ChartViewId view)
{
    if (view == chartView().id)
        return;
    m_view = view;
    Q_EMIT viewShown();
}

ChartOptions Document::chartOptions() const
{
    return chartOptionsFor(organisation(), chartView(), m_session->asOf());
}

ChartOptions Document::screenOptions() const
{
    ChartOptions options = chartOptions();
    options.folds = folds();
    return options;
}

QString Document::foldKey(ChartViewId view) const
{
    QString file; // unsaved: none yet
    if (!m_session->home().isEmpty()) {
        const QByteArray path = QFileInfo(m_session->home()).absoluteFilePath().toUtf8();
        file = QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex());
    }
    return u"%1-%2"_s.arg(file, view.isNull() ? u"none"_s : view.uid.toString());
}

void Document::setFolds(ChartFolds folds)
{
    if (folds == this->folds())
        return;
    flush(); // a name that is being typed goes with the picture
    m_foldMemory.put(foldKey(chartView().id), folds);
    if (organisation().chartViews().size() == 1) // it is undone to none, and looks the same
        m_foldMemory.put(foldKey({}), folds);
    Q_EMIT viewShown();
}

void Document::toggle(NodeRef node)
{
    std::vector<NodeRef> nodes = selection();
    if (std::erase(nodes, node) == 0)
        nodes.push_back(node);
    selectAll(std::move(nodes));
}

EditScope Document::scope() const
{
    return {m_mode, m_session->asOf(), m_from};
}

Day Document::dayOfEdit() const
{
    return m_mode == EditMode::Correct ? m_session->asOf() : m_from;
}

void Document::setEditMode(EditMode mode, Day from)
{
    m_mode = mode;
    m_from = from;
    Q_EMIT scopeChanged();
}

bool Document::perform(Result<Change> change, const QString &gesture)
{
    const Result<> done = attempt(std::move(change), gesture);
    announce(done);
    return done.has_value();
}

Result<> Document::attempt(Result<Change> change, const QString &gesture)
{
    if (!change && change.error().code() == QStringLiteral("edit-no-change"))
        return {};
    BM_TRY(Change wanted, std::move(change));
    return m_session->apply(std::move(wanted), gesture);
}

void Document::undo()
{
    announce(m_session->undo());
}

void Document::redo()
{
    announce(m_session->redo());
}

void Document::setAsOf(Day day)
{
    m_session->setAsOf(day);
}

Result<> Document::open(const QString &path, SessionPorts ports)
{
    bool wasSeen = false;
    auto session = Session::open(path, std::move(ports), [&](const OrgView &view) {
        wasSeen = true;
        Q_EMIT seenEarly(view);
        // What the user does meanwhile waits until the document is whole.
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    });
    if (session) {
        replaceSession(*std::move(session));
    } else if (wasSeen) {
        Q_EMIT changed();
        Q_EMIT stateChanged();
    }
    if (!session)
        return std::unexpected(std::move(session).error());
    return {};
}

void Document::replaceSession(std::unique_ptr<Session> session)
{
    m_session->giveUp(); // whoever puts another in its place has asked about what is unsaved
    m_session = std::move(session);
    m_foldMemory.forgetUnnamed();
    m_selection.clear();
    m_mode = EditMode::Correct;
    m_from = m_session->asOf();
    listen();
    Q_EMIT selectionChanged();
    Q_EMIT scopeChanged();
    Q_EMIT changed();
    Q_EMIT stateChanged();
    Q_EMIT replaced();
}

Result<> Document::saveAs(const QString &path)
{
    std::vector<ChartViewId> views{ChartViewId{}};
    for (const ChartView &view : viewsInOrder(organisation()))
        views.push_back(view.id);
    std::vector<ChartFolds> before;
    for (const ChartViewId view : views)
        before.push_back(m_foldMemory.of(foldKey(view)));
    Result<> saved = m_session->saveAs(path);
    for (std::size_t i = 0; i < views.size(); ++i) // of another file now
        if (const QString key = foldKey(views[i]); m_foldMemory.of(key) != before[i])
            m_foldMemory.put(key, before[i]);
    Q_EMIT stateChanged();
    return saved;
}

Result<Version> Document::addVersion(const QString &name, bool isSealed)
{
    return m_session->addVersion(name, isSealed);
}

Result<> Document::removeVersion(int number)
{
    return m_session->removeVersion(number);
}

void Document::releaseFile()
{
    m_session->releaseFile();
}

void Document::holdFile()
{
    m_session->holdFile();
    Q_EMIT stateChanged();
}

void Document::giveUp()
{
    m_session->giveUp();
}

void Document::listen()
{
    m_session->onChanged([this](const ChangeSet &set) {
        if (!set.entries.empty())
            m_rowsTouched = set.touched();
        Q_EMIT changed();
        m_rowsTouched.reset();
        Q_EMIT stateChanged();
    });
}

void Document::announce(const Result<> &done)
{
    if (!done)
        Q_EMIT failed(done.error());
}

} // namespace bomay
