"""The review of a team as a page."""

from collections.abc import Iterable, Sequence

from leerlog.domain.dates import count
from leerlog.render import team_telling, words
from leerlog.render.page import Bar, Bars, Block, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, item_rows, story_blocks, yield_rows
from leerlog.render.width import first_lines
from leerlog.reports.agenda import Item
from leerlog.reports.levels import Outcome
from leerlog.reports.spread import Spread
from leerlog.reports.stories import Story
from leerlog.reports.team import Team
from leerlog.reports.team_counts import Count

PER_LEVEL = 5
STORIES = 3
ITEMS = 8


def team_page(team: Team, *, full: bool = False) -> Page:
    """The review; `full` shows every item and every text whole."""
    sections = [section for make in _PARTS for section in make(team, full)]
    people = team_telling.people(team)
    notes = words.entries(team.count) if team.count is not None else ""
    facts = [
        Fact("Terugblik van het team", _when(team)),
        Fact("Mensen", people if team.people is None else str(team.people)),
    ]
    facts += [Fact("Notities", team_telling.beside(team.count, team.previous_count, team))] if notes else []
    facts += [Fact("Wie", team_telling.who(team, full=full))] if team.names else []
    return Page(
        f"Terugblik van het team · {words.period_title(team.period)}",
        tuple(sections),
        " · ".join(part for part in (people, notes) if part),
        " · ".join(part for part in (team_telling.range_said(team), team_telling.who(team, full=full)) if part),
        tuple(facts),
        team.today,
    )


def _when(team: Team) -> str:
    said = ", ".join(part for part in (words.period_title(team.period), team_telling.range_said(team)) if part)
    return said.replace("t/m", "tot en met")


def _empty(team: Team, full: bool) -> list[Section]:
    return [] if team.people != 0 else [Section("", (Paragraph(team_telling.NOTHING, "Let op"),))]


def _said(team: Team, full: bool) -> list[Section]:
    text = "\n".join(team_telling.said(team))
    return [Section("", (Paragraph(text, "Anoniem"),))] if text else []


def _agreed(team: Team, full: bool) -> list[Section]:
    return _listed("Afgesproken, en wat ervan kwam", team.agreed, team, full, "Eerder afgesproken")


def _listed(heading: str, items: Sequence[Item], team: Team, full: bool, kind: str) -> list[Section]:
    if not items:
        return []
    done = team_telling.done_of(items, team)
    return [Section(heading, (item_rows(items, team.today, 0 if full else ITEMS, kind=kind),), done)]


def _levels(team: Team, full: bool) -> list[Section]:
    counts = team_telling.shown(team)
    bars = tuple(_bar(each, team) for each in counts)
    since = f"t.o.v. {words.short_period(team.previous)}" if team.previous else ""
    sections = [Section("Wat het leren bracht", (Bars(bars),), since)] if bars else []
    return sections + [_yields(each, team, full) for each in counts if each.level and each.count]


def _bar(each: Count, team: Team) -> Bar:
    name = words.level_name(each.level) or "nog te wegen"
    number = str(each.level.number) if each.level else ""
    fact = Fact(f"Waarde, {name.lower()}", team_telling.beside(each.count, each.previous_count, team))
    style = f"level-{number}" if number else ""
    note = "" if each.count is not None else team_telling.few(team)
    return Bar(number, name, each.count, words.change(each.change), note, style=style, fact=fact)


def _yields(each: Count, team: Team, full: bool) -> Section:
    """A level's items, newest first, with who wrote them."""
    name = words.level_name(each.level)
    newest = each.items[::-1]
    signed = [_signed(item, team) for item in (newest if full else newest[:PER_LEVEL])]
    left = (each.count or 0) - len(signed)
    rows = _words(signed, name, left, full) if team.anonymous else yield_rows(signed, name, left, full=full)
    return Section(name, (rows,))


def _signed(each: Outcome, team: Team) -> Outcome:
    return each._replace(course=" · ".join(part for part in (team.by.get(each.entry, ""), each.course) if part))


