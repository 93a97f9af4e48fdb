"""Text that comes in: with a mark or without, in UTF-16 too; what is no text is refused with what to do, and kept."""

import codecs
import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest

from leerlog.app.typed import as_word
from leerlog.cli import main
from leerlog.domain.text import decode
from tests.conftest import Cli

TEXT = "één dag, café ☕\nregel twee"
MARKED = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 of Windows": codecs.BOM_UTF16_LE + TEXT.replace("\n", "\r\n").encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-32": codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
}


@pytest.mark.parametrize("name", MARKED)
def test_a_text_is_read_without_its_mark(cli: Cli, name: str) -> None:
    """As a note, as answers on the input and in a file, and as lines of a conversation."""
    data = MARKED[name]
    assert decode(data).replace("\r\n", "\n") == TEXT
    cli("moment", "-", stdin=data)
    assert cli.journal.find("laatste").answers[0].text == TEXT
    encoding = {"utf-8": "utf-8", "utf-8 with a mark": "utf-8-sig", "utf-16 big": "utf-16"}.get(name, "utf-16")
    yaml = "learned: |\n  één ☕\n".encode(encoding)
    (cli.home / "a.yaml").write_bytes(yaml)
    for args, stdin in ((["--answers", str(cli.home / "a.yaml")], b""), (["--answers", "-"], yaml)):
        done = cli("debrief", "X", *args, stdin=stdin)
        assert done.status == 0, done.err
        assert cli.journal.find("laatste").answer("learned") == "één ☕"
    done = cli("after", "X", stdin="één ☕\n".encode(encoding))
    assert done.status == 0, done.err
    assert cli.journal.find("laatste").first_line == "één ☕"
    assert not list(cli.drafts.glob("[!.]*"))


@pytest.mark.parametrize(
    "data",
    ["café".encode("cp1252"), b"\xff\xfeh\0a", "café".encode("cp850"), "hoi".encode("utf-16-le"), b"\0h\0o\0i"],
    ids=["cp1252", "cut", "cp850", "utf-16 without a mark", "utf-16 big without a mark"],
)
def test_a_note_that_is_no_text_is_kept_as_it_came(cli: Cli, data: bytes) -> None:
    """The message says what to do, and once the file is mended it is a note after all."""
    done = cli("moment", "-", "--value", "3", stdin=data)
    assert (done.status, done.out) == (2, "")
    assert "$OutputEncoding = [Text.Encoding]::UTF8" in done.err
    assert "chcp 65001" in done.err
    (path,) = cli.drafts.iterdir()
    assert str(path) in done.err
    assert path.read_bytes() == data
    assert path.stem in cli("drafts").out
    assert "geen UTF-8" in cli("drafts", "--save", path.stem).err
    path.write_bytes(codecs.BOM_UTF8 + "café".encode())
    assert cli("drafts", "--save", path.stem).status == 0
    assert cli.journal.find("laatste").first_line == "café"
    assert not path.exists()


@pytest.mark.parametrize(
    ("data", "options"),
    [
        ("learned: café\n".encode("cp1252"), []),
        (b"learned: x\nonbekend: y\n", []),
        (b"learned: x\n", ["--value", "9"]),
        (b"learned: x\n", ["--builds-on", "zzz"]),
        (b"[[[", []),
    ],
)
def test_answers_on_the_input_that_will_not_do_are_kept(cli: Cli, data: bytes, options: list[str]) -> None:
    """As they came, with the command that takes them from there."""
    done = cli("debrief", "Woo training", "--answers", "-", *options, stdin=data)
    assert done.status in (1, 2)
    (path,) = cli.drafts.iterdir()
    assert path.read_bytes() == data
    assert f'leerlog debrief "Woo training" --answers {as_word(str(path))}\n' in done.err
    assert path.stem in cli("drafts").out
    path.write_bytes(b"learned: x\n")
    assert cli("debrief", "Woo training", "--answers", str(path)).status == 0
    assert cli("drafts", "--remove", path.stem, "--yes").status == 0
    assert not path.exists()


def test_a_file_without_a_name_is_refused(cli: Cli) -> None:
    """As a variable that is empty in a script gives."""
    done = cli("prepare", "Woo", "--answers", "")
    assert (done.status, done.err) == (2, "Fout: achter --answers hoort de naam van een bestand.\n")
    for args in (("import", "", "--yes"), ("checklists", "--check", "")):
        done = cli(*args)
        assert (done.status, done.out) == (2, "")
        assert "hoort" in done.err


def test_an_answers_file_that_will_not_do_stays_where_it_is(cli: Cli) -> None:
    """Nothing is copied of what is there already."""
    (cli.home / "a.yaml").write_bytes("learned: café".encode("cp1252"))
    done = cli("debrief", "X", "--answers", str(cli.home / "a.yaml"))
    assert done.status == 1
    assert "chcp 65001" in done.err
    assert not cli.drafts.exists()


