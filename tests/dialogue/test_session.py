"""The conversation by itself, with a reader that follows a script."""

import pytest

from leerlog.dialogue.session import Session
from leerlog.dialogue.talk import Interrupted, Reply, Turn
from leerlog.domain.checklist import Checklist, Choice, Question
from leerlog.domain.value import Level
from leerlog.errors import NotSaved
from leerlog.library.content import load_checklist
from tests.dialogue.helpers import BACK, CHOICES, END, STOP, Script, checklist, question, said, scripted, small


class Draft:
    """Keeps what was saved last."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.at = ""
        self.times = 0

    def save(self, texts: dict[str, str], at: str) -> None:
        self.texts, self.at, self.times = texts, at, self.times + 1


LIST = checklist(*small())
LEVELS = tuple(Choice(level, level) for level in Level)


def run(asked: Checklist, *replies: str | None | tuple[str, str], **settings: object) -> dict[str, str]:
    talk, reader = scripted(*replies)
    given = Session(asked, talk, Draft().save, **settings).run()  # type: ignore[arg-type]
    assert not reader.left
    return given


def test_every_kind_of_answer_comes_out_checked() -> None:
    """Dates as ISO, choices as ids, items as the journal writes them, all in the order of asking."""
    replies = ["2 weken", "Zoeken", "Spreekuur", "Te druk", "Noor", "vrijdag", "", "Klus", "", "7 dec"]
    given = run(LIST, *replies, "14 dec", "2", "3 gaat wel", "Anja,Kees")
    assert given == {
        "start": "2026-12-07",
        "goal": "Zoeken",
        "apply": "Spreekuur",
        "apply.obstacle": "Te druk (wie: Noor, voor 2026-11-27)",
        "assignment": "Klus (voor 2026-12-07)",
        "discuss": "2026-12-14",
        "together": "collega",
        "support": "3 gaat wel",
        "with": "Anja, Kees",
    }
    assert list(given) == [prompt.id for prompt in LIST.prompts()]


def test_all_skipped_gives_nothing_and_saves_nothing() -> None:
    """Skipping every question leaves no answers and no draft."""
    talk, _ = scripted(*[""] * 9)
    draft = Draft()
    assert Session(LIST, talk, draft.save).run() == {}
    assert draft.times == 0


def test_each_answer_is_saved_with_the_next_question() -> None:
    """The draft says where to go on."""
    draft = Draft()
    talk, _ = scripted("", "Zoeken", (STOP, "half"))
    with pytest.raises(Interrupted):
        Session(LIST, talk, draft.save).run()
    assert (draft.texts, draft.at, draft.times) == ({"goal": "Zoeken", "apply": "half"}, "apply", 2)


def test_what_a_question_goes_on_about_is_shown_where_it_begins_with_that() -> None:
    """Its words alone, such as what is in the way, don't say of what."""
    talk, _ = scripted("Te druk", *[""] * 9)
    Session(LIST, talk, Draft().save, texts={"goal": "Zoeken", "apply": "Spreekuur"}, at="apply.obstacle").run()
    assert "Wat is apply?\n> Spreekuur\n\nWat is apply.obstacle?" in said(talk)
    assert "> Zoeken" not in said(talk)


def test_stopping_says_how_far_and_how_to_go_on() -> None:
    """The message counts answers to numbered questions and names the command."""
    talk, _ = scripted("", "Zoeken", (STOP, ""))
    with pytest.raises(Interrupted, match=r"^Tot zover bewaard \(1 van 4\)\. Verder: leerlog prepare$") as stopped:
        Session(LIST, talk, Draft().save, again="leerlog prepare").run()
    assert stopped.value.exit_code == 130


def test_stopping_with_nothing_keeps_nothing() -> None:
    """Without a single answer there is nothing to go on with."""
    draft = Draft()
    talk, _ = scripted("", (STOP, " "))
    with pytest.raises(Interrupted, match="nog niets ingevuld"):
        Session(LIST, talk, draft.save).run()
    assert draft.times == 0


def test_wiping_a_draft_is_saved_too() -> None:
    """A draft whose last answer was wiped is written once more, empty."""
    draft = Draft()
    talk, _ = scripted("", (STOP, ""))
    with pytest.raises(Interrupted):
        Session(LIST, talk, draft.save, texts={"goal": "Zoeken"}, at="goal").run()
    assert draft.texts == {}


