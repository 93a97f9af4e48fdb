"""The calendar of the method: what the handreiking asks around a course, and of a team, each on its day.

Every rule looks at one course and gives what to do and the command for it, or nothing. Today tells what
it is time for (`asks`); a calendar gets the days that are still to come (`dates`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.course import Course, argument, in_window, key
from leerlog.domain.dates import count, short_date
from leerlog.domain.entry import DAILY, Entry, one_line
from leerlog.domain.text import shorten
from leerlog.reports.agenda import items, open_plans
from leerlog.reports.expected import EXPECTS, looks
from leerlog.reports.levels import says_nothing
from leerlog.reports.rules import ContentRules, is_one_of, words_of
from leerlog.reports.unused import IN_THE_WAY, in_the_way

LOOK_BACK_DAYS = 92  # what lies longer is for a review, not for today
NEAR_DAYS = 14  # before a course begins its task and its talk are thought of
USE_DAYS = (1, 7, 14)  # after its end, as far as its window lasts, what was used is asked
MEETING_DAYS = 7  # after a meeting it is told to those who stayed
STILL_DAYS = 14  # and so often a course that runs is looked at with the team
WAARDECHECK_DAYS = 90
WAARDECHECK_LOST = 365  # a team that does it no more is left in peace
PLAN_LENGTH = 100  # characters of a plan
EXPECTED_LENGTH = 70  # and of what was expected
DONE_PLAN = "leerlog done plan"
FRIDAY = 4  # as date.weekday() counts
PREPARE, RECALL = "prepare", "recall"
# The questions of a preparation whose items are a talk: with the manager, on how it goes, with the trainer.
MANAGER, PROGRESS, TRAINER = "discuss", "results.progress", "trainer"


class Suggestion(NamedTuple):
    """Something to do now: why, and the command to type; `ref`: the item that it is about, "" for none.

    rank: how urgent it is, the smallest first.
    also: the other items that are done by it.
    """

    text: str
    command: str
    ref: str = ""
    rank: int = 0
    also: tuple[str, ...] = ()


class Occasion(NamedTuple):
    """A day of the method for a calendar, under a name that stays: what it is about, and the command.

    weekly: whether it comes back every week.
    """

    name: str
    day: date
    text: str
    command: str
    weekly: bool = False


# How urgent each is: what has its day, what passes soon, what waits.
TALK, PLAN, STOPPED, USED, UNDER_WAY, BEFORE, LOOKED, MOMENT, HARVEST, TOLD, RECALLED, TEAM, REST = range(13)


def about(name: str) -> str:
    """The option that says which course it is about, with a space in front; "" when it can't be typed."""
    word = argument(name)
    return f" --course{word}" if word else ""


def obstacle_command(course: str) -> str:
    """What notes what stands in the way."""
    return f"leerlog agenda --add --kind belemmering{about(course)}"


def asks(course: Course, group: Sequence[Entry], today: date, rules: ContentRules) -> Iterator[Suggestion]:
    """What the method asks of one course today.

    group: its entries up to today, oldest first.
    """
    planned = [item for entry in group if entry.checklist == PREPARE for item in items(entry, today) if item.open]
    yield from _talk(course, planned, today, rules)
    yield from _plan(course, group, today, rules)
    if course.phase == "gepland":
        yield from _before(course, group, planned, today, rules)
    elif course.phase != "geoogst":
        yield from _met(course, group, today)
    stopped = _stopped(course, group, today, rules)
    yield from stopped
    if course.window:
        if not stopped:
            yield from _used(course, group, today)
    elif course.phase == "afgerond" and course.end and (today - course.end).days <= LOOK_BACK_DAYS:
        text = f"{course.name} is afgerond. Wat heeft het opgeleverd?"
        yield Suggestion(text, _command("after", course), rank=HARVEST)
    yield from _look(course, group, today, rules)
    yield from _recall(course, group, today, rules)


def recalls(group: Sequence[Entry], today: date, rules: ContentRules) -> list[Item]:
    """The open items of a course that ask to recall it, the soonest due first."""
    found = (item for entry in group if entry.follow_ups for item in items(entry, today))
    return sorted(
        (item for item in found if item.open and item.due and rules.is_recall(item)),
        key=lambda item: (item.due or date.max, item.ref),
    )


def _command(name: str, course: Course) -> str:
    return f"leerlog {name}{argument(course.name)}"


