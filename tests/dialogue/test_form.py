"""A checklist as a form, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.dialogue.form import TOP, FormDamaged, form, read_form
from leerlog.domain.check import Mistake
from leerlog.domain.entry import clean
from leerlog.library.content import load_checklist
from tests.dialogue.helpers import checklist, question

PREPARE = load_checklist("prepare")
IDS = [prompt.id for prompt in PREPARE.prompts()]
PIECES = st.sampled_from(
    ["#", "##", "# kop", "<!--", "-->", "<!-- question=goal -->", "\\", "\\\\#", " ", "\n", "\r\n", "\u2028", "\x85"]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)


@given(st.dictionaries(st.sampled_from(IDS), TEXTS.map(clean).filter(bool)))
def test_what_goes_in_comes_out(texts: dict[str, str]) -> None:
    """Any answers that stand in a form are read back as they were."""
    assert read_form(PREPARE, form(PREPARE, texts)) == {name: texts[name] for name in IDS if name in texts}


@given(st.dictionaries(st.sampled_from(IDS), TEXTS.map(clean).filter(bool)))
def test_line_ends_and_a_byte_order_mark_do_not_matter(texts: dict[str, str]) -> None:
    """What a Windows editor makes of a form reads the same."""
    windows = "\ufeff" + form(PREPARE, texts).replace("\n", "\r\n")
    assert read_form(PREPARE, windows) == {name: texts[name] for name in IDS if name in texts}


def test_the_form_as_it_looks() -> None:
    """Questions are headings, hints and choices comments, mistakes stand above the answer."""
    asked = checklist(
        question(
            "apply", "Hoe?", hint="Waar begin je -- en met wie?", then=(question("apply.x", "Wat nog?", kind="ask"),)
        ),
        question("end", "Wanneer?", kind="date"),
    )
    wrong = [Mistake("end", "'31 feb' bestaat niet")]
    assert form(asked, {"apply": "# zo", "end": "31 feb"}, "Woo-training", wrong) == (
        "# Voorbereiding: Woo-training\n\n"
        f"<!-- {TOP[0]} -->\n<!-- {TOP[1]} -->\n"
        "<!-- Tien minuten. -->\n\n"
        "## Hoe?\n<!-- question=apply -->\n<!-- Waar begin je - - en met wie? -->\n\n\\# zo\n\n"
        "### Wat nog?\n<!-- question=apply.x -->\n\n\n\n"
        "## Wanneer?\n<!-- question=end -->\n<!-- Een datum: 2 weken, vrijdag, 7 dec of 2026-12-07. -->\n"
        "<!-- LET OP: '31 feb' bestaat niet -->\n\n31 feb\n"
    )


def test_what_a_person_may_do() -> None:
    """Questions may be taken out, moved, and answered right under their comments."""
    asked = checklist(question("a"), question("b"))
    answer = "Meteen eronder\n<!-- met commentaar -->\n\n#los\n#### diep"
    text = f"<!-- question=b -->\n{answer}\n## Wat is a?\n\n<!-- question=a -->\n"
    assert read_form(asked, text) == {"b": answer}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!-- question=nee -->\nx", "'nee' hoort niet bij deze checklist"),
        ("<!-- question=a -->\nx\n<!-- question=a -->\ny", "'a' staat er twee keer in"),
        (
            "<!-- question=a -->\nx\n## Mijn kop\ny",
            "Regel 3 van het formulier is een kop die ik niet ken: '## Mijn kop'",
        ),
        ("## Wat is a?\nx", "een kop die ik niet ken"),
        (
            "# Titel\nlosse tekst\n<!-- question=a -->",
            "Boven de eerste vraag van het formulier staat nog tekst: 'losse tekst'",
        ),
    ],
)
def test_a_damaged_form_is_refused(text: str, reason: str) -> None:
    """Where it isn't sure what belongs where, nothing is guessed."""
    with pytest.raises(FormDamaged, match=reason):
        read_form(checklist(question("a")), text)
