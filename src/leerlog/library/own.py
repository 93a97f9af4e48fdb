"""A person's own checklists: one file held against every rule, and an example to begin with."""

import re
from collections.abc import Iterator
from pathlib import Path

from leerlog.domain.checklist import Checklist
from leerlog.domain.entry import one_line
from leerlog.errors import UsageError
from leerlog.library import strict
from leerlog.library.checklists import read_checklist
from leerlog.library.content import ORDER, load_guide, loose_ends
from leerlog.library.reader import Reader
from leerlog.library.strict import Fields, Items, Node, Text

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")

EXAMPLE = """\
# Een checklist van jezelf. Verander wat je wilt; een regel met # ervoor is uitleg.
# Kijk daarna of alles klopt:  leerlog checklists --check {file}
# En loop hem door:            leerlog ask {id}

id: {id}            # de naam van dit bestand, zonder .yaml
title: {title}
scope: period            # waar één ronde over gaat: moment, course (een leertraject) of period
intro: Een zin of twee vooraf. Deze regel mag weg.

questions:
  - id: proud            # je antwoord wordt onder deze naam bewaard; verander haar daarna niet meer
    question: Waar ben je deze week trots op?
    hint: Klein mag ook.
    value: gerealiseerd  # of beleving, potentieel, toegepast, herkaderend; dan telt het mee in de terugblik

  - id: energy
    question: Hoeveel energie gaf je werk?
    kind: scale
    scale: 1-5

  - id: where
    question: Waar leerde je het meest?
    kind: choice
    choices:
      - id: work
        text: Aan het werk zelf
      - id: colleague
        text: Van een collega
      - id: course
        text: In een leertraject

  - id: try
    question: Wat wil je volgende week uitproberen?
    then:
      - id: when
        question: Wanneer kijk je terug?
        kind: follow-up  # komt in je agenda; ook obstacle (belemmering) en ask (vraag aan het team) kunnen
        item: Terugkijken op wat je uitprobeerde
"""


def example(name: str) -> str:
    """A valid checklist of this name that explains itself.

    Raises:
        UsageError: for a name that a file of one's own can't have.
    """
    if name in ORDER:
        raise UsageError(f"{name} is al een checklist van de handreiking. Kies een andere naam.")
    if not _NAME.fullmatch(name):
        near = re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-_")
        hint = f" Bijvoorbeeld: {near}." if near else ""
        raise UsageError(
            f"'{strict.shown(name)}' kan geen naam zijn: gebruik kleine letters, cijfers, - en _, zonder spaties.{hint}"
        )
    title = one_line(re.sub("[-_]+", " ", name)).capitalize()
    return EXAMPLE.format(id=name, title=title, file=f"{name}.yaml")


def read_own(path: Path, own: Path | None = None) -> Checklist:
    """The checklist in a file, which need not be in the folder of own ones yet.

    Raises:
        BadContent: with everything that is wrong, each with its line.
    """
    name = str(path)
    reader = Reader(name)
    if path.suffix != ".yaml":
        reader.problem(1, f"de naam van het bestand eindigt niet op .yaml; noem het {path.stem}.yaml")
    fields = strict.read(path, name)
    checklist = read_checklist(fields, reader, path.stem)
    known = load_guide(own)[0]
    for word in loose_ends(checklist, known._replace(checklists=(*known.checklists, checklist))):
        reader.problem(_line_of(word, fields), word)
    reader.finish()
    return checklist


def _line_of(end: str, fields: Fields) -> int:
    """The line where a loose end, `'topic: x' verwijst …`, stands."""
    name, _, word = end[1:].partition("'")[0].partition(": ")
    return next((line for key, value, line in _texts(fields) if (key, value) == (name, word)), 1)


def _texts(node: Node) -> Iterator[tuple[str, str, int]]:
    """Every text in a file with its name and line."""
    if isinstance(node, Items):
        for part in node.items:
            yield from _texts(part)
    if isinstance(node, Fields):
        for name, value in node.values.items():
            if isinstance(value, Text):
                yield name, value.value.strip(), node.lines[name]
            yield from _texts(value)
