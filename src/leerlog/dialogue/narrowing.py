"""A list on a terminal that grows shorter while words are typed, with prompt_toolkit."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from leerlog.dialogue.pick import MOST, matching, more, numbered
from leerlog.dialogue.screen import NARROW, WIDEST
from leerlog.dialogue.talk import Choice, Move, Reply
from leerlog.domain.text import cells, in_lines, shorten, visible

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout import Layout
    from prompt_toolkit.output import Output

NUMBER = 6  # columns of a mark and a number
KEYS = ("Enter kiest", "pijltjes", "Esc laat het", "Ctrl+C stopt")
NONE = "Hier staat niets bij."
# How long after Esc more of the same key may come, as of an arrow; in seconds.
ESCAPE = 0.1


def narrow(choices: Sequence[Choice], output: "Output", above: int = 0) -> Reply:
    """The place of the one that is chosen, or where the person goes instead: back for Esc, stop for Ctrl+C.

    above: how many rows above the list are to stay in sight.
    """
    from prompt_toolkit.application import Application
    from prompt_toolkit.buffer import Buffer

    shown = _Narrowing(choices, above)
    buffer = Buffer(multiline=False, on_text_changed=lambda changed: shown.type(changed.text))
    app: Application[Reply] = Application(
        layout=_layout(buffer, shown, output), key_bindings=_keys(buffer, shown), erase_when_done=True, output=output
    )
    app.ttimeoutlen = app.timeoutlen = ESCAPE
    try:
        return app.run()
    except (EOFError, OSError):  # the terminal is gone
        return Reply(buffer.text, "stop")


class _Narrowing:
    """Which lines are left, and which of them is marked."""

    def __init__(self, choices: Sequence[Choice], above: int = 0) -> None:
        self._choices, self._above = choices, above
        self.found = list(range(len(choices)))
        self._marked = 0

    @property
    def chosen(self) -> int | None:
        """The place of the marked line; None when none is left."""
        return self.found[self._marked] if self.found else None

    def type(self, text: str) -> None:
        """Leave only what fits the words, or the number, that stand in the input."""
        at = numbered(text, len(self._choices))
        self.found = matching(text, self._choices) if at is None else [at]
        self._marked = 0

    def move(self, by: int) -> None:
        """Mark another line, round at the ends."""
        self._marked = (self._marked + by) % max(len(self.found), 1)

    def drawn(self, columns: int, rows: int) -> "StyleAndTextTuples":
        """The lines around the marked one, as many as there is room for."""
        lines = 2 if columns < NARROW else 1
        room = max(min(MOST, (rows - max(self._above, 1) - 5) // lines), 1)
        start = max(min(self._marked - room + 1, len(self.found) - room), 0)
        parts: StyleAndTextTuples = []
        for place, at in enumerate(self.found[start : start + room], start):
            mark, style = ("›", "bold") if place == self._marked else (" ", "")
            text = visible(self._choices[at].drawn)
            text = " ".join(text.split()) if lines > 1 else text
            first, *rest = in_lines(text, min(columns - 1, WIDEST) - NUMBER, lines)
            parts += [("dim", f"{mark}{at + 1:3}".ljust(NUMBER)), (style, f"{first}\n")]
            parts += [(style, " " * NUMBER + line + "\n") for line in rest]
        if left := len(self.found) - room if len(self.found) > room else 0:
            parts.append(("dim", shorten(more(left), columns - 2) + "\n"))
        return parts or [("dim", f"{NONE}\n")]


def _layout(buffer: "Buffer", shown: _Narrowing, output: "Output") -> "Layout":
    from prompt_toolkit.layout import HSplit, Layout, Window
    from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
    from prompt_toolkit.layout.processors import BeforeInput

    def drawn() -> "StyleAndTextTuples":
        size = output.get_size()
        return shown.drawn(size.columns, size.rows)

    def keys() -> "StyleAndTextTuples":
        room = output.get_size().columns - 1
        whole = " · ".join(KEYS)
        return [("dim", whole if cells(whole) <= room else " · ".join(("Enter", "Esc", "Ctrl+C")))]

    prompt = BeforeInput("> ")
    answer = Window(BufferControl(buffer, input_processors=[prompt]), height=1, dont_extend_height=True)
    listed = Window(FormattedTextControl(drawn), dont_extend_height=True)
    return Layout(HSplit([listed, answer, Window(height=1), Window(FormattedTextControl(keys), height=1)]), answer)


def _move(shown: _Narrowing, by: int, _: "KeyPressEvent") -> None:
    shown.move(by)


def _keys(buffer: "Buffer", shown: _Narrowing) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    keys = KeyBindings()

    def take(event: "KeyPressEvent") -> None:
        if shown.chosen is not None:
            event.app.exit(result=Reply(str(shown.chosen)))

    def leave(move: Move) -> None:
        def left(event: "KeyPressEvent") -> None:
            event.app.exit(result=Reply(buffer.text, move))

        for key in {"back": ("escape",), "stop": ("c-c", "c-d", Keys.SIGINT)}[move]:
            keys.add(key)(left)

    leave("back")
    leave("stop")
    for enter in ("c-m", "c-j"):
        keys.add(enter)(take)
    for key, by in (("up", -1), ("down", 1), ("s-tab", -1), ("c-i", 1)):
        keys.add(key)(partial(_move, shown, by))
    return keys
