// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage_assembly.h"

#include <type_traits>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Looks at one row after another, each by itself.
class RowMender
{
public:
    explicit RowMender(LossList &losses)
        : m_losses(losses)
    {}

    /// False where the row is lost.
    template <Dated Entity>
    [[nodiscard]] bool mend(Entity &entity)
    {
        const Place place{stateTableName<Entity>(), entity.id.uid, entity.code};
        std::vector<StateOf<Entity>> kept;
        for (StateOf<Entity> &state : entity.states) {
            if (!state.period.isOrdered()) {
                lose(Loss::Kind::Value, u"fault-date-order"_s, place, u"valid_to"_s);
                state.period.to = {};
            }
            if (!kept.empty() && state.period.firstDay() <= kept.back().period.lastDay()) {
                lose(Loss::Kind::OneRow, u"fault-overlapping-states"_s, place);
                continue;
            }
            mendNumbers(state, place);
            kept.push_back(std::move(state));
        }
        entity.states = std::move(kept);
        if (entity.states.empty())
            lose(Loss::Kind::OneRow, u"fault-no-state"_s, {tableName<Entity>(), entity.id.uid, entity.code});
        return !entity.states.empty();
    }

    template <typename Entity>
    requires std::is_same_v<Entity, Relation> || std::is_same_v<Entity, Appointment>
    [[nodiscard]] bool mend(Entity &row)
    {
        // Without its dates it would hold on days on which it did not.
        if (!row.period.isOrdered())
            lose(Loss::Kind::OneRow, u"fault-date-order"_s, {tableName<Entity>(), row.id.uid, row.id.uid.toString()});
        return row.period.isOrdered();
    }

    [[nodiscard]] bool mend(LegalDocument &document)
    {
        clearUnordered(document.validity, {tableName<LegalDocument>(), document.id.uid, document.number});
        return true;
    }

    [[nodiscard]] bool mend(Function &function)
    {
        const Place place{tableName<Function>(), function.id.uid, function.text};
        clearUnordered(function.period, place);
        if (function.predecessor == function.id) {
            lose(Loss::Kind::Value, u"fault-wrong-ends"_s, place, u"predecessor"_s);
            function.predecessor = {};
        }
        return true;
    }

    [[nodiscard]] bool mend(Quota &quota)
    {
        const Place place{tableName<Quota>(), quota.id.uid, QString::number(quota.year)};
        clearNegative(quota.allotted, place, u"allotted"_s);
        clearNegative(quota.inPost, place, u"in_post"_s);
        clearNegative(quota.reserve, place, u"reserve"_s);
        return true;
    }

    template <typename Entity>
    [[nodiscard]] bool mend(Entity & /*row*/)
    {
        return true;
    }

private:
    struct Place
    {
        QString table;
        Uid row;
        QString what; ///< for the message
    };

    void mendNumbers(LocalityState &state, const Place &place)
    {
        clearNegative(state.population, place, u"population"_s);
        clearNegative(state.minorityPopulation, place, u"minority_population"_s);
    }

    void mendNumbers(UnitState &state, const Place &place)
    {
        clearNegative(state.staffAllotted, place, u"staff_allotted"_s);
        clearNegative(state.staffFilled, place, u"staff_filled"_s);
        clearNegative(state.deputiesAllotted, place, u"deputies_allotted"_s);
    }

    void mendNumbers(PostState &state, const Place &place)
    {
        clearNegative(state.fte, place, u"fte"_s);
        if (state.seats < 1) {
            lose(Loss::Kind::Value, u"fault-number"_s, place, u"seats"_s);
            state.seats = 1;
        }
        if (state.tier < 0) {
            lose(Loss::Kind::Value, u"fault-number"_s, place, u"tier"_s);
            state.tier = 0;
        }
    }

    void clearUnordered(Period &period, const Place &place)
    {
        if (period.isOrdered())
            return;
        lose(Loss::Kind::Value, u"fault-date-order"_s, place, u"valid_to"_s);
        period = {};
    }

    template <typename Number>
    void clearNegative(std::optional<Number> &number, const Place &place, const QString &column)
    {
        if (!number || *number >= 0)
            return;
        lose(Loss::Kind::Value, u"fault-number"_s, place, column);
        number.reset();
    }

    void lose(Loss::Kind kind, const QString &code, const Place &place, const QString &column = {})
    {
        m_losses.add({kind, {code, {{u"what"_s, place.what}}}, place.table, place.row.toString(), column});
    }

    LossList &m_losses;
};

} // namespace

void mendRows(RowLists &rows, LossList &losses)
{
    RowMender mender(losses);
    const auto mendAll = [&mender]<typename Entity>(std::vector<Entity> &list) {
        std::vector<Entity> kept;
        kept.reserve(list.size());
        for (Entity &row : list)
            if (mender.mend(row))
                kept.push_back(std::move(row));
        list = std::move(kept);
    };
    std::apply([&](auto &...lists) { (mendAll(lists), ...); }, rows);
}

} // namespace bomay
