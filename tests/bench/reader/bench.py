#!/usr/bin/python3
"""How fast a Markdown file is read beside Qt's text browser and WebKitGTK:

  ./run tests --suite lint     (or anything that sets up build/)
  python3 tests/bench/reader/bench.py [BUILD] [--rounds N] [--only WORD] [--keep FOLDER]

Every round runs every case once, one after the other, on a screen and a bus of its own,
after a round that is thrown away. Times are in ms from exec to the first text on the
screen, memory is the peak when all is laid out and nothing moves any more. --keep keeps
a picture of each screen as it was at its first text; --only runs the cases that measure
what has the word in its name.

Scrolling is measured on Wayland, as desktops draw today, and on X11, where GTK makes two
pictures anew for every frame: each costs some 600 page faults, which is most of what its
worst frames take."""
import argparse
import os
import pathlib
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
STRATA, QT, WEBKIT, EMPTY = "Strata", "Qt text browser", "WebKitGTK", "empty AdwApplication"
# Program, what pkg-config calls what it needs, what Debian calls that.
PROGRAMS = {
    "watch": (("watch.c",), ("x11", "xdamage"), "libx11-dev libxdamage-dev"),
    "floor-empty": (("floor-empty.c",), ("libadwaita-1",), "libadwaita-1-dev"),
    "peer-qt": (("peer-qt.cpp",), ("Qt6Widgets",), "qt6-base-dev qt6-wayland g++"),
    "peer-webkit": (("peer-webkit.c",), ("webkitgtk-6.0", "libcmark"), "libwebkitgtk-6.0-dev libcmark-dev"),
}
TOOLS = {"Xvfb": "xvfb", "xvfb-run": "xvfb", "xauth": "xauth", "dbus-run-session": "dbus", "pkg-config": "pkg-config", "ninja": "ninja-build",
         "weston": "weston"}
# What Strata is held against, and how much of it at most.
GOALS = [
    ("text at 100 kB", WEBKIT, .6), ("text at 1 MB", QT, 1.0), ("text at 1 MB", WEBKIT, .35),
    ("text at 5 MB", QT, .6), ("text at 5 MB", WEBKIT, .25), ("memory at 1 MB", EMPTY, 1.4),
    ("worst frame, Wayland", QT, 1.25),
]
SIZES = {"100k": "100 kB", "1m": "1 MB", "5m": "5 MB"}


def have(*modules):
    return subprocess.run(["pkg-config", "--exists", *modules]).returncode == 0


