"""Conversations that were interrupted, taken up again from the list of drafts."""

import pytest

from leerlog.journal import drafts
from leerlog.journal.drafts import Draft
from leerlog.journal.store import Journal
from tests.conftest import Cli

SKIP = "\n" * 40


def begun(cli: Cli, checklist: str = "prepare", course: str = "Woo-training", at: str = "", **texts: str) -> str:
    """A draft with these answers; its name."""
    draft = Draft(checklist, course, texts, at, {"with": "Anja"}, str(cli.folder), "2026-11-21T10:00")
    return drafts.save(cli.drafts, draft).stem


def test_several_drafts_wait_side_by_side(cli: Cli) -> None:
    """Each is resumed by its name, the others stay."""
    first = begun(cli, goal="Sneller")
    second = begun(cli, course="Archief", goal="Netter")
    third = begun(cli, checklist="after", experience="Leuk")
    assert all(name in cli("drafts").out for name in (first, second, third))
    done = cli("drafts", "--resume", second, stdin=SKIP)
    assert done.status == 0, done.err
    entry = cli.journal.find("laatste")
    assert (entry.course, entry.answer("goal"), entry.people) == ("Archief", "Netter", ("Anja",))
    assert sorted(path.stem for path in cli.drafts.glob("*.json")) == sorted([first, third])


def test_a_draft_goes_on_where_it_stopped(cli: Cli) -> None:
    """The first line typed answers the question that it stopped at."""
    name = begun(cli, checklist="after", at="applied", experience="Leuk", potential="Contacten")
    assert cli("drafts", "--resume", name, stdin="Ik begin bij het thema\n").status == 0
    answers = {answer.question: answer.text for answer in cli.journal.find("laatste").answers}
    assert answers == {"experience": "Leuk", "potential": "Contacten", "applied": "Ik begin bij het thema"}


def test_answers_to_questions_that_are_gone_are_kept(cli: Cli) -> None:
    """Shown at the end, and saved under their old id as if written by hand."""
    name = begun(cli, goal="Sneller", at="weg", weg="Oude tekst\n\nmet regels", afspraken="- [ ] geen afspraak")
    done = cli("drafts", "--resume", name, stdin=SKIP)
    assert done.status == 0, done.err
    assert "een vraag die er niet meer is" in done.err
    assert "Oude tekst" in done.err
    entry = cli.journal.find("laatste")
    kept = {(answer.question, answer.title): answer.text for answer in entry.answers}
    assert kept["", "weg"] == "Oude tekst\n\nmet regels"
    assert kept["", "afspraken"] == "- [ ] geen afspraak"
    assert entry.answer("goal") == "Sneller"
    assert entry.follow_ups == ()


def test_a_draft_with_nothing_but_old_answers_is_saved_too(cli: Cli) -> None:
    """Nothing of it is called empty."""
    assert cli("drafts", "--resume", begun(cli, weg="Bewaar mij"), stdin=SKIP).status == 0
    assert "Bewaar mij" in (cli.folder / "2026-11.md").read_text()


def test_old_answers_stay_in_the_draft_when_it_is_stopped_again(cli: Cli) -> None:
    """A date that will not do stops a piped conversation."""
    name = begun(cli, at="discuss", weg="Bewaar mij")
    assert cli("drafts", "--resume", name, stdin="31 feb\n").status == 130
    draft = drafts.load(cli.drafts, "prepare", "Woo-training")
    assert draft
    assert draft.texts == {"discuss": "31 feb", "weg": "Bewaar mij"}


