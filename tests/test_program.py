"""The program without Python: built by its own script, and run as a person would who has nothing else."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from leerlog.app import search, windows
from leerlog.app.windows import with_folder, without_folder
from tests.cli.test_bytes import bytes_of, cases, filled, prepared
from tests.conftest import ROOT, Cli

__all__ = ["filled", "prepared"]  # fixtures


def what_is_missing() -> str:
    """What PyInstaller needs and this computer has not; nothing when it can build."""
    if importlib.util.find_spec("PyInstaller") is None:
        return "PyInstaller"
    from PyInstaller.depend import bindepend
    from PyInstaller.exceptions import PythonLibraryNotFoundError

    try:
        bindepend.get_python_library_path()
    except PythonLibraryNotFoundError:
        return "a Python with a shared library (libpython)"
    return "objcopy, of binutils" if sys.platform == "linux" and not shutil.which("objcopy") else ""


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the script packs."""
    if missing := what_is_missing():
        pytest.skip(f"the program can't be built here without {missing}")
    output = tmp_path_factory.mktemp("program")
    command = [sys.executable, ROOT / "program" / "build.py", "--output", output]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def program(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, unpacked with what everybody has."""
    folder = tmp_path_factory.mktemp("uitgepakt")
    shutil.unpack_archive(packed, folder)
    return folder / "leerlog" / ("leerlog.exe" if os.name == "nt" else "leerlog")


def ran(program: Path, *args: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """A run of it in the environment of the test, where no Python is found."""
    environment = os.environ | {"PATH": os.defpath if os.name == "nt" else "/bin"} | more
    return subprocess.run([program, *args], input=stdin, capture_output=True, env=environment, check=False, timeout=300)


def test_a_person_with_nothing_else_writes_and_looks_back(program: Path, home: Path) -> None:
    """The main job, in a home in which nothing is; with the questions and the sample that it brings."""
    for args, stdin, shown in (
        (["moment", "Een burger wist het", "--value", "3"], "", "Bewaard als"),
        (["prepare", "Woo-training", "--answers", "-"], "results: Sneller vinden\n", "Bewaard als"),
        ([], "", "Woo-training"),
        (["review", "--quarter"], "", "Een burger wist het"),
        (["demo"], "", "Terugblik"),
        (["checklists"], "", "Word eigenaar van je leerproces"),
    ):
        done = ran(program, *args, stdin=stdin.encode())
        assert done.returncode == 0, done.stderr.decode()
        assert shown in done.stdout.decode()


def test_it_looks_for_patterns_as_python_does(program: Path, home: Path) -> None:
    """What `search --regex` has another Python do, without the seconds that it gets for that."""
    asked = {"patterns": ["b.rger"], "flags": 0, "entries": [["niets"], ["Een burger wist het"]]}
    done = ran(program, "-I", "-S", "-c", search.CHILD, stdin=json.dumps(asked).encode())
    assert json.loads(done.stdout) == {"found": [[1, [[[0, 4, 10]]]]]}


ONE_OF_EACH = {args[args.index("--format") + 1]: args for args in cases() if "--format" in args}
ALL = [pytest.param(cases(), marks=pytest.mark.thorough, id="all"), pytest.param([*ONE_OF_EACH.values()], id="a form")]


@pytest.mark.parametrize("what", ALL)
def test_it_gives_the_same_as_with_python(
    program: Path, filled: Cli, what: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every form, byte for byte; and every command in every form of it."""
    for args in what:
        done = ran(program, *args)
        assert (done.returncode, done.stdout) == bytes_of(args, "utf-8", monkeypatch), args


def test_what_is_inside_may_be_handed_on(packed: Path) -> None:
    """The licence of leerlog, of Python and of every library stands beside it, and what to do first."""
    if packed.suffix == ".zip":
        with zipfile.ZipFile(packed) as archive:
            names = archive.namelist()
    else:
        with tarfile.open(packed) as tar:
            names = tar.getnames()
    assert {name.partition("/")[0] for name in names} == {"leerlog"}
    files = {name.removeprefix("leerlog/") for name in names}
    for library in ("leerlog", "Python", "pyinstaller", "typer", "rich", "PyYAML", "prompt_toolkit", "platformdirs"):
        assert f"LICENTIES/{library}.txt" in files
    assert "LEESMIJ.txt" in files
    assert ("installeren.cmd" in files) == (os.name == "nt")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python's own libraries have other names")
def test_no_library_is_inside_of_which_the_licence_is_not(program: Path) -> None:
    """Python's own apart, with what it needs to read and to unpack; its licence names those two."""
    found = {path.name for path in (program.parent / "_internal").rglob("*.so*") if path.name.startswith("lib")}
    assert {re.split(r"[-.\d]", name, maxsplit=1)[0] for name in found} <= {"libpython", "libz", "libexpat"}, found


@pytest.mark.skipif(sys.platform != "linux", reason="of Windows and of a Mac there is a test that reads less")
def test_it_is_put_in_its_place_and_taken_away(program: Path, home: Path) -> None:
    """The command is found from anywhere, the menu opens it; once more replaces it; undone, only the notes are left."""
    assert ran(program, "moment", "Blijft").returncode == 0
    command, data = home / ".local" / "bin" / "leerlog", home / "data"
    entry = data / "applications" / "leerlog.desktop"
    for _ in range(2):
        done = ran(program, "install", XDG_DATA_HOME=str(data))
        assert done.returncode == 0, done.stderr.decode()
        assert str(data / "leerlog" / "programma") in done.stdout.decode()
        assert b"export PATH" in done.stderr
        assert "Terminal=true" in entry.read_text()
        assert "Blijft" in ran(command, "list").stdout.decode()
    here = ran(command, "install", XDG_DATA_HOME=str(data), PATH=f"/bin:{command.parent}")
    assert b"export PATH" not in here.stderr
    assert [each.name for each in (data / "leerlog").iterdir()] == ["programma"]
    gone = ran(command, "install", "--undo", XDG_DATA_HOME=str(data))
    assert gone.returncode == 0, gone.stderr.decode()
    assert not any(path.exists() or path.is_symlink() for path in (command, entry, data / "leerlog" / "programma"))
    assert "Blijft" in ran(program, "list").stdout.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="a command of another program is in the way on Linux and a Mac")
