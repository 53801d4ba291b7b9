#!/usr/bin/python3
"""Runs Strata in its sandbox and reads its window as a screen reader does.

  read-window.py APP-ID OUT

Wants a session bus, a display and a home of its own.  Prints a line for each
check, "ok: WHAT" or "NOT OK: WHAT"; what the app printed goes to OUT/app.log.
"""
import os
import re
import subprocess
import sys
import time
import warnings

warnings.filterwarnings("ignore", category=DeprecationWarning)
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

app_id, out = sys.argv[1:]
HAN = re.compile("[\u4e00-\u9fff]")
WAIT = 40       # seconds for a window; a cold start on a slow machine is long
STAYS = 5       # seconds for which the app must stay up


def check(what, good):
    print("%s: %s" % ("ok" if good else "NOT OK", what), flush=True)
    return good


def until(condition, seconds=WAIT):
    """What the condition gives as soon as it is something, or None."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error:
            pass            # went away while it was read
        time.sleep(0.1)
    return None


def start(language, *arguments):
    """Starts the app as a person whose desktop speaks this language does."""
    log = open(out + "/app.log", "ab")
    return subprocess.Popen(["flatpak", "run", "--user", app_id, *arguments], stdout=log, stderr=log,
                            env=dict(os.environ, LANG=language))


def applications():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    return [a for a in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count())) if a]


def windows():
    found = []
    for application in applications():
        application.set_cache_mask(Atspi.Cache.NONE)
        found += [application.get_child_at_index(i) for i in range(application.get_child_count())]
    return [w for w in found if w]


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child:
            yield from walk(child)


def nodes(*roles):
    return [n for w in windows() for n in walk(w) if n.get_role() in roles]


def tabs():
    return nodes(Atspi.Role.PAGE_TAB)


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""


def lesson():
    """The longest text there is."""
    return max((text_of(n) for n in nodes(Atspi.Role.TEXT)), key=len, default="")


def press(node):
    Atspi.Action.do_action(node.get_action_iface(), 0)


def layers():
    """The buttons of the map say in their description which level they are."""
    buttons = nodes(Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)
    return [b for b in buttons if re.search("level|層", b.get_description() or "")]


def figures():
    """Images with an alternative text that were really drawn in some size."""
    big = []
    for n in nodes(Atspi.Role.IMAGE):
        size = Atspi.Component.get_size(n)
        if n.get_description() and size.x > 100 and size.y > 50:
            big.append(n)
    return big


def dump():
    """For the log of a failure: what there is to read."""
    for window in windows():
        for n in walk(window):
            print("#", n.get_role_name(), repr(n.get_name()), repr(n.get_description()), flush=True)


def ended(process):
    """Whether it goes by itself, with exit status 0."""
    return bool(until(lambda: process.poll() is not None)) and process.returncode == 0


def quit_app(process):
    """As Ctrl+Q does; whether it went with exit status 0."""
    path = "/" + app_id.replace(".", "/")
    subprocess.run(["gdbus", "call", "--session", "--dest", app_id, "--object-path", path,
                    "--method", "org.gtk.Actions.Activate", "quit", "[]", "{}"],
                   stdout=subprocess.DEVNULL, check=False)
    gone = until(lambda: not windows())
    return bool(gone) and (process is None or ended(process))


def check_english():
    app = start("en_US.UTF-8")
    if not check("a window comes", until(lambda: len(tabs()) >= 4)):
        dump()
        app.kill()
        return False
    titles = [t.get_name() for t in tabs()]
    check("English in en_US: " + ", ".join(titles), "Learn" in titles
          and not any(HAN.search(t) for t in titles))
    check("the map has six layers", until(lambda: len(layers()) == 6))
    press(layers()[2])
    check("a layer opens its lesson", until(lambda: lesson().startswith("Neural networks")))
    check("the lesson is English and long", len(lesson()) > 1000 and not HAN.search(lesson()))
    check("a figure is drawn", until(figures))
    press([t for t in tabs() if t.get_name() == "Challenges"][0])
    rows = until(lambda: [n for n in nodes(Atspi.Role.LABEL) if text_of(n) == "Data bias"
                          or n.get_name() == "Data bias"])
    check("the table has its rows", rows)
    time.sleep(STAYS)
    check("it stays up", app.poll() is None and windows())
    check("it quits in order", quit_app(app))
    return True


def selected():
    return [t.get_name() for t in tabs() if t.get_state_set().contains(Atspi.StateType.SELECTED)]


def check_restart():
    app = start("en_US.UTF-8")
    check("the place comes back after a restart", until(lambda: selected() == ["Challenges"]))
    again = start("en_US.UTF-8")
    check("a second start goes to the first one", ended(again) and len(windows()) == 1)
    quit_app(app)


def check_chinese():
    app = start("zh_TW.UTF-8", "--show", "concept:nn")
    until(lambda: len(tabs()) >= 4)
    titles = [t.get_name() for t in tabs()]
    check("Chinese in zh_TW: " + ", ".join(titles), titles and all(HAN.search(t) for t in titles))
    check("the lesson is Chinese", until(lambda: len(HAN.findall(lesson())) > 500))
    check("the map is Chinese", len(layers()) == 6 and all(HAN.search(n.get_name()) for n in layers()))
    quit_app(app)


def check_activation():
    """As a desktop does that starts what is DBusActivatable."""
    call = ["gdbus", "call", "--session", "--timeout", str(WAIT), "--dest", app_id, "--object-path",
            "/" + app_id.replace(".", "/"), "--method", "org.freedesktop.Application.Activate", "{}"]
    done = subprocess.run(call, stdout=subprocess.DEVNULL, check=False)
    check("the desktop starts it by D-Bus", done.returncode == 0 and until(lambda: len(tabs()) >= 4))
    quit_app(None)


def main():
    subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path",
                    "/org/a11y/bus", "--method", "org.a11y.Bus.GetAddress"],
                   stdout=subprocess.DEVNULL, check=True)
    Atspi.init()
    try:
        if check_english():
            check_restart()
            check_chinese()
            check_activation()
    finally:
        subprocess.run(["flatpak", "kill", app_id], stderr=subprocess.DEVNULL, check=False)


main()
