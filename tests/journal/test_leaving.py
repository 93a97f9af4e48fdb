"""What a hand put in a journal in its own way never leaves it; what leerlog wrote does."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, tidy
from leerlog.domain.period import quarter_of
from leerlog.domain.share import Share
from leerlog.journal.canonical import blocks_of, is_canonical
from leerlog.journal.leaving import leave_again
from leerlog.journal.parsing import parse
from leerlog.journal.shares import share_text
from leerlog.journal.writing import render, section_kind
from tests.conftest import SAMPLE
from tests.journal import earlier_guard
from tests.journal.strategies import entries

TOP = "## 2026-11-03 09:00 · Moment\n<!-- id=a2000001 checklist=moment -->\n\n- Delen: team\n"
QUESTION = "\n### Wat heeft jou verwonderd?\n<!-- question=surprise -->\n\nOpen.\n"
SECRET = "GEHEIM"


def left(text: str, audience: str = "team") -> tuple[str, list[str]]:
    """What leaves of a month's text, and why the rest stays."""
    found, problems = parse(text)
    gone, stays = leave_again(text, found, problems, audience, ())
    period = quarter_of(found[0].date)
    made = share_text(Share("Anja", audience, period, "2026-12-18T09:00", "", gone))
    return made, [str(each.problem) for each in stays]


def test_all_that_is_shared_in_the_sample_leaves() -> None:
    """Every note of it is as leerlog writes it, and none leaves a doubt, to whomever it is shown."""
    number = 0
    for file in sorted(SAMPLE.glob("*.md")):
        text = file.read_text("utf-8")
        found, problems = parse(text, file.name)
        spans = blocks_of(text)
        for entry in found:
            number += 1
            assert is_canonical(entry, text[slice(*spans[entry.line])]), entry.id
            both = render(tidy(entry._replace(share=("team", "leidinggevende"))))
            assert left(both)[1] == []
        assert not problems
    assert number == 115


@given(entries())
def test_what_leerlog_writes_is_canonical(entry: Entry) -> None:
    """Whatever stands in it, also with the other line ends and more blank lines below."""
    block = render(tidy(entry))
    (found,) = parse(block)[0]
    assert is_canonical(found, block)
    assert is_canonical(found, block + "\n \n")
    again = parse(block.replace("\n", "\r\n"))[0][0]
    assert is_canonical(again, block)


@given(entries())
def test_what_an_earlier_version_wrote_is_canonical(entry: Entry) -> None:
    """Unless a line of it begins with what may be a heading."""
    entry = tidy(entry)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leerlog.journal.writing.escape", lambda text, place, wide: earlier_guard.guard(text, place))
        patch.setattr("leerlog.journal.writing.needs_wide", lambda *_: False)
        block = render(entry)
    if not any("#" in answer.text for answer in entry.answers):
        assert is_canonical(parse(block)[0][0], block)


