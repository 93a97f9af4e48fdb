"""What several people said, on a screen: a table where there is room for all of it, a list where there is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.documents.meeting import told_document
from leerlog.domain.text import cells
from leerlog.domain.told import Told
from leerlog.domain.value import Level
from tests.render.conftest import TODAY

NAMES = ("Lotte", "Bram", "Noor", "Idris")
TEXT = "De training informatiehuishouding, met Fatma in het rollenspel"
LEVELS = tuple(reversed(Level))


def told(*names, text=TEXT):
    """What each of them told of the first level, and the first of them of the third."""
    return [Told(Level.TOEGEPAST, names[0], "Ik bel nu eerst"), *(Told(Level.BELEVING, name, text) for name in names)]


def lines_of(shown, found, **how):
    """The lines below the heading."""
    return shown(told_document(found, TODAY), **how).split("De opbrengst op tafel\n")[1].rstrip("\n").split("\n")


def test_each_has_a_column_with_all_that_they_said(shown):
    """Below their name, in whole words; a level of which nobody told is there too."""
    heads, *lines = lines_of(shown, told(*NAMES), width=120)
    starts = [heads.index(name) for name in NAMES]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        column = [line[start:end].strip() for line in lines if line]
        assert column[:2] == ["·", "·"]
        assert " ".join(column[4:]) == TEXT
    assert [line[: starts[0]].strip() for line in lines if line[:5].strip()] == [
        f"{level.number}  {level.capitalize()}" for level in LEVELS
    ]


def test_what_takes_a_line_each_has_no_lines_between(shown):
    """Heads and five levels."""
    assert len(lines_of(shown, told("Lotte", "Bram", text="Kort"), width=80)) == 6


@pytest.mark.parametrize(
    ("found", "how"),
    [
        (told(*NAMES), {"width": 60}),
        (told(*NAMES, text="een " * 60), {"width": 100}),
        (told(*NAMES, text="verantwoordelijkheidsbesef" * 2), {"width": 100}),
        (told(*(f"Mens{at}" for at in range(9))), {"width": 100}),
        (told(*NAMES), {}),
    ],
)
def test_without_room_each_line_has_a_row(shown, found, how):
    """On a narrow screen, of many words or a long one, of many people, and in a pipe."""
    first = lines_of(shown, found, **how)[0]
    assert first.split()[:3] == ["toegepast", found[0].by, "Ik"]


def test_a_wide_screen_is_used_for_the_table_alone(shown, monkeypatch):
    """So that it can be read on the wall; a text would not be read any better."""
    monkeypatch.setenv("COLUMNS", "180")
    page = re.sub(r"\x1b\[[0-9;]*m", "", shown(told_document(told(*NAMES), TODAY), tty=True))
    title, *lines = (cells(line.rstrip()) for line in page.split("\n"))
    assert title == 100
    assert 100 < max(lines) <= 180


@given(
    st.lists(st.text(st.sampled_from("ab 漢é-"), min_size=1).filter(str.strip), min_size=1, max_size=7, unique=True),
    st.lists(st.text(st.sampled_from("abc 漢é·-")), min_size=7, max_size=7),
    st.integers(40, 160),
)
def test_it_is_never_wider_than_the_screen(shown, names, texts, width):
    """And no word of it is lost, whatever is said."""
    found = [Told(Level.BELEVING, name, text) for name, text in zip(names, texts, strict=False)]
    page = shown(told_document(found, TODAY), width=width)
    assert max(map(cells, page.split("\n"))) <= width
    letters = sorted("".join(page.split("De opbrengst op tafel\n")[1].split()))
    for text in texts[: len(names)]:
        assert not [letter for letter in set(text) - {" "} if letters.count(letter) < text.count(letter)]
