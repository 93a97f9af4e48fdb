"""leerlog with the same ids on every run, for examples in the docs: python -m tests.seeded moment "…"."""

import os
import sys
from datetime import date
from random import Random

import leerlog.journal.store as store
from leerlog.cli.main import main
from leerlog.domain.entry import new_id


class Ids:
    """Makes ids that depend on the clock and the command line, and on nothing else."""

    def __init__(self, now: str, words: list[str]) -> None:
        self._random = Random(f"{now} {words}")

    def __call__(self, day: date, _: object) -> str:
        """The next id, for a note of this day."""
        return new_id(day, [self._random.randrange(32) for _ in range(6)])


if __name__ == "__main__":
    store.new_id = Ids(os.environ["LEERLOG_NOW"], sys.argv[1:])
    main()
