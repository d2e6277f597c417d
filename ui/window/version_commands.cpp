// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/version_commands.h"

#include "core/change/change_between.h"
#include "ui/panels/data_texts.h"
#include "ui/window/difference_text.h"
#include "ui/window/file_commands.h"

namespace bomay {

namespace {

constexpr int kShownDigits = 16; ///< of a hash, enough to tell two papers apart

} // namespace

VersionCommands::VersionCommands(Document &document, SessionPorts ports, FileCommands &files, Dialogs &dialogs,
                                 const MessageCatalog &messages, Language language, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_ports(std::move(ports))
    , m_files(files)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_language(language)
{}

template <typename Value>
std::optional<Value> VersionCommands::told(Result<Value> result)
{
    if (result)
        return *std::move(result);
    m_dialogs.tell(m_messages.describe(result.error(), m_language));
    return std::nullopt;
}

QString VersionCommands::describe(const Version &version) const
{
    const VersionLabel &label = version.label;
    const QString what = label.isSealed ? tr("%1 (đã chốt)").arg(label.name) : label.name;
    return tr("%1: số liệu ngày %2, ghi lúc %3, mã %4")
        .arg(what, dayText(label.asOf, m_language), timeText(label.time, m_language), version.hash.left(kShownDigits));
}

void VersionCommands::add(const QString &title, const QString &question, const QString &suggestion, bool isSealed)
{
    const std::optional<QString> name = m_dialogs.askText(title, question, suggestion);
    if (!name)
        return;
    m_document.flush();
    // Also where nothing is unsaved: the file may be of an older version.
    if (!m_files.save())
        return;
    if (const auto version = told(m_document.addVersion(name->trimmed(), isSealed)))
        Q_EMIT said(tr("Đã ghi phiên bản %1").arg(describe(*version)));
}

void VersionCommands::name()
{
    add(tr("Đặt tên phiên bản"), tr("Tài liệu được lưu, và tình trạng hiện nay được giữ trong tệp dưới tên:"), {},
        false);
}

void VersionCommands::seal()
{
    const QString day = dayText(m_document.session().asOf(), m_language);
    add(tr("Chốt số liệu"),
        tr("Tài liệu được lưu, và số liệu tại ngày %1 được chốt. Bản đã chốt không sửa và không xóa được.").arg(day),
        tr("Chốt số liệu %1").arg(day), true);
}

std::optional<Version> VersionCommands::choose(const QString &title, const QString &question, const QString &accept)
{
    const auto versions = told(versionsOf(m_document.session().path()));
    if (!versions)
        return std::nullopt;
    if (versions->empty()) {
        Q_EMIT said(tr("Tài liệu chưa có phiên bản nào"));
        return std::nullopt;
    }
    QStringList lines;
    for (const Version &version : *versions)
        lines += describe(version);
    const std::optional<int> line = m_dialogs.chooseLine(title, question, lines, accept);
    return line && *line >= 0 && *line < sizeOf(*versions) ? std::optional((*versions)[uz(*line)]) : std::nullopt;
}

void VersionCommands::show()
{
    const auto version =
        choose(tr("Xem phiên bản"), tr("Phiên bản chỉ xem được; “Trở lại tài liệu” đưa tài liệu trở lại."), tr("Xem"));
    if (!version)
        return;
    if (!m_files.mayClose())
        return;
    if (auto session = told(Session::openVersion(m_document.session().path(), *version, m_ports)))
        m_document.replaceSession(*std::move(session));
}

void VersionCommands::restore()
{
    const auto version =
        choose(tr("Đưa về phiên bản"), tr("Đây là một thay đổi, có thể hoàn tác; phiên bản vẫn còn."), tr("Đưa về"));
    if (!version)
        return;
    const auto organisation = told(loadVersion(m_document.session().path(), version->number));
    if (!organisation)
        return;
    Change change = changeBetween(m_document.organisation(), *organisation);
    change.title = tr("Đưa về phiên bản %1").arg(version->label.name);
    if (change.images.empty())
        Q_EMIT said(tr("Tài liệu giống phiên bản đó"));
    else
        m_document.perform(std::move(change));
}

void VersionCommands::compare()
{
    const auto version =
        choose(tr("So sánh với phiên bản"), tr("Liệt kê những gì đã khác từ phiên bản đó đến nay."), tr("So sánh"));
    if (!version)
        return;
    if (const auto organisation = told(loadVersion(m_document.session().path(), version->number)))
        m_dialogs.showText(tr("Khác với phiên bản %1").arg(version->label.name),
                           differenceText(differences(*organisation, m_document.organisation())));
}

void VersionCommands::remove()
{
    const auto version = choose(tr("Xóa phiên bản"), tr("Phiên bản đã xóa không lấy lại được."), tr("Xóa"));
    if (!version)
        return;
    if (const Result<> removed = m_document.removeVersion(version->number); !removed)
        m_dialogs.tell(m_messages.describe(removed.error(), m_language));
    else
        Q_EMIT said(tr("Đã xóa phiên bản %1").arg(version->label.name));
}

} // namespace bomay
