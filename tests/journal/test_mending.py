"""Blocks that are written anew say what they said, and nothing else in their file changes."""

import re
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, tidy
from leerlog.journal.blocks import blocks
from leerlog.journal.canonical import blocks_of, is_canonical
from leerlog.journal.mending import Health, look, mended
from leerlog.journal.parsing import parse
from leerlog.journal.reading import Reader
from leerlog.journal.writing import header, render
from tests.journal.strategies import entries
from tests.journal.test_leaving import HANDS, SECRET, notes, places

# What a hand does to a note: how a line is spelled, what is left out, and what is put in between.
SPELLINGS = (
    ("- ", "* "), ("- [x]", "- [X]"), (" · ", " - "), ("\n\n", "\n"), ("\n\n", "\n\n\n"), (" 16:", " 9:"),
    ("\n", "\r\n"),
    ("- Delen: team", "- Delen:  team "), ("private=true", "private"), ("toegepast", "3"), ("-->", "  -->"),
    (", ", ","),
    ("- Delen: team\n", "- Delen: team\n- Locatie: Utrecht\n"), ("- Delen", "- Met: Jan\n- Met: Noor\n- Delen"),
    (" checklist=", " geheim=ja checklist="), ("<!-- id=", "<!-- x --><!-- id="), ("id=", "id=a2000000 id="),
    ("\n- [ ] ", "\n- [ ] \n- [ ] "), ("\n### ", "\n### Leeg\n\n### "), (". ", ".\n"), (". ", ".\n### "),
    ("<!-- id=a", "<!-- idd=a"),
)  # fmt: skip


class Month(Reader):
    """A month that is only a text."""

    def __init__(self, text: str) -> None:
        super().__init__(Path("nergens"))
        self._month = text

    def text(self, file: str) -> str:
        """The month, whatever it is called."""
        return self._month


def health(text: str) -> tuple[list[Entry], Health]:
    """The entries of a month and what there is to say of them."""
    found, problems = parse(text, "2026.md")
    return found, look(Month(text), found, problems)


def bare(found: list[Entry]) -> list[Entry]:
    """The entries without what may change."""
    return [tidy(entry)._replace(line=0, id="") for entry in found]


def around(text: str) -> list[str]:
    """What stands outside the blocks."""
    at, left = 0, []
    for start, end in blocks(text):
        left.append(text[at:start])
        at = end
    return [*left, text[at:]]


def holds(text: str) -> None:
    """The law, for one text."""
    before, found = health(text)
    new = mended(text, found.mends)
    assert new is not None
    after, again = health(new)
    assert bare(after) == bare(before)
    assert around(new) == around(text)
    # Only the second of two with one id has a new one.
    seen: set[str] = set()
    for old, made in zip(before, after, strict=True):
        assert made.id == old.id or old.id in seen
        seen.add(old.id)
    assert again.mends == []
    spans, lines = blocks_of(new), {entry.line: entry for entry in after}
    fixed = {mend.new.rstrip() for mend in found.mends}
    for line, (start, end) in spans.items():
        block = new[start:end].replace("\r\n", "\n")
        if block.rstrip() in fixed and not re.search(r"geheim=|Locatie:|Met: .*\n- Met:", block):
            odd = [problem for problem in (*again.problems, *again.remarks) if problem.line >= line]
            assert is_canonical(lines[line], block) or odd
    # No line is dropped.
    words, kept = re.findall(r"[^\W\d_]{4,}", text), re.findall(r"[^\W\d_]{4,}", new)
    assert not set(words) - set(kept)


@given(
    st.lists(st.integers(0, 200), min_size=1, max_size=3),
    st.lists(st.tuples(st.sampled_from(SPELLINGS), st.integers(1, 3)), max_size=4),
    st.sampled_from(["", *HANDS]),
    st.integers(0, 1000),
    st.sampled_from(["", "Los.\n", "# Los\n\nTekst  \n"]),
)
@example([0, 0], [], "", 0, "")
@example([0], [(("- ", "* "), 3)], "", 0, "# Los\n\nTekst  \n")
@example([0, 0, 0], [((" checklist=moment", ""), 1), (("<!-- id=", "<!-- idd="), 3)], "", 0, "")
def test_what_is_written_anew_is_read_the_same(
    chosen: list[int], spelled: list[tuple[tuple[str, str], int]], hand: str, at: int, loose: str
) -> None:
    """Only an id may differ; nothing around it does, nothing is lost, and once is enough."""
    text = header(parse(notes()[0])[0][0].date) + f"\n{loose}".join(notes()[each % len(notes())] for each in chosen)
    for (old, new), times in spelled:
        text = text.replace(old, new, times)
    if hand:
        spots = places(text)
        spot = spots[at % len(spots)]
        text = text[:spot] + hand.format(SECRET) + "\n" + text[spot:]
    holds(text)


@given(st.lists(entries(), min_size=1, max_size=3), st.integers(0, 1000), st.integers(0, 2))
def test_a_lost_line_end_loses_nothing(month: list[Entry], at: int, many: int) -> None:
    """In notes of any text, a line end more or less anywhere."""
    text = header(month[0].date) + "\n".join(render(tidy(entry)) for entry in month)
    spots = places(text)
    spot = spots[at % len(spots)]
    before, found = health(text[: spot - 1] + "\n" * many + text[spot:])
    new = mended(text[: spot - 1] + "\n" * many + text[spot:], found.mends)
    assert new is not None
    after, again = health(new)
    assert bare(after) == bare(before)
    assert again.mends == []


def test_what_only_a_person_can_settle_stays_as_it_is() -> None:
    """A label, a key or a comment that leerlog does not know, what is empty, and what may be misread."""
    note = notes()[0]
    for old, new in (
        ("- Delen: team\n", "- Delen: team\n- Locatie: Utrecht\n"),
        ("- Delen: team\n", "- Delen: team\n- Delen: team, Kees\n"),
        ("- Delen: team\n", "- Delen: team\n- Met:\n"),
        (" checklist=", " geheim=ja checklist="),
        ("<!-- question=", "<!-- private=true private=false question="),
        ("\n\n### ", "\n\n### Leeg\n\n### "),
        (" -->\n\n", " -->\n\n<!-- niet vergeten -->\n"),
        (" -->\n\n", " -->\n\n##2026-11-24 · Moment\n"),
        (" -->\n\n", " -->\n\n## Privé\n"),
        ("bijlage.\n", "bijlage.\n\n### Afspraken\n\n- [ ] Bellen\n- [ ] \n"),
    ):
        text = note.replace(old, new, 1).replace(" · ", " - ", 1)
        assert text != note.replace(" · ", " - ", 1), new
        _, found = health(text)
        assert not found.mends, new
        assert found.problems or found.remarks


def test_of_two_with_one_id_the_second_gets_another() -> None:
    """Links keep pointing at the first, and the rest of the second may stay as it is."""
    first = notes()[0]
    second = first.replace("- Delen: team\n", "- Locatie: Utrecht\n- Delen: team\n", 1)
    name = parse(first)[0][0].id
    third = notes()[1].replace("- Delen", f"- Bouwt op: {name}\n- Delen", 1)
    text = f"{first}\n{second}\n{third}"
    _, found = health(text)
    (mend,) = found.mends
    assert mend.old == second + "\n"
    new = mended(text, found.mends)
    assert new is not None
    one, two, three = parse(new)[0]
    assert (one.id, two.id != name, three.builds_on) == (name, True, (name,))
    assert new.replace(two.id, name) == text
