"""Every failure by name, with its exit code.

A message is one or two Dutch sentences: what happened, where, and what to do
now. It is shown as it is, after `Fout: `.
"""


class LeerlogError(Exception):
    """The journal, a file or the system stands in the way (exit code 1)."""

    exit_code = 1


class UsageError(LeerlogError):
    """The command line asks for something that does not exist (exit code 2)."""

    exit_code = 2


class EntryChanged(LeerlogError):
    """The entry was edited elsewhere since it was read (exit code 3)."""

    exit_code = 3


class Stopped(LeerlogError):
    """The person stopped with Ctrl-C; what was typed is kept (exit code 130)."""

    exit_code = 130


class NothingChosen(LeerlogError):
    """The person left a list of what to choose from; nothing was done (exit code 0)."""

    exit_code = 0


class UnknownId(UsageError):
    """No entry has this id, or more than one begins with it."""


class BadText(UsageError):
    """The text holds characters that can't be kept (NUL, half a surrogate pair)."""


class NotInstalled(LeerlogError):
    """A form needs a library that is an extra, and that is not there; the message says how to get it."""


class ContentError(LeerlogError):
    """A content or answers file is wrong; the message begins with `file:line:`."""


class ConfigError(LeerlogError):
    """The settings file can't be read."""


class JournalUnreadable(LeerlogError):
    """A month file or its folder can't be read."""


class NotSaved(LeerlogError):
    """Writing failed; the message says why, without where the text is now."""


class ReaderGone(Exception):
    """Whoever read the output, `head` for one, had enough: no failure, and nothing is said."""
