"""`guide paths`: what can be listed is listed, and what nobody could read is counted."""

import json
from pathlib import Path

import pytest

from guide.flow.library import load_library
from guide.flow.paths import conversations, count, count_by_ending
from tests.support.talking import SHIPPED, TINY, forked

JOINED = 1000
"""Questions one after another, each with three answers that lead to the next."""


@pytest.fixture
def joined(tmp_path: Path) -> Path:
    """The tiny flow, with very many questions before it: its conversations cannot be walked."""
    steps = []
    for number in range(JOINED):
        to = f"q{number + 1}" if number + 1 < JOINED else "danger"
        answers = "".join(f"      a{each}: {{say: Yes {each}, to: {to}}}\n" for each in range(3))
        steps.append(f"  q{number}:\n    ask: Is it so ({number})?\n    options:\n{answers}")
    text = (TINY / "tiny.yaml").read_text("utf-8")
    text = text.replace("    to: danger\n", "    to: q0\n", 1)
    text = text.replace("  danger:\n    ask", "".join(steps) + "  danger:\n    ask", 1)
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "tiny.yaml").write_text(text, "utf-8")
    return tmp_path / "flows"


@pytest.mark.parametrize("flows", [TINY, SHIPPED], ids=["tiny", "shipped"])
def test_the_counts_by_ending_are_those_of_walking_every_conversation(flows: Path) -> None:
    library = load_library(str(flows))
    walked: dict[str, int] = {}
    for path in conversations(library):
        walked[path.ending.id] = walked.get(path.ending.id, 0) + 1

    assert walked == count_by_ending(library)
    assert sum(walked.values()) == count(library)


def test_only_the_ways_to_one_ending_are_gone() -> None:
    library = load_library(str(TINY))
    every = [path.answers for path in conversations(library) if path.ending.id == "call-999"]

    assert every == [path.answers for path in conversations(library, ending="call-999")]


@pytest.mark.parametrize(
    "asked", [[], ["--by-ending"], ["--count"], ["--ending", "call-999"], ["--count", "--ending"]]
)
def test_a_thousand_joined_questions_end(asked: list[str], joined: Path) -> None:
    """3 to the power of 1,000 conversations: told as a number, by ending, and at once."""
    wanted = [*asked, "call-999"] if asked[-1:] == ["--ending"] else asked
    ran = forked("paths", *wanted, "--flows", str(joined), flows=None)

    assert 0 == ran.returncode
    assert "about 10^4" in ran.stdout
    assert len(ran.stdout) < 1000


def test_json_counts_by_ending_too() -> None:
    data = json.loads(forked("paths", "--by-ending", "--json", flows=TINY).stdout)

    assert data["count"] == sum(data["endings"].values())
