"""The review as a document: one's own, for an audience, or of a team."""

from collections.abc import Iterator, Sequence

from leerlog.documents.blocks import (
    Bars,
    Bullets,
    Cell,
    Column,
    Command,
    Count,
    Days,
    Document,
    Fact,
    Figures,
    Items,
    Line,
    Matrix,
    Names,
    Outcomes,
    Phrase,
    Remarks,
    Section,
    Stories,
    Table,
    Text,
    Total,
    Withheld,
    Words,
    sheet_of,
)
from leerlog.documents.phrases import (
    NOTES,
    PEOPLE,
    WEIGH,
    course_state,
    done_of,
    ended,
    how_to_share,
    item_line,
    period_title,
)
from leerlog.domain.agenda import Item, by_whom
from leerlog.domain.course import Course
from leerlog.domain.dates import count
from leerlog.domain.entry import Problem
from leerlog.domain.outcome import LevelCount
from leerlog.domain.period import KIND_NAMES, Period, period_before, range_words, round_name
from leerlog.domain.value import Level
from leerlog.reports.levels import EARLY
from leerlog.reports.review import Review, Team
from leerlog.reports.rules import STUCK_DAYS
from leerlog.reports.unused import IN_THE_WAY, Unused

STUCK = f"langer dan {STUCK_DAYS} dagen potentieel"
PER_STUCK = 3
LEARN = "Ook hiervan leer je: leerlog explain niet-gebruikt"
ITEMS = 6
NOBODY = "nog van niemand"
ANONYMOUS = (
    "Namen, en wie iets doet, staan er niet in. Let op: een tekst kan zijn schrijver toch verraden. "
    "Lees hem na voordat je hem aan anderen geeft. Geef dezelfde mensen ook geen twee terugblikken "
    "die elkaar overlappen: uit het verschil is soms te zien wat één mens schreef."
)
FEW = "In deze periode deelden te weinig mensen iets om het zonder namen te tonen: dat kan vanaf {} mensen."
HIDDEN = "Waar minder dan {} mensen aan bijdroegen, staat geen aantal."
NOTHING = (
    "In deze periode is er niets gedeeld.",
    "Iedereen deelt zelf, met: leerlog share --to team",
    "Zet de bestanden die je krijgt in deze map.",
)
EMPTY = (
    "In deze periode staat er niets in je leerlog. Dat geeft niet: er is vast wel iets gebeurd.",
    "Weet je nog een moment? Schrijf het alsnog op, met de dag erbij:",
)


def review_document(review: Review, problems: Sequence[Problem] = ()) -> Document:
    """The review; `problems`: what was wrong with the files of a team."""
    team = review.team
    sections = (
        *notices(review),
        *_listed("agreed", "Afgesproken, en wat ervan kwam", "Afgesproken", "Eerder afgesproken", review.agreed, team),
        *_levels(review),
        *_stories(review),
        *_stuck(review),
        *_listed("obstacles", "Belemmeringen", "Belemmeringen", "Belemmering", review.obstacles, team),
        *_listed("asks", "Vragen aan het team", "Vragen", "Vraag aan het team", review.asks, team),
        *_benefits(review),
        *_new(review),
        *_courses(review),
        *_unused(review),
        *_conditions(review),
        *_days(review),
        *_talk(review),
        *_left_out(team, problems),
    )
    kind = "Terugblik van het team" if team else "Terugblik"
    return Document(kind, period_title(review.period), sections, tuple(facts(review)), review.today, foot=_foot(review))


def private_count(review: Review) -> int:
    """How many texts of a review were marked as private."""
    found = [each for level in (*review.levels, review.unvalued) for each in level.outcomes]
    found += [step for story in review.stories for step in story.steps]
    found += [each.came for story in review.stories for each in story.expected if each.came]
    items = [*review.agreed, *review.obstacles, *review.asks, *review.follow_ups]
    items += [item for each in review.unused for item in (*each.obstacles, *each.foreseen)]
    kept = {(each.entry, each.text) for each in (*found, *review.stuck) if each.private}
    return len(kept | {(item.entry, item.text) for item in items if item.private})


def facts(review: Review) -> Iterator[Fact]:
    """What is to be known of the whole."""
    yield Fact("", _when(review))
    if team := review.team:
        yield Fact("Mensen", Total(_told(team.people, team), PEOPLE), "aside")
    if review.count is not None:
        # Nothing beside nothing is no comparison.
        since = review.previous if review.count or review.previous_count else None
        yield Fact("Notities", Total(review.count, NOTES, review.previous_count if since else None, since), "aside")
    if team and team.names:
        yield Fact("Wie", Names(team.names))
    if review.audience:
        yield Fact("Te zien", _only(review), "notice")


