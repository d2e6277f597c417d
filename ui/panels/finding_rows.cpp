// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/finding_rows.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Above this many names a tooltip is no longer read.
constexpr int kNamesInToolTip = 10;

FindingKind kindOf(const Finding &finding)
{
    if (finding.waiver)
        return FindingKind::Waived;
    switch (finding.severity) {
    case Severity::Error:
        return FindingKind::Error;
    case Severity::Warning:
        return FindingKind::Warning;
    case Severity::Advice:
        break;
    }
    return FindingKind::Advice;
}

QString nameOf(const Subject &subject)
{
    return subject.name.isEmpty() ? subject.code : subject.name;
}

/// Writes the rows of one report.
class RowWriter
{
    Q_DECLARE_TR_FUNCTIONS(bomay::FindingRows)

public:
    RowWriter(const UiContext &context, FindingGrouping grouping)
        : m_context(context)
        , m_grouping(grouping)
        , m_report(context.document.session().report())
    {
        for (const RulePack &pack : context.document.session().packs().packs)
            for (const Rule &rule : pack.rules)
                m_rules.insert(rule.id, &rule);
    }

    std::vector<FindingRow> run()
    {
        for (int i = 0; i < sizeOf(m_report.findings); ++i)
            addFinding(i);
        if (m_grouping == FindingGrouping::Kind)
            addFacts();
        else
            for (const NotChecked &gap : m_report.notChecked)
                addGaps(gap);
        addStale();
        std::ranges::stable_sort(m_rows, {}, &FindingRow::kind);
        for (const NotApplicable &entry : m_report.notApplicable)
            addRule(FindingKind::NotApplicable, entry.rule, m_context.messages.text(entry.reason, m_context.language));
        for (const LeftOut &entry : m_report.leftOut)
            addLeftOut(entry);
        for (const QString &rule : m_report.disabled)
            addRule(FindingKind::Disabled, rule, {});
        return std::move(m_rows);
    }

private:
    [[nodiscard]] static QString wordOf(FindingKind kind, Language language)
    {
        switch (kind) {
        case FindingKind::Error:
            return termLabel(Severity::Error, language);
        case FindingKind::Warning:
            return termLabel(Severity::Warning, language);
        case FindingKind::Advice:
            return termLabel(Severity::Advice, language);
        case FindingKind::Waived:
            return tr("Đã giải trình");
        case FindingKind::NotChecked:
            return tr("Chưa đủ số liệu");
        case FindingKind::NotApplicable:
            return tr("Không áp dụng");
        case FindingKind::Disabled:
            return tr("Đã tắt");
        }
        return {};
    }

    [[nodiscard]] QString titleOf(const QString &id) const
    {
        const Rule *rule = m_rules.value(id);
        return rule == nullptr ? id : rule->title.in(m_context.language);
    }

    FindingRow &add(FindingKind kind, const QString &key, const QString &rule)
    {
        FindingRow &row = m_rows.emplace_back();
        row.kind = kind;
        row.key = key;
        row.rule = rule;
        row.text(FindingColumn::Kind) = wordOf(kind, m_context.language);
        return row;
    }

    /// Puts a row into its group; rules that say nothing are always together.
    void group(FindingRow &row, const Subject *subject) const
    {
        const bool isByKind = m_grouping == FindingGrouping::Kind || row.kind >= FindingKind::NotApplicable;
        if (isByKind) {
            row.groupKey = u"kind %1"_s.arg(static_cast<int>(row.kind));
            row.groupText = row.text(FindingColumn::Kind);
        } else if (m_grouping == FindingGrouping::Rule) {
            row.groupKey = u"rule "_s + row.rule;
            row.groupText = titleOf(row.rule);
        } else {
            row.groupKey = u"unit "_s + (subject == nullptr ? QString() : subject->node.uid.toString());
            row.groupText = subject == nullptr ? row.text(FindingColumn::Kind) : nameOf(*subject);
        }
    }

