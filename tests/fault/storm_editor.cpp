// SPDX-License-Identifier: GPL-3.0-or-later
// An officer without a window who edits one document at random until somebody kills the process: for the kill storm.
// Says on standard output, a line each:
//   opened H, recovered H   what the organisation is at first: H is the SHA-256 of its canonical JSON
//   next H                  what it will be if the step in hand is finished
//   done H                  the step is finished, and safe
//   unsafe H                the step is finished, and the session says that it would not survive a crash
//   saved, not-saved CODE   the document was written to its file, or was not
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/session/session.h"
#include "resources/resources.h"
#include "tests/property/edit_script.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    QTextStream out(stdout);
    out << line << '\n' << Qt::flush;
}

QString hashOf(const Organisation &organisation)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(organisation), QCryptographicHash::Sha256).toHex());
}

/// No file of this process may grow beyond a size; a write that would fails.
void limitFiles([[maybe_unused]] int bytes)
{
#ifdef Q_OS_UNIX
    const auto most = static_cast<rlim_t>(bytes);
    const rlimit limit{most, most};
    std::signal(SIGXFSZ, SIG_IGN);
    static_cast<void>(setrlimit(RLIMIT_FSIZE, &limit));
#endif
}

class Editor
{
public:
    Editor(std::unique_ptr<Session> session, QString path, unsigned seed)
        : m_session(std::move(session))
        , m_path(std::move(path))
        , m_engine(seed)
        , m_script(seed)
    {}

    void step()
    {
        switch (m_engine() % 10) {
        case 0: {
            const auto steps = m_session->changes().begin() + m_session->position();
            if (m_session->position() > 0)
                finish(inverted(*(steps - 1)), [this](const Change &) { return m_session->undo(); });
            break;
        }
        case 1:
            if (m_session->position() < int(m_session->changes().size()))
                finish(m_session->changes()[std::size_t(m_session->position())],
                       [this](const Change &) { return m_session->redo(); });
            break;
        case 2: {
            const Result<> saved = m_session->saveAs(m_path);
            say(saved ? u"saved"_s : u"not-saved "_s + saved.error().code());
            break;
        }
        default: {
            const QString gesture = m_engine() % 4 == 0 ? u"typing"_s : QString();
            finish(m_script.next(m_session->organisation()),
                   [&](const Change &change) { return m_session->apply(change, gesture); });
        }
        }
    }

private:
    template <typename Do>
    void finish(const Change &change, Do &&perform)
    {
        Organisation after = m_session->organisation();
        if (!applyChange(after, change))
            return; // the script tries what must be refused, too
        say(u"next "_s + hashOf(after));
        if (perform(change))
            say((m_session->trouble() ? u"unsafe "_s : u"done "_s) + hashOf(m_session->organisation()));
    }

    std::unique_ptr<Session> m_session;
    QString m_path;
    std::mt19937 m_engine;
    EditScript m_script;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    initResources();
    QCommandLineParser parser;
    parser.addPositionalArgument(u"document"_s, u"the document's file"_s);
    parser.addPositionalArgument(u"folder"_s, u"where journals and backups go"_s);
    parser.addPositionalArgument(u"seed"_s, u"a number"_s);
    parser.addPositionalArgument(u"bytes"_s, u"how large a file may grow, 0 = as large as it likes"_s);
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 4)
        return 2;
    const QString path = arguments[0];
    const unsigned seed = arguments[2].toUInt();
    if (const int bytes = arguments[3].toInt(); bytes > 0)
        limitFiles(bytes);

    SessionPorts ports = systemPorts();
    ports.protection = arguments[1];
    ports.locksFiles = true;
    const std::vector<LeftJournal> left = leftJournals(Protection::journalFolder(ports.protection));
    auto session = !left.empty()             ? Session::recover(left.front(), ports)
                   : QFileInfo::exists(path) ? Session::open(path, ports)
                                             : std::make_unique<Session>(ports);
    if (!session) {
        say(u"failed "_s + session.error().code());
        return 3;
    }
    say((left.empty() ? u"opened "_s : u"recovered "_s) + hashOf((*session)->organisation()));
    Editor editor(*std::move(session), path, seed);
    while (true)
        editor.step();
}
