"""Where the program begins and ends: exit codes, and every failure in Dutch on stderr."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

from leerlog.errors import LeerlogError

GLOBAL_FLAGS = frozenset({"--plain"})
GLOBAL_VALUES = frozenset({"--journal"})


def main() -> NoReturn:
    """Run leerlog with the arguments of this process, and exit."""
    # A run is short and makes few cycles; looking for them costs more than they do.
    gc.set_threshold(1_000_000)
    _prepare_streams()
    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of(sys.stdout)
    except OSError as error:
        _let_go_of(sys.stdout)
        status = status or _say(f"ik kan de uitvoer niet wegschrijven ({_why(error)}).", 1)
    try:
        sys.stderr.flush()
    except OSError:
        _let_go_of(sys.stderr)
    # Python looks through everything once more as it ends, unless it is set apart.
    gc.freeze()
    sys.exit(status)


def run(args: list[str]) -> int:
    """Run one command line and return its exit code."""
    try:
        return _run(args)
    except LeerlogError as error:
        return _say(str(error), error.exit_code)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return 130
    except BrokenPipeError:
        # The reader, `head` for one, had enough.
        _let_go_of(sys.stdout)
        return 0
    except Exception as error:
        return _unexpected(error)


def _run(args: list[str]) -> int:
    from typer.exceptions import Abort, TyperException

    import leerlog.cli.root  # noqa: F401  (the options that every command shares)
    from leerlog.cli.app import SHELL_ASKS, app

    if os.environ.get(SHELL_ASKS):
        from leerlog.cli.complete import ready

        ready()
    try:
        result = app(hoist(args), prog_name="leerlog", standalone_mode=False)
    except TyperException as error:
        from leerlog.cli.messages import usage_message

        return _say(usage_message(error), 2)
    except Abort:
        return 130
    return result if isinstance(result, int) else 0


def hoist(args: list[str]) -> list[str]:
    """The arguments with the global options in front, wherever they stood before a `--`.

    One that lacks its value stands alone, for Typer to refuse: it would take
    the command for its value.
    """
    first: list[str] = []
    rest: list[str] = []
    words = iter(args)
    for word in words:
        if word == "--":
            return [*first, *rest, word, *words]
        if word in GLOBAL_FLAGS or word.partition("=")[0] in GLOBAL_VALUES:
            first.append(word)
            if word in GLOBAL_VALUES:
                value = next(words, None)
                if value is None:
                    return [word]
                first.append(value)
        else:
            rest.append(word)
    return first + rest


def _say(message: str, status: int) -> int:
    from leerlog.cli.remarks import fitted

    with suppress(OSError):
        sys.stderr.write(fitted(("Fout: " if status != 130 else "") + message, sys.stderr) + "\n")
    return status


def _unexpected(error: Exception) -> int:
    if os.environ.get("LEERLOG_DEBUG"):
        import traceback

        traceback.print_exc()
        return 1
    if isinstance(error, RecursionError | MemoryError):
        return _say("dit is te groot of te diep voor leerlog.", 1)
    if isinstance(error, OSError):
        where = f" bij {error.filename}" if error.filename else ""
        return _say(f"het systeem weigert{where}: {_why(error)}.", 1)
    return _say(
        f"er ging iets mis in leerlog zelf ({type(error).__name__}). Wat al bewaard was, staat er nog. "
        "Met LEERLOG_DEBUG=1 ervoor zie je waar het misging; geef dat door aan de makers.",
        1,
    )


def _why(error: OSError) -> str:
    from leerlog.files import reason

    return reason(error)


def _prepare_streams() -> None:
    # A console of another code page, or a pipe that is not UTF-8, gets a
    # question mark for what it can't show; it never stops the program.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _let_go_of(stream: TextIO) -> None:
    # Else Python complains once more about it while it exits.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
