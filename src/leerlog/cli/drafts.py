"""What was begun or could not be saved: listed, taken up again, put away."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from leerlog.cli.context import Setting
from leerlog.domain.entry import Problem, one_line
from leerlog.errors import LeerlogError, UsageError
from leerlog.journal.drafts import Draft, draft_file
from leerlog.journal.drafts import drafts as conversations
from leerlog.journal.reading import parse_file
from leerlog.render.pages.drafts import Waiting, drafts_page
from leerlog.render.pages.guide import command_of


def drafts(
    context: typer.Context,
    save: Annotated[
        str | None, typer.Option("--save", metavar="NAAM", help="Zet een notitie alsnog in je leerlog.")
    ] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="NAAM", help="Gooi een concept weg.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Vraag niet of je het zeker weet.")] = False,
) -> None:
    """Zie wat nog niet in je leerlog staat, en ga ermee verder.

    Dat is waar je gebleven was, en wat niet bewaard kon worden.
    """
    setting: Setting = context.obj
    if save is not None:
        _save(setting, _file(setting, save))
    elif remove is not None:
        _remove(setting, _file(setting, remove), yes)
    else:
        found, problems = conversations(setting.drafts)
        waiting = [_conversation(setting, draft) for draft in found]
        setting.show(drafts_page(waiting + [_note(path) for path in _notes(setting)], setting.today))
        _complain(setting, problems)


def _complain(setting: Setting, problems: list[Problem]) -> None:
    for problem in problems:
        setting.tell(f"Let op: {setting.drafts / problem.file}: {problem.message}.")


def _notes(setting: Setting) -> list[Path]:
    return sorted(setting.drafts.glob("*.md"))


def _conversation(setting: Setting, draft: Draft) -> Waiting:
    """A draft of a checklist; one whose checklist is gone can only be read."""
    from leerlog.library.content import load_checklist

    name = draft_file(setting.drafts, draft.checklist, draft.course).stem
    day = _day(draft.updated)
    try:
        checklist = load_checklist(draft.checklist, setting.own_content)
    except LeerlogError:
        return Waiting(
            name, draft.checklist, "deze checklist is er niet meer", day, str(setting.drafts / f"{name}.json")
        )
    numbered = checklist.numbered
    answered = sum(question.id in draft.texts for question in numbered)
    about = f"{checklist.title} · {draft.course}" if draft.course else checklist.title
    command = command_of(checklist) + (f' "{draft.course}"' if draft.course else "")
    return Waiting(name, about, f"{answered} van {len(numbered)}", day, command)


def _day(updated: str) -> date | None:
    try:
        return datetime.fromisoformat(updated).date()
    except ValueError:
        return None


def _note(path: Path) -> Waiting:
    """A note that could not be saved."""
    entries, _ = parse_file(path.read_bytes(), path.name)
    first = entries[0] if entries else None
    about = one_line(first.first_line)[:60] if first else "dit is geen notitie"
    return Waiting(
        path.stem, about, "niet bewaard", first.date if first else None, f"leerlog drafts --save {path.stem}"
    )


def _file(setting: Setting, name: str) -> Path:
    """The draft with this name, or the only one that begins so."""
    known = {path.stem: path for suffix in ("*.json", "*.md") for path in sorted(setting.drafts.glob(suffix))}
    found = [known[name]] if name in known else [path for stem, path in known.items() if name and stem.startswith(name)]
    if len(found) != 1:
        there = f" Er zijn: {', '.join(known)}." if known else " Er ligt niets te wachten."
        raise UsageError(f"er is geen concept '{name}'.{there}")
    return found[0]


def _save(setting: Setting, path: Path) -> None:
    """Put the notes in a draft into the journal, and only then remove the draft."""
    entries, problems = parse_file(path.read_bytes(), path.name)
    if path.suffix != ".md" or not entries or problems:
        reason = f" {problems[0]}." if problems else ""
        raise UsageError(
            f"{path.stem} is geen notitie die ik zo kan bewaren.{reason} leerlog drafts toont hoe het verder kan."
        )
    if not setting.journal.exists():
        setting.journal.create()
    for entry in setting.journal.add_all(entries):
        setting.say(f"Bewaard als {entry.id}")
    path.unlink()


def _remove(setting: Setting, path: Path, yes: bool) -> None:
    if not yes and not _sure(setting, path):
        setting.tell("Niets weggegooid.")
        return
    path.unlink()
    setting.say(f"Weggegooid: {path.stem}")


def _sure(setting: Setting, path: Path) -> bool:
    from leerlog.dialogue.ask import yes_no
    from leerlog.dialogue.readers import open_talk

    talk = open_talk(setting.today, setting.plain)
    if not talk.reader.live:
        raise UsageError("ik kan je hier niet vragen of je het zeker weet. Zet er --yes achter.")
    return yes_no(talk, f"{path.stem} weggooien? Het is dan echt weg.", default=False)
