// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/base/numbers.h"
#include "core/change/change_json.h"
#include "core/store/file_sync.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormat = 1;
constexpr int kHashDigits = 16;
constexpr std::chrono::milliseconds kSyncDelay{100}; ///< half of what is promised: the disk wants its time, too

const QString kJournalSuffix = u".journal"_s;

QString lockPath(const QString &journal)
{
    return journal + u".lock"_s;
}

QByteArray hashOf(const QByteArray &before, const QByteArray &text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(text);
    return hash.result().toHex().left(kHashDigits);
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject headerJson(const JournalStart &start)
{
    return {{u"bomay_journal"_s, kFormat},    {u"document"_s, start.source.path}, {u"digest"_s, start.source.digest},
            {u"backup"_s, start.backup},      {u"continues"_s, start.continues},  {u"carried"_s, start.carried},
            {u"time"_s, timeText(start.time)}};
}

bool readHeader(const QJsonObject &header, JournalStart &start)
{
    start.source = {header[u"document"].toString(), header[u"digest"].toString()};
    start.backup = header[u"backup"].toString();
    start.continues = header[u"continues"].toString();
    start.carried = header[u"carried"].toInt();
    start.time = QDateTime::fromString(header[u"time"].toString(), Qt::ISODateWithMs);
    return header[u"bomay_journal"].toInt() == kFormat;
}

/// Takes one step in. False where it makes no sense here.
bool replay(const QJsonObject &step, JournalContents &contents)
{
    const auto takeLast = [&contents] {
        if (sizeOf(contents.changes) <= contents.saved)
            return false;
        contents.changes.pop_back();
        return true;
    };
    const QString what = step[u"step"].toString();
    if (what == u"pop")
        return takeLast();
    if (what == u"saved") {
        contents.source = {step[u"document"].toString(), step[u"digest"].toString()};
        contents.saved = sizeOf(contents.changes);
        return true;
    }
    if (what != u"push" && what != u"replace")
        return false;
    Result<Change> change = changeFromJson(step[u"change"].toObject());
    if (!change || (what == u"replace" && !takeLast()))
        return false;
    contents.changes.push_back(*std::move(change));
    return true;
}

} // namespace

/// Owner of the file: appends lines, and syncs them from a thread of its own, since a disk may take its time.
struct Journal::Impl
{
    explicit Impl(const QString &journal)
        : path(journal)
        , file(journal)
        , lock(lockPath(journal))
    {
        lock.setStaleLockTime(0); // only a dead process is stale, however long it edits
        syncer = std::jthread([this](const std::stop_token &stop) { syncLoop(stop); });
    }

    ~Impl()
    {
        stop();
        if (file.isOpen() && unsynced)
            static_cast<void>(syncFile(file));
    }

    void stop()
    {
        syncer.request_stop();
        if (syncer.joinable())
            syncer.join();
    }

