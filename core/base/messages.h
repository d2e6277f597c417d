// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

#include <array>

namespace bomay {

enum class Language { Vietnamese, English };

/// A text in both languages of the program.
struct BilingualText
{
    QString vi;
    QString en;

    friend bool operator==(const BilingualText &, const BilingualText &) = default;

    [[nodiscard]] const QString &in(Language language) const { return language == Language::Vietnamese ? vi : en; }
};

/// Fills `{name}` places of a template. A place without a value stays as it is, so that a gap is seen and not hidden. A part in
/// double brackets, "[[ near: {near}.]]", is left out where a value in it is empty.
[[nodiscard]] QString fillTemplate(const QString &text, const MessageArgs &args);

/// The templates of resources/messages by code: what is said about data, in both languages. Widget texts are not here.
class MessageCatalog
{
public:
    /// Reads the two built-in files. An error is a defect of the build.
    [[nodiscard]] static Result<MessageCatalog> builtIn();

    /// The message's text; an unknown code is shown as itself with its values.
    [[nodiscard]] QString text(const Message &message, Language language) const;
    [[nodiscard]] BilingualText text(const Message &message) const;

    /// The error's text with its place in front and its causes behind it, one line each.
    [[nodiscard]] QString describe(const Error &error, Language language) const;

    /// "tệp don_vi.csv, trang DON_VI, dòng 7, cột C"; empty where the place is unknown.
    [[nodiscard]] QString describe(const Place &place, Language language) const;

    [[nodiscard]] QStringList codes(Language language) const;

private:
    std::array<QHash<QString, QString>, 2> m_templates;
};

/// A column as spreadsheets name it: 1 = A, 27 = AA.
[[nodiscard]] QString columnName(int column);

} // namespace bomay
