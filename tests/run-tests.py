#!/usr/bin/python3
"""Runs every test of a build folder and counts single tests, not programs.

  run-tests.py BUILD [--suite NAME]...

The last line is "N passed, N failed". Exits 1 if anything failed or if there
was nothing to run.
"""
import json
import os
import subprocess
import sys
import tempfile


def meson(build, suites, home):
    """Runs meson's tests on a virtual screen; gives its exit status."""
    env = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home + "/run",
               XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
               XDG_DATA_HOME=home + "/data")
    env.pop("WAYLAND_DISPLAY", None)
    os.makedirs(home + "/run", mode=0o700)
    os.makedirs(home + "/config/gtk-4.0")
    with open(home + "/config/gtk-4.0/settings.ini", "w") as f:
        f.write("[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n"
                "gtk-font-name=Cantarell 11\n")
    argv = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "meson", "test", "-C", build,
            "--no-rebuild", "--print-errorlogs", "--num-processes", "2"]
    for suite in suites:
        argv += ["--suite", suite]
    return subprocess.run(argv, env=env).returncode


def count(record):
    """Passed and failed single tests of one program, from its TAP lines."""
    lines = record.get("stdout", "").splitlines()
    passed = sum(l.startswith("ok ") and "# SKIP" not in l for l in lines)
    failed = sum(l.startswith("not ok ") for l in lines)
    good = record["result"] in ("OK", "EXPECTEDFAIL")
    if passed + failed == 0:
        return (1, 0) if good else (0, 1)
    if not good and failed == 0:
        failed = 1
    return passed, failed


def main():
    build = os.path.abspath(sys.argv[1])
    suites = [a for a in sys.argv[2:] if a != "--suite"]
    log = build + "/meson-logs/testlog.json"
    if os.path.exists(log):
        os.remove(log)
    with tempfile.TemporaryDirectory() as home:
        status = meson(build, suites, home)
    passed = failed = 0
    if os.path.exists(log):
        for line in open(log, encoding="utf-8"):
            p, f = count(json.loads(line))
            passed, failed = passed + p, failed + f
    if status != 0 and failed == 0 or passed == 0:
        failed += 1
    print("%d passed, %d failed" % (passed, failed), flush=True)
    sys.exit(1 if failed else 0)


main()
