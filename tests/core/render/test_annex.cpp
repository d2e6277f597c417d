// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/render/pdf_writer.h"
#include "core/report/annex_document.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNear = 0.3; ///< mm

AnnexFields sampleFields()
{
    AnnexFields fields;
    fields.number = 4;
    fields.title = u"Sơ đồ tổ chức bộ máy Ủy ban nhân dân thành phố Thủ Đức"_s;
    fields.documentNumber = u"05"_s;
    fields.symbol = u"QĐ-UBND"_s;
    fields.date = Day::fromYmd(2021, 2, 3);
    fields.issuer = u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s;
    return fields;
}

DisplayList chartOf(const QSizeF &size)
{
    DisplayList chart;
    chart.boxes.push_back({QRectF(QPointF(0, 0), size), {}, {}, {}});
    chart.texts.push_back({{5, 10}, 20, u"chữ"_s, {}, {}, {}});
    chart.bounds = chart.boxes.back().rect;
    return chart;
}

struct Word
{
    int page;
    QRectF rect; ///< mm
    QString text;
};

/// What pdftotext -bbox measures in a PDF.
std::vector<Word> wordsOf(const QString &path)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-bbox"_s, path, u"-"_s});
    if (!process.waitForFinished())
        return {};
    std::vector<Word> words;
    static const QRegularExpression kWord(
        uR"x(<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>)x"_s);
    int page = 0;
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n')) {
        if (line.contains(u"<page "_s))
            ++page;
        if (const auto match = kWord.match(line); match.hasMatch()) {
            const auto at = [&match](int group) { return match.captured(group).toDouble() * kMillimetresPerPoint; };
            words.push_back({page, QRectF(QPointF(at(1), at(2)), QPointF(at(3), at(4))), match.captured(5)});
        }
    }
    return words;
}

/// The rectangle round a text of several words on one line; null where it is not there.
QRectF lineOf(const std::vector<Word> &words, const QString &text)
{
    const QStringList parts = text.split(u' ');
    for (std::size_t first = 0; first + uz(parts.size()) <= words.size(); ++first) {
        QRectF rect;
        bool isIt = true;
        for (qsizetype i = 0; isIt && i < parts.size(); ++i) {
            isIt = words[first + uz(i)].text == parts[i];
            rect = rect.united(words[first + uz(i)].rect);
        }
        if (isIt)
            return rect;
    }
    return {};
}

} // namespace

