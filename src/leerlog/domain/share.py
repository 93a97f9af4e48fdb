"""What leaves a journal: only what its writer marked, and of that only what is meant for others.

Every way out goes through `leaving`, with entries that `journal/leaving` let
through: a share, the sheet for the manager, a review for others, and once more
what is read from a share of somebody else.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import category, normalize

from leerlog.domain.entry import AUDIENCES, Answer, Entry, FollowUp, one_line
from leerlog.domain.period import Period

TO = {"team": "het team", "leidinggevende": "de leidinggevende"}

# Texts, which `re` makes when one is first used: most notes are shared with nobody.
# What nobody sees who reads the Markdown, whether or not it comes to an end.
_COMMENT = r"(?s)<!--.*?(?:-->|\Z)"
# Half a comment: what was meant to be hidden is not.
_HALF = r"(?m)-->[ \t]*$"
# May be the word, with something in between that nobody sees.
_HINT = r"(?i)p\W?r\W?i\W?v"
_WORD = r"(?<![^\W_])priv(?:e|ate)\w*"
_CAPITALS = "PRIV(?:E|\u00c9)"
# What leaves without the people and the tags of a note does not name them in its text as their label would.
_LABEL = r"(?mi)^[ \t>]*(?:Met|Trefwoorden|Delen)[ \t]*:[^\n]*"
# What an editor shows as a line of its own, and leerlog reads as the middle of one.
_HIDDEN_HEADING = r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029][^\w\n]*#[^\n]*"
_SYMBOL = "[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_QUOTE = "[\"'\u2018-\u201f]"
# Behind these words it is one of two, or somebody's.
_IN_SENTENCE = r"\b(?:en|of|mijn|je|jouw|zijn|haar|ons|onze|hun|in|werk|niet)[ ]\Z"
# How far around the word is looked for what makes a mark of it.
_NEAR = 300
_OPEN, _CLOSE = "([{<\u2039\u00ab", ")]}>\u203a\u00bb"
_DASH = r"\s[-\u2010-\u2015]+"
_EMPHASIS = r"(?:^|[^\w*~`=.,:;!?)\]])(?:[*_~`]+|==)(?=\S)[^*_~`]*\Z|(?:[*_~`]|==)\Z"


class Share(NamedTuple):
    """Entries on their way to others.

    by: the name or the role of the writer; to: whom it is for.
    period: the days that it is about, of which it holds all that is marked.
    on: when it was made, as 2026-12-18T16:42, to know the newer of two.
    writer: the same for all that one person shares under one name.
    whole: whether it was read with all that it once held.
    included: the ids of those that the writer looked through and sent along in spite of a doubt.
    """

    by: str
    to: str
    period: Period
    on: str
    writer: str
    entries: tuple[Entry, ...] = ()
    whole: bool = True
    included: frozenset[str] = frozenset()


class Kept(NamedTuple):
    """How much of the entries that leave stays behind: private answers and items, people, tags."""

    answers: int = 0
    items: int = 0
    people: int = 0
    tags: int = 0


class Doubt(NamedTuple):
    """Why something that is not meant for others may stand in an entry, in Dutch, and the words in it that say so.

    wrong: whether something may be misread; else it only stands where leerlog puts nothing.
    """

    why: str
    words: str
    wrong: bool = False


def marked(entry: Entry, audience: str) -> bool:
    """Whether the writer marked an entry for this audience."""
    return entry.share == (audience,) or audience in (name.casefold() for name in entry.share)


def leaving(entries: Iterable[Entry], audience: str) -> tuple[Entry, ...]:
    """What of these entries is for an audience, as it leaves.

    Left out: entries without its mark, private answers and items, people, tags,
    the time of day, HTML comments, where the entry was read, and links to
    entries that stay behind. An entry of which nothing is left stays.
    """
    found = [_open(entry, audience) for entry in entries if marked(entry, audience)]
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
    answers = (_told(answer) for answer in entry.answers if not answer.private)
    items = (
        i._replace(text=_line(i.text), who=_line(i.who), result=_line(i.result))
        for i in entry.follow_ups
        if not i.private
    )
    return entry._replace(
        time=None,
        title=_line(entry.title),
        course=_line(entry.course),
        people=(),
        tags=(),
        share=(audience,),
        answers=tuple(answer for answer in answers if answer.text.strip()),
        follow_ups=tuple(item for item in items if item.text) if entry.follow_ups else (),
        file="",
        line=0,
    )


def _told(answer: Answer) -> Answer:
    if "<!--" not in answer.text and "<!--" not in answer.title:
        return answer
    return answer._replace(text=_seen(answer.text), title=_line(answer.title))


def _seen(text: str) -> str:
    return re.sub(_COMMENT, "", text) if "<!--" in text else text


def _line(text: str) -> str:
    return one_line(_seen(text)) if "<!--" in text else text


def doubt(entry: Entry) -> Doubt | None:
    """Why an entry that is read as it was written may still hold what its writer did not mean to show; None else."""
    for name in entry.share:
        if name not in AUDIENCES and name.casefold() not in AUDIENCES:
            return Doubt(f"achter Delen staat '{name}', en dat ken ik niet", "- Delen:", wrong=True)
    for name, why, words in (
        (entry.title, "in de kop staat dat ze privé is", "## "),
        (entry.course, "in de naam van het leertraject staat dat het privé is", "- Traject:"),
    ):
        if re.search(_HINT, name) and re.search(_WORD, _folded(name)):
            return Doubt(why, words, wrong=True)
    told = [answer for answer in entry.answers if not answer.private]
    return _said(entry, told) or _elsewhere(entry, told) or _both(entry, told)


def _elsewhere(entry: Entry, told: list[Answer]) -> Doubt | None:
    """What stands where leerlog puts nothing."""
    for answer in told:
        if answer.title and not answer.question and not answer.value:
            return Doubt("deze kop heeft geen vraag van leerlog", f"### {answer.title}")
        if not answer.title and (entry.checklist or len(entry.answers) > 1):
            return Doubt("deze tekst staat niet onder een vraag", answer.text)
    return None


def _said(entry: Entry, told: list[Answer]) -> Doubt | None:
    """Where words say in their own way that something is kept private, or hide it by half."""
    texts = _texts(entry, told)
    every = "\n".join(texts)
    if found := re.search(_HIDDEN_HEADING, every) or re.search(_LABEL, every):
        why = "hier staat een kop midden in een regel" if "#" in found[0] else "dit label staat niet bij de andere"
        return Doubt(why, found[0].strip(), wrong=True)
    if not re.search(_HINT, every) and "<!--" not in every and "-->" not in every:
        return None
    for text in texts:
        if ("<!--" in text or "-->" in text) and _is_half(text):
            return Doubt("hier staat een half commentaar", "-->" if "-->" in text else "<!--", wrong=True)
        number = _marked_line(_folded(text)) if re.search(_HINT, text) else None
        if number is None and (loud := re.search(_CAPITALS, text)):
            number = text.count("\n", 0, loud.start())
        if number is not None:
            line = text.split("\n")[number]
            return Doubt("hier staat dat iets privé is, op een manier die ik niet ken", line, wrong=True)
    return None


def _marked_line(text: str) -> int | None:
    """The first line of a folded text that says of something that it is private, and does not only use the word."""
    for found in re.finditer(_WORD, text):
        first = text.rfind("\n", 0, found.start()) + 1
        last = text.find("\n", found.end())
        before = text[max(first, found.start() - _NEAR) : found.start()]
        after = text[found.end() : found.end() + _NEAR if last < 0 else min(last, found.end() + _NEAR)]
        above = text[max(0, found.start() - _NEAR) : found.start()]
        if _is_mark(before, after) or above.rfind("<!-") > above.rfind("-->"):
            return text.count("\n", 0, first)
    return None


def _is_mark(before: str, after: str) -> bool:
    """Whether a hand marks something with the word: what stands before and after it on its line says so.

    Between brackets or marks, as a label, a tag or a heading, alone on its line, or set apart at its beginning or end.
    """
    ends = not re.search(r"\w", after)
    begins = not re.search(r"\w", before)
    return bool(
        _is_open(before)
        or re.search(_EMPHASIS, before)
        or re.match(r"\s*[:=]", after)
        or re.search(r"[#@!>|]\s*\Z", before)
        or re.match(r"\W*#", before)
        or re.search(rf"{_SYMBOL}\s*\Z", before)
        or (begins and (ends or re.match(rf"[^\w\s'\u2019-]|\s*[,;.!?|/]|{_DASH}", after)))
        or (begins and re.match(r"[ -]\w+(?:\s*:|[\s.]*\Z)", after))
        or (begins and re.search(rf"{_QUOTE}\Z", before) and re.match(_QUOTE, after))
        or (ends and len(before.split()) < 4 and not re.search(_IN_SENTENCE, before))
        or (ends and re.search(rf"(?:[,:;|.]|{_DASH})\s*\Z", before))
    )


def _is_open(before: str) -> bool:
    """Whether a bracket in it is still open."""
    depth = 0
    for each in before:
        depth = depth + 1 if each in _OPEN else max(depth - 1, 0) if each in _CLOSE else depth
    return depth > 0


def _is_half(text: str) -> bool:
    return text.count("<!--") > text.count("-->") or bool(re.search(_HALF, re.sub(_COMMENT, "", text)))


def _texts(entry: Entry, told: list[Answer]) -> list[str]:
    """All that a hand could put a mark in, but for what is kept private as leerlog does it."""
    texts = [entry.course, *entry.people, *entry.tags]
    for answer in told:
        texts += answer.title, answer.text
    for item in entry.follow_ups:
        if not item.private:
            texts += item.text, item.who, item.result
    return texts


def _folded(text: str) -> str:
    """The text in small letters, without accents and without what nobody sees; its lines stay."""
    if not text.isascii():
        text = "".join(each for each in normalize("NFKD", text) if category(each) not in ("Mn", "Cf"))
    return text.lower()


def _both(entry: Entry, told: list[Answer]) -> Doubt | None:
    """Where what is kept private is told as well, as items were before they could be marked themselves."""
    hidden = [answer.text for answer in entry.answers if answer.private]
    if not hidden and not entry.follow_ups:
        return None
    lines = {_same(line) for text in hidden for line in text.split("\n")} - {""}
    words = {_same(item.text) for item in entry.follow_ups if item.private}
    why = "deze woorden staan ook bij wat je voor jezelf houdt"
    if lines:
        for item in entry.follow_ups:
            if not item.private and not lines.isdisjoint(_meant(item)):
                return Doubt(why, item.text)
    if words:
        for line in (line for answer in told for line in answer.text.split("\n")):
            if _same(line) in words:
                return Doubt(why, line)
    return None


def _meant(item: FollowUp) -> Iterator[str]:
    """The words of an item, those behind a colon in it, and its day."""
    words = _same(item.text)
    yield words
    yield from (words[found.end() :] for found in re.finditer(": ", words))
    if item.due:
        yield item.due.isoformat()


def _same(line: str) -> str:
    return one_line(line).casefold()
