// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/network_drive.h"

#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>

namespace bomay {

using namespace Qt::StringLiterals;

bool isOnNetwork(const QString &path, const Drive &drive)
{
    static const QSet<QByteArray> kNetworks{"nfs",   "nfs4", "cifs", "smb2", "smb3",  "smbfs",
                                            "afpfs", "9p",   "afs",  "ceph", "davfs", "webdav"};
    const auto isRemoteName = [](QByteArray name) {
        name.replace('\\', '/');
        // Windows writes its own volumes "\\\\?\\Volume{…}\\".
        return name.startsWith("//") && !name.startsWith("//?/") && !name.startsWith("//./");
    };
    // Windows gives a mapped drive the file system of the other machine ("NTFS"); its device is the name of the share,
    // and empty where the server does not answer.
    return isRemoteName(path.toUtf8()) || isRemoteName(drive.device) || drive.device.isEmpty() ||
           kNetworks.contains(drive.fileSystem.toLower()) ||
           // "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone" …
           drive.fileSystem.startsWith("fuse.");
}

bool isOnNetwork(const QString &path)
{
    const QStorageInfo drive(QFileInfo(path).absolutePath());
    return isOnNetwork(path, {drive.fileSystemType(), drive.device()});
}

} // namespace bomay
