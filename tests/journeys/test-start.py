#!/usr/bin/python3
"""How it begins: the first time, the next time, at a link, with a broken course."""
import glob
import os
import re
import shutil

from driver import main, start, step
from session import wait

HINT = re.compile("^Press a layer to open its lesson")
FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures")


def first_and_second(session):
    with start(session) as app:
        with step("the first start says how to begin"):
            app.find("label", HINT)
            app.find(None, "Map of the course").find("push button", "Machine learning").point(y=12)
            wait(lambda: app.find("text", "Lesson").text.startswith("Machine learning"),
                 "the lesson")
            app.gone("label", HINT)
    with start(session) as app:
        with step("the second does not"):
            app.find("text", "Lesson")
            assert not app.look("label", HINT)


def reopen_a_lesson(session):
    with start(session, "--show", "concept:dl") as app:
        with step("the wheel scrolls the lesson"):
            # What comes after the text moves with it.
            end = app.find("push button", "Next: Generative AI")
            for _ in range(15):
                before = end.settled()[1]
                app.find("scroll pane").point(button=5)
                wait(lambda: end.extents[1] < before, "the text to move up")
            top = end.settled()[1]
    with start(session) as app:
        with step("the next start shows the same lesson at the same place"):
            lesson = app.find("text", "Lesson")
            assert lesson.text.startswith("Deep learning")
            # A paragraph that stood half above the edge comes down to it.
            end = app.find("push button", "Next: Generative AI")
            wait(lambda: top - 10 <= end.extents[1] <= top + 350, "the place in the text")


def reopen_a_table(session):
    with start(session) as app:
        with step("a row of a filtered table is open"):
            app.find("page tab", "Challenges").point()
            button = app.find("push button", re.compile("^Technical, "))
            button.point()
            technical = re.search(r"\d+", button.name).group()
            count = app.find("status bar", re.compile(r"^%s of \d+$" % technical)).name
            app.find("tree table", "Challenges").find("label", "Evaluation").point()
            app.find("label", "What helps")
    with start(session) as app:
        with step("the next start shows table, filter and row"):
            app.find("status bar", count)
            assert "pressed" in app.find("push button", re.compile("^Technical, ")).states
            app.find("label", "What helps")
            wait(lambda: len(app.look("label", "Evaluation")) == 2, "the row and its detail")


def show(session):
    with start(session, "--show", "row:challenges/latency") as app:
        with step("--show opens a row"):
            app.find("tree table", "Challenges")
            app.find("label", "What helps")
            assert "selected" in app.find("page tab", "Challenges").states
        with step("a second call turns the pages of the window there is"):
            session.run(session.program, "--show", "concept:nn", check=True)
            wait(lambda: app.find("text", "Lesson").text.startswith("Neural networks"),
                 "the lesson")
            assert len(app.windows()) == 1
        with step("a call for what is not there fails and changes nothing"):
            assert session.status(session.program, "--show", "concept:none") == 1
            assert app.find("text", "Lesson").text.startswith("Neural networks")


def broken_course(session):
    folder = os.path.join(session.tmp, "broken")
    shutil.copytree(os.path.join(FIXTURES, "good"), folder)
    shutil.copytree(os.path.join(FIXTURES, "faults", "bad-link"), folder, dirs_exist_ok=True)
    with start(session, folder) as app:
        with step("a broken course shows where its faults are"):
            app.find("label", "This Course Cannot Be Opened")
            said = app.find(None, "Faults of the course").labels()
            assert any("tables/things.json" in line and "/rows/0/source" in line
                       for line in said), said
        with step("the button opens the bundled course"):
            app.find("push button", re.compile("Open the Bundled Course$")).point()
            wait(lambda: app.find("text", "Lesson").text.startswith("Artificial intelligence"),
                 "the lesson")
            app.gone("label", "This Course Cannot Be Opened")


def picture(session):
    path = os.path.join(session.tmp, "picture.png")
    with step("a picture of a lesson is saved"):
        assert session.status(session.program, "--show", "concept:dl", "--picture", path) == 0
        assert os.path.getsize(path) > 10000
    with step("that of one that is not there says by its status that it is not what was asked"):
        assert session.status(session.program, "--show", "concept:none", "--picture", path) == 1


def no_graphics_card(session):
    # Newer ones look at the driver before they leave it alone.
    if glob.glob("/dev/dri/renderD*") or os.path.exists(session.true_bounds):
        return
    with start(session) as app:
        with step("where there is no graphics card, none is emulated"):
            with open("/proc/%d/maps" % app.process.pid, encoding="utf-8") as maps:
                loaded = maps.read()
            assert "libgtk-4.so" in loaded
            assert not re.search("libLLVM|libgallium|swrast_dri", loaded)


main(first_and_second, reopen_a_lesson, reopen_a_table, show, broken_course,
     picture, no_graphics_card)
