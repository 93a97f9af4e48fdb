"""What Day One exports: JSON, and a zip with a file for each of its journals."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_import import months, read, text_file
from tests.conftest import Cli

SUM = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
FIRST: dict[str, Any] = {
    "uuid": "A1",
    "creationDate": "2026-11-03T23:30:00Z",
    "timeZone": "Europe/Amsterdam",
    "text": "Vandaag was goed\\.\n\n![](dayone-moment://P1)\n\nZonder 3.5 \\(of 4\\) `a\\.b`\n\n```\nx\\.y\n```",
    "tags": ["Woo, training", "werk"],
    "starred": True,
    "location": {"placeName": "Thuis"},
    "weather": {"temperatureCelsius": 8},
    "photos": [{"identifier": "P1", "md5": SUM, "type": "jpeg"}],
}
ALL_DAY = {"uuid": "A2", "creationDate": "2026-11-03T23:00:00Z", "timeZone": "Europe/Amsterdam", "isAllDay": True}


def made(*entries: object) -> str:
    """The text of one journal, slashes as Day One has them."""
    return json.dumps({"metadata": {"version": "1.0"}, "entries": entries}).replace("/", "\\/")


def zipped(cli: Cli, parts: dict[str, str | bytes], name: str = "uit.zip") -> str:
    """A zip with these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for each, words in parts.items():
            file.writestr(each, words)
    return text_file(cli, data.getvalue(), name)


def test_a_zip_with_journals(cli: Cli) -> None:
    """The day is that of the time zone; what has no place is named with its count, and a second time nothing comes."""
    parts: dict[str, str | bytes] = {
        "Dagboek.json": made(FIRST, {**ALL_DAY, "text": "Hele dag C:\\map"}),
        "Werk.json": made({"creationDate": "2026-11-05T12:00:00Z", "uuid": "B", "text": "Derde"}),
        f"photos/{SUM}.jpeg": b"\xff\xd8",
        "__MACOSX/._Dagboek.json": b"\x00\x05",
    }
    file = zipped(cli, parts)
    done = cli("import", file)
    assert done.status == 0, done.err
    found = read(cli.folder)
    assert [(str(e.date), str(e.time), e.tags, e.answers[0].text) for e in found] == [
        ("2026-11-04", "None", (), "Hele dag C:\\map"),
        (
            "2026-11-04", "00:30:00", ("Woo training", "werk"),
            f"Vandaag was goed.\n\n[foto: {SUM}.jpeg]\n\nZonder 3.5 (of 4) `a\\.b`\n\n```\nx\\.y\n```",
        ),
        ("2026-11-05", "12:00:00", (), "Derde"),
    ]  # fmt: skip
    assert "Komt niet mee: foto (1), plaats (1), ster (1), weer (1)" in done.out
    assert "2 dagboeken (Dagboek, Werk)" in done.err
    assert "geen tijdzone" in done.err
    assert "geen komma" in done.err
    before = months(cli.folder)
    assert "Staat er al: 3 notities" in cli("import", file).out
    assert months(cli.folder) == before
    assert cli("check").status == 0


def test_a_note_may_lack_nearly_all(cli: Cli) -> None:
    """Without words or a day it is told; a picture alone is a note; the same note twice comes once."""
    entries = [
        {"creationDate": "2026-11-05T12:00:00Z"},
        {"creationDate": "2026-11-05T12:00:00Z", "text": "  \n"},
        {"text": "Zonder dag"},
        {"creationDate": "gisteren", "text": "x"},
        {"creationDate": "2026-11-05T12:00:00Z", "text": 3},
        "geen notitie",
        {**ALL_DAY, "text": "Dubbel"},
        {**ALL_DAY, "text": "Dubbel"},
        {**ALL_DAY, "text": "Zelfde uuid, andere tekst"},
        {"creationDate": "2026-11-05T12:00:00Z", "photos": [{"identifier": "P", "md5": "x"}]},
        {"creationDate": "2026-11-06T12:00:00Z", "timeZone": "Nergens/Huis", "text": "![kat](dayone-moment:/video/V)"},
        {"creationDate": "2026-11-07T12:00:00Z", "richText": json.dumps({"contents": [{"text": "Rijk"}]}), "nieuw": 1},
    ]
    done = cli("import", text_file(cli, made(*entries), "Dagboek.json"))
    assert done.status == 1
    assert [line.split(": ")[1] for line in done.out.splitlines() if "Dagboek.json: notitie" in line] == [
        f"notitie {number}" for number in (3, 4, 5, 6)
    ]
    assert "dubbele notitie (1), foto (1), lege notitie (2), nieuw (1), video (1)" in done.out
    assert "de tijdzone 'Nergens/Huis' ken ik niet" in done.err
    assert {e.answers[0].text for e in read(cli.folder)} == {
        "Dubbel", "Zelfde uuid, andere tekst", "[foto]", "[video: kat]", "Rijk",
    }  # fmt: skip


def test_a_backslash_that_a_person_wrote_stays(cli: Cli) -> None:
    """In a path, and in a paragraph that has no others."""
    text = "\\\\server\\map en C:\\Temp\nEscaped\\. met C:\\\\Temp"
    cli("import", text_file(cli, made({**ALL_DAY, "text": text}), "a.json"))
    assert read(cli.folder)[0].answers[0].text == "\\\\server\\map en C:\\Temp\nEscaped. met C:\\Temp"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/document.xml": "<x/>"}, "Office-bestand"),
        ({"a.json": "{"}, "geen hele JSON"),
        ({"a.json": '{"schema": 1}'}, "geen export van Day One"),
        ({"a.json": b" " * 30_000_000}, "veel meer dan erin past"),
        ({"a.json": b"\xff\xfe\xfd"}, "geen tekst"),
        ({}, "zip"),
    ],
)
def test_a_zip_of_another_kind(cli: Cli, parts: dict[str, str | bytes], said: str) -> None:
    """Is refused in a sentence, a bomb as well, with nothing done."""
    done = cli("import", zipped(cli, parts))
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert not cli.folder.exists()


def test_what_a_zip_holds_is_counted_together(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files that are each small enough are too much as well; so is a folder of them, and a broken zip is told."""
    parts: dict[str, str | bytes] = {f"{n}.json": made({**ALL_DAY, "text": f"{n} " + "x" * 300}) for n in range(5)}
    file = zipped(cli, parts)
    half = Path(file).read_bytes()
    broken = cli("import", text_file(cli, half[: len(half) // 2], "half.zip"))
    assert (broken.status, "niet heel" in broken.err) == (2, True)
    (cli.home / "map").mkdir()
    for name, words in parts.items():
        (cli.home / "map" / name).write_text(str(words))
    monkeypatch.setattr("leerlog.app.incoming_files.MOST_BYTES", len(half) + 10)
    for path in (file, str(cli.home / "map")):
        done = cli("import", path)
        assert (done.status, "200 MB" in done.err) == (2, True), done.err
    assert not cli.folder.exists()


def test_what_is_said_to_be_of_another_program(cli: Cli) -> None:
    """Is not taken for it."""
    file = text_file(cli, made({**ALL_DAY, "text": "x"}), "a.json")
    for kind in ("leerlog", "jrnl", "markdown"):
        assert cli("import", file, "--from", kind).status == 2, kind
    assert cli("import", file, "--on", "gisteren").status == 2
    assert cli("import", file, "--from", "dayone").status == 0