def _talk(course: Course, planned: Sequence[Item], today: date, rules: ContentRules) -> Iterator[Suggestion]:
    """On the day of a talk about a course: the sheet for it."""
    manager, progress, trainer = (words_of(rules, PREPARE, each) for each in (MANAGER, PROGRESS, TRAINER))
    for item in (item for item in planned if item.due == today):
        whom = "je leidinggevende" if item.who == "leidinggevende" else item.who
        if is_one_of(item, manager):
            text = f"Vandaag bespreek je {course.name} met {whom or 'je leidinggevende'}."
            yield Suggestion(text, _command("sheet", course), item.ref, TALK)
        elif is_one_of(item, progress):
            text = f"Vandaag bespreek je hoe het gaat met {course.name}{f', met {whom}' if whom else ''}."
            yield Suggestion(text, _command("sheet", course), item.ref, TALK)
        elif is_one_of(item, trainer):
            text = f"Vandaag deel je je leervraag van {course.name} met {item.who or 'de trainer'}."
            yield Suggestion(text, f"{_command('sheet', course)} --for trainer", item.ref, TALK)


def _plan(course: Course, group: Sequence[Entry], today: date, rules: ContentRules) -> Iterator[Suggestion]:
    """Every day of the window: the if-then plan, until it is ticked."""
    if in_window(course.end, today, rules.window_days):
        for plan in open_plans(group, today)[-1:]:
            yield Suggestion(shorten(plan.text, PLAN_LENGTH), DONE_PLAN, plan.ref, PLAN)


def _before(
    course: Course, group: Sequence[Entry], planned: Sequence[Item], today: date, rules: ContentRules
) -> Iterator[Suggestion]:
    """Before a course begins: the task in which it can be used, and the talk with the manager."""
    if not course.start or (course.start - today).days > NEAR_DAYS:
        return
    prepared = next((entry for entry in reversed(group) if entry.checklist == PREPARE), None)
    if prepared is None:
        return
    when = f"{course.name} begint over {count((course.start - today).days, 'dag', 'dagen')}."
    task = prepared.answer("assignment")
    if not task or rules.nothing.said(task):
        text = f"{when} Regel een klus waarin je het meteen nodig hebt."
        yield Suggestion(text, f"leerlog agenda --add{about(course.name)}", rank=BEFORE)
    elif open_task := next((item for item in planned if item.text == task and not item.overdue), None):
        what = shorten(one_line(task), 50)
        yield Suggestion(f"{when} Is je klus al geregeld? {what}", f"leerlog done {open_task.ref}", rank=BEFORE)
    words = words_of(rules, PREPARE, MANAGER)
    talks = [item for item in items(prepared, today) if is_one_of(item, words)]
    if not talks or any(item.open and item.due is None for item in talks):
        text = f"{when} Bespreek het voor die tijd met je leidinggevende."
        yield Suggestion(text, _command("sheet", course), rank=BEFORE)


def _met(course: Course, group: Sequence[Entry], today: date) -> Iterator[Suggestion]:
    """After a meeting tell those who stayed, also after the last; while it runs, look at it together now and then.

    One that is over within a week has one meeting, as one who is away for a few days comes back once.
    """
    if not course.start or not course.end:
        return
    met = (entry.date for entry in group if entry.checklist == "during")
    days = (day for day in (course.start, *met, course.end) if day < today and day <= course.end)
    last = max(days, default=None)
    since = course.start if (course.end - course.start).days < MEETING_DAYS else last or today
    told = any(entry.checklist == "debrief" and entry.date >= since for entry in group)
    if last and (today - last).days <= MEETING_DAYS and not told:
        text = f"Je was bij {course.name}. Wat nemen je collega's en jij ervan mee?"
        yield Suggestion(text, _command("debrief", course), rank=UNDER_WAY if course.phase == "bezig" else TOLD)
    elif course.phase == "bezig" and not any(
        entry.checklist == "during" and (today - entry.date).days < STILL_DAYS for entry in group
    ):
        text = f"{course.name} loopt. Sta er met je team even bij stil."
        yield Suggestion(text, _command("during", course), rank=UNDER_WAY)


def _used(course: Course, group: Sequence[Entry], today: date) -> Iterator[Suggestion]:
    """In the window, from each of its days on until something is written about it."""
    end = course.end or today
    asked = max((end + timedelta(days) for days in USE_DAYS if end + timedelta(days) <= today), default=None)
    if asked and not any(asked <= entry.date <= today for entry in group):
        text = f"Wat heb je al gebruikt van {course.name}?"
        yield Suggestion(text, f"leerlog moment{about(course.name)} --value toegepast", rank=USED)