def test_back_fills_in_the_answer_and_later_ones_stay() -> None:
    """Going back and on again keeps every answer, half ones too, and emptying one clears it."""
    talk, reader = scripted("", "Zoeken", "Spreekuur", (BACK, "hal"), (BACK, "Spreekuur"), "", None, "", *[""] * 6)
    given = Session(LIST, talk, Draft().save).run()
    assert [turn.given for turn in reader.turns[:8]] == ["", "", "", "", "Spreekuur", "Zoeken", "Spreekuur", "hal"]
    assert given == {"apply": "Spreekuur"}


def test_back_at_the_first_question_stays_there() -> None:
    """There is nothing before the first question."""
    talk, reader = scripted((BACK, "7 d"), "7 dec", *[""] * 8)
    assert Session(LIST, talk, Draft().save).run() == {"start": "2026-12-07"}
    assert reader.turns[1].given == "7 d"
    assert "Dit is de eerste vraag." in said(talk)


def test_back_within_an_item() -> None:
    """From when back to who, and from who back to the words, with everything filled in."""
    asked = checklist(question("klus", kind="follow-up"))
    talk, reader = scripted("Klus", "Noor", (BACK, ""), "Anja", (BACK, "7 dec"), (BACK, "Kees"), "Klussen", "", "")
    assert Session(asked, talk, Draft().save).run() == {"klus": "Klussen"}
    given = ["", "", "", "Noor", "", "Anja", "Klus (wie: Kees, voor 2026-12-07)", "", ""]
    assert [turn.given for turn in reader.turns] == given


def test_an_item_that_says_who_and_when_is_not_asked_again() -> None:
    """Only what a line doesn't say yet is asked; going on from it again asks nothing."""
    asked = checklist(question("klus", kind="follow-up", repeats=True), question("goal"))
    talk, reader = scripted("- Klus (wie: Noor)\n[ ] Twee (voor vrijdag)", "7 dec", "Kees", "", (BACK, ""), None, "")
    given = Session(asked, talk, Draft().save).run()
    assert given == {"klus": "Klus (wie: Noor, voor 2026-12-07)\nTwee (wie: Kees, voor 2026-11-27)"}
    assert not reader.left


def test_another_item() -> None:
    """`ja` asks for the words, words are another item at once, `nee` and Enter end it."""
    asked = checklist(question("klus", kind="ask", repeats=True))
    assert run(asked, "Een", "", "", "Twee", "", "", "ja", "Drie", "", "", "nee") == {"klus": "Een\nTwee\nDrie"}


@pytest.mark.parametrize(
    ("replies", "kept", "complete"),
    [
        ((("stop", "Te dr"),), "Te dr", 0),
        (("Te druk", ("stop", "Noo")), "Te druk (wie: Noo)", 0),
        (("Te druk", "Noor", ("stop", "7 d")), "Te druk (wie: Noor, voor 7 d)", 0),
        (("Te druk", "", ("stop", "7 dec")), "Te druk (voor 7 dec)", 0),
        (("Te druk", "", "", ("stop", "Geen ti")), "Te druk\nGeen ti", 1),
        (("Een\nTwee", ("stop", "Noo")), "Een (wie: Noo)\nTwee", 0),
        (("Een\nTwee", "", "", "Kees", (BACK, ""), (BACK, ""), (STOP, "Een\nTwee")), "Een\nTwee", 1),
    ],
)
def test_stopping_within_an_item_keeps_it_all(
    replies: tuple[str | tuple[str, str], ...], kept: str, complete: int
) -> None:
    """Half answers to who and when stand in the item's line, to be mended; it says how many items are complete."""
    asked = checklist(question("goal"), question("obstacle", kind="obstacle", repeats=True))
    draft = Draft()
    talk, _ = scripted("", *replies)
    with pytest.raises(Interrupted):
        Session(asked, talk, draft.save).run()
    assert (draft.texts, draft.at) == ({"obstacle": kept}, f"obstacle:{complete}" if complete else "obstacle")


