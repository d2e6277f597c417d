// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/column_meaning.h"

#include "core/base/text_view.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/template_spec.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

/// A meaning, its code in profiles, and the headers that carry it, as `headerKey` gives them.
struct Vocabulary
{
    ColumnMeaning meaning;
    std::u16string_view code;
    std::vector<std::u16string_view> headers;
};

const std::vector<Vocabulary> &vocabulary()
{
    static const std::vector<Vocabulary> words{
        {Ordinal, u"ordinal", {u"stt", u"tt", u"so tt", u"so thu tu", u"no", u"s t t", u"so tt chung"}},
        {Code,
         u"code",
         {u"id", u"code", u"ma", u"ma don vi", u"ma so", u"ma co quan", u"guid", u"post unique reference", u"record id",
          u"employee id", u"business entity id", u"ma dinh danh", u"unit code", u"ma so don vi"}},
        {Parent,
         u"parent",
         {u"parent",
          u"parent id",
          u"parent code",
          u"parent unit",
          u"manager",
          u"manager id",
          u"reports to",
          u"reports to senior post",
          u"reporting senior post",
          u"guid don vi cha",
          u"don vi cha",
          u"ma don vi cha",
          u"ma cap tren",
          u"don vi cap tren",
          u"ma don vi cap tren",
          u"truc thuoc",
          u"thuoc",
          u"cap tren",
          u"unit above",
          u"don vi chu quan",
          u"co quan chu quan",
          u"co quan cap tren",
          u"thuoc don vi"}},
        {Path, u"path", {u"organization node", u"path", u"duong dan", u"node path"}},
        {Name,
         u"name",
         {u"ten co quan don vi",
          u"co quan don vi",
          u"ten don vi",
          u"ten co quan",
          u"ten co quan to chuc don vi",
          u"co quan to chuc don vi",
          u"ten co quan to chuc",
          u"don vi co quan",
          u"ten phong ban",
          u"ten to chuc",
          u"don vi",
          u"co quan",
          u"ten",
          u"name",
          u"unit name",
          u"noi dung",
          u"phong ban don vi",
          u"ten phong ban don vi",
          u"danh muc",
          u"ten phong don vi",
          u"cac co quan don vi",
          u"ten don vi co quan",
          u"to chuc",
          u"phong ban",
          u"phong don vi",
          u"co quan don vi dia phuong"}},
        {Title,
         u"title",
         {u"chuc vu",
          u"chuc danh",
          u"chuc vu chuc danh",
          u"chuc danh chuc vu",
          u"job title",
          u"position name",
          u"position",
          u"post",
          u"title",
          u"chuc vu hien nay",
          u"chuc vu dam nhiem",
          u"chuc vu cong tac",
          u"chuc vu hien tai",
          u"generic job title",
          u"chuc vu hoac chuc danh cong tac",
          u"chuc vu chuc danh cong tac",
          u"chuc vu cao nhat",
          u"chuc vu dang giu",
          u"chuc danh cong viec",
          u"chuc vu chinh quyen",
          u"chuc danh chinh quyen"}},
        {Holder,
         u"holder",
         {u"ho va ten", u"ho ten", u"ho va ten nguoi giu", u"ten can bo", u"full name", u"employee", u"holder",
          u"ho va ten can bo", u"ho ten can bo", u"ho va ten khai sinh", u"nguoi giu chuc vu", u"employee name",
          u"ho va ten can bo cong chuc", u"ho va ten cong chuc vien chuc", u"ho dem", u"ho va ten dem", u"ho ten dem",
          u"ho lot", u"ho va chu lot", u"first name",
          // sections and people in one column
          u"don vi ho ten", u"don vi ho va ten", u"ho ten don vi", u"ho va ten don vi", u"ten don vi ho ten",
          u"ten don vi ho va ten", u"co quan don vi ho va ten"}},
        {GivenName, u"given-name", {u"last name", u"surname"}},
        {Unit,
         u"unit",
         {u"unit", u"department", u"office", u"don vi cong tac", u"phong ban cong tac", u"co quan cong tac",
          u"noi cong tac", u"phong", u"phong chuyen mon", u"bo phan", u"phong ban bo phan",
          u"co quan don vi cong tac"}},
        {Organisation, u"organisation", {u"organisation", u"organization"}},
        {Department, u"department", {u"parent department"}},
        {Seats, u"seats", {u"so luong", u"so nguoi", u"seats", u"headcount", u"so luong nguoi", u"tong so nguoi"}},
        {Fte, u"fte", {u"fte", u"number of posts in fte"}},
        {Allotted,
         u"allotted",
         {u"bien che giao",
          u"bien che duoc giao",
          u"chi tieu bien che",
          u"so bien che duoc giao",
          u"bien che",
          u"giao",
          u"duoc giao",
          u"so giao",
          u"bien che ke hoach",
          u"bien che ke hoach giao",
          u"tong bien che giao",
          u"so luong giao",
          u"posts allotted",
          u"so bien che giao",
          u"chi tieu giao",
          u"so luong duoc giao",
          u"bien che cong chuc duoc giao",
          u"tong so bien che duoc giao",
          u"tong so bien che giao",
          u"so nguoi lam viec duoc giao",
          u"so luong nguoi lam viec duoc giao"}},
        {Filled,
         u"filled",
         {u"co mat", u"bien che co mat", u"hien co", u"bien che hien co", u"so co mat", u"so hien co", u"thuc hien",
          u"bien che thuc hien", u"hien co mat", u"posts filled", u"so nguoi hien co", u"so luong hien co",
          u"so luong co mat", u"da tuyen dung", u"bien che hien dien", u"hien dien", u"tong so cong chuc hien co",
          u"tong so hien co"}},
        {Born, u"born", {u"ngay sinh", u"nam sinh", u"ngay thang nam sinh", u"date of birth", u"ngay thang nam"}},
        {Grade, u"grade", {u"ngach", u"grade", u"ngach cong chuc", u"ma ngach", u"ngach bac", u"ma so ngach"}},
        {Position, u"position", {u"vi tri viec lam", u"vi tri", u"ten vi tri viec lam"}},
        {Decision, u"decision", {u"so quyet dinh", u"quyet dinh bo nhiem", u"quyet dinh"}},
        {Phone, u"phone", {u"dien thoai", u"so dien thoai", u"contact phone", u"phone"}},
        {Mail, u"mail", {u"email", u"thu dien tu", u"contact e mail", u"e mail", u"mail"}},
        {Order, u"order", {u"thu tu", u"order", u"sap xep"}},
        {Note, u"note", {u"ghi chu", u"notes", u"note", u"remark", u"remarks"}},
        {Unused, u"unused", {}},
    };
    return words;
}

