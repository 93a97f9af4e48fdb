"""Disks that are full, folders that refuse, files that others made: nothing is lost and the reason is said."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
from datetime import date, time
from pathlib import Path

import pytest

from leerlog import files
from leerlog.domain.entry import Answer, Entry
from leerlog.errors import JournalUnreadable, NotSaved
from leerlog.journal.drafts import keep_entry
from leerlog.journal.store import Journal

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and limits are of POSIX")

ENTRY = Entry("", date(2026, 11, 23), time(9, 0), "moment", "Moment", answers=(Answer("surprise", "Een notitie."),))

ADD = """
import sys
from datetime import date
from pathlib import Path
from leerlog.domain.entry import Answer, Entry
from leerlog.errors import LeerlogError
from leerlog.journal.store import Journal

def add(folder, text="Nog een notitie."):
    try:
        Journal(Path(folder)).add(Entry("", date(2026, 11, 24), None, "", "", answers=(Answer("", text),)))
    except LeerlogError as error:
        sys.exit(str(error))

"""


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "leerlog")
    journal.create()
    journal.add(ENTRY)
    return journal


def run(code: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", ADD + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_a_full_disk_leaves_the_month_as_it_was(journal: Journal) -> None:
    """A write that stops half-way leaves the old file, no temporary, and a reason."""
    month = journal.folder / "2026-11.md"
    before = month.read_bytes()
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    done = run(limit + "add(sys.argv[1], 'x' * 10_000)", journal.folder)
    assert (done.returncode, done.stderr.strip()) == (
        1,
        f"ik kan niet schrijven in {month}: het bestand mag niet groter worden.",
    )
    assert month.read_bytes() == before
    assert names(journal.folder) == [files.LOCK, "2026-11.md"]


@posix
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_whatever_call_fails_the_month_stays(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    """Every step of writing may be refused."""
    before = (journal.folder / "2026-11.md").read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(files.os, call, refuse)
    with pytest.raises(NotSaved, match=r"schijf"):
        journal.add(ENTRY)
    with pytest.raises(NotSaved) if call != "replace" else pytest.MonkeyPatch.context():
        keep_entry(journal.folder, ENTRY)
    monkeypatch.undo()
    assert (journal.folder / "2026-11.md").read_bytes() == before
    assert [name for name in names(journal.folder) if name.endswith(".tmp")] == []
    assert (call == "replace") == ("2026-11-23-0900.md" in names(journal.folder))


@posix
def test_short_writes_are_finished(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system may take a few bytes at a time."""
    write = os.write
    monkeypatch.setattr(files.os, "write", lambda file, data: write(file, bytes(data[:7])))
    journal.add(ENTRY)
    monkeypatch.undo()
    assert len(journal.read()[0]) == 2