def test_every_part_of_an_item_is_kept_at_once() -> None:
    """Its words, who, when, and at `Nog een?` all of it: nothing waits for the end of the list."""
    asked = checklist(question("obstacle", kind="obstacle", repeats=True), question("goal"))
    draft = Draft()
    kept: list[tuple[str, str]] = []

    class Watched(Script):
        def read(self, turn: Turn) -> Reply:
            kept.append((draft.texts.get("obstacle", ""), draft.at))
            return super().read(turn)

    talk, _ = scripted()
    reader = Watched("Te druk", "Noor", "7 dec", "Geen toegang", "", "", "", "")
    Session(asked, talk._replace(reader=reader), draft.save).run()
    first = "Te druk (wie: Noor, voor 2026-12-07)"
    assert kept == [
        ("", ""),
        ("Te druk", "obstacle"),
        ("Te druk (wie: Noor)", "obstacle"),
        (first, "obstacle:1"),
        (f"{first}\nGeen toegang", "obstacle:1"),
        (f"{first}\nGeen toegang", "obstacle:1"),
        (f"{first}\nGeen toegang", "obstacle:2"),
        (f"{first}\nGeen toegang", "goal"),
    ]


def test_items_of_a_draft_are_not_asked_again() -> None:
    """Who and when of what was complete are known, also those that were left open; then it asks for another."""
    asked = checklist(question("obstacle", kind="obstacle", repeats=True), question("goal"))
    talk, reader = scripted(None, "Noor", "", "Drie", "", "", "", "")
    texts = {"obstacle": "Een\nTwee"}
    given = Session(asked, talk, Draft().save, texts=texts, at="obstacle:1").run()
    assert given == {"obstacle": "Een\nTwee (wie: Noor)\nDrie"}
    assert not reader.left
    talk, reader = scripted(None, "", "")
    assert Session(asked, talk, Draft().save, texts=texts, at="obstacle:2").run() == texts
    assert "Nog een?" in said(talk)


def test_what_is_added_to_settled_items_is_not_complete() -> None:
    """Going back to a list and stopping in the middle of one more item."""
    asked = checklist(question("obstacle", kind="obstacle", repeats=True), question("goal"))
    draft = Draft()
    talk, _ = scripted("Een", "", "", "", (BACK, ""), (STOP, "Een\nTw"))
    with pytest.raises(Interrupted):
        Session(asked, talk, draft.save).run()
    assert (draft.texts, draft.at) == ({"obstacle": "Een\nTw"}, "obstacle:1")


def test_a_half_date_is_refused_when_the_person_comes_back() -> None:
    """What was kept half is checked when it is gone on from."""
    asked = checklist(question("obstacle", kind="obstacle"))
    talk, reader = scripted(None, "Te druk (wie: Noor, voor 7 dec)")
    session = Session(asked, talk, Draft().save, texts={"obstacle": "Te druk (wie: Noor, voor 7 d)"}, at="obstacle")
    assert session.run() == {"obstacle": "Te druk (wie: Noor, voor 2026-12-07)"}
    assert reader.turns[1].wrong
    assert "'7 d' is geen datum die ik begrijp" in said(talk)


def test_a_fixed_item_in_words_is_asked_when() -> None:
    """Words instead of a date: when is asked once more, and may be skipped."""
    fixed = question("discuss", kind="follow-up", item="Bespreken", who="leidinggevende")
    assert run(checklist(fixed), "bij de koffie", "7 dec") == {"discuss": "bij de koffie (voor 2026-12-07)"}
    talk, _ = scripted("bij de koffie", "")
    assert Session(checklist(fixed), talk, Draft().save).run() == {"discuss": "bij de koffie"}
    assert "Voor wanneer? (Enter: niet in je agenda)" in said(talk)


def test_a_fixed_item_in_the_past_is_said_to_be_done() -> None:
    """A date that has been is echoed as done."""
    talk, _ = scripted("gisteren")
    Session(checklist(question("discuss", kind="follow-up", item="Bespreken")), talk, Draft().save).run()
    assert "zondag 22 november 2026, dus al gedaan" in said(talk)


