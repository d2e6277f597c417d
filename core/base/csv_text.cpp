// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isNumber(const QString &text)
{
    bool isOne = false;
    text.toDouble(&isOne);
    return isOne;
}

QString field(const QString &text)
{
    QString result = withoutFormula(text);
    const bool needsQuotes = result.contains(u',') || result.contains(u'"') || result.contains(u'\n') ||
                             result.contains(u'\r') || result.contains(u';');
    return needsQuotes ? u'"' + result.replace(u'"', u"\"\""_s) + u'"' : result;
}

void append(QByteArray &bytes, const QStringList &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            bytes += ',';
        bytes += field(fields[i]).toUtf8();
    }
    bytes += "\r\n";
}

} // namespace

QString withoutFormula(QString text)
{
    static const QString kFormulaStarts = u"=+-@\t\r\n＝＋－＠"_s;
    if (!text.isEmpty() && kFormulaStarts.contains(text.front()) && !isNumber(text))
        text.prepend(u'\'');
    return text;
}

QByteArray csvText(const QStringList &header, const std::vector<QStringList> &rows)
{
    QByteArray bytes("\xEF\xBB\xBF");
    append(bytes, header);
    for (const QStringList &row : rows)
        append(bytes, row);
    return bytes;
}

} // namespace bomay
