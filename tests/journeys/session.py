"""A desk of its own for the program under test: screen, session bus, window
manager, home.  Nothing of whoever runs the tests is seen or touched.

libatspi keeps to the first bus it meets, so there is one Session a process.
"""
import os
import re
import shutil
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Only a hanging program waits this long; all waits end as soon as they can.
TIMEOUT = 30
POLL = 0.03

# No animation is waited for.  Nobody double-clicks here: without a time for it
# a second click at the same place is simply a second click.
GTK_SETTINGS = """[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-double-click-time=1
gtk-font-name=Cantarell 11
"""


def wait(condition, what):
    """Polls condition() until it holds; gives its value.

    What is looked at may go away under us: that is no more than "not yet".
    """
    end = time.monotonic() + TIMEOUT
    error = None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error as e:
            error = e
        time.sleep(POLL)
    raise AssertionError("waited in vain for %s%s" % (what, " (%s)" % error if error else ""))


class Session:
    """What runs until the end of the with block."""

    def __init__(self, program):
        self.program = program
        # In the build folder that the program was installed from, if it is needed.
        self.true_bounds = os.path.join(os.path.dirname(program), "../../tests/journeys",
                                        "libtrue-bounds.so")
        self.tmp = tempfile.mkdtemp(prefix="strata-journey-")
        self.started = []
        self.env = self._environment(os.path.dirname(os.path.dirname(program)))

    def _environment(self, prefix):
        folders = {name: os.path.join(self.tmp, name)
                   for name in ("home", "config", "data", "cache", "state", "run")}
        for folder in folders.values():
            os.mkdir(folder, mode=0o700)
        self.config = folders["config"]
        os.mkdir(self.config + "/gtk-4.0")
        with open(self.config + "/gtk-4.0/settings.ini", "w", encoding="utf-8") as f:
            f.write(GTK_SETTINGS)
        return {
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
            "HOME": folders["home"], "XDG_CONFIG_HOME": self.config,
            "XDG_DATA_HOME": folders["data"], "XDG_CACHE_HOME": folders["cache"],
            "XDG_STATE_HOME": folders["state"], "XDG_RUNTIME_DIR": folders["run"],
            "XDG_DATA_DIRS": prefix + "/share:/usr/local/share:/usr/share",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "atspi",
            "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0", "GIO_USE_VFS": "local",
            # A file: what is set must still be there at the next start.
            "GSETTINGS_BACKEND": "keyfile",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        }

    def _spawn(self, argv, **more):
        log = open(os.path.join(self.tmp, argv[0] + ".log"), "w", encoding="utf-8")
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                   start_new_session=True, **more)
        self.started.append(process)

    def _spawn_and_read(self, argv, option):
        """Starts a server that says on a pipe where it is reached."""
        read, write = os.pipe()
        self._spawn([*argv, option, str(write)], pass_fds=[write], env=self.env)
        os.close(write)
        with os.fdopen(read) as pipe:
            answer = pipe.readline().strip()
        if not answer:
            raise AssertionError("%s did not start" % argv[0])
        return answer

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def _start(self):
        self.env["DISPLAY"] = ":" + self._spawn_and_read(
            ["Xvfb", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"],
            "-displayfd")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._spawn_and_read(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile"], "--print-address")
        # Without a window manager a menu that is opened again may not come.
        self._spawn(["openbox"], env=self.env)
        wait(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
             "the window manager")
        for name in ("AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        os.environ.update({name: self.env[name] for name in (
            "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        # Starts the accessibility bus: the program looks for it once, as it starts.
        Atspi.init()
        Atspi.set_timeout(1000 * TIMEOUT, 1000 * TIMEOUT)

    def close(self):
        for process in reversed(self.started):
            process.terminate()
            process.wait(TIMEOUT)
        shutil.rmtree(self.tmp, ignore_errors=True)

    def __exit__(self, *error):
        self.close()

    def run(self, *argv, check=False):
        """Runs a command to its end; gives what it prints."""
        return subprocess.run(argv, env=self.env, check=check, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True, timeout=TIMEOUT).stdout

    def status(self, *argv):
        """Runs a command to its end; gives its exit status."""
        return subprocess.run(argv, env=self.env, check=False, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, timeout=TIMEOUT).returncode

    def forget(self):
        """As before the very first start."""
        shutil.rmtree(self.config + "/glib-2.0", ignore_errors=True)

    def key(self, *keys):
        """Real keys to whatever has the focus, by xdotool's names."""
        # On newer keyboard layouts xdotool takes F10 to be Alt+F10; by its code it
        # is F10 everywhere.
        codes = [re.sub(r"\bF(10|[1-9])$", lambda f: str(66 + int(f[1])), key) for key in keys]
        self.run("xdotool", "key", "--clearmodifiers", *codes, check=True)

    def type(self, text):
        self.run("xdotool", "type", "--clearmodifiers", "--", text, check=True)

    def pointer(self, x, y, button):
        # Not --sync: that hangs where the pointer is there already.  By way of
        # the next pixel: what lies below must see the pointer come.
        self.run("xdotool", "mousemove", str(x + 1), str(y), "mousemove", str(x), str(y),
                 "click", str(button), check=True)

    def drag(self, x, y, across):
        """Presses at a place, moves so far across, bit by bit, and lets go."""
        moves = [word for i in range(1, 21)
                 for word in ("mousemove", str(x + across * i // 20), str(y))]
        self.run("xdotool", "mousemove", str(x + 1), str(y), "mousemove", str(x), str(y),
                 "mousedown", "1", *moves, "mouseup", "1", check=True)

    def active_window(self):
        """X's id and rectangle of the window that has the focus, with its shadow."""
        said = self.run("xdotool", "getactivewindow", "getwindowgeometry", "--shell")
        values = dict(re.findall(r"^(\w+)=(-?\d+)", said, re.M))
        if "HEIGHT" not in values:
            raise AssertionError("no window has the focus")
        return values["WINDOW"], [int(values[k]) for k in ("X", "Y", "WIDTH", "HEIGHT")]
