"""Checklists without a conversation: an answers file, a template, an editor, piped lines."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from leerlog.domain.entry import FollowUp
from tests.conftest import Cli

ANSWERS = """\
start: 2026-11-30
end: 4 dec
goal: |
  Sneller de goede stukken vinden.

  Omdat burgers nu te lang wachten.
trainer: 2026-11-20
apply: Ik doe de eerste drie samen met Noor
apply.obstacle:
  - "Geen toegang (wie: teamleider, voor 15 dec)"
  - Te weinig tijd
results: Een verzoek kost een dag minder
results.interim: 2026-12-21
assignment: "Drie verzoeken doen (wie: Noor, voor 2026-12-07)"
goal_level: team
"""


def test_an_answers_file_becomes_an_entry(cli: Cli) -> None:
    """Answers under their questions, dates and items in the agenda, also what was done already."""
    done = cli("prepare", "Woo-training", "--answers", "-", "--share", "leidinggevende", "--json", stdin=ANSWERS)
    assert done.status == 0, done.err
    entry = json.loads(done.out)
    assert entry["course"] == "Woo-training"
    assert entry["share"] == ["leidinggevende"]
    answers = {answer["question"]: answer["text"] for answer in entry["answers"]}
    assert answers["goal"] == "Sneller de goede stukken vinden.\n\nOmdat burgers nu te lang wachten."
    assert answers["end"] == "2026-12-04"
    assert answers["assignment"] == "Drie verzoeken doen"
    assert cli.journal.find("laatste").follow_ups == (
        FollowUp(
            "follow_up",
            "Leervraag delen met de trainer of begeleider",
            "",
            date(2026, 11, 20),
            date(2026, 11, 20),
            True,
        ),
        FollowUp("follow_up", "Tussentijds kijken wat het oplevert", "", date(2026, 12, 21)),
        FollowUp("follow_up", "Drie verzoeken doen", "Noor", date(2026, 12, 7)),
        FollowUp("follow_up", "Ik doe de eerste drie samen met Noor"),
        FollowUp("obstacle", "Geen toegang", "teamleider", date(2026, 12, 15)),
        FollowUp("obstacle", "Te weinig tijd"),
    )


def test_after_a_preparation_it_says_what_now_however_its_answers_came(cli: Cli) -> None:
    """In order, with the commands, beside the result; a program that asked for JSON is told nothing."""
    done = cli("prepare", "Woo", "--answers", "-", stdin="goal: Zoeken\n")
    assert "  1  Kies eerst dat je leidinggevende het mag lezen. Zonder dat komt er geen blad." in done.err
    assert f"leerlog edit {done.out.split()[2]} --share leidinggevende" in done.err
    done = cli("prepare", "Woo", "--answers", "-", "--share", "leidinggevende", stdin="goal: Zoeken\n")
    steps = done.err.partition("Wat nu, in deze volgorde:\n")[2].split("\n")[1:-1:2]
    assert [step.strip() for step in steps] == [
        'leerlog sheet "Woo" --for trainer',
        'leerlog sheet "Woo" --for buddy',
        'leerlog sheet "Woo"',
        'leerlog debrief "Woo"',
        'leerlog moment --course "Woo"',
        'leerlog after "Woo"',
    ]
    assert done.out.startswith("Bewaard als ")
    assert cli("prepare", "Woo", "--answers", "-", "--json", stdin="goal: Zoeken\n").err == ""


def test_what_now_follows_the_days_that_were_set(cli: Cli) -> None:
    """Whoever is spoken to first stands first, with the day; what was done already is left out."""

    def steps(*answers: str) -> list[str]:
        told = "\n".join(["goal: Zoeken", *answers])
        done = cli("prepare", "Woo", "--answers", "-", "--share", "leidinggevende", stdin=told)
        return [line[5:] for line in done.err.split("\n") if line[:4].strip().isdigit()][:3]

    assert steps("trainer: 1 dec", "discuss: 27 nov")[1:] == [
        "Bespreek het met je leidinggevende, op 27 nov.",
        "Deel je leervraag met de trainer, op 1 dec.",
    ]
    assert steps("trainer: gedaan 3 nov", "discuss: 27 nov")[:2] == [
        "Vraag iemand als buddy.",
        "Bespreek het met je leidinggevende, op 27 nov.",
    ]


def test_all_mistakes_in_an_answers_file_are_told_at_once(cli: Cli, tmp_path: Path) -> None:
    """With file and line; nothing is saved."""
    file = tmp_path / "antwoorden.yaml"
    file.write_text("start: 2026-11-30\nend: 2026-11-02\ngaol: x\ngoal_level: heelal\ndiscuss: 2026-11-31\n")
    done = cli("prepare", "Woo-training", "--answers", str(file))
    assert (done.status, done.out) == (2, "")
    for line, said in ((2, "voor het begin"), (3, "Bedoel je goal"), (4, "Kies uit"), (5, "bestaat niet")):
        assert f"antwoorden.yaml:{line}: " in done.err
        assert said in done.err
    assert not cli.folder.exists()


def test_scores_kinds_and_options_that_cannot_be_are_told_at_once(cli: Cli) -> None:
    """Whatever is wrong with them; each with its line, in order, and nothing saved."""
    text = (
        "on: 2026-02-30\nshare: iedereen\nprivate: [niets]\nbuilds_on: zzzz\nchange: 7 te veel\nchallenge: 0\n"
        "contacts: goed\nfeedback: {a: b}\nonbekend: x\nsupport: 3,5\nresponsibility: 4 genoeg\n"
    )
    done = cli("conditions", "--answers", "-", stdin=text)
    assert (done.status, done.out) == (2, "")
    first, *lines, kept = done.err.splitlines()
    assert "niets opgeslagen" in first
    assert "Wat je invoerde staat in " in kept
    assert [int(line.split(":")[1]) for line in lines] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    for line in (5, 6, 7, 10):
        assert "van 1 tot en met 5" in lines[line - 1]
    assert not cli.folder.exists()


def test_a_period_needs_no_course(cli: Cli) -> None:
    """An answers file for a checklist over a period names none."""
    assert cli("conditions", "--answers", "-", stdin="change: 4\n").status == 0
    assert cli.journal.find("laatste").course == ""


def test_the_day_on_the_command_line_goes_before_that_in_the_file(cli: Cli) -> None:
    """As every other option does."""
    cli("conditions", "--answers", "-", "--on", "2026-11-02", stdin="on: 2026-10-01\nchange: 4\n")
    assert cli.journal.find("laatste").date == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("goal: [a, {b: c}]\n", ":1:"),
        ("a: &x b\nc: *x\n", ":1:"),
        ("goal: a\ngoal: b\n", ":2:"),
        ("{", ":1:"),
        ("- a\n", ":1:"),
    ],
)
def test_a_file_that_is_no_answers_file_is_refused(cli: Cli, text: str, said: str) -> None:
    """In Dutch, with the line, and nothing saved."""
    done = cli("prepare", "Woo-training", "--answers", "-", stdin=text)
    assert done.status in (1, 2)
    assert done.out == ""
    assert said in done.err
    assert not cli.folder.exists()


def test_a_missing_answers_file_is_told(cli: Cli) -> None:
    """With its name."""
    done = cli("prepare", "x", "--answers", "weg.yaml")
    assert done.status == 1
    assert "weg.yaml" in done.err


@pytest.mark.parametrize(
    "name", ["moment", "prepare", "during", "debrief", "after", "insights", "conditions", "design", "hill"]
)
def test_every_checklist_has_a_template_that_answers_nothing(cli: Cli, name: str) -> None:
    """Read as it stands it saves nothing, and says so."""
    template = cli("ask", name, "--template").out
    done = cli("ask", name, "Woo-training", "--answers", "-", stdin=template)
    assert done.status == 0, done.err
    assert "niets bewaard" in done.err
    assert not cli.folder.exists()


def test_piped_lines_give_the_same_entry(cli: Cli) -> None:
    """One line an answer, in the order of asking; at the end of the input the rest is skipped."""
    lines = [
        "",
        "2026-11-30",
        "",
        "Sneller vinden",
        "",
        "Samen met Noor",
        "Geen tijd",
        "Kees",
        "",
        "",
        "Een dag minder",
    ]
    done = cli("prepare", "Woo-training", stdin="\n".join(lines) + "\n")
    assert done.status == 0, done.err
    entry = cli.journal.find("laatste")
    assert [(a.question, a.text) for a in entry.answers] == [
        ("start", "2026-11-30"),
        ("goal", "Sneller vinden"),
        ("apply", "Samen met Noor"),
        ("results", "Een dag minder"),
    ]
    assert entry.follow_ups == (FollowUp("follow_up", "Samen met Noor"), FollowUp("obstacle", "Geen tijd", "Kees"))


def test_nothing_answered_saves_nothing(cli: Cli) -> None:
    """And says so; no draft stays behind."""
    done = cli("prepare", "Woo-training", stdin="\n" * 40)
    assert done.status == 0
    assert "niets bewaard" in done.err
    assert not cli.folder.exists()
    assert not list(cli.drafts.glob("*.json"))


def editor(cli: Cli, code: str) -> str:
    """An editor that changes the form as the code says; `text` is what stands in it."""
    script = cli.home / "editor.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
        + code
        + "\npath.write_text(text)\n"
    )
    return f'"{sys.executable}" "{script}"'


def test_the_editor_takes_the_whole_checklist(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several lines under a question are one answer; what there is to say of it is said."""
    given = {"goal": "Sneller\n\nvinden", "end": "2026-12-04", "assignment": "Klus (voor 2027-01-15)"}
    code = (
        f"for name, said in {given}.items():\n"
        "    at = text.index(chr(10) * 2, text.index(f'{name} -->'))\n"
        "    text = text[:at] + chr(10) + said + text[at:]"
    )
    monkeypatch.setenv("EDITOR", editor(cli, code))
    done = cli("prepare", "Woo-training", "--editor")
    assert done.status == 0, done.err
    assert cli.journal.find("laatste").answer("goal").startswith("Sneller\n\nvinden")
    assert "deze klus is pas 42 dagen na het einde" in done.err


