"""The content as it is shipped, and a person's own beside it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from leerlog.domain.checklist import ITEM_KINDS
from leerlog.domain.entry import DAILY, DAILY_QUESTION, DAILY_TEXT, DAILY_TITLE
from leerlog.domain.guide import Guide, parts_of
from leerlog.domain.value import Level
from leerlog.errors import ContentError, UsageError
from leerlog.library import content, folders

WEEK = """\
id: week
title: Weekstart
scope: period
questions:
  - id: mood
    question: Hoe begint je week?
    topic: oogsten
    shows: after.results
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The handreiking."""
    whole, problems = content.load_guide()
    assert problems == []
    return whole


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one checklist of one's own."""
    (tmp_path / "week.yaml").write_text(WEEK, encoding="utf-8")
    return tmp_path


def test_the_checklists_ask_what_the_handreiking_asks(guide: Guide) -> None:
    """The number of counted questions is that of the section; with those of 2.2.2 and 3.2 of the preparation, and
    with what is expected and who benefits where these are asked."""
    counts = {each.id: len(each.numbered) for each in guide.checklists}
    assert counts == {
        "moment": 1,
        "prepare": 13,
        "during": 5,
        "debrief": 8,
        "after": 10,
        "recall": 3,
        "insights": 7,
        "conditions": 7,
        "waardecheck": 6,
        "design": 4,
        "hill": 7,
    }


def test_the_debrief_is_five_questions_and_three_to_actions(guide: Guide) -> None:
    """The part of a team session is a follow-up, and so are the three; the obstacle is one of the five."""
    kinds = [question.kind for each in guide.checklists if each.id == "debrief" for question in each.questions]
    assert kinds == ["text", "text", "follow-up", "text", "obstacle", "follow-up", "follow-up", "follow-up"]


def test_what_is_on_the_way_has_its_level(guide: Guide) -> None:
    """How it was, what was learned, and of what it brought so far the level that a person chooses."""
    prompts = {(each.id, prompt.id): prompt for each in guide.checklists for prompt in each.prompts()}
    assert prompts["debrief", "experience"].value is Level.BELEVING
    assert prompts["debrief", "learned"].value is Level.POTENTIEEL
    assert prompts["during", "interim"].asks_level
    assert {name for name, prompt in prompts.items() if prompt.asks_level} == {("during", "interim")}


def test_what_is_expected_is_asked_apart_from_what_is_seen(guide: Guide) -> None:
    """As something to look at later, without a level, right after the results."""
    (after,) = (each for each in guide.checklists if each.id == "after")
    names = [question.id for question in after.questions]
    assert names.index("expected") == names.index("results") + 1
    expected = after.questions[names.index("expected")]
    assert (expected.kind, expected.value) == ("follow-up", None)
    assert "verwacht" not in after.questions[names.index("results")].text


def test_one_word_per_thing(guide: Guide) -> None:
    """A course is a leertraject, and what stands in the way is taken away; nobody is addressed as u."""
    told = "\n".join(path.read_text(encoding="utf-8") for path in sorted(content.content_folder().rglob("*.yaml")))
    found = re.findall(r"\b(?:cursus\w*|training\w*|weghaal\w*|weghalen|haal\w* \w+ weg|u|uw)\b", told, re.IGNORECASE)
    assert found == []


def test_the_preparation_makes_its_appointments(guide: Guide) -> None:
    """Sharing, three looks at the results, the task and the talk are follow-ups; what hinders is an obstacle."""
    items = {
        prompt.id: prompt.kind
        for each in guide.checklists
        if each.id == "prepare"
        for prompt in each.prompts()
        if prompt.kind in ITEM_KINDS
    }
    assert items == {
        "trainer": "follow-up",
        "apply.obstacle": "obstacle",
        "results.interim": "follow-up",
        "results.progress": "follow-up",
        "results.first_results": "follow-up",
        "disciplines.talk": "follow-up",
        "assignment": "follow-up",
        "discuss": "follow-up",
    }


@pytest.mark.parametrize("checklist_id", ["after", "insights"])
def test_the_harvest_climbs_the_five_levels(guide: Guide, checklist_id: str) -> None:
    """The questions after a course or a period go through all levels in their order."""
    found = next(each for each in guide.checklists if each.id == checklist_id)
    levels = [question.value for question in found.questions if question.value]
    assert list(dict.fromkeys(levels)) == list(Level)


