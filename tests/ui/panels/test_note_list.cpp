// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_structure.h"
#include "tests/ui/panels/panel_fixture.h"
#include "ui/document/document.h"
#include "ui/panels/note_list.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

struct Notes
{
    OrganisationBuilder builder;
    UnitId office = builder.unit(u"Văn phòng"_s);
    UnitId division = builder.unit(u"Phòng Kinh tế"_s);
    PanelFixture fixture{builder.organisation()};
    NoteList list{fixture.context()};
    QListWidget *lines = list.findChild<QListWidget *>(u"notes"_s);
    QLineEdit *line = list.findChild<QLineEdit *>(u"newNote"_s);
    QPushButton *settle = list.findChild<QPushButton *>(u"settleNote"_s);
    QPushButton *remove = list.findChild<QPushButton *>(u"removeNote"_s);

    Notes()
    {
        QObject::connect(&fixture.document(), &Document::changed, &list, [this] { list.setNode(office); });
        list.setNode(office);
        list.show();
    }

    void write(const QString &text) const
    {
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    [[nodiscard]] QString shown(int row) const
    {
        const QListWidgetItem *item = lines->item(row);
        return item->text() + u'|' + item->data(Qt::UserRole).toString();
    }
};

} // namespace

class TestNoteList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void aNoteIsWrittenAndUndone()
    {
        Notes n;
        QVERIFY(!n.lines->isVisible());
        n.write(u"  "_s);
        QCOMPARE(n.fixture.steps(), 0);
        n.write(u"Hỏi lại số biên chế"_s);
        QCOMPARE(n.line->text(), QString());
        QCOMPARE(n.shown(0), u"Hỏi lại số biên chế|Chưa giải quyết · 31/12/2021"_s);
        QCOMPARE(n.fixture.steps(), 1);
        n.fixture.document().undo();
        QCOMPARE(n.lines->count(), 0);
    }

    void whatIsOpenStandsFirst()
    {
        Notes n;
        n.write(u"Một"_s);
        n.write(u"Hai"_s);
        QVERIFY(!n.settle->isVisible());
        n.lines->setCurrentRow(0);
        QCOMPARE(n.settle->text(), u"Đã giải quyết"_s);
        const QString first = n.lines->item(0)->text();
        n.settle->click();
        QCOMPARE(n.lines->item(1)->text(), first);
        QCOMPARE(n.lines->currentRow(), 1); // goes along
        QCOMPARE(n.settle->text(), u"Mở lại ghi chú"_s);
        n.settle->click();
        QVERIFY(n.shown(n.lines->currentRow()).contains(u"Chưa giải quyết"_s));
        n.remove->click();
        QCOMPARE(n.lines->count(), 1);
        QCOMPARE(n.fixture.failures(), QStringList());
    }

    void eachNodeHasItsOwn()
    {
        Notes n;
        n.write(u"Một"_s);
        n.line->setText(u"nửa chừng"_s);
        n.list.setNode(n.division);
        QCOMPARE(n.line->text(), QString());
        QCOMPARE(n.fixture.steps(), 2); // taken over where it was typed
        n.list.setNode(n.office);
        QCOMPARE(n.lines->count(), 2);
        n.list.setNode(n.division);
        QCOMPARE(n.lines->count(), 0);
        n.list.setNode(std::nullopt);
        n.write(u"không của ai"_s);
        QCOMPARE(n.fixture.steps(), 2);
    }

    void whatIsRefusedStaysWithItsNode()
    {
        Notes n;
        Document &document = n.fixture.document();
        n.list.setNode(n.division);
        n.line->setText(u"Hỏi lại"_s);
        // The division goes while the note is typed: the list is shown another unit, and the note finds nothing.
        const NodeRef gone = n.division;
        QVERIFY(document.perform(removeNodes(document.organisation(), {&gone, 1}, document.scope())));
        QCOMPARE(n.fixture.failures(), QStringList(u"edit-nothing-there"_s));
        QCOMPARE(n.line->text(), QString());
        n.list.setNode(n.division);
        QCOMPARE(n.line->text(), u"Hỏi lại"_s);
        n.list.commit(); // is not refused again and again
        QCOMPARE(n.fixture.failures().size(), 1);
        document.undo();
        n.list.setNode(n.division);
        QCOMPARE(n.line->text(), u"Hỏi lại"_s);
        QTest::keyClick(n.line, Qt::Key_Return);
        QCOMPARE(n.line->text(), QString());
        QVERIFY(document.session().undoTitle().contains(u"Phòng Kinh tế"_s));
    }

    void whatIsTypedGoesWithItsDocument()
    {
        Notes n;
        n.line->setText(u"Hỏi lại"_s);
        n.fixture.document().replaceSession(sessionWith(n.builder.organisation(), day(u"2021-12-31"_s)));
        QCOMPARE(n.line->text(), QString());
        QCOMPARE(n.fixture.document().organisation().table<Note>().size(), 0);
        QCOMPARE(n.fixture.failures(), QStringList());
    }
};

BM_WIDGET_TEST_MAIN(TestNoteList)
#include "test_note_list.moc"
