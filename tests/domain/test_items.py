"""One line of a task list, and the item that it means."""

from datetime import date

import pytest

from leerlog.domain.entry import FollowUp
from leerlog.domain.items import TASK, done_ending, item_line, parse_item, task_line

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
