"""What a program reads is UTF-8, whatever the console makes of text: of every command, in every form."""

import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerlog.cli import out
from leerlog.cli.commands import MODULES
from leerlog.cli.main import code_page, run
from leerlog.cli.out import FORMS
from leerlog.cli.root import callback_of
from tests.conftest import SAMPLE, Cli, at_home, is_private

# What cp1252 has not, nor ascii: a combining accent, other scripts, an arrow, a smiley.
STRANGE = "Ze\u0301 zag 漢字 → 😀 én ‘zo’ ȥ"

NOW = "2026-12-19T16:42"  # after all of the sample

# What has to be said more to the commands that have forms, so that there is something to give.
MORE = {
    "show": ["laatste"],
    "story": ["laatste"],
    "course": ["Woo-training"],
    "sheet": ["Woo-training"],
    "review": ["--all"],
    "undo": ["--list"],
    "search": ["漢字"],
    "ask": ["insights", "--template"],
    "import": [str(SAMPLE), "--dry-run"],
}
CHECKLISTS = ("prepare", "during", "debrief", "after", "recall", "design", "hill", "conditions", "insights", "ask")


def cases() -> list[tuple[str, ...]]:
    """Every command in every form that it has, and the ways to the same that have no form to choose."""
    found = []
    for name in MODULES:
        forms = getattr(callback_of(name), "forms", ())
        args = [name, *MORE.get(name, ())]
        if name in CHECKLISTS:
            found.append((*args, *(["--template"] if name != "ask" else [])))
        else:
            found += [(*args, "--format", form) for form in forms]
    both = [("review", "--team", "gedeeld", "--all", "--format", form) for form in callback_of("review").forms]
    anonymous = [("review", "--for", "team", "--all", "--format", "csv"), ("show", "laatste", "--json")]
    return [*found, *both, *anonymous, ("agenda", "--json"), ("export",)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with a journal of which every part holds what a code page lacks, and a folder with what it shares."""
    with pytest.MonkeyPatch.context() as patch:
        home = at_home(tmp_path_factory.mktemp("home"), patch)
        patch.setenv("LEERLOG_NOW", NOW)
        patch.chdir(home)
        cli = Cli(home, patch)
        shutil.copytree(SAMPLE, cli.folder)
        shared = ("--share", "team,leidinggevende", "--course", "Woo-training", "--value", "5")
        cli.saved("prepare", "Woo-training", "--share", "leidinggevende", "--answers", "-", stdin=f"results: {STRANGE}")
        assert cli("agenda", "--add", f"{STRANGE} (wie: {STRANGE}, voor vrijdag)").status == 0
        cli.saved("moment", STRANGE, *shared)
        (home / "gedeeld").mkdir()
        assert cli("share", "--to", "team", "--as", STRANGE, "--yes", "--output", "gedeeld/a.md").status == 0
        assert cli("checklists", "--new", "eigen").status == 0
        own = home / "config" / "leerlog" / "checklists" / "eigen.yaml"
        own.write_text(own.read_text("utf-8").replace("title: ", f"title: {STRANGE} "), "utf-8")
        yield home


@pytest.fixture
def filled(prepared: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A copy of that home."""
    shutil.copytree(prepared, cli.home, dirs_exist_ok=True)
    monkeypatch.chdir(cli.home)
    monkeypatch.setenv("LEERLOG_NOW", NOW)
    return cli


def bytes_of(args: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, bytes]:
    """What a run writes on a stdout of such an encoding that ends its lines as Windows does."""
    raw = io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="\r\n"))
        patch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace"))
        status = run(list(args))
        sys.stdout.flush()
        return status, raw.getvalue()


