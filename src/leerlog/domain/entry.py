"""Entries: what a person wrote, as the journal keeps it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from typing import Literal, NamedTuple
from unicodedata import category

from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level

DAILY = "moment"
DAILY_TITLE = "Moment"
DAILY_QUESTION = "surprise"
DAILY_TEXT = "Wat heeft jou verwonderd in je werk vandaag?"
Kind = Literal["follow_up", "obstacle", "ask"]
KINDS: tuple[Kind, ...] = ("follow_up", "obstacle", "ask")
# How each comes to its end, for who reads it; on disk all are `gedaan`.
ENDS: dict[Kind, str] = {"follow_up": "gedaan", "obstacle": "weggenomen", "ask": "beantwoord"}
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32, lower case
ID_LENGTH = 8
AUDIENCES = ("team", "leidinggevende")
_EVERYBODY = ("allebei", "beide", "alle", "iedereen")
_BETWEEN = ("en", "met", "de", "het", "mijn", "+", "&")
DROPPED = "vervallen"  # what stands on disk as the result of what nobody will do any more
BLANK = " \t\n"
# Texts, which `re` makes when one is first used: a note of a sentence needs none.
_AND = r"\n|\s+(?:en|&)\s+"
_RETURNS = r"(?<!\r)\r+(?=\n|\Z)"
_BETWEEN_WORDS = r"[^\w.-]+"


class Answer(NamedTuple):
    """An answer to one question.

    `question` is the question's id, or "" where a person added the heading by
    hand; `title` is the heading as it stands in the journal, so that an answer
    outlives its checklist. `private` keeps it out of a shared entry.
    """

    question: str
    text: str
    title: str = ""
    value: Level | None = None
    private: bool = False


class FollowUp(NamedTuple):
    """Something to do: a follow-up, an obstacle to take away, or an ask to the team.

    `ticked` without `done` is a box ticked by hand, on a day nobody noted.
    `result` is what came of it, on one line. `private` keeps it out of a shared entry.
    """

    kind: Kind
    text: str
    who: str = ""
    due: date | None = None
    done: date | None = None
    ticked: bool = False
    result: str = ""
    private: bool = False

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return not self.ticked

    @property
    def dropped(self) -> bool:
        """Whether it was ticked because nobody will do it any more."""
        return self.ticked and says_dropped(self.result)

    @property
    def outcome(self) -> str:
        """What came of it; of what was dropped only why, "" when that was not said."""
        return why_dropped(self.result) if self.dropped else self.result


def says_dropped(result: str) -> bool:
    """Whether what came of an item says that nobody will do it any more; why may stand behind a colon."""
    return result.partition(":")[0].rstrip(" .").casefold() == DROPPED


def why_dropped(result: str) -> str:
    """Why nobody will do it any more, as such a result says; "" when it does not."""
    return result.partition(":")[2].strip()


def dropped_result(why: str) -> str:
    """What stands as the result of an item that nobody will do any more."""
    return f"{DROPPED}: {why}" if why else DROPPED


class Entry(NamedTuple):
    """One dated note: a moment, or a checklist filled in.

    `time` is None for a day-only entry written by hand. `file` and `line` say
    where it was read ("" and 0 for a new one).
    """

    id: str
    date: date
    time: time | None
    checklist: str
    title: str
    course: str = ""
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    value: Level | None = None
    share: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    file: str = ""
    line: int = 0

    def answer(self, question: str) -> str:
        """The text given to a question, "" when it was skipped."""
        return next((a.text for a in self.answers if a.question == question), "")

    @property
    def first_line(self) -> str:
        """The first line that the person wrote, for lists."""
        texts = [a.text for a in self.answers] + [f.text for f in self.follow_ups]
        lines = (line.strip() for text in texts for line in text.split("\n"))
        return next((line for line in lines if line), "")


class Problem(NamedTuple):
    """Something in a file that can't be read as it stands; `line` counts from 1, 0: the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class Mend(NamedTuple):
    """The Markdown of an entry as it stands, and as leerlog would write it."""

    entry: Entry
    old: str
    new: str


def moment(entry: Entry) -> tuple[date, time]:
    """What entries are ordered by."""
    return entry.date, entry.time or time.min


