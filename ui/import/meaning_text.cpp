// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/meaning_text.h"

#include <QCoreApplication>

namespace bomay {

namespace {

struct MeaningText
{
    Q_DECLARE_TR_FUNCTIONS(bomay::MeaningText)

public:
    static QString of(ColumnMeaning meaning)
    {
        using enum ColumnMeaning;
        switch (meaning) {
        case Ordinal:
            return tr("Số thứ tự");
        case Code:
            return tr("Mã");
        case Parent:
            return tr("Cấp trên (mã hoặc tên)");
        case Path:
            return tr("Đường dẫn từ trên xuống");
        case Name:
            return tr("Tên đơn vị");
        case Title:
            return tr("Chức vụ");
        case GivenName:
            return tr("Tên (sau cột họ đệm)");
        case Holder:
            return tr("Họ và tên");
        case Unit:
            return tr("Đơn vị của chức vụ");
        case Organisation:
            return tr("Cơ quan");
        case Department:
            return tr("Cơ quan chủ quản");
        case Seats:
            return tr("Số người");
        case Fte:
            return tr("Số vị trí quy đổi toàn thời gian");
        case Allotted:
            return tr("Biên chế giao");
        case Filled:
            return tr("Biên chế có mặt");
        case Born:
            return tr("Ngày sinh");
        case Grade:
            return tr("Ngạch");
        case Position:
            return tr("Vị trí việc làm");
        case Decision:
            return tr("Số quyết định");
        case Phone:
            return tr("Điện thoại");
        case Mail:
            return tr("Thư điện tử");
        case Order:
            return tr("Thứ tự");
        case Note:
            return tr("Ghi chú");
        case Unused:
            break;
        }
        return tr("Cột riêng, giữ nguyên");
    }

    static QString of(TableForm form)
    {
        switch (form) {
        case TableForm::Tree:
            return tr("Mỗi dòng ghi cấp trên của mình");
        case TableForm::Levels:
            return tr("Mỗi dòng có mã và tên của mọi cấp");
        case TableForm::Areas:
            return tr("Đơn vị hành chính có mã và mã cấp trên");
        case TableForm::List:
            break;
        }
        return tr("Đơn vị, chức vụ nối tiếp nhau theo số thứ tự hoặc thụt dòng");
    }

    static QString of(RowPart part)
    {
        switch (part) {
        case RowPart::Heading:
            return tr("phía trên bảng");
        case RowPart::Header:
            return tr("tiêu đề");
        case RowPart::ColumnNumbers:
            return tr("số cột");
        case RowPart::Total:
            return tr("dòng cộng");
        case RowPart::Note:
            return tr("ghi chú");
        case RowPart::OtherTable:
        case RowPart::OtherSurrounding:
            return tr("bảng khác");
        case RowPart::Signature:
            return tr("chữ ký");
        case RowPart::Data:
            break;
        }
        return {};
    }
};

} // namespace

QString meaningText(ColumnMeaning meaning)
{
    return MeaningText::of(meaning);
}

std::vector<ColumnMeaning> choosableMeanings()
{
    std::vector<ColumnMeaning> meanings{ColumnMeaning::Unused};
    for (int i = 0; i < static_cast<int>(ColumnMeaning::Unused); ++i)
        meanings.push_back(static_cast<ColumnMeaning>(i));
    return meanings;
}

QString formText(TableForm form)
{
    return MeaningText::of(form);
}

QString rowPartText(RowPart part)
{
    return MeaningText::of(part);
}

} // namespace bomay
