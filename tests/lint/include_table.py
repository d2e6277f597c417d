#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who includes whom, and which outside library belongs to which room. On Debian every header of Qt is reachable from any
target, so the link line cannot hold this; this table does.

    include_table.py [--qt-headers FOLDER] PROJECT_FOLDER
    include_table.py [--qt-headers FOLDER] --self-test

Prints file:line: message for every violation; exit code 1 if there is one.
"""

import argparse
import pathlib
import re
import sys

# A room may include itself, the rooms named here, and what those may include.
ROOMS = {
    "core/base": [],
    "core/model": ["core/base"],
    "core/change": ["core/model"],
    "core/decree": ["core/change"],
    "core/compare": ["core/change"],
    "core/store": ["core/change"],
    "core/table": ["core/base"],
    "core/layout": ["core/base"],
    "core/exchange": ["core/change", "core/table"],
    "core/chart": ["core/decree", "core/compare", "core/layout", "core/model"],
    "core/report": ["core/chart", "core/table"],
    "core/render": ["core/report"],
    "core/session": ["core/decree", "core/store"],
    "ui": ["core/exchange", "core/render", "core/session"],
    "app": ["ui"],
}

# Registering the built-in files is for programs; a library only opens ":/…".
RESOURCES_HEADER = "resources/resources.h"
MAY_REGISTER_RESOURCES = ["ui", "app"]

# Qt by module: the folder of Qt's headers that holds the file. A module that is not here is not used at all.
EVERYWHERE = list(ROOMS)
QT_MODULES = {
    "QtCore": EVERYWHERE,
    "QtGui": ["core/render", "ui", "app"],
    "QtSvg": ["core/render", "ui"],
    "QtSql": ["core/store"],
    "QtWidgets": ["ui", "app"],
    "QtSvgWidgets": ["ui"],
    "QtPrintSupport": ["ui"],
    "QtNetwork": ["app"],  # the single instance only
}

# Other libraries: (start of the header's name, rooms or single files), the first match counts.
LIBRARIES = [
    ("boost/graph/", ["core/model/*.cpp"]),  # seconds of compile time per file
    ("boost/", EVERYWHERE),
    ("toml++/", ["core/base/toml.cpp"]),  # one reader for packs, templates and messages
    ("zip.h", ["core/table", "core/render"]),
    ("zlib.h", ["core/table"]),
    ("gsf/", ["core/table"]),
    ("xlsxwriter", ["core/table"]),
    ("qpdf/", ["core/render"]),
    ("sqlite3.h", ["core/store/row_statement.cpp", "app/bench/*.cpp"]),  # the rows of large tables, and their bench
    ("xxhash.h", ["core/store/content_digest.cpp"]),
    ("unistd.h", ["core/store", "app"]),
    ("fcntl.h", ["core/store", "app"]),
    ("io.h", ["core/store"]),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"^[a-z_0-9]+$")  # <vector>, <cstdint>


def room_of(path: str) -> str | None:
    """The room a file of ours lies in: "core/base" for "core/base/dates.h"."""
    parts = path.split("/")
    room = "/".join(parts[:2]) if parts[0] == "core" else parts[0]
    return room if room in ROOMS and len(parts) > room.count("/") + 1 else None


def reachable_rooms(room: str) -> set[str]:
    reached, open_rooms = set(), [room]
    while open_rooms:
        next_room = open_rooms.pop()
        if next_room not in reached:
            reached.add(next_room)
            open_rooms += ROOMS[next_room]
    return reached


def is_in(path: str, places: list[str]) -> bool:
    return any(room_of(path) == place or pathlib.PurePosixPath(path).match(place) for place in places if place)


class QtHeaders:
    """Tells Qt's headers by module, from the folder they are installed in."""

    def __init__(self, folder: pathlib.Path):
        self.modules: dict[str, set[str]] = {}
        for module in sorted(path for path in folder.glob("Qt*") if path.is_dir()):
            for header in module.iterdir():
                self.modules.setdefault(header.name, set()).add(module.name)
        if "QPainter" not in self.modules:
            sys.exit(f"include_table.py: no Qt headers in {folder}; say where they are with --qt-headers")

    def modules_of(self, header: str) -> set[str]:
        module, slash, name = header.partition("/")
        return {module} if slash and module.startswith("Qt") else self.modules.get(name or module, set())


def judge_own(path: str, header: str) -> str | None:
    """What is wrong with #include "header" in the file, if anything."""
    if header.endswith(".moc"):
        return None
    if header == RESOURCES_HEADER:
        return None if room_of(path) in MAY_REGISTER_RESOURCES else f"{header} is for ui, app and tests only"
    room = room_of(header)
    if room is None:
        return f'"{header}" does not start at the top of the project with a room of the table'
    if room not in reachable_rooms(room_of(path)):
        return f"{room_of(path)} must not include {room} ({header})"
    return None