@pytest.mark.parametrize("args", cases(), ids=" ".join)
def test_what_a_program_reads_is_the_same_on_every_console(
    filled: Cli, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """UTF-8, no line's end changed and nothing replaced; in a file as well, with its mark in a table."""
    status, expected = bytes_of(args, "utf-8", monkeypatch)
    assert (status, bool(expected)) == (0, True)
    if not {"xlsx", "docx"} & {*args}:  # no text
        text = expected.decode()
        assert "ics" in args or b"\r" not in expected
        assert "漢字" in text or args[0] in (*CHECKLISTS, "courses", "undo", "import")
    for encoding in ("cp1252", "ascii"):
        assert bytes_of(args, encoding, monkeypatch) == (0, expected)
    end = FORMS[args[args.index("--format") + 1]].ends[0] if "--format" in args else ".json"
    file = filled.home / f"uit{end if args[0] not in CHECKLISTS else '.yaml'}"
    done = filled(*args, "--output", str(file))
    assert done.status == 0, done.err
    assert str(file) in done.out
    form = args[args.index("--format") + 1] if "--format" in args else "yaml" if args[0] in CHECKLISTS else "json"
    assert file.read_bytes() == b"".join(out.as_file([expected], form))
    assert is_private(file)
    assert filled(*args, "--output", str(file)).status == 2


def test_a_file_for_a_person_ends_its_lines_as_windows_does() -> None:
    """There; Excel and Notepad need a mark in what they are to keep as UTF-8, and what a program reads is the same."""
    made = {form: b"".join(out.as_file([b"een\n", b"twee\n"], form, windows=True)) for form in FORMS}
    mark, ends = "\ufeff".encode(), b"een\r\ntwee\r\n"
    assert made["markdown"] == made["html"] == ends
    assert made["csv"] == made["yaml"] == mark + ends
    assert made["json"] == made["jsonl"] == made["ics"] == b"een\ntwee\n"
    assert b"".join(out.as_file([b"een\n"], "csv", windows=False)) == mark + b"een\n"


def test_a_pipe_has_the_code_page_of_its_console() -> None:
    """Where there is a console that has one; otherwise it is UTF-8."""
    assert [code_page(number) for number in (850, 1252, 65001, 0, 99999)] == [
        "cp850",
        "cp1252",
        "utf-8",
        "utf-8",
        "utf-8",
    ]


@pytest.mark.parametrize("args", [("moment", STRANGE, "--json"), ("value", "laatste", "3", "--json")], ids=" ".join)
def test_what_was_saved_is_told_in_the_same_bytes(
    filled: Cli, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As JSON, where that is asked for."""
    status, data = bytes_of(args, "cp1252", monkeypatch)
    assert status == 0
    assert json.loads(data.decode())["answers"][0]["text"] == STRANGE


@pytest.mark.parametrize("name", [name for name in MODULES if name not in (*CHECKLISTS, "sheet")])
def test_a_form_that_is_asked_for_by_the_name_of_the_file(filled: Cli, name: str) -> None:
    """Whatever forms a command has, the end of a file's name names it; the files are the same."""
    for form in getattr(callback_of(name), "forms", ()):
        for end in FORMS[form].ends:
            file = filled.home / f"bestand{end.upper()}"
            args = (name, *MORE.get(name, ()))
            assert filled(*args, "--output", str(file)).status == 0
            named = filled.home / "genoemd"
            assert filled(*args, "--format", form, "--output", str(named), "--force").status == 0
            assert file.read_bytes() == named.read_bytes()
            file.unlink()


def test_an_export_needs_no_end_to_its_name(filled: Cli) -> None:
    """It has one form that is meant; one that it has not is refused, and so is an empty name."""
    assert filled("export", "--output", "reserve").status == 0
    assert json.loads((filled.home / "reserve").read_text("utf-8"))["schema"] == "leerlog.journal/1"
    for wrong in ("reserve.html", "reserve.ics", ""):
        refused = filled("export", "--output", wrong)
        assert (refused.status, refused.out) == (2, "")


def test_a_template_is_filled_in_and_read_back(filled: Cli) -> None:
    """As it comes from a file; a file without a template is refused."""
    assert filled("after", "--template", "--output", "oogst").status == 0
    made = filled("after", "--template").out.encode()
    assert (filled.home / "oogst").read_bytes() == b"".join(out.as_file([made], "yaml"))
    refused = filled("after", "Woo-training", "--output", "x")
    assert refused.status == 2
    assert "--output hoort bij --template" in refused.err


def test_json_and_another_form_do_not_go_together(filled: Cli) -> None:
    """`--json` is the form's own name in short."""
    assert filled("show", "laatste", "--json", "--format", "json").out == filled("show", "laatste", "--json").out
    refused = filled("agenda", "--json", "--format", "ics")
    assert (refused.status, refused.out) == (2, "")
    assert "--json en --format ics gaan niet samen" in refused.err


def test_an_error_on_the_way_leaves_no_half_file(filled: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there is there still, with and without --force."""
    old = filled.home / "oud.json"
    old.write_text("van mij")
    walk = type(filled.journal).walk

    def broken(self: object, period: object) -> object:
        parts = walk(self, period)  # type: ignore[arg-type]
        yield next(parts)
        raise MemoryError

    monkeypatch.setattr(type(filled.journal), "walk", broken)
    for file, more in ((old, ["--force"]), (filled.home / "nieuw.json", [])):
        assert filled("export", "--output", str(file), *more).status == 1
    assert [path.name for path in filled.home.glob("*.json")] == ["oud.json"]
    assert old.read_text() == "van mij"
    assert not list(filled.home.glob(".*.tmp"))


def test_problems_are_told_after_the_export(filled: Cli) -> None:
    """On stderr; what could be read is there."""
    (filled.folder / "2026-09.md").write_bytes(b"## 2026-09-31\n\nx\n\xff\n")
    done = filled("export", "--format", "jsonl")
    assert done.status == 0
    assert "2026-09.md, regel 1: de datum 2026-09-31 bestaat niet" in done.err
    assert len(done.out.splitlines()) > 50


class Slow(io.RawIOBase):
    """A stdout without a buffer that takes a few bytes at a time, as a pipe may."""

    def __init__(self) -> None:
        self.taken = bytearray()

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: object) -> int:
        """Take seven at most."""
        some = bytes(memoryview(data)[:7])  # type: ignore[arg-type]
        self.taken += some
        return len(some)


def test_a_stdout_that_takes_little_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with PYTHONUNBUFFERED."""
    slow = Slow()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(slow, encoding="cp1252", write_through=True))  # type: ignore[type-var]
    out.emit(STRANGE * 100)
    assert slow.taken.decode() == STRANGE * 100


def test_pieces_are_written_while_they_are_made() -> None:
    """So many at a time, not all at once: memory does not grow with what is written."""
    made = 0

    def pieces() -> object:
        nonlocal made
        for made in range(1, 1001):  # noqa: B007
            yield "é" * 1000

    written = out.encoded(pieces())  # type: ignore[arg-type]
    assert len(next(written)) < 2 * (out.CHUNK + 1000)
    assert made < 100
    assert b"".join(written).decode().endswith("é")


def test_every_way_out_is_this_one() -> None:
    """No module of the command line, or of what it calls, writes data on stdout but these."""
    house = Path(out.__file__).parents[1]
    sources = {path.name: path.read_text("utf-8") for room in ("app", "cli") for path in (house / room).glob("*.py")}
    assert [name for name, text in sources.items() if "stdout.buffer" in text] == ["out.py"]
    assert {name for name, text in sources.items() if "stdout.write" in text} <= {"console.py"}
