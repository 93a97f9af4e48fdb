"""Answers files and their templates."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.entry import clean
from leerlog.errors import ContentError
from leerlog.library.answers import Answers, read_answers, template
from leerlog.library.content import ORDER, load_checklist
from leerlog.library.strict import BadContent, load

CHECKLISTS = {name: load_checklist(name) for name in ORDER}
PREPARE = CHECKLISTS["prepare"]
TEXTS = st.text() | st.lists(
    st.sampled_from(
        [" ", "\t", "  ", ": ", "# ", "- ", "'", '"', "|", ">", "---", "\\", "x", "é", "\xa0", "\u2028", "\r"]
    )
    | st.sampled_from(["\n", "\n\n", "\n  ", "goal: |", "\x1b[31m", "\x85", "\ufeff", "\U0001f600", "null", "~", "\0"])
).map("".join)


def read(text: str | bytes, checklist: Checklist = PREPARE) -> Answers:
    """What a text says, when nothing in it is wrong."""
    answers, problems = read_answers(text, "antwoorden.yaml", checklist)
    if problems:
        raise BadContent(*problems)
    return answers


def said(text: str | bytes, checklist: Checklist = PREPARE) -> str:
    """What is said about a text that is refused."""
    with pytest.raises(ContentError) as failure:
        read(text, checklist)
    return str(failure.value)


def test_answers_and_their_lines() -> None:
    """Ids and texts, with the line of each, also of ids that nobody knows."""
    answers = read(
        "# mijn antwoorden\ngoal: Beter zoeken\n\napply.obstacle: |\n  Geen tijd\n  Geen zoeksysteem\ngaol: x\n"
    )
    assert answers.texts == {"goal": "Beter zoeken", "apply.obstacle": "Geen tijd\nGeen zoeksysteem", "gaol": "x"}
    assert answers.lines == {"goal": 2, "apply.obstacle": 4, "gaol": 7}
    assert answers.where("gaol") == "antwoorden.yaml:7"


def test_an_answer_stays_what_was_typed() -> None:
    """Numbers, times, dates and little words are text."""
    text = "goal: 010\nmanager: 12:30\nstart: 2026-12-07\napply: nee\nresults: 'null'\ncolleagues: 3 want het gaat\n"
    assert read(text).texts == {
        "goal": "010",
        "manager": "12:30",
        "start": "2026-12-07",
        "apply": "nee",
        "results": "null",
        "colleagues": "3 want het gaat",
    }


@pytest.mark.parametrize("nothing", ["", " ~", " null", ' ""', " |", " |\n\n  \n", " []", " ['', ~]", " # later"])
def test_nothing_is_a_skipped_question(nothing: str) -> None:
    """An empty slot answers nothing, and still has its line."""
    answers = read(f"goal:{nothing}\n\nmanager: x\n")
    assert answers.texts == {"manager": "x"}
    assert answers.lines["goal"] == 1


def test_a_list_is_a_line_for_each_item() -> None:
    """Several obstacles may be written as a list."""
    text = "apply.obstacle:\n  - 'Geen tijd (wie: Noor, voor 2026-12-07)'\n  -\n  - |\n    Geen\n    zoeksysteem\n"
    assert read(text).texts == {"apply.obstacle": "Geen tijd (wie: Noor, voor 2026-12-07)\nGeen zoeksysteem"}


def test_the_fields_of_the_entry_are_apart() -> None:
    """What is said about the whole entry is no answer; lists and commas are the same."""
    answers = read(
        "course: Woo-training\nwith: Anja, Kees\ntags: [woo, zoeken]\non: 2026-11-20\nshare: Team\n"
        "builds_on: [h2x8mmq4, laatste]\nprivate: [goal, apply]\ngoal: x\n"
    )
    assert answers.texts == {"goal": "x"}
    assert (answers.course, answers.people, answers.tags) == ("Woo-training", ("Anja", "Kees"), ("woo", "zoeken"))
    assert (answers.on, answers.share) == ("2026-11-20", ("team",))
    assert answers.builds_on == ("h2x8mmq4", "laatste")
    assert answers.private == ("goal", "apply")


def test_a_field_that_a_question_fills_is_its_answer() -> None:
    """In a moment `with` and `course` are questions, which fill the same fields; `tags` is not."""
    answers = read("with: Anja\ncourse: Woo\nvalue: 3\ntags: woo\n", CHECKLISTS["moment"])
    assert answers.texts == {"with": "Anja", "course": "Woo", "value": "3"}
    assert (answers.people, answers.course, answers.tags) == ((), "", ("woo",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("goal: x\ngoal: y\n", "antwoorden.yaml:2: 'goal' staat er al, op regel 1."),
        (
            "goal: |\nniet ingesprongen\n",
            "antwoorden.yaml:2: dit is geen 'naam: waarde'; tekst onder een naam begint met",
        ),
        ("goal:\n  tekst: x\n", "antwoorden.yaml:2: in de tekst bij 'goal' staat een dubbele punt; zet er aanhalings"),
        ("goal:\n  - x\n  - Klus (wie: Noor)\n", "antwoorden.yaml:3: in de tekst bij 'goal' staat een dubbele punt;"),
        ("goal: Klus (wie: Noor)\n", "antwoorden.yaml:1: hier staat een dubbele punt te veel; zet de tekst tussen"),
        ("goal:\n  - [x]\n", "antwoorden.yaml:2: bij 'goal' hoort een tekst, of een lijst van teksten."),
        (
            "\nprivate: gaol\n",
            "antwoorden.yaml:2: bij 'private' staat 'gaol', en dat is geen vraag van deze checklist; b",
        ),
        ("private: apply.obstacle\n", "antwoorden.yaml:1: bij 'private' staat 'apply.obstacle'"),
        ("share: iedereen\n", "antwoorden.yaml:1: met 'iedereen' kan ik niet delen. Kies uit: team, leidinggevende."),
        ("- goal\n", "antwoorden.yaml:1: hier horen regels als 'naam: waarde' te staan."),
    ],
)
def test_refused_with_its_line(text: str, message: str) -> None:
    """A mistake in the file is told where it stands."""
    assert said(text).startswith(message)


@pytest.mark.parametrize("name", ORDER)
def test_an_untouched_template_answers_nothing(name: str) -> None:
    """Printing a template and reading it back makes no entry, and names every question once, in order."""
    checklist = CHECKLISTS[name]
    answers = read(template(checklist), checklist)
    assert answers == Answers("antwoorden.yaml", lines=answers.lines)
    prompts = [prompt.id for prompt in checklist.prompts()]
    assert [name for name in answers.lines if name in prompts] == prompts
    assert answers.lines.keys() - prompts == {
        "course", "with", "tags", "on", "share", "builds_on", "private",
    } - set(prompts)  # fmt: skip


def test_a_template_tells_what_a_person_needs() -> None:
    """The question with its number, its hint, the choices, and lines that fit a screen."""
    lines = template(PREPARE).split("\n")
    assert "# 4. Wat wil je leren?" in lines
    assert "# Waar begin je, en met wie?" in lines
    assert "#   voor het vak" in lines
    assert "# één per regel, bijvoorbeeld: Geen toegang" in template(PREPARE)
    assert "# een cijfer van 1 tot en met 5" in template(CHECKLISTS["conditions"])
    assert max(map(len, lines)) <= 100


def test_a_template_as_a_person_fills_it_in() -> None:
    """Text on the lines under the bar, however deep, and short words behind a colon."""
    filled = template(PREPARE).replace("goal: |\n", "goal: |\n    Zoeken: hoe?\n\n    # en waarom\n\n")
    filled = filled.replace("goal_level:\n", "goal_level: team\n").replace("course:  ", "course: Woo ")
    answers = read(filled.replace("\n", "\r\n").encode())
    assert answers.texts == {"goal": "Zoeken: hoe?\n\n# en waarom", "goal_level": "team"}
    assert answers.course == "Woo"


@given(st.sampled_from(ORDER), st.data())
def test_a_filled_template_reads_back_the_same(name: str, data: st.DataObject) -> None:
    """Any text at all comes back, blank lines at its ends taken off."""
    checklist = CHECKLISTS[name]
    ids = st.sampled_from([prompt.id for prompt in checklist.prompts()])
    texts = data.draw(st.dictionaries(ids, TEXTS))
    expected = {key: clean(text) for key, text in texts.items() if clean(text)}
    assert read(template(checklist, texts), checklist).texts == expected


@given(st.text(), st.text(), st.text())
def test_a_template_of_any_checklist_can_be_read(title: str, hint: str, text: str) -> None:
    """Whatever an own checklist says in its comments, its template stays a file of answers."""
    words = [" ".join(part.split()) or "x" for part in (title, text)]
    printable = [yaml.safe_load(yaml.safe_dump(word)) for word in words]
    question = Question("a", printable[1], "", hint=hint)
    checklist = Checklist("own", printable[0], "x", "", "period", "", "", (question,))
    try:
        load(f"# {title} {text} {hint}".replace("\n", " "), "x")
    except ContentError:
        # The library refuses such characters when it reads a checklist.
        return
    assert read(template(checklist), checklist).texts == {}


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_whatever_comes_in_it_is_read_or_refused(data: str | bytes) -> None:
    """No answers file raises anything but ContentError."""
    try:
        answers = read(data)
    except ContentError as error:
        answers = Answers(str(error))
    assert answers.file.startswith("antwoorden.yaml")
    assert answers.texts.keys() <= answers.lines.keys()


def test_a_question_may_be_named_like_a_method() -> None:
    """Ids are data: `items` and `__class__` are texts like any other."""
    checklist = PREPARE._replace(questions=(Question("items", "?", ""),))
    assert read("items: x\n__class__: y\n", checklist).texts == {"items": "x", "__class__": "y"}
