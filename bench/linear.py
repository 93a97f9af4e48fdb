"""How time grows with a text's size, whatever it is made of: python bench/linear.py.

A text eight times as long should take some eight times as long; quadratic work
would take 64 times as long.
"""

import time
from collections.abc import Callable
from datetime import date

from leerlog.domain.entry import Answer, Entry, FollowUp, clean, tidy
from leerlog.domain.items import RESULT, item_line, parse_item
from leerlog.journal.edits import set_field
from leerlog.journal.parsing import parse
from leerlog.journal.splice import find, insert
from leerlog.journal.tasks import find_tasks
from leerlog.journal.text import render

SIZE = 500_000
BIG = ("fences", "dashes", "comments")  # of these, a megabyte
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
    assert not text or parse_item("ask", item_line(item)) == item
    parse_item("ask", text + ")")
    RESULT.match("  " + text)
    find_tasks(["- [ ] x", *("  " + line for line in text.split(" "))])


def seconds(work: Callable[[str], None], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def main() -> None:
    """Print how much longer eight times the text takes, the worst first."""
    found = []
    for work in (write_and_read, read_by_hand, items):
        for name, piece in PIECES.items():
            size = SIZE * (1 + (name in BIG))
            short, long = ((piece * (length // len(piece) + 1))[:length] for length in (size // 8, size))
            growth = min(seconds(work, long) / max(seconds(work, short), 0.004) for _ in range(3))
            found.append((growth, work.__name__, name))
    for growth, work_name, name in sorted(found, reverse=True):
        print(f"{growth:5.1f}x  {work_name}  {name}")


if __name__ == "__main__":
    main()
