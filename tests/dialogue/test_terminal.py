"""The conversation in a real terminal."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios")
from tests.terminal import (
    ALT_ENTER,
    CTRL_C,
    CTRL_D,
    ENTER,
    F1,
    FOOTER,
    SHIFT_TAB,
    TAB,
    Terminal,
)

DRIVER = str(Path(__file__).parent / "driver.py")
COLOUR = re.compile(r"\x1b\[[0-9;]*?(?<![0-9])(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


def start(state: Path, name: str = "after", *options: str, **settings: object) -> Terminal:
    return Terminal([sys.executable, DRIVER, name, str(state), *options], **settings)  # type: ignore[arg-type]


def finished(state: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(Path(f"{state}.done").read_text("utf-8"))
    return found


def draft(state: Path) -> tuple[dict[str, str], str]:
    found = json.loads(state.read_text("utf-8"))
    return found["texts"], found["at"]


def pass_minutes(state: Path, number: int) -> None:
    """Let the clock of a conversation say so many."""
    made = Path(f"{state}.new")
    made.write_text(str(number), "utf-8")
    made.replace(f"{state}.minutes")


def looks(state: Path) -> int:
    """How often the clock of a conversation was looked at."""
    return int(Path(f"{state}.asked").read_text("utf-8") or 0)


# It takes its time between its question and reading a key.
SLOW = """
import os, time, tty
print("vraag", flush=True)
time.sleep(0.2)
tty.setraw(0)
print("gelezen:", os.read(0, 1))
"""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def test_typing_waits_until_keys_are_read() -> None:
    """However long that is after the question; Ctrl+C is a key then, and no signal."""
    with Terminal([sys.executable, "-c", SLOW]) as terminal:
        terminal.wait_for("vraag")
        terminal.type(CTRL_C)
        terminal.wait_for("gelezen: b'\\x03'")
        assert terminal.end() == 0


def test_skip_back_explanation_and_new_lines(state: Path) -> None:
    """Enter skips, Shift+Tab goes back to the answer, F1 keeps the input, Alt+Enter makes a line."""
    with start(state) as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Vraag 2 van 10", FOOTER)
        terminal.type("Contacten met Kees" + ENTER)
        terminal.wait_for("Vraag 3 van 10", FOOTER)
        terminal.type("Ik begin bij ")
        terminal.wait_for("> Ik begin bij")
        terminal.type(F1)
        screen = terminal.wait_for("de vuistregel uit de handreiking", "> Ik begin bij", FOOTER)
        assert screen.index("vuistregel") < screen.index("> Ik begin bij")
        terminal.type("het thema" + ALT_ENTER + "en 🙂 漢字 é" + SHIFT_TAB)
        terminal.wait_for("< terug", "> Contacten met Kees", FOOTER)
        terminal.type(" en Anja" + ENTER)
        screen = terminal.wait_for("Contacten met Kees en Anja", "> Ik begin bij het thema", FOOTER)
        assert "  en 🙂" in screen
        terminal.type(ENTER)
        terminal.wait_for("Vraag 4 van 10", "Eerder: Een verzoek kost een dag minder.", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert 'Tot zover bewaard (2 van 10). Verder: leerlog after "Woo-training"' in terminal.text
        assert "\a" not in terminal.output
        assert "\x1b[?1049h" not in terminal.output, "no full screen"
        assert "\x1b[6n" not in terminal.output, "the terminal is not asked where the cursor is"
    texts, at = draft(state)
    assert texts == {"potential": "Contacten met Kees en Anja", "applied": "Ik begin bij het thema\nen 🙂 漢字 é"}
    assert at == "results"


def test_half_a_sentence_is_there_again(state: Path) -> None:
    """Ctrl+C keeps half a sentence, and the next start goes on right there."""
    with start(state) as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER)
        terminal.type("Mooi" + ENTER)
        terminal.wait_for("Vraag 2 van 10", FOOTER)
        terminal.type("Kennis voor la")
        terminal.wait_for("> Kennis voor la")
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert "> Kennis voor la" in terminal.text
    assert draft(state) == ({"experience": "Mooi", "potential": "Kennis voor la"}, "potential")
    with start(state) as terminal:
        screen = terminal.wait_for("Vraag 2 van 10", "> Kennis voor la", FOOTER)
        assert "Ook een kort leertraject" not in screen, "the introduction comes once"
        terminal.type("ter" + ENTER)
        for asked in (*(f"Vraag {number} van 10" for number in range(3, 11)), "Wanneer haal je"):
            terminal.wait_for(asked, FOOTER)
            terminal.type(ENTER)
        assert terminal.end() == 0
        assert "Wat zou het nog kunnen opleveren?\n  Kennis voor later" in terminal.text, "the summary"
        assert terminal.text.count("Hoe houden we het levend?") == 1, "what was skipped is not in the summary"
    assert finished(state) == {"experience": "Mooi", "potential": "Kennis voor later"}


@pytest.mark.parametrize("closed", [True, False])
def test_a_closed_window_keeps_half_a_sentence(state: Path, closed: bool) -> None:
    """Closing the window, or shutting down, keeps what Ctrl+C keeps."""
    with start(state) as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER)
        terminal.type("Kennis voor la")
        terminal.wait_for("> Kennis voor la")
        if closed:
            terminal.close_window()
        else:
            terminal.signal(signal.SIGTERM)
            assert terminal.end() == 130
    assert draft(state) == ({"experience": "Kennis voor la"}, "experience")


def test_a_wrong_date_is_typed_anew(state: Path) -> None:
    """A date that doesn't exist is said kindly, for as long as there is none; no wall of refusals stays behind."""
    with start(state, "prepare") as terminal:
        terminal.wait_for("Vraag 1 van 13", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Wanneer begint het?", FOOTER)
        terminal.type("31 feb" + ENTER)
        terminal.wait_for("De datum '31 feb' bestaat niet.\n>\n", FOOTER)
        terminal.answer("30 feb")
        terminal.wait_for("De datum '30 feb' bestaat niet.\n>\n", FOOTER)
        assert "31 feb" not in terminal.text
        terminal.answer("7 dec")
        screen = terminal.wait_for("> 7 dec\n  maandag 7 december 2026", "Wanneer is het afgelopen?", FOOTER)
        assert "bestaat niet" not in screen
        terminal.answer("4 dec")
        terminal.wait_for("ligt voor het begin", FOOTER)
        terminal.answer("")
        terminal.wait_for("Vraag 4 van 13", FOOTER)
        terminal.type(CTRL_D)
        assert terminal.end() == 130
    assert draft(state) == ({"start": "2026-12-07"}, "goal")


def test_items_with_who_and_when(state: Path) -> None:
    """An item is asked who and when, and whether there is another one."""
    with start(state, "debrief") as terminal:
        for number in range(1, 5):
            terminal.wait_for(f"Vraag {number} van 8", FOOTER)
            terminal.type(ENTER)
        terminal.wait_for("Vraag 5 van 8", FOOTER)
        terminal.type("Geen toegang" + ENTER)
        terminal.wait_for("Wie neemt het weg?", FOOTER)
        terminal.type("Noor" + ENTER)
        terminal.wait_for("Voor wanneer?", FOOTER)
        terminal.type("2 weken" + ENTER)
        terminal.wait_for("maandag 7 december 2026", "Nog een?", FOOTER)
        terminal.type("Te druk (wie: teamleider, voor vrijdag)" + ENTER)
        terminal.wait_for("Nog een?", FOOTER, times=2)
        terminal.type(ENTER)
        terminal.wait_for("Vraag 6 van 8", FOOTER)
        terminal.type(SHIFT_TAB)
        terminal.wait_for("> Geen toegang (wie: Noor, voor 2026-12-07)", "  Te druk (wie: teamleider", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Vraag 6 van 8", FOOTER, times=2)
        terminal.type(CTRL_C)
        terminal.end()
    assert draft(state)[0] == {
        "obstacle": "Geen toegang (wie: Noor, voor 2026-12-07)\nTe druk (wie: teamleider, voor 2026-11-27)"
    }


@pytest.mark.parametrize("bracketed", [True, False])
def test_a_paste_is_one_answer(state: Path, bracketed: bool) -> None:
    """Several pasted lines, and 6,000 pasted characters, are one answer and come in whole."""
    lines = "Eerste regel\n\tmet een tab\n\nlaatste regel"
    long = "\n".join(f"{number:04} " + "woord " * 15 for number in range(63))[:6000]
    with start(state) as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER)
        terminal.paste(lines, bracketed)
        terminal.wait_for("laatste regel")
        terminal.type(ENTER)
        terminal.wait_for("Vraag 2 van 10", FOOTER)
        terminal.paste(long, bracketed)
        terminal.wait_for(long[-60:].split("\n")[-1].strip(), FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Vraag 3 van 10", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
    assert draft(state)[0] == {"experience": lines, "potential": long}


def test_narrow_and_without_colour(state: Path) -> None:
    """At 60 columns nothing runs over the edge; with NO_COLOR there are no colour codes."""
    with start(state, "prepare", columns=60, env={"NO_COLOR": "1"}) as terminal:
        screen = terminal.wait_for("Vraag 1 van 13", "Met wie bereid je dit voor?", FOOTER)
        assert max(len(line) for line in screen.split("\n")) < 60
        assert "Enter verder · leeg: overslaan · F1 uitleg · Ctrl+C pauze" in screen
        terminal.type(ENTER)
        terminal.wait_for("Wanneer begint het?", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Gebruik het daarna", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Vraag 4 van 13", FOOTER)
        terminal.type("Een zin die langer is dan zestig tekens en dus op een nieuwe regel verdergaat" + ENTER)
        screen = terminal.wait_for("Vraag 5 van 13", FOOTER)
        assert "> Een zin die langer is dan zestig tekens en dus op een\n  nieuwe regel verdergaat" in screen
        terminal.type(CTRL_C)
        terminal.end()
        assert not COLOUR.search(terminal.output)


def test_the_footer_and_colour_at_full_width(state: Path) -> None:
    """With room for it the footer names every key; colour is there unless it is unwanted."""
    with start(state, columns=120) as terminal:
        terminal.wait_for(
            "Enter verder · leeg: overslaan · later: wachten · Alt+Enter nieuwe regel · F1 uitleg · Ctrl+C pauze"
        )
        assert COLOUR.search(terminal.output)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert "er was nog niets ingevuld" in terminal.text
    assert not state.exists()


def test_control_characters_are_shown(state: Path) -> None:
    """What could steer the terminal is made visible, and kept as it was typed."""
    with start(state) as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER)
        terminal.paste("rood \x1b[31m \x9b2J einde")
        terminal.wait_for("einde")
        terminal.type(ENTER)
        terminal.wait_for("Vraag 2 van 10", "rood ␛[31m <U+009B>2J einde", FOOTER)
        terminal.type(CTRL_C)
        terminal.end()
    assert draft(state)[0] == {"experience": "rood \x1b[31m \x9b2J einde"}


def test_names_are_completed(state: Path) -> None:
    """Tab completes what is known."""
    with start(state, "moment") as terminal:
        terminal.wait_for("verwonderd", FOOTER)
        terminal.type("Mooi" + ENTER)
        terminal.wait_for("Wat bracht het", " 2  potentieel    wat het nog kan worden", FOOTER)
        terminal.type("3" + ENTER)
        terminal.wait_for("> 3\n  toegepast", "Wie waren erbij?", FOOTER)
        terminal.type("no" + TAB)
        terminal.wait_for("> Noor")
        terminal.type(ENTER)
        terminal.wait_for("Bij welk leertraject", FOOTER)
        terminal.type(CTRL_C)
        terminal.end()
    assert draft(state)[0] == {"surprise": "Mooi", "value": "toegepast", "with": "Noor"}


def test_the_clock_runs_along_by_itself(state: Path) -> None:
    """At 60 columns too, over all questions, and without touching what is being typed."""
    with start(state, "after", "--clock", columns=60) as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER, "Anja · 0 min")
        terminal.type("Half een zi")
        pass_minutes(state, 2)
        screen = terminal.wait_for("Anja · 2 min", "> Half een zi")
        assert max(len(line) for line in screen.split("\n")) < 60
        terminal.type("n" + ENTER)
        pass_minutes(state, 3)
        terminal.wait_for("Vraag 2 van 10", FOOTER, "Anja · 3 min")
        assert terminal.text.count(" min") == 1, "only beside the question that is asked"
        terminal.type(CTRL_C)
        terminal.end()
    assert draft(state)[0] == {"experience": "Half een zin"}


