"""Another name for a course, a tag or a person, everywhere and all at once."""

import sys

import pytest

from leerlog.journal import drafts
from leerlog.journal.drafts import Draft
from tests.conftest import Cli
from tests.terminal import ENTER, Terminal


def files_of(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cli.folder.glob("*.md")}


@pytest.fixture
def named(cli: Cli) -> Cli:
    """Notes of two months, in which each name is spelled in two ways."""
    cli("moment", "Anja noemde archief en AVG", "--course", "AVG", "--with", "Anja,Noor", "--tag", "archief")
    cli.saved("moment", "Oud", "--on", "2026-09-03", "--course", "avg", "--with", "anja", "--tag", "Archief,hr")
    [path] = cli.folder.glob("*-09.md")
    path.write_text(path.read_text().replace("AVG", "avg").replace(": archief", ": Archief"))  # as by hand
    cli.saved("agenda", "--add", "Bellen (wie: Anja, voor 7 dec 2026)", "--course", "Woo")
    return cli


@pytest.mark.parametrize(
    ("kind", "old", "new", "left"),
    [
        ("course", "a v g", "Privacy", ["- Traject: AVG", "- Traject: avg"]),
        ("tag", "#ARCHIEF", "stukken", ["- Trefwoorden: archief", "- Trefwoorden: Archief"]),
        ("person", "anja", "Bo (balie)", ["- Met: Anja", "- Met: anja", "wie: Anja,"]),
    ],
)
def test_it_is_renamed_everywhere_but_in_what_was_written(
    named: Cli, kind: str, old: str, new: str, left: list[str]
) -> None:
    """However it is spelled: shown by month first, then at once, and taken back at once."""
    before = files_of(named)
    asked = named("rename", kind, old, new)
    assert asked.status == 2
    assert "--yes" in asked.err
    assert "september 2026" in asked.out
    assert files_of(named) == before
    assert named("rename", kind, old, new, "--yes").status == 0
    text = b"".join(files_of(named).values()).decode()
    assert not [each for each in left if each in text]
    assert "Anja noemde archief en AVG" in text
    entries, problems = named.journal.read()
    assert not problems
    found = {
        "course": [entry.course for entry in entries],
        "tag": [tag for entry in entries for tag in entry.tags],
        "person": [
            *(name for entry in entries for name in entry.people),
            *(item.who for entry in entries for item in entry.follow_ups),
        ],
    }[kind]
    assert found.count(new) == (3 if kind == "person" else 2)
    undone = named("undo", "--yes")
    assert "zoals voor het hernoemen" in undone.out
    assert files_of(named) == before


def test_onto_a_name_that_is_there_they_become_one(named: Cli) -> None:
    """That is said, and the spelling that the journal has stays."""
    told = named("rename", "course", "Woo", "AVG")
    assert told.status == 2
    assert "'AVG' is er al, bij 2 notities. Samen worden ze één." in told.err
    assert named("rename", "course", "Woo", "a.v.g.", "--yes").status == 0
    assert "Woo" not in b"".join(files_of(named).values()).decode()
    assert named("rename", "person", "Noor", "Anja", "--yes").status == 0
    assert "- Met: Anja\n" in b"".join(files_of(named).values()).decode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["course", "Avgg", "x"], "Bedoel je AVG?"),
        (["person", "Ana", "x"], "Bedoel je Anja"),
        (["tag", "niets-ervan", "x"], "er is geen trefwoord"),
        (["tag", "hr", "a,b"], "komma"),
        (["tag", "hr", " "], "leeg"),
        (["tag", "hr", "hr"], "heet al zo"),
        (["tag", "hr"], "hoe moet 'hr' heten"),
        (["tag"], "welk trefwoord"),
        (["cours", "AVG", "x"], "Bedoel je course?"),
        ([], "wat wil je hernoemen"),
    ],
)
def test_what_can_not_be_is_said(named: Cli, words: list[str], told: str) -> None:
    """A sentence, exit 2, and no byte changes."""
    before = files_of(named)
    done = named("rename", *words, "--yes")
    assert done.status == 2
    assert told in done.err
    assert files_of(named) == before