def test_a_wrong_answer_that_is_long_stays_in_the_input() -> None:
    """The reason is said, and the same text comes back until it will do."""
    asked = checklist(question("obstacle", kind="obstacle"))
    talk, reader = scripted("Te druk (voor 31 feb)", "Te druk (wie: Noor, voor 7 dec)")
    assert Session(asked, talk, Draft().save).run() == {"obstacle": "Te druk (wie: Noor, voor 2026-12-07)"}
    assert [turn.given for turn in reader.turns] == ["", "Te druk (voor 31 feb)"]
    assert "De datum '31 feb' bestaat niet." in said(talk)
    assert [turn.wrong for turn in reader.turns] == ["", "de datum '31 feb' bestaat niet"]


def test_a_wrong_answer_of_a_word_is_typed_anew() -> None:
    """What is typed next does not come behind a refused date or choice."""
    talk, reader = scripted("31 feb", "4 dec", *[""] * 8)
    assert Session(LIST, talk, Draft().save).run() == {"start": "2026-12-04"}
    assert [(turn.given, bool(turn.wrong)) for turn in reader.turns[:3]] == [("", False), ("", True), ("", False)]
    asked = checklist(question("obstacle", kind="obstacle"), question("a", kind="choice", choices=CHOICES))
    talk, reader = scripted("Te druk", "", "7 feb 31 mrt", "", "iedereen", "")
    Session(asked, talk, Draft().save).run()
    assert [turn.given for turn in reader.turns] == [""] * 6
    meant_elsewhere = "Ik wil leren zoeken op thema, en niet op nummer"
    talk, reader = scripted(meant_elsewhere, "", *[""] * 8)
    Session(LIST, talk, Draft().save).run()
    assert reader.turns[1].given == meant_elsewhere, "nobody types that again"


def test_each_question_says_where_its_keys_lead() -> None:
    """Nothing is before the first question; who and when have the question before them, and stop for later."""
    talk, reader = scripted("Te druk", "", "", "", "")
    asked = checklist(question("obstacle", kind="obstacle", repeats=True), question("goal"))
    Session(asked, talk, Draft().save).run()
    assert [(turn.empty, turn.back, turn.later) for turn in reader.turns] == [
        ("overgeslagen", False, True),
        ("weet ik nog niet", True, True),
        ("weet ik nog niet", True, True),
        ("nee", True, True),
        ("overgeslagen", True, True),
    ]


def test_the_end_of_input_skips_the_rest() -> None:
    """Piped answers that stop early leave the rest out, and ask no more."""
    talk, _ = scripted("", "Zoeken", "Spreekuur", "Te druk", (END, ""))
    assert Session(LIST, talk, Draft().save).run() == {
        "goal": "Zoeken",
        "apply": "Spreekuur",
        "apply.obstacle": "Te druk",
    }
    assert "assignment" not in said(talk)


def test_the_end_of_input_after_a_wrong_answer_stops() -> None:
    """A refused answer is never dropped in silence: the draft has it."""
    draft = Draft()
    talk, _ = scripted("31 feb", (END, ""))
    with pytest.raises(Interrupted):
        Session(LIST, talk, draft.save).run()
    assert draft.texts == {"start": "31 feb"}


def test_a_half_answer_in_a_draft_is_checked_at_the_end_of_input() -> None:
    """What comes out is always checked, also when nobody went past it."""
    talk, _ = scripted((END, "31 f"))
    with pytest.raises(Interrupted):
        Session(LIST, talk, Draft().save, texts={"start": "31 f"}, at="start").run()


def test_going_on_where_the_draft_stopped() -> None:
    """A draft goes on at its question with the text filled in, and unknown questions are left out."""
    talk, reader = scripted(None, *[""] * 7)
    session = Session(LIST, talk, Draft().save, texts={"goal": "Zo", "apply": "", "gone": "x"}, at="goal")
    assert session.run() == {"goal": "Zo"}
    assert reader.turns[0].given == "Zo"
    assert "Tien minuten" not in said(talk)


def test_where_we_are() -> None:
    """Only numbered questions are counted; the others have a quiet word."""
    talk, _ = scripted(*[""] * 9)
    Session(LIST, talk, Draft().save, subject="Woo-training").run()
    shown = said(talk)
    for line in ("Voorbereiding: Woo-training", "Kort vooraf: Wat is start?", "Vraag 2 van 4: Wat is apply?"):
        assert line in shown
    assert "\nWat is apply.obstacle?" in shown
    assert "Tot slot: Wat is together?" in shown


