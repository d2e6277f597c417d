// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/difference_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

class DifferenceText
{
    Q_DECLARE_TR_FUNCTIONS(bomay::DifferenceText)

public:
    static QString kind(RowKind kind)
    {
        switch (kind) {
        case RowKind::DocumentInfo:
            return tr("Tài liệu");
        case RowKind::LegalDocument:
            return tr("Văn bản");
        case RowKind::Locality:
            return tr("Đơn vị hành chính");
        case RowKind::LocalitySuccession:
            return tr("Kế thừa địa bàn");
        case RowKind::Unit:
            return tr("Đơn vị");
        case RowKind::Post:
            return tr("Chức vụ");
        case RowKind::Person:
            return tr("Người");
        case RowKind::Appointment:
            return tr("Giữ chức vụ");
        case RowKind::Relation:
            return tr("Quan hệ");
        case RowKind::Staged:
            return tr("Chưa xếp chỗ");
        case RowKind::Function:
            return tr("Chức năng, nhiệm vụ");
        case RowKind::Quota:
            return tr("Biên chế");
        case RowKind::Duty:
            return tr("Nhiệm vụ được giao");
        case RowKind::DutyParticipant:
            return tr("Tham gia nhiệm vụ");
        case RowKind::Note:
            return tr("Ghi chú công việc");
        case RowKind::Waiver:
            return tr("Giải trình");
        case RowKind::Confirmation:
            return tr("Đã đối chiếu");
        case RowKind::RuleSwitch:
            return tr("Bật, tắt quy định");
        case RowKind::Portrait:
        case RowKind::ChartView:
        case RowKind::BranchMark:
        case RowKind::ChartObject:
            break; // no differences of the organisation
        }
        return {};
    }

    static QString heading(RowKind kind, std::span<const Difference> rows)
    {
        const auto count = [rows](RowEffect effect) { return std::ranges::count(rows, effect, &Difference::effect); };
        return tr("%1: thêm %2, bỏ %3, sửa %4")
            .arg(DifferenceText::kind(kind))
            .arg(count(RowEffect::Added))
            .arg(count(RowEffect::Removed))
            .arg(count(RowEffect::Modified));
    }

    static QString line(const Difference &difference)
    {
        const QString mark = difference.effect == RowEffect::Added     ? u"+"_s
                             : difference.effect == RowEffect::Removed ? u"−"_s
                                                                       : u"*"_s;
        QString text = u"  %1 %2"_s.arg(mark, difference.name);
        if (!difference.place.isEmpty())
            text += u" (%1)"_s.arg(difference.place);
        if (!difference.before.isEmpty())
            text += tr(" ← trước là: %1").arg(difference.before);
        return text;
    }

    static QString none() { return tr("Không có gì khác."); }
};

} // namespace

QString differenceText(std::span<const Difference> differences)
{
    if (differences.empty())
        return DifferenceText::none();
    QStringList lines;
    for (auto first = differences.begin(); first != differences.end();) {
        const auto last = std::find_if(first, differences.end(),
                                       [&](const Difference &one) { return one.key.kind != first->key.kind; });
        lines += DifferenceText::heading(first->key.kind, {first, last});
        for (; first != last; ++first)
            lines += DifferenceText::line(*first);
    }
    return lines.join(u'\n');
}

} // namespace bomay
