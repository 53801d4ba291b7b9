"""Drives the real program from outside, as a person does or a screen reader.

    def journey(session):
        with start(session, "--show", "concept:dl") as app:
            with step("the second page shows the table"):
                app.key("ctrl+2")
                app.find("tree table", "Use Cases")

    main(journey)

A step is a line of TAP.  Roles are AT-SPI's names, the older where it has two.
What GTK 4.8 does not tell AT-SPI, and what newer ones tell in another way, is
said where it is made up for.
"""
import contextlib
import os
import re
import signal
import subprocess
import sys
import traceback

from session import Atspi, GLib, Session, wait

WINDOW = Atspi.CoordType.WINDOW
# What 4.8 and the AT-SPI of its time call otherwise.
OLDER_ROLES = {"button": "push button", "toggle button": "push button", "grouping": "panel"}
# GTK 4.24 complains of itself: any program's menu does this under X.
GTKS_OWN = ["gdk_frame_timings_submitted() called on submitted frame"]
n_steps = 0


class Failed(Exception):
    """A step failed; the ones after it stand on it."""


@contextlib.contextmanager
def step(what):
    """One line of TAP: what is done and seen inside the block."""
    global n_steps
    n_steps += 1
    try:
        yield
    except Exception as error:
        print("not ok %d - %s" % (n_steps, what), flush=True)
        traceback.print_exc()
        raise Failed from error
    print("ok %d - %s" % (n_steps, what), flush=True)


def main(*journeys):
    """Runs journeys on one desk, with the program that the command line names."""
    program = os.path.abspath(sys.argv[1])
    if not os.access(program, os.X_OK):
        print("1..0 # SKIP %s is not installed" % program)
        return
    # A runner that has waited long enough says so: leave nothing running then.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    failed = False
    with Session(program) as session:
        for journey in journeys:
            session.forget()
            try:
                journey(session)
            except Failed:
                failed = True
    print("1..%d" % n_steps)
    sys.exit(failed)


@contextlib.contextmanager
def start(session, *arguments, title="Strata"):
    """The program, from its first window, called title, until that is closed."""
    app = App(session, arguments)
    app.title = title
    try:
        with step("starts with %s" % " ".join(arguments) if arguments else "starts"):
            app.launch()
        yield app
        with step("ends well and has complained of nothing"):
            app.close()
    except Exception:
        sys.stderr.write(app.output())
        app.dump()
        raise
    finally:
        app.end()


