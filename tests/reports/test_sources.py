from datetime import date, timedelta

import pytest

from leerlog.reports.sources import around, chain_problems, leads_back, likely_sources


def ids(entries):
    return [entry.id for entry in entries]


def test_what_shares_most_is_offered_first(make, rules):
    """The course before people, people before tags, then the most recent."""
    new = make("n", "2026-11-23", "nu", course="Woo-training", people=("Anja", "Kees"), tags=("balie",))
    others = [
        make("tag", "2026-11-22", "een", tags=("Balie",)),
        make("one", "2026-11-20", "een", people=("anja",)),
        make("two", "2026-11-01", "een", people=("Kees", "Anja")),
        make("course", "2026-10-01", "een", course="woo-Training"),
        make("later", "2026-10-02", "een", course="Woo-training"),
        make("none", "2026-11-22", "een", people=("Bram",)),
    ]
    assert ids(likely_sources(new, [new, *others], rules)) == ["later", "course", "two", "one", "tag"]
    assert ids(likely_sources(new, others, rules, most=2)) == ["later", "course"]


def test_what_did_not_get_further_is_offered_first(make, rules):
    """Somebody who applied something built on an idea, not on a result."""
    new = make("n", "2026-11-23", "nu", "toegepast", course="Woo")
    others = [
        make("result", "2026-11-20", "een", "gerealiseerd", course="Woo"),
        make("idea", "2026-11-02", "een", "potentieel", course="Woo"),
    ]
    assert ids(likely_sources(new, others, rules)) == ["idea", "result"]


@pytest.mark.parametrize(
    ("day", "more"),
    [
        ("2026-08-24", {}),  # 91 days before
        ("2026-11-24", {}),  # the day after
        ("2026-11-20", {"checklist": "hill"}),
        ("2026-11-20", {"course": ""}),
    ],
)
def test_what_is_old_later_or_of_another_kind_is_not_offered(make, rules, day, more):
    """Ninety days is the limit; a score is nothing to build on; without a course two notes share none."""
    new = make("n", "2026-11-23", "nu", course="Woo")
    other = make("o", day, "een", **{"course": "Woo", **more})
    assert likely_sources(new, [other], rules) == ()
    edge = make("e", (date(2026, 11, 23) - timedelta(days=90)).isoformat(), "een", course="Woo")
    assert ids(likely_sources(new, [edge], rules)) == ["e"]


def test_what_it_builds_on_already_is_not_offered(make, rules):
    """Nor the note itself."""
    new = make("n", "2026-11-23", "nu", course="Woo", builds_on=("o",))
    assert likely_sources(new, [new, make("o", "2026-11-20", "een", course="Woo")], rules) == ()


def test_around_names_sources_that_are_read_later(make):
    """In both directions, also through an entry that is not among them."""
    linked = [
        make("b", "2026-10-02", "twee", builds_on=("a", "z")),
        make("c", "2026-10-03", "drie", builds_on=("b",)),
        make("y", "2026-10-03", "apart", builds_on=("x",)),
    ]
    assert around("b", linked) == {"a", "b", "c", "z"}
    assert around("a", linked) == {"a", "b", "c", "z"}
    assert around("alone", linked) == {"alone"}


def test_leading_back_is_seen_over_any_distance(make):
    """And from an entry to itself."""
    chain = [make(f"e{n}", "2026-10-02", "x", builds_on=(f"e{n - 1}",)) for n in range(1, 3000)]
    assert leads_back("e0", "e2999", chain)
    assert leads_back("e5", "e5", chain)
    assert not leads_back("e2999", "e0", chain)


def test_sources_that_are_not_there_are_problems(make):
    """Named with the note that builds on them."""
    (problem,) = chain_problems([make("a", "2026-10-01", "een", builds_on=("weg",), file="2026-10.md", line=7)])
    assert (problem.file, problem.line) == ("2026-10.md", 7)
    assert "notitie a bouwt op weg" in problem.message


def test_circles_are_problems_that_name_their_notes(make):
    """At the earliest note of each circle, once; what leads into a circle is no part of it."""
    entries = [
        make("a", "2026-10-01", "een", builds_on=("b",), line=1),
        make("b", "2026-10-02", "twee", builds_on=("a",), line=2),
        make("c", "2026-10-03", "drie", builds_on=("c",), line=3),
        make("d", "2026-10-04", "vier", builds_on=("a",), line=4),
        make("p", "2026-10-05", "x", builds_on=("q",), line=5),
        make("q", "2026-10-06", "x", builds_on=("r",), line=6),
        make("r", "2026-10-07", "x", builds_on=("p", "d"), line=7),
    ]
    found = {problem.line: problem.message for problem in chain_problems(entries)}
    assert sorted(found) == [1, 3, 5]
    assert "a en b" in found[1]
    assert "c bouwt op zichzelf" in found[3]
    assert all(name in found[5] for name in "pqr")


def test_a_healthy_journal_has_no_problems_of_chains(sample):
    """As the sample is."""
    assert chain_problems(sample) == []
