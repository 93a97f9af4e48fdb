"""What was begun or could not be saved: listed, found again, saved after all or thrown away."""

from pathlib import Path

from leerlog import files
from leerlog.app.drafting import again_command, as_entry, is_elsewhere, part_of, resume_command, saved_on
from leerlog.app.setting import Setting
from leerlog.app.typed import as_word
from leerlog.documents.drafts import Waiting
from leerlog.domain.checklist import Checklist
from leerlog.domain.course import key
from leerlog.domain.entry import DAILY, DAILY_QUESTION, DAILY_TEXT, DAILY_TITLE, Answer, Entry, Problem, one_line
from leerlog.domain.text import decode, in_quotes, shorten
from leerlog.errors import LeerlogError, NotSaved, UsageError
from leerlog.journal.drafts import INPUT, WAITED, Draft, draft_file
from leerlog.journal.drafts import drafts as conversations
from leerlog.journal.reading import parse_file
from leerlog.reports.gist import one_line as told

INPUTS = (".txt", ".yaml")
_OVER = "deze vraag wacht niet meer"


def waiting_drafts(setting: Setting) -> tuple[list[Waiting], list[Problem]]:
    """Everything that waits, of whatever journal, and what of it can't be read."""
    found, problems = _conversations(setting)
    return [waiting for _, waiting in found] + _notes(setting), problems


def unfinished(setting: Setting, course: str | None = None) -> list[Waiting]:
    """What lies waiting for this journal, the latest first: conversations, and notes that could not be saved.

    course: only what is about this one; "" for any course.
    """
    here = [pair for pair in _conversations(setting)[0] if not is_elsewhere(setting, pair[0])]
    if course is None:
        return [waiting for _, waiting in here] + _notes(setting)
    about = [(key(draft.course), waiting) for draft, waiting in here if draft.course and not draft.content]
    return [waiting for name, waiting in about if not course or name == key(course)]


def _conversations(setting: Setting) -> tuple[list[tuple[Draft, Waiting]], list[Problem]]:
    found, problems = conversations(setting.drafts)
    return [(draft, _conversation(setting, draft)) for draft in found], problems


def _notes(setting: Setting) -> list[Waiting]:
    return [_note(setting, path) for path in sorted(setting.drafts.glob("*.md"))] + _inputs(setting)


def _inputs(setting: Setting) -> list[Waiting]:
    """What came in and could not be read as it was; of answers only the person knows which command it was for."""
    found = [path for suffix in INPUTS for path in sorted(setting.drafts.glob(f"{INPUT}-*{suffix}"))]
    return [
        Waiting(
            path.stem,
            f"wat je invoerde, in {path}",
            "niet bewaard",
            None,
            f"leerlog drafts --save {path.stem}" if path.suffix == ".txt" else f"… --answers {as_word(str(path))}",
        )
        for path in found
    ]


def _conversation(setting: Setting, draft: Draft) -> Waiting:
    """A draft of a checklist; one whose checklist is gone, or whose question waits no more, can be saved as it is."""
    name = draft_file(setting.drafts, draft.checklist, draft.course).stem
    checklist = questions_of(setting, draft)
    if checklist is None or _is_over(setting, draft):
        about, state = (checklist.title, _OVER) if checklist else (draft.checklist, "de checklist is weg")
        return Waiting(name, about, state, saved_on(draft), f"leerlog drafts --save {name}")
    numbered = checklist.numbered
    answered = sum(question.id in draft.texts for question in numbered)
    elsewhere = is_elsewhere(setting, draft)
    waited = [prompt.text for prompt in checklist.prompts() if draft.content == WAITED and prompt.id == draft.at]
    of = waited[0] if waited else draft.course
    about = " · ".join(part for part in (checklist.title, of, "ander leerlog" if elsewhere else "") if part)
    if elsewhere:
        command = resume_command(setting, draft.checklist, draft.course)
    else:
        command = again_command(setting, checklist, draft.course, draft.content)
    return Waiting(name, about, _so_far(answered, 1 if waited else len(numbered)), saved_on(draft), command)


def questions_of(setting: Setting, draft: Draft) -> Checklist | None:
    """The questions of a draft; None when the checklist is there no more, or can't be read."""
    from leerlog.library.content import load_checklist  # mostly nothing waits

    try:
        return part_of(load_checklist(draft.checklist, setting.own_content), draft.content)
    except LeerlogError:
        return None


def _is_over(setting: Setting, draft: Draft) -> bool:
    """Whether a draft answers a question that waits no more: its note is gone, or it was answered otherwise."""
    if draft.content != WAITED or is_elsewhere(setting, draft):
        return False
    from leerlog.app.waiting import still_waits  # mostly nothing waits

    return not still_waits(setting, draft.course)


def _note(setting: Setting, path: Path) -> Waiting:
    """A note that could not be saved."""
    try:
        entries = parse_file(files.contents(path), path.name)[0]
    except OSError as error:
        why = files.reason(error, reading=True)
        return Waiting(
            path.stem, f"dit kan ik niet lezen: {why}", "niet bewaard", None, f"leerlog drafts --remove {path.stem}"
        )
    first = entries[0] if entries else None
    about = shorten(told(first, setting.rules), 60) if first else "dit is geen notitie"
    return Waiting(
        path.stem, about, "niet bewaard", first.date if first else None, f"leerlog drafts --save {path.stem}"
    )


