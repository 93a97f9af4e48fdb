"""What the tests of pages use: a stream like a pipe or a terminal, the sample journal, the rules of the content."""

import io
import shutil
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from leerlog.documents.blocks import Document
from leerlog.domain.entry import Entry
from leerlog.domain.period import quarter_of
from leerlog.journal.store import Journal
from leerlog.library.content import load_guide
from leerlog.render.draw import show
from leerlog.reports.review import Review, build_review
from leerlog.reports.rules import ContentRules, content_rules
from tests.conftest import SAMPLE, Cli
from tests.render.browser import Browser, launched

TODAY = date(2026, 11, 23)


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


Shown = Callable[..., str]


@pytest.fixture
def shown() -> Shown:
    """What a page gives in a pipe, or with `tty` on a terminal."""

    def text(
        page: Document, *, plain: bool = False, width: int | None = None, tty: bool = False, full: bool = False
    ) -> str:
        stream = Screen() if tty else io.StringIO()
        show(page, stream, plain=plain, width=width, full=full)
        return stream.getvalue()

    return text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a file; no longer, for as long as it is there no other event loop can run."""
    with launched() as found:
        yield found


@pytest.fixture(scope="session")
def rules() -> ContentRules:
    """The rules of the handreiking itself."""
    return content_rules(load_guide()[0])


@pytest.fixture(scope="session")
def sample() -> list[Entry]:
    """The entries of the sample journal."""
    return Journal(SAMPLE).read()[0]


@pytest.fixture
def kept(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command line over a copy of the sample journal, on a day in it."""
    shutil.copytree(SAMPLE, cli.folder)
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-04T16:42")
    return cli


@pytest.fixture(scope="session")
def quarter(sample: list[Entry], rules: ContentRules) -> Review:
    """The review of the sample's last quarter."""
    return build_review(sample, quarter_of(TODAY), TODAY, rules)
