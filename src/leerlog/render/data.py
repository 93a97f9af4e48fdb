"""Reviews, courses, stories, the agenda and more as JSON, for programs, each with its schema."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from leerlog.documents.history import Past
from leerlog.domain.agenda import Item, by_whom
from leerlog.domain.checklist import Checklist
from leerlog.domain.course import Course
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.outcome import Expected, LevelCount, Outcome, Story
from leerlog.domain.outcome import Part as OfPeriod
from leerlog.domain.period import Period
from leerlog.domain.score import Condition, Round, Scores
from leerlog.render.entry_json import day_text, done_value, entry_part
from leerlog.render.json_text import Json, line, text
from leerlog.reports.agenda import Agenda, all_items
from leerlog.reports.conditions import Discussion
from leerlog.reports.review import Review, Team
from leerlog.reports.rows import Row
from leerlog.reports.unused import Unused

TEAM_SCHEMA = "leerlog.team/1"
REVIEW_SCHEMA = "leerlog.review/1"
AGENDA_SCHEMA = "leerlog.agenda/1"
CHECKLISTS_SCHEMA = "leerlog.checklists/1"
STORY_SCHEMA = "leerlog.story/1"
COURSES_SCHEMA = "leerlog.courses/1"
COURSE_SCHEMA = "leerlog.course/1"
HISTORY_SCHEMA = "leerlog.history/1"
IMPORT_SCHEMA = "leerlog.import/1"


def _value(level: str | None) -> str | None:
    return str(level) if level else None


def row_line(row: Row) -> str:
    """A note that was shared, for an engine: who wrote it by a mark, and the level of every outcome."""
    entry = line(entry_part(row.entry))
    head = line({"writer": row.writer, "person": row.person, "levels": [str(level) for level in row.levels]})
    return f"{head[:-1]}, {entry[1:]}\n"


def review_json(review: Review, problems: Iterable[Problem] = ()) -> str:
    """A review, every item and text of it whole; a number or a day that may not be told is null."""
    return text(team_dict(review, review.team, problems) if review.team else review_dict(review, problems))


def review_dict(review: Review, problems: Iterable[Problem] = ()) -> Json:
    """One's own review; the levels from the first to the fifth, their items oldest first."""
    return (
        {"schema": REVIEW_SCHEMA}
        | _head(review)
        | {"audience": review.audience or None}
        | _parts(review)
        | {
            "stuck": [_outcome(each) for each in review.stuck],
            **_agreements(review),
            "benefits": [{"id": each.id, "text": each.text, "count": each.count} for each in review.benefits],
            "follow_ups": [item_dict(item) for item in review.follow_ups],
            "courses": [course_dict(course) for course in review.courses],
            "unused": [_unused(each) for each in review.unused],
            "conditions": [_condition(condition) for condition in review.conditions],
            "discussion": _discussion(review.discussion),
            "hill": [_scores(scores) for scores in review.hill],
            "days": {day.isoformat(): number for day, number in review.days},
            "talk": list(review.talk),
            "problems": [problem_dict(problem) for problem in problems],
        }
    )


def team_dict(review: Review, team: Team, problems: Iterable[Problem] = ()) -> Json:
    """The review of a team, with who wrote what unless it is anonymous."""
    groups = by_whom(review.follow_ups)
    if team.anonymous:  # the name of a file is mostly that of a person
        problems = [Problem("", each.line, "een bestand telt niet of niet helemaal mee") for each in problems]
    return (
        {"schema": TEAM_SCHEMA}
        | _head(review)
        | {
            "anonymous": team.anonymous,
            "minimum": team.minimum if team.anonymous else None,
            "people": team.people,
            "names": None if team.anonymous else list(team.names),
        }
        | _parts(review)
        | {
            **_agreements(review),
            "benefits": [{"id": each.id, "text": each.text, "count": each.count} for each in review.benefits],
            "follow_ups": [
                {"who": who, "items": [item_dict(item, signed=True) for item in own]} for who, own in groups
            ],
            "conditions": [_spread(condition) for condition in review.conditions],
            "discussion": _discussion(review.discussion),
            "talk": list(review.talk),
            "problems": [problem_dict(problem) for problem in problems],
        }
    )


def _discussion(found: Discussion) -> Json:
    """Of the conditions, which to talk about, by their ids, and the numbers of the actions that can help the lowest."""
    named = {"spread": found.spread, "lowest": found.lowest, "changed": found.changed}
    actions = found.helps.actions if found.helps else ()
    return {name: each and each.question for name, each in named.items()} | {"actions": [one[0] for one in actions]}


