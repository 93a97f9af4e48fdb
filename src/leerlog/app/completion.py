"""What can be typed in some place, as far as it begins so: each with what it is, "" when it says so itself."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from leerlog.app.agenda import see_agenda
from leerlog.app.config import KEYS
from leerlog.app.drafts import waiting_drafts
from leerlog.app.renaming import names_of, read_kind
from leerlog.app.setting import Setting
from leerlog.domain.course import key
from leerlog.domain.dates import short_date
from leerlog.domain.entry import id_month
from leerlog.domain.period import AROUND, as_typed
from leerlog.domain.period_words import parse_part
from leerlog.domain.text import visible
from leerlog.journal.reading import COURSE
from leerlog.library.folders import TEAM
from leerlog.reports.gist import one_line

MOST = 30
PERIODS = 8
SHOWN = 60  # characters of an item

Words = dict[str, str]


def begun(names: Iterable[str], begin: str) -> Words:
    """The names that begin so, without regard to capitals."""
    return {name: "" for name in names if name.lower().startswith(begin.lower())}


def course_names(setting: Setting, begin: str) -> Words:
    """The courses, however their names are written."""
    names = setting.journal.values_of(COURSE)
    return {name: "" for name in sorted(names) if key(name).startswith(key(begin))}


def renamed_names(setting: Setting, what: str, begin: str) -> Words:
    """The courses, tags or people, however their names are written."""
    return {name: "" for name in sorted(names_of(setting, read_kind(what))) if key(name).startswith(key(begin))}


def journal_names(setting: Setting, begin: str) -> Words:
    """The journals from the settings, each with its folder."""
    journals = setting.config.journals
    return {name: journals[name] for name in begun(journals, begin)}


def setting_words(setting: Setting, before: Sequence[str], begin: str) -> Words:
    """What comes behind these words of `config`: a setting, and for the journals what to do and their names."""
    names = [*setting.config.journals]
    known: dict[tuple[str, ...], Sequence[str]] = {
        (): [*KEYS, "forget"],
        ("journal",): ["add", "remove", *names],
        ("journal", "remove"): names,
        ("journal", "add"): [] if TEAM in names else [TEAM],
    }
    return begun(known.get(tuple(before), ()), begin)


def period_words(setting: Setting, kind: str, begin: str) -> Words:
    """`vorig`, and the last few weeks, months, quarters or years, each as it is called in full."""
    found = [AROUND[kind](setting.today)]
    while len(found) < PERIODS:
        found.append(AROUND[kind](found[-1].start - timedelta(days=1)))
    named = {"vorig": found[1].label} | {as_typed(each): each.label for each in found}
    return {name: named[name] for name in begun(named, begin)}


def entry_ids(setting: Setting, begin: str) -> Words:
    """The ids, the newest first, each with its day and first line.

    Those of the month that the first two characters name; without them, those of the last two months.
    """
    start = begin.lower()
    months = [id_month(start)] if len(start) > 1 else setting.journal.months()[:-3:-1]
    entries = [e for m in months for e in reversed(setting.journal.read(parse_part(m, setting.today))[0])]
    fit = [entry for entry in entries if entry.id.startswith(start)][:MOST]
    return {e.id: visible(f"{short_date(e.date, setting.today)} {one_line(e, setting.rules)[:50]}") for e in fit}


def draft_names(setting: Setting, begin: str) -> Words:
    """What waits, the latest first, each with what it is."""
    waiting = {each.name: visible(each.about)[:SHOWN] for each in waiting_drafts(setting)[0]}
    return {name: waiting[name] for name in begun(waiting, begin)}


def item_refs(setting: Setting, begin: str) -> Words:
    """What is open, the soonest due first, each with its words."""
    fit = [item for item in see_agenda(setting.journal, setting.today)[0].open if item.ref.startswith(begin.lower())][
        :MOST
    ]
    return {item.ref: visible(item.text)[:SHOWN] for item in fit}
