"""Long texts, whatever they are made of, come out as they went in; bench/linear.py times them."""

from collections.abc import Callable
from datetime import date

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp, clean, tidy
from leerlog.domain.items import RESULT, item_line, read_line
from leerlog.domain.share import leaving
from leerlog.journal.blocks import find_tasks
from leerlog.journal.edits import set_field
from leerlog.journal.parsing import parse
from leerlog.journal.splice import find, insert
from leerlog.journal.writing import render

DAY = date(2026, 11, 23)
FENCES = "".join(f"{'`' * n}\n" for n in range(1400, 2, -1))

PIECES = {
    "fences": "```\n",
    "open fences": "``` a\n",
    "falling fences": FENCES,
    "tildes": "~~~~ x\n~~~\n",
    "dashes": "- ",
    "equals": "= ",
    "comments": "<!-- a=a=a= ",
    "comment lines": "<!-- a=a=a=\n",
    "open comment": "<!-- id=" + "a=" * 20 + " ",
    "spaces": "          ",
    "blank lines": " \n",
    "newlines": "\n",
    "returns": "\r",
    "backslashes": "\\",
    "headings": "# x\n",
    "answers": "### x\n",
    "asked": "### x\n<!-- question=q -->\n",
    "entries": "## 2026-11-23\n",
    "entry and heading": "## 2026-11-23\n# x\n```\n",
    "labels": "- Met: x\n",
    "almost labels": "- met : x\n",
    "almost headings": "## 3-11-2026\n",
    "ids": "<!-- id=a2000000 -->\n",
    "tasks": "- [ ] x\n",
    "wrapped": "  x\n",
    "results": "  - Resultaat: x\n",
    "markers": "<<<<<<< x\n",
    "names": "(wie: x",
    "separators": ", voor 2",
    "brackets": "\\(wie: ",
    "commas": "a, ",
}


def write_and_read(text: str) -> None:
    clean(text)
    entry = tidy(Entry("a2000000", DAY, None, "", "", answers=(Answer("q", text), Answer("", text))))
    assert parse(render(entry))[0][0].answers == entry.answers


def read_by_hand(text: str) -> None:
    month = f"## 2026-11-01\n{text}\n\n### Afspraken\n\n- [ ] y\n{text}\n### Q\n{text}"
    found, _ = parse(month, "2026-11.md", ("x", "id="))
    find(month, "a2zzzzzz")
    insert(month, Entry("a2000000", date(2026, 11, 1), None, "", ""))
    if found:
        set_field("Waarde", "x")(month)


def items(text: str) -> None:
    text = " ".join(text.split())
    item = FollowUp("ask", text, text, DAY, DAY, True)
    assert not text or read_line("ask", item_line(item), DAY).item == item
    read_line("ask", text + ")", DAY, typed=True)
    RESULT.match("  " + text)
    find_tasks(["- [ ] x", *("  " + line for line in text.split(" "))])


def share(text: str) -> None:
    """What is private told from what leaves."""
    item = FollowUp("ask", " ".join(text.split()), "")
    entry = Entry("a2000000", DAY, None, "moment", "Moment", share=("team",), answers=(Answer("q", text, "Q?"),))
    leaving([entry._replace(follow_ups=(item,))], "team")


@pytest.mark.parametrize("work", [write_and_read, read_by_hand, items, share])
@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("size", [10_000, pytest.param(200_000, marks=pytest.mark.thorough)])
def test_a_long_text_is_read_and_written(work: Callable[[str], None], name: str, size: int) -> None:
    """Whatever it is made of; of the longest, quadratic work would not come to an end."""
    work((PIECES[name] * (size // len(PIECES[name]) + 1))[:size])
