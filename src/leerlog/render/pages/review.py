"""The review as a page."""

from collections.abc import Callable

from leerlog.domain.dates import count
from leerlog.domain.period import Period, range_words
from leerlog.render import words
from leerlog.render.page import Bar, Bars, Block, Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, course_rows, item_rows, story_blocks, yield_rows
from leerlog.reports.agenda import Item
from leerlog.reports.lens import STUCK_DAYS
from leerlog.reports.levels import Tally
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
        _right(review),
        _under(review),
        _facts(review),
        review.today,
    )


def _right(review: Review) -> str:
    said = words.entries(review.count)
    if review.previous is None or not (review.count or review.previous_count):
        return said
    return f"{said} · {words.short_period(review.previous)}: {review.previous_count}"


def _range(review: Review) -> str:
    """The resolved range; of everything, the days of the first and last entry."""
    if review.period.kind == "all":
        return range_words(Period(review.first, review.last, "")) if review.first and review.last else ""
    said = range_words(review.period)
    return "" if said == words.period_title(review.period) else said


def _going_on(review: Review) -> str:
    days = (review.period.end - review.today).days
    if review.period.kind == "all" or review.today not in review.period or not days:
        return ""
    return f"nog {count(days, 'dag', 'dagen')} te gaan"


def _under(review: Review) -> str:
    return " · ".join(part for part in (_range(review), _going_on(review)) if part)


def _facts(review: Review) -> tuple[Fact, ...]:
    parts = (words.period_title(review.period), _range(review), _going_on(review))
    period = ", ".join(part for part in parts if part).replace("t/m", "tot en met")
    return Fact("Terugblik", period), Fact("Notities", _beside(review.count, review.previous_count, review))


def _beside(number: int, earlier: int | None, review: Review) -> str:
    if earlier is None or review.previous is None:
        return str(number)
    return f"{number}, {words.before(review.period)} {earlier}"


def _empty(review: Review, full: bool) -> list[Section]:
    if review.count:
        return []
    if review.period.start > review.today:
        text = "Deze periode moet nog beginnen. Er staat nog niets in je leerlog."
    else:
        text = (
            "In deze periode staat er niets in je leerlog. Dat geeft niet: er is vast wel iets gebeurd.\n"
            "Weet je nog een moment? Schrijf het alsnog op, met de dag erbij:"
        )
    day = min(review.today, review.period.end) if review.period.kind != "all" else review.today
    command = f"leerlog moment --on {day}" if review.period.start <= review.today else "leerlog review --quarter vorig"
    return [Section("", (Paragraph(text), Paragraph(command, "Probeer", "command", indent=4)))]


def _agreed(review: Review, full: bool) -> list[Section]:
    rows = item_rows(review.agreed, review.today, 0 if full else ITEMS, kind="Eerder afgesproken")
    return _section("Afgesproken, en wat ervan kwam", rows, _done(review.agreed))


def _done(items: tuple[Item, ...]) -> str:
    return f"{sum(not item.open for item in items)} van {len(items)} gedaan"


def _levels(review: Review, full: bool) -> list[Section]:
    if not review.count and not any(tally.previous_count for tally in review.levels):
        return []
    bars = [_bar(tally, review) for tally in reversed(review.levels)]
    if review.unvalued.count:
        bars.append(_unvalued(review))
    since = f"t.o.v. {words.short_period(review.previous)}" if review.previous else ""
    sections = [Section("Wat het leren bracht", (Bars(tuple(bars)),), since)]
    return sections + [_items(tally, full) for tally in reversed(review.levels) if tally.count]


def _bar(tally: Tally, review: Review) -> Bar:
    name = words.level_name(tally.level)
    number = tally.level.number if tally.level else 0
    fact = Fact(f"Waarde, {name.lower()}", _beside(tally.count, tally.previous_count, review))
    return Bar(str(number), name, tally.count, words.change(tally.change), style=f"level-{number}", fact=fact)


def _unvalued(review: Review) -> Bar:
    tally = review.unvalued
    said = f"{_beside(tally.count, tally.previous_count, review)}. Wegen kan met {words.WEIGH}"
    fact = Fact("Waarde, nog te wegen", said)
    return Bar("", "nog te wegen", tally.count, words.change(tally.change), words.WEIGH, fact=fact)


def _items(tally: Tally, full: bool) -> Section:
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
    return _section("Blijft liggen", rows, f"langer dan {STUCK_DAYS} dagen potentieel")


def _items_of(name: str, heading: str, kind: str) -> Callable[[Review, bool], list[Section]]:
    def make(review: Review, full: bool) -> list[Section]:
        items = getattr(review, name)
        return _section(heading, item_rows(items, review.today, 0 if full else ITEMS, kind=kind), _done(items))

    return make


def _courses(review: Review, full: bool) -> list[Section]:
    return _section("Leertrajecten", course_rows(review.courses, review.today))


def _conditions(review: Review, full: bool) -> list[Section]:
    rows = []
    for each in review.conditions:
        earlier = "" if each.previous_score is None else f"{each.previous_score} → "
        moved = each.previous_score is not None and each.previous_score != each.score
        told = f"{each.score}" + ("" if each.previous_score is None else f", de vorige keer {each.previous_score}")
        note = each.note if full and each.note else ""
        fact = Fact(f"Conditie, {each.title}", told + (f", {note}" if note else ""))
        text = each.title + (f"\n{note}" if note else "")
        rows.append(Row((Cell(earlier + str(each.score), "strong" if moved else "dim"), text), fact))
    if not rows:
        return []
    first = review.conditions[0]
    since = f"{words.spoken(first.previous_day)} → " if first.previous_day else ""
    columns = (Column(right=True), MAIN)
    return _section("Condities", Rows(columns, tuple(rows), 0), since + words.spoken(first.day))


def _talk(review: Review, full: bool) -> list[Section]:
    blocks = tuple(Paragraph(text, "Om over te praten") for text in review.talk)
    return [Section("Om over te praten", blocks)] if blocks and review.count else []


def _section(heading: str, rows: Rows, right: str = "") -> list[Section]:
    return [Section(heading, (rows,), right)] if rows.rows else []


_PARTS = (
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
    _talk,
)
