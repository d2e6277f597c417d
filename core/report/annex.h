// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/chart/paper_chart.h"

namespace bomay {

/// What the sheet is.
enum class AnnexForm {
    Annex, ///< "Phụ lục" of a decision
    Plan,  ///< a plan, scheme … that is issued with a decision: its kind of document stands in the place of "Phụ lục"
    Plain  ///< no part of a decision: a title and the day of the figures
};

/// On paper the number and date of the decision are written; on an electronic document they stay blank, and the place
/// of the signing line is left free.
enum class AnnexMedium { Paper, Electronic };

/// Phụ lục: what a chart is called that goes with a decision.
struct AnnexFields
{
    AnnexForm form = AnnexForm::Annex;
    int number = 0;     ///< written in Roman digits; 0 = the only annex of its decision, without number
    QString kind = {};  ///< of a plan: "Kế hoạch", "Đề án"
    QString title = {}; ///< as it is spoken; on paper in capitals
    QString document = QStringLiteral("Quyết định"); ///< kind of what it goes with
    QString documentNumber = {};                     ///< "05"
    QString symbol = {};                             ///< "QĐ-UBND"
    std::optional<Day> date = {};
    QString issuer = {}; ///< "Ủy ban nhân dân Thành phố Hồ Chí Minh"
    AnnexMedium medium = AnnexMedium::Paper;
    bool isDraft = false;

    friend bool operator==(const AnnexFields &, const AnnexFields &) = default;
};

/// "(Kèm theo Quyết định số 05/QĐ-UBND ngày 03 tháng 02 năm 2021 của …)": days under 10 and the months 1 and 2 have a
/// zero, others none (Decree 30/2020, annex I, part II, item 4).
[[nodiscard]] QString annexReference(const AnnexFields &fields);

/// "IV"; empty below 1 and above 3999.
[[nodiscard]] QString romanNumber(int number);

/// What an annex of these fields would have wrong, as messages `annex-slip-…`; empty = nothing that could be seen.
[[nodiscard]] std::vector<Message> annexSlips(const AnnexFields &fields);

/// The page of an annex to the letter of Decree 30/2020, annex I, part II and III; `day` is that of the figures, which
/// a plain sheet names. Lines that say more (a legend) go under the chart.
[[nodiscard]] PageRequest annexPage(const AnnexFields &fields, PaperSize paper, Orientation orientation, Day day,
                                    const QStringList &notes = {});

/// Numbers pages from the second on: Arabic, upright 13, in the middle of the upper margin (annex I, part II, item 7);
/// every annex begins with 1 of its own.
void numberPages(PaperDocument &document, const QMarginsF &margins, const TextMeasurer &measurer);

} // namespace bomay
