"""The same journal, rules and screens as the tests of what is drawn of documents."""

from tests.render.conftest import quarter, rules, sample, shown

__all__ = ["quarter", "rules", "sample", "shown"]
