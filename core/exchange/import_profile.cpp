// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_profile.h"

#include "core/base/numbers.h"
#include "core/base/toml.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

template <typename Value>
using Word = std::pair<std::u16string_view, Value>;

constexpr std::array kForms{Word<TableForm>{u"list", TableForm::List}, Word<TableForm>{u"tree", TableForm::Tree},
                            Word<TableForm>{u"levels", TableForm::Levels}, Word<TableForm>{u"areas", TableForm::Areas}};
constexpr std::array kRows{Word<RowKindOfTable>{u"units", RowKindOfTable::Units},
                           Word<RowKindOfTable>{u"posts", RowKindOfTable::Posts}};
constexpr std::array kMatches{Word<CodeMatch>{u"exact", CodeMatch::Exact}, Word<CodeMatch>{u"loose", CodeMatch::Loose}};

class ProfileReader
{
public:
    explicit ProfileReader(const TomlNode &root)
        : m_root(root)
    {}

    Result<ImportProfile> read()
    {
        ImportProfile profile;
        BM_TRY(profile.id, text(u"id"_s));
        BM_TRY(profile.title.vi, text(u"vi"_s));
        BM_TRY(profile.title.en, text(u"en"_s));
        BM_TRY_VOID(word(u"form"_s, kForms, profile.form));
        BM_TRY_VOID(word(u"codes"_s, kMatches, profile.codes));
        RowKindOfTable rows = RowKindOfTable::Units;
        BM_TRY_VOID(word(u"rows"_s, kRows, rows));
        if (m_root.find(u"rows"_s) != nullptr)
            profile.tree.rows = rows;
        if (const TomlNode *top = m_root.find(u"top"_s)) {
            BM_TRY(profile.tree.top, list(*top, u"top"_s));
        }
        if (const TomlNode *row = m_root.find(u"header_row"_s)) {
            if (row->integer() == nullptr || *row->integer() < 1 || *row->integer() > kLastHeaderRow)
                return fault(*row, u"header_row"_s);
            profile.hints.headerRow = static_cast<int>(*row->integer());
        }
        BM_TRY_VOID(readColumns(profile));
        return profile;
    }

private:
    static std::unexpected<Error> fault(const TomlNode &node, const QString &field)
    {
        return fail(u"profile-field"_s, {{u"field"_s, field}}, node.place);
    }

    Result<QString> text(const QString &key) const
    {
        const TomlNode *node = m_root.find(key);
        if (node == nullptr || node->string() == nullptr)
            return fault(node == nullptr ? m_root : *node, key);
        return *node->string();
    }

    static Result<QStringList> list(const TomlNode &node, const QString &key)
    {
        if (node.array() == nullptr)
            return fault(node, key);
        QStringList texts;
        for (const TomlNode &entry : *node.array()) {
            if (entry.string() == nullptr)
                return fault(entry, key);
            texts += *entry.string();
        }
        return texts;
    }

    template <typename Words, typename Value>
    Result<> word(const QString &key, const Words &words, Value &value) const
    {
        const TomlNode *node = m_root.find(key);
        if (node == nullptr)
            return {};
        const auto found = std::ranges::find_if(words, [node](const auto &known) {
            return node->string() != nullptr && QStringView(known.first) == *node->string();
        });
        if (found == words.end())
            return fault(*node, key);
        value = found->second;
        return {};
    }

    Result<> readColumns(ImportProfile &profile) const
    {
        const TomlNode *columns = m_root.find(u"columns"_s);
        if (columns == nullptr || columns->table() == nullptr)
            return fault(columns == nullptr ? m_root : *columns, u"columns"_s);
        for (const auto &[key, node] : *columns->table()) {
            const auto meaning = columnMeaningOfCode(key);
            if (!meaning)
                return fault(node, u"columns."_s + key);
            BM_TRY(profile.hints.words[*meaning], list(node, u"columns."_s + key));
        }
        const TomlNode *required = m_root.find(u"required"_s);
        if (required == nullptr)
            return {};
        BM_TRY(const QStringList codes, list(*required, u"required"_s));
        for (const QString &code : codes) {
            const auto meaning = columnMeaningOfCode(code);
            if (!meaning)
                return fault(*required, u"required"_s);
            profile.required.push_back(*meaning);
        }
        return {};
    }

    const TomlNode &m_root;
};

QString quotedList(const QStringList &texts)
{
    QStringList entries;
    for (const QString &text : texts)
        entries += tomlString(text);
    return u'[' + entries.join(u", "_s) + u']';
}

template <typename Words, typename Value>
QString wordOf(const Words &words, Value value)
{
    for (const auto &[word, known] : words)
        if (known == value)
            return tomlString(toQString(word));
    return {};
}

} // namespace

Result<ImportProfile> readProfile(const QByteArray &text, const QString &file)
{
    BM_TRY(const TomlNode root, parseToml(text, file));
    return ProfileReader(root).read();
}

QByteArray writeProfile(const ImportProfile &profile)
{
    QString text = u"id = %1\nvi = %2\nen = %3\nform = %4\ncodes = %5\n"_s.arg(
        tomlString(profile.id), tomlString(profile.title.vi), tomlString(profile.title.en),
        wordOf(kForms, profile.form), wordOf(kMatches, profile.codes));
    if (profile.tree.rows)
        text += u"rows = "_s + wordOf(kRows, *profile.tree.rows) + u'\n';
    if (profile.hints.headerRow > 0)
        text += u"header_row = %1\n"_s.arg(profile.hints.headerRow);
    text += u"top = "_s + quotedList(profile.tree.top) + u'\n';
    QStringList required;
    for (const ColumnMeaning meaning : profile.required)
        required += codeOf(meaning);
    text += u"required = "_s + quotedList(required) + u"\n\n[columns]\n"_s;
    for (const auto &[meaning, headers] : profile.hints.words)
        text += codeOf(meaning) + u" = "_s + quotedList(headers) + u'\n';
    return text.toUtf8();
}

const std::vector<ImportProfile> &builtInProfiles()
{
    static const std::vector<ImportProfile> profiles = [] {
        std::vector<ImportProfile> read;
        for (const QString &name : {u"uk-organogram"_s, u"d3-org-chart"_s, u"danh-sach"_s, u"bm02"_s, u"id-parent"_s}) {
            QFile file(u":/profiles/%1.toml"_s.arg(name));
            const bool isOpen = file.open(QIODevice::ReadOnly);
            auto profile = readProfile(isOpen ? file.readAll() : QByteArray(), file.fileName());
            BM_CHECK(profile.has_value(), continue);
            read.push_back(*std::move(profile));
        }
        return read;
    }();
    return profiles;
}

const ImportProfile *recognise(const SheetTable &table, std::span<const ImportProfile> profiles)
{
    const ImportProfile *best = nullptr;
    std::ptrdiff_t most = 0;
    for (const ImportProfile &profile : profiles) {
        const auto has = [&](ColumnMeaning meaning) {
            const auto headers = profile.hints.words.find(meaning);
            return headers != profile.hints.words.end() && columnUnder(table.headers, headers->second) > 0;
        };
        const auto known =
            std::ranges::count_if(profile.hints.words, [&](const auto &column) { return has(column.first); });
        if (std::ranges::all_of(profile.required, has) && known > most) {
            best = &profile;
            most = known;
        }
    }
    return best;
}

} // namespace bomay
