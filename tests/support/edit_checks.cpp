// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/edit_checks.h"

#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/model/integrity.h"

#include <QStringList>
#include <QTest>

namespace bomay {

EditScope correctOn(const QString &iso)
{
    return {EditMode::Correct, day(iso), {}};
}

EditScope fromDay(const QString &iso)
{
    return {EditMode::FromDate, Day{}, day(iso), QStringLiteral("01/QĐ-UBND")};
}

void addEditModes()
{
    QTest::addColumn<EditMode>("mode");
    QTest::newRow("correct") << EditMode::Correct;
    QTest::newRow("from a date") << EditMode::FromDate;
}

EditScope scopeOf(EditMode mode, const QString &iso)
{
    return mode == EditMode::Correct ? correctOn(iso) : fromDay(iso);
}

QString problemOf(Organisation &organisation, const Result<Change> &change)
{
    const QByteArray before = canonicalJson(organisation);
    if (!change)
        return change.error().code();
    if (change->images.empty() || change->title.isEmpty())
        return QStringLiteral("empty");
    const auto apply = [&organisation](const Change &what) -> QString {
        const auto applied = applyChange(organisation, what);
        if (applied)
            return {};
        return applied.error().causes.empty() ? applied.error().code() : applied.error().causes.front().code();
    };
    if (const QString problem = apply(*change); !problem.isEmpty())
        return problem;
    if (const auto faults = checkIntegrity(organisation); !faults.empty())
        return faults.front().message.code;
    const QByteArray after = canonicalJson(organisation);
    if (const QString problem = apply(inverted(*change)); !problem.isEmpty())
        return QStringLiteral("undo: ") + problem;
    if (canonicalJson(organisation) != before)
        return QStringLiteral("undo leaves a trace");
    if (const QString problem = apply(*change); !problem.isEmpty())
        return QStringLiteral("redo: ") + problem;
    return canonicalJson(organisation) == after ? QString() : QStringLiteral("redo differs");
}

QString treeOn(const Organisation &organisation, const QString &iso)
{
    return treeOf(OrgView(organisation, day(iso)));
}

QString treeOf(const OrgView &view)
{
    const auto write = [&view](int unit, auto &&self) -> QString {
        QStringList below;
        for (const int post : view.postsOfUnit(unit))
            below += view.posts()[uz(post)].state.title;
        for (const int child : view.unitsOfUnit(unit))
            below += self(child, self);
        const QString &name = view.units()[uz(unit)].state.name;
        return below.isEmpty() ? name : QStringLiteral("%1(%2)").arg(name, below.join(u','));
    };
    QStringList roots;
    for (const ViewNode &node : view.nodes())
        if (node.parent < 0) {
            const QString staged = node.isStaged() ? QStringLiteral("?") : QString();
            roots += staged + (node.isUnit() ? write(node.item, write) : view.posts()[uz(node.item)].state.title);
        }
    return roots.join(u',');
}

} // namespace bomay
