"""The agenda as a file for a calendar: written with care, and read by one."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from tests.conftest import Cli

KHAL = shutil.which("khal", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))


def add(cli: Cli, text: str, *args: str) -> str:
    return cli.saved("agenda", "--add", text, *args)


def test_only_open_items_with_a_date_go_along(cli: Cli) -> None:
    """The others are counted on stderr; the lines end as the standard says."""
    add(cli, "Anja bellen (wie: Noor, voor vrijdag)", "--course", "Woo")
    add(cli, "Ooit eens")
    cli("done", add(cli, "Al gedaan", "--due", "morgen"))
    done = cli("agenda", "--format", "ics")
    assert done.err == "1 afspraak zonder datum: niet in je agenda.\n"
    (event,) = icalendar.Calendar.from_ical(done.out).walk("VEVENT")
    assert str(event["summary"]) == "Woo · Anja bellen (Noor)"
    assert done.out.count("\r\n") == done.out.count("\n")
    assert cli("agenda", "--format", "ics", "--output", "-").out == done.out


def test_the_file_is_the_owners_and_never_overwritten_unasked(cli: Cli) -> None:
    """With --force it is replaced at once."""
    target = cli.home / "mijn agenda.ics"
    add(cli, "Bellen", "--due", "vrijdag")
    done = cli("agenda", "--format", "ics", "--output", str(target))
    assert (done.status, done.out) == (0, f"1 afspraak met een datum staat in {target}. Alleen jij kunt hem lezen.\n")
    assert sys.platform == "win32" or stat.S_IMODE(target.stat().st_mode) == 0o600
    before = target.read_bytes()
    add(cli, "Mailen", "--due", "vrijdag")
    done = cli("agenda", "--format", "ics", "--output", str(target))
    assert done.status == 2
    assert "--force" in done.err
    assert target.read_bytes() == before
    assert cli("agenda", "--format", "ics", "--output", str(target), "--force").status == 0
    assert b"Mailen" in target.read_bytes()
    assert [path.name for path in cli.home.glob("*agenda*")] == [target.name]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_place_that_refuses_is_said(cli: Cli, force: list[str]) -> None:
    """No such folder, a folder, and the journal itself, which is nobody's place for other files."""
    add(cli, "Bellen", "--due", "vrijdag")
    month = cli.folder / "2026-11.md"
    before = month.read_bytes()
    done = cli("agenda", "--format", "ics", "--output", str(cli.home / "weg" / "x.ics"), *force)
    assert done.status == 1
    assert "niet schrijven in" in done.err
    assert "is er niet" in done.err
    assert cli("agenda", "--format", "ics", "--output", str(cli.home), *force).status in (1, 2)
    for name in ("2026-11.md", "x.ics"):
        done = cli("agenda", "--format", "ics", "--output", str(cli.folder / name), *force)
        assert done.status == 2
        assert "map van je leerlog zelf" in done.err
    assert month.read_bytes() == before