def test_a_command_of_another_program_stays(program: Path, home: Path) -> None:
    """It is named, and not written over; neither when it is undone."""
    other = home / ".local" / "bin" / "leerlog"
    other.parent.mkdir(parents=True)
    other.write_text("van mij")
    refused = ran(program, "install", XDG_DATA_HOME=str(home / "data"))
    assert (refused.returncode, str(other) in refused.stderr.decode()) == (1, True)
    assert ran(program, "install", "--undo", XDG_DATA_HOME=str(home / "data")).returncode == 0
    assert other.read_text() == "van mij"


@pytest.mark.thorough
def test_the_program_of_windows_works(tmp_path: Path) -> None:
    """Built by a Windows Python under Wine, which WINE_PYTHON names; it has leerlog and PyInstaller."""
    python, wine = os.environ.get("WINE_PYTHON"), shutil.which("wine")
    if not (python and wine):
        pytest.skip("needs Wine, and WINE_PYTHON with the path of a python.exe in which leerlog is installed")

    def run(*command: object) -> str:
        # Wine takes what is not a pipe for no stream at all.
        done = subprocess.run([wine, *map(str, command)], input=b"", capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout.decode(
            errors="replace"
        )  # what a person reads is in the console's code page, if there is one

    run(python, ROOT / "program" / "build.py", "--output", tmp_path)
    with zipfile.ZipFile(next(tmp_path.glob("*.zip"))) as packed:
        packed.extractall(tmp_path)
    program, journal = tmp_path / "leerlog" / "leerlog.exe", tmp_path / "journal"
    assert "Bewaard als" in run(program, "--journal", journal, "moment", "Een burger wist het één keer", "--value", "3")
    assert "Een burger wist het" in run(program, "--journal", journal, "review", "--quarter")
    assert "Een burger wist het één keer" in run(program, "--journal", journal, "list", "--format", "json")
    assert "b.rger" in run(program, "--journal", journal, "search", "--regex", "b.rger")
    assert "staat nu in" in run(program, "install")
    assert "eraf" in run(program, "install", "--undo")


@pytest.mark.parametrize("undo", [(), ("--undo",)])
def test_with_python_there_is_nothing_to_put_in_place(cli: Cli, undo: tuple[str, ...]) -> None:
    """It says what the command is for."""
    refused = cli("install", *undo)
    assert (refused.status, refused.out) == (2, "")
    assert "het programma zonder Python" in refused.err


def test_the_path_of_windows_holds_a_folder_once() -> None:
    """As it was written but for empty parts, and for our folder in whatever spelling."""
    ours = r"C:\Users\Noor\AppData\Local\Programs\leerlog"
    path = r"%USERPROFILE%\bin;;c:\users\noor\appdata\local\programs\LEERLOG\;C:\Program Files\x"
    assert with_folder(path, ours) == rf"%USERPROFILE%\bin;C:\Program Files\x;{ours}"
    assert with_folder(with_folder("", ours), ours) == ours
    assert without_folder(with_folder(path, ours), ours) == r"%USERPROFILE%\bin;C:\Program Files\x"


@pytest.mark.skipif(sys.platform != "win32", reason="the registry and shortcuts are of Windows")
def test_the_path_and_the_menu_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own path gets the folder and loses it, and is what it was; a shortcut is a file that Windows knows."""
    import winreg

    # Not the one of whoever runs the tests.
    monkeypatch.setattr(windows, "_KEY", rf"Software\leerlog-{os.getpid()}")
    ours = str(tmp_path)
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, windows._KEY) as key:

        def path() -> tuple[object, int] | None:
            with suppress(FileNotFoundError):
                return winreg.QueryValueEx(key, "Path")
            return None

        for there in (None, (r"C:\x;%USERPROFILE%\y", winreg.REG_EXPAND_SZ), (r"C:\x", winreg.REG_SZ)):
            value, kind = there or ("", winreg.REG_EXPAND_SZ)
            if there:
                winreg.SetValueEx(key, "Path", 0, kind, value)
            for _ in range(2):
                windows.join_path(tmp_path)
                assert path() == (with_folder(value, ours), kind)
            windows.leave_path(tmp_path)
            assert path() == there
    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, windows._KEY)
    link = tmp_path / "leerlog.lnk"
    windows.write_shortcut(link, os.environ["COMSPEC"], f'/k "{tmp_path}"', tmp_path)
    raw = link.read_bytes()
    assert raw[:4] == b"L\0\0\0"
    assert f'/k "{tmp_path}"'.encode("utf-16-le") in raw
