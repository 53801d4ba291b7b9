#!/usr/bin/python3
"""What the bundled course must hold, and how its Chinese is written:
check-content.py COURSE PO"""
import collections
import json
import pathlib
import re
import sys

course, po = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
findings = []
tables = {}
for path in sorted((course / "tables").glob("*.json")):
    table = json.loads(path.read_text())
    tables[table["id"]] = {row["id"]: row for row in table["rows"]}

# Relations are filled in both ways.
for case in tables["use-cases"].values():
    for challenge in tables["challenges"].values():
        there = challenge["id"] in case.get("challenges", [])
        back = case["id"] in challenge.get("use-cases", [])
        if there != back:
            findings.append("%s and %s: related one way only" % (case["id"], challenge["id"]))
    if not case.get("challenges") or not case.get("concepts"):
        findings.append("%s: no challenge or no concept" % case["id"])
groups = collections.Counter(row["category"] for row in tables["challenges"].values())
if sorted(groups.values()) != [3, 4, 7, 10] or len(tables["use-cases"]) != 7:
    findings.append("7 use cases and 3, 4, 7 and 10 challenges are expected: %s" % dict(groups))
if len(tables["reading"]) != 12:
    findings.append("7 resources and 5 papers are expected: %d" % len(tables["reading"]))

# Chinese as written in Taiwan.
AVOID = ("數據 網絡 信息 視頻 音頻 軟件 硬件 用戶 默認 魯棒性 優化 採樣 屏幕 激活 示例 文檔 反饋 "
         "人工智能 算法模型 搜索 互聯網").split()
CJK = "\u3400-\u9fff"


def chinese(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "zh-TW" and isinstance(value, str):
                yield value
            else:
                yield from chinese(value)
    elif isinstance(node, list):
        for value in node:
            yield from chinese(value)


def check(where, text):
    text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+", lambda m: "]" if m.group()[0] == "]" else "", text, flags=re.S)
    for word in AVOID:
        if word in text:
            findings.append("%s: %s" % (where, word))
    for m in re.finditer("[%s][*]*[,;:!?](?!\\w*=)" % CJK, text):
        findings.append("%s: half-width punctuation: …%s…" % (where, text[max(0, m.start() - 8):m.end() + 4]))
    for m in re.finditer("[%s][A-Za-z0-9]|[A-Za-z0-9][%s]" % (CJK, CJK), text):
        findings.append("%s: a space is missing: …%s…" % (where, text[max(0, m.start() - 8):m.end() + 4]))


for path in sorted((course / "lessons/zh-TW").glob("*.md")):
    check(path.name, path.read_text())
for path in [course / "course.json", *sorted((course / "tables").glob("*.json"))]:
    for text in chinese(json.loads(path.read_text())):
        check(path.name, text)
for m in re.finditer(r'^msgstr(?:\[0\])? ((?:".*"\n)+)', po.read_text(), re.M):
    text = "".join(re.findall(r'"(.*)"', m.group(1)))
    if "Plural-Forms" not in text and not text.endswith(";"):   # nor a list of keywords
        check(po.name, re.sub(r"\(_\w\)|\([A-Z]\)|%(\d\$)?[su]", "", text).replace("\\n", ""))

print("\n".join(findings) or "ok")
sys.exit(1 if findings else 0)
