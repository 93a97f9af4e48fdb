"""The review of a team: merged from shares, whole or without names."""

import random
from datetime import date
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.agenda import by_whom
from leerlog.domain.entry import Entry, FollowUp
from leerlog.domain.period import Period, quarter_of
from leerlog.domain.score import Round
from leerlog.domain.share import Share
from leerlog.domain.value import Level
from leerlog.reports.members import Member, covers, members, persons
from leerlog.reports.review import Review
from leerlog.reports.rules import ContentRules
from leerlog.reports.team import build_team_review
from tests.reports.conftest import Make

TODAY = date(2026, 12, 18)
Q4 = quarter_of(TODAY)


def shared(by: str, on: str, *entries: Entry, writer: str = "", period: Period = Q4, whole: bool = True) -> Share:
    """A share of these entries."""
    return Share(by, "team", period, on, writer, entries, whole)


def test_the_newer_share_of_one_person_counts(make: Make) -> None:
    """For an entry, and for what it no longer holds."""
    old = [make("a2000001", "2026-11-01", "oud"), make("a2000002", "2026-11-02", "weg"), make("9z000001", "2026-08-01")]
    new = make("a2000001", "2026-11-01", "nieuw")
    later, earlier = shared("Anja", "2026-12-02T09:00", new), shared("anja", "2026-12-01T09:00", *old)
    (found,) = members([later, earlier])
    assert [(e.id, e.answer("surprise")) for e in found.entries] == [("9z000001", ""), ("a2000001", "nieuw")]


def test_of_two_shares_in_one_minute_the_smaller_withdraws(make: Make) -> None:
    """Whatever their files are called."""
    one, two = make("a2000001", "2026-11-01", "een"), make("a2000002", "2026-11-02", "twee")
    both = [shared("A", "1", one, two), shared("A", "1", one)]
    for shares in (both, both[::-1]):
        (found,) = members(shares)
        assert [entry.id for entry in found.entries] == ["a2000001"]


def test_a_damaged_share_withdraws_nothing(make: Make) -> None:
    """What it still holds counts where nothing else has it."""
    one, two = make("a2000001", "2026-11-01", "een"), make("a2000002", "2026-11-02", "twee")
    (found,) = members([shared("A", "1", one, two), shared("A", "2", one, whole=False)])
    assert {entry.id for entry in found.entries} == {"a2000001", "a2000002"}


def test_two_people_with_one_id_are_told_apart(make: Make) -> None:
    """So that nobody's story runs into another's."""
    first, source = make("a2000001", "2026-11-01", "een"), make("a2000001", "2026-11-01", "twee")
    result = make("a2000002", "2026-11-02", "drie", builds_on=("a2000001",))
    anja, kees = members([shared("Kees", "1", source, result), shared("Anja", "1", first)])
    assert (anja.name, kees.name) == ("Anja", "Kees")
    assert not {e.id for e in anja.entries} & {e.id for e in kees.entries}
    assert kees.entries[1].builds_on == (kees.entries[0].id,)


def test_one_name_on_two_computers_is_two_people(make: Make) -> None:
    """The mark says who is who; without it the name does."""
    one, two = make("a2000001", "2026-11-01", "een"), make("a2000002", "2026-11-02", "twee")
    assert len(members([shared("Anja", "1", one, writer="x"), shared("Anja", "2", two, writer="y")])) == 2


def team(*found: Member, rules: ContentRules, anonymous: bool = False, minimum: int = 5) -> Review:
    """The review of the last quarter."""
    return build_team_review(found, Q4, TODAY, rules, anonymous=anonymous, minimum=minimum)


def test_it_opens_with_what_was_agreed(make: Make, rules: ContentRules) -> None:
    """By anybody, with the name of who wrote `ik`; new ones by who does them."""
    old = make("9z000001", "2026-08-01", follow_ups=(FollowUp("follow_up", "Bellen", "ik"),))
    new = make(
        "a2000001", "2026-11-01", follow_ups=(FollowUp("follow_up", "Schrijven", "Kees"), FollowUp("ask", "Wie?"))
    )
    built = team(Member("Anja", (old, new)), rules=rules)
    assert [(item.text, item.who) for item in built.agreed] == [("Bellen", "Anja")]
    groups = by_whom(built.follow_ups)
    assert [(who, [item.text for item in items]) for who, items in groups] == [("Kees", ["Schrijven"])]
    assert [(item.text, item.who) for item in built.asks] == [("Wie?", "van Anja")]


def scores(name: str, day: str, score: int, make: Make) -> Entry:
    """A round of conditions with one score."""
    return make(name, day, checklist="conditions", answers={"feedback": f"{score} want"})


def test_conditions_are_a_spread(make: Make, rules: ContentRules) -> None:
    """Of everybody's latest round; no score is anybody's."""
    found = [
        Member(f"M{n}", (scores(f"a200000{n}", "2026-11-01", 1, make), scores(f"a200001{n}", "2026-11-09", n, make)))
        for n in (2, 3, 5)
    ]
    (spread,) = team(*found, rules=rules).conditions
    assert spread.rounds == (Round(Q4, 2, 3, 5, 3),)


