from datetime import date, time

import pytest

from leerlog.documents.agenda import agenda_document, today_document
from leerlog.documents.courses import course_document, courses_document, story_document
from leerlog.documents.drafts import Waiting, drafts_document
from leerlog.documents.entries import entry_document, list_document
from leerlog.documents.guide import checklists_document, topic_document, topics_document
from leerlog.documents.share import Sent, shares_document
from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.guide import parts_of
from leerlog.domain.period import ALL, quarter_of
from leerlog.domain.text import cells
from leerlog.domain.value import Level
from leerlog.library.content import load_guide
from leerlog.reports.agenda import build_agenda
from leerlog.reports.courses import build_courses
from leerlog.reports.stories import story
from leerlog.reports.today import build_today

TODAY = date(2026, 11, 23)
LONG = "leerlog drafts --resume prepare-woo-training-voor-vergunningen-86c12c82"
WAITING = [
    Waiting("prepare-woo", "Voorbereiding · Woo-training voor vergunningen", "1 van 9", TODAY, LONG),
    Waiting("insights", "Inzichten", "begonnen", TODAY, "leerlog insights"),
]
FILE = "/home/anja/Documenten/gedeeld/leerlog-adviseur-2026-Q4-leidinggevende.md"
SENT = [
    Sent(TODAY, "leidinggevende", "adviseur informatiehuishouding", 21, 0, quarter_of(TODAY), FILE, replaced=True),
    Sent(TODAY, "leidinggevende", "adviseur informatiehuishouding", 19, 2, quarter_of(TODAY), FILE),
    Sent(TODAY, "team", "", 3, 0, ALL, FILE, there=False),
]


@pytest.fixture
def documents(sample, rules):
    guide = load_guide()[0]
    courses = build_courses(sample, TODAY, rules)
    by_id = {entry.id: entry for entry in sample}
    by_topic = {each.id: each for each in guide.topics}
    return {
        "today": today_document(build_today(sample, TODAY, rules)),
        "agenda": agenda_document(build_agenda(sample, TODAY)),
        "list": list_document(sample, "Notities", TODAY, rules),
        "entry": entry_document(by_id["a2k16k7v"], TODAY, story(sample, "a2k16k7v", rules)),
        "story": story_document(story(sample, "a1jgacf1", rules), "a1jgacf1", TODAY),
        "courses": courses_document(courses, TODAY),
        "course": course_document(courses[0], [by_id[name] for name in courses[0].entries], TODAY, rules),
        "checklists": checklists_document(guide.checklists),
        "topics": topics_document(guide.topics),
        "topic": topic_document(by_topic["doelen"], parts_of(by_topic["doelen"], guide)),
        "drafts": drafts_document(WAITING, TODAY),
        "shares": shares_document(SENT, TODAY),
    }


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_page_fits_every_screen(documents, shown, width):
    """No line is wider than the screen."""
    for name, page in documents.items():
        assert max(cells(line) for line in shown(page, width=width).split("\n")) <= width, name


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_word_is_broken_for_what_stands_beside_it(documents, shown, width):
    """A command or a file goes below the text, and stays whole where a line can hold it."""
    drafts, shares = (shown(documents[name], width=width) for name in ("drafts", "shares"))
    words = {word for each in WAITING for word in f"{each.about} {each.state} {each.command}".split()}
    assert words - set(drafts.split()) == set()
    assert {"leidinggevende", "informatiehuishouding", "ingetrokken"} - set(shares.replace(",", "").split()) == set()
    if width >= 100:
        assert LONG in drafts
        assert FILE in shares


def test_a_list_of_what_was_shared_tells_under_which_name_and_what_was_taken_back(documents, shown):
    """A share from before names were kept has none; of a file the last is what it holds."""
    plain = shown(documents["shares"], plain=True)
    last, before, first = [line for line in plain.split("\n") if line.startswith("Gedeeld, op")][::-1]
    assert "met de leidinggevende, als adviseur informatiehuishouding, 21 notities, 1 oktober" in last
    assert last.endswith(" (later vervangen)")
    assert "19 notities, 2 ingetrokken, 1 oktober" in before
    assert before.endswith(FILE)
    assert "met het team, 3 notities, alles: " in first


def test_every_plain_page_is_facts(documents, shown):
    """Label, colon, value; a line without a label belongs to the text above it; no boxes, no bars, no marks."""
    for name, page in documents.items():
        text = shown(page, plain=True)
        assert not set(text) & set("█✓○│─"), name
        if name != "topic":
            assert [line for line in text.split("\n") if line and ": " not in line and line[0] != " "] == [], name


