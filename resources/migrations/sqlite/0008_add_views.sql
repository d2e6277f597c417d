-- SPDX-License-Identifier: GPL-3.0-or-later
-- Named views of the chart, and how each draws single branches.
-- readable-from: 8
CREATE TABLE chart_view (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    rank INTEGER NOT NULL,
    root TEXT,
    depth INTEGER NOT NULL,
    preset TEXT NOT NULL,
    leaders TEXT NOT NULL,
    frames_from INTEGER NOT NULL,
    counts_from INTEGER NOT NULL,
    box_width REAL NOT NULL,
    paper TEXT NOT NULL,
    landscape INTEGER,
    title TEXT NOT NULL,
    theme TEXT NOT NULL,
    posts INTEGER NOT NULL,
    holders INTEGER NOT NULL,
    staff INTEGER NOT NULL,
    short_names INTEGER NOT NULL,
    codes INTEGER NOT NULL,
    relations INTEGER NOT NULL,
    scheduled INTEGER NOT NULL
) STRICT
-- next
CREATE TABLE branch_mark (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    view TEXT NOT NULL,
    node_kind TEXT NOT NULL,
    node_id TEXT NOT NULL,
    layout TEXT NOT NULL,
    columns INTEGER NOT NULL,
    box_width REAL NOT NULL,
    gap REAL NOT NULL,
    offset_x REAL NOT NULL,
    offset_y REAL NOT NULL,
    lines TEXT NOT NULL
) STRICT
