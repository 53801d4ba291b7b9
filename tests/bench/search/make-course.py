#!/usr/bin/python3
"""A course as large as they get: make-course.py FOLDER [LESSONS ROWS SEED]

Two languages, words as often as in real text (the n-th word n times as seldom as the
first), the same for the same seed."""
import itertools
import json
import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
n_lessons, n_rows, seed = [int(a) for a in sys.argv[2:5]] + [2000, 100000, 1][len(sys.argv) - 2:]
chance = random.Random(seed)
ROWS_A_TABLE = 2500


def latin_word():
    syllables = ("".join(p) for p in zip(chance.choices("bcdfghjklmnprstvwz", k=4), chance.choices("aeiouéü", (9, 9, 9, 9, 9, 1, 1), k=4)))
    return "".join(itertools.islice(syllables, chance.choice((1, 2, 2, 3, 3, 4)))) + chance.choice(("", "n", "s", "t"))


def chinese_word():
    return "".join(chr(0x4E00 + int(3500 * chance.random() ** 2) * 5) for _ in range(chance.choice((1, 2, 2, 2, 3))))


class Words:
    def __init__(self, make, joiner, end):
        self.words = list({make() for _ in range(40000)})
        self.words.sort()
        chance.shuffle(self.words)
        self.weights = list(itertools.accumulate(1 / (n + 2) for n in range(len(self.words))))
        self.joiner, self.end = joiner, end

    def some(self, n):
        return self.joiner.join(chance.choices(self.words, cum_weights=self.weights, k=n))

    def sentence(self):
        return self.some(chance.randint(6, 18)) + self.end

    def paragraph(self):
        return (self.joiner and " ").join(self.sentence() for _ in range(chance.randint(2, 6)))

    def lesson(self, name):
        parts = ["# " + name]
        for _ in range(chance.randint(4, 8)):
            parts.append("## " + self.some(3))
            parts += [self.paragraph() for _ in range(chance.randint(2, 4))]
        return "\n\n".join(parts) + "\n"


languages = {"en": Words(latin_word, " ", "."), "zh-TW": Words(chinese_word, "", "。")}


def text(make):
    return {tag: make(words) for tag, words in languages.items()}


def write(name, value):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")


concepts = []
for i in range(n_lessons):
    name = text(lambda words: words.some(2))
    concepts.append({"id": "c%d" % i, "parent": "c%d" % ((i - 1) // 8) if i else None, "short": "C%d" % i, "name": name, "lesson": "c%d.md" % i})
    for tag, words in languages.items():
        write("lessons/%s/c%d.md" % (tag, i), words.lesson(name[tag]))
tables = []
for first in range(0, n_rows, ROWS_A_TABLE):
    tables.append("tables/t%d.json" % len(tables))
    write(tables[-1], {
        "id": "t%d" % (len(tables) - 1), "title": text(lambda words: words.some(1)),
        "columns": [{"id": "name", "type": "text", "primary": True, "title": "Name"},
                    {"id": "what", "type": "text", "title": "What"},
                    {"id": "year", "type": "year", "title": "Year"}],
        "rows": [{"id": "r%d" % i, "name": text(lambda words: words.some(3)),
                  "what": text(lambda words: words.sentence()), "year": chance.randint(1800, 2026)}
                 for i in range(first, min(first + ROWS_A_TABLE, n_rows))]})
write("course.json", {"format": 1, "id": "large", "languages": list(languages), "title": "Large", "concepts": concepts, "tables": tables})

# What is typed: words that are common, less so and rare, and two together.
queries = []
for tag, words in languages.items():
    for n in (5, 50, 200, 1000, 5000, 20000):
        queries.append("%s\t%s" % (tag, words.words[n]))
        queries.append("%s\t%s" % (tag, " ".join((words.words[n], words.words[n // 2]))))
write("queries.tsv", "\n".join(queries) + "\n")
