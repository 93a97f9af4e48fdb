"""What jrnl wrote: its journals as text and as JSON, made by jrnl itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leerlog.domain.entry import Entry
from leerlog.domain.timeformat import NotThere, timeformat
from leerlog.journal.store import Journal
from tests.cli.test_import import fresh, months, read, text_file
from tests.conftest import Cli

CONFIG = """
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals:
  default: {{journal: {folder}/dagboek.txt}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '{form}'
version: v4.6
"""
NOTES = (
    "2026-11-03 14:05: De balie belde. Daarna #Woo-training met @Anja, en ##dubbel.",
    "2026-11-04 08:00: Ster hier *",
    "2026-11-05 16:30: Kop zonder punt\n\n# kop\n- [ ] een taak\n<!-- id=a2aaaaaa -->\n## 2026-11-06 09:00 · Moment",
)


@pytest.fixture(params=["%F %r", "%A %d %B %Y, %I.%M%p"])
def written(cli: Cli, request: pytest.FixtureRequest) -> tuple[Path, Path, str]:
    """A journal that jrnl keeps, its JSON with what jrnl says beside it, and the form of its dates."""
    if sys.platform == "win32":
        pytest.skip("jrnl is not installed there")
    form = str(request.param)
    config = cli.home / "jrnl.yaml"
    config.write_text(CONFIG.format(folder=cli.home, form=form), encoding="utf-8")
    (cli.home / "dagboek.txt").touch()
    command = [sys.executable, "-m", "jrnl", "--config-file", str(config)]
    for note in NOTES:
        subprocess.run(command, input=note, text=True, check=True, capture_output=True)
    made = subprocess.run(
        [*command, "--format", "json"], stdin=subprocess.DEVNULL, text=True, check=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    (cli.home / "dagboek.json").write_text(made.stdout, encoding="utf-8")
    return cli.home / "dagboek.txt", cli.home / "dagboek.json", form


def said(folder: Path) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(str(e.date), str(e.time)[:5], e.tags, " ".join(e.answers[0].text.split())) for e in read(folder)]


EXPECTED = [
    (
        "2026-11-03", "14:05", ("dubbel", "woo-training", "anja"),
        "De balie belde. Daarna #Woo-training met @Anja, en ##dubbel.",
    ),
    ("2026-11-04", "08:00", (), "Ster hier"),
    (
        "2026-11-05", "16:30", (),
        "Kop zonder punt # kop - [ ] een taak <!-- id=a2aaaaaa --> ## 2026-11-06 09:00 · Moment",
    ),
]  # fmt: skip


def test_both_forms_give_the_same_notes(cli: Cli, written: tuple[Path, Path, str]) -> None:
    """Of the text and the JSON the same notes come, whichever is first; the other adds nothing and changes no byte."""
    text, made, form = written
    expected = [(day, clock, tuple(sorted(tags)), words) for day, clock, tags, words in EXPECTED]
    other = fresh(cli)
    for folder, first, second in ((cli.folder, text, made), (other, made, text)):
        for file in (first, second):
            more = ["--timeformat", form] if file == text else []
            done = cli("--journal", str(folder), "import", str(file), *more)
            assert done.status == 0, done.err
            assert "Komt niet mee: ster (1)" in done.out
            assert ("begint met een melding die geen JSON is (3 entries found)" in done.err) == (file == made)
            assert said(folder) == expected
            if file == first:
                before = months(folder)
        assert "Staat er al: 3 notities" in done.out
        assert months(folder) == before
        assert not Journal(folder).read()[1]
        assert cli("--journal", str(folder), "check").status == 0


def test_what_can_be_guessed_is_told(cli: Cli) -> None:
    """The form of the dates; one that journals rarely have is asked for."""
    done = cli("import", text_file(cli, "[03-11-2026 14:05] Een\n[vrijdag] twee\n"))
    assert (done.status, "de datums lees ik als --timeformat '%d-%m-%Y %H:%M'" in done.err) == (0, True)
    assert [(str(e.time), e.first_line) for e in read(cli.folder)] == [("14:05:00", "Een")]
    rare = text_file(cli, "[26/11/03 02.05PM] Een\n")
    assert cli("import", rare).status == 2
    assert "--timeformat" in cli("import", rare, "--from", "jrnl").err
    wrong = cli("import", rare, "--timeformat", "%F")
    assert (wrong.status, "--timeformat '%F'" in wrong.err) == (2, True)


def entries(cli: Cli, text: str, *more: str) -> list[Entry]:
    done = cli("import", text_file(cli, text), *more)
    assert done.status in (0, 1), done.err
    return read(cli.folder)


def test_a_line_in_brackets_is_a_date_only_when_it_reads_whole(cli: Cli) -> None:
    """A chat that was pasted in stays the text of its note, and a time that can't be is told with its line."""
    text = "[2026-11-03 14:05] Een\n[26/11, 23:32] Kees: hoi\n[1] noot\n[2026-11-04 25:00] Twee\nmeer\n"
    done = cli("import", text_file(cli, text))
    assert done.status == 1
    assert "oud.txt:4: [2026-11-04 25:00] is geen dag en tijd die bestaat" in done.out
    assert [e.answers[0].text for e in read(cli.folder)] == ["Een\n[26/11, 23:32] Kees: hoi\n[1] noot"]


def test_what_stands_above_the_first_date_is_not_lost(cli: Cli) -> None:
    """It is told, or comes on the day that is said."""
    text = "Hiervoor\n[2026-11-03 14:05] Een\n"
    file = text_file(cli, text)
    assert "oud.txt:1: regel 1: hier staat geen datum boven" in cli("import", file, "--from", "jrnl", "--dry-run").out
    assert len(entries(cli, text, "--from", "jrnl", "--on", "2026-11-01")) == 2


def test_a_form_without_a_time_gives_none(cli: Cli) -> None:
    """Nor does midnight for every note, as jrnl's JSON then has it; a single midnight is a time."""
    assert [e.time for e in entries(cli, "[03-11-2026] Een\n[24-11-2026] Twee\n")] == [None, None]
    made = {"tags": {}, "entries": [{"title": "Drie", "body": "", "date": "2026-11-05", "time": "00:00"}]}
    assert [e.time for e in entries(cli, json.dumps(made))] == [None, None, None]


def test_days_that_can_be_read_in_two_ways_are_asked_for(cli: Cli) -> None:
    """Nothing comes of a guess between day and month."""
    file = text_file(cli, "[03/11/2026 10:00] Een\n")
    refused = cli("import", file)
    assert (refused.status, "--timeformat" in refused.err) == (2, True)
    assert not cli.folder.exists()
    assert [str(e.date) for e in entries(cli, Path(file).read_text(), "--timeformat", "%d/%m/%Y %H:%M")] == [
        "2026-11-03"
    ]


def test_an_empty_starred_note_is_told(cli: Cli) -> None:
    """Its title in JSON is nothing but a line's end."""
    made = {
        "tags": {},
        "entries": [{"title": "\n", "body": "", "date": "2026-11-05", "time": "10:00", "starred": True}],
    }
    done = cli("import", text_file(cli, json.dumps(made), "a.json"))
    assert (done.status, "Komt niet mee: lege notitie (1), ster (1)" in done.out) == (0, True)
    assert "lege notitie (1), ster (1)" in cli("import", text_file(cli, "[2026-11-05 10:00] *\n")).out


def test_what_json_lacks_is_told_with_its_place(cli: Cli) -> None:
    """The other notes come."""
    made = {
        "entries": [{"title": "Een", "date": "2026-11-05"}, {"title": "Twee", "date": "gisteren"}, 3, {"title": "x"}]
    }
    done = cli("import", text_file(cli, json.dumps(made), "a.json"))
    assert done.status == 1
    assert [line.split(": ")[1] for line in done.out.splitlines() if "a.json" in line] == [
        f"notitie {number}" for number in (2, 3, 4)
    ]
    assert len(read(cli.folder)) == 1


@pytest.mark.parametrize(
    ("form", "words", "read_as"),
    [
        ("%F %r", "2026-11-03 03:00:00 PM", "2026-11-03 15:00:00"),
        ("%F %I:%M %p", "2026-11-03 12:00 a.m.", "2026-11-03 00:00:00"),
        ("%A %d %B %Y", "dinsdag 3 november 2026", "2026-11-03 None"),
        ("%a, %e. %b %Y", "Di, 3. März 2026", "2026-03-03 None"),
        ("%d %b %y %H:%M %z", "03 févr. 26 10:00 +0100", "2026-02-03 10:00:00"),
        ("%G-W%V-%u", "2026-W45-2", "2026-11-03 None"),
        ("%Y/%j", "2026/307", "2026-11-03 None"),
    ],
)
def test_a_form_reads_what_it_writes(form: str, words: str, read_as: str) -> None:
    """In every language that its words come in."""
    moment = timeformat(form).read(words)
    assert moment
    assert f"{moment[0]} {moment[1]}" == read_as


def test_a_form_that_says_no_day_is_refused(cli: Cli) -> None:
    """And so is a code that nobody knows, or one beside another kind of file."""
    for form in ("%H:%M", "%Q", "", "%Y"):
        assert cli("import", text_file(cli), "--timeformat", form).status == 2
    assert cli("import", text_file(cli), "--timeformat", "%F", "--from", "text").status == 2
    with pytest.raises(NotThere):
        timeformat("%F %H:%M").read("2026-02-30 10:00")
    assert timeformat("%F").read("3 november") is None
