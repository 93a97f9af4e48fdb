"""Notes that come in bulk count as they would one by one."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.cli.team import _wanted
from leerlog.domain.bulk import Bulk
from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.period import quarter_of
from leerlog.domain.share import Share, leaving
from leerlog.domain.value import Level
from leerlog.journal.kinds import Kinds
from leerlog.journal.shares import read_shares, share_text
from leerlog.reports.lens import Lens
from leerlog.reports.members import Member, members
from leerlog.reports.team import Team, build_team

TODAY = date(2026, 12, 18)
Q4 = quarter_of(TODAY)


WORDS = (
    b"a\n",
    b"aa\n",
    b"  b\n",
    b"\nab\n",
    b" \n a\n\n",
    b"a\n \n",
    b"a \n",
    b"b \n",
    b"\t\nb\n",
    b"\xc3\xa9\n",
    b"a\x0b\n",
)


def note(
    number: int, text: str = "Iets.", checklist: str = "moment", question: str = "surprise", **rest: object
) -> Entry:
    """A note of one answer."""
    made = Entry(f"6d{number:06}", date(2026, 11, 3), None, checklist, "Moment", share=("team", "leidinggevende"))
    return made._replace(answers=(Answer(question, text, "Vraag?"),), **rest)


def shared(folder: Path, *notes: list[Entry], to: str = "team") -> list[Share]:
    """What is read of a share of each of these, in bulk where that can be."""
    for number, own in enumerate(notes):
        share = Share(f"Mens {number}", to, Q4, "2026-12-18T09:00", f"{number}", leaving(own, to))
        (folder / f"{number}.md").write_text(share_text(share), encoding="utf-8")
    found = read_shares(sorted(folder.iterdir()), _wanted(Q4), Kinds("team"))
    return [share for _, share, _ in found if share]


def review(shares: list[Share], glass: Lens, *, anonymous: bool = False, most: int | None = None) -> Team:
    """The review of the quarter."""
    return build_team(members(shares), Q4, TODAY, glass, anonymous=anonymous, most=most)


def sources(found: Iterable[Member]) -> dict[str, tuple[str, ...]]:
    """What every note builds on."""
    bulks = [bulk for member in found for bulk in member.bulk]
    made = [bulk.entry(at) for bulk in bulks for at in range(len(bulk.kinds))]
    return {entry.id: entry.builds_on for entry in (*made, *(each for member in found for each in member.entries))}


def test_notes_that_are_alike_are_not_read_one_by_one(tmp_path: Path, glass: Lens) -> None:
    """They are counted, and what is shown of them is what they say."""
    (share,) = found = shared(tmp_path, [note(n, f"Nummer {n}.", value=Level.TOEGEPAST) for n in range(40)])
    assert not share.entries
    (bulk,) = share.bulk
    assert len(bulk.ones) == 1
    team = review(found, glass, most=2)
    assert team.count == team.levels[2].count == 40
    assert [(each.text, team.by[each.entry]) for each in team.levels[2].items] == [
        ("Nummer 38.", "Mens 0"),
        ("Nummer 39.", "Mens 0"),
    ]


def test_words_with_a_mark_are_read_whichever_they_are_among(tmp_path: Path, glass: Lens) -> None:
    """Also behind a note with the character that the words are kept apart by."""
    texts = ["Een.", "Twee\0drie.", "# Vier", "Vijf.", "Zes `#` en # zeven", "Acht."]
    for wrong in ("", "\0"):
        notes = [note(n, text.replace("\0", wrong)) for n, text in enumerate(texts)]
        (share,) = found = shared(tmp_path, notes)
        assert bool(share.bulk) is not bool(wrong)
        said = [each.text for each in review(found, glass).unvalued.items]
        assert said == [entry.answers[0].text for entry in notes]


LINKS = (
    ("Bouwt op: 6d000000, 6d000001", 3),
    ("Bouwt op: 6d000000,6d000001", 3),
    ("Bouwt op: 6d000000, 6d000001, 6d000000", 3),
    ("Bouwt op: 6d000000, weg", 2),
    ("Bouwt op: 6d000000, 6d000007", 2),
    ("Bouwt op: 6d000002, 6d000001", 2),
    ("Bouwt op: 6d000000 en 6d000001", 0),
    ("Bouwt op: 6d000007", 0),
    ("Bouwt op: 6d000002", 0),
    ("Bouwt op: 6d000000\n- Bouwt op: 6d000001", 2),
    ("Traject: Bouwt op: 6d000000", 0),
)


@pytest.mark.parametrize(("line", "steps"), LINKS)
def test_links_mean_what_they_mean_to_whoever_reads_them(tmp_path: Path, glass: Lens, line: str, steps: int) -> None:
    """Also when typed by hand, to a note that is not there, to itself, or to what is somebody else's."""
    notes = [note(n, f"Nummer {n}.") for n in range(3)]
    notes[2] = notes[2]._replace(builds_on=("6d000000", "6d000001"))
    shared(tmp_path, notes, [note(7)])
    file = tmp_path / "0.md"
    file.write_text(file.read_text("utf-8").replace("Bouwt op: 6d000000, 6d000001", line), "utf-8")
    quick, whole = (
        members(share for _, share, _ in read_shares(sorted(tmp_path.iterdir()), wanted, Kinds("team")) if share)
        for wanted in (_wanted(Q4), None)
    )
    assert any(member.bulk for member in quick)
    team = build_team(quick, Q4, TODAY, glass)
    assert [len(story.steps) for story in team.stories] == [steps] * bool(steps)
    assert team == build_team(whole, Q4, TODAY, glass)
    assert sources(quick) == sources(whole)