def test_the_agenda_says_how_to_tick_what(sample, shown):
    """Every open item with its ref, those over time first; what is long overdue only when it is asked for."""
    agenda = build_agenda(sample, TODAY)
    for plain in (True, False):
        text = shown(agenda_document(agenda), plain=plain)
        assert [item.ref for item in agenda.open if item.ref not in text] == [
            item.ref for item in agenda.open if item.long_overdue
        ]
        text = shown(agenda_document(agenda, late=True), plain=plain)
        places = [text.index(item.ref) for item in agenda.open]
        assert places == sorted(places)
        assert f"leerlog done {agenda.open[0].ref}" in text


def test_an_empty_agenda_says_so(shown):
    """And where an agreement comes from."""
    assert "Er staat niets open" in shown(agenda_document(build_agenda([], TODAY)))


def test_a_list_shows_the_id_to_ask_for_it_by(sample, rules, shown):
    """Under the month, with the words of a checklist and not its dates."""
    text = shown(list_document(sample, "Notities", TODAY, rules))
    assert text.index("juli 2026") < text.index("9y95eqrz") < text.index("augustus 2026")
    assert "a12k15qt  15     Voorbereiding · Woo-training · Beter zoeken" in text
    assert "2026-11-02" not in text
    assert "1 notitie\n" in shown(list_document(sample[:1], "Notities", TODAY, rules))


def test_an_empty_list_says_what_to_do(rules, shown):
    """The caller may say it better, as search does."""
    assert "leerlog moment" in shown(list_document([], "Notities", TODAY, rules))
    assert "Niets gevonden" in shown(list_document([], "Zoeken", TODAY, rules, empty="Niets gevonden"))


def test_an_entry_is_shown_whole(shown):
    """Every line of it, its people, its items and what is private."""
    entry = Entry(
        "k3f9qa2b",
        TODAY,
        time(16, 42),
        "moment",
        "Moment",
        "Woo-training",
        ("Anja", "Kees"),
        ("zoeken",),
        Level.TOEGEPAST,
        ("team",),
        ("h2x8mmq4",),
        (Answer("surprise", "regel een\n\n  - regel twee", "Wat?", None, True),),
        (FollowUp("follow_up", "Uitproberen", "Anja", date(2026, 12, 7)), FollowUp("obstacle", "Geen tijd")),
        "2026-11.md",
        7,
    )
    text = shown(entry_document(entry, TODAY), width=80)
    for part in ("Moment · Woo-training", "maandag 23 november 2026, 16:42", "3 toegepast", "Anja, Kees", "zoeken"):
        assert part in text
    assert "  regel een\n\n    - regel twee\n" in text
    for part in ("h2x8mmq4", "privé", "Uitproberen", "nog 14 dagen", "Belemmeringen", "2026-11.md, regel 7"):
        assert part in text
    plain = shown(entry_document(entry, TODAY), plain=True)
    assert "Wat?, privé: regel een\n\n    - regel twee\n" in plain
    assert "Afspraak, open, wie Anja, voor 7 december 2026, nog 14 dagen: Uitproberen" in plain


def test_an_obstacle_among_agreements_is_called_one(sample, rules, shown):
    """On a page of all kinds of items, where no heading says it."""
    course = next(each for each in build_courses(sample, TODAY, rules) if each.name == "Woo-training")
    entries = [entry for entry in sample if entry.course == "Woo-training"]
    text = shown(course_document(course, entries, TODAY, rules))
    assert "✓  belemmering · Geen rechten in het lakprogramma" in text
    assert "○  Bespreken hoe het gaat" in text


def test_today_tells_what_there_is(sample, rules, shown):
    """On a day in the application window: what is due, what to apply, and the command."""
    text = shown(today_document(build_today(sample, date(2026, 11, 7), rules)), width=80)
    assert text.startswith("Zaterdag 7 november 2026\n")
    assert "nog 13 dagen  Woo-training" in text
    assert '\n    leerlog moment --course "Woo-training" --value toegepast\n' in text
    assert "1 over tijd" in text


def test_a_course_tells_what_was_expected_and_what_came(sample, rules, shown):
    """From its preparation to its harvest."""
    courses = build_courses(sample, TODAY, rules)
    course = next(course for course in courses if course.name == "Woo-training")
    entries = [entry for entry in sample if entry.course == "Woo-training"]
    text = shown(course_document(course, entries, TODAY, rules))
    assert text.index("Een verzoek kost een dag minder") < text.index("voorbereiding") < text.index("gerealiseerd")


def test_every_checklist_is_named_with_its_command(shown):
    """One of your own is asked with `ask`."""

    checklists = load_guide()[0].checklists
    own = checklists[0]._replace(id="dagstart", title="Dagstart")
    text = shown(checklists_document((*checklists, own)))
    assert "leerlog prepare" in text
    assert "leerlog ask dagstart" in text
