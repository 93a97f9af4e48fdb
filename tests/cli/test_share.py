"""What leaves the journal: only what was marked, shown first, and never what is private."""

import json
import shutil
import sys
from datetime import date, time
from pathlib import Path

import pytest

from leerlog.cli.root import callback_of
from leerlog.domain.entry import Answer, Entry, FollowUp, new_id
from leerlog.domain.value import Level
from leerlog.journal import shares
from leerlog.journal.leaving import Leaving
from leerlog.journal.reading import parse_file
from leerlog.journal.shares import read_share
from leerlog.journal.store import Journal
from tests.conftest import SAMPLE, Cli, is_private
from tests.terminal import ENTER, Terminal

CANARY = "kanarie"


@pytest.fixture
def sample(sample: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The sample, in a folder for what is made."""
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    out = sample.home / "uit"
    out.mkdir()
    monkeypatch.chdir(out)
    return sample


def share(cli: Cli, *args: str, to: str = "team") -> Path:
    """Share as Anja and return the file."""
    done = cli("share", "--to", to, "--as", "Anja", "--yes", *args)
    assert done.status == 0, done.err
    return Path(done.out.split("Gedeeld: ")[1].split("\n")[0].partition(" in ")[2])


def test_a_share_is_a_journal_file(sample: Cli) -> None:
    """Any reader of the format reads it; it says who shares, and only its owner can open it."""
    path = share(sample)
    assert path.name == "leerlog-anja-2026-Q4.md"
    assert is_private(path)
    raw = path.read_bytes()
    entries, problems = parse_file(raw, path.name)
    marked = [e for e in sample.journal.read()[0] if "team" in e.share and e.date >= date(2026, 10, 1)]
    assert not problems
    assert [entry.id for entry in entries] == [entry.id for entry in marked]
    assert raw.startswith(b'<!-- leerlog 1 -->\n<!-- share by="Anja" to=team from=2026-10-01 until=2026-12-31 ')
    assert b"Gedeeld door Anja met het team" in raw
    assert {entry.share for entry in entries} == {("team",)}


def test_people_tags_times_and_other_audiences_stay(sample: Cli) -> None:
    """What others did not ask to be named in, and what nobody needs."""
    for entry in parse_file(share(sample, "--all").read_bytes(), "")[0]:
        assert (entry.people, entry.tags, entry.time) == ((), (), None)


def test_builds_on_names_only_what_is_shared(sample: Cli) -> None:
    """The id of an entry that stays says nothing."""
    entries = parse_file(share(sample).read_bytes(), "")[0]
    ids = {entry.id for entry in entries}
    assert all(ids.issuperset(entry.builds_on) for entry in entries)


def test_the_preview_shows_every_word_that_leaves(sample: Cli) -> None:
    """Texts, headings, items with who and when, ids."""
    done = sample("share", "--to", "team", "--as", "Anja", "--yes", "--all")
    shown = " ".join(done.out.split())
    for entry in parse_file(Path("leerlog-anja-alles.md").read_bytes(), "")[0]:
        texts = [entry.id, entry.course, entry.title, *entry.builds_on]
        texts += [part for answer in entry.answers for part in (answer.title, answer.text)]
        texts += [part for item in entry.follow_ups for part in (item.text, item.who, item.result)]
        texts += [str(day) for item in entry.follow_ups for day in (item.due, item.done) if day]
        for text in texts:
            assert " ".join(text.split()) in shown


def test_without_a_terminal_it_asks_for_yes(sample: Cli) -> None:
    """Exit 2, nothing shown and nothing written."""
    done = sample("share", "--to", "team", "--as", "Anja")
    assert (done.status, done.out) == (2, "")
    assert "--yes" in done.err
    assert not list(Path().iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of this kind")
@pytest.mark.parametrize(("typed", "made"), [("j", 1), ("", 0)])
def test_at_a_terminal_it_asks_once(sample: Cli, typed: str, made: int) -> None:
    """Below the preview; Enter alone is no."""
    with Terminal([sys.executable, "-m", "leerlog", "share", "--to", "team", "--as", "Anja"], rows=400) as terminal:
        terminal.wait_for("Dit zo delen met het team?", "nee")
        assert "Dit blijft hier" in terminal.text
        terminal.type(typed + ENTER)
        assert terminal.end() == 0
    assert len(list(Path().glob("*.md"))) == made


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--yes", "--as", "Anja"], "met wie wil je delen"),
        (["--yes", "--as", "Anja", "--to", "pers"], "team"),
        (["--yes", "--to", "team"], "config name"),
        (["--yes", "--to", "team", "--as", ""], "config name"),
        (["--yes", "--to", "team", "--as", "A", "--from", "2026-09", "--until", "2026-08"], "--from en --until"),
        (["--yes", "--to", "team", "--as", "A", "--all", "--from", "2026"], "--from/--until"),
    ],
)
def test_what_is_refused(sample: Cli, args: list[str], said: str) -> None:
    """In Dutch, with exit code 2."""
    done = sample("share", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_nothing_marked_is_a_kind_word(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how to mark, and makes no file."""
    monkeypatch.chdir(cli.home)
    cli("moment", "alleen voor mij")
    done = cli("share", "--to", "team", "--as", "Anja", "--yes")
    assert done.status == 0
    assert "--share team" in done.out
    assert not list(cli.home.glob("*.md"))


def test_a_later_share_withdraws(sample: Cli) -> None:
    """What is not marked any more is gone from the file, and that is said."""
    path = share(sample)
    before = parse_file(path.read_bytes(), "")[0]
    chosen = before[0]
    month = sample.folder / f"{chosen.date:%Y-%m}.md"
    head, _, tail = month.read_text("utf-8").partition(f"id={chosen.id} ")
    month.write_text(f"{head}id={chosen.id} " + tail.replace("- Delen: team\n", "", 1), "utf-8")
    done = sample("share", "--to", "team", "--as", "Anja", "--yes")
    assert done.out.index("Dit gaat eruit\n  1 notitie die er eerder in stond\n") < done.out.index("Gedeeld:")
    assert "Ingetrokken: 1 notitie die er eerder in stond.\n" in done.out
    after = parse_file(path.read_bytes(), "")[0]
    assert [entry.id for entry in after] == [entry.id for entry in before[1:]]
    share(sample)
    newest, second, first = sample("share", "--list").out.strip().split("\n")[2:]
    assert "23 notities · " in first
    assert "later vervangen" in first
    assert "22 notities, 1 ingetrokken · " in second
    assert "22 notities · " in newest
    assert "vervangen" not in newest


def test_withdrawing_everything_is_asked_for_twice(sample: Cli) -> None:
    """It may be a slip: another journal, or a folder that is not synced yet."""
    path = share(sample)
    before = path.read_bytes()
    args = ["--journal", str(sample.home / "ander"), "share", "--to", "team", "--as", "Anja", "--yes"]
    done = sample(*args)
    assert done.status == 2
    assert f"van 23 notities in {path.name} zou niets overblijven. Je deelt nu uit {sample.home / 'ander'}" in done.err
    assert path.read_bytes() == before
    assert "Ingetrokken: 23 notities die er eerder in stonden." in sample(*args, "--force").out


def test_what_is_withdrawn_is_known_by_the_days_too(sample: Cli) -> None:
    """When the file went elsewhere; not of another name, nor for others, nor of other days."""
    share(sample)
    for month in sample.folder.glob("*.md"):
        month.write_text(month.read_text("utf-8").replace("- Delen: team\n", "", 1), "utf-8")
    share(sample, "--month", "2026-11")
    base = ["share", "--to", "team", "--yes", "--output"]
    sample(*base, "adviseur.md", "--as", "adviseur")
    assert "ingetrokken" not in sample("share", "--list").out
    sample(*base, "elders.md", "--as", "Anja")
    newest = sample("share", "--list").out.split("\n")[2]
    assert "20 notities, 3 ingetrokken" in newest


def test_a_list_from_before_names_were_kept_is_read(sample: Cli) -> None:
    """A line without a name is of whoever shares next."""
    path = share(sample)
    log = sample.home / "state" / "leerlog" / "gedeeld.jsonl"
    old = {name: each for name, each in json.loads(log.read_text("utf-8")).items() if name != "by"}
    log.write_text(json.dumps({**old, "ids": [*old["ids"], "a2weg000"]}) + "\n", "utf-8")
    assert share(sample) == path
    newest, first = sample("share", "--list").out.strip().split("\n")[2:]
    assert "het team · 24 notities" in first
    assert "als Anja · 23 notities, 1 ingetrokken" in newest


def test_no_other_file_is_overwritten(sample: Cli) -> None:
    """Nor another's share, nor one for another audience; a month of a journal not even with --force."""
    Path("x.md").write_text("van mij", encoding="utf-8")
    base = ["share", "--to", "team", "--as", "Anja", "--yes", "--output"]
    assert sample(*base, "x.md").status == 2
    assert Path("x.md").read_text(encoding="utf-8") == "van mij"
    assert sample(*base, "x.md", "--force").status == 0
    assert sample(*base, "x.md").status == 0
    assert sample("share", "--to", "team", "--as", "Kees", "--yes", "--output", "x.md").status == 2
    assert sample("share", "--to", "leidinggevende", "--as", "Anja", "--yes", "--output", "x.md").status == 2
    shutil.copy(SAMPLE / "2026-11.md", "maand.md")
    assert sample(*base, "maand.md", "--force").status == 2
    assert sample(*base, str(sample.folder / "deel.md")).status == 2


def test_a_list_tells_what_was_shared(sample: Cli) -> None:
    """When, with whom, how many and where; the log has ids and no text."""
    path = share(sample)
    share(sample, "--all", to="leidinggevende")
    shown = sample("share", "--list").out
    assert "· 23 notities" in shown
    assert "de leidinggevende · als Anja · 3 notities · alles" in shown
    assert "het team · als Anja · " in shown
    path.unlink()
    assert "staat er niet meer" in sample("share", "--list").out
    log = (sample.home / "state" / "leerlog" / "gedeeld.jsonl").read_text("utf-8")
    texts = [answer.text for entry in sample.journal.read()[0] for answer in entry.answers if len(answer.text) > 20]
    assert not [text for text in texts if text in log]


def test_a_damaged_line_of_the_list_is_told(sample: Cli) -> None:
    """The others are still shown."""
    share(sample)
    with (sample.home / "state" / "leerlog" / "gedeeld.jsonl").open("a") as log:
        log.write('{"on": 3}\nkapot\n')
    done = sample("share", "--list")
    assert "het team" in done.out
    assert "beschadigd" in done.err


def test_a_name_cannot_break_out_of_its_comment(sample: Cli) -> None:
    """Whatever it holds, it comes back as it was."""
    name = 'A --> ## 2026-11-01 "\\ <b>'
    done = sample("share", "--to", "team", "--as", name, "--yes", "--output", "x.md")
    assert done.status == 0, done.err
    read, problems = read_share(Path("x.md"))
    assert read
    assert (read.by, problems) == (name, [])


def test_a_role_does_not_lead_to_the_name(sample: Cli) -> None:
    """The mark that makes withdrawing possible is another for every name."""
    marks = set()
    for name in ("Anja", "adviseur"):
        sample("share", "--to", "team", "--as", name, "--yes", "--output", f"{name}.md")
        found = read_share(Path(f"{name}.md"))[0]
        marks.add(found.writer if found else "")
    assert len(marks) == 2
    assert "Anja" not in Path("adviseur.md").read_text(encoding="utf-8")[:400]


def test_an_entry_with_something_wrong_stays(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading that was mistyped may have made another note a part of it."""
    monkeypatch.chdir(cli.home)
    private = cli.saved("moment", CANARY, "--share", "team")
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text("utf-8").replace("· Moment", "· Gesprek (privé)"), "utf-8")
    first = cli.saved("moment", "Voor allen", "--share", "team")
    other = f"## 24-11-2026 · Moment\n\n### Wat verwonderde je?\n<!-- question=surprise -->\n\n{CANARY}\n"
    path.write_text(f"{path.read_text('utf-8')}\n{other}", "utf-8")
    cli.saved("moment", "Ook voor allen", "--share", "team", "--on", "2026-11-02")
    done = cli("share", "--to", "team", "--as", "Anja", "--yes")
    assert done.status == 0
    assert f"notitie {first} gaat niet mee" in done.err
    assert f"notitie {private} gaat niet mee. 2026-11.md, regel 14: in de kop staat dat ze privé is" in done.err
    assert CANARY not in done.out + Path("leerlog-anja-2026-Q4.md").read_text(encoding="utf-8")
    assert "Ook voor allen" in done.out


def test_what_comes_of_a_private_answer_is_private(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its items are marked in the journal, and stay when the rest is shared."""
    monkeypatch.chdir(cli.home)
    given = f"goal: Zoeken\nresults: {CANARY}\nresults.interim: 7 dec\napply: Met Noor\napply.obstacle: Tijd\n"
    done = cli("prepare", "Woo", "--answers", "-", "--share", "team", stdin=f"{given}private: results\n")
    assert done.status == 0, done.err
    (entry,) = cli.journal.read()[0]
    assert {item.text: item.private for item in entry.follow_ups} == {
        "Tussentijds kijken wat het oplevert": True,
        "Met Noor": False,
        "Tijd": False,
    }
    assert "(voor 2026-12-07, privé)" in (cli.folder / entry.file).read_text("utf-8")
    cli("done", f"{entry.id}.1")
    shared = cli("share", "--to", "team", "--as", "Anja", "--yes").out
    assert CANARY not in shared
    assert "Tussentijds" not in shared
    assert "Tijd" in shared


def test_what_stays_may_be_included(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its id or the beginning of it: shown first and whole; whoever reads the share counts it."""
    monkeypatch.chdir(cli.home)
    first = cli.saved("moment", "Voor allen", "--share", "team")
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text("utf-8") + "\n### Mijn kop\n\nMijn tekst (privé, zei Kees)\n", "utf-8")
    other = cli.saved("moment", "Ook voor allen", "--share", "team")
    alone = cli.saved("moment", "Voor mij")
    base = ["share", "--to", "team", "--as", "Anja", "--yes"]
    done = cli(*base)
    assert f"notitie {first} gaat niet mee. 2026-11.md, regel 16: hier staat dat iets privé is" in done.err
    assert f"Zet --include {first} erbij" in done.err
    assert "Mijn tekst" not in done.out
    done = cli(*base, "--include", first[:6])
    assert done.err == ""
    assert done.out.index("Dit gaat mee omdat jij het zegt") < done.out.index("Mijn tekst (privé, zei Kees)")
    assert done.out.index("Mijn tekst") < done.out.index("Ook voor allen")
    assert "Let op: Kijk na of alles mee mag.\n" in cli("--plain", *base, "--include", first).out
    found, problems = read_share(Path("leerlog-anja-2026-Q4.md"))
    assert found
    assert problems == []
    assert [entry.id for entry in found.entries] == [first, other]
    assert f"include={first} -->" in Path("leerlog-anja-2026-Q4.md").read_text(encoding="utf-8")
    # A hand that changes it afterwards is met as anybody's.
    text = Path("leerlog-anja-2026-Q4.md").read_text(encoding="utf-8")
    Path("leerlog-anja-2026-Q4.md").write_text(text.replace("Mijn tekst", "##Los\nMijn tekst"), encoding="utf-8")
    changed, problems = read_share(Path("leerlog-anja-2026-Q4.md"))
    assert changed
    assert ([entry.id for entry in changed.entries], len(problems)) == ([other], 1)
    assert cli(*base, "--include", f"{first},{other}").status == 0
    assert cli(*base, "--include", alone).status == 2
    assert cli(*base, "--include", "zzz").status == 2


def test_only_what_is_as_leerlog_wrote_it_is_taken_as_it_is(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that a hand touched is looked through note by note, with the line ends of Windows it is the same still."""
    monkeypatch.chdir(cli.home)
    cli.saved("moment", "Open", "--share", "team")
    assert cli("share", "--to", "team", "--as", "Anja", "--yes").status == 0
    file = Path("leerlog-anja-2026-Q4.md")
    raw = file.read_bytes()
    looked: list[str] = []
    monkeypatch.setattr(shares, "leave_again", lambda text, *_: looked.append(text) or Leaving((), ()))
    found, problems = read_share(file)
    assert found
    assert ([entry.first_line for entry in found.entries], problems, looked) == (["Open"], [], [])
    file.write_bytes(raw.replace(b"\n", b"\r\n"))
    assert read_share(file)[0]
    assert looked == []
    file.write_bytes(raw + b"SECRET\n")
    assert read_share(file)[0]
    assert len(looked) == 1


def test_of_two_with_one_id_the_others_are_shared(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those two stay, also when they are asked for."""
    monkeypatch.chdir(cli.home)
    twin = cli.saved("moment", "Tweeling", "--share", "team")
    path = cli.folder / "2026-11.md"
    path.write_text(
        path.read_text("utf-8") + "\n" + path.read_text("utf-8").split("\n\n", 1)[1].replace("Tweeling", "Andere"),
        "utf-8",
    )
    cli.saved("moment", "Alleen", "--share", "team")
    done = cli("share", "--to", "team", "--as", "Anja", "--yes")
    assert done.status == 0, done.err
    assert done.err.count(f"notitie {twin} gaat niet mee") == 2
    assert "--include" not in done.err
    assert ("Alleen" in done.out, "Tweeling" in done.out, "Andere" in done.out) == (True, False, False)
    assert cli("share", "--to", "team", "--as", "Anja", "--yes", "--include", twin).status == 1


def journal_of_canaries() -> list[Entry]:
    """Entries with a thousand things that are to stay, each with a canary in it."""
    made = []
    for number in range(100):
        day = date(2026, 11, 1 + number % 28)
        mark = f"{CANARY}{number}"
        kept = Answer("goal", f"{mark} a\n{mark} b", "Wat wil je leren?", Level.POTENTIEEL, private=True)
        open_answer = Answer("apply", f"open {number}", "Hoe ga je het gebruiken?", Level.TOEGEPAST)
        items = (
            FollowUp("follow_up", f"{mark} doen", f"{mark} wie", day, private=True),
            FollowUp("obstacle", f"{mark} weg", private=True, result=f"{mark} kwam"),
            FollowUp("ask", f"gewoon {number}", "Kees"),
        )
        base = Entry(
            new_id(day, (0, 1, number % 32, number // 32, 2, 3)), day, time(9), "prepare", "Voorbereiding", "Cursus",
            (f"{mark} Noor",), (f"{mark} woord",), None, ("team", "leidinggevende"), (), (kept, open_answer), items,
        )  # fmt: skip
        secret = base._replace(
            id=new_id(day, (31, 30, number % 32, number // 32, 29, 31)),
            course=f"{mark} cursus",
            share=(),
            title=f"{mark} titel",
            answers=(Answer("goal", f"{mark} alles", "Wat?", Level.GEREALISEERD),),
        )
        made += [secret, base._replace(builds_on=(secret.id,))]
    return made


def write_by_hand(folder: Path) -> None:
    """What a hand put in the same month: between notes, in fields, in comments, as marks that are almost right."""
    path = folder / "2026-11.md"
    text = path.read_text("utf-8").replace("- Delen: team", f"- Geheim: {CANARY} veld\n- Delen: team", 1)
    path.write_text(
        text
        + f"""
# Los {CANARY}

Tekst tussen de notities: {CANARY}

## 2026-11-29 10:00 · Met de hand
<!-- id=a2zzzzzz checklist=moment geheim={CANARY} -->

- Delen: team

### Open
<!-- {CANARY} opmerking -->

Dit mag. <!-- {CANARY} in de tekst -->

### Niet open
<!-- Privé! -->

{CANARY} 1

### Ook niet
<!-- private -->

{CANARY} 2

### Afspraken
<!-- private=true -->

- [ ] {CANARY} 3

### Belemmeringen

- [ ] {CANARY} 4 (wie: Noor, Prive)
- [ ] {CANARY} 5 (privé, voor vrijdag)

## 2026-11-29 11:00 · Met een dag die er niet is
<!-- id=a2zzzzzx -->

- Delen: team

### Belemmeringen

- [ ] {CANARY} 6 (wie: Noor, voor 2026-11-31, privé)

## 2026-11-30 10:00 · Kapot
<!-- id=a2zzzzzy -->

{CANARY} niet gedeeld

## 2026-11-31 10:00 · Bestaat niet

- Delen: team

{CANARY} 7
""",
        "utf-8",
    )


def test_no_canary_gets_out(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand private things of every kind none is in a share, a sheet or what a team sees."""
    monkeypatch.chdir(cli.home)
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    cli.journal.create()
    cli.journal.add_all(journal_of_canaries())
    write_by_hand(cli.folder)
    raw = (cli.folder / "2026-11.md").read_text("utf-8")
    assert raw.count(CANARY) > 1000
    outs = []
    for to in ("team", "leidinggevende"):
        done = cli("share", "--to", to, "--as", "Anja", "--yes", "--output", f"{to}.md")
        assert done.status == 0, done.err
        outs += [done.out, Path(f"{to}.md").read_text(encoding="utf-8")]
    done = cli("sheet", "Cursus", "--output", "blad.md")
    assert done.status == 0, done.err
    outs += [done.out, Path("blad.md").read_text(encoding="utf-8"), cli("share", "--list").out]
    outs += [cli("sheet", "Cursus", "--format", form).out for form in ("html", "markdown")]
    assert "gewoon 1" in outs[-2]
    folder = cli.home / "team"
    folder.mkdir()
    shutil.copy("team.md", folder)
    (folder / "foto.png").write_text("geen deel", "utf-8")
    for more in ([], ["--anonymous"]):
        for form in (["--full"], ["--plain", "--full"], *(["--format", name] for name in callback_of("review").forms)):
            outs.append(cli("review", "--team", str(folder), *more, *form).out)
    assert [out for out in outs if CANARY in out] == []
    secret = [entry.id for entry in journal_of_canaries() if not entry.share]
    assert [name for name in secret for out in outs if name in out] == []
    assert "open 1" in outs[0]
    assert "Dit mag." not in outs[1]
    assert "gewoon 1" in outs[1]
    assert json.loads(outs[-1])["schema"] == "leerlog.team/1"


def test_what_is_private_in_the_journal_of_a_team_is_not_told(cli: Cli) -> None:
    """In whatever way a hand said so; nor, without names, of which course it was."""
    folder = cli.home / "delen"
    folder.mkdir()
    team = cli.home / "team"
    team.mkdir()
    (team / "2026-11.md").write_text(
        "## 2026-11-03 09:00 · Waardecheck\n<!-- id=a2000001 checklist=waardecheck -->\n\n- Traject: Zeldzaam\n\n"
        f"### Wat?\n<!-- question=x private=true -->\n\n{CANARY} 1\n\n### Afspraken\n\n- [ ] Bellen\n"
        f"- [ ] {CANARY} 4 (wie: Kees, privé)\n"
        + "".join(
            f"\n## 2026-11-04 09:00 · Waardecheck\n<!-- id=a200000{number} checklist=waardecheck -->\n\n"
            f"### Afspraken\n\n- [ ] {CANARY} {said}\n"
            for number, said in enumerate(("2 <!-- privé -->", "3. [private]", "(wie: Kees; privé)", "\n(privé)"), 2)
        ),
        "utf-8",
    )
    args = ["--journal", str(team), "review", "--team", str(folder)]
    for form in ([], ["--format", "json"], ["--format", "csv"], ["--format", "html"], ["--format", "markdown"]):
        assert CANARY not in cli(*args, *form).out
        assert "Bellen" in cli(*args, *form).out or "csv" in form
        nameless = cli(*args, "--anonymous", *form).out
        assert not [word for word in (CANARY, "Zeldzaam", "Kees") if word in nameless]


def test_the_review_of_a_team_opens_with_what_it_agreed_together(cli: Cli) -> None:
    """At its waardecheck, in the journal that is named; of anybody's own journal nothing is told."""
    folder, together = cli.home / "delen", cli.home / "samen"
    folder.mkdir()
    meeting = Entry("9zwaarde", date(2026, 8, 20), None, "waardecheck", "Waardecheck")
    items = (FollowUp("follow_up", "Kees maakt de lijst", "Kees"), FollowUp("ask", "Geheim", private=True))
    own = meeting._replace(id="9zeigen0", checklist="moment", follow_ups=(FollowUp("follow_up", "Van mij"),))
    journal = Journal(together)
    journal.create()
    journal.add(meeting._replace(follow_ups=items))
    journal.add(own)
    for form in ("--plain", "--format=html", "--format=markdown", "--format=json"):
        said = cli("--journal", str(together), "review", "--team", str(folder), form).out
        assert "Kees maakt de lijst" in said
        assert "Geheim" not in said
        assert "Van mij" not in said
        assert "lijst" not in cli("review", "--team", str(folder), form).out
    nameless = cli("--journal", str(together), "review", "--team", str(folder), "--anonymous").out
    assert "Kees" not in nameless
