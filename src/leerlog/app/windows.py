"""What of an installation is Windows' own: the user's folders, the path in the registry, a shortcut in the menu."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

_KEY = "Environment"
_PATH = "Path"


def programs_folder() -> Path:
    """Where programs of one user go, as Windows has it since version 7."""
    return _local() / "Programs"


def menu_folder() -> Path:
    """Where the shortcuts in the user's own Start menu are."""
    roaming = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    return roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"


def _local() -> Path:
    return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")


def with_folder(path: str, folder: str) -> str:
    """A path of folders (`a;b`) with this folder at its end, once."""
    return ";".join([*_others(path, folder), folder])


def without_folder(path: str, folder: str) -> str:
    """A path of folders without this folder."""
    return ";".join(_others(path, folder))


def _others(path: str, folder: str) -> list[str]:
    """The folders of a path but for this one, as they were written."""

    def plain(each: str) -> str:
        return os.path.expandvars(each).strip('" ').rstrip("\\/").casefold()

    return [each for each in path.split(";") if each.strip() and plain(each) != plain(folder)]


if sys.platform == "win32":
    import ctypes
    import winreg
    from ctypes import wintypes

    def join_path(folder: Path) -> None:
        """Put a folder on the path of the user; what is open now does not see it, what is opened next does."""
        _change_path(lambda path: with_folder(path, str(folder)))

    def leave_path(folder: Path) -> None:
        """Take a folder off the path of the user."""
        _change_path(lambda path: without_folder(path, str(folder)))

    def _change_path(change: Callable[[str], str]) -> None:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY, 0, winreg.KEY_READ | winreg.KEY_WRITE) as key:
            try:
                path, kind = winreg.QueryValueEx(key, _PATH)
            except FileNotFoundError:
                path, kind = "", winreg.REG_EXPAND_SZ
            changed = change(path)
            if changed == path:
                return
            if changed:
                # Of the same kind as it was, or %USERPROFILE% in it would mean nothing any more.
                winreg.SetValueEx(key, _PATH, 0, kind, changed)
            else:  # there was none before us
                winreg.DeleteValue(key, _PATH)
            _tell_all()

    def _tell_all() -> None:
        """Tell open programs, the menu's own among them, that the environment changed."""
        everybody, changed, if_it_answers = 0xFFFF, 0x001A, 0x0002
        ctypes.windll.user32.SendMessageTimeoutW(everybody, changed, 0, _KEY, if_it_answers, 2000, None)

    # The Shell Link interfaces, by their ids and the places of what we call in them (shobjidl_core.h, objidl.h).
    _SHELL_LINK, _LINK, _FILE = (
        "{00021401-0000-0000-C000-000000000046}",
        "{000214F9-0000-0000-C000-000000000046}",
        "{0000010B-0000-0000-C000-000000000046}",
    )
    _QUERY, _RELEASE, _SET_FOLDER, _SET_ARGUMENTS, _SET_SHOWN, _SET_PATH, _SAVE = 0, 2, 9, 11, 15, 20, 6
    _IN_PROCESS, _NORMAL = 1, 1

    def write_shortcut(file: Path, target: str, arguments: str, folder: Path) -> None:
        """Write a shortcut to a program, which starts with these arguments in this folder.

        Raises:
            OSError: when Windows refuses.
        """
        ole = ctypes.OleDLL("ole32")
        ole.CoInitialize(None)
        try:
            link = ctypes.c_void_p()
            ole.CoCreateInstance(_guid(_SHELL_LINK), None, _IN_PROCESS, _guid(_LINK), ctypes.byref(link))
            _call(link, _SET_PATH, ctypes.c_wchar_p(target))
            _call(link, _SET_ARGUMENTS, ctypes.c_wchar_p(arguments))
            _call(link, _SET_FOLDER, ctypes.c_wchar_p(str(folder)))
            _call(link, _SET_SHOWN, ctypes.c_int(_NORMAL))
            as_file = ctypes.c_void_p()
            _call(link, _QUERY, _guid(_FILE), ctypes.pointer(as_file))
            _call(as_file, _SAVE, ctypes.c_wchar_p(str(file)), wintypes.BOOL(True))
            _call(as_file, _RELEASE)
            _call(link, _RELEASE)
        finally:
            ole.CoUninitialize()

    def _guid(text: str) -> "ctypes.Array[ctypes.c_char]":
        guid = ctypes.create_string_buffer(16)
        ctypes.OleDLL("ole32").CLSIDFromString(text, guid)
        return guid

    def _call(what: ctypes.c_void_p, place: int, *arguments: object) -> None:
        """Call what stands at this place in the table of a COM object."""
        table = ctypes.cast(what, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        # Release counts and does not fail; all else answers with an HRESULT, which raises.
        answer = ctypes.c_ulong if place == _RELEASE else ctypes.HRESULT
        function = ctypes.WINFUNCTYPE(answer, ctypes.c_void_p, *map(type, arguments))(table[place] or 0)
        function(what, *arguments)
