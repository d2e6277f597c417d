#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small rules that hold for every source file:

- the licence stands on top as an SPDX line,
- no file under core, ui and app is longer than it can be read,
- Q_OBJECT stands on its own line, since AUTOMOC does not see it elsewhere,
- no note of unfinished work.

    source_rules.py PROJECT_FOLDER
    source_rules.py --self-test

Prints file:line: message for every violation; exit code 1 if there is one.
"""

import argparse
import os
import pathlib
import re
import sys

MOST_LINES = 600
LENGTH_LIMITED = ("core/", "ui/", "app/")
SUFFIXES = (".h", ".cpp", ".py", ".sh", ".cmake")
SCRIPT_FOLDERS = ("packaging", ".ci")  # their scripts have no suffix but a #! line
SKIPPED_FOLDERS = (".git", ".cache", "build", "out", "__pycache__")

SPDX = re.compile(r"(//|#) SPDX-License-Identifier: GPL-3\.0-or-later$")
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")  # in parts, so that this line passes
Q_OBJECT = re.compile(r"\bQ_OBJECT\b")


def is_source(path: str, first_line: str) -> bool:
    pure = pathlib.PurePosixPath(path)
    if pure.suffix in SUFFIXES or pure.name == "CMakeLists.txt":
        return True
    return pure.parts[0] in SCRIPT_FOLDERS and first_line.startswith("#!")


def violations_in(path: str, text: str) -> list[str]:
    lines = text.splitlines()
    found = []
    top = lines[1:2] if lines and lines[0].startswith("#!") else lines[:1]
    if not (top and SPDX.match(top[0])):
        found.append(f"{path}:1: the SPDX line is missing on top")
    if path.startswith(LENGTH_LIMITED) and len(lines) > MOST_LINES:
        found.append(f"{path}:{MOST_LINES + 1}: {len(lines)} lines; split the file before it passes {MOST_LINES}")
    is_cpp = path.endswith((".h", ".cpp"))
    for number, line in enumerate(lines, start=1):
        if UNFINISHED.search(line):
            found.append(f"{path}:{number}: unfinished work is finished or written down elsewhere, not noted in the code")
        code = line.split("//")[0].strip()
        if is_cpp and Q_OBJECT.search(code) and code != "Q_OBJECT":
            found.append(f"{path}:{number}: Q_OBJECT has to stand on its own line")
    return found


def violations_under(project: pathlib.Path) -> list[str]:
    found, files = [], 0
    for folder, subfolders, names in os.walk(project):
        subfolders[:] = sorted(name for name in subfolders if name not in SKIPPED_FOLDERS)
        for name in sorted(names):
            path = pathlib.Path(folder, name)
            relative = path.relative_to(project).as_posix()
            with open(path, encoding="utf-8", errors="replace") as file:
                first_line = file.readline(200)
                if is_source(relative, first_line):
                    files += 1
                    found += violations_in(relative, first_line + file.read())
    if files == 0:
        found.append(f"{project}:1: no source file found; is this the project's folder?")
    return found


CPP_TOP = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
SCRIPT_TOP = "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"

GOOD_EXAMPLES = [
    ("core/base/dates.h", CPP_TOP + "#pragma once\n"),
    ("ui/canvas.h", CPP_TOP + "class Canvas : public QWidget\n{\n    Q_OBJECT\n};\n"),
    ("core/base/dates.h", CPP_TOP + "// AUTOMOC looks for Q_OBJECT\n"),
    ("core/base/dates.cpp", CPP_TOP + "\n" * (MOST_LINES - 1)),
    ("tests/core/base/test_dates.cpp", CPP_TOP + "\n" * MOST_LINES),
    ("packaging/run", SCRIPT_TOP + "mktemp out.XXXXXX\n"),
]

BAD_EXAMPLES = [
    ("core/base/dates.h", "#pragma once\n"),
    ("core/base/dates.h", ""),
    ("core/base/dates.h", "\n" + CPP_TOP),
    ("core/base/dates.h", "// SPDX-License-Identifier: MIT\n"),
    ("packaging/run", "#!/usr/bin/env bash\nset -e\n"),
    ("core/base/CMakeLists.txt", "bomay_room(base)\n"),
    ("core/base/dates.cpp", CPP_TOP + "\n" * MOST_LINES),
    ("ui/canvas.h", CPP_TOP + "class Canvas : public QWidget { Q_OBJECT\n};\n"),
    ("core/base/dates.h", CPP_TOP + "// TO" "DO: leap years\n"),
    ("core/base/dates.h", CPP_TOP + "int day; // FIX" "ME\n"),
    ("core/base/dates.h", CPP_TOP + "// XX" "X\n"),
]


def self_test() -> list[str]:
    found = [f"refused, but right: {line}" for path, text in GOOD_EXAMPLES for line in violations_in(path, text)]
    for path, text in BAD_EXAMPLES:
        if len(violations_in(path, text)) != 1:
            found.append(f"not refused: {path}: {text[:80]!r}")
    for path, first_line in (("packaging/run", "#!/usr/bin/env bash"), ("core/CMakeLists.txt", ""), ("a/b.py", "")):
        if not is_source(path, first_line):
            found.append(f"not seen as a source file: {path}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks small rules for source files.")
    parser.add_argument("project", nargs="?", type=pathlib.Path)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if (arguments.project is None) != arguments.self_test:
        parser.error("either a project folder or --self-test")
    found = self_test() if arguments.self_test else violations_under(arguments.project)
    print("\n".join(found) if found else "no violation")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
