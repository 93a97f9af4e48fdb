"""One line of a task list, and the item that it means."""

from datetime import date

import pytest

from leerlog.domain.entry import FollowUp
from leerlog.domain.items import RESULT, TASK, done_ending, item_line, move_change, parse_item, task_line

DUE, DONE = date(2026, 12, 7), date(2026, 12, 5)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Uitproberen", FollowUp("ask", "Uitproberen")),
        ("Uitproberen (wie: Anja)", FollowUp("ask", "Uitproberen", "Anja")),
        ("Uitproberen (voor 2026-12-07)", FollowUp("ask", "Uitproberen", due=DUE)),
        ("Uit (wie: A, voor 2026-12-07)", FollowUp("ask", "Uit", "A", DUE)),
        ("Uit (wie: A, gedaan 2026-12-05)", FollowUp("ask", "Uit", "A", None, DONE, True)),
        ("Uit (voor 2026-12-07, gedaan 2026-12-05)", FollowUp("ask", "Uit", "", DUE, DONE, True)),
        ("Uit (wie: A, voor 2026-12-07, gedaan 2026-12-05)", FollowUp("ask", "Uit", "A", DUE, DONE, True)),
        ("Uit (wie: A (HR), voor 2026-12-07)", FollowUp("ask", "Uit", "A (HR)", DUE)),
        ("Uit (wie: A) en dan", FollowUp("ask", "Uit (wie: A) en dan")),
        ("Uit (wie: A) en (wie: B)", FollowUp("ask", "Uit (wie: A) en", "B")),
        (r"Uit \(wie: A)", FollowUp("ask", "Uit (wie: A)")),
        (r"Uit \\(wie: A)", FollowUp("ask", r"Uit \(wie: A)")),
        (r"Uit (wie: A\, voor 2026)", FollowUp("ask", "Uit", "A, voor 2026")),
        ("Uit (wie: A\\ , voor 2026-12-07)", FollowUp("ask", "Uit", "A\\", DUE)),
        ("Taart voor (3 personen)", FollowUp("ask", "Taart voor (3 personen)")),
        ("Taart (voor 3 personen)", FollowUp("ask", "Taart (voor 3 personen)")),
        ("Uit (wie: )", FollowUp("ask", "Uit (wie: )")),
        ("Uit ()", FollowUp("ask", "Uit ()")),
        ("Uit(wie: A)", FollowUp("ask", "Uit(wie: A)")),
    ],
)
def test_a_line_means_an_item(line: str, item: FollowUp) -> None:
    """Who, when and done stand in brackets at the end; anything else is text."""
    assert parse_item("ask", line) == item
    assert parse_item("ask", item_line(item), item.ticked) == item


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("2026-02-30", "bestaat niet"),
        ("7 dec", "geen datum"),
        ("7 december 2026", "geen datum"),
        ("7-12-2026", "geen datum"),
        ("2026-12-7", "geen datum"),
        ("7/12", "geen datum"),
    ],
)
def test_a_date_that_is_none_is_refused(when: str, reason: str) -> None:
    """It never ends up in somebody's name."""
    for line in (f"Uit (voor {when})", f"Uit (wie: A, voor {when})", f"Uit (wie: A, gedaan {when})"):
        with pytest.raises(ValueError, match=reason):
            parse_item("ask", line)


@pytest.mark.parametrize(
    ("line", "cut", "ending"),
    [
        ("Uit", 0, " (gedaan 2026-12-05)"),
        ("Uit (wie: A)", 1, ", gedaan 2026-12-05)"),
        ("Uit (wie: A\\)", 1, " , gedaan 2026-12-05)"),
        ("Uit (3 keer)", 0, " (gedaan 2026-12-05)"),
        ("Uit (wie: A, gedaan 2026-11-01)", 0, ""),
    ],
)
def test_done_goes_into_the_brackets(line: str, cut: int, ending: str) -> None:
    """Brackets that say who or when get one thing more; others stay text."""
    assert done_ending(line, DONE) == (cut, ending)
    assert parse_item("ask", line[: len(line) - cut] + ending).ticked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- [ ] a", "a"),
        ("* [x] a", "a"),
        ("+ [X]\ta", "a"),
        ("  - [ ] a", "a"),
        ("- [ ]", None),
        ("- [x](http://x)", ""),
        ("-[ ] a", ""),
        ("- [y] a", ""),
        ("x - [ ] a", ""),
    ],
)
def test_a_box_makes_a_task(line: str, words: str | None) -> None:
    """Any bullet and indentation will do; a link is no box."""
    found = TASK.match(line)
    assert (found[2] if found else "") == words