const QHash<QString, ColumnMeaning> &meaningsByHeader()
{
    static const QHash<QString, ColumnMeaning> table = [] {
        QHash<QString, ColumnMeaning> result;
        for (const Vocabulary &words : vocabulary())
            for (const std::u16string_view header : words.headers)
                result.insert(toQString(header), words.meaning);
        return result;
    }();
    return table;
}

} // namespace

namespace {

/// A name in two columns: "Họ và tên" merged over both, or "Họ đệm" and "Tên".
void findGivenName(const std::map<int, QString> &headers, ColumnMeanings &meanings)
{
    const auto holder = meanings.find(Holder);
    if (holder == meanings.end() || meanings.contains(GivenName))
        return;
    const QString &header = headers.at(holder->second);
    const auto next = headers.find(holder->second + 1);
    if (next == headers.end())
        return;
    const QString key = headerKey(header.section(u'\n', -1));
    const bool isFirstPart = key.endsWith(u" dem"_s) || key.endsWith(u" lot"_s);
    const auto name = meanings.find(Name);
    const bool isName = name != meanings.end() && name->second == next->first;
    if (next->second == header)
        meanings.emplace(GivenName, next->first);
    else if (isFirstPart && isName && headerKey(next->second.section(u'\n', -1)) == u"ten"_s) {
        meanings.erase(name);
        meanings.emplace(GivenName, next->first);
    }
}

} // namespace

QString codeOf(ColumnMeaning meaning)
{
    for (const Vocabulary &words : vocabulary())
        if (words.meaning == meaning)
            return toQString(words.code);
    return {};
}

std::optional<ColumnMeaning> columnMeaningOfCode(QStringView code)
{
    for (const Vocabulary &words : vocabulary())
        if (QStringView(words.code) == code)
            return words.meaning;
    return std::nullopt;
}

QString headerKey(const QString &header)
{
    QString parted;
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (i > 0 && header[i].isUpper() && header[i - 1].isLower())
            parted += u' ';
        parted += header[i].isLetterOrNumber() || header[i].isMark() || header[i] == u'(' || header[i] == u')' ||
                          header[i] == u'*'
                      ? header[i]
                      : QChar(u' ');
    }
    return templateKey(parted);
}

std::optional<ColumnMeaning> meaningOfHeader(const QString &header)
{
    const auto found = meaningsByHeader().constFind(headerKey(header));
    return found == meaningsByHeader().constEnd() ? std::nullopt : std::optional(*found);
}

int columnUnder(const std::map<int, QString> &headers, const QStringList &wanted)
{
    for (const QString &one : wanted)
        for (const auto &[column, header] : headers)
            if (headerKey(header) == headerKey(one) || headerKey(header.section(u'\n', -1)) == headerKey(one))
                return column;
    return 0;
}

ColumnMeanings meaningsOfHeaders(const std::map<int, QString> &headers, const HeaderWords &words)
{
    ColumnMeanings meanings;
    std::vector<int> taken;
    for (const auto &[meaning, wanted] : words)
        if (meaning == Unused) {
            for (const QString &header : wanted)
                taken.push_back(columnUnder(headers, {header}));
        } else if (const int column = columnUnder(headers, wanted); column > 0) {
            meanings.emplace(meaning, column);
            taken.push_back(column);
        }
    for (const auto &[column, header] : headers) {
        if (std::ranges::find(taken, column) != taken.end())
            continue;
        std::optional<ColumnMeaning> meaning = meaningOfHeader(header);
        // Of "Biên chế / Giao" the last line alone may say enough.
        for (qsizetype at = header.indexOf(u'\n'); !meaning && at >= 0; at = header.indexOf(u'\n', at + 1))
            meaning = meaningOfHeader(header.mid(at + 1));
        // Beside a column of agencies one of their divisions says more closely where a post is.
        if (meaning == Name && meanings.contains(Name) && headerKey(header).startsWith(u"phong"_s))
            meaning = Unit;
        // "Title" alone may be Mr. or Dr.
        if (meaning == Title && headerKey(header) == u"job title"_s && meanings.contains(Title) &&
            headerKey(headers.at(meanings[Title])) == u"title"_s)
            meanings[Title] = column;
        if (meaning)
            meanings.emplace(*meaning, column);
    }
    findGivenName(headers, meanings);
    if (meanings.contains(Title) && !meanings.contains(Holder) && meanings.contains(Name) &&
        headerKey(headers.at(meanings[Name])) == u"name"_s) {
        meanings.emplace(Holder, meanings[Name]);
        meanings.erase(Name);
    }
    return meanings;
}

} // namespace bomay
