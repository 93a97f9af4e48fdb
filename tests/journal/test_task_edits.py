"""Moving an item, and saying what came of it: its own line or one more below it, and no other."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, FollowUp, one_line, tidy
from leerlog.errors import EntryChanged, UsageError
from leerlog.journal.additions import add_item
from leerlog.journal.edits import tick
from leerlog.journal.parsing import parse
from leerlog.journal.store import Journal
from leerlog.journal.task_edits import give_result, move
from leerlog.journal.text import render
from tests.journal.strategies import days, entries, texts
from tests.journal.test_by_hand import ITEMS
from tests.journal.test_edits import BY_HAND, changed, the

DAY = date(2026, 12, 5)
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
    """What a person wrote stays; saying the same once more is no change."""
    block = give_result(1, "Zo", "Een")("## 2026-11-23\n### Afspraken\n- [x] Een")
    assert block == "## 2026-11-23\n### Afspraken\n- [x] Een\n  - Resultaat: Zo"
    assert give_result(1, "Zo ", "Een")(block) == block
    with pytest.raises(UsageError, match="kwam: Zo"):
        give_result(1, "Anders", "Een")(block)


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
