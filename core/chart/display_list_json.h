// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/display_list.h"

#include <QJsonObject>

namespace bomay {

/// A picture as JSON, for tests and for programs that paint it themselves. Lengths are mm, y downwards; colours are
/// "#rrggbb", or "#rrggbbaa" where something shows through.
///
///     { "bounds": [x, y, width, height], "background": colour,
///       "pictures": [base64 of a PNG or JPEG, each different one once],
///       "groups": [{ "rect": [x, y, width, height],
///         "boxes": [{ "rect", "fill", "stroke": { "color", "width", "style" }, "node": { "kind", "id" } }],
///         "images": [{ "rect", "picture": index, "node" }],
///         "texts": [{ "at": [x, y], "width", "text", "font": { "face", "bold", "italic", "size" }, "color", "node" }],
///         "lines": [{ "points": [[x, y], …], "stroke", "headAtBegin", "headAtEnd" }] }] }
///
/// A group is what stands together, as a run of the list; items outside all runs are in groups without "rect". What is
/// empty, false or usual is left out. Painted in the order lines, boxes, images, texts, over all groups.
[[nodiscard]] QJsonObject toJson(const DisplayList &list);

/// The list that `toJson` wrote, equal to the last digit. Error: `display-list-json` with the part that is none.
[[nodiscard]] Result<DisplayList> displayListFromJson(const QJsonObject &object);

} // namespace bomay
