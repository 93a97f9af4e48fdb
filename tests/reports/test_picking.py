"""A review of shares of which only what it leans on is read is that of all that is in them."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlog.cli.team import _wanted
from leerlog.domain.entry import Entry, FollowUp
from leerlog.domain.period import Period, month_of, quarter_of
from leerlog.domain.share import Share, leaving
from leerlog.journal.picking import Wanted
from leerlog.journal.shares import read_shares, share_text
from leerlog.reports.lens import Lens
from leerlog.reports.members import members
from leerlog.reports.team import Team, build_team

TODAY = date(2026, 12, 18)
WRITERS = ("Anja", "Bram", "Kees", "Noor", "Lotte", "Wim")
PERIODS = (quarter_of(TODAY), quarter_of(date(2026, 9, 1)), month_of(date(2026, 10, 1)), Period(TODAY, TODAY, ""))


def team(folder: Path, period: Period, wanted: Wanted | None, glass: Lens, *, anonymous: bool) -> Team:
    """The review of a folder, with names only where it shows them."""
    found = [share for _, share, _ in read_shares(sorted(folder.iterdir()), wanted) if share]
    built = build_team(members(found), period, TODAY, glass, anonymous=anonymous)
    kept = {each.entry for count in (*built.levels, built.unvalued) for each in count.items}
    kept |= {step.entry for story in built.stories for step in story.steps}
    kept |= {item.entry for items in (built.agreed, built.obstacles, built.asks) for item in items}
    return replace(built, by={name: by for name, by in built.by.items() if name in kept})


def spread(sample: list[Entry], chance: random.Random) -> list[Entry]:
    """Notes of the sample over three years, with links, items and ids that happen to be the same."""
    made: list[Entry] = []
    for entry in sample:
        day = entry.date - timedelta(days=chance.choice((0, 0, 30, 90, 200, 700)))
        links = tuple(each.id for each in chance.sample(made, min(len(made), chance.choice((0, 0, 0, 1, 2)))))
        done = day + timedelta(days=chance.choice((1, 60, 400)))
        items = (FollowUp("follow_up", "Bellen", "Kees", done=done, ticked=True),) if chance.random() < 0.3 else ()
        name = chance.choice(made).id if made and chance.random() < 0.03 else entry.id
        items += entry.follow_ups if chance.random() < 0.5 else ()
        made.append(entry._replace(id=name, date=day, builds_on=links, share=("team",), follow_ups=items))
    return made


def write(folder: Path, notes: list[Entry], chance: random.Random) -> None:
    """Shares of six people, of some a second one, of some edited by hand."""
    for number in range(8):
        name = WRITERS[number % len(WRITERS)]
        own = [note for note in notes if chance.random() < 0.3]
        start = chance.choice((date(2024, 1, 1), date(2026, 7, 1), date(2026, 10, 1)))
        share = Share(
            name, "team", Period(start, TODAY, ""), f"2026-12-{number + 1:02}T09:00", chance.choice(("", name))
        )
        text = share_text(share._replace(entries=leaving(own, "team")))
        typed = chance.choice(
            (("", ""), ("gedaan 2026-", "gedaan op 2026-"), ("<!-- id=", "<!--  id="), ("\n", "\r\n"))
        )
        where = chance.choice((text, text, text[: len(text) // 2], text.replace(*typed) if typed[0] else text))
        (folder / f"{number}.md").write_bytes(where.encode())


@pytest.mark.parametrize("anonymous", [False, True])
@given(seed=st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_what_is_not_read_does_not_matter(
    sample: list[Entry], glass: Lens, tmp_path_factory: pytest.TempPathFactory, *, anonymous: bool, seed: int
) -> None:
    """Of any people, with any period, named or not."""
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("delen")
    write(folder, spread(sample, chance), chance)
    for period in PERIODS:
        wanted = _wanted(period, anonymous=anonymous)
        quick = team(folder, period, wanted, glass, anonymous=anonymous)
        assert quick == team(folder, period, None, glass, anonymous=anonymous)


def test_other_months_are_left_alone(sample: list[Entry], tmp_path: Path) -> None:
    """Only a part is parsed of a share over years."""
    own = [e._replace(share=("team",), date=e.date - timedelta(days=400)) for e in sample]
    own += [e._replace(id="z" + e.id[1:], share=("team",), builds_on=()) for e in sample]
    share = Share("Anja", "team", Period(date(2025, 1, 1), TODAY, ""), "2026-12-18T09:00", "x")
    file = tmp_path / "anja.md"
    file.write_text(share_text(share._replace(entries=leaving(own, "team"))), encoding="utf-8")
    quick, whole = (read_shares([file], wanted)[0][1] for wanted in (_wanted(quarter_of(TODAY), anonymous=False), None))
    assert quick
    assert whole
    assert quick.whole
    assert len(quick.entries) < 0.8 * len(whole.entries)
