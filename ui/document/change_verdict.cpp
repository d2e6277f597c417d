// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/change_verdict.h"

#include "core/base/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// More lines beside the mouse are not read.
constexpr int kMostLines = 3;

class VerdictTexts
{
    Q_DECLARE_TR_FUNCTIONS(bomay::ChangeVerdict)

public:
    static QString more(int count) { return tr("… và %1 nội dung khác").arg(count); }
    static QString gone(const QString &message) { return tr("Hết: %1").arg(message); }
    static QString nothing() { return tr("Không phát sinh nội dung trái quy định."); }
    static QString counts(int removed, int added) { return tr("bớt %1, thêm %2").arg(removed).arg(added); }
};

bool counts(const Finding &finding)
{
    return finding.severity != Severity::Advice;
}

void append(QStringList &lines, const std::vector<Finding> &findings, const auto &textOf)
{
    int shown = 0;
    int left = 0;
    for (const Finding &finding : findings) {
        if (!counts(finding))
            continue;
        if (shown++ < kMostLines)
            lines += textOf(finding);
        else
            ++left;
    }
    if (left > 0)
        lines += VerdictTexts::more(left);
}

} // namespace

ChangeVerdict verdictOn(const UiContext &context, const Result<Change> &change)
{
    const auto refused = [&context](const Error &error) -> ChangeVerdict {
        if (error.code() == u"edit-no-change"_s)
            return {};
        return {FindingKind::Error, {context.messages.describe(error, context.language)}};
    };
    if (!change)
        return refused(change.error());
    const Result<CheckDifference> difference = context.document.preview(*change);
    if (!difference)
        return refused(difference.error());
    ChangeVerdict verdict;
    for (const Finding &finding : difference->added)
        if (counts(finding))
            verdict.kind =
                std::min(verdict.kind, finding.severity == Severity::Error ? FindingKind::Error : FindingKind::Warning);
    append(verdict.lines, difference->added, [&context](const Finding &finding) {
        return u"%1 (%2)"_s.arg(finding.message.in(context.language), finding.citation.text);
    });
    append(verdict.lines, difference->removed,
           [&context](const Finding &finding) { return VerdictTexts::gone(finding.message.in(context.language)); });
    if (verdict.lines.isEmpty())
        verdict.lines += VerdictTexts::nothing();
    return verdict;
}

QString countsOf(const UiContext &context, const Change &change)
{
    const Result<CheckDifference> difference = context.document.preview(change);
    return difference ? VerdictTexts::counts(sizeOf(difference->removed), sizeOf(difference->added)) : QString();
}

} // namespace bomay