def test_a_draft_goes_to_the_journal_in_which_it_was_begun(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is resumed from, and it says so."""
    name = begun(cli, goal="Sneller")
    monkeypatch.setenv("LEERLOG_JOURNAL", str(cli.home / "ander"))
    assert "ander leerlog" in cli("drafts").out
    done = cli("drafts", "--resume", name, stdin=SKIP)
    assert done.status == 0, done.err
    assert str(cli.folder) in done.err
    assert Journal(cli.folder).find("laatste").answer("goal") == "Sneller"
    assert not (cli.home / "ander").exists()


def test_piped_answers_never_take_the_place_of_a_draft(cli: Cli) -> None:
    """What waited is kept as a note that can still be saved."""
    begun(cli, goal="Van gisteren")
    assert cli("prepare", "Woo-training", stdin="\n2026-11-30\n").status == 0
    assert "Van gisteren" in cli("drafts").out


def test_a_draft_of_a_checklist_that_is_gone_can_be_saved(cli: Cli) -> None:
    """Not resumed; its answers go into the journal under their ids."""
    name = begun(cli, checklist="weekstart", course="", mood="4")
    assert "de checklist is weg" in cli("drafts").out
    assert f"--save {name}" in cli("drafts", "--resume", name).err
    assert cli("drafts", "--save", name).status == 0
    entry = cli.journal.find("laatste")
    assert [(answer.title, answer.text) for answer in entry.answers] == [("mood", "4")]
    assert not list(cli.drafts.glob("*.json"))


def test_what_is_no_conversation_is_not_resumed(cli: Cli) -> None:
    """A note, a name that is none, two options at once, a conversation that is to be saved."""
    (cli.folder / "2026-11.md").mkdir(parents=True)
    cli("moment", "los")
    name = begun(cli, goal="x")
    assert cli("drafts", "--resume", "2026-11-23-1642").status == 2
    assert cli("drafts", "--resume", "niets").status == 2
    assert cli("drafts", "--resume", name, "--remove", name).status == 2
    assert cli("drafts", "--save", name).status == 2


def test_what_was_not_ended_is_named_where_one_looks(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """By bare `leerlog`, and of a course by `courses` and `course`: how to go on, and how long ago it was."""
    cli.saved("moment", "een", "--course", "Woo-training")
    begun(cli, goal="Sneller")
    begun(cli, course="Archief", start="2026-12-07")
    begun(cli, checklist="insights", course="", story="Een verhaal")
    drafts.save(
        cli.drafts, Draft("after", "Elders", {"experience": "x"}, "", {}, str(cli.home / "ander"), "2026-11-21T10:00")
    )
    monkeypatch.setenv("LEERLOG_NOW", "2027-02-24T10:00")
    shown = {name: cli(*name.split()) for name in ("", "courses", "course woo-training")}
    for name, done in shown.items():
        assert done.status == 0, done.err
        assert (
            'Voorbereiding · Woo-training: 1 van 13, 3 maanden geleden\n    leerlog prepare "Woo-training"\n'
            in done.out
        )
        assert ('leerlog prepare "Archief"' in done.out) == (name != "course woo-training")
        assert ("Archief: 1 van 13, 3 maanden geleden" in done.out) == (name != "course woo-training")
        assert ("leerlog insights" in done.out) == (not name)
        assert "Elders" not in done.out
        plain = cli("--plain", *name.split()).out
        assert (
            "Nog niet af: Voorbereiding · Woo-training: 1 van 13, 3 maanden geleden\nOpdracht: leerlog prepare" in plain
        )
    begun(cli, checklist="after", course="Nog een", experience="x")
    assert "nog 1, met leerlog drafts alles" in cli().out


def test_a_draft_whose_course_no_shell_takes_is_gone_on_with_by_its_own_name(cli: Cli) -> None:
    """The course of another is typed without what a shell would obey, and the draft is found by it."""
    assert f"leerlog drafts --resume {begun(cli, course='$(rm)', goal='x')}\n" in cli("drafts").out
    begun(cli, course='Werken met "AI"', goal="x")
    assert 'leerlog prepare "Werken met AI"\n' in cli("drafts").out


def test_a_note_that_could_not_be_saved_is_named_by_today(cli: Cli) -> None:
    """Also in a journal without notes, and one that is no note."""
    cli.drafts.mkdir(parents=True)
    text = "## 2026-11-20\n<!-- id=a2aaaaaa checklist=moment -->\n\nMijn tekst\n"
    (cli.drafts / "2026-11-20.md").write_text(text, encoding="utf-8")
    assert "Mijn tekst: niet bewaard, 3 dagen geleden\n    leerlog drafts --save 2026-11-20\n" in cli().out
    (cli.drafts / "iets.md").write_text("", encoding="utf-8")
    assert "dit is geen notitie" in cli().out
