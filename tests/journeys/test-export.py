#!/usr/bin/python3
"""A figure is saved as SVG and PNG, by keys through the file dialog, and copied; what
was saved is opened and looked at."""
import os
import re
import subprocess
import xml.etree.ElementTree

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

from driver import main, start, step
from session import wait

MENU = "Save or Copy the Figure"
SVG = "{http://www.w3.org/2000/svg}"


def choose(app, item):
    """An item of the figure's menu, by keys."""
    app.key_until("Tab", lambda node: node.name == MENU, MENU)
    app.key("space")
    app.wait_focus("Save as SVG…")
    app.key_until("Down", lambda node: node.name == item, item)
    app.key("Return")


def save(app, path, suggested):
    """Saves at path, in the dialog that was asked for; what it suggests is seen first."""
    dialog = app.window("Save Picture")
    name = wait(lambda: next((node for node in dialog.search("text", None)
                              if "focused" in node.states), None), "the file's name")
    wait(lambda: name.text == suggested, "the name “%s”" % suggested)
    app.key("ctrl+a")
    app.type(path)
    wait(lambda: name.text == path, "the path to be typed")
    app.key("Return")
    wait(lambda: not [w for w in app.windows() if w.name == "Save Picture"], "the dialog to go")
    app.find("label", "Saved “%s”" % os.path.basename(path))
    wait(lambda: "active" in app.frame.states, "the window to have the keyboard again")


def colours(path):
    """What a picture shows, each colour once."""
    pixels = GdkPixbuf.Pixbuf.new_from_file(path)
    n, data = pixels.get_n_channels(), pixels.get_pixels()
    assert pixels.get_width() > 500 and pixels.get_height() > 300, "a small picture"
    return pixels, {data[i:i + 3] for i in range(0, len(data) - n, 97 * n)}


def save_bubbles(session):
    svg, png = [os.path.join(session.tmp, "bubbles." + kind) for kind in ("svg", "png")]
    with start(session, "--show", "table:models?face=figure") as app:
        with step("the menu saves the bubbles as SVG"):
            choose(app, "Save as SVG…")
            save(app, svg, "Model Sizes.svg")
        with step("it says in words what is drawn: each model, and the line to compare with"):
            root = xml.etree.ElementTree.parse(svg).getroot()
            assert root.tag == SVG + "svg", root.tag
            assert root.find(SVG + "title").text == "Model Sizes"
            lines = root.find(SVG + "desc").text.split("\n")
            assert lines[0] == "175 billion (GPT-3)", lines[0]
            assert len(lines) == 45, lines
            for name in ("GPT-3", "PaLM", "GPT-5", "BERT-large"):
                assert any(line.startswith(name + "; ") for line in lines), name
            assert any("GPT-5; Size not published; 2025" in line for line in lines), lines
        with step("librsvg draws it, in colours"):
            _, seen = colours(svg)
            assert len(seen) > 20, len(seen)
        with step("the menu saves them as PNG, too, for paper"):
            choose(app, "Save as PNG…")
            save(app, png, "Model Sizes.png")
            pixels, seen = colours(png)
            assert pixels.get_width() > 3000 and pixels.get_option("x-dpi") == "300", pixels.get_width()
            assert len(seen) > 20, len(seen)
        with step("and copies them"):
            choose(app, "Copy Image")
            app.find("label", "Copied to clipboard")


main(save_bubbles)
