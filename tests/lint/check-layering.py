#!/usr/bin/python3
"""Who may know whom, and how long a file may be: check-layering.py ROOT"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
findings = []


def includes(path):
    return re.findall(r'^#\s*include\s+([<"])([^>"]+)[>"]', path.read_text(), re.M)


def forbid(path, pattern, why):
    for _, name in includes(path):
        if re.match(pattern, name):
            findings.append("%s: includes %s: %s" % (path.relative_to(root), name, why))


GUI = r"(gtk|gdk|gsk|pango|adwaita|cairo)"
HIDDEN = r"(cmark|json-c|json|sqlite3)"
# The folders of core that know others than text, which all of them may know.
KNOWN = {"glossary": ("course", "document"), "search": ("course", "document")}
for path in sorted((root / "src/core").rglob("*.[ch]")):
    forbid(path, GUI, "core has no display")
    if "GSettings" in path.read_text():
        findings.append("%s: core reads no settings" % path.relative_to(root))
    if path.suffix == ".h" and not path.name.endswith("-private.h"):
        forbid(path, HIDDEN, "core's public headers do not hand on its libraries")
    if path.parent.name != "search":
        forbid(path, r"sqlite3", "only search has a database")
    for quote, name in includes(path):
        known = KNOWN.get(path.parent.name, ()) + ("text",)
        if quote == '"' and "/" in name and name.split("/")[0] not in known:
            findings.append("%s: includes %s: %s knows only %s"
                            % (path.relative_to(root), name, path.parent.name, ", ".join(known)))
for path in sorted((root / "src/app").rglob("*.[ch]")) + [root / "src/main.c"]:
    forbid(path, HIDDEN, "only core knows this library")
for path in sorted((root / "src/cli").rglob("*.[ch]")):
    forbid(path, GUI + r"|(window|map|lesson|tables|widgets)/", "the command line has no display")
for folder in ("src", "tests"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix in (".c", ".h", ".py"):
            n = len(path.read_text().splitlines())
            if n > 500:
                findings.append("%s: %d lines, more than 500" % (path.relative_to(root), n))

print("\n".join(findings) or "ok")
sys.exit(1 if findings else 0)
