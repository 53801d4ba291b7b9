#!/usr/bin/python3
"""What a screen reader asks of a whole lesson, one that has everything: its text by
letters, words, sentences and lines, the attributes, the caret, and all that stands in
the text.  GTK 4.8 ends a program over such questions where it is not served well."""
import os
import re

from driver import Atspi, GLib, main, start, step
from session import wait

EVERYTHING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "everything")
Granularity = Atspi.TextGranularity
WIDGET = "\N{OBJECT REPLACEMENT CHARACTER}"

# What must be found: in the text, or in what stands in it.
ENGLISH = {
    "a heading": "Tides, and everything a lesson can hold",
    "a cell": "Burntcoat Head",
    "a cell that is a link": "Keelung",
    "code": "return mean + range_ * math.cos(2 * math.pi * hour / 12.42)",
    "the language of code": "python",
    "a picture": "The moon circles the earth; an arrow shows its pull",
    "a picture in a line": "a leaf that is a link",
    "a picture that is missing": "A picture that is not there",
    "where a picture on the web is": "example.org",
    "what folds": "Closed: what the sun does",
    "what is open": "A bay may be as long as the wave needs to swing in it",
    "the last line": "The end.",
}
CHINESE = {
    "a heading": "潮汐，以及課文裡的所有東西",
    "a cell": "滿月或新月",
    "code": "return mean + range_ * math.cos(2 * math.pi * hour / 12.42)",
    "a picture": "月球繞著地球走；箭頭是月球的拉力",
    "a picture in a line": "當連結用的葉子",
    "a picture that is missing": "不在的圖",
    "what folds": "摺起來：太陽做了什麼",
    "the last line": "完。",
}


def units(node, granularity):
    """The text from its start to its end as a reader goes through it."""
    found, at, end = [], 0, Atspi.Text.get_character_count(node.accessible)
    while at < end:
        unit = Atspi.Text.get_string_at_offset(node.accessible, at, granularity)
        # In what is folded away 4.8 may end a unit before it begins.
        if unit.end_offset < unit.start_offset:
            at += 1
            continue
        assert unit.end_offset <= end, (at, unit.start_offset, unit.end_offset)
        # 4.8 tells of a widget in the text in the one way and not in the other.
        assert unit.content.replace(WIDGET, "") == node.part(
            unit.start_offset, unit.end_offset).replace(WIDGET, ""), unit.content
        found.append(unit.content)
        at = max(at + 1, unit.end_offset)
    return found


def whole(node):
    """A node and all below it, shown or scrolled away."""
    yield node
    for child in node.children():
        yield from whole(child)


def ask_attributes(node):
    """Of a label with letters of several bytes, 4.8 may tell a run that ends before it
    begins: go on from the next letter."""
    at = 0
    while at < Atspi.Text.get_character_count(node.accessible):
        _, _, end = Atspi.Text.get_attribute_run(node.accessible, at, True)
        at = max(at + 1, end)


def read(node):
    """Asks a node for all that it tells; gives its words."""
    words = [node.name, node.description]
    assert node.role and node.states and node.extents
    if "Text" in node.accessible.get_interfaces():
        words.append(node.text)
        ask_attributes(node)
        for granularity in (Granularity.LINE, Granularity.WORD):
            units(node, granularity)
        assert node.caret >= 0
    return words


def read_page_by_page(app, lesson):
    """Widgets in the text are made when they come near: page down, asking on each."""
    seen = []
    end = app.find("push button", re.compile("^Next: "))
    Atspi.Text.set_caret_offset(lesson.accessible, 0)
    app.key_until("Tab", lambda node: node.name == "Lesson", "the lesson")
    while True:
        for child in lesson.children():
            for node in whole(child):
                try:
                    seen += read(node)
                except GLib.Error:
                    pass        # it went away meanwhile
        _, top, _, height = end.settled()
        if top + height <= app.frame.extents[3]:
            return seen
        app.key("Next")
        wait(lambda: end.extents[1] < top, "the next page")


def move_caret(lesson):
    """From place to place, and what is there is asked for."""
    count = Atspi.Text.get_character_count(lesson.accessible)
    for at in [*range(0, count, 97), count - 1, count]:
        Atspi.Text.set_caret_offset(lesson.accessible, at)
        assert lesson.caret == at, (lesson.caret, at)
        Atspi.Text.get_attribute_run(lesson.accessible, min(at, count - 1), True)
        Atspi.Text.get_string_at_offset(lesson.accessible, at, Granularity.LINE)


def a_whole_lesson(session, language, expected):
    os.makedirs(session.config + "/glib-2.0/settings")
    with open(session.config + "/glib-2.0/settings/keyfile", "w", encoding="utf-8") as f:
        f.write("[io/github/strata_study/Strata]\nlanguage='%s'\n" % language)
    with start(session, EVERYTHING, "--show", "concept:tides") as app:
        lesson = app.find("text", "Lesson")
        # The text is filled in when nothing else is to be done.
        wait(lambda: lesson.settled() and lesson.text.rstrip().endswith(expected["the last line"]),
             "the end of the text")
        with step("it is read by letters, words, sentences and lines (%s)" % language):
            for granularity in (Granularity.CHAR, Granularity.WORD, Granularity.SENTENCE,
                                Granularity.LINE, Granularity.PARAGRAPH):
                found = units(lesson, granularity)
                assert expected["a heading"][:1] == found[0][:1], found[0]
            assert expected["a heading"] in found, found[:3]
        with step("its attributes, and the caret from place to place"):
            assert any("bg-color" in run[2] for run in lesson.runs()), lesson.runs()
            move_caret(lesson)
        with step("so is all that stands in it, to the end"):
            seen = "\n".join([lesson.text] + read_page_by_page(app, lesson))
            for what, words in expected.items():
                assert words in seen, "%s: %s" % (what, words)
        with step("and once more where it was read to"):
            assert lesson.runs()
            move_caret(lesson)


main(lambda session: a_whole_lesson(session, "en", ENGLISH),
     lambda session: a_whole_lesson(session, "zh-TW", CHINESE))
