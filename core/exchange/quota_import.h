// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"

namespace bomay {

/// Legal documents of the document and of the file, by number and symbol in any writing.
class DocumentDirectory
{
public:
    explicit DocumentDirectory(const Organisation &base);

    /// Null where there is none.
    [[nodiscard]] LegalDocumentId find(const QString &number) const;
    void add(const QString &number, LegalDocumentId id);

private:
    QHash<QString, LegalDocumentId> m_ids; ///< by folded number
};

/// Takes the rows of VAN_BAN. A number that the document has already is put right, not entered a second time.
void importLegalDocuments(ImportContext &context, const SheetRows &sheet, DocumentDirectory &documents);

/// Takes the rows of BIEN_CHE; one that the document has already (unit, year, kind) gets the new numbers and keeps its
/// reserve. A document that is named and nowhere described is entered with its number alone.
void importQuotas(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units,
                  DocumentDirectory &documents);

} // namespace bomay
