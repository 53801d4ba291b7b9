#!/usr/bin/python3
"""Runs Strata in its sandbox and reads its window as a screen reader does.

  read-window.py APP-ID OUT COURSE

Wants a session bus, a display and a home of its own, and COURSE, the folder of a copy of
the bundled course, to be written to.  Prints a line for each check, "ok: WHAT" or "NOT OK:
WHAT"; what the app printed goes to OUT/app.log.
"""
import contextlib
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

app_id, out, course = sys.argv[1:]
HAN = re.compile("[\u4e00-\u9fff]")
WAIT = 40       # seconds for a window; a cold start on a slow machine is long
STAYS = 5       # seconds for which the app must stay up
LEAVES = 10     # seconds to quit in, before it is killed


def check(what, good, why=""):
    """Says how it went, and WHY not before that."""
    if why and not good:
        print("#", why, flush=True)
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
    with open(out + "/app.log", "ab") as log:
        return subprocess.Popen(["flatpak", "run", "--user", app_id, *arguments], stdout=log,
                                stderr=log, env=dict(os.environ, LANG=language))


@contextlib.contextmanager
def running(language, *arguments):
    """The app, of which nothing is left for the next check."""
    app = start(language, *arguments)
    try:
        yield app
    finally:
        leave()


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


def press(found):
    """The first of them; where there is none, the next check says what is missing."""
    for node in found[:1]:
        Atspi.Action.do_action(node.get_action_iface(), 0)


def layers():
    """The buttons of the map say in their description which level they are."""
    buttons = nodes(Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)
    return [b for b in buttons if re.search("level|層", b.get_description() or "")]


def figures():
    """Images with a description, in some size and without the words that stand where
    a picture cannot be shown."""
    big = []
    for n in nodes(Atspi.Role.IMAGE):
        size = Atspi.Component.get_size(n)
        if n.get_description() and n.get_child_count() == 0 and size.x > 100 and size.y > 50:
            big.append(n)
    return big


def dump():
    """For the log of a failure: what there is to read."""
    for window in windows():
        for n in walk(window):
            print("#", n.get_role_name(), repr(n.get_name()), repr(n.get_description()), flush=True)


def how(process):
    """Whether it runs, for the log of a failure."""
    status = process.poll()
    return "the program still runs" if status is None else "the program ended with status %d" % status


def came(process):
    """Whether there is a window with its pages, before the program has gone."""
    until(lambda: len(tabs()) >= 4 or process.poll() is not None)
    return len(tabs()) >= 4


def press_quit():
    """To the window under the pointer, as there is no window manager."""
    subprocess.run(["xdotool", "key", "ctrl+q"], check=False)


def leave():
    """Whatever is still there goes, by force in the end."""
    if windows():
        press_quit()
        until(lambda: not windows(), LEAVES)
    subprocess.run(["flatpak", "kill", app_id], stderr=subprocess.DEVNULL, check=False)
    until(lambda: not windows())


def check_learn():
    press([b for b in layers() if b.get_name() == "Neural networks"])
    check("a layer opens its lesson", until(lambda: lesson().startswith("Neural networks")),
          "the lesson begins with: " + lesson()[:40])
    check("the lesson is English and long", len(lesson()) > 1000 and not HAN.search(lesson()),
          "it has %d characters" % len(lesson()))
    check("a figure is drawn", until(figures))


def labels():
    return [text for n in nodes(Atspi.Role.LABEL) for text in (text_of(n), n.get_name())]


def check_challenges(what, name):
    press([t for t in tabs() if t.get_name() == "Challenges"])
    check(what, until(lambda: name in labels()))


def check_english():
    with running("en_US.UTF-8") as app:
        if not check("a window comes", came(app), how(app)):
            dump()
            return False
        titles = [t.get_name() for t in tabs()]
        check("English in en_US: " + ", ".join(titles), "Learn" in titles
              and not any(HAN.search(t) for t in titles))
        check("the map has six layers", until(lambda: len(layers()) == 6),
              "it has %d" % len(layers()))
        check_learn()
        check_challenges("the table has its rows", "Data bias")
        until(lambda: app.poll() is not None, STAYS)
        if check("it stays up", app.poll() is None and windows(), how(app)):
            press_quit()
            until(lambda: app.poll() is not None)
            check("it quits in order", app.poll() == 0, how(app))
    return True


