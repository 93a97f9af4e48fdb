"""An item more adds its lines and touches no other."""

import pytest
from hypothesis import given

from leerlog.domain.entry import Entry, FollowUp, tidy
from leerlog.journal.additions import add_item
from leerlog.journal.parsing import parse
from leerlog.journal.text import render
from tests.journal.strategies import entries, follow_ups


def the(block: str) -> Entry:
    (entry,), _ = parse(block)
    return entry


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
