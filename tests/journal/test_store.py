"""The journal as a whole."""

from datetime import date, time
from pathlib import Path

import pytest

from leerlog.domain.entry import Answer, Entry, Mend, id_month
from leerlog.domain.period import month_of
from leerlog.domain.value import Level
from leerlog.errors import BadText, EntryChanged, JournalUnreadable, LeerlogError, NotSaved, UnknownId, UsageError
from leerlog.journal.edits import set_field, tick
from leerlog.journal.folder import remember, remembered
from leerlog.journal.store import Journal

DAY = date(2026, 11, 23)


def note(text: str, day: date = DAY, **more: str) -> Entry:
    return Entry(more.get("id", ""), day, time(9, 0), "moment", "Moment", answers=(Answer("surprise", text),))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "leerlog")
    journal.create()
    return journal


def texts(entries: list[Entry]) -> list[str]:
    return [e.first_line for e in entries]


def test_what_is_added_is_read_back_in_order(journal: Journal) -> None:
    """Months are files, and time orders what is in them."""
    days = (date(2026, 12, 1), date(2026, 11, 2), date(2026, 11, 1), date(2025, 1, 1))
    added = [journal.add(note(str(day), day)) for day in days]
    entries, problems = journal.read()
    assert texts(entries) == sorted(map(str, days))
    assert not problems
    assert journal.months() == ["2025-01", "2026-11", "2026-12"]
    assert {e.id for e in added} == {e.id for e in entries}
    assert [id_month(e.id) for e in added] == ["2026-12", "2026-11", "2026-11", "2025-01"]
    assert texts(journal.read(month_of(DAY))[0]) == ["2026-11-01", "2026-11-02"]
    assert texts(journal.read(marks=("2025-01",))[0]) == ["2025-01-01"]


def test_an_added_entry_gets_its_own_id(journal: Journal) -> None:
    """Adding what was read makes another entry."""
    first = journal.add(note("een"))
    assert journal.add(first).id != first.id
    assert journal.add(note("twee", id="a2zzzzzz")).id != "a2zzzzzz"


def test_many_are_added_at_once(journal: Journal) -> None:
    """Ids that are free are kept, others replaced; the order given is the order of the answer."""
    given = [note("b", id="a2000001"), note("a", date(2026, 10, 1), id="a1000001"), note("c", id="a2000001"), note("d")]
    saved = journal.add_all(given)
    assert [e.first_line for e in saved] == ["b", "a", "c", "d"]
    assert [e.id for e in saved][:2] == ["a2000001", "a1000001"]
    assert len({e.id for e in saved}) == 4
    assert texts(journal.read()[0]) == ["a", "b", "c", "d"]
    with pytest.raises(BadText):
        journal.add_all([note("e"), note("f\0")])
    assert len(journal.read()[0]) == 4


@pytest.mark.parametrize("bad", ["\0", "\ud800", "x\udcffy"])
def test_text_that_cannot_be_kept_is_refused(journal: Journal, bad: str) -> None:
    """Wherever it stands, and before anything is written."""
    for entry in (note(bad), note("x")._replace(title=bad), note("x")._replace(share=(bad,))):
        with pytest.raises(BadText, match="niet bewaren"):
            journal.add(entry)
    assert journal.months() == []


def test_an_entry_is_changed_as_it_stands(journal: Journal) -> None:
    """The edit sees what is on disk at that moment, and gives back the entry as it is then."""
    entry = journal.add(note("een"))
    journal.add(note("ander"))
    changed = journal.change(entry, set_field("Waarde", "toegepast"))
    assert (changed.id, changed.value, changed.first_line) == (entry.id, Level.TOEGEPAST, "een")
    assert journal.find(entry.id) == changed
    block = journal.block(entry)
    assert "- Waarde: toegepast\n" in block
    renamed = journal.change(entry, lambda b: b.replace("· Moment", "· Anders"))
    assert renamed.title == "Anders"
    assert journal.find(entry.id) == renamed


