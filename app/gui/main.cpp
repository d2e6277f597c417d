// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonts.h"
#include "resources/resources.h"
#include "ui/window/collection_commands.h"
#include "ui/window/file_commands.h"
#include "ui/window/main_window.h"
#include "ui/window/recovery_commands.h"
#include "ui/window/widget_dialogs.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// Where there is no display Qt aborts the process; we say so instead. Other systems always have one.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// Journals and backups lie on this machine, not in a profile that is carried over the network.
bomay::SessionPorts programPorts()
{
    bomay::SessionPorts ports = bomay::systemPorts();
    ports.author = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    ports.protection = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    ports.locksFiles = true;
    return ports;
}

bomay::Language chosenLanguage()
{
    return QSettings().value(u"language"_s).toString() == u"en"_s ? bomay::Language::English
                                                                  : bomay::Language::Vietnamese;
}

} // namespace

int main(int argc, char **argv)
{
    if (!hasDisplay()) {
        QTextStream(stderr) << u"Không có màn hình để mở cửa sổ; hãy dùng bomay-cli. (No display: use bomay-cli.)\n"_s;
        return 2;
    }
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"bomay"_s);
    QCoreApplication::setApplicationName(u"bomay"_s);
    QCoreApplication::setApplicationVersion(u"" BOMAY_VERSION ""_s);
    QGuiApplication::setApplicationDisplayName(u"Bộ Máy"_s);
    QApplication::setStyle(u"Fusion"_s);
    bomay::initResources();

    const bomay::Language language = chosenLanguage();
    QLocale::setDefault(QLocale(u"vi_VN"_s));
    // Our texts are Vietnamese and Qt's are English: each language lacks one half.
    QTranslator translator;
    if (translator.load(language == bomay::Language::English ? u":/i18n/bomay_en.qm"_s : u":/i18n/qtbase_vi.qm"_s))
        QCoreApplication::installTranslator(&translator);

    const auto messages = bomay::MessageCatalog::builtIn();
    const auto fonts = bomay::FontTable::builtIn();
    if (!messages || !fonts || !bomay::loadBuiltInFonts()) {
        QTextStream(stderr) << u"Tệp đi kèm chương trình bị hỏng; hãy cài lại. (The built-in files are damaged.)\n"_s;
        return 3;
    }
    // One face for the whole program: the system's own may cut the marks of stacked capitals.
    QFont font(u"BoMay Sans"_s);
    font.setPointSizeF(QApplication::font().pointSizeF());
    QApplication::setFont(font);

    bomay::WidgetDialogs dialogs;
    bomay::MainWindow window(programPorts(), dialogs, *messages, language, *fonts);
    dialogs.setParent(&window);
    QObject::connect(&window, &bomay::MainWindow::languageChosen, &window, [](bomay::Language chosen) {
        QSettings().setValue(u"language"_s, chosen == bomay::Language::English ? u"en"_s : u"vi"_s);
    });
    QSettings settings;
    window.bindKeys(bomay::readKeyBindings(settings));
    QObject::connect(&window, &bomay::MainWindow::keysBound, &window,
                     [&settings](const bomay::KeyBindings &bindings) { bomay::writeKeyBindings(bindings, settings); });
    const bomay::RoundMemory rounds(window.document(), window.collection().follower(), settings);
    QObject::connect(&window, &bomay::MainWindow::windowWanted, &window, [](const QString &path) {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {path});
    });
    bomay::restorePlace(window, settings);
    bomay::restoreMotion(window.canvas(), settings);
    QObject::connect(&application, &QApplication::aboutToQuit, &window, [&window, &settings] {
        bomay::rememberPlace(window, settings);
        bomay::rememberMotion(window.canvas(), settings);
    });
    window.show();
    if (const QStringList arguments = application.arguments(); arguments.size() > 1) {
        window.files().openPath(arguments.at(1));
        window.recovery().mention();
    } else if (window.recovery().offer()) {
        window.recovery().mention();
    }
    return QApplication::exec();
}
