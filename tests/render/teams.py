"""The reviews of a team for the tests of its forms: a good one, an anonymous one, one that is hostile."""

from datetime import date

from leerlog.domain.entry import Entry, FollowUp, Problem
from leerlog.domain.period import Period, quarter_of
from leerlog.reports.members import Member
from leerlog.reports.review import Review
from leerlog.reports.rules import ContentRules
from leerlog.reports.sheet import Part, Sheet
from leerlog.reports.team import build_team_review
from tests.render.hostile import LINE, few, hostile

NAMES = ("Anja", "Bilal", "Kees", "Noor", "Sanne", "Tom")
TODAY = date(2026, 11, 23)
QUARTER = quarter_of(TODAY)
PROBLEMS = [Problem("van-marjan.md", 0, "dit is geen gedeeld leerlog"), Problem("half.md", 12, "hier houdt het op")]


def team_of(
    sample: list[Entry], rules: ContentRules, people: int = 6, *, anonymous: bool = False, period: Period = QUARTER
) -> Review:
    """A quarter of so many people, who all had the sample's, each with words and scores of their own."""
    found = tuple(Member(name, _own(sample, name, at)) for at, name in enumerate(NAMES[:people]))
    return build_team_review(found, period, TODAY, rules, anonymous=anonymous)


def _own(sample: list[Entry], name: str, at: int) -> tuple[Entry, ...]:
    return tuple(
        entry._replace(
            id=f"{entry.id}-{at}",
            builds_on=tuple(f"{source}-{at}" for source in entry.builds_on),
            answers=tuple(
                a._replace(text=f"{1 + at % 5} van {name}" if entry.checklist == "conditions" else f"{name}: {a.text}")
                for a in entry.answers
            ),
        )
        for entry in sample
    )


def hostile_team(team: Review) -> Review:
    """The review with one of everything, and all of its texts replaced."""
    short = few(hostile(team), 1)
    return short._replace(team=short.team and short.team._replace(names=(LINE, LINE)))


def sheet_of(text: str, *, after: bool = False) -> Sheet:
    """A sheet with every part that there can be, all of it saying this."""
    item = FollowUp("follow_up", text, text, TODAY, result=text)
    said = ("Verwacht", "Resultaat", "In mijn werk", "Wat anderen merken") if after else ("", "Van collega's")
    parts = [Part(f"Deel {number}", tuple((name, text) for name in said)) for number in range(3 if after else 5)]
    parts += [Part(f"Lijst {number}", items=(item,) * 12) for number in range(3)]
    parts.append(Part("Wat ik opschreef", (("", text),) * 3))
    return Sheet(text.split("\n")[0], TODAY, TODAY, tuple(parts))
