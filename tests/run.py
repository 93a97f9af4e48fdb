"""Run every check of the project: python tests/run.py [--thorough] [pytest arguments]."""

import os
import subprocess
import sys
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
PYTEST += ["--cov", "--cov-branch", "--cov-report=term"]
# Windows skips all that is typed at a terminal, and with it a part of the code.
PYTEST += [] if sys.platform == "win32" else ["--cov-fail-under=90"]
# Every test, also those that cost minutes, and thousands of examples of each law.
THOROUGH = ["-m", "", "--hypothesis-profile=thorough"]


def main() -> int:
    """Run the checks in order, pytest last; the first that fails ends it."""
    environment = os.environ | {"COLUMNS": "100"}
    # A program that a test starts need not compile again what another one did.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = [each for each in sys.argv[1:] if each != "--thorough"]
    more = THOROUGH if "--thorough" in sys.argv else []
    for check in (*CHECKS, [*PYTEST, *more, *arguments]):
        done = subprocess.run(check, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            print(f"failed: {' '.join(check[1:])}", file=sys.stderr)
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
