"""Another name for a course, a tag or a person, everywhere where it stands as a name; in what people wrote it stays."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from leerlog import files
from leerlog.app.drafts import questions_of
from leerlog.app.given import read_course
from leerlog.app.setting import Setting
from leerlog.app.shared import share_again
from leerlog.domain.checklist import ITEM_KINDS
from leerlog.domain.course import key, match_name
from leerlog.domain.entry import Entry, Mend, bad_character, bare_tag, moment, names, one_line
from leerlog.domain.near import meant, near
from leerlog.domain.text import in_quotes
from leerlog.errors import LeerlogError, UsageError
from leerlog.journal import drafts
from leerlog.journal.drafts import Draft
from leerlog.journal.edits import give_who, set_field
from leerlog.journal.history import Beside
from leerlog.journal.parsing import parse
from leerlog.journal.reading import without

Kind = Literal["course", "tag", "person"]
RENAMED = "hernoemd"
CALLED: dict[Kind, str] = {"course": "leertraject", "tag": "trefwoord", "person": "persoon"}
MEANT: dict[str, Kind] = {
    "traject": "course",
    "leertraject": "course",
    "trefwoord": "tag",
    "persoon": "person",
    "naam": "person",
}


class Renaming(NamedTuple):
    """What a new name changes.

    old, new: as the journal spells them. mends: the notes concerned, by their month.
    beside: the drafts concerned, as they are and as they will be. joins: how many notes have
    the new name already, 0 when it is new. shared: where the old name was told to others.
    """

    kind: Kind
    old: str
    new: str
    mends: tuple[Mend, ...]
    beside: tuple[Beside, ...]
    joins: int
    shared: tuple[str, ...] = ()


def read_kind(word: str | None) -> Kind:
    """Which of the three is to be renamed.

    Raises:
        UsageError: for another word.
    """
    typed = (word or "").strip().lower()
    if typed in CALLED:
        return typed
    if typed in MEANT:
        return MEANT[typed]
    close = meant(near(typed, [*CALLED, *MEANT])) if typed else ""
    begin = f"{in_quotes(word or '')} kan ik niet hernoemen.{close}" if typed else "wat wil je hernoemen?"
    raise UsageError(f'{begin} Schrijf course, tag of person, zoals: leerlog rename course "Woo" "Woo-training"')


def names_of(setting: Setting, kind: Kind) -> list[str]:
    """The names of this kind, the latest first, each in the spelling that was used last."""
    found: dict[str, str] = {}
    for entry in sorted(setting.journal.read()[0], key=moment)[::-1]:
        for name in _names_in(entry, kind):
            found.setdefault(key(name), name)
    for draft in _drafts(setting):
        for name in _names_in_draft(draft, kind):
            found.setdefault(key(name), name)
    return list(found.values())


def _names_in(entry: Entry, kind: Kind) -> Iterable[str]:
    if kind == "course":
        return (entry.course,) if entry.course else ()
    if kind == "tag":
        return tuple(map(bare_tag, entry.tags))
    return (*entry.people, *(item.who for item in entry.follow_ups if item.who))


def _drafts(setting: Setting) -> list[Draft]:
    """The conversations that were begun for this journal."""
    folder = str(setting.journal.folder)
    return [draft for draft in drafts.drafts(setting.drafts)[0] if draft.journal in ("", folder)]


def _names_in_draft(draft: Draft, kind: Kind) -> Iterable[str]:
    turn = draft.content == drafts.TURN
    if kind == "course":
        return () if turn or not draft.course else (draft.course,)
    listed = names(draft.options.get("tags" if kind == "tag" else "with", ""))
    return (*listed, draft.course) if turn and kind == "person" else listed


def look_up_name(kind: Kind, old: str, known: Sequence[str]) -> str:
    """The name that is meant, however it is spelled.

    Raises:
        UsageError: when there is none, with those that it is near to.
    """
    exact, other = match_name(bare_tag(old) if kind == "tag" else one_line(old), known)
    if exact:
        return exact
    close = list(dict.fromkeys([*([other] if other else []), *near(old, known, most=3)]))
    listed = "leerlog courses" if kind == "course" else f"leerlog rename {kind}"
    raise UsageError(f"er is geen {CALLED[kind]} {in_quotes(old)}.{meant(close)} {listed} toont ze alle.")


def read_new(kind: Kind, typed: str) -> str:
    """The new name as it can be kept.

    Raises:
        UsageError: when it can't be.
    """
    name = bare_tag(typed) if kind == "tag" else one_line(typed)
    if not name or not key(name):
        raise UsageError(f"de nieuwe naam is leeg. Schrijf: leerlog rename {kind} OUD NIEUW")
    if wrong := bad_character(name, "de nieuwe naam"):
        raise UsageError(f"{wrong}.")
    if kind == "course":
        return read_course(typed)
    if "," in name:
        raise UsageError("in de nieuwe naam staat een komma, en daar houdt een naam op. Laat haar weg.")
    return name


def plan(setting: Setting, kind: Kind, old: str, new: str, known: Sequence[str]) -> Renaming:
    """What changes when a name becomes another one; onto a name that is there, that one's spelling is kept.

    Raises:
        LeerlogError: when a month can't be read, or a note can't be made to say so.
        UsageError: when nothing would change, or two conversations would become one.
    """
    same = key(old)
    there = next((name for name in known if key(name) == key(new) != same), "")
    new = there or new
    entries = setting.journal.read()[0]
    if setting.journal.unread:
        raise LeerlogError(f"{without(setting.journal.unread)} Daarom hernoem ik niets; probeer het later opnieuw.")
    mends = []
    for entry in entries:
        if any(key(name) == same and name != new for name in _names_in(entry, kind)):
            mends.append(_mended(setting, entry, kind, same, new))
    beside = (*_begun(setting, kind, same, new), *_kept(setting, kind, same, new))
    if not mends and not beside:
        raise UsageError(f"{in_quotes(old)} heet al zo.")
    joins = sum(any(key(name) == key(there) for name in _names_in(entry, kind)) for entry in entries) if there else 0
    told = {mend.entry.id for mend in mends if _is_told(mend.entry, kind, same)}
    shared = share_again(setting, told, "notities hiervan", "dan staat de nieuwe naam ook daar")
    return Renaming(kind, old, new, tuple(mends), beside, joins, tuple(shared))


def _is_told(entry: Entry, kind: Kind, same: str) -> bool:
    """Whether a share of the note tells the name: of a person only as who does something, of a tag never."""
    return kind == "course" or any(kind == "person" and key(item.who) == same for item in entry.follow_ups)


def _mended(setting: Setting, entry: Entry, kind: Kind, same: str, new: str) -> Mend:
    block = setting.journal.block(entry)
    return Mend(entry, block, _renamed_block(block, kind, same, new, f"{entry.file}, regel {entry.line}"))


def _renamed_block(block: str, kind: Kind, same: str, new: str, where: str) -> str:
    """The block with the name changed; it is read again, so that nothing else can change with it."""
    entry = parse(block)[0][0]
    expected = _renamed(entry, kind, same, new)
    text = block
    if expected.course != entry.course:
        text = set_field("Traject", expected.course)(text)
    if expected.tags != entry.tags:
        text = set_field("Trefwoorden", ", ".join(expected.tags))(text)
    if expected.people != entry.people:
        text = set_field("Met", ", ".join(expected.people))(text)
    for number, (was, now) in enumerate(zip(entry.follow_ups, expected.follow_ups, strict=True), 1):
        if was != now:
            text = give_who(number, now.who, was.text)(text)
    if [each._replace(line=0) for each in parse(text)[0]] != [expected._replace(line=0)]:
        raise LeerlogError(
            f"in {where} staat de naam zo, dat ik hem niet kan vervangen. Verander hem daar met de hand; "
            "er is nog niets hernoemd."
        )
    return text


def _renamed(entry: Entry, kind: Kind, same: str, new: str) -> Entry:
    if kind == "course":
        return entry._replace(course=new)
    if kind == "tag":
        return entry._replace(tags=_swapped(entry.tags, same, new))
    items = (item._replace(who=new) if item.who and key(item.who) == same else item for item in entry.follow_ups)
    return entry._replace(people=_swapped(entry.people, same, new), follow_ups=tuple(items))


def _swapped(found: Iterable[str], same: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if key(name) == same else name for name in found))


def _renamed_draft(setting: Setting, draft: Draft, kind: Kind, same: str, new: str) -> Draft:
    turn = draft.content == drafts.TURN
    if draft.course and key(draft.course) == same and kind == ("person" if turn else "course"):
        draft = draft._replace(course=new)
    if kind == "course":
        return draft
    option = "tags" if kind == "tag" else "with"
    found = names(draft.options.get(option, ""))
    if any(key(name) == same for name in found):
        draft = draft._replace(options={**draft.options, option: ", ".join(_swapped(found, same, new))})
    if kind == "person" and (checklist := questions_of(setting, draft)):
        asked = {prompt.id for prompt in checklist.prompts() if prompt.kind in ITEM_KINDS}
        texts = {name: _lines(text, same, new) if name in asked else text for name, text in draft.texts.items()}
        draft = draft._replace(texts=texts) if texts != draft.texts else draft
    return draft


def _lines(text: str, same: str, new: str) -> str:
    """The items of an unfinished answer, with another name for who does it; all else as it was typed."""

    def other(found: re.Match[str]) -> str:
        return found[1] + new if key(found[2]) == same else found[0]

    return re.sub(r"(?i)\b(wie:\s*)([^\s,;)][^,;)\n]*?)(?=\s*(?:[,;)]|$))", other, text, flags=re.MULTILINE)


def _begun(setting: Setting, kind: Kind, same: str, new: str) -> Iterator[Beside]:
    """What becomes of each conversation that was begun."""
    for was in _drafts(setting):
        now = _renamed_draft(setting, was, kind, same, new)
        if now == was:
            continue
        _refuse_two(setting, was, now)
        old, there = (drafts.draft_file(setting.drafts, each.checklist, each.course) for each in (was, now))
        yield Beside(old.name, there.name, _text(files.contents(old)), _text(drafts.encoded(now)))


def _refuse_two(setting: Setting, was: Draft, now: Draft) -> None:
    if key(was.course) != key(now.course):
        if drafts.load(setting.drafts, now.checklist, now.course):
            raise UsageError(
                f"van '{was.course}' en van '{now.course}' ligt er een concept van hetzelfde gesprek, en die kan ik "
                "niet samenvoegen. Maak er eerst een af, of gooi het weg: leerlog drafts"
            )
        if not drafts.claim(setting.drafts, was.checklist, was.course):
            raise UsageError(f"in een ander venster ben je bezig met '{was.course}'. Maak het daar eerst af.")


def _kept(setting: Setting, kind: Kind, same: str, new: str) -> Iterator[Beside]:
    """What becomes of each note that could not be saved."""
    for path, entry in drafts.kept(setting.drafts)[0]:
        if not any(key(name) == same and name != new for name in _names_in(entry, kind)):
            continue
        text = _text(files.contents(path))
        at = text.find("## ") if text.startswith("## ") else text.find("\n## ") + 1
        yield Beside(path.name, path.name, text, text[:at] + _renamed_block(text[at:], kind, same, new, str(path)))


def rename(setting: Setting, renaming: Renaming) -> int:
    """Change the name everywhere: in the journal all or nothing, and then in what waits to be saved.

    Returns:
        How many drafts stay as they are, for somebody went on with them since.

    Raises:
        EntryChanged: when a note was changed since it was shown; nothing is changed then.
    """
    stay = setting.journal.replace(renaming.mends, RENAMED, renaming.beside)
    setting.changed = True
    return len(stay)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def months_of(renaming: Renaming) -> Counter[str]:
    """How many notes change in each month, the newest first."""
    return Counter(sorted((mend.entry.file.removesuffix(".md") for mend in renaming.mends), reverse=True))
