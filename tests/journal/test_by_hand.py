"""What people and their editors make of a file: nothing crashes, nothing is lost, problems have their line."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import id_month
from leerlog.domain.value import Level
from leerlog.journal.blocks import blocks
from leerlog.journal.parsing import parse
from leerlog.journal.reading import parse_file
from leerlog.journal.splice import find
from leerlog.journal.writing import render
from tests.journal.strategies import texts

PRETTIER = """<!-- leerlog 1 -->

# Leerlog november 2026

## 2026-11-23 16:42 · Moment

<!-- id=a2f9qa2b checklist=moment -->

- Waarde: toegepast
- Traject: Woo-training
- Met: Anja, Kees

### Wat heeft jou verwonderd in je werk vandaag?

<!-- question=surprise value=beleving private=true -->

Dat een burger zelf al wist.

### Afspraken

- [ ] Uitproberen in het spreekuur, dat op
      dinsdag is (wie: Anja, voor 2026-12-07)
"""


@pytest.mark.parametrize("change", [str, lambda t: t.replace("\n", "\r\n"), lambda t: t.replace("\n- ", "\n* ")])
def test_a_formatted_file_reads_the_same(change: "type[str]") -> None:
    """Blank lines, other bullets and wrapped items, as formatters make them, change nothing."""
    (entry,), problems = parse(change(PRETTIER), "2026-11.md")
    assert not problems
    assert (entry.id, entry.checklist, entry.date, entry.time) == (
        "a2f9qa2b",
        "moment",
        date(2026, 11, 23),
        time(16, 42),
    )
    assert (entry.value, entry.course, entry.people) == (Level.TOEGEPAST, "Woo-training", ("Anja", "Kees"))
    (answer,), (item,) = entry.answers, entry.follow_ups
    assert (answer.question, answer.value, answer.private) == ("surprise", Level.BELEVING, True)
    assert answer.text == "Dat een burger zelf al wist."
    assert (item.text, item.who) == ("Uitproberen in het spreekuur, dat op dinsdag is", "Anja")


def test_notes_without_comments_count() -> None:
    """A date is enough; each gets an id of its own, the same every time, that names its month."""
    text = "## 2026-11-23\nEen.\n\n## 2026-11-23\nTwee.\n\n## 2026-11-24 9:05 Met titel\n- Met: Anja\n\nDrie.\n"
    found, problems = parse(text, "2026-11.md")
    assert [e.answers[0].text for e in found] == ["Een.", "Twee.", "Drie."]
    assert (found[2].title, found[2].time, found[2].people) == ("Met titel", time(9, 5), ("Anja",))
    ids = [e.id for e in found]
    assert len(set(ids)) == 3
    assert {id_month(i) for i in ids} == {"2026-11"}
    assert not problems
    assert parse(text, "2026-11.md", ("Twee",))[0][0].id == ids[1]
    for entry in found:
        span = find(text, entry.id)
        assert span
        assert entry.answers[0].text in text[slice(*span)]


def test_an_id_survives_bytes_that_are_not_utf8() -> None:
    """Reading and changing decode such bytes differently, and still mean the same entry."""
    raw = b"## 2026-11-23 caf\xe9\n\nEen.\n\n## 2026-11-24 \xe2\x82\n\nTwee\n"
    entries, (problem,) = parse_file(raw, "2026-11.md")
    assert str(problem) == "2026-11.md:1: hier staan bytes die geen geldige UTF-8 zijn"
    for entry in entries:
        assert find(raw.decode("utf-8", "surrogateescape"), entry.id)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("## 2026-11-31 · X\n\nx\n", ["1: de datum 2026-11-31 bestaat niet; deze notitie telt niet mee"]),
        ("\n\n## 2026-13-01\n", ["3: de datum 2026-13-01 bestaat niet; deze notitie telt niet mee"]),
        ("## 2026-11-01 25:00\n", ["1: het tijdstip 25:00 bestaat niet; deze notitie staat zonder tijd"]),
        ("x\n## 2026-10-01\n", ["2: een notitie van 2026-10-01 hoort in 2026-10.md; zet haar over"]),
        (
            "## 2026-11-01\n\n- Met: A\n- Waarde: veel\n\n### Q\n\n<!-- question=q value=9 -->\n",
            [
                "4: 'veel' is geen waardeniveau; de waarde telt niet mee",
                "8: '9' is geen waardeniveau; de waarde telt niet mee",
            ],
        ),
        (
            "## 2026-11-01\n<!-- id=a2000000 -->\n\n## 2026-11-02\n<!-- id=a2000000 -->\n",
            ["4: de id a2000000 staat al bij een eerdere notitie; geef deze een andere"],
        ),
        (
            "## 2026-11-01\n\n### Afspraken\n<!-- value=1 -->\n\n- [ ] a\n- [ ] b (voor 2026-11-31)\n",
            ["7: de datum 2026-11-31 bestaat niet; deze afspraak staat zonder datum"],
        ),
        ("x\n## 3-11-2026 · X\n", ["2: '## 3-11-2026' begint geen notitie; schrijf de kop als ## 2026-11-23"]),
        ("## 2026-11-3\n", ["1: '## 2026-11-3' begint geen notitie; schrijf de kop als ## 2026-11-23"]),
        ("## 3 nov 2026\n", ["1: '## 3 nov' begint geen notitie; schrijf de kop als ## 2026-11-23"]),
        ("### 3-11-2026\n## 2026\n# November 2026\n", []),
        (
            "## 2026-11-01 · x\n<!-- id=a2000000 private -->\n",
            ["1: deze notitie noemt zich privé; haal dan ook weg met wie je haar deelt"],
        ),
        (
            "## 2026-11-01\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> main\n",
            [
                "2: hier staat een samenvoegconflict van git; los het op",
                "6: hier staat een samenvoegconflict van git; los het op",
            ],
        ),
    ],
)
def test_problems_say_where(text: str, problems: list[str]) -> None:
    """Each problem names the line it is on, in files with other line ends too."""
    expected = [f"2026-11.md:{problem}" for problem in problems]
    assert [str(p) for p in parse(text, "2026-11.md")[1]] == expected
    assert [str(p) for p in parse(text.replace("\n", "\r\n"), "2026-11.md")[1]] == expected


def test_one_bad_entry_leaves_the_others() -> None:
    """What cannot be read is a problem of its own, and stays in the file."""
    text = "## 2026-11-30\nx\n\n## 2026-11-31\ny\n\n## 2026-11-01\nz\n"
    found, problems = parse(text, "2026-11.md")
    assert [e.answers[0].text for e in found] == ["x", "z"]
    assert [p.line for p in problems] == [4]


CODE = """## 2026-11-01

