"""`leerlog moment` in every form."""

import io
import json
import os
import re
import subprocess
import sys
from datetime import date

import pytest

from leerlog.cli.console import waiting
from leerlog.domain.entry import DAILY_TEXT
from tests.conftest import Cli, is_private

LIBRARIES = {"rich", "yaml", "prompt_toolkit", "markupsafe", "icalendar", "json", "tempfile", "platformdirs", "tomllib"}
SLOW = LIBRARIES | {
    f"leerlog.{name}" for name in ("journal.parsing", "domain.period", "domain.checklist", "app.review")
}


def test_words_become_a_note(cli: Cli) -> None:
    """With or without quotes; the id, the day and the place are printed."""
    done = cli("moment", "Een", "burger wist het", "--value", "3")
    assert done.status == 0
    assert re.match(r"Bewaard als a2\w{6} · ma 23 november 2026, 16:42 · toegepast\nin .*2026-11\.md\n$", done.out)
    entry = cli.journal.find("laatste")
    assert entry.first_line == "Een burger wist het"
    assert entry.value == "toegepast"


def test_what_does_not_count_is_not_confirmed_as_if_it_did(cli: Cli) -> None:
    """A note that there is nothing yet has no level in what is said of it."""
    done = cli("moment", "Nog niets", "--value", "3")
    assert "toegepast" not in done.out
    assert "telt het niet mee als toegepast" in done.err


def test_the_first_note_makes_the_journal_and_says_where(cli: Cli) -> None:
    """The folder is for its owner only, and so is the file; the second note says nothing of it."""
    assert str(cli.folder) in cli("moment", "een").err
    assert is_private(cli.folder)
    assert is_private(cli.folder / "2026-11.md")
    assert cli("moment", "twee").err == ""


@pytest.mark.parametrize("args", [["moment", "-"], ["moment"]])
def test_a_pipe_is_read(cli: Cli, args: list[str]) -> None:
    """With a dash or without; lines stay lines."""
    cli(*args, stdin="een\n\n## 2026-01-01 twee\n")
    assert cli.journal.find("laatste").answers[0].text == "een\n\n## 2026-01-01 twee"


def test_who_gives_no_text_is_told_what_is_waited_for(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """On stderr; at a keyboard also how to end it. With a dash it was asked for."""
    assert "Ik lees je tekst van de invoer." in cli("moment", stdin="een").err
    assert "invoer" not in cli("moment", "-", stdin="twee").err
    monkeypatch.setattr(sys, "stdin", Keyboard())
    assert "sluit op een nieuwe regel af met Ctrl+" in waiting()


class Keyboard(io.StringIO):
    """What somebody types on while the output goes elsewhere."""

    def isatty(self) -> bool:
        return True


def test_on_windows_it_is_said_who_can_read_a_folder(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """There no file is one's own but in one's own folder: at the first note, with a file, and in `config`."""
    for name in ("files", "app.saving"):
        monkeypatch.setattr(f"leerlog.{name}.WINDOWS", True)
    assert "alleen voor jou leesbaar" in cli("moment", "een").err
    assert "Wie haar mag openen" not in cli("config").out
    (cli.home / "elders").mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(cli.home / "elders"))
    place = cli.home / "deel"
    place.mkdir()
    first, second = (cli("--journal", str(place), "moment", text) for text in ("een", "twee"))
    assert "Wie haar mag openen, kan alles lezen wat je schrijft." in first.err
    assert second.err == ""
    assert "Wie haar mag openen" in " ".join(cli("--journal", str(place), "config").out.split())
    done = cli("--journal", str(place), "review", "--output", str(cli.home / "uit.md"))
    assert "Wie die map mag openen, kan hem lezen." in done.out


@pytest.mark.parametrize("args", [["moment", ""], ["moment", "  \n"], ["moment", "-"], ["moment"]])
def test_no_text_is_an_error(cli: Cli, args: list[str]) -> None:
    """Nothing is saved, not even a folder."""
    done = cli(*args)
    assert (done.status, done.out) == (2, "")
    assert "geen tekst" in done.err
    assert not cli.folder.exists()


def test_everything_about_a_note_can_be_given(cli: Cli) -> None:
    """Backdated, with people, tags, a course, a source and an audience; --json prints it."""
    first = cli.saved("moment", "bron")
    done = cli(
        *["moment", "gevolg", "--on", "2026-10-05", "--value", "gerealiseerd", "--course", "Woo-training"],
        *["--with", "Anja,Kees", "--tag", "woo", "--tag", "balie", "--builds-on", first[:5], "--share", "team"],
        "--json",
    )
    entry = json.loads(done.out)
    assert entry.pop("id").startswith("a1")
    assert entry == {
        "date": "2026-10-05",
        "time": "16:42",
        "checklist": "moment",
        "title": "Moment",
        "course": "Woo-training",
        "with": ["Anja", "Kees"],
        "tags": ["woo", "balie"],
        "value": "gerealiseerd",
        "share": ["team"],
        "builds_on": [first],
        "answers": [{"question": "surprise", "text": "gevolg", "value": None, "private": False, "title": DAILY_TEXT}],
        "follow_ups": [],
    }


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "\ufeff", "\u2060 \u00a0\u200e"])
def test_what_can_not_be_seen_is_no_text(cli: Cli, text: str) -> None:
    """Typed or read from the input; in an answers file it is an answer that was left out."""
    for done in (cli("moment", text), cli("moment", "-", stdin=text)):
        assert (done.status, done.out) == (2, "")
        assert "er staat geen tekst" in done.err
    answers = json.dumps({"learned": text})
    assert cli("debrief", "Woo", "--answers", "-", stdin=answers).err == "Niets ingevuld, dus niets bewaard.\n"
    assert not cli.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals like that on Windows")
