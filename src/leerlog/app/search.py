"""Searching the journal, for words or for patterns.

Nobody knows how long a pattern takes, so another process looks for these, and is ended when it takes too long.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from leerlog.app.entries import Wanted
from leerlog.app.setting import Setting
from leerlog.domain.entry import Entry, Problem, is_id
from leerlog.domain.period import ALL, Period
from leerlog.domain.search import Words, bare, lines_with, place_bare, runs
from leerlog.domain.text import in_quotes
from leerlog.errors import LeerlogError, UsageError
from leerlog.journal.reading import Sieve
from leerlog.reports.levels import counted
from leerlog.reports.rules import ContentRules
from leerlog.reports.search import Found, Hit, hits, marks_for, parts, stand_in, told

# Seconds in which a search with patterns is to be ready, from its beginning, and what is left for them at the least;
# how long another Python takes to begin is no matter of the patterns.
READY, LEAST = 1.9, 0.5
# Runs in a Python of its own, without leerlog. Nothing that a pattern does can hold up whoever waits for it.
CHILD = """
import itertools, json, re, sys, warnings
warnings.simplefilter("ignore")
print(flush=True)
asked = json.load(sys.stdin)
patterns, found = [], []
for at, pattern in enumerate(asked["patterns"]):
    try:
        patterns.append(re.compile(pattern, asked["flags"]))
    except re.error as error:
        print(json.dumps({"wrong": at, "place": error.pos}))
        sys.exit()
    except Exception:
        print(json.dumps({"wrong": at, "place": None}))
        sys.exit()
for number, texts in enumerate(asked["entries"]):
    spans = []
    for pattern in patterns:
        own = []
        for i, text in enumerate(texts):
            for m in itertools.islice(pattern.finditer(text), 5):
                own.append((i, m.start(), m.end()))
        if not own:
            break
        spans.append(own[:5])
    else:
        found.append((number, spans))