```sh
# geen kop
## ook niet
### ook niet
```

Erna.

### Q
<!-- question=q -->

```
# niet gesloten

### R
<!-- question=r -->

````
### in de code
```
````

# Eigen kop

```
## 2026-11-02
x
```
"""


def test_headings_in_code_are_text() -> None:
    """A closed fence hides headings; an open one hides neither answers nor entries."""
    first, second = parse(CODE)[0]
    assert [a.title for a in first.answers] == ["", "Q", "R"]
    assert first.answers[0].text == "```sh\n# geen kop\n## ook niet\n### ook niet\n```\n\nErna."
    assert first.answers[2].text == "````\n### in de code\n```\n````"
    assert (second.date.day, second.answers[0].text) == (2, "x\n```")
    assert parse(render(first))[0][0].answers == first.answers
    short = "## 2026-11-01\r\n```\r\n# x\r\n```\r\nerna"
    assert list(blocks(short)) == [(0, len(short))]
    windows = CODE.replace("\n", "\r\n")
    assert parse(windows)[0] == [first, second]
    spans = [CODE[start:end].replace("\n", "\r\n") for start, end in blocks(CODE)]
    assert [windows[start:end] for start, end in blocks(windows)] == spans


def test_foreign_headings_end_an_entry() -> None:
    """Notes by hand between the entries belong to none of them."""
    text = "Vooraf.\n## 2026-11-01\na\n# Kop\nb\n## 23 november\nc\n## 2026-11-02\nd\n"
    assert [e.answers[0].text for e in parse(text)[0]] == ["a", "d"]
    assert [text[start:end] for start, end in blocks(text)] == ["## 2026-11-01\na\n", "## 2026-11-02\nd\n"]


def test_a_heading_in_an_answer_hides_no_later_answer() -> None:
    """Who puts a heading in an answer by hand, keeps the answers and items below it."""
    text = "## 2026-11-01\n### Q\n<!-- question=q -->\n\n## Kop\n\na\n\n### R\n\n<!-- question=r -->\n\nb\n"
    more = text + "\n# Nog een\n\n### Afspraken\n\n- [ ] c\n\n# Los\n\nd\n"
    for month in (more, more.replace("\n", "\r\n")):
        (entry,) = parse(month)[0]
        assert [a.text for a in entry.answers] == ["## Kop\n\na", "b\n\n# Nog een"]
        assert [f.text for f in entry.follow_ups] == ["c"]


def test_what_only_looks_like_ours_is_text() -> None:
    """A comment in words and a list of one's own are the person's; of a label further down it is said."""
    text = (
        "## 2026-11-01\n<!-- private gedachte -->\n\n- foo: bar\n\n- Waarde: x\n\n### Q\n<!-- value judgement -->\nx\n"
    )
    (entry,), problems = parse(text)
    assert [a.text for a in entry.answers] == [
        "<!-- private gedachte -->\n\n- foo: bar\n\n- Waarde: x",
        "<!-- value judgement -->\nx",
    ]
    assert [(p.line, p.message) for p in problems] == [
        (6, "'- Waarde: x' telt niet mee; zet direct onder de kop: - Waarde: x")
    ]


def test_a_private_answer_is_private_however_it_is_said() -> None:
    """Better hidden too much than shown by mistake."""
    for words in ("private", "private=true", "private=ja", "question=q private", "private="):
        assert parse(f"## 2026-11-01\n### Q\n<!-- {words} -->\nx\n")[0][0].answers[0].private
    assert not parse("## 2026-11-01\n### Q\n<!-- private=nee -->\nx\n")[0][0].answers[0].private


def test_answers_under_the_heading_of_items_keep_their_comment() -> None:
    """An answer called Belemmeringen, with its question, is an answer."""
    text = "## 2026-11-01\n### Belemmeringen\n<!-- question=obstacles -->\n\n- [ ] x\n"
    (entry,) = parse(text)[0]
    assert (entry.answers[0].text, entry.follow_ups) == ("- [ ] x", ())


@given(st.lists(texts, max_size=6).map("\n".join), st.sampled_from(["", "## 2026-11-01\n", "## 2026-11-01\n\n### Q\n"]))
def test_nothing_crashes(text: str, begin: str) -> None:
    """Any file can be read; each entry that is found can be found again, and written and read once more."""
    found, problems = parse(begin + text, "2026-11.md")
    assert all(p.line for p in problems)
    for entry in found:
        if [e.id for e in found].count(entry.id) == 1:
            assert find(begin + text, entry.id)


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_is_a_problem(bom: bytes) -> None:
    """It says what to do."""
    entries, (problem,) = parse_file(bom + b"#\0", "2026-11.md")
    assert not entries
    assert "opnieuw op als UTF-8" in str(problem)


ITEMS = """## 2026-11-23 · Moment

