"""One line of a task list, and the item that it means."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain import items
from leerlog.domain.checklist import Question
from leerlog.domain.entry import FollowUp, tidy_item
from leerlog.domain.items import (
    DONE,
    OPEN,
    RESULT,
    TASK,
    TICKED,
    done_change,
    item_line,
    meant,
    move_change,
    read_line,
    spellings,
    task_line,
)
from leerlog.domain.typed import check

DUE, DONE_ON = date(2026, 12, 7), date(2026, 12, 5)
DAY = date(2026, 11, 23)  # a Monday


def item(text: str = "Uit", who: str = "", due: date | None = None, done: date | None = None, **more: bool) -> FollowUp:
    return FollowUp("ask", text, who, due, done, done is not None, "", **more)


def put(line: str, change: tuple[int, int, str]) -> str:
    start, end, text = change
    return line[:start] + text + line[end:]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        # As leerlog writes it.
        ("Uit", item()),
        ("Uit (wie: Anja)", item(who="Anja")),
        ("Uit (voor 2026-12-07)", item(due=DUE)),
        ("Uit (wie: A, voor 2026-12-07)", item(who="A", due=DUE)),
        ("Uit (wie: A, gedaan 2026-12-05)", item(who="A", done=DONE_ON)),
        ("Uit (wie: A, voor 2026-12-07, gedaan 2026-12-05)", item(who="A", due=DUE, done=DONE_ON)),
        ("Uit (wie: A (HR), voor 2026-12-07)", item(who="A (HR)", due=DUE)),
        ("Uit (wie: A :), voor 2026-12-07)", item(who="A :)", due=DUE)),
        ("Uit (wie: A, voor 2026-12-07, gedaan 2026-12-05, privé)", item("Uit", "A", DUE, DONE_ON, private=True)),
        (r"Uit \(wie: A)", item("Uit (wie: A)")),
        (r"Uit \\(wie: A)", item(r"Uit \(wie: A)")),
        (r"Uit (wie: A\, voor 2026)", item(who="A, voor 2026")),
        ("Uit (wie: A\\ , voor 2026-12-07)", item(who="A\\", due=DUE)),
        # In another order, with other marks, capitals and spaces.
        *((f"Uit ({said})", item(who="Kees", due=DUE)) for said in (
            "voor 2026-12-07, wie: Kees", "wie: Kees; voor 2026-12-07", "Wie: Kees, Voor 2026-12-07",
            " wie: Kees , voor 2026-12-07 ", "wie:Kees,voor 2026-12-07", "WIE: Kees; VÓÓR 7-12", "wie: Kees, 7 dec",
            "wie: Kees voor ma 7 dec", "voor 2026-12-07 wie: Kees", "Kees, 7 december", "7 dec '26; Kees",
            "wie = Kees, uiterlijk 7 dec", "door Kees, voor 7 dec.", "door: Kees, deadline: 7 dec",
            "Kees voor 7 dec", "Kees 7 dec", "7 dec - Kees", "voor 7 dec door Kees", "Kees: tegen 7 dec",
            "per 7-12, Kees",
            "voor ma 7 december 2026, Kees", "wie: Kees, wanneer: 7/12/2026", "wie: Kees,, voor: 7 dec,",
        )),
        ("Uit (wie: , voor 7 dec)", item(due=DUE)),
        ("Uit (@Kees, voor 7 dec)", item(who="@Kees", due=DUE)),
        ("Uit **(voor 7 dec)**", item(due=DUE)),
        ("Uit ((wie: Kees, voor 7 dec)).", item("Uit.", "Kees", DUE)),
        ("Uit (voor 7 dec, wie: )", item(due=DUE)),
        ("Uit (wie: Kees) (voor 2026-12-07)", item(who="Kees", due=DUE)),
        ("Uit (voor 7 dec) en dan (wie: Kees)", item("Uit en dan", "Kees", DUE)),
        ("Uit (wie: Kees en Anja, Noor, voor 7 dec)", item(who="Kees en Anja, Noor", due=DUE)),
        # Dates count from the day of the entry.
        ("Uit (voor vr 11 dec)", item(due=date(2026, 12, 11))),
        ("Uit (vo\u0301o\u0301r vrijdag)", item(due=date(2026, 11, 27))),
        ("Uit (voor 9 maart)", item(due=date(2027, 3, 9))),
        ("Uit (gedaan op 5 dec)", item(done=DONE_ON)),
        ("Uit (afgerond: 5-12-2026)", item(done=DONE_ON)),
        ("Uit (gedaan op 12 okt)", item(done=date(2026, 10, 12))),
        # With words behind it or in it.
        ("Uit (voor 2026-12-07).", item("Uit.", due=DUE)),
        ("Uit (voor 2026-12-07) #werk", item("Uit #werk", due=DUE)),
        ("Uit (wie: A) en dan", item("Uit en dan", "A")),
        ("(wie: A) Uit", item(who="A")),
        ("Uit(wie: A)", item(who="A")),
        ("Uit (liefst eerder, voor 2026-12-07)", item("Uit (liefst eerder)", due=DUE)),
        # Words in brackets stay words.
        *((text, item(text)) for text in (
            "Taart voor (3 personen)", "Taart (voor 3 personen)", "Taart (voor het team)", "Uit ()", "Bellen (12.30u)",
            "Bellen (voor 12.30)", "Uit (Utrecht, mei)", "Uit (door de jurist)", "Uit (Kees, 2 weken)", "Uit (9 maart)",
            "Uit (klaar voor gebruik)", "Uit (wie dat wil)", "Uit :-(", "Uit (maandag en dinsdag)", "Uit voor 20 maart",
        )),
        # Private, in any spelling.
        *((f"Uit ({said})", item("Uit", who, due, private=True)) for said, who, due in (
            ("privé", "", None), ("Prive", "", None), ("prive\u0301", "", None), ("privé; wie: A", "A", None),
            ("wie: A, privé", "A", None), ("wie: A, privé, voor 7 dec", "A", DUE), ("voor 2026-12-07, PRIVÉ", "", DUE),
        )),
        ("Uit (privé, alleen voor mij)", item("Uit (alleen voor mij)", private=True)),
        (r"Uit \(privé)", item("Uit (privé)")),
        (r"Uit (wie: A\, privé)", item(who="A, privé")),
        ("Uit (privéles)", item("Uit (privéles)")),
        ("Uit (wie: A, privéles)", item(who="A, privéles")),
    ],
)  # fmt: skip
def test_a_line_means_an_item(line: str, found: FollowUp) -> None:
    """As a colleague would read it, and the same when it is written anew."""
    assert read_line("ask", line, DAY)[:2] == (found, "")
    for day in (DAY, date(2030, 1, 1), None):
        assert read_line("ask", item_line(found), day, found.ticked)[:2] == (found, "")


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("(voor 2026-02-30)", "bestaat niet"),
        ("(voor 31 nov)", "bestaat niet"),
        ("(voor 7 decembr)", "geen datum"),
        ("(voor december)", "geen datum"),
        ("(voor vrijdag 16:00)", "alleen een dag"),
        ("(voor vr 7 dec)", "is een maandag, geen vrijdag"),
        ("(wie: A, voor 31-11)", "bestaat niet"),
        ("(wie: A, voor 7 d)", "geen datum"),
        ("(wie: A, 31 nov)", "bestaat niet"),
        ("(Kees, 31 nov)", "bestaat niet"),
        ("(wie: A, gedaan 2026-12-50)", "bestaat niet"),
        ("(gedaan)", "geen datum"),
        ("(wie: )", "geen naam"),
        ("(wie: , privé)", "geen naam"),
        ("(wie: (wie: , voor 0, voor )", "geen datum"),
        ("(voor 7 dec, voor 9 dec)", "twee datums"),
        ("(voor 7 dec) (voor 9 dec)", "twee datums"),
        ("(wie: A) en (wie: B)", "twee keer wie"),
        ("(voor 2026-12-07", "haakje"),
        ("(wie: A", "haakje"),
        ("(voor 7 dec of 9 dec)", "geen datum"),
        ("(voor 7 dec?)", "geen datum"),
        ("(Kees, voor 7 dec 's middags)", "geen datum"),
        ("(**voor 7 dec**)", "opmaak"),
        ("(voor *7 dec*)", "opmaak"),
        ("(voor 7 dec (Kees))", "haakjes binnen haakjes"),
        ("(team, 7 dec)", "wie:"),
    ],
)
def test_what_is_almost_understood_is_said(said: str, slip: str) -> None:
    """And nothing of it gets lost: it is in the words or understood."""
    reading = read_line("ask", f"Uit {said}", DAY)
    assert slip in reading.slip
    kept = item_line(reading.item)
    assert read_line("ask", kept, DAY)[:2] == (reading.item, "")
    for word in ("2026-02-30", "31 nov", "decembr", "A", "B", "9 dec", "16:00"):
        assert (word in said) <= (word in kept or word.replace("9 dec", "2026-12-09") in kept)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Bellen, wie: Noor, voor 7 dec", item("Bellen", "Noor", DUE)),
        ("Bellen voor 7 dec - wie: Noor de Wit", item("Bellen", "Noor de Wit", DUE)),
        ("wie: Noor", item("wie: Noor")),
        ("Vraag wie: dat is niet bekend", item("Vraag wie: dat is niet bekend")),
        ("Bellen (kees, 7 dec)", item("Bellen", "kees", DUE)),
        ("Bellen tegen eind maart", item("Bellen", due=date(2027, 3, 31))),
        ("Bellen met de provincie voor 20 maart", item("Bellen met de provincie", due=date(2027, 3, 20))),
        ("Bellen vóór vrijdag.", item("Bellen", due=date(2026, 11, 27))),
        ("Bellen voor overleg voor eind december", item("Bellen voor overleg", due=date(2026, 12, 31))),
        ("Bellen voor 20 maart (wie: Noor)", item("Bellen", "Noor", date(2027, 3, 20))),
        ("Bellen (9 maart)", item("Bellen", due=date(2027, 3, 9))),
        ("Bellen (Noor, 9 maart)", item("Bellen", "Noor", date(2027, 3, 9))),
        ("Bellen (gedaan 12 okt)", item("Bellen", done=date(2026, 10, 12))),
        ("Bellen voor 20 maart (voor 7 dec)", item("Bellen voor 20 maart", due=DUE)),
        ("Bellen voor het team", item("Bellen voor het team")),
        ("Taart voor 3 mensen", item("Taart voor 3 mensen")),
        ("Zaal huren voor 2 weken", item("Zaal huren voor 2 weken")),
        ("Begroting voor december", item("Begroting voor december")),
        ("Rooster voor 2027", item("Rooster voor 2027")),
    ],
)
def test_what_is_typed_may_say_when_in_its_words(typed: str, found: FollowUp) -> None:
    """What is understood is shown at once, so a day at the end of the words will do; other words stay words."""
    assert read_line("ask", typed, DAY, typed=True)[:2] == (found, "")


PIECES = (
    *("(wie: ", "(", ")", "wie: ", "Wie:", "voor ", ", voor ", "; ", ", ", ",", "0", "7 dec", "2026-12-07", "31 nov"),
    *(
        "vrijdag",
        "gedaan ",
        "(privé)",
        ", privé",
        "Kees",
        "het team",
        "\\",
        "\\(",
        "- [ ] ",
        "- ",
        "x",
        " ",
        ":",
        "[x]",
    ),
    *(
        "9 maart",
        "(Noor, 9 maart)",
        "door ",
        "voor 20 maart",
        ".",
        "\u00a0",
        "\n",
        "vo\u0301o\u0301r",
        "einde",
        "4 weken",
    ),
)
hostile = st.one_of(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.text(max_size=12))
ASK = Question("who", "", "", "ask", repeats=True)


@given(hostile)
@example("- [ ] (wie: (wie: , voor 0, voor )")
@example("x (privé) - y")
@example("x voor 7 dec voor 7 dec")
def test_a_checked_item_stays_as_it_is(text: str) -> None:
    """Checking what was kept gives the same, and means the same on another day."""
    try:
        kept = check(ASK, text, DAY)
    except ValueError as error:
        assert str(error)
        return
    assert check(ASK, kept, DAY) == kept == check(ASK, kept, date(2031, 5, 6))


@given(hostile, hostile, st.none() | st.dates(), st.none() | st.dates(), st.booleans())
@example("x (Noor, 9 maart", "", DUE, None, False)
@example(", privé", "A", None, None, False)
@example("x", "(wie: , voor , privé)0", None, None, False)
@example("x", "Kees gedaan wie: ", None, None, False)
@example("(wie: ", "(wie: ; ", None, None, False)
@example("x", "Kees voor vrijdag", DUE, None, False)
@example("x", "A) b", None, None, True)
@example("x", "voor 9 dec", None, None, False)
@example("x", "A (Wie: b", None, None, False)
def test_what_is_written_reads_back(text: str, who: str, due: date | None, done: date | None, private: bool) -> None:
    """Whatever the words and the name hold: nothing of them is read as who or when, nothing is reported."""
    written = tidy_item(FollowUp("ask", text, who, due, done, private=private))
    if written.text and not written.text.endswith("\\"):
        assert read_line("ask", item_line(written), DAY, written.ticked)[:2] == (written, "")


@given(hostile, hostile, st.none() | st.dates(), st.none() | st.dates(), st.booleans())
@example("Uit ()", "", None, None, False)
@example("Uit", "Kees voor 2026-12-07", None, None, False)
def test_what_leerlog_wrote_is_read_at_once(
    text: str, who: str, due: date | None, done: date | None, private: bool
) -> None:
    """And the same, with the same places in it, as any line is read."""
    written = tidy_item(FollowUp("ask", text, who, due, done, private=private))
    for line in (item_line(written), " ".join(text.split()), f"x ({' '.join(who.split())})"):
        at_once = read_line("ask", line, DAY)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(items, "_AS_WRITTEN", re.compile("(?!)"))
            assert read_line("ask", line, DAY) == at_once


@given(hostile, st.dates(date(2026, 1, 1), date(2030, 1, 1)))
@example("x (wie: Kees, privé)", DUE)
@example("x (voor 31 nov)", DUE)
@example("(wie: , privé", DUE)
def test_a_change_is_read_back(line: str, day: date) -> None:
    """Moving and ticking change what they should, and no more of what is understood."""
    line = " ".join(line.split())
    reading = read_line("ask", line, DAY)
    moved = read_line("ask", put(line, move_change(line, reading, day)), DAY)
    if moved.item.due == day:
        assert moved.item.private >= reading.item.private
        assert reading.slip or moved.item._replace(due=None, text="") == reading.item._replace(due=None, text="")
    else:
        # Words that only a person can mend; moving says so.
        assert reading.slip or "\\" in line or "(" in line
    done = read_line("ask", put(line, done_change(line, reading, day)), DAY)
    assert done.item.private >= reading.item.private
    if done.item.done == day and not reading.item.done:
        assert reading.slip or (done.item.who, done.item.due) == (reading.item.who, reading.item.due)


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("Uit", "Uit (gedaan 2026-12-05)"),
        ("Uit (wie: A)", "Uit (wie: A, gedaan 2026-12-05)"),
        ("Uit (wie: A\\)", "Uit (wie: A\\ , gedaan 2026-12-05)"),
        ("Uit (3 keer)", "Uit (3 keer) (gedaan 2026-12-05)"),
        ("Uit (wie: A, gedaan 2026-11-01)", "Uit (wie: A, gedaan 2026-11-01)"),
        ("Uit (gedaan op 1 nov)", "Uit (gedaan op 1 nov)"),
        ("Uit (Noor, 7 dec).", "Uit (Noor, 7 dec, gedaan 2026-12-05)."),
        ("Uit (wie: A; privé) #werk", "Uit (wie: A; privé, gedaan 2026-12-05) #werk"),
        ("Uit (voor 31 nov)", "Uit (voor 31 nov) (gedaan 2026-12-05)"),
    ],
)
def test_done_goes_into_the_brackets(line: str, done: str) -> None:
    """Brackets that say who or when get one thing more; others stay text."""
    assert put(line, done_change(line, read_line("ask", line, DAY), DONE_ON)) == done
    assert read_line("ask", done, DAY).item.ticked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- [ ] a", "a"),
        ("* [x] a", "a"),
        ("+ [X]\ta", "a"),
        ("  - [ ] a", "a"),
        ("- [ ]", None),
        ("- [] a", "a"),
        ("- [ x ] a", "a"),
        ("-[ ] a", "a"),
        ("> - [ ] a", "a"),
        ("• [ ] a", "a"),
        ("1. [X] a", "a"),
        ("[ ] a", "a"),
        ("- [ ]a", "a"),
        ("- [x](http://x)", ""),
        ("- [x]: http://x", ""),
        ("- [y] a", ""),
        ("x - [ ] a", ""),
    ],
)
def test_a_box_makes_a_task(line: str, words: str | None) -> None:
    """Any bullet and indentation will do; a link is no box."""
    found = TASK.match(line)
    assert (found["words"] or found["close"] if found else "") == (words or (None if found else ""))


def test_a_task_shows_whether_it_is_done() -> None:
    """The box is for people, the date for who wants to know when."""
    assert task_line(FollowUp("ask", "a", "A", DUE)) == "- [ ] a (wie: A, voor 2026-12-07)"
    assert task_line(FollowUp("ask", "a", ticked=True)) == "- [x] a"
    assert task_line(FollowUp("ask", "a", ticked=True, result="b")) == "- [x] a\n  - Resultaat: b"


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("  - Resultaat: a", " a"),
        ("  Resultaat: a", " a"),
        ("\t* resultaat:a", "a"),
        ("      + Resultaat:", ""),
        ("  - Resultaat: Resultaat: a", " Resultaat: a"),
        ("- Resultaat: a", None),
        ("  Het resultaat: a", None),
        ("  - Resultaten: a", None),
        ("  -Resultaat: a", " a"),
        ("  - RESULTAAT : a", " a"),
    ],
)
def test_a_result_stands_below_its_item(line: str, result: str | None) -> None:
    """Indented, with or without a bullet."""
    found = RESULT.match(line)
    assert (found[1] if found else None) == result


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        ("Uit", "Uit (voor 2026-12-07)"),
        ("Uit (3 keer)", "Uit (3 keer) (voor 2026-12-07)"),
        ("Uit (wie: A)", "Uit (wie: A, voor 2026-12-07)"),
        ("Uit (wie: A\\)", "Uit (wie: A\\ , voor 2026-12-07)"),
        ("Uit (voor 2026-11-01)", "Uit (voor 2026-12-07)"),
        ("Uit (wie: A, voor 2026-11-01)", "Uit (wie: A, voor 2026-12-07)"),
        ("Uit (wie: A, voor 31 november)", "Uit (wie: A, voor 2026-12-07)"),
        ("Uit (Voor vr 11 dec; wie: A).", "Uit (Voor 2026-12-07; wie: A)."),
        ("Uit (Noor, 9 maart)", "Uit (Noor, 2026-12-07)"),
        ("Uit (wie: A, privé)", "Uit (wie: A, voor 2026-12-07, privé)"),
        ("Uit (privé)", "Uit (voor 2026-12-07, privé)"),
        ("Uit (wie: A) #werk", "Uit (wie: A, voor 2026-12-07) #werk"),
        ("Uit (wie: )", "Uit (wie: ) (voor 2026-12-07)"),
        ("Uit (wie: Noor, privé", "Uit (voor 2026-12-07) (wie: Noor, privé"),
    ],
)
def test_another_day_takes_the_place_of_the_first(line: str, moved: str) -> None:
    """Who does it stays; a date that is none is mended."""
    reading = read_line("ask", line, DAY)
    assert put(line, move_change(line, reading, DUE)) == moved
    found = read_line("ask", moved, DAY).item
    assert (found.due, found.private, found.who) == (DUE, reading.item.private, reading.item.who or found.who)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- [-] Bellen", "vakje ken ik niet"),
        ("- [?] Bellen", "vakje ken ik niet"),
        ("- Bellen (voor 7 dec)", "geen vakje"),
        ("- Bellen (wie: Noor)", "geen vakje"),
        ("- Bellen", "geen vakje"),
        ("2. Bellen", "geen vakje"),
        ("\u2014 Bellen", "geen vakje"),
        ("\u2611 Bellen", "geen vakje"),
        ("- \u2705 Bellen", "geen vakje"),
        ("- **[ ] Bellen**", "geen vakje"),
        ("Bellen (voor 7 dec)", "geen vakje"),
        ("- Resultaat: gebeld", "twee spaties"),
        ("  - Bellen", ""),
        ("Bellen met de provincie", ""),
        ("2026 wordt een druk jaar.", ""),
        ("", ""),
    ],
)
def test_a_line_that_was_meant_as_an_item_is_found(line: str, said: str) -> None:
    """What says who or when, or has a box with another mark in it."""
    assert said in meant(line)
    assert bool(said) == bool(meant(line))


def test_items_are_found_in_bytes_in_any_spelling() -> None:
    """So that a month is passed over only when it holds none."""
    raw = (
        b"- [ ] a\n-[] b\n- [ x ] c\n- [X] d (gedaan 2026-10-05)\n- [x] e (wie: A; Gedaan\n  op 12 okt)\ngedaan werk\n"
    )
    assert spellings(raw, OPEN) == ["[ ]", "[]"]
    assert spellings(raw, TICKED) == ["[ x ]", "[X]", "[x]"]
    assert spellings(raw, DONE + "2026-11") == ["; Gedaan"]
    assert spellings(raw, DONE + "2026-1") == ["(gedaan 2026-10-05", "; Gedaan"]
    assert spellings(raw, "checklist=moment") == []


@given(st.lists(st.sampled_from(["gedaan", "Klaar", " ", "\n", "(", ",", ":", "op", "2026-11-30", "3 mei", "x", "é"])))
def test_what_was_done_is_found_by_its_words_first(pieces: list[str]) -> None:
    """Which is quicker, and the same as looking for the pattern everywhere."""
    raw = "".join(pieces).encode()
    slowly = {found[0].decode() for found in items._DAY_DONE.finditer(raw)}
    assert spellings(raw, DONE) == sorted(slowly)
