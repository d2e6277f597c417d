// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits_structure.h"
#include "ui/document/ui_context.h"

#include <QObject>

namespace bomay {

class Dialogs;

/// The edits of what is selected: each makes a change and asks the document for it. Only where a branch goes is
/// something asked first.
class EditCommands : public QObject
{
    Q_OBJECT

public:
    EditCommands(Document &document, Dialogs &dialogs, Language language, QObject *parent = nullptr);

    /// A unit under the selected one (under the unit of the selected post), at the top where nothing is selected.
    void addUnit();
    void addPost();
    void addDeputy();
    void addAssistant();
    /// A unit or post beside the selected one; at the top where nothing is selected.
    void addBeside(Side side);
    /// A unit between the selected one and its superior.
    void addAbove();
    /// With all that is below; asks first where the units below a unit go.
    void remove();
    /// The units below stay.
    void removeAlone();
    /// The branch once more, right behind itself.
    void duplicate();
    void moveInRank(int by);
    void promote();
    void demote();
    /// Asks for a kind for all selected units.
    void chooseKind();
    /// The photograph of a person from a file.
    void choosePortrait(PersonId person);

    [[nodiscard]] bool hasSelection() const { return m_document.selected().has_value(); }
    [[nodiscard]] bool isUnitSelected() const;
    [[nodiscard]] bool hasUnitsSelected() const;
    /// Is there a unit that a post can be added to?
    [[nodiscard]] bool hasUnit() const { return !currentUnit().isNull(); }

Q_SIGNALS:
    /// Something new was added and selected: its name is to be typed next.
    void added();

private:
    [[nodiscard]] UnitId currentUnit() const;
    /// Where the units directly below removed ones go.
    enum class Heir { None, Superior, Other };

    /// Of the selection those that stand under no other of it.
    [[nodiscard]] std::vector<NodeRef> upperSelection() const;
    void performRemoval(Result<Change> change);
    /// Asks where there is something below: the other unit that takes it where `heir` says so; nothing where the user
    /// thought better of it.
    [[nodiscard]] std::optional<UnitId> heirOfBelow(const std::vector<NodeRef> &nodes, Heir &heir);
    /// One step of undo for what is done to the same nodes several times in a row.
    [[nodiscard]] QString gestureOf(const QString &kind) const;
    void performAdding(const Result<Change> &change);

    Document &m_document;
    Dialogs &m_dialogs;
    Language m_language;
};

} // namespace bomay
