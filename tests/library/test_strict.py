"""The strict reading of YAML."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leerlog.errors import ContentError
from leerlog.library.strict import MAX_BYTES, MAX_DEPTH, Fields, Items, Node, Text, load, read

MARKS = st.sampled_from("ab:\n -[]{},'\"|>#?%\\\t\r~=@`é\u2028\x85\ufeff\U0001f600")
FRAGMENTS = MARKS | st.sampled_from([": ", "\n  ", "\n- ", "&a ", "*a", "!t ", "---\n", "...\n", "null", "<<"])
LOOKS_LIKE_YAML = st.lists(FRAGMENTS, max_size=60).map("".join)


def plain(node: Node) -> object:
    """The node without its lines."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {name: plain(each) for name, each in node.values.items()}


def said(text: str | bytes) -> str:
    """What is said about a text that is refused."""
    with pytest.raises(ContentError) as failure:
        load(text, "x.yaml")
    return str(failure.value)


@pytest.fixture(params=["C", "Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML came without libyaml")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "word", ["no", "nee", "on", "true", "12:30", "010", "2026-11-23", "1e3", "0x1F", "<<", "=", "~"]
)
def test_every_value_is_text(word: str) -> None:
    """Nothing turns into a boolean, a number or a date."""
    assert plain(load(f"a: {word}\n{word}: b\n", "x.yaml")) == {"a": word, word: "b"}


@pytest.mark.usefixtures("loader")
def test_values_know_their_line() -> None:
    """Every node has the line where it begins, and every name its own."""
    root = load("# kop\na: x\n\nb:\n  - c: y\n    d: |\n      z\n", "x.yaml")
    assert root.lines == {"a": 2, "b": 4}
    items = root.values["b"]
    assert isinstance(items, Items)
    assert items.line == 5
    inner = items.items[0]
    assert isinstance(inner, Fields)
    assert inner.lines == {"c": 5, "d": 6}
    assert root.values["a"] == Text("x", 2, plain=True)
    assert inner.values["d"] == Text("z\n", 6, plain=False)


@pytest.mark.parametrize("text", ["", "# niets\n", "---\n", "\ufeff", "~\n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    """A file without content has no names, and is no failure."""
    assert load(text, "x.yaml") == Fields()


@pytest.mark.usefixtures("loader")
def test_windows_and_old_mac_line_ends_and_a_bom() -> None:
    """Notepad's bytes read like any other."""
    assert plain(load(b"\xef\xbb\xbfa: x\r\nb: y\r\n", "x.yaml")) == {"a": "x", "b": "y"}
    assert plain(load(b"\xef\xbb\xbfa: |\r\n  x\r\n  y\r\nb: z\r", "x.yaml")) == {"a": "x\ny\n", "b": "z"}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: x\nb: y\na: z\n", 3, "'a' staat er al, op regel 1"),
        ("a:\n  b: x\n  b: y\n", 3, "staat er al"),
        ("a: &x y\nb: *x\n", 1, "anker"),
        ("a: y\nb: *x\n", 2, "verwijst"),
        ("a: x\nb: !!str no\n", 2, "beginnen met !"),
        ("a: x\nb: ! no\n", 2, "beginnen met !"),
        ("a: !!map {}\n", 1, "beginnen met !"),
        ("a: x\n---\nb: y\n", 2, "tweede document"),
        ("a: x\n...\n---\nb: y\n", 3, "tweede document"),
        ("a: x\n? [b]\n: c\n", 2, "één woord"),
        ("a: x\n'': c\n", 2, "mist een naam"),
        ("- a\n- b\n", 1, "naam: waarde"),
        ("\nlos\n", 2, "naam: waarde"),
        ("a: |\nniet ingesprongen\nb: x\n", 2, "twee spaties"),
        ("a: x\nb: zo: dus\n", 2, "aanhalingstekens"),
        ("a: 'x\nb: y\nc: z\n", 1, "aanhalingsteken"),
        ("a: x\nb: [c,\n\nd: e\n", 2, "lijst met ["),
        ("a: | x\n", 1, "volgende regel"),
        ("a: x\nb: @y\n", 2, "zet haar tussen"),
        ('a: x\nb: "\\q"\n', 2, "\\\\"),
        ('a: x\nb: "C:\\Users\\jij"\n', 2, "'C:\\Users"),
        ('a: x\nb: "C:\\temp"\n', 2, "'C:\\Users"),
        ('a: x\nb: "D:\\xml"\n', 2, "'C:\\Users"),
        ("a: x\n\x07\n", 2, "U+0007"),
        ("a: x\nb: y\x85z\n", 2, "U+0085"),
        ("a: x\u2028b: y\n", 1, "U+2028"),
        ("a: \x00\n", 1, "U+0000"),
        ("a: x\n b: y\n  c: z\n", 2, ""),
    ],
)
def test_refused_with_its_line(text: str, line: int, words: str) -> None:
    """What nobody can have meant is refused where it stands, in Dutch."""
    message = said(text)
    assert message.startswith(f"x.yaml:{line}: ")
    assert words in message
    for english in ("found", "expected", "while", "line", "column", "mapping", "character"):
        assert english not in message


