"""What is shown: aligned, wrapped, without anything that steers the terminal."""

import io

import pytest

from leerlog.dialogue import prompt
from leerlog.dialogue.prompt import footer
from leerlog.dialogue.screen import Screen
from leerlog.dialogue.talk import Clock, Turn
from leerlog.dialogue.wording import echo_of, how, in_words, options, to_choose
from leerlog.domain.checklist import Choice
from tests.dialogue.helpers import CHOICES, TODAY, question

LEVELS = ["1 beleving", "2 potentieel", "3 toegepast", "4 gerealiseerd", "5 herkaderend"]


def shown(monkeypatch: pytest.MonkeyPatch, columns: int, method: str, *args: object, **settings: object) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    # What is no console at all Rich takes for an old one of Windows, of which the last column can't be used.
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: False)
    stream = io.StringIO()
    getattr(Screen(stream), method)(*args, **settings)
    return stream.getvalue()


def test_the_head_is_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The title stands left and the place right; where that doesn't fit they take two lines."""
    head = shown(monkeypatch, 100, "head", "Voorbereiding", "Woo-training", "Vraag 3 van 9").strip("\n")
    assert head.startswith("Voorbereiding · Woo-training   ")
    assert head.endswith("   Vraag 3 van 9")
    assert len(head) == 80
    narrow = shown(monkeypatch, 40, "head", "Voorbereiding", "Woo-training voor gevorderden", "Vraag 3 van 9").split(
        "\n"
    )
    assert [line.strip() for line in narrow if line.strip()][-1] == "Vraag 3 van 9"
    assert max(len(line) for line in narrow) < 40


def test_options_break_between_and_not_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 60 columns the levels take two lines, each option in one piece."""
    aside = shown(monkeypatch, 60, "aside", "Wat bracht het tot nu toe?", "Enter: weet ik nog niet", LEVELS)
    assert aside.split("\n") == [
        "Wat bracht het tot nu toe?  1 beleving  2 potentieel",
        "3 toegepast  4 gerealiseerd  5 herkaderend",
        "(Enter: weet ik nog niet)",
        "",
    ]


def test_long_answers_are_indented(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer goes on under itself, blank lines and wide characters included."""
    echo = shown(monkeypatch, 30, "echo", "Een zin van meer dan dertig tekens\n\n漢字漢字漢字漢字漢字漢字漢字漢字")
    assert echo.split("\n")[:4] == ["> Een zin van meer dan dertig", "  tekens", "", "  漢字漢字漢字漢字漢字漢字漢"]


@pytest.mark.parametrize("plain", [True, False])
def test_markup_and_control_characters_are_text(plain: bool) -> None:
    """Brackets, colons and escape codes in anything shown come out as they are written."""
    stream = io.StringIO()
    screen = Screen(stream, plain)
    nasty = "[bold]x[/y] :smile: \x1b]0;t\x07 \x9b2J"
    screen.opening(nasty, nasty, nasty, nasty, nasty)
    screen.head(nasty, nasty, nasty)
    screen.question(nasty, nasty, [nasty], [nasty], nasty)
    screen.aside(nasty, nasty, [nasty])
    screen.echo(nasty)
    screen.took(nasty)
    screen.wrong(nasty)
    screen.say(nasty)
    screen.background(nasty)
    screen.summary(nasty, nasty, [(nasty, nasty)])
    text = stream.getvalue()
    assert "[bold]x[/y] :smile: ␛]0;t␇ <U+009B>2J" in text
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)


def test_plain_is_label_and_value() -> None:
    """Plain text is a line a thing, unwrapped, with a label where one helps."""
    stream = io.StringIO()
    screen = Screen(stream, plain=True)
    screen.question("Wat?", "Vraag 1 van 2", ["Kort."], ["1 ja", "2 nee"], "Iets")
    assert stream.getvalue() == "Vraag 1 van 2: Wat?\nKort.\nEerder: Iets\nKies uit: 1 ja, 2 nee\n"


def test_answers_in_words() -> None:
    """Dates in full, choices and items as a person says them; unchecked ones as typed."""
    fixed = question("d", kind="follow-up", item="Bespreken")
    assert in_words(question("a", kind="date"), "2026-12-07") == "maandag 7 december 2026"
    assert in_words(question("a", kind="date"), "31 f") == "31 f"
    assert in_words(question("a", kind="choice", choices=CHOICES), "collega") == "met een collega"
    assert in_words(fixed, "2026-12-07") == "maandag 7 december 2026"
    assert in_words(fixed, "bij de koffie (voor 2026-12-07)") == "bij de koffie · voor maandag 7 december 2026"
    assert in_words(question("b", kind="ask"), "Een (wie: Noor)\nTwee") == "Een · Noor\nTwee"


