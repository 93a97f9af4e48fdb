"""The review on one screen: what people look at together before they look any further, each outcome once.

How many lines there are on a screen is known beforehand, for all but what there is to talk about, that gets the rest,
stands on a line each. On a narrow screen a sentence may take another one.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Command,
    Document,
    Fact,
    Figures,
    Matrix,
    Names,
    Phrase,
    Remarks,
    Section,
    Table,
    Text,
    Withheld,
    Words,
)
from leerlog.documents.phrases import period_title
from leerlog.documents.review import ANONYMOUS as WITHOUT_NAMES
from leerlog.documents.review import benefits_told, done_of_items, facts, levels_block, notices, unapplied
from leerlog.domain.agenda import Item
from leerlog.domain.dates import count
from leerlog.domain.outcome import Outcome, Story, turning_points
from leerlog.domain.score import Condition
from leerlog.domain.text import first_lines, shorten, wrap
from leerlog.reports.review import Review
from leerlog.reports.rules import STUCK_DAYS
from leerlog.reports.talk import quoted
from leerlog.reports.unused import IN_THE_WAY, Unused

LINES, ACROSS = 40, 100
INDENT = 2
FIT = 6  # periods that stand beside one another for certain
BESIDE = 4  # periods beside which there is room for what is said of a number
SOME = 3  # things that are named on one line
NAMED = 60  # characters of the names of a team, and of a title of a story
LONGEST = 160  # characters of a command that is repeated
ANONYMOUS = "Zonder namen. Een tekst kan zijn schrijver toch verraden: lees hem na voordat je hem aan anderen geeft."
NOT_ALONE = "Geef dezelfde mensen geen twee terugblikken die overlappen: zo blijkt soms wie iets schreef."

Told = frozenset[tuple[str, str]]  # outcomes, by their entry and their words


class _Shape(NamedTuple):
    """How many steps of a story there are, and lines on what is open."""

    steps: int
    rows: int


SHAPES = tuple(_Shape(*each) for each in ((3, 7), (3, 6), (3, 5), (2, 5), (2, 4), (2, 2), (0, 2), (0, 0)))


def screen_document(review: Review, command: str) -> Document:
    """The review in 40 lines of 100 columns.

    command: that gave it; with `--full` and `--browser` it gives all of it.
    """
    # The title and the days; what is loud below these stands apart.
    head = 2 + 2 * sum(fact.place == "notice" for fact in facts(review))
    for shape in SHAPES:
        sections, told = _sections(review, shape)
        ways = _ways(sections, command)
        left = LINES - head - sum(map(_height, (*sections, *ways)))
        talk = _talk(review, told, left)
        if left >= 0 and (talk or not _asked(review)):
            break
    kind = "Terugblik van het team" if review.team else "Terugblik"
    return Document(kind, period_title(review.period), (*sections, *talk, *ways), tuple(_facts(review)), review.today)


def _sections(review: Review, shape: _Shape) -> tuple[list[Section], Told]:
    """All but what there is to talk about, and what is told in it."""
    newest = [_freshest(each.outcomes, frozenset()) for each in review.levels[::-1]]
    story = _story(review, _keys(newest), shape.steps)
    steps = [story.steps[at] for at in turning_points(story.steps, shape.steps)] if story else []
    told = _keys(steps)
    stuck = next((each for each in review.stuck if _key(each) not in told), None)
    told |= _keys([stuck])
    newest = [_freshest(each.outcomes, told) for each in review.levels[::-1]]
    rows = [*_open_rows(review, stuck)][: shape.rows]
    if not any(name == STUCK for name, _ in rows):
        told -= _keys([stuck])
    sections = [
        *_notices(review),
        *_rows(list(_agreed(review))),
        *_levels(review),
        *_newest(newest),
        *_told(review, story, steps),
        *_rows(rows),
    ]
    return sections, told | _keys(newest)


def _key(each: Outcome) -> tuple[str, str]:
    return each.entry, each.text


def _keys(found: Sequence[Outcome | None]) -> Told:
    return frozenset(_key(each) for each in found if each)


def _freshest(outcomes: Sequence[Outcome], told: Told) -> Outcome | None:
    return next((each for each in reversed(outcomes) if _key(each) not in told), None)


def _facts(review: Review) -> Iterator[Fact]:
    """What stands at the head, without the names of who are too many for a line."""
    for fact in facts(review):
        if not isinstance(fact.value, Names) or len(", ".join(fact.value.names)) <= NAMED:
            yield fact


def _notices(review: Review) -> Iterator[Section]:
    """What there is to know before all else; why names are left out in fewer words."""
    for section in notices(review):
        if section.blocks[0] == Text(WITHOUT_NAMES, "Anoniem", "notice"):
            short = (Text(text, "Anoniem", "notice") for text in (ANONYMOUS, NOT_ALONE))
            yield section._replace(blocks=(*short, *section.blocks[1:]))
        else:
            yield section


def _levels(review: Review) -> Iterator[Section]:
    if block := levels_block(review):
        remark = () if review.audience or review.team else unapplied(review)
        yield Section("Wat het leren bracht", (block, *remark), "levels")


def _newest(found: Sequence[Outcome | None]) -> Iterator[Section]:
    columns = (
        Column(named=True, style="rank"),
        Column(named=True, right=True, style="dim"),
        *_LEADS,
        Column(main=True),
    )
    rows = tuple((each.level, each.date, *_leads(each), Words(each.text)) for each in found if each)
    if rows:
        yield Section("Het nieuwste", (Table(columns, rows, "Het nieuwste", lines=1),), "newest")


_LEADS = (Column(named=True, narrow="lead"),) * 3


def _leads(each: Outcome, *, course: bool = True) -> tuple[str, str, str]:
    """What stands before the words: of whom, of what, and that they are private."""
    return each.by, each.course if course else "", "privé" if each.private else ""


def _story(review: Review, newest: Told, most: int) -> Story | None:
    """The story to tell: the first of which none of its steps is the newest of its level, else the first."""
    if not most:
        return None
    apart = (
        each
        for each in review.stories
        if not newest & _keys([each.steps[at] for at in turning_points(each.steps, most)])
    )
    story = next(apart, review.stories[0] if review.stories else None)
    return story.signed if story and review.team else story


def _told(review: Review, story: Story | None, steps: Sequence[Outcome]) -> Iterator[Section]:
    if not story:
        return
    # A story without a name is called by the words of its first step, which come below.
    alone = not story.title or first_lines(story.steps[0].text).removesuffix(" …").startswith(story.title)
    title = "" if alone else f": {shorten(first_lines(story.title), NAMED)}"
    left = len(review.stories) - 1
    columns = (
        Column(named=True, right=True, style="dim"),
        Column(named=True),
        *_LEADS,
        Column(main=True),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (step.date, step.level, *_leads(step, course=False), Words(step.text)) for step in steps
    )
    aside = f"nog {count(left, 'verhaal', 'verhalen')}" if left else ""
    if story.to_ask:
        rows = (*rows, (None, None, "", "", "", story.to_ask))
    yield Section(f"Een verhaal{title}", (Table(columns, rows, f"Verhaal{title}", lines=1),), "story", aside)


# One line each.

STUCK = "Blijft liggen"
Row = tuple[str, Figures | Remarks | Phrase | str]


def _rows(rows: Sequence[Row]) -> Iterator[Section]:
    if rows:
        columns = Column(named=True), Column(main=True)
        yield Section("", (Table(columns, tuple(rows), lines=1, align="open"),))


def _agreed(review: Review) -> Iterator[Row]:
    """What was agreed before, how much of it is done, and what came of it."""
    if not review.agreed:
        return
    waiting = [_item(item) for item in review.agreed if item.open]
    done = done_of_items(review.agreed, review.team)
    yield "Afgesproken", _some(done, [f"nog open: {waiting[0]}", *waiting[1:]] if waiting else [])
    for item in sorted(review.agreed, key=lambda item: item.done or date.min, reverse=True):
        if item.outcome and not item.open and not item.dropped:
            yield "Wat ervan kwam", f"{_item(item)} → {first_lines(item.outcome)}"
            return


def _open_rows(review: Review, stuck: Outcome | None) -> Iterator[Row]:
    """What is still to be done about it, what matters most first."""
    if review.stuck and stuck:
        number = count(len(review.stuck), "idee", "ideeën")
        oldest = ("oudste: ", stuck.date, ", ") if stuck.date else ("oudste: ",)
        privately = "privé: " if stuck.private else ""
        text = Phrase((*oldest, privately + first_lines(stuck.text)))
        yield STUCK, Remarks((f"{number} langer dan {STUCK_DAYS} dagen", text))
    for name, items in (("Belemmeringen", review.obstacles), ("Vragen aan het team", review.asks)):
        if items:
            yield name, _standing(items, review)
    if review.unused:
        yield "Nog niet gebruikt", _some("", [_unused(each) for each in review.unused])
    if review.benefits:
        yield "Wie heeft er baat bij", benefits_told(review)
    if review.conditions:
        yield "Condities", Remarks(tuple(_condition(each, review) for each in _telling(review)[:SOME]))
    if review.team and (helps := review.discussion.helps):
        yield "Wat kan helpen", _some("", [f"{number} {text}" for number, text, _ in helps.actions])
    if review.follow_ups:
        yield "Nieuwe afspraken", _standing(review.follow_ups, review)


def _standing(items: Sequence[Item], review: Review) -> Remarks:
    """How many are open, and the first of these; of what nobody may be known no number."""
    waiting = [_item(item) for item in items if item.open]
    if review.team and review.team.anonymous:
        return _some("", waiting or [_item(item) for item in items])
    return _some(f"{len(waiting)} open" if waiting else done_of_items(items, review.team), waiting)


def _unused(each: Unused) -> str:
    """A course of which nothing was used, with what stood in the way first, or the question what it was."""
    found = (*each.obstacles, *each.foreseen)
    why = _item(found[0]) if found else f"{IN_THE_WAY[0].lower()}{IN_THE_WAY[1:]}"
    return f"{each.course}: {why}"


def _some(first: str | Figures, rest: Sequence[str]) -> Remarks:
    return Remarks(tuple(part for part in (first, *rest[:SOME]) if part))


def _item(item: Item) -> str:
    """An item in a few words, with who does it, and its course where its words are not enough."""
    aside = ", ".join(part for part in (item.of, item.who, "privé" if item.private else "") if part)
    return first_lines(item.text) + (f" ({aside})" if aside else "")


def _telling(review: Review) -> list[Condition]:
    """The conditions that changed most, or of a team lie furthest apart, first; of equals the lowest."""
    if review.team:
        return sorted(review.conditions, key=lambda each: (each.now.lowest - each.now.highest, each.now.median))
    return sorted(review.conditions, key=lambda each: (-abs(_change(each)), each.now.median))


def _change(each: Condition) -> int:
    return each.now.highest - each.previous.highest if each.previous else 0


def _condition(each: Condition, review: Review) -> str:
    if review.team:
        from leerlog.documents.scores import lay  # few reviews are of a team

        return f"{each.title}: {lay(each.now)}"
    before = f"{each.previous.highest} → " if each.previous else ""
    return f"{each.title} {before}{each.now.highest}"


# What is left of the screen.


def _asked(review: Review) -> bool:
    """Whether there is anything to talk about."""
    return bool(review.talk and (review.team.people if review.team else review.count))


def _talk(review: Review, told: Told, left: int) -> list[Section]:
    """As many questions as there is room for; none that tells once more what is told already."""
    if not _asked(review):
        return []
    # A story is called by the first line alone of what it begins with.
    quotes = {quoted(each) for _, text in told for each in (text, first_lines(text).removesuffix(" …"))}
    fit: list[str] = []
    left -= 2
    for question in review.talk:
        if any(quote in question for quote in quotes):
            continue
        left -= _lines(question)
        if left < 0:
            break
        fit.append(question)
    return [Section("Om over te praten", (Bullets(tuple(fit), "Om over te praten"),), "talk")] if fit else []


def _ways(sections: Sequence[Section], command: str) -> list[Section]:
    """How to see all of it; where nothing is, there is no more."""
    if all(isinstance(block, Text) for section in sections for block in section.blocks):
        return []
    given = command if len(command) <= LONGEST else "leerlog review …"
    ways = ("Alles zien", "--full"), ("In de browser", "--browser")
    return [Section("", tuple(Text(Command(f"{given} {option}"), name=name) for name, option in ways))]


def _height(section: Section) -> int:
    """How many lines a section takes, the white before it too."""
    return 1 + bool(section.heading) + sum(map(_tall, section.blocks))


def _tall(block: Block) -> int:
    if isinstance(block, Matrix):
        # Where there are many, what is said of a number stands below it.
        said = [line for line in block.lines if line.total.todo or isinstance(line.total.number, Withheld)]
        return 1 + len(block.lines) + (len(block.periods) > FIT) + len(said) * (len(block.periods) > BESIDE)
    if isinstance(block, Bars):
        return len(block.bars)
    if isinstance(block, Table):
        return len(block.rows)
    return _lines(f"{block.name}: {block.text}") if isinstance(block, Text) and isinstance(block.text, str) else 1


def _lines(text: str) -> int:
    return len(wrap(text, ACROSS - 2 * INDENT))