def selected():
    return [t.get_name() for t in tabs() if t.get_state_set().contains(Atspi.StateType.SELECTED)]


def check_restart():
    with running("en_US.UTF-8") as app:
        check("the place comes back after a restart", until(lambda: selected() == ["Challenges"]),
              "it opens at: " + ", ".join(selected()))
        again = start("en_US.UTF-8")
        until(lambda: again.poll() is not None or len(windows()) > 1)
        check("a second start goes to the first one", again.poll() == 0 and len(windows()) == 1,
              "the second start: %s; windows: %d" % (how(again), len(windows())))


def check_chinese():
    with running("zh_TW.UTF-8", "--show", "concept:nn") as app:
        came(app)
        titles = [t.get_name() for t in tabs()]
        check("Chinese in zh_TW: " + ", ".join(titles), titles and all(HAN.search(t) for t in titles),
              how(app))
        check("the lesson is Chinese", until(lambda: len(HAN.findall(lesson())) > 500),
              "the lesson begins with: " + lesson()[:40])
        names = [n.get_name() for n in layers()]
        check("the map is Chinese", len(names) == 6 and all(HAN.search(n) for n in names),
              "its layers: " + ", ".join(names))


def ask(method, *arguments):
    """As a desktop does that starts what is DBusActivatable."""
    call = ["gdbus", "call", "--session", "--timeout", str(WAIT), "--dest", app_id, "--object-path",
            "/" + app_id.replace(".", "/"), "--method", "org.freedesktop.Application." + method]
    return subprocess.run([*call, *arguments, "{}"], capture_output=True, text=True, check=False)


def check_activation():
    done = ask("Activate")
    check("the desktop starts it by D-Bus", done.returncode == 0 and until(lambda: len(tabs()) >= 4),
          done.stderr.strip() or "it was started, but no window came")
    leave()


def change(name, old, new):
    """In a file of the course, outside the sandbox."""
    with open(os.path.join(course, name), "r+", encoding="utf-8") as file:
        text = file.read().replace(old, new)
        file.seek(0)
        file.write(text)
        file.truncate()


def hand_over():
    """The course, as the file chooser does it; where it is in the sandbox."""
    call = ["flatpak", "document-export", "--transient", "--allow-read", "--app=" + app_id, course]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    mount_point = os.path.join(os.environ["XDG_RUNTIME_DIR"], "doc")
    if done.returncode != 0:
        print("#", done.stderr.strip(), flush=True)
    return "/run/flatpak/doc/" + os.path.relpath(done.stdout.strip(), mount_point)


def check_folder():
    if not os.path.exists("/dev/fuse"):
        print("# no FUSE here: what is handed over is not looked at", flush=True)
        return
    change("lessons/en/nn.md", "# Neural networks", "# Handed over")
    change("tables/challenges.json", "Data bias", "Bias handed over")
    ask("Open", "['file://%s']" % hand_over())
    press(until(lambda: [b for b in layers() if b.get_name() == "Neural networks"]) or [])
    check("a course's folder that is handed over opens, with its lessons and figures",
          until(lambda: lesson().startswith("Handed over")) and until(figures),
          "the lesson begins with: " + lesson()[:40])
    change("lessons/en/nn.md", "# Handed over", "# Written meanwhile")
    check("what is written there is shown", until(lambda: lesson().startswith("Written meanwhile")),
          "the lesson begins with: " + lesson()[:40])
    ask("Open", "['file://%s']" % course)
    check("one that is not handed over is said so, and changes nothing",
          until(lambda: any(os.path.basename(course) in text and "sandbox" in text
                            for text in labels()))
          and lesson().startswith("Written meanwhile"))
    check_challenges("its table has its rows", "Bias handed over")
    leave()
    with running("en_US.UTF-8"):
        check("it comes back after a restart", until(lambda: "Bias handed over" in labels()))


def main():
    subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path",
                    "/org/a11y/bus", "--method", "org.a11y.Bus.GetAddress"],
                   stdout=subprocess.DEVNULL, check=True)
    Atspi.init()
    if check_english():
        check_restart()
        check_chinese()
        check_activation()
        check_folder()


main()
