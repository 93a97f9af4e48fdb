"""How laws are tried."""

import re

from hypothesis import settings

from tests.conftest import ROOT
from tests.laws import ORDINARY, THOROUGH, part

OWN = re.compile(r"\bsettings\(|\bmax_examples=|\bdeadline=|@seed\b|\bHealthCheck\b")


def test_the_test_command_tries_few_examples_the_same_every_time() -> None:
    """However slow the machine is; the thorough run tries many, others each time."""
    few, many = (settings.get_profile(name) for name in (ORDINARY, THOROUGH))
    assert (few.derandomize, many.derandomize) == (True, False)
    assert few.max_examples <= 60
    assert many.max_examples >= 1000
    assert few.deadline is many.deadline is None
    assert part(0.5).max_examples == max(5, round(settings().max_examples / 2))
    assert part(0.5).deadline is None


def test_no_test_has_a_number_of_its_own() -> None:
    """Of examples or milliseconds, nor a seed."""
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path.name != "test_laws.py"]
    assert [path.name for path in files if OWN.search(path.read_text(encoding="utf-8"))] == []
