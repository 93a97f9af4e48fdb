"""What is typed breaks between words while it stands in the input, where prompt_toolkit would break inside them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from leerlog.domain.text import cells

if TYPE_CHECKING:
    from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput


def between_words(margin: int) -> "Processor":
    """What fills a row up with spaces where the next word does not fit on it; what is typed stays as it is.

    margin: columns before each row.
    """
    from prompt_toolkit.formatted_text.utils import to_plain_text
    from prompt_toolkit.layout import processors
    from prompt_toolkit.layout.utils import explode_text_fragments

    class BetweenWords(processors.Processor):
        def apply_transformation(self, transformation_input: "TransformationInput") -> "Transformation":
            typed = explode_text_fragments(transformation_input.fragments)
            before, places = spread(to_plain_text(typed), transformation_input.width - margin)
            drawn = []
            for fragment, spaces in zip(typed, before, strict=True):
                if spaces >= 0:
                    drawn += [*([("", " " * spaces)] if spaces else []), fragment]
            return processors.Transformation(
                explode_text_fragments(drawn),
                source_to_display=lambda at: places[min(at, len(typed))] + max(at - len(typed), 0),
                display_to_source=lambda at: min(max(bisect_right(places, at) - 1, 0), len(typed)),
            )

    return BetweenWords()


def spread(text: str, room: int) -> tuple[Sequence[int], Sequence[int]]:
    """Of each character how many spaces go before it, and the place of each and of the end.

    A space that would begin a row is left out, and has -1.
    """
    before: list[int] = []
    places: list[int] = []
    taken = drawn = 0
    for is_space, group in groupby(text, str.isspace):
        part = [(character, cells(character)) for character in group]
        size = sum(width for _, width in part)
        fill = room - taken if not is_space and taken and taken + size > room >= size else 0
        if fill:
            taken = 0
        for _, width in part:
            if is_space and taken >= room:
                before.append(-1)
                places.append(drawn)
                continue
            taken = taken + width if taken + width <= room else width
            before.append(fill)
            places.append(drawn + fill)
            drawn, fill = drawn + fill + 1, 0
    return before, [*places, drawn]
