-- SPDX-License-Identifier: GPL-3.0-or-later
-- Photographs of persons, and logos beside the chart: pictures are base64.
-- readable-from: 11
CREATE TABLE portrait (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id),
    picture TEXT NOT NULL
) STRICT
-- next
ALTER TABLE chart_view ADD COLUMN portraits INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE chart_object ADD COLUMN picture TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE chart_object ADD COLUMN height REAL NOT NULL DEFAULT 0
