"""Save what a person wrote so that it is never lost, and say where it is: the one place for when that fails."""

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.domain.dates import clock, long_date, short_date
from leerlog.domain.entry import Answer, Entry, FollowUp, tidy
from leerlog.domain.value import Level
from leerlog.errors import LeerlogError, Stopped, UsageError
from leerlog.journal.store import refuse_bad_text
from leerlog.refusals import WINDOWS

OPEN_FOLDER = (
    "Let op: die map staat niet in je eigen map van Windows. Wie haar mag openen, kan alles lezen wat je schrijft."
)
LONGEST_NO = 40  # characters: what is longer says something
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def save(setting: Setting, entry: Entry, saved: Callable[[], None] | None = None) -> Entry:
    """Add the entry to the journal, which the first note makes.

    saved: drops the draft of it; called once the text is safe, here or in a draft of its own.

    Raises:
        LeerlogError: with the place of the draft that holds the text now.
    """
    with keeping(setting, lambda: entry, saved):
        refuse_bad_text(entry)
        journal = setting.journal
        if begins := not journal.exists():
            journal.create()
        if begins or (WINDOWS and not files.is_file(journal.folder / files.LOCK)):  # a folder that was made beforehand
            setting.tell(where_it_is(journal.folder))
        made = journal.add(entry)
    setting.changed = True
    if saved:
        saved()
    return made


def may_hold_back(entry: Entry) -> bool:
    """Whether a note may say that nothing was applied or realised yet; the rules, which are to be read, know it."""
    return entry.value in (Level.TOEGEPAST, Level.GEREALISEERD) and all(
        len(answer.text) <= LONGEST_NO for answer in entry.answers
    )


def where_it_is(folder: Path) -> str:
    """Where the journal is, and who can read it."""
    if files.is_own(folder):
        return f"Je leerlog staat in {folder}: gewone tekstbestanden, alleen voor jou leesbaar."
    return f"Je leerlog staat in {folder}: gewone tekstbestanden. {OPEN_FOLDER}"


@contextmanager
def keeping(
    setting: Setting, entry: Callable[[], Entry], kept: Callable[[], None] | None = None, again: str = ""
) -> Iterator[None]:
    """Whatever goes wrong within, the text of this entry goes to a draft and the message says where.

    entry: gives it as far as it is known by then; nothing is kept of one without text.
    kept: called once the draft is there.
    again: what else can be done with it, a sentence.

    Raises:
        LeerlogError: what went wrong, with the exit code that it had, and where the text is.
    """
    try:
        yield
    except (Exception, KeyboardInterrupt) as error:
        text = entry()
        if not text.answers and not text.follow_ups:
            raise
        where = f"{_keep(setting, text, kept)} {again}".strip()
        if isinstance(error, KeyboardInterrupt):
            raise Stopped(f"Gestopt. {where}") from error
        failure = as_failure(error)
        told = LeerlogError(f"{failure}\n{where}")
        told.exit_code = failure.exit_code
        raise told from error


def _keep(setting: Setting, entry: Entry, kept: Callable[[], None] | None) -> str:
    """Put the text in a draft and say how to go on with it; when even that fails, give the text itself."""
    # Only when something fails.
    from leerlog.app.drafting import keep_command
    from leerlog.journal.drafts import keep_entry
    from leerlog.journal.writing import render

    try:
        path = keep_entry(setting.drafts, entry)
    except (LeerlogError, OSError, ValueError):
        text = render(tidy(entry))
        return f"Ook een concept kon ik niet wegschrijven. Hier is je tekst; kopieer hem:\n\n{text}"
    if kept:
        kept()
    return f"Je tekst staat veilig in {path}. Later alsnog in je leerlog: {keep_command(setting, path.stem)}"


def said_of(setting: Setting, entry: Entry, number: int, said: str) -> Entry:
    """What was said of an item, as a note that builds on the item's own; for a draft."""
    day, minute = setting.now
    answers = (Answer("", said, entry.follow_ups[number - 1].text),) if said else ()
    return Entry("", day, minute, "agenda", "Resultaat", entry.course, builds_on=(entry.id,), answers=answers)


