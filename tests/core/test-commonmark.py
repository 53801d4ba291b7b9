#!/usr/bin/python3
"""The document against cmark's own HTML: test-commonmark.py DUMP SPEC LESSON...

For every example of the CommonMark specification and for every lesson, the
blocks, what they lie in, their text, its styles, link targets and image sources
are derived from cmark's HTML (reference.py) and must equal the document's.
SPEC may be empty or missing; its examples are then skipped.

Where the document differs on purpose, both sides are brought to one form:
 - bullets, numbers and task boxes are no words: they are compared as containers
 - runs of white space count as one space, and none between East Asian characters
   or beside a line break; in code blocks they stay as they are
 - white space has no style
 - link targets are compared percent-encoded, as cmark writes them
 - a document with a pipe table, which is a paragraph to cmark, is compared by its
   letters, links and images
"""
import json
import os
import re
import subprocess
import sys

import reference

KINDS = ["paragraph", "heading", "code", "rule", "table", "summary"]
STYLES = ["em", "strong", "code", "link", "image", "u", "sub", "sup", "kbd"]
TASKS = {1: "[ ] ", 2: "[x] "}


def examples(path):
    """The Markdown of each example of the specification."""
    if not path or not os.path.exists(path):
        return []
    text = open(path, encoding="utf-8").read()
    found = re.findall(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", text, re.M | re.S)
    return [e.replace("→", "\t") for e in found]


def style_of(span):
    kind = STYLES[span["kind"]]
    if kind == "link":
        return ("link", reference.encode(span["target"]), span["title"] or "")
    if kind == "image":
        return ("image", reference.encode(span["target"]), span["title"] or "", span["alt"])
    return (kind,)


def path_of(doc, block):
    """What a block lies in, outermost first."""
    path, number = [], block["container"]
    while number:
        c = doc["containers"][number - 1]
        path.append({0: ("quote",), 1: ("item", c["ordered"], c["number"]), 2: ("details",)}[c["kind"]])
        number = c["parent"]
    return path[::-1]


def blocks_of(doc):
    """The document's blocks in the form that reference.py gives."""
    text, spans, blocks = doc["text"], doc["spans"], []
    seen_task = set()
    for b in doc["blocks"]:
        inside = [s for s in spans if b["start"] <= s["start"] and s["end"] <= b["end"]]
        chars = []
        for i in range(b["start"] + b["marker"], b["end"]):
            chars.append((text[i], frozenset(style_of(s) for s in inside if s["start"] <= i < s["end"])))
        c = doc["containers"][b["container"] - 1] if b["container"] else None
        if c and c["task"] and b["container"] not in seen_task:
            seen_task.add(b["container"])
            chars = [(x, frozenset()) for x in TASKS[c["task"]]] + chars
        kind = KINDS[b["kind"]]
        blocks.append(reference.Block(kind, b["level"], path_of(doc, b), chars,
                                      (b["info"] or "").split(" ")[0] if kind == "code" else ""))
    return blocks


def looseness(doc):
    """Of each paragraph directly in an item, whether its list is tight."""
    for b in doc["blocks"]:
        if b["container"] and KINDS[b["kind"]] == "paragraph":
            c = doc["containers"][b["container"] - 1]
            if c["kind"] == 1 and b["end"] > b["start"] + b["marker"]:
                yield bool(c["tight"])


def compare(doc):
    """What differs, or an empty list."""
    expected = reference.read(doc["html"])
    got = blocks_of(doc)
    targets = [style_of(s) for s in doc["spans"] if STYLES[s["kind"]] in ("link", "image")]
    findings = []
    if targets != expected.targets:
        findings.append("targets\n#   expected %s\n#   got      %s" % (expected.targets, targets))
    if any(b.kind == "table" for b in got):
        a, b = (re.sub(r"[\s|:\-=\u2028]", "", "".join(c for x in side for c, _ in x.chars))
                for side in (expected.blocks, got))
        return findings + ([] if a == b else ["letters"])
    a, b = [x.normal() for x in expected.blocks], [x.normal() for x in got]
    for i in range(max(len(a), len(b))):
        one, other = a[i:i + 1], b[i:i + 1]
        if one != other:
            findings.append("block %d\n#   expected %s\n#   got      %s" % (i, one, other))
    if expected.tight != list(looseness(doc)):
        findings.append("tight\n#   expected %s\n#   got      %s" % (expected.tight, list(looseness(doc))))
    return findings


def main():
    dump, spec, lessons = sys.argv[1], sys.argv[2], sys.argv[3:]
    cases = [("example %d" % (i + 1), e) for i, e in enumerate(examples(spec))]
    skipped = not cases
    cases += [("/".join(p.split("/")[-2:]), open(p, encoding="utf-8").read()) for p in lessons]
    out = subprocess.run([dump], input="".join(c + "\0" for _, c in cases).encode(),
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    # One line for each document; nothing but \n ends a line of JSON.
    lines = out.split("\n")[:-1]
    assert len(lines) == len(cases)
    print("1..%d" % (len(cases) + skipped))
    failed = 0
    for i, ((name, markdown), line) in enumerate(zip(cases, lines)):
        findings = compare(json.loads(line))
        failed += bool(findings)
        print("%s %d %s" % ("not ok" if findings else "ok", i + 1, name))
        if findings:
            print("# %r\n# %s" % (markdown[:400], "\n# ".join(findings)))
    if skipped:
        print("ok %d specification # SKIP no -Dcommonmark_spec=PATH" % (len(cases) + 1))
    sys.exit(1 if failed else 0)


main()
