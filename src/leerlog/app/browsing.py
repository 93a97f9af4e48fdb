"""A page in the person's own browser."""

import webbrowser
from contextlib import suppress

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.errors import LeerlogError

PAGE = "terugblik.html"


def open_page(setting: Setting, page: str) -> None:
    """Write a page for its owner only, say where it is, and open it; it takes the place of the one before it.

    Raises:
        OSError: when it can't be written.
        LeerlogError: when there is no browser to open it.
    """
    setting.end()  # what is not whole is not made
    path = setting.state / PAGE
    files.make_folder(path.parent)
    files.write(path, page.encode(), private=True)
    setting.confirm(f"De pagina staat in {path}")
    opened = False
    with suppress(webbrowser.Error, OSError):
        opened = webbrowser.open(path.as_uri())
    if not opened:
        raise LeerlogError(f"ik kan hier geen browser openen. Open de pagina zelf: {path}")
