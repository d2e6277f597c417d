// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_tables.h"

namespace bomay {

namespace {

// clang-format off: one letter a line
constexpr LegacyLetter kLetters[] = {
    {u'Á', 0, "A\xD9", 0xC1},
    {u'À', 0, "A\xD8", 0x80},
    {u'Ả', 0, "A\xDB", 0x81},
    {u'Ã', 0, "A\xD5", 0x82},
    {u'Ạ', 0, "A\xCF", 0xE5},
    {u'Â', 0xA2, "A\xC2", 0xC2},
    {u'Ấ', 0, "A\xC1", 0x83},
    {u'Ầ', 0, "A\xC0", 0x84},
    {u'Ẩ', 0, "A\xC5", 0x85},
    {u'Ẫ', 0, "A\xC3", 0xC5},
    {u'Ậ', 0, "A\xC4", 0xC6},
    {u'Ă', 0xA1, "A\xCA", 0x88},
    {u'Ắ', 0, "A\xC9", 0x8D},
    {u'Ằ', 0, "A\xC8", 0x8E},
    {u'Ẳ', 0, "A\xDA", 0x8F},
    {u'Ẵ', 0, "A\xDC", 0xF0},
    {u'Ặ', 0, "A\xCB", 0xA5},
    {u'É', 0, "E\xD9", 0xC9},
    {u'È', 0, "E\xD8", 0xD7},
    {u'Ẻ', 0, "E\xDB", 0xDE},
    {u'Ẽ', 0, "E\xD5", 0xFE},
    {u'Ẹ', 0, "E\xCF", 0xCB},
    {u'Ê', 0xA3, "E\xC2", 0xCA},
    {u'Ế', 0, "E\xC1", 0x90},
    {u'Ề', 0, "E\xC0", 0x93},
    {u'Ể', 0, "E\xC5", 0x94},
    {u'Ễ', 0, "E\xC3", 0x95},
    {u'Ệ', 0, "E\xC4", 0x8C},
    {u'Ó', 0, "O\xD9", 0xB9},
    {u'Ò', 0, "O\xD8", 0xBC},
    {u'Ỏ', 0, "O\xDB", 0xBD},
    {u'Õ', 0, "O\xD5", 0xBE},
    {u'Ọ', 0, "O\xCF", 0x86},
    {u'Ô', 0xA4, "O\xC2", 0xD4},
    {u'Ố', 0, "O\xC1", 0x96},
    {u'Ồ', 0, "O\xC0", 0x97},
    {u'Ổ', 0, "O\xC5", 0x98},
    {u'Ỗ', 0, "O\xC3", 0x99},
    {u'Ộ', 0, "O\xC4", 0xB6},
    {u'Ơ', 0xA5, "\xD4", 0xF7},
    {u'Ớ', 0, "\xD4\xD9", 0x9D},
    {u'Ờ', 0, "\xD4\xD8", 0x9E},
    {u'Ở', 0, "\xD4\xDB", 0x9F},
    {u'Ỡ', 0, "\xD4\xD5", 0xA6},
    {u'Ợ', 0, "\xD4\xCF", 0xAE},
    {u'Ú', 0, "U\xD9", 0xDA},
    {u'Ù', 0, "U\xD8", 0xA8},
    {u'Ủ', 0, "U\xDB", 0xD1},
    {u'Ũ', 0, "U\xD5", 0xAC},
    {u'Ụ', 0, "U\xCF", 0xF8},
    {u'Ư', 0xA6, "\xD6", 0xD0},
    {u'Ứ', 0, "\xD6\xD9", 0xAD},
    {u'Ừ', 0, "\xD6\xD8", 0xAF},
    {u'Ử', 0, "\xD6\xDB", 0xB1},
    {u'Ữ', 0, "\xD6\xD5", 0xBB},
    {u'Ự', 0, "\xD6\xCF", 0xBF},
    {u'Í', 0, "\xCD", 0xB4},
    {u'Ì', 0, "\xCC", 0xB5},
    {u'Ỉ', 0, "\xC6", 0xB7},
    {u'Ĩ', 0, "\xD3", 0xB8},
    {u'Ị', 0, "\xD2", 0xCE},
    {u'Ý', 0, "Y\xD9", 0xDD},
    {u'Ỳ', 0, "Y\xD8", 0xB2},
    {u'Ỷ', 0, "Y\xDB", 0xFD},
    {u'Ỹ', 0, "Y\xD5", 0xB3},
    {u'Ỵ', 0, "\xCE", 0x9C},
    {u'Đ', 0xA7, "\xD1", 0xF1},
    {u'á', 0xB8, "a\xF9", 0xE1},
    {u'à', 0xB5, "a\xF8", 0xE0},
    {u'ả', 0xB6, "a\xFB", 0xE4},
    {u'ã', 0xB7, "a\xF5", 0xE3},
    {u'ạ', 0xB9, "a\xEF", 0xE5},
    {u'â', 0xA9, "a\xE2", 0xE2},
    {u'ấ', 0xCA, "a\xE1", 0xC3},
    {u'ầ', 0xC7, "a\xE0", 0xC0},
    {u'ẩ', 0xC8, "a\xE5", 0xC4},
    {u'ẫ', 0xC9, "a\xE3", 0xC5},
    {u'ậ', 0xCB, "a\xE4", 0xC6},
    {u'ă', 0xA8, "a\xEA", 0xE6},
    {u'ắ', 0xBE, "a\xE9", 0xA1},
    {u'ằ', 0xBB, "a\xE8", 0xA2},
    {u'ẳ', 0xBC, "a\xFA", 0xA3},
    {u'ẵ', 0xBD, "a\xFC", 0xA4},
    {u'ặ', 0xC6, "a\xEB", 0xA5},
    {u'é', 0xD0, "e\xF9", 0xE9},
    {u'è', 0xCC, "e\xF8", 0xE8},
    {u'ẻ', 0xCE, "e\xFB", 0xC8},
    {u'ẽ', 0xCF, "e\xF5", 0xEB},
    {u'ẹ', 0xD1, "e\xEF", 0xCB},
    {u'ê', 0xAA, "e\xE2", 0xEA},
    {u'ế', 0xD5, "e\xE1", 0x89},
    {u'ề', 0xD2, "e\xE0", 0x8A},
    {u'ể', 0xD3, "e\xE5", 0x8B},
    {u'ễ', 0xD4, "e\xE3", 0xCD},
    {u'ệ', 0xD6, "e\xE4", 0x8C},
    {u'ó', 0xE3, "o\xF9", 0xF3},
    {u'ò', 0xDF, "o\xF8", 0xF2},
    {u'ỏ', 0xE1, "o\xFB", 0xD5},
    {u'õ', 0xE2, "o\xF5", 0xF5},
    {u'ọ', 0xE4, "o\xEF", 0x86},
    {u'ô', 0xAB, "o\xE2", 0xF4},
    {u'ố', 0xE8, "o\xE1", 0xD3},
    {u'ồ', 0xE5, "o\xE0", 0xD2},
    {u'ổ', 0xE6, "o\xE5", 0xB0},
    {u'ỗ', 0xE7, "o\xE3", 0x87},
    {u'ộ', 0xE9, "o\xE4", 0xB6},
    {u'ơ', 0xAC, "\xF4", 0xD6},
    {u'ớ', 0xED, "\xF4\xF9", 0xA7},
    {u'ờ', 0xEA, "\xF4\xF8", 0xA9},
    {u'ở', 0xEB, "\xF4\xFB", 0xAA},
    {u'ỡ', 0xEC, "\xF4\xF5", 0xAB},
    {u'ợ', 0xEE, "\xF4\xEF", 0xAE},
    {u'ú', 0xF3, "u\xF9", 0xFA},
    {u'ù', 0xEF, "u\xF8", 0xF9},
    {u'ủ', 0xF1, "u\xFB", 0xFB},
    {u'ũ', 0xF2, "u\xF5", 0xDB},
    {u'ụ', 0xF4, "u\xEF", 0xF8},
    {u'ư', 0xAD, "\xF6", 0xDC},
    {u'ứ', 0xF8, "\xF6\xF9", 0xD9},
    {u'ừ', 0xF5, "\xF6\xF8", 0xD8},
    {u'ử', 0xF6, "\xF6\xFB", 0xBA},
    {u'ữ', 0xF7, "\xF6\xF5", 0xBB},
    {u'ự', 0xF9, "\xF6\xEF", 0xBF},
    {u'í', 0xDD, "\xED", 0xED},
    {u'ì', 0xD7, "\xEC", 0xEC},
    {u'ỉ', 0xD8, "\xE6", 0xCC},
    {u'ĩ', 0xDC, "\xF3", 0xEF},
    {u'ị', 0xDE, "\xF2", 0xCE},
    {u'ý', 0xFD, "y\xF9", 0x9A},
    {u'ỳ', 0xFA, "y\xF8", 0xFF},
    {u'ỷ', 0xFB, "y\xFB", 0x9B},
    {u'ỹ', 0xFC, "y\xF5", 0xCF},
    {u'ỵ', 0xFE, "\xEE", 0x9C},
    {u'đ', 0xAE, "\xF1", 0xC7},
};
// clang-format on

// Where Windows-1258 differs from Windows-1252.
constexpr LegacyByte kWindows1258[] = {
    {0xC3, u'Ă'}, {0xCC, u'\u0300'}, {0xD0, u'Đ'}, {0xD2, u'\u0309'}, {0xD5, u'Ơ'}, {0xDD, u'Ư'}, {0xDE, u'\u0303'},
    {0xE3, u'ă'}, {0xEC, u'\u0301'}, {0xF0, u'đ'}, {0xF2, u'\u0323'}, {0xF5, u'ơ'}, {0xFD, u'ư'}, {0xFE, u'₫'},
};

// What Windows-1252 has where Latin-1 has control characters; 0 where nothing is.
constexpr char16_t kWindows1252[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

} // namespace

std::span<const LegacyLetter> legacyLetters()
{
    return kLetters;
}

std::span<const LegacyByte> windows1258Bytes()
{
    return kWindows1258;
}

std::span<const char16_t> windows1252Controls()
{
    return kWindows1252;
}

} // namespace bomay
