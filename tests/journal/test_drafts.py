"""Drafts keep what was typed, whatever happens to them."""

import zlib
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry, tidy
from leerlog.errors import NotSaved
from leerlog.journal.drafts import Draft, claim, draft_file, drafts, keep_entry, kept, load, remove, save
from leerlog.journal.parsing import parse
from leerlog.journal.writing import render
from tests.conftest import is_private
from tests.journal.strategies import entries, texts

ENTRY = Entry("", date(2026, 11, 23), time(16, 42), "moment", "Moment", answers=(Answer("surprise", "Het ging."),))
DRAFT = Draft(
    "prepare", "Woo-training", {"goal": "Weten"}, "who", {"with": "Anja", "share": "team"}, "/j", "2026-11-23T16:42"
)
options = st.dictionaries(st.sampled_from(["with", "tags", "on"]), texts)


def test_an_entry_is_kept_in_the_journals_own_form(tmp_path: Path) -> None:
    """A kept entry can be read as a month file, and only its writer can read it."""
    folder = tmp_path / "concepten"
    path = keep_entry(folder, ENTRY)
    assert path.name == "2026-11-23-1642.md"
    (found,), problems = parse(path.read_text("utf-8"))
    assert found.answer("surprise") == "Het ging."
    assert not problems
    assert is_private(path)
    assert is_private(folder)


def test_a_kept_entry_is_never_overwritten(tmp_path: Path) -> None:
    """Each one gets a file of its own."""
    paths = [keep_entry(tmp_path, ENTRY, f"## 2026-11-23 16:42\n\n{n}\n") for n in range(3)]
    assert [path.name for path in paths] == ["2026-11-23-1642.md", "2026-11-23-1642-2.md", "2026-11-23-1642-3.md"]
    assert ["\n0\n" in paths[0].read_text(), "\n2\n" in paths[2].read_text()] == [True, True]
    assert [path for path, _ in kept(tmp_path)[0]] == sorted(paths)
    assert keep_entry(tmp_path, ENTRY._replace(time=None)).name == "2026-11-23.md"


def test_a_folder_that_refuses_says_so(tmp_path: Path) -> None:
    """The failure has a name and a reason."""
    (tmp_path / "x").write_text("")
    with pytest.raises(NotSaved, match="geen map"):
        keep_entry(tmp_path / "x" / "concepten", ENTRY)
    with pytest.raises(NotSaved, match="geen map"):
        save(tmp_path / "x" / "concepten", DRAFT)


@given(entries())
def test_any_entry_is_kept_as_it_is(tmp_path: Path, entry: Entry) -> None:
    """No text is too odd for a draft."""
    entry = tidy(entry)
    path = keep_entry(tmp_path, entry)
    found = parse(path.read_bytes().decode())[0]
    path.unlink()
    assert [e._replace(line=0) for e in found] == [entry]
    assert render(found[0]) == render(entry)


@given(texts, texts, st.dictionaries(texts, texts | st.text(), max_size=3), texts, options)
def test_a_conversation_comes_back_as_it_was(
    tmp_path: Path, checklist: str, course: str, answers: dict[str, str], at: str, given: dict[str, object]
) -> None:
    """Any text, in any place, survives."""
    draft = Draft(checklist, course, answers, at, given, "/j", "2026-11-23T16:42", "1")
    path = save(tmp_path, draft)
    assert load(tmp_path, checklist, course) == draft
    assert drafts(tmp_path) == ([draft], [])
    remove(tmp_path, checklist, course)
    assert not path.exists()


def test_half_a_surrogate_pair_survives(tmp_path: Path) -> None:
    """A draft is kept even of what a journal would refuse."""
    draft = DRAFT._replace(texts={"goal": "\ud83d x \udcff"})
    save(tmp_path, draft)
    assert load(tmp_path, "prepare", "Woo-training") == draft


def earlier(folder: Path, course: str) -> Path:
    """A draft under the name that versions before this one gave it."""
    path = save(folder, DRAFT._replace(course=course))
    total = zlib.crc32(f"prepare\n{course.lower()}".encode())
    return path.rename(folder / f"prepare-{course.lower().replace(' ', '-')}-{total:08x}.json")


