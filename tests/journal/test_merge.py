"""Two texts of a month become one: nothing lost, nothing twice, and nobody's text changed."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry, tidy
from leerlog.errors import LeerlogError
from leerlog.journal.blocks import blocks
from leerlog.journal.merge import follow, merge
from leerlog.journal.parsing import parse
from leerlog.journal.splice import bare_block, insert, places_back, spliced
from leerlog.journal.writing import render
from tests.journal.strategies import entries

OUTSIDE = ["# Los\n\nVan mij", "Boodschappen", "# Afspraken\n\n### Afspraken\n- [ ] x", "```\ncode"]


def note(entry_id: str, text: str, day: int = 3) -> Entry:
    """An entry of November."""
    return Entry(entry_id, date(2026, 11, day), None, "", "", answers=(Answer("", text),))


def month(*its: Entry, above: str = "", end: str = "\n") -> str:
    """The text of a month, with words above the first entry."""
    text = ""
    for entry in its:
        text = insert(text, tidy(entry))
    if above and its:
        at = text.index("\n## ") + 1
        text = f"{text[:at]}{above}\n\n{text[at:]}"
    return text.replace("\n", end)


def shown(text: str) -> Counter[str]:
    """The blocks of a text."""
    return Counter(bare_block(text[start:end]) for start, end in blocks(text))


A, B, C = note("a2aaaaaa", "een"), note("a2bbbbbb", "twee", 9), note("a2cccccc", "drie", 6)
A2, A3 = note("a2aaaaaa", "een, anders"), note("a2aaaaaa", "een, weer anders")


@st.composite
def sides(draw: st.DrawFn) -> tuple[str, str, str]:
    """A text, and two that came of it: entries changed, taken out and added, words around them, other line ends."""
    pool = draw(
        st.lists(entries(st.dates(date(2026, 11, 1), date(2026, 11, 30))), max_size=5, unique_by=lambda e: e.id)
    )
    base = [each for each in pool if draw(st.booleans())]
    made = []
    for _ in range(2):
        side = [each for each in pool if each not in base and draw(st.booleans())]
        for each in base:
            kind = draw(st.sampled_from(["same", "same", "changed", "gone"]))
            if kind == "changed":
                side.append(each._replace(title=each.title + draw(st.sampled_from([" x", " y"]))))
            elif kind == "same":
                side.append(each)
        above = draw(st.sampled_from(["", *OUTSIDE]))
        made.append(month(*side, above=above, end=draw(st.sampled_from(["\n", "\r\n"]))))
    return month(*base), made[0], made[1]


@given(sides())
def test_every_entry_is_there_once_or_in_both_versions(texts: tuple[str, str, str]) -> None:
    """And what stands outside entries; once more changes nothing; the splices take it all back, to the byte."""
    _, ours, theirs = texts
    merged = merge(ours, theirs, name="kopie.md")
    assert merged.text == (again := merge(merged.text, theirs, name="kopie.md")).text, again
    now, mine, other = shown(merged.text), shown(ours), shown(theirs)
    renamed = Counter(new for _, new in merged.both)
    assert now == mine + Counter(merged.added) + renamed
    ids = [entry.id for entry in parse(merged.text)[0]]
    assert len(ids) == len(set(ids))
    here = {entry.id for entry in parse(ours)[0]}
    there = parse(theirs)[0]
    assert len(merged.added) == len([entry for entry in there if entry.id not in here])
    differ = [block for block in other if block not in mine and block not in merged.added]
    assert len(differ) == len(merged.both)
    for words in OUTSIDE:
        for part in words.split("\n\n"):
            if part in ours.replace("\r\n", "\n") or part in theirs.replace("\r\n", "\n"):
                assert part in merged.text.replace("\r\n", "\n")
    assert spliced(merged.text, places_back(merged.splices))[0] == ours


@given(sides())
def test_with_what_both_came_from(texts: tuple[str, str, str]) -> None:
    """What one side changed or took out is so; what one changed and the other took out stays; both orders agree."""
    base, ours, theirs = texts
    merged = merge(ours, theirs, base)
    old, mine, other = ({e.id: e._replace(line=0) for e in parse(text)[0]} for text in (base, ours, theirs))
    expected = Counter[tuple[str, ...]]()
    for key in {*mine, *other}:
        versions = {mine.get(key), other.get(key)} - {None}
        changed = versions - {old.get(key)}
        if not changed and (key not in mine or key not in other):
            continue
        for each in changed or versions:
            assert each
            expected[tidy(each)._replace(id="").__repr__(),] += 1
    found = Counter((e._replace(line=0, id="").__repr__(),) for e in parse(merged.text)[0])
    assert found == expected
    turned = merge(theirs, ours, base)
    assert Counter((e._replace(line=0, id="").__repr__(),) for e in parse(turned.text)[0]) == expected


@given(sides(), st.booleans())
def test_the_same_stays_as_it_is(texts: tuple[str, str, str], known: bool) -> None:
    """To the byte, with and without what it came from, and when only its line ends differ."""
    base, ours, _ = texts
    assert merge(ours, ours, base if known else None).text == ours
    assert merge(ours, ours.replace("\r\n", "\n")).text == ours


def test_different_entries_come_at_their_place_in_time() -> None:
    """Between the others, in the line ends of our text."""
    merged = merge(month(A, B, end="\r\n"), month(A, C))
    assert merged.text == month(A, C, B, end="\r\n")
    assert merged.added == (bare_block(render(tidy(C))),)


def test_two_edits_are_both_kept() -> None:
    """The second under an id of its own, the same one every time, and told."""
    merged = merge(month(A2), month(A3), month(A))
    (pair,) = merged.both
    assert [entry.answers[0].text for entry in parse(merged.text)[0]] == ["een, anders", "een, weer anders"]
    assert "id=a2aaaaaa" in pair[0]
    assert "id=a2aaaaaa" not in pair[1]
    assert merge(month(A2), month(A3)).both == merged.both
    assert merge(merged.text, month(A3)) == merge(merged.text, merged.text)


def test_an_edit_goes_before_a_deletion() -> None:
    """On whichever side it was; told. Without what both came from nothing is taken out at all."""
    for ours, theirs in ((month(A2, B), month(B)), (month(B), month(A2, B))):
        merged = merge(ours, theirs, month(A, B))
        assert (merged.text, len(merged.kept)) == (month(A2, B), 1)
    assert merge(month(A, B), month(B), month(A, B)).text == month(B)
    assert merge(month(B), month(A, B), month(A, B)).text == month(B)
    assert merge(month(B), month(A, B)).text == month(A, B)


def test_an_id_in_another_file_is_not_used_twice() -> None:
    """An entry that moved to another month since comes beside it under another id."""
    merged = merge(month(B), month(A, B), elsewhere={"a2aaaaaa"})
    assert [entry.answers[0].text for entry in parse(merged.text)[0]] == ["een", "twee"]
    assert "a2aaaaaa" not in merged.text


@pytest.mark.parametrize(
    "block", ["## 2026-11-03 Hand\n\n{}\n", "## 2026-11-03 Hand\n<!-- checklist=moment -->\n\n{}\n"]
)
def test_entries_by_hand_have_no_id(block: str) -> None:
    """They are known by their words: the same once, other words both."""
    one, other = block.format("een"), block.format("twee")
    assert merge(one, one + "\n" + other).text.count("Hand") == 2
    assert merge(one, other).text.count("Hand") == 2
    assert merge(one, block.format("anders"), one).text.endswith(f"2026\n\n{block.format('anders')}")


def test_words_above_stay_out_of_entries() -> None:
    """Whatever stands in them: above the first entry nothing can become part of one."""
    merged = merge(month(A), month(A) + "\n# Los\n\n### Anders\n\nVan mij\n", name="kopie.md")
    assert merged.outside == ("# Los", "### Anders", "Van mij")
    assert merged.text.index("# Uit kopie.md") < merged.text.index("Van mij") < merged.text.index("## 2026")
    assert shown(merged.text) == shown(month(A))


@pytest.mark.parametrize("damage", ["<<<<<<< ons\n", render(tidy(A))])
def test_a_damaged_text_is_refused(damage: str) -> None:
    """A conflict of git, or an id that is there twice, on either side."""
    for ours, theirs in ((month(A) + "\n" + damage, month(B)), (month(B), month(A) + "\n" + damage)):
        with pytest.raises(LeerlogError):
            merge(ours, theirs)


def test_several_copies_are_taken_back_at_once() -> None:
    """What the first put in may be cut in two by the second."""
    ours = month(note("a2dddddd", "vier", 1)).rstrip("\n")
    first = merge(ours, month(B))
    second = merge(first.text, month(C, A), name="x")
    assert spliced(second.text, places_back(follow(first.splices, second.splices)))[0] == ours
