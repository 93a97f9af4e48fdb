"""The settings as a page."""

from collections.abc import Sequence

from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN

CHANGE = "Verander er een met bijvoorbeeld: leerlog config name Anja"


def config_page(
    settings: Sequence[tuple[str, str, str]],
    journals: Sequence[tuple[str, str]],
    places: Sequence[tuple[str, str]],
) -> Page:
    """Every setting with its value and where that comes from, the journals by name, and the folders."""
    rows = tuple(Row((name, value, source), Fact(f"{name}, {source}", value)) for name, value, source in settings)
    columns = (Column("command"), MAIN, Column("dim", narrow="below"))
    sections = [Section("", (Rows(columns, rows, 0),))]
    if journals:
        sections.append(Section("Andere leerlogs", (_pairs(journals, "Leerlog "),)))
    sections.append(Section("Mappen", (_pairs(places, ""),)))
    sections.append(Section("", (Paragraph(CHANGE, "Uitleg", "dim"),)))
    return Page("Instellingen", tuple(sections), "", "", (Fact("Instellingen", str(len(settings))),))


def _pairs(pairs: Sequence[tuple[str, str]], label: str) -> Rows:
    rows = tuple(Row((name, value), Fact(f"{label}{name}", value)) for name, value in pairs)
    return Rows((Column("command" if label else ""), MAIN), rows, 0)