def test_explanations_come_with_the_nearest_topic() -> None:
    """A question without a topic has its parent's, or the checklist's."""
    asked = checklist(question("a", topic="eigen", then=(question("a.b", kind="ask"),)), question("c"), topic="lijst")
    talk, _ = scripted("?", "", "?", "", "?", "")
    Session(asked, talk, Draft().save, explain=lambda q: f"over {q.topic}" if q.id != "c" else "").run()
    assert said(talk).count("over eigen") == 2
    assert "Hier hoort geen uitleg bij." in said(talk)


def test_the_levels_are_told_at_the_question_that_takes_one() -> None:
    """Each with what it is in a few words, and with F1 at length, whatever its topic is."""
    talk, _ = scripted("?", "2")
    Session(checklist(question("value", kind="choice", choices=LEVELS, fills="value")), talk, Draft().save).run()
    assert "2: potentieel, wat het nog kan worden" in said(talk)
    assert "Er is nog niets veranderd. Bijvoorbeeld:" in said(talk)


def test_an_earlier_answer_is_shown_beside() -> None:
    """What was written before stands under the question."""
    talk, _ = scripted("")
    Session(checklist(question("a")), talk, Draft().save, shown=lambda _: "Een dag minder").run()
    assert "Eerder: Een dag minder" in said(talk)


def test_a_course_is_matched_with_the_known_ones() -> None:
    """A near miss of a known course is asked about; its number picks it, and the screen says which it is."""
    asked = checklist(question("course", fills="course"))

    def words(_: Question) -> tuple[str, ...]:
        return ("Woo-training",)

    talk, _ = scripted("2", "1")
    assert Session(asked, talk, Draft().save, words=words).run() == {"course": "Woo-training"}
    assert "1: Woo-training" in said(talk)
    assert "'2' is geen nummer" in said(talk)
    assert "Woo-training" in said(talk).rpartition("\n> 1")[2]

    assert run(asked, "woo-trainig", "", words=words) == {"course": "Woo-training"}
    assert run(asked, "woo-trainig", "nee", words=words) == {"course": "woo-trainig"}


def test_a_draft_that_cannot_be_saved_does_not_end_the_conversation() -> None:
    """It is said once; on stopping everything is shown, so that it can be copied."""

    def full(texts: dict[str, str], at: str) -> None:
        raise NotSaved("De schijf is vol.")

    talk, _ = scripted("", "Zoeken", "Spreekuur", (STOP, "half"))
    with pytest.raises(NotSaved):
        Session(LIST, talk, full).run()
    shown = said(talk)
    assert shown.count("ik kan je concept niet bewaren") == 1
    for text in ("Zoeken", "Spreekuur", "half"):
        assert text in shown.split("Voorbereiding", 2)[-1]


@pytest.mark.parametrize(
    "name", ["prepare", "during", "debrief", "after", "design", "insights", "conditions", "moment"]
)
def test_every_shipped_checklist_can_be_gone_through(name: str) -> None:
    """Each checklist of the handreiking can be skipped from end to end."""
    asked = load_checklist(name)
    led_to = sum(prompt.fills == "level" or prompt.after_no for prompt in asked.prompts())
    assert run(asked, *[""] * (len(asked.prompts()) - led_to)) == {}


TOLD_LEVEL = question("told.level", kind="choice", fills="level", choices=(Choice("beleving", "beleving"), *CHOICES))
WEIGHED = checklist(question("told", then=(TOLD_LEVEL,)), question("after"))


def test_the_level_of_an_answer_is_asked_when_there_is_one() -> None:
    """Not of a skipped question, nor of a no; going back passes it too, and an emptied answer takes its level along."""
    assert run(WEIGHED, "Druk", "1", "") == {"told": "Druk", "told.level": "beleving"}
    assert run(WEIGHED, "", "x") == {"after": "x"}
    assert run(WEIGHED, "Nee", "x", nothing=lambda text: text == "Nee") == {"told": "Nee", "after": "x"}
    assert run(WEIGHED, "", (BACK, ""), "Druk", "1", "x")["told.level"] == "beleving"
    assert run(WEIGHED, "Druk", "1", (BACK, ""), (BACK, "1"), "", "x") == {"after": "x"}


