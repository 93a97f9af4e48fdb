"""Wheel, sdist and editable install each find the content, the sample and the command."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and an sdist of this tree, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def fresh(folder: Path) -> Path:
    """A new environment that borrows this one's dependencies, and its python.

    Only leerlog itself is installed in it, so that no registry is needed.
    """
    venv.create(folder)
    python = folder / BIN / "python"
    here = [path for path in sys.path if path.endswith("site-packages")]
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    # After the environment's own packages, and without this project's editable hook.
    (Path(site) / "zz_borrowed.pth").write_text("\n".join(here))
    return python


def install(python: Path, *what: str) -> None:
    """Install leerlog from a file or folder, with the pip that we have."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--ignore-installed",
        *what,
    ]
    subprocess.run(command, check=True, capture_output=True)


def works(python: Path, home: Path) -> None:
    """A note and a review, the checklists and the demo, run as a person would."""
    environment = os.environ | {"HOME": str(home), "LEERLOG_JOURNAL": str(home / "log"), "TMPDIR": str(home)}
    environment |= {"LEERLOG_NOW": "2026-11-23T16:42"}
    home.mkdir()

    def run(*args: str) -> str:
        command = [python.parent / "leerlog", *args]
        return subprocess.run(
            command, check=True, capture_output=True, encoding="utf-8", env=environment, cwd=home
        ).stdout

    assert "Bewaard als" in run("moment", "Een burger wist het", "--value", "3")
    assert "Een burger wist het" in run("review", "--quarter")
    assert "Een burger wist het" in run("review", "--format", "html")
    assert "Word eigenaar van je leerproces" in run("checklists")
    assert "Terugblik" in run("demo")
    where = subprocess.run([python, "-c", "import leerlog; print(leerlog.__file__)"], check=True, capture_output=True)
    assert str(python.parent.parent).encode() in where.stdout or b"/src/" in where.stdout


def test_the_wheel_works(built: Path, tmp_path: Path) -> None:
    """Built of the source distribution, installed by itself, without the source tree."""
    python = fresh(tmp_path / "env")
    install(python, str(next(built.glob("*.whl"))))
    works(python, tmp_path / "home")


@pytest.mark.thorough
def test_the_sdist_works(built: Path, tmp_path: Path) -> None:
    """Installed from the source distribution."""
    python = fresh(tmp_path / "env")
    install(python, str(next(built.glob("*.tar.gz"))))
    works(python, tmp_path / "home")


@pytest.mark.thorough
def test_the_editable_install_works(tmp_path: Path) -> None:
    """With the content of the source tree."""
    python = fresh(tmp_path / "env")
    install(python, "--editable", str(ROOT))
    works(python, tmp_path / "home")


def test_the_files_hold_what_they_should(built: Path) -> None:
    """Content, sample, types and licence; no tests in the wheel, nothing of the tree's own housekeeping."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    for wanted in ("leerlog/content/checklists/prepare.yaml", "leerlog/sample/2026-11.md", "leerlog/py.typed"):
        assert wanted in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "tests" in name]
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        files = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"content/hill.yaml", "tests/journals/sample/2026-11.md", "LICENSE", "README.md"} <= files
    assert not [name for name in files if name.startswith((".venv", ".ci"))]
