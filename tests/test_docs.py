"""The docs say what is."""

import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from leerlog.cli.commands import MODULES
from tests.conftest import ROOT, Cli
from tests.docs import COMMANDS_MD, REVIEW_SVG, commands_md, review_svg
from tests.guide import GUIDE, play, short_home

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_page_of_commands_is_what_help_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made anew by python -m tests.docs."""
    monkeypatch.setenv("COLUMNS", "80")
    assert COMMANDS_MD.read_text(encoding="utf-8") == commands_md()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_in_the_docs_lead_somewhere(page: Path) -> None:
    """Files named in a link are there."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_docs_exist(page: Path) -> None:
    """`leerlog WORD` in running text or an example names a command."""
    for word in re.findall(r"(?:`|\$ |/)leerlog ([a-z][a-z-]*)\b", page.read_text(encoding="utf-8")):
        assert word in MODULES, word


def test_the_picture_shows_what_the_review_prints() -> None:
    """The same words; made anew by python -m tests.docs."""

    def words(picture: str) -> list[str]:
        return re.findall(r">([^<>\s][^<>]*)</text>", picture)

    assert words(REVIEW_SVG.read_text(encoding="utf-8")) == words(review_svg())


def test_the_examples_in_the_readme_give_what_they_say(cli: Cli) -> None:
    """Run in their order in one journal; … stands for anything."""
    for block in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL):
        command, _, expected = block.partition("\n")
        done = cli(*shlex.split(command.removeprefix("$ leerlog")))
        assert done.status == 0, done.err
        pattern = ".*?".join(re.escape(part) for part in re.split(r"…+", expected.rstrip("\n")))
        assert re.fullmatch(pattern, done.out.rstrip("\n"), re.DOTALL), done.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal to talk in")
def test_the_examples_in_the_guide_give_what_they_say() -> None:
    """Run in their order; made anew by python -m tests.docs."""
    with short_home() as home:
        for example, made in play(GUIDE.read_text(encoding="utf-8"), home):
            assert example.body == made


def test_the_commands_of_the_readme_are_those_of_ci() -> None:
    """The test command stands in README.md, CONTRIBUTING.md and .ci/run."""
    install = '.venv/bin/pip install -q -c constraints.txt -e ".[dev]"'
    command = f"python3 -m venv .venv && {install} && .venv/bin/python tests/run.py"
    for page in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        assert command in (ROOT / page).read_text(encoding="utf-8")


def test_the_test_command_installs_exact_versions() -> None:
    """Of everything that the project asks for; no place to get it is named."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    known = {each.partition("==")[0] for each in lines if not each.startswith("#")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=;\[ ]", each)[0].lower().replace("_", "-") for each in asked}
    assert names <= known
    assert not [each for each in lines if "://" in each or each.startswith(("-", " "))]
