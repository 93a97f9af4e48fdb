import io
import re
import subprocess
import sys
from datetime import date

import pytest

from leerlog.documents import blocks
from leerlog.domain.period import quarter_of
from leerlog.domain.text import cells
from leerlog.domain.value import Level
from leerlog.render.draw import show, svg
from leerlog.render.layout import Canvas, lay_out
from leerlog.render.page import Bar, Bars, Cell, Column, Page, Row, Rows, Section

NASTY = "[bold]ja[/x] :smile: \x1b[31mrood\x9b0m \u202etxet\u202c"


def document(text=NASTY):
    columns = (blocks.Column(), blocks.Column(main=True), blocks.Column(narrow="below"))
    table = blocks.Table(columns, (("✓", blocks.Words(text), "Anja"),), "Wat", lines=1)
    counts = (blocks.Count("Veel", 4, 2, Level.BELEVING), blocks.Count("Geen", 0, 0, Level.POTENTIEEL))
    bars = blocks.Bars(counts, "Aantal", since=quarter_of(date(2026, 8, 1)))
    section = blocks.Section(text, (table, bars, blocks.Text(blocks.Words(text))), aside=text)
    facts = (blocks.Fact("Naast", text, "aside"), blocks.Fact("Onder", text))
    return blocks.Document("Titel", text, (section,), facts, alone=True)


def screen(page, width=None):
    """What a page is on a screen of this width, or in a pipe."""
    canvas = Canvas(width or 100, cut=width is not None)
    return "".join("".join(part for part, _ in line).rstrip() + "\n" for line in lay_out(page, canvas))


def test_a_persons_text_is_never_markup_nor_a_command(shown):
    """No tag vanishes, no smiley appears, no escape gets out; on a terminal only our own colours do."""
    for text in (shown(document()), shown(document(), plain=True), shown(document(), tty=True, width=100)):
        assert "[bold]ja[/x] :smile: ␛[31mrood<U+009B>0m <U+202E>txet<U+202C>" in re.sub(r"\x1b\[[\d;]*m", "", text)
        assert not re.search(r"\x1b(?!\[[\d;]*m)", text)
        assert not re.search(r"[\x80-\x9f\u202e]", text)
    assert "\x1b" not in shown(document())


def test_a_pipe_gets_every_line_whole(shown):
    """Nothing is wrapped or cut at 80, and no line ends in a space."""
    long = "woord " * 60 + "eind"
    text = shown(document(long))
    assert f"{long}  Anja" in text
    assert not re.search(r" $", text, re.MULTILINE)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_a_terminal_gets_no_line_that_is_too_wide(shown, width):
    """A long text is shortened in a row and wrapped in a paragraph."""
    lines = shown(document("een heel lange tekst met 漢字 erin " * 9), width=width).split("\n")
    assert max(cells(line) for line in lines) <= width
    assert any("…" in line for line in lines)


def test_a_terminal_of_200_columns_is_not_filled(shown):
    """Lines of 200 characters are not read."""
    stream = io.StringIO()
    stream.isatty = lambda: True
    show(document("woord " * 99), stream, width=None)
    assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in stream.getvalue().split("\n")) <= 100


def test_no_color_leaves_no_colour(shown, monkeypatch):
    """Bold and dim may stay."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert re.search(r"\x1b\[3\d", shown(document(), tty=True))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[^m]*[34]\dm", shown(document(), tty=True))


def test_a_dumb_terminal_gets_text_alone(shown, monkeypatch):
    """No escapes that it would print."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b" not in shown(document("x"), tty=True)


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_dumb_terminal_is_as_wide_as_it_is(columns, monkeypatch):
    """No line is wider than it, nor is half of it left empty."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    stream.isatty = lambda: True
    show(document("woord " * 99), stream)
    widest = max(cells(line) for line in stream.getvalue().split("\n"))
    assert columns - 10 < widest <= columns


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8"])
@pytest.mark.parametrize("plain", [True, False])
def test_no_encoding_crashes(encoding, plain):
    """What it does not have becomes a question mark, our own marks plain ones."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    show(document("→ 漢字 ✓ ‘x’ 👩‍💻"), stream, plain=plain)
    stream.flush()
    text = raw.getvalue().decode(encoding)
    assert "Anja" in text or plain
    assert ("████" in text or plain) if encoding in ("utf-8", "cp437") else "█" not in text
    if encoding == "cp1252" and not plain:
        assert "####" in text


def test_the_longest_bar_is_that_of_the_largest_count(shown):
    """Twice the count is twice the bar, one is never nothing, none is none."""
    counts = (100, 50, 1, 0)
    bars = Bars(tuple(Bar(str(n), f"rij{n}", count) for n, count in enumerate(counts, 1)))
    lines = screen(Page("x", (Section("", (bars,)),)), width=80).split("\n")[2:]
    lengths = [line.count("█") for line in lines if "rij" in line]
    assert lengths[0] == max(lengths)
    assert abs(lengths[0] / 2 - lengths[1]) <= 0.5
    assert lengths[2:] == [1, 0]


def test_on_a_narrow_screen_columns_go_under_the_text(shown):
    """The text keeps its room."""
    columns = (Column(), Column(main=True), Column(narrow="below"), Column(narrow="below"))
    block = Rows(columns, (Row(("Woo", "tekst", "Anja", "vandaag")),))
    narrow = screen(Page("x", (Section("", (block,)),)), width=60)
    assert "  Woo  tekst\n       Anja · vandaag\n" in narrow
    assert screen(Page("x", (Section("", (block,)),)), width=80).endswith("  Anja  vandaag\n")


