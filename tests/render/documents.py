"""Random documents, and what every form has to say of them.

Hypothesis gives the seed and `random` does the rest: building values this deep out of strategies takes minutes.
"""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from leerlog.documents.blocks import (
    Bars,
    Bullets,
    Change,
    Column,
    Command,
    Count,
    Days,
    Document,
    Expectations,
    Fact,
    Figures,
    Grid,
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
    Trend,
    Withheld,
    Words,
    sheet_of,
)
from leerlog.domain.agenda import Item
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.period import month_of, parts, quarter_of, year_of
from leerlog.domain.score import Round
from leerlog.domain.value import Level

TODAY = date(2026, 11, 23)
ALL = frozenset({"terminal", "plain", "markdown", "html", "xlsx", "docx"})
TOLD = ALL - {"xlsx"}  # what is a sentence, where a sheet has what is counted or dated in it
SEEN = ALL - {"plain", "xlsx", "docx"}  # what who hears a document is told in other words
HEARD = frozenset({"plain"})

NASTY = (
    "# kop", "===", "---", "- ", "> ", "1. ", "```", "~~~", "<b>", "</div></section>", "<!--", "-->",
    "<script>x()</script>", "![p](http://evil.example/p.png)", "[k](javascript:x)", "|", "*", "_", "`", "\\", "&lt;",
    "{{ 7*7 }}", "[/]", "[red]", "\x1b[31m", "\x9b0m", "\u202e", "\u2066", "\x07", "=1+1",
    "@x", "שלום", "漢字", "👩‍💻", "\t", "é", "…", "·", "woord" * 30,
)  # fmt: skip


