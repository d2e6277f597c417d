// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_commands.h"

#include "core/change/transaction.h"
#include "core/change/without_persons.h"
#include "core/exchange/allotment_table.h"
#include "core/exchange/form_fill.h"
#include "core/exchange/rearrangement_list.h"
#include "core/exchange/report_json.h"
#include "core/exchange/template_rows.h"
#include "core/exchange/template_writer.h"
#include "core/store/same_file.h"
#include "core/table/reader.h"
#include "ui/import/import_draft.h"
#include "ui/widgets/date_reading.h"
#include "ui/window/file_names.h"
#include "ui/window/recovery_commands.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

FileCommands::FileCommands(Document &document, SessionPorts ports, RecoveryCommands &recovery, Dialogs &dialogs,
                           const MessageCatalog &messages, Language language, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_ports(std::move(ports))
    , m_recovery(recovery)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_language(language)
{
    connect(&document, &Document::failed, this, &FileCommands::tell);
}

QString FileCommands::documentName() const
{
    const Session &session = m_document.session();
    if (session.version())
        return u"%1 (%2)"_s.arg(QFileInfo(session.home()).completeBaseName(), session.version()->label.name);
    return session.path().isEmpty() ? tr("Chưa đặt tên") : QFileInfo(session.path()).fileName();
}

QString FileCommands::suggestedName() const
{
    const QString path = m_document.session().path();
    return path.isEmpty() ? fileNameFrom(documentName()) : QFileInfo(path).completeBaseName();
}

void FileCommands::newDocument()
{
    if (mayClose())
        m_document.replaceSession(std::make_unique<Session>(m_ports));
}

void FileCommands::newFromSample()
{
    if (!mayClose())
        return;
    QStringList paths{u":/samples/thu-duc-2021"_s};
    QStringList names{tr("Thành phố Thủ Đức năm 2021")};
    if (const QString folder = officeFolder(u"templates"_s); !folder.isEmpty()) {
        const QStringList kinds{u"*.xlsx"_s, u"*.xlsm"_s, u"*.ods"_s, u"*.csv"_s};
        for (const QFileInfo &file : QDir(folder).entryInfoList(kinds, QDir::Files, QDir::Name)) {
            paths += file.filePath();
            names += file.completeBaseName();
        }
    }
    const auto chosen = m_dialogs.chooseLine(tr("Mới từ sơ đồ mẫu"), tr("Bắt đầu từ:"), names, tr("Tạo"));
    if (chosen && *chosen >= 0 && *chosen < paths.size())
        openSpreadsheet(paths[*chosen]);
}

void FileCommands::open()
{
    if (!mayClose())
        return;
    const QString path =
        m_dialogs.fileToOpen(tr("Mở"), tr("Tài liệu và bảng tính (*.bomay *.xlsx *.xlsm *.xls *.ods *.fods *.xml "
                                          "*.html *.docx *.csv *.tsv);;Tài liệu Bộ Máy (*.bomay);;Mọi tệp (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void FileCommands::openPath(const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir() || file.suffix().compare(u"bomay"_s, Qt::CaseInsensitive) != 0) {
        openSpreadsheet(path);
        return;
    }
    if (m_recovery.offer(path))
        return;
    if (isSameFile(path, m_document.session().path()))
        m_document.releaseFile(); // else this window would keep itself from editing
    if (const Result<> opened = m_document.open(path, m_ports); !opened) {
        m_document.holdFile();
        const bool isDamaged = opened.error().code() == u"damaged-document"_s;
        if (!isDamaged || !m_recovery.offerSalvage(path, opened.error()))
            tell(opened.error());
        return;
    }
    Q_EMIT said(tr("Đã mở %1").arg(QDir::toNativeSeparators(path)));
}

QStringList FileCommands::chosenOf(const QStringList &paths)
{
    constexpr qsizetype kUnasked = 5;
    if (paths.size() <= kUnasked)
        return paths;
    const QString first = QFileInfo(paths.front()).fileName();
    const auto answer =
        m_dialogs.chooseLine(tr("Mở nhiều tệp"), tr("Mỗi tệp sẽ mở trong một cửa sổ riêng. Mở những tệp nào?"),
                             {tr("Chỉ mở %1").arg(first), tr("Mở cả %1 tệp").arg(paths.size())}, tr("Mở"));
    if (!answer)
        return {};
    return *answer == 0 ? QStringList{paths.front()} : paths;
}

void FileCommands::reopen()
{
    if (mayClose())
        openPath(m_document.session().home());
}

bool FileCommands::save()
{
    m_document.flush();
    const QString path = m_document.session().path();
    return path.isEmpty() ? saveAs() : saveTo(path);
}

bool FileCommands::saveAs()
{
    m_document.flush();
    const QString path = m_dialogs.fileToSave(tr("Lưu thành"), suggestedName(), tr("Tài liệu Bộ Máy (*.bomay)"));
    return !path.isEmpty() && saveTo(path);
}

bool FileCommands::saveTo(const QString &path)
{
    if (const Result<> saved = m_document.saveAs(path); !saved) {
        tell(saved.error());
        return false;
    }
    Q_EMIT said(tr("Đã lưu %1").arg(QDir::toNativeSeparators(path)));
    return true;
}

void FileCommands::saveWithoutPersons()
{
    m_document.flush();
    const QString path =
        m_dialogs.fileToSave(tr("Bản sao không có dữ liệu cá nhân"),
                             tr("%1 (không có dữ liệu cá nhân)").arg(suggestedName()), tr("Tài liệu Bộ Máy (*.bomay)"));
    if (path.isEmpty())
        return;
    if (isSameFile(path, m_document.session().home())) {
        m_dialogs.tell(tr("Bản sao không được ghi đè lên chính tài liệu đang mở."));
        return;
    }
    std::optional<LockHolder> holder;
    const auto lock = DocumentLock::acquire(path, {m_ports.author, {}, m_ports.now()}, holder);
    if (holder) {
        tell({{u"document-held"_s, {{u"name"_s, holder->name}, {u"host"_s, holder->host}}}, {path}});
        return;
    }
    Organisation copy = m_document.organisation();
    const Change change = withoutPersons(copy);
    Result<QString> saved;
    if (const Result<ChangeSet> applied = applyChange(copy, change); !applied)
        saved = std::unexpected(applied.error());
    else
        saved = saveDocument(copy, path); // without a log: its images have the persons, its titles may name them
    if (!saved)
        tell(saved.error());
    else
        Q_EMIT said(tr("Đã ghi %1: không có người, ghi chú, cột riêng, nhật ký và phiên bản")
                        .arg(QDir::toNativeSeparators(path)));
}

void FileCommands::importSpreadsheet()
{
    const QString path = m_dialogs.fileToOpen(
        tr("Nhập bảng tính"),
        tr("Bảng tính (*.xlsx *.xlsm *.xls *.ods *.fods *.xml *.html *.docx *.csv *.tsv);;Mọi tệp (*)"));
    if (!path.isEmpty())
        importFrom(path);
}

bool FileCommands::importFrom(const QString &path)
{
    const auto import = understand(path, m_document.organisation(), Asking::Always);
    const PartialDate before = m_document.organisation().info().asOf;
    if (!import || !m_document.perform(import->change))
        return false;
    if (const PartialDate asOf = m_document.organisation().info().asOf; asOf != before && !asOf.isEmpty())
        m_document.setAsOf(asOf.lastDay());
    Q_EMIT said(import->done);
    return true;
}

std::optional<FileCommands::Import> FileCommands::understand(const QString &path, const Organisation &into,
                                                             Asking asking)
{
    const auto workbook = QFileInfo(path).isDir() ? readCsvFolder(path) : readWorkbook(path);
    if (!workbook) {
        tell(workbook.error());
        return std::nullopt;
    }
    std::vector<Workbook> workbooks;
    workbooks.push_back(*workbook);
    std::optional<Order> order;
    if (hasRearrangement(workbooks)) {
        order = askOrder();
        if (!order)
            return std::nullopt;
    }
    ImportDraft draft(std::move(workbooks), into, m_document.ids(), profileFolder(), std::move(order));
    if (draft.sheets().empty()) {
        tell(draft.plan() ? Error{{u"nothing-recognised"_s}, {path}} : draft.plan().error());
        return std::nullopt;
    }
    const bool isComplete = draft.plan() && draft.plan()->report.leftOut + draft.plan()->report.asked == 0;
    const bool asks = asking == Asking::Always || !isComplete || !draft.isRecognised();
    if (asks && !m_dialogs.reviewImport(draft, m_messages, m_language))
        return std::nullopt;
    Result<Change> change = draft.change();
    if (!change) {
        tell(change.error());
        return std::nullopt;
    }
    const ImportReport &report = draft.plan()->report;
    const auto accepted = static_cast<int>(std::ranges::count(draft.accepted(), true));
    return Import{*std::move(change), draft.isIntoEmpty() ? tr("Đã nhập %n dòng", nullptr, report.taken + report.asked)
                                                          : tr("Đã nhập %n nội dung đã chọn", nullptr, accepted)};
}

std::optional<Order> FileCommands::askOrder()
{
    FormQuestion question;
    question.title = tr("Danh sách sắp xếp đơn vị hành chính");
    question.explanation =
        tr("Tệp ghi các đơn vị hành chính cũ thành đơn vị mới, nhưng không ghi theo văn bản nào và từ "
           "ngày nào. HĐND, UBND của đơn vị cũ được chuyển theo.");
    question.fields = {{FormField::Kind::Line, tr("Văn bản"), tr("số, ký hiệu, ví dụ 1685/NQ-UBTVQH15"), {}, true},
                       {FormField::Kind::Line, tr("Có hiệu lực từ ngày"), tr("ví dụ 01/07/2025"), {}, true}};
    question.accept = tr("Xem trước");
    while (const std::optional<QStringList> answers = m_dialogs.askForm(question)) {
        if (const auto from = readDay(answers->at(1))) {
            Order order{{}, *from};
            order.document.number = answers->at(0);
            return order;
        }
        m_dialogs.tell(tr("“%1” không phải là một ngày.").arg(answers->at(1)));
        question.fields[0].value = answers->at(0);
        question.fields[1].value = answers->at(1);
    }
    return std::nullopt;
}

void FileCommands::openSpreadsheet(const QString &path)
{
    auto session = std::make_unique<Session>(m_ports);
    const auto import = understand(path, session->organisation(), Asking::WhenIncomplete);
    if (!import)
        return;
    if (const Result<> applied = session->apply(import->change); !applied) {
        tell(applied.error());
        return;
    }
    if (const PartialDate asOf = session->organisation().info().asOf; !asOf.isEmpty())
        session->setAsOf(asOf.lastDay());
    m_document.replaceSession(std::move(session));
    Q_EMIT said(import->done);
}

void FileCommands::fillForm()
{
    m_document.flush();
    const QString form = m_dialogs.fileToOpen(tr("Chọn biểu mẫu của cơ quan"), tr("Biểu mẫu Excel (*.xlsx *.xlsm)"));
    if (form.isEmpty())
        return;
    const auto workbook = readWorkbook(form);
    const auto fill = workbook ? planFormFill(*workbook, m_document.organisation(), m_document.view())
                               : std::unexpected(workbook.error());
    if (!fill) {
        tell(fill.error());
        return;
    }
    const QString suggestion = tr("%1 (đã điền)").arg(QFileInfo(form).completeBaseName());
    const QString ending = QFileInfo(form).suffix(); // what is in the file stays: with macros it is a file with macros
    const QString target =
        m_dialogs.fileToSave(tr("Ghi biểu đã điền"), suggestion, tr("Biểu mẫu Excel (%1)").arg(u"*."_s + ending));
    if (target.isEmpty())
        return;
    if (isSameFile(target, form)) {
        m_dialogs.tell(tr("Biểu đã điền không được ghi đè lên chính biểu mẫu."));
        return;
    }
    if (const auto written = fillXlsxForm(form, fill->cells, target); !written) {
        tell(written.error());
        return;
    }
    Q_EMIT said(tr("Đã điền %n dòng vào %1", nullptr, fill->rows).arg(QDir::toNativeSeparators(target)));
    ImportReport report;
    report.diagnostics = fill->diagnostics;
    if (!report.diagnostics.empty())
        m_dialogs.showText(tr("Dòng của biểu chưa điền được"), diagnosticsText(report, m_messages, m_language));
}

/// What units will have, one line for each that changes.
QStringList FileCommands::allottedLines(const Change &change, Day day)
{
    QStringList lines;
    for (const RowImage &image : change.images) {
        const Unit *unit = image.after ? std::get_if<Unit>(&*image.after) : nullptr;
        const UnitState *state = unit == nullptr ? nullptr : stateOn(*unit, day);
        if (state == nullptr)
            continue;
        QStringList numbers;
        if (state->deputiesAllotted)
            numbers += tr("%1 cấp phó").arg(*state->deputiesAllotted);
        if (state->staffAllotted)
            numbers += tr("%1 biên chế").arg(*state->staffAllotted);
        lines += tr("Sẽ ghi: %1: %2").arg(state->name, numbers.join(u", "_s));
    }
    return lines;
}

void FileCommands::pasteAllotments()
{
    FormQuestion question;
    question.title = tr("Dán bảng giao cấp phó, biên chế");
    question.explanation = tr("Bảng là phụ lục của văn bản giao, chép từ Excel hay Word: mỗi dòng một đơn vị, có cột "
                              "mã hoặc tên đơn vị, cột số cấp phó hoặc biên chế. Xem trước từng dòng rồi mới ghi.");
    question.fields = {{FormField::Kind::Text, tr("Bảng"), {}, QGuiApplication::clipboard()->text(), true},
                       {FormField::Kind::Line, tr("Văn bản giao"), tr("số, ký hiệu, ví dụ 12/QĐ-UBND"), {}, true}};
    question.accept = tr("Xem trước");
    const std::optional<QStringList> answers = m_dialogs.askForm(question);
    if (!answers)
        return;
    EditScope scope = m_document.scope();
    scope.document = answers->at(1).trimmed();
    auto plan = planAllotments(answers->at(0), m_document.organisation(), scope, m_document.ids());
    if (!plan) {
        tell(plan.error());
        return;
    }
    const ImportReport report = plan->report;
    QStringList lines = allottedLines(plan->change, m_document.dayOfEdit());
    lines += diagnosticsText(report, m_messages, m_language);
    if (!m_dialogs.acceptAllotments(lines.join(u'\n'), report.leftOut == 0 && report.asked == 0))
        return;
    if (m_document.perform(std::move(plan->change)))
        Q_EMIT said(tr("Đã ghi số được giao theo %1: nhận %n dòng", nullptr, report.taken).arg(scope.document));
}

QString FileCommands::officeFolder(const QString &name) const
{
    return m_ports.packFolder.isEmpty() ? QString() : QFileInfo(m_ports.packFolder).dir().filePath(name);
}

QString FileCommands::profileFolder() const
{
    return officeFolder(u"profiles"_s);
}

void FileCommands::exportWorkbook()
{
    m_document.flush();
    const QString path = m_dialogs.fileToSave(tr("Xuất Excel"), suggestedName(), tr("Bảng tính Excel (*.xlsx)"));
    if (path.isEmpty())
        return;
    const Workbook rows = templateRows(m_document.organisation(), m_document.view());
    const auto workbook = templateWorkbook(&rows, Day::fromDate(m_ports.now().toLocalTime().date()));
    const Result<> written = workbook ? writeXlsx(*workbook, path) : std::unexpected(workbook.error());
    if (!written)
        tell(written.error());
    else
        Q_EMIT said(tr("Đã xuất %1: số liệu ngày %2, sửa rồi nhập lại được")
                        .arg(QDir::toNativeSeparators(path), m_document.view().day().toVietnamese()));
}

bool FileCommands::mayClose()
{
    m_document.flush();
    if (!m_document.session().isModified())
        return true;
    switch (m_dialogs.askUnsaved(documentName())) {
    case UnsavedAnswer::Save:
        return save();
    case UnsavedAnswer::Discard:
        return true;
    case UnsavedAnswer::Cancel:
        break;
    }
    return false;
}

void FileCommands::tell(const Error &error)
{
    m_dialogs.tell(m_messages.describe(error, m_language));
}

} // namespace bomay
