"""What there is today: what is due, what can still be used, and what one could do now."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from leerlog.domain.agenda import SOON_DAYS, Item
from leerlog.domain.course import Course, key, window_end
from leerlog.domain.entry import DAILY, ENDS, Entry
from leerlog.domain.outcome import Outcome
from leerlog.domain.period import quarter_of
from leerlog.reports.agenda import build_agenda
from leerlog.reports.courses import build_courses, by_course
from leerlog.reports.gist import gist
from leerlog.reports.levels import says_nothing, unweighed
from leerlog.reports.order import in_time
from leerlog.reports.review import stuck
from leerlog.reports.rules import ContentRules
from leerlog.reports.stories import StoryGraph

LOOK_BACK_DAYS = 92  # what lies longer is for a review, not for today
UNWEIGHED_MANY = 5

# Other characters mean something to one shell or another, even between quotes.
_SAFE = re.compile(r"[\w .,&()+:/-]+")


class Suggestion(NamedTuple):
    """Something to do now: why, and the command to type."""

    text: str
    command: str


class Today(NamedTuple):
    """What to know today.

    due: open items whose day has come or has passed, and `soon`: in the coming week.
    late: how many are long overdue; these are not among the due ones.
    windows: courses whose application window is open.
    stuck: potentials of the last three months that nothing builds on.
    unweighed: how many entries of those months wait for a value level.
    last: the newest entry; None in an empty journal. says: what it says in one line.
    suggestions: one or two.
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
    stopped = {
        course.name: _stopped(course, groups[key(course.name) or course.name], today, rules) for course in courses
    }
    ideas = [
        *_first_steps(known),
        *(stopped[course.name] or _use(course) for course in windows),
        *_moment(known, today),
        *(idea for course in courses if not course.window and (idea := stopped[course.name] or _harvest(course))),
        *_overdue(due),
        *_quarter(known, today),
        *_weigh(waiting),
        *(_build_on(each) for each in lying[-1:]),
    ]
    last = known[-1] if known else None
    says = gist(last, rules) if last else ""
    late = sum(item.long_overdue for item in agenda)
    return Today(today, due, soon, windows, lying, waiting, last, tuple(ideas[:2]), says, late)


def argument(name: str) -> str:
    """A course's name as it can be typed after a command, with a space in front; "" when no quotes make it safe."""
    return f' "{name}"' if _SAFE.fullmatch(name) and not name.startswith("-") else ""


def _first_steps(known: list[Entry]) -> list[Suggestion]:
    if known:
        return []
    return [
        Suggestion("Begin met één moment van vandaag. Een zin is genoeg.", "leerlog moment"),
        Suggestion("Kijk eerst rond in een leerlog dat al gevuld is.", "leerlog demo"),
    ]


def _use(course: Course) -> Suggestion:
    name = argument(course.name)
    text = f"Gebruik iets uit {course.name}, en schrijf op wat je anders deed."
    return Suggestion(text, "leerlog moment" + (f" --course{name}" if name else "") + " --value toegepast")


def _moment(known: list[Entry], today: date) -> list[Suggestion]:
    if not known or any(entry.date == today and entry.checklist == DAILY for entry in known):
        return []
    return [Suggestion("Wat heeft jou vandaag verwonderd? Schrijf het op in een zin.", "leerlog moment")]


def _harvest(course: Course) -> Suggestion | None:
    if course.phase != "afgerond":
        return None
    text = f"{course.name} is afgerond. Wat heeft het opgeleverd?"
    return Suggestion(text, "leerlog after" + argument(course.name))


def _stopped(course: Course, group: Sequence[Entry], today: date, rules: ContentRules) -> Suggestion | None:
    """What stood in the way, of a course of which nothing was applied yet.

    It is asked once somebody said that there is nothing yet, and when the
    application window is over; not any more when an obstacle was noted since.
    """
    if not course.end or course.end >= today or course.applied:
        return None
    since = [entry for entry in group if entry.date >= (course.start or course.end)]
    if any(item.kind == "obstacle" for entry in since for item in entry.follow_ups):
        return None
    ended = [entry for entry in since if entry.date >= course.end]
    lapsed = window_end(course.end, rules.window_days) < today and (today - course.end).days <= LOOK_BACK_DAYS
    if lapsed and not any(entry.checklist == "after" for entry in ended):
        text = f"{course.name} is afgerond, en er staat nog niets wat je ervan gebruikt. Wat staat er in de weg?"
        return Suggestion(text, "leerlog after" + argument(course.name))
    if lapsed or any(says_nothing(entry, rules) for entry in ended):
        text = f"Van {course.name} gebruik je nog niets. Wat houdt je tegen? Schrijf het op als belemmering."
        name = argument(course.name)
        about = f" --course{name}" if name else ""
        return Suggestion(text, f'leerlog agenda --add "…" --kind belemmering{about}')
    return None


def _overdue(due: tuple[Item, ...]) -> list[Suggestion]:
    late = [item for item in due if item.overdue]
    if not late:
        return []
    # Which one it is has to be said; the whole of it stands above.
    what = textwrap.shorten(late[0].text, 60, placeholder=" …")
    return [Suggestion(f"Is dit al {ENDS[late[0].kind]}? Vink het af: {what}", f"leerlog done {late[0].ref}")]


def _quarter(known: list[Entry], today: date) -> list[Suggestion]:
    """In the last two weeks of a quarter: look back on it."""
    quarter = quarter_of(today)
    if (quarter.end - today).days >= 14 or not any(entry.date in quarter for entry in known):
        return []
    return [Suggestion("Het kwartaal is bijna om. Kijk terug op wat het bracht.", "leerlog review --quarter")]


def _weigh(waiting: int) -> list[Suggestion]:
    if waiting < UNWEIGHED_MANY:
        return []
    return [Suggestion(f"Bij {waiting} notities staat nog niet wat ze brachten.", "leerlog review --weigh")]


def _build_on(each: Outcome) -> Suggestion:
    return Suggestion(
        "Kwam er iets van een idee dat nog ligt? Bouw erop voort.", f"leerlog moment --builds-on {each.entry}"
    )
