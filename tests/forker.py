"""Programs that start at once: a Python that has read leerlog already becomes each of them.

Reading its modules is nearly all that a conversation costs. So the tests start one such Python, which splits off a
process for every program: one of its own, in a terminal of its own, and as fresh as a new one but for what was read.
"""

import atexit
import fcntl
import gc
import importlib
import io
import json
import os
import pkgutil
import runpy
import signal
import socket
import struct
import subprocess
import sys
import termios
import traceback
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# What leerlog reads only once it is needed, in a conversation.
LATER = ("platformdirs", "prompt_toolkit", "prompt_toolkit.shortcuts", "rich.console", "rich.markup", "yaml")
_SIZE = struct.Struct("!I")


class Forker:
    """The Python that splits off programs, and how to ask it."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "tests.forker", str(theirs.fileno())]
            environment = os.environ | {"PYTHONUTF8": "1"}
            self._python = subprocess.Popen(
                command, pass_fds=[theirs.fileno()], cwd=ROOT, env=environment, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        atexit.register(self._end)

    def _end(self) -> None:
        self._line.close()
        self._python.wait()

    def start(self, args: Sequence[str], environment: dict[str, str], terminal: int) -> int:
        """Start a program in a terminal; the number of its process."""
        socket.send_fds(self._line, [b"!"], [terminal])
        _send(self._line, {"args": list(args), "environment": environment, "folder": os.getcwd()})
        return int(_receive(self._line))

    def ended(self, process: int, *, wait: bool = True) -> int | None:
        """The exit code of a program, less than 0 for a signal; None as long as it runs and is not waited for."""
        self._line.sendall(b"?")
        _send(self._line, [process, wait])
        found = _receive(self._line)
        return None if found is None else int(found)


@cache
def forker() -> Forker:
    """The one of this process; it ends when this does."""
    return Forker()


def _send(line: socket.socket, what: object) -> None:
    data = json.dumps(what).encode()
    line.sendall(_SIZE.pack(len(data)) + data)


def _receive(line: socket.socket) -> Any:
    (size,) = _SIZE.unpack(_take(line, _SIZE.size))
    return json.loads(_take(line, size))


def _take(line: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = line.recv(size - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def serve(line: socket.socket) -> None:
    """Split off a program whenever that is asked, until whoever asks is gone."""
    import leerlog

    own = [each.name for each in pkgutil.walk_packages(leerlog.__path__, "leerlog.")]
    for name in (*own, *LATER):
        if not name.endswith("__main__"):
            importlib.import_module(name)
    gc.freeze()  # what was read stays shared
    while True:
        asked, terminals, _, _ = socket.recv_fds(line, 1, 1)
        if not asked:
            return
        what = _receive(line)
        if asked == b"?":
            process, status = os.waitpid(what[0], 0 if what[1] else os.WNOHANG)
            _send(line, os.waitstatus_to_exitcode(status) if process else None)
            continue
        process = os.fork()
        if not process:
            line.close()
            become(what["args"], what["environment"], what["folder"], terminals[0])
        os.close(terminals[0])
        _send(line, process)


def become(args: list[str], environment: dict[str, str], folder: str, terminal: int) -> None:
    """Be this program, in this terminal, to the end."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for number in range(3):
        os.dup2(terminal, number)
    os.close(terminal)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    # As in any terminal: what runs in the background of a script was told not to listen.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if args[0] != sys.executable or args[1] == "-c":
        os.execvp(args[0], args)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin = sys.__stdin__ = _text(0, "r")  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = _text(1, "w")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _text(2, "w")  # type: ignore[misc]
    code: object = 0
    try:
        if args[1] == "-m":
            sys.argv = args[2:]
            runpy.run_module(args[2], run_name="__main__", alter_sys=True)
        else:
            sys.argv = args[1:]
            runpy.run_path(args[1], run_name="__main__")
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def _text(number: int, mode: str) -> io.TextIOWrapper:
    return open(number, mode, encoding="utf-8", buffering=1 if mode == "w" else -1, closefd=False)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
