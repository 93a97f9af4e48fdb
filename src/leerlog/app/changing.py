"""Notes that are changed or taken out: what would go with them, one thing at a time, or all in the person's editor."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path
from typing import NamedTuple

from leerlog.app.drafting import keep_command
from leerlog.app.finding import settle, settle_tags
from leerlog.app.given import find_sources, read_audiences, read_course, read_level, read_names, understood
from leerlog.app.review import BUILDS_ON
from leerlog.app.saving import as_failure
from leerlog.app.setting import Setting
from leerlog.app.shared import share_again
from leerlog.app.stories import NO_VALUE, refuse_circle
from leerlog.dialogue.ask import yes_no
from leerlog.dialogue.editor import EditorFailed, edit_patiently, editor
from leerlog.domain.entry import AUDIENCES, Answer, Entry, Mend, audience_line, bad_character, bare_tag, tidy
from leerlog.domain.period import Period
from leerlog.domain.when import parse_moment
from leerlog.errors import LeerlogError, UsageError
from leerlog.journal.blocks import blocks, comment_pairs
from leerlog.journal.canonical import is_canonical, oddity
from leerlog.journal.drafts import keep_entry
from leerlog.journal.edits import set_field, with_id, with_moment
from leerlog.journal.parsing import parse
from leerlog.journal.writing import render

EDITED, REMOVED = "gewijzigd", "weggehaald"


class Going(NamedTuple):
    """A note that is to go: its Markdown, the notes that build on it, and what else there is to know."""

    entry: Entry
    block: str
    results: tuple[Entry, ...]
    told: tuple[str, ...]


def look_at(setting: Setting, entries: Sequence[Entry]) -> list[Going]:
    """What goes with each of these notes, and what is left behind."""
    journal = setting.journal
    linked = journal.read(marks=(BUILDS_ON,))[0]
    ids = {entry.id for entry in entries}
    going = []
    for entry in entries:
        block = journal.block(entry)
        told = []
        if odd := oddity(entry, block):
            told.append(
                f"In {entry.file}, regel {entry.line + odd.line}, staat iets wat leerlog niet zo schrijft. "
                "Alles tot de volgende kop gaat mee, ook wat je er zelf onder schreef."
            )
        told += share_again(setting, {entry.id}, "haar", "dan gaat ze ook daar weg")
        results = tuple(each for each in linked if entry.id in each.builds_on and each.id not in ids)
        going.append(Going(entry, block, results, tuple(told)))
    return going


def remove(setting: Setting, going: Sequence[Going], *, forever: bool) -> None:
    """Take the notes out, and the links to them in the notes that build on them: all or nothing.

    forever: also out of the history.

    Raises:
        EntryChanged: when one of them was changed since it was shown; nothing is changed then.
    """
    journal = setting.journal
    ids = {each.entry.id for each in going}
    linked = {entry.id: entry for each in going for entry in each.results}
    alike = {entry.id: entry for each in going for entry in _alike(setting, each.entry, each.block)}
    mends = [Mend(each.entry, each.block, "") for each in going]
    for name, entry in (linked | alike).items():
        if name in ids:
            continue
        block = new = journal.block(entry)
        if name in linked:
            rest = ", ".join(source for source in entry.builds_on if source not in ids)
            new = set_field("Bouwt op", rest)(block)
        mends.append(Mend(entry, block, with_id(new, name) if name in alike else new))
    journal.replace(mends, REMOVED)
    setting.changed = True
    if forever:
        setting.history.forget([_mark(each) for each in going])


def _mark(going: Going) -> str:
    """What stands in every form of a note's Markdown: its id, or the heading that its id is made of."""
    return f"id={going.entry.id}" if _is_named(going.block) else going.block.partition("\n")[0]


def _is_named(block: str) -> bool:
    return any(key == "id" for key, _ in comment_pairs(block.partition("\n")[2]))


def _alike(setting: Setting, entry: Entry, block: str) -> list[Entry]:
    """The other notes whose ids are made of the same heading: with one fewer of these they would get other ones."""
    if _is_named(block):
        return []
    heading, journal = block.partition("\n")[0], setting.journal
    others = [
        e for e in journal.read(Period(entry.date, entry.date, ""))[0] if (e.file, e.id) != (entry.file, entry.id)
    ]
    blocks_of = ((other, journal.block(other)) for other in others if other.file == entry.file)
    return [other for other, text in blocks_of if text.partition("\n")[0] == heading and not _is_named(text)]