    void addFinding(int index)
    {
        const Finding &finding = m_report.findings[uz(index)];
        FindingRow &row = add(kindOf(finding), finding.fingerprint, finding.rule);
        row.finding = index;
        row.text(FindingColumn::Text) = finding.message.in(m_context.language);
        row.text(FindingColumn::Citation) = finding.citation.text;
        row.toolTip = row.text(FindingColumn::Text) + u'\n' + finding.explanation.in(m_context.language) + u'\n' +
                      tr("Căn cứ: %1").arg(finding.citation.text);
        if (finding.grace)
            row.text(FindingColumn::Text) += u' ' + tr("Thời gian chuyển tiếp đến hết ngày %1, còn %2 ngày.")
                                                        .arg(dayText(finding.grace->until, m_context.language))
                                                        .arg(finding.grace->daysLeft);
        if (finding.confirmation)
            row.toolTip += u'\n' + tr("Đã đối chiếu nguyên văn: %1.").arg(finding.confirmation->basis);
        else if (finding.label != Label::Read)
            row.toolTip += u'\n' + termLabel(finding.label, m_context.language) + u'.';
        if (finding.waiver) {
            row.waiver = finding.waiver->id;
            row.text(FindingColumn::Text) += u' ' + tr("Giải trình: %1.").arg(finding.waiver->reason);
        }
        if (finding.outgrown) {
            row.waiver = finding.outgrown->id;
            row.text(FindingColumn::Text) +=
                u' ' + tr("Giải trình trước đây (khi đó là %1) không còn đủ.").arg(finding.outgrown->actual);
        }
        setSubjects(row, finding.subjects);
        group(row, &finding.subjects.front());
    }

    /// What the office said of findings and rules that are not what they were: to be taken back or said anew.
    void addStale()
    {
        for (const Waiver &waiver : m_report.staleWaivers) {
            FindingRow &row = add(FindingKind::Waived, waiver.id.uid.toString(), waiver.rule);
            row.waiver = waiver.id;
            row.text(FindingColumn::Subjects) = waiver.subject;
            row.text(FindingColumn::Text) =
                tr("Không có nội dung nào ứng với giải trình này tại ngày đang xem: %1.").arg(waiver.reason);
            row.toolTip = row.text(FindingColumn::Text);
            group(row, nullptr);
        }
        for (const Confirmation &confirmation : m_report.staleConfirmations) {
            FindingRow &row = add(FindingKind::Waived, confirmation.id.uid.toString(), confirmation.rule);
            row.text(FindingColumn::Text) =
                tr("%1: quy định đã được sửa sau lần đối chiếu (bản %2), cần đối chiếu lại.")
                    .arg(titleOf(confirmation.rule), confirmation.edition);
            row.toolTip = row.text(FindingColumn::Text);
            group(row, nullptr);
        }
    }

    /// One row for each missing fact, with all whose fact it is and where it is entered.
    void addFacts()
    {
        QHash<QString, std::vector<Subject>> subjects;
        QHash<QString, QStringList> waiting;
        for (const NotChecked &gap : m_report.notChecked) {
            const QString &fact = gap.missing.code;
            waiting[fact] += titleOf(gap.rule);
            std::vector<Subject> &known = subjects[fact];
            for (const Subject &subject : gap.subjects)
                if (std::ranges::find(known, subject.node, &Subject::node) == known.end())
                    known.push_back(subject);
        }
        for (const QString &fact : missingFacts(m_report)) {
            FindingRow &row = add(FindingKind::NotChecked, fact, {});
            row.text(FindingColumn::Text) =
                tr("%1. Nhập tại: %2.")
                    .arg(sentence(fact), m_context.messages.text({enterCode(fact)}, m_context.language));
            row.text(FindingColumn::Citation) = tr("%1 quy định chờ").arg(waiting[fact].size());
            row.toolTip = row.text(FindingColumn::Text) + u'\n' + tr("Quy định chờ số liệu này:") + u"\n– "_s +
                          waiting[fact].join(u"\n– "_s);
            setSubjects(row, subjects[fact]);
            group(row, nullptr);
        }
    }

