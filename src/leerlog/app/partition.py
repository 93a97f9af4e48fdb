"""What teams shared, for an engine: folders of JSON Lines by year and month, made whole or not at all."""

import json
import os
import shutil
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.app.team import team_shares
from leerlog.domain.entry import Problem
from leerlog.domain.period import Period
from leerlog.errors import NotSaved, UsageError
from leerlog.render.data import row_line
from leerlog.reports.members import members
from leerlog.reports.rows import build_rows

# Begins with a line below, as Spark, Trino and Hive pass over it.
MANIFEST = "_leerlog.json"


def partition_team(setting: Setting, team: str, period: Period, out: Path, *, force: bool) -> tuple[int, list[Problem]]:
    """Write what was shared with a team, and nothing else; how many notes, and what was wrong in the folder.

    force: take the place of what leerlog itself wrote there.

    Raises:
        UsageError: when something else stands there, or a file can't be read.
        NotSaved: when the system refuses; what stood there is as it was.
    """
    _see_that_it_is_free(setting, out, force)
    shares, problems = team_shares(team)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    rows = [row for row in build_rows(members(shares), setting.rules) if row.entry.date in period]
    for row in sorted(rows, key=lambda row: (row.entry.date, row.writer, row.entry.id)):
        day = row.entry.date
        parts[f"year={day.year:04}/month={day.month:02}/leerlog.jsonl"].append(row_line(row))
    try:
        _put(out, {name: "".join(lines).encode("utf-8", "replace") for name, lines in parts.items()})
    except OSError as error:
        raise NotSaved(f"ik kan de map {out} niet maken: {files.reason(error)}.") from error
    return len(rows), problems


def _see_that_it_is_free(setting: Setting, out: Path, force: bool) -> None:
    if files.real(setting.journal.folder) in (files.real(out), *files.real(out).parents):
        raise UsageError(f"{out} staat in de map van je leerlog zelf. Kies een andere plek.")
    if not os.path.lexists(out):
        return
    if out.is_symlink() or not files.is_folder(out):
        raise UsageError(f"{out} is geen gewone map. Kies een andere naam.")
    try:
        found = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if not path.is_dir()}
        known = json.loads(found[MANIFEST].read_bytes())["files"] if MANIFEST in found else {}
        sums = {name: _sum(path.read_bytes()) for name, path in found.items() if name != MANIFEST}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"ik kan niet zien of {out} van leerlog is. Kies een andere map.") from error
    strange = sorted(name for name, each in sums.items() if known.get(name) != each)
    if strange:
        raise UsageError(
            f"in {out} staat iets wat leerlog niet schreef: {strange[0]}. Kies een lege of een nieuwe map."
        )
    if found and not force:
        raise UsageError(f"in {out} staat al een export. Vervang hem met --force, of kies een andere map.")


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()


def _put(out: Path, parts: dict[str, bytes]) -> None:
    """Make the folder beside its place, and give it its name when all is in it."""
    place = out.absolute()
    files.make_folder(place.parent)
    made = Path(mkdtemp(prefix=".leerlog-", dir=place.parent))
    try:
        for name, data in parts.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            files.write(made / name, data, private=True)
        manifest = {"files": {name: _sum(data) for name, data in parts.items()}}
        files.write(made / MANIFEST, (json.dumps(manifest, indent=2) + "\n").encode(), private=True)
        old = made.with_name(f"{made.name}-oud")
        there = place.exists()
        if there:
            place.rename(old)
        try:
            made.rename(place)
        except OSError:
            if there:
                old.rename(place)
            raise
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(made, ignore_errors=True)
