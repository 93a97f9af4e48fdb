"""Text in lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.text import cells, words, wrap

texts = st.text(alphabet=st.sampled_from("ab 1é漢\u0301, ."), max_size=60)


def test_wide_and_combining_characters_are_counted_as_they_show():
    """A Chinese character takes two columns, a combining accent none."""
    assert [cells(text) for text in ("abc", "漢字", "e\u0301", "é")] == [3, 4, 1, 1]
    assert [cells(picture) for picture in ("👍", "👍🏽", "⚠️", "👨\u200d👩\u200d👧")] == [2, 2, 2, 2]


@given(texts, st.integers(8, 30))
def test_wrapping_keeps_every_word_and_fits(text, room):
    """Nothing is lost, however long a word is."""
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= room for line in lines)


def test_a_list_in_a_text_keeps_its_margin():
    """What was indented stays so on every line of it."""
    assert wrap("  een twee drie vier vijf", 14) == ["  een twee", "  drie vier", "  vijf"]
    assert wrap(" 10  een twee drie vier", 14) == [" 10  een twee", "     drie vier"]


COMMANDS = [
    "leerlog drafts --save 2026-11-23-1642",
    'leerlog prepare "Woo training voor gevorderden"',
    "leerlog --journal team waardecheck 'Anja, Kees'",
    'leerlog done a2k3f9q2.1 --result "Het is af"',
    "leerlog review --quarter --full",
    "leerlog config name Anja",
    "leerlog value a2k3f9q2 toegepast",
    "leerlog --help",
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("end", ["", ".", ", en dan verder", " toont hoe het verder kan", "; dan zie je het"])
@pytest.mark.parametrize("room", [30, 40, 60, 80])
def test_a_command_stands_whole_on_its_line(command: str, end: str, room: int) -> None:
    """At any place in a sentence, in any width, also one that it is too long for."""
    for before in range(0, 60, 7):
        text = ("woord " * 12)[:before].rstrip() + f" ({command}{end}) en nog meer woorden daarachter"
        lines = wrap(text.strip(), room, cut=False)
        assert any(command in line for line in lines), lines
        assert " ".join(lines) == text.strip()


@pytest.mark.parametrize("room", range(20, 60))
def test_the_box_of_an_item_stands_whole_on_its_line(room: int) -> None:
    """So that it can be typed over."""
    text = "dit vakje ken ik niet; schrijf - [ ] of - [x]; leerlog check toont ze"
    said = "\n".join(wrap(text, room))
    assert ("- [ ]" in said, "- [x];" in said, said.split()) == (True, True, text.split())


def test_a_sentence_after_a_command_is_broken_as_any_other() -> None:
    """What is kept together is little more than the command."""
    assert [
        word for word in words("met leerlog drafts zet je hem later alsnog in je leerlog. Je tekst") if " " in word
    ] == ["leerlog drafts zet je"]
    for text in ("Je leerlog staat in /home/anja/leerlog: gewone", "een ander leerlog dan dit"):
        assert list(words(text)) == text.split()
    assert not any(" " in word for word in words("zo'n leerlog, met 't een en 't ander"))


def test_a_path_sticks_out_where_it_must_be_copied() -> None:
    """And is broken where nobody will."""
    path = "/home/anja/Documenten/leerlog/2026-11.md"
    assert wrap(f"Je tekst staat in {path}.", 20, cut=False) == ["Je tekst staat in", path + "."]
    assert wrap(path, 20) == ["/home/anja/", "Documenten/leerlog/", "2026-11.md"]
    assert max(map(cells, wrap(path.replace("/", "-"), 20))) == 20
