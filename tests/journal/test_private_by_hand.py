"""What a hand marked as private, in its own way, never leaves."""

from datetime import date, time
from typing import Any

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.period import quarter_of
from leerlog.domain.share import Share, doubt, leaving
from leerlog.journal.parsing import parse
from leerlog.journal.shares import share_text

TOP = "## 2026-11-03 09:00 · Moment\n<!-- id=a2000001 checklist=moment -->\n\n- Delen: team\n"
QUESTION = "\n### Wat heeft jou verwonderd?\n<!-- question=surprise -->\n\nOpen.\n"
BRACKETS = (
    "(privé)", "(prive)", "(PRIVÉ)", "(privé).", "( privé)", "(privé )", "(privé)\u00a0", "(private)", "(privé!)",
    "[privé]", "**(privé)**", "(wie: Jan, privé)", "(wie: Jan; privé)", "(voor 2026-12-01 privé)", "(wie: Jan, privé",
    "<!-- privé -->", "<!--PRIVATE-->",
)  # fmt: skip
BLOCKS = (
    "\n### Notities (privé)\n\nGEHEIM\n",
    "\n### Privé\n\nGEHEIM\n",
    "\n### Afspraken (privé)\n\n- [ ] GEHEIM\n",
    "\n### Afspraken\n<!-- privé -->\n\n- [ ] GEHEIM\n",
    "\n### Afspraken\n<!-- Private -->\n\n- [ ] GEHEIM\n",
    "\n### Afspraken\n\n<!--\n- [ ] GEHEIM\n-->\n",
    "\n### Afspraken\n\n- [ ] open <!-- x\n- [ ] GEHEIM -->\n",
    "\n### Afspraken\n\n- [x] Bellen\n  - Resultaat: GEHEIM (privé)\n",
    "\n### Afspraken\n\n- [ ] Bellen (privé)\n  - [ ] GEHEIM\n    - [ ] GEHEIM\n",
    "\n### Afspraken\n\n- [ ] Bellen (privé)\n\n  GEHEIM\n",
    "\n<!--\n### Oud\n\nGEHEIM\n-->\n",
)
TOPS = (
    TOP.replace("- Delen", "- Met: Anja,\n  GEHEIM\n- Delen"),
    TOP + "\n- Met: GEHEIM\n",
    TOP + "  - Met: GEHEIM\n",
    TOP + "\n* Trefwoorden: GEHEIM\n",
)


def left(block: str) -> str:
    """What leaves of a block."""
    entries, _ = parse(block, "2026-11.md")
    assert len(entries) == 1, block
    return share_text(
        Share("Anja", "team", quarter_of(date(2026, 11, 3)), "2026-12-18T09:00", "", leaving(entries, "team"))
    )


@pytest.mark.parametrize("said", BRACKETS)
def test_private_in_any_spelling(said: str) -> None:
    """Behind the words of an answer or an item."""
    assert "GEHEIM" not in left(f"{TOP}\n### Vraag?\n<!-- question=x -->\n\nGEHEIM {said}\n")
    assert "GEHEIM" not in left(f"{TOP}{QUESTION}\n### Afspraken\n\n- [ ] GEHEIM {said}\n")


@pytest.mark.parametrize("block", BLOCKS)
def test_private_in_any_place(block: str) -> None:
    """In a heading, a comment, a result, or above what is part of it."""
    assert "GEHEIM" not in left(TOP + QUESTION + block)


@pytest.mark.parametrize("top", TOPS)
def test_names_that_slipped_out_of_their_label(top: str) -> None:
    """The note stays, with a reason."""
    assert "GEHEIM" not in left(top + QUESTION)
    assert doubt(parse(top + QUESTION)[0][0])


SLIPS = (
    "##  2026-11-04 16:42 · Moment", "### 2026-11-04 16:42 · Moment", "## 4 november 2026 · Moment", "##2026-11-04",
    " ## 2026-11-04", "# 2026-11-04", "##\t2026-11-04", "##\u00a02026-11-04", "## Moment 2026-11-04",
    "## woensdag 4 november", "## 20261104", "## 2026_11_04", "## 2026\u201111\u201104", "## [[2026-11-04]]",
    "2026-11-04\n==========", "> ## 2026-11-04", "- ## 2026-11-04", "2026-11-04", "",
)  # fmt: skip
OTHER = "\n<!-- id=a2000002 checklist=moment -->\n\n- Met: GEHEIM\n\n### Vraag?\n<!-- question=x -->\n\nGEHEIM\n"