PRIVATE = (
    "privé",
    "prive",
    "Privé",
    "PRIVÉ",
    "prive\u0301",
    "private",
    "Private",
    "pri\u200bvé",
    "privè",
    "privénotitie",
)
MARKS = (
    "({})", "[{}]", "({}).", "( {} )", "({}!)", "**({})**", "**{}**", "*{}*", "_{}_", "~~{}~~", "`{}`", "=={}==",
    "(wie: Jan, {})", "(wie: Jan; {})", "(voor 2026-12-01 {})", "(wie: Jan, {}", "<!-- {} -->", "<!--{}-->",
    "<!- {} -->", "\u2039!-- {} --\u203a", "{}:", "{}=true", "{} = ja", "#{}", "@{}", "- {}", ", {}",
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("word", PRIVATE)
def test_private_in_any_spelling(mark: str, word: str) -> None:
    """Behind or above the words of an answer or an item, and in the heading, the course or the tags."""
    said = mark.format(word)
    for text in (
        f"{TOP}\n### Vraag?\n<!-- question=x -->\n\n{SECRET} {said}\n",
        f"{TOP}\n### Vraag?\n<!-- question=x -->\n\n{said}\n{SECRET}\n",
        f"{TOP}\n### Vraag? {said}\n<!-- question=x -->\n\n{SECRET}\n",
        f"{TOP}{QUESTION}\n### Afspraken\n\n- [ ] {SECRET} {said}\n",
        f"{TOP}{QUESTION}\n### Afspraken\n\n- [x] Bellen\n  - Resultaat: {SECRET} {said}\n",
        f"{TOP.replace('Moment', 'Gesprek ' + said)}\n### Vraag?\n<!-- question=x -->\n\n{SECRET}\n",
    ):
        made, why = left(text)
        assert SECRET not in made, text
        # An item may be private as leerlog itself writes it.
        assert why or "- [" in text


@pytest.mark.parametrize(
    "said",
    [
        *(
            "PRIV\u00c9 ",
            "Let op, PRIVE: ",
            "\u201cPriv\u00e9\u201d ",
            '"priv\u00e9" ',
            "priv\u00e9/",
            "priv\u00e9\u2192",
            "\U0001f512 priv\u00e9 ",
        ),
        *(
            "Priv\u00e9 notitie\n",
            "Priv\u00e9-notitie: ",
            "Vanaf hier priv\u00e9.\n",
            "Hieronder priv\u00e9\n",
            "Met: ",
            "Trefwoorden : ",
        ),
        *("Een regel.\r## 2026-11-24\r", "x\u2028## Moment\u2028", "x\x0c # Voor mij\x0c", "x\r> ##Kop\r"),
    ],
)
def test_what_a_hand_says_above_or_before_it_keeps_it_at_home(said: str) -> None:
    """Loud, quoted, in a short line of its own, as a label without a bullet, or as a heading that an editor shows."""
    made, why = left(f"{TOP}\n### Vraag?\n<!-- question=x -->\n\nOpen.\n{said}{SECRET}\n")
    assert SECRET not in made
    assert why


def test_a_course_that_says_that_it_is_private_stays_at_home() -> None:
    """In any place of its name, as in a heading."""
    top = TOP.replace("- Delen", "- Traject: Mijn privé coach\n- Delen")
    made, why = left(top + QUESTION)
    assert (made.count("Open."), len(why)) == (0, 1)


def test_what_is_private_as_leerlog_writes_it_keeps_nothing_else_back() -> None:
    """The rest of the note leaves."""
    text = f"{TOP}{QUESTION}\n### Wat?\n<!-- question=x private=true -->\n\n{SECRET} (privé)\n"
    text += f"\n### Afspraken\n\n- [ ] {SECRET} (privé)\n- [x] {SECRET} 2 (wie: Jan, privé, gedaan 2026-11-09)\n"
    text += "- [ ] Bellen\n"
    made, why = left(text)
    assert (SECRET in made, "Open." in made, "Bellen" in made, why) == (False, True, True, [])


@pytest.mark.parametrize(
    "words",
    [
        "Een private partij belde.",
        "Werk en privé lopen door elkaar.",
        "Privé gaat het goed, zei hij.",
        "Van de brief --> mail, en a --> b.",
        "Werk en privé.",
        "Je kunt dat thuis doen of privé.",
        "Dus met: Anja en Kees.",
        "Zoek <b>dat</b> op.",
        "Met *nadruk* en `code`, dus privé als het moet.",
    ],
)
def test_the_word_alone_keeps_nothing_back(words: str) -> None:
    """It is also just a word."""
    assert words in left(f"{TOP}\n### Vraag?\n<!-- question=x -->\n\n{words}\n")[0]


def test_a_hashtag_of_ones_own_leaves() -> None:
    """And whatever else was typed in leerlog that looks like a heading."""
    for words in ("#Woo en #dossier", "##2026-11-24 · Moment", "## Moment", "\u200b## x", "#### Vier", "> # x"):
        entry = parse(TOP + QUESTION)[0][0]
        entry = entry._replace(answers=(entry.answers[0]._replace(text=f"{words}\nMijn eigen tekst."),))
        made, why = left(render(entry))
        assert (why, "Mijn eigen tekst." in made) == ([], True)
        assert [each.text for each in parse(made)[0][0].answers] == [f"{words}\nMijn eigen tekst."]


def test_the_labels_are_known() -> None:
    """No label, key or name that leerlog does not know is passed over."""
    for top in (
        TOP.replace("team", "Team, privé"),
        TOP.replace("team", "team, Kees"),
        TOP + "- privé\n",
        TOP + "- Privé: ja\n",
        TOP + "- Locatie: Utrecht\n",
        TOP + "- Delen: leidinggevende\n",
        TOP.replace("- Delen", "- privé: x\n- Delen"),
        TOP.replace("moment -->", "moment private -->"),
        TOP.replace("moment -->", "moment private=true private=false -->"),
        TOP.replace("moment -->", "moment prive=ja -->"),
        TOP.replace("moment -->", "moment geheim=ja -->"),
        TOP.replace("<!-- id", "id"),
        TOP.replace("<!-- id", "<!- id"),
        TOP + f"Met: {SECRET}\n",
        TOP + f"\nMet: {SECRET}\n",
        TOP + f"\n- Met: {SECRET}\n",
        TOP + f"  - Met: {SECRET}\n",
        TOP + f"\n* Trefwoorden: {SECRET}\n",
        TOP.replace("- Delen", f"- Met: Anja,\n  {SECRET}\n- Delen"),
    ):
        made = left(top + QUESTION)[0]
        assert "Open." not in made, top
        assert SECRET not in made


@pytest.mark.parametrize(
    "key",
    [
        "private=true private=false",
        "private=false private",
        "prive=true",
        "privat=true",
        "is_private=true",
        "private=yes",
    ],
)
def test_a_key_that_means_private_keeps_an_answer_back(key: str) -> None:
    """Also one that leerlog does not write."""
    for text in (
        f"{TOP}{QUESTION}\n### Wat?\n<!-- question=x {key} -->\n\n{SECRET}\n",
        f"{TOP}{QUESTION}\n### Afspraken\n<!-- {key} -->\n\n- [ ] {SECRET}\n",
    ):
        made, why = left(text)
        assert SECRET not in made
        assert why


def test_what_is_told_of_what_is_private_stays_with_it() -> None:
    """As an item did before items could be marked themselves."""
    kept = f"\n### Wat?\n<!-- question=x private=true -->\n\n{SECRET}\n"
    assert SECRET not in left(f"{TOP}{kept}{QUESTION}\n### Afspraken\n\n- [ ] Bespreken: {SECRET}\n")[0]
    told = QUESTION.replace("Open.", f"Open.\n{SECRET}")
    assert SECRET not in left(f"{TOP}{told}\n### Afspraken\n\n- [ ] {SECRET} (privé)\n")[0]


SLIPS = (
    TOP.replace("team", "Team, privé") + QUESTION.replace("Open.", SECRET),
    TOP + QUESTION + f"\n##2026-11-24 · Moment\n\n{SECRET}\n",
    TOP + QUESTION + f"\n## Moment\n\n{SECRET}\n\n### Afspraken\n\n- [ ] Bellen\n",
    TOP + QUESTION + f"\n## Privé\n\n{SECRET}\n\n### Afspraken\n\n- [ ] Bellen\n",
    TOP + QUESTION + f"\n### Afspraken\n\n- [ ] Iets (privé)\n{SECRET}\n",
    TOP + QUESTION + f"\n### Afspraken\n\n- [ ] {SECRET}\n(privé)\n",
    TOP + QUESTION + f"\n### Wat?\n<!-- question=x private=true -->\n\nVoor mij.\n\n### Kop\n\n{SECRET}\n",
    TOP + f"\nMet: {SECRET}\n" + QUESTION,
    TOP + QUESTION + f"\n### Wat?\n<!-- question=x private=true private=false -->\n\n{SECRET}\n",
    TOP + "- privé\n" + QUESTION.replace("Open.", SECRET),
    TOP + QUESTION + f"\n### Afspraken\n\n- [ ] {SECRET} **privé**\n",
    TOP + QUESTION + f"\n### Wat?\nquestion=x private=true -->\n\n{SECRET}\n",
)


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_keeps_the_note_at_home_and_is_named(text: str) -> None:
    """With its line; nothing of it leaves."""
    made, (why,) = left(text)
    assert "count=0" in made
    assert SECRET not in made
    assert re.match(r":[0-9]+: \S", why)


def test_a_long_line_takes_no_longer_than_it_is_long() -> None:
    """However often the word stands in it, and whatever stands before it."""
    for piece in ("(", "*", "privé ", "( privé ) ", "<!-"):
        for tail in ("", " privé)"):
            assert left(f"{TOP}\n### Vraag?\n<!-- question=x -->\n\n{piece * 2_000}{tail}\n")


def test_of_two_with_one_id_neither_leaves() -> None:
    """The others do."""
    other = (TOP + QUESTION).replace("a2000001", "a2000002").replace("Open.", "Ook open.")
    made, why = left(f"{TOP}{QUESTION}\n{TOP}{QUESTION}\n{other}")
    assert ("Ook open." in made, "\nOpen." in made, len(why)) == (True, False, 2)


# How a hand may begin something of its own below, above or inside a note.
SPACES = ("", " ", "   ", "    ", "\t", "\u00a0", "\u200b", "\ufeff", "\u2060", "> ", "\u3000")
AFTER = ("", " ", "  ", "\t", "\u00a0", "\u200b")
NAMES = ("Moment", "Privé", "2026-11-24 · Moment", "24 november", "Gesprek met Kees", "2026-11-24", "Notities")
COMMENTS = (
    "<!-- privé -->", "<!-- private -->", "<!-- private=true -->", "<!--", "<!-- id=a2000009 checklist=moment -->",
    "<!-- question=y private=true private=false -->", "<!-- question=y prive=true -->", "question=y private=true -->",
    "<!-- niet delen -->", "<!- question=y private=true -->",
)  # fmt: skip
ABOVE = (
    "", "**privé**", "(privé)", "[privé]", "- privé", "Privé:", "- Privé: ja", "- Delen: privé", "<details>",
    "<h2>Privé</h2>", "<div class=prive>", "***\nprivé\n***", "| privé |", "Privé\n=====", "Privé\n-----",
    "Moment\n======", "---", "> privé", "```\nprivé", "~~~ privé", "<b>privé</b>", "#privé", "__Privé__",
    "- **privé**:", "1. Privé:", "\u2610 privé:",
)  # fmt: skip
FORMS = (
    "{}", "- [ ] {}", "- [ ] Iets (privé)\n{}", "- [ ] {}\n(privé)", "- [ ] {}\n  (privé)", "- [ ] {} **privé**",
    "- {}", "> {}", "    {}", "\t{}", "```\n{}\n```", "~~~\n{}", "{} (privé)", "{} [private]", "<p>{}</p>",
    "<!-- {} -->", "<!--\n{}\n-->", "- [x] Bellen\n  - Resultaat: {} (privé)", "* [X] {} - privé", "| {} | privé |",
)  # fmt: skip
HEADINGS = tuple(
    f"{before}{level}{after}{name}"
    for before, level, after, name in product(SPACES, ("#", "##", "###", "####", "#####"), AFTER, NAMES)
)


@cache
def notes() -> tuple[str, ...]:
    """The notes of the sample as they are shared, and one that begins with what has to be done."""
    found = [entry for file in sorted(SAMPLE.glob("*.md")) for entry in parse(file.read_text())[0]]
    made = [render(tidy(entry._replace(share=("team",)))) for entry in found]
    kept = TOP + "\n### Wat?\n<!-- question=x private=true -->\n\nVoor mij.\n" + QUESTION
    return (*made, kept, kept + "\n### Afspraken\n\n- [ ] Bellen\n- [ ] Schrijven (wie: Anja, privé)\n")


def places(note: str) -> list[int]:
    """Between which lines of a note something can be put: anywhere below its heading."""
    return [at for at in range(len(note) + 1) if at and note[at - 1] == "\n"]


def put_in(note: str, at: int, what: str, apart: bool) -> str:
    """The note with something put between two of its lines."""
    gap = "\n" if apart else ""
    return f"{note[:at]}{gap}{what}\n{gap}{note[at:]}"


def hands() -> Iterator[str]:
    """Every way in which a hand may write something of its own."""
    for heading, form in product(HEADINGS, FORMS[:2]):
        yield f"{heading}\n{form}"
    for above, form in product((*ABOVE, *COMMENTS), FORMS):
        yield f"{above}\n{form}".lstrip("\n")
    for name, comment in product(NAMES, COMMENTS):
        for level in ("###", "##", "####"):
            yield f"{level} {name}\n{comment}\n\n{{}}"


HANDS = tuple(dict.fromkeys(hands()))
PUBLIC = frozenset(
    # Plain text, in whatever Markdown, that says nothing of being private.
    ("{}", "- {}", "> {}", "    {}", "\t{}", "```\n{}\n```", "~~~\n{}", "<p>{}</p>", "- [ ] {}")
)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.sampled_from(HANDS), st.booleans(), st.booleans())
@example(0, 10_000, "##2026-11-24 · Moment\n{}", True, False)
@example(0, 10_000, "## Moment\n{}\n\n### Afspraken\n\n- [ ] x", True, False)
@example(0, 10_000, "## Privé\n{}\n\n### Afspraken\n\n- [ ] x", True, False)
@example(108, 7, "### Kop\n{}", True, False)
def test_what_a_hand_put_in_a_note_does_not_leave(number: int, at: int, hand: str, apart: bool, windows: bool) -> None:
    """Unless it is the text of an answer under leerlog's own heading, and nothing says otherwise."""
    note = notes()[number % len(notes())]
    spots = places(note)
    spot = spots[at % len(spots)]
    what = hand.format(SECRET)
    text = put_in(note, spot, what, apart)
    made, _ = left(text.replace("\n", "\r\n") if windows else text)
    if SECRET in made:
        assert hand in PUBLIC, text
        assert within_an_answer(note, spot), text


def within_an_answer(note: str, at: int) -> bool:
    """Whether a place is in the text of an answer to a question that is not private, or among what has to be done."""
    last = note.rfind("\n### ", 0, at)
    lines = note[last + 1 : at].split("\n") if last >= 0 else [""]
    if section_kind(lines[0].removeprefix("### ")):
        return True
    return len(lines) > 2 and lines[1].startswith("<!-- question=") and "private=true" not in lines[1]