def one_line(text: str) -> str:
    """The text on one line, runs of white space folded into single spaces."""
    return " ".join(text.split())


def names(text: str) -> tuple[str, ...]:
    """The names in a comma-separated list, each once, in the order given."""
    if "," not in text:
        return (name,) if (name := one_line(text)) else ()
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := one_line(part))))


def names_said(text: str) -> tuple[str, ...]:
    """The names in an answer to who is there: with commas, `en` or a line between them."""
    return names(re.sub(_AND, ",", text))


def bare_tag(tag: str) -> str:
    """A tag without the # that it may be written with."""
    return one_line(tag.lstrip("# \t"))


def tag_key(tag: str) -> str:
    """What the spellings of a tag have in common: no # in front, no case."""
    return bare_tag(tag).casefold()


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen: white space, and marks that have no width."""
    if text.isascii() or text.isprintable():
        return not text.strip()
    return all(char.isspace() or category(char) == "Cf" for char in text)


def clean(text: str) -> str:
    """The text as it can be kept: LF line ends, no blank lines at either end.

    A carriage return before a line's end belongs to that line's end.
    """
    if "\r" in text:
        text = re.sub(_RETURNS, "", text)
    text = text.strip("\n")
    if text[:1] in BLANK or text[-1:] in BLANK:
        begin = text.rfind("\n", 0, len(text) - len(text.lstrip(BLANK))) + 1
        end = text.find("\n", len(text.rstrip(BLANK)))
        text = text[begin : end if end >= 0 else None] if text.strip(BLANK) else ""
    return text


def bad_character(text: str, where: str = "dit") -> str:
    """That a text can't be kept and what to do, in Dutch, without a capital or a full stop; "" when it can.

    where: what the text is called: `je antwoord`.
    """
    if "\0" in text:
        return f"in {where} staat een NUL-teken, en dat kan ik niet bewaren. Haal het weg en probeer het opnieuw"
    if any("\ud800" <= character <= "\udfff" for character in text):
        what = "tekens die geen geldige UTF-8 zijn"
        return f"in {where} staan {what}, en die kan ik niet bewaren. Haal ze weg en probeer het opnieuw"
    return ""


def id_prefix(day: date) -> str:
    """The two characters of an id that name its month, counted from January 2000.

    Months outside 2000-01 to 2085-04 share the first or the last prefix.
    """
    months = min(max((day.year - 2000) * 12 + day.month - 1, 0), 1023)
    return ALPHABET[months // 32] + ALPHABET[months % 32]


def id_month(entry_id: str) -> str:
    """The month, as `2026-11`, that the first two characters of an id name; "" when they name none."""
    high, low = (ALPHABET.find(character) for character in entry_id[:2].ljust(2, "?"))
    if high < 0 or low < 0:
        return ""
    years, month = divmod(high * 32 + low, 12)
    return f"{2000 + years}-{month + 1:02}"


def new_id(day: date, random: Iterable[int]) -> str:
    """An id for an entry of this day, from six random numbers."""
    return id_prefix(day) + "".join(ALPHABET[number % 32] for number in random)


def is_id(text: str) -> bool:
    """Whether the text has the form of an id."""
    return len(text) == ID_LENGTH and all(character in ALPHABET for character in text)


def token(text: str) -> str:
    """The text as a name for machines: letters, digits, `_`, `.` and `-`."""
    text = text.strip()
    return text if text.isalnum() else re.sub(_BETWEEN_WORDS, "-", text)


def tidy(entry: Entry) -> Entry:
    """The entry as the journal can keep it: what reading gives back after writing.

    Texts are cleaned and empty ones dropped; names, titles and items stand on
    one line; text without a question or title comes first, and in one piece.
    """
    items = map(tidy_item, entry.follow_ups)
    return entry._replace(
        time=entry.time and entry.time.replace(second=0, microsecond=0, tzinfo=None, fold=0),
        checklist=token(entry.checklist),
        title=one_line(entry.title),
        course=one_line(entry.course),
        people=names(",".join(entry.people)),
        tags=names(",".join(entry.tags)),
        share=names(",".join(entry.share)),
        builds_on=names(",".join(entry.builds_on)),
        answers=_tidy_answers(entry.answers),
        follow_ups=tuple(sorted((f for f in items if f.text), key=lambda f: KINDS.index(f.kind))),
    )


def tidy_item(item: FollowUp) -> FollowUp:
    """The item as the journal can keep it."""
    return item._replace(
        text=one_line(item.text),
        who=one_line(item.who),
        ticked=item.ticked or item.done is not None,
        result=one_line(item.result),
    )


def _tidy_answers(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    tidied = [_tidy_answer(answer) for answer in answers]
    kept = [answer for answer in tidied if answer.text]
    body = "\n\n".join(answer.text for answer in kept if not answer.title)
    return (*((Answer("", body),) if body else ()), *(answer for answer in kept if answer.title))


def _tidy_answer(answer: Answer) -> Answer:
    question = token(answer.question)
    title = one_line(answer.title) or question
    if answer.private or answer.value:
        # Only under a heading is there a place to say so.
        title = title or "Notitie"
    return answer._replace(question=question, text=clean(answer.text), title=title)


WAARDECHECK = "waardecheck"


def teller(entry: Entry) -> str:
    """Whose story an entry is, when it is somebody's turn at a waardecheck; "" for any other.

    A turn names one person, and agrees nothing: its items are what stands in the way of
    that story, which no answer of all together (`obstacle`) says. The people of other entries
    are those whom the writer was with, which is nobody else's business.
    """
    turn = entry.checklist == WAARDECHECK and len(entry.people) == 1 and not entry.answer("obstacle")
    return entry.people[0] if turn and all(item.kind == "obstacle" for item in entry.follow_ups) else ""


def shift(entries: Sequence[Entry], weeks: int) -> list[Entry]:
    """The entries so many weeks later, on the same weekdays.

    Dates of entries and items move, and so do answers that are nothing but a
    date. An id keeps its random half and gets the prefix of its new month.
    """
    by = timedelta(weeks=weeks)
    ids = {entry.id: id_prefix(entry.date + by) + entry.id[2:] for entry in entries}
    return [
        entry._replace(
            id=ids[entry.id],
            date=entry.date + by,
            builds_on=tuple(ids.get(source, source) for source in entry.builds_on),
            answers=tuple(_shift_answer(answer, by) for answer in entry.answers),
            follow_ups=tuple(_shift_item(item, by) for item in entry.follow_ups),
        )
        for entry in entries
    ]


def _shift_answer(answer: Answer, by: timedelta) -> Answer:
    try:
        return answer._replace(text=(date.fromisoformat(answer.text) + by).isoformat())
    except ValueError:
        return answer


def _shift_item(item: FollowUp, by: timedelta) -> FollowUp:
    return item._replace(due=item.due and item.due + by, done=item.done and item.done + by)


def read_audience_words(typed: str, *, asked: bool = False) -> tuple[str, ...]:
    """The audiences that are meant, wherever they are typed.

    asked: whether it answers a question, so that a beginning will do, or one word for all of them.

    Raises:
        ValueError: for a word that is none of them.
    """
    found: set[str] = set()
    for word in typed.lower().replace(",", " ").split():
        if asked and word in _BETWEEN:
            continue
        begun = AUDIENCES if word in _EVERYBODY else [name for name in AUDIENCES if name.startswith(word)]
        fit = begun if asked else [name for name in AUDIENCES if name == word]
        if not fit:
            raise ValueError(f"met {in_quotes(word)} kan ik niet delen. Kies uit: {', '.join(AUDIENCES)}")
        found.update(fit)
    if typed.strip(" ,") and not found:
        raise ValueError(f"met wie? Kies uit: {', '.join(AUDIENCES)}")
    return tuple(name for name in AUDIENCES if name in found)


def audience_line(audiences: Iterable[str]) -> str:
    """What stands behind `Delen`: the audiences in their order, and then words that leerlog does not know."""
    kept = dict.fromkeys(audiences)
    return ", ".join([*(name for name in AUDIENCES if name in kept), *(name for name in kept if name not in AUDIENCES)])
