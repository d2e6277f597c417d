-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a view leaves out, how it names its levels and its lines; objects beside the chart.
-- readable-from: 9
ALTER TABLE chart_view ADD COLUMN hidden_kinds TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE chart_view ADD COLUMN aligned INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE chart_view ADD COLUMN bands INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE chart_view ADD COLUMN top_band INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE chart_view ADD COLUMN words TEXT NOT NULL DEFAULT ''
-- next
CREATE TABLE chart_object (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    view TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    rank INTEGER NOT NULL,
    text TEXT NOT NULL,
    unit TEXT
) STRICT
