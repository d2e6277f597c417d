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

/// Takes `--language vi|en` out of the words; it is of every command. Errors: `missing-value`, `bad-value`.
Result<Language> takeLanguage(QStringList &words)
{
    const QString option = u"--language"_s;
    const qsizetype at = words.indexOf(option);
    if (at < 0)
        return Language::Vietnamese;
    if (at + 1 >= words.size())
        return fail(u"missing-value"_s, {{u"option"_s, option}});
    const QString value = words[at + 1];
    words.remove(at, 2);
    if (value != u"vi"_s && value != u"en"_s)
        return fail(u"bad-value"_s, {{u"option"_s, option}, {u"value"_s, value}, {u"allowed"_s, u"vi, en"_s}});
    return value == u"en"_s ? Language::English : Language::Vietnamese;
}

/// The command that the first word names; null for none.
const Command *commandOf(const QStringList &words)
{
    const QString name = words.value(0) == u"--help"_s ? u"help"_s : words.value(0);
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

ExitCode run(const QStringList &words, const Command *command, Language language, const MessageCatalog &messages)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const Arguments none;
    const CommandContext bare{none, messages, language, out, err};
    if (command == nullptr) {
        if (!words.isEmpty())
            return bare.refuse({{u"unknown-command"_s, {{u"command"_s, words.first()}}}});
        runHelp({none, messages, language, err, err});
        return ExitCode::BadInput;
    }
    const auto arguments = Arguments::parse(words.mid(1), command->options);
    if (!arguments)
        return bare.refuse(arguments.error());
    return command->run({*arguments, messages, language, out, err});
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
    const auto language = takeLanguage(words);
    const Command *command = commandOf(words);
    std::unique_ptr<QCoreApplication> application;
    if (command != nullptr && command->draws) {
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
    if (!language) {
        QTextStream(stderr) << messages->describe(language.error(), Language::Vietnamese) << '\n';
        return static_cast<int>(ExitCode::BadInput);
    }
    return static_cast<int>(run(words, command, *language, *messages));
}