def _head(review: Review) -> Json:
    return {
        "period": period_dict(review.period, review.first, review.last),
        "previous": period_dict(review.previous) if review.previous else None,
        "count": review.count,
        "previous_count": review.previous_count,
    }


def _parts(review: Review) -> Json:
    signed = review.team is not None
    return {
        "agreed": [item_dict(item, signed=signed) for item in review.agreed],
        "levels": [_level(each, signed) for each in review.levels],
        "unvalued": _count(review.unvalued, signed),
        "matrix": [_part(each) for each in review.matrix],
        "stories": [story_dict(story, signed=signed) for story in review.stories],
    }


def _agreements(review: Review) -> Json:
    signed = review.team is not None
    return {
        "obstacles": [item_dict(item, signed=signed) for item in review.obstacles],
        "asks": [item_dict(item, signed=signed) for item in review.asks],
    }


def agenda_json(agenda: Agenda, problems: Iterable[Problem] = ()) -> str:
    """The agenda: overdue items first, and how many days each open one has left."""
    return text(
        {
            "schema": AGENDA_SCHEMA,
            "date": agenda.today.isoformat(),
            "open": [item_dict(item) | {"days": item.days} for item in agenda.open],
            "done": [item_dict(item) for item in agenda.done],
            "problems": [problem_dict(problem) for problem in problems],
        }
    )


def history_json(changes: Iterable[Past]) -> str:
    """What was changed, the newest first: its number, when, what, of which entries, and whether it was taken back."""
    made = [
        {
            "number": each.number,
            "on": each.on,
            "what": each.what,
            "entries": [entry.id for entry in each.entries],
            "undone": each.undone,
        }
        for each in changes
    ]
    return text({"schema": HISTORY_SCHEMA, "changes": made})


def import_json(
    new: Iterable[Entry],
    conflicts: Iterable[Entry],
    here: int,
    problems: Iterable[Problem],
    left: Iterable[tuple[str, int]],
    told: Iterable[str],
) -> str:
    """What comes from elsewhere: entries that are new or in conflict, how many are here, and what does not come."""
    return text(
        {
            "schema": IMPORT_SCHEMA,
            "new": [entry_part(entry) for entry in new],
            "conflicts": [entry_part(entry) for entry in conflicts],
            "here": here,
            "problems": [problem_dict(problem) for problem in problems],
            "left": [{"what": what, "count": number} for what, number in left],
            "told": list(told),
        }
    )


def checklists_json(checklists: Iterable[Checklist], own: Collection[str]) -> str:
    """Every checklist with all that it asks: what the `question` of an answer means. `own`: ids of one's own ones."""
    made = [
        {
            "id": each.id,
            "title": each.title,
            "scope": each.scope,
            "own": each.id in own,
            "questions": [
                {"id": prompt.id, "text": prompt.text, "kind": prompt.kind, "value": _value(prompt.value)}
                for prompt in each.prompts()
            ],
        }
        for each in checklists
    ]
    return text({"schema": CHECKLISTS_SCHEMA, "checklists": made})


def problem_dict(problem: Problem) -> Json:
    """What could not be read, and where."""
    return {"file": problem.file, "line": problem.line, "message": problem.message}


def period_dict(period: Period, first: date | None = None, last: date | None = None) -> Json:
    """A period, with the days that `Period.ends` gives it."""
    start, end = period.ends(first, last)
    return {"start": day_text(start), "end": day_text(end), "label": period.label}


def _part(each: OfPeriod) -> Json:
    levels = {str(level): number for level, number in each.counts.items() if level}
    return {"period": period_dict(each.period), "levels": levels, "unvalued": each.counts.get(None)}


def _level(each: LevelCount, signed: bool) -> Json:
    level = each.level
    about = {"id": _value(level), "number": level.number if level else None, "title": each.title}
    return about | _count(each, signed)


def _count(each: LevelCount, signed: bool) -> Json:
    items = [_outcome(one, signed) for one in each.outcomes]
    return {"count": each.count, "previous_count": each.previous_count, "items": items}


def _outcome(each: Outcome, signed: bool = False) -> Json:
    return {
        "entry": each.entry,
        "date": day_text(each.date),
        "course": each.course,
        "question": each.question,
        "text": each.text,
    } | _marks(each, signed)


def _marks(each: Outcome | Item, signed: bool) -> Json:
    """What most have not: who wrote or told it, which of several people is always said, and that it is private."""
    return ({"by": each.by} if each.by or signed else {}) | ({"private": True} if each.private else {})


