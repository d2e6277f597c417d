// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_commands.h"

#include "core/base/numbers.h"
#include "core/change/edits_structure.h"
#include "core/change/edits_views.h"
#include "core/chart/chart_options.h"
#include "core/chart/legend.h"
#include "core/chart/level_bands.h"
#include "core/chart/unit_filter.h"
#include "ui/panels/data_texts.h"
#include "ui/window/picture_question.h"

#include <QLocale>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNamedLevels = 8; ///< of which the names can be changed

/// Does an object say what an officer writes?
bool hasWords(ChartObjectKind kind)
{
    return kind != ChartObjectKind::TotalStaff && kind != ChartObjectKind::DataDate && kind != ChartObjectKind::Logo;
}

} // namespace

ViewCommands::ViewCommands(const UiContext &context, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_document(context.document)
    , m_language(context.language)
    , m_dialogs(dialogs)
{}

QString ViewCommands::nextGesture()
{
    return u"view %1"_s.arg(++m_gestures);
}

std::optional<ChartView> ViewCommands::rowOfView(const QString &gesture)
{
    if (!hasView()) {
        const ChartFolds folds = m_document.folds();
        const bool isMade = m_document.perform(
            addView(m_document.organisation(), tr("Sơ đồ chung"), m_document.chartView(), m_document.ids()), gesture);
        if (!isMade)
            return std::nullopt;
        m_document.setFolds(folds);
    }
    return m_document.chartView();
}

template <typename Edit>
void ViewCommands::edit(Edit &&edit)
{
    const QString gesture = nextGesture();
    std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    edit(*view);
    m_document.perform(setView(m_document.organisation(), *std::move(view)), gesture);
}

void ViewCommands::add()
{
    const auto name = m_dialogs.askText(tr("Bản vẽ mới"), tr("Tên bản vẽ"), {});
    if (!name)
        return;
    const Result<Change> change = addView(m_document.organisation(), *name, {}, m_document.ids());
    if (m_document.perform(change))
        m_document.showView(ChartViewId{change->images.front().key.uid});
}

void ViewCommands::copy()
{
    const auto name = m_dialogs.askText(tr("Nhân bản bản vẽ"), tr("Tên bản vẽ mới"),
                                        tr("%1 (bản sao)").arg(m_document.chartView().name));
    if (!name)
        return;
    const Result<Change> change =
        copyView(m_document.organisation(), m_document.chartView().id, *name, m_document.ids());
    if (!m_document.perform(change))
        return;
    const auto made =
        std::ranges::find(change->images, RowKind::ChartView, [](const RowImage &image) { return image.key.kind; });
    if (made != change->images.end())
        m_document.showView(ChartViewId{made->key.uid});
}

void ViewCommands::rename()
{
    ChartView view = m_document.chartView();
    const auto name = m_dialogs.askText(tr("Đổi tên bản vẽ"), tr("Tên bản vẽ"), view.name);
    if (!name)
        return;
    view.name = *name;
    m_document.perform(setView(m_document.organisation(), std::move(view)));
}

void ViewCommands::remove()
{
    m_document.perform(removeView(m_document.organisation(), m_document.chartView().id));
}

void ViewCommands::setRoot()
{
    const auto selected = m_document.selected();
    const UnitId unit = hasRoot() || !selected ? UnitId{}
                        : selected->isUnit()   ? selected->unit()
                                               : unitAbove(m_document.view(), *selected);
    edit([unit](ChartView &view) { view.root = unit; });
}

bool ViewCommands::hasRoot() const
{
    return !m_document.chartView().root.isNull();
}

void ViewCommands::setAnnex(const QString &annex)
{
    edit([&](ChartView &view) { view.annex = annex; });
}

void ViewCommands::choosePreset(ChartPreset preset)
{
    edit([preset](ChartView &view) { view.preset = preset; });
}

void ViewCommands::chooseLeaders(LeaderStyle style)
{
    edit([style](ChartView &view) { view.leaders = style; });
}

void ViewCommands::chooseTheme(const QString &theme)
{
    edit([theme](ChartView &view) { view.theme = theme; });
}

void ViewCommands::toggle(bool ChartView::*field)
{
    edit([field](ChartView &view) { view.*field = !(view.*field); });
}

void ViewCommands::chooseLayout(BranchLayout layout)
{
    const auto selected = m_document.selected();
    if (!selected)
        return;
    const QString gesture = nextGesture();
    const std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    BranchMark mark = markOf(m_document.organisation(), view->id, *selected);
    mark.layout = layout;
    m_document.perform(setMark(m_document.organisation(), mark, m_document.ids()), gesture);
}

void ViewCommands::setBoxWidth(NodeRef unit, double width)
{
    const QString gesture = nextGesture();
    const std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    BranchMark mark = markOf(m_document.organisation(), view->id, unit);
    mark.boxWidth = width;
    m_document.perform(setMark(m_document.organisation(), mark, m_document.ids()), gesture);
}

std::vector<NodeRef> ViewCommands::adjusted() const
{
    const OrgView &view = m_document.view();
    const std::vector<NodeRef> selection = m_document.selection();
    const auto isMeant = [&](NodeRef node) {
        const int place = view.nodeOf(node);
        return selection.empty() || std::ranges::any_of(selection, [&](NodeRef above) {
                   const int first = view.nodeOf(above);
                   return first >= 0 && place >= first && place < view.nodes()[uz(first)].end;
               });
    };
    std::vector<NodeRef> nodes;
    if (hasView())
        for (const BranchMark *mark : m_document.organisation().naming<BranchMark>(keyOf(m_document.chartView().id)))
            if (isAdjusted(*mark) && isMeant(mark->node))
                nodes.push_back(mark->node);
    return nodes;
}

void ViewCommands::release()
{
    if (const std::vector<NodeRef> nodes = adjusted(); !nodes.empty())
        m_document.perform(releaseAdjustments(m_document.organisation(), m_document.chartView().id, nodes));
}

BranchLayout ViewCommands::layoutOfSelected() const
{
    const auto selected = m_document.selected();
    return selected && hasView() ? markOf(m_document.organisation(), m_document.chartView().id, *selected).layout
                                 : BranchLayout::Inherited;
}

bool ViewCommands::hasObjects() const
{
    return hasView() && !objectsOf(m_document.organisation(), m_document.chartView().id).empty();
}

void ViewCommands::chooseKinds()
{
    std::vector<UnitKind> kinds;
    FormQuestion question{
        tr("Loại hình được vẽ"), tr("Đơn vị thuộc loại hình không chọn thì không vẽ, kể cả cấp dưới."), {}, tr("Vẽ")};
    const std::vector<UnitKind> hidden = hiddenKindsOf(m_document.chartView());
    const auto isHidden = [&hidden](UnitKind kind) { return std::ranges::find(hidden, kind) != hidden.end(); };
    const auto &units = m_document.view().units();
    for (const auto &term : terms<UnitKind>()) {
        const bool occurs =
            std::ranges::any_of(units, [&term](const ViewUnit &unit) { return unit.state.kind == term.value; });
        if (!occurs && !isHidden(term.value))
            continue;
        kinds.push_back(term.value);
        question.fields.push_back(
            {FormField::Kind::Tick, termLabel(term.value, m_language), {}, isHidden(term.value) ? QString() : u"1"_s});
    }
    const auto answers = m_dialogs.askForm(question);
    if (!answers)
        return;
    std::vector<UnitKind> left;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (answers->value(static_cast<qsizetype>(i)).isEmpty())
            left.push_back(kinds[i]);
    edit([&left](ChartView &view) { view.hiddenKinds = hiddenKindsText(left); });
}

QStringList ViewCommands::usualWords() const
{
    QStringList words{legendWords(RelationType::BelongsTo)};
    for (const auto &term : terms<RelationType>())
        if (std::ranges::any_of(m_document.organisation().relations(), [&term](const Relation &relation) {
                return relation.type == term.value && relation.type != RelationType::BelongsTo &&
                       isDrawnAsLine(relation.type);
            }))
            words += legendWords(term.value);
    for (const ThemeRule &rule : m_document.chartOptions().theme.rules)
        words += legendWords(rule);
    if (m_document.chartView().bands)
        for (int level = 1; level <= kNamedLevels; ++level)
            words += levelWords(level);
    return words;
}

void ViewCommands::chooseWords()
{
    const ChartView &view = m_document.chartView();
    const QStringList usual = usualWords();
    FormQuestion question{tr("Chữ trên sơ đồ"), tr("Để trống thì dùng chữ thường lệ."), {}, tr("Ghi")};
    for (const QString &words : usual) {
        const QString own = pictureWords(view, words);
        question.fields.push_back({FormField::Kind::Line, words, words, own == words ? QString() : own});
    }
    const auto answers = m_dialogs.askForm(question);
    if (!answers)
        return;
    QString all = view.words;
    for (qsizetype i = 0; i < usual.size(); ++i)
        all = withPictureWords(all, usual[i], answers->value(i).simplified());
    edit([&all](ChartView &row) { row.words = all; });
}

std::optional<QString> ViewCommands::askObjectText(const QString &title, const QString &text)
{
    const auto answers = m_dialogs.askForm({title, {}, {{FormField::Kind::Text, tr("Nội dung"), {}, text}}, tr("Ghi")});
    return answers ? std::optional(answers->value(0)) : std::nullopt;
}

std::optional<double> ViewCommands::askHeight(double height)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto answer = m_dialogs.askText(tr("Chiều cao biểu trưng"), tr("Bao nhiêu mm? Để trống thì theo mẫu."),
                                          height > 0 ? locale.toString(height, 'g', 6) : QString());
    if (!answer)
        return std::nullopt;
    if (answer->trimmed().isEmpty())
        return 0;
    bool isNumber = false;
    // A point is typed as often as a comma.
    const double typed = locale.toDouble(answer->trimmed().replace(u'.', locale.decimalPoint()), &isNumber);
    return isNumber ? typed : -1;
}

