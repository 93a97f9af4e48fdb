"""From a checklist's file to the checklist."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.checklist import Checklist, Choice, Question
from leerlog.domain.value import Level
from leerlog.errors import ContentError
from leerlog.library.checklists import ENTRY_FIELDS, LEVELS, read_checklist
from leerlog.library.content import content_folder
from leerlog.library.strict import Reader, load

TOP = "id: week\ntitle: Weekstart\nscope: period\nquestions:\n"
FIRST = "  - id: a\n    question: Hoe is het?\n"


def read(text: str, name: str = "week") -> Checklist:
    """The checklist in a text."""
    reader = Reader(f"{name}.yaml")
    checklist = read_checklist(load(text, reader.name), reader, name)
    reader.finish()
    return checklist


def said(text: str) -> list[str]:
    """What is said about a checklist that is refused, a line each."""
    with pytest.raises(ContentError) as failure:
        read(text)
    return str(failure.value).split("\n")


def test_the_least_that_a_checklist_needs() -> None:
    """An id, a title, a scope and a question make a checklist; the rest has a default."""
    question = Question("a", "Hoe is het?", "")
    assert read(TOP + FIRST) == Checklist("week", "Weekstart", "Weekstart", "", "period", "", "", (question,))


def test_everything_that_a_checklist_can_have() -> None:
    """Every key of the format arrives in the domain."""
    text = """\
id: week
title: Weekstart
heading: Hoe begint de week?
section: eigen
scope: course
audience: ons team
intro: |
  Kort.

  Elke maandag.
topic: oogsten
questions:
  - id: mood
    question: Hoe
      is het?
    hint: Eerlijk.
    kind: scale
    scale: "0-10"
    value: beleving
    numbered: nee
    shows: prepare.results
    topic: beleving
    section: "2.4"
    then:
      - id: fix
        question: Wat kan beter?
        hint: Eén ding.
        kind: obstacle
        repeats: ja
      - id: look
        question: Wanneer kijken we?
        kind: follow-up
        item: Kijken
        who: team
        topic: doel
  - id: who
    question: Met wie?
    kind: people
    fills: with
  - id: pick
    question: Welke?
    kind: choice
    choices:
      - id: x
        text: de eerste
      - id: y-2
        text: de tweede
