"""A workbook says the same as the JSON, with days that are days and numbers that are numbers, and runs nothing."""

import csv
import io
import json
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.render.workbook import workbook
from tests.conftest import SAMPLE, Cli
from tests.render.documents import Maker

NOW = "2026-12-04T16:42"


@pytest.fixture
def sample(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The sample as a journal."""
    shutil.copytree(SAMPLE, cli.folder)
    monkeypatch.setenv("LEERLOG_NOW", NOW)
    return cli


def sheets(cli: Cli, *args: str) -> dict[str, list[tuple]]:
    """The rows of each sheet that a command writes, a day as a day."""
    file = cli.home / "uit.xlsx"
    done = cli(*args, "--output", str(file), "--force")
    assert done.status == 0, done.err
    book = openpyxl.load_workbook(file)
    return {
        sheet.title: [
            tuple(value.date() if isinstance(value, datetime) else value for value in row)
            for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book.worksheets
    }


def told(cli: Cli, *args: str) -> dict:
    """The JSON of a command."""
    return json.loads(cli(*args, "--format", "json").out)


@given(st.integers(0, 10**9))
def test_nothing_in_it_runs_or_leads_elsewhere(seed: int) -> None:
    """Whatever stands in a note is a text; the same document gives the same bytes."""
    document = Maker(seed).document()
    data = workbook(document)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    with ZipFile(io.BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if "external" in name or "vba" in name]
    assert workbook(document) == data


def test_a_review_has_what_its_json_has(sample: Cli) -> None:
    """Every outcome, item, day and number, cell by cell."""
    made, found = told(sample, "review", "--quarter"), sheets(sample, "review", "--quarter")
    outcomes = [
        (each["text"], date.fromisoformat(each["date"]), level["id"], each["entry"])
        for level in made["levels"]
        for each in level["items"]
    ]
    rows = [(row[5], row[2], row[1], row[7]) for row in found["Opbrengst"][1:] if row[0]]
    assert sorted(rows) == sorted(outcomes)
    (matrix,) = [rows for name, rows in found.items() if "Jan" not in name and "Samen" in rows[0]]
    names = [level["id"] for level in made["levels"]]
    by_name = {str(row[1]).lower(): row for row in matrix[1:]}
    first = 2
    for at, part in enumerate(made["matrix"]):
        assert [by_name[name][first + at] for name in names] == [part["levels"][name] for name in names]
    for key, title in (("obstacles", "Belemmeringen"), ("asks", "Vragen"), ("agreed", "Afgesproken")):
        items = [(each["text"], each["due"] and date.fromisoformat(each["due"])) for each in made[key]]
        assert [(row[1], row[3]) for row in found[title][1:]] == items


def test_notes_have_what_their_json_has(sample: Cli) -> None:
    """In the same order: the day, the time, the course and the id; of an export and of a search too."""
    for args in (["list"], ["export"], ["search", "themalijst"]):
        made, (rows,) = told(sample, *args)["entries"], sheets(sample, *args).values()
        assert [(row[2], row[5] or "", row[12]) for row in rows[1:]] == [
            (date.fromisoformat(each["date"]), each["course"] or "", each["id"]) for each in made
        ]


def test_an_agenda_has_what_its_json_has(sample: Cli) -> None:
    """All that is open, with the day for which it is."""
    made, found = told(sample, "agenda"), sheets(sample, "agenda")
    rows = {(row[1], row[3], row[8]) for name, rows in found.items() if name != "Overzicht" for row in rows[1:]}
    open_ = {(each["text"], each["due"] and date.fromisoformat(each["due"]), each["ref"]) for each in made["open"]}
    assert any(each["days"] is not None and each["days"] < -30 for each in made["open"])
    assert open_ <= rows


def test_heads_stay_in_sight_and_can_be_chosen_from(sample: Cli) -> None:
    """Every sheet with rows has a filter over all of them, and its heads do not scroll away."""
    sample("list", "--output", str(sample.home / "uit.xlsx"))
    (sheet,) = openpyxl.load_workbook(sample.home / "uit.xlsx").worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(6 <= column.width <= 62 for column in sheet.column_dimensions.values())


def test_the_matrix_is_drawn(sample: Cli) -> None:
    """As a chart below its numbers, of the cells themselves."""
    assert sample("review", "--year", "--output", str(sample.home / "uit.xlsx")).status == 0
    with ZipFile(sample.home / "uit.xlsx") as packed:
        charts = [packed.read(name).decode() for name in packed.namelist() if "charts/chart" in name]
    assert [chart.count("<c:ser>") for chart in charts] == [6]


def test_it_is_not_for_a_screen(sample: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal it is refused with what to do."""
    monkeypatch.setattr("leerlog.cli.out._on_a_terminal", lambda: True)
    done = sample("list", "--format", "xlsx")
    assert (done.status, done.out) == (2, "")
    assert "--output naam.xlsx" in done.err


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (soffice)")
def test_a_spreadsheet_program_reads_the_same(sample: Cli, tmp_path: Path) -> None:
    """LibreOffice gives back every cell as it is in the JSON."""
    (made,) = sheets(sample, "list").values()
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(sample.home / "uit.xlsx")], check=True, capture_output=True
    )
    rows = list(csv.reader(io.StringIO((tmp_path / "uit.csv").read_text("utf-8")), delimiter=";"))
    assert [(row[5], row[10], row[12]) for row in rows] == [(row[5] or "", row[10], row[12]) for row in made]
