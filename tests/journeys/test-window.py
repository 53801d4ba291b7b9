#!/usr/bin/python3
"""The window's keys: the menu, the shortcuts, the pages, leaving."""
from driver import main, start, step
from session import wait


def keys(session):
    with start(session) as app:
        with step("F10 opens the menu, Escape closes it"):
            app.key("F10")
            app.find("menu item", "Keyboard Shortcuts")
            app.key("Escape")
            app.gone("menu item")
        with step("Escape out of a submenu leaves the keys working"):
            app.open_menu("Course Language")
            app.key("Return")
            app.find("menu item", "English")
            app.key("Escape")
            app.gone("menu item")
            app.key("F10")
            app.find("menu item", "Keyboard Shortcuts")
            app.key("Escape")
            app.gone("menu item")
        with step("Ctrl+? lists the keys, Escape closes the list"):
            app.key("ctrl+question")
            wait(lambda: len(app.windows()) == 2, "the window of shortcuts")
            shortcuts = [w for w in app.windows() if w.name != "Strata"][0]
            shortcuts.find("label", "Main menu")
            wait(lambda: "active" in shortcuts.states, "the window of shortcuts to have the focus")
            app.key("Escape")
            wait(lambda: len(app.windows()) == 1, "the window of shortcuts to go")
            wait(lambda: "active" in app.frame.states, "the main window to have the focus")
        for key, page in (("ctrl+2", "Use Cases"), ("ctrl+3", "Challenges"), ("ctrl+4", "Library"),
                          ("ctrl+1", "Learn")):
            with step("%s turns to %s" % (key, page)):
                app.key(key)
                wait(lambda: "selected" in app.find("page tab", page).states, page)
        with step("Ctrl+Q leaves"):
            app.key("ctrl+q")
            app.ended()


main(keys)
