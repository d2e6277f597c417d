// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/ods_reader.h"

#include "core/table/odf_table.h"

using namespace Qt::StringLiterals;

namespace bomay {

Result<Workbook> readOds(ZipArchive &zip, const TableLimits &limits)
{
    GridBuilder builder(zip.file(), limits);
    BM_TRY_VOID(builder.hold(zip.bytes().size()));
    const QString manifest = u"META-INF/manifest.xml"_s;
    if (zip.contains(manifest)) {
        BM_TRY(const QByteArray xml, zip.read(manifest, builder.memory()));
        if (xml.contains("encryption-data")) // the parts themselves are only noise then
            return fail(u"encrypted"_s, {}, {zip.file()}, manifest);
        builder.memory().giveBack(xml.size());
    }
    const QString content = u"content.xml"_s;
    const QString stylesPart = u"styles.xml"_s;
    OdfStyles styles;
    if (zip.contains(stylesPart)) {
        BM_TRY(const QByteArray xml, zip.read(stylesPart, builder.memory()));
        BM_TRY_VOID(readOdfPart(xml, stylesPart, styles, builder));
        builder.memory().giveBack(xml.size());
    }
    BM_TRY(const QByteArray xml, zip.read(content, builder.memory()));
    BM_TRY(const bool isSpreadsheet, readOdfPart(xml, content, styles, builder));
    if (!isSpreadsheet)
        return fail(u"not-a-spreadsheet"_s, {}, {zip.file()}, u"no sheets in content.xml"_s);
    return builder.finish(content);
}

Result<Workbook> readFods(const QByteArray &bytes, const QString &file, const TableLimits &limits)
{
    OdfStyles styles;
    GridBuilder builder(file, limits);
    BM_TRY_VOID(builder.hold(bytes.size()));
    const QString part = u"office:document"_s;
    BM_TRY(const bool isSpreadsheet, readOdfPart(bytes, part, styles, builder));
    if (!isSpreadsheet)
        return fail(u"not-a-spreadsheet"_s, {}, {file}, u"no sheets in the document"_s);
    return builder.finish(part);
}

} // namespace bomay
