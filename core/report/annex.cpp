// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/annex.h"

#include "core/base/numbers.h"

#include <QRegularExpression>

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

// Sizes in points: annex I, part III, item 1 (label 14, title 13–14, reference 13–14) and part II, items 5 and 7.
constexpr FontSpec kLabelFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 14};
constexpr FontSpec kAnnexTitleFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 14};
constexpr FontSpec kReferenceFont{FontFace::Serif, FontWeight::Regular, FontSlant::Italic, 14};
constexpr FontSpec kNumberFont{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 13};
constexpr FontSpec kNoteFont{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 9};
constexpr double kSigningLine = 6; ///< mm: a line of 10 points that the clerk's signature puts at the upper right
constexpr double kTitleLine = 0.4; ///< of the title's length; the decree says 1/3 to 1/2
constexpr QChar kHardSpace = QChar::Nbsp;

QString blank(int letters)
{
    return QString(letters, kHardSpace);
}

/// Days under 10, and the months 1 and 2, have a zero in front.
QString padded(int number, int below)
{
    return number < below ? u'0' + QString::number(number) : QString::number(number);
}

QString dateText(const std::optional<Day> &day)
{
    if (!day)
        return u"ngày %1tháng %1năm %2"_s.arg(blank(6), blank(8));
    const QDate date = day->toDate();
    return u"ngày %1 tháng %2 năm %3"_s.arg(padded(date.day(), 10), padded(date.month(), 3)).arg(date.year());
}

