#!/usr/bin/python3
"""Search: from a key to the very place, by keys alone."""
import re
import subprocess

from driver import main, start, step
from session import wait

APP = "io.github.strata_study.Strata"
PATH = "/" + APP.replace(".", "/")


def find_a_row(session):
    with start(session, "--show", "concept:ai") as app:
        with step("Ctrl+K opens search, ready to be typed into"):
            app.key("ctrl+k")
            app.wait_focus("Search the Course")
        with step("two Chinese characters find their term first"):
            app.type("幻覺")
            app.find("status bar", re.compile(r"^\d+ results?$"))
            wait(lambda: app.find("list", "Results").children()[0].name.startswith("幻覺"), "the term")
        with step("Enter lands in its row, which is read in English here"):
            app.key("Return")
            app.find("push button", "Close")
            app.find("label", "hallucination")
            app.gone("list", "Results")


def find_in_a_lesson(session):
    with start(session, "--show", "concept:ai") as app:
        with step("the button opens search too"):
            app.find("push button", "Search").point()
            app.wait_focus("Search the Course")
        with step("a word that nobody wrote finds nothing, and says so"):
            app.type("zzzqq")
            app.find("status bar", "No results")
        with step("Escape closes it"):
            app.key("Escape")
            app.gone("status bar", "No results")
        with step("a word of a lesson is found"):
            app.key("ctrl+k")
            app.wait_focus("Search the Course")
            app.type("umbrella")
            app.find("status bar", "1 result")
        with step("Enter opens the lesson, with the caret at the word"):
            app.key("Return")
            lesson = app.find("text", "Lesson")
            wait(lambda: lesson.text.startswith("Large language models"), "the lesson")
            app.wait_focus("Lesson")
            wait(lambda: lesson.part(lesson.caret, lesson.caret + 8) == "umbrella", "the caret")
            app.find("status bar", "1 of 1")
        with step("Escape takes the marks away"):
            app.key("Escape")
            app.gone("status bar", "1 of 1")


def choose_by_keys(session):
    with start(session, "--show", "concept:ai") as app:
        with step("Down goes into the results, and on"):
            app.key("ctrl+k")
            app.wait_focus("Search the Course")
            app.type("hallucination")
            app.find("status bar", re.compile(r"^\d+ results$"))
            app.key("Down")
            wait(lambda: app.focused().name.startswith("Limited world knowledge"), "the second result")
        with step("Up comes back to the entry"):
            app.key("Up", "Up")
            app.wait_focus("Search the Course")
        with step("what was chosen is offered again"):
            app.key("Return")
            app.find("push button", "Close")
            app.key("ctrl+k")
            app.wait_focus("Search the Course")
            app.key("ctrl+a", "BackSpace")
            app.find("push button", "hallucination")
            app.find("push button", "Clear Recent Searches").press()
            app.gone("push button", "hallucination")


def find_from_the_desktop(session):
    def ask(method, arguments, *terms):
        answer = subprocess.run(
            ["gdbus", "call", "--session", "--dest", APP, "--object-path", PATH + "/SearchProvider",
             "--method", "org.gnome.Shell.SearchProvider2." + method, *arguments, str(list(terms))]
            + (["0"] if method == "ActivateResult" else []),
            env=session.env, capture_output=True, text=True, check=True)
        return answer.stdout

    with start(session, "--show", "concept:ai") as app:
        with step("the desktop's search finds the term"):
            assert "table:glossary?row=hallucination" in ask("GetInitialResultSet", [], "幻覺")
        with step("choosing it opens its row"):
            ask("ActivateResult", ["table:glossary?row=hallucination"], "幻覺")
            app.find("push button", "Close")
            app.find("label", "hallucination")


main(find_a_row, find_in_a_lesson, choose_by_keys, find_from_the_desktop)
