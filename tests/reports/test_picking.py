"""A review of shares of which only what it leans on is read is that of all that is in them."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.cli.team import _wanted
from leerlog.domain.entry import Answer, Entry, FollowUp, new_id
from leerlog.domain.period import Period, month_of, quarter_of
from leerlog.domain.share import Share, leaving
from leerlog.domain.value import Level
from leerlog.journal.kinds import Kinds
from leerlog.journal.picking import Wanted
from leerlog.journal.shares import read_shares, share_text
from leerlog.render.pages.team import PER_LEVEL, team_page
from leerlog.reports.lens import Lens
from leerlog.reports.members import members
from leerlog.reports.team import Team, build_team
from tests.laws import part

TODAY = date(2026, 12, 18)
WRITERS = ("Anja", "Bram", "Kees", "Noor", "Lotte", "Wim")
BOTH = ("team", "leidinggevende")
QUESTIONS = (
    *(("moment", "surprise"),) * 4,
    ("eigen", "vraag"),
    ("prepare", "results"),
    ("conditions", "support"),
    ("debrief", "embed"),
)
WORDS = (
    "De jurist vroeg het zelf.",
    "Noor vond het (meteen).",
    "3",
    "\\# geen kop\n\n```\n# code\n```",
    "Twee regels.\n\nMet é en (prıvé).",
)
PERIODS = (quarter_of(TODAY), quarter_of(date(2026, 9, 1)), month_of(date(2026, 10, 1)), Period(TODAY, TODAY, ""))


def team(
    folder: Path,
    period: Period,
    wanted: Wanted | None,
    glass: Lens,
    *,
    anonymous: bool,
    bulk: bool = False,
    most: int | None = None,
) -> Team:
    """The review of a folder, with names only where it shows them."""
    kinds = Kinds("team") if bulk else None
    found = [share for _, share, _ in read_shares(sorted(folder.iterdir()), wanted, kinds) if share]
    built = build_team(members(found), period, TODAY, glass, anonymous=anonymous, most=most)
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
        made.append(entry._replace(id=name, date=day, builds_on=links, share=BOTH, follow_ups=items))
    return made


def plain(chance: random.Random) -> list[Entry]:
    """Notes of one answer, many of which are alike; some build on others, and some have the id of another."""
    made: list[Entry] = []
    for day in sorted(date(2026, 6, 1) + timedelta(days=chance.randrange(200)) for _ in range(40)):
        name = new_id(day, chance.choices(range(32), k=6))
        checklist, question = chance.choice(QUESTIONS)
        entry = Entry(
            chance.choice(made).id if made and chance.random() < 0.01 else name,
            day,
            None,
            checklist,
            "Moment",
            course=chance.choice(("", "", "Woo-training", f"Cursus {chance.randrange(9)}")),
            value=chance.choice((*Level, None)) if chance.random() < 0.5 else None,
            share=BOTH,
            builds_on=tuple(each.id for each in made if chance.random() < 0.01),
            answers=(Answer(question, chance.choice(WORDS), "Wat dan?"),),
        )
        made.append(entry)
    return made


def write(folder: Path, notes: list[Entry], chance: random.Random) -> None:
    """Shares of six people, of some a second one, of some edited by hand."""
    few = chance.random() < 0.5
    for number in range(8):
        name = WRITERS[number % len(WRITERS)]
        own = [note for note in notes if chance.random() < 0.3 and not few] + plain(chance)
        start = chance.choice((date(2024, 1, 1), date(2026, 7, 1), date(2026, 10, 1)))
        to = chance.choice(("team", "team", "team", "leidinggevende"))
        share = Share(name, to, Period(start, TODAY, ""), f"2026-12-{number + 1:02}T09:00", chance.choice(("", name)))
        text = share_text(share._replace(entries=leaving(own, to)))
        typed = chance.choice(
            (
                ("", ""),
                ("gedaan 2026-", "gedaan op 2026-"),
                ("<!-- id=", "<!--  id="),
                ("\n", "\r\n"),
                ("2026-11-0", "2026-11-4"),
                ("Dat ", "(privé)\n\nDat "),
                (" -->\n\nDe", " -->\n\n<!-- De"),
                (" -->\n\nDe", " -->\n\n\n"),
                ("De jurist", "## Losse kop"),
                ("De jurist", "## 2026-11-02 Zonder id"),
                ("- Delen: team", "- Delen: leidinggevende"),
                ("question=surprise", "question=surprise private"),
                ("e", "\udcff"),
            )
        )
        where = chance.choice((text, text, text[: len(text) // 2], text.replace(*typed) if typed[0] else text))
        (folder / f"{number}.md").write_bytes(where.encode("utf-8", "surrogateescape"))


@pytest.mark.parametrize("anonymous", [False, True])
@part(0.1)
@given(seed=st.integers(0, 10_000))
def test_what_is_not_read_does_not_matter(
    sample: list[Entry], glass: Lens, tmp_path_factory: pytest.TempPathFactory, *, anonymous: bool, seed: int
) -> None:
    """Of any people, with any period, named or not."""
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("delen")
    write(folder, spread(sample, chance), chance)
    for period in PERIODS:
        wanted = _wanted(period)
        whole = team(folder, period, None, glass, anonymous=anonymous)
        assert team(folder, period, wanted, glass, anonymous=anonymous) == whole
        assert team(folder, period, wanted, glass, anonymous=anonymous, bulk=True) == whole
        shown = team(folder, period, wanted, glass, anonymous=anonymous, bulk=True, most=PER_LEVEL)
        assert team_page(shown) == team_page(whole)


def test_other_months_are_left_alone(sample: list[Entry], tmp_path: Path) -> None:
    """Only a part is parsed of a share over years."""
    own = [e._replace(share=("team",), date=e.date - timedelta(days=400)) for e in sample]
    own += [e._replace(id="z" + e.id[1:], share=("team",), builds_on=()) for e in sample]
    share = Share("Anja", "team", Period(date(2025, 1, 1), TODAY, ""), "2026-12-18T09:00", "x")
    file = tmp_path / "anja.md"
    file.write_text(share_text(share._replace(entries=leaving(own, "team"))), encoding="utf-8")
    quick, whole = (read_shares([file], wanted)[0][1] for wanted in (_wanted(quarter_of(TODAY)), None))
    assert quick
    assert whole
    assert quick.whole
    assert len(quick.entries) < 0.8 * len(whole.entries)
