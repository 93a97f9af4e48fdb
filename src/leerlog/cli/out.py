"""The one way out for all that a program reads: in which form, to which file, and always as the same bytes.

A terminal gets what it can show. Everything else, every form that `--format`
or a file's name asks for, is UTF-8 whatever the console makes of text.
"""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from leerlog import files
from leerlog.app.place import see_that_it_is_no_month, see_that_it_is_outside, who_reads
from leerlog.app.setting import Setting
from leerlog.domain.text import in_quotes
from leerlog.errors import UsageError
from leerlog.refusals import WINDOWS, unfit

STDOUT = "-"
CHUNK = 1 << 16  # bytes that are written at once

Data = str | bytes | Iterable[str]


class Form(NamedTuple):
    """A form: what a file of it is called, the first of these preferred, and what it is for.

    person: whether a person opens such a file, in a program of the system; its lines end as those of that system do.
    packed: whether it is no text, and so nothing for a screen.
    """

    ends: tuple[str, ...]
    told: str
    person: bool = False
    packed: bool = False


FORMS = {
    "markdown": Form((".md", ".markdown"), "markdown", True),
    "html": Form((".html", ".htm"), "html om te bekijken of te printen", True),
    "docx": Form((".docx",), "docx voor Word", packed=True),
    "xlsx": Form((".xlsx",), "xlsx voor Excel", packed=True),
    "csv": Form((".csv",), "csv voor een spreadsheet", True),
    "json": Form((".json",), "json voor een ander programma"),
    "jsonl": Form((".jsonl",), "jsonl met elke notitie op een regel"),
    "ics": Form((".ics",), "ics voor je eigen agenda (je woorden staan erin, dus deel het niet)"),
    "yaml": Form((".yaml", ".yml"), "yaml om in te vullen", True),
}
_SHORT = {"md": "markdown", "htm": "html", "excel": "xlsx", "word": "docx"}


class What(NamedTuple):
    """What a file holds, to say where it is: `De terugblik staat in …. Alleen jij kunt hem lezen.`."""

    name: str
    it: str
    stands: str = "staat"


DATA = What("De gegevens", "ze", "staan")
NOTES = What("Je notities", "ze", "staan")


class Out(NamedTuple):
    """What is asked for: a form, "" for what a person reads on a screen, and the file that it goes to."""

    form: str = ""
    output: str | None = None
    force: bool = False

    @property
    def file(self) -> Path | None:
        """The file; None for stdout."""
        return None if self.output in (None, STDOUT) else Path(self.output or "")

    def send(self, setting: Setting, data: Data, what: What = DATA) -> None:
        """Write a result to its file, for its owner only, or to stdout.

        Raises:
            UsageError: for a file that is there, without `force`.
            NotSaved: when the system refuses; whatever goes wrong, no half of it is left.
        """
        if self.file or isinstance(data, str | bytes):
            setting.end()  # a whole, and a file, goes about without what is said beside it
        if self.file is None:
            emit(data)
            return
        made = as_file(encoded(data), self.form)
        try:
            files.write(self.file, chain(made, _whole(setting)), new=not self.force, private=True)
        except FileExistsError:
            raise _taken(self.file) from None
        setting.confirm(f"{what.name} {what.stands} in {self.file}. {who_reads(self.file, what.it)}")


def as_file(data: Iterable[bytes], form: str, windows: bool = WINDOWS) -> Iterator[bytes]:
    """The bytes of a form as they are in a file; Excel knows by a mark at the beginning that a table is UTF-8."""
    if form == "csv":
        yield BOM_UTF8
    if FORMS[form].person:
        data = files.for_person(data, filled_in=form == "yaml", windows=windows)
    yield from data


def _whole(setting: Setting) -> Iterator[bytes]:
    """Nothing more; what is read while it is written may come to lack a month, and then there is to be no file."""
    setting.end()
    yield b""


def emit(data: Data) -> None:
    """Write data on stdout just as it is: the bytes of UTF-8, with the ends of lines that it has."""
    sys.stdout.flush()
    for piece in encoded(data):
        left = memoryview(piece)
        # Without a buffer, as with PYTHONUNBUFFERED, not all need be taken at once.
        while left:
            left = left[sys.stdout.buffer.write(left) or 0 :]


def encoded(data: Data) -> Iterator[bytes]:
    """Data as bytes, many small pieces together."""
    if isinstance(data, bytes):
        yield data
        return
    waiting: list[str] = []
    size = 0
    for piece in [data] if isinstance(data, str) else data:
        waiting.append(piece)
        size += len(piece)
        if size >= CHUNK:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "replace")


