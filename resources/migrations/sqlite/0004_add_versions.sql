-- SPDX-License-Identifier: GPL-3.0-or-later
-- Named and sealed states of the whole document. Each is complete in itself, so that none depends on the log. And the
-- chain value of the log's last entry, so that a log whose end was cut off can be told; '' = not known.
-- readable-from: 4
CREATE TABLE version (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    as_of TEXT,
    sealed INTEGER NOT NULL,
    change INTEGER NOT NULL,
    hash TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT
-- next
ALTER TABLE content_digest ADD COLUMN log_end TEXT NOT NULL DEFAULT ''
