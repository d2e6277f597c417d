-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notes on units and posts, with author and state.
-- readable-from: 5
CREATE TABLE note (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    node_kind TEXT NOT NULL,
    node_id TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    date TEXT,
    state TEXT NOT NULL
) STRICT
