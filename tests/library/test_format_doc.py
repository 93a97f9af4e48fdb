"""docs/content-format.md says what the library reads."""

import re
from pathlib import Path

from leerlog.library import checklists, guide
from leerlog.library.answers import read_answers
from leerlog.library.content import load_checklist
from leerlog.library.strict import MAX_BYTES, MAX_DEPTH, Reader, load

DOC = (Path(__file__).parents[2] / "docs" / "content-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOC, re.DOTALL)


def keys_under(heading: str) -> set[str]:
    """The first column of the table under a heading."""
    section = DOC.split(f"\n{heading}\n")[1].split("\n#")[0]
    return set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE))


def test_the_tables_have_the_keys_that_are_read() -> None:
    """Nothing is read that is not told, and nothing told that is not read."""
    top = {"id", "title", "scope", "questions", *checklists.CHECKLIST_KEYS}
    assert keys_under("## A checklist") == top
    assert keys_under("## A question") == {"id", "question", *checklists.QUESTION_KEYS}
    assert keys_under("# Answers files") == set(checklists.ENTRY_FIELDS)


def test_the_words_and_limits_are_told() -> None:
    """Kinds, scopes, levels of factors and the limits stand in the text."""
    for word in (*checklists.KINDS, *checklists.SCOPES, *guide.FACTOR_LEVELS):
        assert f"`{word}`" in DOC
    assert f"{MAX_BYTES // 1024} KiB" in DOC
    assert f"{MAX_DEPTH} lists and mappings" in DOC


def test_the_example_of_an_own_checklist_is_one() -> None:
    """The first example can be put in the folder as it stands."""
    reader = Reader("weekstart.yaml")
    checklist = checklists.read_checklist(load(EXAMPLES[0], reader.name), reader, "weekstart")
    reader.finish()
    assert [prompt.id for prompt in checklist.prompts()] == ["mood", "learn", "learn.when"]


def test_the_example_of_an_answers_file_is_one() -> None:
    """The second example answers the preparation, with ids that it has."""
    prepare = load_checklist("prepare")
    answers, problems = read_answers(EXAMPLES[1], "antwoorden.yaml", prepare)
    assert not problems
    assert answers.texts.keys() == {"start", "goal", "apply.obstacle", "assignment", "manager"}
    assert answers.lines.keys() - {"course", "share", "private"} <= {prompt.id for prompt in prepare.prompts()}
    assert (answers.course, answers.share, answers.private) == ("Woo-training", ("leidinggevende",), ("manager",))
