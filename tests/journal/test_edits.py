"""Changes that touch only the line concerned."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, FollowUp, one_line, tidy
from leerlog.domain.value import Level
from leerlog.errors import EntryChanged, UnknownId, UsageError
from leerlog.journal.edits import add_item, give_result, move, set_field, tick, untick
from leerlog.journal.parsing import parse
from leerlog.journal.store import Journal
from leerlog.journal.writing import render
from tests.journal.strategies import days, entries, follow_ups, texts
from tests.journal.test_by_hand import ITEMS

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


with_items = entries().map(tidy).filter(lambda entry: entry.follow_ups)


def with_item(entry: Entry, number: int, item: FollowUp) -> Entry:
    before = entry.follow_ups
    return entry._replace(follow_ups=(*before[: number - 1], item, *before[number:]))


@given(with_items, days, st.data())
def test_moving_changes_one_day_and_one_line(entry: Entry, day: date, data: st.DataObject) -> None:
    """Whatever the item says, only its date changes; what is done stays where it was."""
    number = data.draw(st.integers(1, len(entry.follow_ups)))
    item, block = entry.follow_ups[number - 1], render(entry)
    if not item.open:
        with pytest.raises(UsageError, match="al gedaan"):
            move(number, day, item.text)(block)
        return
    result = move(number, day, item.text)(block)
    assert the(result)._replace(line=0) == with_item(entry, number, item._replace(due=day))
    assert len(changed(block, result)) == (item.due != day)
    assert move(number, day, item.text)(result) == result


@given(with_items, texts, st.data())
def test_a_result_is_one_line_more(entry: Entry, text: str, data: st.DataObject) -> None:
    """Whatever is said, it comes back as the result of that item, and every other line stays."""
    number = data.draw(st.integers(1, len(entry.follow_ups)))
    item, text = entry.follow_ups[number - 1], one_line(text)
    item = item._replace(result="")
    entry = with_item(entry, number, item)
    block = render(entry)
    result = give_result(number, text, item.text)(block)
    told = with_item(entry, number, item._replace(result=text))
    assert the(result)._replace(line=0) == told
    assert result == render(told)
    assert give_result(number, text, item.text)(result) == result
    done = tick(number, DAY)(result)
    assert the(done).follow_ups[number - 1] == item._replace(result=text, ticked=True, done=item.done or DAY)


@pytest.mark.parametrize(
    ("number", "seen", "line"),
    [
        (1, "Een lange afspraak die over regels loopt", "  voor 2026-12-05)  "),
        (3, "Boven", "- [ ] Boven (voor 2026-12-05)"),
        (4, "Onder", "    - [ ] Onder (wie: Kees, voor 2026-12-05)"),
        (5, "Lakken kost tijd echt", "- [ ] Lakken kost tijd (wie: Anja, voor 2026-12-05) echt"),
        (7, "Fout (wie: Noor, voor 31 november)", "- [ ] Fout (wie: Noor, voor 2026-12-05)"),
    ],
)
def test_moving_what_a_hand_made(number: int, seen: str, line: str) -> None:
    """Wrapped items, sub-items and dates that were none are moved where they stand."""
    result = move(number, DAY, seen)(BY_HAND)
    assert [new for _, new in changed(BY_HAND, result)] == [line]
    assert the(result).follow_ups[number - 1].due == DAY


WRAPPED = "## 2026-11-23\n\n### Afspraken\n\n* [ ]\t Een  (wie:\n  Anja \n  )  \n- [ ] Twee (voor 7\n  december)\n"


def test_moving_finds_its_way_over_line_ends() -> None:
    """The date goes before the bracket, wherever that stands; one broken over two lines is left alone."""
    assert the(WRAPPED).follow_ups[0] == FollowUp("follow_up", "Een", "Anja")
    result = move(1, DAY, "Een")(WRAPPED)
    assert changed(WRAPPED, result) == [("  )  ", "  , voor 2026-12-05)  ")]
    assert the(result).follow_ups[0] == FollowUp("follow_up", "Een", "Anja", DAY)
    with pytest.raises(UsageError, match="met de hand: Twee"):
        move(2, DAY, "Twee")(WRAPPED)


@pytest.mark.parametrize(
    ("number", "seen", "before", "line"),
    [
        (1, "Een lange afspraak die over regels loopt", "  voor 2026-12-07)  ", "  - Resultaat: Zo"),
        (3, "Boven", "- [ ] Boven", "  - Resultaat: Zo"),
        (4, "Onder", "    - [ ] Onder (wie: Kees)", "      - Resultaat: Zo"),
    ],
)
def test_a_result_stands_below_what_a_hand_made(number: int, seen: str, before: str, line: str) -> None:
    """Below its last line and indented under it, above the sub-items."""
    lines = give_result(number, " Zo\n", seen)(BY_HAND).split("\n")
    at = lines.index(line)
    assert lines[at - 1] == before
    assert lines[:at] + lines[at + 1 :] == BY_HAND.split("\n")
    items = the("\n".join(lines)).follow_ups
    assert [f.result for f in items] == ["Zo" if i == number else "" for i in range(1, len(items) + 1)]


@pytest.mark.parametrize(
    ("below", "result"),
    [
        ("  Resultaat: Zo", "Zo"),
        ("  - Resultaat: Zo\n    en zo", "Zo en zo"),
        ("\n\t* resultaat: Zo\n\n  - Resultaat: en zo", "Zo en zo"),
        ("  - Resultaat:", ""),
        ("- Resultaat: Zo", ""),
    ],
)
def test_a_result_by_hand_is_read(below: str, result: str) -> None:
    """With or without a bullet, over several lines; not in the first column, where it is text."""
    block = f"## 2026-11-23\n\n### Afspraken\n\n- [x] Een (wie: Anja)\n{below}\n"
    (item,) = the(block).follow_ups
    assert item == FollowUp("follow_up", "Een", "Anja", ticked=True, result=result)
    said = ["dit resultaat telt niet mee; zet er twee spaties voor"] if below.startswith("-") else []
    assert [each.message for each in parse(block)[1]] == said


def test_a_result_is_not_overwritten() -> None:
    """What came there meanwhile stays, what was seen makes way; saying the same once more is no change."""
    block = give_result(1, "Zo", "Een")("## 2026-11-23\n### Afspraken\n- [x] Een")
    assert block == "## 2026-11-23\n### Afspraken\n- [x] Een\n  - Resultaat: Zo"
    assert give_result(1, "Zo ", "Een")(block) == block
    with pytest.raises(EntryChanged, match="kwam: Zo"):
        give_result(1, "Anders", "Een")(block)
    assert give_result(1, "Anders", "Een", "Zo")(block) == block.replace("Zo", "Anders")
    assert give_result(1, "", "Een", "Zo")(block) == "## 2026-11-23\n### Afspraken\n- [x] Een"


@given(entries(), st.integers(0, 5))
def test_opening_again_undoes_ticking(entry: Entry, number: int) -> None:
    """Of whatever leerlog wrote: byte for byte, with its result where it was."""
    entry = tidy(entry)
    waiting = [at for at, item in enumerate(entry.follow_ups, 1) if item.open]
    if not waiting:
        return
    at = waiting[number % len(waiting)]
    block = render(entry)
    seen = parse(block)[0][0].follow_ups[at - 1].text
    assert untick(at, seen)(tick(at, DAY)(block)) == block


@pytest.mark.parametrize(
    ("line", "opened"),
    [
        ("- [x] Bellen", "- [ ] Bellen"),
        ("* [X] Bellen (Noor, 9 maart)", "* [ ] Bellen (Noor, 9 maart)"),
        ("- [ ] Bellen (gedaan op 7 dec, wie: Anja)", "- [ ] Bellen (wie: Anja)"),
        ("1. [x] Bellen ] (voor 2026-12-07, gedaan 2026-12-01)", "1. [ ] Bellen ] (voor 2026-12-07)"),
        ("> - [x] Bellen (gedaan\n  2026-12-01)", "> - [ ] Bellen"),
    ],
)
def test_what_a_hand_ticked_is_opened(line: str, opened: str) -> None:
    """In its own words, but for the day on which it was done; the line below stays."""
    head, below = "## 2026-11-23\n\n### Afspraken\n\n", "\n  - Resultaat: Zo\n- [x] Ander"
    assert untick(1, "Bellen ]" if "] (" in line else "Bellen")(head + line + below) == head + opened + below


def test_a_new_item_comes_behind_the_result_of_the_last() -> None:
    """It takes nothing over from the one above it."""
    block = "## 2026-11-23\n\n### Afspraken\n\n- [x] Een\n  - Resultaat: Zo\n"
    added = add_item(FollowUp("follow_up", "Twee", result="Ook"))(block)
    assert added == block + "- [ ] Twee\n  - Resultaat: Ook\n"


@pytest.mark.parametrize("number", [0, 1, 8])
def test_an_item_that_changed_elsewhere_is_left_alone(number: int) -> None:
    """Put in another order, in other words, or gone: nothing is changed."""
    for edit in (move(number, DAY, "Al af"), give_result(number, "Zo", "Al af")):
        with pytest.raises(EntryChanged, match="niets veranderd"):
            edit(BY_HAND)


def test_other_line_ends_stay(tmp_path: Path) -> None:
    """In a file of Windows the new line ends as the others do."""
    journal = Journal(tmp_path)
    path = journal.month_file(date(2026, 11, 1))
    before = "\ufeff## 2026-11-23\r\n### Afspraken\r\n- [ ] Een\r\n\r\n## 2026-11-24\r\nx\r\n"
    path.write_bytes(before.encode())
    entry = journal.read()[0][0]
    entry = journal.change(entry, give_result(1, "Zo", "Een"))
    journal.change(entry, move(1, DAY, "Een"))
    after = before.replace("Een\r\n", "Een (voor 2026-12-05)\r\n  - Resultaat: Zo\r\n")
    assert path.read_bytes() == after.encode()


@pytest.mark.parametrize("number", [1, 2, 3, 5])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_a_hand_spelled_is_changed_where_it_stands(tmp_path: Path, number: int, ends: str) -> None:
    """In any spelling the change is read back, and no other byte of the file is touched."""
    journal = Journal(tmp_path)
    path = journal.month_file(date(2026, 11, 1))
    path.write_bytes(ITEMS.replace("\n", ends).encode())
    entry = journal.read()[0][0]
    item = entry.follow_ups[number - 1]
    moved = journal.change(entry, move(number, DAY, item.text))
    assert moved.follow_ups == with_item(entry, number, item._replace(due=DAY)).follow_ups
    assert len(changed(ITEMS, path.read_bytes().decode().replace(ends, "\n"))) == 1
    told = journal.change(moved, give_result(number, "Zo", item.text))
    done = journal.change(told, tick(number, DAY))
    expected = item._replace(due=DAY, done=DAY, ticked=True, result="Zo")
    assert done.follow_ups == with_item(entry, number, expected).follow_ups
    after = path.read_bytes().decode()
    assert after.count(ends) == ITEMS.count("\n") + 1
    assert after.replace("\r\n", "").count("\n") == (0 if ends == "\r\n" else after.count("\n"))


@given(entries().map(tidy), follow_ups)
def test_adding_an_item_adds_its_line(entry: Entry, item: FollowUp) -> None:
    """It comes below its own kind, and every line that stood there stays as it was."""
    if not (added := tidy(entry._replace(follow_ups=(item,))).follow_ups):
        return
    result = add_item(item)(render(entry))
    expected = tidy(entry._replace(follow_ups=(*entry.follow_ups, *added)))
    assert the(result)._replace(line=0) == expected
    assert result == render(expected)


@pytest.mark.parametrize(
    ("block", "result"),
    [
        ("## 2026-11-23", "## 2026-11-23\n\n### Afspraken\n\n- [ ] X"),
        ("## 2026-11-23\n\nx\n\n\n", "## 2026-11-23\n\nx\n\n### Afspraken\n\n- [ ] X\n\n\n"),
        ("## 2026-11-23\n### Afspraken\n", "## 2026-11-23\n### Afspraken\n\n- [ ] X\n"),
        (
            "## 2026-11-23\n### afspraken\nlos\n### Waarom\ny\n",
            "## 2026-11-23\n### afspraken\nlos\n\n- [ ] X\n\n### Waarom\ny\n",
        ),
        (
            "## 2026-11-23\n### Afspraken\n* [x] a\n  b\nlos\n- [ ]\n",
            "## 2026-11-23\n### Afspraken\n* [x] a\n  b\n- [ ] X\nlos\n- [ ]\n",
        ),
        (
            "## 2026-11-23\nx\n### Belemmeringen\n- [ ] a\n",
            "## 2026-11-23\nx\n\n### Afspraken\n\n- [ ] X\n\n### Belemmeringen\n- [ ] a\n",
        ),
    ],
)
def test_adding_an_item_by_hand(block: str, result: str) -> None:
    """To what a hand wrote it adds one line, and a heading and blank lines where they are wanted."""
    assert add_item(FollowUp("follow_up", "X"))(block) == result
    assert the(result).follow_ups[-1].text in ("X", "a")
    assert [a.text for a in the(result).answers] == [a.text for a in the(block).answers]
