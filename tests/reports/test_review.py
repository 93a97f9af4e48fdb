import random
from datetime import date, timedelta

import pytest

from leerlog.domain.entry import FollowUp
from leerlog.domain.period import ALL, Period, previous, quarter_of, week_of
from leerlog.domain.period_words import last_days, parse_period
from leerlog.reports.review import build_review

TODAY = date(2026, 11, 23)
Q4 = quarter_of(TODAY)


def test_the_sample_quarter_has_the_numbers_that_grep_finds(sample, rules):
    """Counted another way: from the raw entries."""
    review = build_review(sample, Q4, TODAY, rules)
    in_q4 = [entry for entry in sample if entry.date >= date(2026, 10, 1)]
    assert (review.count, review.previous_count) == (len(in_q4), len(sample) - len(in_q4))
    moments = sum(entry.value == "toegepast" for entry in in_q4)
    said = [answer for entry in in_q4 for answer in entry.answers if answer.text != "Nog niets"]
    answers = sum(answer.value == "toegepast" for answer in said)
    assert review.levels[2].count == moments + answers
    assert all(tally.count == len(tally.outcomes) for tally in (*review.levels, review.unvalued))


def test_a_review_of_everything_has_no_period_before(sample, rules):
    """So no change is shown, and nothing was agreed before it."""
    review = build_review(sample, ALL, TODAY, rules)
    assert (review.previous, review.previous_count, review.agreed) == (None, None, ())
    assert {tally.previous_count for tally in review.levels} == {None}
    assert review.count == len(sample)
    assert (review.first, review.last) == (sample[0].date, sample[-1].date)


def test_entries_in_the_future_count_in_their_period(make, rules):
    """A planned note of next month belongs to the quarter that is asked for."""
    review = build_review([make("a", "2026-12-24", "iets", "toegepast")], Q4, TODAY, rules)
    assert (review.count, review.levels[2].count) == (1, 1)


def test_an_empty_journal_gives_an_empty_review(rules):
    """Five empty levels and no crash, at both ends of the calendar too."""
    for period in (Q4, ALL, Period(date.min, date.min, ""), Period(date.max, date.max, "")):
        for today in (TODAY, date.min, date.max):
            review = build_review([], period, today, rules)
            assert (review.count, review.first, review.stuck) == (0, None, ())
            assert [tally.count for tally in review.levels] == [0] * 5


def test_a_potential_is_stuck_after_more_than_fourteen_days_without_a_result(make, rules):
    """As of today, or as of the end of a period that is over."""
    entry = make("a", "2026-11-09", "idee", "potentieel")

    def stuck(day, *more, period=Q4):
        return [each.entry for each in build_review([entry, *more], period, date.fromisoformat(day), rules).stuck]

    assert stuck("2026-11-23") == []
    assert stuck("2026-11-24") == ["a"]
    assert stuck("2027-03-01") == ["a"]
    november = parse_period("month", "2026-11", TODAY)
    assert stuck("2027-03-01", make("b", "2026-12-05", "iets", builds_on=("a",)), period=november) == ["a"]
    assert stuck("2026-12-24", make("b", "2026-12-05", "iets", builds_on=("a",))) == []


def test_an_entry_that_got_further_itself_is_not_stuck(make, rules):
    """A harvest with an idea and something applied has moved on."""
    answers = {"potential": "idee", "applied": "gedaan"}
    harvest = make("a", "2026-10-01", checklist="after", answers=answers)
    lying = make("b", "2026-10-01", checklist="after", answers={"potential": "idee", "experience": "fijn"})
    assert [each.entry for each in build_review([harvest, lying], Q4, TODAY, rules).stuck] == ["b"]


def test_a_potential_of_the_period_before_is_still_seen(make, rules):
    """One of 30 September is stuck in the next quarter, not in its own."""
    entries = [make("a", "2026-09-30", "idee", "potentieel"), make("b", "2026-05-01", "oud idee", "potentieel")]
    assert [each.entry for each in build_review(entries, Q4, TODAY, rules).stuck] == ["a"]


def test_follow_ups_of_the_period_stand_apart_from_those_of_before(make, rules):
    """What is new is not what was agreed."""
    old = make("a", "2026-08-02", "iets", follow_ups=(FollowUp("follow_up", "oud", due=date(2026, 11, 1)),))
    new = make("b", "2026-10-02", "iets", follow_ups=(FollowUp("follow_up", "nieuw"),))
    review = build_review([old, new], Q4, TODAY, rules)
    assert [(each.text, each.days) for each in review.agreed] == [("oud", -22)]
    assert [each.text for each in review.follow_ups] == ["nieuw"]


def test_conditions_stand_beside_the_round_before(make, rules):
    """The latest of the period; a round from long ago is still the one before."""
    rounds = [
        make("a", "2026-01-05", checklist="conditions", answers={"feedback": "2 weinig", "change": "4"}),
        make("b", "2026-10-05", checklist="conditions", answers={"feedback": "9"}),
        make("c", "2026-11-05", checklist="conditions", answers={"feedback": "4 beter", "support": "3"}),
        make("d", "2027-01-05", checklist="conditions", answers={"feedback": "1"}),
    ]
    found = build_review([rounds[0], *rounds[2:]], Q4, TODAY, rules).conditions
    assert [(each.question, each.previous and each.previous.highest, each.now.highest) for each in found] == [
        ("feedback", 2, 4),
        ("support", None, 3),
    ]
    assert found[0].note == "beter"
    assert build_review(rounds, Q4, TODAY, rules).conditions[0].previous is None
    assert build_review(rounds[:1], Q4, TODAY, rules).conditions == ()


