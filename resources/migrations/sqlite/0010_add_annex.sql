-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a view went with a decision as its annex.
-- readable-from: 10
ALTER TABLE chart_view ADD COLUMN annex TEXT NOT NULL DEFAULT ''
