#!/usr/bin/python3
"""One table, twice: make-table.py FOLDER ROWS

A course with it for Strata, rows.tsv for whoever is measured beside. The same rows
every time: half Latin, half Chinese, names in no order."""
import json
import pathlib
import sys

folder, n_rows = pathlib.Path(sys.argv[1]), int(sys.argv[2])
STONES = "granite basalt sandstone marble gneiss obsidian schist limestone slate dolomite quartzite pumice".split()
KINDS = {"plutonic": "深成岩", "volcanic": "火山岩", "clastic": "碎屑岩", "foliated": "葉理變質岩", "massive": "塊狀變質岩", "glassy": "玻璃質岩"}


def mix(number):
    """Spreads a number over 32 bits."""
    for factor in (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D):
        number = number * factor & 0xFFFFFFFF
        number ^= number >> 15
    return number


rows, lines = [], []
kinds = list(KINDS)
for i in range(n_rows):
    h = mix(i + 1)
    name = "%s %06d" % (STONES[h % 12], h // 12 % 1000000)
    kind, mass = kinds[h >> 8 & 3] if h & 1 else kinds[4 + (h >> 8 & 1)], h >> 10 & 1023
    rows.append({"id": "r%d" % i, "name": name, "kind": kind, "mass": mass})
    lines.append("\t".join((name, KINDS[kind], str(mass))))
table = {
    "id": "stones", "title": "Stones",
    "columns": [
        {"id": "name", "type": "text", "primary": True, "title": "Name"},
        {"id": "kind", "type": "choice", "facet": True, "title": "Kind",
         "choices": [{"id": kind, "name": name} for kind, name in KINDS.items()]},
        {"id": "mass", "type": "number", "title": "Mass"}],
    "rows": rows}
course = {"format": 1, "id": "stones", "languages": ["en"], "title": "Stones", "tables": ["tables/stones.json"],
          "concepts": [{"id": "stone", "parent": None, "short": "Stone", "name": "Stone", "lesson": "stone.md"}]}
for name, text in {"course.json": json.dumps(course), "lessons/en/stone.md": "# Stone\n",
                   "tables/stones.json": json.dumps(table, ensure_ascii=False, separators=(",", ":")), "rows.tsv": "\n".join(lines) + "\n"}.items():
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