def test_only_courses_that_the_period_touches_are_named(make, rules):
    """By a note in it, or by running on in it after a note in the period before."""
    dates = {"start": "2026-10-01", "end": "2026-10-05"}
    entries = [
        make("a", "2026-09-02", checklist="prepare", course="Loopt door", answers=dates),
        make("b", "2026-09-02", "iets", course="Voorbij"),
        make("c", "2026-10-02", "iets", course="Genoemd"),
    ]
    assert {course.name for course in build_review(entries, Q4, TODAY, rules).courses} == {"Loopt door", "Genoemd"}


def test_the_order_and_doubles_of_what_is_given_do_not_matter(sample, rules):
    """Entries may come in parts that overlap."""
    mixed = [*sample, *sample[10:40]]
    random.Random(1).shuffle(mixed)
    assert build_review(mixed, Q4, TODAY, rules) == build_review(sample, Q4, TODAY, rules)


def needed(entries, period, today):
    """The least that a review has to be given, as `build_review` says."""
    before = previous(period)
    span = [e for e in entries if e.date in period or (before and e.date in before)]
    courses = {e.course.casefold() for e in span if e.course}
    by_id = {e.id: e for e in entries}
    kept = {e.id for e in span}
    kept |= {e.id for e in entries if e.course.casefold() in courses or e.checklist in ("prepare", "conditions")}
    kept |= {e.id for e in entries if any(f.open or (f.done and f.done >= period.start) for f in e.follow_ups)}
    while True:
        onward = {e.id for e in entries if kept & set(e.builds_on)}
        back = {source for name in kept | onward for source in by_id[name].builds_on if source in by_id}
        if onward | back <= kept:
            return [e for e in entries if e.id in kept]
        kept |= onward | back


@pytest.mark.parametrize("period", [Q4, quarter_of(date(2026, 8, 1)), week_of(TODAY), last_days("20d", TODAY)])
def test_a_part_of_the_journal_gives_the_same_review(sample, rules, period):
    """As long as it is the part that is asked for."""
    part = needed(sample, period, TODAY)
    assert build_review(part, period, TODAY, rules) == build_review(sample, period, TODAY, rules)


def test_a_part_of_a_long_journal_gives_the_same_review(make, rules):
    """Three years of notes with chains, courses and items all through them."""
    dice = random.Random(7)
    entries = []
    for number in range(400):
        day = date(2024, 1, 1) + timedelta(days=number * 3)
        due = day + timedelta(days=dice.randrange(60))
        done = due if dice.random() < 0.7 else None
        items = (FollowUp(dice.choice(["follow_up", "obstacle", "ask"]), "iets", "", due, done, done is not None),)
        sources = (f"e{dice.randrange(number):03}",) if number and dice.random() < 0.2 else ()
        value = dice.choice(["", "beleving", "potentieel", "toegepast"])
        more = {"follow_ups": items if dice.random() < 0.3 else (), "builds_on": sources}
        entries.append(make(f"e{number:03}", str(day), "iets", value, course=dice.choice(["", "", "A", "B"]), **more))
    today = entries[-1].date
    for period in (quarter_of(today), quarter_of(date(2025, 5, 1)), parse_period("month", "2026-02", today)):
        part = needed(entries, period, today)
        assert build_review(part, period, today, rules) == build_review(entries, period, today, rules)


def test_the_days_of_a_review_add_up_to_its_notes(sample, rules):
    """Each day once, oldest first."""
    review = build_review(sample, Q4, TODAY, rules)
    assert sum(number for _, number in review.days) == review.count
    assert [day for day, _ in review.days] == sorted({entry.date for entry in sample if entry.date in Q4})


def test_the_last_hill_round_of_a_course_comes_with_it(make, rules):
    """Under the course's name of now, with the sum that the course has; a course without a round has none."""
    first, last = ({rules.hill[0].id: "1", rules.hill[1].id: "2"}, {rules.hill[0].id: "3"})
    entries = [
        make("a1", "2026-10-01", checklist="hill", answers=first, course="woo"),
        make("a2", "2026-11-01", checklist="hill", answers=last, course="Woo"),
        make("a3", "2026-11-02", "iets", course="Anders"),
    ]
    review = build_review(entries, Q4, TODAY, rules)
    assert [(scores.course, scores.total, scores.most) for scores in review.hill] == [("Woo", 3, 3)]
    assert [(course.name, course.hill) for course in review.courses if course.hill] == [("Woo", 3)]
    assert (review.hill[0].previous_total, review.hill[0].scores[0].previous) == (3, 1)


def test_conditions_remember_every_round(make, rules):
    """Up to the period's last, those that skipped the question left out."""
    name = rules.conditions[0].id
    days = {"2026-03-01": "2", "2026-06-01": "5", "2026-11-02": "3", "2027-02-01": "1"}
    entries = [make(f"a{day}", day, checklist="conditions", answers={name: text}) for day, text in days.items()]
    entries.append(make("b1", "2026-09-01", checklist="conditions", answers={rules.conditions[1].id: "4"}))
    found = build_review(entries, Q4, TODAY, rules).conditions[0]
    assert [each.highest for each in found.rounds] == [2, 5, 3]
    assert found.previous is None