def test_a_draft_of_an_earlier_version_is_found_and_gone_on_with(tmp_path: Path) -> None:
    """Under its own name, by any spelling."""
    old = earlier(tmp_path, "Woo training")
    assert load(tmp_path, "prepare", "WOO-training") == DRAFT._replace(course="Woo training")
    assert not load(tmp_path, "after", "Woo training")
    assert save(tmp_path, DRAFT._replace(course="Woo-training", at="goal")) == old
    assert [path.name for path in tmp_path.glob("*.json")] == [old.name]
    assert claim(tmp_path, "prepare", "Woo Training")
    remove(tmp_path, "prepare", "woo-training")
    assert list(tmp_path.glob("prepare*")) == []


def test_two_drafts_that_were_apart_in_an_earlier_version_are_each_found(tmp_path: Path) -> None:
    """By the very name, and one of them by another spelling."""
    one = earlier(tmp_path, "Woo training")
    two = earlier(tmp_path / "apart", "Woo-training")
    two = two.rename(tmp_path / two.name)
    assert [draft_file(tmp_path, "prepare", name) for name in ("Woo training", "Woo-training")] == [one, two]
    assert draft_file(tmp_path, "prepare", "WOO.training") in (one, two)


def test_a_course_is_the_same_in_any_case(tmp_path: Path) -> None:
    """Nor do accents and hyphens make another draft; another course or checklist does."""
    save(tmp_path, DRAFT._replace(course="Één Woo-Training"))
    assert load(tmp_path, "prepare", "een  woo-training")
    assert load(tmp_path, "prepare", "een woo training")
    assert not load(tmp_path, "prepare", "een woo training 2")
    assert not load(tmp_path, "after", "een woo-training")
    assert not load(tmp_path, "prepare", "")
    long = [save(tmp_path, DRAFT._replace(checklist="x" * 500 + end, course="y" * 500)) for end in "ab"]
    assert long[0] != long[1]
    assert draft_file(tmp_path, "moment", "").name == "moment.json"


def test_each_save_replaces_the_one_before(tmp_path: Path) -> None:
    """One conversation has one draft, that its writer alone can read."""
    save(tmp_path / "c", DRAFT)
    path = save(tmp_path / "c", DRAFT._replace(at="later"))
    found, problems = drafts(tmp_path / "c")
    assert [draft.at for draft in found] == ["later"]
    assert not problems
    assert is_private(path)
    assert is_private(path.parent)


def test_the_latest_draft_comes_first(tmp_path: Path) -> None:
    """Drafts are listed from new to old."""
    for month in ("03", "11", "07"):
        save(tmp_path, DRAFT._replace(course=month, updated=f"2026-{month}-01T10:00"))
    assert [draft.course for draft in drafts(tmp_path)[0]] == ["11", "07", "03"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"schema": "leerlog.draft/2", "checklist": "prepare"}',
        b'{"schema": "leerlog.draft/1"}',
        b'{"schema": "leerlog.draft/1", "checklist": "prepare", "texts": {"a": 1}}',
        b'{"schema": "leerlog.draft/1", "checklist": "prepare", "at": null}',
        b"[" * 100_000,
        b'{"schema": "leerlog.draft/1", "checklist": "prepare", "options": {"with": 3}}',
    ],
)
def test_a_damaged_draft_is_reported_and_never_lost(tmp_path: Path, damage: bytes) -> None:
    """It is a problem with a name; it survives removing, and saving sets it aside."""
    path = draft_file(tmp_path, "prepare", "Woo-training")
    for number, aside in enumerate(("beschadigd", "beschadigd-2")):
        path.write_bytes(damage)
        found, (problem,) = drafts(tmp_path)
        assert (found, problem.file) == ([], path.name)
        assert load(tmp_path, "prepare", "Woo-training") is None
        remove(tmp_path, "prepare", "Woo-training")
        save(tmp_path, DRAFT._replace(at=str(number)))
        assert path.with_suffix("." + aside).read_bytes() == damage
    assert load(tmp_path, "prepare", "Woo-training") == DRAFT._replace(at="1")


def test_without_a_folder_there_are_no_drafts(tmp_path: Path) -> None:
    """Looking makes no folder."""
    assert drafts(tmp_path / "x") == ([], [])
    assert load(tmp_path / "x", "prepare", "") is None
    assert not (tmp_path / "x").exists()
