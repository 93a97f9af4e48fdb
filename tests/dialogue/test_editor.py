"""Filling in a form with an editor."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.dialogue.editor import (
    TOP,
    EditorFailed,
    FormDamaged,
    NotWaited,
    edit,
    editor,
    fill_in_editor,
    form,
    read_edited,
    read_form,
)
from leerlog.domain.entry import clean
from leerlog.domain.typed import Mistake
from leerlog.errors import Stopped
from leerlog.library.content import load_checklist
from tests.conftest import WINDOWS, is_private
from tests.dialogue.helpers import TODAY, checklist, question

PREPARE = load_checklist("prepare")
IDS = [prompt.id for prompt in PREPARE.prompts()]
PIECES = st.sampled_from(
    ["#", "##", "# kop", "<!--", "-->", "<!-- question=goal -->", "\\", "\\\\#", " ", "\n", "\r\n", "\u2028", "\x85"]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)


@given(st.dictionaries(st.sampled_from(IDS), TEXTS.map(clean).filter(bool)))
def test_what_goes_in_comes_out(texts: dict[str, str]) -> None:
    """Any answers that stand in a form are read back as they were."""
    assert read_form(PREPARE, form(PREPARE, texts)) == {name: texts[name] for name in IDS if name in texts}


@given(st.dictionaries(st.sampled_from(IDS), TEXTS.map(clean).filter(bool)))
def test_line_ends_and_a_byte_order_mark_do_not_matter(texts: dict[str, str]) -> None:
    """What a Windows editor makes of a form reads the same."""
    windows = "\ufeff" + form(PREPARE, texts).replace("\n", "\r\n")
    assert read_form(PREPARE, windows) == {name: texts[name] for name in IDS if name in texts}


def test_the_form_as_it_looks() -> None:
    """Questions are headings, hints and choices comments, mistakes stand above the answer."""
    asked = checklist(
        question(
            "apply", "Hoe?", hint="Waar begin je -- en met wie?", then=(question("apply.x", "Wat nog?", kind="ask"),)
        ),
        question("end", "Wanneer?", kind="date"),
    )
    wrong = [Mistake("end", "'31 feb' bestaat niet")]
    assert form(asked, {"apply": "# zo", "end": "31 feb"}, "Woo-training", wrong) == (
        "# Voorbereiding: Woo-training\n\n"
        f"<!-- {TOP[0]} -->\n<!-- {TOP[1]} -->\n"
        "<!-- Tien minuten. -->\n\n"
        "## Hoe?\n<!-- question=apply -->\n<!-- Waar begin je - - en met wie? -->\n\n\\# zo\n\n"
        "### Wat nog?\n<!-- question=apply.x -->\n\n\n\n"
        "## Wanneer?\n<!-- question=end -->\n<!-- Een datum: 2 weken, vrijdag, 7 dec of 2026-12-07. -->\n"
        "<!-- LET OP: '31 feb' bestaat niet -->\n\n31 feb\n"
    )


def test_what_a_person_may_do() -> None:
    """Questions may be taken out, moved, and answered right under their comments."""
    asked = checklist(question("a"), question("b"))
    answer = "Meteen eronder\n<!-- met commentaar -->\n\n#los\n#### diep"
    text = f"<!-- question=b -->\n{answer}\n## Wat is a?\n\n<!-- question=a -->\n"
    assert read_form(asked, text) == {"b": answer}


def test_an_answer_may_stand_above_what_the_form_says_of_the_question() -> None:
    """These lines are the form's, wherever they come to stand; comment of a person's own stays."""
    asked = checklist(question("a", hint="Hoe dan?", kind="date"))
    for typed, kept in (("7 dec", "7 dec"), ("7 dec\n<!-- eigen -->", "7 dec\n<!-- eigen -->")):
        text = form(asked, {}).replace("question=a -->", f"question=a -->\n{typed}")
        assert "Hoe dan?" in text
        assert read_form(asked, text) == {"a": kept}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!-- question=nee -->\nx", "'nee' hoort niet bij deze checklist"),
        ("<!-- question=a -->\nx\n<!-- question=a -->\ny", "'a' staat er twee keer in"),
        (
            "<!-- question=a -->\nx\n## Mijn kop\ny",
            "Regel 3 van het formulier is een kop die ik niet ken: '## Mijn kop'",
        ),
        ("## Wat is a?\nx", "een kop die ik niet ken"),
        (
            "# Titel\nlosse tekst\n<!-- question=a -->",
            "Boven de eerste vraag van het formulier staat nog tekst: 'losse tekst'",
        ),
    ],
)
def test_a_damaged_form_is_refused(text: str, reason: str) -> None:
    """Where it isn't sure what belongs where, nothing is guessed."""
    with pytest.raises(FormDamaged, match=reason):
        read_form(checklist(question("a")), text)


