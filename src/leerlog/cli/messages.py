"""Typer's own English, said in Dutch; the one place where it is translated."""

import re
from collections.abc import Iterable
from typing import Any

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
    near = sorted(error.possibilities or [])
    mean = f" Bedoel je {' of '.join(near)}?" if near else ""
    return f"de optie {error.option_name} bestaat hier niet.{mean}{_see(error)}"


def no_such_command(name: str) -> str:
    """That a command does not exist, and which one was or may have been meant."""
    from leerlog.cli.commands import HELP, MEANT, MODULES, VERSION

    word = name.lower()
    if meant := word if word in MODULES else MEANT.get(word):
        return f"'{name}' heet hier {meant}. Schrijf: leerlog {meant}"
    near = nearest(word, [*MODULES, *HELP, *VERSION, *MEANT])
    mean = f" Bedoel je {MEANT.get(near, near)}?" if near else ""
    return f"'{name}' is geen opdracht van leerlog.{mean} leerlog --help toont ze alle."


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
        for j, meant in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != meant))
            if i > 1 and j > 1 and (letter, word[i - 2]) == (other[j - 2], meant):
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


# Of what can be left out by mistake: what is asked for, and what shows the choice.
_WHICH = {
    "done": ("welke afspraak is gedaan?", "leerlog agenda toont ze", "leerlog done a2k3f9q2.1"),
    "course": ("welk leertraject?", "leerlog courses toont ze", 'leerlog course "Woo-training"'),
    "sheet": ("over welk leertraject?", "leerlog courses toont ze", 'leerlog sheet "Woo-training"'),
    "ask": ("welke checklist?", "leerlog checklists toont ze", "leerlog ask insights"),
    "show": ("welke notitie?", "leerlog list toont ze", "leerlog show laatste"),
    "story": ("het verhaal van welke notitie?", "leerlog list toont ze", "leerlog story laatste"),
    "value": ("welke notitie wil je wegen?", "leerlog list toont ze", "leerlog value laatste"),
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
    return f"met '{words}' kan ik hier niets. {said}{_see(error)}"


def _parameter(error: Any) -> str:
    param = error.param
    if param is None:
        return "een waarde"
    return str(param.opts[0] if param.param_type_name == "option" else (param.metavar or param.name))


def _path(error: Any) -> str:
    return error.ctx.command_path if error.ctx else "leerlog"


def _see(error: Any) -> str:
    return f" Zie {_path(error)} --help."
