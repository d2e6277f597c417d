// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/organisation_builder.h"
#include "ui/document/ui_context.h"

#include <QApplication>
#include <QLocale>
#include <QStringList>
#include <QTest>

/// The main function of a test program with widgets.
#define BM_WIDGET_TEST_MAIN(TestClass)                                                                                 \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        bomay::prepareWidgetTest();                                                                                    \
        QApplication application(argc, argv);                                                                          \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

namespace bomay {

/// Resources and locale, before the application is made.
void prepareWidgetTest();

/// Every warning fails the test, but for what the offscreen platform says of every window.
void failOnWarnings();

/// A document with the rows of a builder as its first change, on 31/12/2021 or another day, and the errors that it
/// announced.
class PanelFixture
{
public:
    explicit PanelFixture(const Organisation &rows, Day today = day(QStringLiteral("2021-12-31")));

    [[nodiscard]] UiContext context() { return {m_document, m_messages, Language::Vietnamese}; }
    [[nodiscard]] Document &document() { return m_document; }
    [[nodiscard]] const QStringList &failures() const { return m_failures; }
    /// Steps of undo since the rows were put in.
    [[nodiscard]] int steps() const { return m_document.session().position() - 1; }

    [[nodiscard]] UnitState unit(UnitId id) const { return *stateOn(*m_document.organisation().find(id), today()); }
    [[nodiscard]] PostState post(PostId id) const { return *stateOn(*m_document.organisation().find(id), today()); }
    /// The unit that a unit belongs to; null for a root.
    [[nodiscard]] UnitId parentOf(UnitId id) const;

private:
    [[nodiscard]] Day today() const { return m_document.session().asOf(); }

    MessageCatalog m_messages;
    Document m_document;
    QStringList m_failures;
};

/// A session that holds these rows, as its first change.
[[nodiscard]] std::unique_ptr<Session> sessionWith(const Organisation &rows, Day today);

/// Shows a widget and waits until the keyboard is in its window.
[[nodiscard]] bool showActive(QWidget &widget);

/// Types any letters, as an input method does.
void typeText(QWidget *widget, const QString &text);

} // namespace bomay
