// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reorganisation/outcome_text.h"

#include "core/base/numbers.h"
#include "core/base/text_view.h"
#include "core/model/row_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Longer lists are told by their number.
constexpr qsizetype kMostNames = 4;

class OutcomeWriter
{
    Q_DECLARE_TR_FUNCTIONS(bomay::OutcomeWriter)

public:
    OutcomeWriter(const Organisation &organisation, const Change &change, Day from, Language language)
        : m_org(organisation)
        , m_from(from)
        , m_language(language)
    {
        for (const RowImage &image : change.images) {
            if (image.after && image.key.kind == RowKind::Unit)
                if (const UnitState *state = stateOn(std::get<Unit>(*image.after), m_from))
                    m_names[UnitId{image.key.uid}] = state->name;
            if (image.after && image.key.kind == RowKind::Function)
                m_continued.insert(std::get<Function>(*image.after).predecessor);
        }
        for (const RowImage &image : change.images) {
            switch (image.key.kind) {
            case RowKind::Unit:
                addUnit(image);
                break;
            case RowKind::Post:
                addPost(image);
                break;
            case RowKind::Relation:
                addRelation(image);
                break;
            case RowKind::Function:
                addFunction(image);
                break;
            case RowKind::Quota:
                addQuota(image);
                break;
            case RowKind::Appointment:
                addAppointment(image);
                break;
            default:
                break;
            }
        }
    }

    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        const auto add = [&lines](const QStringList &names, const QString &text) {
            if (!names.isEmpty())
                lines += text.arg(listed(names));
        };
        add(m_ended, tr("Kết thúc hoạt động: %1."));
        add(m_founded, tr("Thành lập: %1."));
        for (const auto &[unit, names] : m_moved)
            add(names, tr("Về %1: %2.").arg(nameOf(unit), u"%1"_s));
        for (const auto &[unit, names] : m_functions)
            add(names, tr("Chức năng, nhiệm vụ về %1: %2.").arg(nameOf(unit), u"%1"_s));
        add(m_endedFunctions, tr("Chức năng, nhiệm vụ kết thúc: %1."));
        add(m_endedPosts, tr("Chức vụ kết thúc: %1."));
        add(m_leaving, tr("Thôi giữ chức vụ: %1."));
        add(m_surplus, tr("Dôi dư, được giữ thêm: %1."));
        return lines + m_numbers;
    }

private:
    template <typename Entity>
    [[nodiscard]] const auto *stateOf(const std::optional<Row> &row) const
    {
        return row ? stateOn(std::get<Entity>(*row), m_from) : nullptr;
    }

    [[nodiscard]] static QString listed(const QStringList &names)
    {
        if (names.size() <= kMostNames)
            return names.join(u", "_s);
        return tr("%1 và %2 mục khác")
            .arg(names.first(kMostNames - 1).join(u", "_s))
            .arg(names.size() - kMostNames + 1);
    }

    [[nodiscard]] QString nameOf(UnitId unit) const
    {
        const auto changed = m_names.find(unit);
        return changed != m_names.end() ? changed->second : describeRow(m_org, keyOf(unit));
    }

    [[nodiscard]] QString nameOf(NodeRef node) const
    {
        return node.isUnit() ? nameOf(node.unit()) : describeNode(m_org, node);
    }

    /// "biên chế giao 10 → 17"; a number that is not known is a dash.
    void addNumber(const QString &what, std::optional<int> before, std::optional<int> after)
    {
        const auto text = [](std::optional<int> number) { return number ? QString::number(*number) : u"–"_s; };
        if (before != after)
            m_numbers += tr("%1: %2 → %3.").arg(what, text(before), text(after));
    }

    void addUnit(const RowImage &image)
    {
        const UnitState *before = stateOf<Unit>(image.before);
        const UnitState *after = stateOf<Unit>(image.after);
        if (before != nullptr && after == nullptr)
            m_ended += before->name;
        if (before == nullptr && after != nullptr)
            m_founded += after->name;
        if (after != nullptr) {
            addNumber(tr("Biên chế giao của %1").arg(after->name),
                      before == nullptr ? std::nullopt : before->staffAllotted, after->staffAllotted);
            addNumber(tr("Biên chế có mặt của %1").arg(after->name),
                      before == nullptr ? std::nullopt : before->staffFilled, after->staffFilled);
        }
    }

    void addPost(const RowImage &image)
    {
        const PostState *before = stateOf<Post>(image.before);
        const PostState *after = stateOf<Post>(image.after);
        if (before != nullptr && after == nullptr)
            m_endedPosts += before->title;
        if (before != nullptr && after != nullptr && after->surplus && !before->surplus)
            m_surplus += after->title;
    }

    /// The place that a node has from the date on, where it was elsewhere before.
    void addRelation(const RowImage &image)
    {
        if (!image.after)
            return;
        const Relation &relation = std::get<Relation>(*image.after);
        const bool isNew = !image.before || std::get<Relation>(*image.before).to != relation.to;
        if (relation.type != RelationType::BelongsTo || !isNew || !relation.period.contains(m_from) ||
            !m_org.contains(keyOf(relation.from)))
            return;
        m_moved[relation.to.unit()] += nameOf(relation.from);
    }

    void addFunction(const RowImage &image)
    {
        const Function *before = image.before ? &std::get<Function>(*image.before) : nullptr;
        const Function *after = image.after ? &std::get<Function>(*image.after) : nullptr;
        if (after != nullptr && after->period.contains(m_from) && (before == nullptr || before->unit != after->unit))
            m_functions[after->unit] += after->text;
        else if (before != nullptr && !m_continued.contains(before->id))
            m_endedFunctions += before->text;
    }

    void addQuota(const RowImage &image)
    {
        const auto allotted = [](const std::optional<Row> &row) {
            return row ? std::get<Quota>(*row).allotted : std::nullopt;
        };
        const Quota &quota = std::get<Quota>(image.after ? *image.after : *image.before);
        const Term<QuotaKind> &kind = termOf(quota.kind);
        addNumber(tr("%1 năm %2 của %3")
                      .arg(toQString(m_language == Language::Vietnamese ? kind.vi : kind.en))
                      .arg(quota.year)
                      .arg(nameOf(quota.unit)),
                  allotted(image.before), allotted(image.after));
    }

    void addAppointment(const RowImage &image)
    {
        if (!image.after || !image.before)
            return;
        const Appointment &after = std::get<Appointment>(*image.after);
        const bool held = std::get<Appointment>(*image.before).period.contains(m_from);
        const Person *person = m_org.find(after.person);
        if (held && !after.period.contains(m_from) && person != nullptr)
            m_leaving += u"%1 (%2)"_s.arg(person->name, describeRow(m_org, keyOf(after.post)));
    }

    const Organisation &m_org;
    Day m_from;
    Language m_language;
    std::map<UnitId, QString> m_names; ///< after the change
    std::set<FunctionId> m_continued;
    QStringList m_ended;
    QStringList m_founded;
    std::map<UnitId, QStringList> m_moved;
    std::map<UnitId, QStringList> m_functions;
    QStringList m_endedFunctions;
    QStringList m_endedPosts;
    QStringList m_leaving;
    QStringList m_surplus;
    QStringList m_numbers;
};

} // namespace

QStringList outcomeText(const Organisation &organisation, const Change &change, Day from, Language language)
{
    return OutcomeWriter(organisation, change, from, language).lines();
}

} // namespace bomay
