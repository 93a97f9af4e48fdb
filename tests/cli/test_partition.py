"""What teams shared for an engine: only that, without names, whole or not at all, and with leerlog's own numbers."""

import json
import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.period_words import parse_period
from leerlog.domain.share import Share
from leerlog.domain.value import Level
from leerlog.journal.shares import share_text
from tests.conftest import Cli

DOCS = Path(__file__).parent.parent.parent / "docs" / "scale.md"
YEAR = parse_period("year", "2026", date(2026, 12, 18))
UNITS = ("burgerzaken", "vergunningen")


def make_team(folder: Path, people: int, seed: int) -> None:
    """A share of each of so many people, of a year in which not everybody gets equally far."""
    draw = random.Random(seed)
    folder.mkdir(parents=True)
    for number in range(people):
        entries = []
        for at in range(draw.randint(1, 4)):
            day = YEAR.start + timedelta(draw.randrange(365))
            level = draw.choices(list(Level), (40, 20, 10, 3, 1))[0]
            item = FollowUp("follow_up", "Bespreken", who=draw.choice((f"Mens {seed} {number}", "Kees Buiten")))
            entries.append(
                Entry(
                    f"a{seed}{number:04}{at}a",
                    day,
                    None,
                    "moment",
                    "Moment",
                    value=level,
                    share=("team",),
                    answers=(Answer("", "Het werkte"),),
                    follow_ups=(item,),
                )
            )
        entries.sort(key=lambda entry: entry.date)
        share = Share(
            f"Mens {seed} {number}", "team", YEAR, "2026-12-18T16:42", f"{seed:08}{number:08}", tuple(entries)
        )
        (folder / f"{number}.md").write_text(share_text(share), encoding="utf-8")


def export(cli: Cli, team: Path, out: Path, *args: str) -> int:
    """Write what a team shared; the exit code."""
    return cli("export", "--team", str(team), "--format", "jsonl", "--partition", str(out), *args).status


@pytest.mark.parametrize("people", [200, pytest.param(2000, marks=pytest.mark.thorough)])
def test_an_engine_gets_our_numbers(cli: Cli, people: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The SQL of the docs over two units gives what an anonymous review of each quarter tells, and nothing else."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    monkeypatch.chdir(cli.home)
    expected = set()
    for seed, unit in enumerate(UNITS):
        make_team(Path(unit), people // 2 if people > 200 else (180, 20)[seed], seed)
        assert export(cli, Path(unit), Path(f"lake/unit={unit}")) == 0
        for quarter in (1, 2, 3, 4):
            told = cli("review", "--team", unit, "--anonymous", "--quarter", f"2026-Q{quarter}", "--format", "json")
            levels = json.loads(told.out)["levels"]
            expected |= {(unit, 2026, quarter, each["id"], each["count"]) for each in levels if each["count"]}
    assert expected
    (sql,) = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    found = duckdb.sql(sql).fetchall()
    assert {(unit, int(year), *rest) for unit, year, *rest in found} == expected
    assert len(found) == len(expected)


def test_no_name_is_in_it(cli: Cli) -> None:
    """A mark for whoever shares, nothing for another; a folder for each month."""
    team, out = cli.home / "team", cli.home / "uit"
    make_team(team, 6, 1)
    assert export(cli, team, out) == 0
    every = list(out.rglob("*.jsonl"))
    assert all(re.fullmatch(r"year=2026/month=\d\d/leerlog.jsonl", path.relative_to(out).as_posix()) for path in every)
    text = "".join(path.read_text(encoding="utf-8") for path in every)
    assert "Mens" not in text
    assert "Kees" not in text
    rows = [json.loads(line) for line in text.splitlines()]
    assert {row["writer"] for row in rows} == {f"{1:08}{number:08}" for number in range(6)}
    assert {item["who"] for row in rows for item in row["follow_ups"]} - {""} <= {row["writer"] for row in rows}


def test_only_what_leerlog_wrote_is_replaced(cli: Cli) -> None:
    """Another's folder never, its own with --force; a failure leaves what stood there."""
    team, out = cli.home / "team", cli.home / "uit"
    make_team(team, 2, 1)
    out.mkdir()
    assert export(cli, team, out) == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert export(cli, team, out) == 2
    assert export(cli, team, out, "--force") == 0
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    (out / "van mij.txt").write_text("van mij")
    assert export(cli, team, out, "--force") == 2
    assert (out / "van mij.txt").read_text() == "van mij"
    assert {path.name for path in cli.home.iterdir()} >= {"team", "uit"}
    assert not list(cli.home.glob(".leerlog-*"))


@pytest.mark.parametrize(
    "args",
    [
        ["--team", "team"],
        ["--partition", "uit", "--format", "jsonl"],
        ["--team", "team", "--partition", "uit"],
        ["--team", "geen", "--partition", "uit", "--format", "jsonl"],
        ["--force"],
    ],
)
def test_what_is_refused(cli: Cli, args: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2 and nothing made."""
    monkeypatch.chdir(cli.home)
    done = cli("export", *args)
    assert (done.status, done.out) == (2, "")
    assert not Path("uit").exists()
