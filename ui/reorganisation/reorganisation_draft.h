// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_verbs.h"
#include "ui/document/ui_context.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace bomay {

/// The verbs of reorganisation that a decision on units calls for, as the menu has them.
enum class ReorganisationKind {
    Absorb,           ///< sáp nhập
    Consolidate,      ///< hợp nhất
    Divide,           ///< chia
    Separate,         ///< tách
    Dissolve,         ///< giải thể
    Transfer,         ///< chuyển về trực thuộc
    TransferFunctions ///< điều chuyển chức năng
};

/// A reorganisation while an officer describes it: which verb, of which units, by which decision, to whom, and where
/// each post, unit below and function goes. Without widgets; the dialog shows it, and the verb of `unit_verbs.h` makes
/// the change.
class ReorganisationDraft
{
public:
    /// A unit below, a post or a function of the units.
    struct Thing
    {
        RowKey key;
        UnitId unit;    ///< whose it is
        QString text;   ///< "Trưởng phòng: Người A"
        QString detail; ///< of which unit, where there are several
    };

    /// The document of the context is the one to be changed.
    ReorganisationDraft(const UiContext &context, ReorganisationKind kind, std::vector<UnitId> units);

    [[nodiscard]] ReorganisationKind kind() const { return m_kind; }
    [[nodiscard]] const UiContext &context() const { return m_context; }
    [[nodiscard]] const std::vector<UnitId> &units() const { return m_units; }
    [[nodiscard]] QString namesOfUnits() const;

    /// Does the verb found units, go to one that is there, or say of each thing where it goes?
    [[nodiscard]] bool foundsUnits() const;
    [[nodiscard]] bool foundsSeveral() const { return m_kind == ReorganisationKind::Divide; }
    [[nodiscard]] bool asksForHeir() const;
    [[nodiscard]] bool needsHeir() const { return asksForHeir() && m_kind != ReorganisationKind::Dissolve; }
    [[nodiscard]] bool sharesThings() const { return m_kind != ReorganisationKind::Transfer; }
    /// Can a second head be left over?
    [[nodiscard]] bool joinsUnits() const
    {
        return m_kind == ReorganisationKind::Absorb || m_kind == ReorganisationKind::Consolidate ||
               m_kind == ReorganisationKind::Dissolve;
    }

    void setNumber(const QString &number) { m_number = number.trimmed(); }
    void setDocumentDate(PartialDate date) { m_documentDate = date; }
    /// The first day of the new.
    void setFrom(std::optional<Day> from);
    [[nodiscard]] std::optional<Day> from() const { return m_from; }
    /// Names of the units to be founded, one a line; empty ones are left out. What was sent to one still goes there
    /// when lines come and go around its own.
    void setNames(const QStringList &names);
    /// The unit that takes over; null = none.
    void setHeir(UnitId heir) { m_heir = heir; }
    [[nodiscard]] UnitId heir() const { return m_heir; }

    /// Heads of units that become one, of whom one is to be its head; empty where there is nothing to choose.
    [[nodiscard]] std::vector<Thing> heads() const;
    void setHead(PostId head) { m_head = head; }
    /// Last day of the heads who are left over; empty = not said.
    void setSurplusUntil(PartialDate date) { m_surplusUntil = date; }

    /// What the units have on the order's date, in the order of protocol: posts, units below, functions.
    [[nodiscard]] const std::vector<Thing> &things() const { return m_things; }
    /// Where a thing can go, by name: what stays or is not said yet, the heirs, the end.
    [[nodiscard]] QStringList destinations() const;
    /// Index in `destinations`.
    [[nodiscard]] int destinationOf(const Thing &thing) const;
    /// Units below do not end by a reorganisation: false where that was asked.
    bool send(const Thing &thing, int destination);

    /// What has still to be said; empty = the change can be asked for.
    [[nodiscard]] QStringList missing() const;
    /// Errors: those of the verb.
    [[nodiscard]] Result<Change> change() const;

private:
    [[nodiscard]] Day day() const;
    [[nodiscard]] QString nameOf(UnitId unit) const;
    /// The names of those who take over.
    [[nodiscard]] QStringList heirs() const;
    void readThings();
    void addThing(const RowKey &key, UnitId unit, const QString &text);
    [[nodiscard]] QString textOf(const Post &post) const;
    [[nodiscard]] NewUnit founded(const QString &name) const;
    [[nodiscard]] Terms terms() const;
    /// Is the first destination that of what nobody named: it stays, or it has still to be said?
    [[nodiscard]] bool hasUnnamed() const;

    UiContext m_context;
    ReorganisationKind m_kind;
    std::vector<UnitId> m_units;
    QString m_number;
    PartialDate m_documentDate;
    std::optional<Day> m_from;
    QStringList m_names;
    UnitId m_heir;
    PostId m_head;
    PartialDate m_surplusUntil;
    std::vector<Thing> m_things;
    std::map<RowKey, int> m_goes; ///< index of the heir, or `Terms::kEnds`; without an entry it goes by itself
};

/// "Sáp nhập", as the menu and the dialog call the verb.
[[nodiscard]] QString nameOf(ReorganisationKind kind);

} // namespace bomay