class Forms:
    """The forms that a command can give its result in, and the options that ask for one.

    names: of FORMS.
    default: what it gives unless something else is asked for; "" for what a person reads.
    alias: whether `--json` is another word for `--format json`.
    elsewhere: another option than `--output` that `--force` may belong to; the command sees to that.
    only: what the file belongs to where there is one form and no choice: `--template`.
    """

    def __init__(
        self, *names: str, default: str = "", alias: bool = False, only: str = "", elsewhere: str = ""
    ) -> None:
        self.names = names
        self._default = default
        self._alias = alias
        self._only = only
        self._elsewhere = elsewhere

    def options(self) -> dict[str, Any]:
        """How `--format`, `--output` and `--force` are typed."""
        import typer  # what comes by the front door has no options

        told = f"{_listed([FORMS[form].told for form in self.names])}."
        ends = _listed([FORMS[form].ends[0] for form in self.names])
        to = f"Bij {self._only}: schrijf naar dit bestand." if self._only else f"Schrijf naar dit bestand: {ends}."
        options: dict[str, Any] = {
            "format_": Annotated[str | None, typer.Option("--format", metavar="VORM", help=told)],
            "output": Annotated[str | None, typer.Option("--output", metavar="BESTAND", help=to)],
            "force": Annotated[
                bool, typer.Option("--force", help="Bij --output: vervang het bestand als het er al is.")
            ],
            "to_json": Annotated[bool, typer.Option("--json", help="Hetzelfde als --format json.")],
        }
        left_out = {*(["format_"] if self._only else []), *([] if self._alias else ["to_json"])}
        return {name: option for name, option in options.items() if name not in left_out}

    def chosen(self, setting: Setting, given: dict[str, Any]) -> Out:
        """What these options ask for, which are taken out of `given`.

        Raises:
            UsageError: when they contradict each other, or the file can't be there.
        """
        form, output, force = given.pop("format_", None), given.pop("output"), given.pop("force")
        if given.pop("to_json", False):
            form = _together(form, "json")
        _refuse_unfit(output)
        out = Out(chosen_form(form, output, self.names, self._default), output, force)
        if not (out.force and out.file is None and self._elsewhere):
            check_place(setting, out)
        if out.form and FORMS[out.form].packed and out.file is None and _on_a_terminal():
            raise UsageError(f"{out.form} is niet om zo te lezen. Zet er een bestand bij: --output naam.{out.form}")
        return out


def _refuse_unfit(output: str | None) -> None:
    """Stop at a name that Windows does not take, which no other end of it would mend."""
    if output not in (None, STDOUT) and (wrong := unfit(output or "")):
        raise UsageError(f"ik kan niet schrijven in {output}: {wrong}. Kies een andere naam.")


def _on_a_terminal() -> bool:
    return sys.stdout.isatty()


def _together(format_: str | None, alias: str) -> str:
    if format_ is not None and _SHORT.get(format_.lower(), format_.lower()) != alias:
        raise UsageError(f"--{alias} en --format {format_} gaan niet samen. Kies er één.")
    return alias


def chosen_form(format_: str | None, output: str | None, forms: Iterable[str], default: str = "") -> str:
    """The form that was asked for, by name or by the file's suffix; else `default`.

    Raises:
        UsageError: for a form that is not among `forms`, and for a suffix that says another or none.
    """
    forms = tuple(forms)
    named = _named(format_, forms)
    if output is None or output == STDOUT:
        if output and not named and not default:
            raise UsageError(f"kies met --format welke vorm je wilt: {', '.join(forms)}.")
        return named or default
    if not output.strip():
        raise UsageError("achter --output hoort de naam van een bestand.")
    suffix = Path(output).suffix.lower()
    meant = next((form for form in FORMS if suffix in FORMS[form].ends), "")
    if named and meant in forms and named != meant:
        raise UsageError(f"--format {format_} en '{output}' spreken elkaar tegen: {suffix} is {meant}. Kies er één.")
    if found := named or (meant if meant in forms else "") or ("" if meant else default):
        return found
    ends = _listed([FORMS[form].ends[0] for form in FORMS if form in forms])
    raise UsageError(
        f"aan '{output}' zie ik niet welke vorm je wilt. Laat de naam eindigen op {ends}"
        + (", of kies er een met --format." if len(forms) > 1 else ".")
    )


def _listed(words: list[str]) -> str:
    """a, b of c."""
    return " of ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _named(format_: str | None, forms: tuple[str, ...]) -> str:
    if format_ is None:
        return ""
    word = _SHORT.get(format_.lower(), format_.lower())
    if word not in forms:
        raise UsageError(f"de vorm {in_quotes(format_)} ken ik hier niet. Kies uit: {', '.join(forms)}.")
    return word


def check_place(setting: Setting, out: Out) -> None:
    """Stop before the work is done where it could not be kept.

    Raises:
        UsageError: for a file that is there already, or one among those of the journal.
    """
    path = out.file
    if path is None:
        if out.force:
            raise UsageError("--force hoort bij --output BESTAND.")
        return
    see_that_it_is_outside(setting, path)
    if not os.path.exists(path):  # noqa: PTH110  (Path.exists may raise)
        return
    if not out.force or not files.is_file(path):
        raise _taken(path)
    see_that_it_is_no_month(path)


def _taken(path: Path) -> UsageError:
    if os.path.exists(path) and not files.is_file(path):  # noqa: PTH110  (Path.exists may raise)
        return UsageError(f"{path} is geen gewoon bestand. Kies een andere naam.")
    return UsageError(f"{path} is er al. Vervang het met --force, of kies een andere naam.")
