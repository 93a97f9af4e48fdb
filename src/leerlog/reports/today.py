"""What there is today: what is due, what can still be used, and what one could do now."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from leerlog.domain.agenda import SOON_DAYS, Item
from leerlog.domain.course import Course, key
from leerlog.domain.entry import DAILY, ENDS, Entry
from leerlog.domain.outcome import Outcome
from leerlog.domain.period import quarter_of
from leerlog.domain.text import cells, shorten
from leerlog.reports.agenda import build_agenda
from leerlog.reports.courses import build_courses, by_course
from leerlog.reports.gist import gist
from leerlog.reports.levels import unweighed
from leerlog.reports.method import LOOK_BACK_DAYS, MOMENT, Suggestion, asks, next_waardecheck
from leerlog.reports.order import in_time
from leerlog.reports.rules import ContentRules
from leerlog.reports.stories import StoryGraph, stuck

UNWEIGHED_MANY = 5
QUESTION_LENGTH = 70  # characters of a question that waited
ITEM_LENGTH = 60  # and of what should be done
MOST = 7  # suggestions: what fits a glance


class Today(NamedTuple):
    """What to know today.

    due: open items whose day has come or has passed, and `soon`: in the coming week.
    late: how many are long overdue; these are not among the due ones.
    windows: courses whose application window is open.
    stuck: potentials of the last three months that nothing builds on.
    unweighed: how many entries of those months wait for a value level.
    last: the newest entry; None in an empty journal. says: what it says in one line.
    suggestions: seven at most, the most urgent first; what is told in one is not among `due` and `soon`.
    """

    date: date
    due: tuple[Item, ...]
    soon: tuple[Item, ...]
    windows: tuple[Course, ...]
    stuck: tuple[Outcome, ...]
    unweighed: int
    last: Entry | None
    suggestions: tuple[Suggestion, ...]
    says: str = ""
    late: int = 0


def build_today(entries: Iterable[Entry], today: date, rules: ContentRules) -> Today:
    """What today asks, from the whole journal; what is dated later does not count as written yet."""
    entries = in_time(entries)
    known = [entry for entry in entries if entry.date <= today]
    agenda = build_agenda(entries, today).open
    since = today - timedelta(days=min(LOOK_BACK_DAYS, (today - date.min).days))
    recent = [entry for entry in known if entry.date >= since]
    courses = build_courses(known, today, rules)
    windows = tuple(sorted((c for c in courses if c.window), key=lambda c: c.window or today))
    lying = stuck(recent, StoryGraph(known), today, rules)
    waiting = sum(unweighed(entry, rules) is not None for entry in recent)
    due = tuple(item for item in agenda if item.days is not None and item.days <= 0 and not item.long_overdue)
    soon = tuple(item for item in agenda if item.days is not None and 0 < item.days <= SOON_DAYS)
    groups = by_course(known)
    ideas = [
        *(idea for each in courses for idea in asks(each, groups[key(each.name) or each.name], today, rules)),
        *_moment(known, today),
        *next_waardecheck(known, today),
    ]
    ideas.sort(key=lambda idea: idea.rank)  # of one rank in the order of the courses
    ideas = [
        *_first_steps(known),
        *ideas,
        *_waited(due),
        *_overdue(due, {ref for idea in ideas for ref in (idea.ref, *idea.also)}),
        *_quarter(known, today),
        *_weigh(waiting),
        *(_build_on(each) for each in lying[-1:]),
    ][:MOST]
    told = {ref for idea in ideas for ref in (idea.ref, *idea.also) if ref}
    due, soon = (tuple(item for item in group if item.ref not in told) for group in (due, soon))
    last = known[-1] if known else None
    says = gist(last, rules) if last else ""
    late = sum(item.long_overdue for item in agenda)
    return Today(today, due, soon, windows, lying, waiting, last, tuple(ideas), says, late)


def _first_steps(known: list[Entry]) -> list[Suggestion]:
    if known:
        return []
    return [
        Suggestion("Begin met één moment van vandaag. Een zin is genoeg.", "leerlog moment"),
        Suggestion("Kijk eerst rond in een leerlog dat al gevuld is.", "leerlog demo"),
    ]


def _moment(known: list[Entry], today: date) -> list[Suggestion]:
    if not known or any(entry.date == today and entry.checklist == DAILY for entry in known):
        return []
    return [Suggestion("Wat heeft jou vandaag verwonderd?", "leerlog moment", rank=MOMENT)]


def _waited(due: tuple[Item, ...]) -> list[Suggestion]:
    """A question that waited until now; one at a time, the others stand below."""
    for item in (item for item in due if item.asks):
        what = " · ".join(part for part in (item.of, shorten(item.asks, QUESTION_LENGTH)) if part)
        return [Suggestion(f"Weet je het nu? {what}", f"leerlog done {item.ref}", item.ref)]
    return []


def _overdue(due: tuple[Item, ...], told: set[str]) -> list[Suggestion]:
    late = [item for item in due if item.overdue and item.ref not in told and not item.asks]
    if not late:
        return []
    # Its own words say which one it is; the course comes with them where that leaves them whole.
    whole = " · ".join(part for part in (late[0].of, late[0].text) if part)
    what = whole if cells(whole) <= ITEM_LENGTH else shorten(late[0].text, ITEM_LENGTH)
    return [Suggestion(f"Is dit al {ENDS[late[0].kind]}? {what}", f"leerlog done {late[0].ref}")]


def _quarter(known: list[Entry], today: date) -> list[Suggestion]:
    """In the last two weeks of a quarter: look back on it."""
    quarter = quarter_of(today)
    if (quarter.end - today).days >= 14 or not any(entry.date in quarter for entry in known):
        return []
    return [Suggestion("Het kwartaal is bijna om. Wat bracht het?", "leerlog review --quarter")]


def _weigh(waiting: int) -> list[Suggestion]:
    if waiting < UNWEIGHED_MANY:
        return []
    return [Suggestion(f"Bij {waiting} notities staat nog niet wat ze brachten.", "leerlog review --weigh")]


def _build_on(each: Outcome) -> Suggestion:
    return Suggestion("Kwam er iets van een idee dat nog ligt?", f"leerlog moment --builds-on {each.entry}")
