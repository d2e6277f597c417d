// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messages.h"

#include "core/base/toml.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::size_t indexOf(Language language)
{
    return language == Language::Vietnamese ? 0 : 1;
}

Result<QHash<QString, QString>> readTemplates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    BM_TRY(const TomlNode root, parseToml(file.readAll(), path));
    QHash<QString, QString> templates;
    for (const auto &[code, node] : *root.table()) {
        if (node.string() == nullptr)
            return fail(u"toml-expected-string"_s, {{u"key"_s, code}}, node.place);
        templates.insert(code, *node.string());
    }
    return templates;
}

} // namespace

namespace {

/// Takes the double brackets off optional parts, and with them the parts whose values are empty.
QString withoutEmptyParts(QString text, const MessageArgs &args)
{
    for (qsizetype open = text.indexOf(u"[["_s); open >= 0; open = text.indexOf(u"[["_s, open)) {
        const qsizetype close = text.indexOf(u"]]"_s, open);
        if (close < 0)
            break;
        const QString part = text.sliced(open + 2, close - open - 2);
        bool empty = false;
        for (const auto &[name, value] : args.asKeyValueRange())
            empty = empty || (value.isEmpty() && part.contains(u'{' + name + u'}'));
        text.replace(open, close - open + 2, empty ? QString() : part);
    }
    return text;
}

} // namespace

QString fillTemplate(const QString &templateText, const MessageArgs &args)
{
    const QString text = withoutEmptyParts(templateText, args);
    QString filled;
    filled.reserve(text.size());
    qsizetype position = 0;
    while (position < text.size()) {
        const qsizetype open = text.indexOf(u'{', position);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            break;
        filled += QStringView(text).sliced(position, open - position);
        const QString name = text.sliced(open + 1, close - open - 1);
        const auto value = args.constFind(name);
        filled += value == args.constEnd() ? text.sliced(open, close - open + 1) : *value;
        position = close + 1;
    }
    filled += QStringView(text).sliced(position);
    return filled;
}

Result<MessageCatalog> MessageCatalog::builtIn()
{
    MessageCatalog catalog;
    BM_TRY(catalog.m_templates[0], readTemplates(u":/messages/vi.toml"_s));
    BM_TRY(catalog.m_templates[1], readTemplates(u":/messages/en.toml"_s));
    return catalog;
}

QString MessageCatalog::text(const Message &message, Language language) const
{
    const auto &templates = m_templates[indexOf(language)];
    const auto found = templates.constFind(message.code);
    if (found != templates.constEnd())
        return fillTemplate(*found, message.args);
    QStringList parts{message.code};
    for (const auto &[name, value] : message.args.asKeyValueRange())
        parts += name + u'=' + value;
    return parts.join(u' ');
}

BilingualText MessageCatalog::text(const Message &message) const
{
    return {text(message, Language::Vietnamese), text(message, Language::English)};
}

QString MessageCatalog::describe(const Place &place, Language language) const
{
    QStringList parts;
    if (place.sheet.isEmpty() && place.row > 0 && place.column > 0) // a text file: columns are characters
        return u"%1:%2:%3"_s.arg(place.file).arg(place.row).arg(place.column);
    if (!place.file.isEmpty())
        parts += text({u"place-file"_s, {{u"file"_s, place.file}}}, language);
    if (!place.sheet.isEmpty())
        parts += text({u"place-sheet"_s, {{u"sheet"_s, place.sheet}}}, language);
    if (place.row > 0)
        parts += text({u"place-row"_s, {{u"row"_s, QString::number(place.row)}}}, language);
    if (place.column > 0)
        parts += text({u"place-column"_s, {{u"column"_s, columnName(place.column)}}}, language);
    return parts.join(u", "_s);
}

QString MessageCatalog::describe(const Error &error, Language language) const
{
    QString line = text(error.message, language);
    if (const QString place = describe(error.place, language); !place.isEmpty())
        line = place + u": "_s + line;
    if (!error.detail.isEmpty())
        line += u" ("_s + error.detail + u')';
    for (const Error &cause : error.causes)
        line += u'\n' + describe(cause, language);
    return line;
}

QStringList MessageCatalog::codes(Language language) const
{
    QStringList codes = m_templates[indexOf(language)].keys();
    std::ranges::sort(codes);
    return codes;
}

QString columnName(int column)
{
    QString name;
    for (; column > 0; column = (column - 1) / 26)
        name.prepend(QChar(u'A' + (column - 1) % 26));
    return name;
}

} // namespace bomay