@posix
def test_a_folder_that_cannot_sync_is_no_failure(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network drives have no fsync on folders; a note that is there must not be called unsaved."""
    sync = os.fsync

    def refuse(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "")
        sync(file)

    monkeypatch.setattr(files.os, "fsync", refuse)
    journal.add(ENTRY)
    assert len(journal.read()[0]) == 2


@posix
def test_a_read_only_folder_refuses() -> None:
    """The folder stays as it was; root, whom no mode stops, gives up its rights first."""
    drop = "import os, leerlog.journal.drafts as drafts\nif os.geteuid() == 0: os.seteuid(65534)\n"
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        journal = Journal(Path(place) / "leerlog")
        journal.create()
        journal.add(ENTRY)
        journal.folder.chmod(0o555)
        before = {name: (journal.folder / name).read_bytes() for name in names(journal.folder)}
        if run(drop + "os.listdir(sys.argv[1])", journal.folder).returncode:
            pytest.skip("without privileges the temporary folder can't be read: the read-only folder went untested")
        done = run(drop + "add(sys.argv[1])", journal.folder)
        again = run(drop + "drafts.save(Path(sys.argv[1]) / 'c', drafts.Draft('x'))", journal.folder)
        assert {name: (journal.folder / name).read_bytes() for name in names(journal.folder)} == before
        journal.folder.chmod(0o700)
    assert done.returncode == 1
    assert done.stderr.strip() == f"ik kan niet schrijven in {journal.folder}: je hebt er geen schrijfrechten."
    assert "NotSaved: ik kan de map" in again.stderr


def test_a_folder_that_is_gone_refuses(tmp_path: Path) -> None:
    """Adding makes no folder."""
    with pytest.raises(NotSaved, match="de map of het bestand is er niet"):
        Journal(tmp_path / "weg").add(ENTRY)
    assert names(tmp_path) == []


def test_a_path_through_a_file_refuses(tmp_path: Path) -> None:
    """Neither reading nor making it crashes."""
    (tmp_path / "x").write_text("")
    journal = Journal(tmp_path / "x" / "leerlog")
    with pytest.raises(NotSaved, match="geen map"):
        journal.create()
    with pytest.raises(JournalUnreadable, match="geen map"):
        journal.read()


def test_a_month_that_is_a_folder_is_a_problem(journal: Journal) -> None:
    """The other months are read."""
    (journal.folder / "2026-12.md").mkdir()
    entries, (problem,) = journal.read()
    assert len(entries) == 1
    assert str(problem).startswith("2026-12.md: ik kan dit bestand niet lezen")
    with pytest.raises(NotSaved, match="er staat een map|geen schrijfrechten"):
        journal.add(Entry("", date(2026, 12, 1), None, "", "", answers=(Answer("", "x"),)))


@posix
def test_a_month_that_is_a_pipe_is_a_problem(journal: Journal) -> None:
    """Nobody writes into it, so reading it would wait for ever."""
    os.mkfifo(journal.folder / "2026-10.md")
    (problem,) = journal.read()[1]
    assert str(problem) == "2026-10.md: ik kan dit bestand niet lezen: het is geen gewoon bestand"
    with pytest.raises(NotSaved, match="geen gewoon bestand"):
        journal.add(ENTRY._replace(date=date(2026, 10, 2)))


def test_bytes_that_are_not_utf8_stay(journal: Journal) -> None:
    """They are a problem with a line, and survive a new note and a change."""
    path = journal.folder / "2026-11.md"
    path.write_bytes(path.read_bytes() + b"\ncaf\xe9 \xff\xc3\n")
    journal.add(ENTRY)
    entries, (problem,) = journal.read()
    assert len(entries) == 2
    assert path.read_bytes().count(b"\ncaf\xe9 \xff\xc3\n") == 1
    assert (problem.file, path.read_bytes().split(b"\n")[problem.line - 1]) == ("2026-11.md", b"caf\xe9 \xff\xc3")
    changed = journal.change(entries[0], lambda block: block.replace("Een notitie.", "Anders."))
    assert changed.first_line == "Anders."
    assert path.read_bytes().count(b"\ncaf\xe9 \xff\xc3\n") == 1


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_refused(journal: Journal, encoding: str, mark: str) -> None:
    """Adding UTF-8 to it would spoil it."""
    path = journal.folder / "2026-11.md"
    path.write_bytes(f"{mark}# x\n".encode(encoding))
    before = path.read_bytes()
    with pytest.raises(NotSaved, match="UTF-16"):
        journal.add(ENTRY)
    assert path.read_bytes() == before
    assert "UTF-16" in str(journal.read()[1][0])


@posix
def test_a_linked_month_stays_a_link(journal: Journal, tmp_path: Path) -> None:
    """The note goes where the link points, also when that is not there yet; left-overs there are swept."""
    other = tmp_path / "elders"
    other.mkdir()
    month, real = journal.folder / "2026-11.md", other / "november.md"
    month.rename(real)
    month.symlink_to(real)
    (other / ".november.md.0123abcd.tmp").write_text("rest")
    (other / ".ander.md.0123abcd.tmp").write_text("van een ander")
    (journal.folder / "2026-12.md").symlink_to(other / "december.md")
    journal.add(ENTRY)
    journal.add(Entry("", date(2026, 12, 1), None, "", "", answers=(Answer("", "x"),)))
    assert month.is_symlink()
    assert (journal.folder / "2026-12.md").is_symlink()
    assert len(journal.read()[0]) == 3
    assert names(other) == [".ander.md.0123abcd.tmp", "december.md", "november.md"]


@posix
def test_modes_are_kept_and_new_ones_are_private(journal: Journal) -> None:
    """What a person shares stays shared; what leerlog makes is the writer's alone."""
    month = journal.folder / "2026-11.md"
    assert (mode(journal.folder), mode(month), mode(journal.folder / files.LOCK)) == (0o700, 0o600, 0o600)
    month.chmod(0o640)
    old = os.umask(0o077)
    try:
        journal.add(ENTRY)
    finally:
        os.umask(old)
    assert mode(month) == 0o640


def test_leftovers_of_any_month_are_swept(journal: Journal) -> None:
    """And nothing that is not leerlog's."""
    for name in (".2025-01.md.0123abcd.tmp", ".2026-11.md.ffffffff.tmp", "eigen.tmp", ".eigen.tmp", ".x.0123.tmp"):
        (journal.folder / name).write_text("rest")
    journal.add(ENTRY)
    assert names(journal.folder) == sorted([files.LOCK, "2026-11.md", "eigen.tmp", ".eigen.tmp", ".x.0123.tmp"])


def test_a_lock_that_is_held_is_waited_for_and_then_named(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says who is in the way and what to do; afterwards all is well."""
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.1)
    code = "from leerlog.files import locked\nwith locked(Path(sys.argv[1])):\n    print(flush=True)\n    input()"
    command = [sys.executable, "-c", ADD + code, str(journal.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(NotSaved, match=r"een ander leerlog-venster houdt .* bezet\. Sluit dat"):
            journal.add(ENTRY)
        holder.communicate(b"\n")
    journal.add(ENTRY)
    assert len(journal.read()[0]) == 2


@posix
def test_a_disk_without_locks_says_so(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather no note than two writers at once."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "")

    monkeypatch.setattr(files, "take", refuse)
    with pytest.raises(NotSaved, match="niet vergrendelen"):
        journal.add(ENTRY)


def test_an_interrupt_while_writing_leaves_nothing_half(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle keeps the old file and takes the temporary along."""
    before = (journal.folder / "2026-11.md").read_bytes()

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        journal.add(ENTRY)
    assert (journal.folder / "2026-11.md").read_bytes() == before
    assert names(journal.folder) == [files.LOCK, "2026-11.md"]


def test_adding_a_note_loads_nothing_heavy() -> None:
    """What is imported for a moment stays small."""
    heavy = ("json", "tempfile", "logging", "difflib", "yaml", "rich", "shutil", "subprocess", "random", "hashlib")
    code = f"import leerlog.journal.store; print([m for m in {heavy!r} if m in sys.modules])"
    assert run("print([m for m in sys.modules if m in ('x',)])" + f"\n{code}").stdout.split("\n")[1] == "[]"
