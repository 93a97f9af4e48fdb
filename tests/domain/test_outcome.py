"""Answers that say no more than that there is nothing."""

import pytest

from leerlog.domain.outcome import Nothing, words_in
from leerlog.library.content import load_values

NOTHING = Nothing(load_values().nothing)


@pytest.mark.parametrize("phrase", NOTHING.phrases)
def test_each_way_of_saying_it_is_known_however_it_is_written(phrase: str) -> None:
    """Capitals, accents, punctuation, line ends and what can't be seen don't matter; nor does saying it twice."""
    accented = phrase.replace("e", "e\u0301").replace("i", "i\u0308")
    ways = [phrase, phrase.upper(), f"  {phrase}!\n", f"**{phrase}**…", f"{phrase}, {phrase}.", accented]
    ways += [
        phrase.replace(" ", "\n"),
        phrase.replace("n", "n\u200b"),
        f"- {phrase}",
        f"“{phrase}”",
        f"Nee, {phrase} :-(",
    ]
    for way in ways:
        assert NOTHING.said(way), way


@pytest.mark.parametrize(
    "text",
    [
        "Nee, nog niets.",
        "Nog niet, nee",
        "NÉÉ",
        "n.v.t.",
        "N.V.T",
        "-",
        "...",
        "?!",
        "",
        " \n",
        "nee nee nee",
        "Tja… helaas nog niks.",
        "Niet echt",
        "Nog helemaal niet",
        "Dat heb ik nog niet",
        "Ik zie eigenlijk nog geen resultaat.",
        "Anderen merken er nog niets",
        "Ze merken er nog niets van",
        "Mijn collega's zien nog niets.",
        "De burger merkt er nog niks van",
        "Niemand merkt er iets van",
        "Nog niets van gemerkt",
        "Ik heb er nog niets van gebruikt",
        "We zien er nog niets van terug",
        "Het is nog te vroeg",
        "Ik doe nog niets anders",
        "Nog steeds niets",
        "Voor zover ik weet niets.",
        "Nee, daar ben ik nog niet aan toegekomen",
        "Nog te vroeg om iets te zeggen",
        "Zo ver zijn we nog niet.",
    ],
)
def test_these_say_nothing(text: str) -> None:
    """As people write it."""
    assert NOTHING.said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nee zeggen tegen een overleg zonder agenda",
        "Nog niets. Kees zegt dat ik minder zucht.",
        "Nog niets, maar Fatma belt minder.",
        "Niets is meer hetzelfde",
        "Ze zien dat ik eerder klaar ben",
        "Collega's merken niets van de drukte meer",
        "Het is er veel rustiger van",
        "Nog steeds elke week een lunch",
        "Geen bezwaar van de verzoeker",
        "Nul bezwaren deze maand",
        "Niemand belt nog terug",
        "Neen-stemmers gesproken",
        "Geen tijd",  # an obstacle
        "x",
        "Wij",
        "Hier",
        "Geen fouten meer",
        "Niet echt anders, wel sneller",
        "Ik zie nu eerst wie het vraagt",
        "Ik merk dat ik minder zoek",
        "Er is nog geen papier aan te pas gekomen",
        "Later pas zag ik het",
        "Nietsnut",
        "neenee",
        "ne e",
        "1 verzoek",
        "👍",
        "Ja",
        "non",
        "niе",  # with a Cyrillic letter
    ],
)
def test_these_say_something(text: str) -> None:
    """It goes on after its no, or is another word."""
    assert not NOTHING.said(text)


def test_a_long_row_of_noes_takes_no_time() -> None:
    """Phrases that begin alike are not tried in every combination."""
    assert NOTHING.said("nog niet nog niets nog geen idee " * 3_000)
    assert not NOTHING.said("nog niet nog niets nog geen idee " * 3_000 + "iets")


def test_without_words_only_silence_says_nothing() -> None:
    """What counts as no is for the content to say."""
    assert Nothing().said("…")
    assert not Nothing().said("nee")


def test_the_words_of_a_text() -> None:
    """Apart from how they are written."""
    assert words_in("N.v.t.; Één 'IDÉE'") == ["n", "v", "t", "een", "idee"]
