"""Every failure as one that has a name: the one place where what the system says becomes a Dutch sentence."""

from leerlog import files
from leerlog.errors import LeerlogError, UsageError


def as_failure(error: Exception) -> LeerlogError:
    """The failure, with the sentence that is shown and the exit code."""
    if isinstance(error, LeerlogError):
        return error
    if isinstance(error, RecursionError | MemoryError):
        return LeerlogError("dit is te groot of te diep voor leerlog.")
    if isinstance(error, OSError):
        where = f" bij {error.filename}" if error.filename else ""
        return LeerlogError(f"het systeem weigert{where}: {files.reason(error)}.")
    if isinstance(error, UnicodeError):
        return UsageError("hier staan tekens die geen geldige UTF-8 zijn. Haal ze weg en probeer het opnieuw.")
    return LeerlogError(
        f"er ging iets mis in leerlog zelf ({type(error).__name__}). Wat al bewaard was, staat er nog. "
        "Met LEERLOG_DEBUG=1 ervoor zie je waar het misging; geef dat door aan de makers."
    )
