// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/findings_model.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"

#include <QGuiApplication>
#include <QHash>
#include <QPalette>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Above this many names a tooltip is no longer read.
constexpr int kNamesInToolTip = 10;

FindingKind kindOf(Severity severity)
{
    switch (severity) {
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

QHash<QString, const Rule *> rulesById(const PackSet &packs)
{
    QHash<QString, const Rule *> rules;
    for (const RulePack &pack : packs.packs)
        for (const Rule &rule : pack.rules)
            rules.insert(rule.id, &rule);
    return rules;
}

} // namespace

FindingsModel::FindingsModel(const UiContext &context, QObject *parent)
    : QAbstractTableModel(parent)
    , m_context(context)
{
    for (int kind = 0; kind < kFindingKinds; ++kind)
        m_marks[uz(kind)] = findingMark(static_cast<FindingKind>(kind));
}

void FindingsModel::refresh()
{
    const Session &session = m_context.document.session();
    const CheckReport &report = session.report();
    const auto rules = rulesById(session.packs());
    beginResetModel();
    m_rows.clear();
    for (const Finding &finding : report.findings)
        m_rows.push_back(rowOfFinding(finding));
    std::ranges::stable_sort(m_rows, {}, &Row::kind);
    for (const NotChecked &gap : report.notChecked)
        m_rows.push_back(rowOfGap(gap, rules.value(gap.rule)));
    for (const NotApplicable &entry : report.notApplicable)
        m_rows.push_back(rowOfRule(FindingKind::NotApplicable, entry.rule, rules.value(entry.rule),
                                   m_context.messages.text(entry.reason, m_context.language)));
    for (const QString &rule : report.disabled)
        m_rows.push_back(rowOfRule(FindingKind::Disabled, rule, rules.value(rule), {}));
    endResetModel();
}

FindingsModel::Row FindingsModel::rowOfFinding(const Finding &finding) const
{
    Row row{kindOf(finding.severity), finding.fingerprint, {}, {}, {}};
    row.texts[Kind] = termLabel(finding.severity, m_context.language);
    row.texts[Text] = finding.message.in(m_context.language);
    row.texts[Citation] = finding.citation.text;
    row.toolTip = row.texts[Text] + u'\n' + finding.explanation.in(m_context.language) + u'\n' +
                  tr("Căn cứ: %1").arg(finding.citation.text);
    if (finding.label != Label::Read)
        row.toolTip += u'\n' + termLabel(finding.label, m_context.language) + u'.';
    setSubjects(row, finding.subjects);
    return row;
}

FindingsModel::Row FindingsModel::rowOfGap(const NotChecked &gap, const Rule *rule) const
{
    const QString missing = m_context.messages.text(gap.missing, m_context.language);
    Row row = rowOfRule(FindingKind::NotChecked, gap.rule, rule, missing);
    row.key += gap.missing.code;
    setSubjects(row, gap.subjects);
    return row;
}

FindingsModel::Row FindingsModel::rowOfRule(FindingKind kind, const QString &id, const Rule *rule,
                                            const QString &reason) const
{
    Row row{kind, QString::number(static_cast<int>(kind)) + u' ' + id, {}, {}, {}};
    row.texts[Kind] = kind == FindingKind::NotChecked      ? tr("Chưa đủ số liệu")
                      : kind == FindingKind::NotApplicable ? tr("Không áp dụng")
                                                           : tr("Đã tắt");
    row.texts[Text] = titleOf(id, rule);
    if (!reason.isEmpty())
        row.texts[Text] += u": "_s + reason;
    if (rule != nullptr)
        row.texts[Citation] = rule->citation.text;
    row.toolTip = row.texts[Text] + u'\n' + tr("Căn cứ: %1").arg(row.texts[Citation]);
    return row;
}

QString FindingsModel::titleOf(const QString &id, const Rule *rule) const
{
    return rule == nullptr ? id : rule->title.in(m_context.language);
}

void FindingsModel::setSubjects(Row &row, const std::vector<Subject> &subjects) const
{
    QStringList names;
    for (const Subject &subject : subjects) {
        row.subjects.push_back(subject.node);
        names += nameOf(subject);
    }
    if (names.size() <= 1) {
        row.texts[Subjects] = names.join(QString());
        return;
    }
    row.texts[Subjects] = row.kind == FindingKind::NotChecked ? tr("%1 đơn vị").arg(names.size()) : names.join(u", "_s);
    row.toolTip += u"\n– "_s + names.first(std::min<qsizetype>(names.size(), kNamesInToolTip)).join(u"\n– "_s);
    if (names.size() > kNamesInToolTip)
        row.toolTip += u'\n' + tr("… và %1 đơn vị khác").arg(names.size() - kNamesInToolTip);
    row.toolTip += u'\n' + tr("Bấm lần nữa để tới đơn vị tiếp theo.");
}

const std::vector<NodeRef> &FindingsModel::subjects(int row) const
{
    return m_rows[uz(row)].subjects;
}

const QString &FindingsModel::key(int row) const
{
    return m_rows[uz(row)].key;
}

int FindingsModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString FindingsModel::rowText(int row) const
{
    QStringList texts;
    for (const QString &text : m_rows[uz(row)].texts)
        texts += text;
    return texts.join(u'\t');
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sizeOf(m_rows);
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[uz(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts[uz(index.column())];
    case Qt::ToolTipRole:
        return toolTipText(row.toolTip);
    case Qt::DecorationRole:
        return index.column() == Kind ? m_marks[uz(static_cast<int>(row.kind))] : QVariant();
    case Qt::ForegroundRole:
        if (row.kind >= FindingKind::NotChecked) {
            QColor colour = QGuiApplication::palette().color(QPalette::Text);
            colour.setAlphaF(0.65F);
            return colour;
        }
        return {};
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Mức độ");
    case Subjects:
        return tr("Đơn vị");
    case Text:
        return tr("Nội dung");
    case Citation:
        return tr("Căn cứ");
    default:
        return {};
    }
}

} // namespace bomay
