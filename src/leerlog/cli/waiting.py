"""How far something is that takes long: a bar on a terminal's stderr, from the first second on."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, TextIO

from leerlog.app.setting import Step

# Most of what may take long takes less than a second; then nothing of Rich is loaded.
if TYPE_CHECKING:
    from rich.progress import Progress

AFTER = 1.0  # seconds


@contextmanager
def waiting(what: str, stream: TextIO) -> Iterator[Step]:
    """Show a bar as soon as it takes a second; it is gone again at the end.

    The step that it gives is told how much is done, and of how much.
    """
    bar = _Bar(what, stream)
    timer = Timer(AFTER, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.step
    finally:
        timer.cancel()
        bar.end()


class _Bar:
    """A bar that is not there yet, there, or gone."""

    def __init__(self, what: str, stream: TextIO) -> None:
        self._what, self._stream = what, stream
        self._lock = Lock()
        self._far = (0, 0)
        self._ended = False
        self._progress: Progress | None = None

    def show(self) -> None:
        """Begin to show it, unless it has ended."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        with self._lock:
            if self._ended:
                return
            columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
            self._progress = Progress(*columns, console=Console(file=self._stream), transient=True)
            self._progress.add_task(self._what, total=None)
            self._progress.start()
            self._draw()

    def step(self, done: int, total: int) -> None:
        """Take how far it is."""
        with self._lock:
            self._far = (done, total)
            self._draw()

    def _draw(self) -> None:
        done, total = self._far
        # Of one file nobody knows how far it is: then the bar only moves.
        if self._progress and total > 1:
            self._progress.update(self._progress.task_ids[0], completed=done, total=total)

    def end(self) -> None:
        """Take it away."""
        with self._lock:
            self._ended = True
            if self._progress:
                self._progress.stop()