"""
    then = (
        Question("mood.fix", "Wat kan beter?", "2.4", "obstacle", "Eén ding.", repeats=True, topic="beleving"),
        Question("mood.look", "Wanneer kijken we?", "2.4", "follow-up", topic="doel", item="Kijken", who="team"),
    )
    mood = Question(
        "mood",
        "Hoe is het?",
        "2.4",
        "scale",
        "Eerlijk.",
        Level.BELEVING,
        numbered=False,
        shows="prepare.results",
        topic="beleving",
        low=0,
        high=10,
        then=then,
    )
    who = Question("who", "Met wie?", "eigen", "people", fills="with")
    pick = Question("pick", "Welke?", "eigen", "choice", choices=(Choice("x", "de eerste"), Choice("y-2", "de tweede")))
    assert read(text) == Checklist(
        "week",
        "Weekstart",
        "Hoe begint de week?",
        "eigen",
        "course",
        "ons team",
        "Kort.\n\nElke maandag.",
        (mood, who, pick),
        "oogsten",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "week.yaml:1: hier mist 'id', 'title', 'scope' en 'questions'."),
        ("# kop\nid: week\ntitle: x\nscope: period\n", "week.yaml:2: hier mist 'questions'."),
        (TOP.replace("title", "titel") + FIRST, "week.yaml:2: 'titel' ken ik hier niet; bedoel je title?"),
        (TOP.replace("period", "periode") + FIRST, "week.yaml:3: 'periode' kan niet bij 'scope'; bedoel je period?"),
        (TOP.replace("id: week", "id: maand") + FIRST, "week.yaml:1: 'maand' is niet de naam van het bestand, 'week'."),
        (TOP.replace("id: week", "id: Wéék") + FIRST, "week.yaml:1: 'Wéék' kan niet: gebruik kleine letters, cijfers,"),
        (TOP.replace("title: Weekstart", "title:") + FIRST, "week.yaml:2: bij 'title' staat niets."),
        (TOP.replace("title: Weekstart", "title: [a]") + FIRST, "week.yaml:2: bij 'title' hoort één tekst."),
        (TOP.replace("Weekstart", '"a\\eb"') + FIRST, "week.yaml:2: bij 'title' staat een onzichtbaar teken (U+001B)."),
        (TOP + "  a: b\n", "week.yaml:4: bij 'questions' hoort een lijst, met - voor elk deel."),
        (TOP[:-1] + " []\n", "week.yaml:4: bij 'questions' is ten minste 1 nodig."),
        (TOP + "  - los\n", "week.yaml:5: hier horen regels als 'naam: waarde' te staan, met 'id' en 'question'."),
        (TOP + "  - id: a\n", "week.yaml:5: hier mist 'question'."),
        (TOP + FIRST + FIRST, "week.yaml:7: 'a' is er al."),
        (TOP + FIRST + "    kind: tekst\n", "week.yaml:7: 'tekst' kan niet bij 'kind'; bedoel je text?"),
        (TOP + FIRST + "    kind: xxxx\n", "week.yaml:7: 'xxxx' kan niet bij 'kind'; kies uit: text, date, people,"),
        (TOP + FIRST + "    value: groei\n", "week.yaml:7: 'groei' kan niet bij 'value'; kies uit: beleving,"),
        (TOP + FIRST + "    numbered: no\n", "week.yaml:7: 'no' kan niet bij 'numbered'"),
        (TOP + FIRST + "    repeats: ja\n", "week.yaml:7: 'repeats' gaat alleen met 'kind: follow-up, obstacle, ask'."),
        (TOP + FIRST + "    several: ja\n", "week.yaml:7: 'several' gaat alleen met 'kind: choice', zonder 'fills'."),
        (TOP + FIRST + "    kind: date\n    plan: ja\n", "week.yaml:8: 'plan' gaat alleen met een vraag naar een"),
        (TOP + FIRST + "    item: Doen\n", "week.yaml:7: 'item' gaat alleen met 'kind: follow-up'."),
        (TOP + FIRST + "    kind: ask\n    item: Doen\n", "week.yaml:8: 'item' gaat alleen met 'kind: follow-up'."),
        (TOP + FIRST + "    kind: follow-up\n    who: Noor\n", "week.yaml:8: 'who' gaat alleen met 'item'."),
        (
            TOP + FIRST + "    kind: follow-up\n    item: Doen\n    repeats: ja\n",
            "week.yaml:9: 'repeats' gaat niet met 'item'",
        ),
        (TOP + FIRST + "    shows: results\n", "week.yaml:7: 'results' is geen 'checklist.vraag'"),
        (TOP + FIRST + "    kind: scale\n", "week.yaml:7: bij 'kind: scale' hoort 'scale'."),
        (TOP + FIRST + "    kind: follow-up\n    weeks: 1\n", "week.yaml:8: 'weeks' gaat alleen met 'item'."),
        (
            TOP + FIRST + "    kind: follow-up\n    item: Doen\n    weeks: 4, 1\n",
            "week.yaml:9: '4, 1' is geen rij weken, zoals 1, 4, 12.",
        ),
        (TOP + FIRST + "    scale: 1-5\n", "week.yaml:7: 'scale' gaat alleen met 'kind: scale'."),
        (TOP + FIRST + "    kind: scale\n    scale: 5-1\n", "week.yaml:8: '5-1' is geen schaal, zoals 1-5."),
        (TOP + FIRST + "    kind: scale\n    scale: 1-1000\n", "week.yaml:8: '1-1000' is geen schaal"),
        (TOP + FIRST + "    kind: scale\n    scale: ١-٥\n", "week.yaml:8: '١-٥' is geen schaal"),
        (TOP + FIRST + "    kind: choice\n", "week.yaml:7: bij 'kind: choice' hoort 'choices'."),
        (TOP + FIRST + "    choices: []\n", "week.yaml:7: 'choices' gaat alleen met 'kind: choice'."),
        (
            TOP + FIRST + "    kind: choice\n    choices: [{id: a, text: b}]\n",
            "week.yaml:8: bij 'choices' is ten minste 2 nodig.",
        ),
        (
            TOP + FIRST + "    kind: choice\n    choices: [{id: a, text: b},\n      {id: a, text: c}]\n",
            "week.yaml:9: 'a' is er al.",
        ),
        (
            TOP + FIRST + "    kind: choice\n    choices: [{id: a, text: b},\n      {id: 1, text: c}]\n",
            "week.yaml:9: '1' is een nummer; geef de keuze een naam.",
        ),
        (
            TOP + FIRST + "    kind: choice\n    fills: value\n    choices: [{id: a, text: b}, {id: c, text: d}]\n",
            "week.yaml:9: met 'fills: value' kan dit alleen zijn: beleving,",
        ),
        (TOP + FIRST + "    fills: tags\n", "week.yaml:7: 'tags' kan niet bij 'fills'"),
        (
            TOP + FIRST + "    kind: date\n    fills: course\n",
            "week.yaml:8: 'fills: course' gaat alleen met 'kind: text'.",
        ),
        (
            TOP + FIRST + "    fills: course\n" + FIRST.replace("id: a", "id: b") + "    fills: course\n",
            "week.yaml:10: een eerdere vraag vult 'course' al.",
        ),
        (
            TOP + FIRST + "    then:\n      - id: b\n        question: En?\n",
            "week.yaml:8: hier mist 'kind'.",
        ),
        (
            TOP + FIRST + "    then:\n      - id: b\n        question: En?\n        kind: date\n",
            "week.yaml:10: 'date' kan niet bij 'kind'; kies uit: follow-up, obstacle, ask, level.",
        ),
        (
            TOP
            + FIRST
            + "    then:\n      - id: b\n        question: En?\n        kind: ask\n        value: beleving\n",
            "week.yaml:11: 'value' ken ik hier niet",
        ),
        (
            TOP + FIRST + "    then:\n      - id: b\n        question: En?\n        kind: ask\n        item: Doen\n",
            "week.yaml:11: 'item' gaat alleen met 'kind: follow-up'.",
        ),
        (
            TOP + FIRST + "    then:\n" + 2 * "      - id: b\n        question: En?\n        kind: ask\n",
            "week.yaml:11: 'b' is er al.",
        ),
    ],
)
def test_refused_with_its_line(text: str, message: str) -> None:
    """Each mistake is told with its line and the way out."""
    assert any(line.startswith(message) for line in said(text))
    assert all(line.endswith((".", "?")) and not line.endswith("..") for line in said(text))


@pytest.mark.parametrize("name", ENTRY_FIELDS)
def test_a_question_does_not_take_the_name_of_a_field(name: str) -> None:
    """In an answers file `tags` is the entry's, unless the question fills that very field."""
    text = TOP + FIRST.replace("id: a", f"id: {name}")
    assert said(text) == [f"week.yaml:5: '{name}' heeft al een betekenis in een antwoordenbestand."]
    if name in {"course", "with"}:
        assert read(text + f"    fills: {name}\n").questions[0].id == name


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    """Mending a file takes one round, not one for each mistake."""
    lines = said("id: week\ntitel: x\nscope: jaar\nquestions:\n  - id: A\n    question:\n    kind: tekst\n")
    assert [line.split(": ")[0] for line in lines] == [f"week.yaml:{n}" for n in (1, 2, 3, 5, 6, 7)]


