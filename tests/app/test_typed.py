"""A command as it is typed."""

import shlex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.app.typed import quoted, quoted_on_windows
from tests.shells import wrong_on_windows


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
@example("/tmp/$HOME `x` \\")
def test_a_path_in_a_command_is_itself_in_a_shell_of_posix(path):
    """Whatever is in it."""
    assert shlex.split(quoted(path)) == [path]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (r"C:\Users\Kees Visser\leerlog", r'"C:\Users\Kees Visser\leerlog"'),
        ("C:\\mijn map\\", r'"C:\mijn map\\"'),
        ("\\\\server\\c\\", r'"\\server\c\\"'),
    ],
)
def test_a_path_in_a_command_is_in_double_quotes_on_windows(path, typed):
    """The only ones that the command prompt knows; a backslash at its end does not take the last one along."""
    assert quoted_on_windows(path) == typed
    assert wrong_on_windows(f"leerlog --journal {typed}") == ""