def find_draft(setting: Setting, name: str) -> Path:
    """The draft with this name, or the only one that begins so."""
    known = {
        path.stem: path for suffix in (".json", ".md", *INPUTS) for path in sorted(setting.drafts.glob(f"*{suffix}"))
    }
    found = [known[name]] if name in known else [path for stem, path in known.items() if name and stem.startswith(name)]
    if len(found) != 1:
        there = f" Er zijn: {', '.join(known)}." if known else " Er ligt niets te wachten."
        raise UsageError(f"er is geen concept {in_quotes(name)}.{there}")
    return found[0]


def conversation_in(setting: Setting, path: Path) -> tuple[Draft, Checklist]:
    """The conversation in a file, and the questions that it is about.

    Raises:
        UsageError: when it can't be gone on with.
    """
    draft = _draft(setting, path)
    if draft is None:
        raise UsageError(f"{path.stem} is geen gesprek. leerlog drafts toont hoe het verder kan.")
    checklist = questions_of(setting, draft)
    if checklist is None or _is_over(setting, draft):
        gone = _OVER if checklist else f"de checklist '{draft.checklist}' is er niet meer"
        raise UsageError(f"{gone}. Wat je schreef, zet je in je leerlog met: leerlog drafts --save {path.stem}")
    return draft, checklist


def _draft(setting: Setting, path: Path) -> Draft | None:
    """The conversation in a file; None when it is none, or can't be read."""
    found, _ = conversations(setting.drafts)
    return next((d for d in found if draft_file(setting.drafts, d.checklist, d.course) == path), None)


def save_draft(setting: Setting, path: Path) -> None:
    """Put the notes in a draft into the journal, and only then remove the draft."""
    draft = _draft(setting, path) if path.suffix == ".json" else None
    gone = draft is not None and (questions_of(setting, draft) is None or _is_over(setting, draft))
    entries = [_left_over(setting, draft)] if draft and gone else _entries(setting, path)
    try:
        if not setting.journal.exists():
            setting.journal.create()
        saved = setting.journal.add_all(entries)
    except LeerlogError as error:
        raise NotSaved(f"{error}\nJe tekst staat nog in {path}.") from error
    # Before anything is said: what stays here would be saved once more.
    try:
        path.unlink()
    except OSError as error:
        setting.tell(f"Let op: haal {path} zelf weg, want dat lukt mij niet: {files.reason(error)}.")
    setting.confirm("\n".join(f"Bewaard als {entry.id}" for entry in saved))


def _entries(setting: Setting, path: Path) -> list[Entry]:
    """The notes in a draft that could not be saved.

    Raises:
        UsageError: when it is a conversation, or when there is something wrong with it.
    """
    try:
        data = files.contents(path)
    except OSError as error:
        raise NotSaved(f"ik kan {path} niet lezen: {files.reason(error, reading=True)}.") from error
    if path.suffix == ".txt":
        return [_moment(setting, path, data)]
    entries, problems = parse_file(data, path.name)
    if path.suffix != ".md" or not entries or problems:
        reason = f" {problems[0]}." if problems else ""
        raise UsageError(
            f"{path.stem} is geen notitie die ik zo kan bewaren.{reason} leerlog drafts toont hoe het verder kan."
        )
    return entries


def _moment(setting: Setting, path: Path, data: bytes) -> Entry:
    """The text that was to be a moment, once it can be read."""
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is geen UTF-8. Sla het opnieuw op als UTF-8.") from error
    return Entry("", *setting.now, DAILY, DAILY_TITLE, answers=(Answer(DAILY_QUESTION, text, DAILY_TEXT),))


def _left_over(setting: Setting, draft: Draft) -> Entry:
    """What was written for a checklist or a question that is no more, as a note of the day it was written."""
    day, checklist = saved_on(draft) or setting.today, questions_of(setting, draft)
    title = checklist.title if checklist else one_line(draft.checklist)
    return as_entry(draft, checklist, Entry("", day, None, draft.checklist, title))


def remove_draft(setting: Setting, path: Path, *, yes: bool) -> None:
    """Throw a draft away, once the person has said so; `yes`: beforehand."""
    if not yes and not _sure(setting, path):
        setting.tell("Niets weggegooid.")
        return
    try:
        path.unlink()
    except OSError as error:
        raise NotSaved(f"ik kan {path} niet weggooien: {files.reason(error)}.") from error
    setting.confirm(f"Weggegooid: {path.stem}")


def _sure(setting: Setting, path: Path) -> bool:
    from leerlog.dialogue.ask import yes_no  # the first screen only looks at what waits

    if not setting.talk.reader.live:
        raise UsageError("ik kan je hier niet vragen of je het zeker weet. Zet er --yes achter.")
    return yes_no(setting.talk, f"{path.stem} weggooien? Het is dan echt weg.", default=False)


def _so_far(answered: int, questions: int) -> str:
    """3 van 9; of a single question it says nothing how far one got, nor do the short ones beforehand."""
    return f"{answered} van {questions}" if answered and questions > 1 else "begonnen"