def test_what_an_answer_was_taken_to_mean() -> None:
    """Said only when it adds to what was typed."""
    assert echo_of(question("a", kind="choice", choices=CHOICES), "alleen", "alleen", TODAY) == ""
    assert echo_of(question("a", kind="choice", choices=CHOICES), "1", "alleen", TODAY) == "alleen"
    assert echo_of(question("a"), "x", "x", TODAY) == ""
    assert echo_of(question("a", kind="date"), "", "", TODAY) == ""
    ask = question("a", kind="ask", repeats=True)
    kept = "Bellen (wie: Noor, voor 2027-03-20)\nSchrijven"
    assert echo_of(ask, "Bellen (Noor, 20 maart)\nSchrijven", kept, TODAY) == (
        "Bellen · Noor · voor zaterdag 20 maart 2027"
    )
    assert echo_of(ask, kept, kept, TODAY) == ""


def test_options_and_how_to_answer() -> None:
    """A scale shows its numbers, with words where it has them."""
    assert options(question("a", kind="scale", low=1, high=3)) == ["1", "2", "3"]
    named = question("a", kind="scale", low=0, high=1, choices=(Choice("0", "niet"), Choice("1", "helemaal")))
    assert options(named) == ["0 niet", "1 helemaal"]
    assert options(question("a")) == []
    assert how(question("a")) == ""
    assert "7 dec" in how(question("a", kind="date"))


@pytest.mark.parametrize("columns", range(20, 140, 5))
def test_the_footer_fits(columns: int) -> None:
    """Whatever the question, and the wider the more keys."""
    for turn in (Turn(), Turn(empty="nee", short=True, back=False, later=False), Turn("x", empty="weet ik nog niet")):
        assert 0 < len(footer(columns, turn)) < columns
        assert len(footer(columns, turn)) >= len(footer(columns - 5, turn))
        assert footer(5, turn) == ""


@pytest.mark.parametrize(
    ("turn", "keys"),
    [
        (
            Turn(),
            "Enter verder · leeg: overslaan · Alt+Enter nieuwe regel · Shift+Tab terug · F1 uitleg · Ctrl+C pauze",
        ),
        (Turn(short=True, back=False), "Enter verder · leeg: overslaan · F1 uitleg · Ctrl+C pauze"),
        (Turn(empty="nee", short=True, back=False, later=False), "Enter: nee · F1 uitleg · Ctrl+C stopt"),
        (
            Turn(short=True, waits=True),
            "Enter verder · leeg: overslaan · later: wachten · Shift+Tab terug · F1 uitleg · Ctrl+C pauze",
        ),
        (Turn(empty="nee"), "Enter: nee · Shift+Tab terug · F1 uitleg · Ctrl+C pauze"),
        (Turn("7 dec", empty="nee", back=False), "Enter verder · leeg: nee · F1 uitleg · Ctrl+C pauze"),
        (Turn(empty="", back=False, later=False), "Enter verder · F1 uitleg · Ctrl+C stopt"),
    ],
)
def test_the_footer_is_true(turn: Turn, keys: str) -> None:
    """What Enter means, whether there is a way back or an explanation, and whether stopping is for later."""
    keys = keys.replace("Alt+Enter", prompt.NEW_LINE)
    assert footer(120, turn._replace(background=lambda: None)) == keys
    assert footer(120, turn) == keys.replace(" · F1 uitleg", "")


def test_on_windows_the_key_for_a_new_line_is_one_that_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its terminal keeps Alt+Enter for itself."""
    monkeypatch.setattr(prompt, "NEW_LINE", "Ctrl+O")
    assert " · Ctrl+O nieuwe regel · " in footer(120)


def test_where_there_is_little_room_the_footer_keeps_what_matters_most() -> None:
    """What leaving it empty does stays longer than the way back, also beside a clock at 80 columns."""
    explained = Turn(background=lambda: None)
    clocked = explained._replace(clock=Clock("Anja", lambda: 60.0))
    assert footer(80, clocked).rpartition("   ")[0].rstrip() == (
        "Enter verder · leeg: overslaan · F1 uitleg · Ctrl+C pauze"
    )
    assert footer(50, explained) == "Enter verder · leeg: overslaan · Ctrl+C pauze"
    assert footer(25, explained) == "Enter · F1 · Ctrl+C"
    assert footer(20) == "Enter · Ctrl+C"


def test_columns_to_choose_from_stay_in_line() -> None:
    """Also where the last is cut."""
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        Screen(stream).numbered([f"blijft   {n:2} nov  {'woord ' * n}" for n in (1, 30)])
    assert [line.index("nov") for line in stream.getvalue().splitlines()] == [16, 16]


@pytest.mark.parametrize(
    ("columns", "line"), [(60, " 1  beleving: hoe"), (80, " 1  beleving      hoe"), (40, " 1  beleving: hoe")]
)
def test_a_level_stands_apart_from_what_it_is(columns: int, line: str) -> None:
    """In a column of its own, or where there is little room by a colon."""
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", f"{columns}")
        screen = Screen(stream)
        screen.numbered(to_choose(screen))
    assert stream.getvalue().startswith(line)
