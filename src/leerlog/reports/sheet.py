"""One page about a course for the talk with the manager, from what its writer marked for that.

Every marked answer has a place on it. The questions that matter most for the
talk have a place of their own; what else was marked comes at the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from leerlog.domain.dates import parse_day, short_date
from leerlog.domain.entry import Answer, Entry, FollowUp, Kind, one_line
from leerlog.domain.items import read_line
from leerlog.domain.plan import plan_number
from leerlog.domain.share import marked
from leerlog.reports.gist import said
from leerlog.reports.levels import without_noes
from leerlog.reports.rules import ContentRules

# side: may be short, as what had been the aim once it is known what came of it.
# beside: the first text stands beside the others.
# many: may be short, and the last texts may be left out.
Shape = Literal["", "side", "beside", "many"]
Questions = tuple[tuple[str, str], ...]

NEEDED: Questions = (
    ("prepare.manager", "Van mijn leidinggevende"),
    ("prepare.colleagues", "Van collega's"),
    ("prepare.disciplines", "Met andere vakgebieden"),
)
ON_THE_WAY: Questions = (
    ("debrief.learned", "Wat ik opstak"),
    ("debrief.experience", "Hoe het was"),
    ("debrief.support", "Wat kan helpen"),
    ("during.interim", "Wat het tot nu toe opleverde"),
    ("during.consequences", "Wat we anders doen"),
    ("during.practice", "Hoe we oefenen"),
    ("during.meeting", "In het teamoverleg"),
    ("during.attendance", "Erbij zijn en voorbereiden"),
)
# Heading, shape, and what stands under it: questions by checklist, with what each is called ("" for nothing).
BEFORE: tuple[tuple[str, Shape, Questions], ...] = (
    (
        "Wat ik wil leren, en waarom",
        "",
        (
            ("prepare.goal", ""),
            ("prepare.goal_level", "Vooral"),
            ("prepare.learning", "Uitleggen of samen ontdekken"),
            ("prepare.together", "Met wie voorbereid"),
        ),
    ),
    ("Hoe ik het ga gebruiken", "", (("prepare.apply", ""),)),
    ("Waaraan we het merken", "", (("prepare.results", ""),)),
    ("Wat ik nodig heb", "", NEEDED),
    ("De klus waarin ik het nodig heb", "", (("prepare.assignment", ""),)),
    ("Onderweg", "many", ON_THE_WAY),
)
AFTER: tuple[tuple[str, Shape, Questions], ...] = (
    (
        "Wat ik van plan was",
        "side",
        (
            ("prepare.goal", "Leren"),
            ("prepare.goal_level", "Vooral"),
            ("prepare.together", "Met wie voorbereid"),
            ("prepare.apply", "Gebruiken"),
            ("prepare.assignment", "De klus"),
        ),
    ),
    (
        "Verwacht, en wat ervan kwam",
        "beside",
        (
            ("prepare.results", "Verwacht"),
            ("after.results", "Resultaat"),
            ("after.applied", "In mijn werk"),
            ("after.others", "Wat anderen merken"),
        ),
    ),
    (
        "Wat het verder bracht",
        "",
        (
            ("after.insight", "Wat ik nu anders zie"),
            ("after.experience", "Hoe het was"),
            ("after.potential", "Wat nog kan komen"),
            ("after.expected", "Welk resultaat ik nog verwacht"),
        ),
    ),
    ("Onderweg", "many", ON_THE_WAY),
    ("Wat ik nodig heb", "side", NEEDED),
)
LISTS: tuple[tuple[str, Kind], ...] = (
    ("Wat in de weg staat", "obstacle"),
    ("Wat ik vraag", "ask"),
    ("Afspraken", "follow_up"),
)
EXPECTED = "prepare.results"
CAME = "after.results"
NO_RULES = ContentRules()
SCORED = {"hill": "HILL", "conditions": "Condities"}


class Part(NamedTuple):
    """A heading with texts, each with what it is called, and items; `more`: how many were left out."""

    heading: str
    texts: tuple[tuple[str, str], ...] = ()
    items: tuple[FollowUp, ...] = ()
    shape: Shape = ""
    more: int = 0


class Sheet(NamedTuple):
    """The page: its parts in their order."""

    course: str
    start: date | None
    end: date | None
    parts: tuple[Part, ...]


class _Given(NamedTuple):
    """An answer with the entry that it is of, and as a person reads it."""

    entry: Entry
    answer: Answer
    said: str

    @property
    def name(self) -> str:
        """The question by its checklist; "" for what a person added by hand."""
        return f"{self.entry.checklist}.{self.answer.question}" if self.answer.question else ""


def build_sheet(entries: Sequence[Entry], rules: ContentRules = NO_RULES) -> Sheet | None:
    """The sheet of a course, from its entries as they leave for the manager, oldest first; None without any."""
    telling = [without_noes(entry, rules) for entry in entries]
    given = [_Given(entry, answer, said(entry, answer, rules)) for entry in telling for answer in entry.answers]
    latest = {each.name: each for each in given if each.name}
    answers = {name: each.said for name, each in latest.items()}
    laid = AFTER if any(name.startswith("after.") for name in latest) else BEFORE
    start, end = (_day(latest.get(name)) for name in ("prepare.start", "prepare.end"))
    placed = {name for _, _, questions in laid for name, _ in questions}
    placed |= {name for name, day in (("prepare.start", start), ("prepare.end", end)) if day}
    rest = [each for each in reversed(given) if latest.get(each.name) is not each or each.name not in placed]
    parts = [_part(heading, shape, questions, answers) for heading, shape, questions in laid]
    parts += [Part(heading, items=_items(entries, kind, rules)) for heading, kind in LISTS]
    parts.append(Part("Wat ik opschreef", tuple(_moments(rest)), shape="many"))
    parts.append(Part("Wat ik verder deel", tuple(dict.fromkeys(_others(rest, latest, rules))), shape="many"))
    kept = tuple(part for part in parts if part.texts or part.items)
    return Sheet(entries[-1].course, start, end, kept) if kept else None


# For whom there is a shorter one: the answer that makes the request, and what is asked without one.
REQUESTS: dict[str, tuple[str, str]] = {
    "trainer": ("", "Wil je in de bijeenkomsten ruimte maken voor deze vraag, of zeggen waar ik het antwoord vind?"),
    "buddy": ("prepare.colleagues", "Wil je me na de eerste week vragen wat ik al gebruikt heb?"),
}
QUESTION: Questions = (("prepare.goal", ""),)


def build_request(entries: Sequence[Entry], rules: ContentRules, whom: str) -> Sheet | None:
    """The learning question and one request, for a trainer or a buddy; None while there is no such question."""
    given = (_Given(entry, answer, said(entry, answer, rules)) for entry in entries for answer in entry.answers)
    latest = {each.name: each for each in given if each.name}
    answers = {name: each.said for name, each in latest.items()}
    if "prepare.goal" not in answers:
        return None
    own, asked = REQUESTS[whom]
    start, end = (_day(latest.get(name)) for name in ("prepare.start", "prepare.end"))
    goal = _part("Wat ik wil leren, en waarom", "", QUESTION, answers)
    request = Part("Mijn vraag aan jou", (("", answers.get(own, asked)),))
    return Sheet(entries[-1].course, start, end, (goal, request))


def harvest_kept(entries: Iterable[Entry], audience: str) -> Entry | None:
    """The last harvest of a course when none since its latest preparation is marked for an audience.

    entries: all of the course, oldest first, as they stand in the journal.
    """
    reaped: list[Entry] = []
    for entry in entries:
        if entry.checklist == "prepare":
            reaped = []  # what came before belongs to an earlier round
        elif entry.checklist == "after":
            reaped.append(entry)
    return reaped[-1] if reaped and not any(marked(entry, audience) for entry in reaped) else None


def _part(heading: str, shape: Shape, questions: Questions, answers: dict[str, str]) -> Part:
    texts = tuple((said, answers[name]) for name, said in questions if name in answers)
    # What was expected stands beside the answer to that same question, and beside nothing else.
    if shape == "beside" and not {EXPECTED, CAME} <= answers.keys():
        shape = ""
    return Part(heading, texts, shape=shape)


def _items(entries: Sequence[Entry], kind: Kind, rules: ContentRules) -> tuple[FollowUp, ...]:
    """The items of a kind, open ones first, each by date; the same words once, as they stand last."""
    plans = {(entry.id, plan_number(entry)) for entry in entries}
    found = {
        item.text: item
        for entry in entries
        for number, item in enumerate(entry.follow_ups, 1)
        # The plan stands under how somebody will use it.
        if item.kind == kind and (entry.id, number) not in plans and not rules.is_for_oneself(item)
    }
    return tuple(sorted(found.values(), key=lambda item: (not item.open, item.due or date.max)))


def _moments(rest: Iterable[_Given]) -> Iterator[tuple[str, str]]:
    """The moments about the course, the newest first."""
    return (("", each.said) for each in rest if each.entry.checklist == "moment" and not _in_lists(each))


def _others(rest: Sequence[_Given], latest: dict[str, _Given], rules: ContentRules) -> Iterator[tuple[str, str]]:
    """What else was answered, the newest first, each under its question; scores together, items where they stand."""
    for each in rest:
        if each.entry.checklist in SCORED:
            if each.answer is each.entry.answers[0]:
                yield _dated(SCORED[each.entry.checklist], each, latest), _scores(each.entry, rules)
        elif each.entry.checklist != "moment" and not (_in_lists(each) or _said_again(each, latest)):
            yield _dated(each.answer.title or each.entry.title, each, latest), each.said


def _dated(said: str, each: _Given, latest: dict[str, _Given]) -> str:
    """What it is called, with its day when the question was answered again later."""
    again = each.name and latest[each.name] is not each
    return f"{said} ({short_date(each.entry.date)} {each.entry.date.year})" if again else said


def _said_again(each: _Given, latest: dict[str, _Given]) -> bool:
    """Whether a later answer to the same question has the same words."""
    return bool(each.name) and latest[each.name] is not each and latest[each.name].answer.text == each.answer.text


def _scores(entry: Entry, rules: ContentRules) -> str:
    return "; ".join(f"{answer.title} {one_line(said(entry, answer, rules))}" for answer in entry.answers)


def _in_lists(each: _Given) -> bool:
    """Whether an answer only says what stands among the items of its entry."""
    known = [one_line(item.text) for item in each.entry.follow_ups]
    lines = [_words(line.strip()) for line in each.answer.text.split("\n") if line.strip()]
    return bool(known) and all(
        any(text == line or text.endswith(f": {line}") for text in known) or not line for line in lines
    )


def _words(line: str) -> str:
    """The words of a line as an item has them; none when it is only a day, which may have moved since."""
    try:
        parse_day(line)
    except ValueError:
        return one_line(read_line("follow_up", line, None).item.text)
    return ""


def _day(each: _Given | None) -> date | None:
    try:
        return parse_day(each.answer.text.strip()) if each else None
    except ValueError:
        return None