SHIPPED = sorted((content_folder() / "checklists").glob("*.yaml"), key=lambda path: path.name)


@given(st.sampled_from(SHIPPED), st.data())
def test_a_damaged_checklist_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    """Lines lost, doubled or replaced raise nothing but ContentError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    pieces = st.sampled_from(
        [*lines, "x", "  - a", "    kind: scale", "    then: []", "    choices: x", "    item: {}"]
    )
    lines[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(pieces, max_size=3))
    try:
        assert read("\n".join(lines), path.stem).id == path.stem
    except ContentError as error:
        for line in str(error).split("\n"):
            assert line.startswith(f"{path.stem}.yaml:")


LEVEL = "    then:\n      - id: level\n        question: Welk niveau?\n        kind: level\n"


def test_a_short_question_can_ask_for_the_level_of_the_answer_before_it() -> None:
    """It is a choice of the five, and fills nothing else."""
    (asked,) = read(TOP + FIRST + LEVEL).questions
    (level,) = asked.then
    assert asked.asks_level
    assert (level.kind, level.fills, [choice.id for choice in level.choices]) == ("choice", "level", list(LEVELS))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FIRST + LEVEL + LEVEL.partition("then:\n")[2].replace("level\n", "weer\n", 1), "'kind: level' kan één keer"),
        (FIRST + "    kind: people\n" + LEVEL, "'kind: level' gaat alleen onder een vraag naar een tekst"),
        (FIRST + "    fills: course\n" + LEVEL, "'kind: level' gaat alleen onder een vraag naar een tekst"),
        (FIRST + "    value: beleving\n" + LEVEL, "'value' gaat niet met 'kind: level' eronder"),
        (FIRST + LEVEL + "        item: Doen\n", "'item' gaat alleen met 'kind: follow-up'"),
        (FIRST + LEVEL + "        repeats: ja\n", "'repeats' gaat alleen met"),
        (FIRST + "    kind: level\n", "'level' kan niet bij 'kind'"),
    ],
)
def test_where_no_level_can_be_asked(text: str, message: str) -> None:
    """Of what is no text, or has a level already."""
    assert any(message in line for line in said(TOP + text))
