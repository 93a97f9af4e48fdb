"""What the table of a review and that of a team's have in common: their rows, and how a cell is written."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from leerlog.domain.value import Level
from leerlog.domain.visible import visible
from leerlog.reports.agenda import Item
from leerlog.reports.levels import Tally, Yield
from leerlog.reports.review import Review
from leerlog.reports.stories import Step, Story
from leerlog.reports.team import Team
from leerlog.reports.team_counts import Count

# What a row has, by column; what it does not have is an empty cell.
Row = dict[str, object]

# The names that the JSON has for them; `previous` is the count or the score of the time before.
COUNTS = ("part", "story", "title", "number", "level", "count", "previous")
WORDS = ("start", "end", "date", "by", "course", "entry", "question", "text", "who", "due", "done", "result")

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(names: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows below the names of their columns."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return made.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else safe_cell(str(value))


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it and does not run it; other control characters than tabs made visible."""
    shown = "\t".join(visible(part, keep_newlines=True) for part in text.split("\t"))
    return f"'{shown}" if text.startswith(_FORMULA) else shown


def period_row(review: Review | Team) -> Row:
    """What it is about, and how many notes there are."""
    period = review.period
    counts: Row = {"count": review.count, "previous": review.previous_count}
    return {"part": "period", "title": period.label, "start": period.start, "end": period.end} | counts


def level_row(each: Tally | Count) -> Row:
    """How much there is of one level, also when that is nothing."""
    counts: Row = {"count": each.count, "previous": each.previous_count}
    return {"part": "level", "title": each.title} | _level(each.level) | counts


def yield_row(part: str, each: Yield) -> Row:
    """A piece of yield."""
    about: Row = {"date": each.date, "by": each.by, "course": each.course, "entry": each.entry}
    return {"part": part, "question": each.question, "text": each.text} | _level(each.level) | about


def step_row(number: int, story: Story, step: Step) -> Row:
    """A step of a story; the number says of which, for two can have the same title."""
    about: Row = {"date": step.date, "by": step.by, "course": step.course, "entry": step.entry}
    return {"part": "story", "story": number, "title": story.title, "text": step.text} | _level(step.level) | about


def expected_rows(number: int, story: Story) -> Iterator[tuple[Row, Yield | None]]:
    """What had been expected of a story's courses, each with what came of it on a row of its own."""
    about: Row = {"story": number, "title": story.title}
    for each in story.expected:
        yield {"part": "expected", "course": each.course, "text": each.text} | about, None
        if each.came:
            yield yield_row("came", each.came) | about, each.came


def item_row(part: str, item: Item) -> Row:
    """An agreement, obstacle or ask; of a box ticked by hand nobody noted the day."""
    about: Row = {"date": item.made, "course": item.course, "entry": item.entry}
    stands: Row = {"who": item.who, "due": item.due, "done": item.done or item.ticked or None, "result": item.result}
    return {"part": part, "text": item.text} | about | stands


def talk_row(text: str) -> Row:
    """A question to talk about."""
    return {"part": "talk", "text": text}


def _level(level: Level | None) -> Row:
    return {"number": level.number, "level": level} if level else {}
