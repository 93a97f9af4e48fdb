"""The review as a page."""

from collections.abc import Callable

from leerlog.documents.blocks import Days
from leerlog.domain.dates import count
from leerlog.render import telling, words
from leerlog.render.days import calendar, drawn, per_month
from leerlog.render.page import Bar, Bars, Block, Cell, Column, Drawing, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, course_rows, item_rows, story_blocks, yield_rows
from leerlog.reports.conditions import Condition
from leerlog.reports.levels import LevelCount
from leerlog.reports.review import Review

PER_LEVEL = 5
STORIES = 3
STUCK = 3
ITEMS = 6


def review_page(review: Review, *, full: bool = False) -> Page:
    """The review; `full` shows every item and every text whole."""
    sections = [section for make in _PARTS for section in make(review, full)]
    return Page(
        f"Terugblik · {words.period_title(review.period)}",
        tuple(sections),
        telling.notes(review),
        telling.under(review),
        _facts(review),
        review.today,
    )


def _facts(review: Review) -> tuple[Fact, ...]:
    parts = (words.period_title(review.period), telling.range_said(review), telling.going_on(review))
    period = ", ".join(part for part in parts if part).replace("t/m", "tot en met")
    return Fact("Terugblik", period), Fact("Notities", telling.beside(review.count, review.previous_count, review))


def _for_others(review: Review, full: bool) -> list[Section]:
    return [Section("", (Paragraph(telling.only(review), "Te zien", "strong", 0),))] if review.audience else []


def _empty(review: Review, full: bool) -> list[Section]:
    if review.count:
        return []
    text, command = telling.empty(review)
    return [Section("", (Paragraph(text), Paragraph(command, "Probeer", "command", indent=4)))]


def _agreed(review: Review, full: bool) -> list[Section]:
    rows = item_rows(review.agreed, review.today, 0 if full else ITEMS, kind="Eerder afgesproken")
    return _section("Afgesproken, en wat ervan kwam", rows, telling.done_of(review.agreed))


def _levels(review: Review, full: bool) -> list[Section]:
    if not review.count and not any(tally.previous_count for tally in review.levels):
        return []
    bars = [_bar(tally, review) for tally in reversed(review.levels)]
    if review.unvalued.count:
        bars.append(_unvalued(review))
    since = f"t.o.v. {words.short_period(review.previous)}" if review.previous else ""
    sections = [Section("Wat het leren bracht", (Bars(tuple(bars)),), since)]
    return sections + [_items(tally, full) for tally in reversed(review.levels) if tally.count]


def _bar(tally: LevelCount, review: Review) -> Bar:
    name = words.level_name(tally.level)
    number = tally.level.number if tally.level else 0
    fact = Fact(f"Waarde, {name.lower()}", telling.beside(tally.count, tally.previous_count, review))
    return Bar(str(number), name, tally.count, words.change(tally.change), style=f"level-{number}", fact=fact)


def _unvalued(review: Review) -> Bar:
    tally = review.unvalued
    said = f"{telling.beside(tally.count, tally.previous_count, review)}. Wegen kan met {words.WEIGH}"
    fact = Fact("Waarde, nog te wegen", said)
    return Bar("", "nog te wegen", tally.count, words.change(tally.change), words.WEIGH, fact=fact)


def _items(tally: LevelCount, full: bool) -> Section:
    """A level's items, newest first: what is freshest is told best."""
    name = words.level_name(tally.level)
    newest = tally.items[::-1]
    shown = newest if full else newest[:PER_LEVEL]
    return Section(name, (yield_rows(shown, name, len(newest) - len(shown), full=full),))


def _stories(review: Review, full: bool) -> list[Section]:
    shown = review.stories if full else review.stories[:STORIES]
    blocks: list[Block] = []
    for number, story in enumerate(shown, 1):
        blocks += [*([Paragraph("")] if blocks else []), *story_blocks(story, number, full=full)]
    if left := len(review.stories) - len(shown):
        more = f"nog {count(left, 'verhaal', 'verhalen')}, {words.ALL_OF_IT}"
        blocks += [Paragraph(""), Rows((MAIN,), (), more=more)]
    return [Section("Verhalen", tuple(blocks))] if blocks else []


def _stuck(review: Review, full: bool) -> list[Section]:
    newest = review.stuck[::-1]
    shown = newest if full else newest[:STUCK]
    rows = yield_rows(shown, "Blijft liggen", len(newest) - len(shown), full=full, ids=True)
    return _section("Blijft liggen", rows, telling.STUCK)


def _items_of(name: str, heading: str, kind: str) -> Callable[[Review, bool], list[Section]]:
    def make(review: Review, full: bool) -> list[Section]:
        items = getattr(review, name)
        return _section(
            heading, item_rows(items, review.today, 0 if full else ITEMS, kind=kind), telling.done_of(items)
        )

    return make


def _courses(review: Review, full: bool) -> list[Section]:
    return _section("Leertrajecten", course_rows(review.courses, review.today, whole=not review.audience))


def _conditions(review: Review, full: bool) -> list[Section]:
    rows = tuple(_condition(each, full) for each in review.conditions)
    if not rows:
        return []
    first = review.conditions[0]
    since = f"{words.spoken(first.previous_day)} → " if first.previous_day else ""
    columns = (Column("dim"), Column(right=True), MAIN)
    return _section("Condities", Rows(columns, rows, 0), since + words.spoken(first.day))


def _condition(each: Condition, full: bool) -> Row:
    moved = each.previous_score is not None and each.previous_score != each.score
    style = "strong" if moved else "dim"
    note = each.note if full and each.note else ""
    fact = Fact(f"Conditie, {each.title}", telling.condition(each) + (f", {note}" if note else ""))
    text = each.title + (f"\n{note}" if note else "")
    return Row((telling.trend(each), Cell(telling.step(each), style), text), fact)


def _days(review: Review, full: bool) -> list[Section]:
    """When there are notes: a row for every weekday, a column for every week."""
    found = calendar(Days(review.days, review.period, review.today))
    if not found:
        return []
    facts = [Fact("Dagen", telling.days(review))]
    facts += [
        Fact(f"Dagen, {month}", words.entries(number))
        for month, number in per_month(Days(review.days, review.period, review.today))
    ]
    return [Section("Dagen", (Drawing(drawn(found), tuple(facts)),), telling.days(review))]


def _talk(review: Review, full: bool) -> list[Section]:
    blocks = tuple(Paragraph(text, "Om over te praten") for text in review.talk)
    return [Section("Om over te praten", blocks)] if blocks and review.count else []


def _section(heading: str, rows: Rows, right: str = "") -> list[Section]:
    return [Section(heading, (rows,), right)] if rows.rows else []


_PARTS = (
    _for_others,
    _empty,
    _agreed,
    _levels,
    _stories,
    _stuck,
    _items_of("obstacles", "Belemmeringen", "Belemmering"),
    _items_of("asks", "Vragen aan het team", "Vraag aan het team"),
    _items_of("follow_ups", "Nieuwe afspraken", "Nieuwe afspraak"),
    _courses,
    _conditions,
    _days,
    _talk,
)
