// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/command_table.h"

namespace bomay {

// The part of the table of commands that makes the chart quick to edit by keyboard.

/// Adding beside, below and above what is selected, a level up and down.
void addStructureCommands(std::vector<UiCommand> &table, const CommandParts &parts);

/// What decisions do to units.
void addReorganisationCommands(std::vector<UiCommand> &table, const CommandParts &parts);

/// How much of the chart is shown: branches and levels.
void addFoldCommands(std::vector<UiCommand> &table, const CommandParts &parts);

/// Going about the chart, and how it is shown.
void addChartViewCommands(std::vector<UiCommand> &table, const CommandParts &parts);

} // namespace bomay