print(json.dumps({"found": found}))
"""


class Search(NamedTuple):
    """What is looked for: words or patterns, in the entries of a period that are wanted.

    exact: whether case, accents and all else that differs counts.
    """

    words: tuple[str, ...]
    period: Period = ALL
    wanted: Wanted = Wanted()
    exact: bool = False
    regex: bool = False


class Result(NamedTuple):
    """What was found, the newest first, and the problems met.

    older: how many more there are; hint: of nothing found, where there would be some.
    """

    found: list[Found]
    problems: list[Problem]
    older: int = 0
    hint: str = ""


def search(setting: Setting, asked: Search, most: int | None = None) -> Result:
    """The entries in which all of the words stand, in any of their parts.

    most: how many are wanted; those that are older are only counted.

    Raises:
        UsageError: when there is nothing to look for, or a pattern is wrong or takes too long.
    """
    if not Words(asked.words, asked.exact or asked.regex).there():
        raise UsageError("waar zoek je naar? Schrijf een of meer woorden, zoals: leerlog search intake")
    result = _search(setting, asked, most)
    return result if result.found or asked.regex else result._replace(hint=_hint(setting, asked))


def _search(setting: Setting, asked: Search, most: int | None) -> Result:
    until = time.monotonic() + READY
    rules = setting.rules
    words = Words(asked.words, asked.exact)
    entries, problems = setting.journal.read(asked.period, sieve=None if asked.regex else sieve_of(words, rules))
    # The newest first; of one minute the one that stands further down.
    entries = asked.wanted.among(entries[::-1], rules)
    if asked.regex:
        fits = _by_pattern(entries, asked, rules, lambda: max(until - time.monotonic(), LEAST))
        return Result(fits[:most], problems, len(fits) - len(fits[:most]))
    found: list[Found] = []
    left = iter(entries)
    while len(found) != most and (entry := next(left, None)):
        where = hits(parts(entry, rules), words)
        if where is not None:
            found.append(told(counted(entry, rules), rules, where))
    # To tell of thousands what was found in them takes longer than to find it.
    patterns = words.patterns()
    return Result(found, problems, sum(stand_in(parts(entry, rules), words, patterns) for entry in left))


def sieve_of(words: Words, rules: ContentRules) -> Sieve | None:
    """What finds the lines of a month that the words may be in; None when these say too little."""
    wanted = runs(words)
    instead = [marks_for(run, rules.asked) for run in wanted]
    return (lambda raw: lines_with(raw, wanted, instead)) if wanted else None


def _hint(setting: Setting, asked: Search) -> str:
    """Where there would be something, if anywhere."""
    others = {
        "Zonder --exact": asked._replace(exact=False),
        "In andere periodes, met --all,": asked._replace(period=ALL),
        "Zonder deze keuze van notities": asked._replace(wanted=Wanted()),
    }
    for name, other in others.items():
        if other != asked and (number := _search(setting, other, 0).older):
            return f"{name} {'is er 1' if number == 1 else f'zijn er {number}'}."
    return of_id(asked.words)


def of_id(words: Sequence[str]) -> str:
    """How to read the entry, where the words are an id; nothing where they are not."""
    text = "".join(words)
    return f"Een notitie lees je met leerlog show, zoals: leerlog show {text}" if is_id(text) else ""


def _by_pattern(entries: Sequence[Entry], asked: Search, rules: ContentRules, left: Callable[[], float]) -> list[Found]:
    texts = [parts(entry, rules) for entry in entries]
    form: Callable[[str], str] = str if asked.exact else bare
    made = _in_time(
        {
            "patterns": [form(word) for word in asked.words],
            "flags": _flags(asked.exact),
            "entries": [[form(text) for text in each] for each in texts],
        },
        left(),
    )
    if "wrong" in made:
        raise UsageError(_wrong(asked.words[made["wrong"]], made["place"]))
    found = []
    for number, spans in made["found"]:
        where = [[_hit(texts[number], each, exact=asked.exact) for each in own] for own in spans]
        found.append(told(counted(entries[number], rules), rules, where))
    return found


def _flags(exact: bool) -> int:
    return int(re.MULTILINE if exact else re.MULTILINE | re.IGNORECASE)


def _hit(texts: Sequence[str], found: tuple[int, int, int], *, exact: bool) -> Hit:
    part, *span = found
    start, end = span
    return Hit(part, (start, end) if exact else place_bare(texts[part], (start, end)))


def _in_time(asked: object, seconds: float) -> dict[str, Any]:
    """What the other process answers.

    Raises:
        UsageError: when it does not in this time; it is gone then.
        LeerlogError: when it can't be started.
    """
    command = [sys.executable, "-I", "-S", "-c", CHILD]
    try:
        with subprocess.Popen(  # noqa: S603 (our own words; the person's are data on its input)
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as other:
            assert other.stdout
            other.stdout.readline()  # it has begun
            try:
                told, _ = other.communicate(json.dumps(asked).encode(), timeout=seconds)
            except BaseException as error:
                other.kill()
                if isinstance(error, subprocess.TimeoutExpired):
                    raise UsageError(
                        "dit patroon vraagt te veel tijd. Maak het eenvoudiger, of zoek zonder --regex naar gewone "
                        "woorden."
                    ) from None
                raise
    except OSError as error:
        raise LeerlogError("zoeken met --regex lukt hier niet. Zonder --regex zoek je naar gewone woorden.") from error
    if other.returncode:
        raise UsageError("dit patroon is te ingewikkeld. Maak het eenvoudiger, of zoek zonder --regex.")
    answer: dict[str, Any] = json.loads(told)
    return answer


def _wrong(pattern: str, place: int | None) -> str:
    where = "" if place is None else f" bij teken {place + 1}"
    return (
        f"{in_quotes(pattern)} is geen goed patroon; het klopt niet{where}. "
        "Zoek je naar deze tekens zelf, laat dan --regex weg."
    )
