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


def apart(nodes: Iterable[Node], graph: Mapping[Node, Iterable[Node]]) -> list[set[Node]]:
    """What hangs together among these, each apart; in a graph in which every link goes both ways."""
    found: list[set[Node]] = []
    seen: set[Node] = set()
    for node in nodes:
        if node not in seen:
            found.append(reach([node], graph))
            seen |= found[-1]
    return found
