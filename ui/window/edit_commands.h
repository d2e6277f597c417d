// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QObject>

namespace bomay {

/// The edits that need no dialog: each makes a change of what is selected and asks the document for it.
class EditCommands : public QObject
{
    Q_OBJECT

public:
    explicit EditCommands(Document &document, QObject *parent = nullptr);

    /// A unit under the selected one (under the unit of the selected post), at the top where nothing is selected.
    void addUnit();
    void addPost();
    void addDeputy();
    void remove();
    void moveInRank(int by);

    [[nodiscard]] bool hasSelection() const { return m_document.selected().has_value(); }
    /// Is there a unit that a post can be added to?
    [[nodiscard]] bool hasUnit() const { return !currentUnit().isNull(); }

Q_SIGNALS:
    /// Something new was added and selected: its name is to be typed next.
    void added();

private:
    [[nodiscard]] UnitId currentUnit() const;
    void selectNew(const Change &change);
    void performAdding(const Result<Change> &change);

    Document &m_document;
};

} // namespace bomay
