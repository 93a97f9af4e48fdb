from datetime import date

import pytest

from leerlog.documents.agenda import actions_document, tried_document
from leerlog.documents.scores import conditions_document, hill_document
from leerlog.domain.agenda import Item
from leerlog.domain.score import Score, Scores
from leerlog.domain.text import cells
from leerlog.library.content import load_actions, load_principles
from leerlog.reports.actions import ideas, number_actions, remedies

TODAY = date(2026, 11, 23)
GROUPS = number_actions(load_actions()[0])


def hill(*scores, **more):
    found = tuple(score._replace(most=3) for score in scores)
    return Scores("Woo-training", TODAY, found, **more)


STRONG = Score("action", "Actie en kennisdeling", 3, 3, "helemaal", previous=1)
WEAK = Score("teamwork", "Individueel en teamwerk, begeleid", 0, 3, "niet", "er is geen mentor", 0)
LOW = Score("contacts", "Je beschikt over uitgebreide professionele contacten", 2, 5, "", "weinig tijd", 4)
FINE = Score("change", "Je ervaart veranderingen", 4, 5, previous=2)


@pytest.fixture
def pages():
    earlier = {"previous_day": date(2026, 10, 1), "previous_total": 1, "previous_most": 6}
    return {
        "hill": hill_document(hill(STRONG, WEAK, **earlier), ideas((WEAK,), load_principles()), (WEAK,)),
        "full": hill_document(hill(STRONG), ()),
        "none": hill_document(hill(skipped=7), ()),
        "conditions": conditions_document(
            Scores("", TODAY, (FINE, LOW), 5, date(2026, 10, 1)), remedies((LOW,), load_actions()[1], GROUPS)
        ),
        "fine": conditions_document(Scores("", TODAY, (FINE,)), ()),
        "actions": actions_document(GROUPS),
        "tried": tried_document(
            [
                Item("a.1", "a", TODAY, "", "follow_up", "Lummeltijd inplannen", "Noor", TODAY, days=0),
                Item("b.1", "b", TODAY, "", "follow_up", "Vragen", "", None, TODAY, True, result="Ze durft meer"),
                Item("c.1", "c", TODAY, "", "follow_up", "Prikkels", "", None, None, True),
            ],
            TODAY,
        ),
        "untried": tried_document([], TODAY),
    }


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_page_fits_every_screen(pages, shown, width):
    """No line is wider than the screen, and nothing that can be picked is cut."""
    for name, page in pages.items():
        text = shown(page, width=width)
        assert max(cells(line) for line in text.split("\n")) <= width, name
        assert "…" not in text.replace('"…"', ""), name


def test_every_plain_page_is_facts(pages, shown):
    """No boxes, no bars, no marks; every bar has its words."""
    for name, page in pages.items():
        text = shown(page, plain=True)
        assert not set(text) & set("█✓○│─→"), name
        assert "\n\n\n" not in text, name
    plain = shown(pages["hill"], plain=True)
    assert "HILL: Woo-training, 3 van 6\nDag: 23 november 2026, eerder, op 1 oktober 2026: 1 van 6\n" in plain
    assert "Principe, Actie en kennisdeling: 3 van 3, helemaal, de vorige keer 1\n" in plain
    assert "0 van 3, niet, de vorige keer 0, er is geen mentor\n" in plain
    assert "Zwak: Individueel en teamwerk, begeleid · niet\n" in plain
    assert "Idee 1: Vorm buddy's" in plain
    plain = shown(pages["conditions"], plain=True)
    assert "contacten: 2 van 5, de vorige keer 4, weinig tijd\n" in plain
    assert "Actie 20, Andere vakgenoten ontmoeten: Elke maand" in plain


def test_a_bar_is_as_long_as_its_score_on_the_scale(pages, shown):
    """Not as long as the largest that was given."""
    lines = shown(pages["conditions"], width=100).split("\n")
    lengths = {line.strip()[0]: line.count("█") for line in lines if "█" in line}
    assert lengths == {"4": 24, "2": 12}


def test_scores_stand_with_their_words_and_the_round_before(pages, shown):
    """What is as it was has =."""
    lines = [" ".join(line.replace("█", "").split()) for line in shown(pages["hill"], width=100).split("\n")]
    assert "3 Actie en kennisdeling helemaal 1 → 3" in lines
    assert "0 Individueel en teamwerk, begeleid niet =" in lines
    assert "23 november 2026 · eerder, op 1 oktober 2026: 1 van 6" in lines
    assert "Je schreef: er is geen mentor" in lines


def test_on_a_narrow_screen_a_name_stands_above_its_bar(pages, shown):
    """So that the bars keep their room."""
    text = shown(pages["conditions"], width=60)
    assert "  Je ervaart veranderingen\n  4  ████" in text


def test_when_nothing_is_low_the_page_is_kind(pages, shown):
    """And it says where to go on."""
    assert "leerlog actions" in shown(pages["fine"])
    assert "vertel het" in shown(pages["full"])
    assert "geen cijfer" in shown(pages["none"])
    assert "leerlog actions" in shown(pages["untried"])


def test_all_actions_are_there_with_their_examples(pages, shown):
    """Fourteen factors, twenty-five actions."""
    text = " ".join(shown(pages["actions"]).split())
    assert "14 factoren, 25 acties" in text
    for group in GROUPS:
        for part in (group.factor.title, group.factor.example, *(action.text for action in group.actions)):
            assert part in text


def test_what_was_tried_has_its_effect(pages, shown):
    """And what runs still has the words to say so later."""
    text = shown(pages["tried"])
    assert "→ Ze durft meer" in text
    assert "→ nog niet opgeschreven" in text
    assert 'leerlog actions --tried a.1 --effect "…"' in text