def _when(review: Review) -> Figures:
    """The resolved range, where the title does not have it, and how long it still has to go."""
    start, end = review.period.ends(review.first, review.last)
    days = _to_go(review)
    told = (_range(review), f"nog {count(days, 'dag', 'dagen')} te gaan" if days else "")
    values = (("begin", start), ("einde", end), ("dagen te gaan", days or None))
    return Figures(Remarks(tuple(part for part in told if part)), values)


def _range(review: Review) -> Phrase | str:
    """The resolved range, where the title does not have it; of everything, the days of the first and last entry."""
    if review.period.kind == "all":
        return Phrase((Period(review.first, review.last, ""),)) if review.first and review.last else ""
    return "" if range_words(review.period) == period_title(review.period) else Phrase((review.period,))


def _to_go(review: Review) -> int:
    """How many days one's own period still has to go; 0 when it is over."""
    if review.team or review.period.kind == "all" or review.today not in review.period:
        return 0
    return (review.period.end - review.today).days


def _only(review: Review) -> str:
    """Of a review for others, what is in it; not of how much, for that is the writer's own business."""
    return f"Alleen wat je deelt met je {review.audience}"


def _foot(review: Review) -> Phrase:
    made = ("Gemaakt met leerlog op ", review.today)
    if review.team:
        return Phrase(
            (*made, ", uit wat ieder zelf met het team deelde. Geef het niet verder zonder dat aan hen te vragen.")
        )
    if review.audience:
        return Phrase((*made, f". {_only(review)}."))
    return Phrase((*made, ". Dit zijn persoonlijke notities: deel ze alleen met wie je wilt."))


def _told(number: int | None, team: Team | None) -> int | Withheld:
    return Withheld(team.minimum if team else 0) if number is None else number


def notices(review: Review) -> Iterator[Section]:
    """What there is to know before all else."""
    if team := review.team:
        if not team.people and team.people is not None:
            yield Section("", tuple(Text(text, "Let op", "lead") for text in NOTHING))
        if team.anonymous:
            yield Section("", tuple(Text(text, "Anoniem", "notice") for text in _unsaid(review, team)))
    elif not review.count:
        texts, command = _empty(review)
        yield Section("", (*(Text(text, "", "lead") for text in texts), Text(Command(command), "Probeer", under=True)))


def _unsaid(review: Review, team: Team) -> Iterator[str]:
    """What an anonymous review does not tell."""
    yield ANONYMOUS
    if team.people is None:
        yield FEW.format(team.minimum)
    elif any(each.count is None for each in (*review.levels, review.unvalued)):
        yield HIDDEN.format(team.minimum)


def _empty(review: Review) -> tuple[tuple[str, ...], str]:
    """What a period without notes is told, and the command to try."""
    if review.period.start > review.today:
        return ("Deze periode moet nog beginnen. Er staat nog niets in je leerlog.",), "leerlog review --quarter vorig"
    if review.audience:
        text = f"In deze periode deel je nog niets met je {review.audience}."
        return (text, *how_to_share(review.audience)), f"leerlog moment --share {review.audience}"
    day = min(review.today, review.period.end) if review.period.kind != "all" else review.today
    return EMPTY, f"leerlog moment --on {day}"


def _listed(
    name: str, heading: str, nav: str, label: str, items: tuple[Item, ...], team: Team | None
) -> Iterator[Section]:
    if items:
        yield Section(heading, (Items(items, label, ITEMS),), name, done_of_items(items, team), nav)


def done_of_items(items: Sequence[Item], team: Team | None) -> Figures | str:
    """How many items are done; not told where nobody may be known, for they may be of a few."""
    return "" if team and team.anonymous else done_of(items)


def _benefits(review: Review) -> Iterator[Section]:
    """Who benefits from it, and of one's own and a team's who is not there yet."""
    if review.benefits:
        told = benefits_told(review)
        yield Section(
            "Wie heeft er baat bij", (Text(told, "Wie heeft er baat bij"),), "benefits", nav="Wie er baat bij heeft"
        )


def benefits_told(review: Review) -> Figures:
    """How often each is named, and who is not."""
    there = (f"{each.id} {each.count}" for each in review.benefits if each.count)
    none = "" if review.audience else ", ".join(each.text for each in review.benefits if not each.count)
    said = Remarks((*there, *([f"nog nergens: {none}"] if none else [])))
    return Figures(said, tuple((each.text, each.count) for each in review.benefits))


def _new(review: Review) -> Iterator[Section]:
    """What was agreed in the period: of a team, by who does it."""
    items, team = review.follow_ups, review.team
    if not items:
        return
    blocks: tuple[Items, ...] = (Items(items, "Afspraak" if team else "Nieuwe afspraak", ITEMS),)
    if team and not team.anonymous:
        groups = ((who, tuple(item._replace(who="") for item in own)) for who, own in by_whom(items))
        blocks = tuple(Items(own, "Afspraak", ITEMS, who=who or NOBODY) for who, own in groups)
    yield Section("Nieuwe afspraken", blocks, "follow_ups", done_of_items(items, team), "Nieuwe afspraken")