    /// One row for a rule and its missing fact, or for each unit whose fact is missing.
    void addGaps(const NotChecked &gap)
    {
        const auto addRow = [&](const std::vector<Subject> &subjects, const QString &key) {
            FindingRow &row = add(FindingKind::NotChecked, key, gap.rule);
            row.text(FindingColumn::Text) =
                titleOf(gap.rule) + u": "_s + m_context.messages.text(gap.missing, m_context.language);
            if (const Rule *rule = m_rules.value(gap.rule))
                row.text(FindingColumn::Citation) = rule->citation.text;
            row.toolTip = row.text(FindingColumn::Text);
            setSubjects(row, subjects);
            group(row, &subjects.front());
        };
        const QString key = gap.rule + u' ' + gap.missing.code;
        if (m_grouping == FindingGrouping::Rule)
            return addRow(gap.subjects, key);
        for (const Subject &subject : gap.subjects)
            addRow({subject}, key + u' ' + subject.node.uid.toString());
    }

    void addLeftOut(const LeftOut &entry)
    {
        FindingRow &row = add(FindingKind::NotApplicable, u"left out "_s + entry.id, entry.id);
        row.text(FindingColumn::Text) = tr("Chương trình chưa rà soát %1.").arg(entry.reason.in(m_context.language));
        row.toolTip = row.text(FindingColumn::Text);
        group(row, nullptr);
    }

    void addRule(FindingKind kind, const QString &id, const QString &reason)
    {
        FindingRow &row = add(kind, u"%1 %2 %3"_s.arg(static_cast<int>(kind)).arg(id, reason), id);
        row.text(FindingColumn::Text) = reason.isEmpty() ? titleOf(id) : titleOf(id) + u": "_s + reason;
        if (const Rule *rule = m_rules.value(id))
            row.text(FindingColumn::Citation) = rule->citation.text;
        row.toolTip = row.text(FindingColumn::Text) + u'\n' + tr("Căn cứ: %1").arg(row.text(FindingColumn::Citation));
        group(row, nullptr);
    }

    [[nodiscard]] QString sentence(const QString &code) const
    {
        QString text = m_context.messages.text({code}, m_context.language);
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    }

    /// The message that says where a missing fact is entered.
    [[nodiscard]] static QString enterCode(const QString &missing)
    {
        return QString(missing).replace(u"missing-"_s, u"enter-"_s);
    }

    static void setSubjects(FindingRow &row, const std::vector<Subject> &subjects)
    {
        QStringList names;
        for (const Subject &subject : subjects) {
            row.subjects.push_back(subject.node);
            names += nameOf(subject);
        }
        if (names.size() <= 1) {
            row.text(FindingColumn::Subjects) = names.join(QString());
            return;
        }
        row.text(FindingColumn::Subjects) =
            row.kind == FindingKind::NotChecked ? tr("%1 đơn vị").arg(names.size()) : names.join(u", "_s);
        row.toolTip += u"\n– "_s + names.first(std::min<qsizetype>(names.size(), kNamesInToolTip)).join(u"\n– "_s);
        if (names.size() > kNamesInToolTip)
            row.toolTip += u'\n' + tr("… và %1 đơn vị khác").arg(names.size() - kNamesInToolTip);
        row.toolTip += u'\n' + tr("Bấm lần nữa để tới đơn vị tiếp theo.");
    }

    const UiContext &m_context;
    FindingGrouping m_grouping;
    const CheckReport &m_report;
    QHash<QString, const Rule *> m_rules;
    std::vector<FindingRow> m_rows;
};

} // namespace

std::vector<FindingRow> findingRows(const UiContext &context, FindingGrouping grouping)
{
    return RowWriter(context, grouping).run();
}

QStringList missingFacts(const CheckReport &report)
{
    QStringList facts;
    for (const NotChecked &gap : report.notChecked)
        if (!facts.contains(gap.missing.code))
            facts += gap.missing.code;
    return facts;
}

} // namespace bomay
