from datetime import date

from leerlog.domain.entry import FollowUp
from leerlog.domain.period import ALL, quarter_of
from leerlog.domain.value import Level
from leerlog.reports.expected import expected_of
from leerlog.reports.stories import StoryGraph, story

Q4 = quarter_of(date(2026, 11, 23))


def ids(told):
    return [step.entry for step in told.steps]


def test_a_story_goes_back_to_its_sources_and_on_to_its_results(make, rules):
    """From the middle of the chain the whole of it is told, oldest first."""
    entries = [
        make("c", "2026-11-02", "sneller", "gerealiseerd", builds_on=("b",)),
        make("b", "2026-09-14", "ik begin er ook mee", "toegepast", builds_on=("a",)),
        make("a", "2026-09-03", "Noor zocht op thema", "potentieel"),
    ]
    told = story(entries, "b", rules)
    assert ids(told) == ["a", "b", "c"]
    assert [step.level for step in told.steps] == [Level.POTENTIEEL, Level.TOEGEPAST, Level.GEREALISEERD]
    assert told.reached is Level.GEREALISEERD
    assert told.steps[1].sources == ("a",)


def test_a_step_may_have_several_sources_and_several_results(make, rules):
    """Both sources and both results are in the one story."""
    entries = [
        make("a", "2026-10-01", "een"),
        make("b", "2026-10-02", "twee"),
        make("c", "2026-10-03", "drie", builds_on=("a", "b")),
        make("d", "2026-10-04", "vier", builds_on=("c",)),
        make("e", "2026-10-05", "vijf", builds_on=("c",)),
    ]
    (told,) = StoryGraph(entries).stories(Q4, rules)
    assert ids(told) == ["a", "b", "c", "d", "e"]


def test_circles_itself_and_missing_sources_are_no_trouble(make, rules):
    """What a hand may write in a journal must not stop a review."""
    entries = [
        make("a", "2026-10-01", "een", builds_on=("b",)),
        make("b", "2026-10-02", "twee", builds_on=("a",)),
        make("c", "2026-10-03", "drie", builds_on=("c", "weg")),
    ]
    assert [ids(told) for told in StoryGraph(entries).stories(ALL, rules)] == [["a", "b"]]
    assert ids(story(entries, "c", rules)) == ["c"]
    assert story(entries, "weg", rules) is None


def test_only_chains_that_touch_the_period_are_told_whole(make, rules):
    """A source from before and a result from after belong to it; a chain that ended before does not."""
    entries = [
        make("a", "2026-07-01", "een"),
        make("b", "2026-10-02", "twee", builds_on=("a",)),
        make("c", "2027-02-03", "drie", builds_on=("b",)),
        make("x", "2026-07-01", "een"),
        make("y", "2026-08-02", "twee", builds_on=("x",)),
    ]
    assert [ids(told) for told in StoryGraph(entries).stories(Q4, rules)] == [["a", "b", "c"]]


def test_the_furthest_story_comes_first(make, rules):
    """Then the most recent one."""
    entries = [
        make("a", "2026-10-01", "een", "potentieel"),
        make("b", "2026-12-02", "twee", "toegepast", builds_on=("a",)),
        make("c", "2026-10-01", "een", "potentieel"),
        make("d", "2026-10-02", "twee", "gerealiseerd", builds_on=("c",)),
    ]
    assert [ids(told)[-1] for told in StoryGraph(entries).stories(Q4, rules)] == ["d", "b"]


def test_what_was_expected_stands_beside_what_came(make, rules):
    """From the preparation of the same course, however its name is written."""
    prepare = make("p", "2026-09-01", checklist="prepare", course="woo-Training", answers={"results": "een dag minder"})
    entries = [
        prepare,
        make("a", "2026-10-01", "een", course="Woo-training"),
        make("b", "2026-10-02", "twee", builds_on=("a",)),
    ]
    (told,) = StoryGraph(entries).stories(Q4, rules)
    assert [(each.course, each.text) for each in told.expected] == [("woo-Training", "een dag minder")]
    assert told.expected[0].came is None


def test_a_story_is_called_after_its_course_its_words_or_its_start(make, rules):
    """Whatever most of its steps share."""

    def title(**more):
        entries = [
            make("a", "2026-10-01", "Noor zocht op thema\nen meer", **more),
            make("b", "2026-10-02", "twee", builds_on=("a",), **more),
        ]
        return StoryGraph(entries).stories(Q4, rules)[0].title

    assert title(course="Woo-training", tags=("zoeken",)) == "Woo-training"
    assert title(tags=("zoeken", "balie")) == "Zoeken en balie"
    assert title() == "Noor zocht op thema"


def test_the_sample_tells_the_story_of_the_sports_hall(sample, rules):
    """From searching by theme to one day instead of three, over two quarters."""
    told = story(sample, "a0jghjjw", rules)
    assert ids(told)[:4] == ["9yj8m56v", "9yc1rj2k", "a0jghjjw", "a0dnbwnw"]


def test_what_was_expected_stands_beside_the_later_answer_to_that_same_question(make, rules):
    """Not beside whatever got the furthest; a no is no answer, nor what came before the preparation."""

    def of(name, day, checklist, **answers):
        return make(name, day, checklist=checklist, course="Woo", answers=answers)

    old = of("o", "2025-11-01", "after", results="vorig jaar")
    prepared = of("p", "2026-10-01", "prepare", results="een dag minder")
    during = of("d", "2026-10-10", "during", interim="een uur minder", meeting="elke week")
    after = of("a", "2026-11-01", "after", results="een halve dag", insight="Ik kijk anders", others="Zij ook")
    no = of("n", "2026-11-05", "after", results="Nog niets.")
    for entries, came in (
        ([old, prepared], None),
        ([old, prepared, during], ("d", "interim", None, "een uur minder")),
        ([old, prepared, during, after], ("a", "results", Level.GEREALISEERD, "een halve dag")),
        ([old, prepared, during, after, no], ("a", "results", Level.GEREALISEERD, "een halve dag")),
    ):
        (expected,) = story([*entries, make("m", "2026-11-20", "iets", course="Woo")], "m", rules).expected
        found = expected.came
        assert (found and (found.entry, found.question, found.level, found.text)) == came
        assert expected == expected_of(entries, rules)
    assert expected_of([old, during], rules) is None


def test_what_a_look_at_a_course_gave_stands_beside_what_was_expected(make, rules):
    """The last of the looks and the answers; not one that saw nothing, was dropped or is another talk."""

    def look(text, day, result):
        return FollowUp("follow_up", text, done=date.fromisoformat(day), ticked=True, result=result)

    looks = (
        look("Tussentijds kijken wat het oplevert", "2026-10-12", "22 dagen"),
        look("Eerste resultaten bekijken", "2026-11-02", "Nog niets."),
        look("Eerste resultaten bekijken", "2026-11-02", "vervallen: geen tijd"),
        look("Bespreken hoe het gaat", "2026-11-03", "Goed"),
    )
    prepared = make("p", "2026-10-01", checklist="prepare", course="Woo", answers={"results": "20 dagen"})
    prepared = prepared._replace(follow_ups=looks)
    came = expected_of([prepared], rules).came
    assert (came.entry, came.text, came.date) == ("p", "22 dagen", date(2026, 10, 12))
    during = make("d", "2026-10-12", checklist="during", course="Woo", answers={"interim": "21 dagen"})
    assert expected_of([prepared, during], rules).came.entry == "d"
    assert expected_of([prepared, during._replace(date=date(2026, 10, 11))], rules).came.entry == "p"
