"""Make docs/commands.md and docs/review.svg, and the outputs in the guides: python -m tests.docs."""

import io
import os
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

from leerlog.app.review import load_for_review
from leerlog.cli.commands import COMMANDS
from leerlog.cli.main import run
from leerlog.documents.screen import screen_document
from leerlog.domain.period import quarter_of
from leerlog.journal.store import Journal
from leerlog.library.content import load_guide
from leerlog.render.draw import svg
from leerlog.reports.review import build_review
from leerlog.reports.rules import content_rules
from tests.guide import DOCS, GUIDES, renewed, short_home

COMMANDS_MD = DOCS / "commands.md"
REVIEW_SVG = DOCS / "review.svg"
SAMPLE = Path(__file__).parent / "journals" / "sample"
SAMPLE_DAY = date(2026, 12, 18)
TOP = """# De opdrachten

Dit is wat `leerlog OPDRACHT --help` zegt, van elke opdracht. Het wordt gemaakt door `python -m tests.docs`.
"""


def help_text(*command: str) -> str:
    """What --help prints."""
    out = io.StringIO()
    with redirect_stdout(out):
        run([*command, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip()


def commands_md() -> str:
    """The page with every command's help, by heading."""
    parts = [TOP, f"```\n{help_text()}\n```\n"]
    for heading, names in COMMANDS.items():
        parts.append(f"## {heading}\n")
        parts += [f"### {name}\n\n```\n{help_text(name)}\n```\n" for name in names]
    return "\n".join(parts)


def review_svg() -> str:
    """The picture of a quarter, from the sample."""
    period = quarter_of(SAMPLE_DAY)
    entries, _ = load_for_review(Journal(SAMPLE), period, SAMPLE_DAY)
    review = build_review(entries, period, SAMPLE_DAY, content_rules(load_guide()[0]))
    page = screen_document(review, "leerlog review --quarter")
    return svg(page, "leerlog review --quarter", 92)


if __name__ == "__main__":
    os.environ["COLUMNS"] = "80"
    COMMANDS_MD.write_text(commands_md(), encoding="utf-8")
    REVIEW_SVG.write_text(review_svg(), encoding="utf-8")
    for guide in GUIDES:
        with short_home() as home:
            guide.write_text(renewed(guide.read_text(encoding="utf-8"), home), encoding="utf-8")