def test_answers_that_were_written_beforehand_are_asked_one_a_line() -> None:
    """Whatever they are, so that a line never lands at another question."""
    talk, reader = scripted("", "", "x")
    reader.live = False
    assert Session(WEIGHED, talk, Draft().save).run() == {"after": "x"}


def test_a_no_is_asked_no_who_and_when() -> None:
    """There is nothing to do."""
    asked = checklist(question("obstacle", kind="obstacle", repeats=True))
    assert run(asked, "Nee", nothing=lambda text: text == "Nee") == {"obstacle": "Nee"}


HELD = {"kind": "obstacle", "after_no": True}
NOES = checklist(
    question("used", then=(question("used.held", **HELD),)), question("seen", then=(question("seen.held", **HELD),))
)


def test_a_no_leads_to_what_holds_back_until_that_was_said() -> None:
    """Once; not after an answer that says something, nor a skipped one; and what was typed there stays to be seen."""

    def no(text: str) -> bool:
        return text == "Nee"

    assert run(NOES, "Nee", "Geen tijd", "", "", "Nee", nothing=no) == {
        "used": "Nee",
        "used.held": "Geen tijd",
        "seen": "Nee",
    }
    assert run(NOES, "Nee", "", "Nee", "Te vroeg", "", "", nothing=no)["seen.held"] == "Te vroeg"
    assert run(NOES, "Ja", "", nothing=no) == {"used": "Ja"}
    assert run(NOES, "Nee", ("back", ""), "Ja", "", nothing=no) == {"used": "Ja"}


def look_over(
    asked: Checklist, *replies: str | None | tuple[str, str], numbers: list[int], texts: dict[str, str]
) -> tuple[dict[str, str], str, Draft]:
    """What is kept when one goes to these answers below the summary, what was shown, and the draft."""
    talk, reader = scripted(*replies)
    draft, places = Draft(), iter([*numbers, None])
    session = Session(asked, talk, draft.save, texts=texts)
    given, end = session.look_over(lambda answers: (answers, next(places)))
    assert not reader.left
    assert end == len(given)
    return given, said(talk), draft


def test_from_the_summary_one_goes_back_to_an_answer() -> None:
    """It is asked again with what it led to, and nothing else; then the summary comes back, and the draft is whole."""
    texts = {"told": "Druk", "told.level": "beleving", "after": "x"}
    given, shown, draft = look_over(WEIGHED, "Rustig", "2", numbers=[0], texts=texts)
    assert given == {"told": "Rustig", "told.level": "alleen", "after": "x"}
    assert shown.count("3: Wat is after? x") == 2
    assert "1: Wat is told? Rustig" in shown
    assert (draft.texts, draft.at) == (given, "after"), "going on with it begins at the end"
    assert look_over(WEIGHED, None, numbers=[2], texts=texts)[0] == texts
    assert look_over(WEIGHED, "", numbers=[0], texts=texts)[0] == {"after": "x"}, "an answer can be taken out"
    assert look_over(WEIGHED, "y", numbers=[2], texts=texts)[0]["after"] == "y"


def test_a_choice_that_is_asked_again_is_told_as_what_it_says() -> None:
    """What stands there to be changed is not its id; Enter on it changes nothing."""
    asked = checklist(question("together", kind="choice", choices=CHOICES), question("after"))
    talk, reader = scripted(None)
    places = iter([0, None])
    session = Session(asked, talk, Draft().save, texts={"together": "team", "after": "x"})
    given, _ = session.look_over(lambda answers: (answers, next(places)))
    assert [turn.given for turn in reader.turns] == ["met het team"]
    assert given == {"together": "team", "after": "x"}


def test_a_revised_answer_begins_what_can_be_gone_back_to() -> None:
    """Whoever goes back further is told how the summary comes back, with what is typed still there."""
    texts = {"goal": "Zoeken", "after": "x"}
    asked = checklist(question("goal"), question("after"))
    given, shown, _ = look_over(asked, (BACK, "y"), None, numbers=[1], texts=texts)
    assert given == {"goal": "Zoeken", "after": "y"}
    assert "Met Enter ga je terug naar het overzicht." in shown


