"""A workbook says the same as the JSON, with days that are days and numbers that are numbers, and runs nothing."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.documents.review import review_document
from leerlog.domain.entry import Entry
from leerlog.domain.value import Level
from leerlog.render.data import review_json
from leerlog.render.sheets import Part, written
from leerlog.render.workbook import workbook
from leerlog.reports.rules import ContentRules
from tests.conftest import Cli
from tests.render.documents import Maker
from tests.render.teams import NAMES, TODAY, team_of

LATER = date(2026, 12, 4)  # of who looks at the sample


def read(data: bytes) -> dict[str, list[tuple]]:
    """The rows of each sheet, a day as a day."""
    return {
        sheet.title: [
            tuple(value.date() if isinstance(value, datetime) else value for value in row)
            for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets
    }


def sheets(cli: Cli, *args: str) -> dict[str, list[tuple]]:
    """The rows of each sheet that a command writes."""
    file = cli.home / "uit.xlsx"
    done = cli(*args, "--output", str(file), "--force")
    assert done.status == 0, done.err
    return read(file.read_bytes())


def day(text: str | None) -> date | None:
    """The day that the JSON names."""
    return date.fromisoformat(text) if text else None


def told(cli: Cli, *args: str) -> dict:
    """The JSON of a command."""
    return json.loads(cli(*args, "--format", "json").out)


# What of the JSON stands in each cell of a row, in its order; "" is no cell at all.

NUMBERS = {str(level): level.number for level in Level}
ENDS = {"follow_up": "gedaan", "obstacle": "weggenomen", "ask": "beantwoord"}


def cells(*values: object) -> tuple:
    """A row as it is read."""
    return tuple(None if value == "" else value for value in values)


def outcome(each: dict, level: str | None) -> tuple:
    """An outcome, or a step."""
    weight = (NUMBERS[level], level) if level else (None, None)
    about = (day(each["date"]), each["course"], each.get("by"), each["text"])
    return cells(*weight, *about, "ja" if each.get("private") else None, each["entry"])


def story(each: dict) -> Iterator[tuple]:
    """The rows of a story: its steps, what was expected and came, what to ask."""

    def row(kind: str, of: tuple, sources: Sequence[str] = ()) -> tuple:
        return (each["title"], kind, *of, *cells(", ".join(sources)))

    for step in each["steps"]:
        signed = {"by": each["by"]} if "by" in each else {}
        yield row("stap", outcome(signed | step, step["level"]), step["builds_on"])
    for one in each["expected"]:
        nothing = {"date": None, "entry": ""}
        yield row("verwacht", outcome(nothing | {"course": one["course"], "text": one["text"]}, None))
        if one["came"]:
            yield row("kwam ervan", outcome(one["came"], one["came"]["level"]))
    if each["to_ask"]:
        yield row("om te vragen", outcome({"date": None, "course": "", "text": each["to_ask"], "entry": ""}, None))


def item(each: dict, called: str, today: date) -> tuple:
    """An agreement, obstacle or ask."""
    due, done = day(each["due"]), each["done"]
    why = each["result"].removeprefix("vervallen").removeprefix(": ")
    stand = ("vervallen" if each["result"].startswith("vervallen") else ENDS[each["kind"]]) if done else "open"
    return cells(
        called, each["text"], each["who"], due, (due - today).days if due and not done else None, stand,
        day(done) if isinstance(done, str) else None, why, each["course"], each.get("by"), day(each["date"]),
        "ja" if each.get("private") else None, each["ref"],
    )  # fmt: skip


def course(each: dict) -> tuple:
    """Where a course stands."""
    days = [day(each[name]) for name in ("start", "end", "window", "applied", "reaped")]
    hill = each["hill"], each["hill_most"]
    return cells(each["name"], each["phase"], *days, *hill, each["open"], len(each["entries"]), each["expected"])


def unused(found: list[dict], today: date) -> Iterator[tuple]:
    """Courses of which nothing was used, each with what stood in the way, a row each."""
    for each in found:
        until = each["course"], day(each["until"])
        for one in each["obstacles"]:
            _, text, who, due, _, stand, done, why, *_, private, ref = item(one, "", today)
            known = "ja" if one["foreseen"] else None
            yield (*until, text, known, who, due, stand, done, why, private, ref)
        if not each["obstacles"]:
            yield (*until, *[None] * 9)


def rounds(conditions: list[dict]) -> list[tuple]:
    """One's own scores, with the days of their rounds above them."""
    days = sorted({one["date"] for each in conditions for one in each["rounds"]})
    made = [("Conditie", *map(day, days), "Toelichting")]
    for each in conditions:
        scores = {one["date"]: one["score"] for one in each["rounds"]}
        made.append(cells(each["title"], *map(scores.get, days), each["note"]))
    return made


