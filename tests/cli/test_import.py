"""Notes from elsewhere: what would come, what comes, and taking it back."""

import json
import os
import random
import subprocess
import sys
import time as clock
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.app.entries import Wanted, export_blocks
from leerlog.app.importing import Asked, Plan, bring, look_at_import
from leerlog.app.setting import Listener, Setting
from leerlog.domain.entry import Entry
from leerlog.domain.period import ALL
from leerlog.journal.store import Journal
from leerlog.library.content import load_guide
from leerlog.render.entry_json import entry_lines, journal_json
from leerlog.reports.levels import counted
from leerlog.reports.rules import ContentRules, content_rules
from tests.conftest import SAMPLE, Cli
from tests.journal.strategies import entries
from tests.terminal import ENTER, Terminal

FORMS = {"json": ".json", "jsonl": ".jsonl", "markdown": ".md"}
RULES: list[ContentRules] = []
TEXT = """dinsdag 3 november 2026
14:05
De balie belde.

- en nog eens

4 november 2026 9:30
Dat heet **voorbereiden**.
## geen kop
5-11-2026
Derde
"""


def months(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.md")}


def read(folder: Path) -> list[Entry]:
    return [entry._replace(file="", line=0) for entry in Journal(folder).read()[0]]


def fresh(cli: Cli) -> Path:
    """Another journal, with nothing in it."""
    return cli.home / "leeg"


def text_file(cli: Cli, text: str | bytes = TEXT, name: str = "oud.txt") -> str:
    path = cli.home / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


@pytest.mark.parametrize("form", FORMS)
def test_an_export_comes_in_again(cli: Cli, form: str) -> None:
    """Into an empty journal: the same entries as they count; a second time nothing, and no byte is another."""
    cli.folder.mkdir()
    for month in SAMPLE.glob("*.md"):
        (cli.folder / month.name).write_bytes(month.read_bytes())
    file = cli.home / f"uit{FORMS[form]}"
    assert cli("export", "--format", form, "--output", str(file)).status == 0
    other = fresh(cli)
    done = cli("--journal", str(other), "import", str(file))
    assert (done.status, done.err) == (0, "")
    rules = content_rules(load_guide()[0])
    assert [counted(entry, rules) for entry in read(other)] == [counted(entry, rules) for entry in read(cli.folder)]
    before = months(other)
    again = cli("--journal", str(other), "import", str(file))
    assert again.status == 0
    assert "Er komt niets bij." in again.out
    assert months(other) == before
    here = months(cli.folder)
    assert "Nieuw: 0 notities" in cli("import", str(file)).out
    assert months(cli.folder) == here
    taken = cli("--journal", str(other), "undo", "--yes")
    assert taken.status == 0, taken.err
    assert months(other) == {}


@given(found=st.lists(entries(), min_size=1, max_size=2, unique_by=lambda entry: entry.id))
def test_every_entry_comes_in_as_it_went_out(
    home: Path, tmp_path_factory: pytest.TempPathFactory, found: list[Entry]
) -> None:
    """Whatever stands in it; of JSON the levels that count, of Markdown all."""
    place = tmp_path_factory.mktemp("uit")
    journal = Journal(place / "een")
    journal.create()
    journal.add_all(found)
    kept = journal.read()[0]
    rules = at(place / "een").rules
    told = [counted(entry, rules) for entry in kept]
    forms = {
        ".json": "".join(journal_json(told)),
        ".jsonl": "".join(entry_lines(told)),
        ".md": "".join(export_blocks(journal, rules, ALL, Wanted(), [])),
    }
    for end, text in forms.items():
        file = place / f"uit{end}"
        file.write_bytes(text.encode())
        setting = at(place / f"in{end}")
        plan = look_at_import(setting, Asked(str(file)))
        assert (plan.problems, plan.conflicts, plan.here) == ((), (), 0)
        bring(setting, plan)
        assert by_id(setting.journal) == by_id(journal, None if end == ".md" else told)
        assert look_at_import(setting, Asked(str(file))) == Plan((), (), len(kept), (), plan.told)


def at(folder: Path) -> Setting:
    setting = Setting(str(folder), False, lambda: (date(2026, 11, 23), time(16, 42)), Listener())
    RULES[:] = RULES or [setting.rules]  # reading the content takes longer than all else
    setting.rules = RULES[0]
    return setting


def by_id(journal: Journal, found: list[Entry] | None = None) -> dict[str, Entry]:
    found = journal.read()[0] if found is None else found
    return {entry.id: entry._replace(file="", line=0) for entry in found}


def test_what_is_in_conflict_comes_beside_it(cli: Cli) -> None:
    """The same id with another text: both are kept and it is told; a second time it is known."""
    name = cli.saved("moment", "De eerste tekst").rstrip(".")
    file = cli.home / "uit.json"
    cli("export", "--output", str(file))
    assert cli("edit", name, "--text", "Een andere tekst").status == 0
    before = months(cli.folder)
    done = cli("import", str(file))
    assert "Zelfde id, andere tekst: 1 notitie. Beide blijven staan." in done.out
    assert [entry.first_line for entry in read(cli.folder)] == ["Een andere tekst", "De eerste tekst"]
    assert len({entry.id for entry in read(cli.folder)}) == 2
    after = months(cli.folder)
    assert "Er komt niets bij." in cli("import", str(file)).out
    assert months(cli.folder) == after
    assert cli("undo", "--yes").out.endswith("Weer weg: 1 notitie van het inlezen.\n")
    assert months(cli.folder) == before


def test_the_order_and_the_layout_of_json_make_no_difference(cli: Cli) -> None:
    """What is there already is known by what it says."""
    cli.saved("moment", "Tekst", "--tag", "een, twee", "--with", "Anja, Kees")
    made = json.loads(cli("export").out)
    made["entries"][0]["tags"].reverse()
    made["entries"][0]["with"].reverse()
    assert "Staat er al: 1 notitie" in cli("import", text_file(cli, json.dumps(made), "a.json")).out


def test_what_cannot_be_read_is_told_with_its_place(cli: Cli) -> None:
    """The rest comes, and the command says that not all did."""
    good = '{"id": "a2aaaaaa", "date": "2026-11-01", "checklist": "moment", '
    good += '"answers": [{"question": "surprise", "text": "Goed"}]}'
    lines = [
        good,
        "{",
        '{"id": "a2aaaaab"}',
        '{"id": "a b", "date": "2026-11-01"}',
        '{"id": "x", "date": "2026-13-01"}',
    ]
    done = cli("import", text_file(cli, "\n".join(lines), "a.jsonl"))
    assert done.status == 1
    assert "Nieuw: 1 notitie" in done.out
    assert [line.split(": ")[0].strip() for line in done.out.splitlines() if "a.jsonl" in line] == [
        f"a.jsonl:{number}" for number in (2, 3, 4, 5)
    ]
    assert read(cli.folder)[0].answers[0].title == "Wat heeft jou verwonderd in je werk vandaag?"


def test_a_text_with_dates_above_the_notes(cli: Cli) -> None:
    """Each date begins a note; a list, a star and a heading stay text, and a second time nothing comes."""
    file = text_file(cli, TEXT.replace("\n", "\r\n"))
    done = cli("import", file, "--course", "Woo-training")
    assert (done.status, done.err) == (0, "")
    assert "Nieuw: 3 notities, dinsdag 3 november 2026 t/m donderdag 5 november 2026" in done.out
    found = read(cli.folder)
    assert [(str(e.date), str(e.time), e.course, e.answers[0].text) for e in found] == [
        ("2026-11-03", "14:05:00", "Woo-training", "De balie belde.\n\n- en nog eens"),
        ("2026-11-04", "09:30:00", "Woo-training", "Dat heet **voorbereiden**.\n## geen kop"),
        ("2026-11-05", "None", "Woo-training", "Derde"),
    ]
    assert cli("check").status == 0
    before = months(cli.folder)
    assert cli("value", found[0].id, "3").status == 0
    assert "Staat er al: 3 notities" in cli("import", file).out
    cli("edit", found[1].id, "--text", "Verbeterd")
    assert "Staat er al: 3 notities" in cli("import", file).out
    for _ in range(3):
        assert cli("undo", "--yes").status == 0
    assert months(cli.folder) == {} != before


def test_notes_that_are_the_same_all_come(cli: Cli) -> None:
    """Twice the same words on a day are two notes, the second time as well."""
    file = text_file(cli, "3-11-2026\nKoffie\n3-11-2026\nKoffie\n")
    assert "Nieuw: 2 notities" in cli("import", file).out
    assert len(read(cli.folder)) == 2
    assert "Staat er al: 2 notities" in cli("import", file).out


def test_text_without_a_date(cli: Cli) -> None:
    """Needs to be told its day; words that count from today, such as Friday, begin no note."""
    file = text_file(cli, "Vrijdag\nvrijdag 16:00 uur\n2 weken\ngisteren 16:00\n")
    refused = cli("import", file)
    assert refused.status == 2
    assert "--on" in refused.err
    assert cli("import", file, "--on", "12 november").status == 0
    assert [str(entry.date) for entry in read(cli.folder)] == ["2026-11-12"]
    above = cli("import", text_file(cli, "Zonder dag\n3-11-2026\nMet", "b.txt"))
    assert above.status == 1
    assert "b.txt:1: regel 1: hier staat geen datum boven" in above.out


def test_it_can_be_looked_at_first(cli: Cli) -> None:
    """A trial changes nothing."""
    done = cli("import", text_file(cli), "--dry-run")
    assert (done.status, "Nieuw: 3 notities" in done.out) == (0, True)
    assert not cli.folder.exists() or months(cli.folder) == {}


def test_it_asks_at_a_terminal(cli: Cli) -> None:
    """And does nothing when that is wanted."""
    file = text_file(cli)
    with Terminal([sys.executable, "-m", "leerlog", "import", file], columns=80) as terminal:
        terminal.wait_for("Nieuw: 3 notities", "Inlezen?", " · Ctrl+C ")
        terminal.type("nee" + ENTER)
        assert terminal.end() == 0
    assert not cli.folder.exists() or months(cli.folder) == {}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b'{"a": 1}', "geen export van leerlog"),
        ("a.json", b"[" * 100_000, "geen hele JSON"),
        ("a.json", b"N entries\n{}", "regel 1"),
        ("a.docx", b"PK\x03\x04rest", "Office-bestand"),
        ("a.pdf", b"%PDF-1.7", "een PDF"),
        ("a.txt", b"3-11-2026\nx\0y", "geen tekst"),
        ("a.txt", b"3-11-2026\ncaf\xe9", "geen UTF-8"),
        ("a.txt", b"", "staat geen regel met een datum"),
        ("a.md", b"<!-- leerlog 1 -->\n", "staan geen notities"),
    ],
)
def test_a_file_of_another_kind(cli: Cli, name: str, data: bytes, said: str) -> None:
    """Is refused in a sentence, with nothing done."""
    done = cli("import", text_file(cli, data, name))
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert not cli.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of another kind")
def test_what_is_no_ordinary_file(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link, a pipe, nothing at all, a folder with nothing, or what is too large: a sentence."""
    (cli.home / "link.txt").symlink_to(text_file(cli))
    os.mkfifo(cli.home / "pijp")
    (cli.home / "map").mkdir()
    for name, said in (("link.txt", "koppeling"), ("pijp", "lezen"), ("niets", "lezen"), ("map", "niets")):
        done = cli("import", str(cli.home / name))
        assert (done.status, said in done.err) == (2, True), done.err
    monkeypatch.setattr("leerlog.app.incoming_files.MOST_BYTES", 20)
    assert "200 MB" in cli("import", str(cli.home / "oud.txt")).err
    assert not cli.folder.exists()


def test_a_folder_of_months(cli: Cli) -> None:
    """Another journal as a whole; what stands beside its notes is told."""
    cli.saved("moment", "Eén", "--on", "2026-10-02")
    cli.saved("moment", "Twee")
    with (cli.folder / "2026-11.md").open("a", encoding="utf-8") as file:
        file.write("\n# Van mezelf\n")
    done = cli("--journal", str(fresh(cli)), "import", str(cli.folder))
    assert done.status == 0
    assert "wat buiten de notities staat, komt niet mee" in done.err
    assert read(fresh(cli)) == read(cli.folder)


def test_a_day_that_does_not_exist_is_told_with_its_line(cli: Cli) -> None:
    """And the notes come as they stand, what leerlog does not know included."""
    text = "<!-- leerlog 1 -->\n\n"
    text += "## 2026-11-03 · Moment\n<!-- id=a2aaaaaa -->\n\n- Kleur: rood\n\nTekst\n\n## 2026-11-31 · X\n"
    done = cli("import", text_file(cli, text, "2026-11.md"))
    assert done.status == 1
    assert "2026-11.md:10" in done.out
    assert b"- Kleur: rood\n\nTekst\n" in months(cli.folder)["2026-11.md"]


MANY = "".join(f"{day}-{month}-2026\nNotitie {day} van {month}\n" for month in (9, 10, 11) for day in range(1, 9))


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("kills", [1, pytest.param(100, marks=pytest.mark.thorough)])
def test_killed_at_any_moment_all_comes_or_nothing(cli: Cli, kills: int) -> None:
    """Wherever it was."""
    cli.saved("moment", "Van hier", "--on", "2026-10-04")
    before = months(cli.folder)
    file = text_file(cli, MANY)
    chance = random.Random(23)
    took = 1.0
    for number in range(kills + 1):
        begun = clock.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "leerlog", "import", file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if number:
            with suppress(subprocess.TimeoutExpired):
                process.wait(took * (0.5 + chance.random() / 2))
            process.kill()
        assert process.wait() in (0, -9)
        took = took if number else clock.monotonic() - begun
        came_whole(cli, file, before)


def came_whole(cli: Cli, file: str, before: dict[str, bytes]) -> None:
    """All of it is there or nothing, each note once; put it back to how it was before."""
    assert cli("list").status == 0  # what was cut off is ended
    found, problems = cli.journal.read()
    assert not problems
    lines = sorted(entry.first_line for entry in found)
    assert len(set(lines)) == len(lines) in (1, 25)
    if len(lines) == 1:
        assert months(cli.folder) == before
        assert "Ingelezen: 24 notities" in cli("import", file).out
    assert "Staat er al: 24 notities" in cli("import", file).out
    assert cli("undo", "--yes").status == 0
    assert months(cli.folder) == before


def test_a_bar_shows_from_a_second_on(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, and not when it takes less or when lines of text alone are wanted."""
    file = text_file(cli)
    for after, options, there in (("0", [], True), ("0", ["--plain"], False), ("60", [], False)):
        code = f"""
import sys
import time as clock
from contextlib import suppress
import leerlog.cli.waiting as waiting
import leerlog.app.importing as importing
waiting.AFTER = {after}
real = importing.read_all
def slow(setting, found, how, step):
    import threading
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer) and thread.interval == 0:
            thread.join()
    return real(setting, found, how, step)
importing.read_all = slow
from leerlog.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
        with Terminal([sys.executable, "-c", code, *options, "import", file, "--dry-run"], columns=80) as terminal:
            terminal.wait_for("Er is niets veranderd.")
            assert terminal.end() == 0
            assert (b"Inlezen" in terminal.raw) == there


def test_what_would_come_is_there_for_a_program(cli: Cli) -> None:
    """As JSON, with what can't be read and what stays behind."""
    text = "Zonder dag\n[2026-11-03 14:05] Een *\n"
    done = cli("import", text_file(cli, text), "--from", "jrnl", "--dry-run", "--format", "json")
    made = json.loads(done.out)
    assert done.status == 1
    assert (made["schema"], made["here"], made["conflicts"]) == ("leerlog.import/1", 0, [])
    assert [each["answers"][0]["text"] for each in made["new"]] == ["Een"]
    assert made["left"] == [{"what": "ster", "count": 1}]
    assert (made["problems"][0]["file"], made["problems"][0]["line"]) == ("oud.txt", 1)