class Given(NamedTuple):
    """What is to be changed of a note, each as it was typed; None stays as it is, "" takes away.

    unshare: "" takes every audience away.
    """

    value: str | None = None
    course: str | None = None
    people: list[str] | None = None
    tags: list[str] | None = None
    on: str | None = None
    share: list[str] | None = None
    unshare: str | None = None
    builds_on: list[str] | None = None
    text: str | None = None


def change_entry(setting: Setting, entry: Entry, given: Given) -> Entry:
    """The note, saved with these things changed and all else as it is; on a day in another month it moves there.

    Raises:
        UsageError: when one of them can't be; nothing is changed then.
        EntryChanged: when it was changed meanwhile; what was to be its text is kept in a draft.
    """
    before = block = setting.journal.block(entry)
    for label, value in _fields(setting, entry, given):
        block = set_field(label, value)(block)
    day, minute = _moment(setting, entry, given.on)
    if (day, minute) != (entry.date, entry.time):
        block = with_moment(block, day, minute)
    if given.text is not None:
        block = _with_text(block, given.text)
    return _put(setting, entry, before, block)


def _fields(setting: Setting, entry: Entry, given: Given) -> Iterable[tuple[str, str]]:
    """The labels that change, each with what comes behind it."""
    if given.value is not None:
        taken = given.value.strip().lower() in (*NO_VALUE, "")
        yield "Waarde", "" if taken else str(read_level(given.value) or "")
    if given.course is not None:
        yield "Traject", settle(setting, read_course(given.course)) if given.course.strip() else ""
    if given.people is not None:
        yield "Met", ", ".join(read_names(given.people))
    if given.tags is not None:
        yield "Trefwoorden", ", ".join(map(bare_tag, settle_tags(setting, given.tags)))
    if given.builds_on is not None:
        sources = find_sources(setting, [each for each in given.builds_on if each.strip()])
        refuse_circle(setting.journal, entry, sources)
        yield "Bouwt op", ", ".join(sources)
    if given.share is not None or given.unshare is not None:
        gone = AUDIENCES if given.unshare == "" else read_audiences([given.unshare] if given.unshare else [])
        kept = {*entry.share} - {*gone} | {*read_audiences(given.share)}
        yield "Delen", audience_line(sorted(kept))


def _moment(setting: Setting, entry: Entry, on: str | None) -> tuple[date, time | None]:
    if on is None:
        return entry.date, entry.time
    if not on.strip():
        raise UsageError("achter --on staat niets. Schrijf bijvoorbeeld: --on gisteren, of --on 2026-11-20.")
    day, minute = understood("--on", lambda: parse_moment(on, setting.today, "back"))
    if day > setting.today:
        setting.tell(f"Let op: {day} ligt in de toekomst.")
    return day, minute or entry.time


def _with_text(block: str, text: str) -> str:
    """The block with another text for its one answer."""
    entry = parse(block)[0][0]
    if not text.strip():
        raise UsageError("er staat geen tekst. Wil je de notitie weghalen: leerlog delete.")
    if wrong := bad_character(text, "je tekst"):
        raise UsageError(f"{wrong}.")
    if len(entry.answers) > 1:
        raise UsageError(
            f"notitie {entry.id} heeft {len(entry.answers)} antwoorden, dus ik weet niet welk. "
            f"Verander ze in je editor: leerlog edit {entry.id}"
        )
    if not is_canonical(entry, block):
        raise UsageError(
            f"in notitie {entry.id} staat iets wat leerlog niet zo schrijft. "
            f"Verander haar in je editor: leerlog edit {entry.id}"
        )
    answer = entry.answers[0] if entry.answers else Answer("", "")
    return render(tidy(entry._replace(answers=(answer._replace(text=text),))))


def edit_in_editor(setting: Setting, entry: Entry) -> Entry | None:
    """The note as it was edited and saved; None when nothing changed.

    What can't be read as one note any more is shown with its line, to be mended; whatever happens, it is kept.

    Raises:
        UsageError: when it can't be read and is not mended, with where it is kept.
        EntryChanged: when it was changed elsewhere meanwhile; both texts are kept.
    """
    editor()  # that there is none is told first
    before = text = setting.journal.block(entry)
    while True:
        text = _edited(setting, text)
        if text.rstrip("\n") == before.rstrip("\n"):
            return None
        if not text.strip():
            raise UsageError(
                f"je maakte de notitie leeg, dus er is niets veranderd. Weghalen doe je met: leerlog delete {entry.id}"
            )
        wrong = what_is_wrong(text, before, entry)
        if not wrong:
            return _put(setting, entry, before, _with_head(text, before))
        if setting.interactive:
            setting.talk.screen.wrong(wrong)
            if yes_no(setting.talk, "Weer openen om het te verbeteren?"):
                continue
        path = keep_entry(setting.drafts, entry, text)
        raise UsageError(f"{wrong} Er is niets veranderd. Wat je schreef staat in {path}.")


