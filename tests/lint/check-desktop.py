#!/usr/bin/python3
"""What a desktop opens with Strata: check-desktop.py DESKTOP-FILE METAINFO

Markdown, and what stores are told; of folders none. A desktop that names no program for
folders takes the first one that registers itself, and what Flatpak installs comes before
the desktop's own file manager.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

FILES = "[Desktop Entry]\nType=Application\nName=Files\nExec=files %U\nMimeType=inode/directory;\n"

desktop_file, metainfo = map(pathlib.Path, sys.argv[1:])
findings = []


def default(folder, kind):
    """What GIO opens it with where Strata is installed by Flatpak, beside a file manager."""
    first, last, programs = folder / "flatpak", folder / "system", folder / "bin"
    for place, name, text in ((first, desktop_file.name, desktop_file.read_text()),
                              (last, "files.desktop", FILES)):
        (place / "applications").mkdir(parents=True, exist_ok=True)
        (place / "applications" / name).write_text(text)
        subprocess.run(["update-desktop-database", place / "applications"], check=True)
    programs.mkdir(exist_ok=True)
    for name in ("strata", "files"):
        (programs / name).touch(0o755)
    env = {"PATH": "%s:%s" % (programs, os.environ["PATH"]), "HOME": str(folder), "LC_ALL": "C.UTF-8",
           "XDG_DATA_DIRS": "%s:%s" % (first, last), "XDG_CONFIG_DIRS": str(folder / "etc")}
    said = subprocess.run(["gio", "mime", kind], env=env, capture_output=True, text=True, check=True)
    return re.findall(r"\S+\.desktop", said.stdout)[:1]


with tempfile.TemporaryDirectory() as name:
    for kind, expected in (("text/markdown", desktop_file.name), ("inode/directory", "files.desktop")):
        opened = default(pathlib.Path(name), kind)
        if opened != [expected]:
            findings.append("%s is opened with %s" % (kind, opened))

kinds = re.search(r"^MimeType=(.*);$", desktop_file.read_text(), re.M).group(1).split(";")
told = [e.text for e in xml.etree.ElementTree.parse(metainfo).findall("provides/mediatype")]
if kinds != told:
    findings.append("it opens %s, but stores are told %s" % (kinds, told))

if findings:
    sys.exit("\n".join("%s: %s" % (desktop_file, finding) for finding in findings))