def lines(made: dict) -> list[tuple]:
    """The levels, the highest first, with their parts, all of them and those of the period before."""
    found = []
    for each in [*made["levels"][::-1], {"id": None, "number": None} | made["unvalued"]]:
        parts = [part["levels"].get(each["id"]) if each["id"] else part["unvalued"] for part in made["matrix"]]
        name = (each["id"] or "nog te wegen").capitalize()
        before = [each["previous_count"], each["count"] - each["previous_count"]] if made["previous"] else []
        found.append((each["number"], name, *parts, each["count"], *before))
    return found


def brought(made: dict) -> list[tuple]:
    """Everything that was brought, the highest level first and the newest."""
    levels = [*made["levels"][::-1], {"id": None} | made["unvalued"]]
    return [outcome(each, level["id"]) for level in levels for each in level["items"][::-1]]


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
    """Every sheet of it, cell by cell: days, numbers, words, and what stands in the overview by name."""
    made, found = told(kept, "review", "--quarter"), sheets(kept, "review", "--quarter")
    overview, rows = found.pop("Overzicht"), {name: rows[1:] for name, rows in found.items()}

    assert rows.pop("Opbrengst") == brought(made)
    assert rows.pop("Blijft liggen") == [outcome(each, "potentieel") for each in made["stuck"][::-1]]
    assert rows.pop("Verhalen") == [row for each in made["stories"] for row in story(each)]
    assert rows.pop("Wat het bracht") == lines(made)
    for key, title, called in (
        ("agreed", "Afgesproken", "Eerder afgesproken"),
        ("obstacles", "Belemmeringen", "Belemmering"),
        ("asks", "Vragen", "Vraag aan het team"),
        ("follow_ups", "Nieuwe afspraken", "Nieuwe afspraak"),
    ):
        assert rows.pop(title) == [item(each, called, LATER) for each in made[key]]
    assert rows.pop("Leertrajecten") == list(map(course, made["courses"]))
    assert rows.pop("Niet gebruikt") == list(unused(made["unused"], LATER))
    for each in made["hill"]:
        scores = [cells(one["title"], one["score"], one["most"], one["note"]) for one in each["scores"]]
        assert rows.pop(f"HILL van {each['course']}") == scores
    assert [found["Condities"][0], *rows.pop("Condities")] == rounds(made["conditions"])
    helps = rows.pop("Wat kan helpen")
    assert [row[1] for row in helps] == made["discussion"]["actions"]
    lowest = {each["question"]: each["title"] for each in made["conditions"]}[made["discussion"]["lowest"]]
    assert {row[0] for row in helps} == {lowest}
    assert rows.pop("Dagen") == [(day(each), number) for each, number in made["days"].items()]
    assert rows == {}

    def ends(title: str, items: list[dict]) -> list[tuple]:
        dropped = sum(each["result"].startswith("vervallen") for each in items)
        done = sum(bool(each["done"]) for each in items) - dropped
        told_of = [("Samen", len(items)), (ENDS[items[0]["kind"]].capitalize(), done), ("Vervallen", dropped)]
        return [(title, name, number) for name, number in told_of if number or name != "Vervallen"]

    (hill,) = made["hill"]
    assert [row for row in overview if not isinstance(row[2], str)] == [
        ("Terugblik", "Begin", day(made["period"]["start"])),
        ("Terugblik", "Einde", day(made["period"]["end"])),
        ("Terugblik", "Dagen te gaan", 27),
        ("Notities", "Aantal", made["count"]),
        ("Notities", "Vorig kwartaal", made["previous_count"]),
        *ends("Afgesproken, en wat ervan kwam", made["agreed"]),
        *ends("Belemmeringen", made["obstacles"]),
        *ends("Vragen aan het team", made["asks"]),
        *(("Wie heeft er baat bij", each["text"].capitalize(), each["count"]) for each in made["benefits"]),
        *ends("Nieuwe afspraken", made["follow_ups"]),
        ("HILL van Woo-training", "Datum", day(hill["date"])),
        ("HILL van Woo-training", "Score", hill["total"]),
        ("HILL van Woo-training", "Hoogst", hill["most"]),
    ]
    assert [row[2] for row in overview if row[0] == "Om over te praten"] == made["talk"]


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_review_of_a_team_has_what_its_json_has(sample: list[Entry], rules: ContentRules, *, anonymous: bool) -> None:
    """Who wrote what, and how the scores lie in every round; of an anonymous one neither names nor days."""
    team = team_of(sample, rules, anonymous=anonymous)
    made, found = json.loads(review_json(team)), read(workbook(review_document(team)))
    overview, rows = found.pop("Overzicht"), {name: rows[1:] for name, rows in found.items()}
    assert rows["Opbrengst"] == brought(made)
    assert rows["Verhalen"] == [row for each in made["stories"] for row in story(each)]
    for key, title, called in (("obstacles", "Belemmeringen", "Belemmering"), ("asks", "Vragen", "Vraag aan het team")):
        assert rows[title] == [item(each, called, TODAY) for each in made[key]]
    agreed = [each for group in made["follow_ups"] for each in group["items"]]
    assert rows["Nieuwe afspraken"] == [item(each, "Afspraak", TODAY) for each in agreed]

    heads, *scores = found["Condities"]
    measures = "lowest", "median", "highest", "count"
    for each, row in zip(made["conditions"], scores, strict=True):
        latest, *earlier = each["rounds"][::-1]
        told_of = [one[name] for one in (latest, *earlier) for name in measures]
        assert row[0] == each["title"]
        assert list(row[1 : len(told_of) + 1]) == told_of
    assert heads[1:5] == ("Laagst", "Midden", "Hoogst", "Mensen")

    totals = {(part, what): value for part, what, value in overview}
    assert totals["Mensen", "Aantal"] == made["people"]
    assert totals["Notities", "Aantal"] == made["count"]
    assert [value for part, _, value in overview if part == "Wie"] == (made["names"] or [])
    if anonymous:
        values = [value for rows in found.values() for row in rows for value in row]
        assert not [value for value in values if isinstance(value, date) or value in NAMES]