def test_an_entry_without_an_id_can_be_changed(journal: Journal) -> None:
    """Even when its heading, and so its id, changes with it."""
    path = journal.folder / "2026-11.md"
    path.write_bytes("\ufeff## 2026-11-23\r\nTekst\r\n\r\n### Afspraken\r\n- [ ] a\r\n".encode())
    (entry,), _ = journal.read()
    assert journal.change(entry, tick(1, DAY)).follow_ups[0].done == DAY
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") == 5
    changed = journal.change(entry, lambda block: block.replace("2026-11-23", "2026-11-24", 1))
    assert (changed.date.day, changed.id != entry.id) == (24, True)
    with pytest.raises(UnknownId, match="staat niet meer in"):
        journal.block(entry)


def test_an_edit_that_leaves_no_entry_is_refused(journal: Journal) -> None:
    """An editor that came back empty must not take the note with it."""
    entry = journal.add(note("een"))
    before = (journal.folder / entry.file).read_bytes()
    for broken in ("", "zonder kop\n", "## 2026-11-31\n\nx\n"):
        with pytest.raises(UsageError, match="geen notitie meer"):
            journal.change(entry, lambda _, broken=broken: broken)  # type: ignore[misc]
    assert (journal.folder / entry.file).read_bytes() == before


def test_a_removed_entry_can_be_put_back(journal: Journal) -> None:
    """Removing takes out exactly one entry; putting it back makes the file what it was."""
    added = [journal.add(note(str(day), date(2026, 11, day))) for day in (1, 2, 3)]
    before = (journal.folder / "2026-11.md").read_bytes()
    for entry in added:
        block = journal.block(entry)
        journal.replace([Mend(entry, block, "")])
        assert entry.id not in {e.id for e in journal.read()[0]}
        journal.replace([Mend(entry, "", block)])
        assert (journal.folder / "2026-11.md").read_bytes() == before
    with pytest.raises(EntryChanged):
        journal.replace([Mend(entry, "", block)])
    journal.change(added[0], set_field("Waarde", "beleving"))
    with pytest.raises(EntryChanged):
        journal.replace([Mend(added[0], before.decode(), "")])
    assert len(journal.read()[0]) == 3


def test_entries_are_found_by_id_and_by_its_beginning(journal: Journal) -> None:
    """A unique beginning will do; an entry moved by hand is found as well."""
    first = journal.add(note("een", date(2026, 10, 1)))
    second = journal.add(note("twee"))
    assert journal.find(second.id.upper() + " ").first_line == "twee"
    assert journal.find(second.id[:3]).first_line in ("een", "twee")
    assert journal.find("laatste").first_line == "twee"
    (journal.folder / first.file).rename(journal.folder / "2026-09.md")
    moved = journal.find(first.id)
    assert (moved.file, moved.first_line) == ("2026-09.md", "een")
    problems = [str(p) for p in journal.read()[1]]
    assert problems == ["2026-09.md:4: een notitie van 2026-10-01 hoort in 2026-10.md; zet haar over"]


def test_what_is_not_found_is_said_with_what_is_near(journal: Journal) -> None:
    """An ambiguous beginning names what it could mean, a wrong id what is like it."""
    with pytest.raises(UnknownId, match="nog geen notitie"):
        journal.find("laatste")
    journal.add_all([note("a", id="a2000001"), note("b", id="a2000002")])
    with pytest.raises(UnknownId, match=r"a2000001, a2000002\. Geef meer"):
        journal.find("a2")
    with pytest.raises(UnknownId, match="Bedoel je a200000[12] of a200000[12]"):
        journal.find("a2000003")
    for ref in ("", "zz", "a2000001x"):
        with pytest.raises(UnknownId):
            journal.find(ref)


def test_two_entries_with_one_id_are_not_mistaken(journal: Journal) -> None:
    """In one file or in two, the person is told where they are."""
    journal.add(note("een", id="a2000001"))
    (entry,) = journal.read()[0]
    text = (journal.folder / "2026-11.md").read_text("utf-8")
    (journal.folder / "2026-12.md").write_text(text, "utf-8")
    (journal.folder / "2026-11.md").write_text(text + "\n" + text, "utf-8")
    assert sorted(str(p).split(";")[0] for p in journal.read()[1]) == [
        f"2026-11.md:15: de id {entry.id} staat al bij een eerdere notitie",
        f"2026-12.md:4: de id {entry.id} staat ook bij 2026-11.md:4",
        "2026-12.md:4: een notitie van 2026-11-23 hoort in 2026-11.md",
    ]
    with pytest.raises(LeerlogError, match=r"2026-11\.md:4 en 2026-11\.md:15 en 2026-12\.md:4"):
        journal.find(entry.id)
    with pytest.raises(LeerlogError, match="twee notities"):
        journal.change(entry, set_field("Waarde", "1"))


