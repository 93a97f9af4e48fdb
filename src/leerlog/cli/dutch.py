"""What Typer would say in English, said in Dutch: the help texts, and what is wrong with a command line."""

import re
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from leerlog.cli.commands import COMMANDS, HELP, MEANT, MODULES, VERSION
from leerlog.domain.near import meant
from leerlog.domain.text import in_quotes, wrap

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperGroup

THIS_HELP = "Toon deze uitleg."
EVERYWHERE = "Ook hier: --journal en --plain (zie leerlog --help)."
_NARROWEST = 30
_READABLE = 30  # columns beside a name
_NAMES = 11  # as wide as the longest command, so that all headings line up


def _fit(formatter: "HelpFormatter") -> None:
    """Let the help be as narrow as the terminal, which Typer does down to fifty columns."""
    formatter.width = min(formatter.width, max(get_terminal_size().columns - 1, _NARROWEST))


def write_group(group: "TyperGroup", ctx: "Context", formatter: "HelpFormatter") -> None:
    """Write what leerlog is, its commands by heading, and its own options."""
    _fit(formatter)
    formatter.write_usage(ctx.command_path, "[opties] [opdracht] …", prefix="Gebruik: ")
    formatter.write_paragraph()
    _write_text(formatter, group.help or "")
    for heading, names in COMMANDS.items():
        with formatter.section(heading):
            _write_rows(formatter, [(name.ljust(_NAMES), _short(group.get_command(ctx, name))) for name in names])
    _write_options(group.get_params(ctx), ctx, formatter)
    formatter.write_paragraph()
    _write_text(formatter, "Meer over een opdracht: leerlog OPDRACHT --help")


def _write_text(formatter: "HelpFormatter", text: str) -> None:
    """Write paragraphs with a command in one piece, which Typer would break."""
    for number, paragraph in enumerate(text.split("\n\n")):
        for line in [*([""] if number else []), *wrap(" ".join(paragraph.split()), formatter.width, cut=False)]:
            formatter.write(f"{line}\n")


def _write_rows(formatter: "HelpFormatter", rows: Sequence[tuple[str, str]]) -> None:
    """Write names with what they are beside them, or below where there is little room for that."""
    margin = " " * formatter.current_indent
    room = formatter.width - len(margin) - 2
    names = max((len(name) for name, _ in rows), default=0)
    stacked = room - names < _READABLE
    for name, text in rows:
        lines = wrap(text, room if stacked else room - names, cut=False)
        if stacked:
            formatter.write(f"{margin}{name.rstrip()}\n")
            formatter.write("".join(f"{margin}  {line}\n" for line in lines))
        else:
            formatter.write(f"{margin}{name:<{names}}  {lines[0]}".rstrip() + "\n")
            formatter.write("".join(f"{margin}{'':<{names}}  {line}\n" for line in lines[1:]))


def _short(command: "Command | None") -> str:
    return ((command.help if command else "") or "").split("\n")[0]


def write_command(command: "Command", ctx: "Context", formatter: "HelpFormatter") -> None:
    """Write one command's usage, what it does, its arguments and its options."""
    _fit(formatter)
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    pieces = " ".join(["[opties]", *(param.make_metavar(ctx, usage=True) for param in arguments)])  # type: ignore[call-arg]
    formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")
    formatter.write_paragraph()
    _write_text(formatter, command.help or "")
    if arguments:
        with formatter.section("Wat je meegeeft"):
            _write_rows(formatter, [(param.make_metavar(ctx), param.help or "") for param in arguments])  # type: ignore[attr-defined]
    _write_options(command.get_params(ctx), ctx, formatter)
    formatter.write_paragraph()
    _write_text(formatter, EVERYWHERE)


def _write_options(params: "list[Parameter]", ctx: "Context", formatter: "HelpFormatter") -> None:
    rows = []
    for param in params:
        if param.param_type_name != "option" or getattr(param, "hidden", False):
            continue
        name = ", ".join(sorted(param.opts, key=len))  # Typer gives those of help in any order
        value = "" if getattr(param, "is_flag", False) else f" {param.metavar or 'TEKST'}"
        rows.append((name + value, _option_help(param)))
    with formatter.section("Opties"):
        _write_rows(formatter, rows)


