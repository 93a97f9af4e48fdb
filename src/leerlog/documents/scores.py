"""A round of scores as a document: HILL with ideas for what is weak, conditions with actions for what is low."""

from collections.abc import Iterator, Sequence
from datetime import date

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Command,
    Count,
    Document,
    Fact,
    Remarks,
    Section,
    Table,
    Text,
    Trend,
    Words,
    sheet_of,
)
from leerlog.documents.phrases import PEOPLE
from leerlog.domain.dates import count, spoken_date
from leerlog.domain.period import AROUND, Period, round_name
from leerlog.domain.score import Condition, Round, Score, Scores
from leerlog.reports.actions import Advice
from leerlog.reports.conditions import Discussion
from leerlog.reports.review import Review, Team
from leerlog.reports.talk import number

SCALE = "Van 1 tot en met 5."
MIDDLE = (
    "Van 1 tot en met 5, van ieder de laatste ronde. De stip is het midden: de helft zit eronder, de helft erboven. "
    "De balk loopt van de laagste score tot de hoogste{}."
)
# Something to pick, by its number.
PICKING = (
    Column(said="Actie {}", named=True, right=True, style="command"),
    Column(main=True),
    Column(named=True, style="dim", narrow="below"),
)


def hill_document(scores: Scores, advice: Sequence[Advice], alike: Sequence[Score] = ()) -> Document:
    """The principles of a course, and ideas for the weakest; `alike`: those that are as weak as the last of these."""
    sections = [_bars(scores, "Principe")]
    if advice:
        sections.append(Section("Wat het zwakst is, en wat kan helpen", tuple(_advice(advice, "Zwak", "Idee"))))
    if alike:
        names = ", ".join(each.title for each in alike)
        sections.append(Section("", (Text(f"{names}: ook {alike[0].word}.", "Even zwak", "dim"),)))
    if scores.scores and not (advice or alike):
        sections.append(_said("Alle principes helemaal. Daar kunnen anderen van leren: vertel het eens."))
    before = f": {scores.previous_total} van {scores.previous_most}"
    facts = (Fact("", f"{scores.total} van {scores.most}", "aside"), Fact("Dag", _day(scores, before)))
    return Document("HILL", scores.course, tuple(sections), facts, scores.day)


def conditions_document(scores: Scores, advice: Sequence[Advice]) -> Document:
    """The conditions beside the round before, and for each low one the actions that fit, by the number to pick."""
    sections = [_bars(scores, "Conditie")]
    if advice:
        sections.append(Section("Wat laag is, en wat kan helpen", tuple(_advice(advice, "Laag", "Actie"))))
    elif scores.scores:
        sections.append(_said("Geen enkele conditie is laag: houd dat zo. Toch iets uitproberen? leerlog actions"))
    facts = (Fact("", "van 1 tot en met 5", "aside"), Fact("Dag", _day(scores)))
    return Document("Condities", "", tuple(sections), facts, scores.day)


def discussion_sections(found: Discussion, *, team: bool) -> Iterator[Section]:
    """Of one's own conditions what to talk about, and what can help the lowest; only where all is shown but of a team.

    What a team talks about stands among all that it talks about.
    """
    questions = () if team else tuple(_questions(found))
    if questions:
        yield Section(
            "Het gesprek over de condities", (Bullets(questions, "Om over te praten"),), under=True, short=False
        )
    if not (found.lowest and found.helps):
        return
    rows = found.helps.actions
    heads = "Conditie", "Nummer", "Actie", "Factor"
    sheet = sheet_of("Wat kan helpen", heads, ((found.lowest.title, *row) for row in rows))
    helping: tuple[Block, ...] = (
        Text(found.helps.because, "Waarom", "dim"),
        Table(PICKING, rows, align="advice", sheet=sheet),
        Text("Kies er een, met wie en wanneer; dan staat hij in de agenda:", "Kiezen", "dim"),
        Text(Command("leerlog actions --pick NUMMER"), "Opdracht"),
    )
    yield Section(f"Wat kan helpen: {found.lowest.title}", helping, under=True, short=team)


def _questions(found: Discussion) -> Iterator[str]:
    if each := found.lowest:
        yield f"{each.title}: dit is het laagst, een {number(each.now.median)}. Wat zou er een punt bij doen?"
    if each := found.changed:
        before, now = number(each.rounds[-2].median), number(each.now.median)
        yield f"{each.title}: van {before} naar {now}. Wat maakte dat verschil?"


def _said(text: str) -> Section:
    return Section("", (Text(text, "Let op"),))


def _day(scores: Scores, total: str = "") -> Remarks:
    before = f"eerder, op {spoken_date(scores.previous_day)}{total}" if scores.previous_day else ""
    skipped = f"{scores.skipped} overgeslagen" if scores.skipped else ""
    return Remarks(tuple(part for part in (spoken_date(scores.day), before, skipped) if part))


def _bars(scores: Scores, label: str) -> Section:
    if not scores.scores:
        return _said("Er is nog geen cijfer gegeven.")
    bars = tuple(
        Count(each.title, each.value, each.previous, most=each.most, word=each.word, note=each.note)
        for each in scores.scores
    )
    return Section("", (Bars(bars, label, scale=True),))


