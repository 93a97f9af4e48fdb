"""Settings and the folders of leerlog."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.errors import ConfigError, UsageError
from leerlog.library import folders
from leerlog.library.folders import resolve_journal
from leerlog.library.settings import Config, load_config


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, which is also where we are."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("APPDATA", "LOCAL_APPDATA", "PERSONAL"):  # where Windows looks, whatever the home is called
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(tmp_path / name))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings_file(folder: Path, text: str | bytes) -> Path:
    """A settings file with this text."""
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_all_is_default(tmp_path: Path) -> None:
    """Nobody has to set anything."""
    assert load_config(tmp_path / "weg" / "config.toml") == Config("", {}, "", 14)


def test_every_setting(tmp_path: Path) -> None:
    """The journal, others by name, one's own name and the length of the window."""
    text = (
        'journal = "werk"\nname = " Noor  Bakker "\nwindow_days = 21\n[journals]\nwerk = "~/werk"\nteam = "~/gedeeld"\n'
    )
    read = load_config(settings_file(tmp_path, text))
    assert read == Config("werk", {"werk": "~/werk", "team": "~/gedeeld"}, "Noor Bakker", 21)


@pytest.mark.parametrize("text", [b"", b"# niets\n", b"\xef\xbb\xbfname = 'x'\r\n", b"[journals]\n"])
def test_what_editors_leave(tmp_path: Path, text: bytes) -> None:
    """An empty file, a BOM and Windows line ends are fine."""
    assert load_config(settings_file(tmp_path, text)).window_days == 14


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\njournaal = 'x'\n", 2, "de instelling 'journaal' ken ik niet. Bedoel je journal?"),
        ("zzz = 1\n", 1, "Er zijn: journal, journals, name, window_days, history_days, minimum, plain."),
        ("name = 'x'\n[kleur]\na = 1\n", 2, "de instelling 'kleur' ken ik niet"),
        ("name = 3\n", 1, "bij 'name' hoort een tekst"),
        ("name = 'x'\nwindow_days = '14'\n", 2, "een aantal dagen van 1 tot en met 365"),
        ("window_days = true\n", 1, "een aantal dagen"),
        ("window_days = 0\n", 1, "een aantal dagen"),
        ("window_days = 1.5\n", 1, "een aantal dagen"),
        ("journals = 'x'\n", 1, "schrijf onder [journals]"),
        ("[journals]\nteam = 3\n", 2, "bij 'team' hoort een map"),
        ("[journals]\nteam = 'map'\n", 2, "'map' is geen volledig pad"),
        ("journal = 'map'\n", 1, "'map' is geen volledig pad"),
        ("name = 'x'\njournal = \"C:\\Gebruikers\\x\"\n", 2, "tussen enkele aanhalingstekens"),
        ('journal = "C:\\temp\\notities"\n', 1, "tussen enkele aanhalingstekens"),
        ('[journals]\nteam = "\\\\srv\\team"\n', 2, "tussen enkele aanhalingstekens"),
        ("name = 'x'\njournal = \"C:\\Users\\x\"\n", 2, "tussen enkele aanhalingstekens"),
        ("name = 'x'\nname = 'y'\n", 2, "twee keer"),
        ("name = 'x'\nwindow_days 3\n", 2, 'schrijf naam = "waarde"'),
        ("name = Noor\n", 1, 'schrijf naam = "waarde"'),
        ("name = 'x", 1, 'schrijf naam = "waarde"'),
        (b"name = '\xff'\n", 1, "geen UTF-8"),
    ],
)
def test_refused_with_its_line(tmp_path: Path, text: str | bytes, line: int, words: str) -> None:
    """A setting that can't be meant is told with its line, in Dutch."""
    path = settings_file(tmp_path, text)
    with pytest.raises(ConfigError) as failure:
        load_config(path)
    assert str(failure.value).startswith(f"{path}:{line}: ")
    assert words in str(failure.value)
    assert "at line" not in str(failure.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A folder in the place of the file is told, not shown as a traceback."""
    with pytest.raises(ConfigError, match="ik kan je instellingen niet lezen"):
        load_config(tmp_path)


TOML = st.text(st.sampled_from("journals=name_window_days[]{}'\"\\.,#\n 0123-:T\u00e9\x00"), max_size=120)


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8")) | TOML.map(str.encode))
def test_whatever_is_in_it_it_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """No settings file raises anything but ConfigError."""
    path = settings_file(tmp_path, data)
    line = 1
    try:
        load_config(path)
    except ConfigError as error:
        line = int(str(error).removeprefix(f"{path}:").split(":")[0])
    assert 1 <= line <= data.count(b"\n") + 1


def test_a_deep_and_a_long_number_are_refused(tmp_path: Path) -> None:
    """What makes the TOML reader itself give up is a failure with a name too."""
    for text in ("name = " + "[" * 100_000, "window_days = " + "9" * 10_000):
        with pytest.raises(ConfigError):
            load_config(settings_file(tmp_path, text))


def test_the_folders_are_under_the_home(home: Path) -> None:
    """Settings, own checklists, drafts and the journal each have a place of their own."""
    places = [folders.config_file(), folders.own_content_folder(), folders.state_folder(), folders.default_journal()]
    assert all(place.is_relative_to(home) for place in places)
    assert len(set(places)) == 4
    assert folders.config_file().name == "config.toml"
    assert folders.own_content_folder() == folders.config_file().parent / "checklists"
    assert folders.default_journal().name == "leerlog"


WITH_TEAM = Config(journals={"team": "~/gedeeld/team", "werk": "~/werk"})


def test_without_a_wish_the_default_is_used(home: Path) -> None:
    """First the settings, then the documents; an empty LEERLOG_JOURNAL is no wish."""
    assert resolve_journal(None, Config) == folders.default_journal()
    assert resolve_journal("", Config) == folders.default_journal()
    assert resolve_journal(None, lambda: Config(journal="~/elders")) == home / "elders"
    assert resolve_journal(None, lambda: Config(journal="werk", journals={"werk": "~/werk"})) == home / "werk"


def test_a_name_from_the_settings(home: Path) -> None:
    """A name stands for its folder, also beside a folder of that name; ./name is the folder."""
    (home / "team").mkdir()
    assert resolve_journal("team", lambda: WITH_TEAM) == home / "gedeeld" / "team"
    assert resolve_journal("./team", lambda: WITH_TEAM) == home / "team"


def test_a_folder_need_not_be_there(home: Path) -> None:
    """The first run makes it; what is given is made absolute, and ~ is the home."""
    assert resolve_journal("mijnmap", lambda: WITH_TEAM) == home / "mijnmap"
    assert resolve_journal("a/b", lambda: WITH_TEAM) == home / "a" / "b"
    assert resolve_journal("~/c", lambda: WITH_TEAM) == home / "c"
    assert resolve_journal(str(home / "d"), lambda: WITH_TEAM) == home / "d"
    assert resolve_journal(".", lambda: WITH_TEAM) == home


@pytest.mark.parametrize(("word", "near"), [("teams", "team"), ("Team", "team"), ("tema", "team"), ("wrek", "werk")])
def test_a_near_miss_of_a_name_is_not_a_new_journal(home: Path, word: str, near: str) -> None:
    """A slip does not start an empty journal; a folder that is there, or ./word, is taken at its word."""
    with pytest.raises(UsageError, match=rf"Bedoel je {near}\? .*--journal \./{word}"):
        resolve_journal(word, lambda: WITH_TEAM)
    assert resolve_journal(f"./{word}", lambda: WITH_TEAM) == home / word
    (home / word).mkdir()
    assert resolve_journal(word, lambda: WITH_TEAM) == home / word


def test_team_is_a_name_also_before_it_is_set(home: Path) -> None:
    """Who asks for the team's journal is told how to set it, instead of getting an empty one."""
    with pytest.raises(UsageError, match=r"\[journals\]"):
        resolve_journal("team", Config)


def test_a_file_is_no_journal(home: Path) -> None:
    """A path to a file, and a home that nobody has, are told."""
    (home / "brief.txt").write_text("x")
    with pytest.raises(UsageError, match="is een bestand"):
        resolve_journal("brief.txt", Config)
    with pytest.raises(UsageError, match="Schrijf het hele pad"):
        resolve_journal("~niemand_heet_zo/leerlog", Config)


def test_without_a_settings_file_toml_is_not_imported(home: Path) -> None:
    """The quick note pays for platformdirs only."""
    code = (
        "import sys; from leerlog.library.folders import *; from leerlog.library.settings import *\n"
        "resolve_journal(None, lambda: load_config(config_file()))\n"
        "print({'tomllib', 'yaml', 'difflib', 'configparser'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