def test_the_text_is_safe_while_its_value_is_asked(cli: Cli) -> None:
    """A computer may stop there; once the note is saved no draft is left."""
    from tests.terminal import ENTER, Terminal

    with Terminal([sys.executable, "-m", "leerlog", "moment"], env=dict(os.environ)) as terminal:
        assert terminal.asks()
        terminal.answer("Zij kent de weg")
        assert "Zij kent de weg" in (cli.drafts / "moment.json").read_text(encoding="utf-8")
        terminal.type(ENTER)
        assert terminal.end() == 0
    assert not (cli.drafts / "moment.json").exists()
    assert cli.journal.find("laatste").first_line == "Zij kent de weg"


def test_backdated_notes_stand_in_order_of_time(cli: Cli) -> None:
    """Also with a time of their own."""
    for on in ("2026-11-20", "2026-11-19T09:00", "gisteren", "2026-11-19T08:00"):
        cli("moment", on, "--on", on)
    text = (cli.folder / "2026-11.md").read_text()
    assert re.findall(r"^## (\S+ \S+)", text, re.MULTILINE) == [
        "2026-11-19 08:00",
        "2026-11-19 09:00",
        "2026-11-20 16:42",
        "2026-11-22 16:42",
    ]


def test_a_day_to_come_is_remarked_on(cli: Cli) -> None:
    """It is saved; a slip in the year would otherwise hide the note."""
    assert "toekomst" in cli("moment", "x", "--on", "2062-11-20").err
    assert cli.journal.find("laatste").date == date(2062, 11, 20)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--value", "6"], "geen waardeniveau"),
        (["--on", "2026-02-30"], "bestaat niet"),
        (["--on", "ooit"], "geen datum"),
        (["--share", "iedereen"], "team, leidinggevende"),
        (["--builds-on", "zzzz"], "geen notitie"),
        (["--course", ""], "leeg"),
        (["--course", "x" * 300], "300 tekens"),
        (["--course", "een\ntwee"], "één regel"),
    ],
)
def test_a_wrong_option_saves_nothing(cli: Cli, args: list[str], said: str) -> None:
    """Exit 2 and a sentence that says what will do."""
    done = cli("moment", "x", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert not cli.folder.exists()


def test_an_unknown_source_names_near_ones(cli: Cli) -> None:
    """A slip in an id is soon mended."""
    first = cli.saved("moment", "x")
    wrong = first[:-1] + ("0" if first[-1] != "0" else "1")
    assert first in cli("moment", "y", "--builds-on", wrong).err


@pytest.mark.parametrize(("text", "said"), [(b"a\0b", "kan ik niet bewaren"), (b"a\xffb", "geen UTF-8")])
def test_what_cannot_be_kept_is_refused(cli: Cli, text: bytes, said: str) -> None:
    """NUL and bytes that are not UTF-8."""
    done = cli("moment", "-", stdin=text)
    assert done.status == 2
    assert said in done.err


def test_control_characters_are_kept_and_never_sent_to_the_screen(cli: Cli) -> None:
    """On disk as they were; shown as pictures."""
    cli("moment", "-", "--value", "1", stdin="rood \x1b[31m en \x9b2J")
    assert cli.journal.find("laatste").answers[0].text == "rood \x1b[31m en \x9b2J"
    for args in (["show", "laatste"], ["list"], ["review", "--full"], [], ["--plain", "list"]):
        shown = cli(*args).out
        assert "rood" in shown
        assert "\x1b" not in shown
        assert "\x9b" not in shown


def test_a_note_that_cannot_be_saved_is_kept_in_a_draft(cli: Cli) -> None:
    """The message says where, and the draft reads as a journal."""
    (cli.folder / "2026-11.md").mkdir(parents=True)
    done = cli("moment", "niet kwijtraken")
    assert done.status == 1
    draft = next(cli.drafts.glob("*.md"))
    assert str(draft) in done.err
    assert "niet kwijtraken" in draft.read_text()


def test_a_journal_that_was_there_is_not_begun_anew(cli: Cli) -> None:
    """A network drive that is away must not look like an empty journal."""
    cli("moment", "een")
    cli.folder.rename(cli.home / "weg")
    done = cli("moment", "twee")
    assert done.status == 1
    assert "er is niet" in done.err or "is er niet" in done.err
    assert "twee" in next(cli.drafts.glob("*.md")).read_text()
    assert not cli.folder.exists()


def test_a_note_loads_nothing_slow(cli: Cli) -> None:
    """Neither rich nor yaml nor what reads a journal: a note must take no longer than it needs."""
    code = (
        "import sys\nfrom leerlog.cli.main import run\n"
        "status = run(['moment', 'Noor zocht op thema, en had het in één keer', '--value', '3', '--with', 'Anja'])\n"
        "print(*sys.modules)\nsys.exit(status)"
    )
    cli("moment", "de eerste maakt het leerlog")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not SLOW & set(done.stdout.splitlines()[-1].split())
    assert cli.journal.find("laatste").first_line.startswith("Noor zocht")


def test_json_shows_control_characters_by_their_number(cli: Cli) -> None:
    """The same data, and nothing that a terminal obeys; also from the command that saved it."""
    made = cli("moment", "-", "--course", "\u202eWoo", "--json", stdin="a\x9b31m\x7f\u2028b").out
    assert not set(made) & {"\x9b", "\x7f", "\u2028", "\u202e"}
    assert json.loads(made)["answers"][0]["text"] == "a\x9b31m\x7f\u2028b"
    assert json.loads(made)["course"] == "\u202eWoo"
    assert cli("show", "laatste", "--json").out == made
