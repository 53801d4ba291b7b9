#!/usr/bin/python3
"""Tables: narrowed by a button and a word, drawn, linked by chips, in a narrow window."""
import re

from driver import main, start, step
from session import wait


def rows(app, table):
    """The labels of each row; the head is not made of cells."""
    return [row.labels() for row in app.find("tree table", table).look("table row")
            if next(row.search("table cell"), None)]


def detail(app):
    """What stands around the button that closes it.  The window's own button to
    close has another description; newer ones do not repeat the name as one."""
    for name in ("Close", "Back to the List"):
        for button in app.look("push button", name):
            if button.description in (name, ""):
                return button.parent
    return None


def wait_detail(app, title):
    def is_open():
        opened = detail(app)
        return opened if opened and title in opened.labels() else None
    return wait(is_open, "the detail of “%s”" % title)


def wait_selected(app, page):
    wait(lambda: "selected" in app.find("page tab", page).states, "the page “%s”" % page)


def filter_challenges(session):
    with start(session) as app:
        with step("a click on “Challenges” shows all of them"):
            app.find("page tab", "Challenges").point()
            count = app.find("status bar", re.compile(r"^(\d+) of \1$")).name.split()[-1]
        with step("“Technical” leaves as many rows as it says"):
            button = app.find("push button", re.compile("^Technical, "))
            technical = re.search(r"\d+", button.name).group()
            assert 0 < int(technical) < int(count), button.name
            button.point()
            app.find("status bar", "%s of %s" % (technical, count))
            wait(lambda: len(rows(app, "Challenges")) == int(technical), "so many rows")
            shown = rows(app, "Challenges")
            assert all("Technical" in row for row in shown), shown
        with step("a word leaves those that contain it"):
            app.key("ctrl+f")
            app.wait_focus("Filter Challenges")
            app.type("long-term")
            app.find("status bar", "1 of " + count)
            wait(lambda: [row[0] for row in rows(app, "Challenges")] == ["Long-term context"],
                 "the only row")
        with step("a word that nothing contains says so and offers the way out"):
            app.type("zzz")
            app.find("label", "No Results")
            # 4.8 names a button with a mnemonic twice.
            app.find("push button", re.compile("Clear All Filters$")).point()
            app.find("status bar", "%s of %s" % (count, count))


def follow_chips(session):
    with start(session, "--show", "concept:dl") as app:
        with step("lesson → challenge"):
            app.find("push button", "Interpretability").press()
            challenge = wait_detail(app, "Interpretability")
            wait_selected(app, "Challenges")
        with step("challenge → use case"):
            challenge.find("push button", "Content moderation").press()
            case = wait_detail(app, "Content moderation")
            wait_selected(app, "Use Cases")
        with step("use case → concept"):
            case.find("push button", "Machine learning").press()
            wait_selected(app, "Learn")
            wait(lambda: app.find("text", "Lesson").text.startswith("Machine learning"),
                 "the lesson")
        with step("back to the use case, the challenge and the lesson"):
            app.find("push button", "Back").point()
            wait_detail(app, "Content moderation")
            app.find("push button", "Back").point()
            wait_detail(app, "Interpretability")
            app.find("push button", "Back").point()
            wait(lambda: app.find("text", "Lesson").text.startswith("Deep learning"), "the lesson")


def narrow_window(session):
    with start(session, "--show", "table:challenges") as app:
        with step("the window becomes as narrow as a telephone"):
            # As by its edge: the first step stops where the wide window ends.
            wait(lambda: app.resize(420, 760) or app.frame.extents[2] <= 420, "the narrow window")
            app.gone("label", "Met in")     # there is room for one column
        for what, close in (
                ("its button", lambda: app.find("push button", "Back to the List").point()),
                ("Alt+Left", lambda: app.key("alt+Left")),
                ("Escape", lambda: app.key("Escape"))):
            with step("a click on a row shows it in place of the list"):
                app.find("tree table", "Challenges").find("label", "Ethical concerns").point()
                wait_detail(app, "Ethical concerns").find("push button", "Back to the List")
                app.gone("tree table", "Challenges")
                app.wait_focus("Back to the List")
            with step("%s brings the list back" % what):
                close()
                app.find("tree table", "Challenges").find("label", "Ethical concerns")
                assert not detail(app)
        with step("the switcher at the foot turns to the map above its lesson"):
            app.find("page tab", "Learn").point()
            lesson = app.find("text", "Lesson")
            assert app.find(None, "Map of the course").extents[1] < lesson.extents[1]


def open_in_figure(session):
    with start(session, "--show", "table:challenges") as app:
        with step("the switch turns the list into a figure"):
            app.find("push button", "Figure").point()
            app.find("panel", "Challenges")
            app.gone("tree table", "Challenges")
        with step("a word fades the leaves that do not contain it"):
            app.key("ctrl+f")
            app.wait_focus("Filter Challenges")
            app.type("long-term")
            app.find("status bar", "1 of 24")
            wait(lambda: "sensitive" not in app.find("push button", re.compile("^Latency, ")).states,
                 "a faded leaf")
            assert app.find("push button", re.compile("^Latency, ")).description \
                == "left out by the filter"
        with step("the keyboard reaches the one that is left and opens it"):
            app.key("Down")
            app.wait_focus("Long-term context, Technical, 14 of 24")
            app.key("Return")
            wait_detail(app, "Long-term context")
        with step("Escape closes it and goes back to its leaf"):
            app.key("Escape")
            app.wait_focus("Long-term context, Technical, 14 of 24")
        with step("the list has the same filter"):
            app.find("push button", "List").point()
            wait(lambda: [row[0] for row in rows(app, "Challenges")] == ["Long-term context"],
                 "the only row")
        with step("back shows the figure again"):
            app.key("alt+Left")
            app.find("panel", "Challenges")


main(filter_challenges, open_in_figure, follow_chips, narrow_window)