def _levels(review: Review) -> Iterator[Section]:
    """How much there is of every level, the highest first, and what that is, the newest first."""
    block = levels_block(review)
    if not block:
        return
    remark = () if review.audience or review.team else unapplied(review)
    yield Section("Wat het leren bracht", (block, *remark), "levels", nav="Wat het bracht", opens=True)
    for each in _shown(review):
        if each.count:
            name = each.level.capitalize() if each.level else "Nog te wegen"
            block_of = Outcomes(each.outcomes[::-1], name)
            yield Section(
                name,
                (block_of,),
                each.level or "unvalued",
                number=each.count,
                under=True,
                tone=each.level,
                short=bool(each.level),
                opens=True,
            )


def _shown(review: Review) -> list[LevelCount]:
    """All levels, the highest first, and what is still to be weighed if there is any."""
    return [each for each in (*review.levels[::-1], review.unvalued) if each.level or each.count != 0]


def levels_block(review: Review) -> Bars | Matrix | None:
    """How much there is of every level, the highest first; None where there is nothing, or it may not be told."""
    shown, team = _shown(review), review.team
    if (team and not team.counted) or not (team or review.count or any(each.previous_count for each in shown)):
        return None
    if review.count == 0 and review.period.start > review.today:
        return None  # what has yet to begin is not less than what was before
    before = f", naast {period_before(review.previous)}" if review.previous else ""
    return _matrix(shown, review, f"Hoe vaak elk waardeniveau voorkomt{before}")


def _matrix(shown: Sequence[LevelCount], review: Review, caption: str) -> Bars | Matrix:
    """The levels by the parts of the period, those in which there is nothing and those to come too.

    Only their numbers where the period is its own only part, as a week is, or where no parts may be told.
    """
    counts = tuple(_count(each, review) for each in shown)
    parts, over = review.matrix, review.period
    alone = all((part.period.start, part.period.end) == (over.start, over.end) for part in parts)
    # Where others are left out, nothing of a few parts says nothing.
    held = review.team and review.team.anonymous and not any(any(part.counts.values()) for part in parts)
    if alone or held:
        return Bars(counts, "Waarde", "Waardeniveau", caption, review.previous)
    lines = (
        Line(
            count,
            tuple(part.counts[each.level] for part in parts)
            if each.count is not None and each.level in parts[0].counts
            else (),
        )
        for count, each in zip(counts, shown, strict=True)
    )
    caption = f"{caption}, per {KIND_NAMES[parts[0].period.kind]}"
    return Matrix(tuple(lines), tuple(part.period for part in parts), "Waarde", caption, review.previous, review.today)


def unapplied(review: Review) -> Iterator[Text]:
    """In which parts something was brought, but nothing was applied: no plan was done then either."""
    used = [course.applied for course in review.courses if course.applied]
    found = [
        round_name(part.period, review.today)
        for part in review.matrix
        if any(part.counts.values())
        and not any(part.counts[level] for level in Level if level not in EARLY)
        and not any(day in part.period for day in used)
    ]
    if found and len(review.matrix) > 1:
        names = " en ".join(filter(None, (", ".join(found[:-1]), found[-1])))
        yield Text(f"{names[:1].upper()}{names[1:]}: nog niets toegepast.", "Let op", "dim", under=True)


def _count(each: LevelCount, review: Review) -> Count:
    before = _told(each.previous_count, review.team) if review.previous else None
    name = each.level.capitalize() if each.level else "nog te wegen"
    todo = "" if each.level or review.team else WEIGH
    return Count(name, _told(each.count, review.team), before, each.level, todo=todo)


def _stories(review: Review) -> Iterator[Section]:
    if stories := review.stories:
        block = Stories(stories, signed=review.team is not None)
        yield Section("Verhalen", (block,), "stories", nav="Verhalen", number=len(stories), opens=True)


def _stuck(review: Review) -> Iterator[Section]:
    if review.stuck:
        block = Outcomes(review.stuck[::-1], "Blijft liggen", PER_STUCK, ids=True)
        yield Section("Blijft liggen", (block,), "stuck", STUCK, "Blijft liggen")


