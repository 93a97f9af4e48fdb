"""How much of leerlog the tests go through: PYTEST_PLUGINS=tests.measured python -m pytest [--least 93].

SlipCover puts a mark at each line and branch of a module when it is read, and takes it away once it was passed. A
tracer, which is called for every line of whatever runs, makes the tests cost twice as much.
"""

import io
import json
from pathlib import Path
from typing import Any

import pytest
import slipcover

LEERLOG = str(Path(__file__).resolve().parent.parent / "src" / "leerlog")

_marks = slipcover.Slipcover(branch=True, source=[LEERLOG])
# What the environment names is read before any of leerlog is, in the workers of xdist too.
slipcover.ImportManager(_marks, slipcover.FileMatcher(sources=[LEERLOG])).__enter__()
_told: list[dict[str, Any]] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """What is enough."""
    parser.addoption("--least", type=float, default=0, help="the least percentage of leerlog to go through")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker of xdist has ended, and tells what it went through."""
    if told := getattr(node, "workeroutput", {}).get("measured"):
        _told.append(json.loads(told))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell it to who started this worker; or make one of all, and see whether that is enough."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["measured"] = json.dumps(_marks.get_coverage())
        return
    if not _told:
        _told.append(_marks.get_coverage())
    for more in _told[1:]:
        slipcover.merge_coverage(_told[0], more)
    if session.exitstatus == pytest.ExitCode.OK and _percentage() < session.config.getoption("--least"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show what they did not go through."""
    table = io.StringIO()
    slipcover.print_coverage(_told[0], outfile=table, skip_covered=True)
    terminalreporter.write(table.getvalue())
    least = config.getoption("--least")
    terminalreporter.line(f"The tests go through {_percentage():.1f}% of leerlog; {least:g}% is the least.")


def _percentage() -> float:
    return float(_told[0]["summary"]["percent_covered"])
