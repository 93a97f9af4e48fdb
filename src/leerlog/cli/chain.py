"""The chain of value: a note's story, its value weighed later, and what it builds on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from leerlog.app.review import BUILDS_ON, EXPECTED
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.out import SCREEN, Out, gives
from leerlog.domain.dates import short_date
from leerlog.domain.entry import Entry, one_line
from leerlog.domain.value import Level
from leerlog.errors import LeerlogError, NotSaved, UsageError
from leerlog.journal.edits import set_field
from leerlog.journal.store import Journal

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk
    from leerlog.domain.period import Period
    from leerlog.reports.stories import Story

NO_VALUE = ("geen", "-")
MOMENTS = 10

# These have something else to offer, or have asked already.
LOOKS_BACK = "insights"
NOT_AFTER = frozenset({LOOKS_BACK, "hill", "conditions"})


@gives("json")
def story(
    context: typer.Context,
    ref: options.Ref,
    builds_on: options.BuildsOn = None,
    out: Out = SCREEN,
) -> None:
    """Vertel het verhaal van een notitie: waar het op voortbouwt, en wat erna kwam.

    Met --builds-on leg je alsnog een verband.
    """
    from leerlog.render.course_data import story_json
    from leerlog.render.pages.story import story_page

    setting: Setting = context.obj
    entry = setting.journal.find(ref)
    if builds_on:
        entry = link(setting, entry, options.sources(setting, builds_on))
        setting.tell(f"{entry.id} bouwt nu op {', '.join(entry.builds_on)}.")
    told = story_of(setting, entry)
    if out.form:
        out.send(setting, story_json(told, entry.id) + "\n")
    else:
        setting.show(story_page(told, entry.id, setting.today))


def story_of(setting: Setting, entry: Entry) -> "Story":
    """The chain through an entry, both ways."""
    from leerlog.reports.stories import StoryGraph

    told = StoryGraph(chain_entries(setting.journal, entry)).story(entry.id, setting.rules)
    assert told is not None, "the entry itself is among them"
    return told


def value(
    context: typer.Context,
    ref: options.Ref,
    level: Annotated[
        str | None, typer.Argument(metavar="[NIVEAU]", help="1 tot en met 5, of de naam; 'geen' haalt de waarde weg.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Weeg een notitie: wat bracht het tot nu toe?

    Dat kan ook later nog, als er meer van kwam.
    """
    setting: Setting = context.obj
    entry = setting.journal.find(ref)
    if level is None:
        weighed = _ask_level(setting, entry)
    else:
        weighed = None if level.strip().lower() in NO_VALUE else options.level(level)
    before = entry.value
    if weighed != before:
        entry = setting.journal.change(entry, set_field("Waarde", weighed or ""))
    if as_json:
        from leerlog.render.data import entry_json

        setting.confirm(f"{entry.id} · {weighed or 'zonder waarde'}", entry_json(entry))
        return
    was = f"was {before or 'nog niet gewogen'}" if weighed != before else "zo stond het er al"
    setting.confirm(f"{entry.id} · {weighed or 'zonder waarde'} ({was})")


def _ask_level(setting: Setting, entry: Entry) -> Level | None:
    """The level that a person gives after reading the note; Enter leaves it as it is."""
    if not setting.interactive:
        raise UsageError(f"welke waarde? Schrijf bijvoorbeeld: leerlog value {entry.id} toegepast.")
    from leerlog.dialogue.ask import ask_value
    from leerlog.domain.dates import long_date
    from leerlog.reports.gist import in_full

    talk = setting.talk
    talk.screen.head("Wegen", long_date(entry.date), str(entry.value or ""))
    for answer in in_full(entry, setting.rules).answers:
        talk.screen.say(answer.text)
    return ask_value(talk) or entry.value


