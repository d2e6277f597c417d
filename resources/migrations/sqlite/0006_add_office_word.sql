-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the office answers for beside the rules: findings waived, rules held against their texts or
-- switched; what allots numbers.
-- readable-from: 6
CREATE TABLE waiver (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rule TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    subject TEXT NOT NULL,
    limit_text TEXT NOT NULL,
    actual_text TEXT NOT NULL,
    reason TEXT NOT NULL,
    basis TEXT NOT NULL,
    author TEXT NOT NULL,
    date TEXT
) STRICT
-- next
CREATE TABLE confirmation (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rule TEXT NOT NULL,
    edition TEXT NOT NULL,
    basis TEXT NOT NULL,
    as_error INTEGER NOT NULL,
    author TEXT NOT NULL,
    date TEXT
) STRICT
-- next
CREATE TABLE rule_switch (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rule TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    author TEXT NOT NULL,
    date TEXT
) STRICT
-- next
ALTER TABLE unit_state ADD COLUMN allotment_basis TEXT NOT NULL DEFAULT ''
