#!/usr/bin/python3
"""Files from outside: opened, handed to the window there is, written while read."""
import os
import re
import shutil

from driver import main, start, step
from session import wait

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures")


def write(path, text):
    """As editors do: the new file takes the place of the old one."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + "~", "w", encoding="utf-8") as f:
        f.write(text)
    os.replace(path + "~", path)


def wait_text(app, beginning):
    wait(lambda: app.find("text", "Lesson").text.startswith(beginning), beginning)


def a_file(session):
    folder = os.path.join(session.tmp, "notes")
    first, second = folder + "/first.md", folder + "/sub/second.md"
    write(first, "# First\n\nSee [second](sub/second.md).\n")
    write(second, "# Second\n\nText.\n")
    with start(session, first, title="First") as app:
        with step("a file is a lesson by itself"):
            wait_text(app, "First\n")
            assert not app.look("page tab") and not app.look(None, "Map of the course")
        with step("a link leads to the file beside it, Alt+Left back"):
            app.find("text", "Lesson").settled()
            app.key_until("Tab", lambda node: node.role == "text" and node.caret == 10, "the link")
            app.key("Return")
            app.title = "Second"
            wait_text(app, "Second\n")
            app.key("alt+Left")
            app.title = "First"
            wait_text(app, "First\n")
        with step("what an editor saves is shown at once"):
            write(first, "# Anew\n\nWritten meanwhile.\n")
            app.title = "Anew"
            wait_text(app, "Anew\nWritten meanwhile.")
        with step("a second start hands its file to the window there is"):
            session.run(session.program, second, check=True)
            app.title = "Second"
            wait_text(app, "Second\n")
            assert len(app.windows()) == 1
        with step("so does the desktop by D-Bus"):
            session.run("gapplication", "launch", "io.github.strata_study.Strata", first, check=True)
            app.title = "Anew"
            wait_text(app, "Anew\n")
        with step("a file that is not there is said, and changes nothing"):
            assert session.status(session.program, folder + "/none.md") == 1
            app.find("label", re.compile("none.md"))
            wait_text(app, "Anew\n")
            app.find("push button", "Dismiss").press()
            app.gone("label", re.compile("none.md"))
        with step("a file that goes is said, and stays shown"):
            os.remove(first)
            app.find("label", re.compile("deleted or moved"))
            wait_text(app, "Anew\n")
        with step("Alt+Home leads to the course"):
            app.key("alt+Home")
            app.title = "Strata"
            app.find(None, "Map of the course")


def a_course(session):
    folder = os.path.join(session.tmp, "course")
    shutil.copytree(os.path.join(FIXTURES, "good"), folder)
    with open(folder + "/course.json", encoding="utf-8") as f:
        good = f.read()
    with start(session, folder + "/course.json") as app:
        with step("a course is opened by its course.json"):
            wait_text(app, "Outer\n")
        with step("its lesson is shown as it is written"):
            write(folder + "/lessons/en/outer.md", "# Outer\n\nWritten meanwhile.\n")
            wait_text(app, "Outer\nWritten meanwhile.")
        with step("broken, it stays and says so; its faults are a press away"):
            write(folder + "/course.json", good.replace('"format": 1', '"format": 2'))
            app.find("label", re.compile("^The course now has 1 fault"))
            wait_text(app, "Outer\n")
            app.find("push button", re.compile("Show Faults$")).press()
            said = app.find(None, "Faults of the course").labels()
            assert any("course.json" in line for line in said), said
        with step("mended, it is shown again by itself"):
            write(folder + "/course.json", good)
            wait_text(app, "Outer\n")
            app.gone("label", re.compile("fault"))
        with step("a folder that is no course is said, and changes nothing"):
            plain = os.path.join(session.tmp, "plain")
            os.mkdir(plain)
            assert session.status(session.program, plain) == 1
            app.find("label", re.compile("plain.*course.json"))
            wait_text(app, "Outer\n")
        with step("the desktop opens another course's folder by D-Bus"):
            other = os.path.join(session.tmp, "other")
            shutil.copytree(folder, other)
            write(other + "/lessons/en/outer.md", "# Outer\n\nOf another course.\n")
            session.run("gapplication", "launch", "io.github.strata_study.Strata", other, check=True)
            wait_text(app, "Outer\nOf another course.")
            app.gone("label", re.compile("plain.*course.json"))


main(a_file, a_course)
