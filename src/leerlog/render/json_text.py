"""A dictionary as JSON that is safe to look at."""

import json
from typing import Any

Json = dict[str, Any]

_OBEYED = (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NUMBERED = {code: f"\\u{code:04x}" for code in _OBEYED}


def text(made: Json) -> str:
    """The JSON of a dictionary, as people can read it too, without a line end.

    What a terminal would obey is written by its number, which is the same data.
    """
    return json.dumps(made, ensure_ascii=False, indent=2).translate(_NUMBERED)