@pytest.mark.parametrize("heading", SLIPS)
def test_a_note_that_lost_its_heading_holds_the_one_before_it(heading: str) -> None:
    """A problem on one of its lines keeps it at home."""
    entries, problems = parse(f"{TOP}{QUESTION}\n{heading}{OTHER}", "2026-11.md")
    assert [entry.line for entry in entries] == [1]
    assert problems


@pytest.mark.parametrize(
    "top",
    [
        TOP.replace("moment -->", "moment private -->"),
        TOP.replace("moment -->", "moment prive=ja -->"),
        TOP + "- Privé: ja\n",
        TOP.replace("- Delen", "- privé: x\n- Delen"),
    ],
)
def test_a_note_that_calls_itself_private_stays(top: str) -> None:
    """It is no answer that could stay behind; whether it is shared at all is for its writer to say."""
    assert [str(problem) for problem in parse(top + QUESTION, "2026-11.md")[1]] == [
        "2026-11.md:1: deze notitie noemt zich privé; haal dan ook weg met wie je haar deelt"
    ]


@pytest.mark.parametrize("key", ["prive=true", "privat=true", "is_private=true", "private", "private=yes"])
def test_a_key_that_means_private_keeps_an_answer_back(key: str) -> None:
    """Also one that leerlog does not write; only `private=false` says the opposite."""
    assert "GEHEIM" not in left(f"{TOP}{QUESTION}\n### Wat?\n<!-- question=x {key} -->\n\nGEHEIM\n")
    assert "GEHEIM" not in left(f"{TOP}{QUESTION}\n### Afspraken\n<!-- {key} -->\n\n- [ ] GEHEIM\n")


@pytest.mark.parametrize(
    "comment", ["<!- privé -->", "\u2039!-- x --\u203a", "<!\u2014 privé \u2014>", "<! -- privé -->"]
)
def test_a_broken_comment_leaves_a_doubt(comment: str) -> None:
    """It may have been there to keep something private."""
    assert doubt(parse(f"{TOP}{QUESTION}\n### Wat?\n{comment}\n\nGEHEIM\n")[0][0])


@pytest.mark.parametrize(
    "words",
    ["Een private partij belde.", "Het archief (van het privé-domein) is open.", "Privé gaat het goed, zei hij."],
)
def test_the_word_alone_keeps_nothing_back(words: str) -> None:
    """It is also just a word."""
    assert words in left(f"{TOP}\n### Vraag?\n<!-- question=x -->\n\n{words}\n")


def test_an_item_after_a_private_one_is_its_own() -> None:
    """Only what stands further in is part of it."""
    text = left(TOP + QUESTION + "\n### Afspraken\n\n- [ ] GEHEIM (privé)\n  - [ ] GEHEIM\n- [ ] Bellen\n")
    assert "Bellen" in text
    assert "GEHEIM" not in text


WORDS = ("Bellen (privé)", "(prıvé)", "[PRIV", "priv", "Bellen <!-- x -->", "GEHEIM")


@pytest.mark.parametrize(
    "said", [{"text": " "}, *({"text": word} for word in WORDS), *({"title": word} for word in WORDS), {}]
)
@pytest.mark.parametrize(
    "about", [*({name: word} for name in ("text", "who", "result") for word in WORDS), {"private": True}, {}]
)
@pytest.mark.parametrize("private", [False, True])
def test_what_is_seen_at_once_is_what_looking_closely_sees(
    said: dict[str, str], about: dict[str, Any], private: bool
) -> None:
    """Of an entry as it comes from a share; only its time of day tells that one comes from elsewhere."""
    answer = Answer("x", "GEHEIM", "Vraag?", private=private)._replace(**said)
    item = FollowUp("follow_up", "Bellen", "Jan", result="Twee  keer")._replace(**about)
    entry = Entry("a2000001", date(2026, 11, 3), None, "moment", "Moment", share=("team",))
    entry = entry._replace(answers=(Answer("y", "Open.", "Nog een?"), answer), follow_ups=(item,))
    assert leaving([entry], "team") == leaving([entry._replace(time=time(9))], "team")
