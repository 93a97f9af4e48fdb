"""A change leaves every other byte of the file as it was."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry, tidy
from leerlog.errors import LeerlogError
from leerlog.journal.edits import set_field
from leerlog.journal.parsing import parse
from leerlog.journal.splice import change, find, insert, line_end
from leerlog.journal.writing import header, render
from tests.journal.strategies import entries, texts

NEW = Entry("zzzzzzzz", date(2026, 11, 15), time(12, 0), "", "", answers=(Answer("", "nieuw"),))
EARLY, LATE = NEW._replace(id="a2000001", date=date(2026, 11, 2)), NEW._replace(id="a2000002", date=date(2026, 11, 28))
MONTH = f"""\ufeff<!-- leerlog 1 -->
# Mijn eigen kop

Aantekening vooraf, met spaties achteraan.  \r
{render(EARLY)}- Sfeer: goed

<!-- een opmerking -->

# Intermezzo

## Geen datum

\udcff\udcfe geen UTF-8, een \r losse return
{render(LATE)}
tekst zonder regeleinde"""


def rest_of(text: str, found: str) -> str:
    """A text without the block of one entry."""
    span = find(text, found)
    assert span
    return text[: span[0]] + text[span[1] :]


def in_order(text: str) -> bool:
    moments = [(e.date, e.time or time.min) for e in parse(text)[0]]
    return moments == sorted(moments)


@pytest.mark.parametrize("month", [MONTH, MONTH.replace("\n", "\r\n"), MONTH.replace("\ufeff", "") + "\n"])
@pytest.mark.parametrize("day", [1, 2, 15, 28, 30])
def test_inserting_leaves_the_rest_alone(month: str, day: int) -> None:
    """Whatever a hand made of the file, taking the new block out gives it back, blank lines at the seam aside."""
    entry = NEW._replace(date=date(2026, 11, day))
    text = insert(month, entry)
    at = text.index(f"## 2026-11-{day:02} 12:00", 0 if day not in (2, 28) else text.index("zzzzzzzz") - 40)
    block = render(entry).replace("\n", line_end(month))
    assert text[at:].startswith(block)
    before, after = text[:at], text[at + len(block) :]
    kept = month.startswith(before.rstrip("\r\n")) and month.endswith(after.lstrip("\r\n"))
    assert kept
    assert len(before.rstrip("\r\n") + after.lstrip("\r\n")) >= len(month) - 4
    assert [e.id for e in parse(text)[0]].count("zzzzzzzz") == 1
    assert in_order(text)


@given(texts, st.sampled_from(["\n", "\r\n"]), entries(), entries(st.dates(date(2026, 11, 1), date(2026, 11, 30))))
def test_any_file_keeps_its_characters(by_hand: str, end: str, old: Entry, entry: Entry) -> None:
    """All that was in the file is there after an insert, before or behind the new block."""
    text = (by_hand + "\n" + render(tidy(old._replace(id="a2000003")))).replace("\n", end)
    entry = tidy(entry._replace(id="zzzzzzzz"))
    result = insert(text, entry)
    cut = next(i for i, (a, b) in enumerate(zip(text + "\0", result, strict=False)) if a != b)
    assert result.endswith(text[cut:])
    assert len(result) <= len(text) + len(render(entry).replace("\n", line_end(text))) + 4
    assert entry._replace(file="", line=0) in [e._replace(line=0) for e in parse(result)[0]]


@given(st.permutations(range(1, 9)))
def test_backdated_entries_end_up_in_order(days: list[int]) -> None:
    """In whatever order notes are made, the file reads from early to late."""
    text = ""
    for day in days:
        text = insert(text, NEW._replace(id=f"a200000{day}", date=date(2026, 11, day)))
    assert [e.date.day for e in parse(text)[0]] == list(range(1, 9))
    assert text.count("\n\n\n") == 0
    assert text == header(NEW.date) + "\n".join(
        render(NEW._replace(id=f"a200000{day}", date=date(2026, 11, day))) for day in range(1, 9)
    )


def test_equal_moments_keep_the_order_of_writing() -> None:
    """A note on the same minute goes behind the one that is there; a day without a time goes first."""
    text = insert(insert("", NEW._replace(id="a2000001")), NEW._replace(id="a2000002"))
    text = insert(text, NEW._replace(id="a2000003", time=None))
    assert [e.id for e in parse(text)[0]] == ["a2000003", "a2000001", "a2000002"]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "\r\n\r\n"])
def test_an_empty_file_gets_a_header(text: str) -> None:
    """The first note of a month begins the file, in its own line ends."""
    result = insert(text, NEW)
    assert result.startswith(text + "<!-- leerlog 1 -->" + line_end(text))
    assert parse(result)[0][0].answers == NEW.answers


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_heading_on_the_first_line_counts(bom: str) -> None:
    """A file that begins with an entry, byte order mark or not, is read and kept in order."""
    text = f"{bom}## 2026-11-20 9:05 - Met de hand\n\nTekst\n"
    (found,), problems = parse(text)
    assert (found.time, found.title, found.line, problems) == (time(9, 5), "Met de hand", 1, [])
    assert insert(text, NEW).startswith(f"{bom}## 2026-11-15")
    assert insert(text, NEW._replace(date=date(2026, 11, 21))).startswith(text)
    assert insert(text, NEW._replace(date=date(2026, 11, 20), time=time(9, 4))).startswith(f"{bom}## 2026-11-20 09:04")
    assert insert(text, NEW._replace(date=date(2026, 11, 20), time=time(10, 0))).startswith(text)


@pytest.mark.parametrize("month", [MONTH, MONTH.replace("\n", "\r\n"), MONTH.replace("\n", "\r\n", 12)])
def test_changing_an_entry_leaves_the_rest_alone(month: str) -> None:
    """Other entries, hand-made notes and line ends, mixed ones too, stay as they were."""
    span = find(month, "a2000002")
    assert span
    result = change(month, span, set_field("Waarde", "toegepast"))
    assert rest_of(result, "a2000002") == rest_of(month, "a2000002")
    old, new = month[slice(*span)].split("\n"), result[span[0] :].split("\n")
    end = "\r" if "\r\n" in month[slice(*span)] else ""
    assert [line for line in new if line not in old] == ["- Waarde: toegepast" + end]
    assert new[:2] == old[:2]


@given(entries(), texts)
def test_an_edit_gives_lf_and_gets_its_own_ends_back(entry: Entry, text: str) -> None:
    """In a file with CRLF an edited block has CRLF in every line, and reads as it was meant."""
    entry = tidy(entry._replace(id="a2000001"))
    month = (header(entry.date) + render(entry)).replace("\n", "\r\n")
    new = tidy(entry._replace(answers=(Answer("q", text),)))
    span = find(month, "a2000001")
    assert span
    result = change(month, span, lambda block: render(new) if "\r\n" not in block else "")
    assert result == (header(entry.date) + render(new)).replace("\n", "\r\n")


def test_nothing_is_changed_when_two_entries_have_the_id() -> None:
    """Ticking the wrong one would be worse than asking."""
    month = render(EARLY) + "\n" + render(EARLY)
    with pytest.raises(LeerlogError, match="twee notities"):
        find(month, EARLY.id)
    assert find(month, "a2zzzzzz") is None