def _words(items: Iterable[Outcome], label: str, left: int, full: bool) -> Rows:
    """Items of which only the words may be known."""
    rows = tuple(Row((each.text,), Fact(label, each.text if full else first_lines(each.text))) for each in items)
    more = f"nog {left}, {words.ALL_OF_IT}" if left > 0 else ""
    return Rows((MAIN,), rows, 0 if full else 1, more)


def _stories(team: Team, full: bool) -> list[Section]:
    kept = team.stories if full else team.stories[:STORIES]
    blocks: list[Block] = []
    for number, story in enumerate(kept, 1):
        blocks += [Paragraph("")] if blocks else []
        blocks += _story(story, number, full) if team.anonymous else _told_by(story, number, team, full)
    if left := len(team.stories) - len(kept):
        more = f"nog {count(left, 'verhaal', 'verhalen')}, {words.ALL_OF_IT}"
        blocks += [Paragraph(""), Rows((MAIN,), (), more=more)]
    return [Section("Verhalen", tuple(blocks))] if blocks else []


def _told_by(story: Story, number: int, team: Team, full: bool) -> list[Block]:
    return story_blocks(story._replace(title=team_telling.title(story, team)), number, full=full)


def _story(story: Story, number: int, full: bool) -> list[Block]:
    """A story of which only the words may be known."""
    rows = []
    for at, step in enumerate(story.steps, 1):
        level = step.level.value if step.level else ""
        name = ", ".join(part for part in (f"Verhaal {number}, stap {at}", level) if part)
        rows.append(Row((level, step.text), Fact(name, step.text if full else first_lines(step.text))))
    for each in story.expected:
        rows.append(Row(("verwacht", each.text), Fact(f"Verhaal {number}, verwacht", each.text)))
        if each.came:
            rows.append(Row(("kwam ervan", each.came.text), Fact(f"Verhaal {number}, kwam ervan", each.came.text)))
    heading = Paragraph(first_lines(story.title), f"Verhaal {number}", "strong")
    return [heading, Rows((Column(), MAIN), tuple(rows), 0 if full else 2, indent=4)]


def _obstacles(team: Team, full: bool) -> list[Section]:
    return _listed("Belemmeringen", team.obstacles, team, full, "Belemmering")


def _asks(team: Team, full: bool) -> list[Section]:
    return _listed("Vragen aan het team", team.asks, team, full, "Vraag aan het team")


def _follow_ups(team: Team, full: bool) -> list[Section]:
    blocks: list[Block] = []
    for who, items in team.follow_ups:
        name = "" if team.anonymous else who or team_telling.NOBODY
        blocks += [Paragraph(name, "Afspraken van", "strong")] if name else []
        bare = [item._replace(who="") for item in items]
        blocks.append(item_rows(bare, team.today, 0 if full else ITEMS, kind=f"Afspraak {name}".strip()))
    return [Section("Nieuwe afspraken", tuple(blocks))] if blocks else []


def _conditions(team: Team, full: bool) -> list[Section]:
    rows = tuple(_spread(each, team) for each in team.conditions)
    if not rows:
        return []
    scores = (Column(right=True), Column("strong", right=True), Column(right=True))
    columns = (Column("dim"), *scores, MAIN, Column("dim", narrow="below"))
    return [Section("Condities", (Rows(columns, rows, 0),), "laagst, midden, hoogst")]


def _spread(each: Spread, team: Team) -> Row:
    low, middle, high = team_telling.reach(each.now)
    note = team_telling.scored(each, team)
    told = [f"laagst {low}, midden {middle}, hoogst {high}", *note, team_telling.long_before(each)]
    cells = (team_telling.trend(each), low, middle, high, each.title, " · ".join(note))
    return Row(cells, Fact(f"Conditie, {each.title}", ", ".join(part for part in told if part)))


def _talk(team: Team, full: bool) -> list[Section]:
    blocks = tuple(Paragraph(text, "Om over te praten") for text in team.talk)
    return [Section("Om over te praten", blocks)] if blocks and team.people else []


_PARTS = (
    _empty,
    _said,
    _agreed,
    _levels,
    _stories,
    _obstacles,
    _asks,
    _follow_ups,
    _conditions,
    _talk,
)