BAD = "a\udcffb"
COMMANDS = [
    ["config", "name", BAD],
    ["config", "journal", "add", BAD, "/x"],
    ["moment", BAD],
    ["moment", "x", "--course", BAD],
    ["moment", "x", f"--tag={BAD}"],
    ["list", "--course", BAD],
    ["agenda", "--add", BAD],
    ["debrief", BAD],
    ["checklists", "--new", BAD],
    ["share", "--to", BAD],
    ["review", "--output", f"{BAD}.html"],
    ["explain", BAD],
    [BAD],
]


@pytest.mark.parametrize("args", COMMANDS, ids=lambda args: " ".join(args).encode("ascii", "replace").decode())
def test_an_argument_that_is_no_text_is_a_sentence(cli: Cli, args: list[str]) -> None:
    """Whatever it is for: exit 2, and nothing is made of it."""
    done = cli(*args)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Fout: in 'a") or "a\ufffdb" in done.err
    assert "staan tekens die geen geldige UTF-8 zijn" in done.err
    assert "Haal ze weg" in done.err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of any bytes are of Linux")
def test_a_folder_may_have_any_name(cli: Cli) -> None:
    """It is there, so it is what is meant."""
    place = Path(os.fsdecode(os.fsencode(cli.home) + b"/caf\xe9"))
    place.mkdir()
    assert cli("--journal", str(place), "moment", "x").status == 0
    assert cli(f"--journal={place}", "list").status == 0
    assert json.loads(cli("--journal", str(place), "export").out)["entries"]


def test_a_message_has_its_number_right(cli: Cli) -> None:
    """Tekens staan, een teken staat."""
    said = cli("moment", "-", stdin=b"a\0b").err
    assert "in je tekst staat een NUL-teken, en dat kan ik niet bewaren. Haal het weg" in said


class Broken(io.RawIOBase):
    """An input that fails, as a folder behind < or a disk that is gone."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("args", [["moment", "-"], ["debrief", "X", "--answers", "-"]])
def test_an_input_that_can_not_be_read_is_a_sentence(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], args: list[str]
) -> None:
    """With the reason, and exit 1."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Broken())))
    assert main.run(args) == 1
    assert "ik kan de invoer niet lezen: de schijf geeft een fout" in capsys.readouterr().err


@pytest.fixture
def editor(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor, in a folder with a space, that runs what stands in a file beside it."""
    program = cli.home / "met spatie" / "ed.sh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\n. "{program.parent}/doet"\n')
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))
    return program.parent / "doet"


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")
@pytest.mark.parametrize(
    ("does", "said"),
    [("true", "--wait"), ("exit 3", "stopte met een fout (3)"), ('rm "$1"', "haalde het bestand weg")],
)
def test_a_form_that_an_editor_left_behind_can_be_taken_up(cli: Cli, editor: Path, does: str, said: str) -> None:
    """It stays, its place is said, and so is the command that takes the answers from it."""
    editor.write_text(does)
    done = cli("debrief", "Woo training", "--editor")
    assert done.status == 1
    assert said in done.err
    (form,) = (cli.home / "state" / "leerlog").glob("formulier-*/leerlog.md")
    assert f'leerlog debrief "Woo training" --answers {as_word(str(form))}\n' in done.err
    mark = "<!-- question=learned -->"
    assert mark in form.read_text("utf-8")
    form.write_text(form.read_text("utf-8").replace(mark, f"{mark}\n\nMet een zoekterm minder"), "utf-8")
    assert cli("debrief", "Woo training", "--answers", str(form)).status == 0
    assert cli.journal.find("laatste").answer("learned") == "Met een zoekterm minder"


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")
def test_an_editor_with_a_space_in_its_path_is_used(cli: Cli, editor: Path) -> None:
    """And what it saved is a note; nothing stays behind."""
    editor.write_text(r"""sed -i 's/<!-- question=learned -->/&\n\nIets/' "$1" """)
    done = cli("debrief", "X", "--editor")
    assert done.status == 0, done.err
    assert cli.journal.find("laatste").answer("learned") == "Iets"
    assert not list((cli.home / "state" / "leerlog").glob("formulier-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")
def test_at_a_terminal_an_editor_that_does_not_wait_is_waited_for(cli: Cli, editor: Path) -> None:
    """The form is read once the person says that it is filled in, and something is."""
    from tests.terminal import ENTER, Terminal

    editor.write_text("true")
    command = [sys.executable, "-m", "leerlog", "--plain", "debrief", "X", "--editor"]
    with Terminal(command, columns=200, env=dict(os.environ)) as terminal:
        terminal.wait_for("--wait", "Heb je het formulier ingevuld en opgeslagen?", "\n>")
        terminal.type("j" + ENTER)
        terminal.wait_for("is nog niets veranderd")
        (form,) = (cli.home / "state" / "leerlog").glob("formulier-*/leerlog.md")
        mark = "<!-- question=learned -->"
        form.write_text(form.read_text("utf-8").replace(mark, f"{mark}\n\nAchteraf"), "utf-8")
        terminal.type("j" + ENTER)
        terminal.wait_for("Delen met")
        terminal.type(ENTER)
        assert terminal.end() == 0
    assert cli.journal.find("laatste").answer("learned") == "Achteraf"
    assert not form.exists()
