"""The rules, worked out from the content once and then remembered until a file of it changes.

Reading all YAML takes as long as reading two thousand notes; what a review
needs of it is small. The memory can be thrown away at any time.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leerlog import __version__, files
from leerlog.domain.checklist import Choice, Question
from leerlog.domain.outcome import Nothing
from leerlog.domain.value import Level
from leerlog.errors import NotSaved
from leerlog.reports.rules import ContentRules, Helps, content_rules

if TYPE_CHECKING:
    from leerlog.domain.guide import Guide


def remembered_rules(file: Path, folders: list[Path], guide: "Callable[[], Guide]", window_days: int) -> ContentRules:
    """The rules of a guide, from `file` when that is of the same content.

    folders: where the content's files are.
    guide: gives the guide, when it has to be worked out.
    """
    stamp = _stamp(folders)
    try:
        kept = json.loads(files.contents(file))
        if kept["stamp"] == stamp:
            return _from_json(kept["rules"], window_days)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    made = content_rules(guide(), window_days)
    with suppress(NotSaved):
        files.make_folder(file.parent)
        files.write(file, json.dumps({"stamp": stamp, "rules": _to_json(made)}).encode())
    return made


def _stamp(folders: list[Path]) -> list[Any]:
    """What changes when a content file does: names, sizes, times; and with leerlog itself."""
    found: list[Any] = []
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                state = entry.stat()
                found.append([entry.path, state.st_mtime_ns, state.st_size])
    return [__version__, *sorted(found)]


def _to_json(made: ContentRules) -> dict[str, Any]:
    return {
        "titles": made.titles,
        "levels": [[*question, level] for question, level in made.levels.items()],
        "silent": sorted(made.silent),
        "asked": [[name, *_asked(prompt)] for (name, _), prompt in made.asked.items()],
        "nothing": made.nothing.phrases,
        "conditions": _scales(made.conditions),
        "hill": _scales(made.hill),
        "helps": made.helps,
        "talk": made.talk,
    }


def _asked(prompt: Question) -> list[Any]:
    """What answers in words need of a question."""
    choices = [[*choice] for choice in prompt.choices]
    return [prompt.id, prompt.kind, prompt.item, prompt.low, prompt.high, choices, prompt.several]


def _scales(questions: tuple[Question, ...]) -> list[list[Any]]:
    return [[each.id, each.text, each.section, each.low, each.high] for each in questions]


def _from_json(kept: dict[str, Any], window_days: int) -> ContentRules:
    def scales(name: str) -> tuple[Question, ...]:
        return tuple(Question(i, text, part, "scale", low=low, high=high) for i, text, part, low, high in kept[name])

    return ContentRules(
        titles={Level(level): title for level, title in kept["titles"].items()},
        levels={(checklist, question): Level(level) for checklist, question, level in kept["levels"]},
        silent=frozenset((checklist, question) for checklist, question in kept["silent"]),
        asked={
            (name, i): Question(
                i,
                "",
                "",
                kind,
                several=several,
                item=item,
                low=low,
                high=high,
                choices=tuple(Choice(*c) for c in choices),
            )
            for name, i, kind, item, low, high, choices, several in kept["asked"]
        },
        nothing=Nothing(kept["nothing"]),
        conditions=scales("conditions"),
        hill=scales("hill"),
        helps={
            name: Helps(because, tuple((number, text, factor) for number, text, factor in actions))
            for name, (because, actions) in kept["helps"].items()
        },
        talk=tuple(kept["talk"]),
        window_days=window_days,
    )
