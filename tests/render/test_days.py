import re
from collections import Counter
from datetime import date

import pytest

from leerlog.documents.blocks import Days
from leerlog.documents.review import review_document
from leerlog.domain.period import ALL, month_of, quarter_of, week_of, year_of
from leerlog.domain.period_words import last_days
from leerlog.domain.text import cells
from leerlog.render.days import calendar, drawn, per_month
from leerlog.render.said import days_said

TODAY = date(2026, 11, 23)


def made(*days, period=None, today=TODAY):
    """The days of a period, each with as many notes as it is named."""
    return Days(tuple(sorted(Counter(days).items())), period or quarter_of(TODAY), today)


def test_every_day_of_the_period_has_its_cell():
    """Up to today: a Monday first, an empty weekend left out, and days outside the period empty."""
    found = calendar(made(date(2026, 10, 1), date(2026, 10, 1), date(2026, 11, 20)))
    assert found.rows == ("ma", "di", "wo", "do", "vr")
    assert len(found.columns) == 14
    assert found.cells[3][0] == 2
    assert found.cells[0][0] is None
    assert found.cells[4][7] == 1
    assert found.cells[0][8] == 0
    assert found.cells[1][8] is None
    assert [name for name in found.columns if name] == ["okt", "nov", "dec"]


def test_a_note_on_a_saturday_brings_the_weekend():
    """Nothing that was written is left out."""
    found = calendar(made(date(2026, 10, 3)))
    assert len(found.rows) == 7
    assert sum(number or 0 for row in found.cells for number in row) == 1


def test_more_notes_are_darker():
    """One to four, and more is as dark as four."""
    found = calendar(made(*[date(2026, 10, 5)] * 9))
    assert [found.shade(number) for number in (0, 1, 2, 3, 4, 9)] == [0, 1, 2, 3, 4, 4]
    assert drawn(found)[1][1][0][2] == "█"
    assert drawn(found)[-1][0][0].strip().split("   ") == ["· 0", "█ 4 of meer"]


@pytest.mark.parametrize("period", [ALL, year_of(TODAY), month_of(TODAY), last_days("90d", TODAY), quarter_of(TODAY)])
def test_it_fits_sixty_columns(sample, period):
    """Also a whole year, which takes one column a week."""
    found = calendar(made(*(entry.date for entry in sample), period=period))
    assert max(cells("".join(part for part, _ in line)) for line in drawn(found)) <= 58


def test_years_are_shown_by_month():
    """A row a year, a column a month; the fullest month is the darkest."""
    days = [date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 3), date(2026, 11, 1)]
    found = calendar(made(*days, period=ALL))
    assert found.rows == ("2024", "2025", "2026")
    assert (found.cells[0][2], found.cells[1][2], found.cells[2][10]) == (3, 0, 1)
    assert found.shade(3) == 4


def test_a_shade_says_for_how_many_notes_it_stands():
    """Each that is there, and no number is said of two."""
    days = [*[date(2024, 3, 1)] * 10, *[date(2024, 4, 1)] * 3, *[date(2024, 5, 1)] * 5, date(2026, 6, 1)]
    found = calendar(made(*days, period=ALL))
    assert found.legend() == [(0, "0"), (1, "1 tot 2"), (2, "3 tot 5"), (4, "8 tot 10")]
    assert all(found.shade(number) == shade for shade, number in ((1, 1), (1, 2), (2, 3), (2, 5), (4, 8), (4, 10)))
    found = calendar(made(date(2026, 10, 5), *[date(2026, 10, 6)] * 4))
    assert found.legend() == [(0, "0"), (1, "1"), (4, "4")]


def test_a_week_or_a_lifetime_has_none():
    """There is nothing to see in one column, nor in a thousand rows."""
    assert calendar(made(TODAY, period=week_of(TODAY))) is None
    assert calendar(made(date(1, 1, 1), date(9999, 12, 31), period=ALL)) is None
    assert calendar(made()) is None


def test_a_plain_page_has_facts_instead(quarter, shown):
    """How many days, the busiest when there is one, and each month."""
    text = shown(review_document(quarter), plain=True)
    assert f"Dagen: {len(quarter.days)} dagen met een notitie, de meeste op 3 december 2026: 5\n" in text
    assert sum(int(number) for number in re.findall(r"Dagen, \w+ 2026: (\d+) notitie", text)) == quarter.count
    assert not set(text) & set("░▒▓█▁▃▄▆")


def test_a_month_without_notes_is_counted_too():
    """Between the first and the last."""
    months = made(date(2026, 10, 1), date(2026, 12, 1))
    assert per_month(months) == [("oktober 2026", 1), ("november 2026", 0), ("december 2026", 1)]


def test_the_busiest_day_is_named_when_there_is_one():
    """Not when two are as busy."""
    day = date(2026, 10, 5)
    assert "de meeste op 5 oktober 2026: 2" in days_said(made(day, day))
    assert "de meeste" not in days_said(made(day, day, TODAY, TODAY))


def test_other_encodings_get_other_marks(quarter):
    """Dots and plusses where there are no blocks."""
    import io

    from leerlog.render.draw import show

    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    show(review_document(quarter), stream)
    stream.flush()
    assert re.search(r"\n  do  \. \. : :", raw.getvalue().decode())