class TestAnnex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto fonts = FontTable::builtIn();
        QVERIFY(fonts.has_value());
        m_fonts = *std::move(fonts);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyLineIsWhereDecree30WantsIt_data()
    {
        QTest::addColumn<Orientation>("orientation");
        QTest::newRow("portrait") << Orientation::Portrait;
        QTest::newRow("landscape") << Orientation::Landscape;
    }
    void everyLineIsWhereDecree30WantsIt()
    {
        QFETCH(Orientation, orientation);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils: not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"phụ lục.pdf"_s);
        const PageRequest request = annexPage(sampleFields(), PaperSize::A4, orientation, Day{2459580});
        PaperDocument document;
        for (int i = 0; i < 2; ++i)
            document.pages.push_back(composePage(chartOf({400, 400}), request, Theme{}, m_fonts));
        numberPages(document, request.margins, m_fonts);
        QVERIFY(writePdf(document, {{}, {}, Day{2459580}}, path).has_value());
        const std::vector<Word> words = wordsOf(path);
        const QSizeF paper = document.pages.front().size;
        const QRectF area = QRectF(QPointF(0, 0), paper).marginsRemoved(kDecreeMargins);

        // The label: a line of its own, centred, in lower case, 14 points.
        const QRectF label = lineOf(words, u"Phụ lục IV"_s);
        QVERIFY(label.isValid());
        const QRectF title = lineOf(words, u"SƠ ĐỒ TỔ CHỨC BỘ MÁY"_s);
        QVERIFY(title.isValid());
        const QRectF reference = lineOf(words, u"(Kèm theo Quyết định số 05/QĐ-UBND"_s);
        QVERIFY(reference.isValid());
        QVERIFY(label.bottom() <= title.top() + 1 && title.bottom() <= reference.top() + 1);
        QVERIFY2(std::abs(label.center().x() - area.center().x()) < kNear,
                 qPrintable(QString::number(label.center().x())));
        const double perPoint = label.height() / 14;
        QVERIFY(std::abs(title.height() - 14 * perPoint) < 0.05 && std::abs(reference.height() - 14 * perPoint) < 0.05);

        const QRectF date = lineOf(words, u"ngày 03 tháng 02 năm 2021"_s);
        QVERIFY(date.isValid() && std::abs(date.height() - reference.height()) < 0.05); // not torn apart

        // Everything within the margins; only the page number stands in the upper one, on the second page alone.
        int numbers = 0;
        for (const Word &word : words) {
            if (word.page == 2 && word.text == u"2" && word.rect.bottom() < area.top()) {
                ++numbers;
                QVERIFY(std::abs(word.rect.center().x() - area.center().x()) < kNear);
                QVERIFY(std::abs(word.rect.height() - 13 * perPoint) < 0.05);
                continue;
            }
            QVERIFY2(area.adjusted(-kNear, -kNear, kNear, kNear).contains(word.rect), qPrintable(word.text));
        }
        QCOMPARE(numbers, 1);

        // What an annex does not have.
        for (const Word &word : words)
            for (const QString &foreign : {u"CỘNG"_s, u"TM."_s, u"KT."_s, u"Nơi"_s, u"Số:"_s})
                QVERIFY(word.text != foreign);
        for (const TextItem &text : document.pages.front().list.texts) {
            QCOMPARE(text.font.face, FontFace::Serif);
            const bool isReference = text.font.slant == FontSlant::Italic;
            QCOMPARE(isReference, text.baseline.y() > title.bottom() && text.font.size == 14);
        }
    }

    /// The whole document, with its table: what the decree says of every page.
    void everyPageKeepsItsMarginsNumbersAndLetters_data() { everyLineIsWhereDecree30WantsIt_data(); }
    void everyPageKeepsItsMarginsNumbersAndLetters()
    {
        QFETCH(Orientation, orientation);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils: not installed");
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Ủy ban nhân dân thành phố Thủ Đức"_s, {}, UnitKind::PeoplesCommittee);
        builder.post(root, u"Chủ tịch"_s, PostRole::Head);
        for (int i = 1; i <= 60; ++i) {
            const UnitId unit = builder.unit(u"Phòng chuyên môn số %1"_s.arg(i), root, UnitKind::SpecialisedAgency);
            builder.post(unit, u"Trưởng phòng"_s, PostRole::Head);
        }
        const OrgView view(builder.organisation(), Day{2459580});
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        const AnnexDocument annex = annexDocument(view, {sampleFields(), PaperSize::A4, orientation, true}, *catalog,
                                                  Language::Vietnamese, m_fonts);
        const std::vector<Page> &pages = annex.document.pages;
        QVERIFY(pages.size() >= 3); // a chart, and a table that goes on
        QTemporaryDir folder;
        const QString path = folder.filePath(u"phụ lục.pdf"_s);
        QVERIFY(writePdf(annex.document, {{}, {}, Day{2459580}}, path).has_value());
        std::vector<int> numbers(pages.size(), 0);
        for (const Word &word : wordsOf(path)) {
            const QSizeF paper = pages.at(uz(word.page - 1)).size;
            QVERIFY(paper == QSizeF(210, 297) || paper == QSizeF(297, 210));
            const QRectF area = QRectF(QPointF(0, 0), paper).marginsRemoved(kDecreeMargins);
            if (word.rect.bottom() < area.top()) {
                QCOMPARE(word.text, QString::number(word.page));
                QVERIFY(std::abs(word.rect.center().x() - area.center().x()) < kNear);
                ++numbers[uz(word.page - 1)];
            } else {
                QVERIFY2(area.adjusted(-kNear, -kNear, kNear, kNear).contains(word.rect), qPrintable(word.text));
            }
        }
        std::vector<int> expected(pages.size(), 1);
        expected.front() = 0; // not shown on the first page
        QCOMPARE(numbers, expected);
        for (const Page &page : pages)
            for (const TextItem &text : page.list.texts) {
                QCOMPARE(text.font.face, FontFace::Serif);
                QCOMPARE(text.color, (Rgba{0, 0, 0, 255}));
            }
    }

    void aPlainAnnexSaysTheDayOnce()
    {
        OrganisationBuilder builder;
        builder.unit(u"Ủy ban nhân dân phường"_s, {}, UnitKind::PeoplesCommittee);
        const OrgView view(builder.organisation(), Day{2459580});
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        AnnexFields fields = sampleFields();
        fields.form = AnnexForm::Plain;
        const auto days = [&](const ChartOptions &options) {
            const AnnexDocument annex = annexDocument(view, {fields, PaperSize::A4, Orientation::Automatic, false},
                                                      *catalog, Language::Vietnamese, m_fonts, options);
            const std::vector<TextItem> &texts = annex.document.pages.front().list.texts;
            return std::ranges::count_if(texts,
                                         [](const TextItem &text) { return text.text.contains(u"tính đến ngày"_s); });
        };
        ChartOptions options;
        QCOMPARE(days(options), 1);
        ChartObject object;
        object.kind = ChartObjectKind::DataDate;
        object.side = ChartSide::Below;
        options.objects.push_back(object);
        QCOMPARE(days(options), 1);
    }

    /// A decision is published; the view that it is taken from may show who holds what.
    void anAnnexShowsNobodysFace()
    {
        OrganisationBuilder builder;
        const UnitId unit = builder.unit(u"Ủy ban nhân dân phường"_s, {}, UnitKind::PeoplesCommittee);
        const PersonId person = builder.holder(builder.post(unit, u"Chủ tịch"_s, PostRole::Head), u"Nguyễn Văn An"_s);
        builder.put(Portrait{builder.ids().make<PortraitId>(), person, pictureOfSize({480, 640})});
        const OrgView view(builder.organisation(), Day{2459580});
        ChartOptions options;
        options.view.portraits = true;
        QCOMPARE(buildChart(view, m_fonts, options).images.size(), 1U);
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        const AnnexDocument annex = annexDocument(view, {sampleFields(), PaperSize::A4, Orientation::Automatic, true},
                                                  *catalog, Language::Vietnamese, m_fonts, options);
        for (const Page &page : annex.document.pages)
            QVERIFY(page.list.images.empty());
    }

    void anElectronicAnnexIsBlankWhereTheClerkSigns()
    {
        AnnexFields fields = sampleFields();
        fields.medium = AnnexMedium::Electronic;
        const QString reference = annexReference(fields).replace(QChar::Nbsp, u'.');
        QCOMPARE(reference,
                 u"(Kèm theo Quyết định số ......../QĐ-UBND ngày ......tháng ......năm ........ của Ủy ban nhân "
                 "dân Thành phố Hồ Chí Minh)"_s);
        const PageRequest request = annexPage(fields, PaperSize::A4, Orientation::Portrait, Day{2459580});
        const Page page = composePage(chartOf({100, 100}), request, Theme{}, m_fonts);
        for (const TextItem &text : page.list.texts) // the first line of the right half stays free
            QVERIFY(text.baseline.y() - m_fonts.ascent(text.font) > kDecreeMargins.top() + 5);
    }

    void onlyDaysBelowTenAndTheFirstTwoMonthsHaveAZero()
    {
        AnnexFields fields = sampleFields();
        fields.date = Day::fromYmd(2021, 3, 9);
        QVERIFY(annexReference(fields).contains(u"ngày 09 tháng 3 năm 2021"_s));
        fields.date = Day::fromYmd(2021, 12, 31);
        QVERIFY(annexReference(fields).contains(u"ngày 31 tháng 12 năm 2021"_s));
        fields.documentNumber = u"7"_s;
        QVERIFY(annexReference(fields).contains(u"số 07/QĐ-UBND"_s));
        for (const QString &typed : {u"Số 7"_s, u" số: 07 "_s, u"007"_s}) {
            fields.documentNumber = typed;
            QVERIFY2(annexReference(fields).contains(u"Quyết định số 07/QĐ-UBND"_s), qPrintable(typed));
        }
        fields.documentNumber = u"112"_s;
        QVERIFY(annexReference(fields).contains(u"số 112/QĐ-UBND"_s));
    }

    void romanNumbersAreThoseOfTheLaw()
    {
        QCOMPARE(romanNumber(1), u"I"_s);
        QCOMPARE(romanNumber(4), u"IV"_s);
        QCOMPARE(romanNumber(19), u"XIX"_s);
        QCOMPARE(romanNumber(0), QString());
    }

    void theOnlyAnnexHasNoNumber()
    {
        AnnexFields fields = sampleFields();
        fields.number = 0;
        const PageRequest page = annexPage(fields, PaperSize::A4, Orientation::Portrait, Day{2459580});
        QCOMPARE(page.heading.front().text, u"Phụ lục"_s);
    }

    void aPlanHasItsKindAndALineUnderItsTitle()
    {
        AnnexFields fields = sampleFields();
        fields.form = AnnexForm::Plan;
        fields.kind = u"Đề án"_s;
        const PageRequest request = annexPage(fields, PaperSize::A4, Orientation::Portrait, Day{2459580});
        QCOMPARE(request.heading.at(0).text, u"ĐỀ ÁN"_s);
        QCOMPARE(request.heading.at(1).text, fields.title);
        const double share = request.heading.at(1).underline;
        QVERIFY(share >= 1.0 / 3 && share <= 0.5);
        const Page page = composePage(chartOf({100, 100}), request, Theme{}, m_fonts);
        QCOMPARE(page.list.lines.size(), 1U);
    }

    void aDraftSaysSoInTheCornerAndNotOverTheChart()
    {
        AnnexFields fields = sampleFields();
        fields.isDraft = true;
        const PageRequest request = annexPage(fields, PaperSize::A4, Orientation::Portrait, Day{2459580});
        const Page page = composePage(chartOf({100, 100}), request, Theme{}, m_fonts);
        const auto mark = std::ranges::find(page.list.texts, u"DỰ THẢO"_s, &TextItem::text);
        QVERIFY(mark != page.list.texts.end());
        QVERIFY(mark->baseline.y() < kDecreeMargins.top() && mark->baseline.x() < 100);
    }

    void aWideA3IsMarkedWhereItIsFolded()
    {
        const PageRequest request = annexPage(sampleFields(), PaperSize::A3, Orientation::Landscape, Day{2459580});
        const Page page = composePage(chartOf({100, 100}), request, Theme{}, m_fonts);
        QCOMPARE(page.list.lines.size(), 4U); // at both edges, at 210 and 315 mm
        QCOMPARE(page.list.points.front(), QPointF(210, 0));
    }

    void slipsAreSeen_data()
    {
        QTest::addColumn<AnnexFields>("fields");
        QTest::addColumn<QString>("code");
        AnnexFields fields = sampleFields();
        QTest::newRow("right") << fields << QString();
        const auto with = [](auto change) {
            AnnexFields changed = sampleFields();
            change(changed);
            return changed;
        };
        QTest::newRow("title") << with([](auto &f) { f.title.clear(); }) << u"annex-slip-title"_s;
        QTest::newRow("full stop") << with([](auto &f) { f.title += u'.'; }) << u"annex-slip-title-stop"_s;
        QTest::newRow("city") << with([](auto &f) { f.issuer = u"UBND TP.HCM"_s; }) << u"annex-slip-city"_s;
        QTest::newRow("small city") << with([](auto &f) { f.issuer = u"UBND thành phố Hồ Chí Minh"_s; })
                                    << u"annex-slip-city"_s;
        QTest::newRow("day without zero")
            << with([](auto &f) { f.title += u" (từ ngày 3 tháng 01 năm 2021)"_s; }) << u"annex-slip-date-form"_s;
        QTest::newRow("month with zero") << with([](auto &f) { f.title += u" (từ ngày 03 tháng 06 năm 2021)"_s; })
                                         << u"annex-slip-date-form"_s;
        QTest::newRow("right date") << with([](auto &f) { f.title += u" (từ ngày 03 tháng 6 năm 2021)"_s; })
                                    << QString();
        QTest::newRow("document") << with([](auto &f) { f.document = u" "_s; }) << u"annex-slip-document"_s;
        QTest::newRow("symbol") << with([](auto &f) { f.symbol = u"QĐ - UBND"_s; }) << u"annex-slip-symbol-form"_s;
        QTest::newRow("number") << with([](auto &f) { f.documentNumber = u"5"_s; }) << u"annex-slip-number-form"_s;
        QTest::newRow("number with its word")
            << with([](auto &f) { f.documentNumber = u"Số 05"_s; }) << u"annex-slip-number-form"_s;
        QTest::newRow("no number") << with([](auto &f) { f.documentNumber.clear(); }) << u"annex-slip-number"_s;
        QTest::newRow("no date") << with([](auto &f) { f.date.reset(); }) << u"annex-slip-date"_s;
        QTest::newRow("plan") << with([](auto &f) { f.form = AnnexForm::Plan; }) << u"annex-slip-kind"_s;
    }
    void slipsAreSeen()
    {
        QFETCH(AnnexFields, fields);
        QFETCH(QString, code);
        const std::vector<Message> slips = annexSlips(fields);
        QCOMPARE(slips.empty() ? QString() : slips.front().code, code);
        QCOMPARE(slips.size(), code.isEmpty() ? 0U : 1U);
    }

    void anAnnexIsReadFromToml()
    {
        const auto annex = readAnnex("title = \"Sơ đồ tổ chức bộ máy Ủy ban nhân dân thành phố Thủ Đức\"\n"
                                     "number = 4\ndocument_number = \"05\"\nsymbol = \"QĐ-UBND\"\n"
                                     "date = 2021-02-03\nissuer = \"Ủy ban nhân dân Thành phố Hồ Chí Minh\"\n",
                                     u"a.toml"_s);
        QVERIFY(annex.has_value());
        QCOMPARE(*annex, AnnexRequest{sampleFields()});
        for (const QByteArray &bad : {QByteArray("title = 4"), QByteArray("medium = \"stone\""),
                                      QByteArray("numer = 4"), QByteArray("paper = \"big\"")}) {
            const auto refused = readAnnex(bad, u"a.toml"_s);
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().place.file, u"a.toml"_s);
        }
    }

    void whatIsKeptOfAnAnnexIsReadAsItWas_data()
    {
        QTest::addColumn<AnnexRequest>("annex");
        QTest::newRow("nothing said") << AnnexRequest{};
        QTest::newRow("annex") << AnnexRequest{sampleFields()};
        AnnexRequest all{sampleFields(), {297.5, 400}, Orientation::Landscape, true};
        all.fields.form = AnnexForm::Plain;
        all.fields.medium = AnnexMedium::Electronic;
        all.fields.kind = u"Đề án \"hai\\cấp\""_s;
        all.fields.document = u"Nghị quyết"_s;
        all.fields.isDraft = true;
        QTest::newRow("everything") << all;
        AnnexRequest cleared{sampleFields()};
        cleared.fields.document.clear();
        QTest::newRow("what it goes with was cleared") << cleared;
    }
    void whatIsKeptOfAnAnnexIsReadAsItWas()
    {
        QFETCH(AnnexRequest, annex);
        const auto read = readAnnex(annexToml(annex).toUtf8(), u"a.toml"_s);
        QVERIFY(read.has_value());
        QCOMPARE(*read, annex);
    }

private:
    FontTable m_fonts;
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    bomay::initResources();
    TestAnnex test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_annex.moc"
