-- SPDX-License-Identifier: GPL-3.0-or-later
-- The document: one organisation. core/store/README.md explains the conventions; the fields are those of
-- core/model/fields.h. Statements are separated by a line "-- next". Never edited after release.
-- readable-from: 1
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_with_version TEXT NOT NULL,
    readable_from INTEGER NOT NULL
) STRICT
-- next
CREATE TABLE document_info (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    as_of TEXT
) STRICT
-- next
CREATE TABLE locality (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL
) STRICT
-- next
CREATE TABLE locality_state (
    locality TEXT NOT NULL REFERENCES locality (id),
    state_no INTEGER NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    parent TEXT REFERENCES locality (id),
    class TEXT NOT NULL,
    population INTEGER,
    minority_population INTEGER,
    island INTEGER NOT NULL,
    PRIMARY KEY (locality, state_no)
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE unit (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    provisional_code INTEGER NOT NULL
) STRICT
-- next
CREATE TABLE unit_state (
    unit TEXT NOT NULL REFERENCES unit (id),
    state_no INTEGER NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    electronic_id TEXT NOT NULL,
    block TEXT NOT NULL,
    kind TEXT NOT NULL,
    locality TEXT REFERENCES locality (id),
    rank INTEGER NOT NULL,
    staff_allotted INTEGER,
    staff_filled INTEGER,
    deputies_allotted INTEGER,
    autonomy TEXT NOT NULL,
    reorganised_on TEXT,
    reorganisation TEXT NOT NULL,
    essential_service INTEGER NOT NULL,
    legal_basis TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    mail TEXT NOT NULL,
    function TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (unit, state_no)
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE post (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL
) STRICT
-- next
CREATE TABLE post_state (
    post TEXT NOT NULL REFERENCES post (id),
    state_no INTEGER NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    title TEXT NOT NULL,
    role TEXT NOT NULL,
    tier INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    fte REAL,
    full_time INTEGER,
    fields TEXT NOT NULL,
    position TEXT NOT NULL,
    grade TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (post, state_no)
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE person (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    born TEXT
) STRICT
-- next
CREATE TABLE appointment (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    post TEXT NOT NULL REFERENCES post (id),
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    decision TEXT NOT NULL
) STRICT
-- next
CREATE TABLE relation (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    from_kind TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_kind TEXT NOT NULL,
    to_id TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
) STRICT
-- next
CREATE TABLE staged (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    node_kind TEXT NOT NULL,
    node_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    parent_text TEXT NOT NULL
) STRICT
-- next
CREATE TABLE custom_field (
    entity_kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    state_no INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entity_kind, entity_id, state_no, name)
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE content_digest (
    value TEXT NOT NULL
) STRICT