posix = pytest.mark.skipif(WINDOWS, reason="of POSIX")
LIST = checklist(question("goal"), question("end", kind="date"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    made = tmp_path / "tmp"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def fake(tmp_path: Path, code: str) -> dict[str, str]:
    """An environment whose editor, of several words, is a Python script with `path` as its file."""
    script = tmp_path / "mijn editor.py"
    script.write_text(f"import os, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n", "utf-8")
    return {"EDITOR": f"'{sys.executable}' '{script}' --wacht", "PATH": os.environ["PATH"]}


def test_the_text_comes_back_changed(tmp_path: Path, folder: Path) -> None:
    """The editor gets it in a private file that is gone afterwards; only the ends of its lines may be other ones."""
    env = fake(
        tmp_path, "path.write_bytes(path.read_bytes() + f'{sys.argv[1]} {path.stat().st_mode & 0o77:o}'.encode())"
    )
    assert edit("één\r\n\u2028", env=env) == f"één\n\u2028--wacht {'66' if WINDOWS else '0'}"
    assert not list(folder.iterdir())


def test_visual_goes_first(tmp_path: Path) -> None:
    """$VISUAL before $EDITOR, and before what the system has."""
    env = fake(tmp_path, "")
    assert editor({**env, "VISUAL": f"'{sys.executable}' -x"})[1:] == ["-x"]
    assert editor({**env, "VISUAL": " "})[-1] == "--wacht"


@posix
def test_what_the_system_has(tmp_path: Path) -> None:
    """Without a setting nano or vi; without those a sentence."""
    for name in ("vi", "nano"):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o755)
        assert editor({"PATH": str(tmp_path)}) == [str(tmp_path / name)]
    with pytest.raises(EditorFailed, match="Zet de naam van je editor in EDITOR"):
        editor({"PATH": str(tmp_path / "leeg")})


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("bestaat-niet -w", "De editor uit EDITOR bestaat niet: bestaat-niet -w"),
        ("vi 'half", "aanhalingsteken te weinig"),
    ],
)
def test_an_editor_that_is_not_there(folder: Path, value: str, reason: str) -> None:
    """The message says what is wrong and where the text is."""
    with pytest.raises(EditorFailed, match=reason) as failed:
        edit("mijn tekst", env={"EDITOR": value, "PATH": os.environ["PATH"]})
    (kept,) = folder.glob("*/leerlog.md")
    assert f"Je tekst staat in {kept}." in str(failed.value)
    assert kept.read_text("utf-8-sig") == "mijn tekst"
    assert is_private(kept.parent)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("path.write_text('nieuw'); sys.exit(3)", r"stopte met een fout \(3\)"),
        ("path.write_bytes(b'caf\\xe9')", "iets anders dan UTF-8"),
        ("path.unlink(); path.mkdir()", "er staat een map op die plek"),
        pytest.param("path.unlink(); os.mkfifo(path)", "het is geen gewoon bestand", marks=posix),
    ],
)
def test_an_editor_that_fails(tmp_path: Path, folder: Path, code: str, reason: str) -> None:
    """Whatever it did to the file stays, and the message says where."""
    with pytest.raises(EditorFailed, match=reason) as failed:
        edit("oud", env=fake(tmp_path, code))
    assert str(next(folder.iterdir())) in str(failed.value)


def test_an_editor_that_takes_the_file_away(tmp_path: Path, folder: Path) -> None:
    """The text is put back as it was."""
    with pytest.raises(EditorFailed, match="haalde het bestand weg") as failed:
        edit("oud", env=fake(tmp_path, "path.unlink()"))
    assert failed.value.path
    assert failed.value.path.read_text("utf-8-sig") == "oud"
    assert str(failed.value.path) in str(failed.value)


def test_a_program_that_can_not_be_started(tmp_path: Path, folder: Path) -> None:
    """In our own words."""
    (tmp_path / "ed").write_bytes(b"\x7fELF")
    (tmp_path / "ed").chmod(0o755)
    with pytest.raises(EditorFailed, match="dit is geen programma"):
        edit("oud", env={"EDITOR": str(tmp_path / "ed")})


def test_an_editor_that_does_not_wait_keeps_the_file(tmp_path: Path, folder: Path) -> None:
    """`code` without `--wait` is back before anything is typed; what was set is shown as it should be."""
    env = fake(tmp_path, "")
    with pytest.raises(NotWaited, match="--wait") as back:
        edit("oud", env=env)
    assert back.value.path
    assert f"Je tekst staat in {back.value.path}." in str(back.value)
    assert f"EDITOR='{env['EDITOR']} --wait'" in str(back.value)
    with pytest.raises(NotWaited, match="nog niets veranderd"):
        read_edited(back.value.path, "oud")
    back.value.path.write_text("nieuw", "utf-8")
    assert read_edited(back.value.path, "oud") == "nieuw"
    assert not list(folder.iterdir())


