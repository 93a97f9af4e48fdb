"""`review --browser`: the page in the person's own browser."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Cli

posix = pytest.mark.skipif(sys.platform == "win32", reason="BROWSER is a command of Unix")


def browser_of(cli: Cli, monkeypatch: pytest.MonkeyPatch, status: int = 0) -> Path:
    """A browser that writes down what it is to open."""
    seen, program = cli.home / "seen", cli.home / "browser"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{seen}"\nexit {status}\n')
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{program} %s")
    return seen


@posix
def test_the_page_is_opened_and_is_its_writers_own(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one file, that takes the place of the one before it; it says where that is."""
    seen = browser_of(cli, monkeypatch)
    cli.saved("moment", "Noor zocht op thema", "--share", "team")
    for more in ([], ["--for", "team"]):
        done = cli("review", *more, "--browser")
        assert done.status == 0, done.err
        path = Path(done.out.removeprefix("De pagina staat in ").strip())
        assert "Noor zocht op thema" in path.read_text("utf-8")
        assert path.stat().st_mode & 0o777 == 0o600
        assert seen.read_text().split("\n")[-2] == path.as_uri()
    assert [each.name for each in path.parent.glob("*.html")] == [path.name]


@posix
def test_without_a_browser_it_says_where_the_page_is(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is there, and is to be opened by hand."""
    browser_of(cli, monkeypatch, status=1)
    monkeypatch.setattr("webbrowser._tryorder", [])
    cli.saved("moment", "Iets")
    done = cli("review", "--browser")
    assert done.status == 1
    assert "browser openen. Open de pagina zelf" in done.err
    assert Path(done.out.removeprefix("De pagina staat in ").strip()).exists()


@pytest.mark.parametrize("more", [["--format", "html"], ["--output", "x.html"], ["--weigh"]])
def test_it_goes_with_no_other_way_of_showing(cli: Cli, more: list[str]) -> None:
    """Nothing is shown or written."""
    done = cli("review", "--browser", *more)
    assert (done.status, done.out) == (2, "")
    assert "gaan niet samen" in done.err
