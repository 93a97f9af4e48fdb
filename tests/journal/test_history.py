"""What was changed is kept, taken back to the byte, and ended when it was cut off."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog import files
from leerlog.domain.entry import Answer, Entry, Mend
from leerlog.errors import EntryChanged, NotSaved
from leerlog.journal.edits import set_field
from leerlog.journal.history import History, forget_all, history_folder
from leerlog.journal.splice import places_back, replaced, spliced
from leerlog.journal.store import Journal
from tests.conftest import is_private

NOW = datetime.fromisoformat("2026-11-23T16:42")


def note(text: str, day: date = date(2026, 11, 3)) -> Entry:
    return Entry("", day, None, "moment", "Moment", answers=(Answer("surprise", text),))


def opened(folder: Path, now: datetime = NOW, days: int = 90) -> Journal:
    """A journal with its history beside it."""
    state = folder.parent / "state"
    kept = History(history_folder(state, folder), state / "concepten", lambda: now, lambda: days)
    return Journal(folder, lambda: state, lambda: kept)


def history(journal: Journal) -> History:
    assert journal._history
    return journal._history()


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = opened(tmp_path / "leerlog")
    made.create()
    return made


def months(journal: Journal) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in journal.folder.glob("*.md")}


def moved(journal: Journal, entry: Entry) -> list[Mend]:
    """What moves an entry to October."""
    block = journal.block(entry)
    there = block.replace("2026-11-", "2026-10-", 1)
    return [Mend(entry, block, ""), Mend(entry._replace(file="2026-10.md"), "", there)]


def test_every_change_is_taken_back_to_the_byte(journal: Journal) -> None:
    """A label, a note that goes, one that moves to a month that was not there: the last first."""
    entries = [journal.add(note(text)) for text in ("een", "twee", "drie")]
    path = journal.folder / "2026-11.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\xff hand\r\n")
    seen = [months(journal)]
    journal.change(entries[0], set_field("Waarde", "beleving"), "gewogen")
    seen.append(months(journal))
    journal.replace([Mend(entries[1], journal.block(entries[1]), "")], "weggehaald")
    seen.append(months(journal))
    journal.replace(moved(journal, entries[0]), "verplaatst")
    assert sorted(months(journal)) == ["2026-10.md", "2026-11.md"]
    for before in reversed(seen):
        change = next(each for each in history(journal).changes() if not each.undone)
        journal.undo(change)
        assert months(journal) == before
    assert [each.what for each in history(journal).changes()] == ["verplaatst", "weggehaald", "gewogen"]
    assert all(each.undone for each in history(journal).changes())


def test_what_was_done_to_others_since_stays(journal: Journal) -> None:
    """Undo looks at the entries of the change alone; one that was changed since is left as it is."""
    one, two = journal.add(note("een")), journal.add(note("twee"))
    journal.replace([Mend(one, journal.block(one), "")], "weggehaald")
    (gone,) = history(journal).changes()
    path = journal.folder / "2026-11.md"
    path.write_text(path.read_text().replace("twee", "twee, met de hand"))
    journal.undo(gone)
    assert {entry.first_line for entry in journal.read()[0]} == {"een", "twee, met de hand"}
    journal.change(two, set_field("Waarde", "beleving"), "gewogen")
    path.write_text(path.read_text().replace("met de hand", "nog eens"))
    before = months(journal)
    with pytest.raises(EntryChanged):
        journal.undo(history(journal).changes()[0])
    assert months(journal) == before


def test_a_move_is_taken_back_whole_or_not(journal: Journal) -> None:
    """When one of its months no longer has what it should, no month changes."""
    entry = journal.add(note("een"))
    other = journal.add(note("twee"))
    journal.replace(moved(journal, entry), "verplaatst")
    (change,) = history(journal).changes()
    path = journal.folder / "2026-10.md"
    path.write_text(path.read_text().replace("een", "met de hand"))
    before = months(journal)
    with pytest.raises(EntryChanged):
        journal.undo(change)
    assert months(journal) == before
    assert other.id in {each.id for each in journal.read()[0]}


def test_it_is_for_the_owner_only_and_not_for_ever(journal: Journal, tmp_path: Path) -> None:
    """0600 in a folder of leerlog's own; older than is wanted it goes, and so it does when it is forgotten."""
    entry = journal.add(note("geheim"))
    journal.change(entry, set_field("Waarde", "beleving"), "gewogen")
    (file,) = history(journal).folder.iterdir()
    assert is_private(file)
    assert is_private(file.parent)
    assert "geheim" not in "".join(path.name for path in journal.folder.iterdir())
    later = opened(journal.folder, NOW + timedelta(days=90))
    assert len(history(later).changes()) == 1
    assert not history(opened(journal.folder, NOW + timedelta(days=91))).changes()
    assert not file.exists()
    journal.change(entry, set_field("Waarde", "potentieel"), "gewogen")
    assert forget_all(tmp_path / "state") == 1
    nothing = opened(journal.folder, days=0)
    nothing.change(entry, set_field("Waarde", "beleving"), "gewogen")
    assert not history(nothing).changes()


