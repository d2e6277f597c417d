// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_package.h"

#include "core/base/numbers.h"
#include "core/table/table_limits.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// One line of a .rels part.
struct Relationship
{
    QString type; ///< its last word only: the strict and the transitional form differ before it
    QString part;
};
using Relationships = QMap<QString, Relationship>; // by id, in order, so that the same file is always read the same way

std::unexpected<Error> failPart(const ZipArchive &zip, const QString &part, const QString &detail,
                                const QString &sheet = {})
{
    return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}}, {zip.file(), sheet}, detail);
}

/// The bytes of a part that says something of others. They are taken apart by a slower reader than sheets are, so that
/// they have a limit of their own; the styles of workbooks that were pasted together for years have some MB.
Result<QByteArray> readSmallPart(ZipArchive &zip, const QString &part)
{
    constexpr std::int64_t kMostBytes = 32 << 20;
    MemoryBudget memory(kMostBytes);
    return zip.read(part, memory);
}

/// Moves to the next start of an element; false at the end, at an error and at a DOCTYPE, which becomes an error.
bool nextElement(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            xml.raiseError(u"DOCTYPE"_s);
        if (token == QXmlStreamReader::StartElement)
            return true;
    }
    return false;
}

/// "worksheets/sheet1.xml", "../xl/styles.xml" or "/xl/styles.xml", seen from a folder of the zip, as a full name.
QString resolvedPart(const ZipArchive &zip, const QString &folder, const QString &target)
{
    QStringList path = target.startsWith(u'/') ? QStringList() : folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : target.split(u'/', Qt::SkipEmptyParts)) {
        if (step == u"..") {
            if (!path.isEmpty())
                path.removeLast();
        } else if (step != u".") {
            path.append(step);
        }
    }
    const QString part = path.join(u'/');
    return zip.contains(part) ? part : QUrl::fromPercentEncoding(part.toUtf8());
}

QString folderOf(const QString &part)
{
    return part.section(u'/', 0, -2);
}

/// The relationships of a part, or of the package where the part is empty. A part without any has no .rels.
Result<Relationships> readRelationships(ZipArchive &zip, const QString &part)
{
    Relationships result;
    const QString folder = folderOf(part);
    const QString rels = (folder.isEmpty() ? u""_s : folder + u'/') + u"_rels/"_s + part.section(u'/', -1) + u".rels"_s;
    if (!zip.contains(rels))
        return result;
    BM_TRY(const QByteArray bytes, readSmallPart(zip, rels));
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() != u"Relationship" || attributes.value(u"TargetMode"_s) == u"External")
            continue;
        result.insert(attributes.value(u"Id"_s).toString(),
                      {attributes.value(u"Type"_s).toString().section(u'/', -1),
                       resolvedPart(zip, folder, attributes.value(u"Target"_s).toString())});
    }
    if (xml.hasError())
        return failPart(zip, rels, xml.errorString());
    return result;
}

/// The first part that a relationship of this type names; empty where there is none.
QString partOfType(const Relationships &relationships, QStringView type)
{
    for (const Relationship &relationship : relationships) {
        if (relationship.type == type)
            return relationship.part;
    }
    return {};
}

bool isTrue(QStringView value)
{
    return value == u"1" || value == u"true";
}

/// The attribute r:id, in whichever namespace the strict or the transitional form puts it.
QString relationshipId(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == u"id" && attribute.namespaceUri().endsWith(u"/relationships"))
            return attribute.value().toString();
    }
    return {};
}

Result<> addSheet(XlsxPackage &package, const QXmlStreamAttributes &attributes, const Relationships &relationships,
                  const ZipArchive &zip, const QString &workbookPart, QHash<QString, bool> &isNamed)
{
    const QString name = attributes.value(u"name"_s).toString();
    const auto relationship = relationships.constFind(relationshipId(attributes));
    if (relationship == relationships.constEnd())
        return failPart(zip, workbookPart, u"the sheet's part is not named"_s, name);
    if (relationship->type != u"worksheet")
        return {};
    if (!zip.contains(relationship->part))
        return failPart(zip, relationship->part, u"the part is missing"_s, name);
    // A small file could name one sheet thousands of times.
    if (std::exchange(isNamed[relationship->part], true))
        return failPart(zip, relationship->part, u"the part is named twice"_s, name);
    const QStringView state = attributes.value(u"state"_s);
    const bool isHidden = state == u"hidden" || state == u"veryHidden";
    package.sheets.push_back({name, isHidden ? SheetState::Hidden : SheetState::Visible, relationship->part});
    return {};
}

