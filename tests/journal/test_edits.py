"""Edits touch the line concerned and no other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, tidy
from leerlog.domain.value import Level
from leerlog.errors import EntryChanged, UnknownId
from leerlog.journal.edits import replacing, set_answer, set_field, tick
from leerlog.journal.parsing import parse
from leerlog.journal.text import render
from tests.journal.strategies import entries

DAY = date(2026, 12, 5)

BY_HAND = """## 2026-11-23 · Met de hand

### Waarom?

- [ ] dit is een antwoord, geen afspraak

### AFSPRAKEN

Vooraf.

* [ ] Een lange afspraak die
  over regels loopt (wie: Anja,
  voor 2026-12-07)  
+ [x] Al af
- [ ]
- [ ] Boven
    - [ ] Onder (wie: Kees)

Los.

### Belemmeringen
- [ ] Lakken kost tijd (wie: Anja) echt
- [X] Klaar (gedaan 2026-11-30)
- [ ] Fout (wie: Noor, voor 31 november)
"""  # noqa: W291


def the(block: str) -> Entry:
    (entry,), _ = parse(block)
    return entry


def changed(block: str, result: str) -> list[tuple[str, str]]:
    """The lines that differ."""
    pairs = zip(block.split("\n"), result.split("\n"), strict=True)
    return [(old, new) for old, new in pairs if old != new]


@given(entries().map(tidy).filter(lambda entry: entry.follow_ups), st.data())
def test_ticking_changes_one_item_and_one_line(entry: Entry, data: st.DataObject) -> None:
    """Whatever the item says, only it is ticked, and only its line differs."""
    number = data.draw(st.integers(1, len(entry.follow_ups)))
    block = render(entry)
    result = tick(number, DAY)(block)
    item = entry.follow_ups[number - 1]
    ticked = item._replace(ticked=True, done=item.done or DAY)
    expected = entry._replace(follow_ups=tuple(ticked if f is item else f for f in entry.follow_ups))
    assert the(result)._replace(line=0) == expected
    assert len(changed(block, result)) == (item != ticked)
    assert tick(number, DAY)(result) == result


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (1, ["* [x] Een lange afspraak die", "  voor 2026-12-07, gedaan 2026-12-05)  "]),
        (2, ["+ [x] Al af (gedaan 2026-12-05)"]),
        (3, ["- [x] Boven (gedaan 2026-12-05)"]),
        (4, ["    - [x] Onder (wie: Kees, gedaan 2026-12-05)"]),
        (5, ["- [x] Lakken kost tijd (wie: Anja, gedaan 2026-12-05) echt"]),
        (6, ["- [x] Klaar (gedaan 2026-11-30)"]),
        (7, ["- [x] Fout (wie: Noor, voor 31 november) (gedaan 2026-12-05)"]),
    ],
)
def test_ticking_what_a_hand_made(number: int, lines: list[str]) -> None:
    """Wrapped items, other bullets, sub-items and capital X are ticked where they stand."""
    result = tick(number, DAY)(BY_HAND)
    assert [new for _, new in changed(BY_HAND, result)] == lines
    before, after = the(BY_HAND), the(result)
    assert [f.ticked for f in after.follow_ups] == [f.ticked or i == number for i, f in enumerate(before.follow_ups, 1)]
    assert after.answers == before.answers


def test_items_by_hand_are_read() -> None:
    """Text around the items is an answer; an empty box is nothing; an item without words is none."""
    entry = the(BY_HAND)
    assert [f.text for f in entry.follow_ups] == [
        *("Een lange afspraak die over regels loopt", "Al af", "Boven", "Onder"),
        *("Lakken kost tijd echt", "Klaar", "Fout (wie: Noor, voor 31 november)"),
    ]
    assert [a.text for a in entry.answers] == ["- [ ] dit is een antwoord, geen afspraak", "Vooraf.\n\nLos."]
    problems = parse(BY_HAND, "2026-11.md")[1]
    assert [str(p) for p in problems] == [
        "2026-11.md:15: hier staat geen vakje, dus dit telt niet mee; schrijf - [ ] ervoor",
        "2026-11.md:24: de datum '31 november' bestaat niet; deze afspraak staat zonder datum",
    ]
    assert BY_HAND.split("\n")[23].startswith("- [ ] Fout")


@pytest.mark.parametrize("number", [0, -1, 8])
def test_there_is_no_such_item(number: int) -> None:
    """A number that no item has is refused."""
    with pytest.raises(UnknownId, match="7 afspraken"):
        tick(number, DAY)(BY_HAND)


@given(entries().map(tidy), st.sampled_from(["", *Level]))
def test_weighing_sets_one_label(entry: Entry, value: str) -> None:
    """The value is set, replaced or taken away, and nothing else is."""
    block = render(entry)
    result = set_field("Waarde", value)(block)
    weighed = entry._replace(value=Level(value) if value else None)
    assert the(result)._replace(line=0) == weighed
    assert result == render(weighed)


@pytest.mark.parametrize(
    ("block", "label", "value", "result"),
    [
        ("## 2026-11-23", "Met", "Anja", "## 2026-11-23\n\n- Met: Anja\n"),
        ("## 2026-11-23\nTekst\n", "Met", "Anja", "## 2026-11-23\n\n- Met: Anja\n\nTekst\n"),
        ("## 2026-11-23\n\n- a: b\n", "Met", "Anja", "## 2026-11-23\n\n- Met: Anja\n\n- a: b\n"),
        ("## 2026-11-23\n- Met: A\n- b: c\nx", "Delen", "team", "## 2026-11-23\n- Met: A\n- b: c\n- Delen: team\nx"),
        ("## 2026-11-23\n- Met: A\n- b: c\nx", "Waarde", "1", "## 2026-11-23\n- Waarde: 1\n- Met: A\n- b: c\nx"),
        ("## 2026-11-23\n* Met: A\n- b: c\nx", "Met", "B\nC", "## 2026-11-23\n* Met: B C\n- b: c\nx"),
        ("## 2026-11-23\n- Met: A\n- b: c\nx", "Met", "", "## 2026-11-23\n- Met:\n- b: c\nx"),
        ("## 2026-11-23\n- Met: A\n- Delen: team\nx", "Met", "", "## 2026-11-23\n- Delen: team\nx"),
        ("## 2026-11-23\n\n- Met: A\n\nx", "Met", "", "## 2026-11-23\n\nx"),
        ("## 2026-11-23\n\n- Met: A\n\n- Delen: team\n", "Met", "", "## 2026-11-23\n\n- Met:\n\n- Delen: team\n"),
        ("## 2026-11-23\n\n- Met: A", "Met", "", "## 2026-11-23\n"),
        ("## 2026-11-23\n\nx", "Met", "", "## 2026-11-23\n\nx"),
    ],
)
def test_setting_a_label_by_hand(block: str, label: str, value: str, result: str) -> None:
    """Lists that are not ours, unknown labels and other bullets stay what they were."""
    assert set_field(label, value)(block) == result
    assert the(result).answers == the(block).answers


@given(entries().map(tidy), st.data())
def test_weighing_an_answer_keeps_it_private(entry: Entry, data: st.DataObject) -> None:
    """Setting an answer's value changes its comment, and only that."""
    asked = [a for a in entry.answers if a.question]
    if not asked:
        return
    question = data.draw(st.sampled_from(asked)).question
    answer = next(a for a in asked if a.question == question)
    level = data.draw(st.sampled_from(list(Level)))
    result = set_answer(answer.question, "value", level)(render(entry))
    weighed = answer._replace(value=level)
    expected = entry._replace(answers=tuple(weighed if a is answer else a for a in entry.answers))
    assert result == render(expected)


def test_a_bare_private_stays_private() -> None:
    """What a hand wrote to hide an answer is not lost when the answer is weighed."""
    block = "## 2026-11-23\n\n### Q\n\n<!-- question=q private -->\n\nx\n"
    result = set_answer("q", "value", "toegepast")(block)
    assert the(result).answers[0].private
    assert not the(set_answer("q", "private", "")(block)).answers[0].private
    with pytest.raises(UnknownId, match="'r'"):
        set_answer("r", "value", "toegepast")(block)


def test_a_block_that_changed_elsewhere_is_not_replaced() -> None:
    """Both texts are kept; blank lines at the end are no change."""
    assert replacing("## a\n\nx\n", "## a\n\ny\n")("## a\n\nx\n\n") == "## a\n\ny\n\n"
    assert replacing("## a\n", "")("## a\n\n") == ""
    with pytest.raises(EntryChanged):
        replacing("## a\n\nx\n", "## a\n\ny\n")("## a\n\nz\n")
