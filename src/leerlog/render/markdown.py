"""A review as Markdown: the whole of it, to read, to mail or to keep beside other documents."""

from collections.abc import Iterable, Iterator, Sequence

from leerlog.domain.course import Course
from leerlog.render import telling, words
from leerlog.render.days import per_month
from leerlog.render.guarded import block, inline
from leerlog.reports.agenda import Item
from leerlog.reports.levels import Tally, Yield
from leerlog.reports.review import Review
from leerlog.reports.scores import Scores
from leerlog.reports.stories import Story

Lines = Iterator[str]


def review_markdown(review: Review) -> str:
    """The review, every item and text of it whole."""
    parts = ["\n".join(lines) for make in _PARTS if (lines := list(make(review)))]
    return "\n\n".join(parts) + "\n"


def _top(review: Review) -> Lines:
    yield f"# Terugblik · {inline(words.period_title(review.period))}\n"
    said = telling.beside(review.count, review.previous_count, review)
    yield " · ".join(part for part in (telling.under(review), f"notities: {said}") if part)
    if not review.count:
        text, command = telling.empty(review)
        yield f"\n{text}\n\n    {command}"


def _agreed(review: Review) -> Lines:
    yield from _items("Afgesproken, en wat ervan kwam", review.agreed)


def _levels(review: Review) -> Lines:
    tallies = [*review.levels[::-1], *([review.unvalued] if review.unvalued.count else [])]
    if not review.count and not any(tally.previous_count for tally in tallies):
        return
    yield "## Wat het leren bracht\n"
    if review.previous:
        yield from _table(("", "Waardeniveau", "Aantal", words.before(review.period).capitalize(), "Verschil"), "r-rrr")
        for each in tallies:
            number, name = _name(each)
            yield f"| {number} | {name} | {each.count} | {each.previous_count} | {words.change(each.change)} |"
    else:
        yield from _table(("", "Waardeniveau", "Aantal"), "r-r")
        yield from (f"| {' | '.join(_name(each))} | {each.count} |" for each in tallies)


def _name(tally: Tally) -> tuple[str, str]:
    return (str(tally.level.number), words.level_name(tally.level)) if tally.level else ("", "Nog te wegen")


def _table(names: Sequence[str], sides: str) -> Lines:
    """The head of a table; sides: r for a column of numbers."""
    yield f"| {' | '.join(names)} |"
    yield f"| {' | '.join('---:' if side == 'r' else '---' for side in sides)} |"


def _yields(review: Review) -> Lines:
    """The items of every level, the highest first, the newest first."""
    for number, tally in enumerate(each for each in (*review.levels[::-1], review.unvalued) if each.count):
        yield f"{'' if not number else chr(10)}### {_name(tally)[1]}\n"
        yield from _list(_of_yield(each) for each in tally.items[::-1])


def _of_yield(each: Yield) -> str:
    about = [words.spoken(each.date), inline(each.course), "privé" if each.private else ""]
    return _dated(" · ".join(part for part in about if part), each.text)


def _dated(about: str, text: str) -> str:
    """An item of a list: what it is about, and below it a person's text as it was written."""
    return f"- **{about}**\n\n  {block(text, '  ')}" if text.strip() else f"- **{about}**"


def _list(items: Iterable[str]) -> Lines:
    yield "\n\n".join(items)


def _items(heading: str, items: Sequence[Item]) -> Lines:
    if not items:
        return
    yield f"## {heading}\n\n{telling.done_of(items)}\n"
    for item in items:
        state = telling.item_note(item)
        yield f"- [{' ' if item.open else 'x'}] {inline(item.text)}" + (f" ({inline(state)})" if state else "")
        if item.result:
            yield f"  - Resultaat: {inline(item.result)}"


def _stories(review: Review) -> Lines:
    if review.stories:
        yield "## Verhalen"
    for story in review.stories:
        yield f"\n### {inline(story.title)}\n"
        yield from _list(_steps(story))


def _steps(story: Story) -> Iterator[str]:
    for step in story.steps:
        about = [words.spoken(step.date), str(step.level or ""), "privé" if step.private else ""]
        yield _dated(" · ".join(part for part in about if part), step.text)
    for each in story.expected:
        yield _dated(f"Verwacht van {inline(each.course)}", each.text)


def _stuck(review: Review) -> Lines:
    if review.stuck:
        yield f"## Blijft liggen\n\n{telling.STUCK.capitalize()}.\n"
        yield from _list(_of_yield(each) for each in review.stuck[::-1])


def _obstacles(review: Review) -> Lines:
    yield from _items("Belemmeringen", review.obstacles)


def _asks(review: Review) -> Lines:
    yield from _items("Vragen aan het team", review.asks)


def _new(review: Review) -> Lines:
    yield from _items("Nieuwe afspraken", review.follow_ups)


def _courses(review: Review) -> Lines:
    if not review.courses:
        return
    yield "## Leertrajecten\n"
    scores = {each.course: each for each in review.hill}
    for course in review.courses:
        yield f"- **{inline(course.name)}**: {_course(course, review)}"
    for course in review.courses:
        if course.name in scores:
            yield from _hill(scores[course.name])


def _course(course: Course, review: Review) -> str:
    return " · ".join(words.course_state(course, review.today, words.spoken))


def _hill(scores: Scores) -> Lines:
    yield f"\n### HILL van {inline(scores.course)}\n\n{words.spoken(scores.day)}: {scores.total} van {scores.most}\n"
    yield from _table(("Principe", "Score", "Hoogst"), "-rr")
    yield from (f"| {inline(each.title)} | {each.value} | {each.most} |" for each in scores.scores)


def _conditions(review: Review) -> Lines:
    if not review.conditions:
        return
    first = review.conditions[0]
    yield "## Condities\n"
    if first.previous_day:
        yield from _table(
            ("Conditie", words.spoken(first.previous_day), words.spoken(first.day), "Toelichting"), "-rr-"
        )
    else:
        yield from _table(("Conditie", words.spoken(first.day), "Toelichting"), "-r-")
    for each in review.conditions:
        before = [str(each.previous_score or "")] if first.previous_day else []
        yield f"| {' | '.join([inline(each.title), *before, str(each.score), inline(each.note)])} |"


def _days(review: Review) -> Lines:
    if not review.days:
        return
    yield f"## Dagen\n\n{telling.days(review).capitalize()}.\n"
    yield from _table(("Maand", "Notities"), "-r")
    yield from (f"| {month} | {number} |" for month, number in per_month(review))


def _talk(review: Review) -> Lines:
    if review.talk and review.count:
        yield "## Om over te praten\n"
        yield from (f"- {inline(text)}" for text in review.talk)


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
