"""What the sample looks like, word for word; LEERLOG_GOLDEN=write makes the files anew."""

import io
import os
import shutil
from collections.abc import Callable
from datetime import date

import pytest

from leerlog.app.review import load_for_review
from leerlog.documents.agenda import agenda_document, today_document
from leerlog.documents.blocks import Document
from leerlog.documents.screen import screen_document
from leerlog.domain.period import quarter_of
from leerlog.journal.store import Journal
from leerlog.library.content import load_guide
from leerlog.render.draw import show
from leerlog.reports.agenda import build_agenda
from leerlog.reports.review import build_review
from leerlog.reports.rules import ContentRules, content_rules
from leerlog.reports.today import build_today
from tests.conftest import ROOT, SAMPLE, Cli

GOLDEN = ROOT / "tests" / "golden"
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sample_rules() -> ContentRules:
    """The rules of the content."""
    return content_rules(load_guide()[0])


def review_of_the_quarter(by: ContentRules) -> Document:
    """The fourth quarter of the sample, on a day in its middle."""
    entries, _ = load_for_review(Journal(SAMPLE), quarter_of(DAY), DAY)
    return screen_document(build_review(entries, quarter_of(DAY), DAY, by), "leerlog review --quarter")


def day_of_the_sample(by: ContentRules) -> Document:
    """What bare leerlog shows."""
    return today_document(build_today(Journal(SAMPLE).read()[0], DAY, by))


def agenda_of_the_sample(by: ContentRules) -> Document:
    """What leerlog agenda shows."""
    return agenda_document(build_agenda(Journal(SAMPLE).read()[0], DAY))


def hold(name: str, text: str) -> None:
    """The text is that of the golden file; with LEERLOG_GOLDEN=write it becomes that."""
    file = GOLDEN / name
    if os.environ.get("LEERLOG_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 100, 0])
@pytest.mark.parametrize("page", [review_of_the_quarter, day_of_the_sample, agenda_of_the_sample])
def test_pages_of_the_sample(page: Callable[[ContentRules], Document], width: int, sample_rules: ContentRules) -> None:
    """At 60, 80 and 100 columns, and plain."""
    out = io.StringIO()
    show(page(sample_rules), out, plain=not width, width=width or None)
    if width:
        assert max(map(len, out.getvalue().split("\n"))) <= width
    hold(f"pages/{page.__name__}-{width or 'plain'}.txt", out.getvalue())


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("review.json", ["review", "--quarter", "--format", "json"]),
        ("review-full.txt", ["review", "--quarter", "--full"]),
        ("list.txt", ["list", "--month", "2026-10"]),
        ("show.txt", ["show", "a2bxkk3m"]),
        ("waardecheck.txt", ["show", "a3wws35c"]),
        ("export.json", ["export", "--month", "2026-07"]),
        ("checklists.txt", ["checklists"]),
        ("explain.txt", ["explain"]),
        ("explain-waardecheck.txt", ["explain", "waardecheck"]),
    ],
)
def test_commands_on_the_sample(cli: Cli, name: str, args: list[str]) -> None:
    """In a pipe, as another program would get it."""
    shutil.copytree(SAMPLE, cli.folder)
    done = cli(*args)
    assert (done.status, done.err) == (0, "")
    hold(f"commands/{name}", done.out)
