"""What hangs together."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def reach(starts: Iterable[Node], graph: Mapping[Node, Iterable[Node]]) -> set[Node]:
    """Everything that can be come to from the starts, themselves included; circles are walked once."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for near in graph.get(waiting.pop(), ()):
            if near not in seen:
                seen.add(near)
                waiting.append(near)
    return seen
