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
from tests.guide import GUIDES, play, short_home
from tests.shells import ANY, Shown, is_known, options_in, said, shown, wrong

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
def test_what_the_docs_name_of_the_house_is_there(page: Path) -> None:
    """A module, by its path or with dots, what stands in it, and what a class has."""
    house = ROOT / "src" / "leerlog"
    text = {path: path.read_text(encoding="utf-8") for path in house.rglob("*.py")}
    rooms = "|".join(path.name for path in house.iterdir() if path.is_dir())
    for named in re.findall(rf"`((?:(?:{rooms})[/.]|[A-Z]\w+\.)[\w./]+)`", page.read_text(encoding="utf-8")):
        words = re.split(r"[/.]", named.removesuffix(".py"))
        if house.joinpath(*words).is_dir():
            continue
        found = [n for n in range(1, len(words) + 1) if house.joinpath(*words[:n]).with_suffix(".py") in text]
        if found:
            where, left = [text[house.joinpath(*words[: found[-1]]).with_suffix(".py")]], words[found[-1] :]
        else:
            where, left = [each for each in text.values() if f"\nclass {words[0]}" in each], words[1:]
        assert where, named
        assert all(any(re.search(rf"\b{word}\b", each) for each in where) for word in left), named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_docs_exist(page: Path) -> None:
    """`leerlog WORD` in running text or an example names a command."""
    for word in re.findall(r"(?:`|\$ |/)leerlog ([a-z][a-z-]*)\b", page.read_text(encoding="utf-8")):
        assert word in MODULES, word


@pytest.mark.parametrize("page", [page for page in PAGES if page != COMMANDS_MD], ids=lambda page: page.name)
def test_a_shown_command_line_is_one_of_its_shell(page: Path) -> None:
    """Of that which its block names, else of PowerShell 5.1, cmd and bash; and leerlog knows what is in it."""
    lines = {*shown(page.read_text(encoding="utf-8"))}
    assert {line: found for line in lines if (found := wrong(line))} == {}


def test_what_leerlog_says_to_type_can_be_typed() -> None:
    """In its help, its messages and the words beside the program: the options are those of the command."""
    texts = [(ROOT / "program" / "LEESMIJ.txt").read_text(encoding="utf-8")]
    texts += [text for file in (ROOT / "src").rglob("*.py") for text in said(file.read_text(encoding="utf-8"))]
    named = {pair for text in texts for pair in options_in(text)}
    assert len(named) > 30
    assert [text for text in texts if re.search(r'(?:leerlog|--)[a-z]*(?: [^.\n]*)? ""|[a-z"] && ', text)] == []
    assert [pair for pair in sorted(named) if not is_known(*pair)] == []


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("powershell", "py -m venv .venv && .venv\\Scripts\\leerlog"),
        ("powershell", "LEERLOG_PLAIN=1 leerlog"),
        ("powershell", 'leerlog moment "hij zei \\"ja\\""'),
        ("powershell", "leerlog review > terugblik.txt"),
        ("sh", 'leerlog moment "ja'),
        (ANY, "leerlog moment 'ja'"),
        (ANY, "leerlog config journal C:\\leerlog"),
        (ANY, 'leerlog edit --course ""'),
        (ANY, "leerlog moment ja --with Noor,Kees"),
        (ANY, 'leerlog moment "“ja”"'),
        (ANY, 'leerlog moment "€ 5, of $5"'),
        (ANY, "leerlog review --kwartaal"),
        (ANY, "leerlog agenda --move a1dacpg2.4"),
        (ANY, "leerlog done a1dacpg2.4 a1dacpg2.5 a1dacpg2.6 --resultaat"),
        ("", "leerlog review"),
    ],
)
def test_a_line_that_a_shell_does_not_take_is_seen(shell: str, line: str) -> None:
    """Each of them is in the way of somebody."""
    assert wrong(Shown(shell, line))


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


def test_the_guide_names_its_chapters_and_every_command() -> None:
    """In its list at the top, and somewhere; what a person never types is told elsewhere."""
    text = GUIDES[-1].read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^- \[(.*)\]\(#", prose, re.MULTILINE) == re.findall(r"^## (.*)$", prose, re.MULTILINE)
    told = {command.split()[0] for command in re.findall(r"leerlog (?:--\S+ (?:\w+ )?)?([a-z-]+)", text)}
    assert {*MODULES} - told == {"install"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal to talk in")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_examples_in_the_guide_give_what_they_say(guide: Path) -> None:
    """Run in their order; made anew by python -m tests.docs."""
    with short_home() as home:
        for example, made in play(guide.read_text(encoding="utf-8"), home):
            assert example.body == made


def test_the_commands_of_the_readme_are_those_of_ci() -> None:
    """The test command stands in README.md, CONTRIBUTING.md and .ci/run."""
    install = '.venv/bin/pip install -q -c constraints.txt -e ".[dev]"'
    command = f"python3 -m venv .venv && {install} && .venv/bin/python tests/run.py"
    for page in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        assert command in (ROOT / page).read_text(encoding="utf-8")


def test_the_commands_for_windows_are_the_same_everywhere() -> None:
    """A line at a time, for PowerShell 5.1 knows no &&: the same tests, installed the same way."""
    lines = (
        "py -m venv .venv",
        '.venv\\Scripts\\python -m pip install -q -c constraints.txt -e ".[dev]"',
        ".venv\\Scripts\\python tests\\run.py",
    )
    block = "```powershell\n" + "\n".join(lines) + "\n```\n"
    for page in ("README.md", "CONTRIBUTING.md", "docs/windows.md"):
        assert block in (ROOT / page).read_text(encoding="utf-8")


def test_the_test_command_installs_exact_versions() -> None:
    """Of everything that the project asks for; no place to get it is named."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    known = {each.partition("==")[0] for each in lines if not each.startswith("#")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=;\[ ]", each)[0].lower().replace("_", "-") for each in asked}
    assert names <= known
    assert not [each for each in lines if "://" in each or each.startswith(("-", " "))]
