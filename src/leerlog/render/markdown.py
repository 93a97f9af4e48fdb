"""A review as Markdown: the whole of it, to read, to mail or to keep beside other documents."""

from leerlog.documents.blocks import Days
from leerlog.domain.course import Course
from leerlog.render import telling, words
from leerlog.render.days import per_month
from leerlog.render.guarded import inline
from leerlog.render.markdown_parts import Lines, dated, level_name, level_table, listed, table, tasks, told, whole
from leerlog.render.markdown_parts import talk as questions
from leerlog.reports.levels import Outcome
from leerlog.reports.review import Review
from leerlog.reports.scores import Scores


def review_markdown(review: Review) -> str:
    """The review, every item and text of it whole."""
    return whole(make(review) for make in _PARTS)


def _top(review: Review) -> Lines:
    yield f"# Terugblik · {inline(words.period_title(review.period))}\n"
    said = telling.beside(review.count, review.previous_count, review)
    yield " · ".join(part for part in (telling.under(review), f"notities: {said}") if part)
    if review.audience:
        yield f"\n**{telling.only(review)}.**"
    if not review.count:
        text, command = telling.empty(review)
        yield f"\n{text}\n\n    {command}"


def _agreed(review: Review) -> Lines:
    yield from tasks("Afgesproken, en wat ervan kwam", review.agreed, telling.done_of(review.agreed))


def _levels(review: Review) -> Lines:
    count_levels = [*review.levels[::-1], *([review.unvalued] if review.unvalued.count else [])]
    if not review.count and not any(tally.previous_count for tally in count_levels):
        return
    yield "## Wat het leren bracht\n"
    rows = ((each.level, str(each.count), str(each.previous_count), words.change(each.change)) for each in count_levels)
    yield from level_table(rows, words.before(review.period) if review.previous else "")


def _yields(review: Review) -> Lines:
    """The items of every level, the highest first, the newest first."""
    for number, tally in enumerate(each for each in (*review.levels[::-1], review.unvalued) if each.count):
        yield f"{'' if not number else chr(10)}### {level_name(tally.level)}\n"
        yield from listed(_of_yield(each) for each in tally.items[::-1])


def _of_yield(each: Outcome) -> str:
    about = (words.spoken(each.date), inline(each.by), inline(each.course), "privé" if each.private else "")
    return dated(about, each.text)


def _stories(review: Review) -> Lines:
    yield from told(((story.title, story) for story in review.stories), words.spoken)


def _stuck(review: Review) -> Lines:
    if review.stuck:
        yield f"## Blijft liggen\n\n{telling.STUCK.capitalize()}.\n"
        yield from listed(_of_yield(each) for each in review.stuck[::-1])


def _obstacles(review: Review) -> Lines:
    yield from tasks("Belemmeringen", review.obstacles, telling.done_of(review.obstacles))


def _asks(review: Review) -> Lines:
    yield from tasks("Vragen aan het team", review.asks, telling.done_of(review.asks))


def _new(review: Review) -> Lines:
    yield from tasks("Nieuwe afspraken", review.follow_ups, telling.done_of(review.follow_ups))


def _courses(review: Review) -> Lines:
    if not review.courses:
        return
    yield "## Leertrajecten\n"
    for course in review.courses:
        yield f"- **{inline(course.name)}**: {_course(course, review)}"
    for scores in review.hill:
        yield from _hill(scores)


def _course(course: Course, review: Review) -> str:
    return " · ".join(words.course_state(course, review.today, words.spoken, whole=not review.audience))


def _hill(scores: Scores) -> Lines:
    yield f"\n### HILL van {inline(scores.course)}\n\n{words.spoken(scores.day)}: {scores.total} van {scores.most}\n"
    yield from table(("Principe", "Score", "Hoogst"), "-rr")
    yield from (f"| {inline(each.title)} | {each.value} | {each.most} |" for each in scores.scores)


def _conditions(review: Review) -> Lines:
    if not review.conditions:
        return
    first = review.conditions[0]
    days = [*([first.previous_day] if first.previous_day else []), first.day]
    # What came before these two stands in the order in which it was given.
    long = any(telling.trend(each) for each in review.conditions)
    yield "## Condities\n"
    heads = ("Conditie", *map(words.spoken, days), *(["Verloop"] if long else []), "Toelichting")
    yield from table(heads, f"-{'r' * len(days)}{'-' * long}-")
    for each in review.conditions:
        before = [str(each.previous_score or "")] if first.previous_day else []
        rounds = [" → ".join(str(number) for _, number in each.rounds)] if long else []
        yield f"| {' | '.join([inline(each.title), *before, str(each.score), *rounds, inline(each.note)])} |"


def _days(review: Review) -> Lines:
    if not review.days:
        return
    yield f"## Dagen\n\n{telling.days(review).capitalize()}.\n"
    yield from table(("Maand", "Notities"), "-r")
    yield from (
        f"| {month} | {number} |" for month, number in per_month(Days(review.days, review.period, review.today))
    )


def _talk(review: Review) -> Lines:
    yield from questions(review.talk if review.count else ())


_PARTS = (
    _top,
    _agreed,
    _levels,
    _yields,
    _stories,
    _stuck,
    _obstacles,
    _asks,
    _new,
    _courses,
    _conditions,
    _days,
    _talk,
)
