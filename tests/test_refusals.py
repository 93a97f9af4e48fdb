"""What the system refuses, in Dutch; and the names of which Windows would make something else."""

import errno
import os
import stat

import pytest

from leerlog import refusals
from leerlog.refusals import not_there, reason, unfit


def of_windows(number: int, errno_: int = errno.EINVAL) -> OSError:
    """What Python raises for a number of Windows; of most numbers that it does not know it makes EINVAL."""
    error = OSError(errno_, "words of the system")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((32, 33, 170, 1224), "een ander programma heeft het bestand open"),
        ((15, 20, 21, 1167), "niet aangesloten"),
        ((53, 59, 64, 67, 121, 1203, 1222, 1231), "de netwerkschijf is niet bereikbaar"),
        ((65, 86, 1326, 1327, 1909), "meld je opnieuw aan"),
        ((39, 112), "de schijf is vol"),
        ((111, 206), "de naam is te lang"),
        ((123, 161), "deze naam kan hier niet"),
        ((362, 377, 380, 388, 389, 391, 395, 404, 426), "OneDrive kan het bestand nu niet ophalen"),
        ((225, 226), "virusscanner"),
        ((23, 1117, 1392, 1393), "de schijf geeft een fout"),
        ((1260,), "je organisatie staat het niet toe"),
    ],
)
def test_a_number_of_windows_has_a_reason_of_its_own(numbers: tuple[int, ...], said: str) -> None:
    """Python makes one errno of all of these; none is told as a number, to read or to write."""
    for number in numbers:
        for reading in (True, False):
            assert said in reason(of_windows(number), reading)


def test_what_was_denied_may_be_held_or_a_matter_of_rights() -> None:
    """Windows says no more of it, so both are told."""
    told = reason(of_windows(5, errno.EACCES))
    assert "een ander programma" in told
    assert "geen schrijfrechten" in told


def test_a_file_that_is_marked_read_only_is_told_as_that() -> None:
    """It is no matter of rights, and no other program has it, so nobody waits for it."""
    error = refusals.read_only("x.md")
    assert "alleen-lezen" in reason(error)
    assert not refusals.may_be_held(error)
    fields = os.stat(os.curdir)
    marked = type("Status", (), {"st_file_attributes": stat.FILE_ATTRIBUTE_READONLY})
    assert refusals.marked_read_only(marked)  # type: ignore[arg-type]
    assert refusals.marked_read_only(fields) == bool(
        getattr(fields, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_READONLY
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("con.md", "apparaat"),
        ("CON", "apparaat"),
        (r"C:\map\nul.html", "apparaat"),
        ("aux.2026.csv", "apparaat"),
        ("lpt1.md", "apparaat"),
        ("com¹", "apparaat"),
        (r"C:\con\x.md", "apparaat"),
        ("rapport: mei.html", "er mag geen : in staan"),
        ("a.md:verborgen", "er mag geen : in staan"),
        (r"C:\map\wat?.md", "er mag geen ? in staan"),
        ('zeg "x".md', "staan"),
        ("a\tb.md", "onzichtbaar teken"),
        ("C:rapport.md", r"bedoel je C:\rapport.md?"),
        ("d:", "hoort een \\"),
        (r"\\.\nul", "is een apparaat"),
        ("//./pipe/x.md", "is een apparaat"),
        ("rapport.md ", "spatie of een punt"),
        ("rapport.", "spatie of een punt"),
        (r"map \x.md", "spatie of een punt"),
        (r"\\server\deel\map.\x.md", "spatie of een punt"),
    ],
)
def test_a_name_that_windows_would_make_something_else_of_is_refused(path: str, said: str) -> None:
    """There, with the part that is wrong; where it is a good name, nothing is said of it."""
    assert said in unfit(path, windows=True)
    assert unfit(path, windows=False) == ""


@pytest.mark.parametrize(
    "path",
    [
        "rapport.md",
        "../map/./x.md",
        r"..\x.md",
        r"C:\Users\jij\Mijn documenten\é – x.md",
        r"\\server\deel\x.md",
        r"\\?\C:\x\y.md",
        "console.md",
        "con-1.md",
        "nulmeting.csv",
        "com.md",
        "",
        "/",
    ],
)
def test_a_good_name_is_one(path: str) -> None:
    """Also with dots for folders, of a share, or in the long form."""
    assert unfit(path, windows=True) == ""


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (r"\\weg\deel\2026-11.md", "de netwerkschijf is niet bereikbaar"),
        (r"Q:\leerlog\2026-11.md", "de schijf is niet aangesloten"),
        ("C:\\" + "x" * 300 + ".md", "de naam is te lang"),
        ("C:\\" + r"map\\" * 70 + "x.md", "de naam is te lang"),
        (r"C:\bestand\leerlog\2026-11.md", "een deel van het pad is geen map"),
        (r"C:\weg\2026-11.md", ""),
        ("x.md", ""),
    ],
)
def test_what_windows_does_not_find_may_be_more_than_not_there(path: str, said: str) -> None:
    """Of a share, a drive, a long name and a file in the way it only says that it found nothing."""
    there = {"C:\\": False, r"C:\bestand": True}
    assert not_there(path, there.__contains__, lambda each: there.get(each, False)) == said