/// "05" of "5", "05", "Số 05" or "số: 5"; what is no number stays.
QString numberText(const QString &text)
{
    static const QRegularExpression kNumber(u"^\\s*(?:số\\s*:?)?\\s*(\\d{1,6})\\s*$"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
    const int number = kNumber.match(text).captured(1).toInt();
    return number > 0 ? padded(number, 10) : text;
}

bool isCityInShort(const QString &text)
{
    static const QRegularExpression kShort(
        u"(\\bTP\\.?\\s*HCM\\b|\\bTP\\.?\\s*Hồ Chí Minh|\\bTPHCM\\b|thành phố Hồ Chí Minh|\\bHCMC\\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return kShort.match(text).hasMatch();
}

/// Dates in a text whose zeros are not those of the decree, as it wants them.
QStringList datesMended(const QString &text)
{
    static const QRegularExpression kDate(u"\\bngày (\\d{1,2}) tháng (\\d{1,2})\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    QStringList mended;
    for (auto found = kDate.globalMatch(text); found.hasNext();) {
        const auto date = found.next();
        const QString day = padded(date.captured(1).toInt(), 10);
        const QString month = padded(date.captured(2).toInt(), 3);
        if (day != date.captured(1) || month != date.captured(2))
            mended += u"ngày %1 tháng %2"_s.arg(day, month);
    }
    return mended;
}

} // namespace

QString romanNumber(int number)
{
    struct Digit
    {
        int value;
        std::u16string_view text;
    };
    constexpr std::array kDigits{Digit{1000, u"M"}, Digit{900, u"CM"}, Digit{500, u"D"}, Digit{400, u"CD"},
                                 Digit{100, u"C"},  Digit{90, u"XC"},  Digit{50, u"L"},  Digit{40, u"XL"},
                                 Digit{10, u"X"},   Digit{9, u"IX"},   Digit{5, u"V"},   Digit{4, u"IV"},
                                 Digit{1, u"I"}};
    constexpr int kMost = 3999;
    QString text;
    if (number > kMost)
        return text;
    for (const Digit &digit : kDigits)
        for (; number >= digit.value; number -= digit.value)
            text += QStringView(digit.text);
    return text;
}

QString annexReference(const AnnexFields &fields)
{
    const bool isBlank = fields.medium == AnnexMedium::Electronic;
    const QString number = isBlank || fields.documentNumber.isEmpty() ? blank(8) : numberText(fields.documentNumber);
    return u"(Kèm theo %1 số %2/%3 %4 của %5)"_s.arg(fields.document, number, fields.symbol,
                                                     dateText(isBlank ? std::nullopt : fields.date), fields.issuer);
}

std::vector<Message> annexSlips(const AnnexFields &fields)
{
    std::vector<Message> slips;
    const auto add = [&slips](const QString &code, const QString &text = {}) {
        slips.push_back({code, text.isEmpty() ? MessageArgs{} : MessageArgs{{u"text"_s, text}}});
    };
    if (fields.title.trimmed().isEmpty())
        add(u"annex-slip-title"_s);
    else if (fields.title.trimmed().endsWith(u'.'))
        add(u"annex-slip-title-stop"_s);
    for (const QString &text : {fields.title, fields.issuer})
        if (isCityInShort(text))
            add(u"annex-slip-city"_s, text);
    for (const QString &date : datesMended(fields.title))
        add(u"annex-slip-date-form"_s, date);
    if (fields.form == AnnexForm::Plain)
        return slips;
    if (fields.form == AnnexForm::Plan && fields.kind.trimmed().isEmpty())
        add(u"annex-slip-kind"_s);
    if (fields.document.trimmed().isEmpty())
        add(u"annex-slip-document"_s);
    if (fields.issuer.trimmed().isEmpty())
        add(u"annex-slip-issuer"_s);
    if (fields.symbol.isEmpty())
        add(u"annex-slip-symbol"_s);
    else if (fields.symbol.contains(u' ') || fields.symbol != fields.symbol.toUpper() || fields.symbol.startsWith(u'/'))
        add(u"annex-slip-symbol-form"_s, fields.symbol);
    if (fields.medium == AnnexMedium::Paper) {
        if (fields.documentNumber.isEmpty() && !fields.isDraft)
            add(u"annex-slip-number"_s);
        if (!fields.date && !fields.isDraft)
            add(u"annex-slip-date"_s);
    }
    if (!fields.documentNumber.isEmpty() && numberText(fields.documentNumber) != fields.documentNumber)
        add(u"annex-slip-number-form"_s, numberText(fields.documentNumber));
    return slips;
}

PageRequest annexPage(const AnnexFields &fields, PaperSize paper, Orientation orientation, Day day,
                      const QStringList &notes)
{
    PageRequest page{.paper = paper, .orientation = orientation, .title = fields.title};
    const double free = fields.medium == AnnexMedium::Electronic && fields.form != AnnexForm::Plain ? kSigningLine : 0;
    switch (fields.form) {
    case AnnexForm::Annex:
        page.heading = {{(u"Phụ lục "_s + romanNumber(fields.number)).trimmed(), kLabelFont, free},
                        {fields.title.toUpper(), kAnnexTitleFont},
                        {annexReference(fields), kReferenceFont}};
        break;
    case AnnexForm::Plan:
        page.heading = {{fields.kind.toUpper(), kAnnexTitleFont, free},
                        {fields.title, kAnnexTitleFont, 0, kTitleLine},
                        {annexReference(fields), kReferenceFont}};
        break;
    case AnnexForm::Plain:
        page.heading = {{fields.title.toUpper(), kAnnexTitleFont},
                        {u"(Số liệu tính đến ngày %1)"_s.arg(day.toVietnamese()), kReferenceFont}};
        break;
    }
    page.subtitle = fields.form == AnnexForm::Plain ? page.heading.back().text : annexReference(fields);
    for (const QString &note : notes)
        page.footing.push_back({note, kNoteFont});
    if (fields.isDraft)
        page.corner = u"DỰ THẢO"_s;
    page.isFolded = paper == PaperSize::A3 && fields.form != AnnexForm::Plain;
    return page;
}

void numberPages(PaperDocument &document, const QMarginsF &margins, const TextMeasurer &measurer)
{
    for (int i = 1; i < sizeOf(document.pages); ++i) {
        Page &page = document.pages[uz(i)];
        const QString text = QString::number(i + 1);
        const double width = measurer.width(text, kNumberFont);
        const double middle = margins.left() + (page.size.width() - margins.left() - margins.right()) / 2;
        const double baseline = (margins.top() + measurer.ascent(kNumberFont)) / 2;
        DisplayList number;
        number.texts.push_back({{middle - width / 2, baseline}, width, text, kNumberFont, {0, 0, 0, 255}, {}});
        number.bounds = QRectF(middle - width / 2, 0, width, margins.top());
        page.list.append(number);
    }
}

} // namespace bomay