def test_an_entry_is_forgotten_and_the_others_are_not(journal: Journal) -> None:
    """Of a change of several entries what is of the others can still be taken back."""
    one, two = journal.add(note("een")), journal.add(note("twee"))
    journal.replace([Mend(each, journal.block(each), "") for each in (one, two)], "weggehaald")
    history(journal).forget([f"id={one.id}"])
    assert not any("een" in path.read_text() for path in history(journal).folder.iterdir())
    journal.undo(history(journal).changes()[0])
    assert [entry.id for entry in journal.read()[0]] == [two.id]


def test_what_would_be_gone_waits_until_it_can_be_kept(journal: Journal) -> None:
    """Without a place for the history a note is not taken out; what loses nothing goes on, and says so."""
    entry = journal.add(note("een"))
    folder = history(journal).folder
    folder.parent.mkdir(parents=True)
    folder.write_text("een bestand")
    with pytest.raises(NotSaved):
        journal.replace([Mend(entry, journal.block(entry), "")], "weggehaald")
    assert journal.find(entry.id)
    files.doubts()
    assert journal.change(entry, set_field("Waarde", "beleving"), "gewogen").value
    assert "leerlog undo" in files.doubts()[0]


def test_a_file_of_another_kind_is_passed_over(journal: Journal) -> None:
    """Whatever lies in the folder of the history: it is no change, and stops nothing."""
    entry = journal.add(note("een"))
    journal.change(entry, set_field("Waarde", "beleving"), "gewogen")
    folder = history(journal).folder
    for number, text in enumerate(("", "{}", "[]", '{"schema": "leerlog.change/9"}', "\x00", "[" * 100_000), 10):
        (folder / f"{number:08}.json").write_text(text)
    (folder / "bezig.json").write_text("{")
    assert [change.what for change in history(journal).changes()] == ["gewogen"]
    journal.change(entry, set_field("Waarde", "potentieel"), "gewogen")
    assert len(history(journal).changes()) == 2


LINES = st.sampled_from(
    [
        "",
        "## 2026-11-03",
        "## 2026-11-07 09:00 · Moment",
        "<!-- id=a2abcdef -->",
        "# Eigen",
        "tekst",
        "### Kop",
        "- [ ] x",
    ]
)


@given(st.lists(LINES, max_size=24).map("\n".join), st.booleans())
def test_splices_go_back(text: str, windows: bool) -> None:
    """Whatever is replaced, added and taken away in whatever a month holds: taking it back gives that month."""
    from leerlog.journal.blocks import blocks

    text = text.replace("\n", "\r\n") if windows else text
    pairs = []
    for number, (start, end) in enumerate(blocks(text)):
        block = text[start:end].replace("\r\n", "\n")
        first, _, rest = block.partition("\n")
        if number % 3 < 2:
            pairs.append((block, "" if number % 3 else f"{first} anders\n{rest}"))
    pairs.append(("", "## 2026-11-05\n<!-- id=a2zzzzzz -->\n\nnieuw\n"))
    pairs.append(("", "## 2026-11-06\n<!-- id=a2zzzzzy -->\n\nnog een\n"))
    made = replaced(text, pairs)
    if made is None:  # two that are alike, or an id that is there
        return
    assert spliced(made[0], places_back(made[1]))[0] == text


def test_what_is_kept_can_be_read_by_others(journal: Journal) -> None:
    """JSON with its schema, also of bytes that are not UTF-8."""
    entry = journal.add(note("een"))
    path = journal.folder / entry.file
    path.write_bytes(path.read_bytes().replace(b"een", b"\xff"))
    journal.change(entry, set_field("Waarde", "beleving"), "gewogen")
    (file,) = history(journal).folder.iterdir()
    kept = json.loads(file.read_bytes())
    assert (kept["schema"], kept["what"], kept["on"]) == ("leerlog.change/1", "gewogen", "2026-11-23T16:42")
    before = path.read_bytes()
    journal.undo(history(journal).changes()[0])
    assert b"\xff" in path.read_bytes()
    assert path.read_bytes() != before
