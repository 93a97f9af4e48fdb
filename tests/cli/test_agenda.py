"""The agenda: added to, moved, done with what came of it."""

import json
import os
import sys
from datetime import date

import pytest

from leerlog.domain.entry import FollowUp
from tests.conftest import Cli, Done

FRIDAY = date(2026, 11, 27)
BELLEN = FollowUp("follow_up", "Bellen", "Anja", FRIDAY)


def add(cli: Cli, text: str = "Anja bellen", *args: str) -> str:
    """Add an item and return its ref."""
    return cli.saved("agenda", "--add", text, *args)


def only(cli: Cli) -> FollowUp:
    (item,) = cli.journal.find("laatste").follow_ups
    return item


def months(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(cli.folder.glob("*.md"))}


@pytest.mark.parametrize(
    ("args", "title", "item"),
    [
        (["Bellen"], "Afspraak", FollowUp("follow_up", "Bellen")),
        (["Bellen (wie: Anja, voor vrijdag)"], "Afspraak", BELLEN),
        (["- [ ] Bellen (voor 2026-11-27)", "--who", " Anja "], "Afspraak", BELLEN),
        (["Bellen (wie: Anja)", "--due", "27 nov", "--who", "Anja"], "Afspraak", BELLEN),
        (["Geen tijd", "--kind", "belemmering"], "Belemmering", FollowUp("obstacle", "Geen tijd")),
        (["Samen?", "--kind", "Vraag"], "Vraag", FollowUp("ask", "Samen?")),
        (["## 2026-11-23 x\n### Afspraken"], "Afspraak", FollowUp("follow_up", "## 2026-11-23 x ### Afspraken")),
        (["Taart (voor het team)"], "Afspraak", FollowUp("follow_up", "Taart (voor het team)")),
    ],
)
def test_an_item_is_added_as_a_note_of_its_own(cli: Cli, args: list[str], title: str, item: FollowUp) -> None:
    """Who and when stand in the text or in options; the ref that is printed is the item's."""
    ref = add(cli, *args, "--course", "Woo-training")
    entry = cli.journal.find("laatste")
    assert (ref, entry.checklist, entry.title, entry.course) == (f"{entry.id}.1", "agenda", title, "Woo-training")
    assert entry.follow_ups == (item,)
    assert not entry.answers
    assert ref in cli("agenda").out
    assert cli("done", ref).status == 0