def _edited(setting: Setting, text: str) -> str:
    try:
        return edit_patiently(setting.talk, text, setting.state, "Heb je de notitie veranderd en opgeslagen?")
    except EditorFailed as error:
        raise type(error)(f"{error} In je leerlog is niets veranderd.") from error


def what_is_wrong(text: str, before: str, entry: Entry) -> str:
    """Why an edited text is not this one note any more, with the line; "" when it is."""
    spans = list(blocks(text))
    if wrong := bad_character(text, "je tekst"):
        return f"{wrong[0].upper()}{wrong[1:]}."
    if not spans or text[: spans[0][0]].strip("\ufeff \t\n"):
        return "Regel 1: hier hoort de kop van de notitie, met een datum, als ## 2026-11-23 16:42 · Moment."
    start, end = spans[0]
    if text[end:].strip():
        line = text.count("\n", 0, end) + 1
        return f"Regel {line}: deze kop breekt de notitie af. Maak er ### van, of zet er een \\ voor als het tekst is."
    named = dict(comment_pairs(text[start:].partition("\n")[2])).get("id", entry.id)
    if named != entry.id:
        return f"Regel 2: de id hoort te blijven zoals hij was: id={entry.id}."
    known = {each.message for each in parse(before)[1]}
    new = [f"Regel {each.line}: {each.message}." for each in parse(text)[1] if each.message not in known]
    return next(iter(new), "")


def _with_head(text: str, before: str) -> str:
    """The text with the machine's half below its heading, when that was taken away."""
    text = text.lstrip("\ufeff \t\n")
    heading, _, rest = text.partition("\n")
    comment = before.partition("\n")[2].split("\n")[0]
    if comment_pairs(rest) or not comment_pairs(comment):
        return text
    return f"{heading}\n{comment}\n{rest}"


def _put(setting: Setting, entry: Entry, before: str, block: str) -> Entry:
    """Save the block in the month of its day, with the id that the entry has."""
    block = block.rstrip("\n") + "\n"
    if block == before.rstrip("\n") + "\n":
        return entry
    was, now = parse(before)[0][0], parse(block)[0][0]
    alike: list[Mend] = []
    if was.id != now.id or now.date != was.date:
        for other in _alike(setting, entry, before):
            text = setting.journal.block(other)
            alike.append(Mend(other, text, with_id(text, other.id)))
        block = with_id(block, entry.id)
        now = parse(block)[0][0]
    if now.date != was.date and _dates(now) != _dates(was) and _same_items(before, block):
        raise UsageError(
            "een afspraak in deze notitie heeft een datum zonder jaar, die dan een andere wordt. "
            "Schrijf die eerst voluit, als 2026-12-07."
        )
    month = setting.journal.month_file(now.date).name
    moves = now.date != was.date and month != entry.file
    mends = [Mend(entry, before, "" if moves else block), *alike]
    mends += [Mend(entry._replace(file=month), "", block)] if moves else []
    try:
        setting.journal.replace(mends, EDITED)
    except Exception as error:
        failure = as_failure(error)
        told = type(failure)(f"{failure}\n{_kept(setting, now, block)}")
        told.exit_code = failure.exit_code
        raise told from error
    setting.changed = True
    return setting.journal.find(entry.id)


def _same_items(before: str, block: str) -> bool:
    """Whether the items stand there as they did, so that only the day they count from is another."""
    return [line for line in before.split("\n") if "[" in line] == [line for line in block.split("\n") if "[" in line]


def _dates(entry: Entry) -> list[tuple[date | None, date | None]]:
    return [(item.due, item.done) for item in entry.follow_ups]


def _kept(setting: Setting, entry: Entry, block: str) -> str:
    """Keep the text that could not be saved, and say how it is saved after all."""
    try:
        path: Path = keep_entry(setting.drafts, entry, block)
    except (LeerlogError, OSError) as error:
        return f"Ik kan jouw versie ook niet apart leggen ({error}). Hier is zij; kopieer haar:\n\n{block}"
    return f"Jouw versie staat in {path}. Zet haar er als tweede notitie bij met: {keep_command(setting, path.stem)}"
