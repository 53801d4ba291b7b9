#!/usr/bin/python3
"""The timeline: it plays through the years until one does something."""
import re

from driver import main, start, step
from session import wait


MARK = re.compile(r"^(\d{4}), .*, (\d+) of 56$")


def focused(app):
    """The mark that has the keyboard, as a screen reader says it."""
    at = app.focused()
    return MARK.match(at.name) if at else None


def play(session):
    with start(session, "--show", "table:timeline?face=figure") as app:
        with step("“Play” goes from year to year, and each event is said"):
            app.find("push button", "Play").point()
            first = wait(lambda: focused(app), "a mark that has the keyboard")

            def later():
                now = focused(app)
                return now if now and int(now[2]) > int(first[2]) else None
            now = wait(later, "a later event")
            assert int(now[1]) > int(first[1]), (first[0], now[0])
            app.find("push button", "Pause")
        with step("the arrow key stops it and goes on by itself"):
            app.key("Right")
            app.find("push button", "Play")
            stopped = wait(lambda: focused(app), "a mark that has the keyboard")
            app.find("label", stopped[1])      # large, beside the map
        with step("zooming in keeps the place, Ctrl+0 brings the whole back"):
            assert "sensitive" not in app.find("push button", "Fit the Whole Timeline").states
            app.key("ctrl+plus")
            wait(lambda: "sensitive" in app.find("push button", "Fit the Whole Timeline").states,
                 "a timeline that is larger")
            assert focused(app)[0] == stopped[0], focused(app)
            app.key("ctrl+0")
            wait(lambda: "sensitive" not in app.find("push button", "Fit the Whole Timeline").states,
                 "the whole timeline")
        with step("End and Enter open the last event"):
            app.key("End")
            app.wait_focus("2025, Taiwan passes its AI Basic Act, Artificial intelligence, 56 of 56")
            app.key("Return")
            app.find("label", re.compile("^The Legislative Yuan passed the act"))


def drag(session):
    rows = re.compile("^Support vector networks")
    with start(session, "--show", "table:timeline?face=figure") as app:
        with step("drawn nearer, the timeline is larger than its frame"):
            button = app.find("push button", "Zoom In")
            for _ in range(6):
                width = app.find("panel", "Timeline").settled()[2]
                button.press()
                wait(lambda: app.find("panel", "Timeline").extents[2] > width, "a larger timeline")
        with step("the pointer drags it along, by an event as well"):
            mark = app.find("push button", re.compile("^1995, Support vector networks"))
            left, top, width, height = mark.settled()
            x0, y0 = app.origin(app.frame.extents)
            app.session.drag(x0 + left + width // 2, y0 + top + height // 2, 200)
            wait(lambda: abs(mark.extents[0] - left - 200) < 3, "the event to be 200 further")
        with step("which opens nothing; a click does"):
            assert not app.look("label", rows)
            mark.point()
            app.find("label", rows)


main(play, drag)