class Khal:
    """khal with one calendar in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.calendar = folder / "khal" / "calendar"
        self.calendar.mkdir(parents=True)
        self.config = folder / "khal" / "config"
        self.config.write_text(
            f"[calendars]\n[[leerlog]]\npath = {self.calendar}\n[sqlite]\npath = {folder}/khal/khal.db\n"
            "[locale]\nlocal_timezone = Europe/Amsterdam\ndefault_timezone = Europe/Amsterdam\n"
            "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
            "longdatetimeformat = %Y-%m-%d %H:%M\n"
        )

    def __call__(self, *args: str) -> str:
        """Run khal and return what it prints."""
        assert KHAL
        command = [KHAL, "-c", str(self.config), *args]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def take_in(self, cli: Cli) -> list[str]:
        """Import the agenda; the events that the calendar then holds."""
        file = cli.home / "agenda.ics"
        assert cli("agenda", "--format", "ics", "--output", str(file), "--force").status == 0
        self("import", "--batch", "-a", "leerlog", str(file))
        listed = self("list", "--day-format", "", "--format", "{start-date} {title}", "2026-11-01", "90d")
        shown = [line for line in listed.split("\n") if line]
        assert len(list(self.calendar.glob("*.ics"))) == len(shown)
        return shown


@pytest.fixture
def khal(home: Path) -> Khal:
    """khal, or a loud skip."""
    if KHAL is None:
        pytest.skip("khal is not installed: nothing has shown that a calendar can read ours")
    return Khal(home)


def test_a_calendar_takes_it_in_once_however_often(cli: Cli, khal: Khal) -> None:
    """Twice is no more than once; moved, ticked and reordered items stay the events that they were."""
    one = add(cli, "Anja bellen; met, Kees \\n (wie: Noor, voor vrijdag)")
    add(cli, "Geen tijd é \U0001f600 " + "heel lang " * 12, "--kind", "belemmering", "--due", "1 nov 2026")
    debrief = "team: Mailen (voor 2026-12-09)\nembed: Schrijven (voor 2026-12-10)"
    cli.saved("debrief", "Woo", "--answers", "-", stdin=debrief)
    first = khal.take_in(cli)
    assert len(first) == 4
    assert first[0].startswith("2026-11-01 Belemmering: Geen tijd é \U0001f600 heel lang")
    assert first[1] == "2026-11-27 Anja bellen; met, Kees \\n (Noor)"
    assert khal.take_in(cli) == first
    assert cli("agenda", "--move", one, "2026-12-24").status == 0
    month = cli.folder / "2026-11.md"
    lines = month.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "2026-12-09" in line)
    lines[at : at + 2] = reversed(lines[at : at + 2])
    month.write_text("\n".join(lines), "utf-8")
    moved = khal.take_in(cli)
    assert moved == [first[0], *first[2:], "2026-12-24 Anja bellen; met, Kees \\n (Noor)"]
    cli("done", one)
    assert khal.take_in(cli) == moved


def with_a_course(cli: Cli) -> None:
    """A course that ended four days ago, with nothing used yet, and an agreement."""
    cli.saved("prepare", "Woo", "--answers", "-", stdin="start: 2026-11-17\nend: 2026-11-19\ngoal: Zoeken\n")
    add(cli, "Bellen", "--due", "vrijdag")


def test_the_daily_question_comes_every_week_with_the_days_of_the_method(cli: Cli) -> None:
    """Under the same names each time, so that what was taken in is not doubled."""
    with_a_course(cli)
    done = cli("agenda", "--format", "ics", "--reminder", "weekly")
    events = icalendar.Calendar.from_ical(done.out).walk("VEVENT")
    told = [(str(event["summary"]), event["dtstart"].dt.isoformat()) for event in events]
    assert told == [
        ("Bellen", "2026-11-27"),
        ("Wat heeft jou verwonderd?", "2026-11-27"),
        ("Wat heb je al gebruikt van Woo?", "2026-11-26"),
        ("Wat heb je al gebruikt van Woo?", "2026-12-03"),
        ("Wat heeft Woo opgeleverd?", "2026-12-04"),
    ]
    assert [event.get("rrule") for event in events] == [None, {"FREQ": ["WEEKLY"]}, None, None, None]
    names = [str(event["uid"]) for event in events]
    assert len(set(names)) == len(names)
    assert cli("agenda", "--format", "ics", "--reminder", "weekly").out == done.out
    assert "Wat heeft" not in cli("agenda", "--format", "ics").out


def test_a_reminder_belongs_to_a_calendar(cli: Cli) -> None:
    """And comes every week, or not."""
    assert "hoort bij --format ics" in cli("agenda", "--reminder", "weekly").err
    assert "ken ik niet" in cli("agenda", "--format", "ics", "--reminder", "daily").err


def test_a_calendar_takes_reminders_in_once(cli: Cli, khal: Khal) -> None:
    """However often, and on another day as well."""
    with_a_course(cli)
    file = cli.home / "agenda.ics"
    for _ in range(2):
        assert cli("agenda", "--format", "ics", "--reminder", "weekly", "--output", str(file), "--force").status == 0
        khal("import", "--batch", "-a", "leerlog", str(file))
        assert len(list(khal.calendar.glob("*.ics"))) == 5
    listed = khal("list", "--day-format", "", "--format", "{start-date} {title}", "2026-11-23", "28d").split("\n")
    assert sum("verwonderd" in line for line in listed) == 4
