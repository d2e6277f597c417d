// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/panel_fixture.h"

#include "core/base/numbers.h"
#include "resources/resources.h"

#include <QInputMethodEvent>
#include <QRegularExpression>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

template <typename Entity>
void putAll(ChangeBuilder &builder, const Organisation &rows)
{
    for (const Entity &row : rows.table<Entity>())
        builder.put(row);
}

} // namespace

void prepareWidgetTest()
{
    QLocale::setDefault(QLocale::c());
    initResources();
}

void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
}

std::unique_ptr<Session> sessionWith(const Organisation &rows, Day today)
{
    const auto now = [today] { return QDateTime(QDate::fromJulianDay(today.julian), QTime(3, 4), Qt::UTC); };
    auto session = std::make_unique<Session>(SessionPorts{now, std::make_shared<SeededIdSource>("panels"), {}});
    ChangeBuilder builder(session->organisation());
    putAll<Locality>(builder, rows);
    putAll<Unit>(builder, rows);
    putAll<Post>(builder, rows);
    putAll<Person>(builder, rows);
    putAll<Appointment>(builder, rows);
    putAll<Relation>(builder, rows);
    putAll<Staged>(builder, rows);
    Change change;
    change.images = builder.takeImages();
    if (const auto applied = session->apply(std::move(change)); !applied)
        qFatal("the test's rows are wrong: %s", qPrintable(applied.error().code()));
    session->setAsOf(today);
    return session;
}

PanelFixture::PanelFixture(const Organisation &rows, Day today)
    : m_messages(MessageCatalog::builtIn().value())
    , m_document(sessionWith(rows, today))
{
    QObject::connect(&m_document, &Document::failed, &m_document,
                     [this](const Error &error) { m_failures += error.code(); });
}

UnitId PanelFixture::parentOf(UnitId id) const
{
    const OrgView &view = m_document.view();
    const int parent = view.parentUnit(view.indexOf(id));
    return parent < 0 ? UnitId{} : view.units()[uz(parent)].id;
}

bool showActive(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    return QTest::qWaitForWindowActive(&widget);
}

void typeText(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace bomay
