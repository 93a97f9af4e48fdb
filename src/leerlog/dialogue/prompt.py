"""Reading at a terminal with prompt_toolkit: an input of its own, several lines, nothing lost."""

import select
import signal
import sys
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

from leerlog.dialogue.screen import WIDEST, sentence
from leerlog.dialogue.talk import BLANK, SKIPPED, Clock, Move, Reply, Turn
from leerlog.domain.text import cells, visible, wrap
from leerlog.domain.waiting import WORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.application import Application
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout import Layout
    from prompt_toolkit.output import Output

BETWEEN = " · "
EXPLAINS = "F1 uitleg"
NEEDED = 1  # the rank of the keys that are named in full, or not at all
# Windows Terminal keeps Alt+Enter for itself.
NEW_LINE = "Ctrl+O" if sys.platform == "win32" else "Alt+Enter"
GAP = 4  # between the keys and the clock, so that it is none of them
# How long after an Enter more input still belongs to the same paste; a person
# needs ten times as long for the next key.
PASTE_GAP = 0.02
# How long after Esc more of the same key may come, in seconds.
ESCAPE = 0.1
FIRST = "> "  # before an answer
BELOW = 2  # rows under an answer: the keys, and white above them
LEAST_ROWS = 3  # of an answer
# How often to look at the clock, in seconds.
LOOK = 1.0


def footer(columns: int, turn: Turn = BLANK) -> str:
    """The keys that matter most at this question, on one line of so many columns; a clock takes its room first.

    The clock ends where the line above the question does, or else behind the keys.
    """
    if not turn.clock:
        return _keys_in(columns, turn)
    time = _corner(turn.clock, columns)
    keys = _keys_in(columns - GAP - cells(time), turn)
    end = max(min(columns - 1, WIDEST), cells(keys) + GAP + cells(time))
    return keys + " " * (end - cells(keys) - cells(time)) + time


def _keys_in(columns: int, turn: Turn) -> str:
    """As many keys as there is room for, the ones that matter most first."""
    keys = _keys_of(turn)
    shown = _fitting(keys, columns)
    if turn.background and EXPLAINS not in shown and not turn.given and turn.empty not in ("", SKIPPED):
        # What Enter means stands beside the question as well; that there is an explanation does not.
        without = _keys_of(turn._replace(empty=""))
        if EXPLAINS in (found := _fitting(without, columns)):
            keys, shown = without, found
    if all(key in shown for key, rank in keys.items() if rank <= NEEDED):
        return _in_order(keys, shown)
    narrow = BETWEEN.join(("Enter", *(["F1"] if turn.background else []), "Ctrl+C"))
    return narrow if len(narrow) < columns else ""


def _fitting(keys: Mapping[str, int], columns: int) -> set[str]:
    shown: set[str] = set()
    for key in sorted(keys, key=keys.__getitem__):
        if cells(_in_order(keys, {*shown, key})) < columns:
            shown.add(key)
    return shown


def _keys_of(turn: Turn) -> dict[str, int]:
    """The keys in the order in which they stand, each with how soon it goes where there is little room."""
    skips = turn.empty == SKIPPED
    # Where nothing stands in the input, Enter is the answer.
    enter = "Enter verder" if skips or turn.given or not turn.empty else f"Enter: {turn.empty}"
    empty = "leeg: overslaan" if skips else f"leeg: {turn.empty}" if turn.given and turn.empty else ""
    return {
        enter: 0,
        **({empty: 2} if empty else {}),
        **({f"{WORD}: wachten": 5} if turn.waits else {}),
        **({f"{NEW_LINE} nieuwe regel": 6} if skips and not turn.short else {}),
        **({"Shift+Tab terug": 4} if turn.back else {}),
        **({EXPLAINS: 3} if turn.background else {}),
        **({"Esc laat het": 2} if turn.leaves else {}),
        "Ctrl+C pauze" if turn.later else "Ctrl+C stopt": 1,
    }


def _in_order(keys: Iterable[str], shown: Collection[str]) -> str:
    return BETWEEN.join(key for key in keys if key in shown)


def _corner(clock: Clock, columns: int) -> str:
    """The clock, with a name that is not so long that it drives the keys away."""
    return clock.named if cells(clock.named) <= columns // 4 else clock.brief


def refusal(columns: int, turn: Turn) -> str:
    """Why an answer was refused, in lines of so many columns."""
    width = max(min(columns - 1, WIDEST), 20)
    return "\n".join(wrap(visible(sentence(turn.wrong)), width, cut=False))


class PromptReader:
    """Reads with editing keys; afterwards the input is wiped, so that the screen can show it well.

    So is why an answer was refused: one who tries often does not build a wall.
    """

    live = True
    echoes = False
    tells = True
    narrows = True
    manual = ""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    def read(self, turn: Turn) -> Reply:
        """One answer; Ctrl+C, and Ctrl+D in an empty input, hand over what stands there."""
        from prompt_toolkit.application import Application
        from prompt_toolkit.buffer import Buffer
        from prompt_toolkit.completion import WordCompleter
        from prompt_toolkit.document import Document
        from prompt_toolkit.output import create_output

        output = create_output(stdout=self._stream or sys.stderr)
        _quiet(output)
        if turn.choices:
            from leerlog.dialogue.narrowing import narrow

            return narrow(turn.choices, output, turn.above)
        completer = WordCompleter(list(turn.words), ignore_case=True, sentence=True) if turn.words else None
        buffer = Buffer(document=Document(turn.given), completer=completer, multiline=True)
        app: Application[Reply] = Application(
            layout=_layout(buffer, output, turn),
            key_bindings=_keys(buffer, turn),
            erase_when_done=True,
            output=output,
        )
        if turn.leaves:
            app.ttimeoutlen = app.timeoutlen = ESCAPE
        try:
            return app.run(pre_run=lambda: _begin(app, buffer, turn.clock))
        except (EOFError, OSError):  # the terminal is gone
            return Reply(buffer.text, "stop")


