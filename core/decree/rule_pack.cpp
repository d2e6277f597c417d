// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_pack.h"

namespace bomay {

namespace {

constexpr std::array kSeverities{
    Term{Severity::Error, u"error", u"Trái quy định", u"Breaks the rule"},
    Term{Severity::Warning, u"warning", u"Cần rà soát", u"To be reviewed"},
    Term{Severity::Advice, u"advice", u"Lưu ý", u"Note"},
};

constexpr std::array kLabels{
    Term{Label::Read, u"READ", u"Đã đọc nguyên văn", u"Wording read"},
    Term{Label::Reported, u"REPORTED", u"Theo nguồn tin, chưa đối chiếu nguyên văn", u"Reported, wording not read"},
    Term{Label::Memory, u"MEMORY", u"Chưa kiểm chứng", u"Unverified"},
    Term{Label::Own, u"OWN", u"Quy tắc của chương trình", u"The program's own"},
};

constexpr std::array kAnchors{
    Term{Anchor::Unit, u"unit", u"Từng cơ quan, đơn vị", u"Each unit"},
    Term{Anchor::Children, u"children", u"Cơ quan, đơn vị và các đơn vị cấp dưới", u"A unit and those below it"},
    Term{Anchor::Branch, u"branch", u"Cơ quan, đơn vị và toàn bộ cấp dưới", u"A unit and all below it"},
    Term{Anchor::Siblings, u"siblings", u"Các đơn vị cùng cấp trên", u"Units under the same unit"},
    Term{Anchor::Locality, u"locality", u"Từng đơn vị hành chính", u"Each locality"},
    Term{Anchor::Chart, u"chart", u"Toàn bộ sơ đồ", u"The whole chart"},
};

} // namespace

template <>
std::span<const Term<Severity>> terms()
{
    return kSeverities;
}
template <>
std::span<const Term<Label>> terms()
{
    return kLabels;
}
template <>
std::span<const Term<Anchor>> terms()
{
    return kAnchors;
}

} // namespace bomay
