"""The chain of value: a note's story, its value weighed later, and what it builds on."""

from collections.abc import Sequence
from datetime import date

from leerlog.app.given import read_level
from leerlog.app.review import BUILDS_ON, EXPECTED
from leerlog.app.setting import Setting
from leerlog.dialogue.ask import ask_value, ask_which
from leerlog.dialogue.screen import Screen
from leerlog.dialogue.talk import Talk
from leerlog.domain.dates import long_date, short_date, spoken_date
from leerlog.domain.entry import DAILY, Entry, one_line
from leerlog.domain.outcome import Story
from leerlog.domain.period import Period, range_words
from leerlog.domain.text import first_lines
from leerlog.domain.value import Level
from leerlog.errors import LeerlogError, NotSaved, UsageError
from leerlog.journal.edits import set_field
from leerlog.journal.store import Journal
from leerlog.reports.gist import gist, in_full
from leerlog.reports.levels import highest, says_nothing, unweighed
from leerlog.reports.rules import ContentRules
from leerlog.reports.sources import around, leads_back, likely_sources, offered_since
from leerlog.reports.stories import StoryGraph

NO_VALUE = ("geen", "-")
MOMENTS = 10

# These have something else to offer, or have asked already.
LOOKS_BACK = "insights"
NOT_AFTER = frozenset({LOOKS_BACK, "hill", "conditions"})


def story_of(journal: Journal, entry: Entry, rules: ContentRules) -> Story:
    """The chain through an entry, both ways."""
    told = StoryGraph(chain_entries(journal, entry)).story(entry.id, rules)
    assert told is not None, "the entry itself is among them"
    return told


def weigh(setting: Setting, entry: Entry, word: str | None) -> Entry:
    """The entry with the level that a word says, or that a person is asked for; saved when that is another.

    word: a number or a name; `geen` takes the level away; None asks.
    """
    if word is None:
        level = _ask_level(setting, entry)
    else:
        level = None if word.strip().lower() in NO_VALUE else read_level(word)
    return entry if level == entry.value else setting.journal.change(entry, set_field("Waarde", level or ""), "gewogen")


def weigh_period(setting: Setting, period: Period) -> tuple[int, int]:
    """Ask for the value of every entry of a period that has none yet, one by one; Enter leaves one as it is.

    Gives how many were weighed, and how many are left.
    """
    entries, problems = setting.journal.read(period)
    waiting = [entry for entry in entries if unweighed(entry, setting.rules)]
    weighed = 0
    for number, entry in enumerate(waiting, 1):
        if level := _hear_level(setting, entry, f"{number} van {len(waiting)}"):
            setting.journal.change(entry, set_field("Waarde", level), "gewogen")
            weighed += 1
    setting.warn(problems)
    return weighed, len(waiting) - weighed


def _ask_level(setting: Setting, entry: Entry) -> Level | None:
    """The level that a person gives after reading the note; Enter leaves it as it is."""
    if not setting.interactive:
        raise UsageError(f"welke waarde? Schrijf bijvoorbeeld: leerlog value {entry.id} toegepast.")
    return _hear_level(setting, entry, str(entry.value or "")) or entry.value


def _hear_level(setting: Setting, entry: Entry, beside: str) -> Level | None:
    """The level that a person gives after reading the note; None when they leave it."""
    screen = setting.talk.screen
    screen.head("Wegen", long_date(entry.date), beside)
    for answer in in_full(entry, setting.rules).answers:
        screen.say(answer.text)
    return ask_value(setting.talk)


def link(journal: Journal, entry: Entry, sources: Sequence[str]) -> Entry:
    """The entry, saved as building on these sources too.

    Raises:
        UsageError: when it would then in the end build on itself; nothing is changed then.
    """
    new = [source for source in dict.fromkeys(sources) if source not in entry.builds_on]
    if not new:
        return entry
    refuse_circle(journal, entry, new)
    return journal.change(entry, set_field("Bouwt op", ", ".join((*entry.builds_on, *new))), "verbonden")


