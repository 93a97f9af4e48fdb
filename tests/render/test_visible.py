import unicodedata
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.text import visible
from leerlog.render.near import CONSOLE, NEAR, near, of_terminal
from tests.conftest import ROOT


def test_what_a_terminal_obeys_is_shown_instead():
    """Escape, its eight-bit form, bell, delete, and a carriage return that writes over a line."""
    assert visible("\x1b[2J\x9b2J\x07\x7f\r") == "␛[2J<U+009B>2J␇␡␍"


def test_what_hides_the_order_of_words_is_shown():
    """Bidi overrides and isolates, and separators that some take for a line's end."""
    assert visible("a\u202eb\u2066c\u2028d\u0085") == "a<U+202E>b<U+2066>c<U+2028>d<U+0085>"


def test_newlines_are_kept_only_when_asked():
    """In a list a text stands on one line."""
    assert visible("a\nb\tc", keep_newlines=True) == "a\nb    c"
    assert visible("a\nb") == "a b"


@given(st.text(alphabet=st.characters()))
def test_nothing_that_controls_comes_through(text):
    """Whatever the text, and it can always be written as UTF-8."""
    shown = visible(text)
    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert shown.encode().decode() == shown


def test_all_that_is_to_be_seen_is_looked_for():
    """Every character that is shown in another way is one that Python does not call printable: that is looked at."""
    changed = [chr(code) for code in range(0x110000) if visible(f"\n{chr(code)}", True) != f"\n{chr(code)}"]
    assert len(changed) > 2000
    assert not [character for character in changed if character.isprintable()]


def test_ordinary_text_stays_as_it_is():
    """Accents, quotes, emoji, other scripts."""
    text = "Één ‘zaak’ · 漢字 👩‍💻 عربي"
    assert visible(text) == text


def test_an_encoding_without_our_marks_gets_plain_ones():
    """Only for what it lacks: cp1252 has the dot and the ellipsis, ASCII does not."""
    assert near("✓ ██ · … −2 →", "cp1252") == "x ## · … -2 ->"
    assert near("✓ · …", "ascii") == "x - ..."
    assert near("✓ ██", "utf-8") == "✓ ██"
    assert near("„Zo” – € 3", "cp850") == '"Zo" - EUR 3'


def test_heights_become_shades_where_some_are_lacking() -> None:
    """All of them, so that what is more never looks less; a code page of the console has the shades."""
    assert near("▁▃▄▆█", "utf-8") == "▁▃▄▆█"
    assert near("▁▃▄▆█", "cp850") == near("▁▃▄▆█", "cp437") == near("▁▃▄▆█", CONSOLE) == "·░▒▓█"
    assert near("▄", "cp850") == "▒"
    assert near("▁▃▄▆█", "ascii") == "-.:+#"


# WGL4 is what these code pages have together, and a few more.
PAGES = ["cp437", "cp850", "cp852", "cp866", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257"]
MORE = set("○●→←↑↓−")


def test_what_we_draw_is_in_the_fonts_of_the_console_of_windows() -> None:
    """Every mark in the code that draws, once it is near; what a person wrote stays as it was."""
    code = [path for path in (ROOT / "src").rglob("*.py") if not {"word.py", "journal"} & set(path.parts)]
    drawn = {letter for path in code for letter in path.read_text("utf-8")}
    marks = {letter for letter in near("".join(drawn), CONSOLE) if category(letter)[0] in "SP"}
    assert {"√", "█", "·"} < marks
    for mark in marks - MORE:
        assert any(mark.encode(page, "ignore") for page in PAGES), mark
    assert near("漢字 ž 👩‍💻", CONSOLE) == "漢字 ž 👩‍💻"


@pytest.mark.parametrize(
    ("env", "windows", "told"),
    [
        ({}, True, CONSOLE),
        ({"WT_SESSION": "{1}"}, True, "utf-8"),
        ({"TERM_PROGRAM": "vscode"}, True, "utf-8"),
        ({}, False, "utf-8"),
    ],
)
def test_that_console_is_told_from_a_later_terminal(env: dict[str, str], windows: bool, told: str) -> None:
    """Which has fonts for all marks."""
    assert of_terminal("utf-8", env, windows) == told


def test_a_letter_loses_its_accent_before_it_is_lost() -> None:
    """In what an encoding has not; what has no letter near to it becomes a question mark."""
    assert near("Žofie, é, ő, 漢, 😀", "cp850") == "Zofie, é, o, ?, ?"
    assert "Zo\u0301".encode("cp1252", NEAR) == b"Zo"
