from datetime import date

import pytest

from leerlog.domain.entry import FollowUp
from leerlog.library.content import load_actions, load_checklist, load_principles
from leerlog.reports.actions import choices, choose, ideas, number_actions, picked, remedies
from leerlog.reports.scores import build_scores, low, round_before, weakest

HILL = load_checklist("hill").questions
CONDITIONS = load_checklist("conditions").questions
GROUPS = number_actions(load_actions()[0])
NAMES = [question.id for question in HILL]


def hill(make, *values, name="a", day="2026-11-23", course="Woo", **more):
    answers = {question: value for question, value in zip(NAMES, values, strict=False) if value}
    return make(name, day, checklist="hill", course=course, answers=answers, **more)


def test_a_round_has_its_scores_with_words_notes_and_a_total(make):
    """What was skipped, or is no score, does not count in the total."""
    made = build_scores(hill(make, "3", "0 alles lag vast", "", "7", "veel"), None, HILL)
    assert [(each.title, each.value, each.word, each.note) for each in made.scores] == [
        ("Urgentiebesef", 3, "helemaal", ""),
        ("Eigenaarschap", 0, "niet", "alles lag vast"),
    ]
    assert (made.total, made.most, made.skipped, made.previous_day) == (3, 6, 5, None)


def test_a_second_round_stands_beside_the_first_of_that_course(make):
    """However its name is written; another course or a later round is no earlier one."""
    first = hill(make, "1", "2", name="a", day="2026-10-01", course="wóo")
    second = hill(make, "3", "2", "1", name="b")
    others = [hill(make, "0", name="c", day="2026-11-01", course="Zaak"), hill(make, "0", name="d", day="2026-12-01")]
    assert round_before([first, second, *others], second) is first
    assert round_before([second, *others], second) is None
    made = build_scores(second, first, HILL)
    assert [each.previous for each in made.scores] == [1, 2, None]
    assert (made.previous_day, made.previous_total, made.previous_most) == (date(2026, 10, 1), 3, 6)


@pytest.mark.parametrize(
    ("values", "weak", "alike"),
    [
        ("3333333", "", ""),
        ("3323232", "246", ""),
        ("2222222", "012", "3456"),
        ("3032103", "154", ""),
        ("1011111", "102", "3456"),
        ("0222222", "0", ""),
    ],
)
def test_the_weakest_are_the_lowest_three(make, values, weak, alike):
    """Those of 0 and 1 go before those of 2; a full score is not weak."""
    found, rest = weakest(build_scores(hill(make, *values), None, HILL))
    assert [each.question for each in found] == [NAMES[int(at)] for at in weak]
    assert [each.question for each in rest] == [NAMES[int(at)] for at in alike]


def test_ideas_are_numbered_over_all_principles(make):
    """From 1, in the order of the weakest."""
    weak, _ = weakest(build_scores(hill(make, "1", "0"), None, HILL))
    advice = ideas(weak, load_principles())
    assert [each.score.title for each in advice] == ["Eigenaarschap", "Urgentiebesef"]
    assert list(choices(advice)) == [1, 2, 3, 4, 5, 6]


def test_a_low_condition_has_the_actions_of_its_remedy(make):
    """By their numbers of the whole list; a score of three is not low."""
    entry = make("a", "2026-11-23", checklist="conditions", answers={"feedback": "2", "support": "3", "reward": "1"})
    advice = remedies(low(build_scores(entry, None, CONDITIONS)), load_actions()[1], GROUPS)
    assert [each.score.question for each in advice] == ["reward", "feedback"]
    assert (advice[1].actions[0].number, advice[1].actions[0].factor) == (18, "Feedback")
    assert choices(advice).items() <= choices(GROUPS).items()


def test_every_condition_has_a_remedy_with_actions(make):
    """Whatever scores low, there is something to do."""
    entry = make("a", "2026-11-23", checklist="conditions", answers={question.id: "1" for question in CONDITIONS})
    advice = remedies(low(build_scores(entry, None, CONDITIONS)), load_actions()[1], GROUPS)
    assert [bool(each.actions and each.because) for each in advice] == [True] * 7


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("team", "climate open-feedback leadership peers"),
        ("ORG", "channels recognition worthwhile-work time"),
        ("(zelf)Vertrouwen", "confidence"),
        ("zelfvertr", "confidence"),
        ("steun van", "leadership"),
        ("leidinggevende", "leadership"),
        ("open-feedback", "open-feedback"),
        ("feedback", "open-feedback"),
    ],
)
def test_a_level_or_a_factor_is_found_by_a_word_of_it(word, found):
    """Case, brackets and the rest of the name are forgiven."""
    assert " ".join(group.factor.id for group in choose(GROUPS, word)[0]) == found


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("orgnisatie", ("organisatie",)),
        ("te", ("team", "Tevredenheid in de baan")),
        ("xyz", ()),
        ("", ()),
        ("()", ()),
    ],
)
def test_a_word_that_names_nothing_or_too_much_is_told_what_it_is_near_to(word, near):
    """So that a person can be asked."""
    assert choose(GROUPS, word) == ((), near)


def test_picked_actions_are_running_first_and_then_tried(make):
    """The soonest first, and of what was tried the latest; other agreements are none."""

    def item(text, due="", done=""):
        day, tried = (date.fromisoformat(text) if text else None for text in (due, done))
        return FollowUp("follow_up", text, "", day, tried, tried is not None)

    entries = [
        make("a", "2026-10-01", checklist="actions", follow_ups=(item("oud", done="2026-10-05"),)),
        make("b", "2026-10-02", checklist="actions", follow_ups=(item("later"),)),
        make("c", "2026-10-03", checklist="conditions", follow_ups=(item("eerst", due="2026-12-01"),)),
        make("d", "2026-10-04", checklist="actions", follow_ups=(item("nieuw", done="2026-11-05"),)),
        make("e", "2026-10-05", checklist="prepare", follow_ups=(item("anders"),)),
    ]
    found = picked(entries, date(2026, 11, 23))
    assert [each.text for each in found] == ["eerst", "later", "nieuw", "oud"]