def test_a_course_of_which_nothing_was_used_has_what_its_json_has(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until when it could be, and each thing that stood in the way in a row, with its days."""
    monkeypatch.setenv("LEERLOG_NOW", "2026-10-01T09:00")
    for name in ("Woo", "Zoeken"):
        cli.saved("prepare", name, "--answers", "-", stdin="start: 2026-10-10\nend: 2026-10-17\nresults: Sneller\n")
    assert cli("agenda", "--add", "Geen rechten", "--kind", "belemmering", "--course", "Woo").status == 0
    monkeypatch.setenv("LEERLOG_NOW", "2026-10-20T09:00")
    assert cli("agenda", "--add", "Geen tijd (wie: Kees, voor 2026-11-13)", "--kind", "belemmering", "--course", "Woo")
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-23T09:00")
    made, (heads, *rows) = told(cli, "review", "--quarter")["unused"], sheets(cli, "review")["Niet gebruikt"]
    assert heads[1:4] == ("Toepassen tot en met", "Wat stond in de weg", "Vooraf genoemd")
    assert rows == list(unused(made, TODAY))
    assert [row[2:6] for row in rows] == [
        ("Geen tijd", None, "Kees", date(2026, 11, 13)),
        ("Geen rechten", "ja", None, None),
        (None,) * 4,
    ]


def test_every_column_has_a_name_to_choose_by(kept: Cli) -> None:
    """Also where a screen needs none."""
    for args in (["review", "--all"], ["agenda"], ["list"]):
        for title, (heads, *_) in sheets(kept, *args).items():
            assert all(heads), title


def test_notes_have_what_their_json_has(kept: Cli) -> None:
    """In the same order, their answers and what is to be done on sheets of their own; an export and a search too."""
    for args in (["list"], ["export"], ["search", "beleid"], ["list", "--course", "Woo-training"]):
        made, found = told(kept, *args)["entries"], sheets(kept, *args)
        assert made
        assert list(found) == ["Notities", "Antwoorden", "Te doen"]
        assert [row[2:10] + row[11:] for row in found["Notities"][1:]] == [
            cells(
                day(each["date"]), each["time"] and time.fromisoformat(each["time"]), each["title"], each["course"],
                *(", ".join(each[name]) for name in ("with", "tags", "share", "builds_on")),
                sum(not one["done"] for one in each["follow_ups"]) or None, each["id"],
            )
            for each in made
        ]  # fmt: skip
        answers = [(each, answer) for each in made for answer in each["answers"]]
        rows = found["Antwoorden"][1:]
        for (each, answer), row in zip(answers, rows, strict=True):
            assert row[:4] == cells(day(each["date"]), each["title"], each["course"], answer["title"])
            level = answer["value"]
            weight = NUMBERS[level] if level else None, level
            assert row[7:] == cells(*weight, "ja" if answer.get("private") else None, each["id"])
            if row[5]:
                assert (row[4], row[5].isoformat(), row[6]) == (None, answer["text"], None)
            elif row[6] is not None:
                assert re.match(rf"{row[6]}\b", answer["text"])
                assert answer["text"].endswith((row[4] or "").partition(": ")[2])
            else:
                assert row[4]
                assert not re.fullmatch(r"\d+|\d{4}-\d\d-\d\d", answer["text"])
        names = {"follow_up": "afspraak", "obstacle": "belemmering", "ask": "vraag"}
        to_do = [(each, one, number) for each in made for number, one in enumerate(each["follow_ups"], 1)]
        assert found["Te doen"][1:] == [
            item(
                one | {"course": each["course"], "date": each["date"], "ref": f"{each['id']}.{number}"},
                names[one["kind"]],
                LATER,
            )
            for each, one, number in to_do
        ]
    every = sheets(kept, "list")["Antwoorden"][1:]
    assert len([row for row in every if row[5]]) > 5
    assert len([row for row in every if row[6] is not None]) > 5


def test_an_agenda_has_what_its_json_has(kept: Cli) -> None:
    """All that is open and what was ticked of late, with the days for which it is and how long that is."""
    made, found = told(kept, "agenda"), sheets(kept, "agenda")
    names = {"follow_up": "afspraak", "obstacle": "belemmering", "ask": "vraag"}
    rows = [row for name, rows in found.items() if name != "Overzicht" for row in rows[1:]]
    assert rows == [item(each, names[each["kind"]], LATER) for each in (*made["open"], *made["done"])]
    assert [row[4] for row in rows[: len(made["open"])]] == [each["days"] for each in made["open"]]
    assert any(each["days"] is not None and each["days"] < -30 for each in made["open"])
    assert found["Overzicht"][1:3] == [("Agenda", None, day(made["date"])), ("Open", "Aantal", len(made["open"]))]


def test_heads_stay_in_sight_and_can_be_chosen_from(kept: Cli) -> None:
    """Every sheet with rows has a filter over all of them, and its heads do not scroll away."""
    for args in (["list"], ["review"]):
        sheets(kept, *args)
        for sheet in openpyxl.load_workbook(kept.home / "uit.xlsx").worksheets:
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert all(6 <= column.width <= 62 for column in sheet.column_dimensions.values())


def test_a_day_that_excel_does_not_know_is_a_text() -> None:
    """One before 1900, which somebody typed by mistake or keeps an archive of."""
    days = [(date(1899, 12, 31),), (date(1900, 1, 1),), (date(1026, 11, 3),)]
    assert read(written([Part("Dagen", ("Dag",), days)], "Dagen"))["Dagen"] == [
        ("Dag",),
        ("1899-12-31",),
        (date(1900, 1, 1),),
        ("1026-11-03",),
    ]


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
    """LibreOffice gives back every cell of every sheet as it is in the JSON, days as days and numbers as numbers."""

    def shown(value: object) -> str:
        if isinstance(value, date):
            return f"{value:%m/%d/%Y}"
        return f"{value:%I:%M:%S %p}" if isinstance(value, time) else "" if value is None else str(value)

    # With semicolons, as they are, in the English of America; -1: every sheet in a file of its own.
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,false,false,false,-1"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", form]
    for args in (["list"], ["review"]):
        made = sheets(kept, *args)
        out = tmp_path / args[0]
        run = [*command, "--outdir", str(out), str(kept.home / "uit.xlsx")]
        subprocess.run(run, check=True, capture_output=True)
        for title, rows in made.items():
            text = (out / f"uit-{title}.csv").read_text("utf-8")
            found = list(csv.reader(io.StringIO(text), delimiter=";"))
            assert found == [[shown(value) for value in row] for row in rows], title
