"""Build leerlog as a program that needs no Python: python program/build.py [--output DIR].

Makes DIR/leerlog-VERSION-SYSTEM with leerlog in it, and packs that: a zip on Windows, where nobody has anything else
to unpack, and a tar.gz elsewhere, which keeps what may be run. One folder rather than one file: a file unpacks itself
on every run, which takes seconds. It builds for the system on which it runs, with the PyInstaller of
`pip install -e ".[program]"`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WINDOWS = sys.platform == "win32"
SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
# What of Python or of a library no command comes near.
WITHOUT = ("tkinter", "unittest", "pydoc", "doctest", "sqlite3", "lib2to3", "setuptools", "pip", "readline", "test")
# These bring libraries of others along, each with a licence of its own; outside Windows ctypes does as well.
WITHOUT += ("ssl", "_ssl", "_hashlib", "bz2", "_bz2", "lzma", "_lzma", "_uuid")
WITHOUT += () if WINDOWS else ("ctypes", "_ctypes")
# python-docx finds its templates by way of this folder, which is in no program otherwise.
if not (DOCX := find_spec("docx")):
    raise SystemExit('python-docx is not here: pip install -e ".[program]"')
DATA = (
    (Path(str(DOCX.origin)).parent / "parts" / "__init__.py", "docx/parts"),
    (ROOT / "content", "leerlog/content"),
    (ROOT / "src/leerlog/render/page.css", "leerlog/render"),
    (ROOT / "tests/journals/sample", "leerlog/sample"),
)


def main() -> None:
    """Build, add what belongs beside the program, and pack it."""
    parser = argparse.ArgumentParser(description="Bouw leerlog als programma zonder Python.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="in which folder (dist)")
    output = parser.parse_args().output.resolve()
    version = distribution("leerlog").version
    folder = output / f"leerlog-{version}-{SYSTEM}"
    with tempfile.TemporaryDirectory() as work:
        made, inside = freeze(Path(work))
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, folder)
    add_licences(folder / "LICENTIES", inside)
    add_words(folder, version)
    print(pack(folder))


def freeze(work: Path) -> tuple[Path, set[str]]:
    """The folder that PyInstaller makes in `work`, and the names of the modules that are in it.

    Raises:
        SystemExit: when PyInstaller fails; it has said why.
    """
    command = [sys.executable, "-m", "PyInstaller", "--onedir", "--console", "--name", "leerlog", "--noupx"]
    command += ["--log-level", "ERROR", "--noconfirm", "--paths", str(ROOT / "src"), "--collect-submodules", "leerlog"]
    command += ["--additional-hooks-dir", str(HERE / "hooks")]
    command += ["--distpath", str(work / "dist"), "--workpath", str(work / "work"), "--specpath", str(work)]
    command += [word for name in WITHOUT for word in ("--exclude-module", name)]
    # PyInstaller takes a colon on every system.
    command += [word for source, place in DATA for word in ("--add-data", f"{source}:{place}")]
    # Its own cache stays out of the user's home.
    environment = os.environ | {"PYINSTALLER_CONFIG_DIR": str(work / "cache")}
    if subprocess.run([*command, str(HERE / "entry.py")], check=False, env=environment).returncode:
        raise SystemExit("PyInstaller failed")
    listed = (work / "work" / "leerlog").glob("PYZ-*.toc")
    names = {line.split("'")[1] for each in listed for line in each.read_text("utf-8").splitlines() if "'" in line}
    return work / "dist" / "leerlog", names


def add_licences(folder: Path, modules: Iterable[str]) -> None:
    """Write the licences of leerlog, of Python, of PyInstaller's own part and of all libraries inside into a folder."""
    folder.mkdir()
    known = packages_distributions()
    names = {name for module in modules for name in known.get(module.split(".")[0], ())}
    for name in sorted({*names, "leerlog", "pyinstaller"} - {"setuptools"}, key=str.lower):
        for number, text in enumerate(licences(distribution(name)), 1):
            (folder / f"{name}{f'-{number}' if number > 1 else ''}.txt").write_text(text, "utf-8")
    (folder / "Python.txt").write_text(python_licence(), "utf-8")


def licences(of: Distribution) -> list[str]:
    """The texts of a library's licence.

    Raises:
        SystemExit: when it brings none along, for then it can't be handed on.
    """
    if of.name == "leerlog":  # an editable install leaves its own at home
        return [(ROOT / "LICENSE").read_text("utf-8")]
    named = [each for each in of.files or () if each.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))]
    texts = [Path(str(each.locate())).read_text("utf-8", "replace") for each in named if each.suffix != ".py"]
    if not texts:
        raise SystemExit(f"{of.name} brings no licence along")
    return texts


def python_licence() -> str:
    """The licence of Python, from wherever this one has it.

    Raises:
        SystemExit: when it is nowhere.
    """
    places = (Path(sys.base_prefix), Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix) / "Resources")
    for path in (place / name for place in places for name in ("LICENSE.txt", "LICENSE")):
        if path.is_file():
            return path.read_text("utf-8", "replace")
    raise SystemExit("this Python brings no licence along")


def add_words(folder: Path, version: str) -> None:
    """Write what a person who unpacks it reads first, and on Windows what she can click on."""
    words = (HERE / "LEESMIJ.txt").read_text("utf-8").replace("{version}", version)
    # Notepad knows by the mark that it is UTF-8.
    (folder / "LEESMIJ.txt").write_text(words, "utf-8-sig", newline="\r\n")
    if WINDOWS:
        click = (HERE / "installeren.cmd").read_text("ascii")
        (folder / "installeren.cmd").write_text(click, "ascii", newline="\r\n")


def pack(folder: Path) -> str:
    """Pack the folder beside itself, under the one name `leerlog`; the file."""
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(folder, Path(work) / "leerlog", symlinks=not WINDOWS)
        return shutil.make_archive(str(folder), "zip" if WINDOWS else "gztar", work, "leerlog")


if __name__ == "__main__":
    main()
