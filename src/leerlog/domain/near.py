"""What was almost typed: the known words that are near to one that is none of them."""

from collections.abc import Iterable, Sequence

LONGEST = 100  # characters of a word that is compared: looking for near ones takes long


def near(word: str, known: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """The known words that are near to this one, the nearest first; capitals make no difference."""
    # Slow to load, and mostly what is typed is known.
    from difflib import get_close_matches

    lower = {name.lower(): name for name in known}
    return [lower[each] for each in get_close_matches(word.strip().lower()[:LONGEST], lower, n=most, cutoff=cutoff)]


def meant(names: Sequence[str]) -> str:
    """The question whether one of these was meant, behind a sentence: ` Bedoel je a, b of c?`; "" for none."""
    if not names:
        return ""
    *most, last = names
    return f" Bedoel je {', '.join(most)}{' of ' if most else ''}{last}?"
