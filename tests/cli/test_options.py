"""Options: declared once, merged into a command's signature, and made records again."""

import inspect
from collections import defaultdict
from types import SimpleNamespace
from typing import Annotated, NamedTuple

import pytest
import typer
import typer.main

from leerlog.cli.commands import MODULES
from leerlog.cli.options import takes
from leerlog.cli.out import Forms, Out
from leerlog.cli.root import app

# What belongs to another option of its command is told with that option, `edit` tells what it changes, and `import`
# what it is told of notes from elsewhere.
OF_THEIR_OWN = {"edit", "agenda", "actions", "share", "sheet", "check", "undo", "drafts", "import", "install"}
# What is said of an entry elsewhere chooses among them here.
CHOOSING = {"list", "search", "export"}
TOLD_OF_AN_ENTRY = {"--value", "--course", "--with", "--tag", "--share"}


class Sizes(NamedTuple):
    """A record of options."""

    wide: Annotated[str | None, typer.Option("--wide")] = None
    all_: Annotated[bool, typer.Option("--all")] = False


def test_a_record_is_typed_as_its_fields() -> None:
    """In the place where it stands, with their defaults; the command gets the record, and the setting."""
    got = {}

    @takes
    def command(setting: object, *, name: str, sizes: Sizes, last: bool = False) -> None:
        got.update(setting=setting, name=name, sizes=sizes, last=last)

    params = inspect.signature(command).parameters
    assert [*params] == ["context", "name", "wide", "all_", "last"]
    assert [params[name].default for name in ("wide", "all_", "last")] == [None, False, False]
    command(context=SimpleNamespace(obj="here"), name="x", wide="3", all_=True, last=False)
    assert got == {"setting": "here", "name": "x", "sizes": Sizes("3", True), "last": False}


def test_a_field_can_be_typed_otherwise() -> None:
    """As when its usual name means something else to this command."""
    high = Annotated[str | None, typer.Option("--high")]

    def command(setting: object, *, sizes: Annotated[Sizes, {"wide": high}]) -> None:
        pass

    assert inspect.signature(takes(command)).parameters["wide"].annotation == high


def test_one_name_is_for_one_option() -> None:
    """Two records with the same field can't go together."""

    def command(setting: object, *, one: Sizes, two: Sizes) -> None:
        pass

    with pytest.raises(ValueError, match="duplicate"):
        takes(command)


def test_a_form_is_chosen_before_the_command_begins() -> None:
    """And its forms can be read from the command, by who completes them."""

    @takes
    def command(setting: object, *, out: Annotated[Out, Forms("json", "csv")]) -> None:
        assert out == Out("csv")

    assert command.forms == ("json", "csv")
    command(context=SimpleNamespace(obj=None), format_="CSV", output=None, force=False)


def test_every_command_tells_the_same_of_an_option() -> None:
    """Whatever is shared is declared once."""
    told = defaultdict(set)
    group = typer.main.get_command(app)
    for name in MODULES:
        for param in group.get_command(None, name).params:
            shared = name not in OF_THEIR_OWN and param.opts[0] not in ("--format", "--output", "--json")
            if param.param_type_name == "option" and shared:
                option = param.opts[0]
                told[option, name in CHOOSING and option in TOLD_OF_AN_ENTRY].add((param.help, param.metavar))
    assert {option: said for option, said in told.items() if len(said) > 1} == {}