def _courses(review: Review) -> Iterator[Section]:
    if not review.courses:
        return
    whole = not review.audience
    rows = tuple((each.name, course_state(each, review.today, whole=whole)) for each in review.courses)
    columns = Column(named=True), Column(main=True)
    table = Table(columns, rows, "Leertraject", sheet=_courses_sheet(review.courses))
    yield Section("Leertrajecten", (table,), "courses", nav="Leertrajecten")
    for scores in review.hill:
        bars = tuple(Count(s.title, s.value, s.previous, None, s.most, note=s.note) for s in scores.scores)
        summed = Phrase((scores.day, f": {scores.total} van {scores.most}"))
        aside = Figures(summed, (("datum", scores.day), ("score", scores.total), ("hoogst", scores.most)))
        block = Bars(bars, "Principe", caption=f"HILL van {scores.course}", scale=True)
        yield Section(f"HILL van {scores.course}", (block,), aside=aside, under=True, short=False)


def _courses_sheet(courses: Sequence[Course]) -> Table:
    """Where courses stand, a value a column."""
    heads = (
        "Leertraject", "Fase", "Begin", "Einde", "Toepassen tot en met", "Toegepast", "Geoogst", "HILL", "Hoogst",
        "Te doen", "Notities", "Verwacht",
    )  # fmt: skip
    rows = tuple(
        (
            *(each.name, each.phase, each.start, each.end, each.window, each.applied, each.reaped),
            *(each.hill, each.hill_most or None, each.open, len(each.entries), Words(each.expected)),
        )
        for each in courses
    )
    return sheet_of("Leertrajecten", heads, rows)


def _unused(review: Review) -> Iterator[Section]:
    """Courses of which nothing was used, each with what stood in the way, or how to note that."""
    if not review.unused:
        return
    from leerlog.reports.method import obstacle_command  # few reviews have such courses

    rows = tuple(
        (
            each.course,
            Remarks((Phrase(("om toe te passen tot en met ", each.until)), *in_the_way(each))),
            None if each.obstacles else Command(obstacle_command(each.course)),
        )
        for each in review.unused
    )
    columns = (
        Column(named=True),
        Column(main=True),
        Column(said="Noteer het met: {}", style="command", narrow="below"),
    )
    more = Text(LEARN, "Tip", "dim")
    table = Table(columns, rows, "Nog niet gebruikt", sheet=_unused_sheet(review.unused))
    yield Section("Nog niet gebruikt", (table, more), "unused", nav="Niet gebruikt")


def _unused_sheet(found: Sequence[Unused]) -> Table:
    """Courses of which nothing was used, a row for each thing that stood in the way, a value a column."""
    heads = (
        "Leertraject", "Toepassen tot en met", "Wat stond in de weg", "Vooraf genoemd", "Wie", "Voor", "Stand", "Op",
        "Wat kwam ervan", "Privé", "Verwijzing",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for each in found:
        known = [*((item, None) for item in each.obstacles), *((item, "ja") for item in each.foreseen)]
        rows += (
            (
                *(each.course, each.until, Words(item.text), before, item.who, item.due),
                *("open" if item.open else ended(item), item.done, Words(item.outcome)),
                *("ja" if item.private else None, item.ref),
            )
            for item, before in known
        )
        rows += [] if known else [(each.course, each.until, *[None] * (len(heads) - 2))]
    return sheet_of("Niet gebruikt", heads, rows)


def in_the_way(unused: Unused) -> Iterator[str]:
    """What stood in the way of a course, with who can take it away; where nothing was met, the question what it was."""
    for before, found in (("", unused.obstacles), ("vooraf genoemd: ", unused.foreseen)):
        yield from (("privé: " if item.private else "") + before + item_line(item) for item in found)
    if not unused.obstacles:
        yield IN_THE_WAY


def _conditions(review: Review) -> Iterator[Section]:
    if review.conditions:
        from leerlog.documents.scores import conditions_table, discussion_sections  # few reviews have scores

        yield Section("Condities", (conditions_table(review),), "conditions", nav="Condities")
        yield from discussion_sections(review.discussion, team=bool(review.team))


def _days(review: Review) -> Iterator[Section]:
    days = Days(review.days, review.period, review.today)
    if days.span:
        yield Section("Dagen", (days,))


def _talk(review: Review) -> Iterator[Section]:
    there = review.team.people if review.team else review.count
    if review.talk and there:
        yield Section(
            "Om over te praten", (Bullets(review.talk, "Om over te praten"),), "talk", nav="Om over te praten"
        )


def _left_out(team: Team | None, problems: Sequence[Problem]) -> Iterator[Section]:
    """Which files do not count, or not whole, and why; of an anonymous review only how many: a file has a name."""
    if not team or not problems:
        return
    texts = tuple(dict.fromkeys(str(each) for each in problems))
    if team.anonymous:
        files = len({each.file for each in problems})
        texts = (f"{count(files, 'bestand telt', 'bestanden tellen')} niet of niet helemaal mee.",)
    yield Section("Telt niet mee", (Bullets(texts, "Telt niet mee"),), "left-out")