def refuse_circle(journal: Journal, entry: Entry, sources: Sequence[str]) -> None:
    """Stop when an entry, building on these, would in the end build on itself."""
    linked = journal.read(marks=(BUILDS_ON,))[0]
    for source in sources:
        if leads_back(entry.id, source, linked):
            why = "dat is dezelfde notitie" if source == entry.id else f"{source} bouwt zelf al voort op {entry.id}"
            raise UsageError(f"{entry.id} kan niet op {source} bouwen: {why}. Er is niets veranderd.")


def is_linked(journal: Journal, entry: Entry) -> bool:
    """Whether a note builds on another, or another on it."""
    return bool(entry.builds_on) or any(entry.id in other.builds_on for other in journal.read(marks=(BUILDS_ON,))[0])


def chain_entries(journal: Journal, start: Entry) -> list[Entry]:
    """The entries of the chain through one entry, and those that say what had been expected of a course and came."""
    linked = journal.read(marks=(BUILDS_ON, *EXPECTED))[0]
    found = {entry.id: entry for entry in [*linked, start]}
    missing = around(start.id, found.values()) - found.keys()
    if missing:
        ends = journal.read(marks=tuple(f"id={name}" for name in missing))[0]
        found |= {entry.id: entry for entry in ends if entry.id in missing}
    return list(found.values())


def offer_sources(setting: Setting, talk: Talk, entry: Entry) -> None:
    """Ask once whether a note builds on one of the recent ones that it has most in common with; Enter skips."""
    if entry.builds_on or not (entry.course or entry.people) or entry.checklist in NOT_AFTER:
        return
    recent = setting.journal.read(Period(offered_since(entry.date), entry.date, ""))[0]
    likely = likely_sources(entry, recent, setting.rules)
    if not likely:
        return
    chosen = _choose(setting, talk, "Bouwt dit voort op een eerdere notitie?", likely)
    if not chosen:
        return
    try:
        link(setting.journal, entry, chosen)
    except LeerlogError as error:
        raise NotSaved(f"{error}\nJe notitie staat er; dit verband nog niet: bouwt op {', '.join(chosen)}") from error
    setting.confirm(f"Bouwt op {', '.join(chosen)} · leerlog story {entry.id}")


def show_moments(setting: Setting, talk: Talk, period: Period) -> tuple[Entry, ...]:
    """The last moments of a period that say something, shown; nothing is asked, for the story comes first."""
    moments = (e for e in setting.journal.read(period)[0] if e.checklist == DAILY)
    found = tuple(e for e in moments if not says_nothing(e, setting.rules))[-MOMENTS:]
    if found:
        talk.screen.gap()
        talk.screen.say(f"Je momenten van {range_words(period)}:")
        for entry in found:
            talk.screen.say(entry_line(setting, entry, talk.screen))
    return found


def pick_moments(setting: Setting, talk: Talk, moments: Sequence[Entry]) -> tuple[str, ...]:
    """Which of these moments the story that was told builds on."""
    return _choose(setting, talk, "Op welk moment wil je voortbouwen?", moments)


def _choose(setting: Setting, talk: Talk, text: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    lines = [entry_line(setting, entry, talk.screen) for entry in entries]
    return tuple(entries[at].id for at in ask_which(talk, text, lines))


def entry_line(setting: Setting, entry: Entry, screen: Screen, today: date | None = None) -> str:
    """An entry to choose: its day, its level and what it says; the year where it is not that of `today`."""
    best = highest(entry, setting.rules)
    level = best.level if best else None
    text = one_line(first_lines(best.text if best else gist(entry, setting.rules)))
    if screen.plain:
        return ", ".join(part for part in (spoken_date(entry.date), level, text) if part)
    day = f"{short_date(entry.date, today):>6}"
    return f"{day} {level.number if level else ' '} {text}" if screen.narrow else f"{day}  {level or '':<12}  {text}"
