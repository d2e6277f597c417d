// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_between.h"
#include "core/change/organisation_text.h"
#include "core/change/transaction.h"
#include "core/store/versions.h"
#include "tests/support/sample_organisation.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestVersions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;
    Organisation m_organisation;

    [[nodiscard]] DocumentSource source() const { return {m_path, contentDigest(m_path).value()}; }

    static VersionLabel label(const QString &name, bool isSealed = false)
    {
        return {name, u"Người thử"_s, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC),
                *Day::parseIso(u"2025-12-31"), isSealed};
    }

    /// Somebody's part in a duty goes, from the document and from its file.
    void loseSomething()
    {
        Change change = changeBetween(m_organisation, Organisation{});
        std::erase_if(change.images, [](const RowImage &image) { return image.key.kind != RowKind::DutyParticipant; });
        change.id = Uid{1, 2};
        change.time = QDateTime(QDate(2026, 1, 3), QTime(0, 0), Qt::UTC);
        QVERIFY(!change.images.empty());
        QVERIFY(applyChange(m_organisation, change));
        const std::vector<Change> changes{change};
        QVERIFY(saveChanges(source(), m_path, m_organisation, changes));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_organisation = fullOrganisation();
        m_path = m_folder.filePath(u"a.bomay"_s);
        QVERIFY(saveDocument(m_organisation, m_path));
    }

    void aTextGivesItsOrganisationBack()
    {
        const QByteArray text = toText(m_organisation);
        const Result<Organisation> read = organisationFromText(text);
        QVERIFY2(read, read ? "" : qPrintable(codePath(read.error())));
        QVERIFY(changeBetween(m_organisation, *read).images.empty());
        QCOMPARE(toText(*read), text);
        QCOMPARE(organisationFromText("[]").error().code(), u"organisation-text"_s);
        QCOMPARE(organisationFromText(text.left(text.size() / 2)).error().code(), u"organisation-text"_s);
    }

    void aVersionIsKeptWhateverComesAfter()
    {
        const Organisation before = m_organisation;
        const Result<Version> first = addVersion(source(), m_organisation, label(u"Trước sắp xếp"_s));
        QVERIFY(first);
        loseSomething();
        QVERIFY(addVersion(source(), m_organisation, label(u"Sau sắp xếp"_s, true)));
        const Result<std::vector<Version>> versions = versionsOf(m_path);
        QVERIFY(versions);
        QCOMPARE(versions->size(), 2U);
        QCOMPARE(versions->front().label.name, u"Trước sắp xếp"_s);
        QCOMPARE(versions->front().label.author, u"Người thử"_s);
        QCOMPARE(versions->front().label.time, label({}).time);
        QCOMPARE(versions->front().label.asOf, label({}).asOf);
        QCOMPARE(versions->front().hash, first->hash);
        QCOMPARE(versions->front().changes, 0);
        QCOMPARE(versions->back().changes, 1);
        QVERIFY(versions->back().label.isSealed);
        QCOMPARE(differingTables(*loadDocument(m_path), m_organisation), QStringList());
        const Result<Organisation> old = loadVersion(m_path, 1);
        QVERIFY(old);
        QVERIFY(changeBetween(*old, before).images.empty());
        QVERIFY(changeBetween(*loadVersion(m_path, 2), m_organisation).images.empty());
    }

    void savingElsewhereTakesTheVersionsAlong()
    {
        QVERIFY(addVersion(source(), m_organisation, label(u"Một"_s)));
        const QString copy = m_folder.filePath(u"b.bomay"_s);
        QVERIFY(saveChanges(source(), copy, m_organisation, {}));
        QCOMPARE(versionsOf(copy)->size(), 1U);
    }

    void namesAreTakenOnce()
    {
        QVERIFY(addVersion(source(), m_organisation, label(u"Một"_s)));
        for (const QString &name : {u"Một"_s, u""_s, u"  "_s}) {
            const Result<Version> again = addVersion(source(), m_organisation, label(name));
            QVERIFY(!again);
            QCOMPARE(again.error().code(), u"version-name"_s);
        }
        QCOMPARE(versionsOf(m_path)->size(), 1U);
    }

    void aSealedVersionStays()
    {
        QVERIFY(addVersion(source(), m_organisation, label(u"Một"_s)));
        QVERIFY(addVersion(source(), m_organisation, label(u"Chốt số liệu 31/12/2025"_s, true)));
        QVERIFY(removeVersion(source(), 1));
        QCOMPARE(removeVersion(source(), 1).error().code(), u"version-missing"_s);
        QCOMPARE(removeVersion(source(), 2).error().code(), u"version-sealed"_s);
        QCOMPARE(versionsOf(m_path)->size(), 1U);
        QVERIFY(addVersion(source(), m_organisation, label(u"Ba"_s)));
        QCOMPARE(versionsOf(m_path)->back().number, 3);
    }

    void aVersionThatWasAlteredIsRefused()
    {
        QVERIFY(addVersion(source(), m_organisation, label(u"Một"_s)));
        const auto refusal = [this] {
            const Result<Organisation> loaded = loadVersion(m_path, 1);
            return loaded ? QString() : loaded.error().code();
        };
        QCOMPARE(refusal(), QString());
        QCOMPARE(tamper(m_path, {u"UPDATE version SET hash = 'ab'"_s}), QString());
        QCOMPARE(refusal(), u"version-damaged"_s);
        QCOMPARE(tamper(m_path, {u"UPDATE version SET content = x'FFFFFFFF00'"_s}), QString());
        QCOMPARE(refusal(), u"version-damaged"_s);
        QCOMPARE(tamper(m_path, {u"UPDATE version SET as_of = NULL"_s}), QString());
        QCOMPARE(versionsOf(m_path).error().code(), u"version-damaged"_s);
        QVERIFY(loadDocument(m_path));
    }

    void aChangedFileTakesNoVersion()
    {
        const DocumentSource old = source();
        loseSomething();
        const Result<Version> added = addVersion(old, m_organisation, label(u"Một"_s));
        QVERIFY(!added);
        QCOMPARE(added.error().code(), u"document-changed-outside"_s);
    }
};

BM_TEST_MAIN(TestVersions)
#include "test_versions.moc"
