"""The same journal, rules and screens as the tests of what is drawn of documents."""

from tests.render.conftest import quarter, rules, sample, shown
from tests.reports.conftest import make

__all__ = ["make", "quarter", "rules", "sample", "shown"]
