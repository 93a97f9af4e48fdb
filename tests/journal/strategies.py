"""Entries of arbitrary text, with a preference for lines that look like structure."""

from datetime import date, time

from hypothesis import strategies as st

from leerlog.domain.entry import ALPHABET, KINDS, Answer, Entry, FollowUp
from leerlog.domain.value import Level

# The usual note: one answer, and every label.
MOMENT = Entry(
    "a2k3f9q2",
    date(2026, 11, 23),
    time(16, 42),
    "moment",
    "Moment",
    "Woo-training",
    ("Anja", "Kees"),
    ("woo",),
    Level.TOEGEPAST,
    ("team",),
    ("a1k3f9q2",),
    (Answer("surprise", "Een burger wist het.\n\nEcht waar.", "Wat heeft jou verwonderd in je werk vandaag?"),),
)
HEADINGS = (
    "#",
    "##",
    "### ",
    "# x",
    "## 2026-11-23 16:42 · Moment",
    "### Afspraken",
    "## 2026-11-31",
    "#\r",
    "\\#",
    "##x",
    "\\##x",
    "#### x",
    "\u200b## x",
    "> # x",
    "#Woo",
)
FENCES = (
    "```",
    "````",
    "~~~",
    "```sh",
    "``` `",
    "# x",
    "### x",
    "<!-- a=b -->",
    "- [ ] x",
    "\\```",
    ">>>>>>> x",
    "   ~~~~ ",
    "x",
)
LINES = (
    "---",
    "- - -",
    "===",
    "=",
    "-",
    "- ",
    "<<<<<<< x",
    "=======",
    ">>>>>>> x",
    "||||||| x",
    "\\---",
    "<div>",
    "</x",
)
COMMENTS = (
    "<!--",
    "-->",
    "<!-- id=aaaaaaaa -->",
    "<!-- question=x value=toegepast private=true -->",
    "<!-- private -->",
)
LABELS = ("- Waarde: toegepast", "- Met: Anja", "* Met:", "- foo: bar", "Met: x", "\\- Met: x", "- Bouwt op:", "a, b")
TASKS = (
    "- [ ] taak",
    "- [x] klaar",
    "* [X]",
    "  - [ ] onder",
    "[ ]",
    "- [ ]",
    "\\- [ ]",
    "### Afspraken",
    "  verder",
    "  - Resultaat: x",
)
META = ("(wie: Anja)", "(wie: ", ", voor 2026-12-07", ", voor 2026", "voor 7", ", gedaan 2", ")", "(", ",", "x", " ")
META = (
    *META,
    "(privé)",
    "(privé, ",
    ", privé",
    ", prive)",
    "(voor 2026-12-07)",
    "(gedaan 2026-12-05)",
    "()",
    "\\",
    "\\(wie: ",
    "\\, voor 2",
    "·",
    "Resultaat:",
    "09:00",
    "Afspraken",
)
SPACES = (" ", "   ", "    ", "\t", "\n\n", "\r\n", "\r", "\u2028", "\u0085", "\x0c", "\x0b", "\x1c", "\ufeff", "x")
PLAIN = ("een zin.", "é", "\U0001f600", "\u202e", "\x1b[31m", "\x07", "[x](y)", "\\\\")
BEGINNINGS = (
    "\x0c",
    "\u2028",
    "    ",
    "\t",
    "\\",
    "\n",
    "<!-- question=x -->",
    "- Met: x",
    "- [ ] x",
    "### x",
    "## 2026-11-02",
)
FAMILIES = (HEADINGS, FENCES, LINES, COMMENTS, LABELS, TASKS, META, SPACES)
EVERYTHING = (*sum(FAMILIES, ()), *PLAIN)

CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0")


def _joined(pieces: tuple[str, ...], by: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=6).map(by.join)


texts = st.one_of(
    *(_joined(family, "\n") for family in FAMILIES),
    _joined(META, ""),
    _joined(BEGINNINGS, ""),
    _joined(EVERYTHING, ""),
    _joined(EVERYTHING, "\n"),
    st.text(CHARACTERS, max_size=20),
)
days = st.one_of(st.dates(date(2026, 11, 1), date(2026, 11, 30)), st.dates())
tokens = st.one_of(st.sampled_from(["", "moment", "surprise", "Afspraken"]), texts)
levels = st.sampled_from([None, *Level])
name_lists = st.lists(texts, max_size=3).map(tuple)
ids = st.text(ALPHABET, min_size=8, max_size=8)

answers = st.builds(Answer, tokens, texts, texts, levels, st.booleans())
follow_ups = st.builds(
    FollowUp,
    st.sampled_from(KINDS),
    texts,
    texts,
    st.none() | days,
    st.none() | days,
    st.booleans(),
    texts,
    st.booleans(),
)


def entries(day: st.SearchStrategy[date] = days) -> st.SearchStrategy[Entry]:
    """Entries of any text, on a day that the strategy gives."""
    return st.builds(
        Entry,
        id=ids,
        date=day,
        time=st.none() | st.times(),
        checklist=tokens,
        title=texts,
        course=texts,
        people=name_lists,
        tags=name_lists,
        value=levels,
        share=name_lists,
        builds_on=name_lists,
        answers=st.lists(answers, max_size=3).map(tuple),
        follow_ups=st.lists(follow_ups, max_size=3).map(tuple),
        file=st.just(""),
        line=st.just(0),
    )