def _option_help(param: "Parameter") -> str:
    if param.name == "help":
        return THIS_HELP
    return getattr(param, "help", "") or ""


_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        r"Option '([^']+)' requires an argument\.?",
        "bij {0} hoort een waarde. Schrijf {0} en daarachter wat je bedoelt.",
    ),
    (r"Option '([^']+)' requires (\d+) arguments\.?", "bij {0} horen {1} waarden."),
    (r"Option '([^']+)' does not take a value\.?", "bij {0} hoort geen waarde. Laat weg wat er achter het = staat."),
    (r"No such command '(.*)'\.?", "'{0}' is geen opdracht van leerlog."),
    (r"Missing command\.?", "er ontbreekt een opdracht."),
)


def usage_message(error: Any) -> str:
    """What is wrong with the command line, and what to do.

    error: one of the usage errors that Typer raises.
    """
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _no_such_option(error)
    if kind == "MissingParameter":
        return _missing(error)
    if extra := re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", error.message, re.DOTALL):
        return _too_much(error, extra[1])
    for pattern, dutch in _PATTERNS:
        if found := re.fullmatch(pattern, error.message, re.DOTALL):
            return dutch.format(*found.groups()) + _see(error)
    if kind == "BadParameter":
        return f"de waarde van {_parameter(error)} klopt niet.{_see(error)}"
    return f"deze opdracht begrijp ik niet.{_see(error)}"


def _no_such_option(error: Any) -> str:
    return f"de optie {error.option_name} bestaat hier niet.{meant(sorted(error.possibilities or []))}{_see(error)}"


def no_such_command(name: str) -> str:
    """That a command does not exist, and which one was or may have been meant."""
    word = name.lower()
    if own := word if word in MODULES else MEANT.get(word):
        return f"{in_quotes(name)} heet hier {own}. Schrijf: leerlog {own}"
    near = nearest(word, [*MODULES, *HELP, *VERSION, *MEANT])
    mean = meant([MEANT.get(near, near)] if near else [])
    return f"{in_quotes(name)} is geen opdracht van leerlog.{mean} leerlog --help toont ze alle."


def nearest(word: str, known: Iterable[str]) -> str:
    """The one word that this is a slip of the fingers away from, or the beginning of; "" when there is none."""
    slips = [(distance, other) for other in known if (distance := _slips(word, other)) <= (len(word) + 1) // 4]
    if slips:
        return min(slips)[1]
    begun = [other for other in known if len(word) > 2 and other.startswith(word)]
    return begun[0] if begun else ""


def _slips(word: str, other: str) -> int:
    """How many letters were left out, put in, mistaken, or swapped with the next."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != wanted))
            if i > 1 and j > 1 and (letter, word[i - 2]) == (other[j - 2], wanted):
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


# Of what can be left out by mistake: what is asked for, and what shows the choice.
_WHICH = {
    "ask": ("welke checklist?", "leerlog checklists toont ze", "leerlog ask insights"),
}


def _missing(error: Any) -> str:
    path = _path(error)
    if known := _WHICH.get(path.rpartition(" ")[2]):
        which, where, example = known
        return f"{which} {where}. Schrijf bijvoorbeeld: {example}"
    return f"er ontbreekt iets: {_parameter(error)}. Zie {path} --help."


def _too_much(error: Any, words: str) -> str:
    """That there is no place for these words, and what the command does take."""
    path, params = _path(error), error.ctx.command.params if error.ctx else []
    if any(each.param_type_name == "argument" for each in params):
        said = "Zet een naam van meer woorden tussen aanhalingstekens."
    else:
        said = f"Achter {path} horen alleen opties; een waarde van meer woorden staat tussen aanhalingstekens."
    return f"met {in_quotes(words)} kan ik hier niets. {said}{_see(error)}"


def _parameter(error: Any) -> str:
    param = error.param
    if param is None:
        return "een waarde"
    if getattr(param, "is_flag", False) and param.envvar:  # on the command line it has none
        return str(param.envvar)
    return str(param.opts[0] if param.param_type_name == "option" else (param.metavar or param.name))


def _path(error: Any) -> str:
    return error.ctx.command_path if error.ctx else "leerlog"


def _see(error: Any) -> str:
    return f" Zie {_path(error)} --help."