TOLD = "Ik heb van twintig zoekvragen nagekeken wat de zoekhulp had laten liggen"


def test_where_a_text_would_have_little_room_the_rest_stands_above_it(shown):
    """At 40 columns and not at 60, what comes behind it too when all of that fits; a short text stays where it is."""
    columns = (Column(right=True), Column(), Column(main=True), Column(narrow="below"))
    cells = "22", Cell("3", alone="toegepast"), TOLD, "a15tb4gg"

    def drawn(width, text=TOLD, narrow=""):
        row = Row((*cells[:2], text, cells[3]))
        block = Rows((columns[0]._replace(narrow=narrow), *columns[1:]), (row,), 0)
        return screen(Page("x", (Section("", (block,)),)), width=width).split("\n")[2:-1]

    assert drawn(40)[0] == "  22  3  Ik heb van twintig zoekvragen"
    wide = cells
    cells = "22 oktober 2025", *cells[1:]
    assert drawn(40) == [
        "  22 oktober 2025 · toegepast · a15tb4gg",
        "    Ik heb van twintig zoekvragen",
        "    nagekeken wat de zoekhulp had laten",
        "    liggen",
    ]
    assert drawn(40, narrow="tight below")[0] == "  3  Ik heb van twintig zoekvragen"
    cells = (*cells[:3], "leerlog drafts --resume 2026-11-28")
    assert drawn(40, "Een vraag")[1] == "    leerlog drafts --resume 2026-11-28"
    cells = (*cells[:3], "a15tb4gg")
    assert drawn(40, "Een vraag")[:2] == ["  22 oktober 2025  3  Een vraag", " " * 22 + "a15tb4gg"]
    assert drawn(60)[0] == "  22 oktober 2025  3  Ik heb van twintig zoekvragen"
    cells = "Je beschikt over uitgebreide professionele contacten", *wide[1:]
    assert drawn(40)[:3] == [
        "  Je beschikt over uitgebreide",
        "  professionele contacten · toegepast",
        "    Ik heb van twintig zoekvragen",
    ]


def test_a_text_may_take_the_lines_it_is_given(shown):
    """Two lines, then it is cut, and twice as many where these are short; none means all."""

    def lines(number, width=50):
        block = Rows((Column(main=True),), (Row((f"{TOLD} {TOLD}\n\nslot",)),), number)
        return screen(Page("x", (Section("", (block,)),)), width=width).split("\n")[2:-1]

    assert len(lines(1)) == 1
    assert len(lines(2)) == 2
    assert lines(2)[-1].endswith("…")
    assert lines(0)[-1] == "  slot"
    assert len(lines(1, 40)) == 2


def test_dates_are_short_on_a_screen_with_the_year_only_when_it_is_another(shown):
    """A plain page says them in words, in its facts."""
    days = blocks.Table((blocks.Column(), blocks.Column(main=True)), ((date(2026, 3, 7), "a"), (date(2025, 5, 1), "b")))
    text = shown(blocks.Document("x", "x", (blocks.Section("", (days,)),), today=date(2026, 11, 23)))
    assert "7 mrt  " in text
    assert "1 mei 2025  b" in text


def test_plain_gives_one_fact_a_line(shown):
    """A text of more lines stands in, so that none of them looks like a fact."""

    def one(text, label):
        return blocks.Document("Wat", "x", (blocks.Section("Kop", (blocks.Text(blocks.Words(text), label),)),))

    assert shown(one("een\n\ntwee", ""), plain=True) == "Wat: x\n\neen\n\ntwee\n"
    assert shown(one("een: a\ntwee: b", "Tekst"), plain=True) == "Wat: x\n\nTekst: een: a\n  twee: b\n"


def test_a_picture_is_made_without_anything_from_elsewhere():
    """No fonts are fetched, and the same page gives the same picture."""
    picture = svg(document("Een <script> & moment"), "leerlog", 80)
    assert picture == svg(document("Een <script> & moment"), "leerlog", 80)
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    assert "<script>" not in picture
    assert "@font-face" not in picture


def test_neither_reports_nor_pages_load_rich_before_a_terminal_is_drawn():
    """Rich makes every command slower, and a note needs none of it."""
    modules = "leerlog.documents.review, leerlog.reports.today, leerlog.render.draw, leerlog.render.data"
    pages = "leerlog.documents.agenda, leerlog.documents.entries, leerlog.render.draw"
    code = f"import sys, {modules}, {pages}; sys.exit(bool({{'rich', 'yaml', 'typer'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_cell_is_looked_at_once_however_many_sections_there_are(shown, monkeypatch):
    """A list of ten years has a hundred months, in line with one another; mostly none has anything to look after."""
    seen = []
    safe = Canvas.safe
    monkeypatch.setattr(Canvas, "safe", lambda self, text, **how: seen.append(text) or safe(self, text, **how))
    for odd, looks in (("", 0), ("\x07", 120)):
        every = tuple(Row((f"{number}", f"wóórd {number}{odd}")) for number in range(60))
        months = [Rows((Column(), Column(main=True)), every[at : at + 2], beside=every) for at in range(0, 60, 2)]
        seen.clear()
        text = screen(Page("Lijst", tuple(Section(f"{at}", (rows,)) for at, rows in enumerate(months))))
        assert len([each for each in seen if "wóórd" in each]) * 2 == looks
        assert re.search(r"^  9   wóórd 9", text, re.MULTILINE)