def test_a_clock_that_says_the_same_sends_nothing(state: Path) -> None:
    """Drawing would hide the cursor for a moment, every time."""
    with start(state, "after", "--clock") as terminal:
        terminal.wait_for("Vraag 1 van 10", FOOTER, "Anja · 0 min")
        drawn = looks(state)
        terminal.until(lambda _: looks(state) >= drawn + 2)
        before = terminal.raw
        terminal.until(lambda _: looks(state) >= drawn + 5)
        assert terminal.raw == before


def test_a_simple_terminal_tells_the_time_with_a_question(state: Path) -> None:
    """Once a minute has passed, and not again when an answer was refused."""
    with start(state, "prepare", "--plain", "--clock") as terminal:
        terminal.wait_for("Met wie bereid je dit voor?")
        terminal.reads()
        assert "Klok" not in terminal.text
        pass_minutes(state, 1)
        terminal.type(ENTER)
        terminal.wait_for("Klok: ")
        terminal.type("31 feb" + ENTER)
        terminal.wait_for("bestaat niet")
        terminal.reads()
        assert terminal.text.count("Klok: ") == 1
        terminal.type(CTRL_C)
        terminal.end()
        assert "Klok: 1 minuut\n>" in terminal.text


def test_a_pipe_is_not_told_the_time(state: Path) -> None:
    """Nobody looks on."""
    command = [sys.executable, DRIVER, "after", str(state), "--clock"]
    pass_minutes(state, 6)
    done = subprocess.run(command, input="Mooi\n", capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert "Klok" not in done.stderr
    assert " min" not in done.stderr


@pytest.mark.parametrize(("options", "env"), [((), {"TERM": "dumb"}), (("--plain",), {})])
def test_a_simple_terminal(state: Path, options: tuple[str, ...], env: dict[str, str]) -> None:
    """On TERM=dumb and with --plain it is a line an answer, without one control code."""
    with start(state, "after", *options, env=env) as terminal:
        terminal.wait_for("Eén regel per antwoord", "Vraag 1 van 10: Hoe heb je het beleefd?\n>")
        terminal.type("Mooi" + ENTER)
        terminal.wait_for("Vraag 2 van 10")
        terminal.type("Contacten \\" + ENTER + "en een boek" + ENTER)
        terminal.wait_for("Vraag 3 van 10")
        terminal.type("?" + ENTER)
        terminal.wait_for("vuistregel")
        terminal.type("<" + ENTER)
        terminal.wait_for("Nu staat er: Contacten\nen een boek")
        terminal.type(ENTER)
        terminal.wait_for("Vraag 3 van 10", times=2)
        terminal.type("half een zi")
        terminal.wait_for("half een zi")
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert "\x1b" not in terminal.output
    assert draft(state) == (
        {"experience": "Mooi", "potential": "Contacten\nen een boek", "applied": "half een zi"},
        "applied",
    )


def test_piped(state: Path) -> None:
    """Piped lines give the same result in the same order, and no control code comes out."""
    lines = "Mooi\n\nIk begin bij het thema\n\n\n\n\n\nTe druk\nteamleider\n7 dec\n\nElke maand een dossier\nKees\n\n"
    done = subprocess.run(
        [sys.executable, DRIVER, "after", str(state)], input=lines, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Klaar\n"
    assert "\x1b" not in done.stderr
    assert finished(state) == {
        "experience": "Mooi",
        "applied": "Ik begin bij het thema",
        "obstacles": "Te druk (wie: teamleider, voor 2026-12-07)",
        "upkeep": "Elke maand een dossier (wie: Kees)",
    }