def test_what_is_linked_is_not_read_one_by_one_either(tmp_path: Path, glass: Lens) -> None:
    """Unless it is linked to what is."""
    task = (FollowUp("follow_up", "Bellen"),)
    notes = [note(n, builds_on=(f"6d{n - 1:06}",) if n % 2 else ()) for n in range(6)]
    (share,) = found = shared(tmp_path, [*notes[:4], notes[4]._replace(follow_ups=task), notes[5]])
    assert [entry.id for entry in share.entries] == ["6d000004", "6d000005"]
    assert [story.steps[0].entry for story in review(found, glass).stories] == ["6d000000", "6d000002", "6d000004"]


def test_what_is_for_another_audience_is_never_in_bulk(tmp_path: Path) -> None:
    """It does not count, and is not taken for what does."""
    (share,) = shared(tmp_path, [note(1), note(2)], to="leidinggevende")
    assert not share.bulk
    assert len(share.entries) == 2


def test_one_person_without_a_level_keeps_the_total_back(tmp_path: Path, glass: Lens) -> None:
    """Else it could be worked out how much that one wrote."""
    five = [[note(n, value=Level.TOEGEPAST)] for n in range(5)]
    assert review(shared(tmp_path, *five), glass, anonymous=True).count == 5
    team = review(shared(tmp_path, *five, [note(9, checklist="debrief", question="embed")]), glass, anonymous=True)
    assert (team.count, team.levels[2].count) == (None, 5)


@pytest.mark.parametrize("anonymous", [False, True])
@given(seed=st.integers(0, 10_000), most=st.integers(1, 5))
def test_what_is_shown_is_the_newest_of_all(glass: Lens, *, anonymous: bool, seed: int, most: int) -> None:
    """Or what comes last by its words, however these stand in a file."""
    chance = random.Random(seed)
    ones = [note(0, value=level) for level in (None, Level.BELEVING, Level.BELEVING)] + [note(0, checklist="hill")]
    found = []
    for writer in range(6):
        numbers = range(writer * 10, writer * 10 + 10)
        days = [chance.choice((b"2026-09-30", b"2026-10-01", b"2026-12-31", b"2027-01-01")) for _ in numbers]
        words = [chance.choice(WORDS) for _ in numbers]
        kinds, names = chance.choices(range(4), k=10), [b"6d%06d" % number for number in numbers]
        found.append(Member(f"Mens {writer}", (), bulk=(Bulk(ones, kinds, days, names, words),)))
    read = [Member(each.name, tuple(map(each.bulk[0].entry, range(10)))) for each in found]
    every = build_team(read, Q4, TODAY, glass, anonymous=anonymous)
    some = build_team(found, Q4, TODAY, glass, anonymous=anonymous, most=most)
    for whole, short in zip((*every.levels, every.unvalued), (*some.levels, some.unvalued), strict=True):
        assert short == replace(whole, items=whole.items[-most:])


def test_without_names_the_words_decide_what_is_shown(tmp_path: Path, glass: Lens) -> None:
    """And not the day, which nobody may know."""
    notes = [[note(n, f"Nummer {9 - n}.", value=Level.TOEGEPAST, date=date(2026, 11, n + 1))] for n in range(10)]
    team = review(shared(tmp_path, *notes), glass, anonymous=True, most=2)
    assert [(each.text, each.date) for each in team.levels[2].items] == [
        ("Nummer 8.", Q4.start),
        ("Nummer 9.", Q4.start),
    ]