def test_a_task_shows_whether_it_is_done() -> None:
    """The box is for people, the date for who wants to know when."""
    assert task_line(FollowUp("ask", "a", "A", DUE)) == "- [ ] a (wie: A, voor 2026-12-07)"
    assert task_line(FollowUp("ask", "a", ticked=True)) == "- [x] a"
    assert task_line(FollowUp("ask", "a", ticked=True, result="b")) == "- [x] a\n  - Resultaat: b"


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("  - Resultaat: a", " a"),
        ("  Resultaat: a", " a"),
        ("\t* resultaat:a", "a"),
        ("      + Resultaat:", ""),
        ("  - Resultaat: Resultaat: a", " Resultaat: a"),
        ("- Resultaat: a", None),
        ("  Het resultaat: a", None),
        ("  - Resultaten: a", None),
        ("  -Resultaat: a", None),
    ],
)
def test_a_result_stands_below_its_item(line: str, result: str | None) -> None:
    """Indented, with or without a bullet."""
    found = RESULT.match(line)
    assert (found[1] if found else None) == result


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        ("Uit", "Uit (voor 2026-12-07)"),
        ("Uit (3 keer)", "Uit (3 keer) (voor 2026-12-07)"),
        ("Uit (wie: A)", "Uit (wie: A, voor 2026-12-07)"),
        ("Uit (wie: A\\)", "Uit (wie: A\\ , voor 2026-12-07)"),
        ("Uit (voor 2026-11-01)", "Uit (voor 2026-12-07)"),
        ("Uit (wie: A, voor 2026-11-01)", "Uit (wie: A, voor 2026-12-07)"),
        ("Uit (wie: A, voor 7 december)", "Uit (wie: A, voor 2026-12-07)"),
    ],
)
def test_another_day_takes_the_place_of_the_first(line: str, moved: str) -> None:
    """Who does it stays; a date that is none is mended."""
    start, end, text = move_change(line, DUE)
    assert line[:start] + text + line[end:] == moved
    assert parse_item("ask", moved).due == DUE


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Uit (privé)", FollowUp("ask", "Uit", private=True)),
        ("Uit (Prive)", FollowUp("ask", "Uit", private=True)),
        ("Uit (prive\u0301)", FollowUp("ask", "Uit", private=True)),
        ("Uit (wie: A, privé)", FollowUp("ask", "Uit", "A", private=True)),
        ("Uit (privé, wie: A)", FollowUp("ask", "Uit", "A", private=True)),
        ("Uit (wie: A, privé, voor 2026-12-07)", FollowUp("ask", "Uit", "A", DUE, private=True)),
        ("Uit (voor 2026-12-07, privé)", FollowUp("ask", "Uit", "", DUE, private=True)),
        (
            "Uit (wie: A, voor 2026-12-07, gedaan 2026-12-05, privé)",
            FollowUp("ask", "Uit", "A", DUE, DONE, True, "", True),
        ),
        (r"Uit \(privé)", FollowUp("ask", "Uit (privé)")),
        (r"Uit (wie: A\, privé)", FollowUp("ask", "Uit", "A, privé")),
        ("Uit (privéles)", FollowUp("ask", "Uit (privéles)")),
        ("Uit (wie: A, privéles)", FollowUp("ask", "Uit", "A, privéles")),
    ],
)
def test_an_item_may_be_private(line: str, item: FollowUp) -> None:
    """In any place between the brackets; what is added to the line later leaves it so."""
    assert parse_item("ask", line) == item
    assert parse_item("ask", item_line(item), item.ticked) == item
    cut, ending = done_ending(line, DONE)
    assert parse_item("ask", line[: len(line) - cut] + ending).private == item.private
    start, end, text = move_change(line, DUE)
    if not item.done:
        moved = parse_item("ask", line[:start] + text + line[end:])
        assert (moved.private, moved.due) == (item.private, DUE)
