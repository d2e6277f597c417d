// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window/window_fixture.h"
#include "ui/import/import_wizard.h"

#include <QFile>
#include <QPushButton>
#include <QTreeWidget>

namespace bomay {

/// A file as an office would send it, in a window with the wizard in front of it.
struct WizardFixture : WindowFixture
{
    void write(const QStringList &lines)
    {
        QFile file(folder.filePath(QStringLiteral("Sở Mẫu.csv")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the file cannot be written");
        file.write(lines.join(QLatin1Char('\n')).toUtf8());
        dialogs.nextFile = file.fileName();
    }

    /// Opens the wizard by the menu's command and drives it.
    void import(const std::function<void(ImportWizard &)> &drive)
    {
        bool wasShown = false;
        dialogs.reviewing = [&](ImportWizard &wizard) {
            wasShown = true;
            drive(wizard);
        };
        trigger(QStringLiteral("import"));
        dialogs.reviewing = nullptr;
        QVERIFY2(wasShown, "the wizard did not open");
    }
};

inline void press(ImportWizard &wizard, const QString &name)
{
    wizard.findChild<QPushButton *>(name)->click();
}

[[nodiscard]] inline QTreeWidgetItem *itemOf(ImportWizard &wizard, const QString &tree, const QString &text)
{
    const auto found = wizard.findChild<QTreeWidget *>(tree)->findItems(text, Qt::MatchStartsWith | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.first();
}

} // namespace bomay
