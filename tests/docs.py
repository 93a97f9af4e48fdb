"""Make docs/commands.md: python -m tests.docs."""

import io
from contextlib import redirect_stdout
from pathlib import Path

from leerlog.cli.app import COMMANDS
from leerlog.cli.main import run

COMMANDS_MD = Path(__file__).parent.parent / "docs" / "commands.md"
TOP = """# De opdrachten

Dit is wat `leerlog OPDRACHT --help` zegt, van elke opdracht. Het wordt gemaakt door `python -m tests.docs`.
"""


def help_text(*command: str) -> str:
    """What --help prints."""
    out = io.StringIO()
    with redirect_stdout(out):
        run([*command, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip()


def commands_md() -> str:
    """The page with every command's help, by heading."""
    parts = [TOP, f"```\n{help_text()}\n```\n"]
    for heading, names in COMMANDS.items():
        parts.append(f"## {heading}\n")
        parts += [f"### {name}\n\n```\n{help_text(name)}\n```\n" for name in names]
    return "\n".join(parts)


if __name__ == "__main__":
    COMMANDS_MD.write_text(commands_md(), encoding="utf-8")