def link(setting: Setting, entry: Entry, sources: Sequence[str]) -> Entry:
    """The entry, saved as building on these sources too.

    Raises:
        UsageError: when it would then in the end build on itself; nothing is changed then.
    """
    from leerlog.reports.sources import leads_back

    new = [source for source in dict.fromkeys(sources) if source not in entry.builds_on]
    if not new:
        return entry
    linked = setting.journal.read(marks=(BUILDS_ON,))[0]
    for source in new:
        if leads_back(entry.id, source, linked):
            why = "dat is dezelfde notitie" if source == entry.id else f"{source} bouwt zelf al voort op {entry.id}"
            raise UsageError(f"{entry.id} kan niet op {source} bouwen: {why}. Er is niets veranderd.")
    return setting.journal.change(entry, set_field("Bouwt op", ", ".join((*entry.builds_on, *new))))


def is_linked(setting: Setting, entry: Entry) -> bool:
    """Whether a note builds on another, or another on it."""
    return bool(entry.builds_on) or any(
        entry.id in other.builds_on for other in setting.journal.read(marks=(BUILDS_ON,))[0]
    )


def chain_entries(journal: Journal, start: Entry) -> list[Entry]:
    """The entries of the chain through one entry, and those that say what had been expected of a course and came."""
    from leerlog.reports.sources import around

    linked = journal.read(marks=(BUILDS_ON, *EXPECTED))[0]
    found = {entry.id: entry for entry in [*linked, start]}
    missing = around(start.id, found.values()) - found.keys()
    if missing:
        ends = journal.read(marks=tuple(f"id={name}" for name in missing))[0]
        found |= {entry.id: entry for entry in ends if entry.id in missing}
    return list(found.values())


def offer_sources(setting: Setting, talk: "Talk", entry: Entry) -> None:
    """Ask once whether a note builds on one of the recent ones that it has most in common with; Enter skips."""
    if entry.builds_on or not (entry.course or entry.people) or entry.checklist in NOT_AFTER:
        return
    from leerlog.domain.period import Period
    from leerlog.reports.sources import likely_sources, offered_since

    recent = setting.journal.read(Period(offered_since(entry.date), entry.date, ""))[0]
    likely = likely_sources(entry, recent, setting.rules)
    if not likely:
        return
    chosen = _choose(setting, talk, "Bouwt dit voort op een eerdere notitie?", likely)
    if not chosen:
        return
    try:
        link(setting, entry, chosen)
    except LeerlogError as error:
        raise NotSaved(f"{error}\nJe notitie staat er; dit verband nog niet: bouwt op {', '.join(chosen)}") from error
    setting.confirm(f"Bouwt op {', '.join(chosen)} · leerlog story {entry.id}")


def pick_moments(setting: Setting, talk: "Talk", period: "Period") -> tuple[str, ...]:
    """What the person wants to build on, of the period's last moments; nothing when there are none."""
    from leerlog.domain.daily import DAILY
    from leerlog.domain.period import range_words
    from leerlog.render.width import first_lines
    from leerlog.reports.gist import gist

    found = [e for e in setting.journal.read(period)[0] if e.checklist == DAILY]
    if not found:
        return ()
    talk.screen.gap()
    talk.screen.say(f"Je momenten van {range_words(period)}:")
    chosen = _choose(setting, talk, "Op welk moment wil je voortbouwen?", found[-MOMENTS:])
    for entry in found:
        if entry.id in chosen:
            talk.screen.took(f"Je bouwt voort op: {first_lines(gist(entry, setting.rules))}")
    return chosen


def _choose(setting: Setting, talk: "Talk", text: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    from leerlog.dialogue.ask import ask_which

    lines = [_line(setting, entry, talk.screen.plain) for entry in entries]
    return tuple(entries[at].id for at in ask_which(talk, text, lines))


def _line(setting: Setting, entry: Entry, plain: bool) -> str:
    """An entry to choose: its day, its level and what it says."""
    from leerlog.render.width import first_lines
    from leerlog.render.words import spoken
    from leerlog.reports.gist import gist
    from leerlog.reports.levels import highest

    best = highest(entry, setting.rules)
    level = str(best.level) if best and best.level else ""
    text = one_line(first_lines(best.text if best else gist(entry, setting.rules)))
    if plain:
        return ", ".join(part for part in (spoken(entry.date), level, text) if part)
    return f"{short_date(entry.date):>6}  {level:<12}  {text}"