    bool openFile()
    {
        if (file.isOpen())
            return true;
        const QString folder = QFileInfo(path).path();
        QDir().mkpath(folder);
        if ((!lock.isLocked() && !lock.tryLock(0)) || !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            return false;
        syncFolder(folder);
        return true;
    }

    /// Half a line, of a process that was killed or of a write that failed, would end the journal there for good.
    bool cutToEnd() { return (file.size() == end || file.resize(end)) && file.seek(end); }

    Result<> append(const QJsonObject &step)
    {
        const QByteArray text = QJsonDocument(step).toJson(QJsonDocument::Compact);
        lastHash = hashOf(lastHash, text);
        pending += lastHash + ' ' + text + '\n';
        const std::scoped_lock guard(mutex);
        if (!openFile() || !cutToEnd() || file.write(pending) != pending.size())
            return fail(u"journal-not-written"_s, {{u"folder"_s, QFileInfo(path).path()}}, {path}, file.errorString());
        end += pending.size();
        pending.clear();
        unsynced = true;
        wake.notify_one();
        if (syncFailed)
            return fail(u"journal-not-written"_s, {{u"folder"_s, QFileInfo(path).path()}}, {path}, u"not synced"_s);
        return {};
    }

    void syncLoop(const std::stop_token &stop)
    {
        std::unique_lock guard(mutex);
        while (wake.wait(guard, stop, [this] { return unsynced; })) {
            // More may come in this moment: they go to disk together.
            wake.wait_for(guard, stop, kSyncDelay, [] { return false; });
            unsynced = false;
            syncing = true;
            guard.unlock();
            const bool synced = syncFile(file);
            guard.lock();
            syncing = false;
            syncFailed = !synced;
        }
    }

    QString path;
    QFile file;
    QLockFile lock; ///< tells the next start whether somebody still writes here
    QByteArray lastHash;
    QByteArray pending; ///< lines that are not in the file yet
    qint64 end = 0;     ///< of what is in the file
    std::mutex mutex;   ///< over what follows, and the file's position
    std::condition_variable_any wake;
    bool unsynced = false;
    bool syncing = false;
    bool syncFailed = false;
    std::jthread syncer;
};

Journal::Journal(std::unique_ptr<Impl> impl)
    : m(std::move(impl))
{}

Journal::~Journal() = default;

std::unique_ptr<Journal> Journal::begin(const QString &folder, const JournalStart &start)
{
    const QString name = RandomIdSource().next().toString() + kJournalSuffix;
    auto impl = std::make_unique<Impl>(folder + u'/' + name);
    const QByteArray text = QJsonDocument(headerJson(start)).toJson(QJsonDocument::Compact);
    impl->lastHash = hashOf({}, text);
    impl->pending = impl->lastHash + ' ' + text + '\n';
    return std::unique_ptr<Journal>(new Journal(std::move(impl)));
}

Result<> Journal::push(const Change &change)
{
    return m->append({{u"step"_s, u"push"_s}, {u"change"_s, toJson(change)}});
}

Result<> Journal::replaceLast(const Change &change)
{
    return m->append({{u"step"_s, u"replace"_s}, {u"change"_s, toJson(change)}});
}

Result<> Journal::pop()
{
    return m->append({{u"step"_s, u"pop"_s}});
}

Result<> Journal::markSaved(const DocumentSource &source)
{
    return m->append({{u"step"_s, u"saved"_s}, {u"document"_s, source.path}, {u"digest"_s, source.digest}});
}

void Journal::discard()
{
    m->stop();
    m->file.close();
    QFile::remove(m->path);
    m->lock.unlock();
}

const QString &Journal::path() const
{
    return m->path;
}

bool Journal::sync()
{
    const std::scoped_lock guard(m->mutex);
    return m->pending.isEmpty() && m->file.isOpen() && syncFile(m->file);
}

bool Journal::isSynced() const
{
    const std::scoped_lock guard(m->mutex);
    return m->pending.isEmpty() && !m->unsynced && !m->syncing && !m->syncFailed;
}

namespace {

/// What a line says, where it is whole and follows the one before, whose hash is `lastHash`; that is its own then.
std::optional<QJsonObject> readStep(const QByteArray &line, QByteArray &lastHash)
{
    const QByteArray text = line.mid(kHashDigits + 1).chopped(line.size() > kHashDigits + 1 ? 1 : 0);
    const QByteArray hash = hashOf(lastHash, text);
    if (!line.endsWith('\n') || line.left(kHashDigits + 1) != hash + ' ')
        return std::nullopt;
    lastHash = hash;
    return QJsonDocument::fromJson(text).object();
}

} // namespace

Result<JournalContents> readJournal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"journal-damaged"_s, {}, {path}, file.errorString());
    JournalContents contents;
    QByteArray lastHash;
    const auto header = readStep(file.readLine(), lastHash);
    if (!header || !readHeader(*header, contents.start))
        return fail(u"journal-damaged"_s, {}, {path});
    contents.source = contents.start.source;
    while (!contents.isCutOff && !file.atEnd()) {
        const auto step = readStep(file.readLine(), lastHash);
        contents.isCutOff = !step || !replay(*step, contents);
        contents.steps += contents.isCutOff ? 0 : 1;
    }
    return contents;
}

QStringList backupsNeeded(const QString &folder)
{
    QStringList needed;
    QDirIterator files(folder, {u'*' + kJournalSuffix}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QByteArray lastHash;
        JournalStart start;
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto header = readStep(file.readLine(), lastHash);
            header && readHeader(*header, start) && !start.backup.isEmpty())
            needed += start.backup;
    }
    return needed;
}

void LeftJournal::remove() const
{
    QFile::remove(path);
}

namespace {

/// A program that was killed while it carried one journal over into another leaves both.
void dropDoubles(std::vector<LeftJournal> &left)
{
    QStringList doubles;
    for (const LeftJournal &journal : left) {
        const QString &earlier = journal.contents.start.continues;
        if (std::ranges::find(left, earlier, &LeftJournal::path) != left.end())
            doubles += journal.contents.isWhole() ? earlier : journal.path;
    }
    std::erase_if(left, [&doubles](const LeftJournal &journal) {
        const bool isDouble = doubles.contains(journal.path);
        if (isDouble)
            journal.remove();
        return isDouble;
    });
}

} // namespace

std::vector<LeftJournal> leftJournals(const QString &folder)
{
    std::vector<LeftJournal> left;
    QDirIterator files(folder, {u'*' + kJournalSuffix}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        auto lock = std::make_shared<QLockFile>(lockPath(path));
        lock->setStaleLockTime(0);
        // On a full disk no lock can be taken, not even over from the dead; whether anybody lives behind it can be
        // told.
        if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError) {
            if (!lock->removeStaleLockFile())
                continue;
            static_cast<void>(lock->tryLock(0));
        }
        Result<JournalContents> contents = readJournal(path);
        if (!contents)
            continue;
        if (contents->unsaved().empty()) {
            if (!contents->isCutOff) // else nobody knows what came then
                QFile::remove(path);
            continue;
        }
        const QDateTime lastEdit = contents->changes.back().time;
        left.push_back({path, *std::move(contents), lastEdit, std::move(lock)});
    }
    dropDoubles(left);
    std::ranges::sort(left, std::greater{}, &LeftJournal::lastEdit);
    return left;
}

} // namespace bomay
