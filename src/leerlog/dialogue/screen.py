"""What is shown above the input: calm, aligned, and the same words in plain text."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TextIO

from leerlog.domain.text import cells, hung, in_lines, visible, wrap

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 80
# Rows that an answer takes at least, with the keys below it.
ANSWERING = 4
USUAL_ROWS = 24
LEAST = 3  # to choose from
NARROW = 60  # columns: with less, a text to choose gets a second line
NUMBER = 4  # columns of a number before what is chosen by it

Part = tuple[str, str]  # a text and its style

TITLE = "cyan"
QUESTION = "bold"
WRITTEN = "Dit schreef je erover:"
QUIET = "dim"
WRONG = "yellow"


class _Asked(NamedTuple):
    """What is asked: all that is needed to answer it, and how many rows there are from it to the answer."""

    text: str
    options: Sequence[str] = ()
    hint: str = ""
    numbered: Sequence[str] = ()
    rows: int = 0


class Screen:
    """Shows a conversation on one stream.

    plain: no colour, alignment or wrapping, but `label: waarde` lines.
    """

    def __init__(self, stream: TextIO, plain: bool = False) -> None:
        self.stream = stream
        self.plain = plain
        self._console: Console | None = None
        self._explained = False
        self._asked = _Asked("")

    def opening(self, title: str, subject: str, where: str, intro: str, manual: str = "") -> None:
        """The start of a checklist. manual: how to answer, where no footer says so; once is enough."""
        self.head(title, subject, where)
        if self.plain:
            self._lines([f"{title}: {subject}" if subject else title, intro])
            self._lines([] if self._explained else manual.split("\n"))
            self._explained = True
            return
        if intro:
            self._put(intro, QUIET)
            self.gap()

    def head(self, title: str, subject: str, where: str) -> None:
        """The line above a question: the title at the left, where we are at the right."""
        self.gap()
        if self.plain:
            return
        from rich.text import Text

        left, where, width = visible(_titled(title, subject)), visible(where), self._width()
        room = width - cells(left) - cells(where)
        if where and room < 2:
            self._put(left, TITLE)
            left, room = "", width - cells(where)
        line = Text().append(left, TITLE)
        if where:
            line.append(" " * room).append(where, QUIET)
        self._write(line)
        self.gap()

    def question(
        self,
        text: str,
        where: str = "",
        notes: Sequence[str] = (),
        options: Sequence[str] = (),
        earlier: str = "",
        numbered: Sequence[str] = (),
    ) -> None:
        """A question with what belongs under it, ending in an empty line.

        options: fixed answers, side by side; numbered: those that take a line each.
        """
        self._asked = _Asked(text, options)
        if self.plain:
            self._lines([f"{where}: {text}" if where else text, *notes])
            self._lines([f"Eerder: {earlier}"] if earlier else [])
            self._lines([f"Kies uit: {', '.join(options)}"] if options else [])
            self.numbered(numbered)
            return
        self._put(text, QUESTION)
        for note in notes:
            self._put(note, QUIET)
        self._options(options)
        self.numbered(numbered)
        if earlier:
            self.gap()
            self._put(earlier, first="Eerder: ", indent=8)
        self.gap()

    def written(self, text: str) -> None:
        """What was written before, a note a line: above the question, which would else be out of sight."""
        if not text:
            return
        self._put(WRITTEN, QUIET)
        for line in text.split("\n"):
            self._put(line, first="  ", indent=4)
        self.gap()

    def answered(self, text: str, answer: str) -> None:
        """An earlier question with its answer, above one that goes on about it."""
        self._put(text, QUIET)
        self.echo(answer)

    def aside(self, text: str, hint: str = "", options: Sequence[str] = ()) -> None:
        """A short question between the others, on one line when it fits."""
        self._asked = _Asked(text, options, hint)
        if self.plain:
            self._lines([f"{text} {', '.join(options)}".rstrip() + (f" ({hint})" if hint else "")])
            return
        last = [f"({hint})"] if hint else []
        self._options([text, *options, *last], QUESTION)

    def numbered(self, lines: Sequence[str]) -> None:
        """Things to choose from by number, a line each; on a narrow screen on more, when that leaves room."""
        self._asked = self._asked._replace(numbered=lines)
        if self.plain:
            self._lines(f"{number}: {line}" for number, line in enumerate(lines, 1))
            return
        most = max((self._rows() or USUAL_ROWS) // 2 // max(len(lines), 1), 1) if self.narrow else 1
        for number, text in enumerate(map(visible, lines), 1):
            first, *more = in_lines(" ".join(text.split()) if self.narrow else text, self._width() - NUMBER, most)
            self._parts([(f"{number:2}".ljust(NUMBER), QUIET), (first, "not dim")])
            for line in more:
                self._parts([(" " * NUMBER, ""), (line, "not dim")])

    def fits(self, choice: str) -> bool:
        """Whether a thing to choose by number fits on its line."""
        return cells(choice) <= self._width() - NUMBER

    def fitting(self, choices: Sequence[str]) -> Sequence[str]:
        """The first of these, as many as there is room for below the question; some in any case."""
        columns, rows = self._window()
        left = rows - self._asked.rows - ANSWERING
        shown = len(choices)
        while (
            rows
            and shown > LEAST
            and sum(1 + hung(each, columns - NUMBER).count("\n") for each in choices[:shown]) > left
        ):
            shown -= 1
        return choices[:shown]

    @property
    def narrow(self) -> bool:
        """Whether there is little room for what stands before a text."""
        return not self.plain and self._width() < NARROW

    @property
    def above(self) -> int:
        """How many rows there are from what is asked to its answer; 0 where there is no window."""
        return self._asked.rows if self._rows() else 0

    def remind(self) -> None:
        """Ask once more what is asked, where that went out of the window above."""
        asked, rows = self._asked, self._rows()
        if not asked.text or asked.rows + ANSWERING <= rows or not rows:
            return
        self._asked = asked._replace(rows=0)
        if self.plain:
            self._lines([asked.text])
        else:
            last = [f"({asked.hint})"] if asked.hint else []
            self._options([asked.text, *asked.options, *last], QUESTION)
        self.numbered(asked.numbered)

    def echo(self, text: str, empty: str = "overgeslagen") -> None:
        """What was typed, where the terminal doesn't show it of itself; `empty` says what nothing means."""
        if text:
            self._put(text, first="> ", indent=2)
        else:
            self._put(f"> {empty}", QUIET)

    def back(self) -> None:
        """That the person went back."""
        self._put("< terug", QUIET)

    def took(self, text: str) -> None:
        """What an answer was taken to mean."""
        self._put(text, QUIET, first="  ", indent=2)

    def wrong(self, message: str) -> None:
        """Why an answer can't be used."""
        self._put(sentence(message), WRONG, cut=False)

    def say(self, text: str) -> None:
        """A remark between the questions."""
        self._put(text, QUIET, cut=False)

    def background(self, text: str) -> None:
        """The explanation behind a question."""
        for paragraph in text.strip().split("\n\n"):
            self._put(" ".join(paragraph.split("\n")), first="  ", indent=2)
            self.gap()

    def summary(self, title: str, subject: str, rows: Iterable[tuple[str, str]], numbered: bool = False) -> None:
        """Everything that was given, each question with its answer under it, and with a number when there are any."""
        self.gap()
        if self.plain:
            self._lines([f"{title}: {subject}" if subject else title])
            for number, (question, answer) in enumerate(rows, 1):
                self._lines([f"{number}: {question} {answer}" if numbered else f"{question} {answer}"])
            return
        self._put(_titled(title, subject), TITLE)
        indent = 4 if numbered else 0
        for number, (question, answer) in enumerate(rows, 1):
            self.gap()
            self._put(question, QUIET, first=f"{number:2}  " if numbered else "", indent=indent)
            self._put(answer, first=" " * (indent or 2), indent=indent or 2)
        self.gap()

    def _options(self, options: Sequence[str], first_style: str = "") -> None:
        """Words side by side, broken between them and never inside one that fits on a line."""
        line: list[Part] = []
        for number, option in enumerate(visible(option, keep_newlines=True) for option in options):
            style = first_style if not number else QUIET if option.startswith("(") else ""
            taken = cells("".join(text for text, _ in line))
            if line and taken + 2 + cells(option) > self._width():
                self._parts(line)
                line = []
            *whole, last = self._lines_of(option)
            for each in whole:
                self._parts([(each, style)])
            line += [*([("  ", "")] if line else []), (last, style)]
        if line:
            self._parts(line)

    def gap(self) -> None:
        """An empty line."""
        self._took_rows(1)
        self.stream.write("\n")
        self.stream.flush()

    def _lines(self, texts: Iterable[str]) -> None:
        for text in texts:
            if text:
                columns, _ = self._window()
                shown = visible(text, keep_newlines=True)
                shown = hung(shown, columns) if columns else shown
                self._took_rows(1 + shown.count("\n"))
                self.stream.write(shown + "\n")
        self.stream.flush()

    def _put(self, text: str, style: str = "", first: str = "", indent: int = 0, *, cut: bool = True) -> None:
        """A text, wrapped, every line indented and the first one with `first` in that room.

        cut: whether what is longer than a line is broken, and not a path to copy.
        """
        if not text:
            return
        if self.plain:
            self._lines([first.lstrip() + text])
            return
        for number, line in enumerate(self._lines_of(visible(text, keep_newlines=True), indent, cut=cut)):
            margin = first if number == 0 else " " * indent if line else ""
            self._parts([(margin, QUIET), (line, style)])

    def _lines_of(self, text: str, indent: int = 0, *, cut: bool = True) -> list[str]:
        """The text in lines as wide as the screen; with `cut` off, what is longer sticks out."""
        room = max(self._width() - indent, 10)
        return [line for each in text.split("\n") for line in wrap(each, room, cut=cut)]

    def _parts(self, parts: Iterable[Part]) -> None:
        from rich.text import Text

        line = Text()
        for text, style in parts:
            line.append(text, style)
        self._write(line)

    def _write(self, line: "Text") -> None:
        self._took_rows(1)
        self._open().print(line, no_wrap=True, overflow="ignore", crop=False)

    def _took_rows(self, rows: int) -> None:
        self._asked = self._asked._replace(rows=self._asked.rows + rows)

    def _window(self) -> tuple[int, int]:
        """The columns and rows of the window; 0 where there is none."""
        with suppress(OSError, ValueError):
            if self.stream.isatty():
                columns, rows = os.get_terminal_size(self.stream.fileno())
                return columns, rows
        return 0, 0

    def _rows(self) -> int:
        return self._window()[1]

    def _width(self) -> int:
        return max(min(self._open().width - 1, WIDEST), 20)

    def _open(self) -> "Console":
        if self._console is None:
            from rich.console import Console

            self._console = Console(file=self.stream, highlight=False, markup=False, emoji=False)
        return self._console


def _titled(title: str, subject: str) -> str:
    return f"{title} · {subject}" if subject else title


def sentence(message: str) -> str:
    """A reason as a sentence: with a capital and a full stop."""
    message = message[:1].upper() + message[1:]
    return message if message.endswith((".", "?", "!")) else message + "."
