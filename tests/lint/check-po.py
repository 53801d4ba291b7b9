#!/usr/bin/python3
"""Every string can be translated, and is: check-po.py ROOT

POTFILES.in lists what has strings, the template holds just these strings, and
each language of LINGUAS has all of them, with nothing fuzzy.
"""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
findings = []
STRINGS = r'\b(_|N_|C_|ngettext) ?\(\s*"|translatable="yes"'
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]


def msgids(text):
    found = set()
    for block in re.split(r"\n\s*\n", text):
        m = re.search(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M)
        if m and "#~" not in block:
            found.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', m.group(1))))
    return found - {""}


listed = (root / "po/POTFILES.in").read_text().split()
if listed != sorted(listed):
    findings.append("po/POTFILES.in: not sorted")
with_strings = [p for p in sorted((root / "src").rglob("*")) if p.suffix in (".c", ".ui")
                and re.search(STRINGS, p.read_text())]
with_strings += sorted((root / "data").glob("*.desktop.in")) + sorted((root / "data").glob("*.metainfo.xml.in"))
names = [str(p.relative_to(root)) for p in with_strings]
findings += ["po/POTFILES.in: %s is missing" % n for n in names if n not in listed]
findings += ["po/POTFILES.in: %s has no strings" % n for n in listed if n not in names]

out = subprocess.run(["xgettext", "--from-code=UTF-8", "-o", "-", "--files-from=po/POTFILES.in"]
                     + ["--keyword=" + k for k in KEYWORDS],
                     cwd=root, capture_output=True, text=True, check=True).stdout
wanted = msgids(out)
files = ["strata.pot"] + [l + ".po" for l in (root / "po/LINGUAS").read_text().split() if l[0] != "#"]
for name in files:
    have = msgids((root / "po" / name).read_text())
    findings += ["po/%s: missing: %s" % (name, s) for s in sorted(wanted - have)]
    findings += ["po/%s: no longer used: %s" % (name, s) for s in sorted(have - wanted)]
for name in files[1:]:
    r = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", "po/" + name],
                       cwd=root, capture_output=True, text=True)
    if r.returncode != 0 or "fuzzy" in r.stderr or "untranslated" in r.stderr:
        findings.append("po/%s: %s" % (name, r.stderr.strip()))

print("\n".join(findings) or "ok")
sys.exit(1 if findings else 0)
