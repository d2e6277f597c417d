// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_builder.h"
#include "core/change/transaction.h"
#include "core/exchange/collection.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/template_rows.h"
#include "core/exchange/template_writer.h"
#include "core/table/reader.h"
#include "core/table/xlsx_form.h"
#include "core/table/zip_archive.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kDue = *Day::fromYmd(2026, 6, 30);

/// A document of an agency with two divisions, whose units and posts say much of what the template has columns for.
Organisation agency()
{
    Organisation organisation;
    const auto plan = planOf(
        {sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai"_s, u"001|Phường Mẫu|PHUONG"_s}),
         sheetOf(
             u"DON_VI"_s,
             {u"ma|ten|ma_cap_tren|loai|ma_dia_ban|thu_tu|bien_che_giao|cap_pho_giao|dien_thoai|ghi_chu|ngay_sap_xep"_s,
              u"UB|UBND phường Mẫu||UBND|001|1|40|2|028 123|x|01/07/2025"_s, u"KT|Phòng Kinh tế|UB|CQCM||1|12|2|||"_s,
              u"VH|Phòng Văn hóa|UB|CQCM||2|9||||"_s, u"TT|Tổ Thuế|KT|TO_DOI||1|||||"_s}),
         sheetOf(
             u"CHUC_VU"_s,
             {u"ma_don_vi|chuc_danh|vai_tro|bac_pho|thuong_truc|so_luong|ho_ten|ngay_sinh|bo_nhiem_tu|so_quyet_dinh"_s,
              u"KT|Trưởng phòng|TRUONG||||Nguyễn Văn An|02/03/1970|01/07/2025|5/QĐ"_s,
              u"KT|Phó Trưởng phòng|PHO|1|x||Trần Thị Bình|||"_s, u"KT|Phó Trưởng phòng|PHO|2||||||"_s,
              u"KT|Chuyên viên|NHAN_VIEN|||7||||"_s, u"KT|Cán sự|NHAN_VIEN|||3||||"_s,
              u"VH|Trưởng phòng|TRUONG||||Lê Văn Cường|||"_s})});
    if (!plan || !applyChange(organisation, plan->change))
        qFatal("the document cannot be made");
    return organisation;
}

struct Round
{
    QTemporaryDir folder;
    Organisation organisation = agency();
    OrgView view{organisation, *Day::fromYmd(2026, 6, 1)};
    SeededIdSource ids{"round"};
    CollectionRound round;

    Round()
    {
        const std::array agencies{organisation.unitsWithCode(u"KT"_s).value(0),
                                  organisation.unitsWithCode(u"VH"_s).value(0)};
        auto sent = sendForms(organisation, view, agencies, u"Đợt 1"_s, kDue, sentFolder(), kDue);
        if (!sent || !QDir().mkpath(backFolder()))
            qFatal("the forms cannot be written");
        round = *std::move(sent);
    }

    [[nodiscard]] QString sentFolder() const { return folder.filePath(u"gửi"_s); }
    [[nodiscard]] QString backFolder() const { return folder.filePath(u"nhận"_s); }
    void giveBack(int agency, const QString &name) const
    {
        QVERIFY(QFile::copy(sentFolder() + u'/' + round.agencies[static_cast<std::size_t>(agency)].file,
                            backFolder() + u'/' + name));
    }
    QStringList states(Day today, QStringList *strangers = nullptr)
    {
        QStringList found;
        for (const FormReturn &form : lookAtReturns(round, backFolder(), organisation, ids, today, strangers))
            found += form.agency.code + u' ' + returnStateCode(form.state) + u' ' + QString::number(form.changes);
        return found;
    }
};

} // namespace

