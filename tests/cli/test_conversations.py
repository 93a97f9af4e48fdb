"""Every checklist in a real terminal, narrow and wide; LEERLOG_GOLDEN=write makes the golden files anew."""

import json
import re
import sys
from collections.abc import Iterable
from textwrap import wrap

import pytest

from leerlog.domain.checklist import Checklist, Question
from leerlog.library.content import load_checklist
from tests.conftest import Cli
from tests.test_golden import hold

pytest.importorskip("termios")
from tests.terminal import CTRL_C, CTRL_U, ENTER, F1, FOOTER, SHIFT_TAB, Terminal

NAMES = ("during", "debrief", "after", "insights", "conditions", "design", "hill")
WIDTHS = (60, 100)
every_checklist = pytest.mark.parametrize("name", NAMES)
both_widths = pytest.mark.parametrize("columns", WIDTHS)
# Each checklist at one width, as many at the one as at the other; at both in the thorough run.
at_a_width = pytest.mark.parametrize(
    ("name", "columns"),
    [
        pytest.param(name, columns, marks=[pytest.mark.thorough] * (turn % 2 != WIDTHS.index(columns)))
        for turn, name in enumerate(NAMES)
        for columns in WIDTHS
    ],
)


def start(name: str, columns: int, *options: str) -> Terminal:
    """The checklist's command, in a terminal so tall that nothing scrolls away."""
    about = ["Woo-training"] if load_checklist(name).scope == "course" else []
    return Terminal([sys.executable, "-m", "leerlog", name, *about, *options], columns, rows=180)


def asked(prompt: Question, columns: int) -> str:
    """What of a question stands on one line for sure."""
    return wrap(prompt.text, columns - 1)[0]


def answer(prompt: Question) -> str:
    """An answer that will do, other for every question."""
    if prompt.kind == "scale":
        return f"{prompt.low + 1} want {prompt.id}"
    if prompt.kind == "choice":
        return "1"
    if prompt.item:
        return "7 dec"
    if prompt.kind in ("follow-up", "obstacle", "ask"):
        return f"Iets voor {prompt.id} (wie: Noor, voor 14 dec)"
    return f"Antwoord op {prompt.id}: é en €"


def give(terminal: Terminal, prompt: Question, columns: int, keys: str) -> None:
    """Wait for a question and answer it, also whether there is another item."""
    terminal.wait_for(asked(prompt, columns), FOOTER)
    before = terminal.text.count("Nog een?")
    terminal.type(keys + ENTER)
    if prompt.repeats and keys:
        terminal.wait_for("Nog een?", FOOTER, times=before + 1)
        terminal.type(ENTER)


def unweighed(prompts: Iterable[Question]) -> list[Question]:
    """What is asked when nothing is answered: not which level an answer has, nor what holds somebody back."""
    return [prompt for prompt in prompts if prompt.fills != "level" and not prompt.after_no]


def finish(terminal: Terminal) -> int:
    """Decline whatever is offered after the last question, until the program ends."""
    terminal.wait_for("Delen met:", FOOTER)
    while terminal.asks():
        terminal.answer("")
    return terminal.end()


def too_wide(screen: str, columns: int) -> list[str]:
    """The lines that reach the edge of the screen."""
    return [line for line in screen.split("\n") if len(line) >= columns]


def saved(cli: Cli) -> str:
    """The month's text, with the ids masked."""
    return re.sub(r"\bid=\w{8}\b", "id=xxxxxxxx", (cli.folder / "2026-11.md").read_text(encoding="utf-8"))


def go_back_once(terminal: Terminal, checklist: Checklist, columns: int) -> None:
    """At the second question, go back to the first and on again; the answer stands in the input."""
    first, second = checklist.prompts()[:2]
    terminal.wait_for(asked(second, columns), FOOTER)
    terminal.type(SHIFT_TAB)
    terminal.wait_for("< terug", f"> {answer(first)}"[:40], FOOTER)
    terminal.type(ENTER)
    terminal.wait_for(asked(second, columns), FOOTER, times=2)


@both_widths
@every_checklist
def test_the_first_screen_is_the_golden_one(cli: Cli, name: str, columns: int) -> None:
    """Nothing reaches its edge."""
    with start(name, columns) as terminal:
        screen = terminal.wait_for(asked(load_checklist(name).prompts()[0], columns), FOOTER)
    assert not too_wide(screen, columns)
    hold(f"conversations/{name}-{columns}.txt", screen.strip("\n") + "\n")


@at_a_width
def test_a_checklist_from_the_first_screen_to_the_journal(cli: Cli, name: str, columns: int) -> None:
    """Explained once, back once, everything answered: the entry is the golden one."""
    checklist = load_checklist(name)
    first, *rest = (prompt for prompt in checklist.prompts() if not prompt.after_no)
    with start(name, columns) as terminal:
        screen = terminal.wait_for(asked(first, columns), FOOTER)
        terminal.type(F1)
        terminal.type(answer(first))
        terminal.wait_for(f"> {answer(first)}"[:40])
        assert len(terminal.text.split("\n")) > len(screen.split("\n")), "the background stands above the input"
        terminal.type(ENTER)
        go_back_once(terminal, checklist, columns)
        for prompt in rest:
            give(terminal, prompt, columns, answer(prompt))
        assert finish(terminal) == 0
        assert not too_wide(terminal.text.split("Je leerlog staat")[0], columns)
    hold(f"conversations/{name}.md", saved(cli))
    assert not list(cli.drafts.glob("*"))[1:], "nothing but the lock"


