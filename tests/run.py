"""Run every check of the project: python tests/run.py [--thorough] [pytest arguments]."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
# What is for Windows alone, mypy only looks at when it is told to; with a memory of its own that takes half a second.
WINDOWS = ["--platform", "win32", "--cache-dir", ".mypy_cache/windows"]
SYSTEMS: list[list[str]] = [[]] if sys.platform == "win32" else [[], WINDOWS]
CHECKS = (
    [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    [PYTHON, "-m", "ruff", "check", "--quiet", "."],
    *([PYTHON, "-m", "mypy", "--no-error-summary", *system] for system in SYSTEMS),
    [PYTHON, "-c", "from importlinter.cli import lint_imports_command as main; main(['--no-cache'])"],
)
# A module's tests in one process, so that what they share is made once.
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope"]
# What they go through, where that can be told; Windows skips all that is typed at a terminal, and so a part of it.
MEASURED = {"PYTEST_PLUGINS": "tests.measured"} if find_spec("slipcover") else {}
LEAST = ["--least", "93"] if MEASURED and sys.platform != "win32" else []
# Every test, also those that cost minutes, and thousands of examples of each law.
THOROUGH = ["-m", "", "--hypothesis-profile=thorough"]


def main() -> int:
    """Run the checks in order, pytest last; the first that fails ends it."""
    environment = os.environ | {"COLUMNS": "100"} | MEASURED
    # A program that a test starts need not compile again what another one did.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = [each for each in sys.argv[1:] if each != "--thorough"]
    more = [*(THOROUGH if "--thorough" in sys.argv else ()), *([] if arguments else LEAST)]
    for check in (*CHECKS, [*PYTEST, *more, *arguments]):
        done = subprocess.run(check, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            print(f"failed: {' '.join(check[1:])}", file=sys.stderr)
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
