"""A round of scores as a document: HILL with ideas for what is weak, conditions with actions for what is low."""

from collections.abc import Iterator, Sequence

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Column,
    Command,
    Count,
    Document,
    Fact,
    Remarks,
    Section,
    Table,
    Text,
    Words,
)
from leerlog.domain.dates import spoken_date
from leerlog.domain.score import Score, Scores
from leerlog.reports.actions import Advice
from leerlog.reports.conditions import Discussion

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
    """What of the conditions to talk about, and what can help the lowest; of one's own only where all is shown."""
    questions = tuple(_questions(found, team=team))
    if not questions:
        return
    blocks: list[Block] = [Bullets(questions, "Om over te praten")]
    yield Section("Het gesprek over de condities", tuple(blocks), under=True, short=team)
    if not (found.lowest and found.helps):
        return
    rows = tuple((str(number), text, factor) for number, text, factor in found.helps.actions)
    helping: tuple[Block, ...] = (
        Text(found.helps.because, "Waarom", "dim"),
        Table(PICKING, rows, align="advice"),
        Text("Kies er een, met wie en wanneer; dan staat hij in de agenda:", "Kiezen", "dim"),
        Text(Command("leerlog actions --pick NUMMER"), "Opdracht"),
    )
    yield Section(f"Wat kan helpen: {found.lowest.title}", helping, under=True, short=team)


def _questions(found: Discussion, *, team: bool) -> Iterator[str]:
    if (each := found.spread) and team:
        yield f"{each.title}: de een geeft {each.now.lowest}, de ander {each.now.highest}. Waar zit dat verschil in?"
    if each := found.lowest:
        middle = f"het midden is {_number(each.now.median)}" if team else f"een {_number(each.now.median)}"
        yield f"{each.title}: dit is het laagst, {middle}. Wat zou er een punt bij doen?"
    if each := found.changed:
        before, now = _number(each.rounds[-2].median), _number(each.now.median)
        yield f"{each.title}: van {before} naar {now}. Wat maakte dat verschil?"


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


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
        rows = tuple((str(action.number), action.text, action.factor) for action in each.actions)
        yield Table(columns, rows, align="advice", under=True)