Result<> readWorkbookPart(XlsxPackage &package, const Relationships &relationships, ZipArchive &zip,
                          const QString &part)
{
    BM_TRY(const QByteArray bytes, readSmallPart(zip, part));
    QXmlStreamReader xml(bytes);
    bool inSheets = false;
    QHash<QString, bool> isNamed;                      // by the part of a sheet
    if (nextElement(xml) && xml.name() != u"workbook") // a word processor's or a drawing program's file
        return fail(u"not-a-spreadsheet"_s, {}, {zip.file()});
    while (nextElement(xml)) {
        if (xml.name() == u"workbookPr" && isTrue(xml.attributes().value(u"date1904"_s))) {
            package.dateSystem = DateSystem::From1904;
        } else if (xml.name() == u"sheet" && inSheets) {
            BM_TRY_VOID(addSheet(package, xml.attributes(), relationships, zip, part, isNamed));
        } else {
            inSheets = xml.name() == u"sheets";
        }
    }
    if (xml.hasError())
        return failPart(zip, part, xml.errorString());
    return {};
}

/// The `fonts` of the styles part and what `cellXfs` make of them.
class StylesReader
{
public:
    void takeElement(QStringView name, const QXmlStreamAttributes &attributes);
    void fill(XlsxPackage &package) const;

private:
    struct Format
    {
        int number = 0;
        int font = 0;
        int indent = 0;
    };

    QHash<int, bool> m_isDateById;
    std::vector<CellLook> m_fonts;
    std::vector<Format> m_formats; // joined after the end: nothing says that the formats come first
    bool m_inFonts = false;
    bool m_inCellStyles = false;
};

void StylesReader::takeElement(QStringView name, const QXmlStreamAttributes &attributes)
{
    if (name == u"numFmt") {
        m_isDateById.insert(attributes.value(u"numFmtId"_s).toInt(),
                            isDateFormatCode(attributes.value(u"formatCode"_s)));
    } else if (name == u"font" && m_inFonts) {
        m_fonts.emplace_back();
    } else if (name == u"name" && m_inFonts && !m_fonts.empty()) {
        m_fonts.back().font = attributes.value(u"val"_s).toString();
    } else if (name == u"b" && m_inFonts && !m_fonts.empty()) {
        m_fonts.back().bold = !attributes.hasAttribute(u"val"_s) || isTrue(attributes.value(u"val"_s));
    } else if (name == u"xf" && m_inCellStyles) {
        m_formats.push_back({attributes.value(u"numFmtId"_s).toInt(), attributes.value(u"fontId"_s).toInt(), 0});
    } else if (name == u"alignment" && m_inCellStyles && !m_formats.empty()) {
        m_formats.back().indent = std::clamp(attributes.value(u"indent"_s).toInt(), 0, kMaxIndent);
    } else if (name == u"fonts" || name == u"fills") {
        m_inFonts = name == u"fonts";
    } else if (name == u"cellXfs" || name == u"cellStyleXfs" || name == u"cellStyles" || name == u"dxfs") {
        m_inCellStyles = name == u"cellXfs";
        m_inFonts = false;
    }
}

void StylesReader::fill(XlsxPackage &package) const
{
    for (const Format &format : m_formats) {
        package.isDateByStyle.push_back(m_isDateById.value(format.number, isDateFormatId(format.number)));
        const bool hasFont = format.font >= 0 && format.font < sizeOf(m_fonts);
        package.styles.push_back(hasFont ? m_fonts[uz(format.font)] : CellLook{});
        package.styles.back().indent = format.indent;
    }
}

Result<> readStyles(XlsxPackage &package, ZipArchive &zip, const QString &part)
{
    BM_TRY(const QByteArray bytes, readSmallPart(zip, part));
    QXmlStreamReader xml(bytes);
    StylesReader styles;
    while (nextElement(xml))
        styles.takeElement(xml.name(), xml.attributes());
    if (xml.hasError())
        return failPart(zip, part, xml.errorString());
    styles.fill(package);
    return {};
}

} // namespace

Result<XlsxPackage> readXlsxPackage(ZipArchive &zip)
{
    BM_TRY(const Relationships packageRelationships, readRelationships(zip, {}));
    QString workbookPart = partOfType(packageRelationships, u"officeDocument");
    if (workbookPart.isEmpty())
        workbookPart = u"xl/workbook.xml"_s;
    if (!zip.contains(workbookPart) ||
        !workbookPart.endsWith(u".xml"_s, Qt::CaseInsensitive)) // .xlsb has a workbook.bin
        return fail(u"not-a-spreadsheet"_s, {}, {zip.file()}, u"no xl/workbook.xml"_s);

    BM_TRY(const Relationships relationships, readRelationships(zip, workbookPart));
    XlsxPackage package;
    BM_TRY_VOID(readWorkbookPart(package, relationships, zip, workbookPart));
    package.sharedStringsPart = partOfType(relationships, u"sharedStrings");
    if (const QString styles = partOfType(relationships, u"styles"); !styles.isEmpty()) {
        BM_TRY_VOID(readStyles(package, zip, styles));
    }
    return package;
}

} // namespace bomay
