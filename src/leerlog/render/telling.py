"""What every form of a review says of it, in the same words."""

from collections.abc import Sequence

from leerlog.domain.dates import count
from leerlog.domain.entry import ENDS
from leerlog.domain.period import Period, range_words
from leerlog.render import words
from leerlog.reports.agenda import Item
from leerlog.reports.conditions import Condition
from leerlog.reports.review import Review
from leerlog.reports.rules import STUCK_DAYS

SPARKS = "▁▃▄▆█"  # of the scores 1 to 5
STUCK = f"langer dan {STUCK_DAYS} dagen potentieel"
TREND = 3  # rounds; of fewer the scores themselves say it


def notes(review: Review) -> str:
    """How many notes, and how many in the period before: 57 notities · Q3: 49."""
    said = words.entries(review.count)
    if review.previous is None or not (review.count or review.previous_count):
        return said
    return f"{said} · {words.short_period(review.previous)}: {review.previous_count}"


def range_said(review: Review) -> str:
    """The resolved range; of everything, the days of the first and last entry."""
    if review.period.kind == "all":
        return range_words(Period(review.first, review.last, "")) if review.first and review.last else ""
    said = range_words(review.period)
    return "" if said == words.period_title(review.period) else said


def going_on(review: Review) -> str:
    """How long the period still has to go; nothing when it is over."""
    days = (review.period.end - review.today).days
    if review.period.kind == "all" or review.today not in review.period or not days:
        return ""
    return f"nog {count(days, 'dag', 'dagen')} te gaan"


def only(review: Review) -> str:
    """Of a review for others, what is in it; not of how much, for that is the writer's own business."""
    return f"Alleen wat je deelt met je {review.audience}"


def under(review: Review) -> str:
    """What stands under a title: the range, and how long it has to go."""
    return " · ".join(part for part in (range_said(review), going_on(review)) if part)


def beside(number: int, earlier: int | None, review: Review) -> str:
    """A count with that of the period before: 57, vorig kwartaal 49."""
    if earlier is None or review.previous is None:
        return str(number)
    return f"{number}, {words.before(review.period)} {earlier}"


def done_of(items: Sequence[Item]) -> str:
    """How many of these, of one kind, are done, and how many were dropped: 1 van 3 gedaan, 1 vervallen."""
    dropped = sum(item.dropped for item in items)
    done = sum(not item.open for item in items) - dropped
    return f"{done} van {len(items)} {ENDS[items[0].kind] if items else ''}".rstrip() + (
        f", {dropped} vervallen" if dropped else ""
    )


def item_note(item: Item) -> str:
    """Where an item stands, behind its words: Woo-training, wie: Anja, voor 7 december 2026, nog 14 dagen."""
    parts = [item.of, f"wie: {item.who}" if item.who else ""]
    if item.due and item.open:
        parts += [f"voor {words.spoken(item.due)}", words.left(item.days)]
    parts.append(words.ending(item, words.spoken))
    return ", ".join(part for part in parts if part)


def empty(review: Review) -> tuple[str, str]:
    """What a period without notes is told, and the command to try."""
    if review.period.start > review.today:
        return "Deze periode moet nog beginnen. Er staat nog niets in je leerlog.", "leerlog review --quarter vorig"
    if review.audience:
        text = f"In deze periode deel je nog niets met je {review.audience}.\n{words.how_to_share(review.audience)}"
        return text, f'leerlog moment "…" --share {review.audience}'
    day = min(review.today, review.period.end) if review.period.kind != "all" else review.today
    text = (
        "In deze periode staat er niets in je leerlog. Dat geeft niet: er is vast wel iets gebeurd.\n"
        "Weet je nog een moment? Schrijf het alsnog op, met de dag erbij:"
    )
    return text, f"leerlog moment --on {day}"


def days(review: Review) -> str:
    """On how many days there are notes, and the day with the most."""
    said = count(len(review.days), "dag met een notitie", "dagen met een notitie")
    most = max((number for _, number in review.days), default=0)
    busiest = [day for day, number in review.days if number == most]
    return said if most < 2 or len(busiest) > 1 else f"{said}, de meeste op {words.spoken(busiest[0])}: {most}"


def step(each: Condition) -> str:
    """A score, from the one before it: 2 → 4."""
    return str(each.score) if each.previous_score is None else f"{each.previous_score} → {each.score}"


def trend(each: Condition) -> str:
    """The scores of all rounds as a small line; nothing when there are fewer than three."""
    return sparks([number for _, number in each.rounds])


def sparks(scores: Sequence[float]) -> str:
    """Scores from 1 to 5 as a small line; nothing when there are fewer than three."""
    if len(scores) < TREND:
        return ""
    return "".join(SPARKS[int(min(max(score, 1), 5) + 0.5) - 1] for score in scores)


def condition(each: Condition) -> str:
    """A score in words: 4, de vorige keer 3, daarvoor 2 en 2."""
    if each.previous_score is None:
        return str(each.score)
    said = (f"{each.score}, de vorige keer {each.previous_score}", long_before(each))
    return ", ".join(part for part in said if part)


def long_before(each: Condition) -> str:
    """The scores of the rounds before the last two, the newest first: daarvoor 3 en 2."""
    earlier = [str(number) for day, number in each.rounds[::-1] if each.previous_day and day < each.previous_day]
    return f"daarvoor {and_(earlier)}" if earlier else ""


def and_(parts: list[str]) -> str:
    """a, b en c."""
    return " en ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
