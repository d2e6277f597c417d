// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <vector>

namespace bomay {

/// Values for the named places of a message template, for example {"limit", "3"}.
using MessageArgs = QMap<QString, QString>;

/// A text that is not yet written: a template's code and its values. `MessageCatalog` writes it in a language.
struct Message
{
    QString code;
    MessageArgs args = {};

    friend bool operator==(const Message &, const Message &) = default;
};

/// Where in the user's data something was found. Rows and columns count from 1 as a spreadsheet shows them; 0 =
/// unknown.
struct Place
{
    QString file = {};
    QString sheet = {}; ///< empty for text files, whose columns count characters
    int row = 0;
    int column = 0;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Why something could not be done. Not for findings or import diagnostics: those are values in lists.
struct Error
{
    Message message; ///< code and values; the text comes from resources/messages
    Place place = {};
    QString detail = {}; ///< untranslated word of a library or the system, for the log and for experts
    std::vector<Error> causes = {};

    [[nodiscard]] const QString &code() const { return message.code; }
};

} // namespace bomay
