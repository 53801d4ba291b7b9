#!/usr/bin/python3
"""Writes a copy of the manifest that needs no network.

  offline-manifest.py MANIFEST FOLDER SOURCES OUT

Each module whose source is a git repository is built from the release tarball
SOURCES/MODULE_*.orig.tar.* instead; paths relative to FOLDER become absolute.
Nothing else changes, so what is tested is the manifest itself.
"""
import glob
import hashlib
import json
import os
import sys


def offline(module, sources, base):
    """Changes one module's sources in place."""
    for source in module["sources"]:
        if "path" in source:
            source["path"] = os.path.normpath(os.path.join(base, source["path"]))
    if not any(s["type"] == "git" for s in module["sources"]):
        return
    tarball, = glob.glob(os.path.join(sources, module["name"] + "_*.orig.tar.*z*"))
    with open(tarball, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()
    kept = [s for s in module["sources"] if s["type"] != "git"]
    module["sources"] = [{"type": "archive", "path": tarball, "sha256": digest}] + kept
    # An older release may ask for a policy that CMake 4 no longer has.
    options = module.setdefault("build-options", {})
    options.setdefault("env", {})["CMAKE_POLICY_VERSION_MINIMUM"] = "3.5"
    print("#", module["name"], "from", os.path.basename(tarball))


def main():
    path, base, sources, out = sys.argv[1:]
    with open(path, encoding="utf-8") as f:
        manifest = json.load(f)
    for module in manifest["modules"]:
        offline(module, os.path.realpath(sources), os.path.realpath(base))
    with open(out, "w", encoding="utf-8") as f:
        json.dump(manifest, f, indent=2)


main()
