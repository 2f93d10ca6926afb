"""Everyday YAML is read without libyaml, and never otherwise than libyaml would read it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.flow import document
from guide.flow.by_events import by_events
from guide.flow.characters import decode
from guide.flow.everyday import everyday
from guide.flow.faults import Faults
from guide.flow.nodes import Mapping, Node, Sequence
from tests.talking import ROOT, SHIPPED

FILES = {
    str(path.relative_to(ROOT)): path
    for folder in ("flows", "locales", "tests")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
}
SOUND = [text for path in sorted(SHIPPED.rglob("*.yaml")) if (text := path.read_text("utf-8"))]


def plain(node: Node | None) -> object:
    """A node with all that is known of it: its values, in their order, and every line."""
    if isinstance(node, Mapping):
        lines = [node.lines[key] for key in node.values]
        assert list(node.lines) == list(node.values)
        return (node.line, [(key, plain(value)) for key, value in node.values.items()], lines)
    if isinstance(node, Sequence):
        return [node.line, [plain(value) for value in node.values], node.lines]
    return node


def same_as_libyaml(text: str) -> bool:
    """Whether a text is everyday YAML; then libyaml must find no fault and read the same."""
    found = everyday(text)
    if found is None:
        return False
    faults = Faults("a.yaml")
    expected = plain(by_events(text, faults))

    assert [] == faults.problems()
    assert expected == plain(found)
    return True


@pytest.mark.parametrize("path", FILES.values(), ids=FILES)
def test_every_file_is_read_as_libyaml_reads_it(path: Path) -> None:
    """The shipped ones, and those with a fault each, which are left to libyaml or have none yet."""
    text = decode(path.read_bytes(), Faults("a.yaml"))
    if text is not None:
        same_as_libyaml(text)


@pytest.mark.parametrize(
    "name",
    [name for name, path in FILES.items() if SHIPPED in path.parents and "words" not in name],
)
def test_the_shipped_flows_are_everyday_yaml(name: str) -> None:
    """So starting from them, with no compiled form, needs no parser to be imported."""
    assert same_as_libyaml(FILES[name].read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a:\n  b: c\nd: e",
        "\n# why\na:\n\n  # and\n  b: c\n",
        "a:\nb: c\n",
        "a:\n",
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b: c\n    d: e\n  - f: g\n",
        "a:\n  - b:\n      c: d\n  - b:\n    - c\n",
        "a: 0800 1111\nb: no\nc: 12:30\nd: http://a.b/c#d\n",
        'a: "b: c"\nb: \'d # e\'\nc: ""\n',
        "a: [b, c d, 'e', \"f, g\"]\n",
        "a: {b: c, d: {e: f}, g: [h, {i: j}]}\n",
        "a: [ b, c ]\nd: { e: f }\n",
        "a:\n  - {b: c}\n  - [d]\n  - 'e'\n",
        f"a: {'long ' * 500}end\nb: [{'long ' * 500}end]\n",
        "a: ünï çödé ٣ word\n",
    ],
)
def test_everyday_yaml_needs_no_libyaml(text: str) -> None:
    assert same_as_libyaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "words\n",
        "- a\n",
        "a: b\n  c\n",
        "a: b\n  - c\n",
        "a: b\n  c: d\n",
        "  a: b\nc: d\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n  b: c\n - d\n",
        "a:\n  b: c\n   d: e\n",
        "a: b\na: c\n",
        "a: {b: c, b: d}\n",
        "a: >\n  b\n",
        "a: |-\n  b\n",
        "a: &b c\nd: *b\n",
        "a: !b c\n",
        'a: "b\\n"\n',
        "a: 'it''s'\n",
        'a: "b\n  c"\n',
        "a: b: c\n",
        "a: b # c\n",
        "a: b:\n",
        "a: b \n",
        "a: 'b' c\n",
        "a: 'b', c\n",
        "a: [b\n",
        "a: [b]]\n",
        "a: [b}\n",
        "a: [b, ]\n",
        "a: [, b]\n",
        "a: [b c: d]\n",
        "a: {b}\n",
        "a: {b: }\n",
        "a: {b: c d: e}\n",
        "a: {b:c}\n",
        "a: []\n",
        "a: [b? c]\n",
        "? a\n",
        "---\na: b\n",
        "a: b\n...\n",
        "%YAML 1.1\n",
        "a: -b\n",
        "a: - b\n",
        "a:\n  - - b\n",
        "a:\n  -\n",
        "A: b\n",
        "a b: c\n",
        f"{'a' * 1100}: b\n",
        "a:\n" + "".join("  " * n + "b:\n" for n in range(1, 12)),
        f"a: {'[' * 12}b{']' * 12}\n",
    ],
)
def test_anything_more_is_left_to_libyaml(text: str) -> None:
    """Whatever it means, or however it is broken, one reader alone decides."""
    assert everyday(text) is None


PIECES = st.sampled_from(
    [
        *("a", "b: ", "a:\n", " ", "  ", "\n", "- ", "-", "# c", "{", "}", "[", "]", ", ", ","),
        *('"x"', "'y'", ":", " :", ": ", "#", " #", "?", "key:", "k: v\n", "  - w\n", "x y", "0"),
        *("é", '"', "'", "---", "...", "a:b", "|", ">", "\\", "!", "&a", "*a", "%", "~", "_", "="),
    ]
)
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", " ", "  ", "  ", "   ", "    ", "      "]),
    st.sampled_from(["", "", "", "- ", "-", "- - "]),
    st.sampled_from(
        [
            *("a:", "b:", "c: x", "d: [a, b]", "e: {a: b, c: [d]}", "word", '"q"', "# c", ""),
            *('f: "x"', "g: 'x' # c", "h: x: y", "i: x #y", "j: x#y:z", "k: {l: m}", "n:  o"),
        ]
    ),
)


@settings(max_examples=1500)
@given(st.one_of(st.lists(PIECES, max_size=14).map("".join), st.lists(LINES).map("\n".join)))
def test_no_text_at_all_is_read_otherwise(text: str) -> None:
    """Pieces of YAML in any order, and lines anyhow indented."""
    same_as_libyaml(text)


@settings(max_examples=1500)
@given(st.data())
def test_no_slip_of_an_author_is_read_otherwise(data: st.DataObject) -> None:
    """A few lines of a shipped file, with something typed, deleted or both."""
    lines = data.draw(st.sampled_from(SOUND)).split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    some = lines[first : first + data.draw(st.integers(1, 12))]
    margin = min((len(line) - len(line.lstrip()) for line in some if line.strip()), default=0)
    text = "\n".join(line[margin:] for line in some)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(PIECES) + text[at + data.draw(st.integers(0, 3)) :]
    same_as_libyaml(text)


@pytest.mark.soak
@settings(max_examples=200_000, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=14).map("".join), st.lists(LINES).map("\n".join)))
def test_no_text_at_all_is_read_otherwise_however_long_one_tries(text: str) -> None:
    same_as_libyaml(text)


def test_a_file_of_everyday_yaml_never_asks_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """And anything else does: the short way is a way to the same end."""
    asked = []
    monkeypatch.setattr("guide.flow.by_events.by_events", lambda text, _: asked.append(text))

    document.parse("a: b\n", Faults("a.yaml"))
    document.parse("a: b # c\n", Faults("a.yaml"))

    assert ["a: b # c\n"] == asked
