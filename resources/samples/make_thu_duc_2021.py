#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sample of TP Thủ Đức at the end of 2021 as the template's CSV files, from the lists of the law.

Agencies: Decree 33/2021/NĐ-CP, article 15, clause 1. Wards: Resolution 1111/NQ-UBTVQH14. All seats are vacant: no person's
name is in the sample. Phòng Kinh tế has a fourth deputy on purpose, who shares tier 3, so that the checker finds something.
With the path of bomay-cli as argument the XLSX beside the folder is written anew too.
"""
import csv
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
FOLDER = HERE / "thu-duc-2021"

AGENCIES = [
    ("VP", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "VAN_PHONG", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("PNV", "Phòng Nội vụ", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PTP", "Phòng Tư pháp", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PTCKH", "Phòng Tài chính - Kế hoạch", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PLDTBXH", "Phòng Lao động - Thương binh và Xã hội", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PVHTT", "Phòng Văn hóa và Thông tin", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PQLDT", "Phòng Quản lý đô thị", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PTNMT", "Phòng Tài nguyên và Môi trường", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PGDDT", "Phòng Giáo dục và Đào tạo", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("TT", "Thanh tra thành phố Thủ Đức", "THANH_TRA", "Chánh Thanh tra", "Phó Chánh Thanh tra"),
    ("PKT", "Phòng Kinh tế", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PYT", "Phòng Y tế", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
    ("PKHCN", "Phòng Khoa học và Công nghệ", "CQCM", "Trưởng phòng", "Phó Trưởng phòng"),
]
WARDS = [
    "An Khánh", "An Lợi Đông", "An Phú", "Bình Chiểu", "Bình Thọ", "Bình Trưng Đông", "Bình Trưng Tây", "Cát Lái",
    "Hiệp Bình Chánh", "Hiệp Bình Phước", "Hiệp Phú", "Linh Chiểu", "Linh Đông", "Linh Tây", "Linh Trung", "Linh Xuân",
    "Long Bình", "Long Phước", "Long Thạnh Mỹ", "Long Trường", "Phú Hữu", "Phước Bình", "Phước Long A", "Phước Long B",
    "Tam Bình", "Tam Phú", "Tăng Nhơn Phú A", "Tăng Nhơn Phú B", "Tân Phú", "Thảo Điền", "Thạnh Mỹ Lợi", "Thủ Thiêm",
    "Trường Thạnh", "Trường Thọ",
]
FOUR_DEPUTIES = "PKT"


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    FOLDER.mkdir(exist_ok=True)
    write("tai_lieu.csv", ["ten_tai_lieu", "ngay_so_lieu"],
          [["Sơ đồ tổ chức bộ máy chính quyền thành phố Thủ Đức", "31/12/2021"]])

    localities = [["79", "Thành phố Hồ Chí Minh", "THANH_PHO_TW", "", "DAC_BIET", ""],
                  ["769", "Thành phố Thủ Đức", "TP_THUOC_TP", "79", "", "1013795"]]
    localities += [[f"769.{i:02}", f"Phường {name}", "PHUONG", "769", "", ""] for i, name in enumerate(WARDS, 1)]
    write("dia_ban.csv", ["ma", "ten", "loai", "ma_cap_tren", "phan_loai", "dan_so"], localities)

    units = [["HDND", "Hội đồng nhân dân thành phố Thủ Đức", "", "HDND", "769", "1", "", ""],
             ["BPC", "Ban Pháp chế", "HDND", "BAN_HDND", "", "1", "", ""],
             ["BKTXH", "Ban Kinh tế - xã hội", "HDND", "BAN_HDND", "", "2", "", ""],
             ["UBND", "Ủy ban nhân dân thành phố Thủ Đức", "", "UBND", "769", "2", "", ""]]
    for i, (code, name, kind, _, _) in enumerate(AGENCIES, 1):
        founded = ["33/2021/NĐ-CP", "29/03/2021"] if code == "PKHCN" else ["", ""]
        units.append([code, name, "UBND", kind, "", str(i), *founded])
    for i, name in enumerate(WARDS, 1):
        units.append([f"P{i:02}", f"Ủy ban nhân dân phường {name}", "UBND", "UBND", f"769.{i:02}", str(len(AGENCIES) + i),
                      "", ""])
    write("don_vi.csv", ["ma", "ten", "ma_cap_tren", "loai", "ma_dia_ban", "thu_tu", "can_cu", "tu_ngay"], units)

    posts = [["HDND", "Chủ tịch Hội đồng nhân dân", "TRUONG", "", ""],
             ["HDND", "Phó Chủ tịch Hội đồng nhân dân", "PHO", "1", ""]]
    for code in ("BPC", "BKTXH"):
        posts += [[code, "Trưởng ban", "TRUONG", "", ""], [code, "Phó Trưởng ban", "PHO", "1", ""]]
    posts += [["UBND", "Chủ tịch Ủy ban nhân dân", "TRUONG", "", ""]]
    posts += [["UBND", "Phó Chủ tịch Ủy ban nhân dân", "PHO", "1", ""]] * 3
    for code, _, _, head, deputy in AGENCIES:
        posts.append([code, head, "TRUONG", "", ""])
        tiers = ["1", "2", "3", "3"] if code == FOUR_DEPUTIES else ["1", "2", "3"]
        posts += [[code, deputy, "PHO", tier, ""] for tier in tiers]
    for i in range(1, len(WARDS) + 1):
        posts += [[f"P{i:02}", "Chủ tịch", "TRUONG", "", ""], [f"P{i:02}", "Phó Chủ tịch", "PHO", "1", "2"]]
    write("chuc_vu.csv", ["ma_don_vi", "chuc_danh", "vai_tro", "bac_pho", "so_luong"], posts)

    if len(sys.argv) > 1:
        subprocess.run([sys.argv[1], "template", "-o", HERE / "thu-duc-2021.xlsx", "--sample", "thu-duc",
                        "--date", "2021-12-31"], check=True)


if __name__ == "__main__":
    main()