### Afspraken

- [ ] een (voor 2026-12-12, wie: Kees)
-[ ] twee (wie: Anja; Voor vr 11 dec).
> - [ ] drie (vóór
  9 maart) #werk
* [x] vier (wie: Noor, Gedaan op
  5 dec)
- [] vijf ( voor 2026-12-07 )
1. [X] zes (gedaan
  2026-10-12)
"""


@pytest.mark.parametrize("change", [str, lambda t: t.replace("\n", "\r\n")])
def test_items_in_any_spelling_are_items(change: "type[str]") -> None:
    """With their names and days, which count from the day of the entry; also in a file of Windows."""
    (entry,), problems = parse(change(ITEMS), "2026-11.md")
    assert not problems
    assert not entry.answers
    found = [(i.text, i.who, i.due and i.due.isoformat(), i.done and i.done.isoformat()) for i in entry.follow_ups]
    assert found == [
        ("een", "Kees", "2026-12-12", None),
        ("twee.", "Anja", "2026-12-11", None),
        ("drie #werk", "", "2027-03-09", None),
        ("vier", "Noor", None, "2026-12-05"),
        ("vijf", "", "2026-12-07", None),
        ("zes", "", None, "2026-10-12"),
    ]
    assert [i.ticked for i in entry.follow_ups] == [False, False, False, True, False, True]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- [ ] a (wie: )", "achter 'wie:' staat geen naam; deze afspraak staat zonder datum"),
        ("- [ ] a (voor 7 dec, voor 9 dec)", "er staan twee datums tussen haakjes; deze afspraak staat zonder datum"),
        ("- [ ] a (wie: A) b (wie: B)", "er staat twee keer wie; de rest is nu tekst"),
        ("- [ ] a (voor 7 dec", "een haakje gaat open en niet weer dicht; deze afspraak staat zonder datum"),
        ("- [?] a", "dit vakje ken ik niet; schrijf - [ ] of - [x]"),
        ("- a (voor 7 dec)", "hier staat geen vakje, dus dit telt niet mee; schrijf - [ ] ervoor"),
        ("- a", "hier staat geen vakje, dus dit telt niet mee; schrijf - [ ] ervoor"),
        ("en dan a", "deze regel hoort niet bij de afspraak erboven; zet er twee spaties voor"),
    ],
)
def test_an_item_that_is_almost_understood_is_told(line: str, said: str) -> None:
    """With its line; all of it stays there to be read."""
    block = f"## 2026-11-23 · Moment\n\n### Afspraken\n\n- [ ] eerst\n{line}\n- [ ] laatst\n"
    for text in (block, block.replace("\n", "\r\n")):
        (entry,), (problem,) = parse(text, "2026-11.md")
        assert (problem.line, problem.message) == (6, said)
        words = " ".join([*(item.text for item in entry.follow_ups), *(answer.text for answer in entry.answers)])
        assert line.partition("a")[2].split(" (wie: B)")[0].strip() in words


@pytest.mark.parametrize(
    ("block", "line", "said"),
    [
        ("tekst\n\n- Waarde: 3\n", 4, "'- Waarde: 3' telt niet mee; zet direct onder de kop: - Waarde: 3"),
        ("### Wat?\n<!-- question=q -->\n\ntekst\n* Met: Kees\n", 6, "'* Met: Kees' telt niet mee"),
        ("- Met: Kees\n- waarde : 3\n", 3, "'waarde : 3' telt niet mee; zet direct onder de kop: - Waarde: 3"),
        ("- waarde: 3\n", 2, "'- waarde: 3' telt niet mee; zet direct onder de kop: - Waarde: 3"),
        ("Waarde: 3\ntekst\n", 2, "'Waarde: 3' telt niet mee"),
        ("\u2022 bouwt  op: a2000000\n", 2, "zet direct onder de kop: - Bouwt op: a2000000"),
    ],
)
def test_a_label_that_does_not_count_is_told(block: str, line: int, said: str) -> None:
    """Below the text, or spelled almost right; with its line."""
    for text in (f"## 2026-11-07 · Moment\n{block}", f"## 2026-11-07 · Moment\r\n{block}".replace("\n", "\r\n")):
        (entry,), (problem,) = parse(text.replace("\r\r", "\r"), "2026-11.md")
        assert problem.line == line
        assert said in problem.message
        assert entry.value is None


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "2026-11-07: Moment",
            "2026-11-07 : Moment",
            "2026-11-07 - Moment",
            "2026-11-07-Moment",
            "2026-11-07 | Moment",
        ),
        *("2026-11-07|Moment", "2026-11-07, Moment", "2026-11-07 Moment", "2026-11-07 \u2013 Moment"),
        *("2026-11-07 | Moment", "2026-11-07 \u2022 Moment"),
    ],
)
def test_a_title_stands_behind_any_mark(heading: str) -> None:
    """As it does behind a dot, with or without a time."""
    for day in (heading, heading.replace("07", "07 16:42", 1)):
        (entry,), problems = parse(f"## {day}\n", "2026-11.md")
        assert (entry.title, problems) == ("Moment", [])
    assert parse("## 2026-11-07 · - 5 graden\n")[0][0].title == "- 5 graden"
    assert parse("## 2026-11-07 -5 graden\n")[0][0].title == "-5 graden"
