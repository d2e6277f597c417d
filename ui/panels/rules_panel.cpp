// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rules_panel.h"

#include "core/decree/office_word.h"
#include "ui/panels/data_texts.h"

#include <QMenu>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

RulesPanel::RulesPanel(const UiContext &context, QWidget *parent)
    : RecordsPanel(context, u"rules"_s, tr("Quy định đang áp dụng"),
                   {{tr("Quy định"), 0},
                    {tr("Căn cứ"), 0},
                    {tr("Mức tin cậy"), 14},
                    {tr("Trạng thái"), 12},
                    {tr("Đạt"), 5, Qt::AlignHCenter},
                    {tr("Không đạt"), 9, Qt::AlignHCenter},
                    {tr("Thiếu số liệu"), 11, Qt::AlignHCenter},
                    {tr("Không áp dụng"), 12, Qt::AlignHCenter}},
                   parent)
{
    setHint(tr("Số đơn vị mà quy định đã rà soát. Bấm chuột phải vào một quy định để tắt, bật hoặc ghi đã đối chiếu."));
    addChoice(tr("Mọi quy định"), static_cast<int>(Which::All));
    addChoice(tr("Có đơn vị thuộc phạm vi"), static_cast<int>(Which::Spoken));
    addChoice(tr("Không có đơn vị thuộc phạm vi"), static_cast<int>(Which::Idle));
    addChoice(tr("Đã tắt"), static_cast<int>(Which::Off));
}

bool RulesPanel::isWanted(const RuleTally &tally) const
{
    switch (static_cast<Which>(choice().toInt())) {
    case Which::All:
        return true;
    case Which::Spoken:
        return !tally.isOff && !tally.isIdle();
    case Which::Idle:
        return !tally.isOff && tally.isIdle();
    case Which::Off:
        break;
    }
    return tally.isOff;
}

std::vector<Record> RulesPanel::records()
{
    const Session &session = context().document.session();
    m_tallies =
        ruleTallies(session.organisation(), session.view(), session.packs().packs, optionsOf(session.organisation()));
    std::vector<Record> records;
    for (const RuleTally &tally : m_tallies)
        if (isWanted(tally))
            records.push_back(recordOf(tally));
    return records;
}

/// Of this edition of the pack: an older word holds no longer.
const Confirmation *RulesPanel::confirmationOf(const RuleTally &tally) const
{
    for (const Confirmation &confirmation : context().document.organisation().confirmations())
        if (confirmation.rule == tally.rule->id && confirmation.edition == tally.pack->version)
            return &confirmation;
    return nullptr;
}

Record RulesPanel::recordOf(const RuleTally &tally) const
{
    const Rule &rule = *tally.rule;
    QString state = tally.isOff ? tr("Đã tắt") : tr("Đang bật");
    if (const Confirmation *confirmation = confirmationOf(tally))
        state = confirmation->author.isEmpty() ? tr("%1, đã đối chiếu").arg(state)
                                               : tr("%1, %2 đã đối chiếu").arg(state, confirmation->author);
    Record record;
    record.id = rule.id;
    record.texts = {rule.title.in(context().language), rule.citation.text, termLabel(rule.label, context().language),
                    state};
    for (const QString &text : record.texts)
        record.keys += text;
    for (const int number : {tally.passed, tally.broken, tally.open, tally.silent}) {
        record.texts += tally.isOff ? QString() : QString::number(number);
        record.keys += number;
    }
    record.isMarked = tally.broken > 0;
    record.toolTip =
        u"%1\n%2\n%3"_s.arg(rule.id, tally.pack->document.citedAs, rule.explanation.in(context().language));
    return record;
}

void RulesPanel::addActions(QMenu &menu, const Record &record)
{
    const auto found =
        std::ranges::find_if(m_tallies, [&record](const RuleTally &t) { return t.rule->id == record.id; });
    if (found == m_tallies.end())
        return;
    const QString id = record.id;
    const bool isOff = found->isOff;
    menu.addAction(isOff ? tr("&Bật quy định") : tr("&Tắt quy định"), this,
                   [this, id, isOff] { Q_EMIT ruleSwitchWanted(id, isOff); });
    if (found->rule->label == Label::Reported && confirmationOf(*found) == nullptr)
        menu.addAction(tr("Đã đố&i chiếu…"), this, [this, id] { Q_EMIT confirmationWanted(id); });
}

QString RulesPanel::summary() const
{
    const auto count = [this](const auto &is) { return static_cast<int>(std::ranges::count_if(m_tallies, is)); };
    const QStringList parts{
        tr("%1 quy định có hiệu lực").arg(m_tallies.size()),
        tr("%1 không đạt").arg(count([](const RuleTally &t) { return t.broken > 0; })),
        tr("%1 thiếu số liệu").arg(count([](const RuleTally &t) { return t.open > 0; })),
        tr("%1 không có đơn vị thuộc phạm vi").arg(count([](const RuleTally &t) { return !t.isOff && t.isIdle(); })),
        tr("%1 đã tắt").arg(count([](const RuleTally &t) { return t.isOff; }))};
    return tr("%1  (tại ngày %2)")
        .arg(parts.join(u" · "_s), dayText(context().document.session().asOf(), context().language));
}

} // namespace bomay
