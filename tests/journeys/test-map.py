#!/usr/bin/python3
"""The map and the lesson beside it: by pointer, by arrow keys, and back."""
from driver import main, start, step
from session import wait


def layer(app, name):
    return app.find(None, "Map of the course").find("push button", name)


def lesson_begins(app, words):
    wait(lambda: app.find("text", "Lesson").text.startswith(words), "the lesson “%s”" % words)


def is_lit(app, name):
    wait(lambda: "pressed" in layer(app, name).states, "“%s” to be lit up" % name)


def press_a_layer(session):
    with start(session) as app:
        with step("the first start shows the outermost lesson"):
            lesson_begins(app, "Artificial intelligence")
            is_lit(app, "Artificial intelligence")
        with step("a click on “Deep learning” opens its lesson"):
            # The inner layers cover its middle.
            layer(app, "Deep learning").point(y=12)
            lesson_begins(app, "Deep learning")
            is_lit(app, "Deep learning")
        with step("its first sentence can be read"):
            text = app.find("text", "Lesson").text
            assert ("In one line. Deep learning trains a network of many layers, each describing"
                    " the data in terms of the layer before") in text, text[:400]
        with step("the breadcrumb leads to the layer around it"):
            around = app.find(None, "Layers around this one")
            around.find("push button", "Neural networks").point()
            lesson_begins(app, "Neural networks")
            is_lit(app, "Neural networks")
        with step("Alt+Left and Alt+Right go back and forward"):
            app.key("alt+Left")
            lesson_begins(app, "Deep learning")
            app.key("alt+Left")
            lesson_begins(app, "Artificial intelligence")
            app.key("alt+Right")
            lesson_begins(app, "Deep learning")


def walk_by_keys(session):
    names = ["Artificial intelligence", "Machine learning", "Neural networks", "Deep learning",
             "Generative AI", "Large language models"]
    with start(session) as app:
        with step("Tab reaches the map at the open layer"):
            app.key_until("Tab", lambda node: node.description == "level 1 of 6, outermost",
                          "the map")
        for name in names[1:]:
            with step("Down goes to “%s”" % name):
                app.key("Down")
                app.wait_focus(name)
        with step("Enter opens the innermost lesson"):
            app.key("Return")
            lesson_begins(app, "Large language models")
            is_lit(app, "Large language models")
        with step("Home and End go to both ends, Up one outward"):
            app.key("Home")
            app.wait_focus(names[0])
            app.key("End")
            app.wait_focus(names[-1])
            app.key("Up")
            app.wait_focus(names[-2])
        with step("the focus alone has opened nothing"):
            lesson_begins(app, "Large language models")


def what_the_picture_hides(session):
    """The parts that stick out of their layers, outermost first."""
    leaks = {"Networks that did not learn": "The neurons that McCulloch and Pitts",
             "Generators older than deep learning": "Markov chains, n-grams",
             "Language models that hardly generate": "BERT is a large language model",
             "Systems that are mixtures": "What people use is seldom one circle"}
    button = "What the picture hides"
    with start(session) as app:
        with step("a button shows what the picture hides"):
            app.key_until("Tab", lambda node: node.name == button, button)
            app.key("space")
            wait(lambda: "pressed" in app.find("push button", button).states, "the button to be on")
            map_ = app.find(None, "Map of the course")
            assert [node.name for node in map_.look("push button") if node.name in leaks] == list(leaks)
        for name in reversed(leaks):
            with step("the keyboard goes back to “%s”, which says why" % name):
                app.key("shift+Tab")
                assert app.wait_focus(name).description.startswith(leaks[name])
        with step("and forward to the second, which Enter explains"):
            second = list(leaks)[1]
            app.key("Tab")
            app.wait_focus(second)
            app.key("Return")
            wait(lambda: any(text.startswith(leaks[second]) for text in app.frame.labels()),
                 "the explanation")
        with step("Escape closes that and stays there"):
            app.key("Escape")
            wait(lambda: not any(text.startswith(leaks[second]) for text in app.frame.labels()),
                 "the explanation to go")
            app.wait_focus(second)
        with step("the button hides them again"):
            app.key_until("Tab", lambda node: node.name == button, button)
            app.key("space")
            wait(lambda: "pressed" not in app.find("push button", button).states, "the button to be off")
            map_ = app.find(None, "Map of the course")
            assert not [node.name for node in map_.look("push button") if node.name in leaks]


main(press_a_layer, walk_by_keys, what_the_picture_hides)