def _advice(advice: Sequence[Advice], state: str, kind: str) -> Iterator[Block]:
    """Low scores, each with what was written beside it, why, and what can be picked.

    state, kind: what who hears it is told that a low score is, and something to pick.
    """
    columns = (PICKING[0]._replace(said=f"{kind} {{}}"), *PICKING[1:])
    for each in advice:
        score = each.score
        yield Text(f"{score.title} · {score.word or score.value}", state, "strong")
        if score.note:
            yield Text(Words(score.note), "", "dim", name="Je schreef")
        if each.because:
            yield Text(each.because, "Waarom", "dim")
        rows = tuple((action.number, action.text, action.factor) for action in each.actions)
        yield Table(columns, rows, align="advice", under=True)


def conditions_table(review: Review) -> Table:
    """The conditions of a review: one's own beside the round before, of a team how they lie."""
    return _spread(review, review.team) if review.team else _rounds(review.conditions)


def _rounds(conditions: Sequence[Condition]) -> Table:
    """One's own scores, beside those of the round before."""
    axis = tuple(sorted({each.when for one in conditions for each in one.rounds if isinstance(each.when, date)}))
    now = conditions[0].now.when
    before = conditions[0].before
    columns = [Column("Verloop", style="dim", only="drawn")]
    columns += [Column(before, "de vorige keer {}", right=True, style="dim")] if before else []
    columns += [Column(now, "nu {}", right=True)] if isinstance(now, date) else []
    columns += [Column("Conditie", named=True, main=True), Column("Toelichting", narrow="under", only="full")]
    kept = (len(axis) > 1, *([True] if before else []), True, True, any(each.note for each in conditions))
    rows = []
    for each in conditions:
        earlier = [each.previous.highest if each.previous else None] if before else []
        row = (Trend(each.rounds, axis), *earlier, each.now.highest, each.title, Words(each.note))
        rows.append(tuple(cell for cell, keep in zip(row, kept, strict=True) if keep))
    shown = tuple(column for column, keep in zip(columns, kept, strict=True) if keep)
    caption = "De condities, naast de vorige keer"
    return Table(shown, tuple(rows), "Conditie", caption, SCALE, heads=True, sheet=_rounds_sheet(conditions, axis))


def _rounds_sheet(conditions: Sequence[Condition], axis: Sequence[date]) -> Table:
    """One's own scores, a round a column."""
    heads: tuple[str | date, ...] = ("Conditie", *axis, "Toelichting")
    rows = []
    for each in conditions:
        scores = {one.when: one.highest for one in each.rounds}
        rows.append((each.title, *map(scores.get, axis), Words(each.note)))
    return sheet_of("Condities", heads, rows)


def _spread(review: Review, team: Team) -> Table:
    """How the scores of a team lie."""
    found = {
        each.when.start: each.when for one in review.conditions for each in one.rounds if isinstance(each.when, Period)
    }
    axis = tuple(found[start] for start in sorted(found))
    columns = (
        Column("Verloop", style="dim", only="drawn"),
        Column("Laagst", "laagst {}", right=True),
        Column("Midden", "midden {}", right=True, style="strong"),
        Column("Hoogst", "hoogst {}", right=True),
        Column("Conditie", named=True, main=True),
        Column("Van", narrow="under", style="dim"),
    )
    rows = tuple(
        (
            Trend(each.rounds, axis),
            each.now.lowest,
            each.now.median,
            each.now.highest,
            each.title,
            _scored(each, review, team),
        )
        for each in review.conditions
    )
    key = MIDDLE.format(", van onder naar boven 1 tot 5" if len(axis) > 1 else "")
    caption, sheet = "Hoe de scores van de condities liggen", _spread_sheet(review, team, axis)
    return Table(columns, rows, "Conditie", caption, key, heads=True, sheet=sheet)


def _spread_sheet(review: Review, team: Team, axis: Sequence[Period]) -> Table:
    """How the scores of a team lie, a number a column; of the rounds before in columns of their own."""
    measures = "Laagst", "Midden", "Hoogst", "Mensen"
    before = [f"{name} {round_name(when, review.today)}" for when in axis[-2::-1] for name in measures]
    rows: list[tuple[Cell, ...]] = []
    for each in review.conditions:
        found = {one.when: _measured(one, team) for one in each.rounds}
        earlier = (cell for when in axis[-2::-1] for cell in found.get(when, (None,) * len(measures)))
        rows.append((each.title, *_measured(each.now, team), *earlier))
    return sheet_of("Condities", ("Conditie", *measures, *before), rows)


def _measured(each: Round, team: Team) -> tuple[Cell, ...]:
    people = f"minstens {team.minimum}" if each.people is None else each.people
    return each.lowest, each.median, each.highest, people


def _scored(each: Condition, review: Review, team: Team) -> Remarks:
    """How many scored a condition, and how the scores lay the time before."""
    people = f"minstens {team.minimum} mensen" if each.now.people is None else count(each.now.people, *PEOPLE)
    return Remarks((people, *(f"{_named(last, review.today)}: {lay(last)}" for last in each.rounds[-2:-1])))


def _named(each: Round, today: date) -> str:
    """What a sentence calls an earlier round of a team: Q3, vanaf 24 okt."""
    name = round_name(each.when, today)
    return name if isinstance(each.when, Period) and each.when.kind in AROUND else f"vanaf {name}"


def lay(each: Round) -> str:
    """How scores lay: midden 2,5, van 2 tot 4."""
    if each.lowest == each.highest:
        return f"allemaal {each.lowest}"
    return f"midden {each.median:g}, van {each.lowest} tot {each.highest}".replace(".", ",")