def test_a_month_that_can_not_be_read_stops_it(named: Cli) -> None:
    """For then it would not be renamed everywhere."""
    (named.folder / "2026-10.md").mkdir()
    before = {path.name: path.read_bytes() for path in named.folder.glob("*.md") if path.is_file()}
    done = named("rename", "course", "AVG", "Privacy", "--yes")
    assert done.status == 1
    assert "2026-10" in done.err
    assert {path.name: path.read_bytes() for path in named.folder.glob("*.md") if path.is_file()} == before


def test_drafts_are_renamed(named: Cli) -> None:
    """The course they are found by, what they were begun with, and who does what in them; not what was answered."""
    folder, journal = named.drafts, str(named.folder)
    texts = {"goal": "Anja", "trainer": "Bellen (wie: anja, voor vrijdag)"}
    drafts.save(folder, Draft("prepare", "AVG", texts, "", {"with": "Anja", "tags": "hr"}, journal))
    assert named("rename", "course", "avg", "Privacy", "--yes").status == 0
    assert named("rename", "person", "anja", "Anja B", "--yes").status == 0
    [now] = drafts.drafts(folder)[0]
    assert (now.course, now.options["with"]) == ("Privacy", "Anja B")
    assert now.texts == {"goal": "Anja", "trainer": "Bellen (wie: Anja B, voor vrijdag)"}
    assert drafts.load(folder, "prepare", "Privacy") == now


def draft_texts(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cli.drafts.iterdir() if path.suffix in (".json", ".md")}


def test_drafts_get_their_old_name_back(named: Cli) -> None:
    """With `undo`, to the byte, also where only drafts had the name; one that went on since stays and is told of."""
    folder, journal = named.drafts, str(named.folder)
    drafts.save(folder, Draft("prepare", "AVG", {"goal": "Anja"}, "", {"with": "Anja"}, journal))
    drafts.save(folder, Draft("after", "Alleen hier", {}, "", {}, journal))
    drafts.keep_entry(folder, named.journal.find("laatste"), named.journal.block(named.journal.find("laatste")))
    before = draft_texts(named)
    for words in (["course", "avg", "Privacy"], ["person", "anja", "Bo"], ["course", "Alleen hier", "Daar"]):
        assert "Terughalen: leerlog undo" in named("rename", *words, "--yes").out
        assert draft_texts(named) != before
        undone = named("undo", "--yes")
        assert "concept" in undone.out
        assert draft_texts(named) == before
    named("rename", "course", "avg", "Privacy", "--yes")
    drafts.save(folder, Draft("prepare", "Privacy", {"goal": "verder"}, "", {}, journal))
    there = draft_texts(named)
    undone = named("undo", "--yes")
    assert (undone.status, "1 concept blijft zoals het nu is" in undone.out) == (0, True)
    assert draft_texts(named) == there
    assert "- Traject: AVG" in b"".join(files_of(named).values()).decode()


def test_what_was_shared_is_told(named: Cli) -> None:
    """Where others have the old name, with the command that takes the new one there; not for what is never shared."""
    out = str(named.home / "uit.md")
    assert named("edit", "laatste", "--share", "team").status == 0
    assert named("share", "--to", "team", "--as", "adviseur", "--all", "--yes", "--output", out).status == 0
    told = "dan staat de nieuwe naam ook daar: leerlog share --to team --all"
    course = named.journal.find("laatste").course
    assert told in named("rename", "course", course, "Nieuw").err
    assert told not in named("rename", "tag", "hr", "personeel").err
    who = bool(named.journal.find("laatste").follow_ups)
    assert (told in named("rename", "person", "Anja", "Bo").err) == who


def test_a_person_chooses_and_is_asked(named: Cli) -> None:
    """In a terminal: which one, how it is to be called, and then whether it is so."""
    with Terminal([sys.executable, "-m", "leerlog", "rename", "tag"], columns=80) as terminal:
        terminal.wait_for("Welk trefwoord wil je hernoemen?")
        terminal.type("hr" + ENTER)
        terminal.wait_for("Hoe moet het heten?")
        terminal.type("personeel" + ENTER)
        terminal.wait_for("hr wordt personeel", "Hernoemen?", " · Ctrl+C ")
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
    assert "- Trefwoorden: Archief, personeel" in b"".join(files_of(named).values()).decode()
