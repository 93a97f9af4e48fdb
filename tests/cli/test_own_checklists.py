"""Checklists of one's own: made, checked, asked, and gone again."""

import json
from pathlib import Path

import pytest

from tests.conftest import Cli, is_private


def own(cli: Cli) -> Path:
    """The folder of own checklists."""
    return cli.home / "config" / "leerlog" / "checklists"


def test_a_new_checklist_is_valid_and_can_be_asked_at_once(cli: Cli) -> None:
    """For its owner only; the place and the command are printed."""
    done = cli("checklists", "--new", "weekstart")
    path = own(cli) / "weekstart.yaml"
    assert done.status == 0, done.err
    assert str(path) in done.out
    assert "leerlog ask weekstart" in done.out
    assert is_private(path)
    assert is_private(path.parent)
    checked = cli("checklists", "--check", str(path))
    assert (checked.status, checked.err) == (0, "")
    assert "klopt" in checked.out
    assert cli("ask", "weekstart", stdin="Het overleg\n4\n2\nBellen\nvrijdag\n").status == 0
    entry = cli.journal.find("laatste")
    assert [answer.question for answer in entry.answers] == ["proud", "energy", "where", "try"]
    assert entry.follow_ups[0].text == "Terugkijken op wat je uitprobeerde"


def test_a_new_checklist_never_takes_the_place_of_another(cli: Cli) -> None:
    """Neither of one's own nor of the handreiking's."""
    cli("checklists", "--new", "start")
    path = own(cli) / "start.yaml"
    path.write_text("van mij")
    assert cli("checklists", "--new", "start").status == 2
    assert path.read_text() == "van mij"
    assert cli("checklists", "--new", "prepare").status == 2


@pytest.mark.parametrize("name", ["Week Start", "../x", "", "-x", "é", "a/b"])
def test_a_name_that_cannot_be_one_is_refused(cli: Cli, name: str) -> None:
    """And no file is made anywhere."""
    assert cli("checklists", f"--new={name}").status == 2
    assert not own(cli).exists()


def test_checking_tells_every_error_with_its_line(cli: Cli) -> None:
    """Also what it points to and is not there; exit 1."""
    path = cli.home / "fout.yaml"
    path.write_text(
        "id: goed\ntitle: T\nscope: altijd\ntopic: nergens\nquestions:\n"
        "  - id: Een\n    question: Wat?\n    kind: scale\n    shows: prepare.niets\n"
    )
    done = cli("checklists", "--check", str(path))
    assert done.status == 1
    lines = [int(line.removeprefix(f"{path}:").split(":")[0]) for line in done.out.splitlines()]
    assert lines == [1, 3, 4, 6, 8, 9]
    assert all(line.startswith(f"{path}:") for line in done.out.splitlines())


@pytest.mark.parametrize("text", ["{", "a: &b c\n", ""])
def test_a_file_that_is_no_checklist_at_all_is_told(cli: Cli, text: str) -> None:
    """With a line, in Dutch."""
    path = cli.home / "x.yaml"
    path.write_text(text)
    done = cli("checklists", "--check", str(path))
    assert done.status == 1
    assert f"{path}:1: " in done.out


def test_a_good_file_elsewhere_is_told_where_to_go(cli: Cli) -> None:
    """With the folder of own checklists."""
    cli("checklists", "--new", "start")
    (own(cli) / "start.yaml").rename(cli.home / "start.yaml")
    assert str(own(cli)) in cli("checklists", "--check", str(cli.home / "start.yaml")).out
    assert cli("checklists", "--check", str(cli.home / "weg.yaml")).status == 1
    (cli.home / "start.yaml").rename(cli.home / "start.yml")
    assert ".yaml" in cli("checklists", "--check", str(cli.home / "start.yml")).out


def test_one_that_replaces_the_handreikings_is_told(cli: Cli) -> None:
    """It is fine, and marked as one's own in the list."""
    own(cli).mkdir(parents=True)
    path = own(cli) / "insights.yaml"
    path.write_text("id: insights\ntitle: Kort\nscope: period\nquestions:\n  - id: story\n    question: Wat was er?\n")
    assert "in de plaats van insights" in cli("checklists", "--check", str(path)).out
    line = next(line for line in cli("checklists").out.splitlines() if "leerlog insights" in line)
    assert "van jezelf" in line


def test_ones_own_are_marked(cli: Cli) -> None:
    """Among the others, in words."""
    assert "van jezelf" not in cli("checklists").out
    cli("checklists", "--new", "start")
    for args in (["checklists"], ["--plain", "checklists"]):
        line = next(line for line in cli(*args).out.splitlines() if "ask start" in line)
        assert "van jezelf" in line


def test_answers_outlive_their_checklist(cli: Cli) -> None:
    """Shown, listed, exported and counted at their level after the file is gone."""
    cli("checklists", "--new", "start")
    saved = cli.saved("ask", "start", "--answers", "-", stdin="proud: De balie belt minder\n")
    (own(cli) / "start.yaml").unlink()
    assert "De balie belt minder" in cli("show", saved).out
    assert saved in cli("list").out
    review = json.loads(cli("review", "--format", "json").out)
    counted = {level["id"]: level["count"] for level in review["levels"]}
    assert counted["gerealiseerd"] == 1
    assert "Waar ben je deze week trots op?" in (cli.folder / "2026-11.md").read_text()
    assert cli("ask", "start").status == 2
