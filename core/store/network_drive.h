// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bomay {

/// What a system says of the drive that a file lies on; as `QStorageInfo` gives it.
struct Drive
{
    QByteArray fileSystem; ///< "ext4", "NTFS", "nfs4", "fuse.sshfs" …
    QByteArray device;     ///< "/dev/sda1", "server:/export", "\\\\?\\Volume{…}\\" …
};

/// Is a file on a drive of another machine, where locks and the order of writes cannot be relied upon? Where it cannot
/// be told, yes: all that costs is a copy.
[[nodiscard]] bool isOnNetwork(const QString &path, const Drive &drive);
[[nodiscard]] bool isOnNetwork(const QString &path);

} // namespace bomay
