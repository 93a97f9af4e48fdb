"""What the tests can't hold under Wine, which is not Windows: listed, each with its reason, in docs/windows.md."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parent.parent / "docs" / "windows.md"


def is_here() -> bool:
    """Whether this Windows is Wine."""
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.windll.ntdll, "wine_get_version")


def listed() -> dict[str, str]:
    """The tests by name (`tests/x.py` or `tests/x.py::test_y`), and why Wine can't run them."""
    return dict(re.findall(r"^\| `(tests/[^`]+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE))


def skip(items: Iterable[pytest.Item]) -> None:
    """Skip them."""
    reasons = listed()
    for item in items:
        whole = item.nodeid.replace("\\", "/").partition("[")[0]
        if why := reasons.get(whole) or reasons.get(whole.partition("::")[0]):
            item.add_marker(pytest.mark.skip(reason=f"Wine: {why}"))