class Node:
    """One accessible thing, and what it lies in."""

    def __init__(self, app, accessible, parent=None):
        self.app, self.accessible, self.parent = app, accessible, parent

    description = property(lambda self: self.accessible.get_description() or "")

    def __repr__(self):
        return "%s “%s”" % (self.role, self.name)

    @property
    def role(self):
        role = self.accessible.get_role_name()
        return OLDER_ROLES.get(role, role)

    @property
    def name(self):
        """Newer ones leave it to the reader to read the label that a thing refers to."""
        return self.accessible.get_name() or " ".join(
            Node(self.app, relation.get_target(i)).text
            for relation in self.accessible.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for i in range(relation.get_n_targets()))

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def extents(self):
        """x, y, width, height in the window.  In a popover x and y are wrong."""
        e = Atspi.Component.get_extents(self.accessible, WINDOW)
        return e.x, e.y, e.width, e.height

    @property
    def mapped(self):
        """4.8 calls visible what lies on a hidden page of a stack, and leaves it
        its old size.  But what is not mapped contains no point.  Newer ones, wrong
        about points, know what is showing; 4.8 does of nothing but windows."""
        try:
            x, y, width, height = self.extents
        except GLib.Error:
            return True     # a stack's page is no component: it is passed through
        return width > 0 and height > 0 and (
            "showing" in self.states or Atspi.Component.contains(
                self.accessible, x + width // 2, y + height // 2, WINDOW))

    def children(self):
        found = (self.accessible.get_child_at_index(i)
                 for i in range(self.accessible.get_child_count()))
        return [Node(self.app, child, self) for child in found if child]

    def walk(self):
        """This and what is shown below it, depth first."""
        try:
            if self.parent and not self.mapped:
                return
            children = self.children()
        except GLib.Error:
            return          # it went away meanwhile
        yield self
        for child in children:
            yield from child.walk()

    def search(self, role, name=None):
        """What is shown with this role (None for any) and name now, a name being a
        string or a compiled pattern."""
        for node in self.walk():
            with contextlib.suppress(GLib.Error):
                if role in (None, node.role) and (name is None or (
                        name.search(node.name) if hasattr(name, "search") else name == node.name)):
                    yield node

    def look(self, role, name=None):
        return list(self.search(role, name))

    def find(self, role, name=None):
        """The first one, waited for."""
        return wait(lambda: next(self.search(role, name), None), "%s “%s”" % (role, name))

    def gone(self, role, name=None):
        wait(lambda: not self.look(role, name), "%s “%s” to go" % (role, name))

    @property
    def text(self):
        """4.8: a label answers nothing to "up to -1", so give the true end."""
        return self.part(0, Atspi.Text.get_character_count(self.accessible))

    def labels(self):
        """The texts of all labels in it."""
        return [label.text for label in self.look("label")]

    @property
    def caret(self):
        return Atspi.Text.get_caret_offset(self.accessible)

    def runs(self):
        """(start, end, attributes) of the whole text, in characters."""
        found, at = [], 0
        while at < Atspi.Text.get_character_count(self.accessible):
            attributes, start, end = Atspi.Text.get_attribute_run(self.accessible, at, False)
            found.append((start, end, dict(attributes)))
            assert end > at, "a run without an end at %d" % at
            at = end
        return found

    def part(self, start, end):
        return Atspi.Text.get_text(self.accessible, start, end)

    def press(self):
        """Does what the thing offers, wherever it is scrolled to."""
        for i in range(Atspi.Action.get_n_actions(self.accessible)):
            if Atspi.Action.get_action_name(self.accessible, i) == "click":
                Atspi.Action.do_action(self.accessible, i)
                return
        raise AssertionError("%r cannot be pressed" % self)

    def settled(self):
        """The extents, once they are the same twice: what was just changed gets
        its place with the next frame."""
        seen = [None]

        def same():
            seen.append(self.extents)
            return seen[-1] == seen[-2]
        wait(same, "%r to keep its place" % self)
        return seen[-1]

    def point(self, button=1, y=None):
        """A real click in its middle, or y pixels below its upper edge."""
        left, top, width, height = self.settled()
        window = self.app.frame.extents
        assert left >= 0 and 0 <= top < window[3], "%r is out of sight" % self
        x0, y0 = self.app.origin(window)
        self.app.session.pointer(x0 + left + width // 2,
                                 y0 + top + (height // 2 if y is None else y), button)


class App:
    """The program, and its windows."""

    def __init__(self, session, arguments):
        self.session, self.arguments = session, arguments
        self.log = os.path.join(session.tmp, "strata.log")
        self.process = None
        self.title = "Strata"       # of the main window: a file's is its own
        self.key, self.type = session.key, session.type

    def launch(self):
        env = dict(self.session.env)
        if os.path.exists(self.session.true_bounds):
            env["LD_PRELOAD"] = self.session.true_bounds
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [self.session.program, *self.arguments], env=env,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        # Keys go to the window that X has given the focus.
        wait(lambda: "active" in self.frame.states, "the window")

    def windows(self):
        """The program's windows; none before it is known to the bus."""
        if self.process.poll() is not None:
            raise AssertionError("the program ended with %d" % self.process.returncode)
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            root = desktop.get_child_at_index(i)
            with contextlib.suppress(GLib.Error):   # one that has just ended
                if root and root.get_process_id() == self.process.pid:
                    # Otherwise what was read once is read again.
                    root.set_cache_mask(Atspi.Cache.NONE)
                    return [Node(self, window.accessible) for window in Node(self, root).children()]
        return []

    def window(self, name):
        return wait(lambda: [w for w in self.windows() if w.name == name],
                    "the window “%s”" % name)[0]

    @property
    def frame(self):
        return self.window(self.title)

    def origin(self, window):
        """Where on the screen the window has its 0,0.

        4.8 calls the window's positions the screen's.  They begin within the
        shadow and a border, which is the same on all sides: X knows how wide."""
        xid, (x, y, width, height) = self.session.active_window()
        shadow = re.search(r"= (\d+), (\d+), (\d+), (\d+)",
                           self.session.run("xprop", "-id", xid, "_GTK_FRAME_EXTENTS"))
        left, right, top, bottom = [int(n) for n in shadow.groups()] if shadow else [0] * 4
        return (x + left + (width - left - right - window[2]) // 2 - window[0],
                y + top + (height - top - bottom - window[3]) // 2 - window[1])

    def resize(self, width, height):
        """Asks for the size as the window manager does when an edge is drawn."""
        xid, _ = self.session.active_window()
        self.session.run("xdotool", "windowsize", xid, str(width), str(height), check=True)

    def find(self, role, name=None):
        return self.frame.find(role, name)

    def search(self, role, name=None):
        return self.frame.search(role, name)

    def look(self, role, name=None):
        return self.frame.look(role, name)

    def gone(self, role, name=None):
        self.frame.gone(role, name)

    def focused(self):
        """What has the focus in the main window."""
        return next((node for node in self.frame.walk() if "focused" in node.states), None)

    def wait_focus(self, name):
        def has_it():
            focused = self.focused()
            return focused if focused and focused.name == name else None
        return wait(has_it, "“%s” to have the focus" % name)

    def key_until(self, key, reached, what):
        """Presses a key until reached() holds of what has the focus.  Each time
        focus or caret must have moved before the key is pressed again."""
        last = None

        def moved():
            focused = self.focused()
            place = focused and (focused.accessible.path,
                                 focused.caret if focused.role == "text" else 0)
            return (focused, place) if place and place != last else None

        for _ in range(40):
            focused, last = wait(moved, "%s to move the focus" % key)
            if reached(focused):
                return
            self.key(key)
        raise AssertionError("%s never leads to %s" % (key, what))

    def open_menu(self, name):
        """Opens the main menu and goes to an item of it, by keys."""
        self.key("F10")
        self.wait_focus("Open…")
        self.key_until("Down", lambda node: node.name == name, name)

    def output(self):
        with open(self.log, encoding="utf-8", errors="replace") as f:
            return f.read()

    def close(self):
        """Closes the main window as its button does, if it is still open."""
        if self.process.poll() is not None:
            return self.ended()
        frame = self.frame.accessible
        names = [Atspi.Action.get_action_name(frame, i)
                 for i in range(Atspi.Action.get_n_actions(frame))]
        with contextlib.suppress(GLib.Error):   # it may end before it answers
            Atspi.Action.do_action(frame, names.index("window.close"))
        return self.ended()

    def ended(self):
        status = wait(lambda: self.process.poll() is not None and [self.process.returncode],
                      "the program to end")[0]
        assert status == 0, "the program ended with %d" % status
        complaints = [line for line in re.findall(r"^.*\b(?:CRITICAL|WARNING) \*\*.*$",
                                                  self.output(), re.M)
                      if not any(own in line for own in GTKS_OWN)]
        assert not complaints, "\n".join(complaints)

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def dump(self):
        """What is shown, for whoever must find out why a step failed."""
        with contextlib.suppress(AssertionError, GLib.Error):
            for window in self.windows():
                for node in window.walk():
                    sys.stderr.write("%r %s\n" % (node, " ".join(sorted(
                        node.states & {"active", "focused", "checked", "pressed", "selected"}))))
