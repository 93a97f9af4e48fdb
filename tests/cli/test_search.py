"""Searching: what is found, what is not, how it is shown, and that no pattern holds anybody up."""

import json
import shutil
import unicodedata
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.app import search
from leerlog.app.search import LEAST, READY, sieve_of
from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.search import Words
from leerlog.journal.store import Journal
from leerlog.reports.rules import ContentRules
from leerlog.reports.search import hits, parts, told
from tests.conftest import SAMPLE, Cli
from tests.journal.strategies import entries as any_entry

WHEN = date(2026, 11, 2), clock(9, 0)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine, too, starts what tries a pattern in time."""
    monkeypatch.setattr(search, "READY", 60.0)


MONTH = """<!-- leerlog 1 -->

## 2026-10-02 09:00 · Oogst
<!-- id=a1aaaaaa checklist=after -->

- Waarde: toegepast
- Traject: Woo-training
- Met: Renée de Vries
- Trefwoorden: archief
- Delen: team

### Welk resultaat heb je bereikt?
<!-- question=results -->

Een vaste thémalijst hielp.
Wie belt, wint.

### Eigen kopje

Iets met een zwaluw.

### Afspraken

- [x] Werkwijze vastleggen (wie: Noor, gedaan: 2026-10-05)
  - Resultaat: een handleiding
- [ ] Navragen bij de balie (wie: Kees)

## 2026-10-09 · Gesprek over ĳsjes

Bij de vijver gezeten, en collega’s gesproken.
"""


@pytest.fixture
def notes(cli: Cli) -> Cli:
    """Two notes, the second by hand."""
    cli.folder.mkdir()
    (cli.folder / "2026-10.md").write_text(MONTH, encoding="utf-8")
    return cli


def _found(cli: Cli, *args: str) -> list[str]:
    done = cli("search", *args, "--format", "json")
    assert done.status == 0, done.err
    return [entry["date"] for entry in json.loads(done.out)["entries"]]


@pytest.mark.parametrize(
    "words",
    [
        *("themalijst", "THÉMALIJST", "the\u0301malĳst", "renee", "ARCHIEF", "woo", "zwaluw"),
        *("werkwijze", "noor", "handleiding", "Kees", "BELT\u00ad", "wer\u00adkwijze"),
    ],
)
def test_every_part_is_searched(notes: Cli, words: str) -> None:
    """Answers, headings of one's own, items, who does them, what came of them, course, people and tags."""
    assert _found(notes, words) == ["2026-10-02"]


def test_words_are_found_wherever_they_stand_and_all_of_them(notes: Cli) -> None:
    """Each in another part; what was typed as one only together, also over the end of a line."""
    assert _found(notes, "archief", "renée", "handleiding") == ["2026-10-02"]
    assert _found(notes, "archief", "vijver") == []
    assert _found(notes, "hielp. wie") == ["2026-10-02"]
    assert _found(notes, "lijst hielp") == ["2026-10-02"]
    assert _found(notes, "bij de") == ["2026-10-09", "2026-10-02"]
    assert _found(notes, "IJSJES", "collega's") == ["2026-10-09"]


@pytest.mark.parametrize("word", ["bereikt", "resultaat heb", "afspraken", "question", "a1aaaaaa", "toegepast"])
def test_what_is_asked_in_every_note_is_not_searched(notes: Cli, word: str) -> None:
    """Headings of questions, comments and labels are nobody's words."""
    assert _found(notes, word) == []


def test_exact_makes_every_difference(notes: Cli) -> None:
    """And who finds nothing by it is told so."""
    assert _found(notes, "thémalijst", "--exact") == ["2026-10-02"]
    done = notes("search", "themalijst", "--exact")
    assert (done.status, "Zonder --exact is er 1" in done.out) == (0, True)


def test_who_finds_nothing_is_told_where_there_is_something(notes: Cli) -> None:
    """In another period, or without the choice of notes."""
    assert "--all, is er 1" in notes("search", "vijver", "--month").out
    assert "Zonder deze keuze van notities is er 1" in notes("search", "vijver", "--open").out
    done = notes("search", "zzz")
    assert (done.status, done.err) == (0, "")
    assert "niets mee gevonden" in done.out


