"""One page about a course for the talk with the manager, from what its writer marked for that."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import Entry, FollowUp, Kind
from leerlog.domain.when import parse_day

# Heading, and what stands under it: questions by checklist, with what each is called ("" for nothing).
BEFORE = (
    ("Wat ik wil leren, en waarom", (("prepare.goal", ""),)),
    ("Hoe ik het ga gebruiken", (("prepare.apply", ""),)),
    ("Waaraan we het merken", (("prepare.results", ""),)),
    (
        "Wat ik nodig heb",
        (("prepare.manager", "Van mijn leidinggevende"), ("prepare.colleagues", "Van collega's")),
    ),
    ("De klus waarin ik het nodig heb", (("prepare.assignment", ""),)),
)
AFTER = (
    (
        "Verwacht, en wat ervan kwam",
        (
            ("prepare.results", "Verwacht"),
            ("after.results", "Resultaat"),
            ("after.applied", "In mijn werk"),
            ("after.others", "Wat anderen merken"),
        ),
    ),
    ("Wat het nog kan opleveren", (("after.potential", ""),)),
    ("Wat ik nodig heb", BEFORE[3][1]),
)
LISTS: tuple[tuple[str, Kind], ...] = (
    ("Wat in de weg staat", "obstacle"),
    ("Wat ik vraag", "ask"),
    ("Afspraken", "follow_up"),
)


class Part(NamedTuple):
    """A heading with texts, each with what it is called, and items."""

    heading: str
    texts: tuple[tuple[str, str], ...] = ()
    items: tuple[FollowUp, ...] = ()


class Sheet(NamedTuple):
    """The page: `after` when there is a harvest to tell of."""

    course: str
    start: date | None
    end: date | None
    after: bool
    parts: tuple[Part, ...]


def build_sheet(entries: Sequence[Entry]) -> Sheet | None:
    """The sheet of a course, from its entries as they leave for the manager, oldest first; None without any."""
    answers = {
        f"{entry.checklist}.{answer.question}": answer.text
        for entry in entries
        for answer in entry.answers
        if answer.question
    }
    after = any(name.startswith("after.") for name in answers)
    parts = [_part(heading, questions, answers) for heading, questions in (AFTER if after else BEFORE)]
    parts += [Part(heading, items=_items(entries, kind)) for heading, kind in LISTS]
    parts += [Part("Wat ik opschreef", texts=_told(entries))]
    kept = tuple(part for part in parts if part.texts or part.items)
    if not kept:
        return None
    return Sheet(entries[-1].course, _day(answers, "start"), _day(answers, "end"), after, kept)


def _part(heading: str, questions: Iterable[tuple[str, str]], answers: dict[str, str]) -> Part:
    return Part(heading, tuple((said, answers[name]) for name, said in questions if name in answers))


def _items(entries: Iterable[Entry], kind: Kind) -> tuple[FollowUp, ...]:
    """The items of a kind, open ones first, each by date; the same words once, as they stand last."""
    found = {item.text: item for entry in entries for item in entry.follow_ups if item.kind == kind}
    return tuple(sorted(found.values(), key=lambda item: (not item.open, item.due or date.max)))


def _told(entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """The moments about the course, the last three."""
    texts = [answer.text for entry in entries if entry.checklist == "moment" for answer in entry.answers]
    return tuple(("", text) for text in texts[-3:])


def _day(answers: dict[str, str], question: str) -> date | None:
    try:
        return parse_day(answers.get(f"prepare.{question}", "").strip())
    except ValueError:
        return None
