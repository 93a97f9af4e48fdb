"""The table that the JSON of a review would give: what its CSV is held beside."""

import csv
import io
import re

from leerlog.render.rows import safe_cell

LISTS = {"obstacle": "obstacles", "ask": "asks", "follow_up": "follow_ups"}
HEADINGS = {
    "agreed": "Afgesproken, en wat ervan kwam",
    "obstacle": "Belemmeringen",
    "ask": "Vragen aan het team",
    "follow_up": "Nieuwe afspraken",
}
REACH = ("lowest", "median", "highest", "count")


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def part_of(text, part):
    return [row for row in rows_of(text) if row["part"] == part]


def lines(markdown, heading, start):
    """How many lines of a section of the Markdown begin like this."""
    section = markdown.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return len(re.findall(rf"^{start}", section, re.MULTILINE))


def same_lists(markdown, table):
    """Whether the Markdown has as many items in every list as the table, and as many of them done."""
    for part, heading in HEADINGS.items():
        rows = part_of(table, part)
        assert lines(markdown, heading, r"- \[.\] ") == len(rows) > 0
        assert lines(markdown, heading, r"- \[x\] ") == len([row for row in rows if row["done"]])
    stories = part_of(table, "story")
    assert lines(markdown, "Verhalen", "### ") == len({row["story"] for row in stories}) > 1
    assert lines(markdown, "Verhalen", "- ") == sum(len(part_of(table, part)) for part in ("story", "expected", "came"))
    assert lines(markdown, "Om over te praten", "- ") == len(part_of(table, "talk")) > 0
    return True


def cell(value):
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else safe_cell(f"{value:g}" if isinstance(value, float) else str(value))


# What may be private; the JSON says it only of what is.
MAY_BE_PRIVATE = ("agreed", "yield", "story", "came", "stuck", "obstacle", "ask", "follow_up")


def of_own(made):
    """The rows of one's own review, in order."""
    return (({"private": False} if row["part"] in MAY_BE_PRIVATE else {}) | row for row in _of_own(made))


def _of_own(made):
    yield from _top(made)
    if made["audience"]:
        yield {"part": "audience", "text": made["audience"]}
    yield from _items("agreed", made["agreed"])
    yield from _levels(made)
    yield from _stories(made)
    yield from ({"part": "stuck", "number": 2, "level": "potentieel"} | each for each in made["stuck"])
    for part, name in LISTS.items():
        yield from _items(part, made[name])
    for course in made["courses"]:
        names = ("phase", "start", "end", "window", "applied", "reaped", "open")
        about = {"course": course["name"], "text": course["expected"]}
        hill = {"score": course["hill"], "most": course["hill_most"]}
        yield {"part": "course"} | about | hill | {name: course[name] for name in names}
    for scores in made["hill"]:
        about = {"part": "hill", "course": scores["course"], "date": scores["date"]}
        yield from (about | _noted(each) | {"previous": each["previous_score"]} for each in scores["scores"])
    for each in made["conditions"]:
        note = {"date": each["date"], "previous": each["previous_score"]}
        yield {"part": "condition", "score": each["score"]} | _noted(each, "question", "title") | note
        yield from ({"part": "round"} | _named(each) | one for one in each["rounds"])
    yield from ({"part": "day", "date": day, "count": number} for day, number in made["days"].items())
    yield from ({"part": "talk", "text": text} for text in made["talk"])


def of_team(made):
    """The rows of a team's review, in order; of too few people there is none."""
    if made["people"] is None:
        return
    yield from _top(made)
    yield {"part": "people", "count": made["people"]}
    yield from ({"part": "name", "by": name} for name in made["names"] or ())
    yield from _items("agreed", made["agreed"])
    yield from _levels(made)
    yield from _stories(made)
    yield from _items("obstacle", made["obstacles"])
    yield from _items("ask", made["asks"])
    for each in made["follow_ups"]:
        assert {item["who"] for item in each["items"]} == {each["who"]}
        yield from _items("follow_up", each["items"])
    for each in made["conditions"]:
        yield {"part": "condition"} | _named(each) | _named(each, *REACH)
        yield from ({"part": "round"} | _named(each) | _named(one, "start", "end", *REACH) for one in each["rounds"])
    yield from ({"part": "talk", "text": text} for text in made["talk"])


def same(rows, found, columns):
    """Whether these are the rows that were found, with every cell that they do not name empty."""
    asked = [dict.fromkeys(columns, "") | {name: cell(value) for name, value in row.items()} for row in found]
    assert [list(row.items()) for row in rows] == [list(row.items()) for row in asked]
    return True


def _named(each, *names):
    return {name: each[name] for name in names or ("question", "title")}


def _noted(each, *names):
    return {"text": each["note"]} | _named(each, *(names or ("question", "title", "score", "most")))


def _top(made):
    about = {"title": made["period"]["label"], "start": made["period"]["start"], "end": made["period"]["end"]}
    yield {"part": "period", "count": made["count"], "previous": made["previous_count"]} | about


def _items(part, items):
    return ({"part": part} | {name: item[name] for name in item if name not in ("ref", "kind")} for item in items)


def _levels(made):
    levels = [*made["levels"], {"id": None, "number": None, "title": ""} | made["unvalued"]]
    for each in levels:
        counts = {"count": each["count"], "previous": each["previous_count"]}
        yield {"part": "level", "number": each["number"], "level": each["id"], "title": each["title"]} | counts
    for each in levels:
        yield from ({"part": "yield", "number": each["number"], "level": each["id"]} | item for item in each["items"])


def _stories(made):
    numbers = {each["id"]: each["number"] for each in made["levels"]} | {None: None}
    for at, story in enumerate(made["stories"], 1):
        told = {"story": at, "title": story["title"]}
        for step in story["steps"]:
            bare = {name: value for name, value in step.items() if name != "builds_on"}
            by = {"by": story["by"]} if "by" in story else {}
            yield {"part": "story", "number": numbers[step["level"]]} | told | bare | by
        for each in story["expected"]:
            yield {"part": "expected"} | told | {name: each[name] for name in ("course", "text")}
            if came := each["came"]:
                yield {"part": "came", "number": numbers[came["level"]]} | told | came