@pytest.mark.parametrize("words", [(), ("",), ("  ",), ("\u00ad",), ("", "--regex"), ("\u0301",)])
def test_a_search_for_nothing_is_refused(notes: Cli, words: tuple[str, ...]) -> None:
    """With a sentence."""
    done = notes("search", *words)
    assert (done.status, done.out) == (2, "")
    assert "waar zoek je naar?" in done.err


@pytest.mark.parametrize("pattern", [r"(a|a)*$", r"(a+)+$", r"(.*)*\1x", r"(?:a?){40}a{40}b"])
def test_a_pattern_that_takes_too_long_is_ended(cli: Cli, monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    """Whatever it is held against: it would not be ready today."""
    monkeypatch.setattr(search, "READY", 0.3)
    monkeypatch.setattr(search, "LEAST", 0.2)
    cli.saved("moment", "a" * 5000 + "!")
    done = cli("search", "--regex", pattern)
    assert done.status in (0, 2)
    if done.status:
        assert "te veel tijd" in done.err or "te ingewikkeld" in done.err


def test_no_pattern_takes_more_than_three_seconds() -> None:
    """On a machine that does nothing else."""
    assert READY + LEAST < 3


@pytest.mark.parametrize("pattern", ["(a", "[", "*", "(?P<a", "a{2,1}", "(" * 500 + ")" * 500, "\\"])
def test_a_wrong_pattern_is_refused_in_dutch(notes: Cli, pattern: str) -> None:
    """Without a word of a library."""
    done = notes("search", "--regex", pattern)
    assert done.status == 2
    assert "patroon" in done.err
    assert "missing" not in done.err
    assert "Traceback" not in done.err


def test_patterns_are_found_in_any_case_unless_exact(notes: Cli) -> None:
    """And without accents."""
    assert _found(notes, "--regex", r"THEMA\w+", "^een") == ["2026-10-02"]
    assert _found(notes, "--regex", r"THEMA\w+", "--exact") == []
    assert "… hielp" not in notes("search", "--regex", r"th.malijst").out


def test_the_newest_is_first_with_the_words_in_their_sentence(notes: Cli) -> None:
    """On one line, no further than the sentence."""
    out = notes("search", "bij").out
    assert out.index("vijver") < out.index("balie")
    assert "Een vaste thémalijst hielp. …" in notes("search", "themalijst").out
    assert "Resultaat: een handleiding" in notes("search", "handleiding", "--plain").out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--value", "gerealiseerd"], ["2026-10-02"]),
        (["--value", "beleving"], []),
        (["--with", "renee"], ["2026-10-02"]),
        (["--with", "Vries, Kees"], []),
        (["--share", "team"], ["2026-10-02"]),
        (["--share", "leidinggevende"], []),
        (["--open"], ["2026-10-02"]),
        (["--checklist", "after"], ["2026-10-02"]),
        (["--checklist", "prepare"], []),
        (["--course", "woo training"], ["2026-10-02"]),
        (["--tag", "#Archief"], ["2026-10-02"]),
    ],
)
def test_list_and_search_take_the_same_filters(notes: Cli, filters: list[str], expected: list[str]) -> None:
    """All of them, in every form."""
    assert _found(notes, "bij", *filters) == expected
    assert [
        json.loads(line)["date"] for line in notes("list", *filters, "--format", "jsonl").out.splitlines()
    ] == expected


@pytest.mark.parametrize("command", [["list"], ["search", "bij"]])
def test_a_filter_that_means_nothing_is_refused(notes: Cli, command: list[str]) -> None:
    """With the one that it is near to."""
    done = notes(*command, "--checklist", "aftr")
    assert (done.status, "Bedoel je after?" in done.err) == (2, True)
    assert notes(*command, "--value", "9").status == 2
    assert notes(*command, "--share", "iedereen").status == 2


def test_the_entries_are_as_list_gives_them(cli: Cli) -> None:
    """In JSON, in JSON Lines and in a file."""
    shutil.copytree(SAMPLE, cli.folder)
    listed = {entry["id"]: entry for entry in json.loads(cli("list", "--format", "json").out)["entries"]}
    found = json.loads(cli("search", "verzoek", "--format", "json").out)
    assert found["schema"] == "leerlog.journal/1"
    assert len(found["entries"]) > 5
    assert all(listed[entry["id"]] == entry for entry in found["entries"])
    lines = cli("search", "verzoek", "--format", "jsonl").out.splitlines()
    assert list(map(json.loads, lines)) == found["entries"]
    file = cli.home / "gevonden.json"
    assert cli("search", "verzoek", "--output", str(file)).status == 0
    assert json.loads(file.read_text(encoding="utf-8")) == found


