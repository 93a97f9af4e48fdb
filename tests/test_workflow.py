"""The workflow of the forges runs what this repository has, on the three systems."""

import re
from pathlib import Path
from typing import Any

import yaml

from tests import wine
from tests.conftest import ROOT

WORKFLOW: dict[str, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8"))


def runs(job: str) -> list[str]:
    """The command lines of a job."""
    return [step["run"] for step in WORKFLOW["jobs"][job]["steps"] if "run" in step]


def test_every_job_runs_on_linux_windows_and_macos() -> None:
    """The tests as well as the building of the program."""
    for job in WORKFLOW["jobs"].values():
        systems = " ".join(job["strategy"]["matrix"]["system"])
        assert [system for system in ("ubuntu", "windows", "macos") if system in systems] == [
            "ubuntu",
            "windows",
            "macos",
        ]


def test_what_it_runs_is_here() -> None:
    """Scripts and extras of this repository, by Python alone, so that one line does on every system."""
    lines = [line for job in WORKFLOW["jobs"] for line in runs(job)]
    extras = (ROOT / "pyproject.toml").read_text("utf-8")
    for line in lines:
        assert line.startswith("python ")
        for script in re.findall(r"\S+\.(?:py|txt)", line):
            assert Path(ROOT, script).is_file()
        for extra in re.findall(r"\[(\w+)\]", line):
            assert re.search(rf"^{extra} = \[", extras, re.MULTILINE)
    assert "python tests/run.py" in runs("tests")
    assert "python program/build.py" in runs("program")


def test_what_is_listed_for_wine_is_there() -> None:
    """Tests of that name, each with a reason."""
    for name, why in wine.listed().items():
        file, _, function = name.partition("::")
        assert f"def {function}" in (ROOT / file).read_text("utf-8")
        assert why


def test_the_oldest_python_that_leerlog_takes_is_tried() -> None:
    """As pyproject.toml has it."""
    found = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert found
    assert found[1] in WORKFLOW["jobs"]["tests"]["strategy"]["matrix"]["python"]