@at_a_width
def test_skipping_everything_saves_nothing(cli: Cli, name: str, columns: int) -> None:
    """And says so; no draft and no journal is made."""
    checklist = load_checklist(name)
    with start(name, columns) as terminal:
        for question in checklist.questions:
            give(terminal, question, columns, "")
            for child in unweighed(question.then):
                give(terminal, child, columns, "")
        assert terminal.end() == 0
        assert "Niets ingevuld, dus niets bewaard." in terminal.text
    assert not cli.folder.exists()
    assert not list(cli.drafts.glob("*.json"))


@at_a_width
def test_stopping_half_way_and_going_on(cli: Cli, name: str, columns: int) -> None:
    """Half a sentence is there again, and the entry has all of it."""
    prompts = load_checklist(name).prompts()
    first, second, third = prompts[:3]
    with start(name, columns) as terminal:
        give(terminal, first, columns, answer(first))
        terminal.wait_for(asked(second, columns), FOOTER)
        terminal.type(answer(second)[:-2])
        terminal.wait_for(f"> {answer(second)[:-2]}"[:40])
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert "Tot zover bewaard" in terminal.text
        assert f"leerlog {name}" in terminal.text.split("Verder:")[1]
    assert not cli.folder.exists()
    with start(name, columns) as terminal:
        terminal.wait_for("Verdergaan met je concept", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for(asked(second, columns), FOOTER)
        terminal.type(answer(second)[-2:] + ENTER)
        if second.repeats:
            terminal.wait_for("Nog een?", FOOTER)
            terminal.type(ENTER)
        for prompt in unweighed(prompts[2:]):
            give(terminal, prompt, columns, "")
        assert finish(terminal) == 0
    entry = cli.journal.find("laatste")
    kept = [*entry.people, *(each.text for each in entry.answers), *(item.text for item in entry.follow_ups)]
    assert [each for each in kept if first.id in each] or first.kind == "choice"
    assert [each for each in kept if second.id in each]
    assert third.id not in [each.question for each in entry.answers]
    assert not list(cli.drafts.glob("*.json"))


@pytest.mark.parametrize(("columns", "plain", "share"), [(60, False, False), (100, True, True)])
def test_a_no_asks_what_holds_back_and_the_end_leads_back_to_an_answer(
    cli: Cli, columns: int, plain: bool, share: bool
) -> None:
    """With keys and in plain lines: the obstacle has who takes it away, and all is there again.

    A number below the summary asks that answer again, and Ctrl+C there says how to go on. It is typed where
    it is asked with whom to share or, when that was said, whether all is right.
    """
    last = "Klopt het zo?" if share else "Delen met"
    words = [*(["--plain"] if plain else []), "after", "Woo", *(["--share", "team"] if share else [])]
    answers = {"Wat doe je er nu zelf mee": "Nog niets", "Wat houdt je tegen?": "Geen rechten", "Wie neemt": "Kees"}

    def say(keys: str) -> None:
        """Type an answer, and wait for the next question."""
        if plain:
            had = len(terminal.text)
            terminal.type(keys + ENTER)
            terminal.until(lambda screen: len(screen) > had + 5)
        else:
            terminal.answer(keys)

    def asked() -> str:
        terminal.reads() if plain else terminal.asks()
        return terminal.text

    with Terminal([sys.executable, "-m", "leerlog", *words], columns, rows=180) as terminal:
        seen = ""
        while last not in (screen := asked()):
            new, seen = screen.removeprefix(seen.rstrip("> ")), screen
            say(next((answers.pop(words) for words in list(answers) if words in new), ""))
        assert not answers
        say("1")
        assert asked().count("Wat doe je er nu zelf mee") == 3, "asked, in the summary, and asked again"
        terminal.type("" if plain else CTRL_U)
        say("Nog niets hoor")
        while asked().count("een nummer: wijzigen)") < 2:
            say("")
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert " ".join(terminal.text.split()).endswith(
            'Alles staat veilig in een concept. Verder: leerlog after "Woo"'
        )
    draft = json.loads(next(iter(cli.drafts.glob("*.json"))).read_text("utf-8"))
    assert draft["texts"]["applied"] == "Nog niets hoor"
    assert draft["texts"]["applied.obstacle"] == "Geen rechten (wie: Kees)"


def test_a_moment_that_says_no_is_asked_what_holds_back(cli: Cli) -> None:
    """The obstacle goes with the note; Ctrl+C there leaves the note and says how to go on."""
    command = [sys.executable, "-m", "leerlog", "moment", "Nog niets", "--value", "3", "--course", "Woo"]
    with Terminal(command, 60) as terminal:
        terminal.wait_for("Bewaard als", "Wat houdt je tegen?", FOOTER)
        terminal.answer("Geen tijd")
        terminal.wait_for("Wie neemt het weg?")
        terminal.answer("Anja")
        while terminal.asks():
            terminal.answer("")
        assert terminal.end() == 0
    (item,) = cli.journal.find("laatste").follow_ups
    assert (item.kind, item.text, item.who) == ("obstacle", "Geen tijd", "Anja")
    with Terminal(command, 60) as terminal:
        terminal.wait_for("Wat houdt je tegen?", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        told = " ".join(terminal.text.split())
    assert "Je notitie was al bewaard." in told
    assert told.endswith('leerlog agenda --add --kind belemmering --course "Woo"')