def test_who_searches_with_list_is_sent_to_search(notes: Cli) -> None:
    """With the words that were typed; and so is who types the Dutch word."""
    assert "leerlog search themalijst" in notes("list", "themalijst").err
    assert "leerlog search" in notes("zoek", "themalijst").err


@pytest.mark.parametrize(("command", "to"), [("list", "err"), ("search", "out")])
def test_who_types_an_id_is_sent_to_show(notes: Cli, command: str, to: str) -> None:
    """It is no period, and no word that stands in a note."""
    assert "leerlog show a3f6qxgx" in getattr(notes(command, "a3f6qxgx"), to)
    assert "leerlog show" not in getattr(notes(command, "anders"), to)


@given(any_entry(), st.sampled_from([str, str.upper, str.lower, str.title]), st.sampled_from(["NFC", "NFD"]), st.data())
def test_any_word_of_a_note_finds_it(cli: Cli, entry: Entry, way: type[str], form: str, data: st.DataObject) -> None:
    """In any case and normal form, read from disk by the sieve; and what is shown holds what was found."""
    shutil.rmtree(cli.folder, ignore_errors=True)
    cli.folder.mkdir()
    journal = Journal(cli.folder)
    saved = journal.add(entry)
    words = [
        word
        for text in parts(saved, ContentRules())
        for word in text.replace("ı", " ").split()
        if Words((word,)).there()
    ]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    asked = Words((unicodedata.normalize(form, way(word)),))
    where = hits(parts(saved, ContentRules()), asked)
    assert where
    assert told(saved, ContentRules(), where).text
    assert saved.id in [each.id for each in journal.read(sieve=sieve_of(asked, ContentRules()))[0]]


def test_what_was_found_holds_no_control_characters(cli: Cli) -> None:
    """Nor does a text that is made for it lead a terminal anywhere."""
    cli.folder.mkdir()
    for text in ("klaar\x1b[2J", "[bold]klaar[/bold] \u202eklaar", "klaar" + "\u0301" * 300, "x" * 3000 + "klaar"):
        journal = cli.journal
        journal.add(Entry("", *WHEN, "moment", "Moment", answers=(Answer("surprise", text, "Vraag"),)))
    done = cli("search", "klaar", "KLAAR")
    assert done.status == 0
    assert "4 notities" in done.out
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def test_an_item_alone_is_found() -> None:
    """Also where there is no answer beside it."""
    entry = Entry("a1aaaaaa", *WHEN, "moment", "Moment", follow_ups=(FollowUp("ask", "Mag het rustiger?"),))
    where = hits(parts(entry, ContentRules()), Words(("rustiger?",)))
    assert where
    assert told(entry, ContentRules(), where) == (entry, "Mag het rustiger?", ("rustiger?",))


def test_the_checklists_are_completed(notes: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind the option that takes one."""
    monkeypatch.setenv("_LEERLOG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "leerlog search --checklist aft")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert notes().out.split() == ["after"]


def test_of_many_the_newest_are_shown_and_the_others_counted(cli: Cli) -> None:
    """A hundred on the screen, all with --full and in every form; of a pattern as well."""
    cli.folder.mkdir()
    blocks = "".join(f"\n## 2026-10-{1 + n // 10:02} 10:{n % 10:02}\n\nzwaluw {n}\n" for n in range(130))
    (cli.folder / "2026-10.md").write_text("<!-- leerlog 1 -->\n" + blocks)
    for words in (["zwaluw"], ["--regex", "zwal.w"]):
        some = cli("search", *words)
        assert some.out.count("zwaluw") == 100 + ("--regex" not in words)
        assert "130 notities" in some.out
        assert "… en nog 30 oudere. Alles: --full" in some.out
        assert "zwaluw 129" in some.out
        assert "zwaluw 29" not in some.out
        every = cli("search", *words, "--full").out
        assert "zwaluw 29" in every
        assert "oudere" not in every
        assert len(cli("search", *words, "--format", "jsonl").out.splitlines()) == 130
