"""Help texts in Dutch."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperGroup

HELP = "Toon deze uitleg."
EVERYWHERE = "Ook hier: --journal en --plain (zie leerlog --help)."
_NAMES = 11  # as wide as the longest command, so that all headings line up


def write_group(group: "TyperGroup", ctx: "Context", formatter: "HelpFormatter") -> None:
    """Write what leerlog is, its commands by heading, and its own options."""
    from leerlog.cli.commands import COMMANDS

    formatter.write_usage(ctx.command_path, "[opties] [opdracht] …", prefix="Gebruik: ")
    formatter.write_paragraph()
    formatter.write_text(group.help or "")
    for heading, names in COMMANDS.items():
        with formatter.section(heading):
            formatter.write_dl([(name.ljust(_NAMES), _short(group.get_command(ctx, name))) for name in names])
    _write_options(group.get_params(ctx), ctx, formatter)
    formatter.write_paragraph()
    formatter.write_text("Meer over een opdracht: leerlog OPDRACHT --help")


def _short(command: "Command | None") -> str:
    return ((command.help if command else "") or "").split("\n")[0]


def write_command(command: "Command", ctx: "Context", formatter: "HelpFormatter") -> None:
    """Write one command's usage, what it does, its arguments and its options."""
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    pieces = " ".join(["[opties]", *(param.make_metavar(ctx, usage=True) for param in arguments)])  # type: ignore[call-arg]
    formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")
    formatter.write_paragraph()
    formatter.write_text(command.help or "")
    if arguments:
        with formatter.section("Wat je meegeeft"):
            formatter.write_dl([(param.make_metavar(ctx), param.help) for param in arguments])  # type: ignore[attr-defined]
    _write_options(command.get_params(ctx), ctx, formatter)
    formatter.write_paragraph()
    formatter.write_text(EVERYWHERE)


def _write_options(params: "list[Parameter]", ctx: "Context", formatter: "HelpFormatter") -> None:
    rows = []
    for param in params:
        if param.param_type_name != "option" or getattr(param, "hidden", False):
            continue
        name = ", ".join(sorted(param.opts, key=len))  # Typer gives those of help in any order
        value = "" if getattr(param, "is_flag", False) else f" {param.metavar or 'TEKST'}"
        rows.append((name + value, _option_help(param)))
    with formatter.section("Opties"):
        formatter.write_dl(rows)


def _option_help(param: "Parameter") -> str:
    if param.name == "help":
        return HELP
    return getattr(param, "help", "") or ""
