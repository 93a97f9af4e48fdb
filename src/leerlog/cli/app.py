"""The Typer classes that speak Dutch.

A command's module is imported when the command is asked for: building all of
them on every run costs more than a note may take.
"""

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from leerlog.cli.commands import HELP, MEANT, MODULES, VERSION
from leerlog.errors import UsageError

if TYPE_CHECKING:  # Typer keeps its click to itself; only its types are named here.
    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter

SHELL_ASKS = "_LEERLOG_COMPLETE"  # what is in the environment when Tab is pressed

# Options whose value may be left out: `--quarter` is the current one. One that is given as an empty text is not.
OPTIONAL_VALUE = frozenset({"--week", "--month", "--quarter", "--year", "--tried"})
BLANK = " "


def callback_of(name: str) -> Any:
    """The function behind a command."""
    module, _, function = MODULES[name].partition(":")
    return getattr(import_module(f"leerlog.cli.{module}"), function)


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
        if arg in OPTIONAL_VALUE and (i + 1 == len(args) or args[i + 1].startswith("-")):
            filled.append("")
    return filled


_DASHED = re.compile(r"-[\d\s]")


def texts_behind(args: list[str], params: "list[Parameter]") -> list[str]:
    """The arguments with the texts behind a `--`, when one of them begins like an option: -5 graden.

    No option begins with a digit or a space. What follows an option as its value needs no help.
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


class LeerlogCommand(TyperCommand):
    """A command with Dutch help, and options that may go without a value."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Fill in left-out values, and put texts apart, before Typer reads the arguments."""
        return super().parse_args(ctx, texts_behind(optional_values(args), self.get_params(ctx)))

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the help text in Dutch."""
        from leerlog.cli.help import write_command

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
            from leerlog.cli.messages import no_such_command

            raise UsageError(no_such_command(args[0]))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: "Context") -> Any:
        """Run the command, and see at its end whether all of the journal could be read."""
        done = super().invoke(ctx)
        if ctx.obj is not None:
            ctx.obj.end()
        return done

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the help text in Dutch."""
        from leerlog.cli.help import write_group

        write_group(self, ctx, formatter)


# Typer's own options for completion speak English; those of cli/root take their place.
app = typer.Typer(
    cls=LeerlogGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
