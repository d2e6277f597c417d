// SPDX-License-Identifier: GPL-3.0-or-later
#include "xlsx_parts.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <zip.h>

namespace {

constexpr auto kRels = "xl/_rels/workbook.xml.rels";
constexpr auto kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

} // namespace

XlsxParts::XlsxParts(const QByteArray &rows)
{
    set("_rels/.rels", QByteArray("<Relationships><Relationship Id=\"rId1\" Type=\"") + kTypes +
                           "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    set("xl/workbook.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<workbookPr/><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    set(kRels, "<Relationships></Relationships>");
    relate("worksheet", "worksheets/sheet1.xml");
    set("xl/worksheets/sheet1.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" +
            rows + "</sheetData></worksheet>");
}

XlsxParts XlsxParts::empty()
{
    XlsxParts parts;
    parts.m_parts.clear();
    return parts;
}

XlsxParts &XlsxParts::set(const char *part, const QByteArray &bytes)
{
    remove(part);
    m_parts.append({part, bytes});
    return *this;
}

XlsxParts &XlsxParts::remove(const char *part)
{
    m_parts.removeIf([&](const auto &entry) { return entry.first == part; });
    return *this;
}

XlsxParts &XlsxParts::replaceIn(const char *part, const char *before, const char *after)
{
    for (auto &[name, bytes] : m_parts) {
        if (name == part)
            bytes.replace(before, after);
    }
    return *this;
}

void XlsxParts::relate(const char *type, const char *target)
{
    for (auto &[name, bytes] : m_parts) {
        if (name != kRels)
            continue;
        const QByteArray id = "rId" + QByteArray::number(bytes.count("<Relationship ") + 1);
        bytes.replace("</Relationships>", "<Relationship Id=\"" + id + "\" Type=\"" + kTypes + type + "\" Target=\"" +
                                              target + "\"/></Relationships>");
    }
}

XlsxParts &XlsxParts::withStrings(const QByteArray &items)
{
    relate("sharedStrings", "sharedStrings.xml");
    return set("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
}

XlsxParts &XlsxParts::withStyles(const QByteArray &content)
{
    relate("styles", "styles.xml");
    return set("xl/styles.xml", "<styleSheet>" + content + "</styleSheet>");
}

XlsxParts &XlsxParts::encrypt(const char *part)
{
    m_encrypted = part;
    return *this;
}

QByteArray XlsxParts::bytes(const char *part) const
{
    for (const auto &[name, bytes] : m_parts) {
        if (name == part)
            return bytes;
    }
    return {};
}

QByteArray XlsxParts::zip() const
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target); // so that the bytes outlive the archive
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    Q_ASSERT(archive != nullptr);
    for (const auto &[name, bytes] : m_parts) {
        zip_source_t *source =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
        const auto at = static_cast<zip_uint64_t>(index);
        zip_file_set_mtime(archive, at, 315'532'800, 0); // 1980: the same parts give the same bytes
        if (name == m_encrypted)
            zip_file_set_encryption(archive, at, ZIP_EM_AES_256, "secret");
    }
    zip_close(archive);
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_source_stat(target, &stat);
    QByteArray result(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    zip_source_open(target);
    zip_source_read(target, result.data(), stat.size);
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return result;
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return path;
}
