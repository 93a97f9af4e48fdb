"""How much there is of each level in the parts of a period: it counts all that the review counts, once."""

from datetime import date, timedelta
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.outcome import Part
from leerlog.domain.period import ALL, AROUND, month_of, quarter_of, week_of, year_of
from leerlog.domain.period_words import span
from leerlog.domain.value import Level
from leerlog.reports.members import Member
from leerlog.reports.review import build_review, review_for
from leerlog.reports.team import build_team_review

TODAY = date(2026, 11, 23)
COLUMNS = {*Level, None}
PERIODS = (ALL, quarter_of(TODAY), year_of(TODAY), week_of(date(2027, 1, 1)), span("", "2026-12-31", TODAY))


@st.composite
def journals(draw):
    """Notes around two changes of the year, of any level or none."""
    days = draw(st.lists(st.integers(0, 800), max_size=25))
    return [
        Entry(f"a{n}", date(2025, 6, 1) + timedelta(days=day), None, "moment", "Moment",
              value=draw(st.sampled_from((*Level, None))), answers=(Answer("surprise", f"zin {n}"),), share=("team",))
        for n, day in enumerate(days)
    ]  # fmt: skip


def same(review):
    """Whether the parts of a review are together what it has of every level."""
    for each in (*review.levels, review.unvalued):
        assert sum(part.counts[each.level] for part in review.matrix) == each.count
    for part in review.matrix:
        assert set(part.counts) == COLUMNS


@given(journals(), st.sampled_from(PERIODS), st.sampled_from(["", *AROUND]))
def test_the_parts_are_together_the_levels(rules, entries, period, per):
    """Whatever the period and the parts: one's own, for an audience, and of a team with its names."""
    same(build_review(entries, period, TODAY, rules, per))
    same(review_for("team", entries, entries, period, TODAY, rules, per))
    members = [Member("Anja", tuple(entries[::2])), Member("Kees", tuple(entries[1::2]))]
    same(build_team_review(members, period, TODAY, rules, per=per))


def test_what_is_to_come_has_its_part(sample, rules):
    """All months of a quarter and all quarters of a year, with zeros; of everything from the first note to the last."""
    quarter = build_review(sample, quarter_of(TODAY), TODAY, rules)
    assert [part.period.label for part in quarter.matrix] == ["oktober 2026", "november 2026", "december 2026"]
    year = build_review(sample, year_of(TODAY), TODAY, rules)
    assert [sum(part.counts.values()) for part in year.matrix][:2] == [0, 0]
    assert [part.period.label for part in build_review(sample, ALL, TODAY, rules).matrix] == ["2026"]
    months = build_review(sample, ALL, TODAY, rules, "month").matrix
    assert (months[0].period.start, months[-1].period.end) == (date(2026, 7, 1), date(2026, 12, 31))
    assert build_review([], ALL, TODAY, rules).matrix == ()


# At the ends of weeks, months and quarters, which do not fall together.
DAYS = [date(2026, month, day) for month, day in ((1, 5), (1, 30), (2, 1), (2, 16), (3, 31), (4, 1), (5, 6), (8, 3))]
BROUGHT = [(Level.TOEGEPAST,), (Level.BELEVING,), (Level.TOEGEPAST, Level.BELEVING), ()]


@st.composite
def wrote(draw):
    """Who wrote on which day about which levels: often several people the same."""
    slots = st.tuples(st.sampled_from(DAYS), st.sampled_from(BROUGHT), st.integers(0, 5), st.sampled_from([1, 4, 5, 6]))
    found = draw(st.lists(slots, max_size=9))
    return {(who, day, levels) for day, levels, first, some in found for who in range(first, first + some)}


@given(wrote())
def test_what_is_told_per_month_is_not_worked_out_beside_another_division(rules, notes):
    """Nor of weeks, quarters and years side by side: what is left of one without another is of nobody or of five."""
    members: dict[int, list[Entry]] = {}
    for who, day, levels in notes:
        answers = tuple(Answer(str(level), "zin", value=level) for level in levels)
        members.setdefault(who, []).append(Entry(f"a{who}{day}{levels}", day, None, "waardecheck", "", answers=answers))
    found = [Member(f"Mens {who}", tuple(entries)) for who, entries in members.items()]
    built = [build_team_review(found, year_of(TODAY), TODAY, rules, anonymous=True, per=per) for per in AROUND]
    told = {each.level for each in built[0].levels if each.count is not None}
    parts = [Part(year_of(TODAY), dict.fromkeys(told, 0)), *chain.from_iterable(review.matrix for review in built)]

    def left(known):
        """Of each of these periods the notes that are in none that lies in it; none lies half in another."""
        for each in known:
            shorter = [other for other in known if other.days < each.days]
            assert all((other.start in each) == (other.end in each) for other in shorter)
            inside = [other for other in shorter if other.start in each]
            yield [note for note in notes if note[1] in each and not any(note[1] in other for other in inside)]

    def few(some):
        return 0 < len({who for who, *_ in some}) < 5

    for level in told:
        for some in left([part.period for part in parts if level in part.counts]):
            assert not few(note for note in some if level in note[2])
    if built[0].count is not None:
        for some in left([part.period for part in parts]):
            for gone in chain.from_iterable(combinations(told, size) for size in range(len(told) + 1)):
                assert not few(note for note in some if not {*gone} & {*note[2]})


@pytest.mark.parametrize("people", [4, 6])
def test_an_anonymous_team_is_told_of_no_few(rules, make, people):
    """A month in which one person wrote something is left out, and everything where too few shared."""
    members = [Member(f"Mens {n}", (make(f"o{n}", "2026-10-05", f"x{n}", "toegepast"),)) for n in range(people)] + [
        Member("Mens 0", (make("n0", "2026-11-05", "y", "potentieel"), make("n1", "2026-11-05", "z", "toegepast")))
    ]
    built = build_team_review(members, quarter_of(TODAY), TODAY, rules, anonymous=True)
    named = build_team_review(members, quarter_of(TODAY), TODAY, rules)
    assert [part.counts[Level.TOEGEPAST] for part in named.matrix] == [people, 1, 0]
    assert not any(part.counts.get(Level.TOEGEPAST) for part in built.matrix if part.period.start.month == 11)
    assert not any(Level.POTENTIEEL in part.counts for part in built.matrix)
    # Without that one there is a month to tell of, and the others have nothing.
    built = build_team_review(members[:-1], quarter_of(TODAY), TODAY, rules, anonymous=True)
    told = [part.counts[Level.TOEGEPAST] for part in built.matrix]
    assert told == ([6, 0, 0] if people == 6 else [])


def test_a_note_of_two_levels_stands_under_both(rules, make):
    """It counts what was brought, not notes and not people."""
    entry = make("a", "2026-11-05", checklist="waardecheck", answers={})
    entry = entry._replace(
        answers=(Answer("x", "dit", value=Level.TOEGEPAST), Answer("y", "en dat", value=Level.BELEVING))
    )
    (part,) = build_review([entry], month_of(TODAY), TODAY, rules, "month").matrix
    assert [part.counts[level] for level in Level] == [1, 0, 1, 0, 0]
