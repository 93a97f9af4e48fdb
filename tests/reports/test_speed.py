from datetime import date, timedelta
from time import perf_counter

from leerlog.domain.period import quarter_of
from leerlog.reports.review import build_review


def test_a_review_over_five_thousand_entries_takes_no_time(make, glass):
    """30 ms is what it may take on a quiet machine; ten times that says that something is wrong."""
    first = date(2020, 1, 1)
    entries = [make(f"e{n}", str(first + timedelta(days=n // 3)), "tekst", "toegepast") for n in range(5000)]
    period = quarter_of(entries[-1].date)
    times = []
    for _ in range(5):
        begin = perf_counter()
        build_review(entries, period, entries[-1].date, glass)
        times.append(perf_counter() - begin)
    assert min(times) < 0.3
