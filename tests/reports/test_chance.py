"""An old note to look back on: which one, and that little is read for it."""

from datetime import date, timedelta

from leerlog.app.review import look_back
from leerlog.journal.store import Journal
from leerlog.reports.chance import in_turn, of_this_day, old_months, same_days, worth_another_look
from tests.conftest import SAMPLE, Cli

MONTHS = ["2024-02", "2025-02", "2025-11", "2026-07", "2026-08", "2026-11"]
TODAY = date(2026, 11, 23)


def never(_):
    return False


def hidden(entry):
    return entry._replace(answers=tuple(answer._replace(private=True) for answer in entry.answers))


def test_the_same_day_is_of_earlier_years_that_have_its_month():
    """The latest first; the 29th of February only of years that have one."""
    assert same_days(MONTHS, TODAY) == [date(2025, 11, 23)]
    assert same_days(MONTHS, date(2028, 2, 28)) == [date(2025, 2, 28), date(2024, 2, 28)]
    assert same_days(MONTHS, date(2028, 2, 29)) == [date(2024, 2, 29)]
    assert same_days([], TODAY) == []


def test_of_this_day_the_first_that_is_not_private(make, rules):
    """What is marked as private is not brought up by chance: somebody may look along."""
    private = hidden(make("a", "2024-11-23", "voor mij"))
    other = make("b", "2024-11-23", "een lijst per thema")
    old = of_this_day([private, other], TODAY, rules)
    assert old
    assert (old.entry.id, old.says, old.years) == (other.id, "een lijst per thema", 2)
    assert of_this_day([private], TODAY, rules) is None


def test_every_old_month_has_its_turn():
    """One a day, and those of the last season none."""
    old = old_months(MONTHS, TODAY)
    assert old == MONTHS[:4]
    days = [TODAY + timedelta(days=n) for n in range(len(old))]
    assert sorted(in_turn(old, day)[0] for day in days) == old
    month, turns = in_turn(old, TODAY)
    assert in_turn(old, TODAY + timedelta(days=len(old))) == (month, turns + 1)
    assert old_months(MONTHS, date.min) == []


def test_worth_another_look_is_what_nothing_came_of(make, rules):
    """Not yet weighed, or no further than potentieel; not private, and nothing builds on it; each in its turn."""
    idea = make("a", "2026-07-01", "een idee", "potentieel")
    waits = make("b", "2026-07-02", "nog te wegen")
    done = make("c", "2026-07-03", "gedaan", "toegepast")
    private = hidden(make("d", "2026-07-04", "voor mij", "potentieel"))
    entries = [idea, waits, done, private]

    def look(turns, built_on=never):
        return getattr(worth_another_look(entries, turns, rules, built_on), "entry", None)

    assert [look(turns) for turns in range(3)] == [idea, waits, idea]
    assert look(0, lambda name: name == idea.id) == waits
    assert look(0, lambda _: True) is None
    assert worth_another_look([], 5, rules, never) is None


def test_looking_back_reads_little_and_finds_what_reading_all_would(rules, monkeypatch):
    """Of the sample on many days: at most one month whole; what it finds is old and has nothing built on it."""
    journal = Journal(SAMPLE)
    everything = journal.read()[0]
    sources = {source for entry in everything for source in entry.builds_on}
    whole = []
    read = Journal.read

    def watched(self, period=None, marks=(), *more):
        whole.extend([] if marks else [period])
        return read(self, period, marks, *more)

    monkeypatch.setattr(Journal, "read", watched)
    found = {}
    for day in (date(2026, 11, 1) + timedelta(days=n) for n in range(0, 500, 7)):
        whole.clear()
        old = look_back(journal, day, rules)
        assert len(whole) <= 1
        assert old == look_back(journal, day, rules)
        if old and old.years:
            assert old.entry.date == day.replace(year=day.year - old.years)
        elif old:
            assert (day - old.entry.date).days > 60
            assert old.entry.id not in sources
        found[old.entry.id if old else ""] = old
    assert len(found) > 10
    there = {entry.date for entry in everything if not all(answer.private for answer in entry.answers)}
    assert all(look_back(journal, day.replace(year=2027), rules).years == 1 for day in sorted(there)[:20])


def test_bare_leerlog_ends_with_an_old_note(cli: Cli, monkeypatch):
    """Of this day a year ago; with a command that shows it, and none in a journal that has nothing old."""
    monkeypatch.setenv("LEERLOG_NOW", "2025-11-23T16:42")
    name = cli.saved("moment", "Een burger wees ons de weg in ons eigen archief.")
    assert "geleden" not in cli().out
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-23T16:42")
    lines = cli().out.rstrip().split("\n")
    assert lines[-2].startswith("Vandaag een jaar geleden")
    assert lines[-2].endswith(f"leerlog show {name}")
    assert lines[-1] == "  Een burger wees ons de weg in ons eigen archief."
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-24T16:42")
    assert "Op 23 november 2025" in cli().out
    cli("moment", "Daar kwam iets van", "--builds-on", name)
    assert "Op 23 november 2025" not in cli().out
