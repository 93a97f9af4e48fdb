"""One's own review as others may see it: nothing in it but what leaves for them."""

import json
import re
from pathlib import Path

import pytest

from leerlog.cli.root import callback_of
from leerlog.domain.share import leaving
from tests.cli.test_complete import completed
from tests.cli.test_share import CANARY, journal_of_canaries, write_by_hand
from tests.conftest import Cli

FORMS = ([], ["--full"], ["--plain", "--full"], *(["--format", name] for name in callback_of("review").forms))
# In marked notes: an answer is for oneself, a value is none and says something, a source is not shared.
MARKED = f"""
## 2026-11-30 15:00 · Moment
<!-- id=a2zzzzz1 checklist=moment -->

- Waarde: {CANARY} waarde
- Bouwt op: a2zzzzz2
- Delen: team, leidinggevende

### Wat heeft jou verwonderd in je werk vandaag?
<!-- question=surprise -->

Hier klopt iets niet

## 2026-11-30 16:00 · Moment
<!-- id=a2zzzzz2 checklist=moment -->

- Waarde: potentieel

### Wat heeft jou verwonderd in je werk vandaag?
<!-- question=surprise -->

{CANARY} bron

## 2026-11-30 17:00 · Moment
<!-- id=a2zzzzz3 checklist=moment -->

- Waarde: toegepast
- Bouwt op: a2zzzzz2
- Delen: team, leidinggevende

### Wat heeft jou verwonderd in je werk vandaag?
<!-- question=surprise -->

Het vervolg
"""


@pytest.mark.parametrize("to", ["team", "leidinggevende"])
@pytest.mark.parametrize(
    "period", ["--quarter", *(pytest.param(period, marks=pytest.mark.thorough) for period in ("--month", "--all"))]
)
def test_no_canary_is_projected(cli: Cli, monkeypatch: pytest.MonkeyPatch, to: str, period: str) -> None:
    """Of a thousand private things of every kind none is in any form, nor in what is said beside it."""
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    cli.journal.create()
    cli.journal.add_all(journal_of_canaries())
    write_by_hand(cli.folder)
    month = cli.folder / "2026-11.md"
    month.write_text(month.read_text("utf-8") + MARKED, "utf-8")
    assert month.read_text("utf-8").count(CANARY) > 1000
    outs = [cli("review", "--for", to, period, *form) for form in FORMS]
    assert {done.status for done in outs} == {0}
    assert [done for done in outs if CANARY in done.out + done.err] == []
    secret = ["a2zzzzz2", *(entry.id for entry in journal_of_canaries() if not entry.share)]
    assert [name for name in secret for done in outs if name in done.out + done.err] == []
    whole = cli("review", "--for", to, "--full").out
    for words in ("open 1", "gewoon 1", "Het vervolg"):
        assert words in whole
    assert "gewoon 1" in cli("review", "--for", to, "--month", "--full").out  # agreed, asked before


def test_it_says_what_it_leaves_out(sample: Cli) -> None:
    """At the top of every form that has one; of how much it was chosen is only said beside it."""
    for form in ([], ["--plain"], ["--format", "md"], ["--format", "html"], ["--format", "csv"], ["--format", "json"]):
        done = sample("review", "--for", "team", *form)
        top = re.sub(r"<style>.*?</style>", "", done.out, flags=re.DOTALL)[:4_000]
        assert ("Alleen wat je deelt met je team" in top) == (form[1:] not in (["csv"], ["json"]))
        assert done.err == "Alleen wat je deelt met je team: 23 van je 66 notities.\n"
        assert "66 notities" not in done.out
    made = json.loads(sample("review", "--for", "team", "--format", "json").out)
    assert (made["audience"], made["count"]) == ("team", 23)
    assert json.loads(sample("review", "--format", "json").out)["audience"] is None


