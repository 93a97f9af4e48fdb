import pytest

from leerlog.domain.course import key, match_name

NAMES = ["Woo-training", "Zaakgericht werken", "Café sociale kaart"]


@pytest.mark.parametrize(
    ("name", "exact", "near"),
    [
        ("Woo-training", "Woo-training", ""),
        ("WOO-Training", "Woo-training", ""),
        ("cafe  sociale kaart", "Café sociale kaart", ""),
        ("Wo-training", "", "Woo-training"),
        ("zaakgericht", "", "Zaakgericht werken"),
        ("Cafe social kaart", "", "Café sociale kaart"),
        ("Excel", "", ""),
        ("", "", ""),
        ("\u0301", "", ""),
    ],
)
def test_a_name_is_known_without_capitals_and_accents(name, exact, near):
    """A near miss is told apart from a name that is known, and from one that is new."""
    assert match_name(name, NAMES) == (exact, near)


def test_the_very_spelling_goes_before_another():
    """Where a journal has both."""
    assert match_name("woo", ["Woo", "woo"]) == ("woo", "")
    assert key("  Wóó \n training") == "woo training"
