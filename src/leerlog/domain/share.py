"""What leaves a journal: only what its writer marked, and of that only what is meant for others.

Every way out goes through `leaving`: a share, the sheet for the manager, a
review for others, and once more what is read from a share of somebody else.
"""

import re
from collections.abc import Iterable, Set
from itertools import compress
from operator import not_
from typing import NamedTuple

from leerlog.domain.entry import BLANK, Answer, Entry, FollowUp, one_line
from leerlog.domain.period import Period

TO = {"team": "het team", "leidinggevende": "de leidinggevende"}

# What nobody sees who reads the Markdown, whether or not it comes to an end.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# Private, as a hand may write it where leerlog has another place for it: in a
# comment, or between brackets at the end of a line, in whatever spelling.
_WORD = r"priv(?:é|e\u0301?|ate)"
_BRACKETS = rf"[(\[](?:[^()\[\]\n]*[,;\s])?{_WORD}\b[^\w()\[\]\n]*(?:[,;][^()\[\]\n]*)?"
_PRIVATE = re.compile(
    rf"<!--(?:(?!-->|<!--).)*?priv|{_BRACKETS}(?:[)\]][^\w\n]*)?$|\A\W*{_WORD}\W*\Z",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
# An item stands on one line: what comes after the brackets may be a note below it.
_PRIVATE_ITEM = re.compile(rf"{_BRACKETS}(?:[)\]]|$)", re.IGNORECASE)
# A comment that was mistyped, or mended by a program that knows better: it is shown as text.
_BROKEN = re.compile("<!(?:-(?!-)|[ \\t]+-|[\u2010-\u2015])|\u2039!")
_LABEL = re.compile(r"^[ \t]*[-*+] (?:Met|Trefwoorden):", re.MULTILINE | re.IGNORECASE)


class Share(NamedTuple):
    """Entries on their way to others.

    by: the name or the role of the writer; to: whom it is for.
    period: the days that it is about, of which it holds all that is marked.
    on: when it was made, as 2026-12-18T16:42, to know the newer of two.
    writer: the same for all that one person shares under one name.
    whole: whether it was read with all that it once held.
    """

    by: str
    to: str
    period: Period
    on: str
    writer: str
    entries: tuple[Entry, ...] = ()
    whole: bool = True


class Kept(NamedTuple):
    """How much of the entries that leave stays behind: private answers and items, people, tags."""

    answers: int = 0
    items: int = 0
    people: int = 0
    tags: int = 0


def marked(entry: Entry, audience: str) -> bool:
    """Whether the writer marked an entry for this audience."""
    return entry.share == (audience,) or audience in (name.casefold() for name in entry.share)


def leaving(entries: Iterable[Entry], audience: str) -> tuple[Entry, ...]:
    """What of these entries is for an audience, as it leaves.

    Left out: entries without its mark, private answers and what came of them,
    people, tags, the time of day, HTML comments, where the entry was read, and
    links to entries that stay behind. An entry of which nothing is left stays,
    and so does one that leaves a doubt.
    """
    found = [_open(entry, audience) for entry in entries if marked(entry, audience) and not doubt(entry)]
    kept = [entry for entry in found if entry.answers or entry.follow_ups]
    known = {entry.id for entry in kept}
    return tuple(_linked(entry, known) if entry.builds_on else entry for entry in kept)


def _linked(entry: Entry, known: set[str]) -> Entry:
    """The entry with links only to others that leave."""
    left = tuple(i for i in entry.builds_on if i in known and i != entry.id)
    return entry if left == entry.builds_on else entry._replace(builds_on=left)


def staying(entries: Iterable[Entry], gone: Iterable[Entry]) -> Kept:
    """How much of the entries that leave is left out of them."""
    names = {entry.id: entry for entry in gone}
    pairs = [(entry, names[entry.id]) for entry in entries if entry.id in names]
    return Kept(
        sum(len(entry.answers) - len(left.answers) for entry, left in pairs),
        sum(len(entry.follow_ups) - len(left.follow_ups) for entry, left in pairs),
        sum(len(entry.people) for entry, _ in pairs),
        sum(len(entry.tags) for entry, _ in pairs),
    )


def _open(entry: Entry, audience: str) -> Entry:
    """The entry as others may see it."""
    lines = _private_lines(entry)
    stay = [_stays(item, lines) for item in entry.follow_ups]
    words = {one_line(item.text).casefold() for item in compress(entry.follow_ups, stay)}
    open_ones = (answer for answer in entry.answers if not is_private(answer))
    answers = (a._replace(text=_seen(_without(a.text, words)), title=_line(a.title)) for a in open_ones)
    return entry._replace(
        time=None,
        title=_line(entry.title),
        course=_line(entry.course),
        people=(),
        tags=(),
        share=(audience,),
        answers=tuple(answer for answer in answers if answer.text.strip()),
        follow_ups=_told(compress(entry.follow_ups, map(not_, stay))),
        file="",
        line=0,
    )


def _told(items: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """The items without what nobody sees of them."""
    seen = (i._replace(text=_line(i.text), who=_line(i.who), result=_line(i.result)) for i in items)
    return tuple(item for item in seen if item.text)


def doubt(entry: Entry) -> str:
    """Why it can't be told what of an entry is private, in Dutch; "" when it can."""
    texts = [answer.title + answer.text for answer in entry.answers]
    texts += [item.text + item.result for item in entry.follow_ups]
    if any(_BROKEN.search(text) for text in texts):
        return "er staat een commentaar dat niet klopt"
    comments = [text for text in texts if "<!--" in text]
    if any(text.rfind("<!--") > text.rfind("-->") for text in comments):
        return "er begint iets met <!-- waar geen --> op volgt"
    body = next((answer.text for answer in entry.answers if not answer.title), "")
    if body[:1] in BLANK or _LABEL.search(body):
        return "er staat een regel die bij Met of Trefwoorden kan horen" if body else ""
    return ""


def is_private(answer: Answer) -> bool:
    """Whether an answer is kept private, also where a hand wrote so in a way that is none of leerlog's."""
    return answer.private or says_private(answer.text) or says_private(answer.title)


def says_private(text: str) -> bool:
    """Whether a text says of itself, as a hand may write it, that it is kept private."""
    return bool(_PRIVATE.search(text))


def _stays(item: FollowUp, lines: Set[str]) -> bool:
    said = any(says_private(text) or _PRIVATE_ITEM.search(text) for text in (item.text, f"({item.who})", item.result))
    return item.private or said or _of_private(item, lines)


def _without(text: str, words: set[str]) -> str:
    """An answer without the lines that say what a private item says."""
    if not words:
        return text
    return "\n".join(line for line in text.split("\n") if one_line(line).casefold() not in words)


def _private_lines(entry: Entry) -> Set[str]:
    """What the private answers of an entry say, line by line."""
    texts = (answer.text for answer in entry.answers if is_private(answer))
    return {one_line(line).casefold() for text in texts for line in text.split("\n")} - {""}


def _of_private(item: FollowUp, lines: Set[str]) -> bool:
    """Whether an item has the words of a private answer, as it did before items could be marked themselves.

    lines: those of the private answers; an item may have one behind a colon.
    """
    words = one_line(item.text).casefold()
    due = item.due.isoformat() if item.due else ""
    behind = (words[found.end() :] for found in re.finditer(": ", words))
    return not lines.isdisjoint((words, due, *behind))


def _seen(text: str) -> str:
    return _COMMENT.sub("", text) if "<!--" in text else text


def _line(text: str) -> str:
    return one_line(_seen(text))
