"""Where the program begins and ends: exit codes, and every failure in Dutch on stderr."""

import codecs
import gc
import io
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

# What else is needed is imported once `main` runs: only then is Ctrl+C heard.
from leerlog.cli.door import SHELL_ASKS, at_door, enter
from leerlog.errors import ReaderGone, UsageError
from leerlog.render.near import NEAR


def main() -> NoReturn:
    """Run leerlog with the arguments of this process, and exit."""
    _prepare_streams()
    stoppable = signal.getsignal(signal.SIGINT) is not signal.SIG_IGN  # as it is for what runs in the background
    if stoppable:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    status = run(sys.argv[1:])
    if stoppable:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of(sys.stdout)
    except OSError as error:
        from leerlog.files import reason

        _let_go_of(sys.stdout)
        status = status or _say(f"ik kan de uitvoer niet wegschrijven ({reason(error)}).", 1)
    sys.stderr.flush()
    # Python looks through everything once more as it ends, unless it is set apart.
    gc.freeze()
    sys.exit(status)


def run(args: list[str]) -> int:
    """Run one command line and return its exit code; what is on disk but not surely so is remarked on."""
    status = _guarded(args)
    from leerlog.files import doubts

    for doubt in doubts():
        _remark(f"Let op: {doubt}")
    return status


def _guarded(args: list[str]) -> int:
    try:
        return _run(args)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return 130
    except (BrokenPipeError, ReaderGone):
        # The reader, `head` for one, had enough.
        _let_go_of(sys.stdout)
        return 0
    except Exception as error:
        from leerlog.app.saving import as_failure

        failure = as_failure(error)
        if os.environ.get("LEERLOG_DEBUG") and (failure is not error or error.__cause__):
            import traceback

            traceback.print_exc()
            return failure.exit_code
        return _say(str(failure), failure.exit_code)


def _run(args: list[str]) -> int:
    _refuse_bad(args)
    if use := at_door(args):
        return enter(use)
    # What comes by the door does not wait for these.
    from typer.exceptions import Abort, TyperException

    from leerlog.cli.root import app, hoist

    if os.environ.get(SHELL_ASKS):
        from leerlog.cli.complete import ready

        ready()
    try:
        result = app(hoist(args), prog_name="leerlog", standalone_mode=False)
    except TyperException as error:
        from leerlog.cli.dutch import usage_message

        return _say(usage_message(error), 2)
    except Abort:
        return 130
    return result if isinstance(result, int) else 0


def _refuse_bad(args: list[str]) -> None:
    """Stop at a word that is no text, as an old terminal may give it; a name that a file has may be anything."""
    for word in args:
        if not word.isascii() and not os.path.lexists(word.rpartition("=")[2] or word):
            from leerlog.domain.entry import bad_character
            from leerlog.domain.text import in_quotes

            if wrong := bad_character(word, in_quotes(word)):
                raise UsageError(f"{wrong}.")


def _say(message: str, status: int) -> int:
    _remark(("" if status in (0, 130) else "Fout: ") + message)
    return status


def _remark(message: str) -> None:
    from leerlog.cli.console import fitted

    with suppress(OSError):
        sys.stderr.write(fitted(message, sys.stderr) + "\n")


class _Remarks(io.TextIOWrapper):
    """Stderr: what can't be written there is dropped, for no remark is worth stopping for."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError:
            _let_go_of(self)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            _let_go_of(self)


class _Nul(io.TextIOWrapper):
    """Nothing at all, on Windows: `<nul`, which Python takes for a terminal, as it is a device too."""

    def isatty(self) -> bool:
        return False


def _is_nul(stream: TextIO) -> bool:
    """Whether a stream of Windows is no console, though Python calls it a terminal."""
    if sys.platform != "win32" or not stream.isatty() or os.environ.get("PYTHONLEGACYWINDOWSSTDIO"):
        return False
    return isinstance(getattr(stream.buffer, "raw", stream.buffer), io.FileIO)


def _prepare_streams() -> None:
    _open_closed()
    for name in ("stdin", "stdout", "stderr"):
        if _is_nul(stream := getattr(sys, name)):
            setattr(sys, name, _Nul(stream.detach(), "utf-8"))
    # A console of another code page, or a pipe that is not UTF-8, gets what
    # is near for what it can't show; it never stops the program.
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=_of_console(stream), errors=NEAR)
    errors = sys.stderr
    if isinstance(errors, io.TextIOWrapper) and not isinstance(errors, _Nul):
        encoding = errors.encoding
        sys.stderr = _Remarks(errors.detach(), encoding, NEAR, line_buffering=True)


def _of_console(stream: TextIO) -> str | None:
    """In what a pipe of Windows is read: the console's own code page, as PowerShell does; None where Python is right.

    Python takes the page of programs with windows, which is another one.
    """
    if sys.platform != "win32" or stream.isatty() or sys.flags.utf8_mode or os.environ.get("PYTHONIOENCODING"):
        return None
    import ctypes

    return code_page(ctypes.windll.kernel32.GetConsoleOutputCP())


def code_page(number: int) -> str:
    """The encoding of a console's code page; UTF-8 where there is no console (0), or where Python knows none."""
    with suppress(LookupError):
        return codecs.lookup(f"cp{number}").name
    return "utf-8"


def _open_closed() -> None:
    """Let a stream that whoever started us closed be one with nothing in it.

    In this order each gets its own number, the lowest that is free; else the
    first file that is opened has it, and whatever another program, as an
    editor, writes to that stream goes into the journal.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def _let_go_of(stream: TextIO) -> None:
    # Else Python complains once more about it while it exits.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
