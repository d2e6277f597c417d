// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/deadlines_panel.h"

#include "ui/panels/data_texts.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isOverdue(const Deadline &deadline)
{
    return deadline.date && deadline.days < 0;
}

} // namespace

DeadlinesPanel::DeadlinesPanel(const UiContext &context, QWidget *parent)
    : RecordsPanel(context, u"deadlines"_s, tr("Sắp đến hạn"),
                   {{tr("Ngày"), 12}, {tr("Còn lại"), 14}, {tr("Đơn vị"), 24}, {tr("Nội dung"), 0}, {tr("Căn cứ"), 0}},
                   parent)
{
    for (const int days : {30, 90, 365})
        addChoice(tr("Trong %1 ngày").arg(days), days);
    choose(1);
}

std::vector<Record> DeadlinesPanel::records()
{
    const Session &session = context().document.session();
    const std::vector<Deadline> due = deadlines(session.organisation(), session.view(), session.report(),
                                                session.packs().packs, context().messages, choice().toInt());
    m_count = sizeOf(due);
    m_overdue = static_cast<int>(std::ranges::count_if(due, isOverdue));
    std::vector<Record> records;
    for (const Deadline &deadline : due)
        records.push_back(recordOf(deadline));
    return records;
}

Record DeadlinesPanel::recordOf(const Deadline &deadline) const
{
    Record record;
    record.texts = {deadline.date ? dayText(*deadline.date, context().language) : QString(), leftText(deadline),
                    deadline.subject, deadline.text.in(context().language), deadline.citation};
    for (const QString &text : record.texts)
        record.keys += text;
    // What has no last day is the latest.
    const int day = deadline.date ? static_cast<int>(deadline.date->julian) : Measured::kUnbounded;
    record.keys[Date] = day;
    record.keys[Left] = day;
    record.node = deadline.node;
    record.isMarked = isOverdue(deadline);
    return record;
}

QString DeadlinesPanel::leftText(const Deadline &deadline) const
{
    if (!deadline.date)
        return tr("không có thời hạn");
    if (deadline.days == 0)
        return tr("hôm nay");
    return deadline.days > 0 ? tr("còn %1 ngày").arg(deadline.days) : tr("quá %1 ngày").arg(-deadline.days);
}

QString DeadlinesPanel::summary() const
{
    const QString day = dayText(context().document.session().asOf(), context().language);
    if (m_count == 0)
        return tr("Không có việc nào đến hạn  (tính từ ngày %1)").arg(day);
    return tr("%1 việc, %2 quá hạn  (tính từ ngày %3)").arg(m_count).arg(m_overdue).arg(day);
}

} // namespace bomay
