"""The options that every command shares, and bare `leerlog`."""

from typing import Annotated

import typer

from leerlog.cli import tab
from leerlog.cli.app import app
from leerlog.cli.console import here


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
        bool,
        typer.Option(
            "--plain", envvar="LEERLOG_PLAIN", help="Alleen regels tekst, zonder kleur of opmaak; voor een schermlezer."
        ),
    ] = False,
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
        from leerlog.cli.today import today

        today(context.obj)
