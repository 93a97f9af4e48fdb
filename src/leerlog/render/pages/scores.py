"""A round of scores as a page: HILL with ideas for what is weak, conditions with actions for what is low."""

from collections.abc import Sequence

from leerlog.domain.dates import count
from leerlog.domain.score import Score, Scores
from leerlog.render import words
from leerlog.render.page import Bar, Bars, Block, Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, NOTE
from leerlog.reports.actions import Action, Advice

NUMBER = Column("command", right=True)
STYLES = ("level-1", "level-3")  # the lower half of a scale and the upper half


def hill_page(scores: Scores, advice: Sequence[Advice], alike: Sequence[Score] = ()) -> Page:
    """The principles of a course, and ideas for the weakest; `alike`: those that are as weak as the last of these."""
    total = f"{scores.total} van {scores.most}"
    sections = [_bars(scores, "Principe")]
    blocks = _advice(advice, "Zwak", "Idee")
    if alike:
        names = ", ".join(each.title for each in alike)
        blocks += [Paragraph(""), Paragraph(f"{names}: ook {alike[0].word}.", "Even zwak", "dim")]
    if blocks:
        sections.append(Section("Wat het zwakst is, en wat kan helpen", tuple(blocks)))
    elif scores.scores:
        sections.append(_said("Alle principes helemaal. Daar kunnen anderen van leren: vertel het eens."))
    title = f"HILL · {scores.course}" if scores.course else "HILL"
    before = f": {scores.previous_total} van {scores.previous_most}"
    return Page(title, tuple(sections), total, _under(scores, before), _facts(scores, "HILL", total), scores.day)


def conditions_page(scores: Scores, advice: Sequence[Advice]) -> Page:
    """The conditions beside the round before, and for each low one the actions that fit, by the number to pick."""
    sections = [_bars(scores, "Conditie")]
    blocks = _advice(advice, "Laag", "Actie")
    if blocks:
        sections.append(Section("Wat laag is, en wat kan helpen", tuple(blocks)))
    elif scores.scores:
        sections.append(_said("Geen enkele conditie is laag: houd dat zo. Toch iets uitproberen? leerlog actions"))
    return Page("Condities", tuple(sections), "van 1 tot en met 5", _under(scores), _facts(scores), scores.day)


def _said(text: str) -> Section:
    return Section("", (Paragraph(text, "Let op"),))


def _under(scores: Scores, total: str = "") -> str:
    parts = [words.spoken(scores.day)]
    if scores.previous_day:
        parts.append(f"eerder, op {words.spoken(scores.previous_day)}{total}")
    if scores.skipped:
        parts.append(f"{scores.skipped} overgeslagen")
    return " · ".join(parts)


def _facts(scores: Scores, label: str = "", total: str = "") -> tuple[Fact, ...]:
    said = f"{scores.course}, {total}" if scores.course else total
    if total and scores.previous_day:
        said += f", de vorige keer {scores.previous_total} van {scores.previous_most}"
    first = Fact(label, said) if label else Fact("Condities", count(len(scores.scores), "cijfer", "cijfers"))
    return first, Fact("Dag", _under(scores))


def _bars(scores: Scores, kind: str) -> Section:
    bars = tuple(_bar(each, kind) for each in scores.scores)
    if not bars:
        return _said("Er is nog geen cijfer gegeven.")
    return Section("", (Bars(bars, max(each.most for each in scores.scores)),), "")


def _bar(score: Score, kind: str) -> Bar:
    change = "" if score.previous is None else "=" if score.previous == score.value else _moved(score)
    told = ", ".join(
        part
        for part in (
            f"{score.value} van {score.most}",
            score.word,
            "" if score.previous is None else f"de vorige keer {score.previous}",
            score.note,
        )
        if part
    )
    style = STYLES[score.value * 2 > score.most]
    fact = Fact(f"{kind}, {score.title}", told)
    return Bar(str(score.value), score.title, score.value, change, style=style, fact=fact, said=score.word)


def _moved(score: Score) -> str:
    return f"{score.previous} → {score.value}"


def _advice(advice: Sequence[Advice], state: str, kind: str) -> list[Block]:
    """Low scores, each with what was written beside it, why, and what can be picked.

    state, kind: what a plain page calls a low score, and something to pick.
    """
    every = tuple(_row(action, kind) for each in advice for action in each.actions)
    blocks: list[Block] = []
    for each in advice:
        score = each.score
        said = score.word or str(score.value)
        heading = Row((Cell(f"{score.title} · {said}", "strong"),), Fact(f"{state}, {score.title}", said))
        blocks += [*([Paragraph("")] if blocks else []), Rows((MAIN,), (heading,), 0)]
        blocks += [Paragraph(f"Je schreef: {score.note}", "", "dim")] if score.note else []
        blocks += [Paragraph(each.because, "Waarom", "dim")] if each.because else []
        rows = tuple(_row(action, kind) for action in each.actions)
        blocks.append(Rows((NUMBER, MAIN, NOTE), rows, 0, indent=4, beside=every))
    return blocks


def _row(action: Action, kind: str) -> Row:
    told = f"{kind} {action.number}" + (f", {action.factor.lower()}" if action.factor else "")
    return Row((str(action.number), action.text, action.factor), Fact(told, action.text))