def judge_library(path: str, header: str, qt: QtHeaders) -> str | None:
    """What is wrong with #include <header> in the file, if anything."""
    if STANDARD.match(header):
        return None
    modules = qt.modules_of(header)
    if modules:
        places = [place for module in modules for place in QT_MODULES.get(module, [])]
        name = " or ".join(sorted(modules))
        return None if is_in(path, places) else f"{name} (<{header}>) is not for {room_of(path)}"
    for start, places in LIBRARIES:
        if header.startswith(start):
            return None if is_in(path, places) else f"<{header}> is only for {', '.join(places)}"
    return f"<{header}> is of no library in the table of tests/lint/include_table.py"


def violations_in(path: str, text: str, qt: QtHeaders) -> list[str]:
    if room_of(path) is None:
        return [f"{path}:1: the folder is no room of the table"]
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        include = INCLUDE.match(line)
        if not include:
            continue
        kind, header = include.groups()
        message = judge_own(path, header) if kind == '"' else judge_library(path, header, qt)
        if message:
            found.append(f"{path}:{number}: {message}")
    return found


def violations_under(project: pathlib.Path, qt: QtHeaders) -> list[str]:
    found, files = [], 0
    for top in ("core", "ui", "app"):
        for path in sorted((project / top).rglob("*")):
            if path.suffix in (".h", ".cpp") and path.is_file():
                files += 1
                found += violations_in(path.relative_to(project).as_posix(), path.read_text(encoding="utf-8"), qt)
    if files == 0:
        found.append(f"{project}:1: no source file found; is this the project's folder?")
    return found


GOOD_EXAMPLES = [
    ("core/chart/scene.h", '#include "core/base/dates.h"'),  # through several rooms
    ("core/render/paint.cpp", "#include <QPainter>"),
    ("core/render/paint.cpp", "#include <QtSvg/QSvgGenerator>"),
    ("core/model/structure.cpp", "#include <boost/graph/adjacency_list.hpp>"),
    ("core/base/toml.cpp", "#include <toml++/toml.h>"),
    ("core/store/file.cpp", "#include <QSqlQuery>"),
    ("core/table/csv.cpp", "#include <QStringDecoder>\n#include <vector>\n#include <zip.h>"),
    ("ui/canvas.cpp", '#include "core/session/document.h"\n#include "canvas.moc"\n#include <QWidget>'),
    ("app/cli/main.cpp", '#include "resources/resources.h"'),
    ("app/bench/reference.cpp", "#include <sqlite3.h>"),
]

BAD_EXAMPLES = [
    ("core/base/dates.h", '#include "core/model/entities.h"'),
    ("core/decree/check.cpp", '#include "core/compare/difference.h"'),
    ("core/session/document.h", '#include "core/exchange/import.h"'),
    ("core/exchange/import.h", '#include "core/decree/pack.h"'),
    ("ui/canvas.cpp", '#include "app/main.h"'),
    ("core/base/dates.cpp", '#include "dates.h"'),
    ("core/session/document.cpp", '#include "resources/resources.h"'),
    ("core/chart/scene.cpp", "#include <QColor>"),
    ("core/chart/scene.cpp", "#include <qfont.h>"),
    ("core/chart/scene.cpp", "  #  include <QtGui/QTransform>"),
    ("core/session/document.cpp", "#include <QUndoStack>"),
    ("core/render/paint.cpp", "#include <QWidget>"),
    ("core/model/entities.cpp", "#include <QSqlQuery>"),
    ("ui/window.cpp", "#include <QSqlDatabase>"),
    ("core/model/structure.h", "#include <boost/graph/adjacency_list.hpp>"),
    ("core/change/verbs.cpp", "#include <boost/graph/adjacency_list.hpp>"),
    ("core/decree/pack.cpp", "#include <toml++/toml.h>"),
    ("core/exchange/reader.cpp", "#include <zip.h>"),
    ("core/render/docx.cpp", "#include <xlsxwriter.h>"),
    ("core/table/reader.cpp", "#include <qpdf/QPDF.hh>"),
    ("core/base/json.cpp", "#include <nlohmann/json.hpp>"),
    ("core/store/file.cpp", "#include <sqlite3.h>"),
    ("core/misc/helpers.h", "#pragma once"),
]


def self_test(qt: QtHeaders) -> list[str]:
    found = [f"refused, but right: {line}" for path, text in GOOD_EXAMPLES for line in violations_in(path, text, qt)]
    for path, text in BAD_EXAMPLES:
        if len(violations_in(path, text, qt)) != 1:
            found.append(f"not refused: {path}: {text}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks who includes whom.")
    parser.add_argument("project", nargs="?", type=pathlib.Path)
    parser.add_argument("--qt-headers", type=pathlib.Path, default=pathlib.Path("/usr/include/x86_64-linux-gnu/qt6"))
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if (arguments.project is None) != arguments.self_test:
        parser.error("either a project folder or --self-test")
    qt = QtHeaders(arguments.qt_headers)
    found = self_test(qt) if arguments.self_test else violations_under(arguments.project, qt)
    print("\n".join(found) if found else "no violation")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