def test_an_editor_that_fails_loses_nothing(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says where the text is."""
    monkeypatch.setenv("EDITOR", editor(cli, "path.write_text('kwijt?'); sys.exit(3)"))
    done = cli("prepare", "Woo-training", "--editor")
    assert done.status == 1
    place = next(word for word in done.err.split() if word.endswith(".md."))[:-1]
    assert Path(place).read_text() == "kwijt?"


def test_two_ways_at_once_are_refused(cli: Cli) -> None:
    """An editor and a file; two courses."""
    assert cli("prepare", "x", "--editor", "--answers", "-").status == 2
    assert cli("prepare", "x", "--course", "y").status == 2


def test_a_checklist_of_ones_own_is_asked(cli: Cli) -> None:
    """From the folder of own checklists, and listed among the others."""
    own = cli.home / "config" / "leerlog" / "checklists"
    own.mkdir(parents=True)
    (own / "start.yaml").write_text(
        "id: start\ntitle: Weekstart\nscope: period\nquestions:\n  - id: plan\n    question: Wat ga je proberen?\n"
    )
    assert cli("ask", "start", stdin="Bellen voor ik zoek\n").status == 0
    assert cli.journal.find("laatste").title == "Weekstart"
    assert "leerlog ask start" in cli("checklists").out


def test_answers_can_be_kept_private(cli: Cli) -> None:
    """In a shared entry, by the ids in the file."""
    cli("prepare", "x", "--answers", "-", stdin="share: team\nprivate: results\ngoal: a\nresults: b\n")
    answers = {a.question: a.private for a in cli.journal.find("laatste").answers}
    assert answers == {"goal": False, "results": True}


def test_a_meeting_on_the_way_is_kept_as_minutes(cli: Cli) -> None:
    """Who is there, and under each question what is agreed: who does it, and when."""
    lines = [
        "Noor: de balie belt zelf",
        "Noor, Kees",
        "",
        "Eerst bellen",
        "Werkinstructie omdraaien",
        "Kees",
        "7 dec",
        "",
    ]
    done = cli("during", "Woo-training", stdin="\n".join(lines) + "\n")
    assert done.status == 0, done.err
    entry = cli.journal.find("laatste")
    assert entry.people == ("Noor", "Kees")
    assert [answer.question for answer in entry.answers] == ["wonder", "consequences"]
    assert entry.follow_ups == (FollowUp("follow_up", "Werkinstructie omdraaien", "Kees", date(2026, 12, 7)),)


def test_who_is_there_is_not_asked_of_who_said_so(cli: Cli) -> None:
    """The line after the wonder is then the answer to the next question."""
    cli("during", "Woo-training", "--with", "Noor", stdin="De balie belt zelf\nElke week\n")
    entry = cli.journal.find("laatste")
    assert (entry.people, entry.answer("meeting")) == (("Noor",), "Elke week")


def test_what_is_done_with_what_was_learned_has_who_and_when(cli: Cli) -> None:
    """Each of the three questions to act by gives an agreement that the agenda has."""
    lines = [
        "",
        "",
        "",
        "",
        "",
        "In de intake",
        "Anja",
        "7 dec",
        "",
        "Samen oefenen",
        "Noor",
        "",
        "",
        "De balie bellen",
        "Kees",
    ]
    cli("debrief", "Woo-training", stdin="\n".join(lines) + "\n")
    assert [(item.text, item.who) for item in cli.journal.find("laatste").follow_ups] == [
        ("In de intake", "Anja"),
        ("Samen oefenen", "Noor"),
        ("De balie bellen", "Kees"),
    ]


def test_what_is_too_late_is_said_beside_the_saved_answers(cli: Cli) -> None:
    """On stderr; an answer to a question that is asked no more is kept as ever."""
    text = (
        "start: 2026-11-02\nend: 2026-11-06\nlearning: samen\ntrainer: 2026-11-09\nassignment: Klus (voor 2026-12-24)\n"
    )
    done = cli("prepare", "Woo", "--answers", "-", stdin=text)
    assert done.status == 0
    assert "48 dagen na het einde" in done.err
    assert "dan is het al begonnen" in done.err
    assert cli.journal.find("laatste").answer("learning") == "samen"
    assert "learning" not in cli("prepare", "--template").out