def install():
    """What is missing, by apt where there is one; otherwise it is said and left out."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    missing += [package for _, modules, package in PROGRAMS.values() if not shutil.which("pkg-config") or not have(*modules)]
    missing = sorted(set(" ".join(missing).split()))
    if not missing:
        return
    if shutil.which("apt-get") and (os.geteuid() == 0 or shutil.which("sudo")):
        print("Installing:", *missing, file=sys.stderr)
        root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], stdout=sys.stderr)
    else:
        print("Missing, please install (names in Debian):", *missing, file=sys.stderr)


def compile_all(build):
    folder = build / "tests/bench/reader"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (sources, modules, _) in PROGRAMS.items():
        if not have(*modules):
            print("%s is left out" % name, file=sys.stderr)
            continue
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", *modules], text=True)
        compiler = ["g++", "-fPIC"] if sources[0].endswith(".cpp") else ["gcc", "-D_GNU_SOURCE"]
        subprocess.run([*compiler, "-O2", "-o", str(folder / name), *(str(HERE / s) for s in sources), *shlex.split(flags)], check=True)
    subprocess.run(["ninja", "-C", str(build), "src/strata", "data/gschemas.compiled", "tests/bench/bench-reader-scroll"], check=True, stdout=sys.stderr)
    if not (folder / "5m.md").exists():
        subprocess.run([sys.executable, str(HERE / "make-documents.py"), str(folder)], check=True)
    return folder


def environment(build, home):
    e = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CACHE_HOME=home + "/cache", GDK_BACKEND="x11", GSK_RENDERER="cairo",
             GSETTINGS_BACKEND="memory", GSETTINGS_SCHEMA_DIR=str(build / "data"), ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0",
             GTK_A11Y="none", LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
             # WebKit's quickest way on a screen without a graphics card.
             WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1", WEBKIT_DISABLE_DMABUF_RENDERER="1",
             WEBKIT_DISABLE_COMPOSITING_MODE="1", WEBKIT_SKIA_ENABLE_CPU_RENDERING="1")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "WAYLAND_DISPLAY"):
        e.pop(name, None)
    return e


def wayland(env):
    """A compositor without a screen: (it, what to add to the environment), or (None, None)."""
    if not shutil.which("weston"):
        return None, None
    socket = pathlib.Path(env["XDG_RUNTIME_DIR"], "wayland-bench")
    server = subprocess.Popen(["weston", "--backend=headless-backend.so", "--width=1280", "--height=900", "--idle-time=0",
                               "--socket=" + socket.name], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not socket.exists() and server.poll() is None:
        time.sleep(.05)
    return server, {"WAYLAND_DISPLAY": socket.name, "GDK_BACKEND": "wayland", "QT_QPA_PLATFORM": "wayland"}


def cases(build, folder, on_wayland):
    """(measures, who, command, what to add to the environment)"""
    readers = {STRATA: build / "src/strata", QT: folder / "peer-qt", WEBKIT: folder / "peer-webkit"}
    watch = str(folder / "watch")
    for size, name in SIZES.items():
        settle = ["-s"] if size == "1m" else []
        for who, program in readers.items():
            yield ("text at " + name, "memory at " + name if settle else None), who, [watch, *settle, "--", str(program), str(folder / (size + ".md"))], {}
    yield (None, "memory at 1 MB"), EMPTY, [watch, "-e", "--", str(folder / "floor-empty")], {}
    for screen, extra in (("Wayland", on_wayland), ("X11", {})):
        frames = ("median frame, " + screen, "worst frame, " + screen)
        if extra is not None:
            yield frames, STRATA, [str(folder.parent / "bench-reader-scroll"), str(folder / "1m.md")], extra
            yield frames, QT, [str(folder / "peer-qt"), str(folder / "1m.md"), "--scroll"], extra


def measure(command, env, picture):
    if picture and "--" in command:
        command = [command[0], "-p", picture, *command[1:]]
    try:
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=120)
        return [float(word) for word in done.stdout.split()] if done.returncode == 0 else []
    except subprocess.TimeoutExpired:
        return []


def run(build, folder, rounds, keep, only):
    """{measure: {who: [value in each round]}}"""
    values = {}
    home = tempfile.mkdtemp(prefix="strata-bench-")
    env = environment(build, home)
    server, on_wayland = wayland(env)
    todo = [case for case in cases(build, folder, on_wayland) if all(os.path.exists(word) for word in case[2] if word.startswith("/"))
            and any(only in name for name in case[0] if name)]
    for number in range(rounds + 1):
        print("round %d of %d, load %.1f" % (number, rounds, os.getloadavg()[0]), file=sys.stderr)
        for measures, who, command, extra in todo:
            name = re.sub(r"\W+", "-", "%s-%s" % (measures[0], who)).lower()
            found = measure(command, {**env, **extra}, str(keep / (name + ".ppm")) if keep and number == 0 else None)
            for what, value in zip(measures, found if number > 0 else []):
                if what and value >= 0:
                    values.setdefault(what, {}).setdefault(who, []).append(value / 1024 if what.startswith("memory") else value)
    if server:
        server.terminate()
        server.wait()
    shutil.rmtree(home, ignore_errors=True)
    return values


def report(values):
    print("%-22s %-22s %3s %9s %9s %9s %7s" % ("ms, or MB of memory", "", "n", "least", "median", "most", "Strata"))
    medians = {}
    for what, by_who in values.items():
        for who, v in by_who.items():
            medians[what, who] = statistics.median(v)
            ratio = "%6.2f×" % (medians.get((what, STRATA), 0) / medians[what, who]) if who != STRATA else ""
            print("%-22s %-22s %3d %9.1f %9.1f %9.1f %7s" % (what, who, len(v), min(v), medians[what, who], max(v), ratio))
    print()
    for what, who, most in GOALS:
        ours, theirs = medians.get((what, STRATA)), medians.get((what, who))
        verdict = "not measured" if ours is None or theirs is None else "%.2f, %s" % (ours / theirs, "met" if ours / theirs <= most else "MISSED")
        print("%-22s at most %.2f × %-22s %s" % (what, most, who + ":", verdict))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", nargs="?", default="build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    build = args.build.resolve()
    if args.inside:
        return report(run(build, build / "tests/bench/reader", args.rounds, args.keep, args.only))
    if not (build / "build.ninja").exists():
        parser.error("%s is not set up" % build)
    install()
    compile_all(build)
    if args.keep:
        args.keep.mkdir(parents=True, exist_ok=True)
    return subprocess.call(["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1280x900x24",
                            sys.executable, str(HERE / "bench.py"), *sys.argv[1:], "--inside"])


if __name__ == "__main__":
    sys.exit(main())
