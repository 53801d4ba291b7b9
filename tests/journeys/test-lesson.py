#!/usr/bin/python3
"""The lesson: what a screen reader is told of it, links by keys, languages."""
import os
import re

from driver import main, start, step
from session import wait

EVERYTHING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "everything")


def links(lesson):
    """A term of the glossary is underlined too, but has the text's colour."""
    return [run for run in lesson.runs()
            if run[2].get("underline") == "single" and "fg-color" in run[2]]


def attributes(session):
    with start(session, "--show", "concept:dl") as app:
        lesson = app.find("text", "Lesson")
        # GTK 4.8 ends the program here if a tag's colour cannot be read.
        with step("the attributes of the whole text can be asked for"):
            runs = lesson.runs()
            assert runs[0][2].get("weight") == "900", runs[0]
            assert lesson.part(*runs[0][:2]).strip() == "Deep learning"
            assert runs[1][2].get("weight") == "700", runs[1]
        with step("a link is underlined and has a colour of its own"):
            # That it has one must do: 4.8 rounds each part down to 0 or 65535.
            features = [run for run in links(lesson) if lesson.part(*run[:2]) == "features"]
            assert features, links(lesson)
            assert "fg-color" not in runs[2][2], runs[2]
        with step("a picture has words"):
            pictures = [picture.description for picture in lesson.look("image")]
            assert any(words.startswith("Four panels in a row") for words in pictures), pictures


def links_by_keys(session):
    with start(session, "--show", "concept:dl") as app:
        lesson = app.find("text", "Lesson")
        begin, end, _ = links(lesson)[0]
        with step("Tab reaches the first link of the lesson"):
            app.key_until("Tab", lambda node: node.name == "Lesson" and node.caret == begin,
                          "the first link")
        with step("it is marked while it has the focus"):
            assert links(lesson)[0][:2] == (begin, end)
            assert "bg-color" in links(lesson)[0][2], links(lesson)[0]
        with step("Enter follows it"):
            app.key("Return")
            app.find("tree table", "Glossary")
            app.find("push button", "Close")
            app.find("label", re.compile("^feature$", re.I))
        with step("Alt+Left comes back to the lesson"):
            app.key("alt+Left")
            wait(lambda: app.find("text", "Lesson").text.startswith("Deep learning"), "the lesson")


def heading_link(session):
    with start(session, EVERYTHING, "--show", "concept:tides") as app:
        lesson = app.find("text", "Lesson")
        # What stands above the text moves with it.
        top = app.find("panel", "Layers around this one")
        with step("Tab reaches the link to a heading"):
            app.key_until("Tab", lambda node: node.name == "Lesson" and
                          node.part(node.caret, node.caret + 7) == "tables,", "the link")
        with step("Enter leads to the heading, from wherever one has read on to"):
            before = top.settled()[1]
            app.key("Next")
            wait(lambda: top.extents[1] < before, "the next page")
            here = top.settled()[1]
            app.key("Return")
            wait(lambda: top.extents[1] < here, "the heading")
            wait(lambda: lesson.part(lesson.caret, lesson.caret + 6) == "Tables", "the caret there")
            there = top.settled()[1]
        with step("Alt+Left comes back to the very place, Alt+Right to the heading"):
            app.key("alt+Left")
            wait(lambda: top.extents[1] == here, "the place that was read")
            app.key("alt+Right")
            wait(lambda: top.extents[1] == there, "the heading once more")


def choose_language(app, name):
    """From the menu, by keys alone."""
    app.open_menu("Course Language")
    app.key("Return")
    app.find("menu item", "English")
    app.key_until("Down", lambda node: node.name == name, name)
    app.key("Return")
    app.gone("menu item")


def languages(session):
    with start(session, "--show", "concept:dl") as app:
        with step("the menu switches the course to Chinese"):
            choose_language(app, "正體中文")
            wait(lambda: app.find("text", "Lesson").text.startswith("深度學習\n"), "the heading")
        with step("the text says in which language it is to be read aloud"):
            said = {run[2].get("language") for run in app.find("text", "Lesson").runs()}
            assert said == {"zh-tw"}, said
        with step("map and pages follow"):
            app.find(None, "Map of the course").find("push button", "大型語言模型")
            app.find("page tab", "挑戰")
        with step("keys go on working"):
            app.key("ctrl+3")
            app.find("tree table", "挑戰")
            app.key("ctrl+1")
            app.find("text", "Lesson")
    with start(session) as app:
        with step("the next start is in Chinese too"):
            wait(lambda: app.find("text", "Lesson").text.startswith("深度學習\n"), "the heading")
        with step("and English can be had again"):
            choose_language(app, "English")
            wait(lambda: app.find("text", "Lesson").text.startswith("Deep learning\n"), "the heading")


