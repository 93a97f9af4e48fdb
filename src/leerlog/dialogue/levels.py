"""The five value levels, told wherever one is chosen."""

from leerlog.dialogue.screen import Screen
from leerlog.domain.value import Level


def to_choose(screen: Screen) -> list[str]:
    """The levels in their order, each with what it is in a few words."""
    from leerlog.library.content import load_values

    if screen.plain:
        return [f"{text.level}, {text.brief}" for text in load_values().levels]
    width = max(map(len, Level))
    return [f"{text.level:<{width}}  {text.brief}" for text in load_values().levels]


def explain(screen: Screen) -> None:
    """What each level means, with a note as an example."""
    from leerlog.library.content import load_values

    screen.gap()
    for text in load_values().levels:
        screen.background(f"{text.level.number} {text.level}: {text.meaning} Bijvoorbeeld: {text.example}")