def test_conditions_stand_beside_the_periods_before(make: Make, rules: ContentRules) -> None:
    """Up to six of them, oldest first, without those in which nobody scored."""
    days = ("2025-05-01", "2025-08-01", "2026-02-01", "2026-08-01", "2026-08-02", "2026-11-01")
    found = [
        Member(f"M{n}", tuple(scores(f"a20000{at}{n}", day, min(at + n, 5), make) for at, day in enumerate(days)))
        for n in range(2)
    ]
    (spread,) = team(*found, rules=rules).conditions
    assert [(each.when.label, each.lowest, each.median, each.highest) for each in spread.rounds] == [
        ("derde kwartaal 2025", 1, 1.5, 2),
        ("eerste kwartaal 2026", 2, 2.5, 3),
        ("derde kwartaal 2026", 4, 4.5, 5),
        ("vierde kwartaal 2026", 5, 5, 5),
    ]


@given(seed=st.integers(0, 10_000))
def test_an_anonymous_review_tells_only_of_its_own_period(sample: list[Entry], rules: ContentRules, seed: int) -> None:
    """Of what was written before or after it nothing is in it: it may be about a few."""
    chance = random.Random(seed)
    found = [
        Member(f"M{n}", tuple(entry._replace(id=f"{entry.id}-{n}") for entry in sample if chance.random() < 0.7))
        for n in range(7)
    ]
    inside = [m._replace(entries=tuple(entry for entry in m.entries if entry.date in Q4)) for m in found]
    built = team(*found, rules=rules, anonymous=True)
    assert built == team(*inside, rules=rules, anonymous=True)
    assert built.team.counted
    assert (built.previous, built.previous_count) == (None, None)
    assert not any(each.previous_count for each in built.levels)
    assert not any(spread.rounds[:-1] for spread in built.conditions)


def test_there_is_something_to_compare_with_where_a_file_covers_it(make: Make, rules: ContentRules) -> None:
    """In one piece or in several, of one person; else there is no count of before, and what was agreed stays."""
    months = [Period(date(2026, month, 1), date(2026, month, days), "") for month, days in ((7, 31), (8, 31), (9, 30))]
    q3 = quarter_of(date(2026, 8, 1))
    every, some = [[shared("A", "1", period=each) for each in periods] for periods in (months, months[1:])]
    assert covers(every, q3)
    assert covers([shared("A", "1", period=Period(date(2026, 1, 1), date(2026, 12, 31), ""))], q3)
    assert not covers(some, q3)
    assert not covers([*some, shared("B", "1", period=months[0])], q3)
    old = make("9z000001", "2026-08-01", "iets", "toegepast", follow_ups=(FollowUp("follow_up", "Bellen", "ik"),))
    member = Member("Anja", (old, make("a2000001", "2026-11-01", "y", "toegepast")))
    for covered in (True, False):
        built = build_team_review([member], Q4, TODAY, rules, covered=covered)
        assert [each.change for each in built.levels if each.count] == [0 if covered else None]
        assert (built.previous_count, len(built.agreed)) == (1 if covered else None, 1)


@pytest.mark.parametrize(("people", "scored"), [(n, k) for n in range(1, 9) for k in range(n + 1)])
def test_an_anonymous_spread_is_of_five_people_or_more(
    make: Make, rules: ContentRules, people: int, scored: int
) -> None:
    """And says of how many only when that is everybody."""
    found = [Member(f"M{n}", (make(f"a200000{n}", "2026-11-01", "iets", "toegepast"),)) for n in range(people)]
    found[:scored] = [
        m._replace(entries=(*m.entries, scores(f"a200001{n}", "2026-11-09", 3, make)))
        for n, m in enumerate(found[:scored])
    ]
    built = team(*found, rules=rules, anonymous=True, minimum=1)
    # Of five out of six it would be known that one did not.
    shown = scored >= 5 and (scored == people or people > 6)
    assert [spread.now.people for spread in built.conditions] == [scored if scored == people else None] * shown


@pytest.mark.parametrize("others", [0, 1, 4, 5])
def test_a_total_tells_nothing_beside_how_many_scored(make: Make, rules: ContentRules, others: int) -> None:
    """Less the rounds of five, it would be the notes of a few that count for no level."""
    found = [Member(f"M{n}", (scores(f"a200001{n}", "2026-11-09", 3, make),)) for n in range(5)]
    found[:others] = [
        m._replace(entries=(*m.entries, make(f"a200002{n}", "2026-11-10", checklist="hill")))
        for n, m in enumerate(found[:others])
    ]
    built = team(*found, rules=rules, anonymous=True)
    assert [spread.now.people for spread in built.conditions] == [5]
    assert built.count == (5 + others if others in (0, 5) else None)