def test_adding_tells_what_it_was_taken_for(cli: Cli) -> None:
    """The day in full, so that a slip shows."""
    done = cli("agenda", "--add", "Bellen", "--who", "Anja", "--due", "vrijdag")
    assert done.out.endswith(".1 · Bellen · Anja · voor vr 27 november 2026\n")
    assert "al voorbij" in cli("agenda", "--add", "Bellen", "--due", "2026-11-01").err
    made = json.loads(cli("agenda", "--add", "Bellen", "--json").out)
    (item,) = made["follow_ups"]
    assert item.items() >= {"kind": "follow_up", "text": "Bellen", "who": "", "due": None, "result": ""}.items()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--add", ""], "geen tekst"),
        (["--add", " \n"], "geen tekst"),
        (["--add", "(wie: Anja)"], "wat er moet gebeuren"),
        (["--add", "x", "--due", "ooit"], "'ooit' is geen datum"),
        (["--add", "x", "--due", "2026-02-30"], "bestaat niet"),
        (["--add", "x (voor 2026-02-30)"], "bestaat niet"),
        (["--add", "x", "--kind", "iets"], "afspraak, belemmering, vraag"),
        (["--add", "x", "--kind", ""], "is geen soort"),
        (["--add", "x (wie: Anja)", "--who", "Kees"], "'Anja' en --who zegt 'Kees'"),
        (["--add", "x (voor 2026-12-07)", "--due", "vrijdag"], "'2026-12-07' en --due zegt '2026-11-27'"),
        (["--add", "x\0"], "NUL"),
        (["--add", "x", "--who", "a\udc80"], "UTF-8"),
        (["--add", "x", "--course", " "], "leeg"),
        (["--add", "x", "--move", "a", "b"], "--add en --move gaan niet samen"),
        (["--add", "x", "--format", "ics"], "gaan niet samen"),
        (["--format", "ics", "--json"], "gaan niet samen"),
        (["--who", "Anja"], "--who hoort bij --add"),
        (["--due", "vrijdag"], "--due hoort bij --add"),
        (["--kind", "vraag"], "--kind hoort bij --add"),
        (["--course", "Woo"], "--course hoort bij --add"),
        (["--output", "x"], "aan 'x' zie ik niet welke vorm"),
        (["--add", "x", "--output", "x.json"], "gaan niet samen"),
        (["--force"], "--force hoort bij --output"),
        (["--move", "a"], "2 waarden"),
        (["--move", "laatste", "7", "dec"], "aanhalingstekens"),
        (["--format", "xml"], "json, ics"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_saved(cli: Cli, args: list[str], message: str) -> None:
    """In Dutch, with exit code 2."""
    done = cli("agenda", *args)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert not cli.folder.exists()


def refused(done: Done, message: str, status: int = 2) -> None:
    assert (done.status, done.out) == (status, "")
    assert message in done.err


def test_moving_changes_that_line_only(cli: Cli) -> None:
    """A day is changed or added; the rest of the journal stays byte for byte."""
    cli.saved("moment", "Iets anders")
    ref = add(cli, "Anja bellen (wie: Noor)")
    for words, day in (("vrijdag", "2026-11-27"), ("2 weken", "2026-12-07"), ("2026-12-07", "2026-12-07")):
        before = months(cli)["2026-11.md"].decode().split("\n")
        done = cli("agenda", "--move", ref, words)
        assert done.status == 0, done.err
        assert done.out.startswith(f"Verzet: {ref} · Anja bellen · Noor · voor ")
        after = months(cli)["2026-11.md"].decode().split("\n")
        lines = [new for old, new in zip(before, after, strict=True) if old != new]
        assert set(lines) <= {f"- [ ] Anja bellen (wie: Noor, voor {day})"}
        assert only(cli).due == date.fromisoformat(day)


def test_what_can_not_be_moved_stays(cli: Cli) -> None:
    """A wrong day, a wrong ref, and what is done already."""
    ref = add(cli)
    before = months(cli)
    for day, message in (("ooit", "geen datum"), ("2026-02-30", "bestaat niet"), (" ", "leeg")):
        refused(cli("agenda", "--move", ref, day), message)
    refused(cli("agenda", "--move", "x!", "vrijdag"), "geen verwijzing")
    refused(cli("agenda", "--move", f"{ref[:-1]}7", "vrijdag"), f"{ref} (Anja bellen)")
    assert months(cli) == before
    cli("done", ref)
    before = months(cli)
    refused(cli("agenda", "--move", ref, "vrijdag"), "al gedaan")
    assert months(cli) == before


def test_an_unknown_ref_names_near_ones(cli: Cli) -> None:
    """Those in the agenda, with their words."""
    ref = add(cli)
    wrong = ref[:4] + ("0" if ref[4] != "0" else "1") + ref[5:]
    for args in (["done", wrong], ["agenda", "--move", wrong, "vrijdag"]):
        refused(cli(*args), f"'{wrong}' staat niet in je agenda. Bedoel je {ref} (Anja bellen)?")
    refused(cli("done", "zzzzzzzz"), "geen notitie met id")


def test_done_says_what_came_of_it(cli: Cli) -> None:
    """Below the item, and on every page where it is done."""
    ref = add(cli)
    before = months(cli)["2026-11.md"].decode()
    done = cli("done", ref, "--result", "Zij kent\nde weg")
    assert done.out == "Afgevinkt: Anja bellen\nResultaat: Zij kent de weg\n"
    ticked = "- [x] Anja bellen (gedaan 2026-11-23)\n  - Resultaat: Zij kent de weg"
    assert months(cli)["2026-11.md"].decode() == before.replace("- [ ] Anja bellen", ticked)
    for args in (["agenda"], ["show", "laatste"], ["--plain", "agenda"], ["--plain", "show", "laatste"]):
        assert "Zij kent de weg" in cli(*args).out
    assert json.loads(cli("agenda", "--format", "json").out)["done"][0]["result"] == "Zij kent de weg"
    assert json.loads(cli("show", "laatste", "--json").out)["follow_ups"][0]["result"] == "Zij kent de weg"


def test_the_review_tells_what_came_of_what_was_agreed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a later quarter."""
    ref = add(cli)
    monkeypatch.setenv("LEERLOG_NOW", "2027-01-11T09:00")
    cli("done", ref, "--result", "Zij kent de weg")
    for args in (["review"], ["--plain", "review"]):
        shown = cli(*args).out
        assert shown.index("Anja bellen") < shown.index("Zij kent de weg")
    assert json.loads(cli("review", "--format", "json").out)["agreed"][0]["result"] == "Zij kent de weg"


def test_a_result_can_come_later_and_is_never_lost(cli: Cli) -> None:
    """The day on which it was done stays; another result takes its place, and the first can be taken back."""
    ref = add(cli)
    assert cli("done", ref, "--on", "2026-11-20").status == 0
    before = months(cli)
    assert "al afgevinkt" in cli("done", ref).err
    assert "al afgevinkt" in cli("done", ref, "--result", " ").err
    refused(cli("done", ref, "--result", "x\0"), "NUL")
    assert months(cli) == before
    assert cli("done", ref, "--result", "Zo").status == 0
    assert only(cli) == FollowUp("follow_up", "Anja bellen", "", None, date(2026, 11, 20), True, "Zo")
    assert "(was: Zo)" in cli("done", ref, "--result", "Anders").out
    assert only(cli) == FollowUp("follow_up", "Anja bellen", "", None, date(2026, 11, 20), True, "Anders")
    cli("undo", "--yes")
    assert only(cli).result == "Zo"


def test_a_bad_result_does_not_tick(cli: Cli) -> None:
    """Both or neither."""
    ref = add(cli)
    before = months(cli)
    refused(cli("done", ref, "--result", "x\udc80"), "UTF-8")
    assert months(cli) == before


def test_the_agenda_as_json(cli: Cli) -> None:
    """Overdue first, under a schema, with the problems that were met."""
    late, soon, done = add(cli, "a", "--due", "1 nov 2026"), add(cli, "b", "--due", "morgen"), add(cli, "c")
    cli("done", done)
    with (cli.folder / "2026-11.md").open("a") as file:
        file.write("\n## 2026-11-31 x\n\n- [ ] x\n")
    shown = cli("agenda", "--format", "json")
    made = json.loads(shown.out)
    assert (made["schema"], made["date"]) == ("leerlog.agenda/1", "2026-11-23")
    assert [(item["ref"], item["days"]) for item in made["open"]] == [(late, -22), (soon, 1)]
    assert [(item["ref"], item["done"]) for item in made["done"]] == [(done, "2026-11-23")]
    assert len(made["problems"]) == 1
    assert "2026-11-31 bestaat niet" in shown.err


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals like that on Windows")
@pytest.mark.parametrize(
    ("typed", "status", "result"),
    [("Zij kent de weg\r", 0, "Zij kent de weg"), ("\r", 0, ""), ("Zij ken\x03", 130, "Zij ken"), ("\x03", 130, "")],
)
@pytest.mark.parametrize("options", [[], ["--plain"]])
def test_at_a_terminal_done_asks_what_came_of_it(
    cli: Cli, typed: str, status: int, result: str, options: list[str]
) -> None:
    """Once, after ticking; Enter is nothing to say, and what was typed before Ctrl+C is kept."""
    from tests.terminal import FOOTER, Terminal

    ref = add(cli)
    with Terminal([sys.executable, "-m", "leerlog", *options, "done", ref], env=dict(os.environ)) as terminal:
        terminal.wait_for("Afgevinkt", "Wat kwam ervan?", "Enter: niets te zeggen")
        terminal.until(lambda screen: FOOTER in screen or screen.endswith("\n>"))
        assert only(cli).done == date(2026, 11, 23)
        terminal.type(typed)
        assert terminal.end() == status
        assert status == 0 or "Gestopt. Afgevinkt is het" in terminal.text
    assert only(cli).result == result
    assert cli("agenda").out.count("→") == bool(result)


def test_the_same_words_of_two_courses_are_told_with_their_course(cli: Cli) -> None:
    """In the lists of a review in every form, and when one is done; others are not. In the agenda and today all are."""
    assert cli("agenda", "--add", "Anja bellen", "--due", "25 nov", "--course", "Archief").status == 0
    for course in ("Woo-training", "Archief"):
        assert cli("agenda", "--add", "Bespreken hoe het gaat", "--due", "25 nov", "--course", course).status == 0
    for done in (cli("agenda"), cli(), cli("--plain", "agenda"), cli("--plain")):
        tasks = [line for line in done.out.split("\n") if "Bespreken hoe het gaat" in line or "Anja bellen" in line]
        assert any("Archief" in line for line in tasks if "Anja bellen" in line), done.out
    assert "Bespreken hoe het gaat (Woo-training)" in cli("review").out
    shown = [cli("review", "--full"), *(cli("review", "--format", form) for form in ("markdown", "html"))]
    for done in (*shown, cli("--plain", "review", "--full")):
        tasks = [line for line in done.out.split("\n") if "Bespreken hoe het gaat" in line or "Anja bellen" in line]
        text = done.out if "<html" in done.out else "\n".join(tasks)
        assert text.count("Woo-training") >= 1
        assert not any("Archief" in line for line in tasks if "Anja bellen" in line), done.out
    assert "Woo-training · Bespreken hoe het gaat" in cli("agenda").out
    assert "Archief · Bespreken" not in cli("course", "Archief").out
    assert cli("done", "laatste").out == "Afgevinkt: Archief · Bespreken hoe het gaat\n"
    assert "Archief · Bespreken hoe het gaat" in cli("agenda").out


@pytest.mark.parametrize(
    ("kind", "word"), [("belemmering", "weggenomen"), ("vraag", "beantwoord"), ("afspraak", "gedaan")]
)
def test_each_kind_comes_to_its_end_in_its_own_word(cli: Cli, kind: str, word: str) -> None:
    """An obstacle is taken away and an ask is answered, in every report; on disk all of them are done."""
    ref = cli.saved("agenda", "--add", "Geen rechten", "--kind", kind)
    assert cli("done", ref, "--result", "x").status == 0
    note = ref.partition(".")[0]
    assert "(gedaan 2026-11-23)" in (cli.folder / "2026-11.md").read_text(encoding="utf-8")
    commands = [["--plain", "agenda"], ["show", note], ["--plain", "show", note], ["review"], ["--plain", "review"]]
    commands += [["review", "--format", form] for form in ("markdown", "html")]
    for command in commands:
        told = cli(*command).out.partition("<body>")[2] or cli(*command).out
        words = [each for each in ("gedaan", "weggenomen", "beantwoord") if each in told]
        assert word in words or command == ["show", note], command
        assert set(words) <= {word}, command


def test_what_is_long_overdue_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than 30 days: counted in the agenda and on the first screen, shown by --late; each with its course."""
    cli("agenda", "--add", "Oud plan (voor 23 okt 2026)", "--course", "Woo")
    cli("agenda", "--add", "Net niet oud (voor 24 okt 2026)", "--course", "AVG")
    cli("agenda", "--add", "Straks (voor 24 nov 2026)")
    for plain in ([], ["--plain"]):
        for words in (["agenda"], []):
            told = cli(*plain, *words).out
            assert "1 langer dan 30 dagen over tijd: leerlog agenda --late" in told
            assert "Oud plan" not in told
            assert "AVG" in next(line for line in told.split("\n") if "Net niet oud" in line)
        late = cli(*plain, "agenda", "--late").out
        assert "Woo" in next(line for line in late.split("\n") if "Oud plan" in line)
        assert "Net niet oud" not in late
    assert len(json.loads(cli("agenda", "--json").out)["open"]) == 3
    assert [each["text"] for each in json.loads(cli("agenda", "--late", "--json").out)["open"]] == ["Oud plan"]
    assert cli("agenda", "--late", "--add", "x").status == 2
    monkeypatch.setenv("LEERLOG_NOW", "2027-03-01T16:42")
    alone = cli("agenda").out
    assert "3 langer dan 30 dagen over tijd" in alone
    assert "leerlog done" not in alone
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-01T16:42")
    assert "is niets langer dan 30 dagen over tijd" in cli("agenda", "--late").out


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Gestopt; er was nog niets ingevuld."), ("Kees bel", "leerlog drafts --save 2026-11-23-1642")],
)
def test_ctrl_c_at_the_first_words_says_what_is_kept(cli: Cli, typed: str, told: str) -> None:
    """Nothing is in the agenda yet; half of it is in a draft, from which it can be saved."""
    pytest.importorskip("termios")
    from tests.terminal import CTRL_C, FOOTER, Terminal

    with Terminal([sys.executable, "-m", "leerlog", "agenda", "--add"], 60) as terminal:
        terminal.wait_for("Wat spreek je af?", FOOTER)
        terminal.type(typed)
        terminal.wait_for(f"> {typed}".rstrip(), FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert terminal.text.endswith(told)
    assert not cli.folder.exists()
    if typed:
        assert cli("drafts", "--save", "2026-11-23-1642").status == 0
        assert only(cli).text == typed
