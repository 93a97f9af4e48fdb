"""The review of a team, from what its members share: with their names, or anonymous."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry
from leerlog.domain.period import AROUND, Period, previous
from leerlog.reports.agenda import all_items
from leerlog.reports.anonymous import disclosed, nameless, nameless_one, unsigned
from leerlog.reports.conditions import spread_conditions, to_discuss
from leerlog.reports.disclosure import MINIMUM
from leerlog.reports.members import Member, persons
from leerlog.reports.order import within
from leerlog.reports.review import Review, Team, common_review, parts_of, told, with_talk
from leerlog.reports.rules import ContentRules
from leerlog.reports.stories import StoryGraph

ME = ("ik", "mij", "ikzelf", "mezelf")


def build_team_review(
    members: Sequence[Member],
    period: Period,
    today: date,
    rules: ContentRules,
    *,
    anonymous: bool = False,
    minimum: int = MINIMUM,
    covered: bool = True,
    together: Iterable[Entry] = (),
    per: str = "",
) -> Review:
    """The review of a team's period, from what its members share; nobody is held beside anybody else.

    anonymous: without who wrote or does what, and with no number about fewer people than `minimum`. Then it tells
        of its own period only: what the one before it had may be about fewer.
    covered: whether anybody shared the period before, to compare with.
    together: what the team wrote as one in its meetings, of which what was agreed and asked counts.
    """
    minimum = max(minimum, MINIMUM) if anonymous else 1
    if anonymous:
        members, together = nameless(persons(members), period), map(nameless_one, together)
    entries = sorted((entry for member in members for entry in member.entries), key=lambda e: (e.date, e.id))
    writer = {entry.id: number for number, member in enumerate(members) for entry in member.entries}
    names = {name: members[number].name for name, number in writer.items()}
    items = [*all_items(together, today), *(_signed(item, names) for item in all_items(entries, today))]
    before = previous(period) if covered and not anonymous else None
    made = common_review(entries, StoryGraph(entries, writer), items, period, before, today, rules, per)
    here = sorted({writer[entry.id] for entry in within(entries, period)})
    team = Team(len(here), tuple(members[number].name for number in here), anonymous, minimum, bool(here))
    scores = spread_conditions(members, period, rules, minimum, len(here) if anonymous else 0)
    made = made._replace(conditions=scores, discussion=to_discuss(scores, rules), team=team)
    if not anonymous:
        return with_talk(told(made, lambda each: each._replace(by=names[each.entry])), rules)
    divisions = _divisions(period, entries, [each.period for each in made.matrix])
    return with_talk(unsigned(made, disclosed(entries, writer, divisions, rules, minimum)), rules)


def _divisions(period: Period, current: Sequence[Entry], lines: Sequence[Period]) -> list[Sequence[Period]]:
    """The parts of a period of every longer kind of which it has several, the longest first, and then these."""
    longer = [*AROUND][[*AROUND].index(lines[0].kind) + 1 :] if lines else []
    found = (parts_of(period, current, kind) for kind in reversed(longer))
    return [*(each for each in found if len(each) > 1), lines]


def _signed(item: Item, names: Mapping[str, str]) -> Item:
    """The item with who wrote it, also where it says `ik`, and where nobody else is named."""
    name = names[item.entry]
    if not name:
        return item
    who = name if item.who.casefold() in ME else item.who
    return item._replace(who=who or _unsaid(item, name), by=name)


def _unsaid(item: Item, name: str) -> str:
    """Who it is about when that is not said: an obstacle is for whoever takes it up."""
    if item.kind == "ask":
        return f"van {name}"
    return name if item.kind == "follow_up" else ""