bool ViewCommands::askContent(ChartObject &object)
{
    if (object.kind == ChartObjectKind::Logo) {
        auto picture = askPicture(m_document, m_dialogs, termLabel(object.kind, m_language), PictureUse::Logo);
        if (picture)
            object.picture = *std::move(picture);
        return picture.has_value();
    }
    if (!hasWords(object.kind))
        return true;
    auto text = askObjectText(termLabel(object.kind, m_language), object.text);
    if (text)
        object.text = *std::move(text);
    return text.has_value();
}

void ViewCommands::addObject(ChartObjectKind kind)
{
    const QString title = termLabel(kind, m_language);
    ChartObject object;
    object.kind = kind;
    if (kind == ChartObjectKind::Bracket)
        if (const auto selected = m_document.selected())
            object.unit = selected->isUnit() ? selected->unit() : unitAbove(m_document.view(), *selected);
    if (!askContent(object))
        return;
    std::vector<ChartSide> sides;
    for (const auto &side : terms<ChartSide>())
        sides.push_back(side.value);
    // The usual one comes first.
    if (kind == ChartObjectKind::Logo)
        std::ranges::stable_partition(sides, [](ChartSide side) { return side == ChartSide::Above; });
    QStringList lines;
    for (const ChartSide side : sides)
        lines += termLabel(side, m_language);
    const auto side = m_dialogs.chooseLine(title, tr("Đặt ở phía nào của sơ đồ?"), lines, tr("Đặt"));
    if (!side)
        return;
    object.side = sides[static_cast<std::size_t>(*side)];
    const QString gesture = nextGesture();
    const std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    object.view = view->id;
    m_document.perform(putObject(m_document.organisation(), object, m_document.ids()), gesture);
}

