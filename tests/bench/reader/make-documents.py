#!/usr/bin/python3
"""Markdown of 100 kB, 1 MB and 5 MB: make-documents.py FOLDER

Half in Latin letters, half in Chinese, the same every time."""
import pathlib
import random
import sys

SIZES = {"100k": 100_000, "1m": 1_000_000, "5m": 5_000_000}
SEED = 20240607
WORDS = """strata record slow changes in ancient basins where sediment settles layer upon layer
and each bed preserves evidence of climate currents volcanic ash or life the geologist reads
them from bottom to top measuring thickness grain colour dip and fossil content then compares
sections between distant outcrops to build one common calendar of the past""".split()
CLAUSES = ["地層記錄了古代盆地的緩慢變化", "沉積物一層一層地堆積", "每一層都保存著氣候的證據", "學生應當由下往上閱讀剖面",
           "測量厚度、粒徑與顏色", "化石能夠幫助我們比較不同地點的岩層", "火山灰可以用來測定年代", "斷層切過較老的岩石",
           "不整合面代表缺失的時間", "河流把砂礫搬運到海邊", "請先觀察標本再回答問題", "褶皺說明岩層曾經受到擠壓"]


def styled(chance, text, shares):
    """TEXT as it is, or with emphasis, strong, as code or as a link: that share of the time each."""
    link = "[%s](https://example.org/{})".format(chance.randrange(999))
    form = chance.choices(("%s", "*%s*", "**%s**", "`%s`", link), (1 - sum(shares), *shares))[0]
    return form % text


def latin(chance, n):
    words = [styled(chance, chance.choice(WORDS), (.03, .02, .015, .01)) for _ in range(n)]
    return " ".join(words).capitalize() + "."


def chinese(chance, n):
    clauses = (styled(chance, chance.choice(CLAUSES), (.1, .06, .04, .04)) for _ in range(max(1, n // 8)))
    return "，".join(clauses) + "。"


def list_of(chance, text):
    ordered = chance.random() < .4
    lines = []
    for i in range(chance.randint(3, 7)):
        lines.append(("%d. " % (i + 1) if ordered else "- ") + text(chance, chance.randint(6, 18)))
        if chance.random() < .15:
            lines.append(("   " if ordered else "  ") + "- " + text(chance, 8))
    return "\n".join(lines)


def code(chance):
    lines = ("int layer_%d = depth(%d) + %d; /* %s */" % (chance.randrange(99), chance.randrange(999), i, chance.choice(WORDS))
             for i in range(chance.randint(3, 9)))
    return "\n".join(("```c", *lines, "```"))


def section(chance, text, number):
    title = "".join(chance.choices(CLAUSES)) if text is chinese else " ".join(chance.choices(WORDS, k=6))
    parts = ["%s %d. %s" % ("#" * chance.choice((1, 2, 2, 3, 3, 3)), number, title)]
    for kind in chance.choices(("paragraph", "list", "quote", "code", "rule"), (55, 20, 10, 12, 3), k=chance.randint(3, 6)):
        if kind == "paragraph":
            parts.append("\n".join(text(chance, chance.randint(12, 20)) for _ in range(chance.randint(2, 6))))
        elif kind == "list":
            parts.append(list_of(chance, text))
        elif kind == "quote":
            parts.append("> " + text(chance, chance.randint(15, 30)))
        else:
            parts.append(code(chance) if kind == "code" else "---")
    return "\n\n".join(parts) + "\n\n"


def document(size):
    chance = random.Random(SEED)
    parts, lengths, number = [], {latin: 0, chinese: 0}, 0
    while sum(lengths.values()) < size:
        number += 1
        text = min(lengths, key=lengths.get)
        parts.append(section(chance, text, number))
        lengths[text] += len(parts[-1].encode())
    return "".join(parts).encode()[:size].decode(errors="ignore")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, length in SIZES.items():
        (folder / (name + ".md")).write_text(document(length), encoding="utf-8")
