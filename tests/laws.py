"""How many examples of a law are tried.

The test command takes few, the same every time and however slow the machine is. `tests/run.py --thorough` takes
thousands, other ones each time. A test sets no number of its own; one that costs much takes a `part` of them.
"""

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

ORDINARY = "ordinary"
THOROUGH = "thorough"

# How long a machine takes is nobody's fault, and a test's own folder is not emptied between examples on purpose.
_calm = settings(deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile(ORDINARY, _calm, max_examples=30, derandomize=True, database=None)
settings.register_profile(THOROUGH, _calm, max_examples=2000, derandomize=False, print_blob=True)


def forget_words_of_modules() -> None:
    """Let the examples be the same whatever was read before them, and in whatever folder.

    Hypothesis also tries the words that stand in modules: of those that happen to be loaded, and only where no folder
    above them is called tests.
    """
    if hasattr(providers, "_get_local_constants"):  # not every version of it does
        providers._get_local_constants = lambda: providers._local_constants


def part(of_all: float) -> settings:
    """This part of the examples, for a law of which each costs much; five at least."""
    return settings(max_examples=max(5, round(settings().max_examples * of_all)))
