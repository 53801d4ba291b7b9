#!/usr/bin/python3
"""How fast a table of 100,000 rows is filtered beside Qt's:

  python3 tests/bench/tables/bench.py [BUILD] [--rounds N] [--rows N]

Needs qt6-base-dev, xvfb and dbus. Every round runs both, one after the other, on a screen
and a bus of its own, after a round that is thrown away. Words are typed letter by letter into
a sorted table, each then cleared: one that leaves the rows seen first as they are, and one
whose every letter brings others. Times are in ms from the letter on, for the slowest."""
import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
WORDS = ("same rows first", "others first")
MEASURES = ["%s %s, %s" % (doing, word, until) for word in WORDS
            for doing in ("typing", "clearing") for until in ("known", "on screen")]
# Of Qt's time on the screen, at most.
GOALS = {"typing": 2.0, "clearing": 0.5}


def compile_all(build, n_rows):
    folder = build / "tests/bench/tables"
    folder.mkdir(parents=True, exist_ok=True)
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "Qt6Widgets"], text=True)
    subprocess.run(["g++", "-fPIC", "-O2", "-o", str(folder / "peer-qt-table"), str(HERE / "peer-qt-table.cpp"),
                    *shlex.split(flags)], check=True)
    subprocess.run(["ninja", "-C", str(build), "tests/bench/bench-table-filter"], check=True, stdout=sys.stderr)
    course = folder / str(n_rows)
    if not (course / "rows.tsv").exists():
        subprocess.run([sys.executable, str(HERE / "make-table.py"), str(course), str(n_rows)], check=True)
    return {"Strata": [str(build / "tests/bench/bench-table-filter"), str(course)],
            "Qt": [str(folder / "peer-qt-table"), str(course / "rows.tsv")]}


def environment(home):
    e = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CACHE_HOME=home + "/cache", GDK_BACKEND="x11",
             GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0",
             GTK_A11Y="none", LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "WAYLAND_DISPLAY"):
        e.pop(name, None)
    return e


def run(commands, rounds):
    """{measure: {who: [value in each round]}}"""
    values = {what: {who: [] for who in commands} for what in MEASURES}
    with tempfile.TemporaryDirectory(prefix="strata-bench-") as home:
        for number in range(rounds + 1):
            print("round %d of %d, load %.1f" % (number, rounds, os.getloadavg()[0]), file=sys.stderr)
            for who, command in commands.items():
                said = subprocess.run(command, env=environment(home), check=True, stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL, text=True, timeout=120).stdout
                for what, value in zip(MEASURES, said.split() if number > 0 else []):
                    values[what][who].append(float(value))
    return values


def report(values):
    print("%-36s %-7s %3s %8s %8s %8s" % ("ms", "", "n", "least", "median", "most"))
    for what, by_who in values.items():
        for who, v in by_who.items():
            print("%-36s %-7s %3d %8.1f %8.1f %8.1f" % (what, who, len(v), min(v), statistics.median(v), max(v)))
    print()
    for what, by_who in values.items():
        ratio = statistics.median(by_who["Strata"]) / statistics.median(by_who["Qt"])
        most = GOALS[what.split()[0]] if what.endswith("on screen") else None
        print("%-36s %.2f × Qt%s" % (what, ratio, "" if most is None else ", at most %.2f: %s" % (
            most, "met" if ratio <= most else "MISSED")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", nargs="?", default="build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--rows", type=int, default=100000)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    build = args.build.resolve()
    if not (build / "build.ninja").exists():
        parser.error("%s is not set up" % build)
    if not args.inside:
        return subprocess.call(["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1280x900x24",
                                sys.executable, str(HERE / "bench.py"), *sys.argv[1:], "--inside"])
    return report(run(compile_all(build, args.rows), args.rounds))


if __name__ == "__main__":
    sys.exit(main())
