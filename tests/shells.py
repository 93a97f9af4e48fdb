"""Command lines that a page shows, and what the shell that they are for would make of them.

A block names its shell: `sh`; `powershell`, which is Windows PowerShell 5.1 and the command prompt alike; or `console`,
where a command behind `$ ` is typed into any of them, as is one in running text.
"""

import ast
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import typer.main
from typer._click.exceptions import UsageError

from leerlog.cli.commands import MODULES
from leerlog.cli.root import GLOBAL_FLAGS, GLOBAL_VALUES, app, asked_for_help, hoist, optional_values, texts_behind

if TYPE_CHECKING:
    from typer._click.core import Group

# A block may stand in a list.
_BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_RUNNING = re.compile(r"`((?:leerlog|uv|pipx|setx|chcp|py) [^`]+)`")
# What a line begins with that is typed into a shell.
_TYPED = re.compile(r"(?:\$ )?(?:leerlog|python3?|py|pip|pipx|uv|git|(?:\.venv|\.)[/\\]\S+)(?: |$)")
_WORD = re.compile(r'(?:"[^"]*"|[^\s"])+')
# A command in a sentence, with the words and options behind it, up to where the sentence goes on.
_SAID = re.compile(r'leerlog ([a-z-]+)((?: (?:"[^"]*"|--?[a-z][\w-]*|[\w…/=]+(?![.,;:])))*(?: --[a-z][\w-]*)?)')
_OPTION = re.compile(r"(?<= )--[a-z][a-z-]*")
ANY = "any"


class Shown(NamedTuple):
    """A command line, and where it is to be typed.

    shell: sh, powershell, any, or "" when its block does not say.
    """

    shell: str
    line: str


def shown(page: str) -> Iterator[Shown]:
    """The command lines of a page of Markdown, in blocks and in running text."""
    for _, shell, body in _BLOCK.findall(page):
        lines = [line.strip() for line in body.splitlines()]
        if shell in ("sh", "powershell"):
            yield from (Shown(shell, line) for line in lines if line)
        elif shell == "console":
            yield from (Shown(ANY, line.removeprefix("$ ")) for line in lines if line.startswith("$ "))
        elif shell == "text" and lines[0].startswith("$ "):
            yield Shown(ANY, lines[0].removeprefix("$ "))
        elif not shell:
            yield from (Shown("", line) for line in lines if _TYPED.match(line))
    for line in _RUNNING.findall(_BLOCK.sub("", page)):
        yield Shown(ANY, line)


def wrong(command: Shown) -> str:
    """What the shell would not take or would take for something else; "" when nothing is wrong."""
    if not command.shell:
        return "its block names no shell"
    if command.shell == ANY and "\\" in command.line:
        return "a backslash, which bash drops"
    found = "" if command.shell == "sh" else wrong_on_windows(command.line)
    return found or (wrong_in_sh(command.line) if command.shell != "powershell" else "") or wrong_for_us(command)


def wrong_on_windows(line: str) -> str:
    """What is wrong for PowerShell 5.1 or the command prompt."""
    if line.count('"') % 2 or re.search(r'(?<!\\)(?:\\\\)*\\"', line):
        return 'a " too few, or one behind a backslash'
    if re.match(r"(?:export |set |\w+=)", line):
        return "a variable as only one shell sets it"
    if re.match(r"\$\w+(?::\w+)? = ", line):
        return ""  # PowerShell's own, which nothing else reads
    for word in _WORD.findall(line):
        bare = re.sub(r'"[^"]*"', "", word)
        if word == '""':
            return "an empty word, which PowerShell drops"
        if found := re.search(r"&&|\|\||[<>|&;,@(){}$`'#…“”„‘’]", bare):
            return f"{found[0]} outside quotes"
        if found := re.search(r"[$`“”„…!]", word):
            return f"{found[0]} inside quotes"
    return ""


def wrong_in_sh(line: str) -> str:
    """What bash says of it; without one (that of Windows only starts a Linux) whether its quotes end."""
    if sys.platform == "win32" or not shutil.which("bash"):
        return "" if _ends_quotes(line) else "a quote too few"
    done = subprocess.run(["bash", "-n", "-c", line], capture_output=True, text=True, check=False)
    return done.stderr.strip()


def _ends_quotes(line: str) -> bool:
    try:
        return bool(shlex.split(line))
    except ValueError:
        return False


def wrong_for_us(command: Shown) -> str:
    """What leerlog does not know in it; "" too for what is none of its commands."""
    parts = re.split(r"&&|;", command.line) if command.shell == "sh" else [command.line]
    return next(filter(None, map(_unknown, parts)), "")


def _unknown(line: str) -> str:
    words = [word.replace('"', "") for word in _WORD.findall(line)]
    if not words or not re.fullmatch(r"(?:.*[/\\])?leerlog(?:\.exe)?", words[0]):
        return ""
    group: Group = typer.main.get_command(app)  # type: ignore[assignment]
    try:
        rest = _parsed(group, asked_for_help(hoist(words[1:])))
        if not rest or rest[0] not in MODULES:
            return f"no command: {rest[0]}" if rest else ""
        command = group.get_command(group.context_class(group), rest[0])
        assert command
        more = _parsed(command, texts_behind(optional_values(rest[1:]), command.params))
        return f"too much: {more}" if more else ""
    except UsageError as error:
        return error.format_message()


def _parsed(command: object, words: list[str]) -> list[str]:
    """What is left when its options and arguments are taken."""
    context = command.context_class(command)  # type: ignore[attr-defined]
    parser = command.make_parser(context)  # type: ignore[attr-defined]
    _, left, _ = parser.parse_args(words)
    return list(left)


def said(source: str) -> Iterator[str]:
    """The texts of a Python file; what is filled in is `X`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "X" for part in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def options_in(text: str) -> Iterator[tuple[str, str]]:
    """Every option that a text names straight behind one of our commands, with that command."""
    for found in _SAID.finditer(" ".join(text.split())):
        if found[1] in MODULES:
            yield from ((found[1], option) for option in _OPTION.findall(found[2]))


def is_known(command: str, option: str) -> bool:
    """Whether the command has the option, or all commands do."""
    group: Group = typer.main.get_command(app)  # type: ignore[assignment]
    found = group.get_command(group.context_class(group), command)
    assert found
    names = {"--help", "-h", *GLOBAL_FLAGS, *GLOBAL_VALUES}
    return option in names.union(*(each.opts for each in found.params))
