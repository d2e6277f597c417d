// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "resources/resources.h"

#include <QGuiApplication>
#include <QHashFunctions>
#include <QLocale>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using namespace bomay;

/// Drops what Qt says of the machine's display when nothing is displayed; everything else goes to standard error.
void passMessage(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &text)
{
    if (!text.contains(u"XDG_RUNTIME_DIR"_s) && !text.contains(u"propagateSizeHints"_s))
        QTextStream(stderr) << text << '\n';
}

/// Takes `--language vi|en` out of the words; it is of every command.
Language takeLanguage(QStringList &words)
{
    const qsizetype at = words.indexOf(u"--language"_s);
    if (at < 0 || at + 1 >= words.size())
        return Language::Vietnamese;
    const Language language = words[at + 1] == u"en"_s ? Language::English : Language::Vietnamese;
    words.remove(at, 2);
    return language;
}

int run(QStringList words, const Command *command, const MessageCatalog &messages)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const Language language = takeLanguage(words);
    const Arguments none;
    if (command == nullptr) {
        const CommandContext context{none, messages, language, out, err};
        if (!words.isEmpty())
            return static_cast<int>(context.refuse({{u"unknown-command"_s, {{u"command"_s, words.first()}}}}));
        runHelp({none, messages, language, err, err});
        return static_cast<int>(ExitCode::BadInput);
    }
    const auto arguments = Arguments::parse(words.mid(1), command->options);
    if (!arguments)
        return static_cast<int>(CommandContext{none, messages, language, out, err}.refuse(arguments.error()));
    return static_cast<int>(command->run({*arguments, messages, language, out, err}));
}

} // namespace

int main(int argc, char **argv)
{
    // Equal input gives equal bytes: hashes must not walk in another order on every start.
    QHashSeed::setDeterministicGlobalSeed();
    qInstallMessageHandler(passMessage);
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    const auto command = std::ranges::find_if(
        commands(), [&words](const Command &known) { return !words.isEmpty() && known.name == words.first(); });
    const bool known = command != commands().end();
    std::unique_ptr<QCoreApplication> application;
    if (known && command->draws) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QLocale::setDefault(QLocale::c());
    bomay::initResources();
    if (words.contains(u"--version"_s)) {
        QTextStream(stdout) << "bomay-cli " BOMAY_VERSION "\n";
        return 0;
    }
    const auto messages = bomay::MessageCatalog::builtIn();
    if (!messages) {
        QTextStream(stderr) << messages.error().code() << ' ' << messages.error().detail << '\n';
        return static_cast<int>(ExitCode::Internal);
    }
    return run(words, known ? &*command : nullptr, *messages);
}
