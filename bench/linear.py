"""How time grows with a text's size, whatever it is made of: python bench/linear.py.

A text eight times as long should take some eight times as long; quadratic work
would take 64 times as long.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.journal.test_linear import PIECES, items, quickly, read_by_hand, write_and_read

SIZE = 500_000


def seconds(work: Callable[[str], None], text: str) -> float:
    """How long the work takes, in seconds of this process."""
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def growth(work: Callable[[str], None], piece: str) -> float:
    """How many times longer eight times the text takes, at best of three."""
    short, long = ((piece * (length // len(piece) + 1))[:length] for length in (SIZE // 8, SIZE))
    return min(seconds(work, long) / max(seconds(work, short), 0.004) for _ in range(3))


def main() -> None:
    """Print the growth of every kind of text, the worst first."""
    works = (write_and_read, read_by_hand, items, quickly)
    found = [(growth(work, piece), work.__name__, name) for work in works for name, piece in PIECES.items()]
    for times, work_name, name in sorted(found, reverse=True):
        print(f"{times:5.1f}x  {work_name}  {name}")


if __name__ == "__main__":
    main()
