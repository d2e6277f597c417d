-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was changed, by whom, when and by which decision. The tables of rows are the truth, the log is their history:
-- its entries lead from the state in which the document was first written to the present one.
-- readable-from: 3
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    legal_document TEXT NOT NULL,
    effective TEXT,
    undoes TEXT,
    has_images INTEGER NOT NULL,
    chain TEXT NOT NULL
) STRICT
-- next
CREATE TABLE change_image (
    change INTEGER NOT NULL REFERENCES change (number),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (change, position)
) STRICT, WITHOUT ROWID
