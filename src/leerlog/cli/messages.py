"""Typer's own English, said in Dutch; the one place where it is translated."""

import re
from typing import Any

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        r"Option '([^']+)' requires an argument\.?",
        "bij {0} hoort een waarde. Schrijf {0} en daarachter wat je bedoelt.",
    ),
    (r"Option '([^']+)' requires (\d+) arguments\.?", "bij {0} horen {1} waarden."),
    (r"Option '([^']+)' does not take a value\.?", "bij {0} hoort geen waarde. Laat weg wat er achter het = staat."),
    (
        r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)",
        "met '{0}' kan ik hier niets. Zet tekst van meer woorden tussen aanhalingstekens.",
    ),
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
        return f"er ontbreekt iets: {_parameter(error)}. Zie {_path(error)} --help."
    for pattern, dutch in _PATTERNS:
        if found := re.fullmatch(pattern, error.message, re.DOTALL):
            return dutch.format(*found.groups()) + _see(error)
    if kind == "BadParameter":
        return f"de waarde van {_parameter(error)} klopt niet.{_see(error)}"
    return f"deze opdracht begrijp ik niet.{_see(error)}"


def _no_such_option(error: Any) -> str:
    near = sorted(error.possibilities or [])
    mean = f" Bedoel je {' of '.join(near)}?" if near else ""
    return f"de optie {error.option_name} bestaat hier niet.{mean}{_see(error)}"


def no_such_command(name: str, known: list[str]) -> str:
    """That a command does not exist, and which one may have been meant."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.6)
    mean = f" Bedoel je {' of '.join(near)}?" if near else ""
    return f"'{name}' is geen opdracht van leerlog.{mean} Zie leerlog --help."


def _parameter(error: Any) -> str:
    param = error.param
    if param is None:
        return "een waarde"
    return str(param.opts[0] if param.param_type_name == "option" else (param.metavar or param.name))


def _path(error: Any) -> str:
    return error.ctx.command_path if error.ctx else "leerlog"


def _see(error: Any) -> str:
    return f" Zie {_path(error)} --help."