def _stopped(course: Course, group: Sequence[Entry], today: date, rules: ContentRules) -> list[Suggestion]:
    """What stood in the way, of a course of which nothing was applied.

    It is asked once somebody said that there is nothing yet, and when the
    application window is over; not any more when an obstacle was noted since.
    """
    if not course.end or course.end >= today or course.applied:
        return []
    if in_the_way(course, group, today)[0]:
        return []
    command = obstacle_command(course.name)
    if course.lapsed(today) and (today - course.end).days <= LOOK_BACK_DAYS and not course.reaped:
        text = f"Van {course.name} staat er nog niets wat je gebruikt. {IN_THE_WAY}"
        return [Suggestion(text, command, rank=STOPPED)]
    if any(says_nothing(entry, rules) for entry in group if entry.date >= course.end):
        return [Suggestion(f"Van {course.name} gebruik je nog niets. Wat houdt je tegen?", command, rank=STOPPED)]
    return []


def _look(course: Course, group: Sequence[Entry], today: date, rules: ContentRules) -> Iterator[Suggestion]:
    """On the day that somebody was to look at what a course brings, and after it; beside what was expected."""
    found = ((item, entry.answer(EXPECTS[entry.checklist])) for entry in group for item in looks(entry, today, rules))
    due = [(item, said) for item, said in found if item.days is not None and item.days <= 0 and not item.long_overdue]
    for item, said in due[:1]:
        beside = f" Je verwachtte: {shorten(one_line(said), EXPECTED_LENGTH)}" if said else ""
        text = f"Kijk wat {course.name} tot nu toe oplevert.{beside}"
        yield Suggestion(text, f"leerlog done {item.ref}", item.ref, LOOKED)


def _recall(course: Course, group: Sequence[Entry], today: date, rules: ContentRules) -> Iterator[Suggestion]:
    """What is due to be recalled, and how long ago it was written; not for ever of what nobody did."""
    due = [item for item in recalls(group, today, rules) if item.due and item.due <= today]
    if due and not due[-1].long_overdue:
        # Once it is done none of them is asked for any more.
        text = f"Weet je nog? {course.name}, van {short_date(due[0].since, today)}"
        also = tuple(item.ref for item in due[1:])
        yield Suggestion(text, _command(RECALL, course), due[0].ref, RECALLED, also)


def next_waardecheck(known: Sequence[Entry], today: date) -> Iterator[Suggestion]:
    """Ninety days after the last waardecheck: the next one."""
    last = _last_waardecheck(known)
    if last and WAARDECHECK_DAYS <= (today - last).days <= WAARDECHECK_LOST:
        text = f"De laatste waardecheck is {(today - last).days} dagen geleden. Wanneer is de volgende?"
        yield Suggestion(text, "leerlog waardecheck", rank=TEAM)


def _last_waardecheck(known: Sequence[Entry]) -> date | None:
    return max((entry.date for entry in known if entry.checklist == "waardecheck"), default=None)


def dates(known: Sequence[Entry], courses: Iterable[Course], today: date, rules: ContentRules) -> list[Occasion]:
    """The days of the method that are still to come, the earliest first.

    After a course it is told to those who stayed, then what was used, the harvest; of a team the waardecheck.

    Talks, looks and recalls are items with a day of their own, so they are in the agenda itself.
    """
    told = {key(entry.course) for entry in known if entry.checklist == "debrief"}
    found = [each for course in courses for each in _days_of(course, rules, told=key(course.name) in told)]
    if last := _last_waardecheck(known):
        day = last + timedelta(WAARDECHECK_DAYS)
        found.append(Occasion("waardecheck", day, "Tijd voor de volgende waardecheck", "leerlog waardecheck"))
    return sorted((each for each in found if each.day >= today), key=lambda each: (each.day, each.name))


def weekly(today: date) -> Occasion:
    """The daily question at the end of every week, from the coming Friday on."""
    friday = today + timedelta((FRIDAY - today.weekday()) % 7)
    return Occasion(DAILY, friday, "Wat heeft jou verwonderd?", "leerlog moment", weekly=True)


def _days_of(course: Course, rules: ContentRules, *, told: bool) -> Iterator[Occasion]:
    if not course.end or not course.until or course.reaped or course.until == date.max:
        return
    name = key(course.name)
    if not told:
        text = f"Wat nemen je collega's en jij mee van {course.name}?"
        yield Occasion(f"debrief-{name}", course.end + timedelta(1), text, _command("debrief", course))
    if not course.applied:
        for days in (days for days in USE_DAYS if days <= rules.window_days):
            text = f"Wat heb je al gebruikt van {course.name}?"
            command = f"leerlog moment{about(course.name)} --value toegepast"
            yield Occasion(f"use-{days}-{name}", course.end + timedelta(days), text, command)
    harvest = course.until + timedelta(1)
    yield Occasion(f"after-{name}", harvest, f"Wat heeft {course.name} opgeleverd?", _command("after", course))