def find_in_lesson(session):
    with start(session, "--show", "concept:dl") as app:
        lesson = app.find("text", "Lesson")
        with step("Ctrl+F finds what is typed, and says how often"):
            app.key("ctrl+f")
            app.wait_focus("Find in This Lesson")
            app.type("LAYER")
            first = app.find("status bar", re.compile(r"^1 of \d+$"))
            n = int(first.name.split()[-1])
            marked = [run for run in lesson.runs() if run[2].get("underline") == "double"]
            assert lesson.part(*marked[0][:2]).lower() == "layer", marked
        with step("Enter goes on, Shift+Enter back and around"):
            app.key("Return")
            app.find("status bar", "2 of %d" % n)
            app.key("shift+Return", "shift+Return")
            app.find("status bar", "%d of %d" % (n, n))
        with step("what is not there is said so"):
            app.key("ctrl+a")
            app.type("xyzzy")
            app.find("status bar", "No Matches")
        with step("Escape leaves the lesson as it was"):
            app.key("Escape")
            app.wait_focus("Lesson")
            app.gone("status bar", "No Matches")
            assert not any(run[2].get("underline") == "double" for run in lesson.runs())


def text_size(session):
    # The text itself is as tall as what is seen of it: where it ends, this button comes.
    after = "push button", "Next: Generative AI"
    with start(session, "--show", "concept:dl") as app:
        end = app.find(*after)
        usual = end.settled()[1]
        with step("Ctrl+plus makes the text larger"):
            app.key("ctrl+plus", "ctrl+plus", "ctrl+plus")
            wait(lambda: end.extents[1] > usual * 1.2, "the text to grow")
            larger = end.settled()[1]
    with start(session, "--show", "concept:dl") as app:
        end = app.find(*after)
        with step("it stays so"):
            wait(lambda: abs(end.extents[1] - larger) < 8, "the text as large as before")
        with step("Ctrl+0 makes it as it was"):
            app.key("ctrl+0")
            wait(lambda: end.extents[1] < larger / 1.2, "the text as it was")


def blocks(session):
    with start(session, EVERYTHING, "--show", "concept:tides") as app:
        lesson = app.find("text", "Lesson")
        with step("a table far below is found in, and read cell by cell"):
            app.key("ctrl+f")
            app.wait_focus("Find in This Lesson")
            app.type("spring range")
            cell = lesson.find("table cell", "Burntcoat Head")
            row = [other.name for other in cell.parent.look("table cell")]
            assert row[:4] == ["Burntcoat Head", "Canada", "45.31", "\u221263.81"], row
            table = cell.parent.parent
            assert table.role == "table", table
            # GTK 4.8 has no role for heads that is told.
            heads = [head.name for head in table.look("filler")]
            assert heads[:3] == ["Harbour", "Country", "Latitude"], heads
        with step("what is asked about the text does no harm"):
            app.key("Escape")
            app.wait_focus("Lesson")
            assert lesson.runs()
        with step("code can be copied"):
            copy = lesson.find("push button", "Copy code")
            copy.press()
            # Not looked for anew: it says so for two seconds.
            wait(lambda: copy.name == "Copied", "the button to say so")


def folded(session):
    """What folds is in the one text of the lesson, so that tells what is at the caret."""
    with start(session, EVERYTHING, "--show", "concept:tides") as app:
        lesson = app.find("text", "Lesson")
        with step("at a summary, the lesson tells that something is folded there"):
            assert "expandable" not in lesson.states, lesson.states
            app.key_until("Tab", lambda node: "expandable" in node.states, "a summary")
            line = lesson.part(lesson.caret, lesson.caret + 14)
            assert line == "A long listing", line
            assert "expanded" not in lesson.states, lesson.states
        with step("and that it is not, once it is unfolded"):
            app.key("Return")
            wait(lambda: "expanded" in lesson.states, "the state to be told")
            assert "expandable" in lesson.states, lesson.states
        with step("elsewhere it tells nothing of the kind"):
            app.key("Home", "Up")
            wait(lambda: not {"expandable", "expanded"} & lesson.states, "the state to go")


main(attributes, links_by_keys, heading_link, languages, find_in_lesson, text_size, blocks, folded)
