"""A whole checklist as one Markdown form, to fill in with an editor, and back again."""

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path

from leerlog.dialogue.wording import how, options
from leerlog.domain.check import Mistake
from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.entry import clean
from leerlog.errors import LeerlogError

TOP = (
    "Schrijf onder elke vraag je antwoord; leeg laten is overslaan. Bewaar en sluit af als je klaar bent.",
    "Laat de koppen en de regels met commentaar staan.",
)
# A question is its comment; the heading above it is for the person. What a
# person wrote and could be read as either gets one backslash more.
_MARK = re.compile(r"<!-- question=(\S*) -->[ \t]*")
_COMMENT = re.compile(r"<!--.*-->[ \t]*")
_STRUCTURE = re.compile(r"\\*(?:#|<!--)")
_GUARD = re.compile(r"\\+(?:#|<!--)")
_HEADING = re.compile(r"#{1,3}(?:[ \t]|$)")


class FormDamaged(LeerlogError):
    """The headings of a form have changed, so that it isn't sure which answer belongs where.

    path: where the form is kept, if anywhere.
    """

    path: Path | None = None


def form(checklist: Checklist, texts: Mapping[str, str], subject: str = "", mistakes: Iterable[Mistake] = ()) -> str:
    """The form with the texts filled in. mistakes: what to mend, said above the answers concerned."""
    wrong = {mistake.prompt: mistake.message for mistake in mistakes}
    title = f"# {checklist.title}: {subject}" if subject else f"# {checklist.title}"
    parts = ["\n".join([_line(title), "", *(_comment(line) for line in (*TOP, checklist.intro))])]
    for parent in checklist.questions:
        parts += [_block(parent, texts.get(parent.id, ""), wrong, "##")]
        parts += [_block(prompt, texts.get(prompt.id, ""), wrong, "###") for prompt in parent.then]
    return "\n\n".join(parts) + "\n"


def _block(prompt: Question, text: str, wrong: Mapping[str, str], level: str) -> str:
    notes = [prompt.hint, " ".join(part for part in (how(prompt), _choices(prompt)) if part)]
    if prompt.repeats:
        notes.append("Eén per regel, en wie en wanneer erachter: Klus regelen (wie: Noor, voor 7 dec)")
    lines = [f"{level} {_line(prompt.text)}", f"<!-- question={prompt.id} -->"]
    lines += [_comment(note) for note in notes if note]
    lines += [_comment(f"LET OP: {wrong[prompt.id]}")] if prompt.id in wrong else []
    return "\n".join([*lines, "", _guard(clean(text))])


def _choices(prompt: Question) -> str:
    found = options(prompt)
    return f"Kies uit: {', '.join(found)}." if found else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _comment(text: str) -> str:
    return f"<!-- {_line(text).replace('--', '- -')} -->"


def _guard(text: str) -> str:
    return "\n".join("\\" + line if _STRUCTURE.match(line) else line for line in text.split("\n"))


def read_form(checklist: Checklist, text: str) -> dict[str, str]:
    """The texts in a form, as they were typed; skipped questions are left out.

    Raises:
        FormDamaged: for a heading that is not the form's, an unknown or doubled
            question, and text that stands above the first question.
    """
    known = {prompt.id for prompt in checklist.prompts()}
    answers: dict[str, list[str]] = {}
    here: list[str] = []
    top = here
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]
    for number, line in enumerate(lines, 1):
        if mark := _MARK.fullmatch(line):
            name = mark[1]
            if name not in known or name in answers:
                why = "staat er twee keer in" if name in known else "hoort niet bij deze checklist"
                raise FormDamaged(f"Regel {number} van het formulier: de vraag '{name}' {why}.")
            here = answers[name] = []
        elif not _HEADING.match(line):
            here.append(line)
        elif here is not top or not line.startswith("# "):
            _hold_heading(lines, number)
    if stray := next((line for line in top if line.strip() and not _COMMENT.fullmatch(line)), ""):
        raise FormDamaged(f"Boven de eerste vraag van het formulier staat nog tekst: '{stray.strip()[:40]}'.")
    return {name: answer for name, kept in answers.items() if (answer := _answer(kept))}


def _hold_heading(lines: list[str], number: int) -> None:
    """Make sure that the heading in line `number`, from 1, is that of a question."""
    after = next((line for line in lines[number:] if line.strip()), "")
    if not _MARK.fullmatch(after):
        raise FormDamaged(
            f"Regel {number} van het formulier is een kop die ik niet ken: '{lines[number - 1][:40]}'. "
            "Hoort die bij je antwoord, zet er dan een \\ voor; "
            "anders is de regel met <!-- question=… --> eronder verdwenen."
        )


def _is_note(line: str) -> bool:
    return not clean(line) or _COMMENT.fullmatch(line) is not None


def _answer(lines: list[str]) -> str:
    notes = sum(1 for _ in takewhile(_is_note, lines))
    return clean("\n".join(line[1:] if _GUARD.match(line) else line for line in lines[notes:]))
