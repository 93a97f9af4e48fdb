"""leerlog as Typer has it: the commands, each imported when it is asked for, and the options that all of them share.

Building every command on every run costs more than a note may take.
"""

import re
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command_from_info
from typer.models import CommandInfo

from leerlog.cli import tab
from leerlog.cli.commands import HELP, MEANT, MODULES, VERSION
from leerlog.cli.console import here
from leerlog.errors import ReaderGone, UsageError

if TYPE_CHECKING:  # Typer keeps its click to itself; only its types are named here.
    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter

# The options that may stand anywhere on the line.
GLOBAL_FLAGS = frozenset({"--plain"})
GLOBAL_VALUES = frozenset({"--journal"})

# Options whose value may be left out: `--quarter` is the current one. One that is given as an empty text is not.
OPTIONAL_VALUE = frozenset(
    {
        "--week",
        "--month",
        "--quarter",
        "--year",
        "--add",
        "--tried",
        "--resume",
        "--save",
        "--remove",
        "--unshare",
        "--dropped",
    }
)
BLANK = " "


def callback_of(name: str) -> Any:
    """The function behind a command."""
    module, _, function = MODULES[name].partition(":")
    return getattr(import_module(f"leerlog.cli.{module}"), function)


# No option begins with a digit, a space or a sign; nor does one that is a letter hold a space.
_DASHED = re.compile(r"--?[^a-zA-Z-]|---|-[a-zA-Z]\S*\s")


def optional_values(args: list[str]) -> list[str]:
    """The arguments with an empty value after each bare option that may go without; one that was typed is a blank."""
    filled: list[str] = []
    for i, arg in enumerate(args):
        if arg == "--":
            return filled + args[i:]
        if not arg and i and args[i - 1] in OPTIONAL_VALUE:
            filled.append(BLANK)
            continue
        filled.append(arg + BLANK if arg.endswith("=") and arg[:-1] in OPTIONAL_VALUE else arg)
        if arg in OPTIONAL_VALUE and (i + 1 == len(args) or _is_option(args[i + 1])):
            filled.append("")
    return filled


def _is_option(arg: str) -> bool:
    return arg.startswith("-") and not _DASHED.match(arg)


def texts_behind(args: list[str], params: "list[Parameter]") -> list[str]:
    """The arguments with the texts behind a `--`, when one of them begins like an option: -5 graden.

    What follows an option as its value needs no help.
    """
    if not any(_DASHED.match(arg) for arg in args):
        return args
    sizes = {name: 0 if getattr(each, "is_flag", False) else each.nargs for each in params for name in each.opts}
    options: list[str] = []
    texts: list[str] = []
    words = iter(args)
    for word in words:
        if word == "--":
            texts += words
        elif not word.startswith("-") or word == "-" or _DASHED.match(word):
            texts.append(word)
        else:
            options += [word, *(value for _, value in zip(range(sizes.get(word, 0)), words, strict=False))]
    return [*options, "--", *texts]


def asked_for_help(args: list[str]) -> list[str]:
    """The arguments with `--help` or `--version` for the words that mean them: help, hulp review, versie."""
    first = next((i for i, arg in enumerate(args) if _is_word(args, i)), len(args))
    word = args[first].lower() if first < len(args) else ""
    if word in VERSION:
        return [*args[:first], "--version"]
    if word not in HELP:
        return args
    about = [name.lower() for name in args[first + 1 :] if not name.startswith("-")][:1]
    return [*args[:first], *(MEANT.get(name, name) if name not in MODULES else name for name in about), "--help"]


def _is_word(args: list[str], i: int) -> bool:
    """Whether an argument is neither an option of leerlog itself nor its value."""
    return not args[i].startswith("-") and not (i and args[i - 1] == "--journal")


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


class LeerlogCommand(TyperCommand):
    """A command with Dutch help, and options that may go without a value."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Fill in left-out values, and put texts apart, before Typer reads the arguments."""
        try:
            return super().parse_args(ctx, texts_behind(optional_values(args), self.get_params(ctx)))
        except TyperException as error:
            if getattr(error, "ctx", ctx) is None:  # of an option without its value Typer doesn't say whose it is
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the help text in Dutch."""
        from leerlog.cli.dutch import write_command

        write_command(self, ctx, formatter)


class LeerlogGroup(TyperGroup):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: "Context") -> list[str]:
        """The names in the order of --help."""
        return list(MODULES)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Take the words that mean help before Typer looks for a command."""
        return super().parse_args(ctx, asked_for_help(args))

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        """Build the command with this name; None when there is none."""
        if cmd_name not in MODULES:
            return None
        info = CommandInfo(name=cmd_name, cls=LeerlogCommand, callback=callback_of(cmd_name))
        return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """The command that the first word names; a near miss is told which ones there are."""
        if args[0] not in MODULES and not args[0].startswith("-"):
            from leerlog.cli.dutch import no_such_command

            raise UsageError(no_such_command(args[0]))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: "Context") -> Any:
        """Run the command, and see at its end whether all of the journal could be read."""
        try:
            done = super().invoke(ctx)
            if ctx.obj is not None:
                ctx.obj.end()
        except BrokenPipeError as error:  # which Typer would end the run for
            raise ReaderGone from error
        return done

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the help text in Dutch."""
        from leerlog.cli.dutch import write_group

        write_group(self, ctx, formatter)


# Typer's own options for completion speak English; those of `root` take their place.
app = typer.Typer(
    cls=LeerlogGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from leerlog import __version__

        typer.echo(f"leerlog {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    journal: Annotated[
        str | None,
        typer.Option(
            metavar="MAP|NAAM",
            envvar="LEERLOG_JOURNAL",
            help="Welk leerlog: een map, of een naam uit je instellingen.",
        ),
    ] = None,
    plain: Annotated[
        bool | None,
        typer.Option(
            "--plain", envvar="LEERLOG_PLAIN", help="Alleen regels tekst, zonder kleur of opmaak; voor een schermlezer."
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon de versie.")
    ] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=tab.install,
            is_eager=True,
            help="Zet aanvullen met Tab aan in deze shell.",
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            callback=tab.show,
            is_eager=True,
            help="Toon het script voor aanvullen, om zelf te plaatsen.",
        ),
    ] = False,
) -> None:
    """Leren op de werkplek, zichtbaar gemaakt.

    De vragen van de handreiking op het goede moment, je antwoorden in een leerlog op je eigen computer.

    Zonder opdracht zie je wat er vandaag aandacht vraagt.
    """
    source = context.get_parameter_source("journal")
    context.obj = here(journal, plain, named=source is not None and source.name == "COMMANDLINE")
    if context.invoked_subcommand is None:
        from leerlog.cli.screens import show_today  # no command waits for what this needs

        show_today(context.obj)
