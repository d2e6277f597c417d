// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/annex_request.h"

#include "core/decree/toml_table.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

// In the order of the enumerations; the first is what a text without the key says.
const QStringList &forms()
{
    static const QStringList kForms{u"annex"_s, u"plan"_s, u"plain"_s};
    return kForms;
}

const QStringList &media()
{
    static const QStringList kMedia{u"paper"_s, u"electronic"_s};
    return kMedia;
}

const QStringList &orientations()
{
    static const QStringList kOrientations{u"auto"_s, u"portrait"_s, u"landscape"_s};
    return kOrientations;
}

template <typename Enum>
Result<Enum> wordIn(const TomlTable &table, const QString &key, const QStringList &words)
{
    BM_TRY(const QString word, table.optionalText(key));
    if (!word.isEmpty() && !words.contains(word))
        return unknownValue(*table.find(key), key, word, words);
    return static_cast<Enum>(std::max<qsizetype>(0, words.indexOf(word)));
}

Result<PaperSize> paperIn(const TomlTable &table)
{
    BM_TRY(const QString text, table.optionalText(u"paper"_s));
    const std::optional<PaperSize> paper = paperSizeOf(text);
    if (!text.isEmpty() && !paper)
        return unknownValue(*table.find(u"paper"_s), u"paper"_s, text, {u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s});
    return paper.value_or(PaperSize::A4);
}

} // namespace

Result<AnnexRequest> readAnnex(const QByteArray &toml, const QString &file)
{
    BM_TRY(const TomlNode node, parseToml(toml, file));
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"annex"_s,
                           {u"form"_s, u"number"_s, u"kind"_s, u"title"_s, u"document"_s, u"document_number"_s,
                            u"symbol"_s, u"date"_s, u"issuer"_s, u"medium"_s, u"draft"_s, u"paper"_s, u"orientation"_s,
                            u"staffing"_s}));
    AnnexRequest request;
    AnnexFields &fields = request.fields;
    BM_TRY(fields.form, wordIn<AnnexForm>(table, u"form"_s, forms()));
    BM_TRY(fields.medium, wordIn<AnnexMedium>(table, u"medium"_s, media()));
    if (table.has(u"number"_s)) {
        BM_TRY(fields.number, table.count(u"number"_s));
    }
    BM_TRY(fields.title, table.optionalText(u"title"_s));
    BM_TRY(fields.kind, table.optionalText(u"kind"_s));
    if (const TomlNode *document = table.find(u"document"_s)) {
        const QString *text = document->string();
        const bool isCleared = text != nullptr && text->isEmpty(); // else the usual one would stand there again
        fields.document.clear();
        if (!isCleared) {
            BM_TRY(fields.document, table.text(u"document"_s));
        }
    }
    BM_TRY(fields.documentNumber, table.optionalText(u"document_number"_s));
    BM_TRY(fields.symbol, table.optionalText(u"symbol"_s));
    BM_TRY(fields.date, table.optionalDay(u"date"_s));
    BM_TRY(fields.issuer, table.optionalText(u"issuer"_s));
    BM_TRY(fields.isDraft, table.flag(u"draft"_s));
    BM_TRY(request.paper, paperIn(table));
    BM_TRY(request.orientation, wordIn<Orientation>(table, u"orientation"_s, orientations()));
    BM_TRY(request.withStaffing, table.flag(u"staffing"_s));
    return request;
}

QString annexToml(const AnnexRequest &request)
{
    const AnnexRequest usual;
    const AnnexFields &fields = request.fields;
    QString text;
    const auto add = [&text](QLatin1StringView key, const QString &value) {
        text += QString(key) + u" = "_s + value + u'\n';
    };
    const auto addText = [&add](QLatin1StringView key, const QString &value, const QString &usually = {}) {
        if (!value.isEmpty() && value != usually)
            add(key, tomlString(value));
    };
    const auto addWord = [&addText](QLatin1StringView key, const QStringList &words, auto value) {
        addText(key, words[static_cast<qsizetype>(value)], words.front());
    };
    addWord("form"_L1, forms(), fields.form);
    if (fields.number > 0)
        add("number"_L1, QString::number(fields.number));
    addText("kind"_L1, fields.kind);
    addText("title"_L1, fields.title);
    if (fields.document != usual.fields.document)
        add("document"_L1, tomlString(fields.document));
    addText("document_number"_L1, fields.documentNumber);
    addText("symbol"_L1, fields.symbol);
    if (fields.date)
        add("date"_L1, fields.date->toIso());
    addText("issuer"_L1, fields.issuer);
    addWord("medium"_L1, media(), fields.medium);
    if (fields.isDraft)
        add("draft"_L1, u"true"_s);
    addText("paper"_L1, nameOf(request.paper), nameOf(usual.paper));
    addWord("orientation"_L1, orientations(), request.orientation);
    if (request.withStaffing)
        add("staffing"_L1, u"true"_s);
    return text;
}

} // namespace bomay
