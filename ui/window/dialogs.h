// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bomay {

enum class UnsavedAnswer { Save, Discard, Cancel };

/// Port: everything that stops the user with a question, so that tests can answer.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// The file chosen; empty where the user thought better of it. `filter` as QFileDialog takes it.
    [[nodiscard]] virtual QString fileToOpen(const QString &title, const QString &filter) = 0;
    [[nodiscard]] virtual QString fileToSave(const QString &title, const QString &suggestion,
                                             const QString &filter) = 0;
    [[nodiscard]] virtual UnsavedAnswer askUnsaved(const QString &documentName) = 0;
    /// Shows what an import would do; true = take it. `complete` = no row is left out or asked about.
    [[nodiscard]] virtual bool acceptImport(const QString &report, bool complete) = 0;
    /// Says why something did not work.
    virtual void tell(const QString &text) = 0;
};

} // namespace bomay
