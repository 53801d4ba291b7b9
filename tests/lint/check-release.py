#!/usr/bin/python3
"""What stores are told agrees with the tree: check-release.py METAINFO VERSION

The newest release notes are those of this version. Each screenshot is there, in
the size that is said, under the name that ./run pictures gives it; no other is.
"""
import itertools
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree

metainfo, version = pathlib.Path(sys.argv[1]), sys.argv[2]
top = metainfo.parent.parent
tree = xml.etree.ElementTree.parse(metainfo)
findings = []

newest = tree.find("releases/release").get("version")
if newest != version:
    findings.append("the first release is %s, not %s" % (newest, version))


def made():
    """The names of all that ./run pictures makes."""
    script = (top / "run").read_text()
    choices = [re.search(r"for %s in (.*); do" % what, script).group(1).split()
               for what in ("language", "scheme", "size")]
    names = re.findall(r"^ +picture ([a-z-]+) ", script, re.M)
    return {"-".join(parts) + ".png" for parts in itertools.product(names, *choices)}


named = set()
for image in tree.findall("screenshots/screenshot/image"):
    name = image.text.rpartition("/")[2]
    named.add(name)
    file = top / "data" / "screenshots" / name
    if name not in made():
        findings.append("./run pictures makes no %s" % name)
    if not file.exists():
        findings.append("there is no %s" % file)
        continue
    size = struct.unpack(">II", file.read_bytes()[16:24])
    said = int(image.get("width")), int(image.get("height"))
    if size != said:
        findings.append("%s is %d × %d, not %d × %d" % (name, *size, *said))
findings += ["%s is shown nowhere" % file for file in (top / "data/screenshots").iterdir()
             if file.name not in named]

if findings:
    sys.exit("\n".join("%s: %s" % (metainfo, finding) for finding in findings))
