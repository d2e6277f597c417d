// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits.h"
#include "core/change/edits_notes.h"
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <array>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestEditsNotes : public QObject
{
    Q_OBJECT

private:
    OrganisationBuilder m_builder;
    UnitId m_office;
    PostId m_head;
    NoteId m_note;

    [[nodiscard]] Organisation &organisation() { return m_builder.organisation(); }

    QString perform(const Result<Change> &change)
    {
        if (!change)
            return change.error().code();
        const auto applied = applyChange(organisation(), *change);
        return applied ? change->title : applied.error().code();
    }

    QString write(NodeRef node, const QString &text)
    {
        return perform(addNote(organisation(), node, text, u"Người thử"_s, day(u"2026-01-02"_s), m_builder.ids()));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_builder = OrganisationBuilder();
        m_office = m_builder.unit(u"Văn phòng"_s);
        m_head = m_builder.post(m_office, u"Chánh Văn phòng"_s, PostRole::Head);
        QCOMPARE(write(m_office, u"  Hỏi lại\nsố biên chế "_s), u"Ghi chú cho Văn phòng"_s);
        m_note = organisation().naming<Note>(keyOf(m_office)).front()->id;
    }

    void aNoteHasTextAuthorDayAndState()
    {
        const Note &note = *organisation().find(m_note);
        QCOMPARE(note.node, NodeRef(m_office));
        QCOMPARE(note.text, u"Hỏi lại\nsố biên chế"_s);
        QCOMPARE(note.author, u"Người thử"_s);
        QCOMPARE(note.date, (PartialDate{2026, 1, 2}));
        QCOMPARE(note.state, NoteState::Open);
    }

    void aNoteIsSettledOpenedAndRemoved()
    {
        QCOMPARE(perform(setNoteState(organisation(), m_note, NoteState::Open)), u"edit-no-change"_s);
        QCOMPARE(perform(setNoteState(organisation(), m_note, NoteState::Settled)),
                 u"Giải quyết ghi chú của Văn phòng"_s);
        QCOMPARE(organisation().find(m_note)->state, NoteState::Settled);
        QCOMPARE(perform(setNoteState(organisation(), m_note, NoteState::Open)), u"Mở lại ghi chú của Văn phòng"_s);
        QCOMPARE(perform(removeNote(organisation(), m_note)), u"Xóa ghi chú của Văn phòng"_s);
        QCOMPARE(organisation().notes().size(), 0);
        QCOMPARE(perform(removeNote(organisation(), m_note)), u"edit-no-note"_s);
        QCOMPARE(perform(setNoteState(organisation(), m_note, NoteState::Settled)), u"edit-no-note"_s);
    }

    void nothingIsNotedOnNothing()
    {
        QCOMPARE(write(m_head, u" \n"_s), u"edit-empty-note"_s);
        QCOMPARE(write(UnitId{{9, 9}}, u"a"_s), u"edit-nothing-there"_s);
    }

    void notesGoWithWhatTheyAreOn()
    {
        write(m_head, u"Của chức vụ"_s);
        const QByteArray before = canonicalJson(organisation());
        const auto change =
            removeNodes(organisation(), std::array{NodeRef(m_office)}, {EditMode::Correct, day(u"2026-01-02"_s), {}});
        QVERIFY(change.has_value());
        QVERIFY(applyChange(organisation(), *change).has_value());
        QCOMPARE(organisation().notes().size(), 0);
        QVERIFY(applyChange(organisation(), inverted(*change)).has_value());
        QCOMPARE(canonicalJson(organisation()), before);
    }
};

BM_TEST_MAIN(TestEditsNotes)
#include "test_edits_notes.moc"