def test_a_person_who_looks_and_changes_nothing_is_no_failure(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That takes more than a moment."""
    now = [0.0]

    def look(*_: object, **__: object) -> "subprocess.CompletedProcess[bytes]":
        now[0] += 60
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr("leerlog.dialogue.editor.time.monotonic", lambda: now[0])
    monkeypatch.setattr("subprocess.run", look)
    assert edit("oud", env=fake(tmp_path, "")) == "oud"
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("{}", []),
        ("'{}' --wait", ["--wait"]),
        ('"{}" -a "b c"', ["-a", "b c"]),
        ("{} --wait", ["--wait"]),
        ("{} -a 'b c'", ["-a", "b c"]),
        ("  {}  ", []),
    ],
)
def test_a_path_with_spaces_is_an_editor(tmp_path: Path, value: str, words: list[str]) -> None:
    """As a whole, in quotes of either kind, and without any but with words behind it."""
    program = tmp_path / "met spatie" / "mijn ed.sh"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert editor({"EDITOR": value.format(program), "PATH": os.environ["PATH"]}) == [str(program), *words]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (r"C:\Program Files\Notepad++\notepad++.exe", [r"C:\Program Files\Notepad++\notepad++.exe"]),
        (
            r"C:\Program Files\Notepad++\notepad++.exe -nosession",
            [r"C:\Program Files\Notepad++\notepad++.exe", "-nosession"],
        ),
        (
            r'"C:\Program Files\Notepad++\notepad++.exe" -nosession',
            [r"C:\Program Files\Notepad++\notepad++.exe", "-nosession"],
        ),
        (r"code --wait", [r"C:\bin\code.cmd", "--wait"]),
        (r'notepad "C:\a b"', [r"C:\Windows\notepad.exe", r"C:\a b"]),
    ],
)
def test_an_editor_of_windows(monkeypatch: pytest.MonkeyPatch, value: str, words: list[str]) -> None:
    """Backslashes are no escapes there."""
    there = {
        r"C:\Program Files\Notepad++\notepad++.exe": r"C:\Program Files\Notepad++\notepad++.exe",
        "code": r"C:\bin\code.cmd",
        "notepad": r"C:\Windows\notepad.exe",
    }
    monkeypatch.setattr("leerlog.dialogue.editor.sys.platform", "win32")
    monkeypatch.setattr("shutil.which", lambda command, path=None: there.get(command))
    assert editor({"EDITOR": value}) == words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_editor_may_save_with_a_mark(tmp_path: Path, folder: Path, encoding: str) -> None:
    """As the editors of Windows do."""
    assert edit("oud", env=fake(tmp_path, f"path.write_text('één', '{encoding}')")) == "één"


def test_ctrl_c_keeps_the_file(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopping while the editor is open says where the text is."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("subprocess.run", interrupted)
    with pytest.raises(Stopped, match="Je tekst staat in"):
        edit("tekst", env=fake(tmp_path, ""))


class Person:
    """Fills in the form, time after time, and says whether to go on."""

    def __init__(self, *changes: tuple[str, str], patience: int = 9) -> None:
        self.changes = list(changes)
        self.patience = patience
        self.told: list[str] = []
        self.seen: list[str] = []
        self.kept: list[dict[str, str]] = []

    def change(self, text: str) -> str:
        self.seen.append(text)
        old, new = self.changes.pop(0)
        assert old in text
        return text.replace(old, new)

    def again(self, message: str) -> bool:
        self.told.append(message)
        self.patience -= 1
        return self.patience > 0

    def fill_in(self, texts: dict[str, str]) -> dict[str, str]:
        return fill_in_editor(LIST, texts, TODAY, self.again, self.kept.append, change=self.change)


def test_a_form_with_a_mistake_is_opened_again() -> None:
    """The mistake stands above the answer, which is still there."""
    person = Person(("7 d", "31 feb"), ("31 feb\n", "7 dec\n"))
    assert person.fill_in({"goal": "Zoeken", "end": "7 d"}) == {"goal": "Zoeken", "end": "2026-12-07"}
    assert person.told == ["Wat is end? de datum '31 feb' bestaat niet"]
    assert "<!-- LET OP: de datum '31 feb' bestaat niet -->\n\n31 feb" in person.seen[1]
    assert person.kept == [{"goal": "Zoeken", "end": "31 feb"}, {"goal": "Zoeken", "end": "7 dec"}]


def test_leaving_a_mistake_keeps_the_answers() -> None:
    """Whoever doesn't mend it now has it in a draft."""
    person = Person(("7 d", "31 feb"), patience=1)
    with pytest.raises(Stopped):
        person.fill_in({"end": "7 d"})
    assert person.kept == [{"end": "31 feb"}]


def test_a_damaged_form_is_opened_again_as_it_is(folder: Path) -> None:
    """A damaged form comes back unchanged; whoever leaves it is told where it is."""
    person = Person(("<!-- question=end -->", ""), ("## Wat is end?", "<!-- question=end -->"))
    assert person.fill_in({"goal": "Zoeken"}) == {"goal": "Zoeken"}
    person = Person(("<!-- question=end -->", "weg"), patience=1)
    with pytest.raises(FormDamaged, match="Je tekst staat in ") as damaged:
        person.fill_in({"goal": "Zoeken"})
    (kept,) = folder.glob("*/leerlog.md")
    assert damaged.value.path == kept
    assert str(kept) in str(damaged.value)
    assert kept.read_text("utf-8-sig") == form(LIST, {"goal": "Zoeken"}).replace("<!-- question=end -->", "weg")
