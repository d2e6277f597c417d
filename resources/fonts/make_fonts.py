#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the built-in fonts: Liberation Serif and Sans under the names "BoMay Serif" and "BoMay Sans", and their advance tables.

    make_fonts.py OUTPUT_FOLDER [--source FOLDER]

Reads the eight faces of the Debian package fonts-liberation2 with fontTools (package python3-fonttools) and writes
BoMaySerif-Regular.ttf, BoMaySerif-Regular.adv and so on. Equal input gives equal bytes.

The advance table is what `core` measures text with, without QtGui. Little-endian, without padding, lengths in font units:

    offset  type    meaning
    0       4 bytes magic "BMAD"
    4       uint16  version of this format: 1
    6       uint16  units per em
    8       int16   ascent: from the base line up, from the hhea table
    10      int16   descent: from the base line down, positive, from the hhea table
    12      int16   ink ascent: highest ink of all Vietnamese letters, stacked capitals like Ẩ and Ỗ among them
    14      int16   ink descent: lowest ink of the same letters, positive downwards
    16      uint16  advance of a character that the font does not have (its .notdef box)
    18      uint32  count of records
    22      count × (uint32 code point, uint16 advance), ascending by code point
"""

import argparse
import pathlib
import struct
import sys
import unicodedata

FAMILIES = {"LiberationSerif": ("BoMaySerif", "BoMay Serif"), "LiberationSans": ("BoMaySans", "BoMay Sans")}
STYLES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "Bold Italic"}
SOURCE = "/usr/share/fonts/truetype/liberation2"

# Any fixed moment will do (2021-04-07 00:00 UTC, in seconds since 1904); the source's own differs from face to face.
MODIFIED = 3_700_598_400

# Combining grave, acute, tilde, breve, hook above, horn, dot below, circumflex.
COMBINING_MARKS = "\u0300\u0301\u0303\u0306\u0309\u031b\u0323\u0302"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")

# Name records: family, style, unique id, full name, PostScript name; then typographic and compatible names.
NEW_NAME_IDS = (1, 2, 3, 4, 6)
DROPPED_NAME_IDS = (16, 17, 18, 20, 21, 22, 25)


def vietnamese_letters() -> str:
    """The 146 letters, both cases: twelve vowels in six tones, and đ."""
    lower = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES) + "đ"
    return lower + lower.upper()


def rename(font, postscript_family: str, family: str, style_key: str) -> None:
    """Gives the font our names. The licence asks for it; records of copyright and licence stay as they are."""
    style = STYLES[style_key]
    version = font["name"].getDebugName(5) or ""
    values = {
        1: family,
        2: style,
        3: f"bomay: {family} {style}, {version}",
        4: f"{family} {style}".removesuffix(" Regular"),
        6: f"{postscript_family}-{style_key}",
    }
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in DROPPED_NAME_IDS]
    for record in names.names:
        if record.nameID in NEW_NAME_IDS:
            record.string = values[record.nameID]
    leftover = [record for record in names.names if record.nameID in NEW_NAME_IDS and "Liberation" in record.toUnicode()]
    if leftover or names.getDebugName(6) != values[6]:
        sys.exit(f"make_fonts.py: {values[4]} could not be renamed: {leftover}")


def make_deterministic(font) -> None:
    font["head"].modified = MODIFIED
    for table in ("FFTM", "DSIG"):  # time stamps of FontForge; a signature that no longer holds
        if table in font:
            del font[table]


def check_letters(font, path: pathlib.Path) -> None:
    cmap = font.getBestCmap()
    missing = [c for c in vietnamese_letters() + COMBINING_MARKS if ord(c) not in cmap]
    if missing:
        sys.exit(f"make_fonts.py: {path} lacks " + ", ".join(f"U+{ord(c):04X} {unicodedata.name(c)}" for c in missing))


def advance_table(font) -> bytes:
    cmap = font.getBestCmap()
    glyphs = [font["glyf"][cmap[ord(letter)]] for letter in vietnamese_letters()]
    advances = [(code, font["hmtx"][name][0]) for code, name in sorted(cmap.items())]
    header = struct.pack(
        "<4sHHhhhhHI",
        b"BMAD",
        1,
        font["head"].unitsPerEm,
        font["hhea"].ascent,
        -font["hhea"].descent,
        max(glyph.yMax for glyph in glyphs),
        -min(glyph.yMin for glyph in glyphs),
        font["hmtx"][".notdef"][0],
        len(advances),
    )
    return header + b"".join(struct.pack("<IH", code, advance) for code, advance in advances)


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the built-in fonts and their advance tables.")
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--source", type=pathlib.Path, default=pathlib.Path(SOURCE))
    arguments = parser.parse_args()
    try:
        from fontTools.ttLib import TTFont
    except ImportError:
        sys.exit(f"make_fonts.py: {sys.executable} has no fontTools; install python3-fonttools and use /usr/bin/python3")

    letters = vietnamese_letters()
    assert len(set(letters)) == len(letters) == 146

    arguments.output.mkdir(parents=True, exist_ok=True)
    for source_family, (postscript_family, family) in FAMILIES.items():
        for style_key in STYLES:
            path = arguments.source / f"{source_family}-{style_key}.ttf"
            if not path.is_file():
                sys.exit(f"make_fonts.py: {path} is not there; install fonts-liberation2")
            font = TTFont(path, recalcTimestamp=False)
            check_letters(font, path)
            rename(font, postscript_family, family, style_key)
            make_deterministic(font)
            target = arguments.output / f"{postscript_family}-{style_key}"
            font.save(target.with_suffix(".ttf"))
            target.with_suffix(".adv").write_bytes(advance_table(font))


if __name__ == "__main__":
    main()
