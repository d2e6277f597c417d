// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/finding_commands.h"

#include "core/change/edits_office_word.h"
#include "core/decree/office_word.h"
#include "core/decree/rule_state.h"

#include <QFile>

namespace bomay {

namespace {

PartialDate today()
{
    return PartialDate::fromDay(Day::fromDate(QDate::currentDate()));
}

} // namespace

FindingCommands::FindingCommands(const UiContext &context, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_dialogs(dialogs)
{}

void FindingCommands::waive(const Finding &finding)
{
    FormQuestion question;
    question.title = tr("Giải trình");
    question.explanation = tr("%1\n\nNội dung vẫn hiện trong kết quả rà soát nhưng không còn được tính, chừng nào chưa "
                              "vượt hơn mức hiện nay. Báo cáo ghi rõ lý do, văn bản và người giải trình.")
                               .arg(finding.message.in(m_context.language));
    question.fields = {
        {FormField::Kind::Text, tr("Lý do"), {}, {}, true},
        {FormField::Kind::Line, tr("Văn bản"), tr("số, ký hiệu, ngày; có thể để trống"), {}, false},
        {FormField::Kind::Line, tr("Người giải trình"), {}, m_context.document.session().author(), false}};
    question.accept = tr("Ghi giải trình");
    const std::optional<QStringList> answers = m_dialogs.askForm(question);
    if (!answers)
        return;
    Document &document = m_context.document;
    Waiver waiver = waiverFor(finding, answers->at(0), answers->at(1));
    waiver.author = answers->at(2);
    waiver.date = today();
    document.perform(waiveFinding(document.organisation(), waiver, document.ids()));
}

void FindingCommands::confirm(const QString &id)
{
    const PlacedRule found = findRule(m_context.document.session().packs().packs, id);
    if (found.rule == nullptr)
        return;
    FormQuestion question;
    question.title = tr("Đối chiếu quy định");
    question.explanation = tr("%1\nCăn cứ: %2.\n\nQuy định này mới biết qua nguồn tin, chưa đối chiếu nguyên văn. Đối "
                              "chiếu với văn bản gốc "
                              "rồi ghi lại ở đây; báo cáo sẽ nêu người và văn bản đã đối chiếu.")
                               .arg(found.rule->title.in(m_context.language), found.rule->citation.text);
    question.fields = {
        {FormField::Kind::Line, tr("Văn bản đã đọc"), tr("ví dụ: Công báo, bản ký số"), {}, true},
        {FormField::Kind::Line, tr("Người đối chiếu"), {}, m_context.document.session().author(), false}};
    // Advice stays advice, however well its text is known.
    if (found.rule->severity == Severity::Warning)
        question.fields.push_back({FormField::Kind::Tick, tr("Xếp mức “Trái quy định” khi không đúng"), {}, {}, false});
    question.accept = tr("Đã đối chiếu");
    const std::optional<QStringList> answers = m_dialogs.askForm(question);
    if (!answers)
        return;
    Document &document = m_context.document;
    const bool asError = answers->size() > 2 && !answers->at(2).isEmpty();
    document.perform(confirmRule(document.organisation(),
                                 {{}, id, found.pack->version, answers->at(0), asError, answers->at(1), today()},
                                 document.ids()));
}

void FindingCommands::switchRule(const QString &id, bool isOn)
{
    Document &document = m_context.document;
    const PlacedRule found = findRule(document.session().packs().packs, id);
    if (found.rule != nullptr)
        document.perform(bomay::switchRule(document.organisation(),
                                           {{}, id, isOn, document.session().author(), today()},
                                           isOnByItself(*found.rule), document.ids()));
}

void FindingCommands::showPackHelp()
{
    QFile page(QStringLiteral(":/help/bo-quy-dinh.md"));
    if (page.open(QIODevice::ReadOnly))
        m_dialogs.showPage(tr("Viết bộ quy định của cơ quan"), QString::fromUtf8(page.readAll()));
}

} // namespace bomay