class Maker:
    """Makes a document; `told` has for each form all that must be found in it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.told: dict[str, list[str]] = defaultdict(list)
        self.days: list[date] = []
        self.number = 0

    def _token(self, forms=ALL) -> str:
        self.number += 1
        token = f"zin{self.number:04}q"
        for form in forms:
            self.told[form].append(token)
        return token

    def line(self, forms=ALL) -> str:
        """A text on one line, by leerlog or a person, that tries to be something else."""
        return f"{self._token(forms)} {self._nasty(' ')}".strip()

    def words(self, forms=ALL) -> Words:
        """What a person wrote, in lines."""
        parts = [f"{self._token(forms)} {self._nasty(' ')}" for _ in range(self.random.randint(1, 3))]
        return Words(self.random.choice(("\n\n", "\n")).join([*parts, self._nasty("\n")]).strip() or "-")

    def _nasty(self, between: str) -> str:
        return between.join(self.random.choice(NASTY) for _ in range(self.random.randint(0, 3)))

    def maybe(self, made, empty=""):
        """Something, or nothing."""
        return made() if self.random.random() < 0.6 else empty

    def some(self, make, most=4, least=0):
        """A few of something."""
        return tuple(make() for _ in range(self.random.randint(least, most)))

    def day(self) -> date:
        """A day that every form has to say."""
        found = date(2019, 1, 1) + timedelta(days=self.random.randint(0, 3000))
        self.days.append(found)
        return found

    def count(self, forms=ALL) -> int:
        """A number that is nothing else."""
        self.number += 1
        for form in forms:
            self.told[form].append(str(70_000 + self.number))
        return 70_000 + self.number

    def number_or_none(self, forms=ALL) -> int | Withheld:
        """A number that may or may not be told."""
        return self.count(forms) if self.random.random() < 0.7 else Withheld(5)

    def level(self):
        """A level or none."""
        return self.random.choice((*Level, None))

    def document(self) -> Document:
        """The whole."""
        title, alone = self.line(), self.random.random() < 0.3
        kind = self.line(HEARD if alone else ALL)
        facts = (
            lambda: Fact("", Remarks((Phrase((self.day(), " · ", quarter_of(TODAY))), self.line()))),
            lambda: Fact(self.line(HEARD), Total(self.number_or_none(), ("notitie", "notities")), "aside"),
            lambda: Fact(self.line(HEARD), Names((self.line(), self.line()))),
            lambda: Fact(self.line(HEARD), self.line(), "notice"),
            lambda: Fact("", self.figures()),
        )
        told = tuple(make() for make in self.random.sample(facts, 2))
        sections = self.some(self.section, 6)
        return Document(kind, title, sections, told, TODAY, alone, Phrase(("op ", TODAY)))

    def section(self) -> Section:
        """Blocks of any kind."""
        blocks = self.some(lambda: self.random.choice(self.kinds())(), 3, 1)  # noqa: PLW0108 - another each time
        # On a page the days stand at the top, without a section of their own.
        seen = SEEN - {"html"} if all(isinstance(block, Days) for block in blocks) else SEEN
        heading = self.maybe(lambda: self.line(seen))
        names = {"name": f"deel{self.number}", "nav": self.line(seen & {"html"})} if heading else {}
        asides = (lambda: self.line(seen), lambda: self.figures(seen - {"xlsx"}))
        aside = self.maybe(self.random.choice(asides)) if heading else ""
        tone, under = self.level(), self.random.random() < 0.3
        short, beside = self.random.random() < 0.8, len(blocks) > 1 and self.random.random() < 0.2
        return Section(heading, blocks, aside=aside, under=under, tone=tone, short=short, beside=beside, **names)

    def kinds(self):
        """How each block is made."""
        return (
            self.text,
            self.bullets,
            self.outcomes,
            self.items,
            self.stories,
            self.expectations,
            self.bars,
            self.scale,
            self.matrix,
            self.table,
            self.grid,
            self.dates,
        )

    def text(self) -> Text:
        words = self.random.choice((self.words, self.line, self.phrase, self.command, self.figures))()
        own = isinstance(words, Words | Command)
        tone = "" if own else self.random.choice(("", "notice", "strong", "dim", "lead"))
        name = "" if isinstance(words, Command) else self.maybe(self.line)
        return Text(words, self.line(HEARD), tone, name, self.random.random() < 0.3)

    def command(self, forms=ALL) -> Command:
        return Command(self.line(forms))

    def phrase(self) -> Phrase:
        return Phrase((self.line(), self.day()))

    def figures(self, forms=TOLD) -> Figures:
        """A sentence, and what a sheet has instead of it."""
        values = [(self.line({"xlsx"}), self.count({"xlsx"})), (self.label(), self.line({"xlsx"})), ("niets", None)]
        said = self.line(forms)
        return Figures(self.random.choice((said, Remarks((said,)))), tuple(values))

    def bullets(self) -> Bullets:
        return Bullets(self.some(self.line, least=1), self.line(HEARD))

    def outcome(self, ids: bool, *, alone: bool = False) -> Outcome:
        """What was brought; `alone`: nothing is said of whose it is."""
        entry = self.line({"terminal", "plain"}) if ids else "verborgen"
        course, by = ("", "") if alone else (self.maybe(self.line), self.maybe(self.line))
        text = self.random.choice((self.words, self.line))()
        return Outcome(entry, self.maybe(self.day, None), course, "", text, self.level(), by=by)

    def outcomes(self) -> Outcomes:
        ids = self.random.random() < 0.5
        return Outcomes(self.some(lambda: self.outcome(ids), 9), self.label(), 5, ids)

    def label(self) -> str:
        """A word of its own, that not every form has to say."""
        self.number += 1
        return f"soort{self.number}"

    def item(self, *, refs: bool, whole: bool) -> Item:
        kind = self.random.choice(("follow_up", "obstacle", "ask"))
        due, done = self.maybe(self.day, None), None
        if not due:
            done = self.maybe(self.day, None)
        ref = "verborgen" if done or not refs else self.line()
        days = (due - TODAY).days if due else None
        result = self.maybe(self.line)
        made = Item(ref, "x", None, "", kind, self.line(), self.maybe(self.line), due, done, bool(done), days, result)
        return made if whole else made._replace(course=self.line(), apart=True)

    def items(self) -> Items:
        way = self.random.choice(("", "", "refs", "whole"))
        found = self.some(lambda: self.item(refs=way == "refs", whole=way == "whole"), 9)
        who = self.maybe(self.line) if found else ""
        short = self.random.choice((0, 3))
        return Items(found, self.maybe(self.label), short, who=who, refs=way == "refs", whole=way == "whole")

    def expected(self) -> Expected:
        course = self.maybe(self.line)
        return Expected(course, self.words(), self.maybe(lambda: self.outcome(False, alone=True), None))

    def expectations(self) -> Expectations:
        # Of one course a screen need not say of which.
        return Expectations(self.some(self.expected, 3, 2))

    def stories(self) -> Stories:
        def story():
            steps = self.some(lambda: self.outcome(False, alone=True)._replace(by=self.maybe(self.line)), 9, 1)
            return Story(self.line(), steps, self.some(self.expected, 2), self.maybe(self.line))

        return Stories(self.some(story, 4), signed=self.random.random() < 0.3)

    def bars(self) -> Bars:
        def bar(level):
            number = self.number_or_none()
            before = self.count({"plain", "markdown", "html"}) if since else None
            return Count(self.line(), number, before, level, note=self.maybe(self.line))

        since = self.random.choice((quarter_of(TODAY), None))
        return Bars(
            tuple(bar(level) for level in (*Level, None)), self.label(), caption=self.line({"html"}), since=since
        )

    def matrix(self) -> Matrix:
        periods = self.random.choice((parts(year_of(TODAY)), parts(year_of(TODAY), "week"), parts(month_of(TODAY))))
        since = self.random.choice((year_of(date(2025, 1, 1)), None))

        def line(level):
            before = self.count({"plain", "markdown", "html"}) if since else None
            total = Count(self.line(), self.number_or_none(), before, level)
            told = self.random.random() < 0.8
            return Line(total, tuple(self.number_or_none() if told else 0 for _ in periods) if told else ())

        # A screen tells no more of a withheld part than that there is nothing to read.
        lines = tuple(line(level) for level in (*Level, None))
        return Matrix(lines, periods, self.label(), self.line({"html"}), since, TODAY)

    def scale(self) -> Bars:
        def bar():
            self.number += 1
            return Count(
                self.line(), self.random.randint(0, 3), self.maybe(lambda: 2, None), most=3, word=self.maybe(self.line),
                note=self.maybe(self.line),
            )  # fmt: skip

        return Bars(self.some(bar, least=1), self.label(), scale=True)

    def cell(self, forms, column):
        if column.name == "verloop":
            axis = (date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1))
            rounds = tuple(Round(day, 1, self.random.randint(1, 5), 5, 6) for day in axis)
            self.told["plain"].append(f"daarvoor midden {rounds[0].median}")
            self.told["html"].append(f", daarvoor midden {rounds[0].median}")
            self.told["markdown"].append(" → ".join(str(each.median) for each in rounds))
            self.told["terminal"].append("".join("▁▃▄▆█"[each.median - 1] for each in rounds))
            return Trend(rounds, axis)
        kinds = [lambda: self.line(forms), lambda: self.command(forms), lambda: None]
        if not (column.main or column.named):
            kinds += [lambda: Withheld(5), lambda: self.random.choice(list(Level)), lambda: Change(-2), lambda: 2.5]
            # Beside a main text, a narrow screen has room for no more.
            kinds += [lambda: self.count(forms), lambda: Remarks(("en", Phrase((self._token(forms),))))]
        return self.line(forms) if column.main else self.random.choice(kinds)()

    def table(self) -> Table:
        heads = self.random.random() < 0.5
        sheet = self.sheet() if self.random.random() < 0.3 else None
        every = TOLD if sheet else ALL
        columns, forms = [], []
        for at in range(self.random.randint(1, 4)):
            only = self.random.choice(("", "", "full", "spoken"))
            name = (
                self.line(
                    every - HEARD - {"terminal"} - ({"markdown", "html", "xlsx", "docx"} if only == "spoken" else set())
                )
                if heads
                else ""
            )
            narrow = self.random.choice(("", "lead", "under", "below", "tight below"))
            columns.append(Column(name, named=self.random.random() < 0.3, narrow=narrow, right=at == 2, only=only))
            forms.append(HEARD if only == "spoken" else every)
        main = self.random.randrange(len(columns) + 1)
        columns.insert(main, Column("wat" if heads else "", main=True, named=self.random.random() < 0.5))
        forms.insert(main, every)
        columns += [Column("verloop", only="drawn")] if heads and self.random.random() < 0.4 else []
        forms += [every] if len(columns) > len(forms) else []
        # The names of columns that stand under or before the main text are not said on a page.
        for column in columns:
            if column.narrow in ("lead", "under") and column.name:
                self.told["html"] = [token for token in self.told["html"] if not column.name.startswith(token)]
        rows = self.some(lambda: tuple(self.cell(f, c) for f, c in zip(forms, columns, strict=True)), 5)
        if not rows:
            for form in ("markdown", "docx"):
                names = [str(column.name) for column in columns]
                self.told[form] = [t for t in self.told[form] if not any(name.startswith(t) for name in names)]
        lines, align = self.random.choice((0, 1)), self.maybe(self.label)
        quiet = tuple(at for at in range(len(rows)) if self.random.random() < 0.2)
        heads, under = self.random.random() < 0.3, self.random.random() < 0.2
        label = self.label()
        return Table(
            tuple(columns), rows, label, lines=lines, align=align, quiet=quiet, heads=heads, under=under, sheet=sheet
        )

    def sheet(self) -> Table:
        """What a sheet has of a table of sentences."""
        only = {"xlsx"}
        heads = self.line(only), TODAY, self.line(only)
        rows = [(self.line(only), TODAY, self.count(only)) for _ in range(self.random.randint(0, 3))]
        return sheet_of(self.label(), heads, rows)

    def grid(self) -> Grid:
        # Who said nothing has no line on a screen, and so no name.
        names = self.some(self.line, 8, 1)
        some = tuple(
            (level, tuple(self.maybe(self.line) for _ in names)) for level in (Level.HERKADEREND, Level.BELEVING)
        )
        rows = ((Level.TOEGEPAST, tuple(self.line() for _ in names)), *some)
        return Grid(names, rows, self.label())

    def dates(self) -> Days:
        first = self.random.choice((quarter_of, month_of, year_of))(TODAY)
        days = sorted({first.start + timedelta(days=self.random.randrange(40)) for _ in range(9)})
        return Days(tuple((day, 1) for day in days if day <= first.end), first, TODAY)
