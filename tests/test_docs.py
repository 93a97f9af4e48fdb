"""The docs say what is."""

import re

import pytest

from leerlog.cli.app import MODULES
from tests.conftest import ROOT
from tests.docs import COMMANDS_MD, commands_md

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_page_of_commands_is_what_help_prints() -> None:
    """Made anew by python -m tests.docs."""
    assert COMMANDS_MD.read_text(encoding="utf-8") == commands_md()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_in_the_docs_lead_somewhere(page: object) -> None:
    """Files named in a link are there."""
    from pathlib import Path

    assert isinstance(page, Path)
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_docs_exist(page: object) -> None:
    """`leerlog WORD` in running text or an example names a command."""
    from pathlib import Path

    assert isinstance(page, Path)
    for word in re.findall(r"(?:`|\$ |/)leerlog ([a-z]+)\b", page.read_text(encoding="utf-8")):
        assert word in MODULES, word
