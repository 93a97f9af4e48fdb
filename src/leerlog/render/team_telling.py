"""What every form of a team's review says of it, in the same words."""

from collections.abc import Sequence

from leerlog.domain.dates import count, short_date
from leerlog.domain.entry import Problem
from leerlog.domain.period import AROUND, Period, range_words
from leerlog.render import telling, words
from leerlog.reports.agenda import Item
from leerlog.reports.spread import Reach, Spread
from leerlog.reports.stories import Story
from leerlog.reports.team import Team
from leerlog.reports.team_counts import Count

ANONYMOUS = (
    "Namen, en wie iets doet, staan er niet in. Let op: een tekst kan zijn schrijver toch verraden. "
    "Lees hem na voordat je hem aan anderen geeft. Geef dezelfde mensen ook geen twee terugblikken "
    "die elkaar overlappen: uit het verschil is soms te zien wat één mens schreef."
)
FEW = "In deze periode deelden te weinig mensen iets om het zonder namen te tonen: dat kan vanaf {} mensen."
HIDDEN = "Waar minder dan {} mensen aan bijdroegen, staat geen aantal."
NOTHING = (
    "In deze periode is er niets gedeeld.\n"
    "Iedereen deelt zelf, met: leerlog share --to team\n"
    "Zet de bestanden die je krijgt in deze map."
)
NAMES = 12
HELD_BACK = "niet getoond"
NOBODY = "nog van niemand"


def said(team: Team) -> list[str]:
    """What an anonymous review says before all else, a sentence a line."""
    if not team.anonymous:
        return []
    parts = [ANONYMOUS]
    if team.people is None:
        parts.append(FEW.format(team.minimum))
    elif any(each.count is None for each in (*team.levels, team.unvalued)):
        parts.append(HIDDEN.format(team.minimum))
    return parts


def range_said(team: Team) -> str:
    """The resolved range, where the title does not have it."""
    told = range_words(team.period)
    return "" if told == words.period_title(team.period) else told


def done_of(items: Sequence[Item], team: Team) -> str:
    """How many items are done; not told where nobody may be known, for they may be of a few."""
    return "" if team.anonymous else telling.done_of(items)


def people(team: Team) -> str:
    """How many people there are, as far as it may be told."""
    return few(team) if team.people is None else count(team.people, "mens", "mensen")


def few(team: Team) -> str:
    """Why a number is not told."""
    return f"minder dan {team.minimum} mensen"


def who(team: Team, *, full: bool = True) -> str:
    """Who shared something; of a large team only the first, unless all is asked for."""
    left = 0 if full else len(team.names) - NAMES
    return ", ".join(team.names) if left < 2 else f"{', '.join(team.names[:NAMES])} en nog {left}"


def beside(now: int | None, earlier: int | None, team: Team) -> str:
    """A count with that of the period before: 57, vorig kwartaal 49; a word for one that may not be shown."""
    told = few(team) if now is None else str(now)
    if earlier is None:
        return told
    return f"{told}, {words.before(team.period)} {earlier}"


def number(found: int | None) -> str:
    """A count in a column; a word for one that may not be shown."""
    return HELD_BACK if found is None else str(found)


def before(each: Count) -> str:
    """The count of the period before, in a column of its own; nothing where there is no such period."""
    return "" if each.previous_count is None else str(each.previous_count)


def shown(team: Team) -> tuple[Count, ...]:
    """The levels, the highest first, and what waits to be weighed where there is any; nothing of too few people."""
    if not team.counted:
        return ()
    return tuple(each for each in (*reversed(team.levels), team.unvalued) if each.level or each.count != 0)


def title(story: Story, team: Team) -> str:
    """What a story is called, with who tells it."""
    name = team.by.get(story.steps[0].entry, "")
    return f"{story.title} · {name}" if name else story.title


def median(value: float) -> str:
    """A median: 3, 3,5."""
    return f"{value:g}".replace(".", ",")


def reach(each: Reach) -> tuple[str, str, str]:
    """The lowest score, the middle one and the highest."""
    return str(each.lowest), median(each.median), str(each.highest)


def scored(each: Spread, team: Team) -> list[str]:
    """How many scored a condition, and how the scores lay the time before."""
    told = each.now.number
    people = f"minstens {team.minimum} mensen" if told is None else count(told, "mens", "mensen")
    return [people, *(f"{named(last.period, team)}: {_lay(last)}" for last in each.earlier[-1:])]


def _lay(each: Reach) -> str:
    """How scores lay: midden 2,5, van 2 tot 4."""
    low, middle, high = reach(each)
    return f"allemaal {low}" if low == high else f"midden {middle}, van {low} tot {high}"


def named(period: Period, team: Team) -> str:
    """What a sentence calls an earlier period: Q3, vanaf 24 okt."""
    return label(period, team) if period.kind in AROUND else f"vanaf {label(period, team)}"


def label(period: Period, team: Team) -> str:
    """What a drawing calls a period: Q3, with its year when that is another; its first day when it has no name."""
    if period.kind not in AROUND:
        return short_date(period.start, team.today)
    name, year = words.short_period(period), str(period.start.year)
    return name if period.start.year == team.period.start.year or year in name else f"{name} {year}"


def long_before(each: Spread) -> str:
    """The middle scores of the rounds before the last two, the newest first: daarvoor midden 3 en 2,5."""
    found = [median(one.median) for one in each.earlier[-2::-1]]
    return f"daarvoor midden {telling.and_(found)}" if found else ""


def trend(each: Spread) -> str:
    """The middle scores of all rounds as a small line; nothing when there are fewer than three."""
    return telling.sparks([one.median for one in each.rounds])


def left_out(problems: Sequence[Problem], team: Team) -> list[str]:
    """Which files do not count, or not whole, and why; of an anonymous review only how many: a file has a name."""
    found = list(dict.fromkeys(str(each) for each in problems))
    if not team.anonymous or not found:
        return found
    files = len({each.file for each in problems})
    return [f"{count(files, 'bestand telt', 'bestanden tellen')} niet of niet helemaal mee."]