def test_it_is_the_review_of_what_a_share_would_hold(sample: Cli) -> None:
    """Every entry behind its numbers is one that leaves, and every one that leaves is counted."""
    gone = {entry.id for entry in leaving(sample.journal.read()[0], "team")}
    made = json.loads(sample("review", "--for", "team", "--all", "--format", "json").out)
    shown = {each["entry"] for level in (*made["levels"], made["unvalued"]) for each in level["items"]}
    shown |= {item["entry"] for name in ("obstacles", "asks", "follow_ups") for item in made[name]}
    shown |= {step["entry"] for story in made["stories"] for step in story["steps"]}
    shown |= {name for course in made["courses"] for name in course["entries"]}
    assert made["count"] == len(gone)
    assert shown <= gone
    assert len(shown) > 30


def test_what_was_done_for_oneself_is_not_called_undone(cli: Cli) -> None:
    """Of an idea that grew, or a course that was applied, in notes that stay private, nothing untrue is told."""
    given = "start: 2026-10-01\nend: 2026-11-16\ngoal: Zoeken\nshare: team\n"
    assert cli("prepare", "Woo", "--answers", "-", "--on", "2026-10-01", stdin=given).status == 0
    for on, words in (("2026-10-02", "Een idee"), ("2026-10-03", "Nog een idee")):
        idea = cli.saved("moment", words, "--value", "2", "--share", "team", "--on", on)
    for form in (["--full"], ["--full", "--plain"], ["--format", "md"], ["--format", "html"]):
        own, shown = (cli("review", *more, *form).out for more in ([], ["--for", "team"]))
        assert "om toe te passen" in own
        assert "om toe te passen" not in shown
        assert "lijft liggen" in shown
    cli.saved("moment", "Gedaan", "--value", "3", "--course", "Woo", "--builds-on", idea, "--on", "2026-11-20")
    stuck = json.loads(cli("review", "--for", "team", "--format", "json").out)["stuck"]
    assert [each["text"] for each in stuck] == ["Een idee"]


def test_what_stays_behind_for_a_slip_is_told(cli: Cli) -> None:
    """By its place; a heading that was mistyped may have made another note a part of it, also long ago."""
    cli.saved("moment", "Voor allen", "--share", "team", "--on", "2020-02-02")
    path = cli.folder / "2020-02.md"
    path.write_text(
        f"{path.read_text('utf-8')}\n## 3-2-2020 · Moment\n\n- [ ] {CANARY}\n\n### Afspraken\n\n- [ ] {CANARY} 2\n",
        "utf-8",
    )
    done = cli("review", "--for", "team")
    assert CANARY not in done.out + done.err
    assert "2020-02.md, regel 14: notitie" in done.err
    assert "staat er niet bij" in done.err


def test_nothing_shared_is_a_kind_word(cli: Cli) -> None:
    """It says how to choose what to share, in every form that has words."""
    cli.saved("moment", "alleen voor mij")
    for form in ([], ["--plain"], ["--format", "md"], ["--format", "html"]):
        done = cli("review", "--for", "leidinggevende", *form)
        assert done.status == 0
        assert "deel je nog niets met je leidinggevende" in done.out
        assert "--share leidinggevende" in done.out
        assert "alleen voor mij" not in done.out
    assert cli("review", "--for", "team", "--month", "2020-01").err == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--for", "pers"], "Kies uit: --for team of --for leidinggevende"),
        (["--for", ""], "Kies uit"),
        (["--for", "team", "--team", "."], "--for en --team gaan niet samen"),
        (["--for", "team", "--anonymous"], "--for en --anonymous gaan niet samen"),
        (["--for", "team", "--weigh"], "--for en --weigh gaan niet samen"),
    ],
)
def test_what_is_refused(sample: Cli, args: list[str], said: str) -> None:
    """In Dutch, with exit code 2, and nothing shown."""
    done = sample("review", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_a_file_of_it_needs_no_warning(sample: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing private in it; without --for there is, and that is said."""
    monkeypatch.chdir(sample.home)
    shared = sample("review", "--for", "team", "--output", "team.html")
    assert "privé" not in shared.err + Path("team.html").read_text(encoding="utf-8")
    assert "privé" in sample("review", "--output", "mij.html").err


def test_with_whom_is_completed(sample: Cli) -> None:
    """After --for, --share and --to."""
    for command in (["review", "--for"], ["moment", "--share"], ["share", "--to"]):
        assert completed(sample, "leerlog", *command, "l") == ["leidinggevende"]