def story_dict(story: Story, *, signed: bool = False) -> Json:
    """A story, its steps oldest first; `signed`: with who wrote it."""
    return (
        {"title": story.title}
        | ({"by": story.steps[0].by} if signed else {})
        | {
            "steps": [
                {
                    "entry": step.entry,
                    "date": day_text(step.date),
                    "level": _value(step.level),
                    "course": step.course,
                    "text": step.text,
                    "builds_on": list(step.sources),
                }
                | _marks(step, signed=False)
                for step in story.steps
            ],
            "expected": [expected_dict(each) for each in story.expected],
            "to_ask": story.to_ask or None,
        }
    )


def expected_dict(expected: Expected) -> Json:
    """What was expected of a course, and the later answer to that question: null while there is none."""
    return {"course": expected.course, "text": expected.text, "came": came_dict(expected)}


def came_dict(expected: Expected | None) -> Json | None:
    """The answer to the question that had been expected something of; null while there is none."""
    came = expected.came if expected else None
    return {"level": _value(came.level)} | _outcome(came) if came else None


def item_dict(item: Item, *, signed: bool = False) -> Json:
    """An item as it stands; `signed`: with who wrote it."""
    return {
        "ref": item.ref,
        "entry": item.entry,
        "date": day_text(item.made),
        "course": item.course,
        "kind": item.kind,
        "text": item.text,
        "who": item.who,
        "due": day_text(item.due),
        "done": done_value(item.ticked, item.done),
        "result": item.result,
    } | _marks(item, signed)


def course_dict(course: Course) -> Json:
    """Where a course stands."""
    return {
        "name": course.name,
        "phase": course.phase,
        "start": day_text(course.start),
        "end": day_text(course.end),
        "window": day_text(course.window),
        "applied": day_text(course.applied),
        "reaped": day_text(course.reaped),
        "expected": course.expected,
        "hill": course.hill,
        "hill_most": course.hill_most or None,
        "open": course.open,
        "entries": list(course.entries),
    }


def _unused(each: Unused) -> Json:
    """A course of which nothing was used, and what stood in the way."""
    found = [(item, False) for item in each.obstacles] + [(item, True) for item in each.foreseen]
    return {
        "course": each.course,
        "until": day_text(each.until),
        "obstacles": [item_dict(item) | {"foreseen": foreseen} for item, foreseen in found],
    }


def _condition(condition: Condition) -> Json:
    """One's own scores."""
    return {
        "question": condition.question,
        "title": condition.title,
        "score": condition.now.highest,
        "previous_score": condition.previous.highest if condition.previous else None,
        "date": _when(condition.now)["date"],
        "previous_date": day_text(condition.before),
        "note": condition.note,
        "rounds": [_when(each) | {"score": each.highest} for each in condition.rounds],
    }


def _spread(condition: Condition) -> Json:
    """How the scores of a team lie."""
    rounds = [_when(each) | _reach(each) for each in condition.rounds]
    return {"question": condition.question, "title": condition.title} | _reach(condition.now) | {"rounds": rounds}


def _reach(each: Round) -> Json:
    return {"lowest": each.lowest, "median": each.median, "highest": each.highest, "count": each.people}


def _when(each: Round) -> Json:
    return {"date": each.when.isoformat()} if isinstance(each.when, date) else period_dict(each.when)


def _scores(scores: Scores) -> Json:
    return {
        "course": scores.course,
        "date": scores.day.isoformat(),
        "total": scores.total,
        "most": scores.most,
        "scores": [
            {
                "question": each.question,
                "title": each.title,
                "score": each.value,
                "most": each.most,
                "previous_score": each.previous,
                "note": each.note,
            }
            for each in scores.scores
        ],
    }


def story_json(story: Story, entry: str) -> str:
    """One story; `entry` is the one that it was asked around."""
    return text({"schema": STORY_SCHEMA, "entry": entry} | story_dict(story))


def courses_json(courses: Iterable[Course], today: date, problems: Iterable[Problem] = ()) -> str:
    """Every course, in the order in which they are shown."""
    made = [_with_days(course, today) for course in courses]
    return text({"schema": COURSES_SCHEMA, "courses": made, "problems": [problem_dict(p) for p in problems]})


def course_json(course: Course, entries: Sequence[Entry], expected: Expected | None, today: date) -> str:
    """One course with everything about it; its entries oldest first."""
    return text(
        {"schema": COURSE_SCHEMA}
        | _with_days(course, today)
        | {
            "came": came_dict(expected),
            "entries": [entry_part(entry) for entry in entries],
            "follow_ups": [item_dict(item) for item in all_items(entries, today)],
        }
    )


def _with_days(course: Course, today: date) -> Json:
    """A course with the days that are left of its application window."""
    return course_dict(course) | {"days_left": (course.window - today).days if course.window else None}
