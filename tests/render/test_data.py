import json
from datetime import date, time

from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry, FollowUp, Problem
from leerlog.domain.value import Level
from leerlog.render.data import review_json
from leerlog.render.entry_json import entry_json, entry_lines, journal_json
from leerlog.render.json_text import line, pieces, text

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.none() | st.dates()
answers = st.builds(Answer, words, words, words, st.none() | st.sampled_from(Level), st.booleans())
items = st.builds(
    FollowUp, st.sampled_from(["follow_up", "obstacle", "ask"]), words, words, days, days, st.booleans(), words
)
lists = st.lists(words, max_size=3).map(tuple)
entries = st.builds(
    Entry,
    words,
    st.dates(),
    st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    words,
    words,
    words,
    lists,
    lists,
    st.none() | st.sampled_from(Level),
    lists,
    lists,
    st.lists(answers, max_size=3).map(tuple),
    st.lists(items, max_size=3).map(tuple),
)


def laid_out(made):
    """How the standard library lays JSON out, and what a terminal would obey by its number."""
    plain = json.dumps(made, ensure_ascii=False, indent=2)
    obeyed = (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    return plain.translate({code: f"\\u{code:04x}" for code in obeyed})


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words
anything = st.recursive(scalars, lambda part: st.lists(part, max_size=3) | st.dictionaries(words, part, max_size=3))
tables = st.dictionaries(words, anything, max_size=3)


@given(tables, st.lists(anything, max_size=3))
@example({}, [])
@example({"a": [[], {}, True, False, None, 0, 1.5]}, [{"\x7f%s\u202e": "100% \x9b"}])
def test_json_is_the_same_in_whatever_way_it_is_written(made, items):
    """At once, on one line, or piece by piece: as the standard library has it, byte for byte but on one line."""
    assert text(made) == laid_out(made)
    assert json.loads(line(made)) == made
    assert "\n" not in line(made)
    assert "".join(pieces(made, "items!", items)) == laid_out({**made, "items!": items}) + "\n"


@given(entries)
def test_json_loses_nothing_of_what_was_written(entry):
    """Whatever the text: the entry's own texts come back from the JSON, laid out as any JSON is."""
    made = json.loads(entry_json(entry))
    assert laid_out(made) == entry_json(entry)
    assert date.fromisoformat(made["date"]) == entry.date
    assert (time.fromisoformat(made["time"]) if made["time"] else None) == entry.time
    assert [(a["question"], a["text"], a["private"]) for a in made["answers"]] == [
        (a.question, a.text, a.private) for a in entry.answers
    ]
    assert [a.get("title", "") for a in made["answers"]] == [a.title for a in entry.answers]
    assert [(f["kind"], f["text"], f["who"], f["result"]) for f in made["follow_ups"]] == [
        (f.kind, f.text, f.who, f.result) for f in entry.follow_ups
    ]


def test_an_entry_has_the_fields_of_the_format():
    """These names, in this order, and null for what is not there."""
    answers = (Answer("surprise", "x", "Wat?", Level.TOEGEPAST, True),)
    follow_ups = (
        FollowUp("follow_up", "a", "Anja", date(2026, 12, 7)),
        FollowUp("obstacle", "b", ticked=True),
        FollowUp("ask", "c", done=date(2026, 12, 8), ticked=True, result="d"),
    )
    entry = Entry(
        "k3f9qa2b", date(2026, 11, 23), None, "moment", "Moment", "Woo", ("Anja",), ("t",), None, ("team",),
        ("h2x8mmq4",), answers, follow_ups,
    )  # fmt: skip
    made = json.loads(entry_json(entry))
    assert made == {
        "id": "k3f9qa2b",
        "date": "2026-11-23",
        "time": None,
        "checklist": "moment",
        "title": "Moment",
        "course": "Woo",
        "with": ["Anja"],
        "tags": ["t"],
        "value": None,
        "share": ["team"],
        "builds_on": ["h2x8mmq4"],
        "answers": [{"question": "surprise", "text": "x", "value": "toegepast", "private": True, "title": "Wat?"}],
        "follow_ups": [
            {
                "kind": "follow_up",
                "text": "a",
                "who": "Anja",
                "due": "2026-12-07",
                "done": None,
                "result": "",
                "private": False,
            },
            {"kind": "obstacle", "text": "b", "who": "", "due": None, "done": True, "result": "", "private": False},
            {"kind": "ask", "text": "c", "who": "", "due": None, "done": "2026-12-08", "result": "d", "private": False},
        ],
    }
    assert list(made)[:3] == ["id", "date", "time"]


def test_an_export_has_a_schema_and_every_entry(sample):
    """Readable for people too: no escapes for accents."""
    written = "".join(journal_json(sample))
    made = json.loads(written)
    assert made["schema"] == "leerlog.journal/1"
    assert [entry["id"] for entry in made["entries"]] == [entry.id for entry in sample]
    assert "‘definitief_concept_v3’" in written
    assert written == laid_out(made) + "\n"


def test_json_lines_have_an_entry_on_each(sample):
    """The same entries, none of them with a line's end within."""
    lines = "".join(entry_lines(sample)).splitlines(keepends=True)
    assert [json.loads(each) for each in lines] == json.loads("".join(journal_json(sample)))["entries"]
    assert all(each.endswith("}\n") for each in lines)


def test_an_export_is_written_while_it_is_read(sample):
    """No entry is asked for before the one in front of it has been written."""
    given_out = []
    written = journal_json(given_out.append(entry.id) or entry for entry in sample)
    for number, piece in enumerate(written):
        assert len(given_out) <= number
        assert piece.count('"id"') <= 1


def test_a_review_has_the_fields_of_the_format(quarter):
    """Those that programs were promised, with the period's last day included."""
    made = json.loads(review_json(quarter, [Problem("2026-11.md", 41, "de datum bestaat niet")]))
    promised = {
        "schema", "period", "previous", "levels", "unvalued", "stories", "stuck", "obstacles", "asks", "follow_ups",
        "courses", "conditions", "problems",
    }  # fmt: skip
    assert promised <= set(made)
    assert made["schema"] == "leerlog.review/1"
    assert made["period"] == {"start": "2026-10-01", "end": "2026-12-31", "label": "vierde kwartaal 2026"}
    assert [(level["id"], level["number"]) for level in made["levels"]] == [(x.value, x.number) for x in Level]
    for level in made["levels"]:
        assert set(level) == {"id", "number", "title", "count", "previous_count", "items"}
        assert len(level["items"]) == level["count"]
        assert all(
            set(item) - {"private", "by"} == {"entry", "date", "course", "question", "text"} for item in level["items"]
        )
    assert set(made["unvalued"]) == {"count", "previous_count", "items"}
    assert made["problems"] == [{"file": "2026-11.md", "line": 41, "message": "de datum bestaat niet"}]
