"""What is said of a note beside its text, as it was typed, and what that means."""

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple, TypeVar

from leerlog.app.setting import Setting
from leerlog.domain.entry import Entry, names, one_line, read_audience_words
from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level, parse_level
from leerlog.errors import UsageError

# What only some notes need is imported where it is used: a note without options is not to wait for it.

T = TypeVar("T")


class EntryOptions(NamedTuple):
    """What may be said of any note, each as it was typed."""

    value: str | None = None
    course: str | None = None
    people: list[str] | None = None
    tags: list[str] | None = None
    on: str | None = None
    builds_on: list[str] | None = None
    share: list[str] | None = None

    def about(self, name: str | None) -> "EntryOptions":
        """The same about the course that was named by itself.

        Raises:
            UsageError: when it goes with another name.
        """
        if name is None:
            return self
        if self.course is not None and name != self.course:
            raise UsageError(
                f"je noemt twee leertrajecten: {in_quotes(name)} en {in_quotes(self.course)}. Kies er één."
            )
        return self._replace(course=name)


def begin_entry(setting: Setting, checklist: str, title: str, given: EntryOptions) -> Entry:
    """An entry with everything that was said of it, and no answers yet."""
    from leerlog.app.finding import settle_tags

    day, minute = read_moment(setting, given.on)
    return Entry(
        "",
        day,
        minute,
        checklist,
        title,
        read_course(given.course),
        read_names(given.people),
        settle_tags(setting, given.tags or ()),
        read_level(given.value),
        read_audiences(given.share),
        find_sources(setting, given.builds_on),
    )


def read_level(text: str | None) -> Level | None:
    """The level that `--value` names."""
    if text is None:
        return None
    found = parse_level(text)
    if found is None:
        known = ", ".join(f"{each.number} {each}" for each in Level)
        raise UsageError(f"{in_quotes(text)} is geen waardeniveau. Kies uit: {known}.")
    return found


def read_moment(setting: Setting, on: str | None) -> tuple[date, time]:
    """The day and minute of a note: now, or on the day that `--on` names, looking back."""
    if on is None:
        return setting.now
    from leerlog.domain.when import parse_moment

    if not on.strip():
        raise UsageError("achter --on staat niets. Schrijf bijvoorbeeld: --on gisteren, of --on 2026-11-20.")
    day, minute = understood("--on", lambda: parse_moment(on, setting.today, "back"))
    if day > setting.today:
        setting.tell(f"Let op: {day} ligt in de toekomst.")
    return day, minute or setting.now[1]


def read_day(setting: Setting, option: str, text: str | None) -> date | None:
    """The day that an option names, looking forward; None when it names none."""
    if text is None or not text.strip():
        return None
    from leerlog.domain.when import parse_date

    return understood(option, lambda: parse_date(text, setting.today))


def understood(option: str, read: Callable[[], T]) -> T:
    """What the words of an option mean.

    Raises:
        UsageError: with the reason, and which option it is about.
    """
    try:
        return read()
    except ValueError as error:
        said = f"{option}: {error}" if option else str(error)
        raise UsageError(said if said.endswith(("?", ".")) else f"{said}.") from None


def read_course(text: str | None) -> str:
    """The course's name on one line."""
    name = one_line(text or "")
    if text is not None and not name:
        raise UsageError("de naam van het leertraject is leeg.")
    if text and "\n" in text.strip():
        raise UsageError("de naam van een leertraject past op één regel; haal de regeleinden eruit.")
    if len(name) > 200:
        raise UsageError(f"de naam van het leertraject telt {len(name)} tekens. Houd het bij 200.")
    return name


def read_names(given: list[str] | None) -> tuple[str, ...]:
    """The names in an option, given once with commas or several times."""
    return names(",".join(given or ()))


def read_audiences(given: list[str] | None) -> tuple[str, ...]:
    """The audiences in `--share`."""
    return understood("", lambda: read_audience_words(",".join(given or ())))


def find_sources(setting: Setting, given: list[str] | None) -> tuple[str, ...]:
    """The full ids of the entries in `--builds-on`."""
    refs = names(",".join(given or ()))
    return tuple(dict.fromkeys(setting.journal.find(ref).id for ref in refs))
