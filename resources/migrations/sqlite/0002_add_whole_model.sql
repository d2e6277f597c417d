-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole model: legal documents, successions of localities, functions, quotas, duties; what personnel decisions and
-- reorganisations leave on posts, appointments and relations.
-- readable-from: 2
CREATE TABLE legal_document (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    type TEXT NOT NULL,
    date TEXT,
    issuer TEXT NOT NULL,
    summary TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
) STRICT
-- next
CREATE TABLE locality_succession (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    predecessor TEXT NOT NULL REFERENCES locality (id),
    successor TEXT NOT NULL REFERENCES locality (id),
    extent TEXT NOT NULL,
    date TEXT,
    document TEXT REFERENCES legal_document (id)
) STRICT
-- next
CREATE TABLE function (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL REFERENCES unit (id),
    rank INTEGER NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    predecessor TEXT REFERENCES function (id) DEFERRABLE INITIALLY DEFERRED
) STRICT
-- next
CREATE TABLE quota (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL REFERENCES unit (id),
    year INTEGER NOT NULL,
    kind TEXT NOT NULL,
    allotted INTEGER,
    in_post INTEGER,
    reserve INTEGER,
    document TEXT REFERENCES legal_document (id)
) STRICT
-- next
CREATE TABLE duty (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    accountable TEXT NOT NULL REFERENCES post (id),
    rank INTEGER NOT NULL,
    text TEXT NOT NULL,
    assigned TEXT,
    deadline TEXT,
    responsibility TEXT NOT NULL,
    product TEXT NOT NULL,
    target TEXT NOT NULL,
    authority TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT REFERENCES legal_document (id)
) STRICT
-- next
CREATE TABLE duty_participant (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    duty TEXT NOT NULL REFERENCES duty (id),
    node_kind TEXT NOT NULL,
    node_id TEXT NOT NULL,
    part TEXT NOT NULL
) STRICT
-- next
ALTER TABLE post_state ADD COLUMN surplus INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE post_state ADD COLUMN surplus_until TEXT
-- next
ALTER TABLE appointment ADD COLUMN began TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE appointment ADD COLUMN ended TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE relation ADD COLUMN extent TEXT NOT NULL DEFAULT 'TOAN_BO'
-- next
ALTER TABLE relation ADD COLUMN subject TEXT NOT NULL DEFAULT ''
