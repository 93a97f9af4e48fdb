"""A sheet for Word: it opens, everything of the sheet is in it as text, and it is one A4."""

import io
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from leerlog.documents.sheet import sheet_document
from leerlog.documents.sheet_fit import fitted
from leerlog.render.word import OPEN, word
from leerlog.reports.sheet import Sheet
from tests.conftest import Cli
from tests.filled import TODAY
from tests.render.hostile import NASTY
from tests.render.teams import sheet_of
from tests.render.test_sheet_paper import OTHERS, TEXTS, all_of


def made_of(sheet: Sheet) -> bytes:
    """The file of a sheet as it fits."""
    return word(sheet_document(fitted(sheet), "Anja", TODAY))


def pages(folder: Path, files: dict[str, bytes]) -> dict[str, int]:
    """How many pages LibreOffice makes of each file."""
    reader = pytest.importorskip("pypdfium2")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    names = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, "--outdir", str(folder), *names], check=True, capture_output=True)
    return {name: len(reader.PdfDocument(folder / f"{name}.pdf")) for name in files}


needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (soffice)")


def test_what_the_sheet_says_stands_in_the_file(kept: Cli) -> None:
    """Its title, its headings as headings, every text whole, and a box for what is to be done; in Dutch."""
    file = kept.home / "blad.docx"
    done = kept("sheet", "Woo-training", "--output", str(file))
    assert done.status == 0, done.err
    read = docx.Document(str(file))
    looks = {
        name: [p.text for p in read.paragraphs if p.style and p.style.name == name] for name in ("Title", "Heading 1")
    }
    sheet = kept("sheet", "Woo-training", "--format", "markdown").out
    assert looks["Title"] == ["Woo-training"]
    assert looks["Heading 1"] == [line[3:] for line in sheet.splitlines() if line.startswith("## ")] != []
    text = "\n".join(p.text for p in read.paragraphs)
    boxes = [line for line in sheet.splitlines() if line.startswith("- [ ]")]
    assert text.count(OPEN) == len(boxes) > 0
    assert 'w:lang w:val="nl-NL"' in ZipFile(file).read("word/styles.xml").decode()


@pytest.mark.parametrize("whom", ["trainer", "buddy"])
def test_a_sheet_for_another_goes_to_word_as_well(kept: Cli, whom: str) -> None:
    """By the name of its file."""
    file = kept.home / "blad.docx"
    assert kept("sheet", "Woo-training", "--for", whom, "--output", str(file)).status == 0
    assert docx.Document(str(file)).paragraphs[0].text


def test_the_same_sheet_gives_the_same_bytes_and_says_not_who_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """At another moment, by another user."""
    first = made_of(sheet_of("Kort"))
    monkeypatch.setenv("USER", "iemand")
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert made_of(sheet_of("Kort")) == first
    about = docx.Document(io.BytesIO(first)).core_properties
    assert (about.author, about.last_modified_by, about.comments, about.created.year) == ("", "", "", 2000)
    assert {part.date_time[0] for part in ZipFile(io.BytesIO(first)).infolist()} == {1980}


def test_a_persons_words_are_text() -> None:
    """No field, link or macro comes of them, and what can't be seen is made visible."""
    data = made_of(sheet_of(f'{{ HYPERLINK "http://x" }} \x00\x1b[31m\ufffe\uffff\u202e {NASTY}'))
    parts = ZipFile(io.BytesIO(data))
    body = parts.read("word/document.xml").decode()
    assert "HYPERLINK" in body
    assert not [tag for tag in ("w:fldChar", "w:instrText", "w:fldSimple", "w:hyperlink", "w:object") if tag in body]
    assert not [name for name in parts.namelist() if "vba" in name.lower()]
    assert not {"\x1b", "\u202e"} & {*body}


@needs_office
def test_the_samples_sheet_and_full_ones_are_one_page(kept: Cli, tmp_path: Path) -> None:
    """As LibreOffice lays them out: all that there can be, in long texts, in lists and in wide letters."""
    file = kept.home / "blad.docx"
    assert kept("sheet", "Woo-training", "--output", str(file)).status == 0
    full = {name: made_of(all_of("", TEXTS[name])) for name in ("long", "capitals", "lines")}
    full["after"] = made_of(sheet_of(TEXTS["lines"], after=True))
    found = pages(tmp_path, {"sample": file.read_bytes(), "all": made_of(sheet_of(TEXTS["sentences"])), **full})
    assert found == dict.fromkeys(found, 1)


@needs_office
@pytest.mark.thorough
def test_every_sheet_is_one_page(tmp_path: Path) -> None:
    """Whatever a person can type, before a course and after it."""
    files = {f"{at}": made_of(all_of("", text)) for at, text in enumerate((TEXTS | OTHERS).values())}
    files |= {f"{at}-after": made_of(sheet_of(text, after=True)) for at, text in enumerate((TEXTS | OTHERS).values())}
    found = pages(tmp_path, files)
    assert found == dict.fromkeys(found, 1)


def test_without_the_library_it_says_how_to_get_it(kept: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written."""
    monkeypatch.setitem(sys.modules, "docx", None)
    file = kept.home / "blad.docx"
    done = kept("sheet", "Woo-training", "--output", str(file))
    assert done.status == 1
    assert "pipx inject leerlog python-docx" in done.err
    assert not file.exists()