def test_what_does_not_fit_a_revised_answer_is_asked_again() -> None:
    """A course that would end before it begins."""
    asked = checklist(question("start", kind="date"), question("end", kind="date"), question("goal"))
    texts = {"start": "2026-12-01", "end": "2026-12-04", "goal": "Zoeken"}
    given, shown, _ = look_over(asked, "7 dec", "8 dec", numbers=[0], texts=texts)
    assert given == {"start": "2026-12-07", "end": "2026-12-08", "goal": "Zoeken"}
    assert "ligt voor het begin" in shown


def test_stopping_at_a_revised_answer_keeps_all() -> None:
    """Half of it too, and it says how far."""
    draft = Draft()
    talk, _ = scripted((STOP, "Zoek"))
    texts = {"goal": "Zoeken", "after": "x"}
    session = Session(checklist(question("goal"), question("after")), talk, draft.save, texts=texts, again="leerlog x")
    with pytest.raises(Interrupted, match=r"Tot zover bewaard \(2 van 2\). Verder: leerlog x"):
        session.look_over(lambda answers: ((), 0))
    assert (draft.texts, draft.at) == ({"goal": "Zoek", "after": "x"}, "goal")


def test_ctrl_c_between_two_questions_keeps_all_and_says_so() -> None:
    """It may come when nothing reads, while what a question needs is looked up."""

    def words(asked: Question) -> tuple[str, ...]:
        if asked.id == "apply":
            raise KeyboardInterrupt
        return ()

    draft = Draft()
    talk, _ = scripted("", "Zoeken")
    with pytest.raises(Interrupted, match=r"Tot zover bewaard \(1 van 4\). Verder: leerlog x"):
        Session(LIST, talk, draft.save, words=words, again="leerlog x").run()
    assert (draft.texts, draft.at) == ({"goal": "Zoeken"}, "apply")


WAITING = checklist(
    question("goal", waits=True),
    question("told", then=(TOLD_LEVEL,), waits=True),
    question("discuss", kind="follow-up", item="Bespreken", waits=True),
    question("klus", kind="ask", repeats=True, waits=True),
    question("with", kind="people", fills="with"),
)


def test_a_question_that_waits_is_said_to_and_asked_nothing_more() -> None:
    """Neither its level nor who and when; where a question can't wait the word is refused."""
    talk, reader = scripted("Later bleek het", "later", "later vrijdag", "later 2 weken", "later", "Noor")
    given = Session(WAITING, talk, Draft().save).run()
    assert not reader.left
    assert given == {
        "goal": "Later bleek het",
        "told": "later 2026-11-30",
        "discuss": "later 2026-11-27",
        "klus": "later 2026-12-07",
        "with": "Noor",
    }
    for shown in ("Deze vraag wacht tot vrijdag 27 november 2026.", "Deze vraag kan niet wachten. Laat hem leeg"):
        assert shown in said(talk)
    assert [turn.waits for turn in reader.turns] == [True, True, True, True, False, False]


@pytest.mark.parametrize("waits", [True, False])
def test_who_and_when_of_an_item_can_not_wait(waits: bool) -> None:
    """Nor another one: the word is no name and nothing to do; Enter is there for who doesn't know yet."""
    asked = checklist(question("klus", kind="follow-up", repeats=True, waits=waits))
    talk, reader = scripted("Klus", "later", "", "later 14 dec", "", "Later.", "")
    assert Session(asked, talk, Draft().save).run() == {"klus": "Klus"}
    assert not reader.left
    assert said(talk).count("Later kan hier niet. Weet je het nog niet, druk dan op Enter.") == 3


def test_that_a_question_can_wait_is_told_where_it_can() -> None:
    """With its explanation, or instead of one; and at the beginning where no key says so."""
    for asked, times in ((WAITING, 2), (checklist(question("goal")), 0)):
        talk, reader = scripted("?", *[""] * len(asked.questions))
        reader.manual = "Eén regel per antwoord."
        Session(asked, talk, Draft().save).run()
        assert said(talk).count("Typ later: dan komt de vraag over een week terug.") == times
