"""The front door: `leerlog moment WORDS` without options, what people type every day.

Nearly all the time of a note is the loading of Typer. This one form needs
nothing of it; all others, and all that Typer has more to say of, are handed on.
Both ways in call the same use.
"""

import os

SHELL_ASKS = "_LEERLOG_COMPLETE"  # what is in the environment when Tab is pressed
# What LEERLOG_PLAIN may say here; Typer knows more, and says what it does not know.
PLAIN = {"": False, "0": False, "1": True}


def is_note(args: list[str]) -> bool:
    """Whether a command line is `moment` and plain words, asked by a person or a program and not by a shell's Tab."""
    return (
        args[:1] == ["moment"]
        and len(args) > 1
        and not any(word.startswith("-") for word in args)
        and os.environ.get("LEERLOG_PLAIN", "") in PLAIN
        and not os.environ.get(SHELL_ASKS)
    )


def write_note(args: list[str]) -> None:
    """Save the words behind `moment` as a note, and say so."""
    # Here, where a Ctrl+C that comes meanwhile is heard.
    from leerlog.app.note import write_moment
    from leerlog.app.saving import report
    from leerlog.cli.console import here

    setting = here(os.environ.get("LEERLOG_JOURNAL") or None, PLAIN[os.environ.get("LEERLOG_PLAIN", "")])
    if saved := write_moment(setting, " ".join(args[1:])):
        report(setting, saved, as_json=False)
