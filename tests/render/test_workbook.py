"""A workbook says the same as the JSON, with days that are days and numbers that are numbers, and runs nothing."""

import csv
import io
import json
import shutil
import subprocess
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.render.workbook import workbook
from tests.conftest import Cli
from tests.render.documents import Maker


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


def day(text: str | None) -> date | None:
    """The day that the JSON names."""
    return date.fromisoformat(text) if text else None


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


def test_a_review_has_what_its_json_has(kept: Cli) -> None:
    """Every outcome, story, item, score, day and number, cell by cell."""
    made, found = told(kept, "review", "--quarter"), sheets(kept, "review", "--quarter")
    numbers = {level["id"]: level["number"] for level in made["levels"]}

    def outcome(each: dict, level: str | None) -> tuple:
        return (level and numbers[level], level, day(each["date"]), each["course"] or None, each["text"], each["entry"])

    def rows(title: str, *columns: int) -> list[tuple]:
        return [tuple(row[at] for at in columns) for row in found[title][1:]]

    brought = [outcome(each, level["id"]) for level in made["levels"] for each in level["items"]]
    brought += [outcome(each, None) for each in made["unvalued"]["items"]]
    assert Counter(rows("Opbrengst", 0, 1, 2, 3, 5, 7)) == Counter(brought)
    stuck = [outcome(each, "potentieel") for each in made["stuck"]]
    assert Counter(rows("Blijft liggen", 0, 1, 2, 3, 5, 7)) == Counter(stuck)
    steps = [(story["title"], *outcome(step, step["level"])) for story in made["stories"] for step in story["steps"]]
    assert [row for row in rows("Verhalen", 0, 1, 2, 3, 4, 6, 7) if row[6]] == steps

    names = [level["id"] for level in made["levels"]]
    lines = {str(row[1]).lower(): row[2:] for row in found["Wat het bracht"][1:]}
    for at, name in enumerate(names):
        level = made["levels"][at]
        parts = [part["levels"][name] for part in made["matrix"]]
        change = level["count"] - level["previous_count"]
        assert lines[name] == (*parts, level["count"], level["previous_count"], change)

    titles = {"obstacles": "Belemmeringen", "asks": "Vragen", "agreed": "Afgesproken", "follow_ups": "Nieuwe afspraken"}
    for key, title in titles.items():
        words = [[each[field] or None for field in ("text", "who", "result", "course", "ref")] for each in made[key]]
        # That it was dropped stands in a column of its own there.
        words = [[word and word.removeprefix("vervallen: ") for word in each] for each in words]
        days = [[day(each[field]) for field in ("due", "done")] for each in made[key]]
        assert rows(title, 1, 2, 6, 7, 8) == [tuple(each) for each in words]
        assert rows(title, 3, 5) == [tuple(each) for each in days]

    for each in made["hill"]:
        scores = [(score["title"], score["score"], score["most"], score["note"] or None) for score in each["scores"]]
        assert rows(f"HILL van {each['course']}", 0, 1, 2, 3) == scores
    conditions = [
        (each["title"], each["previous_score"], each["score"], each["note"] or None) for each in made["conditions"]
    ]
    assert rows("De condities, naast de vorige k", 0, 2, 3, 4) == conditions
    assert [row[0] for row in rows("Leertrajecten", 0)] == [each["name"] for each in made["courses"]]
    assert [row[0] for row in rows("Dagen", 0)] == [day(each) for each in made["days"]]


def test_every_column_has_a_name_to_choose_by(kept: Cli) -> None:
    """Also where a screen needs none."""
    for args in (["review", "--all"], ["agenda"], ["list"]):
        for title, (heads, *_) in sheets(kept, *args).items():
            assert all(heads), title


def test_notes_have_what_their_json_has(kept: Cli) -> None:
    """In the same order: the day, the time, the course and the id; of an export and of a search too."""
    for args in (["list"], ["export"], ["search", "themalijst"]):
        made, (rows,) = told(kept, *args)["entries"], sheets(kept, *args).values()
        assert [(row[2], row[5] or "", row[12]) for row in rows[1:]] == [
            (date.fromisoformat(each["date"]), each["course"] or "", each["id"]) for each in made
        ]


def test_an_agenda_has_what_its_json_has(kept: Cli) -> None:
    """All that is open, with the day for which it is."""
    made, found = told(kept, "agenda"), sheets(kept, "agenda")
    rows = {(row[1], row[3], row[8]) for name, rows in found.items() if name != "Overzicht" for row in rows[1:]}
    open_ = {(each["text"], each["due"] and date.fromisoformat(each["due"]), each["ref"]) for each in made["open"]}
    assert any(each["days"] is not None and each["days"] < -30 for each in made["open"])
    assert open_ <= rows


def test_heads_stay_in_sight_and_can_be_chosen_from(kept: Cli) -> None:
    """Every sheet with rows has a filter over all of them, and its heads do not scroll away."""
    kept("list", "--output", str(kept.home / "uit.xlsx"))
    (sheet,) = openpyxl.load_workbook(kept.home / "uit.xlsx").worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(6 <= column.width <= 62 for column in sheet.column_dimensions.values())


def test_the_matrix_is_drawn(kept: Cli) -> None:
    """As a chart below its numbers, of the cells themselves."""
    assert kept("review", "--year", "--output", str(kept.home / "uit.xlsx")).status == 0
    with ZipFile(kept.home / "uit.xlsx") as packed:
        charts = [packed.read(name).decode() for name in packed.namelist() if "charts/chart" in name]
    assert [chart.count("<c:ser>") for chart in charts] == [6]


def test_it_is_not_for_a_screen(kept: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal it is refused with what to do."""
    monkeypatch.setattr("leerlog.cli.out._on_a_terminal", lambda: True)
    done = kept("list", "--format", "xlsx")
    assert (done.status, done.out) == (2, "")
    assert "--output naam.xlsx" in done.err


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (soffice)")
def test_a_spreadsheet_program_reads_the_same(kept: Cli, tmp_path: Path) -> None:
    """LibreOffice gives back every cell as it is in the JSON."""
    (made,) = sheets(kept, "list").values()
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(tmp_path), str(kept.home / "uit.xlsx")], check=True, capture_output=True)
    rows = list(csv.reader(io.StringIO((tmp_path / "uit.csv").read_text("utf-8")), delimiter=";"))
    assert [(row[5], row[10], row[12]) for row in rows] == [(row[5] or "", row[10], row[12]) for row in made]