class TestCollection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// What goes out and comes back untouched changes nothing.
    void rowsOfTheTemplateComeBackWithoutAChange()
    {
        const Organisation organisation = agency();
        const OrgView view(organisation, *Day::fromYmd(2026, 6, 1));
        const Workbook rows = templateRows(organisation, view, organisation.unitsWithCode(u"UB"_s).value(0));
        SeededIdSource ids("back");
        const auto plan = planImport({&rows, 1}, organisation, ids);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.units, 4);
        QCOMPARE(plan->report.posts, 6);
        QCOMPARE(remarks(plan->report), QStringList());
        QStringList changed;
        for (const RowImage &image : plan->change.images)
            changed += QString::number(static_cast<int>(image.key.kind));
        QCOMPARE(changed, QStringList());
    }

    /// A name is written into the row of a seat that is free: each such seat has one.
    void seatsThatAreFreeHaveARowEach()
    {
        Organisation organisation;
        const auto made = planOf(
            {sheetOf(u"DON_VI"_s, {u"ma|ten|loai"_s, u"KT|Phòng Kinh tế|CQCM"_s}),
             sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|so_luong|ho_ten"_s, u"KT|Chuyên viên|1|Nguyễn Văn An"_s,
                                    u"KT|Cán sự|7|"_s, u"KT|Phó Trưởng phòng|2|"_s})});
        QVERIFY(made && applyChange(organisation, made->change));
        ChangeBuilder builder(organisation);
        for (Post post : organisation.posts())
            if (post.states.back().title == u"Chuyên viên"_s) {
                post.states.back().seats = 4;
                builder.put(post);
            }
        Change change;
        change.images = builder.takeImages();
        QVERIFY(applyChange(organisation, change).has_value());
        const OrgView view(organisation, *Day::fromYmd(2026, 6, 1));
        Workbook rows = templateRows(organisation, view, organisation.unitsWithCode(u"KT"_s).value(0));
        Sheet &posts = *std::ranges::find(rows.sheets, u"CHUC_VU"_s, &Sheet::name);
        QCOMPARE(posts.cells.back().row, 8); // header, four seats, one group, two deputies
        const auto changesBy = [&] {
            SeededIdSource ids("back");
            const auto plan = planImport({&rows, 1}, organisation, ids);
            return plan ? differenceOf(*plan, organisation).size() : 99;
        };
        QCOMPARE(changesBy(), 0U);
        const auto name = std::ranges::find_if(posts.cells, [](const Cell &cell) { return cell.text == u"ho_ten"_s; });
        const auto place = std::ranges::find_if(posts.cells, [&](const Cell &cell) {
            return cell.row > 3 || (cell.row == 3 && cell.column > name->column);
        });
        posts.cells.insert(place, Cell{3, name->column, CellType::Text, u"Trần Thị Bình"_s});
        SeededIdSource ids("back");
        const auto plan = planImport({&rows, 1}, organisation, ids);
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList());
        QCOMPARE(differenceOf(*plan, organisation).size(), 1U);
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QCOMPARE(organisation.posts().size(), 3);
        QCOMPARE(organisation.appointments().size(), 2);
    }

    void aRelativeFolderHasThePlaceForReturns()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const Organisation organisation = agency();
        const OrgView view(organisation, *Day::fromYmd(2026, 6, 1));
        const std::array agencies{organisation.unitsWithCode(u"KT"_s).value(0)};
        const auto sent = sendForms(organisation, view, agencies, u"Đợt 1"_s, kDue, u"gui-di"_s, kDue);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(sent.has_value());
        QVERIFY(QFileInfo::exists(folder.filePath(u"gui-di/nhan-ve"_s)));
    }

    void missingOverdueUnchangedChangedAndUnreadable()
    {
        Round r;
        QCOMPARE(r.states(kDue), QStringList({u"KT missing 0"_s, u"VH missing 0"_s}));
        QCOMPARE(r.states(*Day::fromYmd(2026, 7, 1)), QStringList({u"KT overdue 0"_s, u"VH overdue 0"_s}));

        r.giveBack(0, u"phòng kinh tế trả lời.xlsx"_s); // whatever its name
        QCOMPARE(r.states(kDue), QStringList({u"KT unchanged 0"_s, u"VH missing 0"_s}));

        const QString form = r.sentFolder() + u'/' + r.round.agencies[1].file;
        // Row 2 is the division; its allotted staff stands in column G.
        QVERIFY(fillXlsxForm(form, {{u"DON_VI"_s, {2, 7}, 10.0}}, r.backFolder() + u"/vh.xlsx"_s).has_value());
        QCOMPARE(r.states(kDue), QStringList({u"KT unchanged 0"_s, u"VH changed 1"_s}));

        QFile broken(r.backFolder() + u"/vh.xlsx"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write("PK\x03\x04 no more");
        broken.close();
        QFile other(r.backFolder() + u"/khác.xlsx"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("PK\x03\x04 no more");
        other.close();
        QStringList strangers;
        QCOMPARE(r.states(kDue, &strangers), QStringList({u"KT unchanged 0"_s, u"VH unreadable 0"_s}));
        QCOMPARE(strangers, QStringList{u"khác.xlsx"_s});
    }

    /// An agency may fill its form in where it was written.
    void whatIsInTheFolderIsNotWrittenOver_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("a form") << u"vh.xlsx"_s;
        QTest::newRow("the list of a round") << u"dot-thu-thap.toml"_s;
    }
    void whatIsInTheFolderIsNotWrittenOver()
    {
        QFETCH(QString, file);
        Round r;
        const std::array agencies{r.organisation.unitsWithCode(u"KT"_s).value(0),
                                  r.organisation.unitsWithCode(u"VH"_s).value(0)};
        QTemporaryDir other;
        QFile filled(other.filePath(file));
        QVERIFY(filled.open(QIODevice::WriteOnly));
        filled.write("filled in");
        filled.close();
        const auto sent = sendForms(r.organisation, r.view, agencies, u"Đợt 2"_s, kDue, other.path(), kDue);
        QVERIFY(!sent.has_value());
        QCOMPARE(sent.error().code(), u"round-there"_s);
        QCOMPARE(sent.error().message.args.value(u"file"_s), file);
        QCOMPARE(QDir(other.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList{file});
        QVERIFY(filled.open(QIODevice::ReadOnly));
        QCOMPARE(filled.readAll(), QByteArray("filled in"));
    }

    /// An agency that put a unit of its own on top, or took out the code of its unit, is known by the file's name.
    void aFormWhoseFirstUnitIsOfNoAgencyIsKnownByItsName()
    {
        Round r;
        const QString form = r.sentFolder() + u'/' + r.round.agencies[1].file;
        const QString back = r.backFolder() + u'/' + r.round.agencies[1].file;
        QVERIFY(fillXlsxForm(form, {{u"DON_VI"_s, {2, 1}, u"VH-MỚI"_s}}, back).has_value());
        QStringList strangers;
        QCOMPARE(r.states(kDue, &strangers).value(1), u"VH changed 1"_s);
        QCOMPARE(strangers, QStringList());
    }

    void whatAnOpenWorkbookLeavesBesideItIsNoForm()
    {
        Round r;
        QFile lock(r.backFolder() + u"/~$kt.xlsx"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("user");
        lock.close();
        QStringList strangers;
        QCOMPARE(r.states(kDue, &strangers), QStringList({u"KT missing 0"_s, u"VH missing 0"_s}));
        QCOMPARE(strangers, QStringList());
    }

    void aFormIsLockedButForWhatTheAgencyFillsIn()
    {
        const Round r;
        QFile file(r.sentFolder() + u'/' + r.round.agencies[0].file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto zip = ZipArchive::open(file.readAll(), file.fileName(), {});
        QVERIFY(zip.has_value());
        const auto styles = zip->read(u"xl/styles.xml"_s);
        QVERIFY(styles.has_value());
        QVERIFY(styles->contains("<protection locked=\"0\"/>"));
        int locked = 0;
        for (int sheet = 1; const auto xml = zip->read(u"xl/worksheets/sheet%1.xml"_s.arg(sheet)); ++sheet)
            locked += xml->contains("<sheetProtection ") ? 1 : 0;
        QCOMPARE(locked, 11); // the instruction, nine sheets of rows, the lists
    }

    void aRoundIsReadAsItWasWritten()
    {
        const CollectionRound round{u"Đợt \"1\""_s, kDue, {{u"A\\1"_s, u"Sở Một"_s, u"a-1.xlsx"_s}}};
        const auto read = readRound(writeRound(round), u"dot.toml"_s);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().code()));
        QVERIFY(*read == round);
        QCOMPARE(readRound("title = \"a\"\ndue = \"x\"\n", u"dot.toml"_s).error().code(), u"round-field"_s);

        QTemporaryDir folder;
        QFile file(folder.filePath(u"dot.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeRound(round));
        file.close();
        QVERIFY(*loadRound(file.fileName()) == round);
        // The beginning of a file is no round, though it may read like one.
        QVERIFY(file.open(QIODevice::Append));
        file.write(QByteArray(1 << 20, '\n'));
        file.close();
        QCOMPARE(loadRound(file.fileName()).error().code(), u"too-large"_s);
        QCOMPARE(loadRound(folder.filePath(u"x.toml"_s)).error().code(), u"file-not-found"_s);
    }
};

BM_TEST_MAIN(TestCollection)
#include "test_collection.moc"