def _begin(app: "Application[Reply]", buffer: "Buffer", clock: Clock | None) -> None:
    _end_softly(app, buffer)
    if clock:
        app.create_background_task(_keep_time(app, clock))


async def _keep_time(app: "Application[Reply]", clock: Clock) -> None:
    """Draw anew when the minute has changed; not more often, as drawing hides the cursor for a moment."""
    import asyncio

    shown = clock.minutes
    while True:
        await asyncio.sleep(LOOK)
        if clock.minutes != shown:
            shown = clock.minutes
            app.invalidate()


def _end_softly(app: "Application[Reply]", buffer: "Buffer") -> None:
    """Let a closed window and a shutdown keep half a sentence, as Ctrl+C does."""
    import asyncio

    def leave() -> None:
        if app.is_running and not app.is_done:
            app.exit(result=Reply(buffer.text, "stop"))

    if sys.platform != "win32":
        for number in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, leave)


def _quiet(output: "Output") -> None:
    # No bell; and no question to the terminal where the cursor is: the answer
    # would mix with what is typed ahead, and some terminals never give one.
    for setting in ("enable_bell", "enable_cpr"):
        if hasattr(output, setting):
            setattr(output, setting, False)


def _layout(buffer: "Buffer", output: "Output", turn: Turn) -> "Layout":
    from prompt_toolkit.filters import is_done
    from prompt_toolkit.layout import ConditionalContainer, Dimension, HSplit, Layout, Window
    from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl

    from leerlog.dialogue.breaking import between_words

    answer = Window(
        BufferControl(buffer, input_processors=[between_words(len(FIRST))]),
        height=lambda: Dimension(max=_rows_left(output, turn)),
        wrap_lines=True,
        get_line_prefix=lambda line, wrapped: " " * len(FIRST) if line or wrapped else FIRST,
        dont_extend_height=True,
    )
    keys = FormattedTextControl(lambda: [("dim", footer(output.get_size().columns, turn))])
    wrong = FormattedTextControl(lambda: [("ansiyellow", refusal(output.get_size().columns, turn))])
    above = [Window(wrong, dont_extend_height=True)] if turn.wrong else []
    below = HSplit([Window(height=BELOW - 1), Window(keys, height=1)])
    return Layout(HSplit([*above, answer, ConditionalContainer(below, ~is_done)]), answer)


def _rows_left(output: "Output", turn: Turn) -> int:
    """How many rows an answer may take before what is asked goes out of the window above."""
    size = output.get_size()
    wrong = refusal(size.columns, turn).count("\n") + 1 if turn.wrong else 0
    return max(size.rows - turn.above - wrong - BELOW - 1, LEAST_ROWS)


def _keys(buffer: "Buffer", turn: Turn) -> "KeyBindings":
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    keys = KeyBindings()
    typing = _Typing(buffer, bool(turn.words))
    for enter in ("c-m", "c-j"):
        keys.add(enter)(typing.enter)
        keys.add("escape", enter)(typing.newline)
    keys.add("c-o")(typing.newline)
    keys.add("c-i")(typing.tab)
    keys.add("s-tab")(typing.leave("back"))
    keys.add("c-c")(typing.leave("stop"))
    keys.add(Keys.SIGINT)(typing.leave("stop"))
    keys.add("c-d", filter=Condition(lambda: not buffer.text))(typing.leave("stop"))
    if turn.leaves:
        keys.add("escape")(typing.leave("back"))
    keys.add("c-z")(lambda event: event.app.suspend_to_background())

    @keys.add("f1")
    def explain(event: "KeyPressEvent") -> None:
        if turn.background:
            # Not with run_in_terminal: what is typed meanwhile would be echoed as well.
            event.app.renderer.erase()
            turn.background()
            event.app.renderer.reset()
            event.app.invalidate()

    return keys


class _Typing:
    """What the keys do."""

    def __init__(self, buffer: "Buffer", completes: bool) -> None:
        self._buffer = buffer
        self._completes = completes

    def enter(self, event: "KeyPressEvent") -> None:
        queue = event.key_processor.input_queue
        if event.data == "\r" and queue and queue[0].data == "\n":
            queue.popleft()  # one line end, not two
        if _more(event):
            self._buffer.insert_text("\n")
        else:
            event.app.exit(result=Reply(self._buffer.text))

    def newline(self, event: "KeyPressEvent") -> None:
        event.current_buffer.insert_text("\n")

    def tab(self, event: "KeyPressEvent") -> None:
        if _more(event):
            self._buffer.insert_text("\t")
        elif self._buffer.complete_state:
            self._buffer.complete_next()
        elif self._completes:
            self._buffer.start_completion(select_first=True)

    def leave(self, move: Move) -> "Callable[[KeyPressEvent], None]":
        return lambda event: event.app.exit(result=Reply(self._buffer.text, move))


def _more(event: "KeyPressEvent") -> bool:
    """Whether more input is on its way, so that this key was pasted and not pressed."""
    if event.key_processor.input_queue:
        return True
    if sys.platform == "win32":
        return False  # prompt_toolkit finds pastes there itself
    try:
        return bool(select.select([event.app.input.fileno()], [], [], PASTE_GAP)[0])
    except (OSError, ValueError, NotImplementedError):
        return False
