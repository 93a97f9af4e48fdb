"""The if-then plan of a preparation: "Als … (een situatie), dan doe ik …", or how somebody will use it in free words.

The plan is an item among the others of its entry, so that it can be ticked like them. That it is
the plan follows from the answer that it was made of, so that nothing on disk has to say so.
"""

import re
from itertools import takewhile

from leerlog.domain.entry import Entry, one_line

CHECKLIST, QUESTION = "prepare", "apply"
PLAN = "plan"  # what it is called where an item is referred to: leerlog done plan

# Texts, which `re` makes when one is first used: most notes are no preparation.
_BULLET = r"\A(?:\s+|[-*•](?:\s+|$)|\[[ xX]?\](?:\s+|$))+"
_SITUATION = r"(?i)(?:als|zodra|wanneer|telkens|iedere|elke)\b"


def plan_in(text: str) -> str:
    """The plan that an answer holds, on one line: what begins with a situation, or else what comes first."""
    lines = text.strip().split("\n")
    bare = [re.sub(_BULLET, "", line, count=1) for line in lines]
    first = next((n for n, line in enumerate(bare) if re.match(_SITUATION, line)), 0)
    rest = takewhile(
        lambda n: bare[n].strip() and bare[n] == lines[n].strip() and not re.match(_SITUATION, bare[n]),
        range(first + 1, len(lines)),
    )
    return one_line(" ".join([bare[first], *(bare[n] for n in rest)]))


def plan_number(entry: Entry) -> int:
    """The number, from 1, of the item that is the plan of an entry; 0 when it has none."""
    if entry.checklist != CHECKLIST or not entry.follow_ups:
        return 0
    plan = plan_in(entry.answer(QUESTION))
    same = (n for n, item in enumerate(entry.follow_ups, 1) if item.kind == "follow_up" and item.text == plan)
    return max(same, default=0) if plan else 0
