"""A review in which every text tries to be something else."""

from datetime import date

from leerlog.domain.course import Course
from leerlog.domain.score import Round, Score, Scores
from leerlog.reports.review import Review
from leerlog.reports.unused import Unused

NASTY = (
    '<script>fetch("http://evil.example/")</script><img src=http://evil.example/a.png onerror=alert(1)>'
    "\n\n# Kop\n\n===\n\n![plaatje](http://evil.example/b.png) [klik](javascript:alert(1)) [wel](https://example.org)"
    "\n\n</div></li></ul></main> <!-- \x1b[31mrood\x9b0m \u202etxet \u05e9\u05dc\u05d5\u05dd"
    " 👩‍💻 {{ 7*7 }} {% raw %} &lt;b&gt;"
    "\n\n```\n<style>body{display:none}</style>\n```\n\n| a | b |\n=HYPERLINK(1)\n\n" + "woord" * 60 + "\n"
)
LINE = " ".join(NASTY.split())
DAY = date(2026, 11, 23)


def own_rounds(*scores):
    """Rounds of one person."""
    return tuple(Round(day, score, score, score) for day, score in scores)


def hostile(review: Review) -> Review:
    """The review with all of its texts replaced."""

    def items(found):
        return tuple(item._replace(text=LINE, who=LINE, result=LINE, by=LINE) for item in found)

    def notes(found):
        return tuple(each._replace(text=NASTY, course=LINE, by=LINE) for each in found)

    def count_levels(found):
        return tuple(tally._replace(outcomes=notes(tally.outcomes)) for tally in found)

    def story(each):
        steps = tuple(step._replace(text=NASTY, course=LINE, by=LINE) for step in each.steps)
        expected = tuple(one._replace(text=NASTY, course=LINE) for one in each.expected)
        return each._replace(title=LINE, steps=steps, expected=expected)

    rounds = own_rounds((date(2026, 3, 1), 1), (date(2026, 6, 1), 5), (DAY, 3))
    courses = tuple(course._replace(name=LINE, expected=NASTY) for course in review.courses)
    hill = tuple(each._replace(course=LINE) for each in review.hill)
    asked = (each._replace(note=LINE, rounds=each.rounds if review.team else rounds) for each in review.conditions)
    return review._replace(
        agreed=items(review.agreed),
        levels=count_levels(review.levels),
        unvalued=count_levels((review.unvalued,))[0],
        stories=tuple(story(each) for each in review.stories),
        stuck=notes(review.stuck),
        obstacles=items(review.obstacles),
        asks=items(review.asks),
        follow_ups=items(review.follow_ups),
        courses=courses,
        hill=hill,
        conditions=tuple(asked),
        unused=() if review.team else (Unused(LINE, DAY, items(review.obstacles), items(review.asks)),),
    )


def with_hill(review: Review) -> Review:
    """The review with a HILL round of its first course, and three rounds of conditions."""
    scores = (
        Score("urgency", "Urgentiebesef", 3, 3, previous=2),
        Score("ownership", "Eigenaarschap", 0, 3, note="Nog niet"),
    )
    rounds = own_rounds((date(2026, 3, 1), 1), (date(2026, 9, 22), 5), (date(2026, 11, 12), 3))
    first: Course = review.courses[0]._replace(hill=3, hill_most=6)
    return review._replace(
        courses=(first, *review.courses[1:]),
        hill=(Scores(first.name, DAY, scores),),
        conditions=tuple(each._replace(rounds=rounds, before=rounds[-2].when) for each in review.conditions),
    )


def few(review: Review, number: int = 2) -> Review:
    """The review with at most this many of everything, for what takes long on a large page."""
    count_levels = [each._replace(outcomes=each.outcomes[:number]) for each in (*review.levels, review.unvalued)]
    names = ("agreed", "stories", "stuck", "obstacles", "asks", "follow_ups", "conditions")
    lists = {name: getattr(review, name)[:number] for name in names}
    return review._replace(levels=tuple(count_levels[:-1]), unvalued=count_levels[-1], **lists)