def test_the_rest_of_the_handreiking_is_whole(guide: Guide) -> None:
    """Principles, factors, actions, examples, levels, goals and angles are there in their numbers."""
    assert len(guide.principles) == 7
    assert all(2 <= len(principle.ideas) <= 4 for principle in guide.principles)
    assert len(guide.factors) == 14
    assert [len(factor.actions) for factor in guide.factors] == [5, 3, 1, 2, 3, 1, 2, 1, 1, 1, 2, 1, 1, 1]
    assert [factor.level for factor in guide.factors] == ["individueel"] * 6 + ["team"] * 4 + ["organisatie"] * 4
    assert all(factor.example for factor in guide.factors)
    assert len(guide.goals) == 5
    assert len(guide.talk) >= 4


def test_the_levels_are_those_of_the_domain(guide: Guide) -> None:
    """values.yaml tells all five levels in order, and the moment offers the same."""
    assert [text.level for text in guide.levels] == list(Level)
    value = next(question for question in guide.checklists[0].questions if question.fills == "value")
    assert [choice.id for choice in value.choices] == [level.value for level in Level]


def test_the_goals_are_the_choices_of_the_preparation(guide: Guide) -> None:
    """What a person picks in `prepare` is a goal that can be explained."""
    prepare = next(each for each in guide.checklists if each.id == "prepare")
    choices = next(question.choices for question in prepare.questions if question.id == "goal_level")
    assert [choice.id for choice in choices] == [goal.id for goal in guide.goals]


def test_what_a_section_tells_one_by_one_is_explained_once(guide: Guide) -> None:
    """The levels, the principles and the goals, each with the topic that opens its section."""
    parts = {topic.id: parts_of(topic, guide) for topic in guide.topics}
    assert {name: len(found) for name, found in parts.items() if found} == {
        "leren-met-impact": len(guide.principles),
        "doelen": len(guide.goals),
        "waardeniveaus": len(guide.levels),
    }


def test_the_daily_question_is_the_one_that_is_asked_without_reading_the_content(guide: Guide) -> None:
    """The constants of the fast path say what the content says."""
    moment = guide.checklists[0]
    assert (moment.id, moment.title) == (DAILY, DAILY_TITLE)
    assert (moment.questions[0].id, moment.questions[0].text) == (DAILY_QUESTION, DAILY_TEXT)


def test_everything_points_to_something(guide: Guide) -> None:
    """Topics, earlier answers, and the factors and conditions of the remedies exist."""
    assert {
        each.id: content.loose_ends(each, guide) for each in guide.checklists if content.loose_ends(each, guide)
    } == {}
    factors = {factor.id for factor in guide.factors}
    assert {name for remedy in guide.remedies for name in remedy.factors} <= factors
    conditions = next(each for each in guide.checklists if each.id == "conditions")
    assert [remedy.condition for remedy in guide.remedies] == [question.id for question in conditions.questions]


def test_every_part_names_its_section(guide: Guide) -> None:
    """Whatever comes from the handreiking says where it stands there."""
    parts = [*guide.checklists, *guide.levels, *guide.principles, *guide.goals, *guide.factors, *guide.topics]
    parts += [prompt for each in guide.checklists for prompt in each.prompts()]
    assert [part for part in parts if not part.section[:1].isdigit()] == []
    assert [each.id for each in guide.checklists if not (each.heading and each.audience and each.intro)] == []


def test_hill_is_a_checklist_over_a_course(guide: Guide) -> None:
    """Each principle is a scale of 0 to 3, in the principles' order."""
    hill = content.load_checklist("hill")
    assert hill.scope == "course"
    assert [question.id for question in hill.questions] == [principle.id for principle in guide.principles]
    assert {(question.kind, question.low, question.high) for question in hill.questions} == {("scale", 0, 3)}
    assert all(question.hint for question in hill.questions)
    assert hill in guide.checklists


def test_the_parts_are_the_same_as_the_whole(guide: Guide) -> None:
    """Reading one part gives what the guide has."""
    assert content.load_values() == (guide.levels, guide.talk, guide.nothing)
    assert content.load_topics() == guide.topics
    assert content.load_goals() == guide.goals
    assert content.load_actions() == (guide.factors, guide.remedies)
    assert tuple(content.load_checklist(name) for name in content.checklist_ids()) == guide.checklists