def test_not_utf8() -> None:
    """Other encodings without a mark are refused at the first byte that tells; one with a mark is read."""
    assert said(b"a: x\nb: caf\xe9\n").startswith("x.yaml:2: dit is geen UTF-8")
    assert said("a: x\nc".encode("utf-16-le")).startswith("x.yaml:1: ")
    assert load("a: x".encode("utf-16"), "x.yaml").values.keys() == {"a"}
    assert said("a: \ud800").startswith("x.yaml:1: dit is geen UTF-8")


def test_size_is_limited() -> None:
    """A file of 256 KiB is read, one byte more is not."""
    assert load("#" * MAX_BYTES, "x.yaml") == Fields()
    assert "256 KiB" in said("#" * (MAX_BYTES + 1))


@pytest.mark.usefixtures("loader")
def test_depth_is_limited() -> None:
    """Twelve lists and mappings inside each other are read, thirteen are not."""
    assert load("{a: " * MAX_DEPTH + "}" * MAX_DEPTH, "x.yaml").values
    assert said("a: x\nb: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH).startswith("x.yaml:2: dit zit meer dan 12 lagen diep")


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? ", "{? "])
def test_a_bomb_of_200_000_levels_does_not_bring_the_process_down(opener: str) -> None:
    """It is an ordinary failure, in our words, whether the parser refuses it first or we do."""
    code = (
        "from leerlog.library.strict import load\n"
        "from leerlog.errors import ContentError\n"
        f"try: load({opener!r} * {min(200_000, MAX_BYTES // len(opener))}, 'x.yaml')\n"
        "except ContentError as error: print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout in ("x.yaml:1: dit zit meer dan 12 lagen diep.\n", "x.yaml:1: dit is geen geldige YAML.\n")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file and a folder are failures with a name, like wrong content."""
    with pytest.raises(ContentError, match="weg.yaml: ik kan dit bestand niet lezen: de map of het bestand is er niet"):
        read(tmp_path / "weg.yaml", "weg.yaml")
    with pytest.raises(ContentError, match="er staat een map op die plek"):
        read(tmp_path)


def test_a_long_key_is_shown_short() -> None:
    """A message stays a line, whatever it quotes."""
    message = said('"a\\nb' + "c" * 500 + '": x\n"a\\nb' + "c" * 500 + '": y\n')
    assert "\n" not in message
    assert len(message) < 150


def refusal(data: str | bytes) -> str:
    """What is said about the data; "" when it is read."""
    try:
        load(data, "x.yaml")
    except ContentError as error:
        return str(error)
    return ""


@given(st.binary(max_size=300) | st.text(max_size=300) | LOOKS_LIKE_YAML)
def test_whatever_comes_in_it_is_read_or_refused(data: str | bytes) -> None:
    """No input raises anything but ContentError, and every refusal has a line of the file."""
    text = data if isinstance(data, str) else data.decode("latin-1")
    lines = text.replace("\r", "\n").count("\n") + 1
    messages = [refusal(data)]
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        messages.append(refusal(data))
    for message in filter(None, messages):
        assert 1 <= int(message.split(":")[1]) <= lines


KEYS = st.text(min_size=1, max_size=5).filter(str.strip)
TREES = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)


class WithoutAnchors(yaml.SafeDumper):
    """Writes equal values twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Always."""
        return True


@given(st.dictionaries(KEYS, TREES, max_size=4))
def test_what_another_program_writes_is_read_back(tree: dict[str, object]) -> None:
    """Texts, lists and mappings that PyYAML dumps come back the same."""
    assert plain(load(yaml.dump(tree, Dumper=WithoutAnchors), "x.yaml")) == tree