COPIES = [
    "2026-11 (1).md",
    "2026-11 (conflicted copy).md",
    "2026-11 (Anja's conflicted copy 2026-11-20).md",
    "2026-11 (conflicted copy 2026-11-20 101010).md",
    "2026-11 (anja's conflicted copy 2026-11-20 101010).md",
    "2026-11_conflict-20261120-101010.md",
    "2026-11.sync-conflict-20261120-101010-ABCDEFG.md",
    "2026-11-LAPTOP.md",
    "2026-11-LAPTOP-AB12-2.md",
    "2026-11 - kopie.md",
    "2026-11 - Kopie (2).md",
    "2026-11 kopie.md",
    "2026-11 copy 2.md",
    "Kopie van 2026-11.md",
    "Copy of 2026-11.MD",
]
OWN = ["2026-11-01.md", "2026-11-01 dinsdag.md", "2026-11-01 (1).md", "Kopie van 2026-11-01.md", "notities.md"]


@pytest.mark.parametrize("text", ["id", "by hand"])
@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_month_is_named_and_not_read(journal: Journal, name: str, text: str) -> None:
    """However a sync service or a file manager called it."""
    journal.add(note("een", date(2026, 11, 3)))
    month = (journal.folder / "2026-11.md").read_text("utf-8")
    (journal.folder / name).write_text(month if text == "id" else "## 2026-11-01\nx\n", "utf-8")
    entries, problems = journal.read()
    assert (len(entries), [problem.file for problem in problems], journal.copies()) == (1, [name], [name])
    assert "kopie van een maand" in str(problems[0])


@pytest.mark.parametrize("name", [*OWN, *COPIES, "2026-11 weekplanning.md", "2026-11-weekplanning.md"])
def test_what_is_somebodys_own_is_left_alone(journal: Journal, name: str) -> None:
    """A daily note whatever is in it, and any file that holds no entries of a journal."""
    path = journal.folder / name
    for text in ("", "# 2026-11\n\nBellen\n", "<!-- leerlog 1 -->\n# Leerlog november 2026\n"):
        path.write_text(text, "utf-8")
        assert journal.read() == ([], [])
    path.write_text('<!-- leerlog 1 -->\n<!-- share by="A" -->\n## 2026-11-01\n<!-- id=a2f9qa2b -->\nx\n', "utf-8")
    assert journal.read() == ([], [])
    if name not in COPIES:
        path.write_text("## 2026-11-01\nx\n", "utf-8")
        assert journal.read() == ([], [])


def test_a_journal_that_was_there_is_not_begun_anew(tmp_path: Path) -> None:
    """A folder that is gone, as with a network drive, is refused until it is back or made by hand."""
    known = tmp_path / "staat" / "journals"
    journal = Journal(tmp_path / "net" / "leerlog", lambda: tmp_path / "staat")
    assert journal.read() == ([], [])
    journal.create()
    journal.add(note("een"))
    assert remembered(known, journal.folder)
    (tmp_path / "net").rename(tmp_path / "weg")
    for act in (journal.create, lambda: journal.add(note("twee"))):
        with pytest.raises(NotSaved, match="netwerkschijf"):
            act()
    with pytest.raises(JournalUnreadable, match="netwerkschijf"):
        journal.read()
    assert not (tmp_path / "net").exists()
    (tmp_path / "weg").rename(tmp_path / "net")
    journal.add(note("twee"))
    assert texts(journal.read()[0]) == ["een", "twee"]
    assert known.read_bytes().count(b"\n") == 1


def test_a_state_folder_that_refuses_does_not_stop_anyone(tmp_path: Path) -> None:
    """The list of journals is a help, no condition."""
    (tmp_path / "x").write_text("")
    journal = Journal(tmp_path / "leerlog", lambda: tmp_path / "x")
    journal.create()
    journal.add(note("een"))
    assert len(journal.read()[0]) == 1
    remember(tmp_path / "y" / "z", tmp_path / "regel\neinde")
    assert remembered(tmp_path / "y" / "z", tmp_path / "regel\neinde")
    assert not remembered(tmp_path / "y" / "z", tmp_path)