def test_the_folder_of_an_installed_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Content inside the package is used; without it, that of the source tree; without either it is said."""
    package = tmp_path / "site" / "src" / "leerlog"
    monkeypatch.setattr(folders, "__file__", str(package / "library" / "folders.py"))
    with pytest.raises(ContentError, match="Installeer leerlog opnieuw"):
        content.content_folder()
    (tmp_path / "site" / "content" / "checklists").mkdir(parents=True)
    assert content.content_folder() == tmp_path / "site" / "content"
    (package / "content" / "checklists").mkdir(parents=True)
    assert content.content_folder() == package / "content"


def test_one_checklist_reads_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """`leerlog prepare` does not pay for the other files."""
    seen = []
    read = content.read
    monkeypatch.setattr(content, "read", lambda path, name: seen.append(path.name) or read(path, name))
    content.load_checklist("prepare")
    assert seen == ["prepare.yaml"]


def test_yaml_is_not_imported_before_something_is_read() -> None:
    """Importing the library costs no YAML; the ids need none either."""
    code = (
        "import sys, leerlog.library.content as c, leerlog.library.answers, leerlog.library.settings\n"
        "c.checklist_ids(None)\n"
        "sys.exit(', '.join({'yaml', 'platformdirs', 'tomllib', 'difflib'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.strip() == ""


def test_an_unknown_checklist() -> None:
    """A slip is met with the nearest name, anything else with all of them."""
    with pytest.raises(UsageError, match="er is geen checklist 'prepair'; bedoel je prepare?"):
        content.load_checklist("prepair")
    with pytest.raises(UsageError, match="er zijn: moment, prepare, during"):
        content.load_checklist("../../xyz")


def test_own_checklists_come_after_those_of_the_handreiking(own: Path) -> None:
    """A file in one's own folder is a checklist like any other."""
    assert content.checklist_ids(own) == (*content.ORDER, "week")
    whole, problems = content.load_guide(own)
    assert problems == []
    assert whole.checklists[-1] == content.load_checklist("week", own)
    assert whole.checklists[-1].title == "Weekstart"


def test_an_own_checklist_takes_the_place_of_one_with_its_id(own: Path) -> None:
    """The order stays, the questions are one's own."""
    (own / "after.yaml").write_text(WEEK.replace("id: week", "id: after").replace("after.results", "after.mood"))
    assert content.checklist_ids(own) == (*content.ORDER, "week")
    assert content.load_checklist("after", own).title == "Weekstart"
    whole, problems = content.load_guide(own)
    assert [each.title for each in whole.checklists if each.id == "after"] == ["Weekstart"]
    # Week shows an answer that the new `after` no longer asks for.
    assert [(Path(each.file).name, each.message) for each in problems] == [
        ("week.yaml", "'shows: after.results' verwijst naar iets wat er niet is")
    ]


def test_a_broken_own_checklist_is_a_problem_and_no_crash(own: Path) -> None:
    """The others are there, the handreiking's own takes its place, and every problem has its line."""
    broken = WEEK.replace("id: week", "id: during").replace("mood", "Mood").replace("scope: period", "scope: x")
    (own / "during.yaml").write_text(broken, encoding="utf-8")
    (own / "erg.yaml").write_bytes(b"\xff")
    (own / "oud.yml").write_text(WEEK, encoding="utf-8")
    whole, problems = content.load_guide(own)
    assert [each.id for each in whole.checklists] == [*content.ORDER, "week"]
    assert next(each for each in whole.checklists if each.id == "during").title == "Onderweg"
    found = [(Path(each.file).name, each.line) for each in problems]
    assert found == [("oud.yml", 0), ("during.yaml", 3), ("during.yaml", 5), ("erg.yaml", 1)]
    with pytest.raises(ContentError, match="during.yaml:3: 'x' kan niet bij 'scope'"):
        content.load_checklist("during", own)


def test_an_own_folder_that_is_not_there(tmp_path: Path) -> None:
    """Most people have no checklists of their own."""
    assert content.checklist_ids(tmp_path / "weg") == content.ORDER
    assert content.load_guide(tmp_path / "weg")[1] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("values.yaml", "- id: beleving", "- id: gevoel", "'gevoel' kan niet bij 'id'; kies uit: beleving"),
        ("values.yaml", "talk:", "praat:", "'praat' ken ik hier niet"),
        ("hill.yaml", "  - id: ownership", "  - id: urgency", "'urgency' is er al"),
        ("goals.yaml", "meaning:", "betekenis:", "hier mist 'meaning'"),
        ("actions.yaml", "level: team", "level: groep", "'groep' kan niet bij 'level'; kies uit"),
        ("actions.yaml", "- condition: change", "- condition: challenge", "'challenge' is er al"),
        ("topics.yaml", "title: Oogsten", "title: [Oogsten]", "bij 'title' hoort één tekst"),
    ],
)
def test_the_other_files_are_read_as_strictly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str, message: str
) -> None:
    """A mistake in any content file is told with its file and line."""
    import shutil

    shutil.copytree(content.content_folder(), tmp_path / "content")
    text = (tmp_path / "content" / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "content" / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(content, "content_folder", lambda: tmp_path / "content")
    with pytest.raises(ContentError, match=rf"^content/{file}:\d+: ") as failure:
        content.load_guide()
    assert message in str(failure.value)