std::vector<ViewCommands::Deed> ViewCommands::deedsFor(const ChartObject &chosen)
{
    std::vector<Deed> deeds;
    for (const auto &side : terms<ChartSide>())
        deeds.push_back(
            {tr("Chuyển sang: %1").arg(termLabel(side.value, m_language)), [where = side.value](ChartObject &object) {
                 object.side = where;
                 return true;
             }});
    const auto content = [this](ChartObject &object) { return askContent(object); };
    if (hasWords(chosen.kind))
        deeds.push_back({tr("Sửa nội dung…"), content});
    if (chosen.kind != ChartObjectKind::Logo)
        return deeds;
    deeds.push_back({tr("Đổi hình…"), content});
    deeds.push_back({tr("Đổi chiều cao…"), [this](ChartObject &object) {
                         const std::optional<double> height = askHeight(object.height);
                         object.height = height.value_or(object.height);
                         return height.has_value();
                     }});
    return deeds;
}

void ViewCommands::changeObject()
{
    const std::vector<ChartObject> objects = objectsOf(m_document.organisation(), m_document.chartView().id);
    QStringList lines;
    for (const ChartObject &object : objects)
        lines += tr("%1 (%2) %3")
                     .arg(termLabel(object.kind, m_language), termLabel(object.side, m_language),
                          object.text.simplified().left(40));
    const auto chosen =
        m_dialogs.chooseLine(tr("Đối tượng quanh sơ đồ"), tr("Sửa hoặc bỏ đối tượng nào?"), lines, tr("Tiếp"));
    if (!chosen)
        return;
    ChartObject object = objects[static_cast<std::size_t>(*chosen)];
    const std::vector<Deed> deeds = deedsFor(object);
    QStringList texts{tr("Bỏ khỏi bản vẽ")};
    for (const Deed &deed : deeds)
        texts += deed.text;
    const auto deed = m_dialogs.chooseLine(tr("Đối tượng quanh sơ đồ"), lines[*chosen], texts, tr("Làm"));
    if (!deed)
        return;
    if (*deed == 0)
        m_document.perform(removeObject(m_document.organisation(), object.id));
    else if (deeds[static_cast<std::size_t>(*deed) - 1].run(object))
        m_document.perform(putObject(m_document.organisation(), object, m_document.ids()));
}

} // namespace bomay