@pytest.mark.parametrize("people", range(1, 9))
def test_anonymous_counts_tell_of_five_people_or_more(make: Make, rules: ContentRules, people: int) -> None:
    """For every number of people who wrote at one level, at another, and what is to weigh."""
    for first, second, third in product(range(people + 1), repeat=3):
        groups = ((first, "toegepast"), (second, "beleving"), (third, ""))
        found = [
            Member(
                f"M{n}",
                tuple(
                    make(f"a20{at}000{n}", "2026-11-01", f"tekst {at}", value)
                    for at, (number, value) in enumerate(groups)
                    if n < number
                ),
            )
            for n in range(people)
        ]
        built = team(*found, rules=rules, anonymous=True)
        counts = {each.level: each for each in (*built.levels, built.unvalued)}
        numbers = {Level.TOEGEPAST: first, Level.BELEVING: second, None: third}
        most = max(first, second, third)
        hidden = [number for number in numbers.values() if 0 < number < 5]
        for level, number in numbers.items():
            shown = (number >= 5 or not number) and (most >= 5 or not most)
            assert counts[level].count == (number if shown else None)
            assert len(counts[level].outcomes) == (number if shown else 0)
        if built.count:
            # Less what is shown, the total is nobody's or at least five people's.
            assert not hidden or max(hidden) >= 5
        assert not any(each.previous_count for each in counts.values())


def test_anonymous_leaves_out_who(make: Make, rules: ContentRules) -> None:
    """Names, who does what, ids, days and courses."""
    rare = make(
        "a2000001", "2026-11-05", "iets", "toegepast", course="Zeldzaam", follow_ups=(FollowUp("ask", "y", "Kees"),)
    )
    common = [make(f"a200001{n}", "2026-11-06", f"z{n}", "toegepast", course="Gewoon") for n in range(6)]
    found = [Member(f"Mens {n}", (entry, rare) if not n else (entry,)) for n, entry in enumerate(common)]
    built = team(*found, rules=rules, anonymous=True)
    said = repr(built._replace(period=None, previous=None, today=None, matrix=()))
    assert not [word for word in ("Mens", "Kees", "Zeldzaam", "Gewoon", "a2000", "date(2026, 11") if word in said]
    assert "'z5'" in said


def test_one_person_is_not_counted_as_five(make: Make, rules: ContentRules) -> None:
    """Under several roles, or from several computers: a note or a name in common makes them one."""
    same = make("a2000001", "2026-11-01", "een", "toegepast")
    roles = [shared(f"Rol {n}", "1", same, make(f"a200002{n}", "2026-11-02", "iets", "toegepast")) for n in range(4)]
    anja = [shared("Anja", "1", make(f"a200001{n}", "2026-11-03", "y", "beleving"), writer=str(n)) for n in range(4)]
    found = members([*roles, *anja])
    built = team(*found, rules=rules, anonymous=True)
    assert (built.team.people, built.team.counted) == (None, False)
    assert len(persons(found)) == 2
    assert team(*found, rules=rules).count == 9


def test_a_note_that_was_changed_is_still_of_one_person(make: Make, rules: ContentRules) -> None:
    """Shared under a name, ticked, and shared again under a role."""
    item = FollowUp("follow_up", "Bellen")
    first = make("a2000001", "2026-11-01", "een", "toegepast", follow_ups=(item,))
    ticked = first._replace(follow_ups=(item._replace(ticked=True, done=TODAY),))
    others = [shared(name, "1", make(f"a20{name}0001", "2026-11-02", "iets", "toegepast")) for name in "bkn"]
    found = members([shared("Anja", "1", first), shared("Adviseur", "2", ticked), *others])
    assert len(persons(found)) == 4
    assert team(*found, rules=rules, anonymous=True).team.people is None


def test_who_is_tied_to_two_ties_them(make: Make) -> None:
    """Whichever of the files is read first."""
    one, two = make("a2000001", "2026-11-01", "een"), make("a2000002", "2026-11-02", "twee")
    adviser, anja = shared("Adviseur", "1", one, writer="x"), shared("Anja", "1", two, writer="y")
    other = shared("Anja", "1", one, writer="z")
    for shares in permutations((adviser, anja, other)):
        assert len(persons(members(shares))) == 1


def test_a_name_in_the_words_of_an_item_is_not_told(make: Make, rules: ContentRules) -> None:
    """It stays there when the day beside it could not be read."""
    item = FollowUp("ask", "Mag het (wie: Zeger, voor 7 december)")
    found = [Member(f"M{n}", (make(f"a200000{n}", "2026-11-01", "iets", follow_ups=(item,)),)) for n in range(5)]
    built = team(*found, rules=rules, anonymous=True)
    assert {each.text for each in built.asks} == {"Mag het"}


def test_with_names_two_people_are_counted(make: Make, rules: ContentRules) -> None:
    """Only without them there have to be five."""
    found = [Member(name, (make(f"a200000{n}", "2026-11-01", "iets", "toegepast"),)) for n, name in enumerate("AB")]
    built = team(*found, rules=rules)
    assert (built.team.counted, built.team.people, built.levels[2].count) == (True, 2, 2)
