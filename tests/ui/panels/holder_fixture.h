// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/organisation_json.h"
#include "tests/ui/panels/panel_fixture.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/post_form.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace bomay {

using namespace Qt::StringLiterals;

/// A division with a held and a vacant seat, a counted post, and one with somebody of another division.
struct HeldAgency
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"UBND thành phố Thủ Đức"_s, {}, UnitKind::PeoplesCommittee);
    UnitId home = builder.unit(u"Phòng Nội vụ và Lao động"_s, root, UnitKind::SpecialisedAgency);
    UnitId justice = builder.unit(u"Phòng Tư pháp"_s, root, UnitKind::SpecialisedAgency);
    PostId head = builder.post(home, u"Trưởng phòng"_s, PostRole::Head);
    PostId deputy = builder.post(home, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    PostId staff = builder.post(home, u"Chuyên viên"_s, PostRole::Staff, 0, 3);
    PostId otherHead = builder.post(justice, u"Trưởng phòng"_s, PostRole::Head);
    PersonId an = builder.holder(head, u"Nguyễn Văn An"_s);
    PersonId binh = builder.holder(otherHead, u"Trần Thị Bình"_s);
};

/// The inspector on a post, in a window with another field to go to.
struct HolderFixture
{
    HeldAgency data;
    PanelFixture fixture{data.builder.organisation()};
    QWidget window;
    QLineEdit *elsewhere = new QLineEdit(&window);
    InspectorPanel *panel = nullptr;

    explicit HolderFixture(PostId HeldAgency::*post)
    {
        fixture.document().select(data.*post);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(elsewhere);
        panel = new InspectorPanel(fixture.context());
        layout->addWidget(panel);
        window.resize(260, 900);
        if (!showActive(window))
            qFatal("the window did not get the keyboard");
    }

    template <typename Widget>
    Widget *named(const QString &accessibleName) const
    {
        for (auto *widget : panel->findChild<PostForm *>()->findChildren<Widget *>())
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        return nullptr;
    }

    [[nodiscard]] QLineEdit *name() const { return named<QLineEdit>(u"Họ và tên"_s); }
    [[nodiscard]] QListWidget *list() const { return panel->findChild<QListWidget *>(u"holders"_s); }
    [[nodiscard]] QPushButton *addButton() const { return panel->findChild<QPushButton *>(u"addHolder"_s); }
    [[nodiscard]] QListWidget *suggestions() const { return window.findChild<QListWidget *>(u"suggestions"_s); }
    [[nodiscard]] QLabel *vacancy() const { return panel->findChild<QLabel *>(u"vacancy"_s); }

    /// What is said to be wrong under the fields.
    [[nodiscard]] QStringList faults() const
    {
        QStringList texts;
        for (const auto *label : panel->findChildren<QLabel *>(u"fieldFault"_s))
            if (label->isVisible())
                texts += label->text();
        return texts;
    }

    void clickAdd() const { QTest::mouseClick(addButton(), Qt::LeftButton); }

    /// Types into what has the keyboard, over what is there.
    static void type(const QString &text)
    {
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        if (field == nullptr)
            qFatal("no field has the keyboard");
        field->selectAll();
        typeText(field, text);
    }

    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    [[nodiscard]] std::vector<Appointment> holdersOf(PostId post)
    {
        std::vector<Appointment> rows;
        for (const Appointment *row : fixture.document().organisation().naming<Appointment>(keyOf(post)))
            rows.push_back(*row);
        return rows;
    }
    [[nodiscard]] Person person(PersonId id) { return *fixture.document().organisation().find(id); }
    [[nodiscard]] QByteArray json() { return canonicalJson(fixture.document().organisation()); }
};

} // namespace bomay