def report(setting: Setting, entry: Entry, as_json: bool) -> None:
    """Say that the entry was saved: its id, when, and the file it is in."""
    # Only what may say that there is nothing yet has to wait for the rules.
    told = as_counted(setting, entry) if as_json or may_hold_back(entry) else entry
    when = f"{long_date(entry.date)}, {clock(entry.time)}" if entry.time else long_date(entry.date)
    parts = [f"Bewaard als {entry.id}", when, *([str(told.value)] if told.value else [])]
    lines = [" · ".join(parts), f"in {setting.journal.folder / entry.file}"]
    lines += in_agenda(entry.follow_ups, entry.date)
    if as_json:
        from leerlog.render.entry_json import entry_json  # a note is mostly told to a person

        setting.confirm(lines[0], entry_json(told))
    else:
        setting.confirm("\n".join(lines))
    tell_uncounted(setting, entry, told)


def in_agenda(items: Iterable[FollowUp], day: date) -> list[str]:
    """The lines that say what of these items stands in the agenda now, as it is told on a day."""
    due = sorted((item.due, item.text) for item in items if item.due and item.open)
    return ["In je agenda:", *(f"  {short_date(on, day):>11}  {text}" for on, text in due)] if due else []


def as_counted(setting: Setting, entry: Entry) -> Entry:
    """The entry with only the levels that count; as it is when that can't be known, for it is saved already."""
    from leerlog.reports.levels import counted

    with suppress(LeerlogError, OSError):
        return counted(entry, setting.rules)
    return entry


def tell_uncounted(setting: Setting, entry: Entry, told: Entry) -> None:
    """Say that the level of an entry does not count, for its text says that there is nothing yet."""
    if entry.value and not told.value:
        setting.tell(f"Hier staat dat er nog niets is. Daarom telt het niet mee als {entry.value}.")


@contextmanager
def keeping_input(setting: Setting, data: bytes, ending: str, again: Callable[[Path], str]) -> Iterator[None]:
    """Whatever goes wrong within, what came in goes to a file as it came, and the message says where.

    again: the command that goes on with it, once it is mended.

    Raises:
        LeerlogError: what went wrong, with the exit code that it had, and where the input is.
    """
    try:
        yield
    except Exception as error:
        failure = as_failure(error)
        from leerlog.journal.drafts import keep_input

        day, minute = setting.now
        try:
            path = keep_input(setting.drafts, data, f"{day}-{minute:%H%M}", ending)
            where = f"Wat je invoerde staat in {path}. Pas het daar aan, en dan: {again(path)}"
        except LeerlogError as unkept:
            where = f"Ik kan het ook niet apart leggen: {unkept}"
        told = LeerlogError(f"{failure}\n{where}")
        told.exit_code = failure.exit_code
        raise told from error


def as_failure(error: Exception) -> LeerlogError:
    """The failure, with the sentence that is shown and the exit code."""
    if isinstance(error, LeerlogError):
        return error
    if isinstance(error, RecursionError | MemoryError):
        return LeerlogError("dit is te groot of te diep voor leerlog.")
    if isinstance(error, OSError):
        if error.filename is None and error.errno in _FULL:  # a stream has no name
            return LeerlogError(f"ik kan de uitvoer niet wegschrijven ({files.reason(error)}).")
        where = f" bij {error.filename}" if error.filename else ""
        return LeerlogError(f"het lukt niet{where}: {files.reason(error)}.")
    if isinstance(error, UnicodeError):
        return UsageError("hier staan tekens die geen geldige UTF-8 zijn. Haal ze weg en probeer het opnieuw.")
    return LeerlogError(
        f"er ging iets mis in leerlog zelf ({type(error).__name__}). Wat al bewaard was, staat er nog. "
        "Met LEERLOG_DEBUG=1 ervoor zie je waar het misging; geef dat door aan de makers."
    )
